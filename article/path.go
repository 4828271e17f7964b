package article

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// path leads from the article to a field. It is kept as steps because most
// paths are never printed.
type path []step

type step struct {
	name  string // Go name, "" for an index into the step before
	index int
}

func (p *path) enter(name string) { *p = append(*p, step{name: name}) }
func (p *path) at(index int)      { *p = append(*p, step{index: index}) }
func (p *path) leave()            { *p = (*p)[:len(*p)-1] }

// String returns the path in Go notation, e.g. Body[3].Spans[0].End.
func (p path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.name == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i > 0:
			b.WriteString("." + s.name)
		default:
			b.WriteString(s.name)
		}
	}
	return b.String()
}

// excerpt returns the head of a value for a [FieldError].
func excerpt(s string) string {
	const limit = 64
	if len(s) <= limit {
		return s
	}
	n := limit
	for n > limit-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
