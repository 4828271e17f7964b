package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropBlocks marks the lines of parts inside the body that are no part of the
// story: what a class calls an aside, records, lists of links, rows of buttons,
// and the index table above a government document.
func (x *extraction) dropBlocks(g region) []bool {
	drop := make([]bool, len(x.lines)+1)
	for _, r := range x.records {
		for i := max(r.from, g.from); i < min(r.to, g.to); i++ {
			drop[i] = true
		}
	}
	c := x.count(g)
	for v := g.node + 1; v < x.tree.End[g.node]; v++ {
		n := x.tree.Nodes[v]
		if n.Type != html.ElementNode {
			continue
		}
		aside := x.hints[v] == hintAside && x.hints[x.tree.Parent[v]] != hintAside
		if !aside && !x.tree.Block(v) {
			continue
		}
		r := x.region(v)
		if r.empty() {
			continue
		}
		if aside && x.rawContent(r) < 0.5*x.rawContent(g) || x.linkList(n, r) || c.index(r) || isList(n) && c.buttons(r) {
			for i := r.from; i < r.to; i++ {
				drop[i] = true
			}
			if n := len(x.cut); !aside && (n == 0 || v >= x.tree.End[x.cut[n-1]]) {
				x.cut = append(x.cut, v)
			}
		}
	}
	return drop
}

// counts are sums over the lines of the body up to each of them, so that any
// part of it is counted at once.
type counts struct {
	region
	sums []tally // of the lines before each
}

// tally is how many lines are of some kinds.
type tally struct {
	sentences int32 // running text
	stops     int32 // of whole sentences
	labels    int32 // of an index table
	tiny      int32 // a word
}

// word is the length in runes up to which a line is a word, as on a button.
const word = 4

func (x *extraction) count(g region) *counts {
	sums := zeroed(x.scratch.tallies, g.to-g.from+1)
	x.scratch.tallies = sums
	for i := g.from; i < g.to; i++ {
		sum := sums[i-g.from]
		switch l := &x.lines[i]; {
		case l.sentence() && x.readings[i].kind == kindText:
			sum.sentences++
			if l.Stop > 0 && l.Runes >= 25 {
				sum.stops++
			}
		case l.Runes <= word:
			sum.tiny++
		}
		if x.phr.indexLabel(x.lines[i].text) {
			sum.labels++
		}
		sums[i-g.from+1] = sum
	}
	return &counts{g, sums}
}

// in returns what stands in region r.
func (c *counts) in(r region) tally {
	lo, hi := max(r.from-c.from, 0), min(r.to-c.from, len(c.sums)-1)
	if lo >= hi {
		return tally{}
	}
	a, b := c.sums[lo], c.sums[hi]
	return tally{b.sentences - a.sentences, b.stops - a.stops, b.labels - a.labels, b.tiny - a.tiny}
}

// index reports whether a part of the body is the table that says number,
// organ and date of a document above its text.
func (c *counts) index(r region) bool {
	t := c.in(r)
	return t.labels >= 3 && t.stops == 0
}

// buttons reports whether a list behind the last sentence holds hardly anything
// but words: readers' moods, shares, stars.
func (c *counts) buttons(r region) bool {
	n := r.to - r.from
	return n >= 4 && int(c.in(r).tiny)*5 >= n*4 && c.in(region{from: r.from, to: c.to}).sentences == 0
}

func isList(n *html.Node) bool { return n.DataAtom == atom.Ul || n.DataAtom == atom.Ol }

// rawContent is the running text of a region, whatever its classes say.
func (x *extraction) rawContent(g region) (sum float64) {
	for i := g.from; i < g.to; i++ {
		if x.lines[i].sentence() {
			sum += float64(x.lines[i].plain())
		}
	}
	return sum
}

// linkList reports whether a block holds links and hardly anything else.
func (x *extraction) linkList(n *html.Node, r region) bool {
	links, runes, linked := 0, 0, 0
	for i := r.from; i < r.to; i++ {
		l := &x.lines[i]
		runes += l.Runes
		links += l.link
		if l.linked() {
			linked++
		}
	}
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Div, atom.Section, atom.Aside, atom.Nav:
		return linked >= 2 && links*2 > runes
	}
	return false
}

// longestIndexLabel is in bytes.
const longestIndexLabel = 36

// indexLabel reports whether a line is a label of an index table, or begins
// with one and a colon.
func (p *phrases) indexLabel(line string) bool {
	if !p.index.mayHave(line) {
		return false
	}
	line = prefixBytes(line, longestIndexLabel+len("："))
	if i := strings.IndexAny(line, ":："); i >= 0 {
		line = line[:i]
	}
	return len(line) <= longestIndexLabel && p.index.has(strings.Trim(line, "【】[]"))
}
