package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

// site returns the portal's own name: the profile's, the page's metas', that of the
// first step of its breadcrumb if the title element begins a part with it, or the
// last part of the title element beside the headline that looks like an outlet.
func (x *extraction) site() (name, rule string) {
	if x.profile != nil && x.profile.site != "" {
		return x.profile.site, profileRule + x.profile.name + ":site"
	}
	if v, key := x.metas.first("og:site_name", "sitename", "ld:publisher", "application-name"); v != "" {
		return v, "meta:" + key
	}
	parts := strings.FieldsFunc(x.home, isSiteMark)
	home := x.homeStep()
	if home == "" {
		home = x.homeLink(parts)
	}
	if x.home == x.metas.docTitle && len(parts) > 1 && !slices.Contains(parts, home) {
		parts = parts[len(parts)-1:] // the others may be the headline's, put otherwise
	}
	for _, s := range slices.Backward(parts) {
		s = withoutHost(cjk.Trim(s))
		switch {
		case home != "" && (s == home || strings.HasPrefix(s, home) && hasAnySuffix(s, channels)):
			return home, "crumb"
		case home != "" && (slices.Contains(x.art.Section, s) || hasAnySuffix(s, channels)):
			continue
		}
		if s = withoutEdition(s); x.phr.bareOutlet(s) && s != x.title.text {
			return s, "title"
		}
	}
	return home, "crumb"
}

// channels end the names of the parts of a site, and what it calls itself beside its
// name.
var channels = []string{"频道", "頻道", "新闻", "新聞", "新闻中心", "新聞中心", "门户", "门户网", "门户网站"}

// siteMarks part the headline, the section and the site in a title element.
const siteMarks = "_-|｜—–－ "

func isSiteMark(r rune) bool { return strings.ContainsRune(siteMarks, r) }

// withoutHost cuts the bracket with its address that ends a site's name:
// 某网(a.example).
func withoutHost(s string) string {
	i := lastBracket(s)
	if i <= 0 || strings.IndexByte(s[i:], '.') < 0 || cjk.Measure(s[i:]).Han > 0 {
		return s
	}
	return cjk.Trim(s[:i])
}

// withoutEdition cuts off the name of a paper what its edition for screens is called.
func withoutEdition(s string) string {
	for _, w := range []string{"多媒体数字报", "多媒体数字版", "数字报", "数字版", "电子报", "电子版"} {
		if rest, ok := strings.CutSuffix(s, w); ok {
			return rest
		}
	}
	return s
}

// homeStep returns the first step of the breadcrumb if it is named like an outlet: the
// site, with what its home page is called left out.
func (x *extraction) homeStep() string {
	if len(x.art.Section) < 2 {
		return ""
	}
	s := cjk.Trim(strings.TrimSuffix(strings.TrimSuffix(x.art.Section[0], "首页"), "首頁"))
	if !x.phr.bareOutlet(s) || s == x.title.text || strings.HasSuffix(s, "频道") {
		return ""
	}
	return s
}

// homeLink returns the first step of the breadcrumb if it leads home and is the last
// part of the title element beside the headline: the site, whatever it is called.
func (x *extraction) homeLink(parts []string) string {
	if len(x.art.Section) == 0 || len(parts) == 0 || x.home == x.metas.docTitle {
		return ""
	}
	s := x.art.Section[0]
	if s == x.title.text || s != cjk.Trim(parts[len(parts)-1]) || !x.inMenu(s, x.leadsHome) {
		return ""
	}
	return s
}
