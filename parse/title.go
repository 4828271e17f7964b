package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// The title is the longest agreement between what the page shows and what its
// title element and metas say. A shown line that says the same as one of them
// is the headline; what the title element says beyond it is the site's suffix.

// headline is where the title was found.
type headline struct {
	text string
	line int     // index of the line, -1 if the page shows none
	sure float64 // 0..1
	rule string
}

// titleSeparators part a headline from the names of section and site.
const titleSeparators = "_|-–—－丨｜︱»>›<«:：,，·.。【】~～/\\ 　"

// hardSeparators are hardly ever part of a headline.
const hardSeparators = "_|丨｜︱»>›<«"

// longestTitle bounds a stated title in bytes: each line is held against it.
const longestTitle = 600

// statedTitles are the titles that the page states outside its text, the more
// exact ones first.
func (m *metas) statedTitles() (titles []string) {
	for _, k := range []string{"articletitle", "og:title", "ld:headline", "twitter:title", "title", "cxenseparse:mdc-title"} {
		if v := m.value(k); v != "" {
			titles = append(titles, prefixBytes(v, longestTitle))
		}
	}
	if m.docTitle != "" {
		titles = append(titles, prefixBytes(m.docTitle, longestTitle))
	}
	return titles
}

// findTitle chooses the headline among the lines.
func (x *extraction) findTitle() headline {
	stated := &x.scratch.stated
	stated.fill(x.metas.statedTitles())
	best := headline{line: -1}
	for i := range x.lines {
		l := &x.lines[i]
		if l.Runes < 2 || l.Runes > 120 || x.phr.originalNote(l.text) {
			continue
		}
		if h := x.titleScore(i, l, stated); h.sure > best.sure {
			best = h
		}
	}
	if best.sure >= 0.3 {
		return best
	}
	return headline{line: -1}
}

// noteBrackets stand around notes of another headline.
const noteBrackets = "（([【〔"

// originalNote reports whether a line is a note of another headline (原标题：…),
// which often agrees with what the page states as well as its own does.
func (p *phrases) originalNote(s string) bool {
	if r, _ := cjk.RuneAt(s, 0); !p.originals.has(r) {
		return false
	}
	_, kind, ok := p.labels.prefix(strings.TrimLeft(s, noteBrackets))
	return ok && kind == labelOriginal
}

// reviseTitle looks again once the body is known. A headline stands above its
// text: one that was found below it, or found on weak grounds, gives way to the
// line above the info line, and that to what the page states in its metas.
func (x *extraction) reviseTitle() {
	first := x.firstText()
	doubt := 0.2
	if x.title.line >= 0 && x.title.line < first && !x.titledBySection() {
		if x.title.sure >= 0.55 {
			return
		}
		doubt = 0 // what the page states agrees with a line above the text
	}
	if h, ok := x.titleAbove(first); ok && h.sure > x.title.sure-doubt {
		if h.line == x.title.line {
			h.text, h.sure, h.rule = x.title.text, max(h.sure, x.title.sure), x.title.rule
		}
		x.title = h
		return
	}
	if x.title.line < 0 || x.title.line >= first {
		x.title = x.statedTitle(x.metas.statedTitles())
	}
}

// titledBySection reports whether the headline that was found is all that the title
// element has beside the names of outlets, and short: it may name the section.
func (x *extraction) titledBySection() bool {
	const longest = 10 // runes
	name := x.title.text
	if cjk.RuneCount(name) > longest {
		return false
	}
	found, others := false, false
	for part := range strings.FieldsFuncSeq(x.metas.docTitle, isSiteMark) {
		switch part = cjk.Trim(part); {
		case part == name:
			found = true
		case part == "":
		case !x.phr.outlet(withoutEdition(part)):
			return false
		default:
			others = true
		}
	}
	return found && others
}

// firstText returns the first line of running text of the body region, below
// the info line if one follows a sentence: that sentence is the headline.
func (x *extraction) firstText() int {
	for i := x.body.from; i < x.body.to; i++ {
		if i == x.title.line || x.content(i) < 12 || !x.lines[i].sentence() || x.inFigcaption(&x.lines[i]) {
			continue
		}
		if info := x.dateLine(i+1, min(i+4, x.body.to)); info < 0 || strings.Contains(x.lines[i].text, "。") {
			return i
		}
	}
	return x.body.from
}

