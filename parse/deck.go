package parse

import (
	"sort"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// A kicker stands right above the headline and a subtitle right below it, set
// apart from what surrounds them: in a heading, in an element whose class says
// so, behind a dash, or centred where the paragraphs are not.

// kickerClasses and subtitleClasses are words of a class or id.
var (
	kickerClasses   = partsOf("yinti", "kicker", "pretitle", "pre_title", "pre-title", "jianti", "shoulder", "introtitle", "intro_title")
	subtitleClasses = partsOf("subtitle", "sub_title", "sub-title", "futi", "ftitle", "fubiaoti", "tit-sub", "tit_sub", "sub-tit", "sub_tit")
)

// decks fills kicker and subtitle, unless the profile did.
func (x *extraction) decks() {
	t := x.title.line
	if t < 0 || x.title.sure < 0.3 {
		return
	}
	if x.art.Kicker == "" && t > 0 && (x.deck(t-1, kickerClasses()) || x.title.sure >= 0.5 && x.above(t)) {
		x.art.Kicker = x.lines[t-1].text
		x.keep[t-1] = false
		x.res.evidence(FieldKicker, "above", x.art.Kicker)
	}
	if x.art.Subtitle != "" {
		return
	}
	var sub []string
	for i := t + 1; i < len(x.lines) && len(sub) < 3; i++ {
		if k := x.readings[i].kind; k == kindInfo || k == kindChrome || k == kindCredits || k == kindTitle && i < t+3 || x.hints[x.lines[i].block] == hintAside {
			if len(sub) > 0 {
				break
			}
			continue
		}
		if !x.deck(i, subtitleClasses()) && !x.underTitle(t, i) || x.source(i) {
			break
		}
		if i+1 < len(x.lines) && x.readings[i+1].kind == kindTitle && x.art.Kicker == "" {
			x.art.Kicker = x.lines[i].text // the text repeats the whole headline, with what stands above it
			x.keep[i] = false
			x.res.evidence(FieldKicker, "repeated", x.art.Kicker)
			break
		}
		sub = append(sub, x.lines[i].text)
		x.keep[i] = false
	}
	if len(sub) > 0 {
		x.art.Subtitle = strings.Join(sub, "\n")
		x.res.evidence(FieldSubtitle, "below", x.art.Subtitle)
	}
}

// above reports whether the line before the headline is a block of its own right
// beside it, long enough to be no section's name.
func (x *extraction) above(t int) bool { return x.besideTitle(t, t-1) }

// underTitle reports whether line i is such a block right behind the headline, with the
// info line behind it.
func (x *extraction) underTitle(t, i int) bool {
	return i == t+1 && i+1 < len(x.lines) && x.readings[i+1].kind == kindInfo && x.besideTitle(t, i) &&
		(x.title.sure >= 0.5 || strings.Contains(cjk.Key(x.metas.docTitle), cjk.Key(x.lines[i].text)))
}

func (x *extraction) besideTitle(t, i int) bool {
	l := &x.lines[i]
	if !x.deckLike(i) || l.Han < 8 || x.hints[l.block] == hintAside || x.inCrumbs(i) || strings.Contains(x.home, l.text) && !x.statedBesideTitle(l) {
		return false
	}
	own := x.lines[t].block
	for h, up := own, 0; h >= 0 && up < 3; h, up = x.tree.Parent[h], up+1 {
		if x.tree.Parent[h] == x.tree.Parent[l.block] && (x.setAsTitle(h) || h == own && x.setLike(h, l.block) && x.scratch.stated.states(x.titleKey)) {
			return true
		}
	}
	return false
}

// statedBesideTitle reports whether a line stands in the title element where that holds
// the headline, which the page puts otherwise.
func (x *extraction) statedBesideTitle(l *line) bool {
	return x.home == x.metas.docTitle && strings.Contains(firstSegment(x.metas.docTitle), l.text)
}

// isHeadline reports whether an element is of those that headlines stand in.
func isHeadline(a atom.Atom) bool { return a == atom.H1 || a == atom.H2 || a == atom.H3 }

// rowBeside reports whether line i is a table row of its own right above or below
// that of the headline.
func (x *extraction) rowBeside(i int) bool {
	t := x.title.line
	own, head := x.tree.Up(x.lines[i].block, atom.Tr), x.tree.Up(x.lines[t].block, atom.Tr)
	if own < 0 || head < 0 || own == head || x.tree.Parent[own] != x.tree.Parent[head] || i != t-1 && i != t+1 {
		return false
	}
	r, h := x.region(own), x.region(head)
	return r.to-r.from == 1 && h.to-h.from == 1 && x.lines[i].Han >= leastRow && !strings.Contains(x.home, x.lines[i].text)
}

// leastRow is how many hanzi a row beside the headline has that is no section.
const leastRow = 6

// source reports whether line i names who published the page.
func (x *extraction) source(i int) bool {
	for _, f := range x.lineFields(i) {
		if f.kind == fieldCredits {
			return true
		}
	}
	return x.metaStates(x.lines[i].text)
}

// deckLike reports whether line i reads like a kicker or subtitle.
func (x *extraction) deckLike(i int) bool {
	l := &x.lines[i]
	return x.readings[i].kind == kindText && l.link == 0 && l.Han >= 4 && l.Runes <= 60 && l.Digit*3 <= l.Runes && !endsSentence(l.text) && !documentNumber(l.text) &&
		!captionWords(l.text) && !x.inFigcaption(l) && !startsHome(l.text) && !x.phr.outlet(l.text) && !x.follows(i) &&
		!strings.Contains(x.titleKey, cjk.Key(l.text)) // a line of the headline
}

// splitTitle parts a headline from the decks that stand on its line: wide spaces
// part them where narrow ones part the clauses of the headline.
func (x *extraction) splitTitle() {
	head, rest, ok := strings.Cut(x.title.text, "　")
	if !ok || x.title.line < 0 || !strings.Contains(cjk.Trim(head), " ") {
		return
	}
	decks := strings.FieldsFunc(rest, func(r rune) bool { return r == '　' })
	if len(decks) == 0 || !strings.Contains(decks[0], " ") {
		return
	}
	for _, part := range append(decks, head) {
		if m := cjk.Measure(part); m.Han < 8 || m.Stop > 0 {
			return
		}
	}
	x.title.text, x.art.Subtitle = cjk.Trim(head), strings.Join(decks, "\n")
	x.res.evidence(FieldSubtitle, "line", x.art.Subtitle)
}

// documentNumber reports whether s is the number of a document: 江政发〔2023〕9号.
func documentNumber(s string) bool {
	return strings.HasSuffix(s, "号") && strings.ContainsAny(s, "〔[［（(【") && cjk.Measure(s).Digit >= 4
}

// deck reports whether line i reads and is set like a kicker or subtitle.
func (x *extraction) deck(i int, classes *parts) bool {
	l := &x.lines[i]
	if !x.deckLike(i) {
		return false
	}
	if strings.HasPrefix(l.text, "——") || x.classed(l.block, classes) || x.identified(l.block, classes) || x.sharesHeading(i) {
		return true
	}
	if beside := i == x.title.line-1 || i == x.title.line+1; x.title.sure < 0.5 && !beside {
		return false
	}
	if near := x.tree.Common(l.block, x.lines[x.title.line].block); x.textOf(near) > 4000 {
		return false
	}
	switch x.tree.Nodes[l.block].DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5:
		return true
	}
	return x.centred(l.block) && !x.mostlyCentred() || x.rowBeside(i)
}

