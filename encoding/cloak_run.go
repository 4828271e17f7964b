package encoding

import (
	"cmp"
	"math"
	"slices"
)

// A run is damaged text in which visible characters and true ones do not
// share their bytes. The search reads tokens from left to right and keeps the
// cheapest truths; between two tokens a truth is either aligned with them or
// owes one byte: the lead byte of its next character is the trail byte of the
// visible character before.
const (
	beamWidth  = 28
	beamAlike  = 6    // with the same last character and the same debt
	beamMargin = 13.0 // nats behind the cheapest
	maxRun     = 160  // tokens; damage that goes on longer is none of this kind
	maxSpent   = 6    // tokens read in searches, per token of the line

	costConverted = 7.0 // a simplified character that the cloak would have converted
	costUnmarked  = 7.0 // a character without the note that all others have
	costLostASCII = 5.0
	costTrimmed   = 1.5
	costVanished  = 0.0
	costSecond    = 6.0 // the rarer of two characters with the same traditional form
	gapMargin     = 12.0
	gapWidth      = 5
	costOpenEnd   = 4.0 // a line that ends in a comma
	costCutQuery  = 0.5
)

// A source says where a character of the truth comes from.
type source uint8

const (
	visible  source = iota // aligned with its token
	shifted                // of two bytes that are both there
	filled                 // one byte is a guess
	lostChar               // an ASCII character that a lead byte swallowed
)

// A step is one character of a possible truth.
type step struct {
	prev  int32 // index of the step before, -1 if none
	r     rune  // simplified, or 0: only bytes were read
	trad  rune  // as the cloak wrote it
	token int32 // the last token that was read for it
	from  source
	other float64 // mass of the truths that say something else here, relative to this one
}

// A truth is a text that the damage may come from, up to some token.
type truth struct {
	state modelState
	extra float32 // costs besides the model's
	mass  float64 // of all truths that were merged into this one, relative to its own
	step  int32
	owed  byte // lead byte of the next character, 0 if aligned
	trim  bool // trimming was tried at this place
}

func (t *truth) cost() float32 { return t.state.cost[0] + t.extra }

// A beam holds the truths that end before a token.
type beam struct {
	truths []truth
	least  float32 // cost of the cheapest
}

func (b *beam) reset() { b.truths, b.least = b.truths[:0], math.MaxFloat32 }

// add appends t unless it is too costly; ok tells whether it did.
func (b *beam) add(t *truth) (ok bool) {
	c := t.cost()
	if c > b.least+beamMargin {
		return false
	}
	b.least = min(b.least, c)
	b.truths = append(b.truths, *t)
	return true
}

// A search looks for the truth behind the tokens of a line.
type search struct {
	page   *cloakPage
	tokens []token
	steps  []step
	beams  [3]beam // of the token at hand and the two behind it
	spent  int     // tokens that were read in this line
	ranks  []placing
	kept   []truth
	at     int
}

// A reading of a stretch of tokens is the cheapest truth that was found.
type reading struct {
	steps      []step // oldest first
	next       int    // the first token that was not read
	confidence float64
	cost       float32 // in the model
	perChar    float32
}

// read searches from token at on. It stops where all truths agree again.
func (f *search) read(at int, before modelState) (reading, bool) {
	f.at = at
	f.steps = f.steps[:0]
	for i := range f.beams {
		f.beams[i].reset()
	}
	f.beams[0].add(&truth{state: before, step: -1, mass: 1})
	base := before.cost[0]
	for i := at; ; i++ {
		f.at = i
		f.trim()
		beam := f.prune()
		if len(beam) == 0 {
			return reading{}, false
		}
		f.spent++
		done := i == len(f.tokens) || i-at == maxRun
		if done {
			beam = f.finish(beam)
			if len(beam) == 0 {
				return reading{}, false
			}
		}
		if done || len(beam) == 1 && beam[0].owed == 0 && i > at && len(f.beams[1].truths) == 0 {
			return f.result(&beam[0], i, base), true
		}
		for j := range beam {
			f.step(&beam[j], j < gapWidth)
		}
		f.beams[0], f.beams[1], f.beams[2] = f.beams[1], f.beams[2], f.beams[0]
		f.beams[2].reset()
	}
}

// A placing is the rank of a truth in the beam.
type placing struct {
	cost  float32
	index int32
}

// prune sorts the beam at hand, merges truths that cannot be told apart any
// more, and keeps the cheapest.
func (f *search) prune() []truth {
	beam := f.beams[0].truths
	f.ranks = f.ranks[:0]
	for i := range beam {
		if c := beam[i].cost(); c <= f.beams[0].least+beamMargin {
			f.ranks = append(f.ranks, placing{c, int32(i)})
		}
	}
	slices.SortFunc(f.ranks, func(a, b placing) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.index, b.index))
	})
	f.kept = f.kept[:0]
	for _, r := range f.ranks {
		if len(f.kept) == beamWidth {
			break
		}
		f.keep(&beam[r.index])
	}
	return f.kept
}

