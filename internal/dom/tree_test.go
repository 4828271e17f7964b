package dom

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// checkTree checks the laws of a numbered tree: numbers follow document order,
// the descendants of i are (i, End[i]), and what marks a node marks all below.
func checkTree(t testing.TB, name string, tree *Tree) {
	t.Helper()
	n := int32(len(tree.Nodes))
	end := make([]int32, n)
	for i := n - 1; i >= 0; i-- {
		end[i] = max(end[i], i+1)
		if p := tree.Parent[i]; p >= 0 {
			end[p] = max(end[p], end[i])
		}
	}
	for i := range n {
		p := tree.Parent[i]
		switch {
		case p >= i || p < -1 || (p < 0) != (i == 0):
			t.Fatalf("%s: node %d has parent %d", name, i, p)
		case tree.End[i] != end[i]:
			t.Fatalf("%s: End[%d] = %d, want %d", name, i, tree.End[i], end[i])
		case p < 0:
			continue
		case tree.Nodes[i].Type == html.TextNode && tree.Nodes[i].Data == "":
			t.Fatalf("%s: node %d is an empty text", name, i)
		case tree.Nodes[i].Parent != tree.Nodes[p]:
			t.Fatalf("%s: node %d is no child of node %d", name, i, p)
		case tree.Nodes[i].PrevSibling == nil && p != i-1:
			t.Fatalf("%s: first child %d does not follow its parent %d", name, i, p)
		case tree.Hidden(p) && !tree.Hidden(i), tree.Link(p) && !tree.Link(i), tree.Strong(p) && !tree.Strong(i):
			t.Fatalf("%s: node %d lacks a mark of its parent %d", name, i, p)
		}
	}
}

// number parses a page and checks that Number gives the same numbers.
func number(t testing.TB, src string) *Tree {
	t.Helper()
	tree, err := Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	again, complete := Number(tree.Nodes[0], MaxNodes)
	if !complete {
		t.Fatalf("%.40q: not complete", src)
	}
	if !reflect.DeepEqual(tree.arrays, again.arrays) {
		t.Fatalf("%.40q: Parse and Number differ", src)
	}
	checkTree(t, src[:min(len(src), 40)], tree)
	return tree
}

func TestNumber(t *testing.T) {
	for _, src := range append(samplePages(t), "") {
		page := ""
		if src != "" {
			page = decode(t, src)
		}
		tree := number(t, page)
		checkTree(t, src, tree)
		seen := int32(0)
		for range tree.Nodes[0].Descendants() {
			seen++
		}
		if n := int32(len(tree.Nodes)); n != seen+1 {
			t.Errorf("%s: %d nodes numbered of %d", src, n, seen+1)
		}
	}
}

// TestNumberLimit: a tree that was cut short obeys the same laws.
func TestNumberLimit(t *testing.T) {
	root, _ := build("<div><p>甲<b>乙</b></p><ul><li>丙<li>丁</ul></div>戊")
	whole, complete := Number(root, 100)
	if !complete {
		t.Fatal("not complete")
	}
	for limit := range len(whole.Nodes) + 2 {
		tree, complete := Number(root, limit)
		checkTree(t, "cut", tree)
		if want := min(limit, len(whole.Nodes)); len(tree.Nodes) != want {
			t.Errorf("limit %d: %d nodes, want %d", limit, len(tree.Nodes), want)
		}
		if want := limit >= len(whole.Nodes); complete != want {
			t.Errorf("limit %d: complete %v, want %v", limit, complete, want)
		}
	}
}

// TestNumberBelow: a tree may be numbered from any node.
func TestNumberBelow(t *testing.T) {
	whole := number(t, "<div hidden><p>甲<b>乙</b></p></div><p>丙")
	p := whole.Nodes[whole.first(atom.P)]
	tree, complete := Number(p, 100)
	isRoot := tree.Parent[0] == -1 && tree.Nodes[0] == p
	if !complete || !isRoot || len(tree.Nodes) != 4 || tree.End[0] != 4 || tree.Hidden(1) {
		t.Errorf("complete %v, %+v", complete, tree)
	}
}

