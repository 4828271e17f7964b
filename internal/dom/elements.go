package dom

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kind is a set of the element classes of the HTML Standard, section 13.2, as
// far as the builder and its callers need them.
type kind uint32

const (
	void          kind = 1 << iota
	head               // may stand in head
	formatting         // its end tag does not close a block around it
	heading            //
	tablePart          //
	section            // of a table: tbody, thead, tfoot
	tableGap           // holds no text, in a table
	cellScope          // what stands outside is closed by nothing inside
	listScope          // the same for list items
	endsParagraph      // its start tag closes an open p
	rawText            // holds no tags
	foreign            // svg and math
	notForeign         // its start tag ends svg and math around it
	integration        // holds HTML inside svg or math
	block              // a browser sets it apart from the text around it
	strong             // of heavy type
	unread             // its text is no part of what a reader sees as text
	frame              // its lines belong together
	lineBreak          //
	medium             // an image or a player, or what may hold one
	factual            // says something of the page, or may
)

// names numbers the elements that have a class, from 1.
type name int32

// element is what a tag names. The zero value names nothing.
type element struct {
	atom atom.Atom // 0 where x/net knows none
	text string
	kind kind
	name name // 0 for an element without a class
}

var classes = []struct {
	kind kind
	list []atom.Atom
}{
	{void, []atom.Atom{atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen, atom.Frame, atom.Basefont, atom.Bgsound}},
	{head, []atom.Atom{atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Base, atom.Noscript, atom.Template,
		atom.Basefont, atom.Bgsound, atom.Noframes}},
	{formatting, []atom.Atom{atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
		atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U,
		atom.Span, atom.Label, atom.Abbr, atom.Cite, atom.Q, atom.Ins, atom.Del, atom.Sub, atom.Sup}},
	{heading, headings},
	{tablePart, []atom.Atom{atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Colgroup}},
	{section, []atom.Atom{atom.Tbody, atom.Thead, atom.Tfoot}},
	{tableGap, []atom.Atom{atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Colgroup}},
	{cellScope, cells},
	{listScope, append(cells[:len(cells):len(cells)], atom.Ul, atom.Ol, atom.Dl)},
	{endsParagraph, append(headings[:len(headings):len(headings)], atom.Address, atom.Article, atom.Aside,
		atom.Blockquote, atom.Center, atom.Details, atom.Dir, atom.Div, atom.Dl, atom.Dd, atom.Dialog, atom.Dt, atom.Fieldset,
		atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Hr, atom.Li,
		atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Plaintext, atom.Pre, atom.Search, atom.Section,
		atom.Summary, atom.Table, atom.Ul, atom.Xmp)},
	{rawText, []atom.Atom{atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style,
		atom.Textarea, atom.Title, atom.Xmp}},
	{foreign, []atom.Atom{atom.Svg, atom.Math}},
	{notForeign, append(headings[:len(headings):len(headings)], atom.B, atom.Big, atom.Blockquote, atom.Br,
		atom.Center, atom.Code, atom.Dd, atom.Div, atom.Dl, atom.Dt, atom.Em, atom.Embed, atom.Hr, atom.I, atom.Img,
		atom.Li, atom.Listing, atom.Menu, atom.Meta, atom.Nobr, atom.Ol, atom.P, atom.Pre, atom.Ruby, atom.S,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Table, atom.Tt, atom.U, atom.Ul, atom.Var)},
	{integration, integrations},
	{block, append(headings[:len(headings):len(headings)], atom.Address, atom.Article, atom.Aside, atom.Audio,
		atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.Frameset, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Optgroup, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Video, atom.Xmp)},
	{strong, append(headings[:len(headings):len(headings)], atom.Strong, atom.B)},
	{unread, []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Select, atom.Option,
		atom.Textarea, atom.Button, atom.Iframe, atom.Object, atom.Title, atom.Svg, atom.Head, atom.Datalist,
		atom.Rp, atom.Rt, atom.Noframes, atom.Noembed}},
	{frame, []atom.Atom{atom.Table, atom.Li, atom.Blockquote}},
	{lineBreak, []atom.Atom{atom.Br}},
	{medium, []atom.Atom{atom.Img, atom.Video, atom.Audio, atom.Iframe, atom.Embed}},
	{factual, []atom.Atom{atom.Meta, atom.Title, atom.Link, atom.Base, atom.Html, atom.Script}},
}

var (
	headings     = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}
	integrations = []atom.Atom{atom.Foreignobject, atom.Desc, atom.Mi, atom.Mo, atom.Mn, atom.Ms, atom.Mtext, atom.AnnotationXml}
	cells        = []atom.Atom{atom.Td, atom.Th, atom.Table, atom.Caption, atom.Object, atom.Template}
)

// elements are the elements that have a class.
var elements = classify()

func classify() map[atom.Atom]element {
	m := map[atom.Atom]element{}
	for _, c := range classes {
		for _, a := range c.list {
			e, ok := m[a]
			if !ok {
				e = element{atom: a, text: a.String(), name: name(len(m) + 1)}
			}
			e.kind |= c.kind
			m[a] = e
		}
	}
	return m
}

// frequent finds most of elements by their names without any further look-up:
// those that no other one has taken the slot of.
var frequent = spread(elements)

const slots = 1024

func spread(elements map[atom.Atom]element) *[slots]element {
	var table [slots]element
	for _, e := range elements {
		if at := &table[slot(e.text)]; at.name == 0 || e.name < at.name {
			*at = e
		}
	}
	return &table
}

func slot(s string) int {
	if s == "" {
		return 0
	}
	return (len(s)<<7 ^ int(s[0])<<5 ^ int(s[len(s)-1]) ^ int(s[len(s)/2])<<3) % slots
}

// kindOf returns the kind of the element that n is.
func kindOf(n *html.Node) kind {
	if n.DataAtom == 0 {
		return 0
	}
	if e := frequent[slot(n.Data)]; e.atom == n.DataAtom {
		return e.kind
	}
	return elements[n.DataAtom].kind
}

// element returns the element of a tag name, in whatever case.
func (a *arena) element(s string) element {
	if e := frequent[slot(s)]; e.text == s && s != "" {
		return e
	}
	known := foldedAtom(s)
	if known == 0 {
		return element{text: a.lower(s)}
	}
	if e, ok := elements[known]; ok {
		return e
	}
	return element{atom: known, text: known.String()}
}

// foldedAtom returns the atom of s in lower case, 0 if it has none.
func foldedAtom(s string) atom.Atom {
	var b [32]byte
	if len(s) > len(b) {
		return 0
	}
	for i := range len(s) {
		c := s[i]
		if isUpper(c) {
			c |= 0x20
		}
		b[i] = c
	}
	return atom.Lookup(b[:len(s)])
}
