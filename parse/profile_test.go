package parse

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/zhnews/zhnews/encoding"
)

// TestProfiles: every built-in profile says on which sample pages it was tried,
// and they are there.
func TestProfiles(t *testing.T) {
	p := DefaultProfiles()
	names := p.Names()
	if len(names) == 0 || !slices.IsSorted(names) {
		t.Fatalf("names %q", names)
	}
	all := map[*profile]bool{}
	for host, pr := range p.byHost {
		all[pr] = true
		for _, address := range []string{"http://" + host + "/", "https://www." + host + ":8080/a/1.html", "HTTP://NEWS." + strings.ToUpper(host)} {
			if name, ok := p.Match(address); !ok || name != pr.name && p.byHost["www."+host] == nil && p.byHost["news."+host] == nil {
				t.Errorf("Match(%q) = %q, %v; want %q", address, name, ok, pr.name)
			}
		}
		for _, address := range []string{"http://x" + host + "/", "http://" + host + ".example/", "http://example.com/" + host, host} {
			if name, ok := p.Match(address); ok && name == pr.name {
				t.Errorf("Match(%q) = %q", address, name)
			}
		}
	}
	for _, pr := range p.marked {
		all[pr] = true
	}
	if len(all) != len(names) {
		t.Errorf("%d profiles can be found of %d", len(all), len(names))
	}
	for pr := range all {
		if len(pr.pages) == 0 {
			t.Errorf("%s: no sample pages", pr.name)
		}
		for _, page := range pr.pages {
			if _, err := os.Stat("../testdata/pages/" + page + ".html"); err != nil {
				t.Errorf("%s: %v", pr.name, err)
			}
		}
	}
}

