package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
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
	word, kind, ok := x.phr.headingPrefix(s)
	if !ok {
		return headingRelated, moreOf(s)
	}
	if neighbour(word) && strings.IndexAny(s[len(word):], "：:") == 0 {
		return kind, true // 下一篇：没有了
	}
	if moreOf(s[len(word):]) {
		return kind, true // 相關文章更多該作者的文章: tabs side by side
	}
	rest, more := strings.CutPrefix(strings.TrimSuffix(s[len(word):], "查看全部"), "更多")
	rest = strings.Trim(rest, "：:>》（）()·.0123456789共条更多mre")
	return kind, rest == "" || more && len(rest) <= len("精彩内容")
}

// headingLabel splits a heading of other stories and its mark off a text:
// 相关阅读：江桥今日通车, 【相关新闻】江桥今日通车.
func (x *extraction) headingLabel(s string) (label, rest string, ok bool) {
	if !x.phr.mayBeHeading(s) {
		return "", "", false
	}
	s = strings.TrimLeft(s, headingMarks+" 　")
	label, kind, ok := x.phr.headingPrefix(s)
	if !ok || kind != headingRelated || slices.Contains(genres, label) {
		return "", "", false
	}
	rest = strings.TrimLeft(s[len(label):], "：:】]｜丨|")
	return label, cjk.Trim(rest), len(rest) < len(s)-len(label) && rest != ""
}

// genres head lists of stories of a kind, and the titles of such stories: 图解：.
var genres = []string{"图解", "政策图解", "新闻回顾"}

// moreOf reports whether a heading announces more of an outlet's, an author's or a
// section's stories: 更多江岸網報導.
func moreOf(s string) bool {
	return strings.HasPrefix(s, "更多") && !strings.HasPrefix(s, "更多关于") && len(s) <= 45 && hasAnySuffix(s, moreStories)
}

// moreStories end such headings.
var moreStories = []string{"報導", "报道", "報道", "新聞", "新闻", "文章", "推荐", "推薦",
	"相关阅读", "相關閱讀", "相关内容", "相關內容"}

// neighbour reports whether a heading announces the article before or behind, or
// words to search for: what follows its colon is no text.
func neighbour(word string) bool {
	return hasAnyPrefix(word, neighbours) || strings.HasSuffix(word, "搜索")
}

// neighbours begin the headings of the articles before and behind.
var neighbours = []string{"上一", "下一", "前一", "后一", "後一"}

// mayBeHeading reports whether a line begins with the first characters of a
// heading, behind marks.
func (p *phrases) mayBeHeading(s string) bool {
	return p.mayStartHeading(headStart(s))
}

func (p *phrases) mayStartHeading(r, next rune) bool {
	return r != 0 && (p.headings.pairs.has(r, next) || p.offers.readers.first.has(r))
}

// headingPrefix returns the heading that s begins with, and its kind: a phrase of
// headings.txt or, where that is longer, an offer.
func (p *phrases) headingPrefix(s string) (word string, kind headingKind, ok bool) {
	word, kind, ok = p.headings.prefix(s)
	if n := p.offers.prefix(s); n > len(word) {
		return s[:n], headingRelated, true
	}
	return word, kind, ok
}

// offers are the parts of headings that offer their reader other stories, of which
// there are too many to list: 您 + 可能 + 还 + 感兴趣 + 的 + 文章.
type offers struct{ readers, maybe, likes, things words[bool] }

// prefix returns the length in bytes of the offer that s begins with, 0 if none.
func (o *offers) prefix(s string) int {
	reader, _, ok := o.readers.prefix(s)
	if !ok {
		return 0
	}
	rest := s[len(reader):]
	maybe := rest
	for word, _, ok := o.maybe.prefix(maybe); ok; word, _, ok = o.maybe.prefix(maybe) {
		maybe = maybe[len(word):]
	}
	like, _, ok := o.likes.prefix(maybe)
	if !ok || len(maybe) == len(rest) {
		return 0
	}
	rest = maybe[len(like):]
	of := strings.TrimPrefix(rest, "的")
	if thing, _, ok := o.things.prefix(of); ok {
		rest = of[len(thing):]
	}
	return len(s) - len(rest)
}

// headStart returns the first two characters of a line behind spaces and marks,
// 0 for what it lacks.
func headStart(s string) (r, next rune) {
	marks := headingMarkSet()
	for i := 0; i < len(s); {
		c, w := cjk.RuneAt(s, i)
		i += w
		switch {
		case cjk.IsSpace(c):
		case r != 0:
			return r, c
		case !marks.has(c):
			r = c
		}
	}
	return r, 0
}

// headedLink reports whether line i is the heading of a list, with a colon or in an
// element of its own, and links to the end: 延伸阅读：江桥今日通车. The heading may
// be part of the link.
func (x *extraction) headedLink(i int) (headingKind, bool) {
	l := &x.lines[i]
	if l.link == l.Runes {
		_, _, ok := x.headingLabel(l.text)
		return headingRelated, ok
	}
	const longest = 14 // runes: 您可能还感兴趣的文章：
	if l.link < 5 || l.link+3 > l.Runes || l.Runes-l.link > longest {
		return "", false
	}
	if x.tree.Link(x.pieces[l.pieces[0]].node) {
		return "", false
	}
	head, rest, ok := strings.Cut(prefixBytes(l.text, 48), "：")
	if !ok {
		head, rest, ok = strings.Cut(prefixBytes(l.text, 48), ":")
	}
	if ok && x.phr.linkHeads[strings.Trim(head, headingMarks+" 　")] {
		return headingRelated, rest != ""
	}
	if !ok {
		p := x.pieces[l.pieces[0]] // or an element of its own
		head = x.tree.Nodes[p.node].Data[p.lo:p.hi]
		ok = l.pieces[1]-l.pieces[0] > 1 && len(head) <= 48
		rest = head
	}
	if !ok || rest == "" {
		return "", false
	}
	return x.heading(head)
}

// isHeading reports whether an element is one of h1 to h6.
func (x *extraction) isHeading(id int32) bool {
	switch x.tree.Nodes[id].DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
