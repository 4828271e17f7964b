package article

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// Validate reports every way in which a breaks the model: nil, or an
// [errors.Join] of one [*FieldError] each, in the order of the fields. A valid
// article is its own canonical form, but for empty slices that are not nil.
func (a *Article) Validate() error {
	c := checker{path: make(path, 0, 8)}
	c.article(a)
	return errors.Join(c.errs...)
}

// firstDefect returns the first error of Validate, nil if there is none.
func (a *Article) firstDefect() *FieldError {
	c := checker{path: make(path, 0, 8), stop: true}
	c.article(a)
	if len(c.errs) == 0 {
		return nil
	}
	return c.errs[0].(*FieldError)
}

// checker collects what is wrong, and where.
type checker struct {
	path path
	errs []error
	stop bool // after the first error nothing more is wanted
}

func (c *checker) fail(name, value string, err error) {
	if c.stop && len(c.errs) > 0 {
		return
	}
	c.path.enter(name)
	c.errs = append(c.errs, &FieldError{Field: c.path.String(), Value: excerpt(value), Err: err})
	c.path.leave()
}

// text checks one string.
func (c *checker) text(name, s string, kind textKind) {
	if err := defect(s, kind); err != nil {
		c.fail(name, s, err)
	}
}

// list checks strings of which none may be empty.
func (c *checker) list(name string, list []string, kind textKind) {
	for i, s := range list {
		err := defect(s, kind)
		if s == "" {
			err = ErrEmpty
		}
		if err != nil {
			c.fail(name+"["+strconv.Itoa(i)+"]", s, err)
		}
	}
}

// within checks a number against a closed range.
func (c *checker) within(name string, n, low, high int) bool {
	if n < low || n > high {
		c.fail(name, strconv.Itoa(n), ErrRange)
		return false
	}
	return true
}

// each checks the elements of a list.
func each[T any](c *checker, name string, list []T, check func(*checker, *T)) {
	c.path.enter(name)
	for i := range list {
		c.path.at(i)
		check(c, &list[i])
		c.path.leave()
	}
	c.path.leave()
}

func (c *checker) article(a *Article) {
	c.text("URL", a.URL, oneLine)
	c.text("Site", a.Site, oneLine)
	c.list("Section", a.Section, oneLine)
	c.text("Kicker", a.Kicker, oneLine)
	c.text("Title", a.Title, oneLine)
	c.text("Subtitle", a.Subtitle, lines)
	c.time("Published", &a.Published)
	c.time("Modified", &a.Modified)
	c.text("Source.Name", a.Source.Name, oneLine)
	c.text("Source.URL", a.Source.URL, oneLine)
	each(c, "Credits", a.Credits, (*checker).credit)
	c.text("Summary", a.Summary, lines)
	each(c, "Body", a.Body, (*checker).block)
	each(c, "Related", a.Related, (*checker).related)
	c.list("Keywords", a.Keywords, oneLine)
	c.list("Notices", a.Notices, lines)
	if !isLanguage(a.Language) {
		c.fail("Language", a.Language, ErrUnknown)
	}
	c.list("Next", a.Next, oneLine)
}

func (c *checker) time(name string, t *Time) {
	c.path.enter(name)
	defer c.path.leave()
	c.text("Raw", t.Raw, oneLine)
	switch {
	case t.Precision == "" && t.Time.IsZero():
	case t.Precision == "":
		c.fail("Precision", "", ErrTime)
	case !t.Precision.known():
		c.fail("Precision", string(t.Precision), ErrUnknown)
	case t.Time.IsZero():
		c.fail("Time", "", ErrTime)
	default:
		c.moment(t)
	}
}

func (c *checker) moment(t *Time) {
	_, offset := t.Time.Zone()
	shown := func() string { return t.Time.Format(time.RFC3339Nano) }
	if year := t.Time.Year(); year < 1 || year > 9999 {
		c.fail("Time", shown(), ErrRange)
	} else if offset%60 != 0 || offset <= -24*60*60 || offset >= 24*60*60 {
		c.fail("Time", shown(), ErrRange)
	} else if !cut(t.Time, t.Precision).Equal(t.Time) {
		c.fail("Time", shown(), ErrTime)
	}
}

func (c *checker) credit(x *Credit) {
	if r := roles(); !slices.Contains(r[:], x.Role) {
		c.fail("Role", string(x.Role), ErrUnknown)
	}
	c.text("Label", x.Label, oneLine)
	c.required("Name", x.Name)
	c.text("Name", x.Name, oneLine)
	c.text("Org", x.Org, oneLine)
}

func (c *checker) required(name, s string) {
	if s == "" {
		c.fail(name, "", ErrEmpty)
	}
}

