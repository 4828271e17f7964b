package main

import (
	"runtime"
	"syscall"
	"time"
)

// cpuTime is the processor time that this process has taken so far, in user
// and system mode, garbage collection included. Unlike the time on the wall it
// hardly depends on what else the machine does.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // only a wrong argument fails
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// cost is what some work took.
type cost struct {
	cpu, wall     time.Duration
	allocs, bytes uint64
}

func (c *cost) add(d cost) {
	c.cpu += d.cpu
	c.wall += d.wall
	c.allocs += d.allocs
	c.bytes += d.bytes
}

// A meter runs f and says what it took. There are two, timed and counted,
// because counting stops the world.
type meter func(f func()) cost

// timed is the time that f takes.
func timed(f func()) cost {
	wall, cpu := time.Now(), cpuTime()
	f()
	return cost{cpu: cpuTime() - cpu, wall: time.Since(wall)}
}

// counted is what f allocates.
func counted(f func()) cost {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return cost{allocs: after.Mallocs - before.Mallocs, bytes: after.TotalAlloc - before.TotalAlloc}
}

// spread calls f until it took least in all, and returns the cost of one call.
func spread(least time.Duration, f func() cost) cost {
	var sum cost
	n := 0
	for sum.cpu < least {
		sum.add(f())
		n++
	}
	return cost{cpu: sum.cpu / time.Duration(n), wall: sum.wall / time.Duration(n)}
}