// follows reports whether an image stands right before line i, so that it is
// its caption.
func (x *extraction) follows(i int) bool {
	ms := x.mediaBefore(i)
	for k := range ms {
		m := &ms[k]
		if m.node > x.lines[max(i-1, 0)].last && x.tree.Within(m.node, x.body.node) {
			return x.picture(m)
		}
	}
	return false
}

// mediaBefore returns the media between line i and the one before it.
func (x *extraction) mediaBefore(i int) []media {
	from := sort.Search(len(x.media), func(k int) bool { return x.media[k].before >= i })
	to := from
	for to < len(x.media) && x.media[to].before == i {
		to++
	}
	return x.media[from:to]
}

// identified is [extraction.classed] for ids.
func (x *extraction) identified(id int32, words *parts) bool {
	for up := 0; id >= 0 && up < 2; id, up = x.tree.Parent[id], up+1 {
		if words.in(dom.Attr(x.tree.Nodes[id], "id")) {
			return true
		}
	}
	return false
}

// textOf is the length in runes of the text below node v.
func (x *extraction) textOf(v int32) (n int) {
	r := x.region(v)
	for i := r.from; i < r.to; i++ {
		n += x.lines[i].Runes
	}
	return n
}

// mostlyCentred reports whether the page sets its paragraphs in the middle, so
// that it tells nothing.
func (x *extraction) mostlyCentred() bool {
	centred, all := 0, 0
	for i := x.body.from; i < x.body.to; i++ {
		if x.keep[i] && x.lines[i].sentence() {
			all++
			if x.centred(x.lines[i].block) {
				centred++
			}
		}
	}
	return centred*2 > all
}
