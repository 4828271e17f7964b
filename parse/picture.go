package parse

import (
	"path"
	"sort"
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// Not every picture inside the body is one of the story: there are pictures in
// lists of other stories, icons in info lines, portraits of accounts, rows of
// thumbnails, banners and codes to scan below the text. And a picture of the
// story may stand above the element that holds its text.

// thumbnail is the width and height in pixels under which a linked image is the
// way to something else.
const thumbnail = 200

// medium adds an image or player that stands inside the body.
func (b *blockBuilder) medium(m *media) {
	x := b.x
	if x.figureAbove(m) {
		b.lead(m)
		return
	}
	if !x.tree.Within(m.node, x.body.node) || m.before <= x.title.line || x.asideMedium(m.node) || x.inCut(m.node) {
		return
	}
	if m.before < x.bodyEnd && m.before < len(x.dropped) && x.dropped[m.before] && m.before > 0 && x.dropped[m.before-1] {
		return
	}
	block, ok := x.mediumBlock(m)
	if !ok || block.Type == article.Image && (b.seen(block.Src) || x.strange(m)) {
		return
	}
	if i := x.figureCaption(m); i >= 0 {
		b.captioned(&block, i)
	} else if i := x.caption(m.node, m.before); i >= 0 {
		b.captioned(&block, i)
	} else if x.captionAbove(m) && b.takeLast(m.before-1) {
		block.Caption = x.lines[m.before-1].text
		block.Credit = x.photographer(block.Caption)
		x.keep[m.before-1] = false
		x.captions[m.before-1] = true
	}
	b.add(block)
	b.list, b.table = -1, -1
}

func (x *extraction) mediumBlock(m *media) (article.Block, bool) {
	n := x.tree.Nodes[m.node]
	if !dom.IsImage(n) {
		return x.playerBlock(n)
	}
	b, ok := x.imageBlock(m)
	if ok && x.playButton(m.node) {
		return article.Block{Type: article.Video, Poster: b.Src}, true
	}
	return b, ok
}

// playWords are what the attributes of a play button hold.
var playWords = partsOf("video", "play")

// playButton reports whether an image is the still of a player that a script
// starts: a link to nowhere, named after what it plays.
func (x *extraction) playButton(img int32) bool {
	a := x.tree.Up(img, atom.A)
	if a < 0 || !strings.HasPrefix(strings.ToLower(strings.TrimSpace(dom.Attr(x.tree.Nodes[a], "href"))), "javascript") {
		return false
	}
	for up, id := 0, a; up < 3 && id > x.body.node; up, id = up+1, x.tree.Parent[id] {
		n := x.tree.Nodes[id]
		for i := range n.Attr {
			if k := n.Attr[i].Key; k != "href" && k != "src" && playWords().in(n.Attr[i].Val) {
				return true
			}
		}
	}
	return false
}

// inCut reports whether a node lies in a list or table that is dropped.
func (x *extraction) inCut(id int32) bool {
	k := sort.Search(len(x.cut), func(k int) bool { return x.cut[k] > id })
	return k > 0 && x.tree.Within(id, x.cut[k-1])
}

// strange reports whether an image inside the body shows something else than
// the story: by the line that it stands in, by what it links to, by its place
// below the text.
func (x *extraction) strange(m *media) bool {
	return x.inInfo(m.node) || x.inSentence(m) || x.card(m.node) || x.below(m) || x.portrait(m)
}

// portrait reports whether an image before the text shares its box with the info
// line: the account's picture.
func (x *extraction) portrait(m *media) bool {
	first := x.textFrom
	if m.before >= first {
		return false
	}
	if x.classed(x.tree.Parent[m.node], summaryClasses()) {
		return true
	}
	for p, up := x.tree.Parent[m.node], 0; p > x.body.node && up < 4; p, up = x.tree.Parent[p], up+1 {
		r := x.region(p)
		if r.to > first {
			return false
		}
		for i := r.from; i < r.to; i++ {
			if x.readings[i].kind == kindInfo {
				return true
			}
		}
	}
	return false
}

// blockOf returns the innermost block element around a node.
func (x *extraction) blockOf(id int32) int32 {
	for id = x.tree.Parent[id]; id >= 0 && !x.tree.Block(id); id = x.tree.Parent[id] {
	}
	return id
}

// card reports whether an image leads to something else: a small one inside a
// link to a page, or one whose link has a name as well.
func (x *extraction) card(img int32) bool {
	a, href := x.leadsTo(img)
	if a <= x.body.node {
		return false
	}
	if w, h := size(x.tree.Nodes[img]); w > 0 && h > 0 && w < thumbnail && h < thumbnail {
		return true
	}
	if u := absolute(href); u != nil && x.base != nil && !sameSite(u.Hostname(), x.base.Hostname()) {
		if w, h := size(x.tree.Nodes[img]); h > 0 && w >= 4*h {
			return true // a banner
		}
	}
	r := x.region(a)
	for i := r.from; i < r.to; i++ {
		if x.readings[i].kind != kindChrome && !captionWords(x.lines[i].text) {
			return true
		}
	}
	return false
}

// leadsTo returns the link around an image and its address, if that is neither an
// image nor a script; else -1.
func (x *extraction) leadsTo(img int32) (a int32, href string) {
	if a = x.tree.Up(img, atom.A); a < 0 {
		return -1, ""
	}
	href = strings.TrimSpace(dom.Attr(x.tree.Nodes[a], "href"))
	if href == "" || imageName(href) || href[0] == '#' || strings.HasPrefix(strings.ToLower(href), "javascript") {
		return -1, ""
	}
	return a, href
}

// below reports whether an image behind the last line of the text is a banner,
// a code to scan or the head of a list: it lies outside of the element that
// holds the text, its neighbours say so, or links follow it in its own block.
func (x *extraction) below(m *media) bool {
	if m.before <= x.textEnd {
		return false
	}
	if x.textNode >= 0 && !x.tree.Within(m.node, x.textNode) {
		return true
	}
	for i := m.before - 1; i <= m.before && i < len(x.lines); i++ {
		if i > x.textEnd && toScan(x.lines[i].text) {
			return true
		}
	}
	if m.before >= len(x.lines) || !x.lines[m.before].linked() || x.lines[x.textEnd].block == x.lines[m.before].block {
		return false
	}
	block := x.blockOf(m.node)
	for block > x.body.node && x.region(block).empty() {
		block = x.tree.Parent[block]
	}
	return block == x.lines[m.before].block
}

// toScan reports whether a line asks its reader to scan or follow something.
func toScan(s string) bool {
	return len(s) < 120 && containsAny(s, "二维码", "二維碼", "扫一扫", "扫码", "掃描", "公众号", "公眾號", "长按识别", "关注我们", "客户端")
}

// findText notes the last kept line, and the smallest element around all that is
// kept and whatever stands beside a single line.
func (x *extraction) findText() {
	x.textFrom, x.textEnd, x.textNode = x.body.from, x.bodyEnd, -1
	first := -1
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] {
			if first < 0 {
				first = i
			}
			x.textEnd = i
		}
	}
	if first < 0 {
		return
	}
	x.textFrom = first
	x.textNode = x.tree.Common(x.lines[first].block, x.lines[x.textEnd].block)
	if x.textNode == x.lines[first].block && x.textNode > x.body.node {
		x.textNode = x.tree.Parent[x.textNode]
	}
}

