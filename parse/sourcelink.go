package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An account's name links to its page. So do sections, tags and buttons to
// theirs, which are told by their words, by their addresses and by the menu.

// noAccounts are words of links beside the time that lead elsewhere.
var noAccounts = []string{"评论", "跟贴", "跟帖", "参与", "字号", "更多", "订阅", "关注", "收藏", "打印", "论坛", "举报", "手机", "客户端", "留言",
	"分享", "我来说", "我要", "来自", "试听", "下载", "内容", "播放", "網友", "回應", "推薦", "列印", "轉寄", "訂閱", "分类", "频道", "首页", "专题", "投稿", "登录", "注册", "文章"}

// linkedSource returns the text of a link that is no button: beside the time, or
// alone on a line before it.
func (x *extraction) linkedSource(g infoGap) (found string) {
	if g.pub < 0 || g.pub <= x.title.line {
		return ""
	}
	looked := 0
	for i := g.from; i <= g.pub && found == ""; i++ {
		if l := &x.lines[i]; i < g.pub && (l.link < l.Runes || x.readings[i].kind != kindText || x.inCrumbs(i) || x.tagRow(i)) {
			continue
		}
		x.shortNames(i, func(node int32, name string) bool {
			if !x.tree.Link(node) || !accountLike(name) && !x.phr.press[name] || containsAny(name, noAccounts...) || i < g.pub && x.sectionName(name) {
				return false
			}
			if looked++; looked > statedNames {
				return true
			}
			if !x.topicLink(node, name) {
				found = name
			}
			return found != ""
		})
	}
	return found
}

// accountLike reports whether a name is as long as those of accounts that are
// known by their link alone: sections have two characters.
func accountLike(name string) bool {
	m := cjk.Measure(name)
	return m.Han == m.Runes && m.Han >= 3 && m.Han <= 12
}

// tagRow reports whether line i has several links that are no buttons: tags, of
// which none is an account.
func (x *extraction) tagRow(i int) bool {
	l, links, last := &x.lines[i], 0, int32(-1)
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		a := x.tree.Up(p.node, atom.A)
		if s := x.tree.Nodes[p.node].Data[p.lo:p.hi]; a >= 0 && a != last && !x.phr.chrome.has(s) && !containsAny(s, noAccounts...) {
			links++
			last = a
		}
	}
	return links > 1
}

// topicLink reports whether the link around a name leads to a topic, by its rel
// or address, or to a section.
func (x *extraction) topicLink(node int32, name string) bool {
	a := x.tree.Up(node, atom.A)
	if a < 0 {
		return false
	}
	return x.topicAddress(a) || x.sectionLink(a, name)
}

// topicAddress reports whether a link leads to a topic by its rel or address.
func (x *extraction) topicAddress(a int32) bool {
	return containsAny(dom.Attr(x.tree.Nodes[a], "rel"), "tag", "category") ||
		hasPart(dom.Attr(x.tree.Nodes[a], "href"), "tag", "tags", "topic", "topics")
}

// sectionLink reports whether link a, whose text is name, leads to a section: by
// its address, or since a menu above the headline has the same link.
func (x *extraction) sectionLink(a int32, name string) bool {
	href := dom.Attr(x.tree.Nodes[a], "href")
	return hasPart(href, "category", "categories", "section") || x.inMenu(name, func(id int32) bool {
		return id != a && dom.Attr(x.tree.Nodes[id], "href") == href
	})
}

// inMenu reports whether a link above the headline that is right has name for its
// text.
func (x *extraction) inMenu(name string, right func(a int32) bool) bool {
	for id := range x.lines[max(x.title.line, 0)].first {
		if x.tree.Is(id, atom.A) && x.linkSays(id, name) && right(id) {
			return true
		}
	}
	return false
}

// linkSays reports whether link a has one text, which is name.
func (x *extraction) linkSays(a int32, name string) (said bool) {
	for id := a + 1; id < x.tree.End[a]; id++ {
		n := x.tree.Nodes[id]
		if n.Type != html.TextNode {
			continue
		}
		switch cjk.Trim(n.Data) {
		case "":
		case name:
			if said {
				return false
			}
			said = true
		default:
			return false
		}
	}
	return said
}

// menuSection reports whether a name beside the time of line i is the text of a link
// in a menu above the headline: that is a section, unless only outlets or offices
// have such a name, or the site itself, which its home page tells.
func (x *extraction) menuSection(i int, name string) bool {
	if len(name) < len("国内") || len(name) > 4*longestAccount || x.phr.press[name] || hasAnySuffix(name, pressEnds) || x.phr.desks.end(name) || x.phr.chrome.has(name) || x.ownName(name) {
		return false
	}
	l := &x.lines[i]
	return x.inMenu(name, func(a int32) bool {
		return (x.tree.End[a] <= l.first || a > l.last) && (hasAnySuffix(name, partEnds) || !x.leadsHome(a))
	})
}

// partEnds are the endings of the parts of a site, which may have a home page too.
var partEnds = []string{"频道", "頻道"}

// leadsHome reports whether a link leads to the home page of the page's own host or
// of the whole site.
func (x *extraction) leadsHome(a int32) bool {
	href := strings.TrimSpace(dom.Attr(x.tree.Nodes[a], "href"))
	if x.base == nil || href == "" || href[0] == '#' {
		return href == "/"
	}
	u := resolveURL(x.base, href)
	if u == nil || u.Path != "" && u.Path != "/" || u.RawQuery != "" {
		return false
	}
	return u.Host == x.base.Host || strings.TrimPrefix(u.Host, "www.") == siteOf(u.Host)
}

// topicPiece reports whether name is the text of a link to a topic in line i.
func (x *extraction) topicPiece(i int, name string) bool {
	l := &x.lines[i]
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if a := x.tree.Up(p.node, atom.A); a >= 0 && cjk.Trim(x.tree.Nodes[p.node].Data[p.lo:p.hi]) == name && x.topicAddress(a) {
			return true
		}
	}
	return false
}

// hasPart reports whether one of words is a part of the path of an address.
func hasPart(href string, words ...string) bool {
	for part := range strings.SplitSeq(href, "/") {
		if equalsAnyFold(part, words...) {
			return true
		}
	}
	return false
}