// keep adds t to the truths that are kept, unless it merges into one of them
// or there are enough of its like.
func (f *search) keep(t *truth) {
	alike := 0
	for j := range f.kept {
		k := &f.kept[j]
		if k.owed != t.owed || k.state.last[0] != t.state.last[0] {
			continue
		}
		if k.state.last == t.state.last && k.trim == t.trim {
			f.merge(k, t)
			return
		}
		if alike++; alike == beamAlike {
			return
		}
	}
	f.kept = append(f.kept, *t)
}

// merge gives the mass of t to k and marks the steps in which they differ.
func (f *search) merge(k, t *truth) {
	mass := t.mass * math.Exp(float64(k.cost()-t.cost()))
	k.mass += mass
	n := 0
	for i, j := k.step, t.step; i != j && i >= 0 && n < maxRun; n++ {
		a := &f.steps[i]
		if j < 0 || a.token > f.steps[j].token {
			a.other += mass
			i = a.prev
			continue
		}
		b := &f.steps[j]
		if a.token == b.token {
			if a.r != b.r {
				a.other += mass
			}
			i = a.prev
		}
		j = b.prev
	}
}

// finish drops the truths that still owe a byte at the end of the line and
// merges the rest.
func (f *search) finish(beam []truth) []truth {
	beam = slices.DeleteFunc(beam, func(t truth) bool { return t.owed != 0 })
	for i := 1; i < len(beam); i++ {
		f.merge(&beam[0], &beam[i])
	}
	return beam
}

func (f *search) result(t *truth, next int, base float32) reading {
	r := reading{next: next, confidence: 1 / t.mass}
	n := 0
	for i := t.step; i >= 0; i = f.steps[i].prev {
		r.steps = append(r.steps, f.steps[i])
		if f.steps[i].r != 0 {
			n++
		}
	}
	slices.Reverse(r.steps)
	r.cost = t.cost() - base
	r.perChar = r.cost / float32(max(n, 1))
	return r
}

// put adds to t the true character trad, which ends in the token at hand plus
// ahead, and puts the result into the beam behind that token.
func (f *search) put(t *truth, trad rune, from source, owed byte, ahead int, extra float32) {
	if from == filled && !f.page.common(trad) {
		return
	}
	f.putAt(t, trad, from, owed, ahead, ahead+1, extra)
}

func (f *search) putAt(t *truth, trad rune, from source, owed byte, ahead, slot int, extra float32) {
	for i, r := range f.page.simple(trad) {
		if r == 0 {
			break
		}
		if i > 0 && trad != '著' {
			extra += costSecond
		}
		n := truth{state: f.page.model.extend(&t.state, r, origin(from == visible)), extra: t.extra + extra, owed: owed, mass: t.mass}
		n.step = int32(len(f.steps))
		if f.beams[slot].add(&n) {
			f.add(step{prev: t.step, r: r, trad: trad, token: int32(f.at + ahead), from: from})
		}
	}
}

func (f *search) add(s step) int32 {
	f.steps = append(f.steps, s)
	return int32(len(f.steps) - 1)
}

// hold is put for a token that only brings a byte.
func (f *search) hold(t *truth, owed byte, from source, slot int, extra float32) {
	n := *t
	n.owed, n.extra, n.trim = owed, t.extra+extra, false
	n.step = f.add(step{prev: t.step, token: int32(f.at + max(slot-1, 0)), from: from})
	f.beams[slot].add(&n)
}

// step reads the token at hand in all ways that fit t.
func (f *search) step(t *truth, gaps bool) {
	tok := &f.tokens[f.at]
	if t.owed == 0 {
		f.aligned(t, tok)
		return
	}
	f.owing(t, tok, shifted)
	if gaps {
		f.vanished(t, tok)
	}
}

// aligned reads a token at the border of two true characters.
func (f *search) aligned(t *truth, tok *token) {
	switch tok.kind {
	case wideToken:
		f.put(t, tok.r, visible, 0, 0, f.page.seen(tok))
	case asciiToken, otherToken:
		f.put(t, tok.r, visible, 0, 0, 0)
	case queryToken:
		f.put(t, '?', visible, 0, 0, 0)
		f.cutAligned(t)
	case tornToken:
		f.torn(t, tok)
	}
}

