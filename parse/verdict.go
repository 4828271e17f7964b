package parse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// An article has a headline that the page shows, a date, and running text that
// hangs together. A home page has links, a search page has many small texts
// side by side, a log-in page has none of it.

// sureEnough is the confidence from which a page counts as an article.
const sureEnough = 0.5

// verdict decides whether the page is an article, and how sure that is.
func (x *extraction) verdict() error {
	defer x.res.own()
	x.res.Confidence = x.confidence()
	x.res.Article.Normalize()
	if x.res.Confidence >= sureEnough {
		x.res.Confidence = x.promise()
		x.missing()
		return x.strict()
	}
	x.res.problem(CodeNotArticle, FieldPage, x.reason())
	return &Error{x.opt.URL, "extract", ErrNoArticle}
}

// strict turns the first problem into an error if the caller asked for it.
func (x *extraction) strict() error {
	if !x.opt.Strict || len(x.res.Problems) == 0 {
		return nil
	}
	p := x.res.Problems[0]
	return &Error{x.opt.URL, "strict", fmt.Errorf("%s: %s: %s", p.Code, p.Field, p.Detail)}
}

// missing reports the fields that an article has and this one lacks.
func (x *extraction) missing() {
	if x.art.Title == "" {
		x.res.problem(CodeTitleMissing, FieldTitle, "")
	} else if x.title.line < 0 {
		x.res.problem(CodeTitleFromMeta, FieldTitle, "")
	}
	if x.bodyRunes() < shortBody {
		x.res.problem(CodeBodyShort, FieldBody, "")
	}
}

// shortBody is the length in runes under which the body of an article is
// suspicious.
const shortBody = 60

// confidence weighs the signs of an article, 0 to 1.
func (x *extraction) confidence() float64 {
	runes := x.bodyRunes()
	if runes == 0 {
		return 0
	}
	title := 0.1
	if x.title.line >= 0 {
		title = min(x.title.sure/0.55, 1)
		if x.title.sure < 0.5 {
			title = x.title.sure
		}
	}
	dated := 0.0
	if x.dated() && x.art.Published.Precision != article.PrecisionYear {
		dated = 0.5 + 0.1*min(title/0.3, 1)
	} else if x.opensWithDateline() {
		dated = 0.35
	}
	c := 1 - (1-title)*(1-dated)
	certain := c >= sure
	c *= min(float64(runes)/x.enough(), 1)
	purity := x.purity()
	if certain {
		purity = x.purityTo(x.lastLine())
	}
	c *= min(purity/0.6, 1)
	if x.hints[x.body.node] == hintAside {
		c *= 0.8
	}
	if x.scattered() || x.onlyRecords || x.thread() || x.synopsis() || x.distant() || x.refuses() || x.stream() || x.front() || x.linkedTeaser() || x.underReaders() {
		c *= 0.4
	}
	return c
}

// opensWithDateline reports whether the text opens with a dateline, as nothing but a report
// does.
func (x *extraction) opensWithDateline() bool { return dateline(x.opening()) }

// enough is how many runes of text an article has. Under a headline that the
// page states too, with a date beside it, a sentence is a flash.
func (x *extraction) enough() float64 {
	if x.title.sure < likelyTitle || !x.dateShown || !x.dated() {
		return 80
	}
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] && x.lines[i].sentence() && endsSentence(x.lines[i].text) {
			return 40
		}
	}
	return 80
}

// likelyTitle is from where on a headline makes a flash of the sentence below it.
const likelyTitle = 0.58

// stream reports whether clocks part the body, as in a stream of flashes: on a
// page without a date, or under a headline of a word or two with the newest one
// first.
func (x *extraction) stream() bool {
	clocks, falling, last := 0, true, ""
	for i := x.body.from; i < x.bodyEnd; i++ {
		if l := &x.lines[i]; l.Runes <= 8 && l.Digit >= 3 && l.Han == 0 && strings.ContainsAny(l.text, ":：") {
			falling = falling && (clocks == 0 || l.text < last)
			last = l.text
			clocks++
		}
	}
	if clocks < leastRecords {
		return false
	}
	return !x.dated() || falling && cjk.Measure(x.art.Title).Han < 4
}

