package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/encoding"
)

func TestRun(t *testing.T) {
	name := filepath.Join(t.TempDir(), "damaged.txt")
	if err := os.WriteFile(name, []byte("開(kāi)會(huì)時(shí)說(shuō)過\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := run(&out, []string{name}, false, false); err != nil || out.String() != "开会时说过\n" {
		t.Errorf("run = %q, %v", out.String(), err)
	}
	out.Reset()
	if err := run(&out, []string{name}, false, true); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(out.String()) {
		var e encoding.Edit
		if err := json.Unmarshal([]byte(line), &e); err != nil || e.Old == "" || e.Kind == "" {
			t.Errorf("report line %q: %+v, %v", line, e, err)
		}
	}
	if err := run(&out, []string{name, name}, false, false); err == nil {
		t.Error("two files gave no error")
	}
}

func TestSample(t *testing.T) {
	text, report := encoding.Repair(string(sample), encoding.RepairOptions{Mode: encoding.Guess})
	if len(report.Edits) == 0 || !strings.Contains(text, "县里的小学开了两个新班") {
		t.Errorf("the sample came out as %q", text)
	}
}
