package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
)

// Readers' comments and feeds of other stories are running text as well, and
// often more of it than the article. What tells them is that they repeat: the
// same element again and again, each with a few lines, of which one is a link,
// a time or a button.

const (
	// leastRecords is how many like elements make a list of records.
	leastRecords = 3
	// longestRecord is the length in lines and in runes of running text past
	// which an element is no record, but a part of the page.
	longestRecord, longestRecordText = 14, 600
	// leastProse is the running text in runes that must stand outside of the
	// records for them not to be the page itself.
	leastProse = 40
)

// findRecords finds the lists of records, and silences their lines.
func (x *extraction) findRecords() {
	sums := zeroed(x.scratch.texts, len(x.lines)+1) // running text
	marks := zeroed(x.scratch.marks, len(x.lines)+1)
	x.scratch.texts, x.scratch.marks = sums, marks
	for i := range x.lines {
		l := &x.lines[i]
		sums[i+1], marks[i+1] = sums[i], marks[i]
		if l.sentence() {
			sums[i+1] += int32(l.plain())
		}
		if x.recordMark(l) {
			marks[i+1]++
		}
	}
	outside := sums[len(x.lines)]
	var found []region
	for v := int32(0); v < int32(len(x.tree.Nodes)); {
		if x.tree.End[v]-v <= 2*leastRecords {
			v++ // it has not as many lines
			continue
		}
		r, ok := x.recordsIn(v, sums, marks)
		if !ok {
			v++
			continue
		}
		outside -= sums[r.to] - sums[r.from]
		found = append(found, r)
		v = x.tree.End[v]
	}
	if x.onlyRecords = len(found) > 0 && outside < leastProse && !x.flashBefore(found[0].from); x.onlyRecords || len(found) == 0 {
		return
	}
	if x.silent == nil {
		x.silent = make([]bool, len(x.lines))
	}
	for _, r := range found {
		for i := r.from; i < r.to; i++ {
			x.silent[i] = true
		}
	}
	x.records = found
}

// flashBefore reports whether a headline, a date and a sentence stand before line
// end: a flash over a feed.
func (x *extraction) flashBefore(end int) bool {
	t := x.title.line
	if t < 0 || x.title.sure < likelyTitle {
		return false
	}
	for i := t + 1; i < min(t+8, end); i++ {
		if l := &x.lines[i]; l.sentence() && endsSentence(l.text) {
			return x.dateLine(t+1, i) >= 0
		}
	}
	return false
}

// recordMark reports whether a line is what records have and prose has not: a
// link, how long ago, day and clock, a button. A day or a clock alone also heads
// the parts of a story.
func (x *extraction) recordMark(l *line) bool {
	return l.linked() || aged(l) || remark(l) || l.Runes <= 8 && l.Clause == 0 && x.chromeLine(l.text)
}

// aged reports whether a line says how long ago something was written, who wrote
// it on which day and at what o'clock, or on which floor of a thread.
func aged(l *line) bool {
	switch {
	case l.Digit == 0 || l.Runes > 30 || l.Clause > 0:
		return false
	case strings.HasSuffix(l.text, "前"):
		return true
	case strings.HasSuffix(l.text, "楼") || strings.HasSuffix(l.text, "樓"):
		return l.Runes <= 5
	}
	return l.Digit >= 8 && strings.ContainsAny(l.text, ":：") && strings.ContainsFunc(l.text, isNameRune)
}

// remark reports whether a line is a reader's comment whole: who says it, or day,
// clock and a button behind it.
func remark(l *line) bool {
	tail := l.text[max(len(l.text)-45, 0):]
	switch {
	case l.Runes > longestRecordText || l.Clause == 0:
		return false
	case strings.HasPrefix(l.text, "网友") || strings.HasPrefix(l.text, "網友"):
		head := prefixBytes(l.text, 60)
		return containsAny(head, "：", "发表于", "評論", "评论")
	case strings.Contains(prefixBytes(l.text, 45), "网友："):
		return true // 江城网友：
	case l.Digit > 0 && strings.Contains(tail, "前") && containsAny(tail, "小时前", "分钟前", "天前", "小時前", "分鐘前"):
		return true
	}
	return l.Digit >= 8 && clockIn(l.text) && containsAny(l.text, "回复", "回覆", "赞(", "赞 (", "顶(", "顶[", "举报", "网友")
}

