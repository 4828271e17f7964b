package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// longestList is how many related links one heading may announce.
const longestList = 40

// relatedLinks gathers the links under headings such as 相关新闻 that stand in
// or behind the body; without such a heading, those that close the body.
func (x *extraction) relatedLinks() []article.RelatedLink {
	if links := x.profileLinks(FieldRelated); len(links) > 0 {
		return tidyLinks(links)
	}
	if links := tidyLinks(append(x.headedLinks(), x.listedLinks()...)); len(links) > 0 {
		return links
	}
	if links := tidyLinks(x.closingLinks()); len(links) > 0 {
		return links
	}
	return tidyLinks(x.scriptLinks)
}

// listedLinks returns the links of the first list with a heading, and of those
// behind it that belong to the article as it does, each list under its own. A list
// of other sites' pages is taken if it stands in the text, as in that of another
// outlet, or if there is no other.
func (x *extraction) listedLinks() (links []article.RelatedLink) {
	column, end := x.body.node, x.textEnd
	var foreign []article.RelatedLink // the first list, all of other sites
	for i := max(x.title.line+1, 0); i < len(x.lines); i++ {
		if len(links) > 0 && i > end+nearList && x.lines[i].first >= x.tree.End[column] {
			break
		}
		if x.lines[i].Runes > 60 || x.keep[i] {
			continue
		}
		group, ok := x.relatedHeading(x.lines[i].text)
		if !ok || x.wayToMore(&x.lines[i], group) || x.inSidebar(x.lines[i].block) {
			continue
		}
		first := x.firstLink(i)
		if first < 0 {
			continue
		}
		around := x.tree.Common(x.lines[i].block, x.body.node)
		within := x.tree.Within(around, column) && x.tree.Within(x.lines[first].first, column) || i <= end+nearList && (column == x.body.node || i > x.textEnd && ofArticle(group))
		if len(links) > 0 && !(within && x.announces(i, first)) {
			continue
		}
		list := x.listBehind(i, first, group)
		switch {
		case len(tidyLinks(list)) == 0, len(list) == 1 && x.tagsAt(i): // topics, and a button
			continue
		case !x.anyOwn(list) && (i >= x.body.to || len(list) == 1):
			if foreign == nil && len(links) == 0 {
				foreign = list
			}
			continue
		}
		links = append(links, list...)
		end = max(end, i+len(list))
		if column == x.body.node && len(list) > 1 {
			column = around
		}
	}
	if len(links) == 0 {
		links = foreign
	}
	if len(links) == 1 {
		if closing := x.closingLinks(); len(closing) > 2 {
			return closing // the heading's is a topic or the like
		}
	}
	return links
}

// ofArticle reports whether a heading announces what belongs to the article, and not
// what the site recommends with any.
func ofArticle(heading string) bool {
	return hasAnyPrefix(heading, []string{"相关", "相關", "延伸"})
}

// wayToMore reports whether a heading with a link in it leads to more stories rather
// than announcing some.
func (x *extraction) wayToMore(l *line, heading string) bool {
	if l.link == 0 || !moreOf(heading) {
		return false
	}
	_, known := x.phr.headings.exact(heading)
	return !known || l.linked()
}

// nearList is how many lines may stand between a text with a list of links in it
// and the list under it.
const nearList = 8

// announces reports whether no other heading stands between heading i and the
// link in line first.
func (x *extraction) announces(i, first int) bool {
	for j := i + 1; j < first; j++ {
		if _, ok := x.heading(x.lines[j].text); ok {
			return false
		}
	}
	return true
}

// anyOwn reports whether a link leads to a page of this one's site, as far as its
// address is known: suggestions of search engines do not.
func (x *extraction) anyOwn(links []article.RelatedLink) bool {
	own := absolute(x.art.URL)
	return own == nil || slices.ContainsFunc(links, func(l article.RelatedLink) bool {
		u := absolute(l.URL)
		return u != nil && sameSite(u.Hostname(), own.Hostname())
	})
}

