package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/dom"
)

// authorClasses are words of the class of an element that holds who wrote a text.
var authorClasses = partsOf("author", "byline", "reporter", "writer")

// classedAuthors reads the names between headline and body that an element holds
// whose class says author, and nothing else but what they are with: 张三/某社.
func (x *extraction) classedAuthors(s *shown, first int) (cs []article.Credit) {
	if hasAuthor(s.credits) {
		return nil
	}
	g := x.gapBelowTitle(s.pubLine, first)
	for i := g.from; i < g.to && len(cs) == 0; i++ {
		l := &x.lines[i]
		if l.Runes > 60 || x.inCrumbs(i) {
			continue
		}
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			if !x.calledAuthor(x.tree.Parent[p.node]) {
				continue
			}
			text, _, _ := strings.Cut(x.tree.Nodes[p.node].Data[p.lo:p.hi], "/")
			if names := strings.FieldsFunc(text, nameGap); len(names) <= mostSigned && !slices.Contains(names, s.source) {
				cs = append(cs, x.phr.authors(names, "")...)
			}
		}
	}
	return cs
}

// longestSigned is the length in bytes of the longest text of names without a label.
const longestSigned = 60

// namesBesideTime reads the names that fill an element of the info line together, of
// which one at least is certain: 张小三 李四.
func (x *extraction) namesBesideTime(s *shown) []article.Credit {
	if s.pubLine < 0 || hasAuthor(s.credits) || x.inCrumbs(s.pubLine) {
		return nil
	}
	elsewhere := func(name string) bool {
		return name == s.source || x.phr.place(name) || credits(s.credits, name) || x.sectionName(name) && !x.statedName(name, "keywords")
	}
	l := &x.lines[s.pubLine]
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if p.hi-p.lo > longestSigned || x.tree.Link(p.node) {
			continue
		}
		names := strings.FieldsFunc(x.tree.Nodes[p.node].Data[p.lo:p.hi], nameGap)
		if len(names) < 2 || len(names) > mostSigned || !slices.ContainsFunc(names, x.phr.commonName) || slices.ContainsFunc(names, elsewhere) {
			continue
		}
		if cs := x.phr.authors(names, ""); cs != nil {
			return cs
		}
	}
	return nil
}

// calledAuthor reports whether the class of an element, or of one around it that
// holds no other line, says author.
func (x *extraction) calledAuthor(id int32) bool {
	const depth = 3
	for up := 0; up < depth && id >= 0; up++ {
		if r := x.region(id); r.to-r.from > 1 {
			return false
		}
		class := dom.Attr(x.tree.Nodes[id], "class")
		if class == "auth" || class != "" && authorClasses().in(class) {
			return true
		}
		id = x.tree.Parent[id]
	}
	return false
}
