package parse

import (
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
)

// What the page shows beats its metas; of what it shows, the info line under
// the title beats the lines behind the body; the finer time of the same day
// beats the coarser.

// shown is what the visible fields around the body said.
type shown struct {
	published, modified   stamp
	havePub, haveMod      bool
	pubLabelled, pubTail  bool // pubTail: the time stands behind the text
	source                string
	sourceURL, sourceRule string
	otherSource           string
	credits, lone         []article.Credit // lone: names without a label that stood in the body
	summary, original     string
	keywords              []string
	pubLine               int
}

// gather collects times, source and credits from the lines around the body.
func (x *extraction) gather(s *shown) {
	lo, hi := x.span()
	first := x.firstKept()
	if t := x.title.line; t >= 0 && t < first {
		x.gatherLines(s, t, first)
		if !s.havePub {
			x.takeDateline(s)
		}
		if !s.havePub {
			x.gatherTimes(s, max(lo, t-headAbove), t)
		}
		if !s.havePub {
			x.takeIssueDay(s)
		}
		x.gatherRest(s, max(lo, t-3), t)
	} else {
		x.gatherLines(s, lo, first)
	}
	x.bareSource(s, first)
	for i := max(x.title.line, 0); i < first; i++ {
		if x.captions[i] {
			s.credits = append(s.credits, x.captionCredits(x.lines[i].text)...)
		}
	}
	x.gatherTail(s, first, hi)
	if s.havePub && s.pubLine >= 0 {
		s.published = x.inElementZone(s.published, s.pubLine)
	}
	x.bareAuthor(s, first)
}

// takeDateline takes the day of the dateline that opens the text, if it tells the
// year and no meta states a time: a date far above the headline is rather today's.
func (x *extraction) takeDateline(s *shown) {
	const longest = 90 // bytes
	text := x.opening()
	if _, key := x.metaTime(publishedKeys); key != "" || !dateline(text) {
		return
	}
	t, ok := x.clock.first(prefixBytes(text, longest))
	if !ok || t.vague || t.bad || t.Precision != article.PrecisionDay || strings.ContainsAny(text[:t.lo], "。，,") {
		return
	}
	s.published, s.havePub = t, true
}

// opening returns the first sentence line of the text.
func (x *extraction) opening() string {
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] && x.lines[i].sentence() {
			return x.lines[i].text
		}
	}
	return ""
}

// firstKept returns the line that the body begins with.
func (x *extraction) firstKept() int {
	for i := x.body.from; i < x.body.to; i++ {
		if x.keep[i] || x.captions[i] {
			return i
		}
	}
	return x.body.from
}

// lastKept returns the last line of running text of the body.
func (x *extraction) lastKept() int {
	last := x.body.from
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] && x.lines[i].Stop > 0 {
			last = i
		}
	}
	return last
}

func (x *extraction) gatherLines(s *shown, lo, hi int) {
	x.gatherTimes(s, lo, hi)
	x.gatherRest(s, lo, hi)
}

// gatherTimes takes the first time of the lines, a labelled one before all
// others.
func (x *extraction) gatherTimes(s *shown, lo, hi int) {
	label := labelKind("") // a label whose time stands on the next line
	for i := lo; i < hi; i++ {
		if x.readings[i].kind != kindInfo && x.readings[i].kind != kindCredits && i != x.title.line {
			continue
		}
		for k, f := range x.lineFields(i) {
			if label != "" && f.kind == fieldTime {
				f.kind, f.label = fieldLabel, label
			}
			label = ""
			if f.time.Precision == article.PrecisionDay {
				f.time = x.clock.withClock(f.time, clockBehind(x.lineFields(i)[k+1:]))
			}
			x.takeTime(s, f, i)
			if f.kind == fieldLabel && f.value == "" && (f.label == labelPublished || f.label == labelModified) {
				label = f.label
			}
		}
	}
}

