package dom

import (
	"cmp"
	"fmt"
	"iter"
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
	key    string // what an element must bear to match, "" if that is not known
	scope  string // the id or class that an element around it must bear, if key names neither
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
	key, scope := keysOf(css)
	return Selector{Source: s, Attr: attr, sel: sel, key: key, scope: scope}, nil
}

// First returns the number of the first node that the selector matches, or -1.
func (s Selector) First(x *Index) int32 {
	for i := range s.All(x) {
		return i
	}
	return -1
}

// All yields the numbers of the nodes that the selector matches, in order.
func (s Selector) All(x *Index) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		if s.scope != "" {
			s.within(x, yield)
			return
		}
		for _, i := range x.candidates(s.key) {
			if s.sel.Match(x.tree.Nodes[i]) && !yield(i) {
				return
			}
		}
	}
}

// within is All where only what lies in elements that bear the scope may match.
func (s Selector) within(x *Index, yield func(int32) bool) {
	end := int32(0)
	for _, outer := range x.candidates(s.scope) {
		for i := max(outer+1, end); i < x.tree.End[outer]; i++ {
			n := x.tree.Nodes[i]
			if n.Type == html.ElementNode && (s.key == "" || n.Data == s.key) && s.sel.Match(n) && !yield(i) {
				return
			}
		}
		end = max(end, x.tree.End[outer])
	}
}

// Keys are what the elements bear that a set of selectors may match: ids,
// classes and tags.
type Keys struct {
	ids, classes, tags names
	total              int
}

// names numbers keys of one sort.
type names struct {
	number map[string]int
	seen   [256]uint64 // by last character and length: most names need no look-up
}

// Add puts the keys of selectors into the set.
func (k *Keys) Add(list []Selector) {
	for _, s := range list {
		set, name := k.of(cmp.Or(s.scope, s.key))
		if name == "" {
			continue
		}
		if set.number == nil {
			set.number = map[string]int{}
		}
		if _, ok := set.number[name]; !ok {
			set.number[name] = k.total
			k.total++
		}
		set.seen[name[len(name)-1]] |= 1 << (len(name) % 64)
	}
}

// of returns the names of the same sort as key, and its name among them.
func (k *Keys) of(key string) (*names, string) {
	switch {
	case strings.HasPrefix(key, "#"):
		return &k.ids, key[1:]
	case strings.HasPrefix(key, "."):
		return &k.classes, key[1:]
	}
	return &k.tags, key
}

// Index finds elements of a tree by what they bear, so that selectors need not
// try each.
type Index struct {
	tree *Tree
	keys *Keys
	at   [][]int32 // by the number of the key
	all  []int32   // all elements, for selectors without a key; made when first needed
}

// NewIndex goes over the tree once for all selectors whose keys are in keys.
func NewIndex(t *Tree, keys *Keys) *Index {
	x := &Index{tree: t, keys: keys, at: make([][]int32, keys.total)}
	tags := len(keys.tags.number) > 0
	for i, n := range t.Nodes {
		if !tags && !t.Named(int32(i)) || n.Type != html.ElementNode {
			continue
		}
		x.note(&keys.tags, n.Data, int32(i))
		for a := range n.Attr {
			switch n.Attr[a].Key {
			case "id":
				x.note(&keys.ids, n.Attr[a].Val, int32(i))
			case "class":
				for rest := n.Attr[a].Val; rest != ""; {
					var class string
					class, rest = cutClass(rest)
					x.note(&keys.classes, class, int32(i))
				}
			}
		}
	}
	return x
}

// cutClass returns the first of a list of classes, "" where white space comes
// first, and the rest.
func cutClass(s string) (class, rest string) {
	for i := range len(s) {
		if isSpace(s[i]) {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

func (x *Index) note(set *names, name string, i int32) {
	if name == "" || set.seen[name[len(name)-1]]&(1<<(len(name)%64)) == 0 {
		return
	}
	if k, ok := set.number[name]; ok {
		if list := x.at[k]; len(list) == 0 || list[len(list)-1] != i {
			x.at[k] = append(list, i)
		}
	}
}

// candidates returns the elements that bear the key, in order; none if the index
// was not made for it.
func (x *Index) candidates(key string) []int32 {
	if key == "" {
		return x.elements()
	}
	set, name := x.keys.of(key)
	if k, ok := set.number[name]; ok {
		return x.at[k]
	}
	return nil
}

func (x *Index) elements() []int32 {
	if x.all == nil {
		for i, n := range x.tree.Nodes {
			if n.Type == html.ElementNode {
				x.all = append(x.all, int32(i))
			}
		}
	}
	return x.all
}

// hollow empties the brackets of a selector: :not(.b) and [c="d e"] say nothing
// of its structure.
func hollow(css string) string {
	var b strings.Builder
	depth, quote := 0, rune(0)
	for _, r := range css {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '[' || r == '(':
			if depth == 0 {
				b.WriteRune(r)
			}
			depth++
		case r == ']' || r == ')':
			depth--
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// combinators stand between the parts of a selector.
const combinators = " >+~\t\n\r\f"

// keysOf returns the id, class or tag that the last part of a selector asks for.
// Where that is a tag or nothing, scope is the id or class that a part asks of
// an element around it. Of a selector with escapes nothing is known.
func keysOf(css string) (key, scope string) {
	if strings.ContainsRune(css, '\\') {
		return "", ""
	}
	rest := strings.TrimSpace(hollow(css))
	i := strings.LastIndexAny(rest, combinators)
	if key = keyOf(rest[i+1:]); isName(key) {
		return key, ""
	}
	for i >= 0 {
		before := strings.TrimRight(rest[:i], combinators)
		beside := strings.ContainsAny(rest[len(before):i+1], "+~")
		i = strings.LastIndexAny(before, combinators)
		if outer := keyOf(before[i+1:]); !beside && isName(outer) {
			return key, outer
		}
		rest = before
	}
	return key, ""
}

// isName reports whether a key is an id or a class.
func isName(key string) bool { return strings.HasPrefix(key, "#") || strings.HasPrefix(key, ".") }

// keyOf returns the id, class or tag that one part of a selector asks for.
func keyOf(part string) string {
	if i := strings.IndexAny(part, "[:"); i >= 0 {
		part = part[:i]
	}
	for _, mark := range []string{"#", "."} {
		if i := strings.Index(part, mark); i >= 0 {
			name := part[i+1:]
			if end := strings.IndexAny(name, ".#"); end >= 0 {
				name = name[:end]
			}
			return mark + name
		}
	}
	if part == "*" {
		return ""
	}
	return strings.ToLower(part)
}
