package dom

import (
	"errors"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// MaxDepth is the nesting past which elements become siblings.
	MaxDepth = 512
	// MaxNodes bounds the memory that a hostile page can ask for.
	MaxNodes = 1 << 17
	// maxAttrs bounds the attributes kept of one element: past it they are
	// noise, and looking for duplicates among them would be quadratic.
	maxAttrs = 128
	// maxMerged bounds the html and body tags whose attributes are read.
	maxMerged = 64
	// maxNames bounds the names without a class that are told apart wherever
	// they stand; of others, an end tag closes the innermost only.
	maxNames = 4096
	// maxReopen bounds how many blocks the end of a misnested link may reopen.
	maxReopen = 8
)

// ErrTooManyNodes is returned with the tree of the first [MaxNodes] nodes.
var ErrTooManyNodes = errors.New("dom: more nodes than the limit")

// Parse builds the tree of page, which must be valid UTF-8. The tree is
// returned with [ErrTooManyNodes] too: it then holds what came before. Whoever
// is done with the tree may give its memory back by [Tree.Release].
func Parse(page string) (*Tree, error) {
	b := builders.Get().(*builder)
	b.begin(page)
	err := b.run()
	b.openBody()
	b.tree.finish()
	return b.tree, err
}

func (b *builder) run() error {
	for {
		t := b.next()
		if t == endOfPage {
			return nil
		}
		if len(b.tree.Nodes) >= MaxNodes {
			return ErrTooManyNodes
		}
		switch t {
		case textToken:
			b.addText()
		case startTag:
			b.startTag()
		case endTag:
			b.endTag()
		case commentToken:
			b.addGap()
			b.add(html.CommentNode, element{text: b.data}, nil)
		case doctypeToken:
			b.quirks = false
		}
	}
}

type builder struct {
	lexer
	nodes  slab[html.Node]
	tree   *Tree
	kept   arrays // the memory of the tree before
	body   int32  // 0 as long as there is none
	merged int
	quirks bool
	edge   bool   // what was read last is the border of a block
	gap    string // white space that was read last, and goes into the tree if what follows is no such border

	// stack holds the open elements. Below them lies body, or head as long as
	// there is none, which nothing closes. All that start and end tags have to
	// ask of the stack is answered by indices in it, for it may be as deep as
	// the page is long.
	stack []open
	last  []int32         // by name, the innermost open element; 0 if none
	names map[string]name // of elements without a class
}

// open is an open element.
type open struct {
	id    int32 // of its node
	kind  kind
	name  name
	outer int32 // the next open element of the same name, 0 if none

	// The innermost elements of these kinds, this one included, 0 if none.
	cell, list, block int32
}

// builders keeps the memory of trees that were released.
var builders = sync.Pool{New: func() any { return new(builder) }}

// begin makes the builder ready for a page.
func (b *builder) begin(page string) {
	b.lexer.start(page)
	b.tree = &Tree{arrays: b.kept.grown(len(page)/60 + 16), owner: b} // a node every 60 bytes
	b.body, b.merged, b.quirks, b.edge, b.gap = 0, 0, true, true, ""
	b.last = append(b.last[:0], make([]int32, len(elements)+1)...)
	b.create(-1, html.DocumentNode, element{}, nil)
	root := b.create(0, html.ElementNode, elements[atom.Html], nil)
	b.stack = append(b.stack[:0], open{id: b.create(root, html.ElementNode, elements[atom.Head], nil)})
}

// maxKept is the number of nodes of the largest page whose memory is kept.
const maxKept = 1 << 16

// Release gives the memory of a tree that [Parse] or [Number] made to pages to
// come. Nodes that Parse made must not be used any more; their strings may. A
// tree that was released before stays as it is.
func (t *Tree) Release() {
	b := t.owner
	if b == nil {
		return
	}
	kept := t.arrays
	*t = Tree{}
	if b.tree = nil; len(kept.Nodes) > maxKept {
		return
	}
	b.nodes.reset()
	b.attrs.reset()
	b.lexer.start("")
	b.names = nil
	b.kept = kept.empty()
	builders.Put(b)
}

// create makes a node the last child of another one, and returns its number.
func (b *builder) create(parent int32, t html.NodeType, e element, attr []html.Attribute) int32 {
	n := b.nodes.new()
	n.Type, n.DataAtom, n.Data, n.Attr = t, e.atom, e.text, attr
	id := b.tree.add(n, parent, e.kind)
	if parent < 0 {
		return id
	}
	p := b.tree.Nodes[parent]
	n.Parent = p
	if last := p.LastChild; last != nil {
		n.PrevSibling, last.NextSibling = last, n
	} else {
		p.FirstChild = n
	}
	p.LastChild = n
	return id
}

// add makes a node in the innermost open element that is not too deep.
func (b *builder) add(t html.NodeType, e element, attr []html.Attribute) int32 {
	return b.create(b.stack[min(len(b.stack)-1, MaxDepth)].id, t, e, attr)
}

// open makes an element and opens it.
func (b *builder) open(e element, attr []html.Attribute) {
	id := b.add(html.ElementNode, e, attr)
	if e.name == 0 {
		e.name = b.nameOf(e.text)
	}
	i := int32(len(b.stack))
	o := *b.top()
	o.id, o.kind, o.name, o.outer = id, e.kind, e.name, b.last[e.name]
	if e.kind&cellScope != 0 {
		o.cell = i
	}
	if e.kind&listScope != 0 {
		o.list = i
	}
	if e.kind&block != 0 {
		o.block = i
	}
	b.last[e.name] = i
	b.stack = push(b.stack, o)
}

