package article_test

import (
	"encoding/json"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

func BenchmarkAppend(b *testing.B) {
	a := arttest.News(1)
	for f := article.JSON; f <= article.Markdown; f++ {
		b.Run(f.String(), func(b *testing.B) {
			var buf []byte
			b.ReportAllocs()
			for b.Loop() {
				buf, _ = a.Append(buf[:0], f)
			}
			b.SetBytes(int64(len(buf)))
		})
	}
}

func BenchmarkParse(b *testing.B) {
	a := arttest.News(1)
	for f := article.JSON; f < article.Markdown; f++ {
		b.Run(f.String(), func(b *testing.B) {
			doc, err := a.Append(nil, f)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := article.Parse(doc, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkEncodingJSON is what Append and Parse of JSON are measured against.
func BenchmarkEncodingJSON(b *testing.B) {
	a := arttest.News(1)
	doc, err := json.Marshal(a)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("marshal", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unmarshal", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			var back article.Article
			if err := json.Unmarshal(doc, &back); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkFingerprint(b *testing.B) {
	a := arttest.News(1)
	b.ReportAllocs()
	for b.Loop() {
		a.Fingerprint()
	}
}

func BenchmarkValidate(b *testing.B) {
	a := arttest.News(1)
	b.ReportAllocs()
	for b.Loop() {
		if err := a.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}
