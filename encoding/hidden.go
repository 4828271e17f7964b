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

// unhide takes out hidden characters that touch Chinese text, where they mean
// nothing. Beside other scripts, in pictures that are joined of several, and in
// lines that hold text from right to left they stay.
func unhide(s string, _ RepairOptions) ([]Edit, []Damage) {
	var edits []Edit
	for from := 0; from < len(s); {
		to := len(s)
		if i := strings.IndexByte(s[from:], '\n'); i >= 0 {
			to = from + i + 1
		}
		edits = unhideLine(edits, s, from, to)
		from = to
	}
	return edits, nil
}

// unhideLine appends the edits for s[from:to].
func unhideLine(edits []Edit, s string, from, to int) []Edit {
	before := rune(0) // the last visible character
	leftward, known := false, false
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(s[i:to])
		if !isHidden(r) {
			before = r
			i += size
			continue
		}
		end, direction := hiddenEnd(s[:to], i)
		if direction && !known {
			leftward, known = hasLeftward(s[from:to]), true
		}
		after, _ := utf8.DecodeRuneInString(s[end:to])
		if end == to {
			after = 0
		}
		if isBesideChinese(before, after) && !(direction && leftward) {
			edits = appendEdit(edits, s, i, end, "", Insertion)
		}
		i = end
	}
	return edits
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
// other one is too, or ASCII, or none.
func isBesideChinese(before, after rune) bool {
	a, b := isHanziOrMark(before), isHanziOrMark(after)
	return (a || b) && (a || before < utf8.RuneSelf || isChinese(before)) && (b || after < utf8.RuneSelf || isChinese(after))
}

// isHanziOrMark is isChinese without the marks that other scripts use too.
func isHanziOrMark(r rune) bool { return r > '\u2026' && isChinese(r) }

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
