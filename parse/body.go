package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The body is the element with most running text for the least of anything
// else. Every line is worth the characters of its sentences, less what menus
// and lists cost; since lines stand in document order, the worth of any element
// is the difference of two prefix sums.

// region is the lines [from, to) below node.
type region struct {
	node     int32
	from, to int
	worth    float64
}

func (g region) empty() bool { return g.from >= g.to }

// lineHints fills x.hints and x.topics: for each node what its class and id, and
// those around it, say.
func (x *extraction) lineHints() {
	x.hints = zeroed(x.scratch.hints, len(x.tree.Nodes))
	x.topics = zeroed(x.scratch.topics, len(x.tree.Nodes))
	x.scratch.hints, x.scratch.topics = x.hints, x.topics
	x.hintNodes(0, int32(len(x.tree.Nodes)))
}

// hintNodes fills them for the nodes [from, to).
func (x *extraction) hintNodes(from, to int32) {
	for i := from; i < to; i++ {
		if x.tree.Named(i) {
			x.hints[i], x.topics[i] = x.elementHint(x.tree.Nodes[i])
		}
		if p := x.tree.Parent[i]; p >= 0 && x.hints[p] == hintAside {
			x.hints[i] = hintAside
		}
	}
}

// mostMisnomers bounds how many elements around each other are looked at.
const mostMisnomers = 4

// clearMisnomers takes the hint from what is called an aside and holds the story, as
// an area that advertisements may be put into.
func (x *extraction) clearMisnomers() {
	for range mostMisnomers {
		v := x.misnomer()
		if v < 0 {
			return
		}
		clear(x.hints[v:x.tree.End[v]])
		x.hints[v] = x.otherHint(x.tree.Nodes[v])
		x.hintNodes(v+1, x.tree.End[v])
	}
}

// otherHint is what the class or the id of a misnamed element says besides.
func (x *extraction) otherHint(n *html.Node) hint {
	for i := range n.Attr {
		if k := n.Attr[i].Key; k == "class" || k == "id" {
			if h, _ := x.scratch.classes.hint(x.phr.classes, n.Attr[i].Val); h != hintAside && h != hintNone {
				return h
			}
		}
	}
	return hintNone
}

// misnomer returns the outermost aside around the first running text behind the
// headline, if it holds most of all there is; else -1. Where it is the comments
// that are most of it, the story comes first.
func (x *extraction) misnomer() int32 {
	first := max(x.title.line+1, 0)
	for first < len(x.lines) && !x.proseLine(first) {
		first++
	}
	if first == len(x.lines) {
		return -1
	}
	v := int32(-1)
	for id := x.lines[first].block; id >= 0 && x.hints[id] == hintAside; id = x.tree.Parent[id] {
		v = id
	}
	if v < 0 {
		return -1
	}
	inside, all, end := 0, 0, x.region(v).to
	for i := first; i < len(x.lines); i++ {
		if !x.proseLine(i) {
			continue
		}
		all += x.lines[i].plain()
		if i < end {
			inside = all
		}
	}
	if inside*2 <= all {
		return -1
	}
	return v
}

// proseLine reports whether line i is running text of nobody's comments.
func (x *extraction) proseLine(i int) bool { return x.lines[i].sentence() && !x.isSilent(i) }

func (x *extraction) elementHint(n *html.Node) (h hint, topics topic) {
	text := false // of the article, by its own word
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "class", "id":
			v, t := x.scratch.classes.hint(x.phr.classes, n.Attr[i].Val)
			topics |= t
			if v == hintAside || h == hintNone {
				h = v
			}
		case "itemprop":
			_, t := x.scratch.classes.hint(x.phr.classes, n.Attr[i].Val)
			topics |= t
			if n.Attr[i].Val == "articleBody" {
				text = true
			}
		}
	}
	if text {
		return hintContent, topics
	}
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Figure:
		h = hintNone // skins, page kinds and kinds of picture, not parts
	}
	return h, topics
}

// isSilent reports whether line i is no text of an article.
func (x *extraction) isSilent(i int) bool { return x.silent != nil && x.silent[i] }

// content is the worth of a line as text of an article.
func (x *extraction) content(i int) float64 {
	l := &x.lines[i]
	if l.linked() || x.isSilent(i) {
		return 0
	}
	w := 0.0
	switch plain := float64(l.plain()); {
	case l.sentence():
		w = plain
	case l.Han >= 10:
		w = 0.3 * plain
	}
	if x.hints[l.block] == hintAside {
		w *= 0.15
	}
	return w
}

