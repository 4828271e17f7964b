package parse

import (
	"net/url"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
)

// appendLink appends the link element id, unless it is a word or says 更多.
func (x *extraction) appendLink(links []article.RelatedLink, id int32, group string) []article.RelatedLink {
	l := x.relatedLink(id)
	if l.Group = group; cjk.Measure(l.Title).Runes < 5 || l.URL == "" || strings.HasPrefix(l.Title, "更多") {
		return links
	}
	return append(links, l)
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
	if r.to-r.from < 2 {
		return x.withoutOutlet(id)
	}
	whole := cjk.Collapse(x.shownText(id))
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

// withoutOutlet returns the text of the link element id without the outlet that stands
// behind the title in an element of its own, as the title does.
func (x *extraction) withoutOutlet(id int32) string {
	whole := cjk.Collapse(x.shownText(id))
	a := x.tree.Nodes[id]
	if a.FirstChild == a.LastChild {
		return whole
	}
	title, last := "", ""
	for c := a.FirstChild; c != nil; c = c.NextSibling {
		text := cjk.Collapse(dom.Text(c))
		switch {
		case text == "":
		case c.Type != html.ElementNode || last != "":
			return whole
		case title == "":
			title = text
		default:
			last = text
		}
	}
	if last != "" && cjk.Measure(title).Runes > word && x.phr.outlet(last) {
		return title
	}
	return whole
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
