package parse_test

import (
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/parse"
)

// TestConcurrent: pages read side by side, in memory that they pass on to each
// other, give what each gives alone; and what was given stays as it was.
func TestConcurrent(t *testing.T) {
	names, urls := samplePages(t), addresses(t)
	src := make([][]byte, len(names))
	alone := make([]*parse.Result, len(names))
	read := func(i int) *parse.Result {
		res, _ := parse.HTML(src[i], parse.Options{URL: urls[names[i]]})
		return res
	}
	for i, name := range names {
		src[i] = readFile(t, pages+"/"+name+".html")
		runtime.GC() // empties the pools, with the next one
		alone[i] = read(i)
	}
	var wg sync.WaitGroup
	for from := range 8 {
		wg.Go(func() {
			together := make([]*parse.Result, len(names))
			for k := range names {
				i := (k + from*9) % len(names)
				together[i] = read(i)
			}
			for i, name := range names {
				if diff := cmp.Diff(alone[i], together[i]); diff != "" {
					t.Errorf("%s: mismatch (-alone +together):\n%s", name, diff)
				}
			}
		})
	}
	wg.Wait()
}

// TestKeepsNoPage: a result that is kept does not hold the page that it was read
// from.
func TestKeepsNoPage(t *testing.T) {
	name := samplePages(t)[0]
	page := append(readFile(t, pages+"/"+name+".html"), "<p>"+strings.Repeat("<!-- 广告位 -->", 40_000)...)
	const copies = 8
	var before, after runtime.MemStats
	kept := make([]*parse.Result, copies)
	read := func() {
		for i := range kept {
			kept[i], _ = parse.HTML(page, parse.Options{})
		}
		runtime.GC()
		runtime.GC() // what the pools hold goes with the second
	}
	read()
	runtime.ReadMemStats(&before)
	clear(kept)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if held := int(before.HeapAlloc-after.HeapAlloc) / copies; held > len(page)/20 {
		t.Errorf("a result holds %d bytes, of a page of %d", held, len(page))
	}
}
