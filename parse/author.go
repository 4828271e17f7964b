package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// An author's name may stand without a label: beside the time, in a bracket
// behind the headline, or on a line of its own at either end of the text. There
// it must be a common surname with two characters behind it, for sections and
// places look like rarer names (国内, 安徽), or the page must state it elsewhere.

// authorMetas are the metas in which a page states its author.
var authorMetas = []string{"author", "article:author", "og:article:author", "ld:author", "dable:author", "docauthor"}

// bareAuthor takes the name that stands in the head without a label. A name that
// the page credits already is none.
func (x *extraction) bareAuthor(s *shown, first int) {
	c, ok := x.labelAbove(s, first)
	if ok {
		s.credits = append([]article.Credit{c}, s.credits...)
		x.res.evidence(FieldCredits, "below:"+c.Label, c.Name)
		return
	}
	if cs := x.classedAuthors(s, first); len(cs) > 0 {
		s.credits = append(cs, s.credits...)
		x.res.evidence(FieldCredits, "class", cs[0].Name)
		return
	}
	if cs := x.namesBesideTime(s); cs != nil {
		s.credits = append(cs, s.credits...)
		x.res.evidence(FieldCredits, "bare", cs[0].Name)
		return
	}
	c, ok = x.besideTime(s)
	if !ok {
		c, ok = x.namedInGap(s, first)
	}
	g := x.gapBelowTitle(s.pubLine, first)
	for i := g.from; i < g.to && !ok && !hasAuthor(s.credits); i++ {
		_, c.Name = x.outletAndName(i)
		ok = c.Name != ""
	}
	if !ok && !hasAuthor(s.credits) {
		c.Name = x.titleBracket()
		ok = c.Name != ""
	}
	if !ok && !hasAuthor(s.credits) {
		c.Name = x.metas.value("person:author")
		ok = x.statedPerson(c.Name) && cjk.Measure(c.Name).Runes <= longestAccount && c.Name != s.source
	}
	if !ok || credits(s.credits, c.Name) && !x.statedName(c.Name, authorMetas...) {
		return
	}
	c.Role = article.RoleAuthor
	s.credits = append([]article.Credit{c}, s.credits...)
	x.res.evidence(FieldCredits, "bare", c.Name)
}

// mostSigned is how many names may sign a text together without a label.
const mostSigned = 4

// authors credits the persons that names are, all of them or none.
func (p *phrases) authors(names []string, org string) (cs []article.Credit) {
	for _, n := range names {
		if !p.personal(n) || !p.mayBeName(n) {
			return nil
		}
		cs = append(cs, article.Credit{Role: article.RoleAuthor, Name: n, Org: org})
	}
	return cs
}

// labelAbove reads a name in the head that stands alone below its label: 作者，
// and on the next line 欧文.
func (x *extraction) labelAbove(s *shown, first int) (c article.Credit, ok bool) {
	if hasAuthor(s.credits) {
		return c, false
	}
	for i := max(x.title.line+1, 0); i+1 < min(first, x.title.line+10); i++ {
		text := x.lines[i].text
		if len(text) > 30 {
			continue
		}
		label := strings.TrimRight(text, "，,：: ")
		role, known := x.phr.roles.exact(label)
		if !known || len(label) == len(text) || !isAuthor(role.roles[0]) {
			continue
		}
		next := &x.lines[i+1]
		if next.Han >= 2 && next.Runes <= 14 && next.Clause+next.Stop+next.Digit == 0 && x.readings[i+1].kind == kindText && !x.phr.desk(next.text) {
			return article.Credit{Role: role.roles[0], Label: label, Name: next.text}, true
		}
	}
	return c, false
}

// besideTime reads a name in the info line: in a bracket, or behind the outlet
// and a slash.
func (x *extraction) besideTime(s *shown) (c article.Credit, ok bool) {
	if s.pubLine < 0 || hasAuthor(s.credits) {
		return c, false
	}
	for _, f := range x.lineFields(s.pubLine) {
		if f.kind != fieldText {
			continue
		}
		v := cjk.Collapse(strings.ReplaceAll(f.value, elementBorder, " "))
		i := strings.IndexAny(v, "／/∕╱[［")
		if i < 0 {
			continue
		}
		_, w := utf8.DecodeRuneInString(v[i:])
		name, _, _ := strings.Cut(strings.ReplaceAll(v[i+w:], "］", "]"), "]")
		if name = cjk.Trim(name); !x.phr.personal(name) {
			continue
		}
		if org := cjk.Trim(v[:i]); x.phr.outlet(org) {
			c.Org = org
		}
		c.Name = name
		return c, true
	}
	return c, false
}