// headedLinks returns the links that stand in or behind the text on the line of
// their heading.
func (x *extraction) headedLinks() (links []article.RelatedLink) {
	for i := x.body.from; i < min(x.body.to+4, len(x.lines)); i++ {
		if x.readings[i].kind != kindHeading {
			continue
		}
		if kind, ok := x.headedLink(i); !ok || kind != headingRelated {
			continue
		}
		l := &x.lines[i]
		head, _, ok := x.headingLabel(l.text)
		if !ok {
			first := x.pieces[l.pieces[0]] // an element of its own
			head = strings.Trim(cjk.Squeeze(x.tree.Nodes[first.node].Data[first.lo:first.hi]), headingMarks)
		}
		for _, a := range x.lineLinks(i) {
			links = x.appendLink(links, a, head)
		}
	}
	return links
}

// inSidebar reports whether an element stands beside the article, where sites
// put lists of their own.
func (x *extraction) inSidebar(id int32) bool {
	for ; id >= 0 && !x.tree.Within(x.body.node, id); id = x.tree.Parent[id] {
		if x.topics[id]&topicSidebar != 0 {
			return true
		}
	}
	return false
}

// keywordReading heads links about the keywords that follow it on its line.
const keywordReading = "关键词阅读"

// relatedHeading reads a line as the heading of related links, and returns it
// without the marks around it.
func (x *extraction) relatedHeading(s string) (group string, ok bool) {
	s = x.behindName(s)
	r, next := headStart(s)
	topical := (r == '更' || r == '关') && (strings.Contains(s, "更多关于") || strings.Contains(s, keywordReading))
	if r == 0 || !topical && !x.phr.mayStartHeading(r, next) {
		return "", false
	}
	s = strings.Trim(cjk.Squeeze(s), headingMarks)
	switch {
	case !topical:
	case strings.HasPrefix(s, keywordReading):
		return keywordReading, true
	case strings.HasPrefix(s, "更多关于") && strings.HasSuffix(s, "新闻"):
		return s, true
	}
	kind, ok := x.heading(s)
	if !ok || kind != headingRelated {
		return "", false
	}
	word, _, known := x.phr.headingPrefix(s)
	if !known {
		word = s
	}
	return word, true
}

// behindName returns the heading that stands behind the name of the paper and a
// stroke, 江岸日报-相关报道：, else all of s.
func (x *extraction) behindName(s string) string {
	const heading = len("相关新闻")
	if len(s) > 5*heading || !strings.Contains(s, "-") && !strings.Contains(s, "｜") {
		return s
	}
	t := strings.TrimRight(s, headingMarks)
	cut := len(t) - heading
	if cut <= 0 || !hasAnySuffix(t[:cut], []string{"-", "｜"}) || !x.phr.mayBeHeading(t[cut:]) {
		return s
	}
	return t[cut:]
}

// listBehind returns the links of the list that heading line i announces: those
// of the largest element around the first link, in line first, that holds neither
// the heading nor another one.
func (x *extraction) listBehind(i, first int, group string) (links []article.RelatedLink) {
	list := x.lines[first].block
	climb := x.region(list).from > i // or heading and links share one element
	for v := x.tree.Parent[list]; climb && v >= 0; v = x.tree.Parent[v] {
		if r := x.region(v); r.from <= i || !x.onlyLinks(r) {
			if r.from <= i && x.linkedLines(x.region(list)) < 2 {
				list = v // heading and links side by side in one element
			}
			break
		}
		list = v
	}
	if cell := x.cellBelow(i, first); cell >= 0 {
		list = cell
	}
	begin, end := max(x.lines[i].last+1, list), x.tree.End[list]
	for j := i + 1; j < len(x.lines) && x.lines[j].first < end; j++ {
		if _, ok := x.heading(x.lines[j].text); j > first && x.lines[j].first > begin && (ok || x.keep[j]) {
			end = x.lines[j].first
		}
	}
	for id := begin; id < end; id++ {
		if x.tree.Is(id, atom.A) && !x.tree.Hidden(id) && len(links) <= longestList {
			links = x.appendLink(links, id, group)
		}
	}
	if len(links) > longestList {
		return nil
	}
	return links
}

