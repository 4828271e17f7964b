package article

import (
	"bytes"
	"strconv"
	"strings"
)

// htmlReader reads the HTML form, which is exact to the byte: each function
// mirrors one of htmlWriter. After the first mismatch it reads nothing more.
type htmlReader struct {
	b    []byte
	i    int
	err  error
	path path
}

func parseHTML(b []byte) (*Article, error) {
	if err := checkUTF8(HTML, b); err != nil {
		return nil, err
	}
	r := htmlReader{b: b}
	a := r.article()
	if r.err != nil {
		return nil, syntaxError(HTML, b, r.i, &FieldError{Field: r.path.String(), Err: r.err})
	}
	return exact(HTML, b, a, appendHTML)
}

func (r *htmlReader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// take reads s if it comes next.
func (r *htmlReader) take(s string) bool {
	if r.err != nil || !bytes.HasPrefix(r.b[r.i:], []byte(s)) {
		return false
	}
	r.i += len(s)
	return true
}

func (r *htmlReader) want(s string) {
	if !r.take(s) {
		r.fail(ErrSyntax)
	}
}

// until reads text up to, and without, the byte that ends it.
func (r *htmlReader) until(stop byte) string {
	n := bytes.IndexByte(r.b[r.i:], stop)
	if n < 0 || r.err != nil {
		r.fail(ErrSyntax)
		return ""
	}
	s := string(r.b[r.i : r.i+n])
	r.i += n
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "&#34;", `"`).Replace(s)
}

// text reads the content of an element without spans.
func (r *htmlReader) text() string {
	s := r.until('<')
	for r.take("<br/>") {
		s += "\n" + r.until('<')
	}
	return s
}

// element reads what htmlWriter.element writes.
func (r *htmlReader) element(into *string, name, open, end string) {
	r.enter(name)
	r.want(open)
	*into = r.text()
	r.want(end)
	r.leave()
}

// elementIf reads an element that may be missing.
func (r *htmlReader) elementIf(into *string, name, open, end string) {
	if r.take(open) {
		r.element(into, name, "", end)
	}
}

// enter, at and leave keep the path at the place of the first error.
func (r *htmlReader) enter(name string) {
	if r.err == nil {
		r.path.enter(name)
	}
}

func (r *htmlReader) at(index int) {
	if r.err == nil {
		r.path.at(index)
	}
}

func (r *htmlReader) leave() {
	if r.err == nil {
		r.path.leave()
	}
}

// attr reads an attribute that may be missing.
func (r *htmlReader) attr(name string) string {
	if !r.take(" " + name + `="`) {
		return ""
	}
	s := r.until('"')
	r.want(`"`)
	return s
}

// link reads the address of an <a>.
func (r *htmlReader) link() string { return r.address("href", "data-url") }

func (r *htmlReader) address(safe, other string) string {
	if s := r.attr(safe); s != "" {
		return s
	}
	return r.attr(other)
}

func (r *htmlReader) items(name, open, item, end string) (list []string) {
	if !r.take(open + "\n") {
		return nil
	}
	for r.take(item) {
		list = append(list, "")
		r.element(&list[len(list)-1], name, "", "</li>\n")
	}
	r.want(end)
	return list
}

func (r *htmlReader) article() *Article {
	a := new(Article)
	r.want("<!DOCTYPE html>\n<html")
	a.Language = r.attr("lang")
	r.want(">\n<head>\n" + htmlHead)
	// What the head repeats is compared when the article is known.
	n := bytes.Index(r.b[r.i:], []byte(htmlArticle))
	if n < 0 {
		r.fail(ErrSyntax)
		return nil
	}
	r.i += n
	r.want(htmlArticle)
	a.URL = r.attr("data-url")
	r.want(">\n")
	r.header(a)
	r.want(`<div class="body" itemprop="articleBody">` + "\n")
	r.enter("Body")
	for r.err == nil && !r.take("</div>\n") {
		r.at(len(a.Body))
		a.Body = append(a.Body, r.block())
		r.leave()
	}
	r.leave()
	r.footer(a)
	r.want("</article>\n</body>\n</html>\n")
	return a
}