// namedInGap looks for a text between headline and body that is a person's name
// and nothing else.
func (x *extraction) namedInGap(s *shown, first int) (c article.Credit, ok bool) {
	g := x.gapBelowTitle(s.pubLine, first)
	authored := hasAuthor(s.credits)
	for i := g.from; i < g.to; i++ {
		l := &x.lines[i]
		if l.Runes > 60 || g.pub >= 0 && i != g.pub && l.Runes > 8 || x.inCrumbs(i) {
			continue
		}
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			name := cjk.Trim(x.tree.Nodes[p.node].Data[p.lo:p.hi])
			if !x.phr.mayBeName(name) || name == s.source || x.sectionName(name) && !x.statedName(name, "keywords") || credits(creditsOf(x.readings[i].fields), name) {
				continue
			}
			beside := i == g.pub && !x.tree.Link(p.node)
			if x.statedName(name, authorMetas...) || !authored && x.certainName(name, beside) {
				return article.Credit{Name: name}, true
			}
		}
	}
	if g.pub < 0 || authored {
		return c, false
	}
	for _, f := range x.lineFields(g.pub) {
		for _, w := range strings.FieldsFunc(f.value, wordGap) {
			if f.kind == fieldText && x.phr.commonName(w) && !x.sectionName(w) {
				return article.Credit{Name: w}, true
			}
		}
	}
	if s.source != "" {
		if name := x.endName(g.pub); name != "" {
			return article.Credit{Name: name}, true
		}
	}
	return c, false
}

// endName returns the word that an info line with an outlet and a time begins or
// ends in, if it is a common surname and a character.
func (x *extraction) endName(i int) string {
	words := strings.FieldsFunc(x.lines[i].text, wordGap)
	if len(words) < 2 {
		return ""
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		r := []rune(w)
		if len(r) == 2 && x.phr.surnames[string(r[:1])] && x.phr.personal(w) && x.phr.mayBeName(w) && !x.sectionName(w) {
			return w
		}
	}
	return ""
}

// certainName reports whether a text without a label is a person's name: a common
// surname with two characters behind it, or a rarer one where the text stands
// where names do (beside the time, last of all) or is one of the page's keywords.
func (x *extraction) certainName(name string, placed bool) bool {
	return x.phr.commonName(name) || utf8.RuneCountInString(name) == 3 && x.phr.personal(name) && x.phr.mayBeName(name) && (placed || x.statedName(name, "keywords"))
}

// commonName reports whether s is a common surname with two characters behind
// it.
func (p *phrases) commonName(s string) bool {
	r := []rune(s)
	return len(r) == 3 && p.personal(s) && p.surnames[string(r[:1])] && p.mayBeName(s)
}

// placeEnds are the last characters of places that begin like a surname: 江苏省,
// 石家庄, 秦皇岛.
const placeEnds = "省市县縣区區镇鎮乡鄉村州岛島港口庄莊"

// mayBeName reports whether s is as long as a name and names no outlet or desk.
func (p *phrases) mayBeName(s string) bool {
	m := cjk.Measure(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return m.Han == m.Runes && m.Han >= 2 && m.Han <= 4 && !strings.ContainsRune(placeEnds, last) && !p.noNames[s] && !p.chrome.has(s) && !p.desk(s)
}

// statedName reports whether one of the metas holds the name, alone or in a list.
func (x *extraction) statedName(name string, keys ...string) bool {
	for _, k := range keys {
		for v := range x.metas.all(k) {
			for _, w := range splitWords(prefixBytes(v, longestScan)) {
				if w == name {
					return true
				}
			}
		}
	}
	return false
}

// titleBracket returns the name in the bracket that ends the headline.
func (x *extraction) titleBracket() string {
	t := x.title.text
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(t, b[0]); i > 0 && strings.HasSuffix(t, b[1]) {
			if name := t[i+len(b[0]) : len(t)-len(b[1])]; x.phr.commonName(name) {
				return name
			}
		}
	}
	return ""
}

