// Command repair measures encoding.Repair on damaged text of known truth.
//
//	repair [-page N] [-strict] FILE.jsonl...
//	repair -edits [-page N] [-strict] FILE.jsonl...
//	repair -times [-strict]
//
// Each line of a file is a JSON object with a "damaged" line and its "truth".
// Lines are repaired in pages of N, since a page tells more about its damage
// than a line, and scored one by one, both sides with full-width forms as
// ASCII. A line is torn if its field "torn" says so. Per file, the table gives
//
//	lines    lines, and the percentage that is exact
//	chars    the percentage of right characters, by edit distance
//	torn     torn lines, and the percentage that is exact
//	worse    untorn lines with more wrong characters than before
//	edits    the percentage of edits whose new text is in the true line
//
// and below the calibration: per tenth of promised confidence, the edits of
// torn characters, and the share that is right.
//
// With -edits each line has a field "edits" too, the edits that undo the damage
// (TestDamageExport of package encoding writes such files from a file of clean
// lines). The table gives, per file, the edits that were made, the percentage
// that is right, the percentage that they promise, the damaged places, and the
// percentage that is undone.
//
// With -times it prints how long texts of several kinds and sizes take.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhnews/zhnews/encoding"
)

type line struct {
	Damaged, Truth string
	Torn           *bool // nil if the file does not tell
	Edits          []encoding.Edit
}

type score struct {
	lines, exact           int
	chars, wrong           int
	torn, tornExact, worse int
	edits, right           int
	promised               [11]struct{ edits, right int }
}

func main() {
	page := flag.Int("page", 20, "lines that are repaired together")
	strict := flag.Bool("strict", false, "certain edits only")
	edits := flag.Bool("edits", false, "hold the edits against those of the file")
	clock := flag.Bool("times", false, "print a table of time against size")
	flag.Parse()
	options := encoding.RepairOptions{Mode: encoding.Guess}
	if *strict {
		options.Mode = encoding.Strict
	}
	if *clock {
		times(options)
		return
	}
	if *edits {
		if err := compareEdits(flag.Args(), *page, options); err != nil {
			fail(err)
		}
		return
	}
	fmt.Println("file\tlines\texact %\tchars %\ttorn\texact %\tworse\tedits %")
	var all score
	for _, name := range flag.Args() {
		lines, err := read(name)
		if err != nil {
			fail(err)
		}
		var s score
		for i := 0; i < len(lines); i += *page {
			s.add(lines[i:min(i+*page, len(lines))], options)
			all.promise(lines[i:min(i+*page, len(lines))], options)
		}
		fmt.Printf("%s\t%d\t%.2f\t%.3f\t%d\t%.2f\t%d\t%.3f\n", filepath.Base(name), s.lines, percent(s.exact, s.lines),
			100-percent(s.wrong, s.chars), s.torn, percent(s.tornExact, s.torn), s.worse, percent(s.right, s.edits))
	}
	fmt.Println("\nconfidence\tedits\tright %")
	for i, p := range all.promised {
		if p.edits > 0 {
			fmt.Printf("%.1f\t%d\t%.1f\n", float64(i)/10, p.edits, percent(p.right, p.edits))
		}
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func read(name string) ([]line, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var lines []line
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var l line
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, len(lines)+1, err)
		}
		lines = append(lines, l)
	}
	return lines, sc.Err()
}

func damaged(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.Damaged)
	}
	return b.String()
}

func (s *score) add(lines []line, o encoding.RepairOptions) {
	text, _ := encoding.Repair(damaged(lines), o)
	for i, got := range strings.Split(text, "\n") {
		l := lines[i]
		truth := narrow(l.Truth)
		wrong := distance([]rune(narrow(got)), []rune(truth))
		before := distance([]rune(narrow(l.Damaged)), []rune(truth))
		s.lines++
		s.chars += len([]rune(truth))
		s.wrong += wrong
		torn := isTorn(l)
		if torn {
			s.torn++
		} else if wrong > before {
			s.worse++
		}
		if wrong == 0 {
			s.exact++
			if torn {
				s.tornExact++
			}
		}
	}
	s.promise(lines, o)
}

// isTorn tells torn lines: by their field, or else by '?' before a note or a
// mark and notes behind ASCII letters.
func isTorn(l line) bool {
	if l.Torn != nil {
		return *l.Torn
	}
	s := l.Damaged
	for i := range len(s) {
		if s[i] == '?' && i+1 < len(s) && (s[i+1] >= 'a' && s[i+1] <= 'z' || s[i+1] >= 0x80 || strings.IndexByte(",!?;", s[i+1]) >= 0) {
			return true
		}
		if s[i] == '(' && i > 0 && s[i-1] < 0x80 && s[i-1] > '@' {
			return true
		}
	}
	return false
}

// promise counts the edits by confidence.
func (s *score) promise(lines []line, o encoding.RepairOptions) {
	_, report := encoding.Repair(damaged(lines), o)
	at, n := 0, 0
	for _, e := range report.Edits {
		for n < len(lines) && at+len(lines[n].Damaged) < e.Offset {
			at += len(lines[n].Damaged) + 1
			n++
		}
		ok := strings.Contains(narrow(lines[n].Truth), narrow(e.New))
		s.edits++
		if ok {
			s.right++
		}
		if e.Kind == encoding.TornByte {
			p := &s.promised[int(e.Confidence*10)]
			p.edits++
			if ok {
				p.right++
			}
		}
	}
}

// narrow writes full-width forms as ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
}

// distance is the number of characters to insert, delete or replace.
func distance(a, b []rune) int {
	if string(a) == string(b) {
		return 0
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
