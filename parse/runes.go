package parse

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// runeSet tells of the runes below U+10000 whether they are in it, and takes
// any other for one that may be.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

func (s *runeSet) addAll(t *runeSet) {
	for i, word := range t {
		s[i] |= word
	}
}

func (s *runeSet) has(r rune) bool {
	return r >= 1<<16 || s[uint16(r)/64]&(1<<(uint16(r)%64)) != 0
}

// holds reports whether r is in the set.
func (s *runeSet) holds(r rune) bool { return r < 1<<16 && s.has(r) }

// next returns where a rune of the set stands in text, at byte i or behind it, or
// the length of text.
func (s *runeSet) next(text string, i int) int {
	at, _, _ := s.find(text, i)
	return at
}

// find is next that also returns the rune and its width. What cjk.RuneAt does
// is written out, for most of a page is read here.
func (s *runeSet) find(text string, i int) (at int, r rune, w int) {
	for i < len(text) {
		b := text[i]
		switch {
		case b < utf8.RuneSelf:
			if s[b/64]&(1<<(b%64)) != 0 {
				return i, rune(b), 1
			}
			i++
		case b>>4 == 0xe && i+2 < len(text):
			high, low := uint(b&0xf)<<6|uint(text[i+1]&0x3f), text[i+2]&0x3f
			if s[high]&(1<<low) != 0 {
				return i, rune(high)<<6 | rune(low), 3
			}
			i += 3
		default:
			if r, w = utf8.DecodeRuneInString(text[i:]); s.holds(r) {
				return i, r, w
			}
			i += w
		}
	}
	return len(text), 0, 0
}

// in reports whether text holds a rune of the set.
func (s *runeSet) in(text string) bool { return s.next(text, 0) < len(text) }

// trimLeft is [strings.TrimLeft], faster where text begins with an ideograph, as
// most does: marks must hold none.
func trimLeft(text, marks string) string {
	if text != "" && text[0] >= 0xe4 && text[0] <= 0xe9 {
		return text
	}
	return strings.TrimLeft(text, marks)
}

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

// starts are the runes that may begin a time, and those that may begin a field.
type starts struct {
	either, time, field runeSet
}

// newStarts makes starts of the first runes of times and of sets of labels and
// roles.
func newStarts(time *runeSet, fields ...*runeSet) *starts {
	s := &starts{either: *time, time: *time}
	for _, set := range fields {
		s.field.addAll(set)
	}
	s.either.addAll(&s.field)
	return s
}

// place is where in a text something may begin: a time, or a field, which opens
// with a label or a role.
type place struct {
	at          int32
	time, field bool
}

// places appends the places of text at which a time or a field may begin.
func (s *starts) places(list []place, text string) []place {
	for i, r, w := s.either.find(text, 0); i < len(text); i, r, w = s.either.find(text, i+w) {
		list = append(list, place{int32(i), s.time.holds(r), s.field.holds(r)})
	}
	return list
}
