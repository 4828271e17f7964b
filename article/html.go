package article

import (
	"strconv"
	"strings"
)

// htmlHead is what the head of every page holds. The HTML form is described in
// the package comment.
const htmlHead = `<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https: data:; media-src http: https:"/>
<meta name="referrer" content="no-referrer"/>
<meta name="viewport" content="width=device-width"/>
`

const htmlArticle = `<article itemscope="" itemtype="https://schema.org/NewsArticle"`

type htmlWriter struct{ b []byte }

func appendHTML(b []byte, a *Article) []byte {
	w := htmlWriter{b}
	w.raw("<!DOCTYPE html>\n<html")
	w.attrIf("lang", a.Language)
	w.raw(">\n<head>\n" + htmlHead)
	w.element("<title>", a.Title, "</title>\n")
	if a.Summary != "" {
		w.raw(`<meta name="description"`)
		w.attr("content", strings.ReplaceAll(a.Summary, "\n", " "))
		w.raw("/>\n")
	}
	if isWeb(a.URL) {
		w.raw(`<link rel="canonical"`)
		w.attr("href", a.URL)
		w.raw("/>\n")
	}
	w.raw("</head>\n<body>\n" + htmlArticle)
	w.attrIf("data-url", a.URL)
	w.raw(">\n")
	w.header(a)
	w.raw(`<div class="body" itemprop="articleBody">` + "\n")
	for i := range a.Body {
		w.block(&a.Body[i])
	}
	w.raw("</div>\n")
	w.footer(a)
	w.raw("</article>\n</body>\n</html>\n")
	return w.b
}

func (w *htmlWriter) header(a *Article) {
	w.elementIf(`<p class="site" itemprop="publisher">`, a.Site, "</p>\n")
	w.items(`<nav class="section"><ol>`, `<li itemprop="articleSection">`, a.Section, "</ol></nav>\n")
	w.elementIf(`<p class="kicker">`, a.Kicker, "</p>\n")
	w.element(`<h1 itemprop="headline">`, a.Title, "</h1>\n")
	w.elementIf(`<p class="subtitle" itemprop="alternativeHeadline">`, a.Subtitle, "</p>\n")
	w.raw(`<p class="info">`)
	w.time(`<time class="published" itemprop="datePublished"`, a.Published)
	w.time(`更新：<time class="modified" itemprop="dateModified"`, a.Modified)
	if a.Source != (Source{}) {
		w.raw(`来源：<a class="source" itemprop="sourceOrganization"`)
		if a.Source.URL != "" {
			w.link(a.Source.URL)
		}
		w.element(">", a.Source.Name, "</a>")
	}
	w.raw("</p>\n")
	w.elementIf(`<p class="summary" itemprop="description">`, a.Summary, "</p>\n")
}

func (w *htmlWriter) footer(a *Article) {
	for _, c := range a.Credits {
		w.raw(`<p class="credit"`)
		w.attr("data-role", string(c.Role))
		w.raw(">")
		w.elementIf(`<span class="label">`, c.Label, "</span>：")
		w.element(`<span class="name">`, c.Name, "</span>")
		w.elementIf(`（<span class="org">`, c.Org, "</span>）")
		w.raw("</p>\n")
	}
	for i, l := range a.Related {
		if i == 0 || l.Group != a.Related[i-1].Group {
			w.raw(`<section class="related">`)
			w.elementIf("<h2>", l.Group, "</h2>")
			w.raw("<ul>\n")
		}
		w.related(&l)
		if i+1 == len(a.Related) || l.Group != a.Related[i+1].Group {
			w.raw("</ul></section>\n")
		}
	}
	w.items(`<ul class="keywords">`, `<li itemprop="keywords">`, a.Keywords, "</ul>\n")
	for _, s := range a.Notices {
		w.element(`<p class="notice">`, s, "</p>\n")
	}
	for _, s := range a.Next {
		w.raw(`<p class="next"><a rel="next"`)
		w.link(s)
		w.raw(">下一页</a></p>\n")
	}
}

func (w *htmlWriter) related(l *RelatedLink) {
	w.raw("<li>")
	if l.Ordinal != 0 {
		w.element(`<span class="ordinal">`, strconv.Itoa(l.Ordinal), "</span>、")
	}
	w.raw("<a")
	if l.URL != "" {
		w.link(l.URL)
	}
	w.element(">", l.Title, "</a>")
	w.elementIf(`（<span class="note">`, l.Note, "</span>）")
	w.raw("</li>\n")
}

// time writes the element that starts with tag, and a space. What it shows is
// Raw, or without it the time itself, marked by data-raw.
func (w *htmlWriter) time(tag string, t Time) {
	if t.IsZero() {
		return
	}
	w.raw(tag)
	shown := t.Raw
	if t.Precision != "" {
		date, zone := formatDatetime(t)
		w.attr("datetime", date)
		w.attrIf("data-zone", zone)
		if shown == "" {
			w.attr("data-raw", "")
			shown = date
		}
	}
	w.element(">", shown, "</time> ")
}

