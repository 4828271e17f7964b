// Command parse prints the articles of pages.
//
//	go run ./examples/parse                          an embedded sample page, for a reader
//	go run ./examples/parse page.html                a page of yours
//	go run ./examples/parse -format json *.html      one JSON object a line, for programs
//	go run ./examples/parse -format markdown FILE    the article alone; also html, text and jsonld
//	go run ./examples/parse -evidence page.html      where each field came from
//
// "-" reads standard input; a name that ends in .txt is read as plain text.
// That a page is no article is a result; a file that cannot be read or decoded
// is a failure, and the exit status is 1 once all files are done.
package main

import (
	"bufio"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhnews/zhnews/parse"
)

//go:embed sample.html
var sample []byte

// sampleURL is where the sample page would stand.
const sampleURL = "http://www.yongjiangnews.cn/system/2022/06/14/012345678.shtml"

type options struct {
	show     printer
	evidence bool
	url      string
	urls     map[string]string
	profiles *parse.Profiles
}

func main() {
	var o options
	format := flag.String("format", "reader", "reader, json, text, html, markdown or jsonld")
	flag.StringVar(&o.url, "url", "", "address of the page")
	table := flag.String("urls", "", "`file` of base name, tab, address")
	profiles := flag.Bool("profiles", true, "use the portal profiles")
	flag.BoolVar(&o.evidence, "evidence", false, "print where each field came from")
	flag.Parse()
	var ok bool
	if o.show, ok = formats[*format]; !ok {
		fail(fmt.Errorf("unknown format %q", *format))
	}
	if !*profiles {
		o.profiles = parse.NoProfiles()
	}
	if *table != "" {
		var err error
		if o.urls, err = readTable(*table); err != nil {
			fail(err)
		}
	}
	w := bufio.NewWriter(os.Stdout)
	ok = run(w, flag.Args(), o)
	if err := w.Flush(); err != nil {
		fail(err)
	}
	if !ok {
		os.Exit(1)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "parse:", err)
	os.Exit(2)
}

// run prints the article of each file, and reports whether all could be read.
func run(w io.Writer, files []string, o options) bool {
	if len(files) == 0 {
		o.url = sampleURL
		return o.print(w, "sample.html", sample, nil)
	}
	ok := true
	for _, name := range files {
		src, err := read(name)
		ok = o.print(w, name, src, err) && ok
	}
	return ok
}

func read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(name)
}

// print parses one page and prints what came of it.
func (o *options) print(w io.Writer, name string, src []byte, err error) bool {
	res := &parse.Result{}
	if err == nil {
		po := parse.Options{URL: o.url, Profiles: o.profiles}
		if u, ok := o.urls[filepath.Base(name)]; ok {
			po.URL = u
		}
		if strings.HasSuffix(name, ".txt") {
			res, err = parse.Text(src, po)
		} else {
			res, err = parse.HTML(src, po)
		}
	}
	o.show(w, name, res, err)
	if o.evidence {
		for _, e := range res.Provenance {
			fmt.Fprintf(w, "%-10s %-28s %s\n", e.Field, e.Rule, e.Raw)
		}
	}
	return err == nil || errors.Is(err, parse.ErrNoArticle) || errors.Is(err, parse.ErrEmpty)
}

// readTable reads lines of base name, tab, address.
func readTable(name string) (map[string]string, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	urls := map[string]string{}
	for _, l := range strings.Split(string(b), "\n") {
		if file, url, ok := strings.Cut(strings.TrimRight(l, "\r"), "\t"); ok {
			urls[file] = url
		}
	}
	return urls, nil
}
