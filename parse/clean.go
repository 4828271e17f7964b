package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// Inside the element that holds the body there is more than the body: the info
// line, buttons, recommended stories, the editor's line, disclaimers. Cleaning
// reads every line and keeps those that are the story.

// readLines classifies the lines from a little above the title to a little
// below the body.
func (x *extraction) readLines() {
	x.readings = zeroed(x.scratch.readings, len(x.lines))
	x.keep = zeroed(x.scratch.keep, len(x.lines))
	x.captions = zeroed(x.scratch.captions, len(x.lines))
	x.scratch.readings, x.scratch.keep, x.scratch.captions = x.readings, x.keep, x.captions
	lo, hi := x.span()
	x.part(lo, hi)
	for i := lo; i < hi; i++ {
		x.readings[i] = x.classify(i)
	}
	x.continueLists(lo, hi)
	x.brokenTitle()
	x.readHead()
	x.readTail(hi)
}

// readTail takes a short line behind the last sentence for a credit line if it
// names an editor behind a label, whatever else it says.
func (x *extraction) readTail(hi int) {
	last := x.body.from
	for i := x.body.from; i < x.body.to; i++ {
		if x.lines[i].sentence() && x.readings[i].kind == kindText && x.hints[x.lines[i].block] != hintAside && !x.isSilent(i) {
			last = i
		}
	}
	for i := last + 1; i < hi; i++ {
		l := &x.lines[i]
		if x.readings[i].kind != kindText || l.Stop > 0 || l.Runes > 80 {
			continue
		}
		if fs := x.scan(x.parted(i)); hasEditor(fs) {
			x.readings[i] = reading{kind: kindCredits, fields: slices.Clone(fs)}
		}
	}
}

// headAbove is how many lines above the title may hold its date.
const headAbove = 6

// readHead takes a line between the title and the first sentence, or right
// above the title, for an info line if it holds a time, whatever else it says.
func (x *extraction) readHead() {
	t := x.title.line
	if t < 0 {
		t = x.body.from
	}
	end := min(x.firstSentence(t), len(x.lines))
	for i := max(t-headAbove, 0); i < end; i++ {
		l := &x.lines[i]
		if x.readings[i].kind != kindText || l.Stop > 0 || l.Runes > 150 || l.Digit < 4 || i == x.title.line {
			continue
		}
		fs := x.scan(x.parted(i))
		for _, f := range fs {
			if f.time.Raw != "" && !f.time.bad {
				x.readings[i] = reading{kind: kindInfo, fields: slices.Clone(fs)}
				break
			}
		}
	}
}

// firstSentence returns the first line of running text of the body behind line
// t, which a deck right below the headline is not.
func (x *extraction) firstSentence(t int) int {
	for i := max(t+1, x.body.from); i < x.body.to; i++ {
		if x.lines[i].sentence() && x.readings[i].kind == kindText && x.hints[x.lines[i].block] != hintAside && !(i == t+1 && t == x.title.line && x.deck(i, subtitleClasses())) {
			return i
		}
	}
	return x.body.to
}

// span is the range of lines that may hold fields of the article.
func (x *extraction) span() (lo, hi int) {
	lo, hi = x.body.from, x.body.to
	if t := x.title.line; t >= 0 && t < lo {
		lo = t
	}
	return max(lo-12, 0), min(hi+16, len(x.lines))
}

// cleanBody fills x.keep.
func (x *extraction) cleanBody() {
	g := x.body
	x.dropped = x.dropBlocks(g)
	x.profileDrop()
	x.sumRest(g)
	started, running, forgotten := false, false, g.from
	timeline := x.timeline(g)
	for i := g.from; i < g.to; i++ {
		l := &x.lines[i]
		switch {
		case x.dropped[i]:
			switch k := x.readings[i].kind; {
			case !started:
			case k == kindInfo && !running:
				x.forget(forgotten, i)
				started, forgotten = false, i
			case (k == kindNotice || k == kindPager || x.tagsAt(i)) && x.ends(i, g):
				x.bodyEnd = i
				return
			}
		case x.toldNotice(i, running):
			x.readings[i] = reading{}
			x.keep[i] = true
			started, running = true, true
		case x.toldTime(i, running):
			x.readings[i] = reading{}
			x.keep[i] = true
		case started && x.profileStop(l.text):
			x.bodyEnd = i
			return
		case running && x.signature(i):
			x.keep[i] = true
		case timeline && x.entry(i):
			x.keep[i] = true
			started = true
		case x.subheading(i):
			x.readings[i] = reading{}
			x.keep[i] = true
		case started && x.ends(i, g):
			x.bodyEnd = i
			return
		case x.readings[i].kind == kindInfo && !running:
			x.forget(forgotten, i)
			started, forgotten = false, i
		case x.readings[i].kind != kindText:
		case i <= x.title.line && x.title.sure > 0.5:
		case l.linked() && (!started || l.Clause == 0 || !l.sentenceLike() || l.prompting() || x.linkBeside(i)) && !(running && x.address(i)):
		case !started && !x.begins(i):
		case x.attachment(i):
		case l.Runes <= longestClip && !l.sentence() && x.classed(l.block, playerClasses()):
		case x.deadLink(l):
		default:
			x.keep[i] = true
			if !x.inFigcaption(l) { // a picture may stand above the info line
				started = true
				running = running || l.sentence()
			}
		}
	}
	x.bodyEnd = g.to
}

