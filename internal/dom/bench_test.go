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

// benchmarkFolders runs f on the sample pages, and on those of the folder that
// pagesVar names.
func benchmarkFolders(b *testing.B, f func(b *testing.B, pages []string)) {
	b.Run("samples", func(b *testing.B) { f(b, decodeAll(b, samplePages(b))) })
	b.Run("folder", func(b *testing.B) {
		files, _ := filepath.Glob(filepath.Join(os.Getenv(pagesVar), "*.html"))
		if len(files) == 0 {
			b.Skip(pagesVar + " names no folder of pages")
		}
		f(b, decodeAll(b, files))
	})
}

func decodeAll(b *testing.B, files []string) (pages []string) {
	for _, f := range files {
		pages = append(pages, decode(b, f))
	}
	return pages
}

func benchmarkPages(b *testing.B, parse func(page string)) {
	benchmarkFolders(b, func(b *testing.B, pages []string) {
		b.SetBytes(int64(len(strings.Join(pages, ""))))
		b.ReportAllocs()
		for b.Loop() {
			for _, p := range pages {
				parse(p)
			}
		}
	})
}

// sink keeps the compiler from leaving work out.
var sink any

func BenchmarkParse(b *testing.B) {
	benchmarkPages(b, func(page string) {
		tree, _ := Parse(page)
		tree.Release()
	})
}

// BenchmarkParseKept is BenchmarkParse for trees that are not released.
func BenchmarkParseKept(b *testing.B) {
	benchmarkPages(b, func(page string) { sink, _ = Parse(page) })
}

func BenchmarkHTMLParse(b *testing.B) {
	benchmarkPages(b, func(page string) { sink, _ = html.Parse(strings.NewReader(page)) })
}

func BenchmarkLex(b *testing.B) {
	benchmarkPages(b, func(page string) {
		var l lexer
		l.start(page)
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
