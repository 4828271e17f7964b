package main

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"runtime"

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
	fmt.Fprintln(w, "| page | KB | own text, bytes | its structs | kept alive | × own text |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|")
	var sum weight
	worst := weight{name: "none"}
	past := 0
	for i := range pages {
		one, ok := weigh(&pages[i])
		if !ok {
			continue
		}
		sum.text, sum.structs, sum.kept = sum.text+one.text, sum.structs+one.structs, sum.kept+one.kept
		if one.times() > worst.times() {
			worst = one
		}
		if one.times() > mayRetain {
			past++
			one.print(w, float64(len(pages[i].src))/1e3)
		}
	}
	sum.name = "all pages"
	sum.print(w, float64(bytesOf(pages))/1e3)
	fmt.Fprintf(w, "\nworst: %s, %.2f; %d pages keep more than %d times their text\n", worst.name, worst.times(), past, mayRetain)
	return nil
}

// weight is what an article weighs, in bytes.
type weight struct {
	name          string
	text, structs int     // of the strings it holds; of the structs and slices that hold them
	kept          float64 // what it keeps alive
}

func (m weight) times() float64 {
	if m.text == 0 {
		return 0
	}
	return m.kept / float64(m.text)
}

func (m weight) print(w io.Writer, kb float64) {
	fmt.Fprintf(w, "| %s | %.1f | %d | %d | %.0f | %.2f |\n", m.name, kb, m.text, m.structs, m.kept, m.times())
}

// weigh reads a page many times and keeps the articles only. It returns false
// for a page that holds none.
func weigh(d *document) (weight, bool) {
	o := parse.Options{URL: d.address.String()}
	first, err := parse.HTML(d.src, o)
	if err != nil {
		return weight{}, false
	}
	m := weight{name: d.name}
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
