package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A list of names ends at a mark, at the next label, or at what is no name.

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
	return r.labelAt(i) || r.phr.chrome.has(tok) || strings.HasPrefix(tok, "http")
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
