package article

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// appendMarkdown writes a canonical article.
func appendMarkdown(b []byte, a *Article) []byte {
	w := markdownWriter{b}
	w.frontMatter(a)
	if a.Title != "" {
		w.line("\n# ", a.Title, " ")
	}
	for i := range a.Body {
		w.raw("\n")
		w.block(&a.Body[i], i > 0 && a.Body[i-1].Type == List)
	}
	return w.b
}

type markdownWriter struct{ b []byte }

func (w *markdownWriter) raw(s string) { w.b = append(w.b, s...) }

func (w *markdownWriter) frontMatter(a *Article) {
	w.raw("---\n")
	w.yaml("", "title", a.Title)
	w.yaml("", "kicker", a.Kicker)
	w.yaml("", "subtitle", a.Subtitle)
	w.yaml("", "url", a.URL)
	w.yaml("", "site", a.Site)
	w.yamlList("section", a.Section)
	w.yamlTime("published", a.Published)
	w.yamlTime("modified", a.Modified)
	if a.Source != (Source{}) {
		w.raw("source:\n")
		w.yaml("  ", "name", a.Source.Name)
		w.yaml("  ", "url", a.Source.URL)
	}
	w.yamlItems("credits", len(a.Credits), func(i int) [][2]string {
		c := a.Credits[i]
		return [][2]string{{"role", string(c.Role)}, {"label", c.Label}, {"name", c.Name}, {"org", c.Org}}
	})
	w.yaml("", "summary", a.Summary)
	w.yamlList("keywords", a.Keywords)
	w.yamlItems("related", len(a.Related), func(i int) [][2]string {
		l := a.Related[i]
		ordinal := ""
		if l.Ordinal > 0 {
			ordinal = strconv.Itoa(l.Ordinal)
		}
		return [][2]string{{"ordinal", ordinal}, {"title", l.Title}, {"url", l.URL}, {"group", l.Group}, {"note", l.Note}}
	})
	w.yamlList("notices", a.Notices)
	w.yaml("", "language", a.Language)
	w.yamlList("next", a.Next)
	w.raw("---\n")
}

func (w *markdownWriter) yaml(indent, key, value string) {
	if value == "" {
		return
	}
	w.raw(indent + key + ": ")
	if key == "ordinal" {
		w.raw(value)
	} else {
		w.quoted(value)
	}
	w.raw("\n")
}

// quoted writes a double-quoted YAML scalar. It is JSON's string, but that YAML
// wants the byte order mark escaped, and some of its readers noncharacters.
func (w *markdownWriter) quoted(s string) {
	j := jsonWriter{b: w.b}
	j.string(s)
	start := len(w.b)
	text := string(j.b[start:])
	for _, r := range text {
		if r == 0xfeff || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe {
			w.raw(yamlEscape(r))
		} else {
			w.b = utf8.AppendRune(w.b, r)
		}
	}
}

func yamlEscape(r rune) string {
	s := strconv.FormatInt(int64(r), 16)
	return `\U` + strings.Repeat("0", 8-len(s)) + s
}

func (w *markdownWriter) yamlList(key string, list []string) {
	if len(list) == 0 {
		return
	}
	w.raw(key + ":\n")
	for _, s := range list {
		w.raw("  - ")
		w.quoted(s)
		w.raw("\n")
	}
}

// yamlItems writes a list of mappings; members gives those of one.
func (w *markdownWriter) yamlItems(key string, n int, members func(int) [][2]string) {
	if n == 0 {
		return
	}
	w.raw(key + ":\n")
	for i := range n {
		indent := "  - "
		for _, m := range members(i) {
			if m[1] != "" {
				w.yaml(indent, m[0], m[1])
				indent = "    "
			}
		}
	}
}

func (w *markdownWriter) yamlTime(key string, t Time) {
	if t.IsZero() {
		return
	}
	w.raw(key + ":\n")
	w.yaml("  ", "raw", t.Raw)
	if t.Precision != "" {
		w.yaml("  ", "time", t.Time.Format(time.RFC3339))
		w.yaml("  ", "precision", string(t.Precision))
	}
}

// block writes one block. A list right after a list gets other bullets, which
// keeps the two apart.
func (w *markdownWriter) block(b *Block, afterList bool) {
	switch b.Type {
	case Paragraph:
		w.marked(b.Text, b.Spans)
		w.raw("\n")
	case Heading:
		w.line(strings.Repeat("#", b.Level)+" ", b.Text, " ")
	case Quote:
		w.line("> ", b.Text, "\\\n> ")
	case List:
		for i, s := range b.Items {
			w.item(b.Ordered, afterList, i+1, s)
		}
	case Table:
		w.table(b)
	case Image:
		w.raw("!")
		w.media(b.Alt, b.Src, b)
	default:
		w.media(string(b.Type), b.Src, b)
	}
}

// line writes escaped text after a prefix, with its line breaks as given.
func (w *markdownWriter) line(prefix, text, lineBreak string) {
	w.raw(prefix)
	w.text(text, lineBreak)
	w.raw("\n")
}

