package article_test

import (
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

// seeds is the number of generated articles that each law is checked on.
const seeds = 10_000

func parseAs(f article.Format) func([]byte) (*article.Article, error) {
	return func(b []byte) (*article.Article, error) { return article.Parse(b, f) }
}

func checkLaws(t testing.TB, a *article.Article) {
	t.Helper()
	arttest.Canonical(t, a)
	for _, f := range []article.Format{article.JSON, article.HTML, article.Text, article.JSONLD} {
		arttest.RoundTrip(t, a, f, parseAs(f))
	}
}

func TestLaws(t *testing.T) {
	for part := range uint64(4) {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < seeds && !t.Failed(); seed += 4 {
				checkLaws(t, arttest.Hostile(seed))
				if seed%10 == 0 {
					checkLaws(t, arttest.News(seed))
				}
				if t.Failed() {
					t.Logf("seed %d", seed)
				}
			}
		})
	}
}
