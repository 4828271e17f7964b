package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/zhnews/zhnews/encoding"
)

// A program is a library of another language, timed in a process of its own.
type program struct {
	name string
	// probe fails if the program is not installed; run times it.
	probe, run []string
	install    string
}

// programs are run in the folder external.
func programs() []program {
	node := func(builder string) program {
		return program{
			"Mozilla Readability on " + builder,
			[]string{"node", "--input-type=module", "-e", "await import('@mozilla/readability'); await import('" + builder + "')"},
			[]string{"node", "readability.mjs", builder},
			"npm ci in the folder external",
		}
	}
	return []program{
		node("jsdom"),
		node("linkedom"),
		{"GNE", []string{"python3", "-c", "import gne"}, []string{"python3", "gne.py"}, "pip install gne"},
	}
}

// A report is what a program prints.
type report struct {
	Version string
	CPU     []float64 // ms of each pass over the pages
	Failed  int       // pages that gave no text
}

// runExternal times the programs that are installed, and the base before and
// after each of them.
func runExternal(w io.Writer, folders []string, rounds int) error {
	pages, err := load(folders)
	if err != nil {
		return err
	}
	list, err := writeList(pages)
	if err != nil {
		return err
	}
	defer os.Remove(list)
	size := float64(bytesOf(pages))
	fmt.Fprintf(w, "%d pages, %.1f KB each on average; the median of %d passes, the first left out.\n\n", len(pages), size/float64(len(pages))/1e3, rounds)
	fmt.Fprintln(w, "| | CPU ms/MB | × B | pages without text | |\n|---|--:|--:|--:|---|")
	for _, p := range programs() {
		before := baseTime(pages)
		r, err := p.time(list, rounds)
		if err != nil {
			fmt.Fprintf(w, "| %s | not measured | | | %v |\n", p.name, err)
			continue
		}
		base := (before + baseTime(pages)) / 2
		took := middle(r.CPU[1:])
		fmt.Fprintf(w, "| %s | %.1f | %.1f | %d | %s |\n", p.name, took/size*1e6, took/base, r.Failed, r.Version)
	}
	return nil
}

func (p program) time(list string, rounds int) (report, error) {
	probe := exec.Command(p.probe[0], p.probe[1:]...)
	probe.Dir = "external"
	if err := probe.Run(); err != nil {
		return report{}, errors.New("not installed: " + p.install)
	}
	cmd := exec.Command(p.run[0], append(slices.Clone(p.run[1:]), list, fmt.Sprint(rounds))...)
	cmd.Dir = "external"
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return report{}, err
	}
	var r report
	if err := json.Unmarshal(out, &r); err != nil || len(r.CPU) < 2 {
		return report{}, fmt.Errorf("printed %.60q (%v)", out, err)
	}
	return r, nil
}

// writeList writes path, address and charset of each page to a file.
func writeList(pages []document) (string, error) {
	var b strings.Builder
	for i := range pages {
		path, err := filepath.Abs(pages[i].path)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", path, pages[i].address, encoding.Detect(pages[i].src, encoding.Hint{}).Charset)
	}
	f, err := os.CreateTemp("", "pages*.tsv")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(b.String())
	return f.Name(), errors.Join(err, f.Close())
}

// baseTime is the processor time of a pass of the base, in ms.
func baseTime(pages []document) float64 {
	c := spread(500*time.Millisecond, func() cost { return pass(pages, benchTasks()[0], timed) })
	return ms(c.cpu)
}
