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

// names reads the names at i and returns where they end.
func (r *reader) names(i int, strict bool) (names []string, org string, end int) {
	end = i
	half := "" // the first character of a padded name
	for i < len(r.s) {
		tok, next := r.token(i)
		if tok == "" || r.stops(i, tok) {
			break
		}
		if _, is := r.phr.roles.exact(tok); is || r.colonAt(i+len(tok)) {
			break // a role behind the names, or the label of something else
		}
		if strict {
			if cut := r.titleIn(tok); cut > 0 {
				tok, next = tok[:cut], i+cut // 记者李四实习生王五: the next title comes at once
			}
		}
		if len(names) == 0 && r.phr.desk(tok) && (r.personalAt(next) || !strict && r.shortAt(next)) {
			org, end, i = tok, i+len(tok), next // 通讯员 某街道办 李四
			continue
		}
		if title, ok := r.titled(tok); ok {
			org, end, i = title, i+len(tok), next // 《财经》记者 李四: the name comes next
			continue
		}
		if strict {
			if several := r.phr.glued(tok); len(several) > 0 {
				return append(names, several...), org, i + len(tok)
			}
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
		if !ok || len(names) > 0 && !strict && utf8.RuneCountInString(name) > 4 && !r.phr.personal(name) && !r.phr.desk(name) {
			break
		}
		if name != "" {
			names = append(names, name)
		}
		end = i + len(tok)
		if cut := r.roleTail(tok, name); cut > 0 {
			return names, "", end - cut
		}
		i = next
		if r.ended(end) {
			break
		}
	}
	return names, org, r.pastBracket(end)
}

// colonAt reports whether a colon follows: the token before it is a label.
func (r *reader) colonAt(i int) bool {
	return strings.HasPrefix(r.s[i:], ":") || strings.HasPrefix(r.s[i:], "：")
}

// personalAt reports whether the token at i looks like a person's name.
func (r *reader) personalAt(i int) bool {
	tok, _ := r.token(i)
	return r.phr.personal(tok)
}

// shortAt reports whether a token of two to four ideographs stands at i, behind
// a space.
func (r *reader) shortAt(i int) bool {
	tok, _ := r.token(i)
	m := cjk.Measure(tok)
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	return m.Han >= 2 && m.Han <= 4 && m.Han == m.Runes && cjk.IsSpace(p)
}

// titleIn returns where a title begins inside a token, 0 if none does.
func (r *reader) titleIn(tok string) int {
	for i := range tok {
		if i == 0 {
			continue
		}
		if word, role, ok := r.phr.roles.prefix(tok[i:]); ok && role.form == formPrefix && i+len(word) < len(tok) {
			return i
		}
	}
	return 0
}

// suffixWord reports whether a token is a role that stands behind names.
func (r *reader) suffixWord(tok string) bool {
	role, ok := r.phr.roles.exact(tok)
	return ok && role.form == formSuffix
}

// roleTail returns the length of the role written onto the end of a name
// (張三攝), 0 if there is none.
func (r *reader) roleTail(tok, name string) int {
	if name == "" || !strings.HasPrefix(tok, name) || !r.suffixWord(tok[len(name):]) {
		return 0
	}
	return len(tok) - len(name)
}

// titled splits a title off the end of a token that names an outlet or a post
// before the name itself: 《财经》记者, 本刊特约评论员.
func (r *reader) titled(tok string) (org string, ok bool) {
	for i := range tok {
		role, found := r.phr.roles.exact(tok[i:])
		if found && i > 0 && (role.form == formPrefix || role.roles[0] == article.RoleEditor) {
			return tok[:i], true
		}
	}
	return "", false
}

// nameEnds are the marks that no list of names goes past.
const nameEnds = "。|｜︱丨）)]】〕；;！？!?：:…>＞"

// nameGaps part the names of a list.
const nameGaps = " 　、，,/／∕╱&＆"

func nameGap(c rune) bool { return cjk.IsSpace(c) || strings.ContainsRune(nameGaps, c) }

// token returns the run of characters at i up to a gap or an end, and where
// the next one begins. Latin words stay together over one space.
func (r *reader) token(i int) (tok string, next int) {
	lo := i
	for i < len(r.s) {
		c, w := utf8.DecodeRuneInString(r.s[i:])
		if strings.ContainsRune(nameEnds, c) || r.timeAt(i) || i > lo && r.labelAt(i) {
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

func (r *reader) surnameRune(s string) bool { return r.phr.surname(s) }

func (p *phrases) surname(s string) bool {
	_, ok := p.surnames[s]
	return ok
}

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
	if strings.HasSuffix(name, "供图") || strings.HasSuffix(name, "提供") {
		return "", true // an office gave the picture; nobody is named
	}
	if strings.ContainsAny(name, "“”\"‘’「」") {
		return "", false
	}
	for _, tail := range bylineTails {
		rest, cut := strings.CutSuffix(name, tail)
		if !cut || len(tail) == 3 && !mainlySuffix[tail] && r.phr.personal(name) {
			continue
		}
		if !r.phr.personal(rest) {
			return r.phr.leadingName(rest), true // 林青台北21日電: the place is no name
		}
		name = rest
		c = cjk.Measure(name)
	}
	if i := strings.Index(name, "发自"); i > 0 {
		name = name[:i]
	}
	if strict {
		return name, r.phr.personal(name)
	}
	return name, c.Clause == 0 && (c.Runes >= 2 && c.Runes <= 6 || c.Runes <= 20 && (strings.ContainsAny(name, "·•《") || r.phr.desk(name)))
}

// desk reports whether s names a desk, an outlet or an office rather than a
// person.
func (p *phrases) desk(s string) bool {
	return hasAnySuffix(s, p.outlets) || hasAnySuffix(s, p.desks)
}

func hasAnySuffix(s string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(s, end) && s != end {
			return true
		}
	}
	return false
}

// bylineTails are what a byline ends in behind its last name.
var bylineTails = []string{"翻攝", "翻摄", "报道", "報導", "報道", "摄影", "攝影", "摄", "攝", "电", "電", "讯", "訊", "文"}

// mainlySuffix are the one-character tails that hardly occur in names.
var mainlySuffix = map[string]bool{"摄": true, "攝": true}

// leadingName returns the name that s begins with, where a place and a day
// follow it in a dateline; "" if it begins with none.
func (p *phrases) leadingName(s string) string {
	r := []rune(s)
	dated := cjk.Measure(s).Digit > 0
	if len(r) < 4 || !dated && len(r) > 7 {
		return ""
	}
	for _, n := range []int{3, 2} {
		if name := string(r[:n]); p.personal(name) && (dated || p.surnames[name[:len(string(r[0]))]] || n == 3 && p.surname(string(r[:2]))) {
			return name // without a day, a rare surname may begin a place
		}
	}
	return ""
}

// glued splits a run of names that nothing parts (李莎莎黎史翔王进雨). Every name
// must begin with a surname; the split with the fewest names wins.
func (p *phrases) glued(tok string) []string {
	if i := strings.Index(tok, "发自"); i > 0 {
		tok = tok[:i]
	}
	r := []rune(tok)
	if len(r) < 4 || len(r) > 16 || p.personal(tok) || cjk.Measure(tok).Han != len(r) {
		return nil
	}
	best := make([][]string, len(r)+1)
	best[0] = []string{}
	for i := range r {
		if best[i] == nil {
			continue
		}
		for _, n := range []int{2, 3, 4} {
			if i+n > len(r) || !p.personal(string(r[i:i+n])) || i > 0 && !p.surnames[string(r[i:i+1])] && !p.surnames[string(r[i:i+2])] {
				continue
			}
			if b := best[i+n]; b == nil || len(best[i])+1 < len(b) {
				best[i+n] = append(append([]string(nil), best[i]...), string(r[i:i+n]))
			}
		}
	}
	return best[len(r)]
}

func latinName(s string, strict bool) (string, bool) {
	if strings.ToLower(s) == s && !strings.ContainsAny(s, " .") {
		return "", true // a log-in name
	}
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
	if len(code) == len(s) && len(code) >= 4 && code[len(code)-1] >= '0' && code[len(code)-1] <= '9' {
		return ""
	}
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
			return n >= 4 && dotted(s)
		}
		if !cjk.IsHan(r) {
			return false
		}
	}
	if n >= 3 && n <= 4 && p.surname(string(runes[:2])) {
		return true
	}
	return n >= 2 && n <= 3 && p.surname(string(runes[:1]))
}

