package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"slices"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// mayRetain is how many times the length of its own text an article may keep
// alive.
const mayRetain = 2

// runRetain says how much memory the articles of the pages keep alive when
// nothing else is kept.
func runRetain(w io.Writer, folders []string) error {
	pages, err := load(folders)
	if err != nil {
		return err
	}
	var list []weight
	sum := weight{name: "all pages", size: bytesOf(pages)}
	past := 0
	for i := range pages {
		one, ok := weigh(&pages[i])
		if !ok {
			continue
		}
		list = append(list, one)
		sum.text, sum.structs, sum.kept = sum.text+one.text, sum.structs+one.structs, sum.kept+one.kept
		if one.times() > mayRetain {
			past++
		}
	}
	slices.SortFunc(list, func(a, b weight) int { return cmp.Compare(b.times(), a.times()) })
	fmt.Fprintln(w, "| page | KB | own text, bytes | its structs | kept alive | × own text |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|")
	for _, m := range append([]weight{sum}, list[:min(10, len(list))]...) {
		fmt.Fprintf(w, "| %s | %.1f | %d | %d | %.0f | %.2f |\n", m.name, float64(m.size)/1e3, m.text, m.structs, m.kept, m.times())
	}
	fmt.Fprintf(w, "\n%d of %d articles keep more than %d times their text; the ten worst are listed\n", past, len(list), mayRetain)
	return nil
}

// weight is what an article weighs, in bytes.
type weight struct {
	name          string
	size          int     // of the page
	text, structs int     // of the strings it holds; of the structs and slices that hold them
	kept          float64 // what it keeps alive
}

func (m weight) times() float64 {
	if m.text == 0 {
		return 0
	}
	return m.kept / float64(m.text)
}

// weigh reads a page many times and keeps the articles only. It returns false
// for a page that holds none.
func weigh(d *document) (weight, bool) {
	o := parse.Options{URL: d.address.String()}
	first, err := parse.HTML(d.src, o)
	if err != nil {
		return weight{}, false
	}
	m := weight{name: d.name, size: len(d.src)}
	v := reflect.ValueOf(first.Article).Elem()
	m.structs = int(v.Type().Size())
	m.add(v)
	kept := make([]*article.Article, max(16, min(500, 4_000_000/len(d.src))))
	before := liveHeap()
	for i := range kept {
		res, err := parse.HTML(bytes.Clone(d.src), o)
		if err != nil {
			return weight{}, false
		}
		kept[i] = res.Article
	}
	m.kept = float64(int64(liveHeap())-int64(before)) / float64(len(kept))
	runtime.KeepAlive(kept)
	return m, true
}

// liveHeap is what is left when pools are empty and garbage is gone.
func liveHeap() uint64 {
	for range 3 {
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// add counts what a value points to.
func (m *weight) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		m.text += v.Len()
	case reflect.Slice:
		m.structs += v.Len() * int(v.Type().Elem().Size())
		for i := range v.Len() {
			m.add(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.add(v.Field(i))
			}
		}
	}
}
