package parse_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/encoding"
	"github.com/zhnews/zhnews/parse"
	"golang.org/x/net/html"
)

// pagesVar names an environment variable: a folder of further pages.
const pagesVar = "ZHNEWS_PAGES"

// TestBuilders: the tree that html.Parse makes of a page gives the article that
// ours gives.
func TestBuilders(t *testing.T) {
	for _, file := range pageFiles(t) {
		compareBuilders(t, file)
	}
}

// TestBuildersFolder is TestBuilders for the pages of a folder.
func TestBuildersFolder(t *testing.T) {
	dir := os.Getenv(pagesVar)
	if dir == "" {
		t.Skipf("%s names no folder of pages", pagesVar)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s=%s: no pages (%v)", pagesVar, dir, err)
	}
	for _, file := range files {
		compareBuilders(t, file)
	}
}

func compareBuilders(t *testing.T, file string) {
	t.Helper()
	src := readPage(t, file)
	ours, errOurs := parse.HTML(src, parse.Options{})
	text, _, _, err := encoding.Decode(src, encoding.Options{Mode: encoding.Guess})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	text, _ = encoding.Repair(text, encoding.RepairOptions{})
	root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	std, errStd := parse.Document(goquery.NewDocumentFromNode(root), parse.Options{})
	if (errOurs == nil) != (errStd == nil) {
		t.Errorf("%s: error %v, from the tree of html.Parse %v", file, errOurs, errStd)
	}
	if diff := cmp.Diff(std.Article, ours.Article); diff != "" {
		t.Errorf("%s: (-html.Parse +ours)\n%s", file, diff)
	}
}
