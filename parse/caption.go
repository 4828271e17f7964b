package parse

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// captionClasses are words of a class that marks a caption.
var captionClasses = partsOf("caption", "picture-illustrating", "img-info", "imgtext", "img_text", "picdesc", "pic_desc",
	"img_descr", "img_desc", "image_desc", "image-desc", "imagedesc", "pic-desc", "img-desc", "imgdesc", "photodesc", "pictext", "tuzhu", "image-note", "pic-note", "img_note", "photo_txt", "figcaption", "pic_txt", "contentimg_info", "pic-info", "photo_desc", "photo-desc")

// longestCaption is in runes.
const longestCaption = 150

// longestFrame is the same for all text in a figure.
const longestFrame = 220

// bold is 1 for a line that is bold from end to end, else 0.
func bold(l *line) int {
	if l.strong == l.Runes {
		return 1
	}
	return 0
}

// caption returns the line that is the caption of an image before line i, or -1:
// a line of its figure or small box, one whose class or words say so, or a
// short line that is set apart from the paragraphs.
func (x *extraction) caption(img int32, i int) (line int) {
	if i >= x.bodyEnd || x.lines[i].linked() {
		return -1
	}
	l := &x.lines[i]
	k := x.readings[i].kind
	switch {
	case k == kindChrome || k == kindSummary || k == kindCredits && !hasPhotographer(x.readings[i].fields) && !captionWords(l.text):
		return -1
	case x.certain(img, i):
		return i
	case k != kindText || l.Runes > longestCaption/2:
		return -1
	case x.setApart(l) || x.custom(i) || x.beforeDateline(i):
		return i
	}
	return -1
}

// certain reports whether line i is the caption of an image whatever the rest of
// the page looks like: by its figure or small box, its class, its words, or
// since it says the same as the image's alt.
func (x *extraction) certain(img int32, i int) bool {
	l, k := &x.lines[i], x.readings[i].kind
	switch {
	case l.Runes >= 4 && x.framed(img, i):
		return true
	case l.Runes > longestCaption:
		return false
	case l.Runes >= 4 && (x.classed(l.block, captionClasses()) || x.ownCaption(img, l)):
		return true
	}
	return (k == kindText || k == kindCredits) && (captionWords(l.text) || x.signed(l) || x.alternate(img, l))
}

// ownCaption reports whether a line is a figcaption of no other picture.
func (x *extraction) ownCaption(img int32, l *line) bool {
	if !x.inFigcaption(l) {
		return false
	}
	fig := x.tree.Up(l.block, atom.Figure)
	return fig < 0 || x.tree.Within(img, fig) || x.images(fig) == 0
}

func (x *extraction) inFigcaption(l *line) bool { return x.tree.Up(l.block, atom.Figcaption) >= 0 }

// framed reports whether an image and line i stand in a frame of their own: the
// smallest element around both holds no other image and little else.
func (x *extraction) framed(img int32, i int) bool {
	l := &x.lines[i]
	f := x.tree.Common(img, l.first)
	if f < 0 || x.tree.Within(x.body.node, f) {
		return false
	}
	r := x.region(f)
	runes := x.dress.runes[r.to] - x.dress.runes[r.from]
	if r.from != i || runes > longestFrame || x.tree.Up(f, atom.A) >= 0 || x.images(f) != 1 {
		return false
	}
	if x.tree.Up(f, atom.Figure) >= 0 {
		return true
	}
	if x.tree.Within(f, x.body.node) && runes*2 > x.dress.kept {
		return false // the frame of the story
	}
	switch x.tree.Nodes[f].DataAtom {
	case atom.Dl:
		return true
	case atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Li:
		return runes <= longestCaption
	}
	if f == l.block {
		return l.Runes <= 80 && runes <= longestCaption && !x.continued(i)
	}
	least := 6
	if !x.tree.Within(f, x.body.node) {
		least = 15 // above the text there are portraits with names, and codes to scan
	}
	return l.Runes >= least && l.Runes <= 60 && l.Stop <= 1 && runes <= 80 && l.strong < l.Runes
}

