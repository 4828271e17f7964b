package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/zhnews/zhnews/encoding"
)

// A task is what a row of the table measures: it does its work on one page
// under a meter. What it prepares does not count.
type task struct {
	name string
	do   func(d *document, m meter) cost
	// plain is the same work without a meter, for the rows that give pages per
	// second; nil for the others.
	plain func(d *document)
}

const baseName = "B: x/text + html.Parse"

// benchTasks begin with the base.
func benchTasks() []task {
	list := []task{fromBytes(baseName, func(d *document) { d.base() })}
	for _, c := range contenders() {
		list = append(list, fromBytes(c.name, func(d *document) { c.fromBytes(d.src, d.address) }))
	}
	for _, c := range contenders() {
		list = append(list, task{name: c.name + ", from a tree", do: func(d *document, m meter) cost {
			root, err := d.base() // a fresh one, since some change it
			if err != nil {
				panic(err) // load leaves such pages out
			}
			return m(func() { c.fromTree(root, d.address) })
		}})
	}
	return append(list, stages()...)
}

func fromBytes(name string, plain func(d *document)) task {
	return task{name, func(d *document, m meter) cost { return m(func() { plain(d) }) }, plain}
}

// stages are the parts of zhnews that its public packages give.
func stages() []task {
	return []task{
		{name: "zhnews: encoding.Detect", do: func(d *document, m meter) cost {
			return m(func() { encoding.Detect(d.src, encoding.Hint{}) })
		}},
		{name: "zhnews: encoding.Decode", do: func(d *document, m meter) cost {
			return m(func() { decoded(d) })
		}},
		{name: "zhnews: encoding.Repair", do: func(d *document, m meter) cost {
			text := decoded(d)
			return m(func() { encoding.Repair(text, encoding.RepairOptions{}) })
		}},
	}
}

// decoded finds the charset of a page and decodes it, as parse.HTML does.
func decoded(d *document) string {
	text, _, _, err := encoding.Decode(d.src, encoding.Options{Mode: encoding.Guess})
	if err != nil {
		panic(err) // a page is in the corpus because its charset is known
	}
	return text
}

// row is what a task took.
type row struct {
	name   string
	passes []cost            // of each round: one pass over all pages
	each   [][]time.Duration // of each page: processor time of all single calls
	count  cost              // allocations of one pass
	speed  [2]float64        // pages per second with one and with two processors
	work   [2]time.Duration  // processor time of a page with one and with two
}

type benchOptions struct {
	rounds int
	pass   time.Duration // least processor time that passes are repeated for
	page   time.Duration // the same for a single page
	worst  int           // list so many pages
}

// measure takes the tasks in turns, so that a busy minute of the machine
// strikes all of them.
func measure(pages []document, tasks []task, o benchOptions, log io.Writer) []row {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	rows := make([]row, len(tasks))
	for i, t := range tasks {
		pass(pages, t, timed) // to warm up
		rows[i] = row{name: t.name, each: make([][]time.Duration, len(pages)), count: pass(pages, t, counted)}
	}
	for round := range o.rounds {
		fmt.Fprintf(log, "round %d of %d\n", round+1, o.rounds)
		for i, t := range tasks {
			runtime.GC()
			c := spread(o.pass, func() cost { return pass(pages, t, timed) })
			rows[i].passes = append(rows[i].passes, c)
			if t.plain != nil {
				rows[i].spin(pages, t, int(o.pass/max(c.cpu, 1))+1)
			}
		}
		for p := range pages {
			for i, t := range tasks {
				rows[i].each[p] = append(rows[i].each[p], calls(o.page, func() cost { return t.do(&pages[p], timed) })...)
			}
		}
	}
	return rows
}

// pass does a task once for each page.
func pass(pages []document, t task, m meter) cost {
	var sum cost
	for i := range pages {
		sum.add(t.do(&pages[i], m))
	}
	return sum
}

// spin notes what one and two processors get through; the best round counts.
func (r *row) spin(pages []document, t task, passes int) {
	for i := range r.speed {
		n := passes * len(pages)
		c := timed(func() { share(pages, t, n, i+1) })
		r.speed[i] = max(r.speed[i], float64(n)/c.wall.Seconds())
		if work := c.cpu / time.Duration(n); r.work[i] == 0 || work < r.work[i] {
			r.work[i] = work
		}
	}
}

// share does a task n times, as goroutines on so many processors share it.
func share(pages []document, t task, n, procs int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range procs {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				t.plain(&pages[i%len(pages)])
			}
		})
	}
	workers.Wait()
}

func (r *row) best(by func(cost) time.Duration) time.Duration {
	least := by(r.passes[0])
	for _, c := range r.passes {
		least = min(least, by(c))
	}
	return least
}

// calls calls f until it took least in all, and returns the processor times.
func calls(least time.Duration, f func() cost) (times []time.Duration) {
	for sum := time.Duration(0); sum < least || len(times) < 2; {
		c := f()
		sum += c.cpu
		times = append(times, c.cpu)
	}
	return times
}

// cpu is the processor time of one pass, wall its time on the wall: the best
// of the rounds, as what else the machine does only adds to it.
func (r *row) cpu() time.Duration {
	return r.best(func(c cost) time.Duration { return c.cpu })
}

func (r *row) wall() time.Duration {
	return r.best(func(c cost) time.Duration { return c.wall })
}

// worst is the page on which the row takes the most for each unit of the base.
// It compares the medians of single calls: they are not blurred by collections
// of garbage that another call left.
func (r *row) worst(base *row) (page int, times float64) {
	for p := range r.each {
		if x := middle(r.each[p]).Seconds() / middle(base.each[p]).Seconds(); x > times {
			page, times = p, x
		}
	}
	return page, times
}

// middle is the median.
func middle[T time.Duration | float64](list []T) T {
	s := slices.Sorted(slices.Values(list))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}
