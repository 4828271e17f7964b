package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// On platforms an account publishes, and its name stands beside the time with
// no label and no ending that tells an outlet. It is known by what surrounds
// it: a class, a link, the same name in a meta or in the data of a script.

// longestAccount is the length in runes of the longest name of an account.
const longestAccount = 16

// shortNames calls use with each text of line i that may name an account, until
// it returns true. The node is the text's.
func (x *extraction) shortNames(i int, use func(node int32, name string) bool) {
	l := &x.lines[i]
	if l.Runes > 60 {
		return
	}
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		name := x.phr.tidySource(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		m := cjk.Measure(name)
		if m.Han < 2 || m.Runes > longestAccount || m.Clause > 0 || m.Digit >= 4 || x.phr.chrome.has(name) || x.phr.rubric(name) || x.phr.personal(name) && !strings.HasSuffix(x.metas.docTitle, name) || x.statedPerson(name) {
			continue
		}
		if use(p.node, name) {
			return
		}
	}
}

// statedPerson reports whether the page says that a name is a person's, who is its
// author then, whatever its element is called.
func (x *extraction) statedPerson(name string) bool {
	return name != "" && name == x.metas.value("person:author") && !x.phr.desk(name) && !x.press(name)
}

// classedSource looks for an element near the time whose class or id says that
// it holds the source.
func (x *extraction) classedSource(g infoGap) (found string) {
	for i := g.from; i < g.to && found == ""; i++ {
		x.shortNames(i, func(node int32, name string) bool {
			if x.inSourceClass(node) {
				found = name
			}
			return found != ""
		})
	}
	return found
}

// inSourceClass reports whether the element of a text, or one within its line
// around that, says that it holds the source.
func (x *extraction) inSourceClass(node int32) bool {
	const deepest = 3
	p := x.tree.Parent[node]
	for up := 0; up < deepest && p >= 0 && (up == 0 || !x.tree.Block(p)); up, p = up+1, x.tree.Parent[p] {
		if n := x.tree.Nodes[p]; x.tree.Named(p) && (sourceClass(dom.Attr(n, "class")) || sourceClass(dom.Attr(n, "id"))) {
			return true
		}
	}
	return false
}

// What the classes of elements hold that name a source or an account, and the keys
// of scripts behind which one is named.
var (
	sourceClasses  = partsOf("source", "laiyuan", "come_from", "comefrom", "fromsite", "outlet")
	accountClasses = partsOf("nickname", "author-name", "author_name", "authorname", "account", "js_name", "media-name")
	accountKeys    = partsOf("media", "source", "author", "nick", "account", "copyfrom", "publisher")
)

// sourceClass reports whether a class or id names a source.
func sourceClass(s string) bool {
	return sourceClasses().in(s) || equalsAnyFold(s, "src", "from", "ly", "where")
}

// equalsAnyFold reports whether s is one of the words, whatever its case.
func equalsAnyFold(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(s, w) })
}

// accountName returns the name of an account by the class of its element, which
// says nickname or author name.
func (x *extraction) accountName(g infoGap) (found string) {
	for i := max(x.title.line-4, 0); i < min(g.first, x.title.line+8) && found == ""; i++ {
		x.shortNames(i, func(node int32, name string) bool {
			p := x.tree.Parent[node]
			n := x.tree.Nodes[p]
			if accountClass(dom.Attr(n, "class")) || accountClass(dom.Attr(n, "id")) ||
				n.DataAtom == atom.A && accountClass(dom.Attr(x.tree.Nodes[x.tree.Parent[p]], "class")) {
				found = name
			}
			return found != ""
		})
	}
	if found == "" {
		found = x.followed(g)
	}
	return found
}

// accountClass reports whether a class or id names an account, or one of its words
// does.
func accountClass(s string) bool {
	if accountClasses().in(s) {
		return true
	}
	for word := range strings.FieldsSeq(s) {
		if equalsAnyFold(word, "name", "nick", "username", "user-name") {
			return true
		}
	}
	return false
}

// accountMetas are the metas in which platforms write an account's name.
var accountMetas = []string{"author", "article:author", "og:article:author", "source", "mediaid", "ld:author", "ld:sourceorganization", "ld:provider"}

// statedNames bounds how many names are looked up in the scripts of a page.
const statedNames = 12

