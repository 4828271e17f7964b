package dom

import (
	"slices"
	"strings"
	"testing"
)

func TestSelector(t *testing.T) {
	tree := number(t, `<meta name=a content="甲"><div class="x y"><p id=p1>乙</p><p>丙</p></div><p class=x>丁<a href="u@v">戊</a></p><div class=nested><b>己</b><div class=nested><b>庚</b></div><b>辛</b></div>`)
	for _, c := range []struct{ in, attr, first, all string }{
		{"p", "", "乙", "乙 丙 丁"},
		{"div > p", "", "乙", "乙 丙"},
		{".x", "", "_", "_ 丁"},
		{"#p1 + p", "", "丙", "丙"},
		{"meta[name=a]@content", "content", "_", "_"},
		{`a[href="u@v"]`, "", "戊", "戊"},
		{`a[href="u@v"]@href`, "href", "戊", "戊"},
		{"h1", "", "", ""},
		{"P", "", "乙", "乙 丙 丁"},
		{"[href]", "", "戊", "戊"},
		{"p:not(.x)", "", "乙", "乙 丙"},
		{".x:not(div)", "", "丁", "丁"},
		{"p[class='x']", "", "丁", "丁"},
		{"div.y.x", "", "_", "_"},
		{"*#p1", "", "乙", "乙"},
		{"div.x p", "", "乙", "乙 丙"},
		{".x > a", "", "戊", "戊"},
		{".x *", "", "乙", "乙 丙 戊"},
		{".nested b", "", "己", "己 庚 辛"},
		{".nested .nested b", "", "庚", "庚"},
		{".nested + .x b", "", "", ""},
	} {
		s, err := Compile(c.in)
		if err != nil {
			t.Errorf("Compile(%q): %v", c.in, err)
			continue
		}
		if s.Source != c.in || s.Attr != c.attr {
			t.Errorf("Compile(%q) = %q, attribute %q; want %q", c.in, s.Source, s.Attr, c.attr)
		}
		var keys Keys
		keys.Add([]Selector{s})
		index := NewIndex(tree, &keys)
		first := ""
		if i := s.First(index); i >= 0 {
			first = ownText(tree, i)
		}
		var all []string
		var found, want []int32
		for i := range s.All(index) {
			all = append(all, ownText(tree, i))
			found = append(found, i)
		}
		for i, n := range tree.Nodes {
			if s.sel.Match(n) {
				want = append(want, int32(i))
			}
		}
		if !slices.Equal(found, want) {
			t.Errorf("%q finds %v, want %v", c.in, found, want)
		}
		if got := strings.Join(all, " "); first != c.first || got != c.all {
			t.Errorf("%q: first %q, all %q; want %q, %q", c.in, first, got, c.first, c.all)
		}
	}
}

// ownText is the text directly below node i, "_" if it begins with an element.
func ownText(tree *Tree, i int32) string {
	if c := tree.Nodes[i].FirstChild; c != nil && c.FirstChild == nil {
		return c.Data
	}
	return "_"
}

func TestSelectorErrors(t *testing.T) {
	for _, in := range []string{"", " ", "div[", "p:first", "p:eq(0)", "p:nosuch", "> p", "p >", "p,", "p, a", "a b )", "div@", "@href", "..x", "#", "[=x]", "p::before"} {
		_, err := Compile(in)
		if err == nil {
			t.Errorf("Compile(%q): no error", in)
		} else if !strings.Contains(err.Error(), "selector") {
			t.Errorf("Compile(%q): %q does not say what is wrong", in, err)
		}
	}
}

func TestSelectorKeys(t *testing.T) {
	for _, c := range []struct{ in, key, scope string }{
		{"p", "p", ""},
		{"DIV > p", "p", ""},
		{"#a", "#a", ""},
		{"p#a.b", "#a", ""},
		{"p.b.c", ".b", ""},
		{".a .b", ".b", ""},
		{"a>b", "b", ""},
		{"a~b+c", "c", ""},
		{"*", "", ""},
		{"[href]", "", ""},
		{"p[x='a .b, c']", "p", ""},
		{".a:not(.b, .c)", ".a", ""},
		{`p.a\.b`, "", ""},
		{"ul li:nth-child(2n + 1)", "li", ""},
		{"x:is(a b)", "x", ""},
		{`p[a="]"].c`, "p", ""},
		{".a b", "b", ".a"},
		{"#a > b", "b", "#a"},
		{".a b c", "c", ".a"},
		{".a .b > c", "c", ".b"},
		{".a + b", "b", ""},
		{".a .b ~ c", "c", ".a"},
		{".a > .b + c d", "d", ".a"},
		{".a *", "", ".a"},
		{"div:not(.a) b", "b", ""},
	} {
		if key, scope := keysOf(c.in); key != c.key || scope != c.scope {
			t.Errorf("keysOf(%q) = %q, %q, want %q, %q", c.in, key, scope, c.key, c.scope)
		}
	}
}
