package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// notices returns the notices that are printed with the article: those inside
// the body's element, and those right behind it that are not the site's footer.
func (x *extraction) notices() (out []string) {
	seen := map[string]bool{}
	to := x.body.to
	for i := x.body.to; i < min(x.body.to+8, len(x.lines)); i++ {
		k := x.readings[i].kind
		if k == kindHeading || x.inFooter(x.lines[i].block) {
			break
		}
		if k == kindNotice {
			to = i + 1
		}
	}
	for i := max(x.title.line+1, x.body.from); i < to; i++ {
		if x.readings[i].kind != kindNotice || x.keep[i] || x.lines[i].linked() || x.inFooter(x.lines[i].block) {
			continue
		}
		if t := x.lines[i].text; !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}

// inFooter reports whether an element belongs to the site's footer.
func (x *extraction) inFooter(id int32) bool {
	for ; id >= 0; id = x.tree.Parent[id] {
		n := x.tree.Nodes[id]
		if n.Data == "footer" && x.tree.Up(x.tree.Parent[id], atom.Article) < 0 && len(n.Attr) == 0 {
			return true
		}
		for _, a := range n.Attr {
			if a.Key != "class" && a.Key != "id" {
				continue
			}
			if v := strings.ToLower(a.Val); containsAny(v, "foot", "bottom") && !containsAny(v, "article", "post", "content") {
				return true
			}
		}
	}
	return false
}

// site returns the portal's own name: the profile's, the page's metas', or the
// last part of its title element if that looks like an outlet.
func (x *extraction) site() (name, rule string) {
	if x.profile != nil && x.profile.site != "" {
		return x.profile.site, "profile:" + x.profile.name + ":site"
	}
	if v, key := x.metas.first("og:site_name", "sitename", "ld:publisher", "application-name"); v != "" {
		return v, "meta:" + key
	}
	const marks = "_-|—–－ "
	doc := x.metas.docTitle
	last, first := doc[strings.LastIndexAny(doc, marks)+1:], ""
	if i := strings.Index(doc, x.title.text); i > 0 {
		first = strings.TrimRight(doc[:i], marks)
	}
	for _, s := range []string{last, first} {
		s = strings.TrimSuffix(strings.TrimSuffix(cjk.Trim(s), "数字报"), "电子报")
		if x.phr.outlet(s) && s != x.title.text {
			return s, "title"
		}
	}
	return "", ""
}

// enoughHan is how many ideographs tell the script of a text.
const enoughHan = 2000

// language tells simplified from traditional text by the characters that only
// one of them has. Text without either is left open.
func language(a *article.Article) string {
	var hans, hant, han int
	count := func(s string) {
		for _, r := range prefixBytes(s, longestScan) {
			switch {
			case !cjk.IsHan(r):
				continue
			case strings.ContainsRune(onlyHans, r):
				hans++
			case strings.ContainsRune(onlyHant, r):
				hant++
			}
			han++
		}
	}
	count(a.Title)
	for i := 0; i < len(a.Body) && han < enoughHan; i++ {
		count(a.Body[i].Text)
	}
	switch {
	case han == 0:
		return ""
	case hant > 2*hans:
		return "zh-Hant"
	case hans > 2*hant:
		return "zh-Hans"
	}
	return ""
}

// onlyHans and onlyHant are frequent characters, pair by pair, of which a text
// in one script holds many and a text in the other none.
const (
	onlyHans = "这个来们国时为会学说对过还动开没经问见样关发现长间门边东书车马无话语点论机应实变电数气统进总儿两题员报记线连战业务产种员处队联团权级单术风资华设质观条规军则区运农门备几师济领导达证议报结标织战护确类该转复够约须脚杀节满谁岁讲议亲热难选验紧严层适汉阳杂"
	onlyHant = "這個來們國時為會學說對過還動開沒經問見樣關發現長間門邊東書車馬無話語點論機應實變電數氣統進總兒兩題員報記線連戰業務產種員處隊聯團權級單術風資華設質觀條規軍則區運農門備幾師濟領導達證議報結標織戰護確類該轉復夠約須腳殺節滿誰歲講議親熱難選驗緊嚴層適漢陽雜"
)
