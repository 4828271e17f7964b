package parse

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// A byline may end in where it was reported from: 记者张三巴黎报道, 李四／台北報導,
// 张三台北5日電.

// reportTails are what a report from a place ends in.
var reportTails = []string{"报道", "報導", "報道", "报导"}

// wireTails are what a report that was sent in ends in, the longer words first.
var wireTails = []string{"专电", "專電", "专讯", "專訊", "专稿", "專稿", "特稿", "电", "電", "讯", "訊"}

// placeTails are what follows a place in a byline.
var placeTails = slices.Concat(reportTails, wireTails)

// tailEnds are the last characters of those.
var tailEnds = sync.OnceValue(func() *runeSet {
	var ends []rune
	for _, tail := range placeTails {
		r, _ := utf8.DecodeLastRuneInString(tail)
		ends = append(ends, r)
	}
	return setOf(string(ends))()
})

// longestPlaced is the length in bytes of the longest token that is parted into
// names and a place.
const longestPlaced = 80

// beforePlace returns what stands before the place that a report in tok came from,
// the day left out; "" if nothing does. It is false if tok is no such report, or
// is all a name.
func (p *phrases) beforePlace(tok string) (who string, ok bool) {
	if c, _ := utf8.DecodeLastRuneInString(tok); len(tok) > longestPlaced || !tailEnds().holds(c) {
		return "", false
	}
	for _, tail := range placeTails {
		rest, cut := strings.CutSuffix(tok, tail)
		if !cut {
			continue
		}
		rest = withoutDay(rest)
		if p.place(rest) {
			return "", true
		}
		if p.personal(rest) {
			return "", false
		}
		for i := range rest {
			if i > 0 && p.place(rest[i:]) && (p.personal(rest[:i]) || p.glued(rest[:i]) != nil) {
				return rest[:i], true
			}
		}
		return "", false
	}
	return "", false
}

// withoutDay cuts the day of a dateline off its end: 台北5日.
func withoutDay(s string) string {
	rest, ok := strings.CutSuffix(s, "日")
	if !ok {
		return s
	}
	place := strings.TrimRightFunc(rest, func(c rune) bool { return cjk.IsDigit(c) || c == '月' })
	if len(place) == len(rest) {
		return s
	}
	return place
}

// place reports whether s names a place that papers report from, or one in it:
// 巴黎, 台灣苗栗, 新北市板橋.
func (p *phrases) place(s string) bool {
	if p.places[s] || p.places[withoutRank(s)] {
		return true
	}
	for i := range s {
		if i > 0 && (p.places[s[:i]] || p.places[withoutRank(s[:i])]) && (p.places[s[i:]] || withoutRank(s[i:]) != s[i:]) {
			return true
		}
	}
	return false
}

// sentFrom reports whether the token at i, behind the names that end at lo, says where
// their report came from: any place behind a stroke (記者林小青／某鄉報導), a known one
// there (記者林小青／台北、高雄報導) or before the report (記者 林小青 台北 報導).
func (r *reader) sentFrom(lo, i int, tok string) bool {
	stroke := strings.ContainsFunc(r.s[lo:i], isStroke)
	if stroke && hasAnySuffix(tok, reportTails) {
		return !r.phr.commonName(withoutTail(tok))
	}
	return (stroke || hasAnyPrefix(r.s[r.pastGap(i+len(tok)):], reportTails)) && r.phr.place(tok)
}

// lastStroke returns where the last stroke of a line begins, -1 if it has none, and
// its size in bytes.
func lastStroke(s string) (i, size int) {
	for i = len(s) - 1; i >= 0; i-- {
		if s[i] != '/' && s[i] != 0xE2 && s[i] != 0xEF { // lead bytes of the others
			continue
		}
		if c, w := utf8.DecodeRuneInString(s[i:]); isStroke(c) {
			return i, w
		}
	}
	return -1, 0
}

// isStroke reports whether c is a stroke between the parts of a byline.
func isStroke(c rune) bool { return c == '/' || c == '／' || c == '∕' || c == '╱' }

// withoutRank cuts what kind of place it is off the name of a place of two
// characters or more: 新北市.
func withoutRank(s string) string {
	c, w := utf8.DecodeLastRuneInString(s)
	if rest := s[:len(s)-w]; strings.ContainsRune(placeEnds, c) && utf8.RuneCountInString(rest) >= 2 {
		return rest
	}
	return s
}
