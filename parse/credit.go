package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// role reads a role label and its names: 责任编辑：张三、李四, 记者 张三,
// 新华社记者张三, and behind a name 摄.
func (r *reader) role(i int) (int, bool) {
	l, ok := r.roleLabel(i)
	if !ok || l.mark && len(l.roles) == 1 && l.roles[0] == article.RoleAuthor && r.reporterAt(l.end) {
		return i, false // 文/记者李四: the title says more
	}
	if l.form == formSuffix && r.titleAt(l.end) {
		return i, false // 綜合報導／編輯李四
	}
	lo, org := i, ""
	if l.form == formPrefix {
		lo, org = r.orgBefore(i)
	}
	names, post, hi := r.names(l.end, l.rule)
	if len(names) == 0 {
		if n := r.loneTitle(&l); n > 0 {
			names, post, hi = r.names(l.end+n, likeName)
		}
	}
	if org == "" {
		org = post
	}
	if l.mark && l.roles[0] == article.RolePresenter && !r.listedAlone(l.end, hi, names) {
		return i, false
	}
	if l.mark && l.rule == anyName && r.asked(hi) && !r.phr.allPersonal(names) {
		return i, false // 记者：为什么？
	}
	if len(names) == 0 {
		if !l.mark || hi == l.end && !r.emptyValue(l.end) {
			return i, false
		}
		return r.emit(field{kind: fieldCredits, printed: l.printed, lo: i, hi: hi}), true // a staff code, or nobody
	}
	f := field{kind: fieldCredits, printed: l.printed, lo: lo, hi: hi}
	for _, name := range names {
		for _, role := range l.roles {
			f.credits = append(f.credits, article.Credit{Role: role, Label: l.printed, Name: name, Org: org})
		}
	}
	return r.emit(f), true
}

// loneTitle returns the length of a title that names follow, between them and a
// label of what those did: 文/图 记者 李四, 图/记者 李四; 0 if there is none. Behind
// a mark and a space it would be the next label.
func (r *reader) loneTitle(l *roleLabel) int {
	word, role, ok := r.phr.roles.prefix(r.s[l.end:])
	n, mark := separator(r.s[l.end+len(word):])
	p, _ := utf8.DecodeLastRuneInString(r.s[:l.end])
	if !ok || role.form != formPrefix || mark || l.mark && (n == 0 || cjk.IsSpace(p)) || !l.mark && len(l.roles) < 2 {
		return 0
	}
	return len(word) + n
}

// asked reports whether a mark that no list of names has stands at i.
func (r *reader) asked(i int) bool {
	c, w := utf8.DecodeRuneInString(r.s[i:])
	return w > 0 && strings.ContainsRune("？?！!…", c)
}

// listedAlone reports whether [lo, hi) is a list of names and no speech: marks
// part them, and the line or another label follows. In an interview what is said
// follows 主持人.
func (r *reader) listedAlone(lo, hi int, names []string) bool {
	_, next := r.token(lo)
	return (len(names) == 1 || next < hi) && (r.last(hi) || r.labelAt(r.pastGap(hi)))
}

// reporterAt reports whether a reporter's title stands at i, or an outlet and the
// title, with a name written onto it.
func (r *reader) reporterAt(i int) bool {
	tok, next := r.token(i)
	for k := range tok {
		word, role, ok := r.phr.roles.prefix(tok[k:])
		if !ok || role.form != formPrefix {
			continue
		}
		switch role.roles[0] {
		case article.RoleReporter, article.RoleCorrespondent, article.RoleIntern:
			rest := tok[k+len(word):]
			if rest == "" {
				return (k == 0 || r.phr.ownOrgan(tok[:k])) && r.personalAt(next)
			}
			return r.phr.personal(rest)
		}
	}
	return false
}

// ownOrgan reports whether s is how a paper calls itself, or an outlet: 本报.
func (p *phrases) ownOrgan(s string) bool {
	return strings.HasPrefix(s, "本") && utf8.RuneCountInString(s) == 2 || p.outlet(s)
}

// emptyValue reports whether nothing, or only the next label, follows a label.
func (r *reader) emptyValue(i int) bool {
	return cjk.Trim(r.s[i:]) == "" || r.labelAt(i)
}

// roleLabel is a role label as it stands in a line.
type roleLabel struct {
	printed string // joined labels whole (文字/图片)
	roles   []article.Role
	form    roleForm
	word    bool     // it is an ordinary word as well
	mark    bool     // a colon or slash follows
	rule    nameRule // what counts as a name behind it
	end     int      // where the value begins
}

