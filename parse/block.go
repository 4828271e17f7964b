package parse

import (
	"sort"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// buildBody turns the kept lines, and the media between them, into blocks.
func (x *extraction) buildBody() []article.Block {
	b := blockBuilder{x: x, list: -1, table: -1}
	x.findText()
	x.measure()
	b.out = make([]article.Block, 0, x.dress.lines+x.dress.images)
	m := 0
	for ; m < len(x.media) && x.media[m].node < x.body.node; m++ {
		if m+1 == len(x.media) || x.media[m+1].before != x.media[m].before {
			b.lead(&x.media[m]) // the last one before a line is the one that the line describes
		}
	}
	for i := x.body.from; i < x.bodyEnd; i++ {
		for ; m < len(x.media) && x.media[m].before <= i; m++ {
			b.medium(&x.media[m])
		}
		if x.keep[i] {
			b.line(i)
		}
	}
	for ; m < len(x.media) && x.media[m].before <= x.bodyEnd; m++ {
		b.medium(&x.media[m])
	}
	b.close()
	return b.out
}

type blockBuilder struct {
	x      *extraction
	out    []article.Block
	images map[string]bool // the addresses of those in out
	list   int32           // the list element whose items are being gathered, -1 if none
	table  int32
	last   int     // the last line put into a paragraph
	open   *string // the text in out that lines are being added to, nil if none
	joined []byte  // what it is to be
}

// captioned gives an image the line as its caption.
func (b *blockBuilder) captioned(block *article.Block, i int) {
	x := b.x
	if n := len(b.out); x.captions[i] && n > 0 {
		b.out[n-1].Caption, b.out[n-1].Credit = "", "" // it stands under the last one
	}
	block.Caption = x.lines[i].text
	if x.creditBelow(i) {
		block.Caption += "\n" + x.lines[i+1].text
		x.keep[i+1] = false
		x.captions[i+1] = true
	}
	block.Credit = x.photographer(block.Caption)
	x.keep[i] = false
	x.captions[i] = true
}

// photographer returns who took a picture, as its caption says.
func (x *extraction) photographer(caption string) string {
	for _, c := range x.captionCredits(caption) {
		if c.Role == article.RolePhotographer {
			return c.Name
		}
	}
	return ""
}

// captionCredits returns the people that a caption names. An outlet is none of
// them: 图／中央社.
func (x *extraction) captionCredits(caption string) (people []article.Credit) {
	for _, c := range x.pictureCredits(caption) {
		if !x.phr.outlet(c.Name) {
			people = append(people, c)
		}
	}
	return people
}

// agencies are what agencies print before the photographer, for what they print
// before a reporter.
var agencies = strings.NewReplacer("中新社发", "中新社记者", "新华社发", "新华社记者", "﹝", "〔", "﹞", "〕")

// pictureCredits returns whom or what a caption names as the picture's origin.
func (x *extraction) pictureCredits(caption string) []article.Credit {
	if x.sated() {
		return nil
	}
	if strings.ContainsAny(caption, "发﹝﹞") {
		caption = agencies.Replace(caption)
	}
	out := x.elementCredits(caption)
	for s := range brackets(caption) {
		out = append(out, x.bracketCredits(s)...)
	}
	return out
}

// line adds a line of text: to the list or table it lies in, to the paragraph
// that it continues behind a single break, or as a block of its own.
func (b *blockBuilder) line(i int) {
	x := b.x
	l := &x.lines[i]
	if t := x.dataTable(l.block); t >= 0 {
		if t != b.table {
			b.put(x.tableBlock(t))
			b.table, b.list = t, -1
		}
		return
	}
	b.table = -1
	if li := x.upTo(l.block, atom.Li); li >= 0 {
		b.item(i, li)
		return
	}
	b.list = -1
	if h := x.headingLevel(l.block); h > 0 {
		b.put(article.Block{Type: article.Heading, Level: h, Text: l.text})
		return
	}
	if x.upTo(l.block, atom.Blockquote) >= 0 {
		b.put(article.Block{Type: article.Quote, Text: l.text})
		return
	}
	text, spans := x.spans(l)
	if n := len(b.out); l.soft && !l.indent && n > 0 && b.last == i-1 && b.out[n-1].Type == article.Paragraph && x.lines[b.last].block == l.block {
		b.joinParagraph(&b.out[n-1], text, spans)
	} else {
		b.put(article.Block{Type: article.Paragraph, Text: text, Spans: spans})
	}
	b.last = i
}

func (b *blockBuilder) joinParagraph(p *article.Block, text string, spans []article.Span) {
	off := b.join(&p.Text, text)
	for _, s := range spans {
		s.Start += off
		s.End += off
		p.Spans = append(p.Spans, s)
	}
}

// join adds a line to a text, and returns where in it the line begins. The text
// is not the longer one before the builder is told to close it: lines by the
// thousand would copy it as often.
func (b *blockBuilder) join(to *string, line string) int {
	if b.open != to {
		b.close()
		b.open, b.joined = to, append(b.joined[:0], *to...)
	}
	b.joined = append(b.joined, '\n')
	off := len(b.joined)
	b.joined = append(b.joined, line...)
	return off
}

// close gives the open text the lines that were added to it.
func (b *blockBuilder) close() {
	if b.open != nil {
		*b.open, b.open = string(b.joined), nil
	}
}

// put appends a block.
func (b *blockBuilder) put(block article.Block) {
	b.close()
	b.out = append(b.out, block)
}

func (b *blockBuilder) item(i int, li int32) {
	x := b.x
	list := x.tree.Parent[li]
	if list == b.list {
		last := &b.out[len(b.out)-1]
		if li == x.upTo(x.lines[b.last].block, atom.Li) {
			n := len(last.Items) - 1
			b.join(&last.Items[n], x.lines[i].text)
		} else {
			b.close()
			last.Items = append(last.Items, x.lines[i].text)
		}
		b.last = i
		return
	}
	b.put(article.Block{Type: article.List, Ordered: x.tree.Is(list, atom.Ol), Items: []string{x.lines[i].text}})
	b.list, b.last = list, i
}

// upTo returns the innermost table, list item or quotation at or above id inside
// the body, or -1.
func (x *extraction) upTo(id int32, a atom.Atom) int32 {
	for ; id > x.body.node && x.tree.Framed(id); id = x.tree.Parent[id] {
		if x.tree.Is(id, a) {
			return id
		}
	}
	return -1
}

func (x *extraction) headingLevel(id int32) int {
	for ; id > x.body.node; id = x.tree.Parent[id] {
		switch x.tree.Nodes[id].DataAtom {
		case atom.H1, atom.H2:
			return 2
		case atom.H3:
			return 3
		case atom.H4:
			return 4
		case atom.H5:
			return 5
		case atom.H6:
			return 6
		case atom.Div, atom.P, atom.Td, atom.Li, atom.Section:
			return 0
		}
	}
	return 0
}

// dataTable returns the table around a line if it holds data: two rows and two
// columns at least, short cells, no table inside.
func (x *extraction) dataTable(id int32) int32 {
	t := x.upTo(id, atom.Table)
	if t < 0 {
		return -1
	}
	if is, known := x.tables[t]; known {
		if is {
			return t
		}
		return -1
	}
	rows, cells, wide, text := 0, 0, 0, 0
	row := 0
	for v := t + 1; v < x.tree.End[t]; v++ {
		switch x.tree.Nodes[v].DataAtom {
		case atom.Table:
			cells = -1 << 20
		case atom.Tr:
			rows++
			row = 0
		case atom.Td, atom.Th:
			cells++
			row++
			wide = max(wide, row)
			text += cjk.Measure(dom.Text(x.tree.Nodes[v])).Runes
		}
	}
	is := rows >= 2 && wide >= 2 && cells >= 4 && text < 60*cells
	if x.tables == nil {
		x.tables = map[int32]bool{}
	}
	x.tables[t] = is
	if is {
		return t
	}
	return -1
}

func (x *extraction) tableBlock(t int32) article.Block {
	b := article.Block{Type: article.Table}
	header := true
	for v := t + 1; v < x.tree.End[t]; v++ {
		n := x.tree.Nodes[v]
		switch n.DataAtom {
		case atom.Caption:
			b.Caption = cjk.Collapse(dom.Text(n))
		case atom.Tr:
			var row []string
			th := 0
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
					row = append(row, cjk.Collapse(dom.Text(c)))
					if c.DataAtom == atom.Th {
						th++
					}
				}
			}
			if len(row) == 0 {
				continue
			}
			if header = header && th == len(row); header {
				b.Header++
			}
			b.Rows = append(b.Rows, row)
		}
	}
	return b
}

