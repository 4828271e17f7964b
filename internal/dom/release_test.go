package dom

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRelease: what was read out of a tree outlives it, and the next tree is not
// touched by it.
func TestRelease(t *testing.T) {
	page := func(mark string) string {
		return "<DIV CLASS=" + mark + " x-" + mark + "=1><p title='" + mark + "&amp;'>" + mark + "&lt;</p>\r\n<" + mark + "-a B=1>" + strings.Repeat("<b>"+mark+"</b>", 2000)
	}
	var kept, want []string
	for _, mark := range []string{"a", "b", "c"} {
		tree := number(t, page(mark))
		for _, n := range tree.Nodes {
			kept, want = append(kept, n.Data), append(want, strings.Clone(n.Data))
			for _, a := range n.Attr {
				kept, want = append(kept, a.Key, a.Val), append(want, strings.Clone(a.Key), strings.Clone(a.Val))
			}
		}
		if strings.Contains(strings.Join(want, "|"), "|"+mark+"&|") == false {
			t.Fatalf("%s: not read", mark)
		}
		tree.Release()
		tree.Release()
		if len(tree.Nodes) != 0 {
			t.Errorf("%s: a released tree has %d nodes", mark, len(tree.Nodes))
		}
	}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("the strings changed: %s", diff)
	}
	root, _ := build("<p>甲")
	tree, _ := Number(root, 100)
	if tree.Release(); len(tree.Nodes) == 0 {
		t.Error("Release takes a tree that Parse has not made")
	}
}

// TestParseAllocates: a page takes a few chunks of memory, not one for each node.
func TestParseAllocates(t *testing.T) {
	page := strings.Repeat("<p class=x>甲<a href=/1.html>乙</a></p>\n", 3000)
	got := testing.AllocsPerRun(5, func() {
		if _, err := Parse(page); err != nil {
			t.Fatal(err)
		}
	})
	if got > 60 {
		t.Errorf("%v allocations for %d bytes, want at most 60", got, len(page))
	}
}
