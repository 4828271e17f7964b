package encoding

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// A tokenKind says what a piece of damaged text can stand for.
type tokenKind uint8

const (
	wideToken  tokenKind = iota // a character of two bytes in GBK
	asciiToken                  // itself, or a full-width form that was narrowed
	queryToken                  // '?': itself, or bytes that gave no character
	tornToken                   // "?py)": a byte that took the bracket of a note with it
	otherToken                  // not in GBK: no byte of it was ever torn
)

// A token is one character of damaged text with the note behind it.
type token struct {
	kind        tokenKind
	lead, trail byte   // of a wideToken; lead of an asciiToken
	r           rune   // of all kinds
	note        string // the syllable in brackets, without them; "" if none
	start, end  int    // bytes of the text, with the note
	plain       int    // byte offset behind the character, before the note
	doubled     bool   // a comma was put before the mark; it starts the token
	stray       bool   // the note behind an ASCII letter came from the letter and the byte before it
}

// appendTokens takes s[from:to] apart.
func appendTokens(dst []token, s string, from, to int, page *cloakPage) []token {
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(s[i:to])
		t := token{r: r, start: i, plain: i + size, end: i + size}
		switch {
		case r == '?':
			t.kind = queryToken
			if syllable, n := readSyllable(s[t.plain:to]); n > 0 && page.syllable(syllable) {
				t.kind, t.note, t.end = tornToken, syllable, t.plain+n
			}
		case r == '€': // byte 80 alone; the lead byte of the pair A2E3 is rarer
			t.kind, t.lead = asciiToken, 0x80
			if t.end < to && s[t.end] == '(' {
				t.note, t.end = noteBehind(s[:to], t.end, page)
			}
		case r < utf8.RuneSelf:
			t.kind, t.lead = asciiToken, byte(r)
			if r >= 0x40 && t.end < to && s[t.end] == '(' {
				t.note, t.end = noteBehind(s[:to], t.end, page)
				t.stray = t.note != "" && page.stray(dst, t)
			}
		default:
			var ok bool
			if t.lead, t.trail, ok = page.gbk.bytes(r); !ok || r == utf8.RuneError {
				t.kind = otherToken
				break
			}
			t.kind = wideToken
			for t.end < to && s[t.end] == '(' {
				syllable, n := readSyllable(s[t.end+1 : to])
				if n == 0 || !repeats(syllable, t.note) && (t.note != "" && !page.plain || !page.reads(r, syllable)) {
					break
				}
				t.note, t.end = cmp.Or(t.note, syllable), t.end+1+n
			}
		}
		if n := len(dst); page.doubled && isCutMark(r) && n > 0 && dst[n-1].r == ',' && dst[n-1].end == i {
			t.start, t.doubled = dst[n-1].start, true
			dst = dst[:n-1]
		}
		dst = append(dst, t)
		i = t.end
	}
	return dst
}

// repeats reports whether a syllable is that of a note, with or without its
// tone.
func repeats(syllable, note string) bool {
	return note != "" && (syllable == note || syllable == toneless(note))
}

// toneless takes the tones off a syllable; ü becomes v.
func toneless(syllable string) string {
	return strings.Map(func(r rune) rune {
		if c := plainVowel(r); c != 0 {
			return rune(c)
		}
		return r
	}, syllable)
}

// noteBehind reads the note of an ASCII letter, which belongs to it only if
// the letter is the trail byte of a torn character.
func noteBehind(s string, at int, page *cloakPage) (note string, end int) {
	if syllable, n := readSyllable(s[at+1:]); n > 0 && page.syllable(syllable) {
		return syllable, at + 1 + n
	}
	return "", at
}

// stray reports whether the letter t and the trail byte of the character
// before it look like a character with that note.
func (p *cloakPage) stray(before []token, t token) bool {
	if len(before) == 0 || before[len(before)-1].kind != wideToken {
		return false
	}
	c := p.gbk.pair(before[len(before)-1].trail, t.lead)
	return p.is(c, isForm) && p.pinyin.First(c) == t.note
}

// maxSyllable is the length of the longest toned syllable, "chuāng", in bytes.
const maxSyllable = 8

// readSyllable reads Latin letters, tone marks among them, up to a closing
// bracket. n is 0 if there are none, else it counts the bracket.
func readSyllable(s string) (syllable string, n int) {
	for i, r := range s {
		switch {
		case r == ')':
			if i == 0 {
				return "", 0
			}
			return s[:i], i + 1
		case i > maxSyllable || !isPinyinLetter(r):
			return "", 0
		}
	}
	return "", 0
}

func isPinyinLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return plainVowel(r) != 0
}

// plainVowel takes the tone off a letter of pinyin; 0 if r is none.
func plainVowel(r rune) byte {
	switch r {
	case 'ā', 'á', 'ǎ', 'à':
		return 'a'
	case 'ē', 'é', 'ě', 'è', 'ê':
		return 'e'
	case 'ī', 'í', 'ǐ', 'ì':
		return 'i'
	case 'ō', 'ó', 'ǒ', 'ò':
		return 'o'
	case 'ū', 'ú', 'ǔ', 'ù':
		return 'u'
	case 'ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ':
		return 'v'
	case 'ń', 'ň', 'ǹ':
		return 'n'
	case 'ḿ':
		return 'm'
	}
	return 0
}
