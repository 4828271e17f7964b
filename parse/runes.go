package parse

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// runeSet tells of the runes below U+10000 whether they are in it, and takes
// any other for one that may be.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

func (s *runeSet) has(r rune) bool {
	return r >= 1<<16 || s[uint16(r)/64]&(1<<(r%64)) != 0
}

// holds reports whether r is in the set.
func (s *runeSet) holds(r rune) bool { return r < 1<<16 && s.has(r) }

// next returns where a rune of the set stands in text, at byte i or behind it, or
// the length of text. What [cjk.RuneAt] does is written out, for it is called for
// most of a page.
func (s *runeSet) next(text string, i int) int {
	for i < len(text) {
		b := text[i]
		r, w := rune(b), 1
		switch {
		case b < utf8.RuneSelf:
		case b>>4 == 0xe && i+2 < len(text):
			r, w = rune(b&0xf)<<12|rune(text[i+1]&0x3f)<<6|rune(text[i+2]&0x3f), 3
		default:
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		if s.holds(r) {
			return i
		}
		i += w
	}
	return len(text)
}

// in reports whether text holds a rune of the set.
func (s *runeSet) in(text string) bool { return s.next(text, 0) < len(text) }

// setOf returns a function that makes the set of some runes once.
func setOf(runes string) func() *runeSet {
	return sync.OnceValue(func() *runeSet {
		var s runeSet
		for _, r := range runes {
			s.add(r)
		}
		return &s
	})
}

// pairSet tells of two runes whether a word may begin with them: it never denies
// it wrongly, and seldom affirms it.
type pairSet [1 << 10]uint64

// add puts in the first two runes of a word. Behind a word of one rune, whose
// second one is 0, anything may stand.
func (s *pairSet) add(r, next rune) {
	h := pairHash(r, next)
	s[h/64] |= 1 << (h % 64)
}

func (s *pairSet) has(r, next rune) bool {
	h, alone := pairHash(r, next), pairHash(r, 0)
	return (s[h/64]>>(h%64)|s[alone/64]>>(alone%64))&1 != 0
}

func pairHash(r, next rune) uint16 {
	return uint16((uint32(r)*0x9e3779b1 + uint32(next)*0x85ebca6b) >> 16)
}

// setOfEnds is setOf for the runes at one end of words.
func setOfEnds(words []string, end func(string) (rune, int)) func() *runeSet {
	return sync.OnceValue(func() *runeSet {
		var s runeSet
		for _, w := range words {
			r, _ := end(w)
			s.add(r)
		}
		return &s
	})
}

// starts says of the runes below U+10000 what may begin with them.
type starts [1 << 16]what

// what is a set of things that may begin at a place of a text.
type what uint8

const (
	whatTime  what = 1 << iota
	whatField      // a label or a role
)

func (s *starts) add(w what, set *runeSet) {
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			s[i*64+bits.TrailingZeros64(word)] |= w
		}
	}
}

// place is where in a text something may begin.
type place struct {
	at   int32
	what what
}

// places appends the places of s at which a time, label or role may begin. What
// [cjk.RuneAt] does is written out: no loop of the package sees more text.
func (s *starts) places(list []place, text string) []place {
	for i := 0; i < len(text); {
		b := text[i]
		r, w := rune(b), 1
		switch {
		case b < utf8.RuneSelf:
		case b>>4 == 0xe && i+2 < len(text):
			r, w = rune(b&0xf)<<12|rune(text[i+1]&0x3f)<<6|rune(text[i+2]&0x3f), 3
		default:
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		if r < 1<<16 {
			if what := s[r]; what != 0 {
				list = append(list, place{int32(i), what})
			}
		}
		i += w
	}
	return list
}

// in reports whether anything may begin at a place of text.
func (s *starts) in(text string) bool {
	for i := 0; i < len(text); {
		r, w := cjk.RuneAt(text, i)
		if r < 1<<16 && s[r] != 0 {
			return true
		}
		i += w
	}
	return false
}
