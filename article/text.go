package article

import (
	"strconv"
	"strings"
	"time"
)

// The text form is described in the package comment.
const (
	bodyIndent    = "\u3000\u3000"
	relatedIndent = "  "
	creditIndent  = "\u3000"
	sourceLabel   = "来源: "
)

// appendText writes an article that projectText has returned.
func appendText(b []byte, a *Article) []byte {
	b = append(b, a.Title...)
	b = append(b, '\n')
	if a.Published.Raw != "" || a.Source.Name != "" {
		b = append(b, infoLine(a)...)
		b = append(b, '\n')
	}
	if a.Subtitle != "" {
		b = appendStanza(b, "", a.Subtitle)
	}
	for i := range a.Body {
		b = appendStanza(b, bodyIndent, a.Body[i].Text)
	}
	for i, l := range a.Related {
		if i == 0 || l.Group != a.Related[i-1].Group {
			b = append(b, '\n')
			if l.Group != "" {
				b = append(append(b, l.Group...), '\n')
			}
		}
		b = append(b, relatedIndent...)
		if l.Ordinal > 0 {
			b = append(strconv.AppendInt(b, int64(l.Ordinal), 10), "、"...)
		} else {
			b = append(b, "• "...)
		}
		b = append(append(b, l.Title...), '\n')
	}
	for _, s := range a.Notices {
		b = appendStanza(b, "", s)
	}
	if len(a.Credits) > 0 {
		b = appendStanza(b, creditIndent, creditLine(a.Credits))
	}
	return b
}

// appendStanza writes an empty line and then each line of text after an indent.
func appendStanza(b []byte, indent, text string) []byte {
	b = append(b, '\n')
	for line := range strings.SplitSeq(text, "\n") {
		b = append(append(append(b, indent...), line...), '\n')
	}
	return b
}

func infoLine(a *Article) string {
	switch {
	case a.Source.Name == "":
		return a.Published.Raw
	case a.Published.Raw == "":
		return sourceLabel + a.Source.Name
	}
	return a.Published.Raw + " " + sourceLabel + a.Source.Name
}

// projectText is [Article.Project] for Text; a is canonical and not used again.
func projectText(a *Article) *Article {
	p := &Article{
		Title: a.Title, Published: textTime(a.Published), Source: Source{Name: a.Source.Name},
		Subtitle: strings.Trim(a.Kicker+"\n"+a.Subtitle, "\n"), Body: plainBody(a.Body),
	}
	if len(p.Body) == 0 {
		return p
	}
	for _, l := range a.Related {
		if l.Title != "" {
			p.Related = append(p.Related, RelatedLink{Ordinal: l.Ordinal, Title: l.Title, Group: l.Group})
		}
	}
	p.Notices = a.Notices
	p.Credits = textCredits(a.Credits)
	return p
}

func textLayout(p Precision) string {
	switch p {
	case PrecisionYear, PrecisionMonth, PrecisionDay:
		return datetimeLayout(p)
	case PrecisionMinute:
		return "2006-01-02 15:04"
	}
	return time.DateTime
}

// textTime keeps the date of a time without a clock, and the instant of others.
func textTime(t Time) Time {
	if t.Precision == "" {
		return Time{}
	}
	east := fixedZone(defaultZone)
	if t.Precision == PrecisionMinute || t.Precision == PrecisionSecond {
		t.Time = t.Time.In(east)
	} else {
		year, month, day := t.Time.Date()
		t.Time = time.Date(year, month, day, 0, 0, 0, 0, east)
	}
	if year := t.Time.Year(); year < 1 || year > 9999 || t.Time.IsZero() {
		return Time{}
	}
	t.Raw = t.Time.Format(textLayout(t.Precision))
	return t
}

// plainBody returns the paragraphs that the words of a body make.
func plainBody(body []Block) []Block {
	var plain []Block
	for i := range body {
		if text := plainText(&body[i]); text != "" {
			plain = append(plain, Block{Type: Paragraph, Text: text})
		}
	}
	return plain
}

func plainText(b *Block) string {
	switch b.Type {
	case Paragraph, Heading, Quote:
		return b.Text
	case List:
		return strings.Join(b.Items, "\n")
	case Table:
		var rows []string
		for _, row := range b.Rows {
			line := strings.ReplaceAll(strings.Join(row, "\u3000"), "\n", " ")
			rows = append(rows, line)
		}
		return clean(strings.Join(rows, "\n"), lines)
	}
	return ""
}
