// Command gen writes the tables of package tables, the folder above this one, and
// the data of other packages that has a source.
//
// In this folder,
//
//	go run .
//
// fetches the inputs that inputs.json names, checks each against its SHA-256
// and writes every table; go run . -check writes nothing and fails if a
// committed table differs. Inputs come through the clients go, npm and apt-get,
// which must be on the PATH for the tables that need them, and are kept in the
// user's cache folder. Arguments limit the run to the tables named: go run .
// hanzi.
//
// A new table is one file here with a function that returns the source of its
// Go file, a row in [generators], and a row in inputs.json for each input.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
)

// A generator makes a file from inputs named in inputs.json: ../<name>.go, or the
// data file that it names.
type generator struct {
	name string
	make func(in *inputs) (*source, error)
	data string
}

var generators = []generator{
	{"hanzi", hanzi, ""},
	{"neighbours", neighbours, ""},
	{"words", words, ""},
	{"script", script, ""},
	{"readings", pinyin, ""},
	{"lookalikes", lookalikes, ""},
	{"counties", counties, "parse/phrases/counties.txt"},
}

func main() {
	check := flag.Bool("check", false, "compare the tables instead of writing them")
	flag.Parse()
	if err := run(flag.Args(), *check); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(names []string, check bool) error {
	in, err := loadInputs()
	if err != nil {
		return err
	}
	for _, g := range generators {
		if len(names) > 0 && !slices.Contains(names, g.name) {
			continue
		}
		src, err := g.make(in)
		if err != nil {
			return fmt.Errorf("%s: %w", g.name, err)
		}
		if err := g.put(src, check); err != nil {
			return err
		}
	}
	return nil
}

func (g generator) put(src *source, check bool) error {
	path, text := filepath.Join("..", "..", "..", g.data), src.Bytes()
	if g.data == "" {
		path = filepath.Join("..", g.name+".go")
		var err error
		if text, err = format.Source(text); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if !check {
		return os.WriteFile(path, text, 0o644)
	}
	have, err := os.ReadFile(path)
	if err == nil && !bytes.Equal(have, text) {
		err = fmt.Errorf("%s differs from what its inputs give", path)
	}
	return err
}
