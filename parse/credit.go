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
	if !ok || l.mark && r.bareTitle(l.end) {
		return i, false // 文/记者李四: the title says more
	}
	lo, org := i, ""
	if l.form == formPrefix {
		lo, org = r.orgBefore(i)
	}
	names, post, hi := r.names(l.end, l.strict)
	if org == "" {
		org = post
	}
	if len(names) == 0 {
		if !l.mark || hi == l.end && !r.emptyValue(l.end) {
			return i, false
		}
		return r.emit(field{kind: fieldCredits, printed: l.word, lo: i, hi: hi}), true // a staff code, or nobody
	}
	f := field{kind: fieldCredits, printed: l.word, lo: lo, hi: hi}
	for _, name := range names {
		for _, role := range l.roles {
			f.credits = append(f.credits, article.Credit{Role: role, Label: l.word, Name: name, Org: org})
		}
	}
	return r.emit(f), true
}

// bareTitle reports whether a title with a name written onto it begins at i.
func (r *reader) bareTitle(i int) bool {
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	if !ok || role.form != formPrefix {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.s[i+len(word):])
	return cjk.IsHan(c)
}

// emptyValue reports whether nothing, or only the next label, follows a label.
func (r *reader) emptyValue(i int) bool {
	return cjk.Trim(r.s[i:]) == "" || r.labelAt(i)
}

// roleLabel is a role label as it stands in a line.
type roleLabel struct {
	word   string // as printed, joined labels whole (文字/图片)
	roles  []article.Role
	form   roleForm
	mark   bool // a colon or slash follows
	strict bool // what follows must look like a name by itself
	end    int  // where the value begins
}

// roleLabel reads the label at i, with the labels joined to it.
func (r *reader) roleLabel(i int) (l roleLabel, ok bool) {
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	if !ok {
		if word, role, ok = r.paddedRole(i); !ok {
			return l, false
		}
	}
	l = roleLabel{form: role.form, roles: role.roles, end: i + len(word)}
	for {
		n, mark := separator(r.s[l.end:])
		next, more, ok := r.phr.roles.prefix(r.s[l.end+n:])
		joined := ok && n > 0 && !strings.ContainsAny(r.s[l.end:l.end+n], ":：") && r.markBehind(l.end+n+len(next))
		if !joined && strings.HasPrefix(r.s[l.end:], "、") {
			n = len("、")
			next, more, ok = r.phr.roles.prefix(r.s[l.end+n:])
			joined = ok && r.markBehind(l.end+n+len(next))
		}
		if !joined {
			l.word = strings.ReplaceAll(cjk.Squeeze(r.s[i:l.end]), "　", "")
			l.mark = mark
			l.end += n
			break
		}
		l.roles = union(l.roles, more.roles)
		l.end += n + len(next)
	}
	return l, r.settleLabel(&l, r.border(i))
}

// paddedRole reads a label of two characters that a space pads to the width of
// longer ones (监　制：), with the mark behind it.
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
	return r.s[i:end], ro, ok && r.markBehind(end)
}

// settleLabel decides whether the words are a label here: a mark behind them
// makes them one; without it a title before a name does, or a label of two
// characters or more before what looks like a name by itself.
func (r *reader) settleLabel(l *roleLabel, border bool) bool {
	if l.mark {
		l.strict = !border || l.roles[0] == article.RolePresenter // in an interview what is said follows the label
		return true
	}
	l.strict = true
	return l.form == formPrefix || l.form == formLabel && utf8.RuneCountInString(l.word) >= 2
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
// where it begins; or i and "".
func (r *reader) orgBefore(i int) (lo int, org string) {
	lo = i
	for lo > r.text {
		c, w := utf8.DecodeLastRuneInString(r.s[:lo])
		if !cjk.IsHan(c) && !isWordRune(cjk.FoldRune(c)) {
			break
		}
		lo -= w
	}
	org = r.s[lo:i]
	if n := utf8.RuneCountInString(org); n < 2 || n > 12 {
		return i, ""
	}
	return lo, org
}
