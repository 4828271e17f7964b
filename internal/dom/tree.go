package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tree numbers the nodes of a page in document order. The descendants of node
// i are the numbers (i, End[i]), so that a sum over any subtree is the
// difference of two prefix sums.
type Tree struct {
	Nodes  []*html.Node
	Parent []int32 // -1 for the root
	End    []int32 // one past the last descendant
	Hidden []bool  // the node or one above it is not shown to a reader
	Link   []bool  // the node is, or lies in, a link with an address
	Strong []bool  // the node is, or lies in, strong, b or a heading
}

// Number walks the tree below root. It stops at limit nodes and reports
// whether it saw them all.
func Number(root *html.Node, limit int) (t *Tree, complete bool) {
	t = &Tree{}
	var stack []int32
	for n := root; n != nil; {
		if len(t.Nodes) >= limit {
			break
		}
		id := t.add(n, stack)
		if n.FirstChild != nil {
			stack = append(stack, id)
			n = n.FirstChild
			continue
		}
		t.End[id] = id + 1
		for n != root && n.NextSibling == nil {
			n = n.Parent
			t.End[stack[len(stack)-1]] = int32(len(t.Nodes))
			stack = stack[:len(stack)-1]
		}
		if n == root {
			return t, true
		}
		n = n.NextSibling
	}
	for _, id := range stack {
		t.End[id] = int32(len(t.Nodes))
	}
	return t, false
}

func (t *Tree) add(n *html.Node, stack []int32) int32 {
	id, parent := int32(len(t.Nodes)), int32(-1)
	hidden, link, strong := isHidden(n), n.DataAtom == atom.A && Attr(n, "href") != "", isStrong[n.DataAtom]
	if len(stack) > 0 {
		parent = stack[len(stack)-1]
		hidden = hidden || t.Hidden[parent]
		link = link || t.Link[parent]
		strong = strong || t.Strong[parent]
	}
	t.Nodes = append(t.Nodes, n)
	t.Parent = append(t.Parent, parent)
	t.End = append(t.End, id+1)
	t.Hidden = append(t.Hidden, hidden)
	t.Link = append(t.Link, link)
	t.Strong = append(t.Strong, strong)
	return id
}

var isStrong = set(atom.Strong, atom.B, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)

// unread are the elements whose text is no part of what a reader sees as text.
var unread = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Select, atom.Option, atom.Textarea,
	atom.Button, atom.Iframe, atom.Object, atom.Title, atom.Svg, atom.Head, atom.Datalist, atom.Rp, atom.Rt)

func isHidden(n *html.Node) bool {
	if n.Type == html.CommentNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	if unread[n.DataAtom] {
		return true
	}
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "hidden":
			return true
		case "style":
			if hidesText(n.Attr[i].Val) {
				return true
			}
		}
	}
	return false
}

// IsUnread reports whether the text of element n is never shown as text, with
// or without style: scripts, form controls, ruby readings, page head.
func IsUnread(n *html.Node) bool {
	return n.Type == html.CommentNode || n.Type == html.ElementNode && unread[n.DataAtom]
}

// IsPlayer reports whether an iframe or embed shows a video, as far as its
// address tells.
func IsPlayer(n *html.Node) bool {
	src := strings.ToLower(Attr(n, "src") + " " + Attr(n, "data-src"))
	for _, word := range []string{"video", "player", "youku", "youtube", "v.qq.com", ".swf", ".mp4", "bilibili"} {
		if strings.Contains(src, word) {
			return true
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

// blocks are the elements that a browser sets apart from the text around them.
var blocks = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
	atom.Figure, atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
	atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu,
	atom.Nav, atom.Ol, atom.Optgroup, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody,
	atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Video, atom.Audio, atom.Xmp)

// IsBlock reports whether n starts and ends a line.
func IsBlock(n *html.Node) bool {
	return n.Type == html.ElementNode && blocks[n.DataAtom]
}

// maxTextDepth bounds the recursion over trees that callers made themselves.
const maxTextDepth = 5000

// Text returns the text below n as a reader sees it on one line: blocks and
// breaks apart by a space, nothing of scripts or hidden elements.
func Text(n *html.Node) string {
	var b strings.Builder
	appendText(&b, n, 0)
	return b.String()
}

func appendText(b *strings.Builder, n *html.Node, depth int) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	if depth > maxTextDepth || isHidden(n) {
		return
	}
	apart := IsBlock(n) || n.DataAtom == atom.Br
	if apart {
		b.WriteByte(' ')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendText(b, c, depth+1)
	}
	if apart {
		b.WriteByte(' ')
	}
}

// Depth returns the nesting of the deepest node; the root's is 1.
func (t *Tree) Depth() int {
	deepest := 0
	depth := make([]int32, len(t.Nodes))
	for i, p := range t.Parent {
		depth[i] = 1
		if p >= 0 {
			depth[i] = depth[p] + 1
		}
		deepest = max(deepest, int(depth[i]))
	}
	return deepest
}

// PartedText is [Text] with border written wherever the text of one element
// meets that of another.
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
	if depth > maxTextDepth || isHidden(n) {
		return
	}
	b.WriteString(border)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		appendParted(b, c, border, depth+1)
	}
	b.WriteString(border)
}
