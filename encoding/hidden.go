package encoding

import (
	"strings"
	"unicode/utf8"
)

// isHidden reports whether r has no shape of its own and no width: soft
// hyphens, spaces and joiners without width, and controls of the direction of
// writing.
func isHidden(r rune) bool {
	switch {
	case r == '\u00AD', r >= '\u200B' && r <= '\u200D', r >= '\u2060' && r <= '\u2064', r == '\uFEFF':
		return true
	}
	return isDirection(r)
}

// isDirection reports whether r controls the direction of writing.
func isDirection(r rune) bool {
	return r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069' || r == '\u061C'
}

// hiddenLeads are the bytes that hidden characters begin with.
var hiddenLeads = leads{0xC2: true, 0xD8: true, 0xE2: true, 0xEF: true}

// unhide takes out hidden characters that touch Chinese text, where they mean
// nothing. Beside other scripts, in pictures that are joined of several, in
// lines that hold text from right to left, and in addresses they stay.
func unhide(s string, _ *job) ([]Edit, []Damage) {
	var edits []Edit
	var in addresses
	lineEnd, leftward := 0, false // what is known of the line of the last control
	for i := hiddenLeads.next(s, 0); i < len(s); i = hiddenLeads.next(s, i) {
		end, direction := hiddenEnd(s, i)
		if end == i {
			i++
			continue
		}
		if direction && i >= lineEnd {
			lineEnd = endOfLine(s, i)
			leftward = hasLeftward(s[strings.LastIndexByte(s[:i], '\n')+1 : lineEnd])
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if isBesideChinese(before, after) && !(direction && leftward) && !in.hold(s, i) {
			edits = appendEdit(edits, s, i, end, "", Insertion)
		}
		i = end
	}
	return edits, nil
}

// addresses tells of ascending places of a text whether they are part of an
// address, which leads elsewhere without a character of it.
type addresses struct {
	seen int // how far the text was looked at
	mark int // the last "://" with no end of a word behind it, 0 if there is none
}

func (a *addresses) hold(s string, i int) bool {
	const longest = 512
	from := max(a.seen, i-longest)
	if n := strings.LastIndex(s[max(from-2, 0):i], "://"); n >= 0 {
		a.mark = max(from-2, 0) + n
		from = a.mark + 3
	}
	a.seen = i
	if a.mark < max(i-longest, 1) || strings.ContainsAny(s[from:i], " \t\r\n\"'<>，。；：！？、（）“”") {
		a.mark = 0
	}
	return a.mark > 0
}

// endOfLine returns where the line that s[i] is part of ends.
func endOfLine(s string, i int) int {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s)
}

// hiddenEnd returns where the hidden characters at s[i:] end, and whether one
// of them controls the direction.
func hiddenEnd(s string, i int) (end int, direction bool) {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isHidden(r) {
			break
		}
		direction = direction || isDirection(r)
		i += size
	}
	return i, direction
}

// isBesideChinese reports whether one of two neighbours is Chinese and the
// other one is too, or ASCII, or the end of the text.
func isBesideChinese(before, after rune) bool {
	return (isHanziOrMark(before) || isHanziOrMark(after)) && isPlainBeside(before) && isPlainBeside(after)
}

// isPlainBeside reports whether r, or the end of the text, which decodes as
// U+FFFD, means the same with a hidden character beside it.
func isPlainBeside(r rune) bool {
	return r < utf8.RuneSelf || isChinese(r) || isHanziOrMark(r) || r == utf8.RuneError
}

// isHanziOrMark is isChinese without the marks that other scripts use too.
func isHanziOrMark(r rune) bool {
	return r > '\u2026' && isChinese(r) || isRadical(r) || r >= 0x20000 && r <= 0x3FFFF
}

// hasLeftward reports whether s holds letters of a script that is written from
// right to left.
func hasLeftward(s string) bool {
	for _, r := range s {
		if r >= 0x0590 && r <= 0x08FF && r != '\u061C' || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF {
			return true
		}
	}
	return false
}