// spans returns the text of a line with its inline marks.
func (x *extraction) spans(l *line) (string, []article.Span) {
	var m markUp
	pieces := x.pieces[l.pieces[0]:l.pieces[1]]
	if len(pieces) == 1 {
		x.mark(&m, pieces[0].node, l.block, 0, len(l.text))
		return l.text, m.spans
	}
	f := cjk.Flow{Text: x.scratch.flow[:0]}
	for _, p := range pieces {
		from := len(f.Text)
		f.Append(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		if from > 0 && len(f.Text) > from {
			switch {
			case f.Text[from] == ' ':
				from++
			case string(f.Text[from:min(from+3, len(f.Text))]) == "　":
				from += 3
			}
		}
		if len(f.Text) > from {
			x.mark(&m, p.node, l.block, from, len(f.Text))
		}
	}
	sort.SliceStable(m.spans, func(i, j int) bool {
		a, b := m.spans[i], m.spans[j]
		return a.Start < b.Start || a.Start == b.Start && a.End > b.End
	})
	x.scratch.flow = f.Text
	return l.text, m.spans
}

// markUp gathers the spans of one line. Spans are made of elements, so that
// they nest as those do.
type markUp struct {
	spans []article.Span
	made  map[int32]int // the span that an element made
}

// mark adds the elements around a text node, or lengthens their spans.
func (x *extraction) mark(m *markUp, node, block int32, from, to int) {
	for id := x.tree.Parent[node]; id > block; id = x.tree.Parent[id] {
		if s, ok := x.spanOf(x.tree.Nodes[id]); ok {
			s.Start, s.End = from, to
			m.add(id, s)
		}
	}
}

func (m *markUp) add(id int32, s article.Span) {
	if i, ok := m.made[id]; ok {
		m.spans[i].End = s.End
		return
	}
	if m.made == nil {
		m.made = map[int32]int{}
	}
	m.made[id] = len(m.spans)
	m.spans = append(m.spans, s)
}

// spanOf returns the kind of span that element n makes of its text.
func (x *extraction) spanOf(n *html.Node) (s article.Span, ok bool) {
	switch n.DataAtom {
	case atom.A:
		if href := dom.Attr(n, "href"); href != "" && href[0] != '#' {
			s.Kind, s.URL = article.SpanLink, x.link(href)
		}
		return s, s.URL != ""
	case atom.Strong, atom.B:
		s.Kind = article.SpanStrong
	case atom.Em, atom.I:
		s.Kind = article.SpanEm
	}
	return s, s.Kind != ""
}

// link resolves the address of a link, "" for none, scripts and other schemes.
func (x *extraction) link(href string) string {
	if href == "" {
		return ""
	}
	if isPlain(href) {
		return href
	}
	if u := absolute(href); u != nil {
		return u.String()
	}
	if u := resolveURL(x.base, href); u != nil {
		return u.String()
	}
	return ""
}
