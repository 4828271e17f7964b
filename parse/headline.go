package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// What the mark-up of a headline tells beyond its text: which lines belong to
// it, and how large it is set.

// joinTitle puts the lines of a heading together if all of them are what the
// page states as its title, and no line alone is.
func (x *extraction) joinTitle() {
	const most = 3
	t := x.title.line
	if t < 0 {
		return
	}
	g := x.region(x.headingAround(&x.lines[t]))
	if n := g.to - g.from; n < 2 || n > most {
		return
	}
	text := ""
	for i := g.from; i < g.to; i++ {
		l := &x.lines[i]
		if l.link > 0 || x.scratch.stated.states(cjk.Key(l.text)) {
			return
		}
		if r, _ := utf8.DecodeLastRuneInString(text); cjk.IsHan(r) {
			text += " "
		}
		text += l.text
	}
	if x.scratch.stated.states(cjk.Key(text)) {
		x.title.text, x.title.line = text, g.from
	}
}

// headingAround returns the innermost element around a line that is set as a
// title, the block of the line if none is.
func (x *extraction) headingAround(l *line) int32 {
	for id, up := l.first, 0; id >= 0 && up < titleDepth; id, up = x.tree.Parent[id], up+1 {
		if isHeadline(x.tree.Nodes[id].DataAtom) || x.topics[id]&topicTitle != 0 {
			return id
		}
	}
	return l.block
}

// fontSize returns the size in pixels that the mark-up sets a line in, 0 if it
// does not say.
func (x *extraction) fontSize(l *line) int {
	for id, up := l.first, 0; id >= 0 && up < 4; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		for d := range strings.SplitSeq(dom.Attr(n, "style"), ";") {
			if key, value, _ := strings.Cut(d, ":"); strings.EqualFold(cjk.Trim(key), "font-size") {
				return pixels(value)
			}
		}
		if n.DataAtom == atom.Font {
			if size := dom.Attr(n, "size"); len(size) == 1 && size[0] >= '1' && size[0] <= '7' {
				return fontSizes[size[0]-'1']
			}
		}
	}
	return 0
}

// fontSizes are what browsers take the sizes of font elements for.
var fontSizes = [...]int{10, 13, 16, 18, 24, 32, 48}

// largeFont is the size in pixels from which a line is set like a headline.
const largeFont = 20
