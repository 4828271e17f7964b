package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestReport(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"ascii", "abc", "utf-8\tdefault\t1.0000\t0\t-\n"},
		{"gbk", "<meta charset=gb2312>\xbb\xe1\xd2\xe9\xc7\xbf\xb5\xf7\xff", "gbk\tmeta\t1.0000\t1\tgbk\n"},
		{"russian", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0, \xea\xe0\xea \xe4\xe5\xeb\xe0", "-\tfrequency\t1.0000\t0\t-\n"},
	}
	for _, tt := range tests {
		name := filepath.Join(t.TempDir(), tt.name)
		if err := os.WriteFile(name, []byte(tt.src), 0o644); err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := report(&got, name); got.String() != name+"\t"+tt.want || err != nil {
			t.Errorf("report of %q = %q, %v, want %q", tt.src, got.String(), err, tt.want)
		}
	}
	if err := report(os.Stdout, filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("report of a missing file gives no error")
	}
}
