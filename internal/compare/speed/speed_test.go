package main

import (
	"io"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/zhnews/zhnews/article"
)

// TestMain lets attempt start this binary as it starts the command.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestExponent(t *testing.T) {
	for _, e := range []float64{0, 0.5, 1, 1.1, 2} {
		var list []point
		for x := 1.0; x <= 64; x *= 2 {
			list = append(list, point{x * unit, 3e-6 * math.Pow(x*unit, e)})
		}
		if got := exponent(list); math.Abs(got-e) > 1e-9 {
			t.Errorf("exponent of x^%v is %v", e, got)
		}
	}
	// One bad measurement among seven bends the line, it does not break it.
	var list []point
	for x := 1.0; x <= 64; x *= 2 {
		list = append(list, point{x, x})
	}
	list[3].y *= 1.5
	if got := exponent(list); math.Abs(got-1) > 0.1 {
		t.Errorf("exponent with an outlier is %v", got)
	}
	if got := exponent(list[:1]); !math.IsNaN(got) {
		t.Errorf("exponent of one point is %v", got)
	}
}

func TestAttacks(t *testing.T) {
	names := map[string]bool{}
	for _, a := range attacks() {
		if names[a.name] {
			t.Errorf("%s: twice", a.name)
		}
		names[a.name] = true
		n := min(a.n, 800)
		once := a.make(n)
		if a.make(n) != once {
			t.Errorf("%s: not the same bytes twice", a.name)
		}
		if small, large := len(a.make(n/4)), len(once); small >= large && a.name != "Big5 with one byte in 50 lost" {
			t.Errorf("%s: %d bytes for a quarter, %d for the whole", a.name, small, large)
		}
	}
	if len(names) < 60 {
		t.Errorf("%d attacks", len(names))
	}
}

func TestFamilies(t *testing.T) {
	for _, f := range families() {
		for _, size := range []int{unit, 4 * unit} {
			got := f.make(size)
			if got != f.make(size) {
				t.Errorf("%s: not the same page twice", f.name)
			}
			if piece := len(f.piece(0)); len(got) < size || len(got) > size+2*piece {
				t.Errorf("%s: %d bytes, want %d and at most two pieces of %d more", f.name, len(got), size, piece)
			}
			if !strings.Contains(got, marker) {
				t.Errorf("%s: no story", f.name)
			}
		}
	}
}

// TestContenders: every library reads the story, from bytes and from a tree.
func TestContenders(t *testing.T) {
	address, err := url.Parse(anyAddress)
	if err != nil {
		t.Fatal(err)
	}
	src := []byte(page("", storyOf(12)))
	charset, err := charsetOf(src)
	if err != nil {
		t.Fatal(err)
	}
	d := document{src: src, address: address, charset: charset}
	for _, c := range contenders() {
		if text, err := c.fromBytes(src, address); err != nil || !strings.Contains(text, marker) {
			t.Errorf("%s from bytes: %.60q, %v", c.name, text, err)
		}
		root, err := d.base()
		if err != nil {
			t.Fatal(err)
		}
		if text, err := c.fromTree(root, address); err != nil || !strings.Contains(text, marker) {
			t.Errorf("%s from a tree: %.60q, %v", c.name, text, err)
		}
	}
}

func TestLoad(t *testing.T) {
	pages, err := load(nil)
	if err != nil || len(pages) < 12 {
		t.Fatalf("%d sample pages: %v", len(pages), err)
	}
	known := 0
	for _, d := range pages {
		if d.address.String() != anyAddress {
			known++
		}
	}
	if known == 0 {
		t.Error("no page has an address of its own")
	}
	if _, err := load([]string{t.TempDir()}); err == nil {
		t.Error("an empty folder is no error")
	}
}

func TestMeasure(t *testing.T) {
	pages, err := load(nil)
	if err != nil {
		t.Fatal(err)
	}
	prepared := 0
	tasks := []task{
		fromBytes("plain", func(d *document) { _ = make([]byte, 100_000) }),
		{name: "prepared", do: func(d *document, m meter) cost {
			prepared++
			_ = strings.Repeat("x", 500_000)
			return m(func() {})
		}},
	}
	rows := measure(pages[:3], tasks, benchOptions{rounds: 2, pass: time.Millisecond, page: 0}, io.Discard)
	if got := rows[0].count.allocs; got < 3 || got > 100 {
		t.Errorf("%d allocations of 3 calls", got)
	}
	if got := rows[1].count.bytes; got > 100_000 {
		t.Errorf("%d bytes: what a task prepares counts", got)
	}
	if rows[0].speed[0] <= 0 || rows[0].speed[1] <= 0 || rows[1].speed[0] != 0 {
		t.Errorf("pages per second: %v and %v", rows[0].speed, rows[1].speed)
	}
	if len(rows[0].passes) != 2 || len(rows[0].each) != 3 || prepared == 0 {
		t.Errorf("%d passes, %d pages", len(rows[0].passes), len(rows[0].each))
	}
}