func (c *checker) related(l *RelatedLink) {
	c.within("Ordinal", l.Ordinal, 0, math.MaxInt32)
	c.text("Title", l.Title, oneLine)
	c.text("URL", l.URL, oneLine)
	c.text("Group", l.Group, oneLine)
	c.text("Note", l.Note, oneLine)
	c.required("Title", cmp.Or(l.Title, l.URL))
}

func (c *checker) block(b *Block) {
	u, ok := b.Type.uses()
	if !ok {
		c.fail("Type", string(b.Type), ErrUnknown)
		return
	}
	c.unused(b, u)
	if u.level {
		c.within("Level", b.Level, 2, 6)
	}
	if u.text {
		c.required("Text", b.Text)
	} else if u.items && len(b.Items) == 0 {
		c.fail("Items", "", ErrEmpty)
	} else if u.rows && len(b.Rows) == 0 {
		c.fail("Rows", "", ErrEmpty)
	} else if u.src {
		c.required("Src", cmp.Or(b.Src, b.Poster, b.Alt, b.Caption))
	}
	c.text("Text", b.Text, lines)
	c.spans(b)
	c.text("Src", b.Src, oneLine)
	c.text("Poster", b.Poster, oneLine)
	c.text("Alt", b.Alt, oneLine)
	c.text("Caption", b.Caption, lines)
	c.text("Credit", b.Credit, oneLine)
	c.list("Items", b.Items, lines)
	c.within("Header", b.Header, 0, len(b.Rows))
	c.rows(b.Rows)
}

// unused reports fields that are set although b's type does not use them.
func (c *checker) unused(b *Block, u fields) {
	for _, f := range [...]struct {
		name      string
		used, set bool
	}{
		{"Level", u.level, b.Level != 0},
		{"Text", u.text, b.Text != ""},
		{"Spans", u.spans, len(b.Spans) > 0},
		{"Src", u.src, b.Src != ""},
		{"Poster", u.poster, b.Poster != ""},
		{"Alt", u.picture, b.Alt != ""},
		{"Caption", u.caption, b.Caption != ""},
		{"Credit", u.picture, b.Credit != ""},
		{"Ordered", u.items, b.Ordered},
		{"Items", u.items, len(b.Items) > 0},
		{"Header", u.rows, b.Header != 0},
		{"Rows", u.rows, len(b.Rows) > 0},
	} {
		if f.set && !f.used {
			c.fail(f.name, "", ErrUnused)
		}
	}
}

func (c *checker) rows(rows [][]string) {
	for i, row := range rows {
		if len(row) == 0 {
			c.fail("Rows["+strconv.Itoa(i)+"]", "", ErrEmpty)
		}
		for j, cell := range row {
			if err := defect(cell, lines); err != nil {
				c.fail("Rows["+strconv.Itoa(i)+"]["+strconv.Itoa(j)+"]", cell, err)
			}
		}
	}
}

func (c *checker) spans(b *Block) {
	if len(b.Spans) == 0 {
		return
	}
	open := make(openSpans, 0, 8)
	c.path.enter("Spans")
	for i, s := range b.Spans {
		c.path.at(i)
		if i > 0 && compareSpans(b.Spans[i-1], s) >= 0 {
			c.fail("Start", strconv.Itoa(s.Start), ErrOverlap)
		} else if c.span(b.Text, s) {
			open.closeBefore(s.Start)
			if !open.holds(s) {
				c.fail("End", strconv.Itoa(s.End), ErrOverlap)
			}
			open = append(open, s)
		}
		c.path.leave()
	}
	c.path.leave()
}

// span checks s by itself and reports whether its ends can be compared.
func (c *checker) span(text string, s Span) bool {
	switch s.Kind {
	case SpanLink:
		c.required("URL", s.URL)
		c.text("URL", s.URL, oneLine)
	case SpanStrong, SpanEm:
		if s.URL != "" {
			c.fail("URL", s.URL, ErrUnused)
		}
	default:
		c.fail("Kind", string(s.Kind), ErrUnknown)
	}
	if !c.within("Start", s.Start, 0, len(text)) || !c.within("End", s.End, s.Start+1, len(text)) {
		return false
	}
	return c.boundary("Start", text, s.Start) && c.boundary("End", text, s.End)
}

func (c *checker) boundary(name, text string, offset int) bool {
	if offset < len(text) && !utf8.RuneStart(text[offset]) {
		c.fail(name, strconv.Itoa(offset), ErrBoundary)
		return false
	}
	return true
}

// isLanguage reports whether s has the shape of a BCP 47 tag, or is empty.
func isLanguage(s string) bool {
	if s == "" {
		return true
	}
	size := 0
	for i := range len(s) {
		switch b := s[i]; {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9':
			if size++; size > 8 {
				return false
			}
		case b == '-' && size > 0:
			size = 0
		default:
			return false
		}
	}
	return size > 0
}
