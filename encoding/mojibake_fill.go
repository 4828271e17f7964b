package encoding

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// UTF-8 read as GBK loses bytes: hanzi have three bytes, so every other one
// shares a pair with its neighbour, and pairs without a character are lost.
// What is left tells most of the lost bytes; the word model tells the rest.
const (
	fillWidth  = 32
	fillLength = 1 << 12 // characters of a stretch
	fillMargin = 14.0

	costLostByte = 3.0 // a byte other than 80, which no pair begins with
	costLostPair = 4.0
)

// A filling is a text that the bytes so far may mean.
type filling struct {
	state modelState
	step  int32
	part  [4]int16 // bytes of the character that is open
	n     int
}

// A filler looks for the best filling.
type filler struct {
	model wordModel
	steps []fillStep
	next  []filling // behind the piece at hand
}

type fillStep struct {
	prev int32 // -1 if there is none
	r    rune
}

// refill reads s as UTF-8 that was read as GBK with losses.
func refill(offset int, s string, before float64) (Edit, bool) {
	pieces, lost := gbkPieces(s)
	if lost == 0 || 3*lost > len(pieces) || len(pieces) > fillLength {
		return Edit{}, false
	}
	f := filler{model: wordModel{words: tables.Words()}}
	beam := []filling{{state: startState, step: -1}}
	for i, p := range pieces {
		f.next = nil
		atASCII := i+1 == len(pieces) || pieces[i+1].bytes != "" && pieces[i+1].bytes[0] < utf8.RuneSelf
		for j := range beam {
			f.read(&beam[j], p, atASCII)
		}
		if beam = cheapest(f.next); len(beam) == 0 {
			return Edit{}, false
		}
	}
	beam = slices.DeleteFunc(beam, func(f filling) bool { return f.n != 0 })
	for i := range beam {
		beam[i].state.cost[0] += endCost(beam[i].state.last[0])
	}
	if beam = cheapest(beam); len(beam) == 0 {
		return Edit{}, false
	}
	text := f.text(beam[0].step)
	cost := textCost(text)
	if hanziIn(text) < minHanzi || before-cost < marginGuess || cost > maxHanCost*float64(utf8.RuneCountInString(text)) {
		return Edit{}, false
	}
	mass := 0.0
	for _, f := range beam {
		mass += math.Exp(float64(beam[0].state.cost[0] - f.state.cost[0]))
	}
	return Edit{Offset: offset, Old: s, New: text, Kind: Mojibake, Confidence: 1 / mass}, true
}

func (f *filler) text(step int32) string {
	var text []rune
	for ; step >= 0; step = f.steps[step].prev {
		text = append(text, f.steps[step].r)
	}
	slices.Reverse(text)
	return string(text)
}

// endCost is what a line costs that ends in r.
func endCost(r rune) float32 {
	switch r {
	case '，', '、', '：', '；', '“', '《', '（', '—':
		return costOpenEnd
	}
	return 0
}

// A piece is the bytes of one visible character; a lost one has up to two
// bytes that nobody knows.
type piece struct {
	bytes string
	lost  bool
}

func gbkPieces(s string) (pieces []piece, lost int) {
	codes := gbCodes()
	for _, r := range s {
		switch code := codes.of(r); {
		case r == utf8.RuneError || r == '?':
			pieces = append(pieces, piece{lost: true})
			lost++
		case r < utf8.RuneSelf:
			pieces = append(pieces, piece{bytes: string([]byte{byte(r)})})
		case r == '€':
			pieces = append(pieces, piece{bytes: "\x80"})
			lost++
		case code == 0:
			return nil, 0
		default:
			pieces = append(pieces, piece{bytes: string([]byte{byte(code >> 8), byte(code)})})
		}
	}
	return pieces, lost
}

// read adds what t becomes by the piece. Byte 80 begins no pair, so that it
// is lost wherever it would; any other byte is lost only if ASCII or nothing
// follows, or in a pair without a character.
func (f *filler) read(t *filling, p piece, atASCII bool) {
	if !p.lost {
		f.feedAll(*t, p.bytes)
		return
	}
	f.feed(t, '?', 0) // an honest question mark
	f.feed(t, 0x80, 0)
	if atASCII {
		f.feed(t, lostByte, 0)
	} else {
		f.feed(t, lostByte, costLostByte)
	}
	mark := len(f.next)
	f.feed(t, lostLead, costLostPair)
	leads := slices.Clone(f.next[mark:])
	f.next = f.next[:mark]
	for i := range leads {
		f.feed(&leads[i], lostTrail, 0)
	}
}

