package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// crumbMarks part the steps of a breadcrumb.
const crumbMarks = ">＞›»→⟩/／|｜-－—→⇒"

var crumbMarkSet = setOf(crumbMarks)

// section returns the breadcrumb.
func (x *extraction) section() []string {
	var steps []string
	x.each(FieldSection, func(id int32, text string) bool {
		if x.tree.Is(id, atom.A) {
			steps = append(steps, x.linkTexts(FieldSection)...)
			return len(steps) > 0
		}
		steps = x.crumbs(text)
		return len(steps) > 0
	})
	if len(steps) > 0 {
		return steps
	}
	to := x.title.line
	if to < 0 {
		to = x.firstKept()
	}
	best, bestScore := []string(nil), 0
	for i := 0; i < min(to+4, len(x.lines)); i++ {
		if i == x.title.line {
			continue
		}
		if s, score := x.crumbLine(i); score > 0 && score >= bestScore {
			best, bestScore = s, score
		}
	}
	if len(best) == 1 {
		if steps := x.crumbList(to); len(steps) > 1 && steps[0] == best[0] {
			return steps // each step in a line of its own, with its mark
		}
	}
	if best != nil {
		return best
	}
	if steps := x.crumbList(to); len(steps) > 0 {
		return steps
	}
	if v := x.categoryLink(to); v != "" {
		return []string{v}
	}
	if steps := x.sectionsAbove(); len(steps) > 0 {
		return steps
	}
	if v := x.sectionBesideTime(to); v != "" {
		return []string{v}
	}
	if v, _ := x.metas.first("columnname", "article:section", "og:category", "ld:articlesection", "lanmu", "section"); v != "" {
		return []string{v}
	}
	return nil
}

// categoryLink returns the text of the link near the title that says that it
// leads to the article's category.
func (x *extraction) categoryLink(to int) string {
	for i := max(to-3, 0); i < min(max(to, x.firstKept()), len(x.lines)); i++ {
		for _, p := range x.pieces[x.lines[i].pieces[0]:x.lines[i].pieces[1]] {
			if a := x.tree.Up(p.node, atom.A); a >= 0 && strings.Contains(dom.Attr(x.tree.Nodes[a], "rel"), "category") {
				return x.step(dom.Text(x.tree.Nodes[a]))
			}
		}
	}
	return ""
}

// sectionBesideTime returns the section that an info line near the headline names as
// a menu does.
func (x *extraction) sectionBesideTime(to int) string {
	for i, end := max(to-3, 0), min(to+4, x.firstKept()); i < end; i++ {
		if x.readings[i].kind != kindInfo {
			continue
		}
		for _, f := range x.lineFields(i) {
			if f.kind != fieldText {
				continue
			}
			for name := range strings.FieldsFuncSeq(f.value, wordGap) {
				if x.menuSection(i, name) {
					return x.step(name)
				}
			}
		}
	}
	return ""
}

// sectionsAbove returns the sections that the line right above the headline consists
// of links to, where the element around both begins with it.
func (x *extraction) sectionsAbove() []string {
	i := x.title.line - 1
	if i < 0 || x.lines[i].link < x.lines[i].Runes || x.lines[i].Runes > longestAccount {
		return nil
	}
	box := x.tree.Common(x.lines[i].first, x.lines[i+1].first)
	if box < 0 || x.region(box).from != i {
		return nil
	}
	links := x.lineLinks(i)
	for _, a := range links {
		if !x.sectionLink(a, cjk.Collapse(dom.Text(x.tree.Nodes[a]))) {
			return nil
		}
	}
	return x.linkSteps(links)
}

