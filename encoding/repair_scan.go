package encoding

import (
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// signs are the kinds of damage that a text may have. They are cheap to see
// and prove nothing.
type signs uint16

const (
	signNote    signs = 1 << iota // toned letters in brackets behind a hanzi or '?'
	signPlain                     // the same without tones
	signCut                       // '?' between a hanzi and a mark
	signForm                      // traditional characters
	signLatin                     // Latin letters with diacritics, several in a row
	signHan                       // rare hanzi, many in a row
	signPrivate                   // private-use code points
	signEscape                    // \uXXXX, or numeric character references
	signHidden                    // characters without shape or width
	signSpaced                    // spaces between hanzi and marks
	signRare                      // hanzi that no text uses, or radicals as signs of their own
	signPicture                   // symbols between hanzi
	signLost                      // what stands for lost characters
	signLines                     // no markup: what stands in a line belongs together
	signSpelt                     // a toned syllable beside hanzi
)

// scan looks for signs of damage. It is made to be fast on text without any;
// in Strict mode it leaves out what only Guess mode follows up.
func scan(s string, m Mode) signs {
	found := scanEscapes(s) | scanRunes(s, m)
	if m == Guess {
		found |= scanCuts(s) | scanPlain(s)
	}
	return found
}

// scanPlain looks for "(py)" without a tone.
func scanPlain(s string) signs {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], ')')
		if i < 0 {
			return 0
		}
		i += from
		from = i + 1
		if noteEndingAt(s, i) == signPlain {
			return signPlain
		}
	}
}

// tonedAt looks for a note whose toned letter stands at s[i].
func tonedAt(s string, i int) signs {
	for j := i + 2; j < len(s) && j <= i+maxSyllable; j++ {
		if s[j] == ')' {
			return noteEndingAt(s, j)
		}
	}
	return 0
}

// speltAt tells whether letters of pinyin around the toned one at s[i] touch a
// hanzi.
func speltAt(s string, i int) signs {
	from, to := i, i+2
	for from > 0 && i-from < maxSyllable && isSmall(s[from-1]) {
		from--
	}
	for to < len(s) && to-i < maxSyllable && isSmall(s[to]) {
		to++
	}
	if from >= 3 && isHanziByte(s[from-3]) && s[from-1] >= utf8.RuneSelf || to < len(s) && isHanziByte(s[to]) {
		return signSpelt
	}
	return 0
}

func isSmall(c byte) bool { return c-'a' < 26 }

// isHanziByte reports whether c begins a hanzi.
func isHanziByte(c byte) bool { return c-0xE4 <= 0xE9-0xE4 }

// noteEndingAt tells whether the bracket at s[i] may close a note.
func noteEndingAt(s string, i int) signs {
	j, toned := i, false
	for j > 0 && i-j <= maxSyllable {
		c := s[j-1]
		if c >= utf8.RuneSelf {
			toned = true
			if c >= 0xC0 && (c < 0xC3 || c > 0xC7) {
				return 0
			}
		} else if c < 'a' || c > 'z' {
			break
		}
		j--
	}
	if j == i || j < 2 || s[j-1] != '?' && (s[j-1] != '(' || s[j-2] < utf8.RuneSelf && s[j-2] < '@') {
		return 0
	}
	if toned {
		return signNote
	}
	return signPlain
}

// scanCuts looks for '?' between a hanzi and a full-width mark, and for marks
// behind which a trimmed quotation mark may have stood.
func scanCuts(s string) signs {
	for from := 0; ; {
		i := strings.IndexByte(s[from:], '?')
		if i < 0 {
			return 0
		}
		i += from
		from = i + 1
		if i == 0 || i+1 == len(s) || s[i-1] < 0x80 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i+1:]); isCutMark(r) {
			return signCut
		}
	}
}

// scanEscapes tells plain text, in which it looks for escaped characters
// beyond ASCII.
func scanEscapes(s string) signs {
	switch {
	case isMarkup(s):
		return 0
	case strings.Contains(s, `\u`) || strings.Contains(s, "&#"):
		return signLines | signEscape
	}
	return signLines
}

// leads are bytes above 0x7f that characters of a kind begin with.
type leads [256]bool

// next returns where such a byte stands in s, at i or behind it, or the length
// of s.
func (l *leads) next(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i += asciiPrefix(s[i:])
		case l[c]:
			return i
		default:
			i++
		}
	}
	return len(s)
}

// Rare hanzi in a row, and letters with diacritics in a row, raise a level
// that everything else lowers.
const (
	levelHan     = 12
	shortText    = 256 // bytes
	levelLatin   = 4
	strangeShare = 8 << 10 // bytes of a page; one strange hanzi in so many is a name
	leastSpaced  = 2       // so few spaces before marks are no habit
)

// bopomofo is what the letters of that script begin with.
const bopomofo = "\xe3\x84"

// Classes of hanzi that the scan tells apart.
const (
	rareClass    uint8 = 1 << iota // used often in neither script
	strangeClass                   // hardly used in either
	formClass                      // traditional only
	lostClass                      // begins what stands for lost characters
)

var hanClasses = sync.OnceValue(func() *[0xA000 - 0x4E00]uint8 {
	t := new([0xA000 - 0x4E00]uint8)
	s, h := tables.Simplified(), tables.Traditional()
	const rare, strange = 10 * nat, 13.5 * nat
	for i := range t {
		r := rune(0x4E00 + i)
		a, b := s.At(r), h.At(r)
		if (a == 0 || a > rare) && (b == 0 || b > rare) {
			t[i] |= rareClass
		}
		if (a == 0 || a > strange) && (b == 0 || b > strange) {
			t[i] |= strangeClass
		}
		if a == 0 && b != 0 {
			t[i] |= formClass
		}
	}
	for _, mark := range lostMarks {
		r, _ := utf8.DecodeRuneInString(mark)
		t[r-0x4E00] |= lostClass
	}
	return t
})

