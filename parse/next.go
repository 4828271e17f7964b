package parse

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// nextPages returns the addresses of the article's further pages: links in or
// right behind the body whose text is a page number or 下一页, and whose address
// differs from the page's own in little. Failing that, such links anywhere whose
// path is this page's with a number, and what the page's script numbers.
func (x *extraction) nextPages() []string {
	own, _, _ := strings.Cut(x.art.URL, "#")
	p := pager{x: x, seen: map[string]bool{own: true}}
	if x.layout != nil {
		for _, s := range x.layout.rules[FieldNext] {
			for id := range s.All(x.index) {
				if _, ok := x.pageLink(id); ok {
					p.add(dom.Attr(x.tree.Nodes[id], "href"))
				}
			}
		}
	}
	if len(p.next) == 0 {
		p.around()
	}
	if len(p.next) == 0 {
		p.numbered()
	}
	return p.next
}

// pager gathers the addresses of further pages.
type pager struct {
	x    *extraction
	seen map[string]bool
	next []string
}

// add takes the address that a link of a pager leads to, less its fragment: a
// place in a page is no page.
func (p *pager) add(href string) {
	x := p.x
	if href, _, _ = strings.Cut(href, "#"); href == "" {
		return
	}
	if u := x.link(href); u != "" && !p.seen[u] {
		p.seen[u] = true
		p.next = append(p.next, u)
	} else if x.base == nil && href != "" && !p.seen[href] && !strings.HasPrefix(href, "javascript") {
		p.seen[href] = true
		p.next = append(p.next, href)
	}
}

// around looks for links in the body and right behind it, and failing that in
// the whole page.
func (p *pager) around() {
	x := p.x
	from, to := x.pagerRange()
	var other, whole []pageRef
	for id := range int32(len(x.tree.Nodes)) {
		if !x.tree.Link(id) || x.tree.Link(x.tree.Parent[id]) {
			if x.tree.Fact(id) && x.tree.Is(id, atom.Link) && strings.EqualFold(dom.Attr(x.tree.Nodes[id], "rel"), "next") {
				other = append(other, pageRef{id, 0})
			}
			continue
		}
		page, ok := x.pageLink(id)
		if !ok {
			continue
		}
		other = append(other, pageRef{id, page})
		switch href := dom.Attr(x.tree.Nodes[id], "href"); {
		case id < from || id >= to || x.tree.Hidden(id) || !x.pageOf(href, page):
		case page == 0 && strings.HasPrefix(cjk.Squeeze(x.shownText(id)), theRest):
			whole = append(whole, pageRef{id, page})
		default:
			p.add(href)
		}
	}
	if len(p.next) == 0 { // beside numbers, the rest is all of them at once
		for _, r := range whole {
			p.add(dom.Attr(x.tree.Nodes[r.id], "href"))
		}
	}
	if len(p.next) == 0 {
		p.elsewhere(other)
	}
}

// theRest is the text of a link to what the page leaves out.
const theRest = "余下全文"

// A pageRef is an element that leads to a page, 0 for the next.
type pageRef struct {
	id   int32
	page int
}

// elsewhere takes links of the whole page, shown or not, and what its head says
// comes next: some systems hide their pager before the article. Only a path
// that is this page's with a number counts there, or, where this page's is not
// known, one that looks like an article's and ends with the printed number.
func (p *pager) elsewhere(refs []pageRef) {
	x := p.x
	own := absolute(x.art.URL)
	if own == nil {
		return
	}
	for _, r := range refs {
		href := strings.TrimSpace(dom.Attr(x.tree.Nodes[r.id], "href"))
		u := resolveURL(x.base, href)
		if u == nil || !sameSite(u.Hostname(), own.Hostname()) || stem(u.Path) == u.Path {
			continue
		}
		switch known := own.Path != "" && own.Path != "/"; {
		case known && u.Path != own.Path && stem(u.Path) == stem(own.Path):
			p.add(href)
		case !known && r.page > 0 && isPagePath(stem(u.Path)+".") && numberBehind(u.Path, r.page):
			p.add(href)
		}
	}
}

// numberer is the function by which a system that many governments and papers
// run writes its pager: createPageHTML(pages, current, "name", "ext"). Its last
// part begins with a letter that is rare in scripts, and is found fast.
const numberer, numbererEnd = "createPageHTML(", "PageHTML("

// longestCall is the length in bytes within which a call of it ends.
const longestCall = 160

// numbered takes the pages that a script numbers in a call of literals.
func (p *pager) numbered() {
	for _, src := range p.x.scripts() {
		for len(src) > 0 {
			i := strings.Index(src, numbererEnd)
			if i < 0 {
				break
			}
			call := src[i+len(numbererEnd):]
			args, _, _ := strings.Cut(call[:min(len(call), longestCall)], ")")
			if f := strings.Split(args, ","); len(f) == 4 && strings.HasSuffix(src[:i+len(numbererEnd)], numberer) && p.number(f) {
				return
			}
			src = call
		}
	}
}

// most is how many pages an article may have.
const most = 99

func (p *pager) number(args []string) bool {
	for i := range args {
		args[i] = strings.Trim(args[i], " \t\r\n\"'")
	}
	pages, err := strconv.Atoi(args[0])
	current, err2 := strconv.Atoi(args[1])
	if err != nil || err2 != nil || pages > most || args[2] == "" || args[3] == "" {
		return false
	}
	for i := 1; i < pages; i++ {
		if i != current {
			p.add(args[2] + "_" + strconv.Itoa(i) + "." + args[3])
		}
	}
	return true
}

