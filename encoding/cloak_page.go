package encoding

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// A cloakPage is what one page tells about its damage.
type cloakPage struct {
	*cloakTables
	model wordModel
	marks [1 << 16]noteCount // by traditional form
	stats cloakStats

	endings, beginnings [256][]guess // by trail and lead byte, once asked for

	endCost float32 // of a line that ends without a mark
	doubled bool    // commas stand before marks
	plain   bool    // notes without tones count, and notes behind notes
}

// A noteCount says how often a character stands with its note and without.
type noteCount struct{ noted, bare uint16 }

const maxCount = 1 << 14

func (n *noteCount) addNoted() { n.noted = min(n.noted+1, maxCount) }
func (n *noteCount) addBare()  { n.bare = min(n.bare+1, maxCount) }

// cloakStats are the signs for and against a cloak.
type cloakStats struct {
	hanzi     int // all characters of two bytes, marks among them
	forms     int // characters that the cloak writes
	noted     int // of them with a note
	distinct  int // different ones with a note
	torn      int // notes that belong to a torn character
	honest    int // traditional characters that the cloak does not write
	converted int // simplified characters that the cloak would have converted
	otherNote int // notes behind characters that the cloak does not write
	marks     int // punctuation marks
	doubled   int // of them with a comma before them
	closed    int // lines that end in a mark
	open      int // lines that do not
	machine   int // characters that stay simplified by machine, not by hand
}

func newCloakPage() *cloakPage {
	t := sharedCloak()
	return &cloakPage{cloakTables: t, model: wordModel{words: t.words}}
}

// count adds the signs of one line.
func (p *cloakPage) count(line []token) {
	p.countEnd(line)
	for i := range line {
		t := &line[i]
		if isCutMark(t.r) {
			p.stats.marks++
			if i > 0 && line[i-1].r == ',' {
				p.stats.doubled++
			}
		}
		switch {
		case t.kind == tornToken:
			if i > 0 {
				p.countTorn(p.trail(line[i-1].r), t.note)
			}
		case t.kind == wideToken:
			p.countWide(t)
		}
	}
}

// countEnd counts how a line ends that is long enough for a sentence.
func (p *cloakPage) countEnd(line []token) {
	const sentence = 8
	if len(line) <= sentence {
		return
	}
	switch last := &line[len(line)-1]; {
	case last.kind == queryToken: // a mark or a character, torn
	case closes(last.r):
		p.stats.closed++
	default:
		p.stats.open++
	}
}

// endCost is what a line costs that ends without a mark if most have one.
func (s *cloakStats) endCost() float32 {
	const most = 4
	return float32(max(0, min(most, math.Log(float64(s.closed+1)/float64(s.open+1)))))
}

// countTorn counts a note behind '?' that is that of the character whose lead
// byte stood before.
func (p *cloakPage) countTorn(lead byte, note string) {
	trails := p.noted[noteKey{lead, note}]
	if len(trails) > 0 {
		p.stats.torn++
	}
	if len(trails) == 1 {
		p.marks[p.gbk.pair(lead, trails[0])].addNoted()
	}
}

func (p *cloakPage) countWide(t *token) {
	p.stats.hanzi++
	switch {
	case p.is(t.r, isForm):
		p.stats.forms++
		m := &p.marks[t.r]
		if t.note == "" {
			m.addBare()
			return
		}
		if m.addNoted(); m.noted == 1 {
			p.stats.distinct++
		}
		p.stats.noted++
	case p.is(t.r, isHonest):
		p.stats.honest++
	case p.is(t.r, isConverted):
		p.stats.converted++
	case isMachineMade(t.r):
		p.stats.machine++
	}
	if t.note != "" && !p.is(t.r, isForm) {
		p.stats.otherNote++
	}
}

// isMachineMade reports whether r is a simplified character that converters
// of single characters keep and traditional text rarely has.
func isMachineMade(r rune) bool {
	switch r {
	case '后', '于', '并', '里', '制', '云', '范', '愿', '余', '采', '群', '峰':
		return true
	}
	return false
}

// syllable reports whether s is a toned syllable that a note can hold.
func (p *cloakPage) syllable(s string) bool { return p.pinyin.Knows(s) }

// reads reports whether a note s can stand behind r.
func (p *cloakPage) reads(r rune, s string) bool {
	return p.pinyin.Has(r, s) || p.plain && isASCII(s) && p.pinyin.HasPlain(r, s)
}

// simple returns the characters that trad may have been written for; the
// second one is 0 if there is no choice.
func (p *cloakPage) simple(trad rune) [2]rune {
	if trad > 0xFFFF {
		return [2]rune{trad}
	}
	return [2]rune{p.simplified(trad), rune(p.second[trad])}
}

