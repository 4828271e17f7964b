package parse

import (
	"strings"

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
// which may open a heading as well, all must do so beyond doubt.
func (p *phrases) credible(labels, names []string) bool {
	first, _ := p.roles.exact(labels[0])
	review := first.roles[0] == article.RoleReviewer
	personal, sure := 0, 0
	for _, name := range names {
		if !p.personal(name) || !p.mayBeName(name) {
			continue
		}
		personal++
		if p.surnames[name[:len("张")]] && (review || len(name) == len("张小三")) {
			sure++
		}
	}
	if len(labels) == 1 {
		return len(labels[0]) > len("文") && sure == len(names)
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

// continueLists gives the names of a line to the list that the line before it broke
// off behind a comma: 编辑：张三、 and below it 李四、王五.
func (x *extraction) continueLists(lo, hi int) {
	for i := lo; i+1 < hi; i++ {
		r, next := &x.readings[i], &x.lines[i+1]
		if r.kind != kindCredits || len(r.fields) == 0 || !strings.HasSuffix(x.lines[i].text, "、") || next.block != x.lines[i].block || x.readings[i+1].kind != kindText {
			continue
		}
		list := creditsOf(r.fields)
		names := strings.FieldsFunc(next.text, nameGap)
		if len(list) == 0 || len(names) == 0 || len(names) > 8 || !x.phr.allPersonal(names) {
			continue
		}
		f := field{kind: fieldCredits, hi: len(next.text)}
		for _, name := range names {
			c := list[len(list)-1]
			c.Name = name
			f.credits = append(f.credits, c)
		}
		x.readings[i+1] = reading{kind: kindCredits, fields: []field{f}}
	}
}

// tailRoles reads the lines behind the last sentence that are a role and one name,
// whatever the name: 一审：鲜桃. Such a line credits somebody, or it is not read.
func (x *extraction) tailRoles() {
	_, hi := x.span()
	for i := x.lastKept() + 1; i < hi && x.readings[i].kind != kindHeading && (x.dropped[i] || !x.lines[i].sentence()); i++ {
		if x.readings[i].kind != kindText || x.dropped[i] || x.lines[i].linked() || len(x.lines[i].text) > longestTailRole {
			continue
		}
		beside := i > 0 && x.readings[i-1].kind == kindCredits || i+1 < hi && x.readings[i+1].kind == kindCredits
		if f, ok := x.phr.tailRole(x.parted(i), beside); ok {
			x.keep[i], x.readings[i] = false, reading{kind: kindCredits, fields: []field{f}}
			x.named++
		}
	}
}

// longestTailRole is the length in bytes of the longest line of a role and a name.
const longestTailRole = 60

// tailRole reads a line that is a role, a mark and a word as long as a name.
// Without the mark, or where the role is one of a picture, which may be described
// behind it, the line must stand beside other credits, or it names a reviewer.
func (p *phrases) tailRole(s string, beside bool) (f field, ok bool) {
	r := reader{phr: p, s: s}
	l, _ := r.roleLabel(0)
	if l.form != formLabel || len(l.roles) == 0 || !l.mark && !r.border(l.end) {
		return f, false
	}
	names, end := r.bareNames(l.end)
	if len(names) != 1 || end < len(s) || p.chrome.has(names[0]) {
		return f, false
	}
	certain := l.mark && !showing[l.roles[0]] || l.roles[0] == article.RoleReviewer && p.personal(names[0])
	if !beside && !certain {
		return f, false
	}
	f = field{kind: fieldCredits, printed: l.printed, hi: len(s)}
	for _, role := range l.roles {
		f.credits = append(f.credits, article.Credit{Role: role, Label: l.printed, Name: names[0]})
	}
	return f, true
}

// showing are the roles of those who make what a reader sees or hears: behind
// their labels stands what is shown as well.
var showing = map[article.Role]bool{
	article.RolePhotographer: true, article.RoleVideographer: true, article.RoleDesigner: true, article.RolePresenter: true,
}
