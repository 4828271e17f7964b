package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// recorder is a testing.TB that only notes its failures.
type recorder struct {
	testing.TB
	failures []string
}

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.Errorf(format, args...)
	panic(r)
}

func compare(t *testing.T, path, got string) (failures []string) {
	r := &recorder{TB: t}
	defer func() {
		if p := recover(); p != nil && p != any(r) {
			panic(p)
		}
		failures = r.failures
	}()
	Compare(r, path, []byte(got))
	return r.failures
}

func TestCompare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "want.txt")
	t.Setenv("ZHNEWS_UPDATE", "")
	if f := compare(t, path, "甲\n"); len(f) != 1 {
		t.Errorf("missing file: failures %q, want one", f)
	}
	t.Setenv("ZHNEWS_UPDATE", "1")
	if f := compare(t, path, "甲\n乙\n"); len(f) != 0 {
		t.Errorf("update: failures %q", f)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "甲\n乙\n" {
		t.Errorf("update wrote %q, %v", b, err)
	}
	t.Setenv("ZHNEWS_UPDATE", "0")
	for _, c := range []struct {
		got  string
		want []string
	}{
		{"甲\n乙\n", nil},
		{"甲\n丙\n", []string{path + ": line 2 differs (ZHNEWS_UPDATE=1 rewrites it)\n got: 丙\nwant: 乙"}},
		{"甲\n乙", []string{path + ": line 2 differs (ZHNEWS_UPDATE=1 rewrites it)\n got: 乙\nwant: 乙"}},
	} {
		if f := compare(t, path, c.got); !reflect.DeepEqual(f, c.want) {
			t.Errorf("Compare(%q): failures %q, want %q", c.got, f, c.want)
		}
	}
}

func TestParseTxtar(t *testing.T) {
	const in = "why\n-- in.txt --\n标题\r\n\n-- 记者\n--  --\n--  want.json  --\n{}\n-- empty --\n-- last --\nend"
	want := Archive{Comment: "why\n", Files: []File{
		{"in.txt", "标题\r\n\n-- 记者\n--  --\n"}, {"want.json", "{}\n"}, {"empty", ""}, {"last", "end\n"},
	}}
	got := ParseTxtar(in)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("ParseTxtar(%q) = %q, want %q", in, got, want)
	}
	if data, ok := got.File("want.json"); data != "{}\n" || !ok {
		t.Errorf("File(want.json) = %q, %v", data, ok)
	}
	if data, ok := got.File("none"); data != "" || ok {
		t.Errorf("File(none) = %q, %v", data, ok)
	}
}
