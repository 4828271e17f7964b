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

// mostTitleLines is how many lines a headline has at most.
const mostTitleLines = 3

// joinTitle puts the lines of a heading together that the page states as its
// title, or that break one where the page states none.
func (x *extraction) joinTitle() {
	t := x.title.line
	if t < 0 {
		return
	}
	heading := x.headingAround(&x.lines[t])
	g := x.region(heading)
	if n := g.to - g.from; n < 2 || n > mostTitleLines {
		return
	}
	for i := g.from; i < g.to; i++ {
		if x.lines[i].link > 0 || x.scratch.stated.states(cjk.Key(x.lines[i].text)) {
			return
		}
	}
	for lo := g.from; lo <= t; lo++ {
		for hi := g.to; hi > max(t, lo+1); hi-- {
			if text := x.joined(lo, hi); x.scratch.stated.states(cjk.Key(text)) || x.statedBeforeSite(text) || lo == g.from && hi == g.to && x.broken(heading, g) {
				x.title.text, x.title.line = text, lo
				return
			}
		}
	}
}

// joined returns the lines [lo, hi) as one.
func (x *extraction) joined(lo, hi int) (text string) {
	for i := lo; i < hi; i++ {
		if r, _ := utf8.DecodeLastRuneInString(text); cjk.IsHan(r) {
			text += " "
		}
		text += x.lines[i].text
	}
	return text
}

// statedBeforeSite reports whether the title element is a headline and, behind white
// space alone, the name of the site.
func (x *extraction) statedBeforeSite(headline string) bool {
	key, rest := cjk.Key(headline), x.metas.docTitle
	for {
		i := strings.LastIndexFunc(rest, cjk.IsSpace)
		if i <= 0 {
			return false
		}
		site := cjk.Trim(x.metas.docTitle[i:])
		rest = cjk.Trim(rest[:i])
		if k := cjk.Key(rest); k == key {
			name, _, _ := strings.Cut(site, " ")
			return x.phr.outlet(name)
		} else if len(k) < len(key) {
			return false
		}
	}
}

// broken reports whether two lines of a heading are halves of a headline of
// which the page states nothing.
func (x *extraction) broken(heading int32, g region) bool {
	const least, alike = 4, 4
	a, b := &x.lines[g.from], &x.lines[g.from+1]
	if g.to-g.from != 2 || a.block != b.block || !x.setAsTitle(heading) && x.tree.Parent[a.first] != x.tree.Parent[b.first] {
		return false
	}
	for i := g.from; i < g.to; i++ {
		l := &x.lines[i]
		if l.Han < least || l.Stop > 0 || x.phr.outlet(l.text) || x.classify(i).kind != kindText {
			return false
		}
		for k := range x.scratch.stated.titles {
			if commonPart(l.text, string(x.scratch.stated.titles[k].key)) >= alike {
				return false
			}
		}
	}
	return true
}

// headingAround returns the innermost element around a line that is set as a
// title, the block of the line if none is.
func (x *extraction) headingAround(l *line) int32 {
	for id, up := l.first, 0; id >= 0 && up < titleDepth; id, up = x.tree.Parent[id], up+1 {
		if x.setAsTitle(id) {
			return id
		}
	}
	return l.block
}

// setAsTitle reports whether an element is a heading, or called a title.
func (x *extraction) setAsTitle(id int32) bool {
	return isHeadline(x.tree.Nodes[id].DataAtom) || x.topics[id]&topicTitle != 0
}

// sharesHeading reports whether line i stands in the heading of the headline, and
// is no part of it.
func (x *extraction) sharesHeading(i int) bool {
	h := x.headingAround(&x.lines[x.title.line])
	return !strings.Contains(x.titleKey, cjk.Key(x.lines[i].text)) && x.setAsTitle(h) && x.tree.Within(x.lines[i].first, h) && x.region(h).to-x.region(h).from <= mostTitleLines
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
