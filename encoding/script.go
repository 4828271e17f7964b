package encoding

import (
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// maxPhrase is the length of the longest phrase of the table, in bytes.
var maxPhrase = sync.OnceValue(func() int {
	n := 0
	for t := range tables.Phrases() {
		n = max(n, len(t))
	}
	return n
})

// phraseHeads are the characters that phrases begin with.
var phraseHeads = sync.OnceValue(func() map[rune]bool {
	heads := map[rune]bool{}
	for t := range tables.Phrases() {
		r, _ := utf8.DecodeRuneInString(t)
		heads[r] = true
	}
	return heads
})

// simplify turns traditional text into simplified: the longest phrase first,
// then character by character.
func simplify(s string, _ *job) ([]Edit, []Damage) {
	chars, heads := tables.ToSimplified(), phraseHeads()
	var edits []Edit
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		to := ""
		if heads[r] {
			size, to = longestPhrase(s[i:], size)
		}
		if c, ok := chars[r]; to == "" && ok {
			to = string(c)
		}
		if to != "" && to != s[i:i+size] {
			edits = appendEdit(edits, s, i, i+size, to, Script)
		}
		i += size
	}
	return edits, nil
}

// longestPhrase returns the length of the longest phrase that s begins with
// and its simplified form; size and "" if there is none.
func longestPhrase(s string, size int) (n int, to string) {
	phrases := tables.Phrases()
	for n := min(len(s), maxPhrase()); n > size; n-- {
		if to, ok := phrases[s[:n]]; ok {
			return n, to
		}
	}
	return size, ""
}
