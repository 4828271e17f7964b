package parse

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// notices returns the notices that are printed with the article: those inside
// the body's element, and those right behind it that are not the site's footer.
func (x *extraction) notices() (out []string) {
	seen := map[string]bool{}
	to, listed := x.body.to, false
	for i := x.body.to; i < min(x.body.to+8, len(x.lines)); i++ {
		l, r := &x.lines[i], &x.readings[i]
		if r.kind == kindHeading && r.head == headingStop || x.inFooter(l.block) || l.imprint() {
			break
		}
		listed = listed || r.kind == kindHeading
		if r.kind == kindNotice && !toScan(l.text) && (!listed || l.Clause > 0) {
			to = i + 1
		}
	}
	for i := max(x.title.line+1, x.body.from); i < to; i++ {
		if x.readings[i].kind != kindNotice || x.keep[i] || x.lines[i].linked() || x.inFooter(x.lines[i].block) {
			continue
		}
		if i > x.textEnd && containsAny(x.lines[i].text, "Copyright", "ICP备", "All Rights Reserved") {
			continue // the imprint, in the element that holds it all
		}
		if t := x.lines[i].text; !seen[t] && !(toScan(t) && (i >= x.body.to || x.underCode(i))) {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// underCode reports whether an image stands right before line i, which asks to scan
// it: a widget.
func (x *extraction) underCode(i int) bool {
	ms := x.mediaBefore(i)
	return len(ms) > 0 && i > 0 && ms[0].node > x.lines[i-1].last
}

// imprintWords are what a line of the site's imprint holds, where no class says
// that it is a footer.
var imprintWords = []string{"社版权所有", "网版权所有", "网站版权所有", "版权所有 ", "版权所有：", "Copyright", "COPYRIGHT", "copyright", "ICP备", "All Rights Reserved"}

// imprint reports whether a line reads like the site's imprint. © alone is none,
// nor is it with a year before a sentence: authors have notices of their own.
func (l *line) imprint() bool {
	if containsAny(l.text, imprintWords...) {
		return true
	}
	return strings.Contains(l.text, "©") && l.Digit >= 4 && l.Stop == 0
}

// What the classes of footers hold, and those of the parts of an article.
var (
	footers  = partsOf("foot", "bottom")
	articles = partsOf("article", "post", "content")
)

// inFooter reports whether an element belongs to the site's footer.
func (x *extraction) inFooter(id int32) bool {
	for ; id >= 0; id = x.tree.Parent[id] {
		n := x.tree.Nodes[id]
		if n.Data == "footer" && x.tree.Up(x.tree.Parent[id], atom.Article) < 0 && len(n.Attr) == 0 {
			return true
		}
		for _, a := range n.Attr {
			if a.Key != "class" && a.Key != "id" {
				continue
			}
			if footers().in(a.Val) && !articles().in(a.Val) {
				return true
			}
		}
	}
	return false
}