// trails returns the possible second bytes of the noted character whose first
// byte is lead; those that the page shows elsewhere come before all others.
func (p *cloakPage) trails(lead byte, syllable string) []byte {
	all := p.noted[noteKey{lead, syllable}]
	if len(all) < 2 {
		return all
	}
	for i, c := range all {
		if m := &p.marks[p.gbk.pair(lead, c)]; m.noted > m.bare {
			return all[i : i+1]
		}
	}
	return all
}

// A guess is a character of which one byte is known.
type guess struct {
	char rune
	code byte    // the other byte
	cost float32 // by itself
}

// ending lists the characters that may fill a gap and end in a byte, the
// cheapest first.
func (p *cloakPage) ending(trail byte) []guess {
	if p.endings[trail] == nil {
		p.endings[trail] = p.guesses(func(lead byte) rune { return p.gbk.pair(lead, trail) })
	}
	return p.endings[trail]
}

// beginning lists the characters that may fill a gap and begin with a byte,
// those of two bytes beyond ASCII, the cheapest first.
func (p *cloakPage) beginning(lead byte) []guess {
	if p.beginnings[lead] == nil {
		p.beginnings[lead] = p.guesses(func(trail byte) rune { return p.gbk.pair(lead, trail) })
	}
	return p.beginnings[lead]
}

func (p *cloakPage) guesses(pair func(byte) rune) []guess {
	list := make([]guess, 0, 0xFF-0x81)
	for b := byte(0x81); b < 0xFF; b++ {
		if c := pair(b); c != 0 && p.common(c) {
			list = append(list, guess{c, b, p.alone[c]})
		}
	}
	slices.SortFunc(list, func(a, b guess) int { return cmp.Or(cmp.Compare(a.cost, b.cost), int(a.code)-int(b.code)) })
	return list
}

// common reports whether c may fill a gap.
func (p *cloakPage) common(c rune) bool { return p.is(c, isCommon) }

// converted is the cost of a character that the cloak would have converted.
func (p *cloakPage) converted(c rune) float32 {
	if p.is(c, isConverted) && p.stats.forms >= p.stats.converted {
		return costConverted
	}
	return 0
}

// unmarked is the cost of c without a note.
func (p *cloakPage) unmarked(c rune) float32 {
	m := &p.marks[uint16(c)] // characters of GBK are in the first plane
	if m.noted == 0 || m.noted <= 2*m.bare {
		return 0
	}
	if m.noted == 1 {
		return costUnmarked / 2
	}
	return costUnmarked
}

// seen is the cost of a token that is taken at its word.
func (p *cloakPage) seen(t *token) float32 {
	if t.note != "" {
		return 0
	}
	return p.converted(t.r) + p.unmarked(t.r)
}

// choose returns the simplified character of a token that stands undamaged
// among others, by the words around it if there is a choice.
func (p *cloakPage) choose(line []token, i int) (r rune, confidence float64) {
	options := p.simple(line[i].r)
	if options[1] == 0 {
		return options[0], 1
	}
	const around = tables.MaxWord - 1
	var costs [2]float32
	m := wordModel{words: p.model.words}
	for k, option := range options {
		state := startState
		for j := max(0, i-around); j < min(len(line), i+around+1); j++ {
			r := option
			if j != i {
				r = p.simplified(line[j].r)
			}
			state = m.extend(&state, r, seen)
		}
		costs[k] = state.cost[0]
	}
	if line[i].r != '著' {
		costs[1] += costSecond
	}
	best := 0
	if costs[1] < costs[0] {
		best = 1
	}
	return options[best], 1 / (1 + math.Exp(float64(costs[best]-costs[1-best])))
}

// grams learns what the page repeats from its undamaged stretches.
func (p *cloakPage) grams(line []token, limit int) [][]rune {
	var runs [][]rune
	var text []rune
	damaged := false
	for i := range line {
		if limit == 0 {
			break
		}
		t := &line[i]
		switch {
		case t.kind == tornToken, t.kind == queryToken:
			damaged = true
		case t.kind == asciiToken && t.lead >= 0x40 || t.kind == otherToken:
			damaged = false
		}
		if damaged || t.r >= utf8.RuneSelf && t.kind == otherToken || isCutMark(t.r) {
			runs = p.keep(runs, text)
			text = nil
			continue
		}
		r, _ := p.choose(line, i)
		text = append(text, r)
		limit--
	}
	return p.keep(runs, text)
}

// keep adds text to runs if it may be undamaged: what was shifted by a byte
// is dear.
func (p *cloakPage) keep(runs [][]rune, text []rune) [][]rune {
	const most = 8 // nats a character; names are dear as well
	if len(text) < 2 {
		return runs
	}
	state := startState
	for _, r := range text {
		state = p.model.extend(&state, r, deduced)
	}
	if state.cost[0] > most*float32(len(text)) {
		return runs
	}
	return append(runs, text)
}
