package encoding

import (
	"strings"
	"unicode/utf8"
)

// Guesses below minConfidence are not made: the run stays and is reported as
// damage.
const (
	minConfidence  = 0.05
	sureConfidence = 0.95
	maxPerChar     = 8.5 // nats; costlier text is no text
	maxExcess      = 15
	gramLimit      = 1 << 14
	surePage       = 0.4 // of a run that proves a cloak without notes
	formShare      = 16  // one in so many characters of a traditional page, at least, is not simplified
	strayHonest    = 2   // honest traditional characters that damage may have made
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
	s       string
	opts    RepairOptions
	verdict verdict
	find    search
	line    []token
	edits   []Edit
	damage  []Damage
	context [pageGram]rune // the last characters of the repaired text, newest first
	torn    int            // runs that were repaired for sure
}

// uncloak repairs a page that a cloak was put on.
func uncloak(s string, o RepairOptions) ([]Edit, []Damage) {
	c := &cloakRepair{cloakPage: newCloakPage(), s: s, opts: o}
	c.find.page = c.cloakPage
	c.cloakPage.plain = o.Mode == Guess
	c.eachLine(func() { c.count(c.line) })
	c.verdict = c.judge(o.Mode)
	if c.verdict == noCloak && !c.tornAtMarks() {
		return nil, nil
	}
	c.doubled = c.stats.doubled >= 3 && c.stats.doubled*4 >= c.stats.marks
	c.learn()
	c.eachLine(c.repairLine)
	if c.verdict == bareCloak && c.torn == 0 && !c.machineMade() {
		return nil, nil
	}
	return c.edits, c.damage
}

