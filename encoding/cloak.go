package encoding

import (
	"strings"
	"unicode/utf8"
)

// Guesses below minConfidence are not made: the run stays and is reported as
// damage.
const (
	minConfidence  = 0.015
	sureConfidence = 0.95
	maxPerChar     = 8.5 // nats; costlier text is no text
	maxExcess      = 15
	gramLimit      = 1 << 14
	maxLine        = 1 << 16 // bytes that are read as one line
	surePage       = 0.4     // of a run that proves a cloak without notes
	pageMargin     = 6       // nats that such a run is dearer if it is not torn, at least
	formShare      = 16      // one in so many characters of a traditional page, at least, is not simplified
	minSentences   = 60      // characters; a shorter text may begin and end anywhere
	strayHonest    = 2       // honest traditional characters that damage may have made
)

// A verdict says what kind of cloak a page wears.
type verdict uint8

const (
	noCloak    verdict = iota
	notedCloak         // traditional with notes
	bareCloak          // traditional without notes, torn at marks
	noPage             // a fragment or a page that is torn at marks and shows nothing else
)

// judge weighs the signs. Notes must stand behind a fair share of the
// traditional characters, since a cloak puts them behind all characters of a
// long list, and a text book behind few.
func (p *cloakPage) judge(m Mode) verdict {
	s := &p.stats
	notes := s.noted + s.torn
	needed := 3
	if m == Guess {
		needed = 1
	}
	distinct := s.distinct + s.torn
	if distinct >= needed && notes*12 >= s.forms && notes >= s.otherNote && s.honest*8 <= s.forms {
		return notedCloak
	}
	return noCloak
}

// A cloakRepair collects the edits of one page.
type cloakRepair struct {
	*cloakPage
	s string
	*job
	verdict verdict
	find    search
	line    []token
	spare   []token // room for a line
	edits   []Edit
	damage  []Damage
	context [pageGram]rune // the last characters of the repaired text, newest first
	quote   bool           // a quotation mark is open in this line
	learnt  bool
	torn    int // runs that were repaired for sure
}

// uncloak repairs a page that a cloak was put on.
func uncloak(s string, o *job) ([]Edit, []Damage) {
	c := &cloakRepair{cloakPage: newCloakPage(), job: o, s: s}
	c.find.job = o
	c.find.page = c.cloakPage
	c.cloakPage.plain = o.Mode == Guess
	c.eachLine(c.count)
	c.verdict = c.judge(o.Mode)
	if c.verdict == noCloak && !c.tornAtMarks() {
		return nil, nil
	}
	c.doubled = c.stats.doubled >= 3 && c.stats.doubled*4 >= c.stats.marks
	c.model.fragment = c.stats.hanzi < minSentences
	c.endCost = c.stats.endCost()
	c.eachLine(c.repairLine)
	if c.verdict == bareCloak && c.torn == 0 && !c.machineMade() {
		return nil, nil
	}
	return c.edits, c.damage
}

// tornAtMarks decides for the second family, which has no notes.
func (c *cloakRepair) tornAtMarks() bool {
	if c.Mode != Guess || c.stats.honest > strayHonest {
		return false
	}
	c.verdict = noPage
	if c.stats.forms*formShare >= c.stats.hanzi {
		c.verdict = bareCloak
	}
	return true
}

// machineMade reports whether the traditional text was made from simplified
// text one character at a time.
func (c *cloakRepair) machineMade() bool {
	return c.stats.machine >= 2 && c.stats.forms >= 20 && c.stats.honest == 0
}

// eachLine yields the lines that may be damaged: not those in ASCII, nor, if
// only cuts count, those without '?'.
func (c *cloakRepair) eachLine(visit func(line []token)) {
	line := c.spare
	c.spare = nil
	for from := 0; from < len(c.s); {
		to := endOfLine(c.s, from)
		next := to + 1
		if to-from > maxLine {
			to = from + cutLine(c.s[from:from+maxLine])
			next = to
		}
		if s := c.s[from:to]; !isASCII(s) && (c.verdict != noPage || strings.IndexByte(s, '?') >= 0) {
			line = appendTokens(line[:0], c.s, from, to, c.cloakPage)
			visit(line)
		}
		from = next
	}
	c.spare = line
}

// cutLine returns where to part a long line: behind its last full stop, or else
// between two characters.
func cutLine(s string) int {
	const stop = "。"
	if i := strings.LastIndex(s, stop); i >= 0 {
		return i + len(stop)
	}
	i := len(s)
	for i > len(s)-utf8.UTFMax && i > 1 && !utf8.RuneStart(s[i-1]) {
		i--
	}
	return i - 1
}

// learn gives the model what the page repeats. Most pages need no search, and
// no such knowledge.
func (c *cloakRepair) learn() {
	if c.learnt {
		return
	}
	c.learnt = true
	var runs [][]rune
	left := gramLimit
	c.eachLine(func(line []token) {
		if left > 0 {
			for _, r := range c.grams(line, left) {
				runs = append(runs, r)
				left -= len(r)
			}
		}
	})
	c.model.learn(runs)
}