// dotted reports whether s is a name of parts with middle dots, none of them
// longer than a part of a name is.
func dotted(s string) bool {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("·•・‧", r) }) {
		if n := utf8.RuneCountInString(part); n > 6 || cjk.Measure(part).Han != n {
			return false
		}
	}
	return true
}

// suffix reads a role that stands behind its name: 张三 摄, 李四 摄影报道.
func (r *reader) suffix(i int) (int, bool) {
	word, role, ok := r.phr.roles.prefix(r.s[i:])
	hi := i + len(word)
	if !ok || role.form == formPrefix && !r.last(hi) || role.form != formSuffix && !r.closes(i, hi) {
		return i, false
	}
	if c, w := utf8.DecodeRuneInString(r.s[hi:]); w > 0 && cjk.IsHan(c) {
		return i, false
	}
	before := strings.TrimRightFunc(r.s[r.text:i], nameGap)
	if before == "" {
		return r.retitle(word, role, hi)
	}
	names, lo := r.namesBefore(before)
	if len(names) == 0 {
		return i, false
	}
	f := field{kind: fieldCredits, printed: word, lo: lo, hi: hi}
	for _, name := range names {
		for _, role := range role.roles {
			f.credits = append(f.credits, article.Credit{Role: role, Label: word, Name: name})
		}
	}
	return r.emit(f), true
}

// namesBefore returns the names that the pending text ends with, and where they
// begin.
func (r *reader) namesBefore(before string) (names []string, lo int) {
	lo = r.text + len(before)
	for {
		from := lastGap(before)
		name := before[from:]
		if !r.phr.personal(name) {
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

// last reports whether nothing but a bracket follows at i.
func (r *reader) last(i int) bool {
	return strings.Trim(r.s[i:], "）)】]〕 　"+elementBorder) == ""
}

// closes reports whether the label [i, hi) belongs to the name before it: it
// stands behind a space or slash, and the next name, a bracket or the end of the
// line follows. 张三 编辑, 张三 文 李四 图, 張三／攝影.
func (r *reader) closes(i, hi int) bool {
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if !cjk.IsSpace(p) && !strings.ContainsRune("/／∕", p) || r.markBehind(hi) {
		return false
	}
	rest := strings.TrimLeft(r.s[hi:], elementBorder)
	c, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || cjk.IsSpace(c) || strings.ContainsRune("）)】]〕、", c)
}

// retitle gives the names that were just read the role behind them: a 记者 whose
// name 摄 follows is credited with the picture.
func (r *reader) retitle(word string, role role, hi int) (int, bool) {
	if len(r.out) == 0 || len(r.out[len(r.out)-1].credits) == 0 {
		return hi, false
	}
	f := &r.out[len(r.out)-1]
	f.hi = hi
	switch f.credits[0].Role {
	case article.RoleReporter, article.RoleCorrespondent:
	default:
		return hi, true // an intern stays one, and so does whoever a label named
	}
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
