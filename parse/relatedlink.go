package parse

import (
	"net/url"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// appendLink appends the link element id, unless it is a word, says 更多 or is an
// advertisement.
func (x *extraction) appendLink(links []article.RelatedLink, id int32, group string) []article.RelatedLink {
	l := x.relatedLink(id)
	if l.Group = group; cjk.Measure(l.Title).Runes < 5 || l.URL == "" || strings.HasPrefix(l.Title, "更多") || x.advertises(id) || homePage(l.URL) {
		return links
	}
	return append(links, l)
}

// homePage reports whether an address is that of a site's first page.
func homePage(address string) bool {
	u := absolute(address)
	return u != nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
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
		return x.withoutName(id)
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

// withoutName returns the text of the link element id without the outlet or account
// that stands behind the title in an element of its own, as the title does: one that
// is known, or one where a link beside it has the same two parts.
func (x *extraction) withoutName(id int32) string {
	const longest = 12 // runes of a name
	whole := cjk.Collapse(x.shownText(id))
	first, last := twoParts(x.tree.Nodes[id])
	if last == nil {
		return whole
	}
	title, name := cjk.Collapse(dom.Text(first)), cjk.Collapse(dom.Text(last))
	t, n := cjk.Measure(title), cjk.Measure(name)
	if t.Runes <= word || !x.phr.outlet(name) && (n.Runes > min(longest, t.Runes) || n.Han == 0 || n.Clause > 0 || unwrap(name) != name || !x.partedAlike(id, shapeOf(first), shapeOf(last))) {
		return whole
	}
	return title
}

// twoParts returns the elements that the text of an element stands in, if those are
// two, else nil.
func twoParts(n *html.Node) (first, last *html.Node) {
	if n.FirstChild == n.LastChild {
		return nil, nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case cjk.Trim(dom.Text(c)) == "":
		case c.Type != html.ElementNode || last != nil:
			return nil, nil
		case first == nil:
			first = c
		default:
			last = c
		}
	}
	return first, last
}

// partedAlike reports whether the link before or behind link element id has two parts
// of the same shapes as its own are. Parts of one shape are halves of a title.
func (x *extraction) partedAlike(id int32, first, last shape) bool {
	const near = 16 // nodes
	alike := func(v int32) bool {
		a, b := twoParts(x.tree.Nodes[v])
		return b != nil && shapeOf(a) == first && shapeOf(b) == last
	}
	if first == last {
		return false
	}
	for v := x.tree.End[id]; v < min(x.tree.End[id]+near, int32(len(x.tree.Nodes))); v++ {
		if x.tree.Is(v, atom.A) && alike(v) {
			return true
		}
	}
	for v := id - 1; v >= max(id-near, 0); v-- {
		if x.tree.Is(v, atom.A) && alike(v) {
			return true
		}
	}
	return false
}

// advertises reports whether a line or one of two parts of link element id says that it
// is an advertisement. Inside a title the word may only be set off.
func (x *extraction) advertises(id int32) bool {
	r := x.region(id)
	for i := r.from; i < r.to; i++ {
		if x.phr.adverts[x.lines[i].text] {
			return true
		}
	}
	first, last := twoParts(x.tree.Nodes[id])
	return last != nil && (x.phr.adverts[cjk.Trim(dom.Text(first))] || x.phr.adverts[cjk.Trim(dom.Text(last))])
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

// printedNote returns what a bracket right behind a link says, beyond a day or a count.
func printedNote(n *html.Node) string {
	if n == nil || n.Type != html.TextNode {
		return ""
	}
	s := cjk.Trim(n.Data)
	inner := unwrap(s)
	if m := cjk.Measure(inner); inner == s || m.Runes > 20 || m.Digit > 4 || m.Digit > 0 && m.Han <= m.Digit {
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
		if rest, ok := strings.CutPrefix(s[i:], sep); i > 0 && ok {
			if strings.TrimLeft(sep, ".．") == "" && isDecimal(rest) {
				break // 1.5米
			}
			return n, cjk.Trim(rest)
		}
	}
	return 0, s
}

// isDecimal reports whether what stands behind a point is the rest of a number, and no
// year.
func isDecimal(s string) bool {
	const year = 4 // digits
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n > 0 && n < year
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
