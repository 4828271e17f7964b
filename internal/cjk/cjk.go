// Package cjk classifies and folds the characters of Chinese text.
//
// Nothing here changes text that is kept: [Key] and [Squeeze] make comparison
// keys, and [Trim] and [Collapse] touch white space alone.
package cjk

import (
	"strings"
	"unicode/utf8"
)

// IsHan reports whether r is an ideograph: the unified blocks, their
// extensions, the compatibility block, and 〇 and 々, which are written and
// counted like one. Punctuation is none.
func IsHan(r rune) bool {
	switch {
	case r < 0x3005:
		return false
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3400 && r <= 0x4dbf:
		return true
	case r >= 0xf900 && r <= 0xfaff, r >= 0x20000 && r <= 0x323af:
		return true
	}
	return r == '々' || r == '〇'
}

// IsSpace reports whether r is white space or invisible: ASCII space and
// controls, U+00A0, U+3000, the spaces of U+2000–U+200F, line and paragraph
// separators, U+2060 and U+FEFF.
func IsSpace(r rune) bool {
	switch {
	case r <= ' ':
		return true
	case r < 0xa0:
		return r == 0x7f || r == 0x85
	case r > 0x3000:
		return r == 0xfeff
	case r == 0xa0, r == 0x1680, r == 0x3000, r == 0x202f, r == 0x205f, r == 0x2060:
		return true
	}
	return r >= 0x2000 && r <= 0x200f || r == 0x2028 || r == 0x2029
}

// IsClause reports whether r is a mark that stands inside or at the end of a
// sentence, and hardly ever in a menu or a headline list: ，。；！？ and the
// ASCII , ; ! ? that narrowing leaves of them.
func IsClause(r rune) bool {
	switch r {
	case '，', '。', '；', '！', '？', ',', ';', '!', '?', '、':
		return true
	}
	return false
}

// IsStop reports whether r ends a sentence.
func IsStop(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '…', '；', ';':
		return true
	}
	return false
}

// IsDigit reports whether r is an ASCII or full-width digit.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// FoldRune narrows one full-width form to ASCII, lower-cases ASCII, and maps
// the ideographic space to a space. Any other rune is returned as it is.
func FoldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		r -= '！' - '!'
	case r == '　', r == 0xa0:
		return ' '
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

