package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// The source is behind its label, or else what stands beside the time and is
// known for an outlet: by its element, by a link, by how its name ends.

// bareSource looks for an outlet that the page names without a label. What
// stands beside the time comes first, what it does not show last.
func (x *extraction) bareSource(s *shown, first int) {
	g := x.gapBelowTitle(s.pubLine, first)
	if s.sourceRule == "label:来自" {
		if name := x.accountName(g); name != "" {
			s.source, s.sourceRule, s.sourceURL = name, "account", x.linkNear(g, name) // that is the client that it was written with
		}
	}
	if s.source != "" {
		return
	}
	for _, f := range bareSources {
		name := f.find(x, g)
		if account := x.phr.officialAccount(name); account != "" {
			name = account
		}
		if name != "" && !x.bylineIn(g, name) && (x.phr.outlet(name) || !x.creditedIn(g, name)) {
			s.source, s.sourceRule, s.sourceURL = name, f.rule, x.linkNear(g, name)
			return
		}
	}
}

// bareSources are the ways to find an outlet without a label, the surer ones
// first.
var bareSources = [...]struct {
	rule string
	find func(*extraction, infoGap) string
}{
	{"class", (*extraction).classedSource},
	{"account", (*extraction).accountName},
	{"line", (*extraction).outletBeside},
	{"stated", (*extraction).statedSource},
	{"link", (*extraction).linkedSource},
	{"beside", (*extraction).nameBeforeTime},
	{"bracket", (*extraction).bracketSource},
	{"hidden", (*extraction).hiddenSource},
}

// creditedIn reports whether the lines between headline and text credit a name
// behind its label: that is no outlet's.
func (x *extraction) creditedIn(g infoGap, name string) bool {
	for i := max(g.from, 0); i < g.to; i++ {
		if x.readings[i].kind != kindText && credits(creditsOf(x.lineFields(i)), cjk.Squeeze(name)) {
			return true
		}
	}
	return false
}

// bylineIn reports whether a name is a byline: a role and a person, 本报记者 张三 江岸
// 报道, or the place that stands behind a credited person, 江岸报道.
func (x *extraction) bylineIn(g infoGap, name string) bool {
	titled := func(c article.Credit) bool { return c.Label != "" && c.Name != "" }
	if slices.ContainsFunc(creditsOf(x.scan(name)), titled) {
		return true
	}
	if !hasAnySuffix(name, []string{"报道", "報導", "報道"}) {
		return false
	}
	for i := max(g.from, 0); i < g.to; i++ {
		before, _, ok := strings.Cut(x.lines[i].text, name)
		if before = strings.TrimRight(before, "/／ 　"); !ok || before == "" || x.readings[i].kind == kindText {
			continue
		}
		for _, c := range creditsOf(x.lineFields(i)) {
			if titled(c) && strings.HasSuffix(before, c.Name) {
				return true
			}
		}
	}
	return false
}

// linkNear returns the address that a name between headline and text links to.
func (x *extraction) linkNear(g infoGap, name string) string {
	for i := g.from; i < g.to; i++ {
		if url := x.linkIn(i, name); url != "" {
			return url
		}
	}
	return ""
}

// infoGap is where a page prints the outlet without a label: the lines
// [from, to) between the headline and the text, near the time if one is shown.
type infoGap struct {
	from, to int
	pub      int // the line of the time, -1 if none is shown
	first    int // the first line of the text
}

func (x *extraction) gapBelowTitle(pub, first int) infoGap {
	g := infoGap{from: x.title.line + 1, to: min(first, x.title.line+8), pub: pub, first: first}
	if pub >= 0 {
		g.from, g.to = max(pub-3, g.from, 0), min(pub+4, first)
	}
	return g
}

// outletWords returns the words of a text, those that a dot joins as one where an
// outlet begins it: 某新闻·民生频道.
func (x *extraction) outletWords(text string) (words []string) {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r != '·' && wordGap(r) }) {
		if head, _, ok := strings.Cut(w, "·"); ok && !x.phr.bareOutlet(head) {
			words = append(words, strings.FieldsFunc(w, wordGap)...)
		} else {
			words = append(words, w)
		}
	}
	return words
}

