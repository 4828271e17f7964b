package article

import (
	"unicode"
	"unicode/utf8"
)

// textKind says whether a string may hold line breaks.
type textKind bool

const (
	oneLine textKind = false
	lines   textKind = true
)

// runeClass is what a rune is to the canonical form of a text.
type runeClass uint8

const (
	classText  runeClass = iota
	classSpace           // U+0020 and TAB, of which a run is one space
	classWide            // other white space, kept inside a line only
	classBreak           // everything that Unicode calls a mandatory break
	classNone            // characters that text cannot hold
)

func classOf(r rune) runeClass {
	switch {
	case r == ' ' || r == '\t':
		return classSpace
	case r > ' ' && r < 0x7f:
		return classText
	case r < ' ' || r >= 0x7f && r < 0xa0:
		if r >= '\n' && r <= '\r' || r == 0x85 {
			return classBreak
		}
		return classNone
	case r == 0x2028 || r == 0x2029:
		return classBreak
	case r > 0x3000 && r < 0xfe00:
		return classText
	case r == 0x200b || r == 0xfeff || unicode.IsSpace(r):
		return classWide
	case r == 0xfffe || r == 0xffff:
		return classNone
	}
	return classText
}

// defect says why s is not in canonical form, nil if it is.
func defect(s string, kind textKind) error {
	last := classBreak
	for i := 0; i < len(s); {
		if n := plainPrefix(s[i:]); n > 0 {
			last = classText
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 {
			return ErrUTF8
		}
		i += n
		class := classOf(r)
		switch {
		case class == classText:
		case class == classNone, r == '\t', class == classBreak && r != '\n':
			return ErrControl
		case class == classBreak && (kind == oneLine || last != classText),
			class == classSpace && (last == classBreak || last == classSpace),
			class == classWide && last == classBreak:
			return ErrSpace
		}
		last = class
	}
	if last != classText && s != "" {
		return ErrSpace
	}
	return nil
}

// plainPrefix returns the size of what s begins with of printing ASCII and of
// U+4000 to U+9FFF, of which nearly all text is.
func plainPrefix(s string) (n int) {
	for n < len(s) {
		switch c := s[n]; {
		case c > ' ' && c < 0x7f:
			n++
		case c >= 0xe4 && c <= 0xe9 && n+2 < len(s) && s[n+1]&0xc0 == 0x80 && s[n+2]&0xc0 == 0x80:
			n += 3
		default:
			return n
		}
	}
	return n
}

// cleaner writes the canonical form of a text.
type cleaner struct {
	out  []byte
	held []byte // white space that stays if text follows on its line
	brk  bool   // a line break that stays if text follows
}

// clean returns the canonical form of s: s itself if it is that already.
func clean(s string, kind textKind) string {
	if defect(s, kind) == nil {
		return s
	}
	c := cleaner{out: make([]byte, 0, len(s))}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		c.add(r, kind)
		i += n
	}
	return string(c.out)
}

// cleanMap is clean, and says where a range [i, j) of s went: to the range
// [start[i], end[j]) of the result, without white space at its ends.
func cleanMap(s string, kind textKind) (out string, start, end []int) {
	start, end = make([]int, len(s)+1), make([]int, len(s)+1)
	c := cleaner{out: make([]byte, 0, len(s))}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end[i], start[i] = len(c.out), -1
		c.add(r, kind)
		if len(c.out) > end[i] {
			start[i] = len(c.out) - utf8.RuneLen(r)
		}
		i += n
	}
	start[len(s)], end[len(s)] = len(c.out), len(c.out)
	next := len(c.out)
	for i := len(s) - 1; i >= 0; i-- {
		if start[i] < 0 {
			start[i] = next
		} else if utf8.RuneStart(s[i]) {
			next = start[i]
		}
	}
	return string(c.out), start, end
}

// add takes one rune of the input; an invalid byte comes as U+FFFD.
func (c *cleaner) add(r rune, kind textKind) {
	atStart := c.brk || len(c.out) == 0
	switch class := classOf(r); {
	case class == classNone:
	case class == classBreak:
		c.held = c.held[:0]
		c.brk = len(c.out) > 0
	case class == classText:
		if c.brk && kind == lines {
			c.out = append(c.out, '\n')
		} else if c.brk {
			c.out = append(c.out, ' ')
		}
		c.brk = false
		c.out = append(c.out, c.held...)
		c.held = c.held[:0]
		c.out = utf8.AppendRune(c.out, r)
	case atStart:
	case class == classWide:
		c.held = utf8.AppendRune(c.held, r)
	case len(c.held) == 0 || c.held[len(c.held)-1] != ' ':
		c.held = append(c.held, ' ')
	}
}
