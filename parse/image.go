package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lazyAttrs are the attributes that hold the real address of an image that is
// loaded when it comes into view, in the order of trust.
var lazyAttrs = []string{"data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-original-src", "data-echo",
	"data-url", "data-lazyload", "data-lazy", "lazy-src", "original", "real_src", "realsrc", "_src", "srcs", "file", "zoomfile"}

// smallest is the width or height in pixels under which an image is an icon.
const smallest = 60

// imageBlock makes a block of an img element; ok is false for icons, spacers,
// counters and QR prompts.
func (x *extraction) imageBlock(n *html.Node) (b article.Block, ok bool) {
	src := imageSource(n)
	if src == "" || tooSmall(n) || decoration(src, n) {
		return b, false
	}
	return article.Block{Type: article.Image, Src: x.resolve(FieldBody, src), Alt: cjk.Collapse(dom.Attr(n, "alt"))}, true
}

func imageSource(n *html.Node) string {
	for _, k := range lazyAttrs {
		if v := strings.TrimSpace(dom.Attr(n, k)); v != "" && strings.ContainsAny(v, "/.") && !strings.HasPrefix(v, "data:") {
			return v
		}
	}
	if v := strings.TrimSpace(dom.Attr(n, "src")); v != "" && !strings.HasPrefix(v, "data:") {
		return v
	}
	return ""
}

func tooSmall(n *html.Node) bool {
	w, h := pixels(dom.Attr(n, "width")), pixels(dom.Attr(n, "height"))
	return w > 0 && w < smallest || h > 0 && h < smallest
}

// pixels reads a length attribute, 0 if it is none or a percentage.
func pixels(s string) (n int) {
	s = strings.TrimSuffix(strings.TrimSpace(s), "px")
	for _, r := range s {
		if r < '0' || r > '9' || n > 100000 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// decoration reports whether an image's address or class says that it is no
// picture of the story.
func decoration(src string, n *html.Node) bool {
	name := strings.ToLower(src)
	if i := strings.IndexByte(name, '?'); i > 0 {
		name = name[:i]
	}
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		if containsAny(name[i:], "icon", "logo", "blank.", "spacer", "loading", "qrcode", "erweima", "ewm", "weixin", "space.gif",
			"grey.gif", "gray.gif", "pixel", "transparent", "avatar", "arrow", "btn", "button", "share", "placeholder", "dot.gif", "line.gif", "enlarge", "ensmall", "statistic", "translate", "bookmark", "toptitle", "title_", "linecontent", "next_page", "prev_page", "pagenumber", "header", "_16.", "_24.", "_32.", "bg0", "adimg", "plurk", "fb.gif", "ico_", "bot_table") {
			return true
		}
	}
	if containsAny(name, "/icon/", "/icons/", "/adimg/", "/ad/", "/ads/", "/newchart/", "/statistic/", "/skin/", "/emoji/") {
		return true
	}
	class := strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))
	return containsAny(class, "icon", "avatar", "logo", "qrcode", "emoji")
}

// captionClasses are words of a class that marks a caption.
var captionClasses = []string{"caption", "picture-illustrating", "img-info", "imgtext", "img_text", "picdesc", "pic_desc",
	"img_descr", "img-desc", "imgdesc", "photodesc", "pictext", "tuzhu", "image-note", "pic-note", "img_note", "photo_txt", "figcaption", "pic_txt", "contentimg_info", "pic-info", "photo_desc", "photo-desc"}

// longestCaption is in runes.
const longestCaption = 150