// clockBehind returns what stands behind a label of time at the start of fields,
// where the day has a label of its own: 【日期】2018年11月2日 【时间】17:20.
func clockBehind(fs []field) string {
	if len(fs) > 0 && fs[0].kind == fieldText && strings.Trim(fs[0].value, "【[") == "" {
		fs = fs[1:]
	}
	if len(fs) > 0 && fs[0].label == labelPublished && fs[0].time.Raw == "" {
		return strings.Trim(fs[0].value, "【[ 　")
	}
	return ""
}

// lineFields returns the fields of line i.
func (x *extraction) lineFields(i int) []field {
	if x.readings[i].fields == nil {
		x.readings[i].fields = x.fields(x.parted(i))
	}
	return x.readings[i].fields
}

func (x *extraction) takeTime(s *shown, f field, i int) {
	if f.time.Raw == "" {
		return
	}
	if f.time.bad {
		x.res.problem(CodeTimeImpossible, FieldPublished, f.time.Raw)
		if s.published.Raw == "" {
			s.published = f.time
		}
		return
	}
	labelled := f.kind == fieldLabel && f.label == labelPublished
	if f.kind == fieldLabel && f.label == labelModified {
		if !s.haveMod {
			s.modified, s.haveMod = f.time, true
		}
		return
	}
	if s.havePub && !(labelled && !s.pubLabelled) && !finer(f.time.Time, s.published.Time) {
		return
	}
	if f.time.Precision == article.PrecisionDay && i+1 < len(x.lines) {
		f.time = x.clock.withClock(f.time, x.lines[i+1].text)
	}
	s.published, s.havePub, s.pubLabelled, s.pubLine = f.time, true, labelled || s.pubLabelled, i
}

// finer reports whether a is the same day as b, in its own zone or that of b, told
// more exactly.
func finer(a, b article.Time) bool {
	if a.Time.IsZero() || b.Time.IsZero() {
		return !a.Time.IsZero()
	}
	return rank(a.Precision) > rank(b.Precision) && (sameDate(a.Time, b.Time) || sameDate(a.Time.In(b.Time.Location()), b.Time))
}

// onDate puts a time on the date that the page shows, if it is that in its zone.
func onDate(t, shown article.Time) article.Time {
	if !sameDate(t.Time, shown.Time) {
		t.Time = t.Time.In(shown.Time.Location())
	}
	return t
}

// sameDate reports whether two clocks, each in its zone, show one date.
func sameDate(a, b time.Time) bool {
	const date = "20060102"
	return a.Format(date) == b.Format(date)
}

func rank(p article.Precision) int {
	switch p {
	case article.PrecisionSecond:
		return 5
	case article.PrecisionMinute:
		return 4
	case article.PrecisionDay:
		return 3
	case article.PrecisionMonth:
		return 2
	case article.PrecisionYear:
		return 1
	}
	return 0
}

// gatherRest takes source, credits, summary and keywords of info lines.
func (x *extraction) gatherRest(s *shown, lo, hi int) {
	for i := lo; i < hi; i++ {
		switch k := x.readings[i].kind; {
		case k == kindCredits && x.amongLinks(i):
		case k == kindInfo || k == kindCredits || k == kindKeywords:
			for _, f := range x.lineFields(i) {
				x.takeField(s, f, i)
			}
		case k == kindText && x.bylineLike(i):
			s.credits = append(s.credits, creditsOf(x.lineFields(i))...)
		case k == kindSummary:
			x.takeSummary(s, i)
		case k == kindOriginal:
			s.original = x.readings[i].fields[0].value
		}
	}
}

// bylineLike reports whether a line of text in the head is short and no sentence,
// so that who it names made the article, whatever else it says.
func (x *extraction) bylineLike(i int) bool {
	l := &x.lines[i]
	return i != x.title.line && l.Runes <= 30 && l.Stop == 0 && l.Clause == 0 && !l.linked() && !x.captions[i] && x.hints[l.block] != hintAside
}

