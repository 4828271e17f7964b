package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

const (
	timeLimit   = 20 * time.Second // for one input, on the wall
	memoryLimit = 4 << 30          // for one process, resident
)

// allowedTime and allowedMemory are what zhnews may take for an input.
func allowedTime(size int) time.Duration {
	return 100*time.Millisecond + time.Duration(float64(15*time.Millisecond)*float64(size)/1e6)
}

func allowedMemory(size int) int64 { return 32<<20 + 60*int64(size) }

// An ending is what became of one page in one library.
type ending struct {
	CPU     time.Duration
	Peak    int64 // resident bytes above those before the page was read
	Outcome string
}

// bad reports whether the library neither gave an article nor a typed error.
func (e ending) bad() bool {
	for _, bad := range []string{"panic", "untyped", "stopped", "crash"} {
		if strings.HasPrefix(e.Outcome, bad) {
			return true
		}
	}
	return false
}

// runHostile feeds the attacks to zhnews, and to its peers if asked.
func runHostile(w io.Writer, o hostileOptions) error {
	dir, err := os.MkdirTemp("", "speed")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r := hostileReport{hostileOptions: o, w: w, file: filepath.Join(dir, "page.html")}
	r.head()
	for i, a := range attacks() {
		if !strings.Contains(a.name, o.only) || i%max(o.every, 1) > 0 {
			continue
		}
		if err := r.attack(a); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "\n%d inputs, %d past a bound\n", r.inputs, r.failed)
	if r.failed > 0 {
		return fmt.Errorf("%d inputs went past a bound", r.failed)
	}
	return nil
}

// attempt runs a contender on a file in a process of its own.
func attempt(name, file, profile string) ending {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	cmd := exec.CommandContext(ctx, os.Args[0], "child", name, file, profile)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GOTRACEBACK=single")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return ending{Outcome: "crash: " + err.Error()}
	}
	result, peak := follow(cmd.Process.Pid, out, cancel)
	err = cmd.Wait()
	if result.Outcome == "" {
		result = ending{CPU: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), Peak: peak, Outcome: death(context.Cause(ctx), err, stderr.String())}
	}
	return result
}

var (
	errSlow  = errors.New("stopped: over 20 s")
	errLarge = errors.New("stopped: over 4 GB")
)

// follow reads what a child prints, and stops it when it takes too long or too
// much. It returns the largest size that it saw.
func follow(pid int, out io.Reader, stop context.CancelCauseFunc) (ending, int64) {
	var result ending
	var peak atomic.Int64
	done := make(chan struct{})
	lines := bufio.NewScanner(out)
	ready := lines.Scan()
	start := time.Now()
	go func() {
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			size := status("/proc/"+strconv.Itoa(pid)+"/status", "VmRSS:")
			peak.Store(max(peak.Load(), size))
			if size > memoryLimit {
				stop(errLarge)
			}
			if time.Since(start) > timeLimit {
				stop(errSlow)
			}
		}
	}()
	if ready && lines.Scan() {
		if err := json.Unmarshal(lines.Bytes(), &result); err != nil {
			result = ending{}
		}
	}
	close(done)
	return result, peak.Load()
}

// death says why a child gave no result.
func death(cause, err error, stderr string) string {
	if errors.Is(cause, errSlow) || errors.Is(cause, errLarge) {
		return cause.Error()
	}
	first, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	return fmt.Sprintf("crash: %v, %.60s", err, first)
}

// status reads a size in bytes from a file of /proc, 0 if it has none.
func status(file, key string) int64 {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0
	}
	_, after, ok := bytes.Cut(text, []byte(key))
	if !ok {
		return 0
	}
	fields := strings.Fields(string(after))
	kb, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil {
		return 0
	}
	return kb << 10
}
