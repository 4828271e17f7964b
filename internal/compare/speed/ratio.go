package main

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const (
	// ratioFile holds the figure that the ratio is held against.
	ratioFile = "../../../.ci/ratio.txt"
	// worse is how much larger the ratio may become.
	worse = 1.20
	// ratioTime is how long the measurement takes, on the wall.
	ratioTime = 12 * time.Second
)

// runRatio measures what zhnews takes for the sample pages, from bytes to
// article, as a multiple of the base, and compares it with the committed
// figure.
func runRatio(w io.Writer, file string) error {
	committed, err := readRatio(file)
	if err != nil {
		return err
	}
	pages, err := load(nil)
	if err != nil {
		return err
	}
	now := ratio(pages)
	fmt.Fprintf(w, "%.2f B from bytes to article on %d pages, committed %.2f, limit %.2f\n", now, len(pages), committed, worse*committed)
	if now > worse*committed {
		return fmt.Errorf("slower than the figure in %s allows", file)
	}
	return nil
}

// readRatio reads the one number of a file; lines that begin with # say what
// it is.
func readRatio(file string) (float64, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			x, err := strconv.ParseFloat(line, 64)
			if err != nil || x <= 0 {
				return 0, fmt.Errorf("%s: %q is no ratio", file, line)
			}
			return x, nil
		}
	}
	return 0, fmt.Errorf("%s holds no number", file)
}

// ratio is the quotient of the best passes. What else the machine does only
// ever adds to the time of a pass, so the best of many short ones, in turns,
// is the one that it disturbed least.
func ratio(pages []document) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	tasks := []task{benchTasks()[0], benchTasks()[1]}
	var best [2]time.Duration
	for start, round := time.Now(), 0; time.Since(start) < ratioTime || round < 3; round++ {
		for i, t := range tasks {
			c := spread(40*time.Millisecond, func() cost { return pass(pages, t, timed) })
			if round > 0 && (best[i] == 0 || c.cpu < best[i]) { // the first round warms up
				best[i] = c.cpu
			}
		}
	}
	return best[1].Seconds() / best[0].Seconds()
}
