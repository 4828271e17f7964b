package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// The source is behind its label, or else what stands beside the time and is
// known for an outlet: by its element, by a link, by how its name ends.

// bareSource looks for an outlet that the info line names without a label:
// beside the time, or on a line of its own next to it.
func (x *extraction) bareSource(s *shown, first int) {
	if s.source != "" {
		return
	}
	if s.pubLine < 0 {
		if name := x.accountName(first); name != "" {
			s.source, s.sourceRule = name, "account"
		}
		return
	}
	if name := x.classedSource(s.pubLine, first); name != "" {
		s.source, s.sourceRule = name, "class"
		return
	}
	for _, f := range x.lineFields(s.pubLine) {
		if f.kind != fieldText {
			continue
		}
		for _, w := range strings.FieldsFunc(f.value, infoGap) {
			if name := x.phr.tidySource(w); x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
	}
	if name := x.linkedSource(s.pubLine); name != "" {
		s.source, s.sourceRule = name, "link"
		return
	}
	if name := x.accountName(first); name != "" {
		s.source, s.sourceRule = name, "account"
		return
	}
	for i := max(s.pubLine-3, x.title.line+1); i <= min(s.pubLine+3, first-1); i++ {
		l := &x.lines[i]
		if i == s.pubLine || l.Runes > 40 || x.readings[i].kind != kindText && x.readings[i].kind != kindCredits {
			continue
		}
		if name, _, ok := strings.Cut(unwrap(l.text), "／"); ok && l.Runes <= 24 {
			if name = x.phr.tidySource(name); x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
		for _, f := range x.lineFields(i) {
			name := x.phr.tidySource(strings.Trim(f.value, "【】／╱∕/[]（）() "))
			if f.kind == fieldText && (l.Runes <= 14 || x.readings[i].kind == kindCredits) && x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
	}
}

// bareAuthor takes a person's name that stands in the info line without a label:
// in a bracket, or behind the outlet and a slash.
func (x *extraction) bareAuthor(s *shown) {
	if len(s.credits) > 0 || s.pubLine < 0 {
		return
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
		if name = cjk.Trim(name); x.phr.personal(name) {
			s.credits = append(s.credits, article.Credit{Role: article.RoleAuthor, Name: name})
		}
	}
}

// classedSource looks for an element near the time whose class or id says that
// it holds the source.
func (x *extraction) classedSource(pub, first int) string {
	for i := max(pub-3, x.title.line+1, 0); i <= min(pub+3, first-1); i++ {
		l := &x.lines[i]
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			n := x.tree.Nodes[x.tree.Parent[p.node]]
			if !sourceClass(dom.Attr(n, "class")) && !sourceClass(dom.Attr(n, "id")) {
				continue
			}
			name := x.phr.tidySource(x.tree.Nodes[p.node].Data)
			if m := cjk.Measure(name); m.Han >= 2 && m.Digit < 4 && m.Clause == 0 && !x.phr.chrome.has(name) && !x.phr.personal(name) {
				return name
			}
		}
	}
	return ""
}

// accountName returns the name of the account that published a page of a
// platform: a short text whose class says nickname or author name, and that is
// no person's.
func (x *extraction) accountName(first int) string {
	for i := max(x.title.line-4, 0); i < min(first, x.title.line+8); i++ {
		l := &x.lines[i]
		if l.Runes > 40 {
			continue
		}
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			n := x.tree.Nodes[x.tree.Parent[p.node]]
			class := strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))
			if !containsAny(class, "nickname", "author-name", "author_name", "account", "js_name", "media-name") {
				continue
			}
			name := x.phr.tidySource(x.tree.Nodes[p.node].Data[p.lo:p.hi])
			if m := cjk.Measure(name); m.Han >= 2 && m.Runes <= 16 && !x.phr.personal(name) && !x.phr.chrome.has(name) {
				return name
			}
		}
	}
	return ""
}

// linkedSource returns the text of a link beside the time that is no button: an
// account's or an outlet's page.
func (x *extraction) linkedSource(i int) string {
	l := &x.lines[i]
	if l.Runes > 60 || i <= x.title.line {
		return ""
	}
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if !x.tree.Link[p.node] {
			continue
		}
		name := x.phr.tidySource(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		if m := cjk.Measure(name); m.Han < 2 || m.Han < m.Runes || m.Runes > 12 || x.phr.chrome.has(name) {
			continue
		}
		if !containsAny(name, "评论", "跟贴", "跟帖", "参与", "字号", "更多", "订阅", "关注", "收藏", "打印", "论坛", "举报", "手机", "客户端", "留言", "分享", "我来说", "我要", "来自", "试听", "下载", "内容", "播放") {
			return name
		}
	}
	return ""
}

// sourceClass reports whether a class or id names a source.
func sourceClass(s string) bool {
	s = strings.ToLower(s)
	return s != "" && (containsAny(s, "source", "laiyuan", "come_from", "comefrom", "fromsite", "outlet") || s == "src" || s == "from" || s == "ly" || s == "where")
}

func infoGap(r rune) bool {
	return cjk.IsSpace(r) || strings.ContainsRune("|｜丨·•,，/／()（）[]【】<>＞>：:", r)
}

// outlet reports whether a bare name is an outlet's.
func (p *phrases) outlet(s string) bool {
	if n := cjk.Measure(s); n.Han < 2 || n.Runes > 16 || n.Clause > 0 || p.chrome.has(s) {
		return false
	}
	return hasAnySuffix(s, p.outlets)
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
		if a := x.tree.Up(p.node, atom.A); a >= 0 && name != "" && cjk.Collapse(dom.Text(x.tree.Nodes[a])) == name {
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
