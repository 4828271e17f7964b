package parse_test

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/zhnews/zhnews/parse"
	"golang.org/x/net/html"
)

// sentence is running text of 32 characters.
const sentence = "江边的桥今天上午通车，两岸的居民步行走过桥面，有人带着孩子来看船。"

// bridge is an article as a page shows it. The tests change one thing of it.
const bridge = `<title>江桥今日通车两岸往来方便_江岸网</title><h1>江桥今日通车两岸往来方便</h1><p>2022-09-05 22:03 来源：江岸日报</p>
<div><p>` + sentence + "</p><p>" + sentence + "</p><p>" + sentence + "</p></div>"

// with replaces the part of the page that begins with old, which must be there.
func with(t testing.TB, old, new string) string {
	t.Helper()
	if !strings.Contains(bridge, old) {
		t.Fatalf("the page holds no %q", old)
	}
	return strings.Replace(bridge, old, new, 1)
}

func nested(depth int) *goquery.Document {
	root := &html.Node{Type: html.DocumentNode}
	for n := root; depth > 1; depth-- {
		c := &html.Node{Type: html.ElementNode, Data: "div"}
		n.AppendChild(c)
		n = c
	}
	return goquery.NewDocumentFromNode(root)
}

func wide(nodes int) *goquery.Document {
	root := &html.Node{Type: html.DocumentNode}
	for ; nodes > 1; nodes-- {
		root.AppendChild(&html.Node{Type: html.TextNode, Data: "甲"})
	}
	return goquery.NewDocumentFromNode(root)
}