// repairLine repairs one line, character by character outside of runs. What is
// torn and has no reading, or may not be searched for one, stays.
func (c *cloakRepair) repairLine(line []token) {
	c.line = line
	c.context, c.quote = [pageGram]rune{}, false
	c.find.tokens, c.find.spent = c.line, 0
	for i := 0; i < len(c.line); {
		if c.suspect(i) {
			may := c.maySearch()
			if may {
				if r, ok := c.search(i); ok {
					i = c.apply(i, r)
					continue
				}
			}
			if !may || c.line[i].kind == tornToken {
				c.leave(i, i+1)
			}
		}
		c.take(i)
		i++
	}
}

// maySearch reports whether the searches in this line and in the text have not
// taken too long.
func (c *cloakRepair) maySearch() bool {
	return c.read < c.most && c.tried/maxTried < c.most && c.find.spent < maxSpent*len(c.line)+maxRun
}

// suspect reports whether a run can begin at token i.
func (c *cloakRepair) suspect(i int) bool {
	t := &c.line[i]
	if c.verdict == noPage { // full-width marks behind '?' are rare in text
		return t.kind == queryToken && i+1 < len(c.line) && isCutMark(c.line[i+1].r) && c.line[i+1].r >= utf8.RuneSelf
	}
	switch t.kind {
	case tornToken:
		return true
	case queryToken:
		return i+1 < len(c.line) && isCutMark(c.line[i+1].r) || i > 0 && isTrimMark(c.line[i-1].r)
	}
	return c.Mode == Guess && i > 0 && isTrimMark(c.line[i-1].r) && t.kind == wideToken && isQuoteTrail(t.lead) && (c.strayAhead(i) || c.implausible(i))
}

// strayAhead reports whether a single ASCII letter or sign stands between
// hanzi before the next mark: the trail byte of a torn character.
func (c *cloakRepair) strayAhead(i int) bool {
	const ahead = 16
	for j := i + 1; j < min(i+ahead, len(c.line)) && !isCutMark(c.line[j].r); j++ {
		t := &c.line[j]
		if t.kind == asciiToken && t.lead >= 0x40 && c.line[j-1].kind == wideToken &&
			(t.note != "" || j+1 < len(c.line) && c.line[j+1].kind == wideToken) {
			return true
		}
	}
	return false
}

// implausible reports whether the text from token i on is costly as it stands.
func (c *cloakRepair) implausible(i int) bool {
	const ahead, limit = 4, 6
	end := min(i+ahead, len(c.line))
	return c.asSeen(i, end) > limit*float32(end-i)
}

// isTrimMark reports whether the second family trims the text behind a mark.
func isTrimMark(r rune) bool { return isCutMark(r) && r != '。' }

// isQuoteTrail reports whether b is the trail byte of a quotation mark or
// bracket, whose lead byte A1 may have been trimmed off.
func isQuoteTrail(b byte) bool {
	switch b {
	case 0xAA, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1, 0xB4, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBE: // — … ‘’“”〈《》「」『【
		return true
	}
	return false
}

func (c *cloakRepair) search(i int) (reading, bool) {
	c.learn()
	return c.find.read(i, c.state())
}

// state is that of the model behind the last characters.
func (c *cloakRepair) state() modelState {
	state := startState
	for k := pageGram - 1; k >= 0; k-- {
		if c.context[k] != 0 {
			state = c.model.extend(&state, c.context[k], seen)
		}
	}
	state.quote = c.quote
	return state
}

// take takes a token at its word: its note goes, its character becomes
// simplified.
func (c *cloakRepair) take(i int) {
	t := &c.line[i]
	r, confidence := t.r, 1.0
	if t.kind == wideToken && c.verdict != noPage {
		r, confidence = c.choose(c.line, i)
	}
	c.push(r)
	c.change(t, r, confidence)
}

func (c *cloakRepair) push(r rune) {
	c.quote = quoteBehind(c.quote, r)
	copy(c.context[1:], c.context[:])
	c.context[0] = r
}

// change writes the edit for a visible token that means r.
func (c *cloakRepair) change(t *token, r rune, confidence float64) {
	if c.verdict == noPage {
		return
	}
	if t.doubled {
		c.edit(t.start, t.start+1, "", Cloak, confidence)
	}
	if t.stray {
		c.edit(t.plain, t.end, "", Cloak, confidence)
	}
	if t.kind != wideToken {
		return
	}
	if c.KeepScript {
		r = t.r
	}
	kind := Script
	if t.note != "" {
		kind = Cloak
	} else if r == t.r {
		return
	}
	c.edit(t.start, t.end, string(r), kind, confidence)
}

// edit appends an edit, or widens the last one if both are of a kind and
// touch. Text that stays as it is needs none.
func (c *cloakRepair) edit(start, end int, text string, kind EditKind, confidence float64) {
	if c.s[start:end] == text {
		return
	}
	c.edits = widen(c.edits, c.s, Edit{Offset: start, Old: c.s[start:end], New: text, Kind: kind, Confidence: confidence})
}