// outletBeside looks for an outlet, known by how its name ends, beside the time
// or on a line of its own next to it.
func (x *extraction) outletBeside(g infoGap) string {
	if g.pub < 0 {
		return ""
	}
	own := ""
	for _, f := range x.lineFields(g.pub) {
		if f.kind != fieldText {
			continue
		}
		for _, w := range x.outletWords(f.value) {
			if name := x.phr.tidySource(w); x.phr.bareOutlet(name) && !x.topicPiece(g.pub, name) && !x.menuSection(g.pub, name) {
				if own == "" && x.ownName(name) {
					own = printed(name) // whose page it is; another outlet beside it is the source
					continue
				}
				if own == "" || hasAnySuffix(name, pressEnds) {
					return printed(name)
				}
			}
			if name := x.phr.officialAccount(w); name != "" {
				return name
			}
		}
	}
	if own != "" {
		return own
	}
	for i := g.from; i < g.to; i++ {
		if k := x.readings[i].kind; i == g.pub || x.lines[i].Runes > 40 || k != kindText && k != kindCredits || x.inCrumbs(i) {
			continue
		}
		if name := x.outletLine(i); name != "" && !(x.lines[i].linked() && x.ownName(name)) {
			return name
		}
	}
	return ""
}

// printed returns the paper of an edition for screens: 某报 of 某报数字报.
func printed(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "数字报"), "电子报")
}

// outletLine returns the outlet that line i consists of, or that stands before
// the names of a byline.
func (x *extraction) outletLine(i int) string {
	l := &x.lines[i]
	if name, _, ok := strings.Cut(unwrap(l.text), "／"); ok && l.Runes <= 24 {
		if name = x.phr.tidySource(name); x.phr.outlet(name) {
			return name
		}
	}
	if name := x.phr.officialAccount(l.text); name != "" {
		return name
	}
	if name, _ := x.outletAndName(i); name != "" {
		return name
	}
	for _, f := range x.lineFields(i) {
		name := x.phr.tidySource(strings.Trim(f.value, outletGaps))
		if f.kind == fieldText && (l.Runes <= 14 || x.readings[i].kind == kindCredits) && x.phr.bareOutlet(name) {
			return name
		}
	}
	return ""
}

// outletAndName returns the outlet and the person that line i consists of: 某报 张三.
func (x *extraction) outletAndName(i int) (outlet, name string) {
	if x.lines[i].Runes > 20 {
		return "", ""
	}
	words := strings.FieldsFunc(x.parted(i), wordGap)
	if len(words) != 2 || !x.phr.bareOutlet(words[0]) || !x.phr.personal(words[1]) || !x.phr.mayBeName(words[1]) {
		return "", ""
	}
	return words[0], words[1]
}

// officialAccount returns the outlet that s names as one's official account:
// 发布于某报官方账号.
func (p *phrases) officialAccount(s string) string {
	if len(s) > 4*longestAccount {
		return ""
	}
	for _, end := range []string{"官方账号", "官方帐号", "官方帳號"} {
		if name, ok := strings.CutSuffix(s, end); ok && name != "" {
			return strings.TrimSuffix(strings.TrimPrefix(p.tidySource(strings.TrimPrefix(cjk.Trim(name), "发布于")), "《"), "》")
		}
	}
	return ""
}

// inCrumbs reports whether line i is a step of a breadcrumb: a mark that parts
// steps stands in it, or alone on the next line or the one before.
func (x *extraction) inCrumbs(i int) bool {
	for k := max(i-1, 0); k <= min(i+1, len(x.lines)-1); k++ {
		if t := x.lines[k].text; k == i && strings.ContainsAny(t, ">＞»›") || k != i && t != "" && strings.Trim(t, ">＞»›/ ") == "" {
			return true
		}
	}
	return false
}

// outletGaps part an outlet from what stands beside it.
const outletGaps = " 　·•-－|｜丨／/╱∕【】[]（）()" + elementBorder

// outlet reports whether a bare name is an outlet's.
func (p *phrases) outlet(s string) bool {
	if p.press[s] {
		return true
	}
	if strings.HasPrefix(s, "—") {
		return false // a subtitle
	}
	if !p.outlets.end(s) || p.series.end(s) {
		return false
	}
	n := cjk.Measure(s)
	return n.Han >= 2 && n.Runes <= 16 && n.Clause == 0 && !p.chrome.has(s)
}

// bareOutlet is outlet for a name that no label calls the source: it may be a
// rubric as well.
func (p *phrases) bareOutlet(s string) bool { return p.outlet(s) && !p.rubric(s) }

// rubric reports whether s is what a section of any portal is called: 国际新闻,
// 法语新闻.
func (p *phrases) rubric(s string) bool {
	for _, news := range []string{"新闻", "新聞"} {
		if of, ok := strings.CutSuffix(s, news); ok {
			return p.rubrics[of] || hasAnySuffix(of, []string{"语", "語"})
		}
	}
	return false
}

