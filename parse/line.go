package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A line is what a reader sees as one line of text: the inline content between
// two block borders or breaks. Everything that the extractor decides, it
// decides on lines.
type line struct {
	cjk.Count
	text   string // white space collapsed, never empty
	size   int    // its length in bytes
	link   int    // runes inside links
	strong int    // runes inside strong, b and h1–h6
	block  int32  // the innermost block element around the line
	first  int32  // the first text node
	last   int32  // the last text node
	pieces [2]int // range in page.pieces
	soft   bool   // a single break parts it from the line before, in the same block
	indent bool   // it begins with ideographic or no-break spaces
	notice answer // whether it is a notice
}

// answer is what a question was answered that costs more than to remember it.
type answer int8

const (
	unasked answer = iota
	yes
	no
)

// piece is the part [lo, hi) of a text node.
type piece struct {
	node   int32
	lo, hi int32
}

// plain is the number of runes outside links.
func (l *line) plain() int { return l.Runes - l.link }

// linked reports whether links make up most of the line, or all of it but a
// date.
func (l *line) linked() bool {
	return l.link*5 > l.Runes*3 || l.link >= 8 && l.Clause <= 1 && l.Stop == 0 && l.Digit >= 4 && l.link+l.Digit+5 >= l.Runes
}

// sentence reports whether the line reads like running text.
func (l *line) sentence() bool {
	return l.Clause > 0 && l.Han >= 6 && !l.linked() && l.Runes >= 12
}

// media is an image, a video or an audio player between lines.
type media struct {
	node   int32
	before int    // the index of the line that follows it
	looked bool   // picture was asked for
	shows  bool   // and what it said
	src    string // the address of the picture as printed
}

// liner cuts a numbered tree into lines.
type liner struct {
	tree   *dom.Tree
	lines  []line
	pieces []piece
	media  []media
	lineAt []int32 // for each node, and one more, the first line at or behind it

	flow   cjk.Flow // the line that is being put together
	buf    []byte   // the text of the lines so far
	cur    line
	breaks int // br elements since the last text
	unseen int // runes of sentences that a style hides, as far as it matters whether they are many
	held   []int32
}

// cutLines returns the lines of everything below root that a reader sees. With
// hidden set, what style attributes hide counts as seen.
func cutLines(t *dom.Tree, root int32, hidden hiddenText, s *scratch) *liner {
	c := &liner{tree: t, lines: s.lines[:0], pieces: s.pieces[:0], media: s.media[:0], buf: s.text[:0]}
	c.flow.Text = s.flow[:0]
	open := append(make([]int32, 0, 64), root) // block elements around the current node
	for i := root; i < t.End[root]; {
		for len(open) > 1 && t.End[open[len(open)-1]] <= i {
			c.flush()
			c.breaks = 0
			open = open[:len(open)-1]
		}
		switch {
		case t.Hidden(i) && c.skip(i, hidden):
			c.passOver(i)
			i = t.End[i]
			continue
		case t.Text(i):
			c.text(i, open[len(open)-1])
		case t.Break(i):
			c.flush()
			c.breaks++
		case t.Media(i) && isMedia(t.Nodes[i]):
			c.medium(i)
			if t.Nodes[i].DataAtom != atom.Img {
				c.flush()
				i = t.End[i]
				continue
			}
		case t.Block(i):
			c.flush()
			c.breaks = 0
			open = append(open, i)
		}
		i++
	}
	c.flush()
	c.place()
	c.lineAt = s.lineAt[:0]
	c.settle()
	s.lines, s.pieces, s.media, s.lineAt, s.text, s.flow = c.lines, c.pieces, c.media, c.lineAt, c.buf, c.flow.Text
	return c
}

// settle gives the lines their text, which they share, and the nodes their
// lines.
func (c *liner) settle() {
	n := len(c.tree.Nodes) + 1
	c.lineAt = slices.Grow(c.lineAt, n)[:n]
	node := 0
	for i := range c.lines {
		for ; node <= int(c.lines[i].first); node++ {
			c.lineAt[node] = int32(i)
		}
	}
	for ; node < n; node++ {
		c.lineAt[node] = int32(len(c.lines))
	}
	all := string(c.buf)
	for i := range c.lines {
		l := &c.lines[i]
		l.text = all[:l.size]
		all = all[l.size:]
	}
}

// hiddenText says what cutLines does with elements that a style hides.
type hiddenText bool

const (
	skipHidden hiddenText = false
	showHidden hiddenText = true
)

func (c *liner) skip(i int32, hidden hiddenText) bool {
	if c.tree.Media(i) && isMedia(c.tree.Nodes[i]) && !c.tree.Hidden(c.tree.Parent[i]) {
		return false
	}
	return hidden == skipHidden || c.tree.Unread(i)
}

