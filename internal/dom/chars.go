package dom

// What a byte ends in a tag.
const (
	endsName uint8 = 1 << iota
	endsKey
	endsValue
	capital // ends nothing, and is written small in a name
)

var ends = func() (t [256]uint8) {
	for c := range t {
		switch c := byte(c); {
		case isSpace(c), c == '>':
			t[c] = endsName | endsKey | endsValue
		case c == '/':
			t[c] = endsName | endsKey
		case c == '=':
			t[c] = endsKey
		case isUpper(c):
			t[c] = capital
		}
	}
	return t
}()

func isSpace(c byte) bool {
	const spaces uint64 = 1<<' ' | 1<<'\n' | 1<<'\t' | 1<<'\r' | 1<<'\f'
	return c <= ' ' && spaces>>(c&63)&1 != 0
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
