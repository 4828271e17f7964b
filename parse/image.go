package parse

import (
	"strings"

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

// imageBlock makes a block of a picture.
func (x *extraction) imageBlock(m *media) (b article.Block, ok bool) {
	if !x.picture(m) {
		return b, false
	}
	alt := dom.Attr(x.tree.Nodes[m.node], "alt")
	return article.Block{Type: article.Image, Src: x.resolve(FieldBody, m.src), Alt: cjk.Collapse(alt)}, true
}

// picture reports whether an img element shows something, and notes its address.
func (x *extraction) picture(m *media) bool {
	if !m.looked {
		m.looked = true
		m.src, m.shows = pictureSource(x.tree.Nodes[m.node])
	}
	return m.shows
}

// pictureSource returns the address of an img element that is no icon, spacer,
// counter or QR prompt.
func pictureSource(n *html.Node) (src string, ok bool) {
	src = imageSource(n)
	return src, src != "" && !tooSmall(n) && !decoration(src, n)
}

// imageSource returns the address of an image or player: that of a lazy-loaded
// one, else its own; "" if it has none.
func imageSource(n *html.Node) string {
	for _, k := range lazyAttrs {
		if v := strings.TrimSpace(dom.Attr(n, k)); v != "" && strings.ContainsAny(v, "/.") && !strings.HasPrefix(v, "data:") {
			return v
		}
	}
	src := strings.TrimSpace(dom.Attr(n, "src"))
	if strings.HasPrefix(src, "data:") {
		src = ""
	}
	if src != "" && !placeholders().in(src[strings.LastIndexByte(src, '/')+1:]) {
		return src
	}
	if v := hiddenSource(n); v != "" {
		return v
	}
	return src
}

// placeholders are parts of the names of what stands where an image will be.
var placeholders = partsOf("blank.", "spacer", "loading", "placeholder", "space.gif", "grey.", "gray.", "transparent", "1x1", "default", "lazy", "pixel.")

// hiddenSource returns the address of an image that only an attribute of the
// site's own holds, or the last candidate of its srcset.
func hiddenSource(n *html.Node) string {
	if !dom.IsImage(n) {
		return ""
	}
	for i := range n.Attr {
		switch a := &n.Attr[i]; {
		case a.Key == "src" || a.Key == "alt" || a.Key == "title" || a.Key == "longdesc" || strings.HasPrefix(a.Key, "on"):
		case strings.HasSuffix(a.Key, "srcset"):
			sets := strings.Split(strings.TrimRight(a.Val, ", "), ",")
			if v := strings.Fields(sets[len(sets)-1]); len(v) > 0 && !strings.HasPrefix(v[0], "data:") {
				return v[0]
			}
		case imageName(strings.TrimSpace(a.Val)):
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// imageName reports whether an address ends like that of an image.
func imageName(s string) bool {
	if i := strings.IndexByte(s, '?'); i > 0 {
		s = s[:i]
	}
	if len(s) < 6 || strings.HasPrefix(s, "data:") || strings.ContainsAny(s, " \t\n") {
		return false
	}
	return imageEnds().in(s[len(s)-5:])
}

var imageEnds = partsOf(".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")

func tooSmall(n *html.Node) bool {
	w, h := size(n)
	return w > 0 && w < smallest || h > 0 && h < smallest
}

// size returns the width and height in pixels that an element states, 0 for
// what it leaves open.
func size(n *html.Node) (w, h int) {
	w, h = pixels(dom.Attr(n, "width")), pixels(dom.Attr(n, "height"))
	for d := range strings.SplitSeq(dom.Attr(n, "style"), ";") {
		key, value, _ := strings.Cut(d, ":")
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "width":
			w = max(w, pixels(value))
		case "height":
			h = max(h, pixels(value))
		}
	}
	return w, h
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

// What the names, folders and classes of images hold that are no pictures of the
// story.
var (
	decorNames = partsOf("icon", "logo", "blank.", "spacer", "loading", "qrcode", "erweima", "ewm", "weixin", "space.gif",
		"grey.gif", "gray.gif", "pixel", "transparent", "avatar", "arrow", "btn", "button", "share", "placeholder", "dot.gif", "line.gif",
		"enlarge", "ensmall", "statistic", "translate", "bookmark", "toptitle", "title_", "linecontent", "next_page", "prev_page",
		"pagenumber", "header", "_16.", "_24.", "_32.", "bg0", "adimg", "plurk", "fb.gif", "ico_", "bot_table", "close.")
	decorFolders = partsOf("/icon/", "/icons/", "/adimg/", "/ad/", "/ads/", "/newchart/", "/statistic/", "/skin/", "/emoji/")
	decorClasses = partsOf("icon", "avatar", "logo", "qrcode", "emoji")
)

// decoration reports whether an image's address or class says that it is no
// picture of the story.
func decoration(src string, n *html.Node) bool {
	name := src
	if i := strings.IndexByte(name, '?'); i > 0 {
		name = name[:i]
	}
	if i := strings.LastIndexByte(name, '/'); i >= 0 && decorNames().in(name[i:]) || decorFolders().in(name) {
		return true
	}
	return decorClasses().in(dom.Attr(n, "class")) || decorClasses().in(dom.Attr(n, "id"))
}

// resolve makes an address absolute. What cannot be resolved stays as printed,
// with a problem.
func (x *extraction) resolve(f Field, ref string) string {
	if ref = strings.TrimSpace(ref); isPlain(ref) {
		return ref
	}
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
