// Package golden compares test output with files that are kept beside the
// tests, and reads txtar archives of test cases.
package golden

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Compare fails t if got differs from the file at path. With the environment
// variable ZHNEWS_UPDATE=1 it writes the file instead. A missing file fails.
func Compare(t testing.TB, path string, got []byte) {
	t.Helper()
	if os.Getenv("ZHNEWS_UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with ZHNEWS_UPDATE=1 to write it)", err)
	}
	if bytes.Equal(got, want) {
		return
	}
	line, g, w := firstDifference(got, want)
	t.Errorf("%s: line %d differs (ZHNEWS_UPDATE=1 rewrites it)\n got: %s\nwant: %s", path, line, g, w)
}

// firstDifference returns the first line, counted from 1, in which a and b
// differ, as it is in each.
func firstDifference(a, b []byte) (line int, inA, inB []byte) {
	for line = 1; ; line++ {
		var moreA, moreB bool
		inA, a, moreA = bytes.Cut(a, []byte("\n"))
		inB, b, moreB = bytes.Cut(b, []byte("\n"))
		if !bytes.Equal(inA, inB) || moreA != moreB || !moreA {
			return line, inA, inB
		}
	}
}
