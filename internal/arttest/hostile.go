package arttest

import (
	"slices"
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
)

// pieces are what hostile strings are made of.
func pieces() []string {
	return []string{
		"甲", "本报讯", "5G+工业互联网", "“引号”", "豈", "Ａ１", "𠮷", "e\u0301", "𝄞", "😀", "abc", "x", "0", "1、", "1.", "12)",
		" ", "  ", "\t", "\u3000", "\u3000\u3000", "\u00a0", "\u200b", "\ufeff", "\u2003", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u0085", "\v", "\f",
		"\x00", "\x01", "\x1b", "\x7f", "\u0080", "\ufffe", "\uffff", "\U0001fffe", "\ufdd0", "\ufffd", "\xff", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8",
		"\u202e", "\u202c", "\u2066", "\u2069", "\u200f", "\u200d", "\ufe0f",
		"<", ">", "&", "\"", "'", "`", "</script>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "--!>", "]]>", "<![CDATA[", "<?php ?>", "</p>", "</title>", "</style>", "<br>", "<br/>",
		"&amp;", "&lt;", "&#0;", "&#x41;", "&nbsp;", "&nosuch;", "&", "&copy",
		"*", "**", "_", "__", "~~", "#", "# ", "## x", "- ", "+ ", "> ", "|", "||", "---", "===", "***", "```", "~~~", "[a](b)", "![", "](", "[x]: y", "\\", "\\n", "    ", "www.example.com", "http://a.example/b", "<http://a.example>", "a@b.example",
		": ", ":", " #", "- - -", "? ", "!tag", "&anchor", "*alias", "%YAML", "@", "{", "}", "[", "]", ",", "null", "true", "~", "yes", "2022-09-05", "0x1F", "...", "---\n", "\"a\": 1",
		"来源: ", "编辑:", "编辑：张三", "、", "（完）", "(附)", "记者", "2022-09-05 22:03:00", "• ", "大家还在看", "{{x}}", "${x}", "%s", "%00",
		"\u2029", "\u2060", "\u00ad", "\u180e", "ﬀ", "Å", "ｱ", "〇", "々", "ー",
	}
}

// addresses are what hostile URLs are made of.
func addresses() []string {
	return []string{
		"https://news.example.cn/a/1.html", "http://a.example/?q=1&copy=2#x", "https://img.example.cn/中文 图.jpg", "HTTPS://A.EXAMPLE/",
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
		"data:image/png;base64,iVBORw0KGgo=", "data:image/svg+xml,<svg onload=alert(1)>", "//evil.example/x", "/relative.html", "../x", "?q", "#f",
		"https:evil.example", "https:\\\\evil.example", "https://", "http:///evil.example", "https://user:pw@a.example/", "file:///etc/passwd", "ftp://a.example/", "blob:x", "about:blank", "mailto:a@b.example",
		"https://a.example/)(](<>\"'`\\", "https://a.example/\"onload=alert(1)", "https://[::1]/x", "http://a b/", "https://a.example/%zz", "https://a.example/|*_~",
	}
}

func generate(n choice) *article.Article {
	g := generator{n}
	a := &article.Article{
		URL: g.address(), Site: g.text(3), Section: g.texts(3, 2), Kicker: g.text(4), Title: g.text(6), Subtitle: g.text(8),
		Published: g.time(), Modified: g.time(), Source: article.Source{Name: g.text(3)}, Summary: g.text(8),
		Keywords: g.texts(3, 2), Notices: g.texts(3, 6), Language: g.pick("", "zh-Hans", "zh-Hant", "zh", "en", "zh-Hant-TW", "x-a1"),
	}
	if g.n(2) == 0 {
		a.Source.URL = g.address()
	}
	for range g.n(6) {
		a.Credits = append(a.Credits, g.credit())
	}
	for range g.n(8) {
		a.Body = append(a.Body, g.block())
	}
	for range g.n(5) {
		a.Related = append(a.Related, article.RelatedLink{
			Ordinal: g.n(4) * g.n(300), Title: g.text(4), URL: g.address(), Group: g.pick("", "大家还在看", g.text(3)), Note: g.text(2),
		})
	}
	for range g.n(3) {
		a.Next = append(a.Next, g.address())
	}
	return a
}

