package main

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
	xencoding "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/zhnews/zhnews/encoding"
)

const (
	samplePages = "../../../testdata/pages"
	// anyAddress is that of pages whose address is not known.
	anyAddress = "https://news.example.com/2024/0501/1.html"
)

// A document is one page of the corpus.
type document struct {
	name    string
	path    string
	src     []byte
	address *url.URL
	charset xencoding.Encoding
}

// load reads the pages of folders, without those that html.Parse refuses: they
// have no base to compare with.
func load(folders []string) ([]document, error) {
	if len(folders) == 0 {
		folders = []string{samplePages}
	}
	var all []document
	for _, folder := range folders {
		addresses, err := readAddresses(folder)
		if err != nil {
			return nil, err
		}
		files, err := filepath.Glob(filepath.Join(folder, "*.html"))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("%s holds no *.html (%v)", folder, err)
		}
		for _, file := range files {
			d, err := read(file, addresses[filepath.Base(file)])
			if err == nil {
				_, err = d.base()
			}
			if err != nil {
				fmt.Fprintf(os.Stderr, "%s is left out: %v\n", file, err)
				continue
			}
			all = append(all, d)
		}
	}
	return all, nil
}

// readAddresses reads urls.tsv, if the folder has one: file, TAB, address.
func readAddresses(folder string) (map[string]string, error) {
	list := map[string]string{}
	text, err := os.ReadFile(filepath.Join(folder, "urls.tsv"))
	if os.IsNotExist(err) {
		return list, nil
	}
	for line := range strings.Lines(string(text)) {
		if file, address, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			list[file] = address
		}
	}
	return list, err
}

func read(file, address string) (document, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return document{}, err
	}
	if address == "" {
		address = anyAddress
	}
	u, err := url.Parse(address)
	if err != nil {
		return document{}, err
	}
	c, err := charsetOf(src)
	return document{filepath.Base(file), file, src, u, c}, err
}

// charsetOf finds the right charset, so that the base need not look for it.
func charsetOf(src []byte) (xencoding.Encoding, error) {
	return htmlindex.Get(string(encoding.Detect(src, encoding.Hint{}).Charset))
}

// base is the work that all figures are multiples of: decode the page with
// x/text, whose charset is known, and parse it with html.Parse.
func (d *document) base() (*html.Node, error) {
	text, err := d.charset.NewDecoder().Bytes(d.src)
	if err != nil {
		return nil, err
	}
	return html.Parse(bytes.NewReader(text))
}

// bytesOf is the length of all pages, as stored.
func bytesOf(pages []document) int {
	n := 0
	for i := range pages {
		n += len(pages[i].src)
	}
	return n
}
