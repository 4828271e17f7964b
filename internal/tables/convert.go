package tables

import (
	"strings"
	"sync"
)

// ToSimplified maps a traditional character to the simplified one, character by
// character; characters that stay are not in it. It is decoded on first use
// and shared: callers must not write to it.
var ToSimplified = sync.OnceValue(func() map[rune]rune { return runes(simplifiedData) })

// CloakForms maps a simplified character to the traditional one that page
// cloaking software writes for it. It is decoded on first use and shared:
// callers must not write to it.
var CloakForms = sync.OnceValue(func() map[rune]rune { return runes(cloakData) })

// Phrases maps traditional words to the simplified form that [ToSimplified]
// does not give. It is decoded on first use and shared: callers must not write
// to it.
var Phrases = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(inflate(phrasesData)) {
		t, s, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		m[t] = s
	}
	return m
})

func runes(data string) map[rune]rune {
	r := reader{data: inflate(data)}
	n := r.varint()
	m := make(map[rune]rune, n)
	k := rune(0)
	for range n {
		k += rune(r.varint())
		d := r.varint()
		m[k] = k + rune(d>>1^-(d&1))
	}
	return m
}
