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
	beamWidth  = 32
	beamAlike  = 8      // with the same last character and the same debt
	beamMargin = 8.5    // nats behind the cheapest
	safeMargin = 20     // the same for the cheapest truth that is aligned
	maxRun     = 96     // tokens; damage that goes on longer is none of this kind
	maxSpent   = 3      // tokens read in searches, per token of the line
	maxTried   = 1 << 8 // characters tried, per token that may be read: tokens differ in what they may be

	costConverted = 7.0 // a simplified character that the cloak would have converted
	costUnmarked  = 4.0 // a character without the note that all others have
	costLostASCII = 5.0
	costLostDigit = 2.5 // the same if the model has paid for a digit
	costTrimmed   = 1.5
	costSecond    = 6.0 // the rarer of two characters with the same traditional form
	gapMargin     = 13.0
	gapWidth      = 2
	followBonus   = 3.0 // what a character may cost less than by itself
	costOpenEnd   = 4.0 // a line that ends in a comma
	costCutQuery  = 0.5
	costWhole     = 5.0 // a character of which nothing is left
	costLone      = 3.0 // byte 80, which some decoders take for a sign of its own, as '?'
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

// A beam holds the truths that end before a token. The cheapest one that is
// aligned with the tokens stays even if others are far ahead: those may have
// shifted text that is not torn, and pay for it later.
type beam struct {
	truths []truth
	least  float32 // cost of the cheapest
	safe   float32 // cost of the cheapest that is aligned
}

func (b *beam) reset() {
	*b = beam{truths: b.truths[:0], least: math.MaxFloat32, safe: math.MaxFloat32}
}

// add appends t unless it is too costly.
func (b *beam) add(t *truth) {
	*b.grow() = *t
	b.keep()
}

// grow appends a truth for the caller to fill; keep takes it away again if it
// is too costly.
func (b *beam) grow() *truth {
	b.truths = append(b.truths, truth{})
	return &b.truths[len(b.truths)-1]
}

func (b *beam) keep() bool {
	n := len(b.truths) - 1
	c := b.truths[n].cost()
	safe := b.truths[n].owed == 0 && c < b.safe && c <= b.least+safeMargin
	if c > b.least+beamMargin && !safe {
		b.truths = b.truths[:n]
		return false
	}
	b.least = min(b.least, c)
	if safe {
		b.safe = c
	}
	return true
}

// isSafe reports whether t, one of the truths, is the cheapest that is aligned.
func (b *beam) isSafe(t *truth) bool { return t.owed == 0 && t.cost() <= b.safe }

// A search looks for the truth behind the tokens of a line.
type search struct {
	job    *job
	page   *cloakPage
	tokens []token
	steps  []step
	beams  [3]beam // of the token at hand and the two behind it
	spent  int     // tokens that were read in this line
	ranks  []placing
	kept   []truth
	ended  []truth // room for putCut
	merges []merging
	path   []int32 // steps of the best truth, newest first
	at     int

	note      string // of which noteLeads are the lead bytes
	noteLeads []byte
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
	f.steps, f.merges = f.steps[:0], f.merges[:0]
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
		f.job.read++
		done := i == len(f.tokens) || i-at == maxRun
		if done {
			beam = f.finish(beam)
			if len(beam) == 0 {
				return reading{}, false
			}
		}
		if done || len(beam) == 1 && beam[0].owed == 0 && i > at && len(f.beams[1].truths) == 0 && f.tokens[i].kind != tornToken && !f.strange(&f.tokens[i]) {
			return f.result(&beam[0], i, base), true
		}
		for j := range beam {
			f.step(&beam[j], j < gapWidth)
		}
		f.beams[0], f.beams[1], f.beams[2] = f.beams[1], f.beams[2], f.beams[0]
		f.beams[2].reset()
	}
}

// A placing is the rank of a truth in the beam: its cost, and below that its
// index, so that placings are in order as numbers.
type placing uint64

func placingOf(cost float32, index int) placing {
	bits := math.Float32bits(cost)
	if int32(bits) < 0 {
		bits = ^bits
	} else {
		bits |= 1 << 31
	}
	return placing(bits)<<32 | placing(index)
}

func (p placing) index() int { return int(uint32(p)) }

// prune sorts the beam at hand, merges truths that cannot be told apart any
// more, and keeps the cheapest.
func (f *search) prune() []truth {
	b := &f.beams[0]
	f.ranks = f.ranks[:0]
	for i := range b.truths {
		if c := b.truths[i].cost(); c <= b.least+beamMargin || b.isSafe(&b.truths[i]) {
			f.ranks = append(f.ranks, placingOf(c, i))
		}
	}
	slices.Sort(f.ranks)
	f.kept = f.kept[:0]
	for _, r := range f.ranks {
		if t := &b.truths[r.index()]; len(f.kept) < beamWidth || b.isSafe(t) {
			f.keep(t)
		}
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

// A merging says that the truth whose last step is at took over what another
// one, whose last step is alt, would have become.
type merging struct {
	at, alt int32
	mass    float64 // of the other one, relative to the one at
}

// merge gives the mass of t to k.
func (f *search) merge(k, t *truth) {
	mass := t.mass * math.Exp(float64(k.cost()-t.cost()))
	k.mass += mass
	f.merges = append(f.merges, merging{k.step, t.step, mass})
}

// doubt tells the steps on the path to last what other truths say there. Only
// mergings on that path count: their masses are relative to it.
func (f *search) doubt(last int32) {
	path := f.path[:0]
	for i := last; i >= 0; i = f.steps[i].prev {
		path = append(path, i)
	}
	f.path = path
	for _, m := range f.merges {
		if _, ok := slices.BinarySearchFunc(path, m.at, func(i, at int32) int { return cmp.Compare(at, i) }); ok {
			f.differ(m)
		}
	}
}

// differ adds the mass of a merging to the steps in which the two truths
// differ.
func (f *search) differ(m merging) {
	n := 0
	for i, j := m.at, m.alt; i != j && i >= 0 && n < maxRun; n++ {
		a := &f.steps[i]
		if j < 0 || a.token > f.steps[j].token {
			a.other += m.mass
			i = a.prev
			continue
		}
		b := &f.steps[j]
		if a.token == b.token {
			if a.r != b.r {
				a.other += m.mass
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
	if f.at == len(f.tokens) {
		f.closeLine(beam)
	}
	for i := 1; i < len(beam); i++ {
		f.merge(&beam[0], &beam[i])
	}
	return beam
}

// closeLine lets the truths pay that end as few lines of the page do.
func (f *search) closeLine(beam []truth) {
	for i := range beam {
		if !closes(beam[i].state.last[0]) {
			beam[i].extra += f.page.endCost
		}
	}
	slices.SortStableFunc(beam, func(a, b truth) int { return cmp.Compare(a.cost(), b.cost()) })
}

// closes reports whether a sentence may end in r.
func closes(r rune) bool {
	switch r {
	case '。', '！', '!', '？', '?', '”', '」', '…':
		return true
	}
	return false
}

func (f *search) result(t *truth, next int, base float32) reading {
	r := reading{next: next, confidence: 1 / t.mass}
	f.doubt(t.step)
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
	f.job.tried++
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
		b := &f.beams[slot]
		n := b.grow()
		f.page.model.advance(&n.state, &t.state, r, origin(from == visible))
		n.extra, n.mass, n.owed = t.extra+extra, t.mass, owed
		if b.keep() {
			n.step = f.add(step{prev: t.step, r: r, trad: trad, token: int32(f.at + ahead), from: from})
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
