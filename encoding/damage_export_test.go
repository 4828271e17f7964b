package encoding

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDamageExport damages the lines of the file that ZHNEWS_LINES names, once
// per family, and writes them with the edits that undo it to the folder that
// ZHNEWS_DAMAGE names, for internal/compare/repair.
func TestDamageExport(t *testing.T) {
	dir, from := os.Getenv("ZHNEWS_DAMAGE"), os.Getenv("ZHNEWS_LINES")
	if dir == "" || from == "" {
		t.Skip("ZHNEWS_DAMAGE and ZHNEWS_LINES name no folder and no file")
	}
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		var out strings.Builder
		rnd := rand.New(rand.NewPCG(7, 11))
		for line := range strings.Lines(string(text)) {
			truth := strings.TrimSpace(line)
			damaged, edits := damage(rnd, truth, f.damage)
			b, err := json.Marshal(map[string]any{"damaged": damaged, "truth": truth, "torn": false, "edits": edits})
			if err != nil {
				t.Fatal(err)
			}
			out.Write(append(b, '\n'))
		}
		name := strings.ReplaceAll(f.name, " ", "-") + ".jsonl"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