// files is a copy of the built-in phrases and the given files of sites, by
// their names.
func files(t testing.TB, sites map[string]string) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	list, err := fs.Glob(builtin, "phrases/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range list {
		data, err := fs.ReadFile(builtin, name)
		if err != nil {
			t.Fatal(err)
		}
		m[name] = &fstest.MapFile{Data: data}
	}
	for name, text := range sites {
		m["sites/"+name+".json"] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestMatch(t *testing.T) {
	p, err := LoadProfiles(files(t, map[string]string{
		"river":  `{"name": "river", "hosts": ["river.example", "river.com.example"], "body": ["#a"]}`,
		"sports": `{"name": "sports", "hosts": ["sports.river.example"], "body": ["#a"]}`,
		"marked": `{"name": "marked", "marks": ["meta[name=generator]"], "body": ["#a"]}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Names(); !slices.Equal(got, []string{"marked", "river", "sports"}) {
		t.Errorf("names %q", got)
	}
	for address, want := range map[string]string{
		"http://river.example/1.html":          "river",
		"https://news.river.example":           "river",
		"//a.b.c.river.example/x":              "river",
		" http://river.example/ ":              "river",
		"http://River.Example:81/":             "river",
		"http://sports.river.example/":         "sports",
		"http://live.sports.river.example/":    "sports",
		"http://esports.river.example/":        "river",
		"http://river.com.example/":            "river",
		"http://myriver.example/":              "",
		"http://river.example.org/":            "",
		"http://example/":                      "",
		"http://a.example/?u=river.example":    "",
		"http://river.example@other.example/":  "",
		"river.example/1.html":                 "",
		"":                                     "",
		"::":                                   "",
		"http://%zz/":                          "",
		"http://" + strings.Repeat("a.", 4000): "",
	} {
		name, ok := p.Match(address)
		if name != want || ok != (want != "") {
			t.Errorf("Match(%.60q) = %q, %v; want %q", address, name, ok, want)
		}
	}
}

// TestNamesIsACopy: profiles are read-only once loaded.
func TestNamesIsACopy(t *testing.T) {
	p := DefaultProfiles()
	want := p.Names()[0]
	p.Names()[0] = "changed"
	if got := p.Names()[0]; got != want {
		t.Errorf("the names can be changed: %q", got)
	}
}

func TestLoadProfilesErrors(t *testing.T) {
	const site = "sites/a.json"
	for _, c := range []struct{ file, text, key, want string }{
		{site, ``, "", "EOF"},
		{site, `[]`, "", "cannot unmarshal"},
		{site, `{"name": "a"`, "", "unexpected EOF"},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "titel": ["h1"]}`, "", `unknown field "titel"`},
		{site, `{"name": "a", "hosts": ["a.example"], "body": "p"}`, "", "cannot unmarshal"},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"]} {}`, "", "text behind the object"},
		{site, `{"name": "b", "hosts": ["a.example"], "body": ["p"]}`, "name", "not the file's name"},
		{site, `{"hosts": ["a.example"], "body": ["p"]}`, "name", "not the file's name"},
		{site, `{"name": "a", "body": ["p"]}`, "hosts", "neither hosts nor marks"},
		{site, `{"name": "a", "hosts": [""], "body": ["p"]}`, "hosts", "no host name"},
		{site, `{"name": "a", "hosts": ["A.example"], "body": ["p"]}`, "hosts", "no host name"},
		{site, `{"name": "a", "hosts": ["http://a.example"], "body": ["p"]}`, "hosts", "no host name"},
		{site, `{"name": "a", "hosts": ["a.example:80"], "body": ["p"]}`, "hosts", "no host name"},
		{site, `{"name": "a", "hosts": ["a.example", "a.example"], "body": ["p"]}`, "hosts", "belongs to a"},
		{site, `{"name": "a", "hosts": ["other.example"], "body": ["p"]}`, "", ""}, // and other.json follows
		{site, `{"name": "a", "hosts": ["a.example"]}`, "body", "no layout with a body"},
		{site, `{"name": "a", "hosts": ["a.example"], "layouts": []}`, "body", "no layout with a body"},
		{site, `{"name": "a", "hosts": ["a.example"], "layouts": [{"title": ["h1"]}]}`, "layouts[0].body", "no selector"},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "charset": "klingon"}`, "charset", "unknown charset"},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["div["]}`, "layouts[0].body", `"div["`},
		{site, `{"name": "a", "hosts": ["a.example"], "body": [""]}`, "layouts[0].body", `""`},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "title": ["h1", "p:eq(0)"]}`, "layouts[0].title", `"p:eq(0)"`},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "published": ["meta@"]}`, "layouts[0].published", "no attribute"},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "drop": ["..x"]}`, "layouts[0].drop", `"..x"`},
		{site, `{"name": "a", "hosts": ["a.example"], "body": ["p"], "layouts": [{"body": ["p"], "next": ["a:first"]}]}`, "layouts[1].next", `"a:first"`},
		{site, `{"name": "a", "marks": ["p >"], "body": ["p"]}`, "marks", `"p >"`},

		{"phrases/roles.txt", "# ok\n编辑\teditor\n记者", "line 3", "fields"},
		{"phrases/roles.txt", "编辑\tboss", "line 1", `unknown role "boss"`},
		{"phrases/roles.txt", "编辑\teditor\tinfix", "line 1", `unknown form "infix"`},
		{"phrases/roles.txt", "编辑\teditor\tprefix\tx", "line 1", "fields"},
		{"phrases/labels.txt", "source\t来源\nsauce\t来源", "line 2", `unknown field "sauce"`},
		{"phrases/labels.txt", "来源", "line 1", "fields"},
		{"phrases/headings.txt", "end\t相关阅读", "line 1", `unknown kind "end"`},
		{"phrases/headings.txt", "相关阅读", "line 1", "fields"},
		{"phrases/notices.txt", "all\t版权所有", "line 1", `unknown kind "all"`},
		{"phrases/notices.txt", "版权所有", "line 1", "fields"},
		{"phrases/nonames.txt", "佚名\t匿名", "line 1", "fields"},
		{"phrases/outlets.txt", "日报", "line 1", "fields"},
		{"phrases/outlets.txt", "日报\t晚报", "line 1", `unknown kind "日报"`},
		{"phrases/refusals.txt", "登录\t注册", "line 1", "fields"},
		{"phrases/classes.txt", "menu\tnav", "line 1", `unknown hint "menu"`},
		{"phrases/classes.txt", "nav", "line 1", "fields"},
		{"phrases/surnames.txt", "rare\t赵", "line 1", "common or other"},
		{"phrases/places.txt", "江岸\t桥头", "line 1", "fields"},
		{"phrases/surnames.txt", strings.Repeat("赵 ", 64<<10), "", "token too long"},
	} {
		m := files(t, map[string]string{"other": `{"name": "other", "hosts": ["other.example"], "body": ["p"]}`})
		m[c.file] = &fstest.MapFile{Data: []byte(c.text)}
		want := ProfileError{File: c.file, Key: c.key}
		if c.want == "" {
			want, c.want = ProfileError{File: "sites/other.json", Key: "hosts"}, "belongs to a"
		}
		p, err := LoadProfiles(m)
		var pe *ProfileError
		switch {
		case p != nil || !errors.As(err, &pe):
			t.Errorf("%s: %.80q: %v, error %v; want a *ProfileError", c.file, c.text, p, err)
		case pe.File != want.File || pe.Key != want.Key || !strings.Contains(pe.Err.Error(), c.want):
			t.Errorf("%s: %.80q: file %q, key %q, error %v; want %q, %q, %q", c.file, c.text, pe.File, pe.Key, pe.Err, want.File, want.Key, c.want)
		}
	}
	m := files(t, nil)
	delete(m, "phrases/labels.txt")
	if _, err := LoadProfiles(m); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without labels.txt: %v", err)
	}
	if _, err := LoadProfiles(files(t, map[string]string{"a": `{"name": "a", "hosts": ["a.example"], "body": ["p"], "charset": "klingon"}`})); !errors.Is(err, encoding.ErrUnknownCharset) {
		t.Errorf("unknown charset: %v", err)
	}
}

func TestProfileErrorText(t *testing.T) {
	for _, c := range []struct {
		err  ProfileError
		want string
	}{
		{ProfileError{File: "sites/a.json", Err: fs.ErrNotExist}, "parse: sites/a.json: file does not exist"},
		{ProfileError{File: "phrases/roles.txt", Key: "line 3", Err: fs.ErrInvalid}, "parse: phrases/roles.txt: line 3: invalid argument"},
	} {
		if got := c.err.Error(); got != c.want || !errors.Is(&c.err, c.err.Err) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// riverPage is a page of a portal that its profile knows. Its second headline
// and date are the ones that generic rules would not take.
const riverPage = `<title>江桥今日通车_江岸网</title><meta name=generator content=river>
<h1>江岸网新闻频道首页要闻</h1><div class=head><span class=t>江桥今日通车两岸往来方便</span><i class=d>2022-09-05 22:03</i><b class=s>江岸日报</b></div>
<div class=BODY><p>江边的桥今天上午通车，两岸的居民步行走过桥面，有人带着孩子来看船。</p><p class=ad>下载江岸网客户端，随时随地看江景，还有大奖等你来拿，快来参加吧。</p>
<p>桥长三公里，双向六车道，工程用了四年，比原计划早了两个月，居民都说方便。</p></div>`

// TestLayouts: the first layout whose body is on the page is used, whole.
func TestLayouts(t *testing.T) {
	p, err := LoadProfiles(files(t, map[string]string{
		"river": `{"name": "river", "hosts": ["river.example"], "marks": ["meta[name=generator][content=river]"], "layouts": [
			{"layout": "old", "body": ["#text"], "title": ["h1"]},
			{"layout": "new", "body": ["#none", ".new"], "title": [".none", ".t"], "published": [".d"], "source": [".s"], "drop": [".ad"]}]}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ class, url, profile, rule string }{
		{`class=new`, "http://www.river.example/1.html", "river", "profile:river/new:body[1]"},
		{`class=new`, "", "river", "profile:river/new:body[1]"}, // by its mark
		{`class=new`, "http://other.example/1.html", "river", "profile:river/new:body[1]"},
		{`id=text`, "http://river.example/1.html", "river", "profile:river/old:body[0]"},
		{`class=x`, "http://river.example/1.html", "", ""},
	} {
		page := strings.Replace(riverPage, "class=BODY", c.class, 1)
		res, err := HTML([]byte(page), Options{URL: c.url, Profiles: p})
		if err != nil {
			t.Errorf("%s at %q: %v", c.class, c.url, err)
			continue
		}
		if res.Profile != c.profile {
			t.Errorf("%s at %q: profile %q, want %q", c.class, c.url, res.Profile, c.profile)
		}
		if c.rule != "" && !slices.ContainsFunc(res.Provenance, func(e Evidence) bool { return e.Field == FieldBody && e.Rule == c.rule }) {
			t.Errorf("%s at %q: no evidence of %s in %+v", c.class, c.url, c.rule, res.Provenance)
		}
		missed := slices.ContainsFunc(res.Problems, func(p Problem) bool { return p.Code == CodeProfileMiss })
		if missed != (c.profile == "") {
			t.Errorf("%s at %q: problems %v", c.class, c.url, res.Problems)
		}
	}
	page := strings.Replace(riverPage, "class=BODY", "class=new", 1)
	res, err := HTML([]byte(page), Options{URL: "http://river.example/1.html", Profiles: p})
	if err != nil {
		t.Fatal(err)
	}
	a := res.Article
	if a.Title != "江桥今日通车两岸往来方便" || told(stamp{Time: a.Published}) != "2022-09-05T22:03:00+08:00 minute" || a.Source.Name != "江岸日报" || len(a.Body) != 2 {
		t.Errorf("title %q, published %v, source %v, %d blocks", a.Title, a.Published, a.Source, len(a.Body))
	}
}

