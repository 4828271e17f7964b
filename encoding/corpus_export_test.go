package encoding

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpusExport writes the corpus for internal/compare/charset, which shows
// the same bytes to other detectors, to the folder that ZHNEWS_CORPUS names.
func TestCorpusExport(t *testing.T) {
	dir := os.Getenv("ZHNEWS_CORPUS")
	if dir == "" {
		t.Skip("ZHNEWS_CORPUS names no folder to write to")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var index strings.Builder
	n := 0
	for _, part := range []struct {
		name string
		list []specimen
	}{
		{"main", newCorpus(t).main(60)}, {"hard", newCorpus(t).hard(200)}, {"foreign", newCorpus(t).negatives(t, 100, 10)},
	} {
		for _, s := range part.list {
			name := fmt.Sprintf("%05d.bin", n)
			n++
			fmt.Fprintf(&index, "%s\t%s\t%s\t%s\t%s\n", name, part.name, s.condition, s.header, s.want)
			if err := os.WriteFile(filepath.Join(dir, name), s.src, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "index.tsv"), []byte(index.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
