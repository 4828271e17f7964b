// Command charset shows the corpus of package encoding to other detectors.
//
// In the root of the repository, write the corpus; then, in this folder, run
// the detectors on it:
//
//	ZHNEWS_CORPUS=FOLDER go test ./encoding -run CorpusExport
//	go run . FOLDER
//
// The table has a row for each condition and a column for each detector: the
// percentage of right answers, where GB 2312, GBK and GB18030 count as one
// charset and Big5 and Big5-HKSCS as another. In the foreign part, every answer
// but one of the Chinese charsets is right. The last row is the time for each
// MB of the no-label pages. The command uchardet has a column if it is on the
// PATH; its time is that of a process, and left out.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	saintfish "github.com/saintfish/chardet"
	wlynxg "github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"

	"github.com/zhnews/zhnews/encoding"
)

// A specimen is one file of the corpus.
type specimen struct {
	path, part, condition, header, want string
	src                                 []byte
}

// A detector names the charset of each specimen.
type detector struct {
	name   string
	detect func(s specimen) string
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: charset FOLDER")
		os.Exit(2)
	}
	corpus, err := load(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "charset:", err)
		os.Exit(1)
	}
	print(corpus, detectors(corpus))
}

func load(dir string) ([]specimen, error) {
	index, err := os.ReadFile(filepath.Join(dir, "index.tsv"))
	if err != nil {
		return nil, err
	}
	var all []specimen
	for line := range strings.Lines(string(index)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 5 {
			return nil, fmt.Errorf("index.tsv: %q has not five fields", line)
		}
		s := specimen{path: filepath.Join(dir, f[0]), part: f[1], condition: f[2], header: f[3], want: f[4]}
		if s.src, err = os.ReadFile(s.path); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func detectors(corpus []specimen) []detector {
	list := []detector{
		{"zhnews", func(s specimen) string {
			return string(encoding.Detect(s.src, encoding.Hint{ContentType: s.header}).Charset)
		}},
		{"x/net", func(s specimen) string {
			_, name, _ := charset.DetermineEncoding(s.src, s.header)
			return name
		}},
		{"saintfish", func(s specimen) string {
			best, err := saintfish.NewHtmlDetector().DetectBest(s.src)
			if err != nil {
				return ""
			}
			return best.Charset
		}},
		{"wlynxg", func(s specimen) string { return wlynxg.Detect(s.src).Encoding }},
	}
	if answers, err := uchardet(corpus); err == nil {
		list = append(list, detector{"uchardet", func(s specimen) string { return answers[s.path] }})
	} else {
		fmt.Fprintln(os.Stderr, "uchardet has no column:", err)
	}
	return list
}

// uchardet asks the command about all files, some at a time.
func uchardet(corpus []specimen) (map[string]string, error) {
	answers := map[string]string{}
	for len(corpus) > 0 {
		some := corpus[:min(len(corpus), 500)]
		corpus = corpus[len(some):]
		var args []string
		for _, s := range some {
			args = append(args, s.path)
		}
		out, err := exec.Command("uchardet", args...).Output()
		if err != nil {
			return nil, err
		}
		for line := range bytes.Lines(out) {
			path, answer, _ := strings.Cut(strings.TrimSpace(string(line)), ": ")
			answers[path] = answer
		}
	}
	return answers, nil
}

// family gives the charsets that count as one the same name.
func family(name string) string {
	name = strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, "gb"), strings.HasPrefix(name, "hz"), strings.HasPrefix(name, "big5"),
		strings.HasPrefix(name, "utf-16"), strings.HasPrefix(name, "euc-tw"):
		return strings.TrimSuffix(strings.NewReplacer("gb-18030", "gb18030", "gb2312", "gb18030", "gbk", "gb18030", "big5-hkscs", "big5").Replace(name), "-2312")
	case name == "utf8", name == "utf-8-sig":
		return "utf-8"
	}
	return name
}

// right says whether an answer is what the specimen is.
func right(s specimen, answer string) bool {
	answer = family(answer)
	if s.want != "" {
		return answer == family(s.want)
	}
	switch answer {
	case "gb18030", "big5", "hz-gb", "euc-tw":
		return false
	}
	return true
}

func print(corpus []specimen, list []detector) {
	type key struct{ part, condition string }
	var order []key
	all := map[key][]specimen{}
	add := func(k key, s specimen) {
		if all[k] == nil {
			order = append(order, k)
		}
		all[k] = append(all[k], s)
	}
	for _, s := range corpus {
		condition := s.condition
		if s.part == "foreign" {
			condition, _, _ = strings.Cut(condition, " ")
		}
		add(key{s.part, condition}, s)
	}
	for _, s := range corpus {
		if s.part == "main" {
			add(key{"main", "all"}, s)
		}
	}
	fmt.Printf("%-26s %6s", "", "cases")
	for _, d := range list {
		fmt.Printf(" %10s", d.name)
	}
	fmt.Println()
	for _, k := range order {
		fmt.Printf("%-26s %6d", k.part+": "+k.condition, len(all[k]))
		for _, d := range list {
			fmt.Printf(" %10.2f", percent(all[k], d))
		}
		fmt.Println()
	}
	fmt.Printf("%-26s %6s", "ms per MB", "")
	for _, d := range list {
		if d.name != "uchardet" {
			fmt.Printf(" %10.2f", speed(all[key{"main", "no label"}], d))
		}
	}
	fmt.Println()
}

func percent(list []specimen, d detector) float64 {
	n := 0
	for _, s := range list {
		if right(s, d.detect(s)) {
			n++
		}
	}
	return 100 * float64(n) / float64(len(list))
}

// speed returns milliseconds for each MB.
func speed(list []specimen, d detector) float64 {
	size := 0
	start := time.Now()
	for _, s := range list {
		d.detect(s)
		size += len(s.src)
	}
	return float64(time.Since(start).Microseconds()) / 1e3 / (float64(size) / 1e6)
}