// TestErrors reaches every sentinel from the public functions.
func TestErrors(t *testing.T) {
	const url = "http://www.example.cn/1.html"
	ofHTML := func(src string, o parse.Options) func() (*parse.Result, error) {
		return func() (*parse.Result, error) { return parse.HTML([]byte(src), o) }
	}
	ofText := func(src string, o parse.Options) func() (*parse.Result, error) {
		return func() (*parse.Result, error) { return parse.Text([]byte(src), o) }
	}
	ofDocument := func(doc *goquery.Document, o parse.Options) func() (*parse.Result, error) {
		return func() (*parse.Result, error) { return parse.Document(doc, o) }
	}
	large := strings.Repeat(" ", parse.DefaultMaxBytes+1)
	for _, c := range []struct {
		name  string
		call  func() (*parse.Result, error)
		want  error
		stage string
		text  string
	}{
		{"HTML of nothing", ofHTML("", parse.Options{}), parse.ErrEmpty, "input", "parse: input: empty input"},
		{"HTML of nothing with address", ofHTML("", parse.Options{URL: url}), parse.ErrEmpty, "input", "parse: " + url + ": input: empty input"},
		{"HTML of white space", ofHTML(" \t\r\n\u3000\u00a0", parse.Options{}), parse.ErrEmpty, "input", "parse: input: empty input"},
		{"HTML of a byte order mark", ofHTML("\xff\xfe \x00", parse.Options{}), parse.ErrEmpty, "input", "parse: input: empty input"},
		{"HTML over the default", ofHTML(large, parse.Options{}), parse.ErrTooLarge, "input", "parse: input: input too large"},
		{"HTML over the limit", ofHTML(bridge, parse.Options{MaxBytes: len(bridge) - 1}), parse.ErrTooLarge, "input", ""},
		{"HTML at the limit", ofHTML(bridge, parse.Options{MaxBytes: len(bridge)}), nil, "", ""},
		{"HTML without limit", ofHTML(large+bridge, parse.Options{MaxBytes: -1}), nil, "", ""},
		{"HTML of a picture", ofHTML("\x89PNG\r\n\x1a\n"+strings.Repeat("\x00\x01\xfe\x80IDAT", 500), parse.Options{}), parse.ErrNotText, "decode", "parse: decode: not text"},
		{"HTML of zero bytes", ofHTML(strings.Repeat("\x00", 500), parse.Options{}), parse.ErrNotText, "decode", ""},
		{"Text of a picture", ofText("\x89PNG\r\n\x1a\n"+strings.Repeat("\x00\x01\xfe\x80IDAT", 500), parse.Options{}), parse.ErrNotText, "decode", ""},
		{"HTML of no article", ofHTML("<h1>江岸网</h1><a href=/>首页</a>", parse.Options{}), parse.ErrNoArticle, "extract", "parse: extract: no article on the page"},
		{"HTML with an article", ofHTML(bridge, parse.Options{}), nil, "", ""},
		{"strict HTML without problems", ofHTML(bridge, parse.Options{Strict: true}), nil, "", ""},
		{"Text of nothing", ofText("", parse.Options{}), parse.ErrEmpty, "input", ""},
		{"Text of white space", ofText(" \n\n ", parse.Options{}), parse.ErrEmpty, "input", ""},
		{"Text over the limit", ofText("江桥今日通车", parse.Options{MaxBytes: 4}), parse.ErrTooLarge, "input", ""},
		{"Text of no article", ofText("首页\n登录", parse.Options{}), parse.ErrNoArticle, "extract", ""},
		{"Text with an article", ofText("江桥今日通车\n2022-09-05 来源：江岸日报\n\n　　"+sentence+"\n\n　　"+sentence+"\n", parse.Options{}), nil, "", ""},
		{"Document of nothing", ofDocument(nil, parse.Options{}), parse.ErrEmpty, "input", ""},
		{"Document without nodes", ofDocument(&goquery.Document{Selection: &goquery.Selection{}}, parse.Options{}), parse.ErrEmpty, "input", ""},
		{"Document too deep", ofDocument(nested(parse.MaxDepth+1), parse.Options{}), parse.ErrTooDeep, "markup", "parse: markup: tree nested too deep"},
		{"Document deep", ofDocument(nested(parse.MaxDepth), parse.Options{}), parse.ErrNoArticle, "extract", ""},
		{"HTML of too many nodes without an article", ofHTML(strings.Repeat("<br>", 300_000), parse.Options{}), parse.ErrTooLarge, "markup", ""},
		{"Document too large", ofDocument(wide(600_000), parse.Options{URL: url}), parse.ErrTooLarge, "markup", "parse: " + url + ": markup: input too large"},
	} {
		res, err := c.call()
		if res == nil || res.Article == nil {
			t.Fatalf("%s: result %v", c.name, res)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
			continue
		}
		if c.want == nil {
			continue
		}
		var pe *parse.Error
		if !errors.As(err, &pe) || pe.Stage != c.stage {
			t.Errorf("%s: %#v, want a *parse.Error of stage %q", c.name, err, c.stage)
		}
		if c.text != "" && err.Error() != c.text {
			t.Errorf("%s: %q, want %q", c.name, err, c.text)
		}
	}
}

// TestNoise: noise of any size is refused, and that of a large file is not told
// byte by byte.
func TestNoise(t *testing.T) {
	for size, told := range map[int]bool{1 << 10: true, 4 << 20: false} {
		res, err := parse.HTML([]byte(strings.Repeat("\x80\xff\xc1\xb8", size/4)), parse.Options{})
		if !errors.Is(err, parse.ErrNotText) || len(res.Decoded.Damage) > 0 != told || res.Charset.Charset != "" {
			t.Errorf("%d bytes: %d damages, charset %q, error %v", size, len(res.Decoded.Damage), res.Charset.Charset, err)
		}
	}
}

// TestNoArticleResult: without an article the result still tells what was found
// out, and why.
func TestNoArticleResult(t *testing.T) {
	res, err := parse.HTML([]byte("<meta charset=gbk><h1>\xbd\xad\xb0\xb6\xcd\xf8</h1>"), parse.Options{URL: "http://www.example.cn/"})
	if !errors.Is(err, parse.ErrNoArticle) {
		t.Fatalf("error %v", err)
	}
	if res.Charset.Charset != "gbk" || res.Confidence >= 0.5 {
		t.Errorf("charset %q, confidence %v", res.Charset.Charset, res.Confidence)
	}
	if n := len(res.Problems); n == 0 || res.Problems[n-1].Code != parse.CodeNotArticle || res.Problems[n-1].Detail == "" {
		t.Errorf("problems %+v", res.Problems)
	}
}