// nameOf numbers the name of an element without a class. It is 0 if there are
// too many.
func (b *builder) nameOf(s string) name {
	n, ok := b.names[s]
	if !ok && len(b.names) < maxNames {
		if b.names == nil {
			b.names = map[string]name{}
		}
		n = name(len(b.last))
		b.names[s] = n
		b.last = append(b.last, 0)
	}
	return n
}

// top is the element that was opened last.
func (b *builder) top() *open { return &b.stack[len(b.stack)-1] }

// pop closes the elements from index i of the stack up.
func (b *builder) pop(i int32) {
	for k := len(b.stack) - 1; k >= int(i); k-- {
		o := &b.stack[k]
		b.last[o.name] = o.outer
	}
	b.stack = b.stack[:i]
}

func (b *builder) openBody() {
	if b.body == 0 {
		b.pop(1)
		b.body = b.create(1, html.ElementNode, elements[atom.Body], nil)
		b.stack[0].id = b.body
	}
}

// addText adds the text that was read. Ignored tags may split a text into
// several nodes. Joining them would be quadratic on a page made of such tags.
func (b *builder) addText() {
	if isBlank(b.data) {
		if b.gap == "" && b.body != 0 && b.top().kind&tableGap == 0 && !(b.edge && b.last[namePre] == 0) {
			b.gap = b.data
		}
		return
	}
	b.addGap()
	if b.edge = false; b.body == 0 && len(b.stack) == 1 {
		b.openBody()
	}
	b.add(html.TextNode, element{text: b.data}, nil)
}

// addGap adds the white space that was read last.
func (b *builder) addGap() {
	if b.gap != "" {
		b.add(html.TextNode, element{text: b.gap}, nil)
		b.gap = ""
	}
}

// border takes note of a tag of an element of the kind. White space that borders on
// one of a block is no part of any line, and makes a third of the nodes of a page.
func (b *builder) border(k kind) {
	if b.edge = k&(block|lineBreak) != 0; b.edge && b.last[namePre] == 0 {
		b.gap = ""
	}
	b.addGap()
}

func (b *builder) startTag() {
	e := b.tag
	b.border(e.kind)
	switch e.atom {
	case atom.Html:
		b.merge(1)
		return
	case atom.Head:
		return
	case atom.Body:
		b.openBody()
		b.merge(b.body)
		return
	case atom.Image:
		e = elements[atom.Img]
	}
	if b.body == 0 && e.kind&head == 0 && b.last[nameTemplate] == 0 {
		b.openBody()
	}
	b.implyEnds(e)
	if e.kind&void != 0 || b.selfClosing && b.inForeign() {
		b.add(html.ElementNode, e, b.attr)
		return
	}
	b.open(e, b.attr)
}

// merge gives attributes of a repeated html or body tag to the element.
func (b *builder) merge(id int32) {
	n := b.tree.Nodes[id]
	if b.merged++; b.merged > maxMerged {
		return
	}
	for _, a := range b.attr {
		if len(n.Attr) < maxAttrs && !has(n.Attr, a.Key) {
			n.Attr = append(n.Attr, a)
		}
	}
	b.tree.marks[id] |= marksOf(n, 0)
}

func (b *builder) endTag() {
	if len(b.stack) > 1 && b.tree.Nodes[b.top().id].Data == b.endName {
		b.border(b.top().kind)
		b.pop(int32(len(b.stack) - 1))
		return
	}
	e := b.text.element(b.endName)
	i := b.find(e)
	if i > 0 || e.atom == atom.P || e.atom == atom.Br {
		b.border(e.kind)
	}
	switch e.atom {
	case atom.Html, atom.Body:
		b.openBody()
		return
	case atom.Head:
		return
	case atom.Br:
		b.openBody()
		b.add(html.ElementNode, e, nil)
		return
	}
	switch {
	case i == 0 && e.atom == atom.P && b.body != 0:
		b.add(html.ElementNode, e, nil) // old pages part paragraphs with a lone </p>
	case i == 0:
	case (e.kind == 0 || e.kind&formatting != 0) && b.top().block > i:
		// A misnested mark: it goes on to the end of the block around it.
		if e.atom == atom.A {
			b.splitLink(i)
		}
	default:
		b.pop(i)
	}
}

// find returns the innermost open element that an end tag names, or 0 if none
// is open inside the innermost table cell, table, or list for an item.
func (b *builder) find(e element) int32 {
	if e.name == 0 {
		e.name = b.names[e.text]
	}
	i := b.last[e.name]
	if e.name == 0 && b.tree.Nodes[b.stack[i].id].Data != e.text {
		return 0
	}
	if e.kind&heading != 0 {
		for _, a := range headings {
			i = max(i, b.last[elements[a].name])
		}
	}
	border := b.top().cell
	switch {
	case e.kind&tablePart != 0:
		border = b.last[nameTable]
	case e.name == nameLi:
		border = b.top().list
	case e.name == nameP:
		border = max(border, b.last[nameButton])
	}
	if i < border {
		return 0
	}
	return i
}

// splitLink closes link i of the stack and opens the elements inside it again:
// a link that went on would make links of all that follows.
func (b *builder) splitLink(i int32) {
	reopen := append([]open(nil), b.stack[i+1:]...)
	b.pop(i)
	if len(reopen) > maxReopen {
		return
	}
	for _, o := range reopen {
		n := b.tree.Nodes[o.id]
		b.open(element{n.DataAtom, n.Data, o.kind, o.name}, n.Attr)
	}
}