// statedSource returns a name near the time that a meta states too, or the data
// of a script under a key that says author, account or source: the page says
// twice who published it.
func (x *extraction) statedSource(g infoGap) (found string) {
	looked := 0
	for i := g.from; i < g.to && found == ""; i++ {
		if x.inCrumbs(i) {
			continue
		}
		x.shortNames(i, func(_ int32, name string) bool {
			if looked++; looked > statedNames {
				return true
			}
			if x.metaStates(name) || x.scriptStates(name) {
				found = name
			}
			return found != ""
		})
	}
	return found
}

func (x *extraction) metaStates(name string) bool {
	for _, k := range accountMetas {
		for v := range x.metas.all(k) {
			if cjk.Key(v) == cjk.Key(name) {
				return true
			}
		}
	}
	return false
}

// scriptStates reports whether a script holds the name as the value of a key
// such as "media", "source" or "nickname".
func (x *extraction) scriptStates(name string) bool {
	for _, src := range x.scripts() {
		for from := 0; ; {
			i := strings.Index(src[from:], name)
			if i < 0 {
				break
			}
			i += from
			from = i + len(name)
			if quoted(src, i, from) && accountKey(src[:i]) {
				return true
			}
		}
	}
	return false
}

// quoted reports whether [lo, hi) stands between quotes in a script.
func quoted(src string, lo, hi int) bool {
	return lo > 0 && (src[lo-1] == '"' || src[lo-1] == '\'') && hi < len(src) && strings.HasPrefix(strings.TrimLeft(src[hi:min(hi+2, len(src))], `\`), src[lo-1:lo])
}

// accountKey reports whether the key that ends s, before the quote of its value,
// is one for who published.
func accountKey(s string) bool {
	s = strings.TrimRight(strings.TrimRight(s[max(len(s)-48, 0):], "\"'\\"), " \t\n")
	if s == "" || s[len(s)-1] != ':' && s[len(s)-1] != '=' {
		return false
	}
	s = strings.TrimRight(s[:len(s)-1], " \t\n\"'\\")
	key := s[strings.LastIndexAny(s, " \t\n\"'\\{,;.(")+1:]
	return accountKeys().in(key)
}

// labels reports whether a text is a label of info lines.
func (x *extraction) labels(s string) bool {
	_, ok := x.phr.labels.exact(s)
	return ok
}

// nameBeforeTime returns the name that an info line consists of, with a time and
// counters behind it, each in an element of its own: who published it.
func (x *extraction) nameBeforeTime(g infoGap) (found string) {
	if g.pub < 0 || g.pub <= x.title.line || x.lines[g.pub].Runes > 50 {
		return ""
	}
	names := 0
	for _, f := range x.lineFields(g.pub) {
		if f.kind == fieldText && cjk.Measure(f.value).Han > 0 && !x.chromeLine(f.value) && !x.phr.noNames[f.value] || f.kind == fieldCredits && f.lo == 0 {
			names++
		}
	}
	if names != 1 {
		return ""
	}
	first := x.pieces[x.lines[g.pub].pieces[0]]
	if x.tree.Link(first.node) {
		return ""
	}
	x.shortNames(g.pub, func(node int32, name string) bool {
		m := cjk.Measure(name)
		if node == first.node && m.Han == m.Runes && m.Runes >= 3 && m.Runes <= 12 && name == cjk.Trim(x.tree.Nodes[node].Data) && !x.labels(name) && (strings.HasSuffix(x.metas.docTitle, name) || !containsAny(name, noAccounts...) && !x.sectionName(name) && !x.menuSection(g.pub, name)) && !x.inCrumbs(g.pub) {
			found = name
		}
		return true
	})
	return found
}

// sectionName reports whether the page states the name as a section or keyword,
// or as a part of its title element that does not say whose column it is.
func (x *extraction) sectionName(name string) bool {
	for _, k := range []string{"article:section", "ld:articlesection", "section", "columnname", "keywords", "article:tag"} {
		for v := range x.metas.all(k) {
			if strings.Contains(prefixBytes(v, longestScan), name) {
				return true
			}
		}
	}
	if rest, ok := strings.CutPrefix(x.title.text, name); ok && hasAnyPrefix(rest, columnWords) {
		return strings.Contains(x.home, name)
	}
	return strings.Contains(prefixBytes(x.metas.docTitle, longestTitle), name)
}

// columnWords stand behind the name of the author of a column in its headline.
var columnWords = []string{"观点", "觀點", "专栏", "專欄", "评论", "評論", "丨", "｜", "|"}

// bracketSource returns the outlet in a bracket of its own that opens the text,
// or stands behind it with a date: 【江岸网】, （江岸网9月5日）.
func (x *extraction) bracketSource(g infoGap) string {
	if g.first >= len(x.lines) {
		return ""
	}
	text := x.lines[g.first].text
	if hasAnyPrefix(text, []string{"【", "[", "〔", "［"}) {
		if b, ok := firstBracket(prefixBytes(text, 60)); ok {
			if name := x.phr.pressName(b.inner); name != "" {
				return name
			}
		}
	}
	inner := closingBracket(x.lines[x.lastKept()].text)
	if name := x.phr.datedPress(inner); name != "" {
		return name
	}
	for i := x.bodyEnd; i < min(x.body.to+3, len(x.lines)); i++ {
		if name := x.signedOutlet(i); name != "" {
			return name
		}
		if inner := unwrap(x.lines[i].text); len(inner) < len(x.lines[i].text) || x.readings[i].kind == kindInfo && x.lines[i].link == 0 {
			if name := x.phr.datedPress(inner); name != "" {
				return name
			}
		}
	}
	return ""
}

// signedOutlet returns the outlet that line i below the text consists of: in an
// element whose class says source, or between the marks of a title.
func (x *extraction) signedOutlet(i int) string {
	if x.keep[i] || x.lines[i].Runes > longestAccount {
		return ""
	}
	name := x.phr.tidySource(x.lines[i].text)
	inner, titled := strings.CutPrefix(name, "《")
	inner, closed := strings.CutSuffix(inner, "》")
	n := x.tree.Nodes[x.lines[i].block]
	if titled != closed || !titled && !sourceClass(dom.Attr(n, "class")) || x.phr.pressName(inner) == "" {
		return ""
	}
	return name
}

// datedPress returns the outlet that s names with a date and nothing else.
func (p *phrases) datedPress(s string) string {
	name := strings.Trim(s, "0123456789年月日号號.-/讯訊电電 　")
	if inner, ok := strings.CutPrefix(name, "《"); ok {
		name = strings.TrimSuffix(inner, "》")
	}
	if len(s) > longestBracket || cjk.Measure(name).Digit == cjk.Measure(s).Digit {
		return ""
	}
	return p.pressName(name)
}

// pressEnds are the endings of outlets that no rubric of a paper ends in.
var pressEnds = []string{"网", "網", "报", "報", "社", "电视台", "電視台", "周刊", "週刊", "杂志", "雜誌", "财讯", "財訊", "客户端"}

// pressName returns the outlet that s names alone, "" if it does not.
func (p *phrases) pressName(s string) string {
	s = p.tidySource(s)
	for _, name := range []string{s, strings.TrimSuffix(s, "讯"), strings.TrimSuffix(s, "报道")} {
		if m := cjk.Measure(name); m.Runes <= 10 && m.Digit == 0 && p.outlet(name) && hasAnySuffix(name, pressEnds) {
			return name
		}
	}
	return ""
}

// hiddenSource returns the source that a page prints where only a search engine
// reads it: a hidden text behind a label.
func (x *extraction) hiddenSource(infoGap) string {
	for i, n := range x.tree.Nodes {
		if !x.tree.Hidden(int32(i)) || n.Type != html.TextNode || len(n.Data) > 60 || i == 0 || x.tree.Unread(x.tree.Parent[i]) {
			continue
		}
		s := cjk.Trim(n.Data)
		word, kind, ok := x.phr.labels.prefix(s)
		if !ok || kind != labelSource {
			continue
		}
		if k, mark := separator(s[len(word):]); mark {
			rest := s[len(word)+k:]
			if rest == "" && n.NextSibling != nil {
				rest = cjk.Collapse(dom.Text(n.NextSibling))
			}
			if name := x.phr.tidySource(rest); cjk.Measure(name).Han >= 2 && !strings.ContainsAny(name, "{}$<>+%") {
				return name
			}
		}
	}
	return ""
}

func wordGap(r rune) bool {
	return cjk.IsSpace(r) || strings.ContainsRune("|｜丨·•,，/／()（）[]【】<>＞>：:", r)
}