// roleLabel reads the label at i, with the labels joined to it.
func (r *reader) roleLabel(i int) (l roleLabel, ok bool) {
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	if !ok {
		if word, role, ok = r.paddedRole(i); !ok {
			return l, false
		}
	}
	l = roleLabel{form: role.form, roles: role.roles, word: role.word, end: i + len(word)}
	for {
		n, _ := separator(r.s[l.end:])
		next, more, ok := r.phr.roles.prefix(r.s[l.end+n:])
		joined := ok && n > 0 && !strings.ContainsAny(r.s[l.end:l.end+n], ":：") && r.markBehind(l.end+n+len(next))
		if c, w := utf8.DecodeRuneInString(r.s[l.end:]); !joined && strings.ContainsRune("、·・•‧+＋&＆和与", c) && w > 0 {
			n = w
			next, more, ok = r.phr.roles.prefix(r.s[l.end+n:])
			joined = ok && r.markBehind(l.end+n+len(next))
		}
		if !joined {
			l.printed = strings.ReplaceAll(cjk.Squeeze(r.s[i:l.end]), "　", "")
			n, l.mark = r.mark(i, l.end)
			l.end += n
			break
		}
		l.roles = union(l.roles, more.roles)
		l.end += n + len(next)
	}
	return l, r.settleLabel(&l, i)
}

// paddedRole reads a label of two characters that a space pads to the width of
// longer ones (监　制：), with the mark behind it, or a title with a name.
func (r *reader) paddedRole(i int) (word string, ro role, ok bool) {
	_, w := utf8.DecodeRuneInString(r.s[i:])
	gap := 0
	for j, c := range r.s[i+w:] {
		if !cjk.IsSpace(c) {
			gap = j
			break
		}
	}
	if gap == 0 {
		return "", ro, false
	}
	_, v := utf8.DecodeRuneInString(r.s[i+w+gap:])
	ro, ok = r.phr.roles.exact(r.s[i:i+w] + r.s[i+w+gap:i+w+gap+v])
	end := i + w + gap + v
	if ok && !r.markBehind(end) {
		n, _ := separator(r.s[end:])
		return r.s[i:end], ro, n > 0 && r.personalAt(end+n) // 记 者 张三
	}
	return r.s[i:end], ro, ok
}

// settleLabel decides whether the words are a label here: a mark behind them
// makes them one; without it a title before a name does, or a label of two
// characters or more before what looks like a name by itself.
func (r *reader) settleLabel(l *roleLabel, i int) bool {
	switch {
	case l.mark:
		closed := endsIn(r.s[:l.end], closingBrackets)
		free := !l.word && !closed || endsIn(r.s[:l.end], "/／∕╱") || !closed && r.bracketed(i) || r.amongCredits(l.end)
		if !r.border(i) || l.roles[0] == article.RolePresenter || !free {
			l.rule = likeName
		}
		return true
	case l.form == formPrefix:
		l.rule = behindTitle
		return true
	}
	l.rule = likeName
	if l.form == formLabel && r.rolesFirst(i) {
		l.rule = anyName
		return true
	}
	if l.form == formLabel && !l.word && l.roles[0] == article.RoleAuthor && r.ownElement(l.end) {
		l.rule = anyName
	}
	return l.form == formLabel && utf8.RuneCountInString(l.printed) >= 2 && (!l.word || r.amongCredits(l.end))
}

// ownElement reports whether the token at i, right behind a label, fills an element:
// 作者 <a>小治</a>.
func (r *reader) ownElement(i int) bool {
	if !strings.HasSuffix(strings.TrimRight(r.s[:i], " 　"), elementBorder) {
		return false
	}
	tok, _ := r.token(i)
	m := cjk.Measure(tok)
	return m.Han >= 2 && m.Runes <= 8 && strings.HasPrefix(r.s[i+len(tok):], elementBorder) && !r.stops(i, tok) && !r.phr.desk(tok)
}

// namesBesideFields credits the bare names of a line that stand beside its fields.
func (r *reader) namesBesideFields() {
	for k := range r.out {
		f := &r.out[k]
		if f.kind != fieldText {
			continue
		}
		if cs := r.besideFields(k, f.value); cs != nil {
			f.kind, f.credits = fieldCredits, cs
		}
	}
}

