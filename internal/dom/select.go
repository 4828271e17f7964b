package dom

import (
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Selector is a compiled CSS selector, with an attribute to take where it was
// written as "sel@attr".
type Selector struct {
	Source string
	Attr   string // "" takes the text
	sel    cascadia.Sel
}

// Compile compiles "sel" or "sel@attr".
func Compile(s string) (Selector, error) {
	css, attr := s, ""
	if i := strings.LastIndexByte(s, '@'); i >= 0 && !strings.ContainsAny(s[i:], `]"')`) {
		css, attr = s[:i], s[i+1:]
		if attr == "" {
			return Selector{}, fmt.Errorf("selector %q: no attribute behind @", s)
		}
	}
	sel, err := cascadia.Parse(css)
	if err != nil {
		return Selector{}, fmt.Errorf("selector %q: %w", s, err)
	}
	return Selector{Source: s, Attr: attr, sel: sel}, nil
}

// First returns the number of the first node of t that the selector matches,
// or -1.
func (s Selector) First(t *Tree) int32 {
	for i, n := range t.Nodes {
		if n.Type == html.ElementNode && s.sel.Match(n) {
			return int32(i)
		}
	}
	return -1
}

// All returns the numbers of all nodes of t that the selector matches.
func (s Selector) All(t *Tree) (ids []int32) {
	for i, n := range t.Nodes {
		if n.Type == html.ElementNode && s.sel.Match(n) {
			ids = append(ids, int32(i))
		}
	}
	return ids
}
