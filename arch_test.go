package zhnews_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/zhnews/zhnews"

// A layer is a row of the import policy: what the files of a folder may import
// beyond the standard library. "x/..." stands for x and all below it.
type layer struct {
	kind      kind
	lib, test []string
}

// kind says which further rules hold for the files of a folder that are no
// tests.
type kind int

const (
	library kind = iota // what users import, and what it is made of
	tests               // helpers of tests, imported by nothing else
	program             // examples, generators, measurements: no rules but their imports
)

// policy is the direction in which the packages depend on each other. A folder
// without a row fails, so a new package needs a row that was thought about. Do
// not add to a row in order to make a build pass.
var policy = map[string]layer{
	".":                {library, nil, []string{ours("internal/golden")}},
	"article":          {library, nil, []string{cmp, ours("article"), ours("internal/arttest"), ours("internal/golden")}},
	"encoding":         {library, []string{"golang.org/x/text/...", ours("internal/cjk"), ours("internal/tables")}, []string{cmp, ours("encoding"), ours("internal/golden")}},
	"internal/cjk":     {library, nil, []string{cmp}},
	"internal/tables":  {library, nil, []string{cmp}},
	"internal/dom":     {library, []string{"golang.org/x/net/html/...", "github.com/andybalholm/cascadia"}, []string{cmp, ours("encoding"), ours("internal/golden")}},
	"internal/golden":  {tests, []string{cmp, ours("article")}, nil},
	"internal/arttest": {tests, []string{cmp, ours("article")}, nil},
	"parse": {
		library,
		[]string{ours("article"), ours("encoding"), ours("internal/dom"), ours("internal/cjk"), "golang.org/x/net/html/...", "github.com/PuerkitoBio/goquery"},
		[]string{cmp, ours("parse"), ours("internal/golden"), ours("internal/arttest"), ours("internal/cjk"), "golang.org/x/text/encoding/..."},
	},

	// Programs see the public packages only, as their readers do. Those with a
	// module of their own may need others' modules.
	"examples/...":         {program, []string{ours("article"), ours("encoding"), ours("parse"), foreign}, nil},
	"internal/browser":     {program, []string{ours("article"), ours("internal/arttest"), foreign}, []string{foreign}},
	"internal/compare/...": {program, []string{ours("article"), ours("encoding"), ours("parse"), foreign}, nil},
	"internal/foldgen":     {program, nil, nil},
	"internal/tables/gen":  {program, []string{"golang.org/x/text/..."}, nil},
}

// foreign stands for every module but this one.
const foreign = "..."

const cmp = "github.com/google/go-cmp/cmp"

func ours(folder string) string { return module + "/" + folder }

// barred are the packages of the standard library that no library file
// imports, but for those of allowedIn in the folders that it lists.
var barred = []string{
	"net/...", "os/...", "log/...", "syscall/...", "plugin", "unsafe", "reflect", "regexp/...", "runtime/...", "math/rand/...", "C",
}

var allowedIn = map[string][]string{"net/url": {"parse", "article"}}

// barredNames read the clock, which makes results differ from run to run, or
// print.
var barredNames = []string{
	"time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.Tick", "time.NewTimer", "time.NewTicker",
	"time.Local", "time.LoadLocation", "fmt.Print", "fmt.Printf", "fmt.Println",
}

// source is a Go file.
type source struct{ name, text string }

func TestArchitecture(t *testing.T) {
	folders := readFolders(t)
	unused := maps.Clone(policy)
	for folder, files := range folders {
		delete(unused, rowOf(folder))
		for _, v := range violations(folder, files) {
			t.Error(v)
		}
	}
	for row := range unused {
		t.Errorf("%s: a row of the policy without a folder", row)
	}
}

// rowOf returns the key of the policy that holds for a folder, "" if none.
func rowOf(folder string) string {
	if _, ok := policy[folder]; ok {
		return folder
	}
	for tree := folder; tree != "."; tree = path.Dir(tree) {
		if _, ok := policy[tree+"/..."]; ok {
			return tree + "/..."
		}
	}
	return ""
}

