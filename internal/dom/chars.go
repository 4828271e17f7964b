package dom

import "strings"

// What a byte ends in a tag.
const (
	endsName uint8 = 1 << iota
	endsKey
	endsValue
)

var ends = [256]uint8{
	' ': endsName | endsKey | endsValue, '\t': endsName | endsKey | endsValue, '\n': endsName | endsKey | endsValue, '\r': endsName | endsKey | endsValue, '\f': endsName | endsKey | endsValue,
	'>': endsName | endsKey | endsValue, '/': endsName | endsKey, '=': endsKey,
}

func isSpace(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isAlphanumeric(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// isBlank reports whether s is white space.
func isBlank(s string) bool {
	for i := range len(s) {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}

// lowerEqual reports whether s in lower case is t.
func lowerEqual(s, t string) bool {
	if len(s) != len(t) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != t[i] && !(isUpper(c) && c|0x20 == t[i]) {
			return false
		}
	}
	return true
}

// normalizeNewlines returns page with LF for each CR and CR LF.
func normalizeNewlines(page string) string {
	i := strings.IndexByte(page, '\r')
	if i < 0 {
		return page
	}
	var b strings.Builder
	b.Grow(len(page))
	for ; i >= 0; i = strings.IndexByte(page, '\r') {
		b.WriteString(page[:i])
		b.WriteByte('\n')
		page = strings.TrimPrefix(page[i+1:], "\n")
	}
	b.WriteString(page)
	return b.String()
}
