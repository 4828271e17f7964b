package zhnews_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/internal/golden"
)

// TestAPI compares the exported declarations of the public packages with
// testdata/api.txt, so that no change of them goes unseen. A change that is
// meant is written with ZHNEWS_UPDATE=1.
func TestAPI(t *testing.T) {
	var b bytes.Buffer
	folders := readFolders(t)
	for _, folder := range []string{"article", "encoding", "parse"} {
		b.WriteString("package " + ours(folder) + "\n")
		writeAPI(t, &b, folder, folders[folder])
	}
	golden.Compare(t, "testdata/api.txt", b.Bytes())
}

func writeAPI(t *testing.T, b *bytes.Buffer, folder string, sources []source) {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, src := range sources {
		if strings.HasSuffix(src.name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, src.name, src.text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	pkg, err := doc.NewFromFiles(fset, files, ours(folder))
	if err != nil {
		t.Fatal(err)
	}
	write := func(n ast.Node) {
		var decl bytes.Buffer
		if err := format.Node(&decl, fset, bare(n)); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n" + strings.ReplaceAll(decl.String(), "\n\n", "\n") + "\n")
	}
	values := func(list []*doc.Value) {
		for _, v := range list {
			write(v.Decl)
		}
	}
	funcs := func(list []*doc.Func) {
		for _, f := range list {
			write(f.Decl)
		}
	}
	values(pkg.Consts)
	values(pkg.Vars)
	funcs(pkg.Funcs)
	for _, typ := range pkg.Types {
		write(typ.Decl)
		values(typ.Consts)
		values(typ.Vars)
		funcs(typ.Funcs)
		funcs(typ.Methods)
	}
}

// bare takes comments, bodies and the texts of errors out of a declaration.
func bare(n ast.Node) ast.Node {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			n.Doc, n.Body = nil, nil
		case *ast.GenDecl:
			n.Doc = nil
		case *ast.TypeSpec:
			n.Doc, n.Comment = nil, nil
		case *ast.Field:
			n.Doc, n.Comment = nil, nil
		case *ast.ValueSpec:
			n.Doc, n.Comment = nil, nil
			if len(n.Values) == 1 && isErrorText(n.Values[0]) {
				n.Type, n.Values = ast.NewIdent("error"), nil
			}
		}
		return true
	})
	return n
}

func isErrorText(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	return ok && f.Sel.Name == "New"
}