func (f *filler) feedAll(t filling, bytes string) {
	all := []filling{t}
	kept := f.next
	for i := range len(bytes) {
		f.next = nil
		for j := range all {
			f.feed(&all[j], int16(bytes[i]), 0)
		}
		all = f.next
	}
	f.next = append(kept, all...)
}

// Bytes that were lost: one alone, and the two of a pair that GBK leaves to
// its users.
const (
	lostByte = -1 - iota
	lostLead
	lostTrail
)

// feed adds what t becomes by one byte; nothing if UTF-8 does not go on like
// that. A character with lost bytes is looked for when it is whole.
func (f *filler) feed(t *filling, c int16, extra float32) {
	g := *t
	for k := range g.state.cost {
		g.state.cost[k] += extra
	}
	switch {
	case t.n == 0 && c >= 0 && c < utf8.RuneSelf:
		f.end(&g, rune(c))
		return
	case t.n == 0 && (c >= 0 && (c < 0xC2 || c > 0xF4) || c == lostLead),
		t.n > 0 && c >= 0 && (c < 0x80 || c > 0xBF):
		return
	case t.n > 0 && c == lostByte && slices.Contains(t.part[:t.n], lostByte):
		return // too little is left of the character
	}
	g.part[g.n] = c
	if g.n++; g.n < length(g.part[0]) {
		f.next = append(f.next, g)
		return
	}
	g.n = 0
	f.whole(&g)
}

// length is that of the character that begins with byte c; what was lost is
// taken for a hanzi.
func length(c int16) int {
	switch {
	case c >= 0xF0:
		return 4
	case c >= 0 && c < 0xE0:
		return 2
	}
	return 3
}

// whole adds what t becomes by the character whose bytes are in t.part.
func (f *filler) whole(t *filling) {
	p := t.part
	switch length(p[0]) {
	case 2:
		for second := range bytesFor(p[1], 0x80, 0xBF) {
			f.sign(t, rune(p[0]&0x1F)<<6|rune(second&0x3F))
		}
		return
	case 4:
		if p[1] >= 0 && p[2] >= 0 && p[3] >= 0 {
			f.sign(t, rune(p[0]&7)<<18|rune(p[1]&0x3F)<<12|rune(p[2]&0x3F)<<6|rune(p[3]&0x3F))
		}
		return
	}
	for first := range bytesFor(p[0], 0xE2, 0xEF) {
		for second := range bytesFor(p[1], 0x80, 0xBF) {
			for third := range bytesFor(p[2], 0x80, 0xBF) {
				r := rune(first&0xF)<<12 | rune(second&0x3F)<<6 | rune(third&0x3F)
				if _, ok := f.model.words.Root(r); ok {
					f.end(t, r)
				} else {
					f.sign(t, r)
				}
			}
		}
	}
}

// sign is end for what is no hanzi.
func (f *filler) sign(t *filling, r rune) {
	if symbolCost(r) <= costSign && utf8.ValidRune(r) && r != utf8.RuneError {
		f.end(t, r)
	}
}

// bytesFor yields c, or the bytes from from to to that c can be if it was lost.
func bytesFor(c, from, to int16) iter.Seq[int16] {
	switch {
	case c >= 0:
		from, to = c, c
	case c == lostLead:
		from, to = 0xAA, 0xAF
	case c == lostTrail:
		from = max(from, 0xA1)
	}
	return func(yield func(int16) bool) {
		for b := from; b <= to && yield(b); b++ {
		}
	}
}

// end adds what t becomes by a whole character.
func (f *filler) end(t *filling, r rune) {
	g := *t
	g.state = f.model.extend(&t.state, r, deduced)
	f.steps = append(f.steps, fillStep{t.step, r})
	g.step = int32(len(f.steps) - 1)
	f.next = append(f.next, g)
}

// cheapest keeps the best fillings.
func cheapest(all []filling) []filling {
	slices.SortStableFunc(all, func(a, b filling) int { return cmp.Compare(a.state.cost[0], b.state.cost[0]) })
	for i := range all {
		if i == fillWidth || all[i].state.cost[0] > all[0].state.cost[0]+fillMargin {
			return all[:i]
		}
	}
	return all
}
