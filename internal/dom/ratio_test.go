package dom

import (
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// BenchmarkRatio reads the pages by html.Parse and by Parse in turn and reports
// how the least processor times of a round compare. Collecting the garbage of a
// round is part of it.
//
//	GOMAXPROCS=1 ZHNEWS_PAGES=folder go test ./internal/dom -run ^$ -bench Ratio -benchtime 20x
func BenchmarkRatio(b *testing.B) {
	benchmarkFolders(b, func(b *testing.B, pages []string) {
		std := func(page string) { html.Parse(strings.NewReader(page)) }
		ours := func(page string) {
			tree, _ := Parse(page)
			tree.Release()
		}
		var best [2]time.Duration
		var allocs uint64
		for b.Loop() {
			for i, parse := range []func(string){std, ours} {
				d, n := round(pages, parse)
				if best[i] == 0 || d < best[i] {
					best[i] = d
				}
				allocs = n
			}
		}
		mb := float64(len(strings.Join(pages, ""))) / 1e6
		b.ReportMetric(float64(best[1])/float64(best[0]), "ratio")
		b.ReportMetric(mb/best[0].Seconds(), "html.Parse-MB/s")
		b.ReportMetric(mb/best[1].Seconds(), "Parse-MB/s")
		b.ReportMetric(float64(allocs)/mb, "allocs/MB")
		b.ReportMetric(0, "ns/op")
	})
}

// round returns the processor time that parsing all pages takes, and the
// number of allocations.
func round(pages []string, parse func(string)) (time.Duration, uint64) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processTime()
	for _, p := range pages {
		parse(p)
	}
	d := processTime() - start
	runtime.ReadMemStats(&after)
	return d, after.Mallocs - before.Mallocs
}

func processTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		panic(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
