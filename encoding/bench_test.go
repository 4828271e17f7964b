package encoding

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// benchPage is a page of about 100 KB with the share of markup that portals
// have. Compare the results by ratio: Detect and Decode with the decoder of
// x/text on the same page.
func benchPage(b *testing.B, w writing) []byte {
	c := newCorpus(b)
	var page strings.Builder
	for page.Len() < 100<<10 {
		page.WriteString(c.page(w, 12))
		page.WriteString(strings.Repeat("<li class=\"item\"><a href=\"/news/2012/0601/index.shtml\" target=\"_blank\">x</a></li>\n", 25))
	}
	return w.bytes(strings.Replace(page.String(), "{META}", metaFor(w.label), 1))
}

var benchWritings = []struct {
	name string
	writing
}{
	{"gbk", writing{GB18030, false, "gbk"}},
	{"utf-8", writing{UTF8, false, "utf-8"}},
	{"big5", writing{Big5, true, "big5"}},
}

func BenchmarkDetect(b *testing.B) {
	for _, w := range benchWritings {
		b.Run(w.name, func(b *testing.B) {
			page := benchPage(b, w.writing)
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if d := Detect(page, Hint{}); d.Charset.family() != w.charset {
					b.Fatal(d)
				}
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, w := range benchWritings {
		b.Run(w.name, func(b *testing.B) {
			page := benchPage(b, w.writing)
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, err := Decode(page, Options{Charset: w.charset}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDecodeGuess(b *testing.B) {
	for _, w := range benchWritings {
		b.Run(w.name, func(b *testing.B) {
			page := benchPage(b, w.writing)
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, err := Decode(page, Options{Mode: Guess}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkTextGBK is the yardstick.
func BenchmarkTextGBK(b *testing.B) {
	page := benchPage(b, benchWritings[0].writing)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := simplifiedchinese.GBK.NewDecoder().Bytes(page); err != nil {
			b.Fatal(err)
		}
	}
}