// torn reads "?py)" behind a visible character: the swallowed byte is the
// lead byte of a true character, and together with the trail byte before it
// is a character that is read py.
func (f *search) torn(t *truth, tok *token) {
	n := len(f.beams[1].truths)
	if f.at > 0 && f.tokens[f.at-1].kind == wideToken {
		trail := f.tokens[f.at-1].trail
		for _, c := range f.page.trails(trail, tok.note) {
			f.hold(t, c, shifted, 1, 0)
		}
	}
	if len(f.beams[1].truths) == n { // not of the cloak: leave it as it is
		f.put(t, '?', visible, 0, 0, 3*costStrange)
	}
}

// marks that the second family cuts at.
func isCutMark(r rune) bool {
	switch r {
	case '，', '！', '？', '；', '、', '。', ',', '!', '?', ';':
		return true
	}
	return false
}

// wideMark returns the bytes of a mark, narrowed or not.
func (f *search) wideMark(r rune) (lead, trail byte) {
	if r < 0x80 {
		return 0xA3, byte(r) + 0x80
	}
	lead, trail, _ = f.page.gbk.bytes(r)
	return lead, trail
}

// cutAligned reads '?' and a mark as the torn bytes of a true character whose
// trail byte and the byte behind it look like that mark.
func (f *search) cutAligned(t *truth) {
	if f.at+1 >= len(f.tokens) || !isCutMark(f.tokens[f.at+1].r) {
		return
	}
	first, second := f.wideMark(f.tokens[f.at+1].r)
	for lead := byte(0x81); lead < 0xFF; lead++ {
		if c := f.page.gbk.pair(lead, first); c != 0 && f.page.common(c) {
			f.put(t, c, filled, second, 1, costCutQuery+f.page.unmarked(c))
		}
	}
}

// owing reads a token whose first byte ends a true character; from tells
// how the byte that t owes is known.
func (f *search) owing(t *truth, tok *token, from source) {
	switch tok.kind {
	case wideToken:
		f.owingWide(t, tok, from)
	case asciiToken:
		if !tok.doubled {
			f.owingASCII(t, tok, from)
		}
	case queryToken:
		f.owe(t, 0xA3, '?'+0x80, from, 0)
		switch {
		case from == shifted && t.cost() <= f.beams[0].least+gapMargin/2:
			f.owingQuery(t)
			f.unassigned(t)
		case f.at+1 == len(f.tokens) && (t.owed == 0xA1 || t.owed == 0xA3):
			f.owingQuery(t) // a mark at the end of the line
		}
	case tornToken:
		for _, trail := range f.page.trails(t.owed, tok.note) {
			f.put(t, f.page.gbk.pair(t.owed, trail), from, 0, 0, 0)
		}
	}
}

// owe ends the true character that t owes with trail; owed is the next lead.
func (f *search) owe(t *truth, trail, owed byte, from source, extra float32) {
	c := f.page.gbk.pair(t.owed, trail)
	if c == 0 || from == filled && !f.page.common(c) {
		return
	}
	if owed != 0 || f.tokens[f.at].note == "" {
		extra += f.page.unmarked(c)
	}
	f.put(t, c, from, owed, 0, extra+f.page.converted(c))
}

func (f *search) owingWide(t *truth, tok *token, from source) {
	extra := float32(0)
	if tok.note == "" {
		extra = f.page.unmarked(tok.r)
	}
	if tok.trail > 0x80 {
		f.owe(t, tok.lead, tok.trail, from, extra)
		return
	}
	// The trail byte is an ASCII character of the truth.
	n := len(f.beams[1].truths)
	f.owe(t, tok.lead, 0, from, extra)
	for i := n; i < len(f.beams[1].truths); i++ {
		t := &f.beams[1].truths[i]
		t.state = f.page.model.extend(&t.state, rune(tok.trail), deduced)
		t.step = f.add(step{prev: t.step, r: rune(tok.trail), trad: rune(tok.trail), token: int32(f.at), from: from})
	}
}

func (f *search) owingASCII(t *truth, tok *token, from source) {
	if tok.note == "" {
		switch {
		case tok.lead == ' ':
			f.owe(t, 0xA1, 0xA1, from, 0)
		case tok.lead == '~':
			f.owe(t, 0xA1, 0xAB, from, 0)
		case tok.lead > ' ' && tok.lead < 0x7F:
			f.owe(t, 0xA3, tok.lead+0x80, from, 0)
		}
	}
	if tok.lead >= 0x40 && (tok.note == "" || f.page.reads(f.page.gbk.pair(t.owed, tok.lead), tok.note)) {
		f.owe(t, tok.lead, 0, from, 0)
	}
}

