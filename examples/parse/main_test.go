package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

const sentence = "江边的桥今天上午通车，两岸的居民步行走过桥面，有人带着孩子来看船。"

// write makes files of the test and returns the path of each.
func write(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	dir, paths := t.TempDir(), map[string]string{}
	for name, text := range files {
		paths[name] = filepath.Join(dir, name)
		if err := os.WriteFile(paths[name], []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	paths["missing.html"] = filepath.Join(dir, "missing.html")
	return paths
}

func inputs(t *testing.T) map[string]string {
	t.Helper()
	body := strings.Repeat("<p>"+sentence+"</p>", 3)
	return write(t, map[string]string{
		"good.html":  "<title>江桥今日通车两岸往来方便</title><h1>江桥今日通车两岸往来方便</h1><p>2022-09-05 来源：江岸日报</p><div>" + body + "<a href=2.html>2</a></div>",
		"good.txt":   "江桥今日通车\n2022-09-05 来源：江岸日报\n\n　　" + sentence + "\n\n　　" + sentence + "\n",
		"home.html":  "<title>江岸网</title><a href=/>首页</a>",
		"empty.html": "",
		"vague.html": "<title>江桥今日通车两岸往来方便</title><h1>江桥今日通车两岸往来方便</h1><p>昨天 22:03 来源：江岸日报</p><div>" + body + "</div>",
	})
}

// output runs the command and splits what it prints as JSON.
func output(t *testing.T, o options, files ...string) (lines []line, ok bool) {
	t.Helper()
	o.show = printJSON
	var b bytes.Buffer
	ok = run(&b, files, o)
	for text := range strings.Lines(b.String()) {
		var l line
		dec := json.NewDecoder(strings.NewReader(text))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&l); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		lines = append(lines, l)
	}
	return lines, ok
}

// TestRunJSON: one line for each file, in order. That a page is no article is a
// result; that a file cannot be read is a failure.
func TestRunJSON(t *testing.T) {
	in := inputs(t)
	for _, c := range []struct {
		file, title, code, problem string
		ok                         bool
	}{
		{"good.html", "江桥今日通车两岸往来方便", "", "", true},
		{"good.txt", "江桥今日通车", "", "", true},
		{"vague.html", "江桥今日通车两岸往来方便", "", "time.vague", true},
		{"home.html", "", "no-article", "page.not-article", true},
		{"empty.html", "", "empty", "", true},
		{"missing.html", "", "not-found", "", false},
	} {
		lines, ok := output(t, options{url: "http://www.example.cn/1.html"}, in[c.file])
		if len(lines) != 1 || ok != c.ok {
			t.Errorf("%s: %d lines, %v; want 1, %v", c.file, len(lines), ok, c.ok)
			continue
		}
		l := lines[0]
		if l.File != in[c.file] || l.Code != c.code || (l.Error == "") != (c.code == "") {
			t.Errorf("%s: file %q, code %q, error %q; want code %q", c.file, l.File, l.Code, l.Error, c.code)
		}
		if (l.Article == nil) != (c.title == "") || l.Article != nil && l.Article.Title != c.title {
			t.Errorf("%s: article %+v, want title %q", c.file, l.Article, c.title)
		}
		if c.title != "" && (l.Charset != "utf-8" || l.Confidence < 0.5) {
			t.Errorf("%s: charset %q, confidence %v", c.file, l.Charset, l.Confidence)
		}
		if c.problem != "" && (len(l.Problems) == 0 || string(l.Problems[0].Code) != c.problem) {
			t.Errorf("%s: problems %+v, want %s", c.file, l.Problems, c.problem)
		}
	}
	lines, ok := output(t, options{show: printReader}, in["missing.html"], in["good.html"], in["home.html"])
	if len(lines) != 3 || ok {
		t.Errorf("%d lines, %v; want 3, false: a failure does not end the run", len(lines), ok)
	}
	if _, ok := output(t, options{show: printReader}, in["good.html"], in["home.html"]); !ok {
		t.Error("a page that is no article is a failure")
	}
}

// TestRunSample: without files the embedded page is read, as a page of its
// portal.
func TestRunSample(t *testing.T) {
	lines, ok := output(t, options{show: printReader})
	if len(lines) != 1 || !ok || lines[0].Article == nil {
		t.Fatalf("%+v, %v", lines, ok)
	}
	l := lines[0]
	if a := l.Article; a.Title == "" || a.Published.Precision == "" || a.Source.Name == "" || len(a.Credits) == 0 || len(a.Body) < 3 || len(a.Related) == 0 {
		t.Errorf("sample page: %+v", a)
	}
	if l.Charset != "gbk" || l.Profile == "" || len(l.Problems) > 0 {
		t.Errorf("charset %q, profile %q, problems %+v", l.Charset, l.Profile, l.Problems)
	}
	if lines, _ := output(t, options{profiles: parse.NoProfiles()}); lines[0].Profile != "" {
		t.Errorf("profile %q, though profiles are off", lines[0].Profile)
	}
}

// TestMain runs the command itself where TestExit asks for it.
func TestMain(m *testing.M) {
	if os.Getenv("RUN_PARSE") == "1" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestExit(t *testing.T) {
	in := inputs(t)
	for _, c := range []struct {
		args string
		want int
	}{
		{"", 0},
		{in["good.html"] + " " + in["home.html"], 0},
		{"-format json " + in["empty.html"], 0},
		{in["missing.html"] + " " + in["good.html"], 1},
		{"-format xml " + in["good.html"], 2},
		{"-urls " + in["missing.html"] + " " + in["good.html"], 2},
		{"-nosuch", 2},
	} {
		cmd := exec.Command(os.Args[0], strings.Fields(c.args)...)
		cmd.Env = append(os.Environ(), "RUN_PARSE=1")
		err := cmd.Run()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if got := cmd.ProcessState.ExitCode(); got != c.want {
			t.Errorf("parse %s: exit status %d, want %d", c.args, got, c.want)
		}
	}
}

// TestURLs: the table of addresses goes before -url.
func TestURLs(t *testing.T) {
	in := inputs(t)
	table := filepath.Join(t.TempDir(), "urls.tsv")
	if err := os.WriteFile(table, []byte("good.html\thttp://www.river.example/x/1.html\r\nno tab\nother.html\thttp://a.example/\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	urls, err := readTable(table)
	if err != nil || len(urls) != 2 {
		t.Fatalf("%v, %v", urls, err)
	}
	lines, _ := output(t, options{url: "http://other.example/", urls: urls}, in["good.html"])
	if got := lines[0].Article.URL; got != "http://www.river.example/x/1.html" {
		t.Errorf("address %q", got)
	}
	if _, err := readTable(in["missing.html"]); err == nil {
		t.Error("a missing table is no error")
	}
}

// TestRunReader: what a person sees.
func TestRunReader(t *testing.T) {
	in := inputs(t)
	var b bytes.Buffer
	if !run(&b, []string{in["good.html"], in["home.html"]}, options{show: printReader, evidence: true}) {
		t.Error("not ok")
	}
	for _, want := range []string{"江桥今日通车两岸往来方便\n", "江岸日报", sentence, "charset utf-8", "no article on the page", "problem: page.not-article", "title ", "confidence"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "{") {
		t.Errorf("JSON for a reader:\n%s", b.String())
	}
}

// TestPrintArticle: every kind of block and field has its place.
func TestPrintArticle(t *testing.T) {
	a := &article.Article{
		Kicker: "引题", Title: "主题", Subtitle: "副题", Site: "江岸网", Section: []string{"新闻", "国内"},
		Published: article.Time{Raw: "2022-09-05"}, Source: article.Source{Name: "江岸日报"}, Summary: "摘要",
		Credits: []article.Credit{{Role: article.RoleReporter, Label: "记者", Name: "赵望", Org: "江岸社"}},
		Body: []article.Block{
			{Type: article.Paragraph, Text: "段落"}, {Type: article.Heading, Level: 3, Text: "小标题"}, {Type: article.Quote, Text: "引文"},
			{Type: article.Image, Src: "http://a.example/1.jpg", Caption: "图说"}, {Type: article.List, Items: []string{"一", "二"}},
			{Type: article.Table, Rows: [][]string{{"甲", "乙"}, {"丙", "丁"}}},
		},
		Related: []article.RelatedLink{{Group: "大家还在看", Title: "旧闻", URL: "http://a.example/2"}},
		Notices: []string{"声明\n二行"}, Next: []string{"http://a.example/3"},
	}
	var b bytes.Buffer
	printArticle(&b, a)
	want := `引题
主题
副题
· 江岸网
· 新闻 > 国内
· 2022-09-05
· 江岸日报
· 记者 江岸社 赵望 (reporter)

[摘要]

　　段落

### 小标题

> 引文

[image http://a.example/1.jpg] 图说

- 一
- 二

甲 | 乙
丙 | 丁

大家还在看
- 旧闻 http://a.example/2

※ 声明 二行
next page: http://a.example/3
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
