package parse

import (
	"sort"
	"strings"
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

func (s *runeSet) union(t *runeSet) {
	for i := range s {
		s[i] |= t[i]
	}
}

// words finds the longest of a set of words at the start of a text.
type words[T any] struct {
	first runeSet // the words' first runes: most places of a text need no look-up
	lists map[rune][]entry[T]
}

type entry[T any] struct {
	word  string
	value T
}

func (w *words[T]) add(word string, value T) {
	if w.lists == nil {
		w.lists = map[rune][]entry[T]{}
	}
	r, _ := utf8.DecodeRuneInString(word)
	w.first.add(r)
	w.lists[r] = append(w.lists[r], entry[T]{word, value})
}

// settle puts longer words before shorter ones.
func (w *words[T]) settle() {
	for _, list := range w.lists {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	}
}

// at returns the words that may stand at the start of s.
func (w *words[T]) at(s string) []entry[T] {
	if r, _ := utf8.DecodeRuneInString(s); w.first.has(r) {
		return w.lists[r]
	}
	return nil
}

// prefix returns the longest word that s starts with.
func (w *words[T]) prefix(s string) (word string, value T, ok bool) {
	for _, e := range w.at(s) {
		if strings.HasPrefix(s, e.word) {
			return e.word, e.value, true
		}
	}
	return "", value, false
}

// exact returns the value of the word s.
func (w *words[T]) exact(s string) (value T, ok bool) {
	for _, e := range w.at(s) {
		if s == e.word {
			return e.value, true
		}
	}
	return value, false
}

// in reports whether s holds any of the words.
func (w *words[T]) in(s string) bool {
	for i := 0; i < len(s); {
		r, width := cjk.RuneAt(s, i)
		if w.first.has(r) {
			for _, e := range w.lists[r] {
				if strings.HasPrefix(s[i:], e.word) {
					return true
				}
			}
		}
		i += width
	}
	return false
}

// keyWords are whole words that are told by their comparison key.
type keyWords struct {
	first runeSet // the first runes of the keys, marks left out
	keys  map[string]bool
}

func (w *keyWords) add(word string) {
	if w.keys == nil {
		w.keys = map[string]bool{}
	}
	key := cjk.Key(word)
	w.keys[key] = true
	for _, r := range key {
		if !isButtonMark(r) {
			w.first.add(r)
			return
		}
	}
}

// has reports whether s is one of the words.
func (w *keyWords) has(s string) bool {
	if len(s) > 4*longestButton {
		return false
	}
	var buf [longestButton]byte
	return w.keys[string(cjk.AppendKey(buf[:0], s))]
}

// longestButton is the length in bytes of a line past which it is no row of
// buttons.
const longestButton = 120

// isButtonMark reports whether r parts the words of a row of buttons.
func isButtonMark(r rune) bool {
	return strings.ContainsRune("|｜丨[]【】()（）<>《》/：:·•，,、", r)
}
