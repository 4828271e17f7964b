package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
)

// ends reports whether the article is over at line i: a heading of other
// stories, an editor's line, a notice or a counter, behind which little or
// nothing of the body's worth is left.
func (x *extraction) ends(i int, g region) bool {
	limit := 0.0
	switch r := &x.readings[i]; r.kind {
	case kindHeading:
		if r.head == headingStop && ofComments(x.lines[i].text) {
			return true // readers speak, whoever has more to say
		}
		if limit = 1; x.lines[i].link > 0 {
			limit = 0.1 // one link on the heading's own line, among paragraphs
			if x.paragraphBehind(i) {
				limit = 0
			}
		} else if r.head == headingRelated && x.storyBehind(i) {
			return false
		}
	case kindCredits:
		if limit = 0.1; hasEditor(r.fields) {
			limit = 0.5
		}
	case kindChrome:
		if !x.overComments(i) {
			return false
		}
		limit = 1
	case kindNotice, kindInfo, kindKeywords, kindPager:
		limit = 0.2
	default:
		if !x.tagsAt(i) {
			return false
		}
		limit = 0.5
	}
	before := x.sumContent[i] - x.sumContent[g.from]
	return x.rest[i+1-g.from] < limit*before
}

// tagsAt reports whether line i is nothing but links, in an element that holds tags,
// or links to more about what it names: 更多关于 江桥 的新闻.
func (x *extraction) tagsAt(i int) bool {
	const depth = 3 // of the element around the row
	l := &x.lines[i]
	return l.link > 0 && (l.link == l.Runes && x.says(l.block, topicTags, depth) || l.Stop == 0 && hasAnyPrefix(l.text, moreAbout))
}

// moreAbout begins rows of topics.
var moreAbout = []string{"更多关于", "更多關於"}

// teaserMarks stand before the heads of advertisements.
var teaserMarks = setOf("◤▼▲■◆●★☆▶►👇👉🔥")

// teaser reports whether a short line before links is set off by a mark, as the head
// of advertisements.
func (x *extraction) teaser(i int) bool {
	const longest = 24 // runes
	l := &x.lines[i]
	if l.Runes > longest || l.Stop > 0 || i+1 >= x.body.to || !x.lines[i+1].linked() {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	return teaserMarks().holds(first)
}

// orders begin the links of offers: 點我下載.
var orders = []string{"点我", "點我", "按我", "点此", "點此", "点击下载", "點擊下載", "立即下载", "立即下載", "马上下载", "馬上下載", "立即加入", "立即订阅", "立即訂閱"}

// offer reports whether a line without a full stop ends in a link that tells its
// reader what to do.
func (x *extraction) offer(i int) bool {
	l := &x.lines[i]
	if l.link == 0 || strings.ContainsAny(l.text, "。！") {
		return false
	}
	links := x.lineLinks(i)
	if len(links) == 0 || !x.tree.Within(l.last, links[len(links)-1]) {
		return false
	}
	return slices.ContainsFunc(links, func(a int32) bool { return hasAnyPrefix(cjk.Trim(x.shownText(a)), orders) })
}

// ofComments reports whether a heading or a button speaks of readers' comments.
func ofComments(s string) bool {
	return containsAny(s, "评论", "評論", "跟帖", "留言", "跟贴", "网友回应", "網友回應")
}

// overComments reports whether what reads like a button, 评论(17), is the heading of
// the comments: it stands in a heading's element, or a name and a clock follow.
func (x *extraction) overComments(i int) bool {
	if !ofComments(x.lines[i].text) {
		return false
	}
	if x.isHeading(x.lines[i].block) {
		return true
	}
	const near = 4 // lines to the head of the first comment
	for j := i + 1; j < min(i+1+near, x.body.to); j++ {
		r := &x.readings[j]
		if r.kind == kindInfo && len(r.fields) > 0 && slices.ContainsFunc(r.fields, clocked) {
			return true
		}
	}
	return false
}

// clocked reports whether a field is the time of a day, without a label.
func clocked(f field) bool {
	return f.kind == fieldTime && (f.time.Precision == article.PrecisionMinute || f.time.Precision == article.PrecisionSecond)
}

// paragraphBehind reports whether a sentence without links stands right behind
// line i, set like it.
func (x *extraction) paragraphBehind(i int) bool {
	if i+1 >= x.body.to || x.dropped[i+1] {
		return false
	}
	return x.proseAt(i+1) && x.besideLine(i, i+1)
}

// storyBehind reports whether the story goes on behind the links that heading i
// announces: with running text, set like that before the heading. Links and text
// by turns are titles and abstracts, and so may one link and one text be.
func (x *extraction) storyBehind(i int) bool {
	j := i + 1
	for j < min(i+1+longestList, x.body.to) && x.lines[j].linked() && (x.readings[j].kind == kindText || x.readings[j].kind == kindInfo) {
		j++
	}
	links, before := j-i-1, i-1
	for before > max(i-4, x.body.from) && !x.keep[before] {
		before--
	}
	heads := 0
	for ; heads < 2 && j < x.body.to && x.isHeading(x.lines[j].block) && x.lines[j].link == 0 && x.readings[j].kind == kindText; j++ {
		heads++ // of the story's next part
	}
	if links == 0 || before < x.body.from || !x.keep[before] || !x.proseLike(j, before) {
		return false
	}
	if heads > 0 {
		return true
	}
	if links == 1 {
		return x.proseLike(j+1, before)
	}
	return j+1 >= x.body.to || !x.lines[j+1].linked()
}

// proseLike reports whether line j is running text of the body without links, in
// an element like that of line i beside it.
func (x *extraction) proseLike(j, i int) bool {
	if j >= x.body.to || x.dropped[j] || !x.proseAt(j) {
		return false
	}
	return x.setLike(x.lines[i].block, x.lines[j].block)
}

// setLike reports whether two blocks are of one kind and lie in one element, or each
// in a box of its own, where the boxes are of one kind and lie so.
func (x *extraction) setLike(a, b int32) bool {
	const boxes = 2
	for up := 0; up <= boxes && a >= 0 && b >= 0; up++ {
		p, q := x.tree.Nodes[a], x.tree.Nodes[b]
		if p.DataAtom != q.DataAtom {
			return false
		}
		if x.tree.Parent[a] == x.tree.Parent[b] {
			return true
		}
		if dom.Attr(p, "class") != dom.Attr(q, "class") {
			return false
		}
		a, b = x.tree.Parent[a], x.tree.Parent[b]
	}
	return false
}

// proseAt reports whether line i is running text without links.
func (x *extraction) proseAt(i int) bool {
	l := &x.lines[i]
	return x.readings[i].kind == kindText && l.sentence() && l.Stop > 0 && l.link == 0
}