// Squeeze removes every space and invisible character from s.
func Squeeze(s string) string {
	if s = Trim(s); darkRun(s, new(Count)) == len(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Key is a comparison key: folded, without spaces, and with the quotation
// marks, dashes and dots that portals exchange freely made one.
func Key(s string) string { return strings.Map(KeyRune, s) }

// AppendKey appends the key of s to b.
func AppendKey(b []byte, s string) []byte {
	for _, r := range s {
		if r = KeyRune(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// HasKey reports whether the key of s is key, without making it.
func HasKey(s, key string) bool {
	for _, r := range s {
		if r = KeyRune(r); r < 0 {
			continue
		}
		k, w := utf8.DecodeRuneInString(key)
		if k != r || w == 0 {
			return false
		}
		key = key[w:]
	}
	return key == ""
}

// KeyRune returns what [Key] makes of one rune, -1 for white space.
func KeyRune(r rune) rune {
	if r >= 0x4e00 && r <= 0x9fff {
		return r
	}
	if IsSpace(r) {
		return -1
	}
	switch r = FoldRune(r); r {
	case '“', '”', '„', '‟', '「', '」', '『', '』', '"', '‘', '’', '\'':
		return '"'
	case '—', '–', '―', '─', '－', '-':
		return '-'
	case '·', '•', '・', '‧', '．':
		return '.'
	}
	return r
}

// Trim removes white space and invisible characters from both ends of s.
func Trim(s string) string {
	if hasDarkEnds(s) {
		return s
	}
	return strings.TrimFunc(s, IsSpace)
}

// hasDarkEnds reports whether ideographs or ASCII stand at both ends of s.
func hasDarkEnds(s string) bool {
	n := len(s)
	if n < 3 || !(s[0] > ' ' && s[0] < 0x7f || s[0] >= 0xe4 && s[0] <= 0xe9) {
		return false
	}
	last := s[n-1]
	return last > ' ' && last < 0x7f || last >= 0x80 && s[n-3] >= 0xe4 && s[n-3] <= 0xe9
}

// Collapse trims s and collapses the white space inside it as [Flow] does.
func Collapse(s string) string {
	if n := darkRun(s, new(Count)); n == len(s) {
		return s
	}
	f := Flow{Text: make([]byte, 0, len(s))}
	f.Append(s)
	return string(f.Text)
}

// Flow collapses white space over the pieces of one line of text, as a browser
// does: a run of it becomes one space, an ideographic one if the run holds an
// ideographic space, nothing at the start of the line. A line break in the
// source between two wide characters is no space, and neither is a run of
// nothing but invisible characters.
type Flow struct {
	Text []byte

	last    rune // the last rune of Text
	space   rune // pending white space, 0 if none
	newline bool // the pending white space held a line break
}

// Append adds a piece and counts it as [Measure] does. White space at its end is
// kept pending, so that Text never ends with it.
func (f *Flow) Append(s string) (c Count) {
	for i := 0; i < len(s); {
		switch s[i] {
		case ' ', '\t', '\r', '\n':
			f.white(rune(s[i]))
			i++
			continue
		}
		if n := darkRun(s[i:], &c); n > 0 {
			if f.space != 0 {
				r, _ := utf8.DecodeRuneInString(s[i:])
				f.Flush(r)
			}
			f.newline = false
			f.Text = append(f.Text, s[i:i+n]...)
			f.last, _ = utf8.DecodeLastRuneInString(s[i : i+n])
			i += n
			continue
		}
		r, w := utf8.DecodeRuneInString(s[i:])
		if i += w; IsSpace(r) {
			f.white(r)
			continue
		}
		c.Runes++
		f.Flush(r) // a byte that is no UTF-8
		f.Text = utf8.AppendRune(f.Text, r)
		f.last = r
	}
	return c
}

// darkRun returns the length in bytes of what s begins with and is neither
// white space nor malformed, and counts it.
func darkRun(s string, c *Count) int {
	i, han, latin := 0, 0, 0
	for i < len(s) {
		b := s[i]
		if b < utf8.RuneSelf {
			if b <= ' ' || b == 0x7f {
				break
			}
			if i++; b|0x20 >= 'a' && b|0x20 <= 'z' {
				latin++
			} else {
				c.add(rune(b))
			}
			continue
		}
		if n := commonHan(s[i:]); n > 0 {
			han += n
			i += 3 * n
			continue
		}
		r, w := rune(0), 3
		if threeBytes(s, i) {
			r = rune(b&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			if r >= 0x4e00 && r <= 0x9fff {
				han++
				i += 3
				continue
			}
		} else if r, w = utf8.DecodeRuneInString(s[i:]); w == 1 {
			break
		}
		if IsSpace(r) {
			break
		}
		c.add(r)
		i += w
	}
	c.Runes += han + latin
	c.Han += han
	return i
}

// commonHan returns how many characters of U+5000 to U+8FFF s begins with, nine in
// ten of all ideographs.
func commonHan(s string) (n int) {
	for i := 0; i < len(s)-3; i += 3 {
		w := uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
		if w&0xc0c0f0 != 0x8080e0 || w&0xf-5 > 3 {
			break
		}
		n++
	}
	return n
}

// tails reports whether a and b are both bytes behind the first of a character.
func tails(a, b byte) bool { return (a ^ 0x80 | b ^ 0x80) < 0x40 }

// threeBytes reports whether a well-formed character of U+1000–U+CFFF or
// U+E000–U+FFFF stands at byte i of s.
func threeBytes(s string, i int) bool {
	b := s[i]
	return b > 0xe0 && b <= 0xef && b != 0xed && i+2 < len(s) && tails(s[i+1], s[i+2])
}

func (f *Flow) white(r rune) {
	switch {
	case r == '　':
		f.space = r
	case isInvisible(r):
	case f.space == 0:
		f.space = ' '
	}
	if r == '\n' {
		f.newline = true
	}
}

// Flush writes the white space that is pending before next.
func (f *Flow) Flush(next rune) {
	if f.space != 0 && len(f.Text) > 0 && !(f.newline && f.space == ' ' && isWide(f.last) && isWide(next)) {
		f.Text = utf8.AppendRune(f.Text, f.space)
	}
	f.space, f.newline = 0, false
}

func isInvisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r == 0x2060 || r == 0xfeff
}

// isWide reports whether r fills an ideographic cell.
func isWide(r rune) bool {
	return IsHan(r) || r >= 0x3001 && r <= 0x303f || r >= 0xff01 && r <= 0xff60 || r == '“' || r == '”'
}

// RuneAt decodes the character at byte i of s, and returns its width. It is
// faster than package utf8 for characters of three bytes, and does not check
// that s is valid.
func RuneAt(s string, i int) (r rune, width int) {
	if b := s[i]; b>>4 == 0xe && i+2 < len(s) {
		return rune(b&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}

// RuneCount returns the number of runes of a valid text. It is three times as
// fast as package utf8 where characters have three bytes.
func RuneCount(s string) (n int) {
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 {
			n++
		}
	}
	return n
}

// Count holds how much of what a text is made of, in runes.
type Count struct {
	Runes  int // all but white space
	Han    int // ideographs
	Clause int // marks of [IsClause]
	Stop   int // marks of [IsStop]
	Digit  int // ASCII and full-width digits
}

// Measure counts the runes of s.
func Measure(s string) (c Count) {
	for len(s) > 0 {
		if n := darkRun(s, &c); n > 0 {
			s = s[n:]
			continue
		}
		r, w := utf8.DecodeRuneInString(s)
		if !IsSpace(r) {
			c.Runes++ // a byte that is no UTF-8
		}
		s = s[w:]
	}
	return c
}

// DarkCount returns the Runes of [Measure], faster.
func DarkCount(s string) (n int) {
	for i := 0; i < len(s); {
		switch b := s[i]; {
		case b > ' ' && b < 0x7f:
			n++
			i++
		case b >= 0xe4 && b <= 0xe9 && i+2 < len(s) && tails(s[i+1], s[i+2]):
			n++
			i += 3
		default:
			r, w := utf8.DecodeRuneInString(s[i:])
			if !IsSpace(r) {
				n++
			}
			i += w
		}
	}
	return n
}

// add counts a rune that is no white space.
func (c *Count) add(r rune) {
	c.Runes++
	switch {
	case r >= '0' && r <= '9':
		c.Digit++
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
	case IsHan(r):
		c.Han++
	case IsDigit(r):
		c.Digit++
	case IsClause(r):
		c.Clause++
		if IsStop(r) {
			c.Stop++
		}
	case r == '…':
		c.Stop++
	}
}