// readFolders reads all Go files of the repository, nested modules included.
func readFolders(t *testing.T) map[string][]source {
	t.Helper()
	folders := map[string][]source{}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		text, err := os.ReadFile(name)
		folder, file := path.Split(filepath.ToSlash(name))
		folder = path.Clean(folder)
		folders[folder] = append(folders[folder], source{file, string(text)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// violations returns what is wrong with the files of a folder.
func violations(folder string, files []source) (found []string) {
	l, ok := policy[rowOf(folder)]
	if !ok {
		return []string{folder + ": no row in the import policy"}
	}
	fset := token.NewFileSet()
	var lib []*ast.File
	for _, src := range files {
		f, err := parser.ParseFile(fset, path.Join(folder, src.name), src.text, parser.SkipObjectResolution)
		if err != nil {
			found = append(found, err.Error())
			continue
		}
		isTest := strings.HasSuffix(src.name, "_test.go")
		for _, i := range f.Imports {
			if name, _ := strconv.Unquote(i.Path.Value); !l.allows(folder, name, isTest) {
				found = append(found, fmt.Sprintf("%s: imports %s", fset.Position(i.Pos()), name))
			}
		}
		if !isTest && l.kind == library {
			lib = append(lib, f)
		}
	}
	return append(found, misdeeds(fset, lib)...)
}

func (l layer) allows(folder, name string, isTest bool) bool {
	first, _, _ := strings.Cut(name, "/")
	if strings.Contains(first, ".") { // not of the standard library
		return matches(l.lib, name) || isTest && matches(l.test, name)
	}
	return isTest || l.kind != library || !matches(barred, name) || slices.Contains(allowedIn[name], folder)
}

func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		if p == foreign {
			return name != module && !strings.HasPrefix(name, module+"/")
		}
		stem, tree := strings.CutSuffix(p, "/...")
		return name == stem || tree && strings.HasPrefix(name, stem+"/")
	})
}

// misdeeds returns what library code must not do besides importing: start by
// itself, run beside its caller, read the clock, keep state between calls.
func misdeeds(fset *token.FileSet, files []*ast.File) (found []string) {
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: noImports{}, Error: func(error) {}}
	pkg, _ := conf.Check("p", fset, files, info)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			what := ""
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					what = "func init"
				}
			case *ast.GoStmt:
				what = "go statement"
			case *ast.SelectorExpr:
				if s := types.ExprString(n); slices.Contains(barredNames, s) {
					what = s
				}
			case *ast.AssignStmt:
				what = stateIn(info, pkg, n.Lhs...)
			case *ast.IncDecStmt:
				what = stateIn(info, pkg, n.X)
			case *ast.RangeStmt:
				what = stateIn(info, pkg, n.Key, n.Value)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					what = stateIn(info, pkg, n.X)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.Ident); ok && len(n.Args) > 0 && slices.Contains([]string{"delete", "clear", "copy", "print", "println"}, f.Name) {
					what = stateIn(info, pkg, n.Args[0])
				}
			}
			if what != "" {
				found = append(found, fmt.Sprintf("%s: %s", fset.Position(n.Pos()), what))
			}
			return true
		})
	}
	return found
}

// stateIn names the first variable of the package that one of the expressions
// would change.
func stateIn(info *types.Info, pkg *types.Package, exprs ...ast.Expr) string {
	for _, e := range exprs {
		if id := root(e); id != nil {
			if v, ok := info.Uses[id].(*types.Var); ok && v.Parent() == pkg.Scope() {
				return "changes package-level " + id.Name
			}
		}
	}
	return ""
}

// root returns the variable that an addressable expression is a part of.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// noImports lets the type checker do without imported packages: it resolves
// what a package declares itself, which is all that is asked of it.
type noImports struct{}

func (noImports) Import(string) (*types.Package, error) { return nil, errors.New("not loaded") }

