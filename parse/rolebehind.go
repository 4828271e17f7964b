package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A role may stand behind its names: 张三 摄, 李四、王五 摄影报道, 赵六 文 钱七 图.

// suffix reads a role that stands behind its name: 张三 摄, 李四 摄影报道.
func (r *reader) suffix(i int) (int, bool) {
	if i < r.paired {
		return i, false
	}
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	hi := i + len(word)
	if !ok || role.form == formPrefix && !r.last(hi) || role.form != formSuffix && !r.closes(i, hi) && !r.photographed(i, hi) && !(r.text == i && r.suffixWord(word) && !r.markBehind(hi)) {
		return i, false
	}
	if c, w := utf8.DecodeRuneInString(r.s[hi:]); w > 0 && cjk.IsHan(c) || c == '：' || c == ':' {
		return i, false
	}
	before := strings.TrimRightFunc(r.s[r.text:i], nameGap)
	if p, _ := utf8.DecodeLastRuneInString(r.s[:i]); string(p) == elementBorder && strings.HasPrefix(r.s[hi:], " ") && r.personalAt(r.pastGap(hi)) {
		return i, false // 江岸网·财经<span>作者 张三</span>
	}
	if before == "" {
		if role.form == formLabel && utf8.RuneCountInString(word) >= 2 && r.personalAt(r.pastGap(hi)) {
			return i, false // 责编 张三 校对 李四: it is the next name's
		}
		return r.retitle(word, role, hi)
	}
	names, lo := r.namesBefore(before)
	if len(names) == 0 {
		if name := r.pseudonym(i, hi, before); name != "" && (role.roles[0] == article.RoleTranslator || r.behindCredit(role)) {
			names, lo = []string{name}, r.text+len(before)-len(name)
		}
	}
	if len(names) == 0 && r.penAt(i, role) {
		lo = r.text + lastGap(before)
		names = []string{r.s[lo : r.text+len(before)]}
	}
	if n := len(names); n > 0 && len(before) == i-r.text && r.phr.longName(names[n-1]) {
		names = names[:n-1] // 夏季保供特别报道
	}
	if slices.Contains(reportTails, word) && (len(names) == 0 || r.placeLast(names, before)) {
		names, lo = r.sentBefore(before)
	}
	if len(names) == 0 {
		return i, false
	}
	lo, org := r.issuer(lo)
	f := field{kind: fieldCredits, printed: word, lo: lo, hi: hi}
	for _, name := range names {
		for _, role := range role.roles {
			f.credits = append(f.credits, article.Credit{Role: role, Label: word, Name: name, Org: org})
		}
	}
	return r.emit(f), true
}

// longName reports whether a name has four ideographs, of which the first two are no
// surname, and is none of those without one: without a space before a role it is
// rather what the role is about.
func (p *phrases) longName(name string) bool {
	m := cjk.Measure(name)
	return m.Han == 4 && m.Runes == 4 && !p.surname(prefixRunes(name, 2)) && !p.givenOnly(name)
}

// photographed reports whether 摄影 at i is written onto a name, as the last word
// of a bracket or line: （张小三摄影）.
func (r *reader) photographed(i, hi int) bool {
	if w := r.s[i:hi]; w != "摄影" && w != "攝影" || !r.last(hi) {
		return false
	}
	name := r.s[r.text:i]
	name = name[lastGap(name):]
	first, _ := utf8.DecodeRuneInString(name)
	return r.phr.personal(name) && r.phr.surnames[string(first)] && r.phr.mayBeName(name)
}

// placeLast reports whether the last of the names that before ends in is rather where
// they reported from: a known place, or what a stroke parts from them.
func (r *reader) placeLast(names []string, before string) bool {
	last := names[len(names)-1]
	c, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, last))
	return r.phr.place(last) || len(names) > 1 && isStroke(c) && !r.phr.commonName(last)
}

// sentBefore returns the names before the place that a report came from, and where
// they begin: 林小青 台北報導, 林小青／台北報導.
func (r *reader) sentBefore(before string) (names []string, lo int) {
	from := lastGap(before)
	who := strings.TrimRightFunc(before[:from], func(c rune) bool { return cjk.IsSpace(c) || isStroke(c) })
	if len(who) == from {
		return nil, 0
	}
	names, lo = r.namesBefore(who)
	if place := cjk.Measure(before[from:]); !r.phr.place(before[from:]) && (place.Han < 2 || place.Han > 4 || slices.ContainsFunc(names, func(name string) bool { return !r.phr.mayBeName(name) })) {
		return nil, 0
	}
	return names, lo
}

