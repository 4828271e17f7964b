package dom

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// place is where a character reference stands. An ampersand in an attribute is
// more often part of an address than a reference.
type place bool

const (
	inText  place = false
	inValue place = true
)

// unescape decodes the character references of s. It returns s itself if there
// is nothing to decode.
func (a *arena) unescape(s string, where place) string {
	i, n := nextReference(s, where)
	if n == 0 {
		return s
	}
	start := a.begin(len(s))
	for n > 0 {
		a.b.WriteString(s[:i])
		if r := numbered(s[i : i+n]); r != 0 {
			a.b.WriteRune(r)
		} else {
			a.b.WriteString(decodeReference(s[i:i+n], where))
		}
		s = s[i+n:]
		i, n = nextReference(s, where)
	}
	a.b.WriteString(s)
	return a.since(start)
}

// nextReference returns where the first reference that may mean something
// stands in s, and its length, 0 if there is none. No name has less than two
// letters, and in an attribute no name without a semicolon stands before "=".
func nextReference(s string, where place) (i, n int) {
	for ; ; i += n {
		amp := strings.IndexByte(s[i:], '&')
		if amp < 0 {
			return len(s), 0
		}
		i += amp
		n = referenceLen(s[i:])
		isParameter := where == inValue && i+n < len(s) && s[i+n] == '=' && s[i+n-1] != ';'
		if n > 2 && (!isParameter || s[i+1] == '#') {
			return i, n
		}
	}
}

// referenceLen returns the length of what may be a character reference at the
// beginning of s.
func referenceLen(s string) int {
	i := 1
	if i < len(s) && s[i] == '#' {
		i++
	}
	for i < len(s) && isAlphanumeric(s[i]) {
		i++
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	return i
}

// numbered returns the character that a number stands for, 0 where it is one of
// those that the Standard reads otherwise, or no number.
func numbered(ref string) rune {
	digits, base := strings.TrimSuffix(ref[1:], ";"), 10
	if digits == "" || digits[0] != '#' {
		return 0
	}
	if digits = digits[1:]; digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n < 0xa0 || n > unicode.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0
	}
	return rune(n)
}

// decodeReference decodes ref, which is "&", a name or number, and perhaps ";".
func decodeReference(ref string, where place) string {
	switch ref { // the most frequent ones
	case "&nbsp;":
		return "\u00a0"
	case "&amp;":
		return "&"
	case "&quot;":
		return `"`
	case "&lt;":
		return "<"
	case "&gt;":
		return ">"
	case "&ldquo;":
		return "“"
	case "&rdquo;":
		return "”"
	case "&middot;":
		return "·"
	case "&copy;":
		return "©"
	}
	s := html.UnescapeString(ref)
	// In text the beginning of a name counts: "&notit;" is "¬it;". In an
	// attribute it must be the whole name, of which then nothing is left.
	if last := s[len(s)-1]; where == inValue && ref[1] != '#' && ref != "&semi;" && (last == ';' || isAlphanumeric(last)) {
		return ref
	}
	return s
}