// clockIn reports whether a colon stands between digits.
func clockIn(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ':' && s[i-1] >= '0' && s[i-1] <= '9' && s[i+1] >= '0' && s[i+1] <= '9' {
			return true
		}
	}
	return false
}

// isNameRune reports whether r says whose a time is: it is no part of the time.
func isNameRune(r rune) bool {
	return cjk.IsHan(r) && !strings.ContainsRune("年月日时時分秒点點上下午", r)
}

// pairs counts the children of a node that are an aged line and the text behind
// it by turns.
type pairs struct {
	region
	n     int
	start int // the line of an aged child, -1 behind any other
}

func (p *pairs) add(x *extraction, r region, text int32) {
	switch {
	case r.to-r.from == 1 && aged(&x.lines[r.from]):
		p.start = r.from
	case p.start >= 0 && text > 0 && text <= longestRecordText:
		if p.n == 0 {
			p.from = p.start
		}
		p.n++
		p.to, p.start = r.to, -1
	case !r.empty():
		p.start = -1
	}
}

// recordsIn reports whether the children of node v are records, and from which
// line to which.
func (x *extraction) recordsIn(v int32, sums, marks []int32) (list region, ok bool) {
	all := x.region(v)
	if n := all.to - all.from; n < leastRecords || n < 2*leastRecords && int(marks[all.to]-marks[all.from]) < n-1 || sums[all.to] == sums[all.from] {
		return list, false
	}
	kinds := x.scratch.kinds[:0] // of the children that may be records
	defer func() { x.scratch.kinds = kinds }()
	turns := pairs{region: region{node: v}, start: -1}
	for c := v + 1; c < x.tree.End[v]; c = x.tree.End[c] {
		n := x.tree.Nodes[c]
		if n.Type != html.ElementNode {
			continue
		}
		r := x.region(c)
		turns.add(x, r, sums[r.to]-sums[r.from])
		if r.empty() || r.to-r.from == 1 && !remark(&x.lines[r.from]) {
			continue
		}
		own := shapeOf(n)
		k := 0
		for k < len(kinds) && kinds[k].shape != own {
			k++
		}
		if k == len(kinds) {
			if k == 8 {
				continue
			}
			kinds = append(kinds, recordKind{shape: own, from: r.from})
		}
		kinds[k].add(x, r, sums, marks)
	}
	for k := range kinds {
		if kinds[k].records() {
			return region{node: v, from: kinds[k].from, to: kinds[k].to}, true
		}
	}
	if turns.n > leastRecords && (x.title.line < turns.from || x.title.line >= turns.to) {
		return turns.region, true
	}
	return list, false
}

// shape is what like elements have in common: the tag and the first class.
type shape struct{ tag, class string }

func shapeOf(n *html.Node) shape {
	class := cjk.Trim(dom.Attr(n, "class"))
	if i := strings.IndexAny(class, " \t\n"); i > 0 {
		class = class[:i]
	}
	return shape{n.Data, class}
}

// recordKind counts the children of one shape.
type recordKind struct {
	shape
	from, to int
	all      int   // children of two lines and more
	marked   int   // those with a mark and few lines
	texts    int   // those with running text
	text     int32 // running text of all
	longest  int32 // and of the longest
	large    bool
}

func (k *recordKind) add(x *extraction, r region, sums, marks []int32) {
	text := sums[r.to] - sums[r.from]
	k.to = r.to
	k.all++
	k.text += text
	k.longest = max(k.longest, text)
	if text > 0 {
		k.texts++
	}
	if marks[r.to] > marks[r.from] {
		k.marked++
	}
	k.large = k.large || r.to-r.from > longestRecord || text > longestRecordText || x.title.line >= r.from && x.title.line < r.to
}

// records reports whether the children are alike in more than their shape.
func (k *recordKind) records() bool {
	return !k.large && k.marked >= leastRecords && k.marked*4 >= k.all*3 && k.texts >= 2 && k.longest*2 <= k.text
}