// afterCredit reports whether the field right before the pending text is a
// credit.
func (r *reader) afterCredit() bool {
	n := len(r.out)
	return n > 0 && len(r.out[n-1].credits) > 0 && r.out[n-1].hi == r.text
}

// behindCredit reports whether a role is the picture's, behind the credit of the
// text: 卓玛 文 格桑 图.
func (r *reader) behindCredit(ro role) bool {
	return r.afterCredit() && ro.roles[0] == article.RolePhotographer && r.out[len(r.out)-1].credits[0].Role == article.RoleAuthor
}

// pseudonym returns the name that an element holds before a space and the role
// at i, where it holds nothing else: there a
// translator's or a photographer's needs no surname.
func (r *reader) pseudonym(i, hi int, before string) string {
	k := strings.LastIndex(before, elementBorder)
	if k < 0 && r.text > 0 && !r.afterCredit() || hi < len(r.s) && !strings.HasPrefix(r.s[hi:], elementBorder) {
		return ""
	}
	name := cjk.Trim(strings.TrimPrefix(before[max(k, 0):], elementBorder))
	m := cjk.Measure(name)
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if !cjk.IsSpace(p) || m.Han != m.Runes || m.Han < 2 || m.Han > 4 || r.phr.noNames[name] || r.phr.desk(name) || strings.HasPrefix(name, "本") {
		return ""
	}
	return name
}

// penAt reports whether a pen name stands before a stroke and the role at i, where names
// and roles take turns: 晚风/文 木舟/图.
func (r *reader) penAt(i int, ro role) bool {
	if i < r.penned {
		return true
	}
	stroke, w := utf8.DecodeLastRuneInString(r.s[:i])
	if !isStroke(stroke) {
		return false
	}
	before := r.s[r.text : i-w]
	lo := lastGap(before)
	if strings.Trim(before[:lo], "（(【[ 　、，,") != "" {
		return false
	}
	pairs, end := r.penPairs(r.text + lo)
	if pairs > 1 || pairs == 1 && r.behindCredit(ro) {
		r.penned = end
	}
	return i < r.penned
}

// penPairs counts the pairs of a name, a stroke and the role of who made the text or the
// picture that make up the line or bracket from i on, and returns where they end. It is
// 0 if something else stands among them, or there are too many.
func (r *reader) penPairs(i int) (n, end int) {
	for ; !r.last(i); n++ {
		name, hi := r.token(i)
		word, ro, ok := r.phr.roles.prefix(r.s[hi:])
		stroke, _ := utf8.DecodeLastRuneInString(r.s[:hi])
		if _, role := r.phr.roles.exact(name); !ok || role || !isStroke(stroke) || !r.phr.mayBeName(name) {
			return 0, i
		}
		if n == mostSigned || !isAuthor(ro.roles[0]) && ro.roles[0] != article.RolePhotographer {
			return 0, i
		}
		i = hi + len(word)
		if next := r.pastGap(i); next > i {
			i = next
		} else if !r.last(i) {
			return 0, i
		}
	}
	return n, i
}

// issuer returns the agency that gave out the picture of the name that begins at
// lo, or the desk before a stroke that sent its bearer, and where its name begins:
// 中新社发 张三 摄, 新华社发（张三摄）, 生活中心／张三報導.
func (r *reader) issuer(lo int) (int, string) {
	before := r.s[r.text:lo]
	if n, org := issuerBefore(before); org != "" {
		return r.text + n, org
	}
	rest := strings.TrimRightFunc(before, isStroke)
	if n := lastGap(rest); len(rest) < len(before) && r.phr.desks.end(rest[n:]) && !r.phr.outlet(rest[n:]) {
		return r.text + n, rest[n:]
	}
	return lo, ""
}

// issuerBefore returns the agency that s ends in, and where it begins.
func issuerBefore(s string) (lo int, org string) {
	s = strings.TrimRight(s, " 　（(")
	org, ok := strings.CutSuffix(s, "发")
	if !ok {
		org, ok = strings.CutSuffix(s, "發")
	}
	if !ok {
		return 0, ""
	}
	org = org[lastGap(org):]
	if n := utf8.RuneCountInString(org); n < 3 || n > 6 || !strings.HasSuffix(org, "社") {
		return 0, ""
	}
	return len(s) - len(org) - len("发"), org
}

// namesBefore returns the names that the pending text ends with, and where they
// begin.
func (r *reader) namesBefore(before string) (names []string, lo int) {
	lo = r.text + len(before)
	for {
		name, from := r.phr.lastName(before)
		if _, role := r.phr.roles.exact(name); role || !r.phr.personal(name) {
			return names, lo
		}
		names = append([]string{name}, names...)
		lo = r.text + from
		rest := strings.TrimRightFunc(before[:from], nameGap)
		if rest == before[:from] || rest == "" {
			return names, lo
		}
		before = rest
	}
}