// TestProfileMisplaced: a selector that finds a small part of the text, or another
// text, is not believed.
func TestProfileMisplaced(t *testing.T) {
	const (
		a = "<p>江桥今天上午通车，全长三公里，工程用了四年，两岸的居民都来看了。</p>"
		b = "<p>大桥双向六车道，设计时速八十公里，由市里出资建成，桥头有一座公园。</p>"
		c = "<p>公交公司说，明天起有三条线路过桥，渡船照常开到月底，以后改为观光。</p>"
	)
	ps, err := LoadProfiles(files(t, map[string]string{"x": `{"name": "x", "hosts": ["x.example"], "body": [".para"], "title": ["h2"]}`}))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ what, body, title, profile string }{
		{"all the text", "<div class=para>" + a + b + c + "</div>", "江桥居民", "x"},
		{"most of it", "<div><div class=para>" + a + b + "</div>" + c + "</div>", "江桥居民", "x"},
		{"a third of it", "<div><div class=para>" + a + "</div><div class=para>" + b + "</div><div class=para>" + c + "</div></div>", "江桥今日通车", ""},
		{"a remark", "<div>" + a + b + c + "</div><div class=para><p>文明发言，请勿灌水。</p></div>", "江桥今日通车", ""},
	} {
		page := "<title>江桥今日通车</title><h1>江桥今日通车</h1><p>2024-05-01 08:30</p><h2>江桥居民</h2>" + tt.body
		res, err := HTML([]byte(page), Options{URL: "http://x.example/1.html", Profiles: ps})
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
			continue
		}
		if res.Profile != tt.profile || res.Article.Title != tt.title {
			t.Errorf("%s: profile %q, title %q, want %q, %q", tt.what, res.Profile, res.Article.Title, tt.profile, tt.title)
		}
		if tt.profile == "" && (len(res.Article.Body) != 3 || slices.ContainsFunc(res.Provenance, func(e Evidence) bool { return strings.HasPrefix(e.Rule, "profile") })) {
			t.Errorf("%s: %d blocks by %+v", tt.what, len(res.Article.Body), res.Provenance)
		}
	}
}

