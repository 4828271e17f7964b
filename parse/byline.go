package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
)

// A byline inside the text stands in a bracket (新华社北京9月5日电（记者 张三）,
// （记者 李四 通讯员 王五）), or opens the paragraph (本报记者 张三). There a
// name has no mark before it, so it must look like one by itself.

// bylineHead is the length in runes of the start of a paragraph in which a
// byline without brackets is looked for.
const bylineHead = 40

// longestBracket is the length in bytes of the longest bracket that is read.
const longestBracket = 240

// bylines returns the credits inside a paragraph.
func (x *extraction) bylines(text string) (credits []article.Credit) {
	for _, b := range brackets(text) {
		credits = append(credits, x.bracketCredits(b)...)
	}
	if len(credits) == 0 {
		credits = x.headCredits(text)
	}
	return credits
}

// brackets returns what stands inside the brackets of s.
func brackets(s string) (inner []string) {
	for len(s) > 0 {
		i := strings.IndexAny(s, "（(【〔［[")
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

func (x *extraction) bracketCredits(s string) (credits []article.Credit) {
	fs := x.fields(s)
	for _, f := range fs {
		if f.kind == fieldCredits && (f.lo == 0 || x.covered(fs, s) > 0.5) {
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
