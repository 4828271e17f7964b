package article

import (
	"strconv"
	"strings"
	"time"
)

// parseText reads the text form; what it guesses of a text that is not exactly
// canonical is refused in the end.
func parseText(b []byte) (*Article, error) {
	if err := checkUTF8(Text, b); err != nil {
		return nil, err
	}
	a := new(Article)
	head, rest, _ := strings.Cut(string(b), "\n")
	a.Title = head
	if !strings.HasPrefix(rest, "\n") {
		head, rest, _ = strings.Cut(rest, "\n")
		a.parseInfo(head)
	}
	for _, s := range stanzas(rest) {
		a.parseStanza(s)
	}
	return exact(Text, b, a, func(b []byte, a *Article) []byte { return appendText(b, projectText(a)) })
}

// stanzas splits what follows the head at its empty lines.
func stanzas(s string) []string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "\n"), "\n")
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n\n")
}

func (a *Article) parseInfo(line string) {
	date, name, ok := strings.Cut(line, sourceLabel)
	if ok {
		a.Source.Name = name
	}
	date = strings.TrimSuffix(date, " ")
	for _, p := range [...]Precision{PrecisionYear, PrecisionMonth, PrecisionDay, PrecisionMinute, PrecisionSecond} {
		t, err := time.ParseInLocation(textLayout(p), date, fixedZone(defaultZone))
		if err == nil {
			a.Published = Time{Raw: date, Time: t, Precision: p}
		}
	}
}

func (a *Article) parseStanza(s string) {
	switch {
	case strings.HasPrefix(s, bodyIndent):
		text := strings.ReplaceAll(s[len(bodyIndent):], "\n"+bodyIndent, "\n")
		a.Body = append(a.Body, Block{Type: Paragraph, Text: text})
	case len(a.Body) == 0:
		a.Subtitle = s
	case strings.HasPrefix(s, relatedIndent):
		a.parseRelated("", s)
	case strings.HasPrefix(s, creditIndent):
		a.Credits = parseCreditLine(s[len(creditIndent):])
	default:
		group, links, _ := strings.Cut(s, "\n")
		if strings.HasPrefix(links, relatedIndent) {
			a.parseRelated(group, links)
		} else {
			a.Notices = append(a.Notices, s)
		}
	}
}

func (a *Article) parseRelated(group, links string) {
	for line := range strings.SplitSeq(links, "\n") {
		line = strings.TrimPrefix(line, relatedIndent)
		l := RelatedLink{Group: group}
		if title, ok := strings.CutPrefix(line, "• "); ok {
			l.Title = title
		} else {
			ordinal, title, _ := strings.Cut(line, "、")
			l.Ordinal, _ = strconv.Atoi(ordinal)
			l.Title = title
		}
		a.Related = append(a.Related, l)
	}
}