// cellBelow returns the cell under that of heading i, where headings stand side
// by side in one row of a table and their lists in the next; else -1.
func (x *extraction) cellBelow(i, first int) int32 {
	td := x.tree.Up(x.lines[i].block, atom.Td)
	if td < 0 || x.region(td).to != i+1 || x.region(td).from != i {
		return -1
	}
	heads, column := x.cells(x.tree.Parent[td]), -1
	for k, c := range heads {
		if c == td {
			column = k
		}
	}
	row := x.tree.Up(x.lines[first].block, atom.Tr)
	if row < 0 || row == x.tree.Parent[td] || x.tree.Parent[row] != x.tree.Parent[x.tree.Parent[td]] || column < 0 {
		return -1
	}
	if lists := x.cells(row); len(lists) == len(heads) && len(heads) > 1 {
		return lists[column]
	}
	return -1
}

// cells returns the cells of a row of a table.
func (x *extraction) cells(tr int32) (tds []int32) {
	for c := tr + 1; c < x.tree.End[tr] && len(tds) < 8; c = x.tree.End[c] {
		if x.tree.Is(c, atom.Td) || x.tree.Is(c, atom.Th) {
			tds = append(tds, c)
		}
	}
	return tds
}

// firstLink returns the line of the first link behind heading i, or -1 if
// something else comes first. A second heading may stand right behind the first.
func (x *extraction) firstLink(i int) int {
	other := false // a line between that is neither heading nor link
	for j := i + 1; j < min(i+6, len(x.lines)); j++ {
		l := &x.lines[j]
		if _, ok := x.heading(l.text); x.keep[j] || ok && (other || x.isHeading(l.block) && !x.besideLine(i, j)) {
			return -1
		} else if !ok && !l.linked() && x.isHeading(l.block) {
			return -1 // of another list
		} else if !ok && l.link == 0 {
			other = true
		}
		if l.link > 0 && l.link*3 > l.Runes && l.Runes >= 5 {
			return j
		}
		if l.sentence() && l.link == 0 {
			return -1
		}
	}
	return -1
}

// linkedLines counts the lines of a region that hold a link, those of one link
// as one.
func (x *extraction) linkedLines(r region) (n int) {
	last := int32(-1)
	for i := r.from; i < r.to; i++ {
		if x.lines[i].link < 5 {
			continue
		}
		a := x.tree.Up(x.lines[i].first, atom.A)
		if a < 0 || a != last {
			n++
		}
		last = a
	}
	return n
}

// onlyLinks reports whether a region holds neither headings nor kept text.
func (x *extraction) onlyLinks(r region) bool {
	if r.to-r.from > 4*longestList {
		return false
	}
	for i := r.from; i < r.to; i++ {
		if _, ok := x.heading(x.lines[i].text); ok || x.keep[i] || x.lines[i].link == 0 && x.isHeading(x.lines[i].block) {
			return false
		}
	}
	return true
}

// closingLinks returns the links that stand in the body's element behind its
// last line: three at least, each on a line of its own.
func (x *extraction) closingLinks() (links []article.RelatedLink) {
	last := x.body.from
	for i := x.body.from; i < x.body.to; i++ {
		if x.keep[i] {
			last = i
		}
	}
	for i := last + 1; i < x.body.to; i++ {
		l := &x.lines[i]
		if r := &x.readings[i]; r.kind == kindHeading && r.head == headingStop {
			if l.link == 0 && len(links) == 0 {
				return nil // a list of the site's
			}
			continue // the story before or behind
		}
		if l.link*5 <= l.Runes*3 || l.Runes < 8 {
			continue
		}
		if a := x.tree.Up(l.last, atom.A); a >= 0 {
			links = x.appendLink(links, a, "")
		}
	}
	if len(links) < 3 {
		return nil
	}
	return links
}
