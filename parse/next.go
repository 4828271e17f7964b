package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// nextPages returns the addresses of the article's further pages: links in or
// right behind the body whose text is a page number or 下一页, and whose address
// differs from the page's own in little.
func (x *extraction) nextPages() (next []string) {
	seen := map[string]bool{x.art.URL: true}
	add := func(href string) {
		if u := x.link(href); u != "" && !seen[u] {
			seen[u] = true
			next = append(next, u)
		} else if x.base == nil && href != "" && !seen[href] && !strings.HasPrefix(href, "javascript") {
			seen[href] = true
			next = append(next, href)
		}
	}
	from, to := x.pagerRange()
	if x.layout != nil {
		for _, s := range x.layout.rules[FieldNext] {
			for id := range s.All(x.index) {
				n := x.tree.Nodes[id]
				if x.tree.Is(id, atom.A) && isPageWord(cjk.Squeeze(dom.Text(n))) {
					add(dom.Attr(n, "href"))
				}
			}
		}
		if len(next) > 0 {
			return next
		}
	}
	for id := from; id < to; id++ {
		if !x.tree.Is(id, atom.A) || x.tree.Hidden[id] {
			continue
		}
		n := x.tree.Nodes[id]
		href := strings.TrimSpace(dom.Attr(n, "href"))
		if isPageWord(cjk.Squeeze(dom.Text(n))) && x.pageOf(href) {
			add(href)
		}
	}
	return next
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

// isPageWord reports whether a link's text is a page number from 2 up, or says
// next page.
func isPageWord(s string) bool {
	s = strings.Trim(s, "[]()（）【】<>《》»›第页頁 　")
	switch s {
	case "下一", "下", "余下全文", "下一张", "后":
		return s == "下一" || s == "下" || s == "余下全文"
	}
	if s == "" || len(s) > 2 {
		return false
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
		n = n*10 + int(r-'0')
	}
	return n >= 2
}

// pageOf reports whether href leads to another page of this article: its path
// is this page's with a number more, or its query has another page number.
func (x *extraction) pageOf(href string) bool {
	if href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:") {
		return false
	}
	if x.base == nil {
		return true
	}
	u := resolveURL(x.base, href)
	own := absolute(x.art.URL)
	if u == nil || own == nil {
		return u != nil
	}
	if strings.Contains(u.Host, "comment") {
		return false
	}
	if own.Path == "" || own.Path == "/" {
		return isPagePath(u.Path) // only the host is known
	}
	if !sameSite(u.Hostname(), own.Hostname()) {
		return false
	}
	a, b := stem(own.Path), stem(u.Path)
	return a == b || strings.HasPrefix(b, a) || len(a) > 6 && strings.HasPrefix(a, b)
}

// isPagePath reports whether a path ends like a further page of an article: a
// long number, or a number behind it.
func isPagePath(p string) bool {
	p = p[strings.LastIndexByte(p, '/')+1:]
	digits := 0
	for i := range len(p) {
		if p[i] >= '0' && p[i] <= '9' {
			digits++
		}
	}
	return digits >= 6 && strings.Contains(p, ".") || strings.ContainsAny(p, "_-") && digits > 0
}

// stem cuts extension and trailing page number off a path.
func stem(p string) string {
	if i := strings.LastIndexByte(p, '.'); i > strings.LastIndexByte(p, '/') {
		p = p[:i]
	}
	trimmed := strings.TrimRight(p, "0123456789")
	if cut := strings.TrimRight(trimmed, "_-"); cut != trimmed && cut != "" {
		return cut
	}
	return p
}
