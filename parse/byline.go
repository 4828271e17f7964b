package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A byline inside the text stands in a bracket (新华社北京9月5日电（记者 张三）,
// （记者 李四 通讯员 王五）), or opens the paragraph (本报记者 张三). There a
// name has no mark before it, so it must look like one by itself.

// bylineHead is the length in runes of the start of a paragraph in which a
// byline without brackets is looked for.
const bylineHead = 40

// longestBracket is the length in bytes of the longest bracket that is read.
const longestBracket = 240

// bylines returns the credits inside a paragraph. At the ends of the body a
// bracket that holds a name alone counts too.
func (x *extraction) bylines(text string, atEnd bool) (credits []article.Credit) {
	for _, b := range brackets(text) {
		credits = append(credits, x.bracketCredits(b)...)
	}
	if len(credits) == 0 {
		credits = x.headCredits(text)
	}
	if len(credits) == 0 && atEnd {
		credits = x.bareByline(text)
	}
	return credits
}

// bareByline reads a bracket at either end of a paragraph that holds a person's
// name alone, or an outlet and a name: （林青）, 【某报／林青】.
func (x *extraction) bareByline(text string) []article.Credit {
	inner := closingBracket(text)
	if inner == "" {
		if bs := brackets(prefixBytes(text, 90)); len(bs) > 0 && strings.IndexAny(text, "【〔（([") < 24 {
			inner = bs[0]
		}
	}
	if c, ok := x.phr.outletByline(inner); ok {
		return []article.Credit{c}
	}
	if !x.phr.personal(inner) {
		return nil
	}
	return []article.Credit{{Role: article.RoleAuthor, Name: inner}}
}

// outletByline reads an outlet and the name of its reporter: 某报／林青.
func (p *phrases) outletByline(s string) (article.Credit, bool) {
	i := strings.LastIndexAny(s, "／/∕╱")
	if i <= 0 {
		return article.Credit{}, false
	}
	_, w := utf8.DecodeRuneInString(s[i:])
	org, name := cjk.Trim(s[:i]), cjk.Trim(s[i+w:])
	return article.Credit{Role: article.RoleReporter, Name: name, Org: org}, p.personal(name) && p.outlet(org)
}

// closingBracket returns what stands inside the bracket that ends s, behind a
// full stop.
func closingBracket(s string) string {
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		i := strings.LastIndex(s, b[0])
		if strings.HasSuffix(s, b[1]) && i >= 0 && endsSentence(s[:i]) {
			return cjk.Trim(s[i+len(b[0]) : len(s)-len(b[1])])
		}
	}
	return ""
}

// brackets returns what stands inside the brackets of s.
func brackets(s string) (inner []string) {
	for len(s) > 0 {
		i := openBracket(s)
		if i < 0 {
			return inner
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		s = s[i+w:]
		j := strings.IndexAny(s, "）)】〕］]")
		if j < 0 {
			return inner
		}
		if j <= longestBracket {
			inner = append(inner, s[:j])
		}
	}
	return inner
}

// openBracket returns where the first bracket opens in s, or -1. It looks for
// the first bytes of the six marks.
func openBracket(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			return i
		case 0xe3, 0xef:
			if r, _ := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune("（【〔［", r) {
				return i
			}
		}
	}
	return -1
}

func (x *extraction) bracketCredits(s string) (credits []article.Credit) {
	fs := x.fields(s)
	for _, f := range fs {
		if f.kind == fieldCredits && (f.lo == 0 || x.covered(fs, s) >= 0.4) {
			credits = append(credits, f.credits...)
		}
	}
	return credits
}

// headCredits reads a byline that opens a paragraph.
func (x *extraction) headCredits(text string) []article.Credit {
	head, n := text, 0
	for i, r := range text {
		if n++; n > bylineHead || r == '。' || r == '，' {
			head = text[:i]
			break
		}
	}
	for _, f := range x.fields(head) {
		if f.kind == fieldCredits && utf8.RuneCountInString(head[:f.lo]) <= 16 {
			return f.credits
		}
	}
	return nil
}
