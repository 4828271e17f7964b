package parse_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
	"github.com/zhnews/zhnews/parse"
)

// maxPage is the length in bytes of the longest page that is fuzzed.
const maxPage = 64 << 10

type reader func([]byte, parse.Options) (*parse.Result, error)

// checkRead checks the laws of reading: it ends in an article or a typed error,
// whatever it returns is valid, and the same bytes give the same result.
func checkRead(t testing.TB, name string, read reader, src []byte, o parse.Options) *parse.Result {
	t.Helper()
	before := bytes.Clone(src)
	res, err := read(src, o)
	finishes(t, name, res, err)
	again, err2 := read(src, o)
	if (err == nil) != (err2 == nil) || !reflect.DeepEqual(res, again) {
		t.Errorf("%s: two reads differ:\n%+v (%v)\n%+v (%v)", name, res, err, again, err2)
	}
	if !bytes.Equal(src, before) {
		t.Errorf("%s: the input was changed", name)
	}
	return res
}

func pageFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample pages: %v", err)
	}
	return files
}

func readPage(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestReadPages checks the laws on the sample pages, cut short at odd places
// too.
func TestReadPages(t *testing.T) {
	for _, file := range pageFiles(t) {
		src := readPage(t, file)
		for _, n := range []int{len(src), len(src)/2 + 1, 100, 1} {
			checkRead(t, file, parse.HTML, src[:min(n, len(src))], parse.Options{})
			checkRead(t, file+" as text", parse.Text, src[:min(n, len(src))], parse.Options{})
		}
	}
}

func FuzzParseHTML(f *testing.F) {
	for _, file := range pageFiles(f) {
		if src := readPage(f, file); len(src) <= maxPage {
			f.Add(src, "http://www.people.com.cn/1.html")
		}
	}
	f.Add([]byte(bridge), "")
	f.Add([]byte("<base href=//a><p>"+sentence+"<a href=2.html>2</a>"), "http://news.sina.com.cn/")
	for _, page := range hostile(300) {
		f.Add([]byte(page), "")
	}
	f.Fuzz(func(t *testing.T, src []byte, url string) {
		if len(src) > maxPage {
			t.Skip()
		}
		checkRead(t, "fuzz", parse.HTML, src, parse.Options{URL: url})
	})
}

func FuzzParseText(f *testing.F) {
	for seed := range uint64(20) {
		b, err := arttest.News(seed).Append(nil, article.Text)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{
		"江桥今日通车\n2022-09-05 来源：江岸日报\n\n　　" + sentence + "\n\n大家还在看\n1、远山晚报\n（完）\n编辑：张三",
		"首页 > 新闻\n\n江桥今日通车\r\n副题一\n副题二\n\n" + sentence + "\n相关新闻\n版权所有",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > maxPage {
			t.Skip()
		}
		checkRead(t, "fuzz", parse.Text, src, parse.Options{})
	})
}
