package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/zhnews/zhnews/encoding"
)

// An editScore holds edits against those that undo a damage.
type editScore struct {
	edits, right int
	promised     float64
	all, undone  int
}

// compareEdits prints, per file, how many of the edits are right and how many
// of the damaged places are undone.
func compareEdits(names []string, page int, o encoding.RepairOptions) error {
	fmt.Println("file\tedits\tright %\tpromised %\tplaces\tundone %")
	var bins [11]editScore
	for _, name := range names {
		lines, err := read(name)
		if err != nil {
			return err
		}
		var s editScore
		for i := 0; i < len(lines); i += page {
			s.add(lines[i:min(i+page, len(lines))], o, &bins)
		}
		fmt.Printf("%s\t%d\t%.3f\t%.2f\t%d\t%.2f\n", filepath.Base(name), s.edits, percent(s.right, s.edits),
			100*s.promised/float64(max(s.edits, 1)), s.all, percent(s.undone, s.all))
	}
	fmt.Println("\nconfidence\tedits\tright %")
	for i, b := range bins {
		if b.edits > 0 {
			fmt.Printf("%.1f\t%d\t%.2f\n", float64(i)/10, b.edits, percent(b.right, b.edits))
		}
	}
	return nil
}

// add repairs lines as one page.
func (s *editScore) add(lines []line, o encoding.RepairOptions, bins *[11]editScore) {
	text, truth := damaged(lines), ""
	var want []encoding.Edit
	at := 0
	for i, l := range lines {
		if i > 0 {
			truth += "\n"
		}
		truth += l.Truth
		for _, e := range l.Edits {
			e.Offset += at
			want = append(want, e)
		}
		at += len(l.Damaged) + 1
	}
	places := align(len(text), want)
	done := make([]bool, len(text)+1)
	_, report := encoding.Repair(text, o)
	for _, e := range report.Edits {
		a, b := places[e.Offset], places[e.Offset+len(e.Old)]
		bin := &bins[int(e.Confidence*10)]
		s.edits++
		bin.edits++
		s.promised += e.Confidence
		if a < 0 || b < a || truth[a:b] != e.New {
			continue
		}
		s.right++
		bin.right++
		for k := range len(e.Old) {
			done[e.Offset+k] = true
		}
	}
	for _, e := range want {
		s.all++
		if done[e.Offset] {
			s.undone++
		}
	}
}

// align gives for each offset in a damaged text of n bytes the offset in its
// truth; -1 inside of what an edit replaces.
func align(n int, edits []encoding.Edit) []int {
	places := make([]int, n+1)
	from, to := 0, 0
	for _, e := range append(edits, encoding.Edit{Offset: n}) {
		for ; from <= e.Offset; from++ {
			places[from] = to
			to++
		}
		to += len(e.New) - 1
		for ; from < e.Offset+len(e.Old); from++ {
			places[from] = -1
		}
	}
	return places
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "repair:", err)
	os.Exit(1)
}
