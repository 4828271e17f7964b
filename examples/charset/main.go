// Command charset tells the charset of files.
//
//	charset FILE...
//
// It prints one line for each file: its name, the charset, what the answer
// rests on, the confidence, the number of damaged bytes, and the charset that
// the file declares, with tabs between. "-" stands for a charset that is not
// there: the bytes are in none that the library knows, or nothing is declared.
// The exit status is 1 if a file could not be read.
package main

import (
	"cmp"
	"fmt"
	"io"
	"os"

	"github.com/zhnews/zhnews/encoding"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: charset FILE...")
		os.Exit(2)
	}
	status := 0
	for _, name := range os.Args[1:] {
		if err := report(os.Stdout, name); err != nil {
			fmt.Fprintln(os.Stderr, "charset:", err)
			status = 1
		}
	}
	os.Exit(status)
}

// report prints the line of one file.
func report(w io.Writer, name string) error {
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	d, damaged := inspect(src)
	_, err = fmt.Fprintf(w, "%s\t%s\t%s\t%.4f\t%d\t%s\n",
		name, cmp.Or(d.Charset, "-"), d.Basis, d.Confidence, damaged, cmp.Or(d.Declared, "-"))
	return err
}

// inspect detects the charset of src and counts the bytes without meaning in
// it, none if it is not known.
func inspect(src []byte) (d encoding.Detection, damaged int) {
	_, d, r, err := encoding.Decode(src, encoding.Options{Mode: encoding.Guess})
	if err != nil || d.Charset == "" {
		return d, 0
	}
	for _, x := range r.Damage {
		damaged += x.Len
	}
	return d, damaged
}
