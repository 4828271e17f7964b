package parse

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

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
	r, next := firstTwo(word)
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
	w.pairs.add(r, next)
	e := &w.lists[*s-1]
	e.list = append(e.list, entry[T]{word, next, value})
	slices.SortStableFunc(e.list, func(a, b entry[T]) int { return len(b.word) - len(a.word) })
	return nil
}

// firstTwo returns the first two runes of s, which is not empty; 0 for a second one
// that it has not.
func firstTwo(s string) (first, second rune) {
	first, width := cjk.RuneAt(s, 0)
	return first, runeFrom(s, width)
}

// runeFrom returns the rune at byte i of s, 0 at its end.
func runeFrom(s string, i int) rune {
	if i == len(s) {
		return 0
	}
	r, _ := cjk.RuneAt(s, i)
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
	r, width := cjk.RuneAt(s, 0)
	if !w.first.has(r) {
		return "", value, false
	}
	next := runeFrom(s, width)
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
	_, ok := e.cut(s)
	return ok
}

// cut returns what stands before the word that s ends in, if it is longer than
// that.
func (e *endings) cut(s string) (head string, ok bool) {
	r, _ := utf8.DecodeLastRuneInString(s)
	if !e.last.has(r) {
		return s, false
	}
	for _, word := range e.words[r] {
		if len(word) < len(s) && strings.HasSuffix(s, word) {
			return s[:len(s)-len(word)], true
		}
	}
	return s, false
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
	for i := 0; i < len(s); {
		r, w := cjk.RuneAt(s, i)
		i += w
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
	for i := 0; i < len(s); {
		r, width := cjk.RuneAt(s, i)
		i += width
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
