package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A list of names ends at a mark, at the next label, or at what is no name.

// nameRule says what counts as a name.
type nameRule uint8

const (
	anyName     nameRule = iota // behind a label with a mark: whatever is as long as one
	likeName                    // what looks like one by itself
	behindTitle                 // likewise; one that a space and the end set apart may have any surname
)

// nameList is a list of names as far as it is read.
type nameList struct {
	names  []string
	org    string
	lo     int    // where the list begins
	end    int    // where it ends
	half   string // the first character of a padded name
	rule   nameRule
	strict bool // the rule is not anyName
	closed bool // a role written onto the last name ends the list
}

// names reads the names at i and returns where they end.
func (r *reader) names(i int, rule nameRule) (names []string, org string, end int) {
	l := nameList{lo: i, end: i, rule: rule, strict: rule != anyName}
	for more := true; more && i < len(r.s); {
		i, more = r.listed(&l, i)
	}
	if l.closed {
		return l.names, "", l.end
	}
	return l.names, l.org, r.pastBracket(l.end)
}

// listed reads the token at i into the list. It returns where the next one
// begins, and false at the end of the list.
func (r *reader) listed(l *nameList, i int) (next int, more bool) {
	tok, next := r.token(i)
	if tok == "" || r.colonAt(i+len(tok)) && !(l.strict && hasAnySuffix(tok, reportTails)) || r.stops(i, tok) && !r.titledName(l, i, tok) {
		return i, false // the label of something else comes next
	}
	if _, agency := issuerBefore(tok); agency != "" {
		return i, false // 图/新华社发（李四 摄）
	}
	if role, is := r.phr.roles.exact(tok); is && !(len(l.names) == 0 && !l.strict && role.form == formLabel && r.personalAt(next)) {
		return i, false // a role behind the names; before all of them it is a post
	} else if is {
		return next, true
	}
	if l.strict {
		if cut := r.titleIn(tok); cut > 0 {
			tok, next = tok[:cut], i+cut // 记者李四实习生王五: the next title comes at once
		}
	}
	if len(l.names) > 0 && (r.staffTitle(tok) || r.apart(l, i, tok)) {
		return i, false
	}
	if len(l.names) > 0 && r.sentFrom(l.end, i, tok) {
		l.end = i + len(tok)
		return next, next > l.end
	}
	if org, name, ok := r.orgAt(l, tok, next); ok {
		l.org, l.end = org, i+len(tok)
		if name == "" {
			return next, true
		}
		l.names = append(l.names, name)
		return next, next > l.end
	}
	if several := r.phr.run(tok, l.strict); len(several) > 0 {
		l.names, l.end = append(l.names, several...), i+len(tok)
		return next, next > l.end
	}
	return r.person(l, tok, i, next)
}

// staffTitle reports whether a token is a title behind the outlet that gives it, with
// a name or without, so that the next persons begin with it: 本报记者.
func (r *reader) staffTitle(tok string) bool {
	org, _, ok := r.titled(tok)
	return ok && r.phr.ownOrgan(org)
}

// apart reports whether the token at i, which does not look like a name, stands in
// an element of its own behind names that do and are in the label's: a link to
// somewhere.
func (r *reader) apart(l *nameList, i int, tok string) bool {
	return l.half == "" && strings.Contains(r.s[l.end:i], elementBorder) && !strings.HasSuffix(strings.TrimRight(r.s[:l.lo], " 　"), elementBorder) &&
		cjk.Measure(tok).Han > 0 && !r.phr.personal(tok) && r.phr.allPersonal(l.names)
}

// titledName reports whether the first token behind a label is a title and a
// name: 圖／記者李四.
func (r *reader) titledName(l *nameList, i int, tok string) bool {
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if len(l.names) > 0 || l.strict || cjk.IsSpace(p) {
		return false
	}
	_, name, ok := r.titled(tok)
	return ok && name != "" && strings.HasSuffix(tok, name)
}

// orgAt reads a token as the outlet or office of the persons behind it: 通讯员
// 某街道办 李四, 《财经》记者 李四, 文/某报记者李四, or the name of the site itself.
func (r *reader) orgAt(l *nameList, tok string, next int) (org, name string, ok bool) {
	if len(l.names) > 0 {
		return "", "", false
	}
	if r.phr.desk(tok) && !r.roleAt(next) && (r.personalAt(next) || !l.strict && r.shortAt(next)) || r.home != "" && strings.Contains(r.home, tok) && r.personalAt(next) && !r.labelAt(next) {
		return tok, "", true
	}
	org, name, ok = r.titled(tok)
	return org, name, ok && !(name == "" && !l.strict && hasAnySuffix(tok, penTitles) && !r.phr.ownOrgan(org) && !r.personalAt(next))
}

// penTitles are titles that pen names end in: 桂花小编.
var penTitles = []string{"小编", "小編"}

