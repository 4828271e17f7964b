package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/zhnews/zhnews/parse"
)

// unlimited is zhnews with MaxBytes -1.
const unlimited = "zhnews, no limit"

type hostileOptions struct {
	peers  bool   // ask the peers too
	growth bool   // also read a quarter of the input
	only   string // part of the name of the attacks wanted
	every  int    // of the attacks, take only the first of each so many
	part   int    // divide the size of the pages by this
	dir    string // where CPU profiles of zhnews go, "" for none
}

// hostileReport prints rows for each attack.
type hostileReport struct {
	hostileOptions
	w              io.Writer
	file           string // where the pages go, one after the other
	inputs, failed int
}

func (r *hostileReport) head() {
	fmt.Fprintln(r.w, "| input | MB | library | CPU ms | allowed | e | peak MiB | allowed | outcome | past |")
	fmt.Fprintln(r.w, "|---|--:|---|--:|--:|--:|--:|--:|---|---|")
}

// attack makes the page of an attack and gives it to the libraries.
func (r *hostileReport) attack(a attack) error {
	a.n /= max(r.part, 1)
	size, err := r.write(a, a.n/4)
	var quarter point
	if err == nil && r.growth {
		quarter = point{float64(size), attempt(unlimited, r.file, "").CPU.Seconds()}
	}
	if size, err = r.write(a, a.n); err != nil {
		return err
	}
	r.inputs++
	past := false
	for _, name := range r.readers(size) {
		if strings.HasPrefix(name, ours) {
			past = r.bounded(a.name, name, size, quarter) || past
			continue
		}
		e := attempt(name, r.file, "")
		fmt.Fprintf(r.w, "| %s | %.2f | %s | %.0f | | | %.0f | | %s | |\n", a.name, float64(size)/1e6, name, ms(e.CPU), mib(e.Peak), e.Outcome)
	}
	if past {
		r.failed++
	}
	return nil
}

func (r *hostileReport) write(a attack, n int) (size int, err error) {
	text := a.make(n)
	return len(text), os.WriteFile(r.file, []byte(text), 0o600)
}

// readers are the libraries that get a page of some size.
func (r *hostileReport) readers(size int) (names []string) {
	for _, c := range contenders() {
		if c.name == ours || r.peers {
			names = append(names, c.name)
		}
		if c.name == ours && size > parse.DefaultMaxBytes {
			names = append(names, unlimited)
		}
	}
	return names
}

// bounded prints the row of zhnews and reports whether it broke a bound.
func (r *hostileReport) bounded(attack, name string, size int, quarter point) bool {
	profile := ""
	if r.dir != "" {
		profile = filepath.Join(r.dir, strings.ReplaceAll(attack+" "+name, "/", "-")+".pprof")
	}
	e := attempt(name, r.file, profile)
	growth := ""
	if quarter.y > 0 && (name == unlimited || size <= parse.DefaultMaxBytes) {
		growth = fmt.Sprintf("%.1f", exponent([]point{quarter, {float64(size), e.CPU.Seconds()}}))
	}
	mark := verdict(e, size)
	fmt.Fprintf(r.w, "| %s | %.2f | %s | %.0f | %.0f | %s | %.0f | %.0f | %s | %s |\n", attack, float64(size)/1e6, name,
		ms(e.CPU), ms(allowedTime(size)), growth, mib(e.Peak), mib(allowedMemory(size)), e.Outcome, mark)
	return mark != ""
}

// verdict names the bounds that an ending breaks.
func verdict(e ending, size int) string {
	var broken []string
	if e.bad() {
		broken = append(broken, "OUTCOME")
	}
	if e.CPU > allowedTime(size) {
		broken = append(broken, "TIME")
	}
	if e.Peak > allowedMemory(size) {
		broken = append(broken, "MEMORY")
	}
	return strings.Join(broken, " ")
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func mib(n int64) float64 { return float64(n) / (1 << 20) }