// besideFields reads the text of field k as names. The bare name between a source
// and the credits that follow it is the author's; those behind a stroke are the
// source's reporters; an outlet's may stand before the first credits.
// （来源：某报 张三 编辑：李四）, 来源：某报/张三, （某报/张三 编辑：李四）
func (r *reader) besideFields(k int, text string) []article.Credit {
	credited := k+1 < len(r.out) && r.out[k+1].kind == fieldCredits
	if k == 0 {
		if credited {
			return r.phr.outletByline(text)
		}
		return nil
	}
	source := &r.out[k-1]
	if source.label != labelSource || source.value == "" {
		return nil
	}
	if c, _ := utf8.DecodeRuneInString(text); isStroke(c) {
		return r.phr.reporters(text, source.value)
	}
	if credited && (r.phr.personal(text) || r.bracketed(source.lo) && r.phr.mayBeName(text)) {
		return []article.Credit{{Role: article.RoleAuthor, Name: text}}
	}
	return nil
}

// bracketed reports whether a bracket opens right before i.
func (r *reader) bracketed(i int) bool {
	c, _ := utf8.DecodeLastRuneInString(r.s[:i])
	return strings.ContainsRune("（(【[〔［", c)
}

// endsIn reports whether one of the marks ends s, spaces aside. A slash parts
// labels and names and little else.
func endsIn(s, marks string) bool {
	c, w := utf8.DecodeLastRuneInString(strings.TrimRightFunc(s, cjk.IsSpace))
	return w > 0 && strings.ContainsRune(marks, c)
}

// amongCredits reports whether the line credits somebody before i, or would if the
// label had a value, or has another label with a mark behind it.
func (r *reader) amongCredits(i int) bool {
	for _, f := range r.out {
		if f.kind == fieldCredits {
			return true
		}
	}
	for ; i < len(r.s); i++ {
		if !utf8.RuneStart(r.s[i]) || !r.border(i) {
			continue
		}
		if word, _, ok := r.phr.roles.prefix(r.s[i:]); ok && r.markBehind(i+len(word)) {
			return true
		}
	}
	return false
}

func (r *reader) markBehind(i int) bool {
	_, mark := separator(r.s[i:])
	return mark
}

func union(a, b []article.Role) []article.Role {
	out := append([]article.Role(nil), a...)
	for _, x := range b {
		seen := false
		for _, y := range a {
			seen = seen || x == y
		}
		if !seen {
			out = append(out, x)
		}
	}
	return out
}

// orgBefore returns the outlet that is written onto a title (新华社记者), and
// where it begins; or i and "". Where the reporter is posted is no part of it.
func (r *reader) orgBefore(i int) (lo int, org string) {
	lo = i
	for lo > r.text {
		c, w := utf8.DecodeLastRuneInString(r.s[:lo])
		if !cjk.IsHan(c) && !isWordRune(cjk.FoldRune(c)) && !strings.ContainsRune("《》+·", c) {
			break
		}
		lo -= w
	}
	if org, ok := r.outletSlash(i); lo == i && ok {
		return i, org
	}
	org = postless(r.s[lo:i])
	switch n := utf8.RuneCountInString(org); {
	case n == 0:
		return lo, "" // 驻京记者
	case n < 2 || n > 12:
		return i, ""
	}
	return lo, org
}

// insideWord reports whether a label that takes no name without a mark (总编辑)
// covers i, so that what begins there (编辑) is no title. Behind an outlet it is
// one: 江岸新闻编辑.
func (r *reader) insideWord(i int) bool {
	title, _, _ := r.phr.roles.prefix(r.s[i:])
	at, end := i, i+len(title)
	for k := 0; k < 2; k++ {
		_, w := utf8.DecodeLastRuneInString(r.s[r.text:i])
		if w == 0 {
			return false
		}
		i -= w
		if word, role, ok := r.phr.roles.prefix(r.s[i:]); ok && role.form == formLabel && utf8.RuneCountInString(word) > k+1 && i+len(word) >= end {
			return !r.phr.outlet(cjk.Trim(r.s[r.text:at]))
		}
	}
	return false
}

// outletSlash returns the outlet that stands before the title at i and a slash:
// 【某报╱記者李四╱台北報導】.
func (r *reader) outletSlash(i int) (org string, ok bool) {
	c, w := utf8.DecodeLastRuneInString(r.s[r.text:i])
	if !strings.ContainsRune("/／∕╱", c) {
		return "", false
	}
	before := r.s[r.text : i-w]
	org = before[lastGap(before):]
	return org, r.phr.outlet(org)
}

// ownPress is what outlets call themselves in a byline.
var ownPress = []string{"本报", "本報", "本刊", "本网", "本網", "本台", "本社"}

// postless cuts the place where a reporter is posted off an outlet: 某报驻京.
func postless(org string) string {
	for _, own := range ownPress {
		if k := strings.LastIndex(org, own); k > 0 {
			org = org[k:] // what stands before it is the caption
		}
	}
	for _, post := range []string{"驻", "駐"} {
		if k := strings.LastIndex(org, post); k >= 0 {
			org = org[:k]
		}
	}
	return org
}