// person reads a token as a person's name, or as one half of it.
func (r *reader) person(l *nameList, tok string, i, next int) (int, bool) {
	name, ok := r.name(tok, l.strict)
	switch n := utf8.RuneCountInString(tok); {
	case n == 1 && l.half == "" && (r.phr.surname(tok) || !l.strict && len(l.names) == 0 && r.paddedPen(i, next)):
		l.half = tok
		return next, true
	case l.half != "" && n <= 2 && cjk.Measure(tok).Han == n:
		name, ok, l.half = l.half+tok, true, ""
	case !ok && l.rule == behindTitle && (len(l.names) == 0 && r.alone(i, tok) || r.officePen(l, i, tok)):
		name, ok = tok, true
	}
	if len(l.names) > 0 && r.comma(l.end, i) && !(r.phr.personal(name) && (!l.strict || r.last(i+len(tok)))) {
		return i, false // 记者张三说，李四…
	}
	if !ok || len(l.names) > 0 && !l.strict && utf8.RuneCountInString(name) > 4 && !r.phr.personal(name) && !r.phr.desk(name) {
		return i, false
	}
	if name != "" {
		l.names = append(l.names, name)
	}
	l.end = i + len(tok)
	if cut := r.roleTail(tok, name); cut > 0 {
		l.end -= cut
		l.closed = true
		return next, false
	}
	return next, next > l.end
}

// paddedPen reports whether two ideographs apart, at i and at next, are all that
// stands behind a label: a pen name of two, padded to the length of three.
func (r *reader) paddedPen(i, next int) bool {
	given, _ := r.token(next)
	return cjk.Measure(r.s[i:next]).Han == 1 && utf8.RuneCountInString(given) == 1 && cjk.Measure(given).Han == 1 && r.last(next+len(given))
}

// comma reports whether a comma stands in [lo, hi): it may part names, and ends
// what is said of them.
func (r *reader) comma(lo, hi int) bool { return lo < hi && strings.ContainsAny(r.s[lo:hi], "，,") }

// alone reports whether the token at i is a name without a Chinese surname: it
// is as long as one, a space stands before it, and it closes the line
// or bracket, or what its bearer did. Behind other credits two characters are enough.
func (r *reader) alone(i int, tok string) bool {
	m := cjk.Measure(tok)
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	return m.Han == m.Runes && (m.Han >= 3 || m.Han == 2 && r.afterCredit()) && m.Han <= 5 && cjk.IsSpace(p) && (r.last(i+len(tok)) || r.lastRole(i+len(tok))) && !r.phr.noNames[tok] && !r.phr.desk(tok)
}

// officePen reports whether the token at i, behind the title of a correspondent, is a
// name that those who write for an office share, which needs no surname. It tells by
// its last character, or closes the line or bracket behind another credit: 记者张三
// 通讯员穗交宣.
func (r *reader) officePen(l *nameList, i int, tok string) bool {
	m := cjk.Measure(tok)
	if m.Han != m.Runes || m.Han < 3 || m.Han > 4 || !hasAnySuffix(r.s[:l.lo], correspondents) || r.phr.noNames[tok] || r.phr.desk(tok) {
		return false
	}
	return strings.HasSuffix(tok, "宣") || m.Han == 3 && i == l.lo && r.afterCredit() && r.last(i+len(tok)) && !hasAnySuffix(tok, given) && !hasAnySuffix(tok, reportTails)
}

// correspondents are the titles of those who write to a paper from an office.
var correspondents = []string{"通讯员", "通訊員"}

// lastRole reports whether a space at i and a role behind it close the line or
// bracket: 摄, 文/图.
func (r *reader) lastRole(i int) bool {
	hi := r.pastGap(i)
	if hi == i {
		return false
	}
	word, role, ok := r.phr.roles.prefix(r.s[hi:])
	return ok && role.form != formPrefix && r.last(hi+len(word))
}

// colonAt reports whether a colon follows: the token before it is a label.
func (r *reader) colonAt(i int) bool {
	return strings.HasPrefix(r.s[i:], ":") || strings.HasPrefix(r.s[i:], "：")
}

// personalAt reports whether the token at i looks like a person's name, padded
// or not.
func (r *reader) personalAt(i int) bool {
	tok, _ := r.unpadded(i)
	return r.phr.personal(tok)
}