func (x *extraction) takeSummary(s *shown, i int) {
	if s.summary != "" {
		return
	}
	for _, f := range x.readings[i].fields {
		if f.label == labelSummary {
			s.summary = f.value
		}
	}
}

func (x *extraction) takeField(s *shown, f field, i int) {
	if f.kind == fieldLabel && f.label == labelSource {
		x.takeSource(s, f, i)
		return
	}
	x.takeText(s, f)
}

// takeText takes source, credits and keywords of a field without a tree.
func (x *extraction) takeText(s *shown, f field) {
	switch {
	case f.kind == fieldCredits:
		s.credits = append(s.credits, f.credits...)
	case f.label == labelSource:
		x.addSource(s, f, x.phr.tidySource(f.value), "")
	case f.label == labelKeywords && (len(s.keywords) == 0 || f.printed == hashes):
		s.keywords = append(s.keywords, splitWords(f.value)...)
	}
}

// gatherTail reads what stands behind and inside the body: lines of credits
// and source, and bylines inside the text.
func (x *extraction) gatherTail(s *shown, first, hi int) {
	tail := &shown{pubLine: -1}
	over := false
	last := x.lastKept()
	for i := first; i < hi; i++ {
		switch {
		case x.captions[i]:
			s.credits = append(s.credits, x.captionCredits(x.lines[i].text)...)
			continue
		case x.keep[i]:
			s.credits = append(s.credits, x.bylines(x.lines[i].text, i == first || i == last)...)
			continue
		}
		if i >= x.body.to && (x.readings[i].kind == kindHeading || x.lines[i].sentence()) {
			over = true
		}
		if x.amongLinks(i) {
			continue
		}
		if over && !(x.readings[i].kind == kindCredits && hasEditor(x.readings[i].fields)) {
			continue // behind a heading only the editor's line still belongs to the article
		}
		switch r := &x.readings[i]; {
		case r.kind == kindInfo || r.kind == kindCredits || r.kind == kindKeywords || r.kind == kindNotice && len(r.fields) > 0:
			for _, f := range x.lineFields(i) {
				x.takeField(tail, f, i)
				if i >= x.bodyEnd-8 && !x.lines[i].linked() { // a link and its time are another story's
					x.takeTime(tail, f, i)
				}
			}
		}
	}
	if !hasAuthor(s.credits) && !hasAuthor(tail.credits) {
		s.credits = append(s.credits, s.lone...)
	}
	x.mergeTail(s, tail)
}

// amongLinks reports whether line i is one whole link and so is the line before or
// behind it: a menu, whose editor is not the article's.
func (x *extraction) amongLinks(i int) bool {
	whole := func(k int) bool {
		return k >= 0 && k < len(x.lines) && x.lines[k].link == x.lines[k].Runes
	}
	return whole(i) && (whole(i-1) || whole(i+1))
}

// mergeTail takes from the tail what the head does not tell. A source behind a label
// there contradicts one without a label above.
func (x *extraction) mergeTail(s, tail *shown) {
	s.credits = append(s.credits, tail.credits...)
	if !s.havePub && tail.havePub {
		s.published, s.havePub, s.pubLine, s.pubTail = tail.published, true, tail.pubLine, true
	}
	if !s.haveMod && tail.haveMod {
		s.modified, s.haveMod = tail.modified, true
	}
	switch {
	case s.source == "":
		s.source, s.sourceRule = tail.source, tail.sourceRule
	case s.otherSource == "" && !strings.HasPrefix(s.sourceRule, "label:") && !akin(s.source, tail.source):
		s.otherSource = tail.source
	}
	if len(s.keywords) == 0 {
		s.keywords = tail.keywords
	}
}

// withoutAddress cuts the site's address off the text of an info line.
func withoutAddress(s string) string {
	i := strings.Index(s, "http://")
	if i < 0 {
		i = strings.Index(s, "https://")
	}
	if i < 0 {
		return s
	}
	end := i
	for end < len(s) && s[end] > ' ' && s[end] < 0x7f {
		end++
	}
	return s[:i] + s[end:]
}
