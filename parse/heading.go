package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

// headingMarks stand around headings.
const headingMarks = "：:【】[]（）()<>《》»•·-—=*■◆▼↓丨|"

var headingMarkSet = setOf(headingMarks)

// heading reads a line as the heading of a list behind an article: a phrase of
// headings.txt, alone or with marks and counts around it.
func (x *extraction) heading(s string) (headingKind, bool) {
	if len(s) > 90 || !x.phr.mayBeHeading(s) {
		return "", false
	}
	s = strings.Trim(cjk.Squeeze(s), headingMarks)
	word, kind, ok := x.phr.headings.prefix(s)
	if !ok {
		return "", false
	}
	rest := strings.Trim(s[len(word):], "：:>》（）()·.0123456789条更多mre")
	return kind, rest == ""
}

// mayBeHeading reports whether a line begins with the first character of a
// heading, behind marks.
func (p *phrases) mayBeHeading(s string) bool {
	r, ok := headStart(s)
	return ok && p.headings.first.has(r)
}

// headStart returns the first character of a line behind spaces and marks, false
// if there is none.
func headStart(s string) (rune, bool) {
	marks := headingMarkSet()
	for _, r := range s {
		if !cjk.IsSpace(r) && !marks.has(r) {
			return r, true
		}
	}
	return 0, false
}