// dropLast takes back what cannot end a body: the numbers of pages, headings,
// buttons, and strokes.
func (x *extraction) dropLast() {
	for i := x.bodyEnd - 1; i > x.body.from; i-- {
		if !x.keep[i] {
			continue
		}
		l := &x.lines[i]
		number := l.Runes <= 3 && l.Digit == l.Runes && x.tree.Up(l.block, atom.Td) < 0
		heading := x.isHeading(l.block) && !l.sentence() && !x.follows(i)
		if !number && !heading && !x.teaser(i) && !x.offer(i) && !x.button(l) && strings.Trim(l.text, strokes) != "" {
			return
		}
		x.keep[i] = false
	}
}

// strokes are drawn across the page to part the text from what follows.
const strokes = "-－—–_=＝*＊~～ "

// attachment reports whether a line announces attachments and links to one:
// 附件：1.某表.xlsx.
func (x *extraction) attachment(i int) bool {
	l := &x.lines[i]
	return l.link > 0 && l.Stop == 0 && strings.HasPrefix(l.text, "附件") && x.tree.Up(l.last, atom.A) >= 0 && l.link*2 >= l.Runes
}

// playerClasses are words of a class of a player's box, whose short lines are
// titles of clips.
var playerClasses = partsOf("video-box", "videobox", "video_box", "videolist", "video-list", "video_list", "player", "playlist", "video-title", "video_title")

// longestClip is the length in runes of the longest title of a clip.
const longestClip = 30

// address reports whether line i is an address that the story gives, behind a label
// on the line or on the one before.
func (x *extraction) address(i int) bool {
	before, _, ok := strings.Cut(x.lines[i].text, "http")
	if !ok || before == "" && (i == x.body.from || !x.keep[i-1]) {
		return false
	}
	if before == "" {
		before = x.lines[i-1].text
	}
	return hasAnySuffix(before, []string{"：", ":"})
}

// prompting reports whether a line is one link from end to end and no sentence: an
// invitation to go elsewhere.
func (l *line) prompting() bool {
	const longest = 40 // runes
	return l.link == l.Runes && l.Runes <= longest && !endsSentence(l.text)
}

// linkBeside reports whether line i is one link among others.
func (x *extraction) linkBeside(i int) bool {
	whole := func(j int) bool {
		return j >= x.body.from && j < x.body.to && x.lines[j].link == x.lines[j].Runes
	}
	return whole(i) && (whole(i-1) || whole(i+1) || i+1 == x.body.to)
}

func (l *line) sentenceLike() bool { return l.Clause > 0 && l.Runes >= 12 }

// forget takes back the lines [from, i) above an info line: no sentence has
// come yet.
func (x *extraction) forget(from, i int) {
	for j := from; j < i; j++ {
		x.keep[j] = false
	}
}

// begins reports whether the body may begin with line i: with running text, or
// a short line that running text soon follows.
func (x *extraction) begins(i int) bool {
	l := &x.lines[i]
	if l.sentence() || l.Stop > 0 || endsSentence(l.text) {
		return true
	}
	return l.Han >= 2 || x.firstPart(i)
}

// partNumbers are the numbers above the first and the second part of a text.
var partNumbers = [][2]string{{"1", "2"}, {"01", "02"}, {"一", "二"}, {"壹", "贰"}, {"壹", "貳"}}

// firstPart reports whether line i is the number of the first part of a text that
// has a second one.
func (x *extraction) firstPart(i int) bool {
	for _, n := range partNumbers {
		if x.lines[i].text != n[0] {
			continue
		}
		text := false
		for j := i + 1; j < x.body.to; j++ {
			if x.lines[j].text == n[1] {
				return text
			}
			text = text || x.lines[j].sentence()
		}
	}
	return false
}

