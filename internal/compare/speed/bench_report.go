package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"time"
)

// printVersions says what was measured.
func printVersions(w io.Writer) {
	fmt.Fprintf(w, "%s %s/%s, %d processors\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return
	}
	wanted := []string{"golang.org/x/net", "golang.org/x/text"}
	for _, c := range contenders()[1:] {
		wanted = append(wanted, c.module)
	}
	for _, m := range info.Deps {
		if slices.Contains(wanted, m.Path) {
			fmt.Fprintf(w, "- %s %s\n", m.Path, m.Version)
		}
	}
	fmt.Fprintln(w)
}

func runBench(w, log io.Writer, folders []string, o benchOptions) error {
	pages, err := load(folders)
	if err != nil {
		return err
	}
	printVersions(w)
	size := bytesOf(pages)
	fmt.Fprintf(w, "%d pages, %.1f KB each on average; %d rounds; KB and MB are powers of ten.\n\n", len(pages), float64(size)/float64(len(pages))/1e3, o.rounds)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Fprintf(w, "%.1f MB live heap before\n\n", float64(m.HeapAlloc)/1e6)
	rows := measure(pages, benchTasks(), o, log)
	fmt.Fprintln(w, "| | CPU ms/MB | wall ms/MB | × B | worst page × B | allocs/MB | KB allocated/KB | pages/s, 1 core | 2 cores | speed-up | by CPU time |")
	fmt.Fprintln(w, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
	for i := range rows {
		printRow(w, &rows[i], &rows[0], pages, float64(size))
	}
	printPages(w, &rows[1], &rows[0], pages, o.worst)
	return nil
}

// printPages lists the n pages on which zhnews takes the most for each unit of
// the base.
func printPages(w io.Writer, r, base *row, pages []document, n int) {
	type single struct {
		name      string
		kb, times float64
		took      time.Duration
	}
	var list []single
	for p := range pages {
		took := middle(r.each[p])
		list = append(list, single{pages[p].name, float64(len(pages[p].src)) / 1e3, took.Seconds() / middle(base.each[p]).Seconds(), took})
	}
	slices.SortFunc(list, func(a, b single) int { return cmp.Compare(b.times, a.times) })
	if n > 0 {
		fmt.Fprintf(w, "\n| %s, page by page | KB | CPU ms | × B |\n|---|--:|--:|--:|\n", r.name)
	}
	for _, s := range list[:min(n, len(list))] {
		fmt.Fprintf(w, "| %s | %.1f | %.2f | %.2f |\n", s.name, s.kb, ms(s.took), s.times)
	}
}

func printRow(w io.Writer, r, base *row, pages []document, size float64) {
	at, worst := r.worst(base)
	fmt.Fprintf(w, "| %s | %.2f | %.2f | %.2f | %.2f (%s) | %.0f | %.1f |", r.name, ms(r.cpu())/size*1e6, ms(r.wall())/size*1e6,
		r.cpu().Seconds()/base.cpu().Seconds(), worst, pages[at].name, float64(r.count.allocs)/size*1e6, float64(r.count.bytes)/size)
	if r.speed[0] > 0 {
		fmt.Fprintf(w, " %.0f | %.0f | %.2f | %.2f |\n", r.speed[0], r.speed[1], r.speed[1]/r.speed[0], 2*r.work[0].Seconds()/r.work[1].Seconds())
	} else {
		fmt.Fprintln(w, " | | | |")
	}
}