// lastName returns the last word of s and where it begins; the two characters of a
// padded name are one: 张 三.
func (p *phrases) lastName(s string) (name string, lo int) {
	lo = lastGap(s)
	name = s[lo:]
	rest := strings.TrimRightFunc(s[:lo], cjk.IsSpace)
	if len(name) > len("三") || len(rest) == lo {
		return name, lo
	}
	if half := lastGap(rest); half+len("张") == len(rest) && p.surname(rest[half:]) {
		return rest[half:] + name, half
	}
	return name, lo
}

// last reports whether nothing but a bracket follows at i.
func (r *reader) last(i int) bool {
	rest := strings.TrimLeft(r.s[i:], "）)】]〕 　")
	return strings.HasPrefix(rest, elementBorder) || strings.Trim(rest, "）)】]〕 　") == ""
}

// closes reports whether the label [i, hi) belongs to the name before it: it
// stands behind a space or slash, and the next name, a bracket or the end of the
// line follows. 张三 编辑, 张三 文 李四 图, 張三／攝影.
func (r *reader) closes(i, hi int) bool {
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if !cjk.IsSpace(p) && !strings.ContainsRune("/／∕", p) || r.markBehind(hi) {
		return false
	}
	if strings.HasPrefix(r.s[hi:], elementBorder) && !r.personalAt(r.pastGap(hi)) {
		return true
	}
	rest := strings.TrimLeft(r.s[hi:], elementBorder)
	c, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || cjk.IsSpace(c) || strings.ContainsRune("）)】]〕、", c)
}

// retitle gives the names that were just read the role behind them: a 记者 whose
// name 摄 follows is credited with the picture. A 通讯员 stays one besides, unless
// the line names but who took a picture; what two did (文/图) is said of the 记者
// before them too. An intern always stays one, and takes a picture with the 记者
// before.
func (r *reader) retitle(word string, role role, hi int) (int, bool) {
	n := len(r.out)
	if n == 0 || len(r.out[n-1].credits) == 0 {
		return hi, false
	}
	f := &r.out[n-1]
	f.hi = hi
	joined := n > 1 && r.out[n-2].titled(article.RoleReporter)
	switch {
	case role.roles[0] == article.RoleReporter:
	case f.titled(article.RoleCorrespondent) && (joined || !slices.Equal(role.roles, takers)):
		f.alsoDid(word, role)
		if joined && len(role.roles) > 1 {
			r.out[n-2].alsoDid(word, role)
		}
	case f.titled(article.RoleCorrespondent) || f.titled(article.RoleReporter):
		f.did(word, role)
	case f.titled(article.RoleIntern) && slices.Equal(role.roles, takers):
		f.alsoDid(word, role)
		if joined {
			r.out[n-2].alsoDid(word, role)
		}
	} // whoever a label named stays that
	return hi, true
}

// takers is the role of those who took a picture and did no more.
var takers = []article.Role{article.RolePhotographer}

// did credits the names of a field with a role in place of their titles.
func (f *field) did(word string, role role) {
	var all []article.Credit
	for _, c := range f.credits {
		for _, to := range role.roles {
			all = append(all, article.Credit{Role: to, Label: word, Name: c.Name, Org: c.Org})
		}
	}
	f.credits = all
}

// titled reports whether the names of a field stand behind a title.
func (f *field) titled(title article.Role) bool {
	return len(f.credits) > 0 && f.credits[0].Role == title
}

// alsoDid credits the names of a field, who have written the text, with what else a
// role says that they did.
func (f *field) alsoDid(word string, role role) {
	var all []article.Credit
	for _, c := range f.credits {
		all = append(all, c)
		for _, did := range role.roles {
			if !isAuthor(did) {
				all = append(all, article.Credit{Role: did, Label: word, Name: c.Name, Org: c.Org})
			}
		}
	}
	f.credits = all
}

// lastGap returns where the last word of s begins.
func lastGap(s string) int {
	for i := len(s); i > 0; {
		c, w := utf8.DecodeLastRuneInString(s[:i])
		if !cjk.IsHan(c) && !isDot(c) {
			return i + dots(s[i:])
		}
		i -= w
	}
	return dots(s)
}

// dots returns the length of the dots that s begins with: a name has them inside.
func dots(s string) (n int) {
	for _, r := range s {
		if !isDot(r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}