// roleAt reports whether the token at i is a role, or begins with one and a mark.
func (r *reader) roleAt(i int) bool {
	tok, _ := r.token(i)
	_, is := r.phr.roles.exact(tok)
	return is || r.labelAt(i)
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

// suffixWord reports whether a token is a role that is written onto names.
func (r *reader) suffixWord(tok string) bool {
	role, ok := r.phr.roles.exact(tok)
	return ok && (role.form == formSuffix || len(tok) > 3 && role.roles[0] == article.RolePhotographer)
}

// roleTail returns the length of the role written onto the end of a name
// (張三攝), 0 if there is none.
func (r *reader) roleTail(tok, name string) int {
	if name == "" || !strings.HasPrefix(tok, name) || !r.suffixWord(tok[len(name):]) {
		return 0
	}
	return len(tok) - len(name)
}

// titled splits a token that names an outlet or a post and ends in a title, or
// in a title and a name: 《财经》记者, 本刊特约评论员, 某报记者李四.
func (r *reader) titled(tok string) (org, name string, ok bool) {
	for i := range tok {
		word, role, found := r.phr.roles.prefix(tok[i:])
		if !found || role.form != formPrefix && role.roles[0] != article.RoleEditor {
			continue
		}
		name = withoutTail(tok[i+len(word):])
		if name == "" && i > 0 || role.form == formPrefix && r.phr.personal(name) {
			return postless(tok[:i]), name, true
		}
	}
	return "", "", false
}

// nameEnds are the marks that no list of names goes past.
var nameEnds = setOf("。|｜︱丨）)]】〕﹞；;！？!?：:…>＞")

// nameGaps part the names of a list.
var nameGaps = setOf(" 　、，,/／∕╱&＆")

func nameGap(c rune) bool { return cjk.IsSpace(c) || nameGaps().holds(c) }

// token returns the run of characters at i up to a gap or an end, and where
// the next one begins. Latin words stay together over one space.
func (r *reader) token(i int) (tok string, next int) {
	lo, ends := i, nameEnds()
	for i < len(r.s) {
		c, w := cjk.RuneAt(r.s, i)
		if ends.holds(c) || r.timeAt(i) && !r.dayWord(lo, i, c) || i > lo && r.labelAt(i) && !r.closesName(lo, i, w) {
			break
		}
		if nameGap(c) {
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
	return r.s[lo:i], r.pastGap(i)
}

// closesName reports whether the label at i is the end of a name: one character of a
// name of three (記者林秀文／台北報導), or the title in a pen name (桂花小编 | 查看).
func (r *reader) closesName(lo, i, w int) bool {
	end := i + w
	for _, tail := range reportTails {
		if strings.HasPrefix(r.s[i:], tail) && r.colonAt(i+len(tail)) {
			return true // 记者林小青北京报道：
		}
	}
	for _, title := range penTitles {
		if end := i + len(title); strings.HasPrefix(r.s[i:], title) && !r.colonAt(end) && !r.personalAt(r.pastGap(end)) {
			return true
		}
	}
	if utf8.RuneCountInString(r.s[lo:i]) != 2 || mainlySuffix[r.s[i:end]] || !r.phr.personal(r.s[lo:end]) {
		return false
	}
	word, _, ok := r.phr.roles.prefix(r.s[i:])
	_, mark := separator(r.s[end:])
	return ok && len(word) == w && mark && !r.colonAt(end) && !r.personalAt(r.pastGap(end))
}

// dayWord reports whether a time that is a word (今天) goes on with a token.
func (r *reader) dayWord(lo, i int, c rune) bool {
	p, _ := utf8.DecodeLastRuneInString(r.s[lo:i])
	return i > lo && strings.ContainsRune("今昨前刚剛", c) && cjk.IsHan(p)
}

// pastGap skips the marks between two names. A semicolon is one only where a
// name follows it that is no label.
func (r *reader) pastGap(i int) int {
	for i < len(r.s) {
		c, w := utf8.DecodeRuneInString(r.s[i:])
		if (c == '；' || c == ';') && r.personalAt(i+w) && !r.labelAt(i+w) {
			return i + w
		}
		if !nameGap(c) {
			break
		}
		i += w
	}
	return i
}

// latinAcross reports whether a space between Latin words stands at i: John
// Smith, J. K. Smith.
func (r *reader) latinAcross(i int) bool {
	return i+1 < len(r.s) && (r.s[i-1] == '.' || isWordRune(cjk.FoldRune(rune(r.s[i-1])))) && isWordRune(cjk.FoldRune(rune(r.s[i+1])))
}

// stops reports whether the token at i is no name but the next field or a
// button.
func (r *reader) stops(i int, tok string) bool {
	return r.labelAt(i) || r.phr.chrome.has(tok) && len(tok) > len("小") || strings.HasPrefix(tok, "http")
}

// pastBracket skips a bracket behind a name that holds a staff code, a post or
// an address.
func (r *reader) pastBracket(i int) int {
	for _, b := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if strings.HasPrefix(r.s[i:], b[0]) {
			j := strings.Index(r.s[i:], b[1])
			if j > 0 && (utf8.RuneCountInString(r.s[i:i+j]) < 20 || j < 60 && strings.Contains(r.s[i:i+j], "@")) {
				return i + j + len(b[1])
			}
		}
	}
	return i
}
