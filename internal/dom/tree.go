package dom

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tree numbers the nodes of a page in document order. The descendants of node
// i are the numbers (i, End[i]), so that a sum over any subtree is the
// difference of two prefix sums.
type Tree struct {
	arrays
	owner *builder // whose memory it uses
}

type arrays struct {
	Nodes  []*html.Node
	Parent []int32 // -1 for the root
	End    []int32 // one past the last descendant
	marks  []mark
}

// mark is a set of what is true of a node, and, where inherited, of those below
// it. The first ones stand for the kinds from block on.
type mark uint16

const (
	apart mark = 1 << iota
	heavy
	mute // an element whose text is never read
	framed
	breaking
	pictured
	stating
	hidden
	linked
	words // a text
	named // with a class, an id or an itemprop

	inherited = hidden | linked | heavy | framed
	ofKind    = apart | heavy | mute | framed | breaking | pictured | stating
)

// Number walks the tree below root and numbers its nodes, as [Parse] does but for
// white space at the border of a block, of which that makes none. It stops at limit
// nodes and reports whether it saw them all. The numbering may be given back by
// [Tree.Release], the nodes stay as they are.
func Number(root *html.Node, limit int) (t *Tree, complete bool) {
	b := builders.Get().(*builder)
	t = &Tree{arrays: b.kept, owner: b}
	parent := int32(-1)
	var pre *html.Node // the outermost one that n lies in
	for n := root; len(t.Nodes) < limit; {
		if n.Type != html.TextNode || pre != nil || !isBlank(n.Data) || !atBorder(n) {
			id := int32(len(t.Nodes))
			t.add(n, parent, kindOf(n))
			if n.FirstChild != nil {
				if pre == nil && n.DataAtom == atom.Pre {
					pre = n
				}
				n, parent = n.FirstChild, id
				continue
			}
		}
		for n != root && n.NextSibling == nil {
			if n, parent = n.Parent, t.Parent[parent]; n == pre {
				pre = nil
			}
		}
		if n == root {
			t.finish()
			return t, true
		}
		n = n.NextSibling
	}
	t.finish()
	return t, false
}

// atBorder reports whether a node stands first or last in a block, or beside a block
// or a break.
func atBorder(n *html.Node) bool {
	return isBorder(n.PrevSibling, n.Parent) || isBorder(n.NextSibling, n.Parent)
}

// isBorder reports whether the border of a block, or a break, lies between a node and
// the one beside it, which may be none.
func isBorder(beside, parent *html.Node) bool {
	if beside != nil {
		return beside.Type == html.ElementNode && kindOf(beside)&(block|lineBreak) != 0
	}
	return parent != nil && kindOf(parent)&block != 0
}

// add gives the next number to n, which lies in node parent, and returns it.
func (t *Tree) add(n *html.Node, parent int32, k kind) int32 {
	t.Nodes = push(t.Nodes, n)
	t.Parent = push(t.Parent, parent)
	t.marks = push(t.marks, marksOf(n, k))
	return int32(len(t.Nodes) - 1)
}

// marksOf returns the marks of n itself, an element of kind k.
func marksOf(n *html.Node, k kind) (m mark) {
	if n.Type != html.ElementNode {
		switch n.Type {
		case html.CommentNode:
			m = hidden | mute
		case html.TextNode:
			m = words
		}
		return m
	}
	if m = mark(k/block) & ofKind; m&mute != 0 {
		m |= hidden
	}
	if IsImage(n) {
		m |= pictured
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "itemprop":
			m |= named
		case "hidden":
			m |= hidden
		case "style":
			if hidesText(a.Val) {
				m |= hidden
			}
		case "href":
			if n.DataAtom == atom.A && a.Val != "" {
				m |= linked
			}
		}
	}
	return m
}

// finish fills in what follows from Parent and marks.
func (t *Tree) finish() {
	n := len(t.Nodes)
	t.End = slices.Grow(t.End, n)[:n]
	for i, p := range t.Parent {
		if p >= 0 {
			t.marks[i] |= t.marks[p] & inherited
		}
		t.End[i] = int32(i + 1)
	}
	for i := n - 1; i > 0; i-- {
		p := t.Parent[i]
		t.End[p] = max(t.End[p], t.End[i])
	}
}

// grown returns the arrays with room for n nodes.
func (a arrays) grown(n int) arrays {
	a.Nodes, a.Parent, a.marks = slices.Grow(a.Nodes, n), slices.Grow(a.Parent, n), slices.Grow(a.marks, n)
	return a
}

// empty returns the arrays without their contents.
func (a arrays) empty() arrays {
	clear(a.Nodes)
	return arrays{a.Nodes[:0], a.Parent[:0], a.End[:0], a.marks[:0]}
}

// Hidden reports whether node i or one above it is not shown to a reader.
func (t *Tree) Hidden(i int32) bool { return t.marks[i]&hidden != 0 }

// Hide makes node i and all below it hidden.
func (t *Tree) Hide(i int32) {
	for end := t.End[i]; i < end; i++ {
		t.marks[i] |= hidden
	}
}

// Link reports whether node i is, or lies in, a link with an address.
func (t *Tree) Link(i int32) bool { return t.marks[i]&linked != 0 }

// Strong reports whether node i is, or lies in, strong, b or a heading.
func (t *Tree) Strong(i int32) bool { return t.marks[i]&heavy != 0 }