// dateLine returns the first short line in [lo, hi) that holds a time and no
// sentence, or -1.
func (x *extraction) dateLine(lo, hi int) int {
	for i := max(lo, 0); i < hi; i++ {
		l := &x.lines[i]
		if l.Runes <= 150 && l.Stop == 0 && l.Digit >= 4 {
			if _, ok := x.clock.first(l.text); ok {
				return i
			}
		}
	}
	return -1
}

// titleAbove takes the line above the text that looks most like a headline: by
// its mark-up, its length, an info line close below it and what of it the page
// states. Of equals the upper one wins, for a subtitle is set like its headline.
func (x *extraction) titleAbove(first int) (headline, bool) {
	best, sure := headline{line: -1}, 0.0
	for i := max(first-farAbove, 0); i < first; i++ {
		place := x.titlePlace(&x.lines[i])
		if !x.titleLike(i, place) || i < first-nearAbove && (place < 0.35 || x.lines[i].link > 0) {
			continue
		}
		v := 0.3 + place
		if h := x.lines[i].Han; h >= 8 || h >= 6 && place >= 0.2 {
			v += 0.1
		}
		if x.fontSize(&x.lines[i]) >= largeFont {
			v += 0.15
		}
		info := x.infoBelow(i, first)
		if info {
			v += 0.15
		}
		if place == 0 { // of lines that no mark-up tells apart, the page may state one
			_, agree := x.scratch.stated.best(&x.lines[i])
			v += 0.3 * agree
		}
		if x.hints[x.lines[i].block] == hintAside {
			v -= 0.3
		}
		if v > sure+0.001 {
			sure = v
			best = headline{text: x.lines[i].text, line: i, sure: v - 0.15, rule: "above"}
			if !info {
				best.sure = min(best.sure, 0.35) // it needs a date to make an article
			}
		}
	}
	return best, sure >= leastAbove-0.001
}

const (
	nearAbove, farAbove = 14, 40 // how many lines above the text a headline may stand, and one in h1
	leastAbove          = 0.4    // what titleAbove asks of a headline
)

// titleLike reports whether line i reads like a headline. One that links
// somewhere must be in h1: lists are full of linked headings.
func (x *extraction) titleLike(i int, place float64) bool {
	l := &x.lines[i]
	return l.Han >= 4 && l.Runes <= 80 && !x.phr.outlet(l.text) && (l.link == 0 || place >= 0.35 && l.link == l.Runes) && !strings.ContainsAny(l.text, ">＞»") &&
		!startsHome(l.text) && !strings.Contains(l.text, "。") && x.classify(i).kind == kindText
}

// infoBelow reports whether an info line stands close below line i.
func (x *extraction) infoBelow(i, first int) bool {
	for k := i + 1; k <= min(i+3, first-1); k++ {
		if x.dateLine(k, k+1) >= 0 || x.classify(k).kind == kindInfo {
			return true
		}
	}
	return false
}

// startsHome reports whether a line begins like a breadcrumb.
func startsHome(s string) bool {
	return strings.HasPrefix(s, "首页") || strings.HasPrefix(s, "首頁")
}

// titleScore says how much line i looks like the headline.
func (x *extraction) titleScore(i int, l *line, stated *statedSet) headline {
	h := headline{text: l.text, line: i, rule: "line"}
	text, agree := stated.best(l)
	if agree > 0 {
		h.text = text
	}
	place := x.titlePlace(l)
	for k := 0; k < len(stated.titles) && agree == 0 && place >= 0.35 && l.Runes < 4; k++ {
		agree = stated.titles[k].begins(l)
	}
	for k := 0; k < len(stated.titles) && agree == 0 && place >= 0.15 && stated.mostlyIn(l); k++ {
		h.text, agree = stated.titles[k].reworded(l.text)
	}
	if agree == 0 {
		h.text = l.text
		if place < 0.3 || l.Han < 4 || l.linked() {
			return headline{line: -1}
		}
		if h.sure = place * 0.6; len(stated.titles) == 0 {
			h.sure = place + 0.25 // nothing is stated that it could agree with
		}
		return h
	}
	if p := l.pieces; h.text == l.text && p[1]-p[0] > 1 && place >= 0.15 {
		h.text = x.withoutButtons(l, stated)
	}
	if h.sure = agree*0.6 + place; agree == 1 && l.text == x.metas.docTitle && x.phr.outlet(l.text) && x.inLogo(l) {
		h.sure -= 0.5 // the title element is the site's name, and so is the line
	}
	if l.linked() {
		if h.sure -= 0.3; place >= 0.2 {
			h.sure += 0.2 // the headlines of blogs link to themselves
		}
	}
	// The same words again further down are a list's or a player's.
	h.sure -= 0.1 * float64(i) / float64(len(x.lines))
	return h
}

