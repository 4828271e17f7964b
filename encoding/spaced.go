package encoding

import (
	"strings"
	"unicode/utf8"
)

// Software that puts spaces before marks does so throughout a text.
const (
	leastSpacedMarks = 4
	spacedShare      = 0.9 // of the marks
)

// markStats count how the marks of a text stand.
type markStats struct {
	marks   int
	spaced  int // of them with a space before
	goingOn int // of these with text behind
	opened  int // of these with a space before the text
	words   int // spaces between hanzi, and between hanzi and digits
}

// unspace takes out the spaces before marks, and behind them if they stand
// there throughout too. Text whose words are set apart is left alone; text with
// spaces before exclamation marks and the like only, as French has them, shows
// no sign that leads here.
func unspace(s string, _ *job) ([]Edit, []Damage) {
	var stats markStats
	eachSpaced(s, stats.count)
	if stats.spaced < leastSpacedMarks || float64(stats.spaced) < spacedShare*float64(stats.marks) || stats.words*2 > stats.spaced {
		return nil, nil
	}
	behind := float64(stats.opened) >= spacedShare*float64(stats.goingOn) && stats.opened > 0
	var edits []Edit
	eachSpaced(s, func(p spacedPlace) {
		if !p.spaced || p.mark == 0 {
			return
		}
		edits = appendEdit(edits, s, p.start, p.start+1, "", Insertion)
		if behind && p.opened {
			edits = appendEdit(edits, s, p.end, p.end+1, "", Insertion)
		}
	})
	return edits, nil
}

// A spacedPlace is a mark, or a space between words.
type spacedPlace struct {
	mark       rune // 0 for a space between words
	start, end int  // bytes, with the space before the mark
	spaced     bool // one space stands before
	goingOn    bool // text stands behind
	opened     bool // and one space before it
}

func (m *markStats) count(p spacedPlace) {
	if p.mark == 0 {
		m.words++
		return
	}
	m.marks++
	if !p.spaced {
		return
	}
	m.spaced++
	if p.goingOn {
		m.goingOn++
	}
	if p.opened {
		m.opened++
	}
}

// eachSpaced visits the marks behind text and the spaces between words.
func eachSpaced(s string, visit func(spacedPlace)) {
	before := rune(0)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		p := spacedPlace{start: i, end: i + size, mark: r}
		if before > ' ' && before != '>' && !isPause(before) {
			if r == ' ' && i+1 < len(s) {
				p.spaced = true
				p.mark, size = utf8.DecodeRuneInString(s[i+1:])
				p.end = i + 1 + size
			}
			p.visit(s, before, visit)
		}
		before = p.mark
		i = p.end
	}
}

// visit yields p if it is a mark, or a space between words. Marks in ASCII
// count behind hanzi only.
func (p spacedPlace) visit(s string, before rune, visit func(spacedPlace)) {
	rest := s[p.end:]
	hanzi := isHanziOrMark(before)
	switch {
	case isPause(p.mark) && (hanzi || p.mark >= utf8.RuneSelf):
		text := strings.TrimPrefix(rest, " ")
		p.opened = len(text) == len(rest)-1 && text != "" && text[0] != ' ' && text[0] != '\n' && text[0] != '\r'
		p.goingOn = p.opened || rest != "" && rest[0] > ' '
		visit(p)
	case p.spaced && (hanzi && isWordy(p.mark) || isWordy(before) && isHanziOrMark(p.mark)):
		p.mark = 0
		visit(p)
	}
}

// isWordy reports whether r is a hanzi or a digit.
func isWordy(r rune) bool { return isHanziOrMark(r) || r >= '0' && r <= '9' }

// isPause reports whether r is a mark that ends a phrase.
func isPause(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', '！', '？', ',', ';', '!', '?':
		return true
	}
	return false
}