func TestMiddle(t *testing.T) {
	for _, c := range []struct {
		list []float64
		want float64
	}{
		{[]float64{5}, 5},
		{[]float64{9, 1, 2}, 2},
		{[]float64{4, 1, 3, 100}, 3.5},
	} {
		if got := middle(c.list); got != c.want {
			t.Errorf("middle(%v) = %v, want %v", c.list, got, c.want)
		}
	}
}

func TestWorst(t *testing.T) {
	base := row{each: [][]time.Duration{{8}, {8}, {8}}}
	r := row{each: [][]time.Duration{{16, 16}, {4, 900, 32}, {8}}}
	if at, times := r.worst(&base); at != 1 || times != 4 {
		t.Errorf("page %d, %v times", at, times)
	}
}

func TestBest(t *testing.T) {
	r := row{passes: []cost{{cpu: 9, wall: 12}, {cpu: 7, wall: 15}, {cpu: 8, wall: 11}}}
	if r.cpu() != 7 || r.wall() != 11 {
		t.Errorf("best pass takes %v and %v", r.cpu(), r.wall())
	}
}

func TestReadRatio(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64 // 0 for an error
	}{
		{"0.61\n", 0.61},
		{"# what it is\n\n 0.61 \n", 0.61},
		{"# only words\n", 0},
		{"fast\n", 0},
		{"-1\n", 0},
		{"", 0},
	} {
		file := filepath.Join(t.TempDir(), "ratio.txt")
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := readRatio(file)
		if got != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%q: %v, %v", c.text, got, err)
		}
	}
	if _, err := readRatio(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a missing file is no error")
	}
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		e    ending
		want string
	}{
		{ending{Outcome: "article"}, ""},
		{ending{Outcome: "ErrNoArticle", CPU: allowedTime(1e6), Peak: allowedMemory(1e6)}, ""},
		{ending{Outcome: "article", CPU: allowedTime(1e6) + 1}, "TIME"},
		{ending{Outcome: "article", Peak: allowedMemory(1e6) + 1}, "MEMORY"},
		{ending{Outcome: "panic: x"}, "OUTCOME"},
		{ending{Outcome: "untyped error: x"}, "OUTCOME"},
		{ending{Outcome: errSlow.Error(), CPU: timeLimit}, "OUTCOME TIME"},
		{ending{Outcome: "crash: exit status 2", Peak: memoryLimit}, "OUTCOME MEMORY"},
	} {
		if got := verdict(c.e, 1e6); got != c.want {
			t.Errorf("%+v: %q, want %q", c.e, got, c.want)
		}
	}
	if got := allowedTime(2e6); got != 130*time.Millisecond {
		t.Errorf("2 MB may take %v", got)
	}
	if got := allowedMemory(1 << 20); got != 92<<20 {
		t.Errorf("1 MB may take %d bytes", got)
	}
}

// TestAttempt: children report what became of a page, and their death too.
func TestAttempt(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{ours, page("", storyOf(12)), "article"},
		{ours, page("", "<h1>另一座桥</h1><p>2024-05-01 08:30</p>"+sentences(12)), "other text"},
		{ours, page("", ""), "ErrNoArticle"},
		{ours, "", "ErrEmpty"},
		{ours, strings.Repeat("\x00", 1000), "ErrNotText"},
		{ours, page("", storyOf(12)) + strings.Repeat(" ", 9<<20), "ErrTooLarge"},
		{unlimited, page("", storyOf(12)) + strings.Repeat(" ", 9<<20), "article"},
		{"no such library", "", "crash"},
	} {
		file := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(file, []byte(c.page), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := attempt(c.name, file, ""); !strings.HasPrefix(got.Outcome, c.want) {
			t.Errorf("%s on %.20q: %q, want %q", c.name, c.page, got.Outcome, c.want)
		}
	}
}

func TestOutcome(t *testing.T) {
	c := contender{name: ours, fromBytes: func([]byte, *url.URL) (string, error) { panic("no") }}
	if got := outcome(c, nil, nil); got != "panic: no" {
		t.Errorf("a panic is %q", got)
	}
	c = contender{name: ours, fromBytes: func([]byte, *url.URL) (string, error) { return "", io.EOF }}
	if got := outcome(c, nil, nil); got != "untyped error: EOF" {
		t.Errorf("an untyped error is %q", got)
	}
}

func TestWeight(t *testing.T) {
	a := article.Article{Title: "桥", Body: []article.Block{{Text: "江桥", Items: []string{"a"}}}}
	var m weight
	m.add(reflect.ValueOf(a))
	if m.text != 3+6+1 {
		t.Errorf("%d bytes of text", m.text)
	}
	if want := int(reflect.TypeFor[article.Block]().Size() + reflect.TypeFor[string]().Size()); m.structs != want {
		t.Errorf("%d bytes of structs, want %d", m.structs, want)
	}
}
