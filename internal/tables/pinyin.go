package tables

import (
	"slices"
	"strings"
	"sync"
)

// Readings know how characters are read.
type Readings struct {
	syllables []string          // toned, sorted
	of        map[rune][]uint16 // indices of syllables, the usual one first
}

// Pinyin returns the readings of characters in toned pinyin, simplified and
// traditional ones alike. It is decoded on first use and shared.
var Pinyin = sync.OnceValue(loadPinyin)

func loadPinyin() *Readings {
	list, rest, _ := strings.Cut(inflate(readingsData), "\x00")
	p := &Readings{syllables: strings.Split(strings.TrimSuffix(list, "\n"), "\n"), of: map[rune][]uint16{}}
	r := reader(rest)
	for c := rune(0); len(r) > 0; {
		c += rune(r.varint())
		of := make([]uint16, r.varint())
		for i := range of {
			of[i] = uint16(r.varint())
		}
		p.of[c] = of
	}
	return p
}

// First returns the usual reading of r, "" if none is known.
func (p *Readings) First(r rune) string {
	if of := p.of[r]; len(of) > 0 {
		return p.syllables[of[0]]
	}
	return ""
}

// Has reports whether r can be read as the toned syllable s.
func (p *Readings) Has(r rune, s string) bool {
	for _, i := range p.of[r] {
		if p.syllables[i] == s {
			return true
		}
	}
	return false
}

// Knows reports whether s is a toned syllable of the table.
func (p *Readings) Knows(s string) bool {
	_, ok := slices.BinarySearch(p.syllables, s)
	return ok
}