// lostAt tells whether the hanzi that ends at s[i], with which lost characters
// are marked, goes on like such a mark.
func lostAt(s string, i int) signs {
	for _, mark := range lostMarks {
		if strings.HasPrefix(s[i-3:], mark) {
			return signLost
		}
	}
	return 0
}

// isBetweenHanzi reports whether a hanzi stands before s[i:], and one, or
// another symbol, behind its first n bytes.
func isBetweenHanzi(s string, i, n int) bool {
	return i >= 3 && isHanziByte(s[i-3]) && i+n < len(s) && s[i+n] >= 0xE2
}

// scanRunes looks at all but ASCII. Signs that several places must show before
// a stage follows them up count by what the mode asks for.
func scanRunes(s string, m Mode) signs {
	var found signs
	var seen uint8
	classes := hanClasses()
	han, latin, rare, forms, pictures := 0, 0, 0, 0, 0
	marks, spaced := 0, 0 // commas and full stops, and those behind a space
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			n := 1
			if i+8 <= len(s) { // most runs of ASCII are short: no call for them
				if high := word(s[i:]) & highBits; high != 0 {
					n = bits.TrailingZeros64(high) / 8
				} else {
					n = 8 + asciiPrefix(s[i+8:])
				}
			}
			latin = max(0, latin-n)
			i += n
		case isHanziByte(c) && i+2 < len(s):
			for i+3 <= len(s) { // hanzi come in runs
				b := s[i : i+3]
				if !isHanziByte(b[0]) {
					break
				}
				r := uint(b[0]&0xF)<<12 | uint(b[1]&0x3F)<<6 | uint(b[2]&0x3F)
				i += 3
				if r -= 0x4E00; r >= uint(len(classes)) {
					rare += int(strangeClass) // of an extension
					continue
				}
				class := classes[r]
				seen |= class
				if class&rareClass == 0 {
					han = max(0, han-1)
					forms += int(class & formClass)
					continue
				}
				rare += int(class & strangeClass)
				if class&lostClass != 0 {
					found |= lostAt(s, i)
				}
				if han += 2; han >= levelHan {
					found |= signHan
				}
			}
		case c >= 0xC2 && c <= 0xC7:
			if c >= 0xC3 {
				found |= tonedAt(s, i) | speltAt(s, i)
			}
			if c == 0xC2 && strings.HasPrefix(s[i:], "\u00ad") {
				found |= signHidden
			}
			if c <= 0xC3 && !strings.HasPrefix(s[i:], "\u00a0") {
				if latin++; latin >= levelLatin {
					found |= signLatin
				}
			}
			i += 2
		case c == 0xE2 && i+2 < len(s):
			if s[i+1] <= 0x81 && isHidden(rune(0x2000|uint(s[i+1]&0x3F)<<6|uint(s[i+2]&0x3F))) {
				found |= signHidden
			}
			if s[i+1] >= 0x86 {
				if s[i+1] >= 0xBA {
					rare += 2 * int(strangeClass) // a radical, which has no other use
				} else if isBetweenHanzi(s, i, 3) {
					pictures++
				}
			}
			i += 3
		case c == 0xE3 && !strings.HasPrefix(s[i:], bopomofo):
			if i+2 < len(s) && s[i+1] >= 0x90 {
				rare += int(strangeClass) // of an extension
			}
			if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x81 || s[i+2] == 0x82) {
				marks++
				if s[i-min(i, 1)] == ' ' {
					spaced++
				}
			}
			i += 3
		case c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC:
			if s[i+2] == 0x8C {
				marks++
				if s[i-min(i, 1)] == ' ' {
					spaced++
				}
			}
			i += 3
		case c == 0xE3 || c >= 0xEA && c <= 0xED || c == 0xEF && i+1 < len(s) && s[i+1] >= 0xB9 && s[i+1] <= 0xBE && s[i+1] != 0xBC:
			// Bopomofo, Hangul, small forms and half-width katakana: Chinese
			// in the wrong charset too.
			i += 3
			if han += 3; han >= levelHan {
				found |= signHan
			}
		case c == 0xEF && strings.HasPrefix(s[i:], "\uFFFD"):
			han += 3
			i += 3
		case c == 0xEF && strings.HasPrefix(s[i:], "\uFEFF"):
			found |= signHidden
			i += 3
		case c == 0xEE || c == 0xEF && i+1 < len(s) && s[i+1] < 0xA4:
			found |= signPrivate
			if han += 2; han >= levelHan {
				found |= signHan
			}
			i += 3
		case c >= 0xF0:
			if c == 0xF0 && isBetweenHanzi(s, i, 4) {
				pictures++
			}
			i += 4
		default:
			if c >= 0xC8 && isBetweenHanzi(s, i, 2) || c >= 0xE0 && isBetweenHanzi(s, i, 3) {
				pictures++
			}
			i++
		}
	}
	leastRare, leastPictures := leastLookAlikes, leastInside
	if m == Strict {
		leastRare, leastPictures = sureLookAlikes+1, sureInside
	}
	rare, forms = rare/int(strangeClass), forms/int(formClass)
	if rare-len(s)/strangeShare >= leastRare && rare >= forms/4 { // traditional text has rare hanzi
		found |= signRare
	}
	if pictures >= leastPictures {
		found |= signPicture
	}
	if spaced >= leastSpaced && spaced*4 >= marks*3 {
		found |= signSpaced
	}
	if seen&formClass != 0 {
		found |= signForm
	}
	if seen&rareClass != 0 && len(s) <= shortText {
		found |= signHan // there is no room for many in a row
	}
	return found
}
