package parse

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
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

// parts are words of ASCII in lower case that are looked for anywhere in a short
// text, such as a class or an address, whatever the case of its letters.
type parts struct {
	words []string
	pairs []uint8 // of the first two letters of each
}

// partsOf returns a function that makes parts of some words once.
func partsOf(words ...string) func() *parts {
	return sync.OnceValue(func() *parts {
		p := &parts{words: words}
		for _, w := range words {
			p.pairs = append(p.pairs, letterPair(w, 0))
		}
		return p
	})
}

func letterPair(s string, i int) uint8 { return lowerCase[s[i]]*31 + lowerCase[s[i+1]] }

// lowerCase holds the lower case of each byte.
var lowerCase = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
		if i >= 'A' && i <= 'Z' {
			t[i] += 'a' - 'A'
		}
	}
	return t
}()

// in reports whether text holds one of the words: most have two letters at their
// start that it does not hold side by side.
func (p *parts) in(text string) bool {
	var seen [256 / 64]uint64
	for i := range len(text) - 1 {
		h := letterPair(text, i)
		seen[h/64] |= 1 << (h % 64)
	}
	for i, h := range p.pairs {
		if seen[h/64]&(1<<(h%64)) != 0 && containsFold(text, p.words[i]) {
			return true
		}
	}
	return false
}

// containsFold reports whether text holds word, which is in lower case.
func containsFold(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		k := 0
		for k < len(word) && lowerCase[text[i+k]] == word[k] {
			k++
		}
		if k == len(word) {
			return true
		}
	}
	return false
}

// words finds the longest of a set of words at the start of a text.
type words[T any] struct {
	first runeSet // the words' first runes: most places of a text need no look-up
	pairs pairSet // their first two
	lists []entries[T]
	slots [firstSlots]uint16 // where in lists the words of a first rune are, by its hash, from 1
}

// firstSlots is a power of two well above the number of first runes of any set.
const firstSlots = 1 << 11

// entries are the words that begin with one rune, longer ones first.
type entries[T any] struct {
	first rune
	list  []entry[T]
}

type entry[T any] struct {
	word   string
	second rune // the word's second rune, 0 if it has but one
	value  T
}

// slot returns the slot of a first rune, or the free one that it would take.
func (w *words[T]) slot(r rune) *uint16 {
	for h := uint32(r) * 0x9e3779b1 >> 21; ; h = (h + 1) % firstSlots {
		if s := &w.slots[h]; *s == 0 || w.lists[*s-1].first == r {
			return s
		}
	}
}

func (w *words[T]) add(word string, value T) error {
	r, _ := utf8.DecodeRuneInString(word)
	if r >= 1<<16 {
		return fmt.Errorf("%q begins with a character beyond U+FFFF", word)
	}
	s := w.slot(r)
	if *s == 0 {
		if len(w.lists) == firstSlots/2 {
			return fmt.Errorf("words with more than %d first characters", len(w.lists))
		}
		w.lists = append(w.lists, entries[T]{first: r})
		*s = uint16(len(w.lists))
		w.first.add(r)
	}
	w.pairs.add(r, second(word))
	e := &w.lists[*s-1]
	e.list = append(e.list, entry[T]{word, second(word), value})
	slices.SortStableFunc(e.list, func(a, b entry[T]) int { return len(b.word) - len(a.word) })
	return nil
}

// second returns the second rune of s, 0 if it has but one.
func second(s string) rune {
	_, width := cjk.RuneAt(s, 0)
	if width == len(s) {
		return 0
	}
	r, _ := cjk.RuneAt(s, width)
	return r
}

// of returns the words that begin with the rune r.
func (w *words[T]) of(r rune) []entry[T] {
	if i := *w.slot(r); i > 0 {
		return w.lists[i-1].list
	}
	return nil
}

// prefix returns the longest word that s starts with.
func (w *words[T]) prefix(s string) (word string, value T, ok bool) {
	if s == "" {
		return "", value, false
	}
	r, _ := cjk.RuneAt(s, 0)
	if !w.first.has(r) {
		return "", value, false
	}
	next := second(s)
	if !w.pairs.has(r, next) {
		return "", value, false
	}
	list := w.of(r)
	for i := range list {
		if e := &list[i]; (e.second == 0 || e.second == next) && strings.HasPrefix(s, e.word) {
			return e.word, e.value, true
		}
	}
	return "", value, false
}

// exact returns the value of the word s.
func (w *words[T]) exact(s string) (value T, ok bool) {
	if s == "" {
		return value, false
	}
	r, _ := cjk.RuneAt(s, 0)
	if !w.first.has(r) {
		return value, false
	}
	for _, e := range w.of(r) {
		if s == e.word {
			return e.value, true
		}
	}
	return value, false
}

// in reports whether s holds any of the words.
func (w *words[T]) in(s string) bool {
	for i := w.first.next(s, 0); i < len(s); i = w.first.next(s, i+1) {
		if _, _, ok := w.prefix(s[i:]); ok {
			return true
		}
	}
	return false
}

// endings are words that names end in.
type endings struct {
	last  runeSet // their last runes
	words map[rune][]string
}

func (e *endings) add(word string) {
	if e.words == nil {
		e.words = map[rune][]string{}
	}
	r, _ := utf8.DecodeLastRuneInString(word)
	e.last.add(r)
	e.words[r] = append(e.words[r], word)
}

// end reports whether s ends in one of the words and is longer than that.
func (e *endings) end(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return e.last.has(r) && slices.ContainsFunc(e.words[r], func(word string) bool {
		return len(word) < len(s) && strings.HasSuffix(s, word)
	})
}

// keyWords are whole words that are told by their comparison key.
type keyWords struct {
	starts  pairSet // the first two runes of the keys, marks before them left out
	keys    map[string]bool
	longest int // key, in bytes
}

func (w *keyWords) add(word string) {
	if w.keys == nil {
		w.keys = map[string]bool{}
	}
	key := cjk.Key(word)
	w.keys[key] = true
	w.longest = max(w.longest, len(key))
	if first, second := keyStart(key); first >= 0 {
		w.starts.add(first, second)
	}
}

// mayHave reports whether s, or what it begins with, may be one of the words, as
// far as its first two characters tell that are no marks.
func (w *keyWords) mayHave(s string) bool {
	first, second := keyStart(s)
	return first < 0 || w.starts.has(first, second)
}

// keyStart returns the first two runes of the key of s, marks before them left
// out: -1 if there is none, 0 for a second one that is not there.
func keyStart(s string) (first, second rune) {
	first = -1
	for _, r := range s {
		switch r = cjk.KeyRune(r); {
		case r < 0 || first < 0 && isButtonMark(r):
		case first < 0:
			first = r
		default:
			return first, r
		}
	}
	return first, 0
}

// has reports whether s is one of the words.
func (w *keyWords) has(s string) bool {
	if len(s) > 4*longestButton || !w.mayHave(s) {
		return false
	}
	var buf [longestButton]byte
	key := buf[:0]
	for _, r := range s {
		if r = cjk.KeyRune(r); r < 0 {
			continue
		}
		if key = utf8.AppendRune(key, r); len(key) > w.longest {
			return false
		}
	}
	return w.keys[string(key)]
}

// longestButton is the length in bytes of a line past which it is no row of
// buttons.
const longestButton = 180

// isButtonMark reports whether r parts the words of a row of buttons.
func isButtonMark(r rune) bool { return r >= 0 && buttonMarks().holds(r) }

var buttonMarks = setOf("|｜丨—[]【】()（）<>《》/：:·•，,、")