// pagerRange is the nodes in which a pager is looked for: the body and what
// follows it, up to the next heading or a little further.
func (x *extraction) pagerRange() (from, to int32) {
	from = x.body.node
	last := min(x.body.to+24, len(x.lines)) - 1
	if last < 0 {
		return 0, 0
	}
	return from, x.tree.End[x.lines[last].last]
}

// pageLink reads element id as a link of a pager: the page number that it
// shows, 0 for one to the next page.
func (x *extraction) pageLink(id int32) (n int, ok bool) {
	if !x.tree.Is(id, atom.A) || x.tree.End[id]-id > 8 || !x.mayBePage(id) {
		return 0, false
	}
	text := cjk.Squeeze(x.shownText(id))
	if text == "" {
		for i := id; i < x.tree.End[id] && text == ""; i++ {
			n := x.tree.Nodes[i]
			text = cjk.Squeeze(cmp.Or(dom.Attr(n, "alt"), dom.Attr(n, "title")))
		}
	}
	return pageWord(text)
}

// isPager reports whether a line is nothing but page numbers and 上一页, 下一页.
func isPager(text string) bool {
	if len(text) > 200 || !strings.Contains(text, "页") && !strings.Contains(text, "頁") && !strings.Contains(text, "余下") {
		return false
	}
	if turnsPages(text) {
		return true
	}
	rest := cjk.Key(text)
	words := 0
	for _, w := range []string{"上一页", "下一页", "首页", "尾页", "末页", "上页", "下页", "第一页", "最后一页", "上一頁", "下一頁", "余下全文", "余下全文>>"} {
		if strings.Contains(rest, w) {
			words++
			rest = strings.ReplaceAll(rest, w, "")
		}
	}
	pages := strings.Count(rest, "页") + strings.Count(rest, "頁")
	rest = strings.Trim(rest, "[]()【】<>«»‹›|.…-_共第页頁:/0123456789")
	return rest == "" && (words > 0 || pages > 1)
}

// turnsPages reports whether a line says which keys turn the page.
func turnsPages(text string) bool {
	return len(text) <= 90 && containsAny(text, "翻页", "翻頁") && containsAny(text, "键盘", "鍵盤", "方向键", "方向鍵", "左右键", "左右鍵") && !strings.Contains(text, "。")
}

// pageNumber reports whether line i is the number of this page, with a link to the
// one before or behind beside it.
func (x *extraction) pageNumber(i int) bool {
	l := &x.lines[i]
	if l.Digit != l.Runes || l.Runes > 2 || l.link > 0 {
		return false
	}
	own, err := strconv.Atoi(l.text)
	for j := max(i-1, 0); err == nil && j <= min(i+1, len(x.lines)-1); j++ {
		if beside := &x.lines[j]; beside.link == beside.Runes {
			if n, ok := pageWord(beside.text); ok && (n == 0 || n == own+1 || n == own-1) || isPager(beside.text) || own == 2 && beside.text == "1" {
				return true
			}
		}
	}
	return false
}

// shownText is the text of an element, white space at its ends apart, without a
// copy where one node holds it.
func (x *extraction) shownText(id int32) string {
	texts, last := 0, int32(0)
	for i := id + 1; i < x.tree.End[id]; i++ {
		if x.tree.Text(i) {
			texts, last = texts+1, i
		}
	}
	switch {
	case texts == 0:
		return ""
	case texts == 1 && !x.tree.Hidden(last):
		return x.tree.Nodes[last].Data
	}
	return dom.Text(x.tree.Nodes[id])
}

// mayBePage reports whether the text of a link, if it has any, begins like that
// of one to a page.
func (x *extraction) mayBePage(id int32) bool {
	for i := id + 1; i < x.tree.End[id]; i++ {
		if !x.tree.Text(i) {
			continue
		}
		for _, r := range x.tree.Nodes[i].Data {
			if !cjk.IsSpace(r) {
				return pageStarts().has(r)
			}
		}
	}
	return true
}

// pageStarts are the characters that the text of a link to a page begins with.
var pageStarts = setOf("0123456789第下后後接余点nN" + pageMarks + pageNumerals)

// pageMarks stand around page numbers.
const pageMarks = "[]()（）【】<>《》»›＞→第页頁 　"

// pageNumerals are the page numbers from 2 up in ideographs.
const pageNumerals = "二三四五六七八九十"

// pageWord reads the text of a link as a page number from 2 up, or, as 0, for
// one that says next page.
func pageWord(s string) (n int, ok bool) {
	if len(s) > 90 {
		return 0, false
	}
	if rest, found := strings.CutPrefix(s, "第"); found { // 第2页：小标题
		if number, _, found := strings.Cut(strings.ReplaceAll(rest, "頁", "页"), "页"); found {
			s = number
		}
	}
	switch s = strings.Trim(s, pageMarks); s {
	case "下一", "下", "后一", "後一", "后", "後", "次", "接下一", theRest, "点击下一", "下一页阅读", "点击进入下一":
		return 0, true
	}
	switch {
	case len(s) == len("二"):
		i := strings.Index(pageNumerals, s)
		return i/len("二") + 2, i >= 0
	case strings.EqualFold(s, "next"):
		return 0, true
	case len(s) > 2:
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, n >= 2
}
