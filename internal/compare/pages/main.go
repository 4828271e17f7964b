// Command pages reads a folder of labelled pages and prints what single figures
// over all of them hide:
//
//		go run . -labels FOLDER [-profiles=false]
//
//	  - the figures by fifths of the hosts, where a hash of a page's host says which
//	    fifth it is in: what was fitted to some pages differs between the fifths;
//	  - how far Result.Confidence keeps what it promises: for each band of it, the
//	    mean of what was promised beside the share of pages whose title, time and
//	    body came out right;
//	  - the rules of Result.Provenance that fired on pages of one host alone.
//
// FOLDER holds pairs of a page and its label, NAME.html and NAME.json; the fields
// of a label are those of the type below. White space never counts. A body is
// right from an F1 of character bigrams of 0.95 on.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zhnews/zhnews/parse"
)

// label is what a page is known to hold.
type label struct {
	Kind, Host, URL          string
	Title, Source, Published string
	Precision                string `json:"published_precision"`
	Summary                  string
	Credits                  []struct{ Role, Name string }
	Captions, Body           []string
	Optional                 []string `json:"body_optional_re"`
}

// page is a label with what was read of its page.
type page struct {
	label
	name string
	res  *parse.Result
	err  error
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("pages: ")
	dir := flag.String("labels", "", "folder of pages and labels")
	profiles := flag.Bool("profiles", true, "use the portal profiles")
	flag.Parse()
	pages, err := readAll(*dir, *profiles)
	if err != nil {
		log.Fatal(err)
	}
	if len(pages) == 0 {
		log.Fatalf("no labelled pages in %q", *dir)
	}
	fifths(os.Stdout, pages)
	reliability(os.Stdout, pages)
	lonely(os.Stdout, pages)
}

// readAll reads the pages of a folder that have a label.
func readAll(dir string, profiles bool) (pages []page, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		p := page{name: strings.TrimSuffix(filepath.Base(f), ".json")}
		if err := p.read(strings.TrimSuffix(f, ".json"), profiles); err != nil {
			return nil, err
		}
		if p.Kind != "" {
			pages = append(pages, p)
		}
	}
	return pages, nil
}

func (p *page) read(path string, profiles bool) error {
	b, err := os.ReadFile(path + ".json")
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &p.label); err != nil || p.Kind == "" {
		return err
	}
	src, err := os.ReadFile(path + ".html")
	if err != nil {
		return err
	}
	o := parse.Options{URL: p.URL}
	if p.URL == "" {
		o.URL = "http://" + p.Host + "/"
	}
	if !profiles {
		o.Profiles = parse.NoProfiles()
	}
	p.res, p.err = parse.HTML(src, o)
	return nil
}

// article reports whether the page is labelled an article.
func (p *page) article() bool { return p.Kind == "article" }

// refused reports whether the page was taken for no article.
func (p *page) refused() bool { return errors.Is(p.err, parse.ErrNoArticle) }

// fifth returns in which fifth of the hosts the page is, 0 to 4.
func (p *page) fifth() int {
	h := fnv.New32a()
	h.Write([]byte(strings.ToLower(p.Host)))
	return int(h.Sum32() % 5)
}

// fifths prints each figure for each fifth of the hosts.
func fifths(w *os.File, pages []page) {
	fmt.Fprintf(w, "%-20s %7s %7s %7s %7s %7s %7s\n", "by hash of the host", "all", "1", "2", "3", "4", "5")
	for _, m := range measures {
		fmt.Fprintf(w, "%-20s", m.name)
		for k := -1; k < 5; k++ {
			var t tally
			for i := range pages {
				if k < 0 || pages[i].fifth() == k {
					m.add(&t, &pages[i])
				}
			}
			fmt.Fprintf(w, " %7s", t)
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%-20s", "pages")
	for k := -1; k < 5; k++ {
		n := 0
		for i := range pages {
			if k < 0 || pages[i].fifth() == k {
				n++
			}
		}
		fmt.Fprintf(w, " %7d", n)
	}
	fmt.Fprint(w, "\n\n")
}

// bands are the lower ends of the bands of Confidence.
var bands = []float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95}

// reliability prints for each band of Confidence how many pages were right. A
// page that is no article and was read as one is wrong.
func reliability(w *os.File, pages []page) {
	fmt.Fprintf(w, "%-12s %6s %9s %6s   wrong\n", "confidence", "pages", "promised", "right")
	for b, lo := range bands {
		hi := 1.01
		if b+1 < len(bands) {
			hi = bands[b+1]
		}
		n, promised, right := 0, 0.0, 0
		var wrong []string
		for i := range pages {
			p := &pages[i]
			if c := p.res.Confidence; c < lo || c >= hi || !p.article() && p.refused() {
				continue
			}
			n++
			promised += p.res.Confidence
			if p.right() {
				right++
			} else {
				wrong = append(wrong, p.name)
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "%.2f-%-7.2f %6d %9.3f %6.3f   %s\n", lo, min(hi, 1), n, promised/float64(n), float64(right)/float64(n), strings.Join(wrong, " "))
		}
	}
	fmt.Fprintln(w)
}

// lonely prints the rules that fired on pages of one host alone.
func lonely(w *os.File, pages []page) {
	hosts := map[string][]string{}
	for i := range pages {
		p := &pages[i]
		if !p.article() {
			continue
		}
		for _, e := range p.res.Provenance {
			rule := string(e.Field) + " " + e.Rule
			if !strings.HasPrefix(e.Rule, "profile:") && !slices.Contains(hosts[rule], p.Host) {
				hosts[rule] = append(hosts[rule], p.Host)
			}
		}
	}
	rules := make([]string, 0, len(hosts))
	for rule, on := range hosts {
		if len(on) == 1 {
			rules = append(rules, rule)
		}
	}
	slices.Sort(rules)
	fmt.Fprintln(w, "rules that fired on one host alone")
	for _, rule := range rules {
		fmt.Fprintf(w, "%-36s %s\n", rule, hosts[rule][0])
	}
}