func (w *htmlWriter) block(b *Block) {
	switch b.Type {
	case Paragraph:
		w.raw("<p>")
		w.marked(b.Text, b.Spans)
		w.raw("</p>\n")
	case Heading:
		h := "h" + strconv.Itoa(b.Level) + ">"
		w.element("<"+h, b.Text, "</"+h+"\n")
	case Quote:
		w.element("<blockquote><p>", b.Text, "</p></blockquote>\n")
	case List:
		if b.Ordered {
			w.items("<ol>", "<li>", b.Items, "</ol>\n")
		} else {
			w.items("<ul>", "<li>", b.Items, "</ul>\n")
		}
	case Table:
		w.table(b)
	default:
		w.figure(b)
	}
}

func (w *htmlWriter) table(b *Block) {
	w.raw("<table>")
	w.elementIf("<caption>", b.Caption, "</caption>")
	w.raw("\n")
	w.rows("<thead>\n", "th>", b.Rows[:b.Header], "</thead>\n")
	w.rows("<tbody>\n", "td>", b.Rows[b.Header:], "</tbody>\n")
	w.raw("</table>\n")
}

func (w *htmlWriter) rows(open, cell string, rows [][]string, end string) {
	if len(rows) == 0 {
		return
	}
	w.raw(open)
	for _, row := range rows {
		w.raw("<tr>")
		for _, s := range row {
			w.element("<"+cell, s, "</"+cell)
		}
		w.raw("</tr>\n")
	}
	w.raw(end)
}

func (w *htmlWriter) figure(b *Block) {
	w.raw("<figure>")
	switch {
	case b.Type == Image && isImage(b.Src):
		w.raw("<img")
		w.attr("src", b.Src)
		w.attr("alt", b.Alt)
		w.raw(` loading="lazy"/>`)
	case b.Type == Image:
		w.raw(`<span role="img"`)
		w.attrIf("data-url", b.Src)
		w.attr("aria-label", b.Alt)
		w.raw("></span>")
	default:
		tag := string(b.Type)
		w.raw("<" + tag + ` controls="" preload="none"`)
		w.address("src", b.Src, isWeb(b.Src))
		w.address("poster", b.Poster, b.Type == Video && isImage(b.Poster))
		w.raw("></" + tag + ">")
	}
	if b.Caption != "" || b.Credit != "" {
		w.raw("<figcaption>")
		w.elementIf(`<span class="caption">`, b.Caption, "</span>")
		w.elementIf(`<cite class="credit">`, b.Credit, "</cite>")
		w.raw("</figcaption>")
	}
	w.raw("</figure>\n")
}

// marked writes text with its spans.
func (w *htmlWriter) marked(text string, spans []Span) {
	var open openSpans
	at := 0
	advance := func(to int) {
		w.text(text[at:to])
		at = to
	}
	closeTo := func(offset int) {
		for len(open) > 0 && open[len(open)-1].End <= offset {
			s := open[len(open)-1]
			advance(s.End)
			w.raw("</" + spanTag(s.Kind) + ">")
			open = open[:len(open)-1]
		}
	}
	for _, s := range spans {
		closeTo(s.Start)
		advance(s.Start)
		w.raw("<" + spanTag(s.Kind))
		if s.Kind == SpanLink {
			w.link(s.URL)
		}
		w.raw(">")
		open = append(open, s)
	}
	closeTo(len(text))
	advance(len(text))
}

func spanTag(k SpanKind) string {
	if k == SpanLink {
		return "a"
	}
	return string(k)
}

func (w *htmlWriter) raw(s string) { w.b = append(w.b, s...) }

func (w *htmlWriter) element(open, text, end string) {
	w.raw(open)
	w.text(text)
	w.raw(end)
}

func (w *htmlWriter) elementIf(open, text, end string) {
	if text != "" {
		w.element(open, text, end)
	}
}

func (w *htmlWriter) items(open, item string, list []string, end string) {
	if len(list) == 0 {
		return
	}
	w.raw(open + "\n")
	for _, s := range list {
		w.element(item, s, "</li>\n")
	}
	w.raw(end)
}

// link writes the address of an <a>.
func (w *htmlWriter) link(url string) {
	if isWeb(url) {
		w.attr("href", url)
	} else {
		w.attr("data-url", url)
	}
}

// address writes an attribute that a browser fetches, as data unless it is safe.
func (w *htmlWriter) address(name, url string, safe bool) {
	if !safe {
		name = "data-" + name
	}
	w.attrIf(name, url)
}

func (w *htmlWriter) attrIf(name, value string) {
	if value != "" {
		w.attr(name, value)
	}
}

func (w *htmlWriter) attr(name, value string) {
	w.raw(" " + name + `="`)
	w.text(value)
	w.raw(`"`)
}

// text writes s for use in an element or an attribute.
func (w *htmlWriter) text(s string) {
	start := 0
	for i := range len(s) {
		var with string
		switch s[i] {
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		case '&':
			with = "&amp;"
		case '"':
			with = "&#34;"
		case '\n':
			with = "<br/>"
		default:
			continue
		}
		w.b = append(append(w.b, s[start:i]...), with...)
		start = i + 1
	}
	w.raw(s[start:])
}
