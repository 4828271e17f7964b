package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/dom"
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
		card := x.authorCard(c, v, r)
		if aside && c.in(r).told*2 < c.in(g).told || card || c.linkList(n, r) || c.index(r) || isList(n) && c.buttons(r) {
			for i := r.from; i < r.to; i++ {
				drop[i] = drop[i] || !card || !x.phr.opensWithRole(x.lines[i].text)
			}
			if n := len(x.cut); !aside && (n == 0 || v >= x.tree.End[x.cut[n-1]]) {
				x.cut = append(x.cut, v)
			}
		}
	}
	return drop
}

// authorCard reports whether a part of the body presents who wrote it: its class
// says so, and it holds a portrait or a link with a name, and a few lines.
func (x *extraction) authorCard(c *counts, v int32, r region) bool {
	const lines, runes = 6, 220 // at most
	t := c.in(r)
	if r.to-r.from > lines || t.runes > runes || t.told*2 >= c.in(c.region).told || !authorClasses().in(dom.Attr(x.tree.Nodes[v], "class")) {
		return false
	}
	return x.images(v) > 0 || t.linked > 0
}

// counts are sums over the lines of the body up to each of them, so that any
// part of it is counted at once.
type counts struct {
	region
	sums []tally // of the lines before each
}

// tally is how many lines are of some kinds, and how many runes they have.
type tally struct {
	sentences int32 // running text
	stops     int32 // of whole sentences
	labels    int32 // of an index table
	tiny      int32 // a word
	linked    int32 // mostly links
	runes     int32
	links     int32 // of runes, those in links
	told      int32 // those outside of links in what reads like running text
}

// less returns a without the lines of b, which are some of the same.
func (a tally) less(b tally) tally {
	return tally{a.sentences - b.sentences, a.stops - b.stops, a.labels - b.labels, a.tiny - b.tiny,
		a.linked - b.linked, a.runes - b.runes, a.links - b.links, a.told - b.told}
}

// word is the length in runes up to which a line is a word, as on a button.
const word = 4

func (x *extraction) count(g region) *counts {
	sums := zeroed(x.scratch.tallies, g.to-g.from+1)
	x.scratch.tallies = sums
	for i := g.from; i < g.to; i++ {
		l, sum := &x.lines[i], sums[i-g.from]
		sum.runes += int32(l.Runes)
		sum.links += int32(l.link)
		if l.linked() {
			sum.linked++
		}
		if l.sentence() {
			sum.told += int32(l.plain())
		}
		switch {
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
	return c.sums[hi].less(c.sums[lo])
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

// linkList reports whether a block holds links and hardly anything else.
func (c *counts) linkList(n *html.Node, r region) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Div, atom.Section, atom.Aside, atom.Nav:
		t := c.in(r)
		return t.linked >= 2 && t.links*2 > t.runes
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
