package arttest

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
)

// Canonical checks the laws of the canonical form on a: Normalize gives a valid
// article and changes no valid one, Equal follows it, Project changes nothing
// twice.
func Canonical(t testing.TB, a *article.Article) {
	t.Helper()
	before := a.Project(article.JSON)
	n := a.Project(article.JSON)
	if err := n.Validate(); err != nil {
		t.Errorf("canonical form is not valid: %v", err)
	}
	if n.Normalize(); !same(n, before) {
		t.Errorf("Normalize changed a canonical article (-before +after):\n%s", diff(before, n))
	}
	if !a.Equal(n) || !n.Equal(a) {
		t.Errorf("article and its canonical form are not Equal: %+v", a)
	}
	for f := article.JSON; f <= article.Markdown; f++ {
		p := a.Project(f)
		if q := p.Project(f); !same(p, q) {
			t.Errorf("Project(%v) twice differs from once (-once +twice):\n%s", f, diff(p, q))
		}
		if err := p.Validate(); err != nil {
			t.Errorf("Project(%v) is not valid: %v", f, err)
		}
	}
	if !same(a.Project(article.JSON), before) {
		t.Errorf("Project or Equal changed its receiver (-before +after):\n%s", diff(before, a.Project(article.JSON)))
	}
}

// RoundTrip checks that parse reads what a.Append writes in format f as
// a.Project(f), and that writing this gives the same bytes again. It returns
// the bytes.
func RoundTrip(t testing.TB, a *article.Article, f article.Format, parse func([]byte) (*article.Article, error)) []byte {
	t.Helper()
	b, err := a.Append([]byte("x"), f)
	if err != nil {
		t.Errorf("Append(%v): %v", f, err)
		return nil
	}
	if b[0] != 'x' || len(b) < 2 || b[len(b)-1] != '\n' {
		t.Errorf("Append(%v) does not extend its slice with a line: %q", f, b)
	}
	b = b[1:]
	got, err := parse(b)
	if err != nil {
		t.Errorf("Parse(%v): %v\n%.2000s", f, err, b)
		return b
	}
	if want := a.Project(f); !same(got, want) {
		t.Errorf("Parse(Append(a, %[1]v)) differs from Project(%[1]v) (-want +got):\n%[2]s\n%.2000[3]s", f, diff(want, got), b)
		return b
	}
	again, err := got.Append(nil, f)
	if err != nil || !bytes.Equal(again, b) {
		t.Errorf("Append(%v) of what was read: %v\n got %.2000q\nwant %.2000q", f, err, again, b)
	}
	return b
}

// same is equality of every field, stricter than Equal: both sides must already
// be canonical.
func same(a, b *article.Article) bool { return reflect.DeepEqual(a, b) }

// diff says how a and b differ. It takes them apart, because cmp would ask
// their Equal method otherwise.
func diff(a, b *article.Article) string {
	if b == nil {
		return "no article"
	}
	return cmp.Diff(*a, *b)
}
