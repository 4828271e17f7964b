package parse_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/parse"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// recode turns a page in UTF-8 into one in a Chinese charset, label and all.
func recode(t *testing.T, src []byte, label string) []byte {
	t.Helper()
	enc := simplifiedchinese.GBK
	if label == "gb18030" {
		enc = simplifiedchinese.GB18030
	}
	s := strings.ReplaceAll(strings.ReplaceAll(string(src), "charset=utf-8", "charset="+label), `charset="utf-8"`, `charset="`+label+`"`)
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatalf("%s: %v", label, err)
	}
	return []byte(out)
}

// TestDocument holds the article from a tree that the caller built against the
// one from the bytes.
func TestDocument(t *testing.T) {
	for _, name := range []string{"people-2022-utf8", "163-2022-utf8", "gov-2021-utf8", "weixin-2023-utf8"} {
		src := string(readFile(t, pages+"/"+name+".html"))
		doc, err := goquery.NewDocumentFromReader(strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		before, err := doc.Html()
		if err != nil {
			t.Fatal(err)
		}
		got, err := parse.Document(doc, parse.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want, err := parse.HTML([]byte(src), parse.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(*want.Article, *got.Article); diff != "" {
			t.Errorf("%s: mismatch (-bytes +tree):\n%s", name, diff)
		}
		if after, _ := doc.Html(); after != before {
			t.Errorf("%s: Document changed the tree", name)
		}
	}
}
