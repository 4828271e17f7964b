package encoding

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// UTF-8 read as GBK loses bytes: hanzi have three bytes, so every other one
// shares a pair with its neighbour, and pairs without a character are lost.
// What is left tells most of the lost bytes; the word model tells the rest.
const (
	fillWidth  = 48
	fillMargin = 14.0
)

// A filling is a text that the bytes so far may mean.
type filling struct {
	state modelState
	text  []byte
	part  [3]byte // bytes of the character that is open
	n     int
	lost  int // bytes that were filled in
}

// refill reads s as UTF-8 that was read as GBK with losses.
func refill(offset int, s string, before float64) (Edit, bool) {
	pieces, lost := gbkPieces(s)
	if lost == 0 || len(pieces) < 4 {
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
		g := *f
		for i := range len(p.bytes) {
			if !g.add(m, p.bytes[i]) {
				return next
			}
		}
		return append(next, g)
	}
	if f.n == 0 { // an honest question mark
		g := *f
		if g.add(m, '?') {
			next = append(next, g)
		}
	}
	one := f.unknown(m, nil)
	for i := range one {
		next = append(next, one[i])
		if one[i].n != 0 || f.n == 2 {
			next = one[i].unknown(m, next)
		}
	}
	return next
}

// unknown appends what f becomes by any byte that can follow.
func (f *filling) unknown(m *wordModel, next []filling) []filling {
	from, to := byte(0x80), byte(0xBF)
	if f.n == 0 {
		from, to = 0xE3, 0xEF
	}
	for c := from; c <= to; c++ {
		if f.n == 0 && c > 0xE9 && c < 0xEF {
			continue
		}
		g := *f
		g.lost++
		if g.add(m, c) {
			next = append(next, g)
		}
	}
	return next
}

// add reads one byte; it reports whether UTF-8 goes on like that.
func (f *filling) add(m *wordModel, c byte) bool {
	switch {
	case f.n == 0 && c < utf8.RuneSelf:
		f.state = m.extend(&f.state, rune(c), deduced)
		f.text = append(slices.Clip(f.text), c)
		return true
	case f.n == 0:
		f.part[0], f.n = c, 1
		return c >= 0xE2 && c <= 0xEF
	case c < 0x80 || c > 0xBF:
		return false
	}
	f.part[f.n] = c
	if f.n++; f.n < 3 {
		return true
	}
	r, size := utf8.DecodeRune(f.part[:])
	if f.n = 0; size != 3 || strings.ContainsRune("\uFEFF\uFFFD", r) {
		return false
	}
	f.state = m.extend(&f.state, r, deduced)
	f.text = append(slices.Clip(f.text), f.part[:]...)
	return true
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
