package parse_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
	"github.com/zhnews/zhnews/parse"
)

// TestTextReadsWhatArticleWrites: the canonical text of an article is read back
// to what that form can carry.
func TestTextReadsWhatArticleWrites(t *testing.T) {
	for seed := range uint64(500) {
		a := arttest.News(seed)
		text, err := a.Append(nil, article.Text)
		if err != nil {
			t.Fatal(err)
		}
		res, err := parse.Text(text, parse.Options{})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		if diff := cmp.Diff(*a.Project(article.Text), *res.Article); diff != "" {
			t.Fatalf("seed %d: mismatch (-written +read):\n%s", seed, diff)
		}
	}
}

// TestHTMLReadsWhatArticleWrites: the semantic HTML of a news-like article is an
// ordinary page that keeps title, time and text.
func TestHTMLReadsWhatArticleWrites(t *testing.T) {
	for seed := range uint64(300) {
		a := arttest.News(seed)
		page, err := a.Append(nil, article.HTML)
		if err != nil {
			t.Fatal(err)
		}
		res, err := parse.HTML(page, parse.Options{})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, page)
		}
		got := res.Article
		if got.Title != a.Title {
			t.Errorf("seed %d: title %q, want %q", seed, got.Title, a.Title)
		}
		if !got.Published.Time.Truncate(time.Minute).Equal(a.Published.Time.Truncate(time.Minute)) {
			t.Errorf("seed %d: published %v, want %v", seed, got.Published, a.Published)
		}
		if diff := cmp.Diff(paragraphs(a), paragraphs(got)); diff != "" {
			t.Errorf("seed %d: body mismatch (-written +read):\n%s", seed, diff)
		}
	}
}

func paragraphs(a *article.Article) (texts []string) {
	for _, b := range a.Body {
		if b.Type == article.Paragraph {
			texts = append(texts, b.Text)
		}
	}
	return texts
}