// loneNames takes a name that stands as a paragraph of its own before the first
// sentence of the body or behind the last one, and takes it out of the body.
func (x *extraction) loneNames(s *shown) {
	first, last := -1, -1
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] {
			if first < 0 {
				first = i
			}
			if x.lines[i].sentence() || !x.follows(i) {
				last = i // and no caption behind the text
			}
		}
	}
	if first < 0 || last-first < 2 {
		return
	}
	for _, at := range []struct{ name, text int }{{first, first + 1}, {last, last - 1}} {
		l := &x.lines[at.name]
		if at.name == first && l.strong == l.Runes && !x.statedName(cjk.Squeeze(l.text), authorMetas...) {
			continue // a heading: who the text is about
		}
		name := cjk.Squeeze(l.text)
		inner := unwrap(name) // （林青） under the text
		signed := inner != name && at.name == last && (x.phr.personal(inner) && x.phr.mayBeName(inner) || isPadded(unwrap(cjk.Trim(l.text))) && !x.phr.noNames[inner])
		if !x.keep[at.text] || !signed && (x.lines[at.text].Stop == 0 || !x.lines[at.text].sentence()) || x.follows(at.name) {
			continue
		}
		if cs := x.phr.bulleted(l.text); cs != nil {
			x.keep[at.name] = false
			s.lone = append(s.lone, cs...)
			continue
		}
		if cs := x.phr.signedBy(l.text); cs != nil && at.name == last {
			x.keep[last] = false
			x.readings[last] = reading{kind: kindCredits, fields: []field{{kind: fieldCredits, credits: cs, hi: len(l.text)}}}
			x.named += len(cs)
			continue
		}
		if name = inner; signed || x.certainName(name, at.name == last && l.link == 0) || x.statedName(name, authorMetas...) && x.phr.mayBeName(name) {
			x.keep[at.name] = false
			s.lone = append(s.lone, article.Credit{Role: article.RoleAuthor, Name: name})
			x.res.evidence(FieldCredits, "alone", name)
		}
	}
}

// isPadded reports whether s is two ideographs apart, as names of two are printed.
func isPadded(s string) bool {
	m := cjk.Measure(s)
	return m.Han == 2 && m.Runes == 2 && len(strings.FieldsFunc(s, cjk.IsSpace)) == 2
}

// bylineBullets stand before the names of a byline in printed papers.
const bylineBullets = "□■◎○●◆◇▲△"

// bulleted reads a line of a bullet and names: ■张三 李四.
func (p *phrases) bulleted(s string) (cs []article.Credit) {
	rest := strings.TrimLeft(s, bylineBullets)
	if len(rest) == len(s) {
		return nil
	}
	names := strings.FieldsFunc(rest, nameGap)
	if len(names) == 0 || len(names) > mostSigned || !p.allPersonal(names) {
		return nil
	}
	for _, n := range names {
		cs = append(cs, article.Credit{Role: article.RoleAuthor, Name: n})
	}
	return cs
}

// signedBy reads a bracket of names, with the unit before them that they write
// for: （宣传科 张三）, （张三、李四）.
func (p *phrases) signedBy(s string) []article.Credit {
	inner := unwrap(s)
	names := strings.FieldsFunc(inner, nameGap)
	if len(inner) == len(s) || len(names) < 2 || len(names) > mostSigned {
		return nil
	}
	if p.unit(names[0]) {
		return p.authors(names[1:], names[0])
	}
	return p.authors(names, "")
}

// unit reports whether s names an outlet, an office, or a part of one as small as
// its own people call it.
func (p *phrases) unit(s string) bool {
	m := cjk.Measure(s)
	return m.Han == m.Runes && (p.desk(s) || hasAnySuffix(s, []string{"科", "系", "处", "處"}))
}

// hasAuthor reports whether someone is credited with the text.
func hasAuthor(cs []article.Credit) bool {
	return slices.ContainsFunc(cs, func(c article.Credit) bool { return isAuthor(c.Role) })
}

// isAuthor reports whether those in a role have written the text.
func isAuthor(role article.Role) bool {
	switch role {
	case article.RoleAuthor, article.RoleReporter, article.RoleCorrespondent, article.RoleTranslator, article.RoleIntern:
		return true
	}
	return false
}

func credits(cs []article.Credit, name string) bool {
	for _, c := range cs {
		if c.Name == name {
			return true
		}
	}
	return false
}

// creditsOf returns the credits of fields.
func creditsOf(fs []field) (cs []article.Credit) {
	for _, f := range fs {
		cs = append(cs, f.credits...)
	}
	return cs
}