func (r *htmlReader) header(a *Article) {
	r.elementIf(&a.Site, "Site", `<p class="site" itemprop="publisher">`, "</p>\n")
	a.Section = r.items("Section", `<nav class="section"><ol>`, `<li itemprop="articleSection">`, "</ol></nav>\n")
	r.elementIf(&a.Kicker, "Kicker", `<p class="kicker">`, "</p>\n")
	r.element(&a.Title, "Title", `<h1 itemprop="headline">`, "</h1>\n")
	r.elementIf(&a.Subtitle, "Subtitle", `<p class="subtitle" itemprop="alternativeHeadline">`, "</p>\n")
	r.want(`<p class="info">`)
	r.time(&a.Published, "Published", `<time class="published" itemprop="datePublished"`)
	r.time(&a.Modified, "Modified", `更新：<time class="modified" itemprop="dateModified"`)
	if r.take(`来源：<a class="source" itemprop="sourceOrganization"`) {
		a.Source.URL = r.link()
		r.element(&a.Source.Name, "Source", ">", "</a>")
	}
	r.want("</p>\n")
	r.elementIf(&a.Summary, "Summary", `<p class="summary" itemprop="description">`, "</p>\n")
}

func (r *htmlReader) time(t *Time, name, tag string) {
	if !r.take(tag) {
		return
	}
	r.enter(name)
	if date := r.attr("datetime"); date != "" {
		var err error
		if t.Time, t.Precision, err = parseDatetime(date, r.attr("data-zone")); err != nil {
			r.fail(err)
		}
	}
	shown := r.take(` data-raw=""`)
	r.want(">")
	if t.Raw = r.text(); shown {
		t.Raw = ""
	}
	r.want("</time> ")
	r.leave()
}

func (r *htmlReader) footer(a *Article) {
	for r.take(`<p class="credit"`) {
		c := Credit{Role: Role(r.attr("data-role"))}
		r.want(">")
		r.elementIf(&c.Label, "Credits", `<span class="label">`, "</span>：")
		r.element(&c.Name, "Credits", `<span class="name">`, "</span>")
		r.elementIf(&c.Org, "Credits", `（<span class="org">`, "</span>）")
		r.want("</p>\n")
		a.Credits = append(a.Credits, c)
	}
	for r.take(`<section class="related">`) {
		group := ""
		r.elementIf(&group, "Related", "<h2>", "</h2>")
		r.want("<ul>\n")
		for r.err == nil && !r.take("</ul></section>\n") {
			a.Related = append(a.Related, r.related(group))
		}
	}
	a.Keywords = r.items("Keywords", `<ul class="keywords">`, `<li itemprop="keywords">`, "</ul>\n")
	for r.take(`<p class="notice">`) {
		a.Notices = append(a.Notices, "")
		r.element(&a.Notices[len(a.Notices)-1], "Notices", "", "</p>\n")
	}
	for r.take(`<p class="next"><a rel="next"`) {
		a.Next = append(a.Next, r.link())
		r.want(">下一页</a></p>\n")
	}
}

func (r *htmlReader) related(group string) RelatedLink {
	l := RelatedLink{Group: group}
	r.want("<li>")
	var ordinal string
	r.elementIf(&ordinal, "Related", `<span class="ordinal">`, "</span>、")
	if ordinal != "" {
		var err error
		if l.Ordinal, err = strconv.Atoi(ordinal); err != nil {
			r.fail(ErrRange)
		}
	}
	r.want("<a")
	l.URL = r.link()
	r.element(&l.Title, "Related", ">", "</a>")
	r.elementIf(&l.Note, "Related", `（<span class="note">`, "</span>）")
	r.want("</li>\n")
	return l
}

