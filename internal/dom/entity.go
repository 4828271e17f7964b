package dom

import (
	"strings"

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
	i := nextReference(s, 0, where)
	if i == len(s) {
		return s
	}
	start := a.begin(len(s))
	for i < len(s) {
		a.b.WriteString(s[:i])
		s = s[i:]
		n := referenceLen(s)
		a.b.WriteString(decodeReference(s[:n], where))
		s = s[n:]
		i = nextReference(s, 0, where)
	}
	a.b.WriteString(s)
	return a.b.String()[start:]
}

// nextReference returns where the next reference that may mean something stands
// in s, at or behind i, or len(s). No name has less than two letters, and in an
// attribute no name without a semicolon stands before "=".
func nextReference(s string, i int, where place) int {
	for ; i < len(s); i++ {
		amp := strings.IndexByte(s[i:], '&')
		if amp < 0 {
			break
		}
		i += amp
		n := referenceLen(s[i:])
		isParameter := where == inValue && i+n < len(s) && s[i+n] == '=' && s[i+n-1] != ';'
		if n > 2 && (!isParameter || s[i+1] == '#') {
			return i
		}
	}
	return len(s)
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

// decodeReference decodes ref, which is "&", a name or number, and perhaps ";".
func decodeReference(ref string, where place) string {
	switch ref {
	case "&nbsp;":
		return "\u00a0"
	case "&amp;":
		return "&"
	}
	s := html.UnescapeString(ref)
	// In text the beginning of a name counts: "&notit;" is "¬it;". In an
	// attribute it must be the whole name, of which then nothing is left.
	if last := s[len(s)-1]; where == inValue && ref[1] != '#' && ref != "&semi;" && (last == ';' || isAlphanumeric(last)) {
		return ref
	}
	return s
}
