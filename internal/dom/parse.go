// Package dom builds and numbers the tree of a page.
//
// [Parse] is a tree builder of our own over the tokenizer of x/net/html. It
// differs from html.Parse where that one is dangerous to a crawler: nesting is
// flattened past [MaxDepth] instead of refused, a misnested formatting element
// ends with the block around it instead of being cloned into every later
// paragraph, and work and memory are linear in the input. What is left out for it: the adoption
// agency, the reconstruction of formatting elements, and foster parenting
// (what stands loose in a table stays where it was written).
package dom

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// MaxDepth is the nesting past which elements become siblings.
	MaxDepth = 512
	// MaxNodes bounds the memory that a hostile page can ask for.
	MaxNodes = 500_000
	// maxAttrs bounds the attributes kept of one element: past it they are
	// noise, and looking for duplicates among them would be quadratic.
	maxAttrs = 128
	// maxReopen bounds how many blocks the end of a misnested link may reopen.
	maxReopen = 8
)

// ErrTooManyNodes is returned with the tree of the first [MaxNodes] nodes.
var ErrTooManyNodes = errors.New("dom: more nodes than the limit")

// Parse builds the tree of page, which must be valid UTF-8. The tree is
// returned with [ErrTooManyNodes] too: it then holds what came before.
func Parse(page string) (*html.Node, error) {
	b := newBuilder()
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		tt := z.Next()
		if tt == html.ErrorToken {
			return b.doc, nil // the only error of a string is its end
		}
		if b.nodes >= MaxNodes {
			return b.doc, ErrTooManyNodes
		}
		switch tt {
		case html.TextToken:
			b.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z, tt == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(tag(name))
		case html.CommentToken:
			b.append(&html.Node{Type: html.CommentNode, Data: string(z.Text())})
		case html.DoctypeToken:
			b.quirks = false
		}
	}
}

// element is the name of an element: its atom, and its text where x/net knows
// no atom for it.
type element struct {
	atom atom.Atom
	name string
}

func tag(name []byte) element {
	if a := atom.Lookup(name); a != 0 {
		return element{a, a.String()}
	}
	return element{0, string(name)}
}

type builder struct {
	doc, html, head, body *html.Node
	stack                 []*html.Node // open elements below html
	flattened             map[string]int
	nodes                 int
	quirks                bool
	svg                   int // open svg and math elements
}

func newBuilder() *builder {
	b := &builder{quirks: true, flattened: map[string]int{}}
	b.doc = &html.Node{Type: html.DocumentNode}
	b.html = newElement(element{atom.Html, "html"}, nil)
	b.head = newElement(element{atom.Head, "head"}, nil)
	b.doc.AppendChild(b.html)
	b.html.AppendChild(b.head)
	return b
}

func newElement(e element, attr []html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: e.atom, Data: e.name, Attr: attr}
}

// top is the element that new content goes into.
func (b *builder) top() *html.Node {
	if n := len(b.stack); n > 0 {
		return b.stack[n-1]
	}
	if b.body != nil {
		return b.body
	}
	return b.head
}

func (b *builder) append(n *html.Node) {
	b.nodes++
	b.top().AppendChild(n)
}

func (b *builder) openBody() {
	if b.body == nil {
		b.stack = b.stack[:0]
		b.body = newElement(element{atom.Body, "body"}, nil)
		b.html.AppendChild(b.body)
	}
}

func (b *builder) text(s string) {
	if strings.TrimLeft(s, " \t\r\n\f") == "" {
		if b.body == nil || tableParts[b.top().DataAtom] {
			return
		}
	} else if b.body == nil && len(b.stack) == 0 {
		b.openBody()
	}
	// Ignored tags may split a text into several nodes. Joining them would be
	// quadratic on a page made of such tags.
	b.append(&html.Node{Type: html.TextNode, Data: s})
}

func (b *builder) start(z *html.Tokenizer, selfClosing bool) {
	name, more := z.TagName()
	e := tag(name)
	attr := attributes(z, more)
	switch e.atom {
	case atom.Html:
		mergeAttributes(b.html, attr)
		return
	case atom.Head:
		return
	case atom.Body:
		b.openBody()
		mergeAttributes(b.body, attr)
		return
	}
	if b.body == nil && !headElements[e.atom] && !b.inTemplate() {
		b.openBody()
	}
	if e.atom == atom.Noscript {
		z.NextIsNotRawText() // its children are pages' fallback images
	}
	if e.atom == atom.Image {
		e = element{atom.Img, "img"}
	}
	b.implyEnds(e.atom)
	n := newElement(e, attr)
	b.append(n)
	if voidElements[e.atom] || selfClosing && b.svg > 0 {
		return
	}
	if len(b.stack) >= MaxDepth {
		b.flattened[e.name]++
		return
	}
	b.push(n)
}

func (b *builder) inTemplate() bool {
	for _, n := range b.stack {
		if n.DataAtom == atom.Template {
			return true
		}
	}
	return false
}

func (b *builder) push(n *html.Node) {
	b.stack = append(b.stack, n)
	if n.DataAtom == atom.Svg || n.DataAtom == atom.Math {
		b.svg++
	}
}

// pop closes the elements from index i of the stack up.
func (b *builder) pop(i int) {
	for _, n := range b.stack[i:] {
		if n.DataAtom == atom.Svg || n.DataAtom == atom.Math {
			b.svg--
		}
	}
	b.stack = b.stack[:i]
}

func attributes(z *html.Tokenizer, more bool) []html.Attribute {
	var attr []html.Attribute
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		if len(attr) < maxAttrs && !has(attr, k) {
			attr = append(attr, html.Attribute{Key: string(k), Val: string(v)})
		}
	}
	return attr
}

