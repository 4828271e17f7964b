package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
)

// own gives a result strings and slices of its own. Until then they are parts
// of the page, which a stored article would keep in memory whole.
func (r *Result) own() {
	a := r.Article
	move(textsOf(a))
	move(r.notes())
	for i := range a.Body {
		a.Body[i].Spans = exact(a.Body[i].Spans)
	}
	a.Body, a.Credits, a.Related = exact(a.Body), exact(a.Credits), exact(a.Related)
	a.Section, a.Keywords, a.Notices, a.Next = exact(a.Section), exact(a.Keywords), exact(a.Notices), exact(a.Next)
}

// move copies strings into one piece of memory.
func move(list []*string) {
	size := 0
	for _, s := range list {
		size += len(*s)
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range list {
		b.WriteString(*s)
	}
	all := b.String()
	for _, s := range list {
		*s, all = all[:len(*s)], all[len(*s):]
	}
}

// exact returns s without room to grow.
func exact[T any](s []T) []T {
	if cap(s) == len(s) {
		return s
	}
	return append(make([]T, 0, len(s)), s...)
}

// notes returns the strings of the problems and of the evidence that may be a
// part of the page. They lie apart from those of the article, which may be kept
// without them.
func (r *Result) notes() []*string {
	list := make([]*string, 0, len(r.Problems)+len(r.Provenance))
	for i := range r.Problems {
		list = append(list, &r.Problems[i].Detail)
	}
	for i := range r.Provenance {
		list = append(list, &r.Provenance[i].Raw)
	}
	return list
}

// textsOf returns the strings of an article that may be a part of the page.
func textsOf(a *article.Article) []*string {
	list := make([]*string, 0, 16+8*len(a.Body)+4*len(a.Related)+3*len(a.Credits))
	list = append(list, &a.URL, &a.Site, &a.Kicker, &a.Title, &a.Subtitle, &a.Published.Raw, &a.Modified.Raw,
		&a.Source.Name, &a.Source.URL, &a.Summary)
	for _, more := range [...][]string{a.Section, a.Keywords, a.Notices, a.Next} {
		list = appendEach(list, more)
	}
	for i := range a.Credits {
		c := &a.Credits[i]
		list = append(list, &c.Label, &c.Name, &c.Org)
	}
	for i := range a.Related {
		l := &a.Related[i]
		list = append(list, &l.Title, &l.URL, &l.Group, &l.Note)
	}
	for i := range a.Body {
		list = appendBlock(list, &a.Body[i])
	}
	return list
}

func appendBlock(list []*string, b *article.Block) []*string {
	list = append(list, &b.Text, &b.Src, &b.Poster, &b.Alt, &b.Caption, &b.Credit)
	for i := range b.Spans {
		list = append(list, &b.Spans[i].URL)
	}
	list = appendEach(list, b.Items)
	for _, row := range b.Rows {
		list = appendEach(list, row)
	}
	return list
}

func appendEach(list []*string, texts []string) []*string {
	for i := range texts {
		list = append(list, &texts[i])
	}
	return list
}
