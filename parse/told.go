package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

// toldTime reports whether what reads like an info line tells of something in the
// story: a year in a chronicle, the hours of what is announced. It stands among
// its paragraphs, and says more than a time, or of what the time is.
func (x *extraction) toldTime(i int, running bool) bool {
	if !running || x.readings[i].kind != kindInfo || !x.amidText(i) || !x.datedHead() {
		return false
	}
	told := false
	for _, f := range x.readings[i].fields {
		switch {
		case f.kind == fieldTime:
		case f.kind == fieldText && !x.phr.outlet(strings.Trim(f.value, outletGaps+"《》")):
			told = told || cjk.Measure(f.value).Han > 0 && !x.chromeLine(f.value)
		case f.kind == fieldLabel && isTimeWord(f.printed):
			told = true
		default:
			return false
		}
	}
	return told
}

// timeWords say that a time follows, and not of what.
var timeWords = []string{"时间", "時間", "日期"}

func isTimeWord(label string) bool { return slices.Contains(timeWords, label) }

// eventTime reports whether field k is the time behind a word that the line begins
// with, and that says when something is: 停电时间：9月7日.
func eventTime(fs []field, k int) bool {
	if k != 1 || fs[0].kind != fieldText {
		return false
	}
	word := strings.TrimRight(fs[0].value, "：: 　")
	return len(word) > len("时间") && len(word) < len(fs[0].value) && hasAnySuffix(word, timeWords)
}

// amidText reports whether the lines on both sides of line i stand in the same
// element as it, as paragraphs do, and the one behind it says something.
func (x *extraction) amidText(i int) bool {
	if i == x.body.from || i+1 >= x.body.to || x.dropped[i+1] {
		return false
	}
	next := &x.lines[i+1]
	return x.besideLine(i, i-1) && x.besideLine(i, i+1) && !next.linked() && next.Han >= 2
}

// datedHead reports whether a time stands between the headline and the text.
func (x *extraction) datedHead() bool {
	return x.timeIn(max(x.title.line, 0), x.firstKept())
}
