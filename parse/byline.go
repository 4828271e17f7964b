package parse

import (
	"iter"
	"slices"
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

// bylineTail is the length in runes of the end of a paragraph in which the taker
// of its picture is looked for.
const bylineTail = 24

// longestBracket is the length in bytes of the longest bracket that is read.
const longestBracket = 240

// bylines returns the credits inside a paragraph. At the ends of the body a
// bracket that holds a name alone counts too.
func (x *extraction) bylines(text string, atEnd bool) (credits []article.Credit) {
	if x.sated() {
		return nil
	}
	for b := range brackets(text) {
		credits = append(credits, x.bracketCredits(b)...)
	}
	if len(credits) == 0 {
		credits = x.headCredits(text)
	}
	if len(credits) == 0 {
		credits = x.tailCredits(text)
	}
	if len(credits) == 0 && atEnd {
		credits = x.bareByline(text)
	}
	return credits
}

// bareByline reads a bracket at either end of a paragraph that holds a person's
// name alone, or an outlet and names: （林青）, 【某报／林青】.
func (x *extraction) bareByline(text string) []article.Credit {
	inner := closingBracket(text)
	if inner == "" {
		head := prefixBytes(text, 90)
		if b, ok := firstBracket(head); ok && strings.IndexAny(head, "【〔（([") < 24 {
			inner = b.inner
		}
	}
	if cs := x.phr.outletByline(inner); cs != nil {
		return cs
	}
	if !x.phr.personal(inner) || x.phr.noNames[inner] {
		return nil
	}
	return []article.Credit{{Role: article.RoleAuthor, Name: inner}}
}

// longestByline is the length in bytes of the longest outlet with its reporters,
// longestDeskByline that of a desk.
const longestByline, longestDeskByline = 120, 60

// outletByline reads an outlet or a desk of one and the names of its reporters:
// 某报／林青, 某台·新闻中心/林青 李蓝.
func (p *phrases) outletByline(s string) (cs []article.Credit) {
	if len(s) > longestByline {
		return nil
	}
	i, w := lastStroke(s)
	if i <= 0 {
		return nil
	}
	return p.reporters(s[i+w:], cjk.Trim(s[:i]))
}

// deskByline reads a line that is a desk of an outlet and the names of its reporters
// without a bracket around them: 生活中心／林小青.
func (p *phrases) deskByline(s string) []article.Credit {
	if len(s) > longestDeskByline {
		return nil
	}
	cs := p.outletByline(s)
	for _, c := range cs {
		if p.outlet(c.Org) || !p.commonName(c.Name) {
			return nil
		}
	}
	return cs
}

// reporters credits the names of a list as an outlet's reporters, all of them or none.
func (p *phrases) reporters(list, org string) (cs []article.Credit) {
	if !p.outlet(org) && !p.desks.end(org) {
		return nil
	}
	names := strings.FieldsFunc(list, nameGap)
	if len(names) > mostSigned || !p.allPersonal(names) {
		return nil
	}
	for _, name := range names {
		cs = append(cs, article.Credit{Role: article.RoleReporter, Name: name, Org: org})
	}
	return cs
}

// closingBracket returns what stands inside the bracket that ends s, behind a
// full stop.
func closingBracket(s string) string {
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if !strings.HasSuffix(s, b[1]) {
			continue
		}
		if i := strings.LastIndex(s, b[0]); i >= 0 && endsSentence(s[:i]) {
			return cjk.Trim(s[i+len(b[0]) : len(s)-len(b[1])])
		}
	}
	return ""
}

// bracket is what stands inside a bracket of a text, and before it.
type bracket struct{ inner, before string }

// brackets yields the brackets of s. One that does not close ends with s:
// damage may have taken the mark.
func brackets(s string) iter.Seq[bracket] {
	return func(yield func(bracket) bool) {
		lo, closed := 0, 0 // where a bracket opens, and the first one behind that closes
		opening, closing := openMarks(), closeMarks()
		for i := opening.next(s, 0); i < len(s); i = opening.next(s, lo) {
			_, w := utf8.DecodeRuneInString(s[i:])
			if lo = i + w; closed < lo {
				closed = closing.next(s, lo)
			}
			if n := closed - lo; n > longestBracket || n == 0 && lo < len(s) {
				continue
			}
			if !yield(bracket{s[lo:closed], s[:lo]}) || closed == len(s) {
				return
			}
		}
	}
}

// firstBracket returns the first bracket of s.
func firstBracket(s string) (b bracket, ok bool) {
	for b = range brackets(s) {
		return b, true
	}
	return b, false
}

var (
	openMarks  = setOf("（【〔［﹝([")
	closeMarks = setOf("）)】〕］]﹞")
)

func (x *extraction) bracketCredits(b bracket) (credits []article.Credit) {
	if cs := x.datelineNames(b); cs != nil {
		return cs
	}
	if name := x.phr.authorNote(b.inner); name != "" {
		return []article.Credit{{Role: article.RoleAuthor, Label: "作者", Name: name}}
	}
	fs := x.scanCredits(b.inner)
	if before := strings.TrimRight(b.before, "（【〔[( 　"); before == "" || endsSentence(before) {
		x.phr.untitled(fs)
	}
	for _, f := range fs {
		if f.kind == fieldCredits && (f.lo == 0 || x.covered(fs, b.inner) >= 0.4) {
			credits = append(credits, f.credits...)
		}
	}
	if len(credits) == 0 {
		return nil
	}
	if _, org := issuerBefore(b.before); org != "" {
		for i := range credits {
			if credits[i].Org == "" {
				credits[i].Org = org // 新华社发（张三 摄）
			}
		}
	}
	return credits
}

