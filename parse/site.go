package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

// site returns the portal's own name: the profile's, the page's metas', or the
// last part of its title element beside the headline that looks like an outlet.
func (x *extraction) site() (name, rule string) {
	if x.profile != nil && x.profile.site != "" {
		return x.profile.site, "profile:" + x.profile.name + ":site"
	}
	if v, key := x.metas.first("og:site_name", "sitename", "ld:publisher", "application-name"); v != "" {
		return v, "meta:" + key
	}
	parts := strings.FieldsFunc(x.home, func(r rune) bool { return strings.ContainsRune(siteMarks, r) })
	if x.home == x.metas.docTitle && len(parts) > 1 {
		parts = parts[len(parts)-1:] // the others may be the headline's, put otherwise
	}
	for _, s := range slices.Backward(parts) {
		s = withoutHost(cjk.Trim(s))
		s = strings.TrimSuffix(strings.TrimSuffix(s, "数字报"), "电子报")
		if x.phr.bareOutlet(s) && s != x.title.text {
			return s, "title"
		}
	}
	return "", ""
}

// siteMarks part the headline, the section and the site in a title element.
const siteMarks = "_-|｜—–－ "

// withoutHost cuts the bracket with its address that ends a site's name:
// 某网(a.example).
func withoutHost(s string) string {
	i := lastBracket(s)
	if i <= 0 || strings.IndexByte(s[i:], '.') < 0 || cjk.Measure(s[i:]).Han > 0 {
		return s
	}
	return cjk.Trim(s[:i])
}
