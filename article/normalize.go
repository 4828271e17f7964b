package article

import (
	"bytes"
	"slices"
	"time"
)

// Normalize brings a to canonical form, in place: every string as the package
// comment describes it, with U+FFFD for a byte that is not UTF-8; entries that
// say nothing dropped (empty strings in lists, credits without a name, links
// without title and address, blocks without content); spans nested, cut and
// sorted, and still over the same words; fields cleared that a block's type
// does not use; times cut to their precision; nil for empty slices.
//
// It does not correct values that are wrong in themselves, such as an unknown
// role or a heading of level 9; [Article.Validate] reports what is left.
// Normalizing twice is the same as once, and a valid article stays as it is.
func (a *Article) Normalize() {
	for _, s := range []*string{
		&a.URL, &a.Site, &a.Kicker, &a.Title, &a.Language, &a.Source.Name, &a.Source.URL,
	} {
		*s = clean(*s, oneLine)
	}
	a.Subtitle = clean(a.Subtitle, lines)
	a.Summary = clean(a.Summary, lines)
	a.Published.normalize()
	a.Modified.normalize()
	a.Section = cleanList(a.Section, oneLine)
	a.Keywords = cleanList(a.Keywords, oneLine)
	a.Next = cleanList(a.Next, oneLine)
	a.Notices = cleanList(a.Notices, lines)
	a.Credits = normalizeEach(a.Credits, (*Credit).normalize)
	a.Related = normalizeEach(a.Related, (*RelatedLink).normalize)
	a.Body = normalizeEach(a.Body, (*Block).normalize)
}

// Equal reports whether a and b are the same article: whether their canonical
// forms have the same fields, times with the same offset. It changes neither.
func (a *Article) Equal(b *Article) bool {
	x, y := a.clone(), b.clone()
	x.Normalize()
	y.Normalize()
	return bytes.Equal(appendJSON(nil, x), appendJSON(nil, y))
}

// clone returns a copy of a that shares nothing with it but strings.
func (a *Article) clone() *Article {
	c := *a
	for _, list := range []*[]string{&c.Section, &c.Keywords, &c.Notices, &c.Next} {
		*list = slices.Clone(*list)
	}
	c.Credits = slices.Clone(a.Credits)
	c.Related = slices.Clone(a.Related)
	c.Body = slices.Clone(a.Body)
	for i := range c.Body {
		b := &c.Body[i]
		b.Spans = slices.Clone(b.Spans)
		b.Items = slices.Clone(b.Items)
		b.Rows = slices.Clone(b.Rows)
		for j := range b.Rows {
			b.Rows[j] = slices.Clone(b.Rows[j])
		}
	}
	return &c
}

func (t *Time) normalize() {
	t.Raw = clean(t.Raw, oneLine)
	t.Time = cut(inFixedZone(t.Time), t.Precision)
	if t.Precision == "" || t.Time.IsZero() {
		t.Precision, t.Time = "", time.Time{}
	}
}

// normalize reports whether c names anybody.
func (c *Credit) normalize() bool {
	c.Label = clean(c.Label, oneLine)
	c.Name = clean(c.Name, oneLine)
	c.Org = clean(c.Org, oneLine)
	return c.Name != ""
}

// normalize reports whether l leads anywhere or is called anything.
func (l *RelatedLink) normalize() bool {
	l.Title = clean(l.Title, oneLine)
	l.URL = clean(l.URL, oneLine)
	l.Group = clean(l.Group, oneLine)
	l.Note = clean(l.Note, oneLine)
	return l.Title != "" || l.URL != ""
}

// normalize reports whether b has content.
func (b *Block) normalize() bool {
	b.keepUsed()
	b.normalizeText()
	b.Src = clean(b.Src, oneLine)
	b.Poster = clean(b.Poster, oneLine)
	b.Alt = clean(b.Alt, oneLine)
	b.Credit = clean(b.Credit, oneLine)
	b.Caption = clean(b.Caption, lines)
	b.Items = cleanList(b.Items, lines)
	b.normalizeRows()
	return b.hasContent()
}

// keepUsed clears what b's type does not use. A type that is none keeps all:
// Validate reports it.
func (b *Block) keepUsed() {
	u, ok := b.Type.uses()
	if !ok {
		return
	}
	keep(&b.Text, u.text)
	keep(&b.Src, u.src)
	keep(&b.Poster, u.poster)
	keep(&b.Alt, u.picture)
	keep(&b.Credit, u.picture)
	keep(&b.Caption, u.caption)
	keep(&b.Level, u.level)
	keep(&b.Ordered, u.items)
	keep(&b.Header, u.rows)
	if !u.spans {
		b.Spans = nil
	}
	if !u.items {
		b.Items = nil
	}
	if !u.rows {
		b.Rows = nil
	}
}

func keep[T any](field *T, used bool) {
	if !used {
		*field = *new(T)
	}
}

func (b *Block) normalizeText() {
	if len(b.Spans) == 0 || defect(b.Text, lines) == nil {
		b.Text = clean(b.Text, lines)
		b.Spans = normalizeSpans(b.Text, b.Spans)
		return
	}
	text, start, end := cleanMap(b.Text, lines)
	for i := range b.Spans {
		s := &b.Spans[i]
		s.Start, s.End = start[runeStart(b.Text, s.Start)], end[runeStart(b.Text, s.End)]
	}
	b.Text = text
	b.Spans = normalizeSpans(text, b.Spans)
}

func (b *Block) normalizeRows() {
	kept := b.Rows[:0]
	header := b.Header
	for i, row := range b.Rows {
		if len(row) == 0 {
			if i < b.Header {
				header--
			}
			continue
		}
		for j := range row {
			row[j] = clean(row[j], lines)
		}
		kept = append(kept, row)
	}
	b.Rows, b.Header = nilIfEmpty(kept), header
}

// hasContent reports whether b shows anything to a reader.
func (b *Block) hasContent() bool {
	return b.Text != "" || b.Src != "" || b.Poster != "" || b.Alt != "" || b.Caption != "" && b.Type != Table ||
		len(b.Items) > 0 || len(b.Rows) > 0
}

func cleanList(list []string, kind textKind) []string {
	kept := list[:0]
	for _, s := range list {
		if s = clean(s, kind); s != "" {
			kept = append(kept, s)
		}
	}
	return nilIfEmpty(kept)
}

func normalizeEach[T any](list []T, normalize func(*T) bool) []T {
	kept := list[:0]
	for i := range list {
		if normalize(&list[i]) {
			kept = append(kept, list[i])
		}
	}
	return nilIfEmpty(kept)
}

func nilIfEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