// owingQuery reads '?' as a trail byte that found no partner: it stood before
// a cut, at the end of the line, or took an ASCII character with it.
func (f *search) owingQuery(t *truth) {
	end := f.at+1 == len(f.tokens)
	cut := !end && isCutMark(f.tokens[f.at+1].r)
	for trail := byte(0x81); trail < 0xFF; trail++ {
		c := f.page.gbk.pair(t.owed, trail)
		if c == 0 || !f.page.common(c) {
			continue
		}
		extra := f.page.unmarked(c) + f.page.converted(c)
		switch {
		case end:
			if isMark(c) && c != '。' && c != '！' && c != '？' && c != '”' {
				extra += costOpenEnd
			}
			f.put(t, c, filled, 0, 0, extra)
		default:
			f.put(t, c, filled, 0, 0, extra+costLostASCII+costCutQuery)
			f.markLost()
			if cut {
				f.putCut(t, c, extra)
			}
		}
	}
}

// markLost adds a step for a swallowed ASCII character to the last truth of
// the beam behind the token at hand.
func (f *search) markLost() {
	if n := len(f.beams[1].truths); n > 0 {
		t := &f.beams[1].truths[n-1]
		if f.steps[t.step].from == filled && int(f.steps[t.step].token) == f.at {
			t.step = f.add(step{prev: t.step, r: '?', trad: '?', token: int32(f.at), from: lostChar})
		}
	}
}

// putCut ends a true character before a cut: the mark behind it is aligned.
func (f *search) putCut(t *truth, c rune, extra float32) {
	var two [2]truth
	saved := f.beams[2]
	f.beams[2] = beam{truths: two[:0], least: math.MaxFloat32}
	f.putAt(t, c, filled, 0, 0, 2, extra)
	ended := f.beams[2].truths
	f.beams[2] = saved
	lead, trail := f.wideMark(f.tokens[f.at+1].r)
	for i := range ended {
		f.put(&ended[i], f.page.gbk.pair(lead, trail), shifted, 0, 1, 0)
	}
}

// trim adds, behind a mark, truths whose next byte A1 was trimmed off.
func (f *search) trim() {
	if f.at == 0 || f.at >= len(f.tokens) || !isTrimMark(f.tokens[f.at-1].r) {
		return
	}
	for _, t := range f.beams[0].truths {
		if t.owed == 0 && !t.trim {
			n := t
			n.owed, n.trim, n.extra = 0xA1, true, t.extra+costTrimmed
			n.step = f.add(step{prev: t.step, token: int32(f.at - 1), from: filled})
			f.beams[0].add(&n)
		}
	}
}

// vanished reads a pair of bytes that left no trace before the token: the
// trail byte of one true character and the lead byte of the next.
func (f *search) vanished(t *truth, tok *token) {
	if f.at == 0 || tok.kind == otherToken || tok.kind == queryToken && f.at+1 < len(f.tokens) {
		return
	}
	f.gap(t, f.at-1, costVanished, vanishes, func(mid *truth) { f.owing(mid, tok, filled) })
}

// unassigned reads '?' as such a pair that decoders know to mean nothing.
func (f *search) unassigned(t *truth) {
	if f.at+1 == len(f.tokens) || f.tokens[f.at+1].kind == queryToken {
		return
	}
	f.gap(t, f.at, costVanished, f.page.gbk.unassigned, func(mid *truth) {
		f.at++
		f.beams[0], f.beams[1], f.beams[2] = f.beams[1], f.beams[2], f.beams[0]
		f.owing(mid, &f.tokens[f.at], filled)
		f.at--
		f.beams[0], f.beams[1], f.beams[2] = f.beams[2], f.beams[0], f.beams[1]
	})
}

// gap reads two bytes that are not in the text, for which lost holds, and
// goes on with each truth that they leave.
func (f *search) gap(t *truth, token int, extra float32, lost func(lead, trail byte) bool, next func(*truth)) {
	limit := f.beams[0].least + gapMargin
	if t.cost() > limit {
		return
	}
	for trail := byte(0xA1); trail < 0xFF; trail++ {
		c := f.page.gbk.pair(t.owed, trail)
		if c == 0 || !lost(trail, 0xA1) && !lost(trail, 0x81) || !f.page.common(c) {
			continue
		}
		for _, s := range f.page.simple(c) {
			if s == 0 {
				break
			}
			mid := truth{state: f.page.model.extend(&t.state, s, deduced), mass: t.mass}
			mid.extra = t.extra + extra + f.page.unmarked(c) + f.page.converted(c)
			if mid.cost() > limit {
				continue
			}
			mid.step = f.add(step{prev: t.step, r: s, trad: c, token: int32(token), from: filled})
			for mid.owed = 0x81; mid.owed < 0xFF; mid.owed++ {
				if lost(trail, mid.owed) {
					next(&mid)
				}
			}
		}
	}
}
