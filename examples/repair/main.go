// Repair prints damaged Chinese text as it was before the damage.
//
//	repair [-guess] [-report] [FILE]
//
// It reads FILE, or the standard input if FILE is "-" or the input is not a
// terminal, or else a sample of its own. The text may be in any charset that
// package encoding knows. Without flags it makes only the edits that the bytes
// determine.
package main

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/zhnews/zhnews/encoding"
)

//go:embed sample.txt
var sample []byte

func main() {
	guess := flag.Bool("guess", false, "make the best edits where the bytes leave a choice")
	list := flag.Bool("report", false, "print the edits as JSON, one a line, instead of the text")
	flag.Parse()
	if err := run(os.Stdout, flag.Args(), *guess, *list); err != nil {
		fmt.Fprintln(os.Stderr, "repair:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, args []string, guess, list bool) error {
	src, err := read(args)
	if err != nil {
		return err
	}
	text, _, _, err := encoding.Decode(src, encoding.Options{Mode: encoding.Guess})
	if err != nil {
		return err
	}
	options := encoding.RepairOptions{}
	if guess {
		options.Mode = encoding.Guess
	}
	repaired, report := encoding.Repair(text, options)
	if !list {
		_, err := io.WriteString(w, repaired)
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, edit := range report.Edits {
		if err := out.Encode(edit); err != nil {
			return err
		}
	}
	return nil
}

func read(args []string) ([]byte, error) {
	switch {
	case len(args) > 1:
		return nil, fmt.Errorf("one file at a time, not %d", len(args))
	case len(args) == 1 && args[0] != "-":
		return os.ReadFile(args[0])
	case len(args) == 1 || !isTerminal(os.Stdin):
		return io.ReadAll(os.Stdin)
	}
	return sample, nil
}

// isTerminal reports whether a person may be typing into f.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err != nil || info.Mode()&os.ModeCharDevice != 0
}