// creditBelow reports whether a caption goes on: the line behind it, in the same
// box or paragraph, says whose picture it is, or what its own colon announces.
func (x *extraction) creditBelow(i int) bool {
	if i+1 >= x.bodyEnd || x.readings[i+1].kind != kindText && x.readings[i+1].kind != kindCredits {
		return false
	}
	l, next := &x.lines[i], &x.lines[i+1]
	if endsIn(l.text, ":：") {
		return next.Runes <= 30 && !next.linked() && x.classed(l.block, captionClasses()) && x.classed(next.block, captionClasses())
	}
	return l.block == next.block && !x.tree.Within(x.body.node, l.block) && (next.soft || next.first == l.last) && next.Runes <= 30 && !next.linked() && x.signed(next)
}

// images counts the images below node v.
func (x *extraction) images(v int32) (n int) {
	k := sort.Search(len(x.media), func(k int) bool { return x.media[k].node >= v })
	for ; k < len(x.media) && x.media[k].node < x.tree.End[v] && n < 2; k++ {
		if dom.IsImage(x.tree.Nodes[x.media[k].node]) {
			n++
		}
	}
	return n
}

// signed reports whether a short line credits a photographer or an agency with
// its picture.
func (x *extraction) signed(l *line) bool {
	if l.Runes > 90 || l.Stop > 2 {
		return false
	}
	if x.signedLine != l { // images in a row ask for the same line
		x.signedLine, x.isSigned = l, x.readSigned(l)
	}
	return x.isSigned
}

func (x *extraction) readSigned(l *line) bool {
	found := false
	for _, c := range x.pictureCredits(l.text) {
		switch c.Role {
		case article.RolePhotographer:
			found = true
		case article.RoleAuthor:
			return false // 文/图
		}
	}
	return found
}

// alternate reports whether a line says the same as an image's alt or title, or
// as what the metas say of the page's image.
func (x *extraction) alternate(img int32, l *line) bool {
	if l.Han < 6 {
		return false
	}
	key := ""
	same := func(v string) bool {
		if v != "" && key == "" {
			key = cjk.Key(l.text)
		}
		return v != "" && cjk.HasKey(v, key)
	}
	n := x.tree.Nodes[img]
	if same(dom.Attr(n, "alt")) || same(dom.Attr(n, "title")) {
		return true
	}
	for v := range x.metas.all("og:image:alt") {
		if same(v) {
			return true
		}
	}
	return false
}

// setApart reports whether a line is set in the middle, and is no heading: those
// stand in the same dress where there is no picture. A bold word or two are a
// caption only where several pictures have such a line.
func (x *extraction) setApart(l *line) bool {
	d, k := x.dress, bold(l)
	if d.middle || d.alone[k] > d.behind[k] || !x.centred(l.block) {
		return false
	}
	return k == 0 || l.Runes >= 16 || l.Clause > 0 || d.behind[k] > 1 && d.alone[k] == 0
}

// custom reports whether line i is a caption since the page sets a short line
// behind most of its images, two at least.
func (x *extraction) custom(i int) bool {
	d := x.dress
	if !x.keep[i] || d.short < 2 || d.short*2 < d.images || x.continued(i) {
		return false
	}
	clauses := 1
	if d.short >= 3 && d.short*4 >= d.images*3 {
		clauses = 2
	}
	return x.lines[i].captionLike(clauses)
}

// continued reports whether the paragraph of line i goes on behind a break.
func (x *extraction) continued(i int) bool {
	return i+1 < x.bodyEnd && x.lines[i+1].soft && x.lines[i+1].block == x.lines[i].block && x.keep[i+1]
}

// beforeDateline reports whether line i is short and stands between a picture
// and the dateline that opens the story.
func (x *extraction) beforeDateline(i int) bool {
	if x.lines[i].Runes > 60 || i+1 >= x.bodyEnd || !x.keep[i+1] || !dateline(x.lines[i+1].text) || dateline(x.lines[i].text) {
		return false
	}
	for j := x.body.from; j < i; j++ {
		if x.keep[j] {
			return false
		}
	}
	return true
}

// dateline reports whether a paragraph opens with the place or the outlet that
// it is reported from: 新华社江岸9月5日电, 江岸网讯, 〔記者某某／江岸報導〕.
func dateline(s string) bool {
	for _, open := range []string{"〔記者", "（記者", "【記者", "(記者", "〔记者", "【记者"} {
		if strings.HasPrefix(s, open) {
			return true
		}
	}
	n := 0
	for i, r := range s {
		if n++; n > 24 || r == '。' || r == '；' || r == '！' || r == '？' {
			return false
		}
		if n >= 3 && (r == '讯' || r == '訊' || r == '电' || r == '電') {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if cjk.IsSpace(next) || strings.ContainsRune("（(：:〔【】", next) {
				return true
			}
		}
	}
	return false
}