// text joins up to n pieces; it is often empty.
func (g generator) text(n int) string {
	var b strings.Builder
	list := pieces()
	for range g.n(n + 1) {
		if g.n(3) == 0 {
			b.WriteString(g.phrase(1 + g.n(6)))
		}
		b.WriteString(list[g.n(len(list))])
	}
	return b.String()
}

func (g generator) texts(count, n int) []string {
	var list []string
	for range g.n(count + 1) {
		list = append(list, g.text(n))
	}
	return list
}

func (g generator) address() string {
	switch g.n(8) {
	case 0:
		return ""
	case 1:
		return g.text(4)
	case 2:
		return g.pick(addresses()...) + g.text(2)
	}
	return g.pick(addresses()...)
}

func (g generator) time() article.Time {
	if g.n(4) == 0 {
		return article.Time{Raw: g.text(2)}
	}
	zone := []int{8 * 3600, 8 * 3600, 0, 9 * 3600, -5*3600 - 1800, 8*3600 + 343, 86340, -86340}[g.n(8)]
	t := time.Date(1+g.n(9998), time.Month(1+g.n(12)), 2+g.n(27), g.n(24), g.n(60), g.n(60), g.n(2)*5e8, time.FixedZone("x", zone))
	p := []article.Precision{
		article.PrecisionYear, article.PrecisionMonth, article.PrecisionDay, article.PrecisionMinute, article.PrecisionSecond, "",
	}[g.n(6)]
	return article.Time{Raw: g.pick("", t.Format("2006-01-02 15:04:05"), t.Format("2006年1月2日"), g.text(3)), Time: t, Precision: p}
}

func (g generator) credit() article.Credit {
	c := article.Credit{Role: g.role(), Label: g.pick("", "记者", "编辑", "文字/图片", "文/图", "审校", "摄影", "责任编辑", g.text(2)), Org: g.pick("", "新华社", g.text(2))}
	c.Name = g.pick("张三", "李四", "欧阳修文", "买买提·艾力", "John Smith", g.text(3))
	return c
}

func (g generator) role() article.Role {
	return []article.Role{
		article.RoleAuthor, article.RoleReporter, article.RoleCorrespondent, article.RolePhotographer, article.RoleVideographer,
		article.RoleEditor, article.RoleResponsibleEditor, article.RoleChiefEditor, article.RoleProofreader, article.RoleReviewer,
		article.RoleProducer, article.RoleDesigner, article.RoleTranslator, article.RolePresenter, article.RoleIntern, article.RoleOther,
	}[g.n(16)]
}

func (g generator) block() article.Block {
	types := []article.BlockType{
		article.Paragraph, article.Paragraph, article.Paragraph, article.Heading, article.Image, article.Video,
		article.Audio, article.List, article.Table, article.Quote,
	}
	b := article.Block{Type: types[g.n(len(types))]}
	switch b.Type {
	case article.Heading:
		b.Text, b.Level = g.text(5), 2+g.n(5)
	case article.Paragraph, article.Quote:
		b.Text = g.text(12)
		b.Spans = g.spans(b.Text)
	case article.List:
		b.Ordered, b.Items = g.n(2) == 0, g.texts(4, 4)
	case article.Table:
		for range g.n(4) {
			b.Rows = append(b.Rows, g.texts(3, 2))
		}
		b.Header, b.Caption = g.n(len(b.Rows)+1), g.text(3)
	default:
		b.Src, b.Poster, b.Alt, b.Caption, b.Credit = g.address(), g.address(), g.text(3), g.text(4), g.text(2)
	}
	return b
}

// spans draws marks over text, about half of them out of place.
func (g generator) spans(text string) []article.Span {
	var list []article.Span
	for range g.n(6) {
		s := article.Span{
			Start: g.n(len(text)+3) - 1, End: g.n(len(text)+3) - 1,
			Kind: []article.SpanKind{article.SpanLink, article.SpanStrong, article.SpanEm}[g.n(3)],
		}
		if s.Kind == article.SpanLink || g.n(8) == 0 {
			s.URL = g.address()
		}
		list = append(list, s)
	}
	if g.n(2) == 0 {
		return slices.Clip(list)
	}
	return list
}
