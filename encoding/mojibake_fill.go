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
	fillLength = 400 // characters of a stretch
	fillMargin = 14.0
)

// A filling is a text that the bytes so far may mean.
type filling struct {
	state modelState
	text  []byte
	part  [3]int16 // bytes of the character that is open
	n     int
}

// refill reads s as UTF-8 that was read as GBK with losses.
func refill(offset int, s string, before float64) (Edit, bool) {
	pieces, lost := gbkPieces(s)
	if lost == 0 || 3*lost > len(pieces) || len(pieces) > fillLength {
		return Edit{}, false
	}
	m := &wordModel{words: tables.Words()}
	beam := []filling{{state: startState}}
	for _, p := range pieces {
		var next []filling
		for i := range beam {
			next = p.read(m, &beam[i], next)
		}
		if beam = cheapest(next); len(beam) == 0 {
			return Edit{}, false
		}
	}
	beam = slices.DeleteFunc(beam, func(f filling) bool { return f.n != 0 })
	if len(beam) == 0 {
		return Edit{}, false
	}
	text := string(beam[0].text)
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

// read appends to next what f becomes by the piece.
func (p piece) read(m *wordModel, f *filling, next []filling) []filling {
	if !p.lost {
		all := []filling{*f}
		for i := range len(p.bytes) {
			var more []filling
			for j := range all {
				more = all[j].feed(m, int16(p.bytes[i]), more)
			}
			all = more
		}
		return append(next, all...)
	}
	next = f.feed(m, '?', next) // an honest question mark
	next = f.feed(m, lostByte, next)
	for _, g := range f.feed(m, lostLead, nil) {
		next = g.feed(m, lostTrail, next)
	}
	return next
}

// Bytes that were lost: one alone, and the two of a pair that GBK leaves to
// its users.
const (
	lostByte = -1 - iota
	lostLead
	lostTrail
)

// feed appends to next what f becomes by one byte; nothing if UTF-8 does not
// go on like that. A character with lost bytes is looked for when it is whole.
func (f *filling) feed(m *wordModel, c int16, next []filling) []filling {
	g := *f
	switch {
	case f.n == 0 && c >= 0 && c < utf8.RuneSelf:
		return g.end(m, rune(c), next)
	case f.n == 0 && (c >= 0 && (c < 0xE2 || c > 0xEF) || c == lostLead),
		f.n > 0 && c >= 0 && (c < 0x80 || c > 0xBF):
		return next
	case f.n > 0 && c == lostByte && slices.Contains(f.part[:f.n], lostByte):
		return next // too little is left of the character
	}
	g.part[g.n] = c
	if g.n++; g.n < len(g.part) {
		return append(next, g)
	}
	g.n = 0
	for first := range bytesFor(g.part[0], 0xE2, 0xEF) {
		for second := range bytesFor(g.part[1], 0x80, 0xBF) {
			for third := range bytesFor(g.part[2], 0x80, 0xBF) {
				r := rune(first&0xF)<<12 | rune(second&0x3F)<<6 | rune(third&0x3F)
				if _, ok := m.words.Root(r); ok || symbolCost(r) < costFullwidth {
					next = g.end(m, r, next)
				}
			}
		}
	}
	return next
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

// end appends to next what f becomes by a whole character.
func (f *filling) end(m *wordModel, r rune, next []filling) []filling {
	g := *f
	g.state = m.extend(&f.state, r, deduced)
	g.text = utf8.AppendRune(slices.Clip(f.text), r)
	return append(next, g)
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