// caption returns the line that is the caption of an image before line i, or -1:
// a line of its figure, of its own block or its small table, one whose class or
// words say so, or a short line that is set apart from the paragraphs.
func (x *extraction) caption(img int32, i int) (line int) {
	if i >= x.bodyEnd || x.lines[i].linked() || x.lines[i].Runes > longestCaption {
		return -1
	}
	l := &x.lines[i]
	k := x.readings[i].kind
	if k == kindCredits && !hasPhotographer(x.readings[i].fields) {
		return -1
	}
	if l.Runes >= 4 && k != kindChrome && (x.framed(img, l) || x.classed(l.block, captionClasses)) {
		return i
	}
	if captionWords(l.text) && (k == kindText || k == kindCredits) {
		return i
	}
	if k != kindText || l.Runes > 90 || l.strong == l.Runes && l.Runes < 16 && l.Clause == 0 {
		return -1 // a bold word or two head the next part
	}
	if x.centred(l.block) && !x.mostlyCentred() || x.keep[i] && l.captionLike() && x.captioned() {
		return i
	}
	return -1
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
// caption: by figure, class or words.
func (x *extraction) leadCaption(m media) bool {
	l := &x.lines[m.before]
	if k := x.readings[m.before].kind; l.linked() || l.Runes > longestCaption || k != kindText && k != kindCredits {
		return false
	}
	return x.framed(m.node, l) || x.classed(l.block, captionClasses) || captionWords(l.text)
}

// framed reports whether the line shares the image's figure, paragraph or
// table, and that holds little else.
func (x *extraction) framed(img int32, l *line) bool {
	if fig := x.tree.Up(img, atom.Figure); fig >= 0 && x.tree.Within(l.first, fig) {
		return true
	}
	if l.Runes > 80 {
		return false
	}
	if x.tree.Within(img, l.block) && l.block != x.body.node && x.textOf(l.block) <= longestCaption {
		return true
	}
	t := x.tree.Up(img, atom.Table)
	if t < 0 {
		t = x.tree.Up(img, atom.Dl)
	}
	return t >= 0 && !x.tree.Within(x.body.node, t) && x.tree.Within(l.first, t) && x.textOf(t) <= longestCaption
}

// captionLike reports whether a line is short enough, and plain enough, to be a
// caption by its place alone.
func (l *line) captionLike() bool {
	return l.Runes <= shortCaption && l.Han >= 3 && l.Clause <= 1 && l.strong < l.Runes && !strings.HasSuffix(l.text, "，") && !strings.HasSuffix(l.text, "：")
}

// textOf is the length in runes of the text below node v.
func (x *extraction) textOf(v int32) (n int) {
	r := x.region(v)
	for i := r.from; i < r.to; i++ {
		n += x.lines[i].Runes
	}
	return n
}

// shortCaption is the length in runes up to which a line behind an image is its
// caption on a page that sets captions so.
const shortCaption = 45

// captioned reports whether the page sets a short line behind most of its
// images: two at least.
func (x *extraction) captioned() bool {
	images, short := 0, 0
	for _, m := range x.media {
		i := m.before
		if !x.tree.Is(m.node, atom.Img) || !x.tree.Within(m.node, x.body.node) || i >= x.bodyEnd || i < x.body.from {
			continue
		}
		if _, ok := x.imageBlock(x.tree.Nodes[m.node]); !ok {
			continue
		}
		images++
		if l := &x.lines[i]; (l.captionLike() || captionWords(l.text)) && x.readings[i].kind == kindText && !l.linked() {
			short++
		}
	}
	return short >= 2 && short*2 >= images
}

// captionWords reports whether a short line reads like a caption by itself.
func captionWords(s string) bool {
	t := strings.TrimLeft(s, "（([【 　")
	for _, w := range []string{"图为", "图：", "图:", "图一", "图1", "▲", "△", "↑", "资料图", "图注", "圖說", "图说", "图/", "图|", "圖為", "圖：", "圖／", "配图", "图片来源", "图说", "図"} {
		if strings.HasPrefix(t, w) {
			return utf8.RuneCountInString(s) <= 90
		}
	}
	t = strings.TrimRight(s, "）)]】。 　")
	for _, w := range []string{" 摄", "　摄", "/摄", "供图", "摄影", "资料图", "资料图片", "網路截圖", "网络截图", "视频截图", "圖片來源"} {
		if strings.HasSuffix(t, w) {
			return utf8.RuneCountInString(s) <= longestCaption
		}
	}
	return false
}

func (x *extraction) classed(id int32, words []string) bool {
	for up := 0; id >= 0 && up < 3; id, up = x.tree.Parent[id], up+1 {
		if id == x.body.node {
			return false
		}
		if n := x.tree.Nodes[id]; len(n.Attr) > 0 && containsAny(strings.ToLower(dom.Attr(n, "class")), words...) {
			return true
		}
	}
	return false
}

// centred reports whether the block is set in the middle.
func (x *extraction) centred(id int32) bool {
	for up := 0; id >= 0 && up < 3 && id != x.body.node; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		if n.DataAtom == atom.Center || strings.EqualFold(dom.Attr(n, "align"), "center") {
			return true
		}
		if strings.Contains(strings.ToLower(dom.Attr(n, "class")), "center") {
			return true
		}
		style := strings.ReplaceAll(strings.ToLower(dom.Attr(n, "style")), " ", "")
		if strings.Contains(style, "text-align:center") {
			return true
		}
	}
	return false
}

// mostlyCentred reports whether the page sets its paragraphs in the middle, so
// that it tells nothing.
func (x *extraction) mostlyCentred() bool {
	centred, all := 0, 0
	for i := x.body.from; i < x.body.to; i++ {
		if x.keep[i] && x.lines[i].sentence() {
			all++
			if x.centred(x.lines[i].block) {
				centred++
			}
		}
	}
	return centred*2 > all
}

// resolve makes an address absolute. What cannot be resolved stays as printed,
// with a problem.
func (x *extraction) resolve(f Field, ref string) string {
	ref = strings.TrimSpace(ref)
	if x.base == nil {
		if u := absolute(ref); u != nil {
			return u.String()
		}
		x.res.problem(CodeURLRelative, f, "")
		return ref
	}
	u := resolveURL(x.base, ref)
	if u == nil {
		x.res.problem(CodeURLInvalid, f, ref)
		return ref
	}
	return u.String()
}

// playerBlock makes a block of a video or audio element, or of a frame that
// shows one.
func (x *extraction) playerBlock(n *html.Node) (b article.Block, ok bool) {
	b.Type = article.Video
	if n.DataAtom == atom.Audio {
		b.Type = article.Audio
	}
	src := imageSource(n)
	for c := n.FirstChild; c != nil && src == ""; c = c.NextSibling {
		if c.DataAtom == atom.Source {
			src = imageSource(c)
		}
	}
	if poster := dom.Attr(n, "poster"); poster != "" {
		b.Poster = x.resolve(FieldBody, poster)
	}
	if src == "" {
		return b, b.Poster != ""
	}
	b.Src = x.resolve(FieldBody, src)
	return b, true
}
