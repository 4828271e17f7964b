package article

import (
	"strconv"
	"time"
)

// jsonWriter appends one JSON value to b. Of a canonical article it writes byte
// for byte what encoding/json does without HTML escaping.
type jsonWriter struct {
	b     []byte
	first bool // nothing stands in the current object or array yet
	html  bool // <, > and & are escaped, for use within a script element
}

func appendJSON(b []byte, a *Article) []byte {
	w := jsonWriter{b: b}
	w.article(a)
	return w.b
}

func (w *jsonWriter) open(c byte) { w.b, w.first = append(w.b, c), true }

func (w *jsonWriter) end(c byte) { w.b, w.first = append(w.b, c), false }

// next separates a value from the one before it.
func (w *jsonWriter) next() {
	if !w.first {
		w.b = append(w.b, ',')
	}
	w.first = false
}

// key opens a member; keys are ASCII without quotes.
func (w *jsonWriter) key(name string) {
	w.next()
	w.b = append(w.b, '"')
	w.b = append(w.b, name...)
	w.b = append(w.b, '"', ':')
}

// text writes a member, if it is not empty.
func (w *jsonWriter) text(name, s string) {
	if s != "" {
		w.key(name)
		w.string(s)
	}
}

func (w *jsonWriter) int(name string, n int) {
	w.key(name)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

func (w *jsonWriter) intIf(name string, n int) {
	if n != 0 {
		w.int(name, n)
	}
}

func (w *jsonWriter) strings(name string, list []string) {
	if len(list) > 0 {
		w.key(name)
		w.array(list)
	}
}

func (w *jsonWriter) array(list []string) {
	w.open('[')
	for _, s := range list {
		w.next()
		w.string(s)
	}
	w.end(']')
}

// objects writes a member that is an array of objects, if it is not empty.
func objects[T any](w *jsonWriter, name string, list []T, write func(*jsonWriter, *T)) {
	if len(list) == 0 {
		return
	}
	w.key(name)
	w.open('[')
	for i := range list {
		w.next()
		w.open('{')
		write(w, &list[i])
		w.end('}')
	}
	w.end(']')
}

func (w *jsonWriter) article(a *Article) {
	w.open('{')
	w.text("url", a.URL)
	w.text("site", a.Site)
	w.strings("section", a.Section)
	w.text("kicker", a.Kicker)
	w.text("title", a.Title)
	w.text("subtitle", a.Subtitle)
	w.time("published", a.Published)
	w.time("modified", a.Modified)
	if a.Source != (Source{}) {
		w.key("source")
		w.open('{')
		w.text("name", a.Source.Name)
		w.text("url", a.Source.URL)
		w.end('}')
	}
	objects(w, "credits", a.Credits, (*jsonWriter).credit)
	w.text("summary", a.Summary)
	objects(w, "body", a.Body, (*jsonWriter).block)
	objects(w, "related", a.Related, (*jsonWriter).related)
	w.strings("keywords", a.Keywords)
	w.strings("notices", a.Notices)
	w.text("language", a.Language)
	w.strings("next", a.Next)
	w.end('}')
}

func (w *jsonWriter) time(name string, t Time) {
	if t.IsZero() {
		return
	}
	w.key(name)
	w.open('{')
	w.text("raw", t.Raw)
	if !t.Time.IsZero() {
		w.key("time")
		w.b = append(w.b, '"')
		w.b = t.Time.AppendFormat(w.b, time.RFC3339Nano)
		w.b = append(w.b, '"')
	}
	w.text("precision", string(t.Precision))
	w.end('}')
}

func (w *jsonWriter) credit(c *Credit) {
	w.key("role")
	w.string(string(c.Role))
	w.text("label", c.Label)
	w.key("name")
	w.string(c.Name)
	w.text("org", c.Org)
}

func (w *jsonWriter) related(l *RelatedLink) {
	w.intIf("ordinal", l.Ordinal)
	w.text("title", l.Title)
	w.text("url", l.URL)
	w.text("group", l.Group)
	w.text("note", l.Note)
}

func (w *jsonWriter) block(b *Block) {
	w.key("type")
	w.string(string(b.Type))
	w.intIf("level", b.Level)
	w.text("text", b.Text)
	objects(w, "spans", b.Spans, (*jsonWriter).span)
	w.text("src", b.Src)
	w.text("poster", b.Poster)
	w.text("alt", b.Alt)
	w.text("caption", b.Caption)
	w.text("credit", b.Credit)
	if b.Ordered {
		w.key("ordered")
		w.b = append(w.b, "true"...)
	}
	w.strings("items", b.Items)
	w.intIf("header", b.Header)
	if len(b.Rows) > 0 {
		w.key("rows")
		w.open('[')
		for _, row := range b.Rows {
			w.next()
			w.array(row)
		}
		w.end(']')
	}
}

func (w *jsonWriter) span(s *Span) {
	w.int("start", s.Start)
	w.int("end", s.End)
	w.key("kind")
	w.string(string(s.Kind))
	w.text("url", s.URL)
}

// string writes s in quotes. It takes s for canonical, which needs no escape
// beyond ASCII; of other strings it promises only that equal ones come out equal.
func (w *jsonWriter) string(s string) {
	const hex = "0123456789abcdef"
	w.b = append(w.b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0xe0 {
			i += 2 // of the three bytes or more of a rune
			continue
		}
		if c > '\\' || c >= ' ' && c != '"' && c != '\\' && !(w.html && (c == '<' || c == '>' || c == '&')) {
			continue
		}
		w.b = append(w.b, s[start:i]...)
		switch c {
		case '"', '\\':
			w.b = append(w.b, '\\', c)
		case '\n':
			w.b = append(w.b, '\\', 'n')
		default:
			w.b = append(w.b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		start = i + 1
	}
	w.b = append(append(w.b, s[start:]...), '"')
}
