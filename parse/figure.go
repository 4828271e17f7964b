package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
	"golang.org/x/net/html/atom"
)

// A caption may stand elsewhere than right behind its image: above it in a box of
// the two, or behind other lines of a figure.

// figureCaption returns the line of a figure's figcaption where other lines of the
// figure come first, and takes those for what they are, no text; else -1.
func (x *extraction) figureCaption(m *media) int {
	fig := x.tree.Up(m.node, atom.Figure)
	if fig < 0 || m.before >= x.bodyEnd {
		return -1
	}
	all := x.region(fig)
	if all.from != m.before || all.to-all.from < 2 || all.to-all.from > 6 {
		return -1
	}
	for v := fig + 1; v < x.tree.End[fig]; v++ {
		if !x.tree.Is(v, atom.Figcaption) {
			continue
		}
		r := x.region(v)
		label := func(i int) bool {
			return strings.HasSuffix(x.lines[i].text, "，") || strings.HasSuffix(x.lines[i].text, "：")
		}
		if r.empty() || r.from == all.from && !label(r.from) {
			return -1
		}
		for i := all.from; i < all.to; i++ {
			x.keep[i] = false
		}
		for r.from+1 < r.to && label(r.from) {
			r.from++
		}
		return r.from
	}
	return -1
}

// captionAbove reports whether the line before an image shares a box with it and
// nothing else.
func (x *extraction) captionAbove(m *media) bool {
	i := m.before - 1
	if i < x.body.from || i >= x.bodyEnd || !x.keep[i] || x.lines[i].linked() || x.lines[i].Runes > shortCaption || x.lines[i].Stop > 1 || dateline(x.lines[i].text) {
		return false
	}
	f := x.tree.Common(m.node, x.lines[i].first)
	if r := x.region(f); f == x.lines[i].block || r.from != i || r.to != i+1 || x.images(f) != 1 || x.tree.Within(x.body.node, f) {
		return false
	}
	return x.tree.Up(f, atom.A) < 0
}

// takeLast takes back line i if it is the paragraph that was added last.
func (b *blockBuilder) takeLast(i int) bool {
	b.close()
	n := len(b.out)
	if n == 0 || b.last != i || b.out[n-1].Type != article.Paragraph || b.out[n-1].Text != b.x.lines[i].text {
		return false
	}
	b.out = b.out[:n-1]
	return true
}
