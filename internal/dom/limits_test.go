package dom

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// TestParseHostile: whatever the page, nesting is bounded and the tree grows no
// faster than the page.
func TestParseHostile(t *testing.T) {
	var fonts, attrs strings.Builder
	for i := range 450 {
		fonts.WriteString("<font color=#" + hex(i) + ">")
	}
	for i := range 100_000 {
		attrs.WriteString(" a" + hex(i) + "=" + hex(i))
	}
	for name, page := range map[string]string{
		"open fonts before paragraphs": "<p>" + fonts.String() + strings.Repeat("<p>x", 3000),
		"open divs":                    strings.Repeat("<div>", 600) + "甲",
		"open and closed divs":         strings.Repeat("<div>", 6000) + "甲" + strings.Repeat("</div>", 6000) + "乙",
		"open spans":                   strings.Repeat("<span>", 20_000) + "甲",
		"links in links":               strings.Repeat("<a href=x>", 100_000),
		"attributes":                   "<p" + attrs.String() + ">甲",
		"tables in tables":             strings.Repeat("<table>", 20_000),
		"tables in cells":              strings.Repeat("<table><td>", 10_000),
		"rows without tables":          strings.Repeat("<tr><td>", 10_000),
		"lists":                        strings.Repeat("<ul><li>", 10_000),
		"items":                        strings.Repeat("<li>", 20_000),
		"headings":                     strings.Repeat("<h1>", 20_000),
		"buttons":                      strings.Repeat("<button>", 20_000),
		"end tags":                     strings.Repeat("</p></b></table></br>", 10_000),
		"misnested":                    strings.Repeat("<b><div><i><p></b></i>", 10_000),
		"reopened blocks":              strings.Repeat("<a><div>"+strings.Repeat("<x>", maxReopen-1)+"</a>", 3000),
		"zero bytes":                   strings.Repeat("<p>\x00</p>", 10_000),
		"svg":                          strings.Repeat("<svg><a/>", 10_000),
		"svg in open elements":         strings.Repeat("<x>", 20_000) + strings.Repeat("<svg><b>", 10_000),
		"selects":                      strings.Repeat("<select><option><optgroup>", 10_000),
		"unknown elements":             strings.Repeat("<a-b><c:d>", 10_000) + strings.Repeat("</a-b>", 10_000),
		"unclosed comments":            strings.Repeat("<!--", 100_000),
		"unclosed tags":                strings.Repeat("<p x='", 100_000),
		"unclosed scripts":             strings.Repeat("<script>", 100_000),
		"angles":                       strings.Repeat("<", 500_000),
		"entities":                     strings.Repeat("&#x10ffff;&", 50_000),
	} {
		root, err := build(page)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		tree, complete := Number(root, 4*MaxNodes)
		if !complete {
			t.Errorf("%s: more than %d nodes", name, 4*MaxNodes)
		}
		checkGrowth(t, name, page, tree)
		checkTree(t, name, tree)
		Text(root)
		PartedText(root, " ")
		if strings.Contains(page, "甲") && !tree.holds("甲") {
			t.Errorf("%s: the text is lost", name)
		}
	}
}

// holds reports whether s is a text of the tree.
func (t *Tree) holds(s string) bool {
	for _, n := range t.Nodes {
		if n.Type == html.TextNode && n.Data == s {
			return true
		}
	}
	return false
}

func hex(i int) string {
	const digits = "0123456789abcdef"
	s := make([]byte, 6)
	for k := range s {
		s[k] = digits[i>>(4*(5-k))&15]
	}
	return string(s)
}

// checkGrowth checks the two bounds that Parse promises.
func checkGrowth(t testing.TB, name, page string, tree *Tree) {
	t.Helper()
	const around = 4 // document, html, body, and a text in the deepest element
	if d := tree.Depth(); d > MaxDepth+around {
		t.Errorf("%s: depth %d, want at most %d", name, d, MaxDepth+around)
	}
	if n, limit := len(tree.Nodes), 2*len(page)+around; n > limit {
		t.Errorf("%s: %d nodes of %d bytes, want at most %d", name, n, len(page), limit)
	}
	for _, n := range tree.Nodes {
		if len(n.Attr) > maxAttrs {
			t.Errorf("%s: %d attributes, want at most %d", name, len(n.Attr), maxAttrs)
		}
	}
}

