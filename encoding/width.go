package encoding

import (
	"slices"
	"unicode/utf8"
)

// foldWidth turns full-width letters and digits and the ideographic space
// into ASCII, and full-width signs only between such letters and digits:
// elsewhere they are Chinese punctuation.
func foldWidth(s string, _ *job) ([]Edit, []Damage) {
	var edits []Edit
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if to, ok := folded(s, i, r, size); ok {
			edits = appendEdit(edits, s, i, i+size, string(to), Width)
		}
		i += size
	}
	return edits, nil
}

func folded(s string, i int, r rune, size int) (rune, bool) {
	switch {
	case r == '\u3000':
		return ' ', true
	case r < '！' || r > '～':
		return 0, false
	case isFullAlnum(r):
		return r - '！' + '!', true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+size:])
	return r - '！' + '!', isAlnum(before) && isAlnum(after)
}

func isFullAlnum(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

func isAlnum(r rune) bool {
	return isFullAlnum(r) || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// maxEdit bounds the bytes that one edit grows to. Widening an edit copies it,
// so that a text of nothing but damage would take the square of its length.
const maxEdit = 1 << 12

// appendEdit appends a certain edit, or widens the last one if they touch.
func appendEdit(edits []Edit, s string, start, end int, text string, kind EditKind) []Edit {
	return widen(edits, s, Edit{Offset: start, Old: s[start:end], New: text, Kind: kind, Confidence: 1})
}

// widen appends an edit of s, or widens the last one if they touch and are
// alike.
func widen(edits []Edit, s string, e Edit) []Edit {
	if n := len(edits); n > 0 {
		last := &edits[n-1]
		if last.Offset+len(last.Old) == e.Offset && last.Kind == e.Kind && last.Confidence == e.Confidence && len(last.Old) < maxEdit {
			last.Old = s[last.Offset : e.Offset+len(e.Old)]
			last.New += e.New
			return edits
		}
	}
	if n := len(edits); n == cap(edits) {
		// As many again, or as many as s has if it goes on like that: append
		// makes a long list only a quarter longer, and copies it each time.
		edits = slices.Grow(edits, max(n, min(n*len(s)/(e.Offset+1)-n, 16*n))+4)
	}
	return append(edits, e)
}
