package parse

import (
	"sync"
)

// parts are words of ASCII in lower case that are looked for anywhere in a short
// text, such as a class or an address, whatever the case of its letters.
type parts struct {
	words []string
	pairs [][2]uint8 // of the first two letters of each, and of its last two
}

// partsOf returns a function that makes parts of some words once.
func partsOf(words ...string) func() *parts {
	return sync.OnceValue(func() *parts {
		p := &parts{words: words}
		for _, w := range words {
			p.pairs = append(p.pairs, [2]uint8{letterPair(w, 0), letterPair(w, len(w)-2)})
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
// start or end that it does not hold side by side.
func (p *parts) in(text string) bool {
	var seen [256]bool
	for i := range len(text) - 1 {
		seen[letterPair(text, i)] = true
	}
	for i, h := range p.pairs {
		if seen[h[0]] && seen[h[1]] && containsFold(text, p.words[i]) {
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