// TestParseFlattened: the end tags of elements past MaxDepth close none of those
// before it.
func TestParseFlattened(t *testing.T) {
	for _, name := range []string{"div", "span", "x-y"} {
		const n = 3 * MaxDepth
		tree := number(t, strings.Repeat("<"+name+">", n)+"甲"+strings.Repeat("</"+name+">", n-1)+"乙</"+name+">丙")
		depth := map[string]int{}
		for i, node := range tree.Nodes {
			if node.Type != html.TextNode {
				continue
			}
			for p := tree.Parent[i]; tree.Nodes[p].Data == name; p = tree.Parent[p] {
				depth[node.Data]++
			}
		}
		if want := map[string]int{"甲": MaxDepth, "乙": 1}; !cmp.Equal(depth, want) {
			t.Errorf("%d open %s: %v lie in so many of them, want %v", n, name, depth, want)
		}
	}
}

// TestParseReopen: the end of a link that crosses many blocks reopens none.
func TestParseReopen(t *testing.T) {
	for n := range 3 * maxReopen {
		tree := number(t, "<a href=x>"+strings.Repeat("<div>", n)+"甲</a>乙")
		want := 4 + 1 + n + 2
		if n <= maxReopen {
			want += n
		}
		if len(tree.Nodes) != want {
			t.Errorf("%d blocks in a link: %d nodes, want %d", n, len(tree.Nodes), want)
		}
	}
}

func TestParseTooManyNodes(t *testing.T) {
	for piece, n := range map[string]int{"x</b>": 1_000_000, "<br>": MaxNodes + 1} {
		root, err := build("<p>甲" + strings.Repeat(piece, n))
		if !errors.Is(err, ErrTooManyNodes) {
			t.Errorf("%d times %q: error %v, want %v", n, piece, err, ErrTooManyNodes)
		}
		seen := 1
		for range root.Descendants() {
			seen++
		}
		if seen < MaxNodes || seen > MaxNodes+2*maxReopen {
			t.Errorf("%d times %q: %d nodes, want about %d", n, piece, seen, MaxNodes)
		}
		if !strings.HasPrefix(strings.TrimSpace(Text(root)), "甲") {
			t.Errorf("%d times %q: what came before is lost", n, piece)
		}
	}
}

// TestParseAttributeLimit: the first of each name counts, whatever their
// number, and those past the limit are dropped.
func TestParseAttributeLimit(t *testing.T) {
	for _, n := range []int{1, 7, 8, 9, 10, maxAttrs - 1, maxAttrs, maxAttrs + 1, 3 * maxAttrs} {
		tag := "<p"
		for i := range n {
			tag += " a" + hex(i) + "=1 a" + hex(i) + "=2 a" + hex(i/2) + "=3"
		}
		tree := number(t, tag+"><p a=1>")
		var got []*html.Node
		for i, node := range tree.Nodes {
			if tree.Is(int32(i), atom.P) {
				got = append(got, node)
			}
		}
		if want := min(n, maxAttrs); len(got) != 2 || len(got[0].Attr) != want || len(got[1].Attr) != 1 {
			t.Fatalf("%d attributes: %d and %d kept, want %d and 1", n, len(got[0].Attr), len(got[1].Attr), want)
		}
		for i, a := range got[0].Attr {
			if a.Key != "a"+hex(i) || a.Val != "1" {
				t.Errorf("%d attributes: attribute %d is %s=%s", n, i, a.Key, a.Val)
			}
		}
	}
}

// TestParseMergeLimit: html and body tags past the limit add nothing.
func TestParseMergeLimit(t *testing.T) {
	page := ""
	for i := range 2 * maxMerged {
		page += "<body a" + hex(i) + ">"
	}
	if tree := number(t, page); len(tree.Nodes[3].Attr) != maxMerged {
		t.Errorf("body has %d attributes, want %d", len(tree.Nodes[3].Attr), maxMerged)
	}
}

// TestParseNameLimit: of elements whose names are not told apart any more, an
// end tag closes the innermost or none.
func TestParseNameLimit(t *testing.T) {
	page := ""
	for i := range maxNames {
		page += "<x" + hex(i) + "></x" + hex(i) + ">"
	}
	for in, want := range map[string]string{
		"<y>甲<z>乙</z>丙</y>丁":   "y(甲 z(乙) 丙) 丁",
		"<y>甲<z>乙</y>丙</z>丁":   "y(甲 z(乙丙) 丁)",
		"<p>甲<y>乙</p>丙</y>丁":   "p(甲 y(乙)) 丙丁",
		"<y>甲<y>乙</y>丙</y>丁":   "y(甲 y(乙) 丙) 丁",
		"<x000000>甲</x000000>": "x000000(甲)",
	} {
		root, _ := build(page + in)
		if got := outline(root); !strings.HasSuffix(got, " "+want+"))") {
			t.Errorf("%s: got ...%s, want %s", in, got[max(0, len(got)-60):], want)
		}
	}
}