func (x *extraction) takeSource(s *shown, f field, i int) {
	name := x.phr.tidySource(f.value)
	if name == "" {
		name = x.linkBehind(i, f)
	}
	x.addSource(s, f, name, x.linkIn(i, name))
}

// linkIn returns the address that the text name of line i links to.
func (x *extraction) linkIn(i int, name string) string {
	l := &x.lines[i]
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if a := x.tree.Up(p.node, atom.A); a >= 0 && name != "" && x.phr.tidySource(cjk.Collapse(dom.Text(x.tree.Nodes[a]))) == name {
			return x.link(dom.Attr(x.tree.Nodes[a], "href"))
		}
	}
	return ""
}

func (x *extraction) addSource(s *shown, f field, name, url string) {
	if name == "" {
		return
	}
	if s.source == "" {
		s.source, s.sourceRule = name, "label:"+f.printed
		s.sourceURL = url
	} else if cjk.Key(name) != cjk.Key(s.source) && s.otherSource == "" {
		s.otherSource = name
	}
}

// linkBehind returns "": a source whose name stands on the next line is found
// there.
func (x *extraction) linkBehind(i int, f field) string {
	if f.hi < len(x.lines[i].text) || i+1 >= len(x.lines) {
		return ""
	}
	next := &x.lines[i+1]
	if next.Runes > 16 || next.Clause > 0 || x.readings[i+1].kind != kindText || x.keep[i+1] {
		return ""
	}
	return x.phr.tidySource(next.text)
}

// tidySource cleans the value of a source label: brackets around it, an
// editor's note behind it, a placeholder.
func (p *phrases) tidySource(s string) string {
	s = strings.TrimFunc(s, isSourceMark)
	for _, verb := range []string{"摘自", "转自", "转载自", "轉載自"} {
		s = strings.TrimPrefix(s, verb)
	}
	if strings.Contains(s, "://") || strings.Contains(s, "@") {
		return ""
	}
	s = withoutInitials(withoutAccountID(p.withoutRemark(s)))
	if strings.HasPrefix(s, "“") && strings.HasSuffix(s, "”") {
		s = s[len("“") : len(s)-len("”")]
	}
	if n := utf8.RuneCountInString(s); n > 40 || n < 2 {
		return ""
	}
	if s = unwrap(s); strings.HasSuffix(s, "）") && !strings.Contains(s, "（") || strings.HasSuffix(s, ")") && !strings.Contains(s, "(") {
		s = strings.TrimRight(s, "）)")
	}
	if p.noNames[s] {
		return ""
	}
	return s
}

// isSourceMark reports whether r stands around the value of a source label and
// is no part of it.
func isSourceMark(r rune) bool { return cjk.IsSpace(r) || sourceMarks().holds(r) }

var sourceMarks = setOf(":：-—|,，。;；[]【】◎●■·•©")

// withoutRemark cuts off an outlet what says how it came by the text, in a bracket
// or behind a space: 某网(原创), 某报 综合.
func (p *phrases) withoutRemark(s string) string {
	head, ok := p.remarks.cut(strings.TrimRight(s, ")）]】"))
	if !ok {
		return s
	}
	if name := strings.TrimRight(head, "(（[【 　\u00a0"); name != "" && name != head {
		return name
	}
	return s
}

// withoutAccountID cuts the bracket that ends a name with the address of an
// account: 某号（ID：x）.
func withoutAccountID(s string) string {
	i := lastBracket(s)
	if i <= 0 || !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
		return s
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	inner := cjk.Trim(s[i+w:])
	if len(inner) >= 2 && strings.EqualFold(inner[:2], "id") || hasAnyPrefix(inner, []string{"微信", "公众号"}) {
		return cjk.Trim(s[:i])
	}
	return s
}

// withoutInitials cuts the initials of an editor behind a stroke off an outlet:
// 某网/ab.
func withoutInitials(s string) string {
	const longest = 4 // letters
	head := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz ")
	initials := cjk.Trim(s[len(head):])
	c, w := utf8.DecodeLastRuneInString(head)
	if initials == "" || len(initials) > longest || !isStroke(c) || cjk.Measure(head).Han == 0 {
		return s
	}
	return cjk.Trim(head[:len(head)-w])
}

// lastBracket returns where the last bracket of s opens, -1 if none does.
func lastBracket(s string) int {
	return max(strings.LastIndex(s, "（"), strings.LastIndexByte(s, '('))
}