// TestProblems reaches the codes of problems, each by one change of a page that
// has none.
func TestProblems(t *testing.T) {
	now := time.Date(2022, 9, 6, 10, 30, 0, 0, time.FixedZone("", 8*60*60))
	unreached := codes(t)
	delete(unreached, parse.CodeNotArticle) // TestNoArticleResult
	delete(unreached, parse.CodeBodyShort)  // TestShortText
	for _, c := range []struct {
		code  parse.Code
		field parse.Field
		page  string
		o     parse.Options
	}{
		{"", "", bridge, parse.Options{}},
		{"", "", bridge, parse.Options{URL: "http://www.example.cn/1.html"}},
		{"", "", with(t, "2022-09-05", "昨天"), parse.Options{Now: now}},
		{parse.CodeCharsetUnknown, parse.FieldPage, bridge, parse.Options{ContentType: `text/html; charset="klingon"`}},
		{parse.CodeCharsetMismatch, parse.FieldPage, "<meta charset=big5>" + bridge, parse.Options{}},
		{parse.CodeCharsetMismatch, parse.FieldPage, bridge, parse.Options{ContentType: "text/html; charset=gbk"}},
		{parse.CodeCharsetDamage, parse.FieldPage, with(t, "居民", "居\xff民"), parse.Options{}},
		{parse.CodeTextDamage, parse.FieldPage, with(t, "居民", "锟斤拷锟斤拷居民"), parse.Options{}},
		{parse.CodeTooLarge, parse.FieldPage, bridge + strings.Repeat("<br>", 600_000), parse.Options{}},
		{parse.CodeTooLarge, parse.FieldPage, with(t, "</h1>", "</h1>"+strings.Repeat("<p>2022-09-05 08:30 来源：江岸日报</p>", 6000)), parse.Options{}},
		{parse.CodeTooLarge, parse.FieldCredits, with(t, "居民", "居民"+strings.Repeat("（记者张三）", 2000)), parse.Options{}},
		{parse.CodeURLInvalid, parse.FieldBody, with(t, "<div>", "<div><img src='http://a b/%zz.jpg'>"), parse.Options{URL: "http://www.example.cn/1.html"}},
		{parse.CodeURLRelative, parse.FieldBody, with(t, "<div>", "<div><img src=bridge.jpg>"), parse.Options{}},
		{parse.CodeTitleMissing, parse.FieldTitle, strings.Replace(with(t, "<h1>江桥今日通车两岸往来方便</h1>", ""), "<title>江桥今日通车两岸往来方便_江岸网</title>", "", 1), parse.Options{}},
		{parse.CodeTitleFromMeta, parse.FieldTitle, "<meta property=og:title content=江桥今日通车两岸往来方便>" + with(t, "<h1>江桥今日通车两岸往来方便</h1>", ""), parse.Options{}},
		{parse.CodeBodyScript, parse.FieldBody, `<title>江桥今日通车两岸往来方便_江岸网</title><script type="application/ld+json">{"@type": "NewsArticle",
			"headline": "江桥今日通车两岸往来方便", "datePublished": "2022-09-05T22:03:00+08:00", "articleBody": "` + strings.Repeat(sentence+`\n`, 4) + `"}</script>`, parse.Options{}},
		{parse.CodePublishedMissing, parse.FieldPublished, with(t, "2022-09-05 22:03 ", ""), parse.Options{}},
		{parse.CodePublishedConflict, parse.FieldPublished, "<meta name=publishdate content=2022-09-01>" + bridge, parse.Options{}},
		{parse.CodePublishedModified, parse.FieldPublished, with(t, "2022-09-05", "更新时间：2022-09-05"), parse.Options{}},
		{parse.CodeTimeImpossible, parse.FieldPublished, with(t, "2022-09-05", "2022-02-30"), parse.Options{}},
		{parse.CodeTimeVague, parse.FieldPublished, with(t, "2022-09-05", "昨天"), parse.Options{}},
		{parse.CodeSourceConflict, parse.FieldSource, "<meta name=source content=远山晚报>" + bridge, parse.Options{}},
		{parse.CodeSourceConflict, parse.FieldSource, with(t, "来源：江岸日报", "江岸日报") + "<p>来源：远山晚报</p>", parse.Options{}},
		{parse.CodeBodyHidden, parse.FieldBody, with(t, "<div>", "<div style='display:none'>"), parse.Options{}},
		{parse.CodeProfileMiss, parse.FieldBody, bridge, parse.Options{URL: "http://www.people.com.cn/1.html"}},
	} {
		delete(unreached, c.code)
		res, err := parse.HTML([]byte(c.page), c.o)
		if err != nil {
			t.Errorf("%s: %v", c.code, err)
			continue
		}
		if c.code == "" {
			if len(res.Problems) > 0 {
				t.Errorf("problems of a page without: %+v", res.Problems)
			}
			continue
		}
		if len(res.Problems) == 0 || res.Problems[0].Code != c.code || res.Problems[0].Field != c.field {
			t.Errorf("problems %+v, want %s of %s", res.Problems, c.code, c.field)
		}
		c.o.Strict = true
		_, err = parse.HTML([]byte(c.page), c.o)
		var pe *parse.Error
		if !errors.As(err, &pe) || pe.Stage != "strict" || !strings.Contains(err.Error(), string(c.code)) {
			t.Errorf("%s: strict error %v", c.code, err)
		}
	}
	for code := range unreached {
		t.Errorf("no page has the problem %s", code)
	}
}