// thread reports whether the text is the first post of a thread.
func (x *extraction) thread() bool {
	const head = 12 // lines
	first := x.firstKept()
	for i := max(first-head, 0); i < first; i++ {
		if l := &x.lines[i]; x.phr.threads.in(l.text) && slices.ContainsFunc(x.pieces[l.pieces[0]:l.pieces[1]], x.threadButton) {
			return true
		}
	}
	return false
}

// threadButton reports whether a piece of text is nothing but a button of a thread.
func (x *extraction) threadButton(p piece) bool {
	_, ok := x.phr.threads.exact(cjk.Trim(x.tree.Nodes[p.node].Data[p.lo:p.hi]))
	return ok
}

// underReaders reports whether the heading above the text says that readers wrote it, as
// on the page of a product.
func (x *extraction) underReaders() bool {
	const far = 12 // lines above the text
	first := x.firstKept()
	for i := first; i >= max(x.title.line, first-far, 0); i-- {
		if l := &x.lines[i]; l.link == 0 && x.isHeading(l.block) {
			return x.phr.readers[strings.Trim(cjk.Squeeze(l.text), headingMarks+"0123456789条")]
		}
	}
	return false
}

// synopsisWords begin the line about a video below its player that has no label.
var synopsisWords = []string{"本期节目主要内容", "本期主要内容", "本期内容", "本期节目"}

// synopsis reports whether the text is one line about a video.
func (x *extraction) synopsis() bool {
	first, last := x.firstKept(), x.lastLine()
	head := prefixBytes(x.lines[first].text, 30)
	switch {
	case first+2 == last:
		return endsInSynopsis(strings.Trim(head, headingMarks))
	case first+1 != last:
		return false
	}
	label, _, ok := strings.Cut(head, "：")
	return ok && endsInSynopsis(label) || hasAnyPrefix(head, synopsisWords)
}

func endsInSynopsis(label string) bool {
	return strings.HasSuffix(label, "简介") || strings.HasSuffix(label, "簡介")
}

// front reports whether a page without a date has a sentence or two and then
// lists of links, each with a heading, as topics have.
func (x *extraction) front() bool {
	const leastLists, mostSentences = 3, 2
	if x.dated() || x.sentences(x.body) > mostSentences {
		return false
	}
	lists := 0
	for i := x.body.from; i+2 < len(x.lines) && lists < leastLists; i++ {
		switch x.tree.Nodes[x.lines[i].block].DataAtom {
		case atom.H2, atom.H3, atom.H4:
			if !x.lines[i].linked() && x.lines[i+1].linked() && x.lines[i+2].linked() {
				lists++
			}
		}
	}
	return lists == leastLists
}

// linkedTeaser reports whether the text is what a front page says of another one: a
// sentence or two under a heading of their own that links there.
func (x *extraction) linkedTeaser() bool {
	const most, leastTitle, deepest = 2, 8, 3
	first := x.firstKept()
	if x.sentences(x.body) > most || x.lastLine()-first > most {
		return false
	}
	for v, up := x.tree.Parent[x.lines[first].block], 0; v >= 0 && up < deepest; v, up = x.tree.Parent[v], up+1 {
		r := x.region(v)
		if r.from <= x.title.line {
			return false
		}
		for i := first - 1; i >= r.from && !x.lines[i].sentence(); i-- {
			if l := &x.lines[i]; l.linked() && l.Runes >= leastTitle && x.isHeading(l.block) && cjk.Key(l.text) != x.titleKey {
				return true
			}
		}
	}
	return false
}

// dated reports whether the page says when it was published.
func (x *extraction) dated() bool { return x.art.Published.Precision != "" }

// mostBetween is how many lines of links may stand between a headline and its
// text: portals put menus, shares and a gallery there, and no more. mostDated is
// how many of them may have a date: rows of a list.
const (
	mostBetween = 30
	mostDated   = 5
)