func hasPhotographer(fs []field) bool {
	for _, f := range fs {
		for _, c := range f.credits {
			if c.Role == article.RolePhotographer {
				return true
			}
		}
	}
	return false
}

// leadCaption reports whether the line behind an image is certain to be its
// caption.
func (x *extraction) leadCaption(m *media) bool {
	l := &x.lines[m.before]
	if k := x.readings[m.before].kind; l.linked() || k != kindText && k != kindCredits {
		return false
	}
	return x.certain(m.node, m.before)
}

// captionLike reports whether a line is short enough, and plain enough, to be a
// caption by its place alone.
func (l *line) captionLike(clauses int) bool {
	return l.Runes <= shortCaption && l.Han >= 3 && l.Clause <= clauses && l.strong < l.Runes && !strings.HasSuffix(l.text, "，") && !strings.HasSuffix(l.text, "：")
}

// shortCaption is the length in runes up to which a line behind an image is its
// caption on a page that sets captions so.
const shortCaption = 45

// captionWords reports whether a short line reads like a caption by itself.
func captionWords(s string) bool {
	t := strings.TrimLeft(s, "（([【 　")
	if first, _ := utf8.DecodeRuneInString(t); captionFirst().holds(first) && hasAnyPrefix(t, captionOpens) {
		return utf8.RuneCountInString(s) <= 90
	}
	if hasAnySuffix(strings.TrimRight(s, "。"), lenders) {
		return utf8.RuneCountInString(s) <= longestCaption
	}
	t = strings.TrimRight(s, "）)]】。 　")
	last, _ := utf8.DecodeLastRuneInString(t)
	return captionLast().holds(last) && slices.ContainsFunc(captionEnds, func(w string) bool { return strings.HasSuffix(t, w) }) &&
		utf8.RuneCountInString(s) <= longestCaption
}

// lenders end captions that say in brackets who lent the picture.
var lenders = []string{"提供）", "提供)", "提供】", "提供]"}

// What captions begin and end with.
var (
	captionOpens = []string{"图为", "图：", "图:", "图一", "图1", "▲", "△", "↑", "资料图", "图注", "圖說", "图说", "图/", "图|", "圖為", "圖：", "圖／", "圖/", "配图", "图片来源", "图源", "上图", "下图", "左图", "右图", "上圖", "下圖", "左圖", "右圖", "拼版照片", "示意图", "資料照", "示意圖", "図"}
	captionEnds  = []string{" 图", " 圖", " 摄", "　摄", "/摄", "供图", "摄影", "资料图", "资料图片", "網路截圖", "网络截图", "视频截图", "圖片來源", " 攝", "／攝", "/攝", "攝影", "翻攝", "資料照", "資料照片", "示意圖", "示意图", "资料照片"}
	captionFirst = setOfEnds(captionOpens, utf8.DecodeRuneInString)
	captionLast  = setOfEnds(captionEnds, utf8.DecodeLastRuneInString)
)

// classed reports whether the class of an element, or of one right above it in
// the body, holds one of the words.
func (x *extraction) classed(id int32, words *parts) bool {
	for up := 0; id >= 0 && up < 3; id, up = x.tree.Parent[id], up+1 {
		if id == x.body.node {
			return false
		}
		if n := x.tree.Nodes[id]; len(n.Attr) > 0 && words.in(dom.Attr(n, "class")) {
			return true
		}
	}
	return false
}

// centred reports whether the block is set in the middle.
func (x *extraction) centred(id int32) bool {
	for up := 0; id >= 0 && up < 3 && id != x.body.node; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		if len(n.Attr) == 0 && n.DataAtom != atom.Center {
			continue
		}
		if align := dom.Attr(n, "align"); n.DataAtom == atom.Center || strings.EqualFold(align, "center") || strings.EqualFold(align, "middle") {
			return true
		}
		if containsFold(dom.Attr(n, "class"), "center") {
			return true
		}
		if style := dom.Attr(n, "style"); containsFold(style, "center") && containsFold(strings.ReplaceAll(style, " ", ""), "text-align:center") {
			return true
		}
	}
	return false
}