// Framed reports whether node i is, or lies in, a table, a list item or a
// quotation.
func (t *Tree) Framed(i int32) bool { return t.marks[i]&framed != 0 }

// Text reports whether node i is a text.
func (t *Tree) Text(i int32) bool { return t.marks[i]&words != 0 }

// Named reports whether node i has a class, an id or an itemprop.
func (t *Tree) Named(i int32) bool { return t.marks[i]&named != 0 }

// Break reports whether node i is a br.
func (t *Tree) Break(i int32) bool { return t.marks[i]&breaking != 0 }

// Media reports whether node i is an image, a player, or a frame that may hold
// one.
func (t *Tree) Media(i int32) bool { return t.marks[i]&pictured != 0 }

// Fact reports whether node i is meta, title, link, base, html or script.
func (t *Tree) Fact(i int32) bool { return t.marks[i]&stating != 0 }

// Unread reports whether the text of node i is never shown as text, with or
// without style: comments, scripts, form controls, ruby readings, page head.
func (t *Tree) Unread(i int32) bool { return t.marks[i]&mute != 0 }

// Block reports whether node i starts and ends a line.
func (t *Tree) Block(i int32) bool { return t.marks[i]&apart != 0 }

// IsImage reports whether an element is an image, of the mobile pages as well that
// have an element of their own for it: amp-img, mip-img.
func IsImage(n *html.Node) bool {
	return n.DataAtom == atom.Img || n.DataAtom == 0 && strings.HasSuffix(n.Data, "-img")
}

// IsPlayer reports whether an iframe or embed shows a video, as far as its
// address tells.
func IsPlayer(n *html.Node) bool {
	for _, key := range [...]string{"src", "data-src"} {
		src := strings.ToLower(Attr(n, key))
		for _, word := range [...]string{"video", "player", "youku", "youtube", "v.qq.com", ".swf", ".mp4", "bilibili"} {
			if strings.Contains(src, word) {
				return true
			}
		}
	}
	return false
}

// hidesText reports whether a style attribute takes the element off the page.
// "visibility: hidden" does not count: pages send their article with it and
// lift it by script.
func hidesText(style string) bool {
	i := strings.Index(style, "display")
	if i < 0 {
		return false
	}
	rest := strings.TrimLeft(style[i+len("display"):], " \t\n")
	if !strings.HasPrefix(rest, ":") {
		return false
	}
	return strings.HasPrefix(strings.TrimLeft(rest[1:], " \t\n"), "none")
}

// Is reports whether node i is an element of the kind.
func (t *Tree) Is(i int32, a atom.Atom) bool {
	return t.Nodes[i].DataAtom == a && t.Nodes[i].Type == html.ElementNode
}

// Within reports whether node i is v or lies below it.
func (t *Tree) Within(i, v int32) bool { return i >= v && i < t.End[v] }

// Common returns the innermost node that holds both a and b.
func (t *Tree) Common(a, b int32) int32 {
	if a > b {
		a, b = b, a
	}
	for a > 0 && !t.Within(b, a) {
		a = t.Parent[a]
	}
	return a
}

// Up returns the innermost element of the kind at or above node i, or -1.
func (t *Tree) Up(i int32, a atom.Atom) int32 {
	for ; i >= 0; i = t.Parent[i] {
		if t.Is(i, a) {
			return i
		}
	}
	return -1
}

// Attr returns an attribute of n, "" if it has none of the name.
func Attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// maxTextDepth bounds the recursion over trees that callers made themselves.
const maxTextDepth = 5000

// usualText is the length in bytes that most of the texts which [Text] returns
// do not exceed.
const usualText = 64

// Text returns the text below n as a reader sees it on one line: blocks and
// breaks apart by a space, nothing of scripts or hidden elements.
func Text(n *html.Node) string {
	var b strings.Builder
	b.Grow(usualText)
	appendText(&b, n, 0)
	return b.String()
}

func appendText(b *strings.Builder, n *html.Node, depth int) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	own := marksOf(n, kindOf(n))
	if depth > maxTextDepth || own&hidden != 0 {
		return
	}
	gap := own&apart != 0 || n.DataAtom == atom.Br
	if gap {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendText(b, c, depth+1)
	}
	if gap {
		b.WriteByte(' ')
	}
}

// Depth returns the nesting of the deepest node; the root's is 1.
func (t *Tree) Depth() int {
	deepest := 0
	var open []int32 // the ends of the nodes around the current one
	for i, end := range t.End {
		for len(open) > 0 && open[len(open)-1] <= int32(i) {
			open = open[:len(open)-1]
		}
		open = append(open, end)
		deepest = max(deepest, len(open))
	}
	return deepest
}

// PartedText is [Text] with border written wherever the text of one element
// meets that of another, and blocks and breaks apart by a line break.
func PartedText(n *html.Node, border string) string {
	var b strings.Builder
	appendParted(&b, n, border, 0)
	return b.String()
}

func appendParted(b *strings.Builder, n *html.Node, border string, depth int) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	own := marksOf(n, kindOf(n))
	if depth > maxTextDepth || own&hidden != 0 {
		return
	}
	between := border
	if own&(apart|breaking) != 0 {
		between = "\n"
	}
	b.WriteString(between)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendParted(b, c, border, depth+1)
	}
	b.WriteString(between)
}
