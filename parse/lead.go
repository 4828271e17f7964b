package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
)

// A page may print an abstract above its text. It is known by its class, by
// coming again in the text, by being a sentence set as a heading, by standing above
// the info line, or apart and saying what the page states as its description.

// summaryClasses are words of the class of a printed abstract.
var summaryClasses = partsOf("summary", "abstract", "daodu", "zhaiyao", "digest", "article-lead", "article_lead", "post_desc", "excerpt", "standfirst")

// leadSummary takes the paragraph before the body whose class says that it is
// an abstract.
func (x *extraction) leadSummary(s *shown) {
	if s.summary != "" {
		return
	}
	for i := max(x.title.line+1, 0); i < x.bodyEnd; i++ {
		l := &x.lines[i]
		if line, text := x.labelledLead(i); text != "" {
			s.summary = text
			x.keep[i], x.keep[line] = false, false
			x.readings[line].kind = kindSummary
			return
		}
		classed := x.classed(l.block, summaryClasses()) && l.Han >= 10 && !l.linked()
		if classed && !x.summaryHolds(i) || x.keep[i] && (x.repeated(i) || x.statedLead(i) || x.headingLead(i) || x.aboveInfo(i)) {
			s.summary = x.abstract(l.text)
			x.keep[i] = false
			x.readings[i].kind = kindSummary
			return
		}
		if x.keep[i] && l.sentence() && !(l.Runes <= longestCaption/2 && x.follows(i)) {
			return
		}
	}
}

// labelledLead returns the abstract that a label of its own introduces, in
// brackets or an element, and its line: that of the label, or the next one if the
// label stands alone.
func (x *extraction) labelledLead(i int) (line int, text string) {
	l := &x.lines[i]
	inner := strings.TrimLeft(l.text, "【[〔［")
	own := x.withoutOwner(inner)
	named := len(own) < len(inner)
	inner = own
	word, kind, ok := x.phr.labels.prefix(inner)
	if !ok || kind != labelSummary || l.link > 0 {
		return i, ""
	}
	behind := inner[len(word):]
	text = strings.TrimLeft(cjk.Trim(behind), closingBrackets+"：: 　")
	switch next := i + 1; {
	case text == "" && next+1 < x.bodyEnd && x.lines[next].sentence() && x.readings[next].kind == kindText && !x.lines[next].linked():
		return next, x.lines[next].text
	case named && text != "":
		return i, text
	case len(inner) < len(l.text) && strings.IndexAny(behind, closingBrackets) == 0, strings.HasPrefix(x.parted(i), word+elementBorder):
		return i, text
	}
	return i, ""
}

// withoutOwner cuts an outlet off a label with a colon: 某网导读：.
func (x *extraction) withoutOwner(s string) string {
	const longest = 48 // bytes of the name
	for i := range prefixBytes(s, longest) {
		if word, kind, ok := x.phr.labels.prefix(s[i:]); ok && kind == labelSummary {
			if i > 0 && strings.IndexAny(s[i+len(word):], ":：") == 0 && x.phr.outlet(s[:i]) {
				return s[i:]
			}
			return s
		}
	}
	return s
}

// abstract is what an abstract says behind its label or the headline in
// brackets.
func (x *extraction) abstract(s string) string {
	inner := strings.TrimLeft(s, "【[〔")
	text, _ := strings.CutPrefix(inner, x.title.text+"】")
	if text = x.phr.afterLabel(text); text != inner {
		return text
	}
	return s
}

// leastStated is the length in hanzi from which on a description that is cut
// short is taken for the start of a lead.
const leastStated = 15

