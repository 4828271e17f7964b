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
	if !ok {
		return i, false
	}
	lo, org := i, ""
	if l.form == formPrefix {
		lo, org = r.orgBefore(i)
	}
	names, hi := r.names(l.end, l.strict)
	if len(names) == 0 {
		if !l.mark || !r.emptyValue(l.end) {
			return i, false
		}
		return r.emit(field{kind: fieldCredits, printed: l.word, lo: i, hi: l.end}), true
	}
	f := field{kind: fieldCredits, printed: l.word, lo: lo, hi: hi}
	for _, name := range names {
		for _, role := range l.roles {
			f.credits = append(f.credits, article.Credit{Role: role, Label: l.word, Name: name, Org: org})
		}
	}
	return r.emit(f), true
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
		return l, false
	}
	l = roleLabel{form: role.form, roles: role.roles, end: i + len(word)}
	for {
		n, mark := separator(r.s[l.end:])
		next, more, ok := r.phr.roles.prefix(r.s[l.end+n:])
		joined := ok && n > 0 && r.markBehind(l.end+n+len(next))
		if !joined && strings.HasPrefix(r.s[l.end:], "、") {
			n = len("、")
			next, more, ok = r.phr.roles.prefix(r.s[l.end+n:])
			joined = ok && r.markBehind(l.end+n+len(next))
		}
		if !joined {
			l.word = r.s[i:l.end]
			l.mark = mark
			l.end += n
			break
		}
		l.roles = union(l.roles, more.roles)
		l.end += n + len(next)
	}
	return l, r.settleLabel(&l)
}

// settleLabel decides whether the words are a label here: a mark behind them
// makes them one; without it a title before a name does, or a label of two
// characters or more that a space and a name follow.
func (r *reader) settleLabel(l *roleLabel) bool {
	if l.mark {
		return true
	}
	l.strict = true
	gap := l.end > 0 && cjk.IsSpace(rune(r.s[l.end-1])) || strings.HasSuffix(r.s[:l.end], "　")
	switch l.form {
	case formPrefix:
		return true
	case formSuffix:
		return false
	}
	return gap && utf8.RuneCountInString(l.word) >= 2
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

// names reads the names at i and returns where they end.
func (r *reader) names(i int, strict bool) (names []string, end int) {
	end = i
	half := "" // the first character of a padded name
	for i < len(r.s) {
		tok, next := r.token(i)
		if tok == "" || r.stops(i, tok) {
			break
		}
		name, ok := r.name(tok, strict)
		switch n := utf8.RuneCountInString(tok); {
		case n == 1 && half == "" && r.surnameRune(tok):
			half = tok
			i = next
			continue
		case half != "" && n <= 2 && cjk.Measure(tok).Han == n:
			name, ok, half = half+tok, true, ""
		}
		if !ok {
			break
		}
		if name != "" {
			names = append(names, name)
		}
		end = i + len(tok)
		i = next
		if r.ended(end) {
			break
		}
	}
	return names, r.pastBracket(end)
}

// nameEnds are the marks that no list of names goes past.
const nameEnds = "。|｜丨）)]】〕；;！？!?：:…>＞"

// nameGaps part the names of a list.
const nameGaps = " 　、，,/／&＆"

// token returns the run of characters at i up to a gap or an end, and where
// the next one begins. Latin words stay together over one space.
func (r *reader) token(i int) (tok string, next int) {
	lo := i
	for i < len(r.s) {
		c, w := utf8.DecodeRuneInString(r.s[i:])
		if strings.ContainsRune(nameEnds, c) || r.timeAt(i) {
			break
		}
		if strings.ContainsRune(nameGaps, c) || cjk.IsSpace(c) {
			if c == ' ' && i > lo && r.latinAcross(i) {
				i += w
				continue
			}
			break
		}
		if (c == '(' || c == '（' || c == '[' || c == '【' || c == '［') && i > lo {
			break
		}
		if (c == '(' || c == '（' || c == '[' || c == '【' || c == '［') && i == lo {
			return "", i
		}
		i += w
	}
	tok = r.s[lo:i]
	for i < len(r.s) {
		c, w := utf8.DecodeRuneInString(r.s[i:])
		if !strings.ContainsRune(nameGaps, c) && !cjk.IsSpace(c) {
			break
		}
		i += w
	}
	return tok, i
}

func (r *reader) latinAcross(i int) bool {
	return i+1 < len(r.s) && isWordRune(cjk.FoldRune(rune(r.s[i-1]))) && isWordRune(cjk.FoldRune(rune(r.s[i+1])))
}

// stops reports whether the token at i is no name but the next field or a
// button.
func (r *reader) stops(i int, tok string) bool {
	return r.labelAt(i) || r.phr.chrome[cjk.Key(tok)] || strings.HasPrefix(tok, "http")
}

// ended reports whether a mark that ends a list of names stands at i.
func (r *reader) ended(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.s[i:])
	return i >= len(r.s) || strings.ContainsRune(nameEnds, c) || c == '(' || c == '（' || c == '[' || c == '【'
}

