package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

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