// codes reads the codes of problems out of the source.
func codes(t *testing.T) map[parse.Code]bool {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "result.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	found := map[parse.Code]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 && strings.HasPrefix(v.Names[0].Name, "Code") {
			text, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			found[parse.Code(text)] = true
		}
		return true
	})
	if len(found) == 0 {
		t.Fatal("no codes in result.go")
	}
	return found
}

func TestShortText(t *testing.T) {
	text := "江桥今日通车\n2022-09-05 来源：江岸日报\n\n　　" + sentence + "\n"
	res, err := parse.Text([]byte(text), parse.Options{})
	if err != nil || len(res.Problems) != 1 || res.Problems[0].Code != parse.CodeBodyShort {
		t.Errorf("problems %+v, error %v", res.Problems, err)
	}
	if _, err := parse.Text([]byte(text), parse.Options{Strict: true}); err == nil || !strings.Contains(err.Error(), string(parse.CodeBodyShort)) {
		t.Errorf("strict error %v", err)
	}
}

// TestSourceIsNotKept: the caller may use the bytes again.
func TestSourceIsNotKept(t *testing.T) {
	for name, read := range map[string]func([]byte, parse.Options) (*parse.Result, error){"HTML": parse.HTML, "Text": parse.Text} {
		src := []byte(bridge)
		if name == "Text" {
			src = []byte("江桥今日通车\n2022-09-05 来源：江岸日报\n\n　　" + sentence + "\n\n　　" + sentence + "\n")
		}
		before := bytes.Clone(src)
		res, err := read(src, parse.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(src, before) {
			t.Errorf("%s changed its input", name)
		}
		clear(src)
		if a := res.Article; !strings.HasPrefix(a.Title, "江桥今日通车") || len(a.Body) == 0 || a.Body[0].Text != sentence {
			t.Errorf("%s keeps its input: %+v", name, a)
		}
	}
}

// TestDocumentIsNotChanged: a tree that the caller holds stays as it is, and is
// read like the page that it was made from.
func TestDocumentIsNotChanged(t *testing.T) {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(bridge))
	if err != nil {
		t.Fatal(err)
	}
	before, err := doc.Html()
	if err != nil {
		t.Fatal(err)
	}
	res, err := parse.Document(doc, parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := doc.Html(); after != before {
		t.Errorf("the tree was changed:\n%s\nwas\n%s", after, before)
	}
	want, err := parse.HTML([]byte(bridge), parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !res.Article.Equal(want.Article) {
		t.Errorf("Document reads %+v, HTML %+v", res.Article, want.Article)
	}
}
