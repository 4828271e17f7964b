package dom

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// pagesVar names an environment variable: a folder of further pages to measure
// and to compare with html.Parse.
const pagesVar = "ZHNEWS_PAGES"

// benchmarkPages runs parse over the sample pages, and over those of the
// folder that pagesVar names.
func benchmarkPages(b *testing.B, parse func(page string)) {
	b.Run("samples", func(b *testing.B) { benchmarkFiles(b, samplePages(b), parse) })
	b.Run("folder", func(b *testing.B) {
		files, _ := filepath.Glob(filepath.Join(os.Getenv(pagesVar), "*.html"))
		if len(files) == 0 {
			b.Skip(pagesVar + " names no folder of pages")
		}
		benchmarkFiles(b, files, parse)
	})
}

func benchmarkFiles(b *testing.B, files []string, parse func(page string)) {
	var pages []string
	size := int64(0)
	for _, f := range files {
		pages = append(pages, decode(b, f))
		size += int64(len(pages[len(pages)-1]))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, p := range pages {
			parse(p)
		}
		n++
	}
}

// sink keeps the compiler from leaving work out.
var sink any

func BenchmarkParse(b *testing.B) {
	benchmarkPages(b, func(page string) { sink, _ = Parse(page) })
}

func BenchmarkHTMLParse(b *testing.B) {
	benchmarkPages(b, func(page string) { sink, _ = html.Parse(strings.NewReader(page)) })
}

func BenchmarkLex(b *testing.B) {
	benchmarkPages(b, func(page string) {
		l := newLexer(page)
		for l.next() != endOfPage {
			l.attr = nil
		}
	})
}

func BenchmarkNumber(b *testing.B) {
	trees := map[string]*html.Node{}
	benchmarkPages(b, func(page string) {
		root := trees[page]
		if root == nil {
			root, _ = html.Parse(strings.NewReader(page))
			trees[page] = root
		}
		sink, _ = Number(root, MaxNodes)
	})
}