// TestProfileFarOff: what a selector finds in the head of the page or in a list far
// below is not the article's.
func TestProfileFarOff(t *testing.T) {
	ps, err := LoadProfiles(files(t, map[string]string{"x": `{"name": "x", "hosts": ["x.example"], "body": ["#t"], "source": [".source"], "published": [".time"]}`}))
	if err != nil {
		t.Fatal(err)
	}
	other := "<div><span class=source>江岸手机报</span><span class=time>2024-06-09 10:00</span></div>"
	list := strings.Repeat("<p><a href=/1>江岸地铁三号线试运行</a></p>", 30)
	own := "<p><span class=source>来源：江岸晚报</span> <span class=time>2024-05-01 08:31</span></p>"
	for _, c := range []struct{ what, above, info, below, source, at string }{
		{"under the headline", "", own, "", "江岸晚报", "2024-05-01T08:31:00+08:00"},
		{"in the head of the page", other + list, "<p>2024-05-01 08:30 来源：江岸日报</p>", "", "江岸日报", "2024-05-01T08:30:00+08:00"},
		{"in a list far below", "", "<p>2024-05-01 08:30 来源：江岸日报</p>", list + other, "江岸日报", "2024-05-01T08:30:00+08:00"},
		{"in both, and under the headline", other + list, own, list + other, "江岸晚报", "2024-05-01T08:31:00+08:00"},
	} {
		page := "<title>江桥今日通车</title>" + c.above + "<h1>江桥今日通车</h1>" + c.info + "<div id=t>" + prose + "</div>" + c.below
		res, err := HTML([]byte(page), Options{URL: "http://x.example/1.html", Profiles: ps})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if a := res.Article; a.Source.Name != c.source || a.Published.Time.Format(time.RFC3339) != c.at {
			t.Errorf("%s: source %q, published %v, want %q, %s", c.what, a.Source.Name, a.Published, c.source, c.at)
		}
	}
}