// toldNotice reports whether what reads like a notice, by a phrase somewhere in
// it, is a sentence of the story: one with the story around it, or one that is
// too long to stand as a notice before it.
func (x *extraction) toldNotice(i int, running bool) bool {
	l := &x.lines[i]
	if x.readings[i].kind != kindNotice || !l.sentence() || l.Stop == 0 || !running && l.Runes < 60 {
		return false
	}
	if x.noticeStart(l.text) {
		return false
	}
	before := x.sumContent[i] - x.sumContent[x.body.from]
	return x.rest[i+1-x.body.from] >= max(0.2*before, 60)
}

// sumRest fills x.rest: for each line of the body how much running text stands
// from it on.
func (x *extraction) sumRest(g region) {
	x.rest = make([]float64, g.to-g.from+1)
	for i := g.to - 1; i >= g.from; i-- {
		l, sum := &x.lines[i], x.rest[i+1-g.from]
		if x.hints[l.block] != hintAside && !x.dropped[i] && l.sentence() && x.readings[i].kind == kindText {
			sum += float64(l.plain())
		}
		x.rest[i-g.from] = sum
	}
}

// signature reports whether line i is the date under a document: a day alone,
// written in full, behind the text.
func (x *extraction) signature(i int) bool {
	r := &x.readings[i]
	if r.kind != kindInfo || len(r.fields) != 1 || r.fields[0].kind != fieldTime || !strings.HasSuffix(x.lines[i].text, "日") {
		return false
	}
	return x.tree.Nodes[x.lines[i].block].DataAtom == atom.P || i > x.body.from && x.keep[i-1] && isOrgan(x.lines[i-1].text)
}

// isOrgan reports whether a line is the name of an authority, as it signs.
func isOrgan(s string) bool {
	m := cjk.Measure(s)
	return m.Clause == 0 && m.Runes <= 24 && m.Han >= 4 && hasAnySuffix(s, organEnds)
}

var organEnds = []string{"政府", "办公厅", "办公室", "委员会", "局", "厅", "法院", "检察院", "总署"}

// brokenTitle takes the lines of a headline that a document repeats above its
// text, broken to fit, for what they are.
func (x *extraction) brokenTitle() {
	from := x.body.from
	if t := x.title.line; t >= 0 {
		from = min(from, t)
	}
	for i := from; i < min(x.body.from+40, x.body.to) && !x.lines[i].sentenceLike(); i++ {
		if x.readings[i].kind != kindText || x.lines[i].Runes > len(x.titleKey) || !strings.HasPrefix(x.titleKey, cjk.Key(x.lines[i].text)) {
			continue
		}
		key := ""
		for j := i; j < min(i+6, x.body.to) && x.lines[j].Runes <= len(x.titleKey); j++ {
			if key += cjk.Key(x.lines[j].text); key == x.titleKey {
				for ; j >= i; j-- {
					x.readings[j] = reading{kind: kindTitle}
				}
				return
			}
		}
	}
}

// timeline reports whether the body is told by the clock: three times at least
// that each stand over running text.
func (x *extraction) timeline(g region) bool {
	n := 0
	for i := g.from; i < g.to; i++ {
		if x.entry(i) {
			n++
		}
	}
	return n >= 3
}

// entry reports whether line i is a time alone with running text behind it.
func (x *extraction) entry(i int) bool {
	if x.readings[i].kind != kindInfo || i+1 >= x.body.to || x.dropped[i] || x.dropped[i+1] {
		return false
	}
	for _, f := range x.readings[i].fields {
		if f.kind != fieldTime {
			return false
		}
	}
	return x.proseAt(i + 1)
}

// subheading reports whether what reads like the heading of a list of other
// stories has running text behind it, and so is a heading of this one.
func (x *extraction) subheading(i int) bool {
	if x.readings[i].kind != kindHeading || x.readings[i].head != headingRelated || x.lines[i].link > 0 {
		return false
	}
	for j := i + 1; j < min(i+3, x.body.to) && !x.lines[j].linked(); j++ {
		if x.proseAt(j) && x.lines[j].Runes >= 40 {
			return true
		}
	}
	return false
}

// hasEditor reports whether a line credits those who stand at the end of an
// article.
func hasEditor(fs []field) bool {
	for _, f := range fs {
		for _, c := range f.credits {
			switch c.Role {
			case article.RoleEditor, article.RoleResponsibleEditor, article.RoleChiefEditor, article.RoleReviewer, article.RoleProofreader:
				return true
			}
		}
	}
	return false
}