func (x *extraction) linkTexts(f Field) (out []string) {
	for _, s := range x.layout.rules[f] {
		for id := range s.All(x.index) {
			t := x.step(dom.Text(x.tree.Nodes[id]))
			if len(out) > 1 && t == out[0] {
				break // once more, for another screen
			}
			if t != "" {
				out = append(out, t)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// arrows part the steps of a breadcrumb and hardly anything else.
const arrows = ">＞›»→"

// crumbLine reads line i as a breadcrumb, and says how sure it is one.
func (x *extraction) crumbLine(i int) (steps []string, score int) {
	l := &x.lines[i]
	if l.Runes > 120 || l.Stop > 1 {
		return nil, 0
	}
	if !crumbMarkSet().in(l.text) {
		return x.crumbRow(i)
	}
	text, label := x.afterCrumbLabel(strings.TrimLeft(cjk.Trim(x.parted(i)), "【["))
	if i := strings.Index(text, "正文"); i > 0 && strings.ContainsAny(text[:i], arrows) {
		text = text[:i+len("正文")] // the info line may follow
	} else if l.Runes > 80 || !label && l.Digit > 6 {
		return nil, 0 // dates and telephones
	}
	arrow, home := strings.ContainsAny(text, arrows), fromHome(text)
	classed := x.calledCrumb(l.block)
	if !label && !arrow && !home && !(classed && l.link > 0) && !(l.link > 0 && strings.HasSuffix(text, "正文")) || !strings.ContainsAny(text, crumbMarks) {
		return nil, 0
	}
	steps = x.crumbs(text, x.linkNames(i)...)
	if len(steps) == 0 || len(steps) > 8 {
		return nil, 0
	}
	if plain := !label && !classed && (l.link == 0 || !arrow); plain && !x.crumbAbove(i, steps) {
		return nil, 0
	}
	for _, sign := range []struct {
		seen   bool
		weight int
	}{{true, 1}, {label, 3}, {strings.Contains(l.text, "正文"), 2}, {classed, 1}, {l.link > 0, 1}, {arrow && len(steps) > 1, 1}, {home, 1}} {
		if sign.seen {
			score += sign.weight
		}
	}
	if score < 2 {
		return nil, 0
	}
	return steps, score
}

// crumbRow reads line i as a breadcrumb whose marks a style sheet draws: links in
// a row, behind its label or in an element that is called so.
func (x *extraction) crumbRow(i int) (steps []string, score int) {
	l := &x.lines[i]
	runes := l.Runes
	if strings.HasSuffix(l.text, x.title.text) {
		runes -= cjk.RuneCount(x.title.text) // the last step is the page itself
	}
	if l.link*2 < runes || i >= x.title.line {
		return nil, 0
	}
	if _, labelled := x.afterCrumbLabel(l.text); !labelled && !x.calledCrumb(l.block) {
		return nil, 0
	}
	links := x.lineLinks(i)
	if len(links) < 2 || len(links) > 8 || x.menu(links) {
		return nil, 0
	}
	if steps = x.linkSteps(links); len(steps) == 0 {
		return nil, 0
	}
	return steps, 2
}

// menu reports whether links lead to the first pages of sites, as those of a
// portal's channels do: a breadcrumb has one or two of them.
func (x *extraction) menu(links []int32) bool {
	const most = 2
	homes := 0
	for _, a := range links {
		if u := absolute(dom.Attr(x.tree.Nodes[a], "href")); u != nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
			homes++
		}
	}
	return homes > most
}

// afterCrumbLabel returns what stands behind the label of a breadcrumb that a line
// begins with, all of the line if it begins with none.
func (x *extraction) afterCrumbLabel(s string) (rest string, labelled bool) {
	if word, kind, ok := x.phr.labels.prefix(s); ok && kind == labelBreadcrumb {
		return s[len(word):], true
	}
	return afterPosition(s)
}

// calledCrumb reports whether the class or id of an element or of one close
// around it says breadcrumb, or what it is labelled with for those who hear or
// test the page.
func (x *extraction) calledCrumb(id int32) bool {
	if x.says(id, topicCrumb, crumbDepth) {
		return true
	}
	for up := 0; id >= 0 && up < crumbDepth; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		if containsFold(dom.Attr(n, "aria-label"), "breadcrumb") || containsFold(dom.Attr(n, "data-testid"), "breadcrumb") {
			return true
		}
	}
	return false
}

// lineLinks returns the links of line i, in order.
func (x *extraction) lineLinks(i int) (links []int32) {
	for _, p := range x.pieces[x.lines[i].pieces[0]:x.lines[i].pieces[1]] {
		if a := x.tree.Up(p.node, atom.A); a >= 0 && (len(links) == 0 || links[len(links)-1] != a) {
			links = append(links, a)
		}
	}
	return links
}

// linkSteps returns the steps that links name.
func (x *extraction) linkSteps(links []int32) (steps []string) {
	for _, a := range links {
		if s := x.step(dom.Text(x.tree.Nodes[a])); s != "" {
			steps = append(steps, s)
		}
	}
	return steps
}

// afterPosition does the same for a label that is put in any words:
// 您现在所处的位置是：.
func afterPosition(s string) (rest string, ok bool) {
	i := strings.IndexAny(prefixBytes(s, longestPosition), ":：")
	if i < 0 || !strings.HasSuffix(strings.TrimRight(s[:i], "是为為 "), "位置") {
		return s, false
	}
	return s[i:], true
}

// longestPosition bounds that label in bytes.
const longestPosition = 48

// fromHome reports whether a line begins with 首页 and goes on, with other marks
// than those that part a menu.
func fromHome(s string) bool {
	for _, w := range []string{"首页", "主页", "首頁", "主頁", "网站首页"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rest = strings.TrimLeft(cjk.Trim(rest), elementBorder)
			return rest != "" && !strings.ContainsAny(rest, "|｜")
		}
	}
	return false
}

// crumbAbove reports whether line i stands close above the title and consists of
// a few short steps: what no label, class or link shows to be a breadcrumb.
func (x *extraction) crumbAbove(i int, steps []string) bool {
	if x.title.line < 0 || i >= x.title.line || x.title.line-i > 3 || len(steps) < 2 || len(steps) > 4 {
		return false
	}
	for _, s := range steps {
		if cjk.Measure(s).Runes > 8 {
			return false
		}
	}
	return true
}

// crumbList reads a breadcrumb that is a list: an element above the title, whose
// class says so, of short lines.
func (x *extraction) crumbList(to int) (steps []string) {
	for i := 0; i < min(to+1, len(x.lines)); i++ {
		if !x.says(x.lines[i].block, topicCrumb, crumbDepth) {
			continue
		}
		list := x.lines[i].block
		for p := x.tree.Parent[list]; p >= 0 && x.region(p).to <= to+1 && x.region(p).from == i; p = x.tree.Parent[p] {
			list = p
		}
		r := x.region(list)
		if r.to-r.from < 2 || r.to-r.from > 8 {
			continue
		}
		for j := r.from; j < r.to; j++ {
			s := x.step(x.lines[j].text)
			if s != "" && (x.lines[j].link > 0 || len(steps) > 0 && x.lastStep(j, r.to)) {
				steps = append(steps, s)
			}
		}
		return steps
	}
	return nil
}

// lastStep reports whether line i, which is not linked, may be the last step of a
// breadcrumb that ends before line to: only the headline may follow it.
func (x *extraction) lastStep(i, to int) bool {
	const longest = 8 // runes
	return x.lines[i].Runes <= longest && !x.chromeLine(x.lines[i].text) && (i+1 == to || i+2 == to && x.step(x.lines[i+1].text) == "")
}

// crumbs splits a breadcrumb into its steps. What follows a step without a mark, in
// an element of its own, is one only if it is among the links.
func (x *extraction) crumbs(text string, links ...string) (steps []string) {
	marks := arrows
	if !strings.ContainsAny(text, marks) {
		marks = crumbMarks + elementBorder
	}
	for marked := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		first := true
		for s := range strings.SplitSeq(marked, elementBorder) {
			s = strings.Trim(cjk.Trim(s), ":： 　[]【】")
			if s == "" || !first && (!slices.Contains(links, s) || x.chromeLine(s)) {
				continue
			}
			first = false
			if x.phr.stepOfPage(s) {
				return steps
			}
			if s = x.step(s); s != "" {
				steps = append(steps, s)
			}
		}
	}
	return steps
}

// linkNames returns the texts of the links of line i.
func (x *extraction) linkNames(i int) (names []string) {
	for _, a := range x.lineLinks(i) {
		names = append(names, cjk.Collapse(x.shownText(a)))
	}
	return names
}

// step cleans a step of a breadcrumb; it is "" for 正文 and the title itself.
func (x *extraction) step(s string) string {
	s = strings.Trim(cjk.Collapse(s), ":： 　-—[]【】>|·<")
	if s == "" || x.phr.stepOfPage(s) {
		return ""
	}
	k := cjk.Key(s)
	if k == x.titleKey || len(k) >= 18 && strings.HasPrefix(x.titleKey, strings.TrimRight(k, ".…")) {
		return ""
	}
	if m := cjk.Measure(s); m.Runes > 24 || m.Digit > 5 {
		return ""
	}
	return s
}
