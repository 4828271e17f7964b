package parse

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
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
// behind it that belong to the article as it does, each list under its own.
func (x *extraction) listedLinks() (links []article.RelatedLink) {
	column, end := x.body.node, x.textEnd
	for i := max(x.title.line+1, 0); i < len(x.lines); i++ {
		if x.lines[i].Runes > 60 || x.keep[i] {
			continue
		}
		group, ok := x.relatedHeading(x.lines[i].text)
		if !ok || x.lines[i].link > 0 && moreOf(group) || x.inSidebar(x.lines[i].block) {
			continue
		}
		first := x.firstLink(i)
		if first < 0 {
			continue
		}
		around := x.tree.Common(x.lines[i].block, x.body.node)
		within := x.tree.Within(around, column) || column == x.body.node && i <= end+nearList
		if len(links) > 0 && !(within && x.announces(i, first)) {
			continue
		}
		list := x.listBehind(i, first, group)
		if len(tidyLinks(list)) == 0 || len(links) > 0 && !x.anyOwn(list) {
			continue
		}
		links = append(links, list...)
		end = max(end, i+len(list))
		if column == x.body.node {
			column = around
		}
	}
	if len(links) == 1 {
		if closing := x.closingLinks(); len(closing) > 2 {
			return closing // the heading's is a topic or the like
		}
	}
	return links
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
		last := int32(-1)
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			if a := x.tree.Up(p.node, atom.A); a >= 0 && a != last {
				links, last = x.appendLink(links, a, head), a
			}
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
	if r == 0 || !topical && !x.phr.headings.pairs.has(r, next) {
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
	word, _, known := x.phr.headings.prefix(s)
	if !known {
		word = s
	}
	return word, true
}

// behindName returns the heading that stands behind the name of the paper and a
// stroke, 江岸日报-相关报道：, else all of s.
func (x *extraction) behindName(s string) string {
	t := strings.TrimRight(s, headingMarks)
	cut := len(t) - 4*len("相")
	if cut <= 0 || len(t) > 20*len("相") || !utf8.RuneStart(t[cut]) || !x.phr.mayBeHeading(t[cut:]) {
		return s
	}
	if r, _ := utf8.DecodeLastRuneInString(t[:cut]); !strings.ContainsRune("-－—|｜丨·", r) {
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

func (x *extraction) appendLink(links []article.RelatedLink, id int32, group string) []article.RelatedLink {
	l := x.relatedLink(id)
	if l.Group = group; cjk.Measure(l.Title).Runes < 5 || l.URL == "" || strings.HasPrefix(l.Title, "更多") {
		return links
	}
	return append(links, l)
}

// firstLink returns the line of the first link behind heading i, or -1 if
// something else comes first. A second heading may stand right behind the first.
func (x *extraction) firstLink(i int) int {
	other := false // a line between that is neither heading nor link
	for j := i + 1; j < min(i+6, len(x.lines)); j++ {
		l := &x.lines[j]
		if _, ok := x.heading(l.text); x.keep[j] || ok && other {
			return -1
		} else if !ok && l.link == 0 {
			if x.isHeading(l.block) {
				return -1 // of another list
			}
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

// relatedLink reads the link element id: its number, its title, what a bracket
// behind it says.
func (x *extraction) relatedLink(id int32) article.RelatedLink {
	n := x.tree.Nodes[id]
	title := x.withoutTime(x.cardTitle(id))
	if _, rest, ok := x.headingLabel(title); ok {
		title = rest
	}
	l := article.RelatedLink{URL: x.linkOrPrinted(dom.Attr(n, "href"))}
	l.Ordinal, l.Title = ordinal(title)
	if l.Ordinal == 0 {
		l.Ordinal = printedNumber(n.PrevSibling)
	}
	l.Note = printedNote(n.NextSibling)
	if full := cjk.Collapse(dom.Attr(n, "title")); strings.HasSuffix(l.Title, "...") || strings.HasSuffix(l.Title, "…") {
		if strings.HasPrefix(cjk.Key(full), cjk.Key(strings.TrimRight(l.Title, ".…"))) {
			l.Title = full
		}
	}
	return l
}

// linkOrPrinted resolves the address of a link. Without a base a relative one
// stays as printed, with a problem.
func (x *extraction) linkOrPrinted(href string) string {
	if u := x.link(href); u != "" || x.base != nil {
		return u
	}
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || u.Scheme != "" || u.Path == "" {
		return ""
	}
	x.res.problem(CodeURLRelative, FieldRelated, "")
	return u.String()
}

// cardTitle returns what the link element id calls itself: its text, or of a
// link around a whole card the heading in it, or the first line that is longer
// than a word.
func (x *extraction) cardTitle(id int32) string {
	r := x.region(id)
	whole := cjk.Collapse(x.shownText(id))
	if r.to-r.from < 2 {
		return whole
	}
	title := ""
	for i := r.from; i < r.to; i++ {
		l := &x.lines[i]
		if x.headingLevel(l.block) > 0 {
			return l.text
		}
		if title == "" && l.Runes > word && l.block > id && !aged(l) {
			title = l.text
		}
	}
	if title == "" {
		return whole
	}
	return title
}

// withoutTime cuts a time off either end of a link's text.
func (x *extraction) withoutTime(s string) string {
	for _, t := range x.clock.stamps(s) {
		switch {
		case t.lo == 0 && t.hi < len(s):
			return cjk.Trim(s[t.hi:])
		case t.hi == len(s) && t.lo > 0:
			return cjk.Trim(s[:t.lo])
		case t.lo > 0 && strings.Trim(s[t.hi:], ")）]") == "" && cjk.Measure(s[t.lo:t.hi]).Han == 0:
			return strings.TrimRight(s[:t.lo], "(（[ 　")
		}
	}
	return s
}

// printedNumber returns the number that the text right before a link ends with.
func printedNumber(n *html.Node) int {
	if n == nil || n.Type != html.TextNode {
		return 0
	}
	num, rest := ordinal(cjk.Trim(n.Data) + " x")
	if rest != "x" {
		return 0
	}
	return num
}

// printedNote returns what a bracket right behind a link says.
func printedNote(n *html.Node) string {
	if n == nil || n.Type != html.TextNode {
		return ""
	}
	s := cjk.Trim(n.Data)
	inner := unwrap(s)
	if inner == s || cjk.Measure(inner).Runes > 20 || cjk.Measure(inner).Digit > 4 {
		return ""
	}
	return inner
}

// ordinal splits the number off 1、标题 and 1. 标题.
func ordinal(s string) (n int, title string) {
	s = strings.TrimLeft(s, "·•●■◆▪>»・-－ 　")
	i := 0
	for i < len(s) && i < 2 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	for _, sep := range []string{"、", "．", ". ", ") ", "）", "."} {
		if i > 0 && strings.HasPrefix(s[i:], sep) {
			return n, cjk.Trim(s[i+len(sep):])
		}
	}
	return 0, s
}

func tidyLinks(links []article.RelatedLink) (out []article.RelatedLink) {
	seen := map[string]bool{}
	for _, l := range links {
		if l.Title == "" || seen[l.Title] {
			continue
		}
		seen[l.Title] = true
		out = append(out, l)
	}
	return out
}