// statedLead reports whether a line that opens the body stands in an element
// apart from the paragraphs, and is what the page states as its description. One
// with a dateline is the story itself: the description was taken from it.
func (x *extraction) statedLead(i int) bool {
	next := i + 1
	for next < x.bodyEnd && !(x.keep[next] && x.lines[next].sentence()) {
		next++ // captions stand in elements of their own
	}
	if next >= x.bodyEnd {
		return false
	}
	block, text := x.lines[i].block, x.lines[next].block
	if p := x.tree.Parent[text]; x.tree.Within(text, block) || x.tree.Within(block, p) || x.wrappedAlike(block, text) || dateline(x.lines[i].text) {
		return false
	}
	if unbracketed, ok := strings.CutPrefix(x.lines[i].text, "【"); ok && strings.HasPrefix(unbracketed, x.title.text+"】") {
		return true
	}
	key := cjk.Key(x.lines[i].text)
	for _, k := range []string{"og:description", "description"} {
		v := cjk.Key(strings.TrimRight(x.metas.value(k), ".…。 "))
		if v == strings.TrimRight(key, "。") || len(v) >= 3*leastStated && strings.HasPrefix(key, v) {
			return v != ""
		}
	}
	return false
}

// headingLead reports whether a line above the text is set as a heading, and is a
// sentence: subheadings are none.
func (x *extraction) headingLead(i int) bool {
	const least = 15 // hanzi
	l := &x.lines[i]
	return i > x.title.line && x.isHeading(l.block) && l.Han >= least && strings.HasSuffix(l.text, "。")
}

// aboveInfo reports whether a sentence stands between the headline and the first time
// that the page shows, and apart from the text that follows.
func (x *extraction) aboveInfo(i int) bool {
	const near, longest = 3, 150 // lines, and runes
	l := &x.lines[i]
	if t := x.title.line; t < 0 || i > t+near || l.Runes > longest || !l.sentence() || x.timeIn(t+1, i) || dateline(l.text) || captionWords(l.text) || x.follows(i) {
		return false
	}
	next := i + 1
	for next < x.bodyEnd && !x.keep[next] {
		next++
	}
	if next >= x.bodyEnd || next > i+2*near || !x.timeIn(i+1, min(next, i+1+near)) {
		return false
	}
	return !x.besideLine(i, next)
}

// timeIn reports whether an info line among the lines [from, to) shows a time.
func (x *extraction) timeIn(from, to int) bool {
	for i := from; i < to; i++ {
		if x.readings[i].kind != kindInfo {
			continue
		}
		for _, f := range x.readings[i].fields {
			if f.time.Raw != "" {
				return true
			}
		}
	}
	return false
}

// wrappedAlike reports whether two blocks stand in elements side by side that have
// one class, as where each paragraph has an element around it.
func (x *extraction) wrappedAlike(a, b int32) bool {
	c := x.tree.Common(a, b)
	if a, b = x.under(c, a), x.under(c, b); a < 0 || b < 0 {
		return false
	}
	class := dom.Attr(x.tree.Nodes[a], "class")
	return class != "" && class == dom.Attr(x.tree.Nodes[b], "class")
}

// under returns the child of an element that node id is or stands in, -1 if none.
func (x *extraction) under(above, id int32) int32 {
	for id >= 0 && x.tree.Parent[id] != above {
		id = x.tree.Parent[id]
	}
	return id
}

// summaryHolds reports whether what the class of line i calls an abstract holds
// most of the body.
func (x *extraction) summaryHolds(i int) bool {
	inside, all := 0, 0
	for j := i; j < x.bodyEnd; j++ {
		if x.keep[j] {
			all++
			if inside == j-i && x.classed(x.lines[j].block, summaryClasses()) {
				inside++
			}
		}
	}
	return inside*2 > all
}

// repeated reports whether a sentence that opens the body comes again in it, as
// the abstract that it is.
func (x *extraction) repeated(i int) bool {
	l := &x.lines[i]
	if !l.sentence() || l.Stop == 0 {
		return false
	}
	again, other := 0, false
	for j := i + 1; j < x.bodyEnd; j++ {
		switch {
		case !x.keep[j]:
		case x.lines[j].Runes == l.Runes && x.lines[j].text == l.text:
			again++
		default:
			other = other || x.lines[j].sentence()
		}
	}
	return again == 1 && other
}
