package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// A profile answers where the generic rules would guess: it says which element
// holds a field. What the element's text means is read by the same grammar.

// useProfile finds the page's profile and the layout that fits.
func (x *extraction) useProfile() {
	ps := x.opt.profiles()
	pr := ps.find([]string{x.opt.URL, x.metas.canonical, x.metas.value("og:url"), x.metas.base}, x.tree)
	if pr == nil {
		return
	}
	x.index = dom.NewIndex(x.tree, &pr.keys)
	l, body, rule := pr.layout(x.index)
	if l == nil {
		x.res.problem(CodeProfileMiss, FieldBody, pr.name)
		return
	}
	x.res.Profile = pr.name
	x.profile, x.layout = pr, l
	x.bodyNode = body
	x.hideInline()
	x.res.evidence(FieldBody, x.rule(FieldBody, rule), "")
}

// profileBody takes the element that the profile names for the body, unless the
// generic rules find more than twice its running text: the selector then finds
// another element than it was written for.
func (x *extraction) profileBody() {
	g := x.region(x.bodyNode)
	switch {
	case g.empty():
	case 2*x.prose(g) < x.prose(x.body):
		x.forgetProfile()
	default:
		x.body = g
	}
}

// prose counts the ideographs of the running text in a region.
func (x *extraction) prose(r region) (n int) {
	for i := r.from; i < r.to; i++ {
		if l := &x.lines[i]; l.sentence() && !l.linked() {
			n += l.Han
		}
	}
	return n
}

// forgetProfile goes on as if no layout had fitted.
func (x *extraction) forgetProfile() {
	x.res.problem(CodeProfileMiss, FieldBody, x.profile.name)
	x.res.Profile = ""
	x.res.Provenance = slices.DeleteFunc(x.res.Provenance, func(e Evidence) bool { return strings.HasPrefix(e.Rule, profileRule) })
	x.profile, x.layout, x.bodyNode = nil, nil, -1
	x.title = x.findTitle()
}

// profileRule begins the rules of a profile's evidence.
const profileRule = "profile:"

// hideInline takes the inline elements that the profile drops out of the lines
// they stand in. Dropped blocks keep their lines: those still tell of credits.
func (x *extraction) hideInline() {
	for _, s := range x.layout.drop {
		for id := range s.All(x.index) {
			if x.tree.Block(id) {
				continue
			}
			x.tree.Hide(id)
		}
	}
}

// rule names a selector of the profile for the evidence.
func (x *extraction) rule(f Field, i int) string {
	layout := x.layout.name
	if layout != "" {
		layout = "/" + layout
	}
	return profileRule + x.profile.name + layout + ":" + string(f) + "[" + strconv.Itoa(i) + "]"
}

// each calls use with the number and text of every node that the selectors of
// field f find, selector by selector, until it returns true.
func (x *extraction) each(f Field, use func(id int32, text string) bool) {
	if x.layout == nil {
		return
	}
	for i, s := range x.layout.rules[f] {
		for id := range s.All(x.index) {
			text := x.nodeText(id, s.Attr)
			if text != "" && use(id, text) {
				x.res.evidence(f, x.rule(f, i), text)
				return
			}
		}
	}
}

// eachNear is [extraction.each] for the elements that are shown with the article, or
// not at all: the same mark-up may stand in the page's head and in lists.
func (x *extraction) eachNear(f Field, use func(id int32, text string) bool) {
	const above, below = 12, 24 // lines
	from := x.body.from
	if t := x.title.line; t >= 0 {
		from = min(from, t)
	}
	x.each(f, func(id int32, text string) bool {
		i := x.lineWith(id)
		return (i < 0 || i >= from-above && i < x.bodyEnd+below) && use(id, text)
	})
}

// lineWith returns the line that an element begins or stands in, -1 if none shows it.
func (x *extraction) lineWith(id int32) int {
	switch r := x.region(id); {
	case !r.empty():
		return r.from
	case r.from > 0 && x.lines[r.from-1].last >= id:
		return r.from - 1
	}
	return -1
}

// nodeText returns the text of a node with its element borders, or that of an
// attribute.
func (x *extraction) nodeText(id int32, attr string) string {
	n := x.tree.Nodes[id]
	if attr != "" {
		return cjk.Collapse(dom.Attr(n, attr))
	}
	return cjk.Trim(dom.PartedText(n, elementBorder))
}

// lineOf returns the first line at or below node id, or -1.
func (x *extraction) lineOf(id int32) int {
	if r := x.region(id); !r.empty() {
		return r.from
	}
	return -1
}

// profileTitle takes the headline from the profile's element.
func (x *extraction) profileTitle() {
	x.each(FieldTitle, func(id int32, text string) bool {
		text = cjk.Collapse(text)
		if cjk.Measure(text).Runes < 2 {
			return false
		}
		x.title = headline{text: text, line: x.lineOf(id), sure: 1, rule: "profile"}
		return true
	})
}