// untitled makes authors of the names that stand before the first title of a byline:
// 林青蓝 本报记者 李四. One of them has three characters: places have two.
func (p *phrases) untitled(fs []field) {
	if len(fs) < 2 || fs[0].kind != fieldText || !fs[1].titled(article.RoleReporter) && !fs[1].titled(article.RoleCorrespondent) {
		return
	}
	names := strings.FieldsFunc(fs[0].value, nameGap)
	long := func(name string) bool { return cjk.RuneCount(name) > 2 }
	if len(names) > mostSigned || !p.allPersonal(names) || !slices.ContainsFunc(names, long) {
		return
	}
	fs[0].kind = fieldCredits
	for _, name := range names {
		fs[0].credits = append(fs[0].credits, article.Credit{Role: article.RoleAuthor, Name: name})
	}
}

// datelineNames reads a bracket behind a dateline that holds the names of reporters,
// and behind them perhaps titles with theirs: 某网某地9月5日电（张三、李四 通讯员 王五）.
func (x *extraction) datelineNames(b bracket) (credits []article.Credit) {
	if len(b.before) > 4*bylineHead || utf8.RuneCountInString(b.before) > bylineHead || !hasAnySuffix(strings.TrimRight(b.before, "（( "), datelineEnds) {
		return nil
	}
	names, titled := x.phr.beforeTitle(b.inner)
	if len(names) == 0 || !x.phr.allPersonal(names) {
		return nil // 讯（通讯员 李四）
	}
	for _, n := range names {
		credits = append(credits, article.Credit{Role: article.RoleReporter, Name: n})
	}
	if titled == "" {
		return credits
	}
	more := creditsOf(x.scanCredits(titled))
	if len(more) == 0 {
		return nil
	}
	return append(credits, more...)
}

// beforeTitle splits a list into the names before its first title and what begins
// with that: 张三、李四 通讯员 王五.
func (p *phrases) beforeTitle(list string) (names []string, titled string) {
	names = strings.FieldsFunc(list, nameGap)
	for i, n := range names {
		if _, role, ok := p.roles.prefix(n); ok && role.form == formPrefix {
			return names[:i], list[strings.Index(list, n):]
		}
	}
	return names, ""
}

// datelineEnds are the words that a dateline ends in.
var datelineEnds = []string{"电", "電", "讯", "訊", "消息", "报道", "報道", "報導", "报导"}

// authorNote returns the name in a note about the author: 作者张三系某大学教授.
func (p *phrases) authorNote(s string) string {
	rest, ok := strings.CutPrefix(s, "作者")
	if !ok {
		return ""
	}
	for _, is := range []string{"系", "为", "為", "是", "单位"} {
		if name, _, ok := strings.Cut(rest, is); ok && p.personal(name) {
			return name
		}
		if last := rest[strings.LastIndexAny(rest, " 　")+1:]; strings.HasPrefix(rest, is) && p.personal(last) {
			return last // 作者为某大学教授 张三
		}
	}
	return ""
}

// headCredits reads a byline that opens a paragraph.
func (x *extraction) headCredits(text string) []article.Credit {
	head, n, end := text, 0, ' '
	for i, r := range text {
		if n++; n > bylineHead || r == '。' || r == '，' {
			head, end = text[:i], r
			break
		}
	}
	fs := x.scanCredits(head)
	for k, f := range fs {
		if f.kind != fieldCredits || utf8.RuneCountInString(head[:f.lo]) > 16 {
			continue
		}
		last := lastCredits(fs, k)
		colon := speech(head[f.lo:], f.printed)
		if colon && !x.aboutAuthor(text, f.credits) || !colon && end == '，' && fs[last].hi == len(head) {
			return nil // an interview, or a sentence about them: 记者张三说，…
		}
		return creditsOf(fs[k : last+1])
	}
	return nil
}

// lastCredits returns the last of the credits that follow each other from field k on.
func lastCredits(fs []field, k int) int {
	for k+1 < len(fs) && fs[k+1].kind == fieldCredits {
		k++
	}
	return k
}

// aboutAuthor reports whether a paragraph that begins with a label and a colon is a
// byline, with a post behind the name perhaps, and no speech or entry of a list of
// books: 作者：张三 某大学教授.
func (x *extraction) aboutAuthor(text string, cs []article.Credit) bool {
	if x.covered(x.fields(text), text) >= 0.6 {
		return true
	}
	if endsSentence(text) || containsAny(text, "书名", "書名", "出版社", "ISBN", "定价", "片名", "主演") {
		return false
	}
	for _, c := range cs {
		if c.Role != article.RoleAuthor && c.Role != article.RoleTranslator || !x.phr.personal(c.Name) {
			return false
		}
	}
	return len(cs) > 0
}

// speech reports whether a label with a colon begins s: in an interview what is
// said follows it.
func speech(s, label string) bool {
	_, rest, ok := strings.Cut(s, label)
	return ok && (strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":"))
}

// tailCredits reads who took the picture at the end of a caption, or drew the table
// above a line: 本报记者 张三 摄, 数据来源：某公司 制表：张三.
func (x *extraction) tailCredits(text string) []article.Credit {
	if endsSentence(text) {
		return nil
	}
	from := len(text)
	for n := 0; n < bylineTail && from > 0; n++ {
		_, w := utf8.DecodeLastRuneInString(text[:from])
		from -= w
	}
	fs := x.scanCredits(text[from:])
	if len(fs) == 0 {
		return nil
	}
	f := fs[len(fs)-1]
	role, ok := x.phr.roles.exact(f.printed)
	if !ok || f.kind != fieldCredits || len(f.credits) == 0 {
		return nil
	}
	switch r := f.credits[0].Role; {
	case role.form == formSuffix, r == article.RolePhotographer, r == article.RoleDesigner && speech(text[from+f.lo:], f.printed):
		return f.credits
	}
	return nil
}