func (r *htmlReader) block() Block {
	switch {
	case r.take("<p>"):
		b := Block{Type: Paragraph}
		b.Text, b.Spans = r.marked()
		r.want("</p>\n")
		return b
	case r.take("<blockquote><p>"):
		b := Block{Type: Quote}
		r.element(&b.Text, "Text", "", "</p></blockquote>\n")
		return b
	case r.take("<table>"):
		return r.table()
	case r.take("<figure>"):
		return r.figure()
	}
	for level := 2; level <= 6; level++ {
		if h := "h" + strconv.Itoa(level) + ">"; r.take("<" + h) {
			b := Block{Type: Heading, Level: level}
			r.element(&b.Text, "Text", "", "</"+h+"\n")
			return b
		}
	}
	if items := r.items("Items", "<ul>", "<li>", "</ul>\n"); items != nil {
		return Block{Type: List, Items: items}
	}
	items := r.items("Items", "<ol>", "<li>", "</ol>\n")
	if items == nil {
		r.fail(ErrSyntax)
	}
	return Block{Type: List, Items: items, Ordered: true}
}

func (r *htmlReader) table() Block {
	b := Block{Type: Table}
	r.elementIf(&b.Caption, "Caption", "<caption>", "</caption>")
	r.want("\n")
	header := r.rows("<thead>\n", "th>", "</thead>\n")
	b.Header = len(header)
	b.Rows = append(header, r.rows("<tbody>\n", "td>", "</tbody>\n")...)
	r.want("</table>\n")
	return b
}

func (r *htmlReader) rows(open, cell, end string) (rows [][]string) {
	if !r.take(open) {
		return nil
	}
	for r.take("<tr>") {
		var row []string
		for r.take("<" + cell) {
			row = append(row, "")
			r.element(&row[len(row)-1], "Rows", "", "</"+cell)
		}
		r.want("</tr>\n")
		rows = append(rows, row)
	}
	r.want(end)
	return rows
}

func (r *htmlReader) figure() Block {
	var b Block
	switch {
	case r.take("<img"):
		b.Type = Image
		b.Src = r.attr("src")
		b.Alt = r.attr("alt")
		r.want(` loading="lazy"/>`)
	case r.take(`<span role="img"`):
		b.Type = Image
		b.Src = r.attr("data-url")
		b.Alt = r.attr("aria-label")
		r.want("></span>")
	default:
		b.Type = Audio
		if r.take("<video") {
			b.Type = Video
		} else {
			r.want("<audio")
		}
		r.want(` controls="" preload="none"`)
		b.Src = r.address("src", "data-src")
		b.Poster = r.address("poster", "data-poster")
		r.want("></" + string(b.Type) + ">")
	}
	if r.take("<figcaption>") {
		r.elementIf(&b.Caption, "Caption", `<span class="caption">`, "</span>")
		r.elementIf(&b.Credit, "Credit", `<cite class="credit">`, "</cite>")
		r.want("</figcaption>")
	}
	r.want("</figure>\n")
	return b
}

// marked reads a text with spans. It opens a span with the place of its start;
// the order of opening is that of the finished spans.
func (r *htmlReader) marked() (string, []Span) {
	var text strings.Builder
	var spans []Span
	var open []int // indices into spans
	for r.err == nil {
		text.WriteString(r.until('<'))
		switch {
		case r.take("<br/>"):
			text.WriteByte('\n')
			continue
		case r.take("<a"):
			spans = append(spans, Span{Start: text.Len(), Kind: SpanLink, URL: r.link()})
			r.want(">")
		case r.take("<strong>"):
			spans = append(spans, Span{Start: text.Len(), Kind: SpanStrong})
		case r.take("<em>"):
			spans = append(spans, Span{Start: text.Len(), Kind: SpanEm})
		case len(open) > 0:
			s := &spans[open[len(open)-1]]
			r.want("</" + spanTag(s.Kind) + ">")
			s.End = text.Len()
			open = open[:len(open)-1]
			continue
		default:
			return text.String(), spans
		}
		open = append(open, len(spans)-1)
	}
	return "", nil
}
