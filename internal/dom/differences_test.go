package dom

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/internal/golden"
	"golang.org/x/net/html"
)

// checkText: whatever the elements that it lies in, no text is lost and none is
// made. Foster parenting moves it, so that only its characters can be compared.
func checkText(t testing.TB, page string, root *html.Node) {
	t.Helper()
	if keepsOtherText(page) {
		return
	}
	std, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		return // nested too deep for it
	}
	if diff := cmp.Diff(characters(std), characters(root)); diff != "" {
		t.Errorf("%q: characters (-html.Parse +Parse)\n%s", page, diff)
	}
}

// keepsOtherText reports whether a page may have other text in html.Parse: it
// drops text in and behind framesets and in some templates, reads the text of
// elements in svg and math otherwise, and differs as TestLexDiffers shows.
func keepsOtherText(page string) bool {
	return containsAny(strings.ToLower(page), "<frameset", "<template", "<svg", "<math") || !slices.Equal(lexed(page), lexedByTokenizer(page))
}

func containsAny(s string, list ...string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return strings.Contains(s, x) })
}

// characters returns the characters of all texts below root in order of their
// numbers, less white space.
func characters(root *html.Node) string {
	var all []rune
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			all = append(all, []rune(n.Data)...)
		}
	}
	all = slices.DeleteFunc(all, unicode.IsSpace)
	slices.Sort(all)
	return string(all)
}

// reasons are why a tree differs from that of html.Parse, told from the page.
// The first that fits counts.
var reasons = []struct {
	why   string
	marks []string
}{
	{"framesets are elements like others", []string{"<frame"}},
	{"the contents of templates are read as those of other elements", []string{"<template"}},
	{"svg and math: names in lower case, no CDATA, raw text stays raw, foreign font", []string{"<svg", "<math"}},
	{"select takes what it is given, and options end by themselves", []string{"<select", "<option"}},
	{"ruby: no implied ends", []string{"<ruby"}},
	{"tables: no foster parents, parts without a table stay", []string{"<table", "<tr", "<td", "<th", "<tbody", "<caption", "<col"}},
	{"formatting: no adoption agency, no reconstruction", []string{"<a", "<b>", "<b ", "<i>", "<em", "<strong", "<font", "<nobr", "<code", "<tt", "<u>", "<s>", "<small", "<big"}},
	{"an end tag closes an open button", []string{"<button"}},
	{"forms nest, and end before the next", []string{"<form"}},
	{"head is open until something of body comes", []string{"<head"}},
}

// commentsMove is the reason that no mark tells.
const commentsMove = "comments before html and behind body lie in head and body"

// reasonOf returns why the trees of page differ, "" if there is no reason.
func reasonOf(page string, std, ours *html.Node) string {
	removeComments(std)
	removeComments(ours)
	if outline(std) == outline(ours) {
		return commentsMove
	}
	page = strings.ToLower(page)
	for _, r := range reasons {
		if containsAny(page, r.marks...) {
			return r.why
		}
	}
	return ""
}

func removeComments(root *html.Node) {
	var comments []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.CommentNode {
			comments = append(comments, n)
		}
	}
	for _, n := range comments {
		n.Parent.RemoveChild(n)
	}
}

// TestHTML5Lib runs the pages of the tree construction tests of html5lib that
// come with x/net, those of fragments left out. What html.Parse makes of them
// is what they want. The golden file counts the trees that are the same, and
// the others by reason.
func TestHTML5Lib(t *testing.T) {
	count := map[string]int{}
	for _, page := range html5libPages(t) {
		root, err := build(page)
		if err != nil {
			t.Fatalf("%q: %v", page, err)
		}
		checkText(t, page, root)
		std, why := reference(t, page), "the same"
		if want, got := outline(std), outline(root); got != want {
			if why = reasonOf(page, std, root); why == "" {
				t.Errorf("%q: no reason for a difference\n got %s\nwant %s", page, got, want)
			}
		}
		count[why]++
	}
	report := fmt.Sprintf("%4d the same tree\n%4d %s\n", count["the same"], count[commentsMove], commentsMove)
	for _, r := range reasons {
		report += fmt.Sprintf("%4d %s\n", count[r.why], r.why)
	}
	golden.Compare(t, "testdata/html5lib.txt", []byte(report))
}

// html5libPages reads the tests out of the module that the tests are built
// with.
func html5libPages(t *testing.T) (pages []string) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "html/testdata/html5lib-tests/tree-construction/*.dat"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no html5lib tests in %s: %v", dir, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range strings.Split("\n"+string(b), "\n#data\n")[1:] {
			if page, rest, ok := strings.Cut(test, "\n#errors\n"); ok && !strings.Contains(rest, "#document-fragment\n") {
				pages = append(pages, page)
			}
		}
	}
	return pages
}