// TestViolations: the architecture test can fail.
func TestViolations(t *testing.T) {
	for _, c := range []struct{ folder, file, text, want string }{
		{"article", "a.go", `import "strings"`, ""},
		{"article", "a.go", `import "net/url"`, ""},
		{"article", "a.go", `import "net/http"`, "imports net/http"},
		{"article", "a.go", `import _ "reflect"`, "imports reflect"},
		{"article", "a.go", `import "` + module + `/encoding"`, "imports " + module + "/encoding"},
		{"article", "a.go", `import "` + cmp + `"`, "imports " + cmp},
		{"article", "a_test.go", `import "` + cmp + `"`, ""},
		{"article", "a_test.go", `import "` + module + `/parse"`, "imports " + module + "/parse"},
		{"encoding", "a.go", `import "net/url"`, "imports net/url"},
		{"encoding", "a.go", `import "golang.org/x/text/encoding/korean"`, ""},
		{"encoding", "a.go", `import "golang.org/x/textual"`, "imports golang.org/x/textual"},
		{"encoding", "a.go", `import "golang.org/x/net/html/charset"`, "imports golang.org/x/net/html/charset"},
		{"parse", "a.go", `import "golang.org/x/text/width"`, "imports golang.org/x/text/width"},
		{"parse", "a.go", `import "os/exec"`, "imports os/exec"},
		{"parse", "a.go", `import "log"`, "imports log"},
		{"parse", "a.go", `import "unsafe"`, "imports unsafe"},
		{"parse", "a_test.go", `import "os"`, ""},
		{"internal/tables/gen", "a.go", `import "os/exec"`, ""},
		{"internal/tables/gen", "a.go", `import "` + module + `/internal/cjk"`, "imports " + module + "/internal/cjk"},
		{"examples/parse", "a.go", `import "` + module + `/internal/cjk"`, "imports " + module + "/internal/cjk"},
		{"examples/new", "a.go", `import "github.com/a/b"`, ""},
		{"examples/new/sub", "a.go", `import "` + module + `/internal/dom"`, "imports " + module + "/internal/dom"},
		{"internal/foldgen", "a.go", `import "github.com/a/b"`, "imports github.com/a/b"},
		{"parse/new", "a.go", ``, "no row"},
		{"internal", "a.go", ``, "no row"},
		{"parse", "a.go", `import "time"; func f() time.Time { return time.Now() }`, "time.Now"},
		{"parse", "a.go", `func init() {}`, "func init"},
		{"parse", "a.go", `type t int; func (t) init() {}`, ""},
		{"parse", "a.go", `func f() { go f() }`, "go statement"},
		{"parse", "a_test.go", `func f() { go f() }`, ""},
		{"parse", "a.go", `var n int; func f() { n++ }`, "changes package-level n"},
		{"parse", "a.go", `var n int; func f() { n := 1; n++ }`, ""},
		{"parse", "a.go", `var m = map[int]int{}; func f() { m[1] = 2 }`, "changes package-level m"},
		{"parse", "a.go", `var m = map[int]int{}; func f() int { return m[1] }`, ""},
		{"parse", "a.go", `var m = map[int]int{}; func f() { delete(m, 1) }`, "changes package-level m"},
		{"parse", "a.go", `var s struct{ n [2]int }; func f() { p := &s.n[1]; *p = 1 }`, "changes package-level s"},
		{"parse", "a.go", `import "sync"; var p sync.Pool; func f() any { return p.Get() }`, ""},
		{"parse", "a.go", `func {`, "expected"},
	} {
		got := violations(c.folder, []source{{c.file, "package p; " + c.text}, {"b.go", "package p"}})
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: %s: %q", c.folder, c.text, got)
		case c.want != "" && (len(got) == 0 || !strings.Contains(got[0], c.want)):
			t.Errorf("%s: %s: found %q, want %q", c.folder, c.text, got, c.want)
		}
	}
}