// passOver adds up the running text of a skipped element that only its style
// hides.
func (c *liner) passOver(i int32) {
	for end := c.tree.End[i]; i < end; {
		if c.tree.Unread(i) {
			i = c.tree.End[i]
			continue
		}
		if c.unseen < enoughUnseen && c.tree.Text(i) && len(c.tree.Nodes[i].Data) > enoughUnseen {
			if m := cjk.Measure(c.tree.Nodes[i].Data); m.Clause > 0 && m.Han >= 12 {
				c.unseen += m.Runes
			}
		}
		i++
	}
}

// enoughUnseen is how many runes a style must hide to be looked at.
const enoughUnseen = 40

func isMedia(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Img, atom.Video, atom.Audio:
		return true
	case atom.Iframe, atom.Embed:
		return dom.IsPlayer(n)
	}
	return dom.IsImage(n)
}

func (c *liner) medium(i int32) { c.held = append(c.held, i) }

// place settles the media seen since the last line: they stand before the next.
func (c *liner) place() {
	for _, id := range c.held {
		c.media = push(c.media, media{node: id, before: len(c.lines)})
	}
	c.held = c.held[:0]
}

func (c *liner) text(i, block int32) {
	data := c.tree.Nodes[i].Data
	if len(c.flow.Text) == 0 && firstDark(data) == len(data) {
		return // between elements
	}
	for lo := 0; lo < len(data); {
		hi := len(data)
		if len(c.lines) < mostLines {
			hi = lo + c.paragraphEnd(data[lo:])
		}
		c.piece(i, block, data, lo, hi)
		if hi < len(data) {
			c.flush()
			c.breaks = 2
		}
		lo = hi
	}
}

// mostLines is how many lines may stand before one that wide spaces cut in two. An
// element more may be another line all the same: there are no more than
// [dom.MaxNodes] of those.
const mostLines = 1 << 17

// firstDark returns where the white space of ASCII ends that s begins with.
func firstDark(s string) int {
	const spaces uint64 = 1<<' ' | 1<<'\t' | 1<<'\r' | 1<<'\n'
	for i := range len(s) {
		if c := s[i]; c > ' ' || spaces>>(c&63)&1 == 0 {
			return i
		}
	}
	return len(s)
}

// paragraphEnd returns where a run of wide spaces behind a full stop fakes the
// end of a paragraph, or len(s).
func (c *liner) paragraphEnd(s string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], "　　")
		if i < 0 {
			return len(s)
		}
		i += from
		if i == 0 && len(c.flow.Text) > 0 && endsSentence(string(c.flow.Text)) {
			return len(s) - len(strings.TrimLeft(s, "　"))
		}
		if i > 0 && endsSentence(s[:i]) {
			return i
		}
		from = i + len("　　")
	}
}

// endsSentence reports whether s ends like a paragraph: with a full stop, or
// with one inside closing quotes or brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”」』）)\"’ \u00a0\n\r\t")
	for _, stop := range []string{"。", "！", "？", "…", "!", "?"} {
		if strings.HasSuffix(s, stop) {
			return true
		}
	}
	return false
}

func (c *liner) piece(i, block int32, data string, lo, hi int) {
	s := data[lo:hi]
	before := len(c.flow.Text)
	m := c.flow.Append(s)
	if m.Runes == 0 {
		if before > 0 {
			c.pieces = push(c.pieces, piece{i, int32(lo), int32(hi)})
		} else if strings.Contains(s, "　") || strings.Contains(s, "\u00a0") {
			c.cur.indent = true
		}
		return
	}
	l := &c.cur
	if before == 0 {
		c.place()
		l.block, l.first = block, i
		l.pieces[0] = len(c.pieces)
		l.soft = c.breaks == 1
		start := s[firstDark(s):]
		l.indent = l.indent || strings.HasPrefix(start, "　") || strings.HasPrefix(start, "\u00a0")
		c.breaks = 0
	}
	l.last = i
	l.add(m)
	c.pieces = push(c.pieces, piece{i, int32(lo), int32(hi)})
	if c.tree.Link(i) {
		l.link += m.Runes
	}
	if c.tree.Strong(i) {
		l.strong += m.Runes
	}
}

func (l *line) add(m cjk.Count) {
	l.Runes += m.Runes
	l.Han += m.Han
	l.Clause += m.Clause
	l.Stop += m.Stop
	l.Digit += m.Digit
}

func (c *liner) flush() {
	if len(c.flow.Text) == 0 {
		return
	}
	l := c.cur
	l.size = len(c.flow.Text)
	c.buf = append(c.buf, c.flow.Text...)
	l.pieces[1] = len(c.pieces)
	c.lines = push(c.lines, l)
	c.cur = line{}
	c.flow = cjk.Flow{Text: c.flow.Text[:0]}
}
