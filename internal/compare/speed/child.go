package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"strings"

	"github.com/zhnews/zhnews/parse"
)

// runChild reads one file with one contender and prints two lines: "ready"
// when the measurement starts, and the ending as JSON. Where profile is not "", the CPU profile of the reading goes there.
func runChild(name, file, profile string) error {
	c, err := byName(name)
	if err != nil {
		return err
	}
	address, err := url.Parse(anyAddress)
	if err != nil {
		return err
	}
	// What a library loads on its first page is not the cost of this one.
	if _, err := c.fromBytes([]byte(page("", story())), address); err != nil {
		return fmt.Errorf("%s does not read the story: %w", name, err)
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	debug.FreeOSMemory()
	before := status("/proc/self/status", "VmRSS:")
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		return fmt.Errorf("the peak cannot be set back: %w", err)
	}
	if profile != "" {
		stop, err := startProfile(profile)
		if err != nil {
			return err
		}
		defer stop()
	}
	fmt.Println("ready")
	var e ending
	e.CPU = timed(func() { e.Outcome = outcome(c, src, address) }).cpu
	e.Peak = status("/proc/self/status", "VmHWM:") - before
	return json.NewEncoder(os.Stdout).Encode(e)
}

func startProfile(name string) (stop func(), err error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, err
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}, nil
}

// byName finds a contender, or zhnews without a limit on its input.
func byName(name string) (contender, error) {
	if name == unlimited {
		return contender{name: name, fromBytes: zhnewsBytes(-1)}, nil
	}
	for _, c := range contenders() {
		if c.name == name {
			return c, nil
		}
	}
	return contender{}, fmt.Errorf("no contender %q", name)
}

// outcome reads a page and says what came of it.
func outcome(c contender, src []byte, address *url.URL) (what string) {
	defer func() {
		if p := recover(); p != nil {
			what = fmt.Sprintf("panic: %.60v", p)
		}
	}()
	text, err := c.fromBytes(src, address)
	switch {
	case err == nil && strings.Contains(text, marker):
		return "article"
	case err == nil:
		return "other text"
	case strings.HasPrefix(c.name, ours):
		return typed(err)
	}
	return fmt.Sprintf("error: %.60s", err)
}

// typed names an error of package parse.
func typed(err error) string {
	var pe *parse.Error
	if !errors.As(err, &pe) {
		return "untyped error: " + err.Error()
	}
	for _, e := range []struct {
		err  error
		name string
	}{
		{parse.ErrNoArticle, "ErrNoArticle"},
		{parse.ErrEmpty, "ErrEmpty"},
		{parse.ErrTooLarge, "ErrTooLarge"},
		{parse.ErrTooDeep, "ErrTooDeep"},
		{parse.ErrNotText, "ErrNotText"},
	} {
		if errors.Is(err, e.err) {
			return e.name
		}
	}
	return "untyped error: " + err.Error()
}