// titlePlace values the mark-up around a line: h1, other headings, a class or
// id that says title.
func (x *extraction) titlePlace(l *line) float64 {
	if !x.tree.Strong(l.first) && !x.says(l.first, topicTitle, titleDepth) {
		return 0
	}
	v := 0.0
	for id, up := l.first, 0; id >= 0 && up < titleDepth; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		switch n.DataAtom {
		case atom.H1:
			v = max(v, 0.35)
		case atom.H2, atom.H3:
			v = max(v, 0.2)
		case atom.H4, atom.Strong, atom.B:
			v = max(v, 0.08)
		case atom.Body, atom.Article, atom.Li:
			return v
		}
		if x.topics[id]&topicTitle != 0 {
			v = max(v, 0.15)
			if n.DataAtom == atom.H1 {
				v = 0.4
			}
		}
	}
	return v
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// cutAt cuts a shown line behind its first n runes that are no space, if a gap
// stands there: what follows is a subtitle, a date or a button. Otherwise the
// line stays whole.
func cutAt(shown string, n int) string {
	for i, r := range shown {
		if cjk.IsSpace(r) {
			if n == 0 {
				return shown[:i]
			}
			continue
		}
		if n == 0 {
			return shown
		}
		n--
	}
	return shown
}

func afterSeparator(head []byte) bool {
	r, _ := utf8.DecodeLastRune(head)
	return strings.ContainsRune(titleSeparators, r)
}

func atSeparator(rest []byte) bool {
	r, _ := utf8.DecodeRune(rest)
	return strings.ContainsRune(titleSeparators, r)
}

// commonPart returns the length in runes of the longest text that a and b have
// in common.
func commonPart(a, b string) (best int) {
	x, y := []rune(a), []rune(b)
	if len(y) > 200 {
		y = y[:200]
	}
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			up := row[j+1]
			row[j+1] = 0
			if x[i] == y[j] {
				row[j+1] = diagonal + 1
				best = max(best, row[j+1])
			}
			diagonal = up
		}
	}
	return best
}

// firstSegment cuts a stated title at its first hard separator.
func firstSegment(s string) string {
	if i := strings.IndexAny(s, hardSeparators); i > 0 {
		return cjk.Trim(s[:i])
	}
	return s
}

// statedTitle falls back to what the page states, less the site's suffix.
func (x *extraction) statedTitle(stated []string) headline {
	for _, s := range stated {
		t := x.stripSuffix(s)
		if c := cjk.Measure(t); c.Runes >= 4 {
			return headline{text: t, line: -1, sure: 0.25, rule: "meta"}
		}
	}
	return headline{line: -1}
}

// stripSuffix cuts the names of section and site off a stated title: all
// behind a hard separator, and a short last part behind a dash.
func (x *extraction) stripSuffix(s string) string {
	s = firstSegment(s)
	for _, sep := range []string{" - ", " – ", " — ", "--", "-", "－", "—"} {
		i := strings.LastIndex(s, sep)
		if i <= 0 {
			continue
		}
		head, tail := cjk.Measure(s[:i]), cjk.Measure(s[i+len(sep):])
		if head.Runes >= 6 && tail.Runes <= 12 && tail.Clause == 0 && tail.Runes < head.Runes {
			return x.stripSuffix(cjk.Trim(s[:i]))
		}
	}
	return cjk.Trim(s)
}