// TestNoProfiles: the built-in phrases without a profile find no profile.
func TestNoProfiles(t *testing.T) {
	p := NoProfiles()
	if len(p.Names()) != 0 || p.match("http://www.people.com.cn/") != nil {
		t.Errorf("names %q", p.Names())
	}
	if p.phrases != DefaultProfiles().phrases {
		t.Error("the phrases are not the built-in ones")
	}
}

// TestProfileStop ends the body at a line that the profile names.
func TestProfileStop(t *testing.T) {
	const text = "<p>江桥今天上午通车，全长三公里，工程用了四年，两岸的居民都来看了。</p><p>大桥双向六车道，设计时速八十公里，由市里出资建成。</p>"
	page := "<title>江桥今日通车</title><h1>江桥今日通车</h1><p>2024-05-01 08:30</p><div id=t>" + text +
		"<p>栏目说明：这一栏每天介绍一座桥，欢迎来信，来信请写明地址和姓名。</p></div>"
	ps, err := LoadProfiles(files(t, map[string]string{"x": `{"name": "x", "hosts": ["x.example"], "body": ["#t"], "stop": ["栏目说明"]}`}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		url  string
		want int
	}{{"http://x.example/1.html", 2}, {"http://y.example/1.html", 3}} {
		res, err := HTML([]byte(page), Options{URL: c.url, Profiles: ps})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(res.Article.Body); got != c.want {
			t.Errorf("%s: %d paragraphs, want %d", c.url, got, c.want)
		}
	}
}