// first returns the number of the first element of the kind.
func (t *Tree) first(a atom.Atom) int32 {
	for i := range t.Nodes {
		if t.Is(int32(i), a) {
			return int32(i)
		}
	}
	return -1
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		in                   string
		hidden, link, strong bool
	}{
		{"<p>甲", false, false, false},
		{"<p hidden>甲", true, false, false},
		{"<p style='display:none'><b>甲", true, false, true},
		{"<p style='color:red; display : none'>甲", true, false, false},
		{"<p style='display:block'>甲", false, false, false},
		{"<p style='visibility:hidden'>甲", false, false, false},
		{"<script>甲</script>", true, false, false},
		{"<p><select><option>甲", true, false, false},
		{"<textarea>甲</textarea>", true, false, false},
		{"<p><template>甲</template>", true, false, false},
		{"<ruby>字<rt>甲</rt></ruby>", true, false, false},
		{"<title>甲</title>", true, false, false},
		{"<body hidden>甲", true, false, false},
		{"<p>甲</p><html hidden>", true, false, false},
		{"<a href=x>甲</a>", false, true, false},
		{"<a>甲</a>", false, false, false},
		{"<a href=x><i><b>甲", false, true, true},
		{"<h3><span>甲", false, false, true},
		{"<em>甲</em>", false, false, false},
	} {
		tree := number(t, c.in)
		for i, n := range tree.Nodes {
			if n.Type == html.TextNode && n.Data == "甲" {
				if h, l, s := tree.Hidden(int32(i)), tree.Link(int32(i)), tree.Strong(int32(i)); h != c.hidden || l != c.link || s != c.strong {
					t.Errorf("%s: hidden %v, link %v, strong %v; want %v, %v, %v", c.in, h, l, s, c.hidden, c.link, c.strong)
				}
			}
		}
	}
}

// TestAncestors holds Within, Up and Common against a walk up the tree.
func TestAncestors(t *testing.T) {
	tree := number(t, "<div><ul><li>甲<b>乙</b><li>丙</ul></div><div><p>丁</div>")
	above := func(i int32) (list []int32) {
		for ; i >= 0; i = tree.Parent[i] {
			list = append(list, i)
		}
		return list
	}
	n := int32(len(tree.Nodes))
	for a := range n {
		up := int32(-1)
		for _, v := range above(a) {
			if up < 0 && tree.Nodes[v].Data == "div" {
				up = v
			}
		}
		if got := tree.Up(a, atom.Div); got != up {
			t.Errorf("Up(%d, div) = %d, want %d", a, got, up)
		}
		for b := range n {
			within, common := false, int32(-1)
			for _, v := range above(a) {
				within = within || v == b
				for _, w := range above(b) {
					if common < 0 && v == w {
						common = v
					}
				}
			}
			if got := tree.Within(a, b); got != within {
				t.Errorf("Within(%d, %d) = %v", a, b, got)
			}
			if got := tree.Common(a, b); got != common {
				t.Errorf("Common(%d, %d) = %d, want %d", a, b, got, common)
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, text, parted string }{
		{"甲", "甲", "甲"},
		{"<p>甲</p><p>乙</p>丙", "甲 乙 丙", "甲/乙/丙"},
		{"<p>甲<b>乙</b><i>丙</i></p>", "甲乙丙", "甲|乙|丙"},
		{"甲<br>乙", "甲 乙", "甲/乙"},
		{"<p>甲<script>乙</script><span style=display:none>丙</span><!--丁-->戊", "甲戊", "甲戊"},
		{"<table><tr><td>甲<td>乙</table>", "甲 乙", "甲/乙"},
	} {
		root, _ := build(c.in)
		if got := strings.Join(strings.Fields(Text(root)), " "); got != c.text {
			t.Errorf("Text(%s) = %q, want %q", c.in, got, c.text)
		}
		var lines []string
		for l := range strings.SplitSeq(PartedText(root, "|"), "\n") {
			if parts := strings.FieldsFunc(l, func(r rune) bool { return r == '|' }); len(parts) > 0 {
				lines = append(lines, strings.Join(parts, "|"))
			}
		}
		if got := strings.Join(lines, "/"); got != c.parted {
			t.Errorf("PartedText(%s) = %q, want %q", c.in, got, c.parted)
		}
	}
}

func TestIsPlayer(t *testing.T) {
	for in, want := range map[string]bool{
		"<iframe src='//V.QQ.com/x'>": true, "<embed src=a.swf>": true, "<iframe data-src='/player/1'>": true,
		"<iframe src='//ads.example.cn/1'>": false, "<iframe>": false,
	} {
		tree := number(t, in)
		i := max(tree.first(atom.Iframe), tree.first(atom.Embed))
		if got := IsPlayer(tree.Nodes[i]); got != want {
			t.Errorf("IsPlayer(%s) = %v", in, got)
		}
	}
}
