package encoding

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A page whose text is escaped has little else: program text that quotes a
// few hanzi is left alone.
const (
	minEscaped   = 4   // hanzi
	escapedShare = 0.5 // of the bytes of the text
)

// unescape decodes \uXXXX and numeric character references in plain text. In
// markup, where the scan does not look for them, the first are a matter of
// scripts and the second of the parser.
func unescape(s string, _ *job) ([]Edit, []Damage) {
	var edits []Edit
	hanzi, size := 0, 0
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], `\&`)
		if n < 0 {
			break
		}
		i += n
		text, n := readEscape(s[i:])
		if n == 0 || i > 0 && s[i-1] == '\\' {
			i++
			continue
		}
		edits = appendEdit(edits, s, i, i+n, text, Entity)
		hanzi += hanziIn(text)
		size += n
		i += n
	}
	if hanzi < minEscaped || float64(size) < escapedShare*float64(len(s)) {
		return nil, nil
	}
	return edits, nil
}

// isMarkup reports whether s has a tag.
func isMarkup(s string) bool {
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 || i+n+1 >= len(s) {
			return false
		}
		i += n
		if c := s[i+1] | 0x20; c >= 'a' && c <= 'z' || s[i+1] == '/' || s[i+1] == '!' {
			return strings.IndexByte(s[i:], '>') > 0
		}
	}
}

// readEscape reads one escaped character beyond ASCII; n is 0 if there is
// none. Two escaped surrogates are one character.
func readEscape(s string) (text string, n int) {
	if strings.HasPrefix(s, "&#") {
		return readReference(s)
	}
	r, ok := readHex4(s)
	if !ok || r < utf8.RuneSelf {
		return "", 0
	}
	if r >= 0xD800 && r < 0xDC00 {
		low, ok := readHex4(s[6:])
		if !ok || low < 0xDC00 || low > 0xDFFF {
			return "", 0
		}
		return string((r-0xD800)<<10 | (low - 0xDC00) + 0x10000), 12
	}
	if r >= 0xDC00 && r <= 0xDFFF {
		return "", 0
	}
	return string(r), 6
}

func readHex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(v), err == nil
}

// readReference reads &#20013; or &#x4E2D;.
func readReference(s string) (text string, n int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 0 {
		return "", 0
	}
	digits, base := s[2:end], 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 21)
	r := rune(v)
	if err != nil || r < utf8.RuneSelf || !utf8.ValidRune(r) {
		return "", 0
	}
	return string(r), end + 1
}