// pastBracket skips a bracket behind a name that holds a staff code or a post.
func (r *reader) pastBracket(i int) int {
	for _, b := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if strings.HasPrefix(r.s[i:], b[0]) {
			if j := strings.Index(r.s[i:], b[1]); j > 0 && utf8.RuneCountInString(r.s[i:i+j]) < 20 {
				return i + j + len(b[1])
			}
		}
	}
	return i
}

func (r *reader) surnameRune(s string) bool { return r.phr.surnames[s] }

// name cleans a token into a name. An empty name with ok set is a token that
// belongs to the list but names nobody: a staff code, a placeholder, the end
// of a byline such as 台北報導.
func (r *reader) name(tok string, strict bool) (name string, ok bool) {
	name = stripCode(tok)
	if name == "" || r.phr.noNames[strings.ToLower(name)] {
		return "", true
	}
	c := cjk.Measure(name)
	if c.Han == 0 {
		return latinName(name, strict)
	}
	for _, tail := range bylineTails {
		if rest, cut := strings.CutSuffix(name, tail); cut {
			if rest == "" || !r.phr.personal(rest) {
				return "", true
			}
			name = rest
			c = cjk.Measure(name)
		}
	}
	if strict {
		return name, r.phr.personal(name)
	}
	return name, c.Runes >= 2 && c.Runes <= 12 && c.Clause == 0 || strings.ContainsAny(name, "·•") && c.Runes <= 20
}

// bylineTails are what a byline ends in behind its last name.
var bylineTails = []string{"报道", "報導", "報道", "摄影", "攝影", "摄", "攝", "电", "電", "讯", "訊", "文"}

func latinName(s string, strict bool) (string, bool) {
	letters := 0
	for _, r := range s {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f {
			letters++
		}
	}
	return s, !strict && letters*2 > len(s) && len(s) >= 2 && len(s) <= 40 && !strings.Contains(s, "@") && !strings.Contains(s, ".com")
}

// stripCode drops the staff code that portals print behind a name:
// 马婧雯_NN2479, 韩保林 PK155.
func stripCode(s string) string {
	if i := strings.IndexByte(s, '_'); i > 0 && !cjk.IsHan(rune(s[0])) {
		s = s[:i]
	}
	i := len(s)
	for i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || s[i-1] >= 'A' && s[i-1] <= 'Z') {
		i--
	}
	code := s[i:]
	if len(code) >= 3 && code[len(code)-1] >= '0' && code[len(code)-1] <= '9' && code[0] >= 'A' {
		s = s[:i]
	}
	return strings.TrimRight(s, "_- ")
}

// personal reports whether s looks like a Chinese person's name by itself: a
// surname and one or two characters, or a name with a middle dot.
func (p *phrases) personal(s string) bool {
	runes := []rune(s)
	n := len(runes)
	for _, r := range runes {
		if strings.ContainsRune("·•・‧", r) {
			return n >= 4 && n <= 16
		}
		if !cjk.IsHan(r) {
			return false
		}
	}
	if n >= 3 && n <= 4 && p.surnames[string(runes[:2])] {
		return true
	}
	return n >= 2 && n <= 3 && p.surnames[string(runes[:1])]
}

// suffix reads a role that stands behind its name: 张三 摄, 李四 摄影报道.
func (r *reader) suffix(i int) (int, bool) {
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	if !ok || role.form != formSuffix {
		return i, false
	}
	hi := i + len(word)
	if c, w := utf8.DecodeRuneInString(r.s[hi:]); w > 0 && cjk.IsHan(c) {
		return i, false
	}
	before := strings.TrimRight(r.s[r.text:i], " 　/／、")
	if before == "" {
		return r.retitle(word, role, hi)
	}
	lo := r.text + lastGap(before)
	name := r.s[lo : r.text+len(before)]
	if !r.phr.personal(name) {
		return i, false
	}
	f := field{kind: fieldCredits, printed: word, lo: lo, hi: hi}
	for _, role := range role.roles {
		f.credits = append(f.credits, article.Credit{Role: role, Label: word, Name: name})
	}
	return r.emit(f), true
}

// retitle gives the names that were just read the role behind them: a 记者 whose
// name 摄 follows is credited with the picture.
func (r *reader) retitle(word string, role role, hi int) (int, bool) {
	if len(r.out) == 0 || r.out[len(r.out)-1].kind != fieldCredits {
		return hi, false
	}
	f := &r.out[len(r.out)-1]
	f.hi = hi
	if role.roles[0] == article.RoleReporter {
		return hi, true
	}
	old := f.credits
	f.credits = nil
	for _, c := range old {
		for _, to := range role.roles {
			f.credits = append(f.credits, article.Credit{Role: to, Label: word, Name: c.Name, Org: c.Org})
		}
	}
	return hi, true
}

// lastGap returns where the last word of s begins.
func lastGap(s string) int {
	for i := len(s); i > 0; {
		c, w := utf8.DecodeLastRuneInString(s[:i])
		if !cjk.IsHan(c) && !strings.ContainsRune("·•・‧", c) {
			return i
		}
		i -= w
	}
	return 0
}