// asideMedium reports whether a picture inside the body belongs to what a class
// calls an aside. An aside without a line of text is a mere frame, and so is one
// amid the text that holds a picture with its caption, but for a picture that an
// advertisement links to something else.
func (x *extraction) asideMedium(id int32) bool {
	if x.hints[id] != hintAside || x.hints[x.body.node] == hintAside {
		return false
	}
	for p := x.tree.Parent[id]; p > x.body.node && x.hints[p] == hintAside; p = x.tree.Parent[p] {
		if a, _ := x.leadsTo(id); a > p && x.topics[p]&topicAdvert != 0 {
			return true
		}
		r := x.region(p)
		if x.frame(p, r) {
			continue
		}
		for i := r.from; i < r.to; i++ {
			if !x.dropped[i] || x.lines[i].Runes > 12 || x.lines[i].link > 0 {
				return true
			}
		}
	}
	return false
}

// frame reports whether an element amid the text holds one picture and no more
// than its caption.
func (x *extraction) frame(id int32, r region) bool {
	if r.empty() || r.from <= x.textFrom || r.to > x.textEnd || x.images(id) != 1 {
		return false
	}
	if runes := x.dress.runes[r.to] - x.dress.runes[r.from]; runes > longestCaption {
		return false
	}
	for i := r.from; i < r.to; i++ {
		if x.lines[i].link > 0 {
			return false
		}
	}
	return true
}

