package parse

import (
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// Roles and names may take turns with no mark between them: 一审 张三 二审 李四.
// Where the role stands first it does so all along, and takes no name before it.

// rolesFirst reports whether roles and names, role first, take turns from i to the
// end of the line, a time or a label.
func (r *reader) rolesFirst(i int) bool {
	if i < r.paired {
		return true
	}
	var labels, names []string
	lo := i
	for {
		word, ro, ok := r.phr.roles.prefix(r.s[i:])
		n, _ := separator(r.s[i+len(word):])
		if !ok || ro.form == formSuffix || n == 0 && ro.form != formPrefix {
			break
		}
		held, end := r.bareNames(i + len(word) + n)
		if len(held) == 0 {
			return false
		}
		labels, names, i = append(labels, word), append(names, held...), end
	}
	if i == lo || !r.last(i) && !r.timeAt(i) && !r.labelAt(i) || !r.phr.credible(labels, names) {
		return false
	}
	r.paired = i
	return true
}

// credible reports whether labels and the names behind them are what they seem
// where no mark says so: most names must look like some; behind a single label,
// which may be a heading as well, all must, the more so if it is none of a review.
func (p *phrases) credible(labels, names []string) bool {
	first, _ := p.roles.exact(labels[0])
	review := first.roles[0] == article.RoleReviewer
	personal, common := 0, 0
	for _, name := range names {
		if p.personal(name) && p.mayBeName(name) {
			personal++
		}
		if p.commonName(name) {
			common++
		}
	}
	if len(labels) == 1 {
		return len(labels[0]) > len("文") && (review && personal == len(names) || common == len(names))
	}
	return personal*2 > len(names) || review && personal*2 == len(names)
}

// bareNames returns the words at i that are as long as names and are no roles, and
// where they end.
func (r *reader) bareNames(i int) (names []string, end int) {
	for end = i; ; {
		tok, next := r.unpadded(end)
		m := cjk.Measure(tok)
		_, role := r.phr.roles.exact(tok)
		if role || m.Han != m.Runes || m.Han < 2 || m.Han > 4 || r.phr.noNames[tok] {
			return names, end
		}
		names = append(names, tok)
		if next == end {
			return names, end
		}
		end = next
	}
}

// unpadded is token that joins the two characters of a padded name.
func (r *reader) unpadded(i int) (tok string, next int) {
	tok, next = r.token(i)
	if len(tok) <= 4 && next < len(r.s) && r.phr.surname(tok) {
		given, end := r.token(next)
		return tok + given, end
	}
	return tok, next
}
