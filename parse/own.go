package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
)

// own gives a result strings and slices of its own. Until then they are parts
// of the page, which a stored article would keep in memory whole.
func (r *Result) own() {
	a := r.Article
	move(func(f func(*string)) { eachString(a, f) })
	move(r.eachNote)
	for i := range a.Body {
		a.Body[i].Spans = exact(a.Body[i].Spans)
	}
	a.Body, a.Credits, a.Related = exact(a.Body), exact(a.Credits), exact(a.Related)
	a.Section, a.Keywords, a.Notices, a.Next = exact(a.Section), exact(a.Keywords), exact(a.Notices), exact(a.Next)
}

// move copies the strings that each yields into one piece of memory.
func move(each func(func(*string))) {
	size := 0
	each(func(s *string) { size += len(*s) })
	var b strings.Builder
	b.Grow(size)
	each(func(s *string) { b.WriteString(*s) })
	all := b.String()
	each(func(s *string) { *s, all = all[:len(*s)], all[len(*s):] })
}

// exact returns s without room to grow.
func exact[T any](s []T) []T {
	if cap(s) == len(s) {
		return s
	}
	return append(make([]T, 0, len(s)), s...)
}

// eachNote calls f with every string of the problems and of the evidence that
// may be a part of the page. They lie apart from those of the article, which may
// be kept without them.
func (r *Result) eachNote(f func(*string)) {
	for i := range r.Problems {
		f(&r.Problems[i].Detail)
	}
	for i := range r.Provenance {
		f(&r.Provenance[i].Raw)
	}
}

// eachString calls f with every string of an article that may be a part of the
// page.
func eachString(a *article.Article, f func(*string)) {
	f(&a.URL)
	f(&a.Site)
	f(&a.Kicker)
	f(&a.Title)
	f(&a.Subtitle)
	f(&a.Published.Raw)
	f(&a.Modified.Raw)
	f(&a.Source.Name)
	f(&a.Source.URL)
	f(&a.Summary)
	eachOf(a.Section, f)
	eachOf(a.Keywords, f)
	eachOf(a.Notices, f)
	eachOf(a.Next, f)
	for i := range a.Credits {
		c := &a.Credits[i]
		f(&c.Label)
		f(&c.Name)
		f(&c.Org)
	}
	for i := range a.Related {
		l := &a.Related[i]
		f(&l.Title)
		f(&l.URL)
		f(&l.Group)
		f(&l.Note)
	}
	for i := range a.Body {
		eachBlockString(&a.Body[i], f)
	}
}

func eachOf(list []string, f func(*string)) {
	for i := range list {
		f(&list[i])
	}
}

func eachBlockString(b *article.Block, f func(*string)) {
	f(&b.Text)
	f(&b.Src)
	f(&b.Poster)
	f(&b.Alt)
	f(&b.Caption)
	f(&b.Credit)
	for i := range b.Spans {
		f(&b.Spans[i].URL)
	}
	eachOf(b.Items, f)
	for _, row := range b.Rows {
		eachOf(row, f)
	}
}
