package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// longestList is how many related links one heading may announce.
const longestList = 40

// relatedLinks gathers the links under headings such as 相关新闻 that stand in
// or behind the body.
func (x *extraction) relatedLinks() (links []article.RelatedLink) {
	if links = x.profileLinks(FieldRelated); len(links) > 0 {
		return tidyLinks(links)
	}
	from := max(x.title.line+1, 0)
	for i := from; i < len(x.lines); i++ {
		l := &x.lines[i]
		if l.Runes > 24 || x.keep[i] {
			continue
		}
		group, ok := x.relatedHeading(l.text)
		if !ok {
			continue
		}
		links = append(links, x.listBehind(i, group)...)
		if len(links) > 0 {
			break
		}
	}
	return tidyLinks(links)
}

func (x *extraction) relatedHeading(s string) (group string, ok bool) {
	kind, ok := x.heading(s)
	if !ok || kind != headingRelated {
		return "", false
	}
	s = strings.Trim(cjk.Squeeze(s), "：:【】[]（）()<>《》>»•·-—=*■◆▼↓丨|")
	word, _, _ := x.phr.headings.prefix(s)
	return word, true
}

// listBehind returns the links of the list that heading line i announces: those
// in the smallest element around the heading that holds any, up to the next
// heading.
func (x *extraction) listBehind(i int, group string) (links []article.RelatedLink) {
	for v := x.lines[i].block; v >= 0; v = x.tree.Parent[v] {
		if x.tree.Within(x.body.node, v) && v != x.body.node && x.bodyWorth(v) {
			return nil
		}
		links = links[:0]
		end := x.tree.End[v]
		stop := end
		for j := i + 1; j < len(x.lines) && x.lines[j].first < end; j++ {
			if _, ok := x.heading(x.lines[j].text); ok || x.keep[j] {
				stop = x.lines[j].first
				break
			}
		}
		for id := x.lines[i].last + 1; id < stop; id++ {
			if x.tree.Is(id, atom.A) && !x.tree.Hidden[id] {
				l := x.relatedLink(id)
				l.Group = group
				if cjk.Measure(l.Title).Runes >= 5 && l.URL != "" {
					links = append(links, l)
				}
			}
		}
		if len(links) > 0 || stop < end {
			break
		}
	}
	if len(links) > longestList {
		return nil
	}
	return links
}

// bodyWorth reports whether node v holds running text of the body.
func (x *extraction) bodyWorth(v int32) bool {
	r := x.region(v)
	for i := r.from; i < r.to; i++ {
		if x.keep[i] && x.lines[i].sentence() {
			return true
		}
	}
	return false
}

// relatedLink reads the link element id: its number, its title, what a bracket
// behind it says.
func (x *extraction) relatedLink(id int32) article.RelatedLink {
	n := x.tree.Nodes[id]
	title := cjk.Collapse(dom.Text(n))
	l := article.RelatedLink{URL: x.link(dom.Attr(n, "href"))}
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