func (w *markdownWriter) item(ordered, other bool, n int, text string) {
	bullet := "- "
	switch {
	case ordered && other:
		bullet = strconv.Itoa(n) + ") "
	case ordered:
		bullet = strconv.Itoa(n) + ". "
	case other:
		bullet = "* "
	}
	w.line(bullet, text, "\\\n"+strings.Repeat(" ", len(bullet)))
}

// media writes a link and what stands below it.
func (w *markdownWriter) media(text, url string, b *Block) {
	w.raw("[")
	w.text(text, " ")
	w.raw("]")
	w.destination(url)
	w.raw("\n")
	if b.Caption != "" {
		w.line("\n", b.Caption, "\\\n")
	}
	if b.Credit != "" {
		w.line("\n", b.Credit, " ")
	}
}

// destination writes the address of a link; one that no reader should follow is
// left out.
func (w *markdownWriter) destination(url string) {
	if !isImage(url) {
		url = ""
	}
	w.raw("(<")
	for i := range len(url) {
		if strings.IndexByte(`<>\&`, url[i]) >= 0 {
			w.raw(`\`)
		}
		w.b = append(w.b, url[i])
	}
	w.raw(">)")
}

func (w *markdownWriter) table(b *Block) {
	columns := 0
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	rows := b.Rows
	if b.Header == 0 {
		w.row(nil, columns)
	} else {
		w.row(rows[0], columns)
		rows = rows[1:]
	}
	w.raw(strings.Repeat("| --- ", columns) + "|\n")
	for _, row := range rows {
		w.row(row, columns)
	}
	if b.Caption != "" {
		w.line("\n", b.Caption, "\\\n")
	}
}

func (w *markdownWriter) row(cells []string, columns int) {
	for i := range columns {
		w.raw("| ")
		if i < len(cells) {
			w.text(cells[i], "<br>")
		}
		w.raw(" ")
	}
	w.raw("|\n")
}

// marked writes text with spans. Emphasis is written with asterisks where
// CommonMark's rules on punctuation, which were not made for text without
// spaces, let them work, and with tags elsewhere.
func (w *markdownWriter) marked(text string, spans []Span) {
	var ends []string // closing marks of the open spans
	var open openSpans
	at := 0
	closeTo := func(offset int) {
		for len(open) > 0 && open[len(open)-1].End <= offset {
			end := open[len(open)-1].End
			w.escaped(text, at, end, "\\\n")
			w.raw(ends[len(ends)-1])
			at, open, ends = end, open[:len(open)-1], ends[:len(ends)-1]
		}
	}
	for i, s := range spans {
		closeTo(s.Start)
		w.escaped(text, at, s.Start, "\\\n")
		at = s.Start
		ends = append(ends, w.openSpan(text, spans, i, len(open) > 0))
		open = append(open, s)
	}
	closeTo(len(text))
	w.escaped(text, at, len(text), "\\\n")
}

// openSpan writes the opening mark of spans[i] and returns the closing one.
func (w *markdownWriter) openSpan(text string, spans []Span, i int, nested bool) string {
	s := spans[i]
	mark := "*"
	switch s.Kind {
	case SpanLink:
		if !isWeb(s.URL) {
			return ""
		}
		w.raw("[")
		var d markdownWriter
		d.destination(s.URL)
		return "]" + string(d.b)
	case SpanStrong:
		mark = "**"
	}
	alone := !nested && (i == 0 || spans[i-1].End < s.Start) && (i+1 == len(spans) || spans[i+1].Start > s.End)
	if alone && isWordy(text[s.Start:s.End]) {
		w.raw(mark)
		return mark
	}
	w.raw("<" + string(s.Kind) + ">")
	return "</" + string(s.Kind) + ">"
}

// isWordy reports whether s begins and ends with a letter or a number.
func isWordy(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	return word(first) && word(last)
}

// text writes s with line breaks as given.
func (w *markdownWriter) text(s, lineBreak string) { w.escaped(s, 0, len(s), lineBreak) }

// escaped writes text[from:to], with every character escaped that CommonMark or
// its table and strikethrough extensions could take for mark-up there.
func (w *markdownWriter) escaped(text string, from, to int, lineBreak string) {
	for i := from; i < to; i++ {
		c := text[i]
		switch {
		case c == '\n' && i > 0 && text[i-1] == '\\':
			// Three backslashes in a row are read in more than one way.
			w.raw(strings.Replace(lineBreak, "\\", "  ", 1))
			continue
		case c == '\n':
			w.raw(lineBreak)
			continue
		case strings.IndexByte("\\`*_[]<>&|~", c) >= 0,
			strings.IndexByte("#+-=", c) >= 0 && (i == 0 || text[i-1] == '\n'),
			c == '#' && i+1 == len(text), // would close a heading
			c == '!' && (i+1 == to || text[i+1] == '['),
			(c == '.' || c == ')') && endsWithOrdinal(text[:i]):
			w.raw(`\`)
		}
		w.b = append(w.b, c)
	}
}

// endsWithOrdinal reports whether the last line of s is a number, which makes a
// list item if a point or bracket follows.
func endsWithOrdinal(s string) bool {
	const digits = "0123456789"
	number := s[len(strings.TrimRight(s, digits)):]
	line := strings.TrimSuffix(s, number)
	return number != "" && (line == "" || line[len(line)-1] == '\n')
}
