package tables

import (
	"slices"
	"strings"
	"sync"
)

// Readings know how characters are read.
type Readings struct {
	syllables []string                    // toned, sorted
	start     [0xA000 - 0x4E00 + 1]uint16 // of the readings of a character in list
	list      []uint16                    // indices of syllables, the usual one first
}

// Pinyin returns the readings of characters in toned pinyin, simplified and
// traditional ones alike. It is decoded on first use and shared.
var Pinyin = sync.OnceValue(loadPinyin)

func loadPinyin() *Readings {
	list, rest, _ := strings.Cut(inflate(readingsData), "\x00")
	p := &Readings{syllables: strings.Split(strings.TrimSuffix(list, "\n"), "\n")}
	p.list = make([]uint16, 0, len(rest)/2)
	r := reader{data: rest}
	at := 0 // the first character whose start is not known
	for c := 0; r.more(); {
		c += r.varint()
		for ; at <= c-0x4E00; at++ {
			p.start[at] = uint16(len(p.list))
		}
		for range r.varint() {
			p.list = append(p.list, uint16(r.varint()))
		}
	}
	for ; at < len(p.start); at++ {
		p.start[at] = uint16(len(p.list))
	}
	return p
}

// of returns the readings of r, as indices of syllables.
func (p *Readings) of(r rune) []uint16 {
	if r < 0x4E00 || r > 0x9FFF {
		return nil
	}
	return p.list[p.start[r-0x4E00]:p.start[r-0x4E00+1]]
}

// First returns the usual reading of r, "" if none is known.
func (p *Readings) First(r rune) string {
	if of := p.of(r); len(of) > 0 {
		return p.syllables[of[0]]
	}
	return ""
}

// Has reports whether r can be read as the toned syllable s.
func (p *Readings) Has(r rune, s string) bool {
	for _, i := range p.of(r) {
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

// Readers maps syllables, toned ones and ones without tone, to the characters
// that can be read so, in order. It is made on first use and shared: callers
// must not write to it.
var Readers = sync.OnceValue(func() map[string][]rune {
	p := Pinyin()
	m := map[string][]rune{}
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		for _, i := range p.of(r) {
			toned := p.syllables[i]
			m[toned] = append(m[toned], r)
			if s := plain(toned); s != toned && !endsWith(m[s], r) {
				m[s] = append(m[s], r)
			}
		}
	}
	return m
})

func endsWith(list []rune, r rune) bool { return len(list) > 0 && list[len(list)-1] == r }

// HasPlain reports whether r can be read as the syllable s, which has no tone.
func (p *Readings) HasPlain(r rune, s string) bool {
	for _, i := range p.of(r) {
		if plain(p.syllables[i]) == s {
			return true
		}
	}
	return false
}

// plain takes the tones off a syllable; ü becomes v.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		for _, vowel := range [...]string{"aāáǎà", "eēéěèê", "iīíǐì", "oōóǒò", "uūúǔù", "vüǖǘǚǜ", "nńňǹ", "mḿ"} {
			if strings.ContainsRune(vowel, r) {
				return rune(vowel[0])
			}
		}
		return r
	}, s)
}