// tornAtMarks decides for the second family, which has no notes.
func (c *cloakRepair) tornAtMarks() bool {
	if c.opts.Mode != Guess || c.stats.honest > strayHonest {
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

func (c *cloakRepair) eachLine(visit func()) {
	for from := 0; from < len(c.s); {
		to := len(c.s)
		if i := strings.IndexByte(c.s[from:], '\n'); i >= 0 {
			to = from + i
		}
		c.line = appendTokens(c.line[:0], c.s, from, to, c.cloakPage)
		visit()
		from = to + 1
	}
}

func (c *cloakRepair) learn() {
	var runs [][]rune
	left := gramLimit
	c.eachLine(func() {
		if left > 0 {
			for _, r := range c.grams(c.line, left) {
				runs = append(runs, r)
				left -= len(r)
			}
		}
	})
	c.model.learn(runs)
}

// repairLine repairs one line, character by character outside of runs.
func (c *cloakRepair) repairLine() {
	c.context = [pageGram]rune{}
	c.find.tokens, c.find.spent = c.line, 0
	for i := 0; i < len(c.line); {
		if c.find.spent < maxSpent*len(c.line)+maxRun && c.suspect(i) {
			if r, ok := c.search(i); ok {
				i = c.apply(i, r)
				continue
			}
		}
		c.take(i)
		i++
	}
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
	return c.opts.Mode == Guess && i > 0 && isTrimMark(c.line[i-1].r) && t.kind == wideToken && isQuoteTrail(t.lead) && c.implausible(i)
}

// implausible reports whether the text from token i on is costly as it stands.
func (c *cloakRepair) implausible(i int) bool {
	const ahead, limit = 4, 5.5
	state := c.state()
	before := state.cost[0]
	end := min(i+ahead, len(c.line))
	for _, t := range c.line[i:end] {
		state = c.model.extend(&state, c.simplified(t.r), seen)
	}
	return state.cost[0]-before > limit*float32(end-i)
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

func (c *cloakRepair) search(i int) (reading, bool) { return c.find.read(i, c.state()) }

// state is that of the model behind the last characters.
func (c *cloakRepair) state() modelState {
	state := startState
	for k := pageGram - 1; k >= 0; k-- {
		if c.context[k] != 0 {
			state = c.model.extend(&state, c.context[k], seen)
		}
	}
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
	if c.opts.KeepScript {
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
// touch.
func (c *cloakRepair) edit(start, end int, text string, kind EditKind, confidence float64) {
	if n := len(c.edits); n > 0 {
		last := &c.edits[n-1]
		if last.Offset+len(last.Old) == start && last.Kind == kind && last.Confidence == confidence {
			last.Old = c.s[last.Offset:end]
			last.New += text
			return
		}
	}
	c.edits = append(c.edits, Edit{Offset: start, Old: c.s[start:end], New: text, Kind: kind, Confidence: confidence})
}

// apply writes the edits of a reading, or leaves it and reports the damage.
func (c *cloakRepair) apply(at int, r reading) int {
	damaged := false
	for _, s := range r.steps {
		damaged = damaged || s.from != visible
	}
	if damaged && r.cost > maxPerChar*float32(len(r.steps))+maxExcess {
		c.leave(at, r.next)
		c.context = [pageGram]rune{}
		return r.next
	}
	sure := r.confidence >= surePage
	if damaged && sure {
		c.torn++
	}
	if damaged && !sure && c.verdict == noPage {
		return r.next
	}
	c.write(at, r)
	return r.next
}

// leave reports tokens as damage that stays.
func (c *cloakRepair) leave(from, to int) {
	start, end := c.line[from].start, c.line[to-1].end
	if n := len(c.damage); n > 0 && c.damage[n-1].Offset+c.damage[n-1].Len == start {
		c.damage[n-1].Len += end - start
		return
	}
	c.damage = append(c.damage, Damage{Offset: start, Len: end - start, Text: start})
}

// accept reports whether a step may be made.
func (c *cloakRepair) accept(s step) bool {
	confidence := 1 / (1 + s.other)
	if c.opts.Mode == Strict {
		return s.from < filled && confidence >= sureConfidence
	}
	return confidence >= minConfidence
}

// write turns the steps into edits: one per visible token, one per torn
// stretch of the same kind. Where a step is not accepted, its tokens stay.
func (c *cloakRepair) write(at int, r reading) {
	first := at // token that the open stretch begins with
	for i := 0; i < len(r.steps); {
		s := r.steps[i]
		if s.from == visible && first == int(s.token) {
			c.push(s.r)
			if c.accept(s) {
				c.change(&c.line[s.token], s.r, 1/(1+s.other))
			}
			first = int(s.token) + 1
			i++
			continue
		}
		j := c.stretch(r.steps, i)
		c.writeTorn(first, r.steps[i:j])
		first = int(r.steps[j-1].token) + 1
		i = j
	}
}

// stretch returns the end of the torn stretch of steps that begins at i: all
// of its steps are accepted, or none, and the last one ends its token.
func (c *cloakRepair) stretch(steps []step, i int) int {
	for j := i + 1; j < len(steps); j++ {
		if steps[j].token == steps[j-1].token || steps[j].r == 0 || steps[j-1].r == 0 {
			continue
		}
		if steps[j].from == visible || steps[j].from != steps[i].from || c.accept(steps[j]) != c.accept(steps[i]) {
			return j
		}
	}
	return len(steps)
}

func (c *cloakRepair) writeTorn(first int, steps []step) {
	last := int(steps[len(steps)-1].token)
	if first > last {
		return
	}
	var text []byte
	confidence, ok := 1.0, true
	for _, s := range steps {
		text = c.appendStep(text, s)
		ok = ok && c.accept(s)
		confidence = min(confidence, 1/(1+s.other))
	}
	if !ok {
		c.leave(first, last+1)
		return
	}
	c.edit(c.line[first].start, c.line[last].end, string(text), TornByte, confidence)
}

func (c *cloakRepair) appendStep(text []byte, s step) []byte {
	switch {
	case s.r == 0:
		return text
	case s.from == lostChar:
		x, ok := c.swallowed(c.line[s.token].end)
		if !ok {
			x = '?'
		}
		c.push(rune(x))
		return append(text, x)
	}
	c.push(s.r)
	if c.opts.KeepScript {
		return utf8.AppendRune(text, s.trad)
	}
	return utf8.AppendRune(text, s.r)
}

// swallowed finds the ASCII character that stood before s[at:]: a '<' if a
// tag goes on there, else what stands before the same text elsewhere.
func (c *cloakRepair) swallowed(at int) (x byte, ok bool) {
	rest := c.s[at:]
	if continuesTag(rest) {
		return '<', true
	}
	if rest == "" || rest[0] <= '9' {
		return 0, false
	}
	for n := min(len(rest), 12); n >= 4; n-- {
		if n < len(rest) && !utf8.RuneStart(rest[n]) {
			continue
		}
		if x, ok := c.before(rest[:n], at); ok {
			return x, true
		}
	}
	return 0, false
}

// before returns the ASCII character that stands before text wherever else it
// occurs; ok is false if there is none or more than one.
func (c *cloakRepair) before(text string, except int) (x byte, ok bool) {
	for from := 0; ; {
		i := strings.Index(c.s[from:], text)
		if i < 0 {
			return x, ok
		}
		i += from
		from = i + 1
		if i == 0 || i == except {
			continue
		}
		switch b := c.s[i-1]; {
		case b <= ' ' || b >= 0x40:
			return 0, false
		case ok && b != x:
			return 0, false
		default:
			x, ok = b, true
		}
	}
}

// continuesTag reports whether s is a tag without its '<'.
func continuesTag(s string) bool {
	name := strings.TrimPrefix(s, "/")
	n := 0
	for n < len(name) && (name[n] >= 'a' && name[n] <= 'z' || n > 0 && name[n] >= '0' && name[n] <= '9') {
		n++
	}
	if n == 0 || n == len(name) {
		return false
	}
	return name[n] == '>' || len(name) < len(s) && n > 1 || name[n] == ' ' && strings.IndexByte(name, '>') > 0
}