// cost is what a line takes away from an element that holds it.
func (x *extraction) cost(i int) float64 {
	l := &x.lines[i]
	switch {
	case l.linked():
		return float64(min(l.Runes, 24))
	case l.sentence():
		return 0
	case l.Han >= 10:
		return 3
	}
	return 5
}

// findBody chooses the element that holds the article's text. An element that
// holds hardly anything but notices is none, however long those are.
func (x *extraction) findBody() region {
	x.findRecords()
	x.clearMisnomers()
	x.weigh()
	best := x.heaviest()
	for tries := 0; tries < 3 && x.silenceNotices(best); tries++ {
		x.weigh()
		best = x.heaviest()
	}
	return x.around(best)
}

// silenceNotices takes the worth from the notices in g if they are most of it,
// and reports whether it did.
func (x *extraction) silenceNotices(g region) bool {
	if g.empty() {
		return false
	}
	sum, all := 0.0, x.sumContent[g.to]-x.sumContent[g.from]
	var notices []int
	for i := g.from; i < g.to && len(notices) < 20; i++ {
		if sum+x.sumContent[g.to]-x.sumContent[i] < 0.6*all {
			return false
		}
		if w := x.sumContent[i+1] - x.sumContent[i]; w > 0 && x.noticeLine(i) {
			notices = append(notices, i)
			sum += w
		}
	}
	if sum < 0.6*all {
		return false
	}
	if x.silent == nil {
		x.silent = make([]bool, len(x.lines))
	}
	for _, i := range notices {
		x.silent[i] = true
	}
	return true
}

// around returns the element around a body that is one paragraph, if that holds
// nothing but plain lines behind the headline: short paragraphs have no weight
// of their own.
func (x *extraction) around(g region) region {
	if g.node < 0 || !x.tree.Is(g.node, atom.P) && g.to-g.from > 1 {
		return g
	}
	p := x.tree.Parent[g.node]
	r := x.region(p)
	if r.from <= x.title.line || r.to-r.from > 40 || x.hints[p] == hintAside {
		return g
	}
	for i := r.from; i < r.to; i++ {
		if x.lines[i].linked() || x.hints[x.lines[i].block] == hintAside {
			return g
		}
	}
	r.worth = g.worth
	return r
}

// heaviest returns the element that is worth most.
func (x *extraction) heaviest() region {
	best := region{node: -1}
	for i, n := range x.tree.Nodes {
		if x.tree.Text(int32(i)) {
			continue
		}
		g := x.region(int32(i))
		if g.empty() {
			continue
		}
		g.worth = x.worth(g)
		if g.worth > best.worth && n.Type == html.ElementNode && (x.tree.Block(int32(i)) || isHolder(n)) {
			best = g
		}
	}
	return best
}

// isHolder reports whether an inline or unknown element may hold an article.
func isHolder(n *html.Node) bool {
	return n.DataAtom == 0 || n.DataAtom == atom.Span || n.DataAtom == atom.Font
}

// weigh fills the prefix sums of content and cost over the lines.
func (x *extraction) weigh() {
	x.sumContent = zeroed(x.scratch.content, len(x.lines)+1)
	x.sumCost = zeroed(x.scratch.cost, len(x.lines)+1)
	x.scratch.content, x.scratch.cost = x.sumContent, x.sumCost
	over := 1.0
	for i := range x.lines {
		c := x.content(i)
		if x.title.line >= 0 && i <= x.title.line && x.title.sure > 0.6 {
			c *= 0.2
		}
		if over == 1 && i > x.title.line && x.sumContent[i] > 40 && x.stops(i) {
			over = 0.2
		}
		x.sumContent[i+1] = x.sumContent[i] + c*over
		x.sumCost[i+1] = x.sumCost[i] + x.cost(i)
	}
}

// stops reports whether line i is a heading behind which the article is over.
func (x *extraction) stops(i int) bool {
	_, ok := x.heading(x.lines[i].text)
	return ok
}

// region returns the lines below node v.
func (x *extraction) region(v int32) region {
	return region{node: v, from: int(x.lineAt[v]), to: int(x.lineAt[x.tree.End[v]])}
}

func (x *extraction) worth(g region) float64 {
	w := x.sumContent[g.to] - x.sumContent[g.from] - 0.5*(x.sumCost[g.to]-x.sumCost[g.from])
	if x.hints[g.node] == hintContent {
		w *= 1.3
	}
	return w
}