func has(attr []html.Attribute, key []byte) bool {
	for i := range attr {
		if attr[i].Key == string(key) {
			return true
		}
	}
	return false
}

func mergeAttributes(n *html.Node, attr []html.Attribute) {
	for _, a := range attr {
		if len(n.Attr) < maxAttrs && !has(n.Attr, []byte(a.Key)) {
			n.Attr = append(n.Attr, a)
		}
	}
}

// implyEnds closes what a start tag closes without saying so.
func (b *builder) implyEnds(a atom.Atom) {
	switch {
	case a == atom.Li:
		b.closeUpTo(listScope, atom.Li)
	case a == atom.Dd || a == atom.Dt:
		b.closeUpTo(listScope, atom.Dd, atom.Dt)
	case a == atom.Option || a == atom.Optgroup:
		b.closeUpTo(cellScope, atom.Option)
	case a == atom.A || a == atom.Button || a == atom.Form || a == atom.Optgroup || a == atom.Nobr:
		b.closeUpTo(cellScope, a)
	case a == atom.Td || a == atom.Th:
		b.openRow()
	case a == atom.Tr:
		b.openSection()
	case a == atom.Tbody || a == atom.Thead || a == atom.Tfoot || a == atom.Caption || a == atom.Colgroup:
		b.closeTo(atom.Table)
	case a == atom.Table:
		b.closeLooseTable()
	case headings[a] && headings[b.top().DataAtom]:
		b.pop(len(b.stack) - 1)
	}
	if closesParagraph[a] && !(a == atom.Table && b.quirks) {
		b.closeUpTo(cellScope, atom.P)
	}
}

// closeUpTo closes the innermost open element of one of the kinds, unless one
// of scope lies above it.
func (b *builder) closeUpTo(scope map[atom.Atom]bool, kinds ...atom.Atom) {
	for i := len(b.stack) - 1; i >= 0; i-- {
		a := b.stack[i].DataAtom
		for _, k := range kinds {
			if a == k {
				b.pop(i)
				return
			}
		}
		if scope[a] {
			return
		}
	}
}

// closeTo closes what is open inside the innermost element of one of the
// kinds; outside any table it does nothing.
func (b *builder) closeTo(kinds ...atom.Atom) bool {
	for i := len(b.stack) - 1; i >= 0; i-- {
		a := b.stack[i].DataAtom
		for _, k := range kinds {
			if a == k {
				b.pop(i + 1)
				return true
			}
		}
		if a == atom.Table {
			return false
		}
	}
	return false
}

func (b *builder) openSection() {
	if b.closeTo(atom.Tbody, atom.Thead, atom.Tfoot, atom.Table) && b.top().DataAtom == atom.Table {
		b.imply(element{atom.Tbody, "tbody"})
	}
}

func (b *builder) openRow() {
	if !b.closeTo(atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.Table) {
		return
	}
	if b.top().DataAtom == atom.Table {
		b.imply(element{atom.Tbody, "tbody"})
	}
	if b.top().DataAtom != atom.Tr {
		b.imply(element{atom.Tr, "tr"})
	}
}

func (b *builder) imply(e element) {
	n := newElement(e, nil)
	b.append(n)
	if len(b.stack) < MaxDepth {
		b.push(n)
	}
}

// closeLooseTable closes a table that another one follows without a cell
// around it.
func (b *builder) closeLooseTable() {
	for i := len(b.stack) - 1; i >= 0; i-- {
		switch b.stack[i].DataAtom {
		case atom.Td, atom.Th, atom.Caption:
			return
		case atom.Table:
			b.pop(i)
			return
		}
	}
}

func (b *builder) end(e element) {
	switch e.atom {
	case atom.Html, atom.Body, atom.Head:
		return
	case atom.Br:
		b.openBody()
		b.append(newElement(e, nil))
		return
	}
	if b.flattened[e.name] > 0 {
		b.flattened[e.name]--
		return
	}
	i := b.find(e)
	if i < 0 {
		if e.atom == atom.P && b.body != nil {
			b.append(newElement(e, nil)) // old pages part paragraphs with a lone </p>
		}
		return
	}
	if (formatting[e.atom] || inline[e.atom]) && b.blockAbove(i) {
		if e.atom == atom.A {
			b.splitLink(i)
		}
		return // a misnested mark: it goes on to the end of the block around it
	}
	b.pop(i)
}

// blockAbove reports whether a block is open inside element i of the stack.
func (b *builder) blockAbove(i int) bool {
	for _, n := range b.stack[i+1:] {
		if IsBlock(n) {
			return true
		}
	}
	return false
}

// splitLink closes link i of the stack and opens the elements inside it again:
// a link that went on would make links of all that follows.
func (b *builder) splitLink(i int) {
	reopen := append([]*html.Node(nil), b.stack[i+1:]...)
	b.pop(i)
	if len(reopen) > maxReopen {
		return
	}
	for _, n := range reopen {
		c := newElement(element{n.DataAtom, n.Data}, n.Attr)
		b.append(c)
		b.push(c)
	}
}

// find returns the index of the innermost open element that an end tag names,
// or -1 if none is open inside the innermost table cell or table.
func (b *builder) find(e element) int {
	for i := len(b.stack) - 1; i >= 0; i-- {
		n := b.stack[i]
		if n.DataAtom == e.atom && n.Data == e.name || headings[e.atom] && headings[n.DataAtom] {
			return i
		}
		if cellScope[n.DataAtom] && !tableParts[e.atom] || n.DataAtom == atom.Table {
			return -1
		}
	}
	return -1
}
