package dom

import (
	"reflect"
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
		b := tree.owner
		tree.Release()
		tree.Release()
		if left := values(b.nodes) + values(b.attrs); left > 0 {
			t.Errorf("%s: a released tree leaves %d values", mark, left)
		}
		if len(tree.Nodes) != 0 {
			t.Errorf("%s: a released tree has %d nodes", mark, len(tree.Nodes))
		}
	}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("the strings changed: %s", diff)
	}
	root, _ := build("<p>甲")
	tree, _ := Number(root, 100)
	if tree.Release(); len(tree.Nodes) != 0 || root.FirstChild == nil {
		t.Error("Release takes the nodes of a tree that Parse has not made, or leaves their numbers")
	}
}

// values counts the values that were given out and not taken back, zero or not.
func values[T any](s slab[T]) int {
	n := s.given + s.used
	for _, c := range s.chunks {
		for _, v := range c {
			if !reflect.ValueOf(v).IsZero() {
				n++
			}
		}
	}
	return n
}

// TestSlab: runs stay whole where a chunk ends.
func TestSlab(t *testing.T) {
	var s slab[int]
	next := 0
	var runs [][]int
	for range 3 * minChunk {
		var run []int
		for range 7 {
			run = s.extend(run)
			run[len(run)-1] = next
			next++
		}
		runs = append(runs, run)
	}
	for i, run := range runs {
		for k, v := range run {
			if v != 7*i+k {
				t.Fatalf("run %d: %v", i, run)
			}
		}
		if len(run) != 7 || cap(run) != 7 {
			t.Fatalf("run %d: length %d, capacity %d, want 7", i, len(run), cap(run))
		}
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