// profileFields puts what the profile's elements say before what the generic
// rules saw.
func (x *extraction) profileFields(s *shown) {
	x.eachNear(FieldPublished, func(_ int32, text string) bool {
		for _, f := range x.fields(text) {
			if f.time.Raw != "" && !f.time.bad && !(f.kind == fieldLabel && f.label == labelModified) {
				s.published, s.havePub = f.time, true
				return true
			}
		}
		return false
	})
	x.eachNear(FieldModified, func(_ int32, text string) bool {
		t, ok := x.clock.first(text)
		if ok {
			s.modified, s.haveMod = t, true
		}
		return ok
	})
	x.eachNear(FieldSource, func(id int32, text string) bool {
		name := x.sourceIn(text)
		if name != "" {
			s.source, s.sourceRule = name, "profile"
			s.sourceURL = x.linkOf(id)
		}
		return name != ""
	})
	var above, below []article.Credit
	x.eachNear(FieldCredits, func(id int32, text string) bool {
		credits := x.elementCredits(text)
		if len(credits) == 0 {
			credits = x.bareByline(cjk.Collapse(strings.ReplaceAll(text, elementBorder, "")))
		}
		if len(credits) == 0 {
			credits = x.bareAuthors(text)
		}
		if id < x.body.node {
			above = append(above, credits...)
		} else {
			below = append(below, credits...)
		}
		return false
	})
	s.credits = append(append(above, s.credits...), below...)
	x.each(FieldSummary, func(_ int32, text string) bool {
		s.summary = x.phr.afterLabel(strings.TrimLeft(cjk.Collapse(text), "【[〔"))
		return true
	})
	x.each(FieldKeywords, func(_ int32, text string) bool {
		s.keywords = splitWords(x.phr.afterLabel(text))
		return len(s.keywords) > 0
	})
}

// profileDecks takes kicker and subtitle, and their lines out of the body.
func (x *extraction) profileDecks() {
	x.each(FieldKicker, func(id int32, text string) bool {
		x.art.Kicker = x.deckText(id, text)
		return true
	})
	x.each(FieldSubtitle, func(id int32, text string) bool {
		x.art.Subtitle = x.deckText(id, text)
		return true
	})
}

func (x *extraction) deckText(id int32, text string) string {
	r := x.region(id)
	for i := r.from; i < r.to; i++ {
		x.keep[i] = false
	}
	return cjk.Collapse(strings.ReplaceAll(text, elementBorder, ""))
}

// elementCredits returns all credits in an element that is known to hold them.
func (x *extraction) elementCredits(text string) (credits []article.Credit) {
	for _, f := range x.scan(text) {
		credits = append(credits, f.credits...)
	}
	return credits
}

// bareAuthors reads an element that is known to hold credits, and consists of
// names alone.
func (x *extraction) bareAuthors(text string) (credits []article.Credit) {
	if text = unwrap(cjk.Collapse(text)); cjk.Measure(text).Runes > 30 {
		return nil
	}
	r := reader{phr: x.phr, clock: x.clock, s: text}
	names, _, end := r.names(0, anyName)
	if end < len(text) {
		return nil
	}
	for _, n := range names {
		credits = append(credits, article.Credit{Role: article.RoleAuthor, Name: n})
	}
	return credits
}

// sourceIn reads the source out of an element's text: behind its label, else
// all of it that is neither time nor byline.
func (x *extraction) sourceIn(text string) string {
	rest := ""
	for _, f := range x.fields(text) {
		if f.kind == fieldLabel && f.label == labelSource {
			return x.phr.tidySource(f.value)
		}
		if f.kind == fieldText && rest == "" {
			rest = f.value
		}
	}
	rest = strings.Trim(rest, "【[〔（( "+elementBorder)
	if i := strings.IndexAny(rest, "／╱∕/"+elementBorder); i > 0 {
		rest = rest[:i] // 某报／某人
	}
	return x.phr.tidySource(cjk.Collapse(rest))
}

// linkOf returns the address of the link that node id is, holds or lies in.
func (x *extraction) linkOf(id int32) string {
	for i := id; i < x.tree.End[id]; i++ {
		if x.tree.Is(i, atom.A) {
			return x.link(dom.Attr(x.tree.Nodes[i], "href"))
		}
	}
	if a := x.tree.Up(id, atom.A); a >= 0 {
		return x.link(dom.Attr(x.tree.Nodes[a], "href"))
	}
	return ""
}

// profileStop reports whether the profile ends the body at a line that begins
// like this one.
func (x *extraction) profileStop(text string) bool {
	if x.layout == nil {
		return false
	}
	for _, s := range x.layout.stop {
		if strings.HasPrefix(text, s) {
			return true
		}
	}
	return false
}

// profileDrop marks the elements that the profile takes out of the body.
func (x *extraction) profileDrop() {
	if x.layout == nil {
		return
	}
	for _, s := range x.layout.drop {
		for id := range s.All(x.index) {
			if x.tree.Within(x.body.node, id) {
				continue
			}
			for i := id; i < x.tree.End[id]; i++ {
				x.hints[i] = hintAside
			}
			for r, i := x.region(id), 0; i < r.to-r.from; i++ {
				x.dropped[r.from+i] = true
			}
		}
	}
}

// groupOf returns the heading of related links that stands in node id, or on one
// of the three lines before it.
func (x *extraction) groupOf(id int32) string {
	r := x.region(id)
	for i := min(r.from, len(x.lines)-1); i >= max(r.from-3, 0); i-- {
		if group, ok := x.relatedHeading(x.lines[i].text); ok {
			return group
		}
	}
	return ""
}

// profileLinks returns the links that the selectors of field f find.
func (x *extraction) profileLinks(f Field) (links []article.RelatedLink) {
	if x.layout == nil {
		return nil
	}
	for i, s := range x.layout.rules[f] {
		group := ""
		for id := range s.All(x.index) {
			if g := x.groupOf(id); g != "" {
				group = g // it holds for the links that follow as well
			}
			for v := id; v < x.tree.End[id]; v++ {
				if x.tree.Is(v, atom.A) {
					links = x.appendLink(links, v, group)
				}
			}
		}
		if len(links) > 0 {
			x.res.evidence(f, x.rule(f, i), "")
			return links
		}
	}
	return nil
}
