package parse

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// An icon is told from a picture by its line: one of info or buttons, or a
// sentence that goes on around it.

// inInfo reports whether an image stands in the same block as an info line or
// buttons, as their icon.
func (x *extraction) inInfo(img int32) bool {
	block := x.blockOf(img)
	if block <= x.body.node {
		return false
	}
	r := x.region(block)
	for i := r.from; i < r.to; i++ {
		switch k := x.readings[i].kind; {
		case x.lines[i].block != block:
			return false
		case k == kindChrome && !strings.Contains(x.lines[i].text, "图"): // but 点击图片进入下一页
		case k == kindInfo || k == kindPager || k == kindCrumb || k == kindTitle:
		default:
			return false
		}
	}
	return !r.empty()
}

// inSentence reports whether a sentence goes on around an image: what follows it
// on its line is a mark that begins no line, or it is a GIF amid the words.
func (x *extraction) inSentence(m *media) bool {
	i := m.before - 1
	if i < 0 || m.node < x.lines[i].first || m.node > x.lines[i].last {
		return false
	}
	if w, h := size(x.tree.Nodes[m.node]); w > 0 || h > 0 {
		return false
	}
	pieces := x.pieces[x.lines[i].pieces[0]:x.lines[i].pieces[1]]
	k := sort.Search(len(pieces), func(k int) bool { return pieces[k].node > m.node })
	if k == 0 || k == len(pieces) {
		return false
	}
	p, q := pieces[k-1], pieces[k]
	before, after := x.tree.Nodes[p.node].Data[p.lo:p.hi], x.tree.Nodes[q.node].Data[q.lo:q.hi]
	next, _ := utf8.DecodeRuneInString(after[firstDark(after):])
	return innerMarks().holds(next) || strings.HasSuffix(strings.ToLower(m.src), ".gif") && x.lines[i].sentence() && !endsSentence(before) && cjk.IsHan(next)
}

// innerMarks are those that stand behind what they belong to, on its line.
var innerMarks = setOf("，。、；：！？）】》」』”’,.;:!?)]")