// lead adds an image between the title and the body's element, or one above the
// title, if it is certain to be one of the story: it may be an advertisement as
// well.
func (b *blockBuilder) lead(m *media) {
	x := b.x
	t := x.title.line
	if t < 0 || m.before >= x.bodyEnd || m.node < x.lines[t].last && !x.figureAbove(m) || x.hints[m.node] == hintAside {
		return
	}
	if !dom.IsImage(x.tree.Nodes[m.node]) {
		b.leadPlayer(m)
		return
	}
	img, ok := x.imageBlock(m)
	if !ok || b.seen(img.Src) || x.card(m.node) {
		return
	}
	switch {
	case x.leadCaption(m):
		b.captioned(&img, m.before)
	case x.stated(img.Src) || x.besideBody(m.node) || x.told(img.Alt):
	default:
		return
	}
	b.add(img)
}

// leadPlayer adds the video between the headline and the text. Audio there is the
// text read aloud.
func (b *blockBuilder) leadPlayer(m *media) {
	x := b.x
	n := x.tree.Nodes[m.node]
	if n.DataAtom != atom.Video || m.node < x.lines[x.title.line].last || m.before > x.textFrom || x.tree.Up(m.node, atom.A) >= 0 {
		return
	}
	if block, ok := x.playerBlock(n); ok {
		b.add(block)
	}
}

// figureAbove reports whether an image stands above the headline, with no more than
// a section or two between, and has a caption or is the one that the metas name.
func (x *extraction) figureAbove(m *media) bool {
	t := x.title.line
	if m.before > t || m.before < t-3 {
		return false
	}
	if x.picture(m) && x.stated(m.src) {
		return true
	}
	if m.before == t {
		return false
	}
	for i := m.before + 1; i < t; i++ {
		if x.lines[i].Runes > 12 {
			return false
		}
	}
	l := &x.lines[m.before]
	return x.tree.Up(m.node, atom.Figure) >= 0 || captionWords(l.text) || x.classed(l.block, captionClasses())
}

// sameAddress reports whether two addresses, resolved, are one.
func (x *extraction) sameAddress(a, b string) bool {
	u := x.link(strings.TrimSpace(a))
	return u != "" && u == x.link(b)
}

// stated reports whether an image is the one that the page's metas name for the
// article, in whatever size.
func (x *extraction) stated(src string) bool {
	for _, k := range []string{"og:image", "twitter:image", "ld:image"} {
		for v := range x.metas.all(k) {
			if stem := imageStem(v); stem == imageStem(src) && (len(stem) >= 8 || x.sameAddress(v, src)) {
				return true
			}
		}
	}
	return false
}

// told reports whether what stands for an image is the headline, or names who took
// it: no advertisement has that.
func (x *extraction) told(alt string) bool {
	m := cjk.Measure(alt)
	return m.Han >= 8 && m.Runes <= longestCaption && (cjk.Key(alt) == x.titleKey || x.photographer(alt) != "" || captionWords(alt))
}

// imageStem returns the name of an image without folder and extension.
func imageStem(src string) string {
	if i := strings.IndexAny(src, "?#"); i >= 0 {
		src = src[:i]
	}
	src = path.Base(src)
	return strings.TrimSuffix(src, path.Ext(src))
}

// besideBody reports whether a node lies in a sibling of the body that bears
// the same class or id: a box that advertising cut in two.
func (x *extraction) besideBody(id int32) bool {
	if id = x.under(x.tree.Parent[x.body.node], id); id < 0 {
		return false
	}
	own, other := x.tree.Nodes[x.body.node], x.tree.Nodes[id]
	for _, k := range []string{"class", "id"} {
		if v := cjk.Trim(dom.Attr(own, k)); v != "" && v == cjk.Trim(dom.Attr(other, k)) {
			return true
		}
	}
	return false
}

// seen reports whether an image was added before.
func (b *blockBuilder) seen(src string) bool { return b.images[src] }

// add appends a block of media.
func (b *blockBuilder) add(block article.Block) {
	if block.Type == article.Image {
		if b.images == nil {
			b.images = map[string]bool{}
		}
		b.images[block.Src] = true
	}
	b.put(block)
}