// distant reports whether so many links stand between headline and text that
// the text is not the headline's, but the site's own.
func (x *extraction) distant() bool {
	if x.title.line < 0 || x.bodyNode >= 0 {
		return false
	}
	links, dated := 0, 0
	for i, first := x.title.line+1, x.firstKept(); i < first && links <= mostBetween; i++ {
		l := &x.lines[i]
		if l.link == 0 || x.isSilent(i) {
			continue
		}
		if l.linked() {
			links++
		}
		if l.Digit >= len("200911") && l.Digit <= len("20091111 112233") {
			dated++
		}
	}
	return links > mostBetween || dated > mostDated
}

// refuses reports whether the page calls itself something else than an article: in
// its title, and shows no headline that repeats it, or in the headline of a page
// without a date.
func (x *extraction) refuses() bool {
	const longest = 24 // runes
	if !x.dated() && cjk.Measure(x.art.Title).Runes <= longest && containsAny(x.art.Title, x.phr.refusals...) {
		return true
	}
	return (x.title.line < 0 || x.title.sure < 0.5) && containsAny(x.metas.docTitle, x.phr.refusals...)
}

// bodyRunes is the length of the kept text without links, captions included: a
// story in pictures is told by them.
func (x *extraction) bodyRunes() (n int) {
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] || x.captions[i] {
			n += x.lines[i].plain()
		}
	}
	return n
}

// sure is the confidence by title and date from which lists behind the text do
// not speak against it: a flash has more of them than text.
const sure = 0.9

// lastLine returns one past the last kept line.
func (x *extraction) lastLine() int {
	to := x.bodyEnd
	for to > x.body.from && !x.keep[to-1] {
		to--
	}
	return to
}

// purity is the share of the body's element that is kept as text, comments and
// feeds apart.
func (x *extraction) purity() float64 { return x.purityTo(x.body.to) }

// purityTo is the same for the lines before line to.
func (x *extraction) purityTo(to int) float64 {
	all, head := 1, true
	for i := x.body.from; i < to; i++ {
		if head = head && !x.keep[i] && !x.captions[i]; head && x.ofHead(i) {
			continue
		}
		all += x.lines[i].Runes
	}
	for _, r := range x.records {
		for i := max(r.from, x.body.from); i < min(r.to, to); i++ {
			all -= x.lines[i].Runes
		}
	}
	return float64(x.bodyRunes()) / float64(all)
}

// ofHead reports whether line i belongs to the head of an article, as its
// headline or info line.
func (x *extraction) ofHead(i int) bool {
	k := x.readings[i].kind
	return i <= x.title.line || k == kindInfo || k == kindTitle
}

// scattered reports whether the body is a list of items, as search results and
// threads are: most of its sentences stand in parts that each have a linked
// line of their own.
func (x *extraction) scattered() bool {
	all := x.sentences(x.region(x.body.node))
	for v, level := x.body.node, 0; v >= 0 && level < 6; level++ {
		items, within, heir := 0, 0, int32(-1)
		for c := v + 1; c < x.tree.End[v]; c = x.tree.End[c] {
			r := x.region(c)
			n := x.sentences(r)
			if n*10 >= all*8 {
				heir = c
			}
			if n > 0 && x.hasLinkedLine(r) {
				items++
				within += n
			}
		}
		if items >= 4 && within*10 >= all*6 {
			return true
		}
		v = heir
	}
	return false
}

// sentences counts the kept lines of running text in a region.
func (x *extraction) sentences(r region) (n int) {
	for i := r.from; i < r.to; i++ {
		if x.keep[i] && x.lines[i].sentence() {
			n++
		}
	}
	return n
}

func (x *extraction) hasLinkedLine(r region) bool {
	for i := r.from; i < r.to; i++ {
		if x.lines[i].linked() && x.lines[i].Runes >= 4 {
			return true
		}
	}
	return false
}

// reason says in words why the page is no article.
func (x *extraction) reason() string {
	switch {
	case len(x.lines) == 0:
		return "no visible text"
	case x.bodyRunes() < shortBody:
		return "no running text"
	case x.thread():
		return "a thread of a forum"
	case x.underReaders():
		return "nothing but what readers wrote"
	case x.scattered() || x.onlyRecords:
		return "many texts side by side"
	case x.title.line < 0:
		return "no headline above the text"
	case x.distant():
		return "headline and text far apart"
	}
	return "no headline, date and text that belong together"
}
