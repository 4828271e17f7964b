package parse

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/internal/dom"
)

func metasOf(t testing.TB, page string) *metas {
	t.Helper()
	tree, err := dom.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	return readMetas(tree)
}

// stated writes metas as key=value|value, sorted by key.
func stated(m *metas) string {
	keys := map[string]bool{}
	for _, one := range m.list {
		keys[one.key] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		out = append(out, k+"="+strings.Join(slices.Collect(m.all(k)), "|"))
	}
	return strings.Join(out, " ")
}

func TestReadMetas(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{``, ""},
		{`<meta name=PubDate content=" 2022-09-05  22:03 ">`, "pubdate=2022-09-05 22:03"},
		{`<META NAME="source" CONTENT="江岸日报">`, "source=江岸日报"},
		{`<meta property="og:title" content=甲><meta property="og:title" content=乙>`, "og:title=甲|乙"},
		{`<meta name="weibo:  article:create_at" content=甲>`, "weibo: article:create_at=甲"},
		{`<meta itemprop=datePublished content=甲><meta http-equiv=a content=乙>`, "a=乙 datepublished=甲"},
		{`<meta name=a property=b content=甲>`, "a=甲 b=甲"},
		{`<meta name=a content=""><meta name=b><meta content=甲><meta name="" content=甲>`, ""},
		{`<p><meta name=a content=甲>`, "a=甲"},
		{`<!-- <meta name=a content=甲> -->`, ""},
	} {
		if got := stated(metasOf(t, c.in)); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
	m := metasOf(t, `<html lang=zh-TW><title> 江桥 通车_江岸网 </title><title>乙</title><svg><title>丙</title></svg>
		<link rel=stylesheet href=a.css><link rel=Canonical href=" http://a.example/1 "><link rel=canonical href=2><base href=/b/><base href=/c/>`)
	if m.docTitle != "江桥 通车_江岸网" || m.canonical != "http://a.example/1" || m.base != "/b/" || m.lang != "zh-TW" {
		t.Errorf("%+v", m)
	}
	if m := metasOf(t, "<svg><title>丙</title></svg><title>甲</title>"); m.docTitle != "甲" {
		t.Errorf("title %q", m.docTitle)
	}
}

func TestJSONLD(t *testing.T) {
	deep := strings.Repeat(`{"@graph":`, maxLD+1) + `{"@type":"Article","headline":"甲"}` + strings.Repeat("}", maxLD+1)
	for _, c := range []struct{ in, want string }{
		{`{"@type":"NewsArticle","headline":"甲","datePublished":"2022-09-05"}`, "ld:datepublished=2022-09-05 ld:headline=甲"},
		{"{\"@type\":\"NewsArticle\",\"headline\":\"甲\n\t乙\"}", "ld:headline=甲 乙"}, // JSON forbids the line break
		{`{"@type":"NewsArticle","author":[{"name":"张三"},{"@id":"李四"},"王五"],"publisher":{"url":"http://a.example"}}`, "ld:author=张三|李四|王五 ld:publisher=http://a.example"},
		{`{"@type":"NewsArticle","author":{"@type":"Person","name":"张三"}}`, "ld:author=张三 person:author=张三"},
		{`{"@type":"NewsArticle","author":{"@type":"Organization","name":"某报"}}`, "ld:author=某报"},
		{`{"@type":"NewsArticle","provider":{"name":"某报"},"publisher":{"name":"某门户"}}`, "ld:provider=某报 ld:publisher=某门户"},
		{`{"@type":"NewsArticle","provider":{"name":"某门户新闻"},"publisher":{"name":"某门户"}}`, "ld:publisher=某门户"},
		{`{"@type":"NewsArticle","provider":{"name":"某门户"}}`, ""},
		{`{"@type":["Thing","BlogPosting"],"keywords":["甲","乙"]}`, "ld:keywords=甲|乙"},
		{`[{"@type":"Organization","name":"甲"},{"@type":"Report","headline":"乙"}]`, "ld:headline=乙"},
		{`{"@graph":[{"@type":"WebSite"},{"@type":"Article","headline":"甲"}]}`, "ld:headline=甲"},
		{`{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"甲"}}`, "ld:headline=甲"},
		{`{"@id":"x","pubDate":"2022-09-05T01:02:03","title":"t"}`, "ld:pubdate=2022-09-05T01:02:03"},
		{`{"@type":"Product","headline":"甲"}`, ""},
		{`{"@type":"NewsArticle","headline":5,"author":[[["甲"]]],"keywords":{"x":"y"}}`, ""},
		{`{"@type":"NewsArticle","headline":"甲"`, ""},
		{`"NewsArticle"`, ""},
		{`null`, ""},
		{``, ""},
		{deep, ""},
		{strings.Repeat("[", 20_000), ""},
	} {
		page := `<script type=" Application/LD+JSON ">` + c.in + `</script><script>{"@type":"NewsArticle","headline":"no"}</script>`
		if got := stated(metasOf(t, page)); got != c.want {
			t.Errorf("%.100s: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAddress(t *testing.T) {
	for _, c := range []struct{ given, canonical, base, own, links string }{
		{"", "", "", "", ""},
		{"http://news.river.com.cn/x/1.html", "", "", "http://news.river.com.cn/x/1.html", "http://news.river.com.cn/x/1.html"},
		{" http://river.cn/1.html ", "", "", "http://river.cn/1.html", "http://river.cn/1.html"},
		{"//river.cn/1.html", "", "", "http://river.cn/1.html", "http://river.cn/1.html"},
		{"http://news.river.com.cn/1.html", "http://www.river.com.cn/2.html", "", "http://www.river.com.cn/2.html", "http://news.river.com.cn/1.html"},
		{"http://news.river.com.cn/1.html", "http://www.other.com.cn/2.html", "", "http://news.river.com.cn/1.html", "http://news.river.com.cn/1.html"},
		{"http://news.river.com.cn/1.html", "/2.html", "", "http://news.river.com.cn/2.html", "http://news.river.com.cn/1.html"},
		{"http://news.river.com.cn/1.html", "http://river.com.cn/", "", "http://news.river.com.cn/1.html", "http://news.river.com.cn/1.html"},
		{"http://river.cn/1.html", "javascript:alert(1)", "", "http://river.cn/1.html", "http://river.cn/1.html"},
		{"", "http://www.river.com.cn/2.html", "", "http://www.river.com.cn/2.html", "http://www.river.com.cn/2.html"},
		{"", "/2.html", "", "", ""},
		{"http://river.cn/x/1.html", "", "/y/", "http://river.cn/x/1.html", "http://river.cn/y/"},
		{"http://river.cn/x/1.html", "", "http://cdn.example/z/", "http://river.cn/x/1.html", "http://cdn.example/z/"},
		{"", "", "http://cdn.example/z/", "", "http://cdn.example/z/"},
		{"http://river.cn/1.html", "", "javascript:x", "http://river.cn/1.html", "http://river.cn/1.html"},
		{"javascript:alert(1)", "", "", "", ""},
		{"ftp://river.cn/1", "", "", "", ""},
		{"river.cn/1", "", "", "", ""},
		{"::", "http://%zz/", "", "", ""},
	} {
		m := &metas{canonical: c.canonical, base: c.base}
		own, base := m.address(c.given)
		links := ""
		if base != nil {
			links = base.String()
		}
		if own != c.own || links != c.links {
			t.Errorf("%q, canonical %q, base %q: %q and %q, want %q and %q", c.given, c.canonical, c.base, own, links, c.own, c.links)
		}
	}
}

func TestSameSite(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"www.river.com", "news.river.com", true},
		{"river.com", "NEWS.RIVER.COM", true},
		{"river.com.cn", "a.b.river.com.cn", true},
		{"river.gov.cn", "www.river.gov.cn", true},
		{"163.com", "news.163.com", true},
		{"river.com", "other.com", false},
		{"river.com.cn", "other.com.cn", false},
		{"river.edu.tw", "other.edu.tw", false},
		{"river.com", "river.cn", false},
		{"myriver.com", "river.com", false},
		{"localhost", "localhost", true},
	} {
		if got := sameSite(c.a, c.b); got != c.want || got != sameSite(c.b, c.a) {
			t.Errorf("sameSite(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestSplitWords(t *testing.T) {
	for in, want := range map[string]string{
		"":          "",
		"桥梁":        "桥梁",
		"桥梁,通车，江岸":  "桥梁|通车|江岸",
		"桥梁、通车;江岸":  "桥梁|通车|江岸",
		"桥梁 通车　江岸":  "桥梁|通车|江岸",
		"江 岸,通 车":   "江 岸|通 车",
		",桥梁,,桥梁,":  "桥梁",
		" 桥梁 | 通车 ": "桥梁|通车",
	} {
		if got := strings.Join(splitWords(in), "|"); got != want {
			t.Errorf("splitWords(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPlainAddress(t *testing.T) {
	for in, want := range map[string]bool{
		"http://news.example.com/2024/0501/a_b-c.html?id=3&p=2": true,
		"https://news.example.com/~X/":                          true,
		"http://news.example.com":                               false, // no path
		"HTTP://news.example.com/":                              false,
		"http://News.example.com/":                              false,
		"http://news.example.com:80/":                           false,
		"http://u@news.example.com/":                            false,
		"http:///a":                                             false,
		"//news.example.com/a":                                  false,
		"http://news.example.com/a/../b":                        false,
		"http://news.example.com/a%20b":                         false,
		"http://news.example.com/新闻":                            false,
		"http://news.example.com/a?b?c":                         false,
		"http://news.example.com/a#b":                           false,
		"ftp://news.example.com/a":                              false,
		"":                                                      false,
	} {
		if got := isPlain(in); got != want {
			t.Errorf("isPlain(%q) = %v, want %v", in, got, want)
		}
		if u := absolute(in); isPlain(in) && (u == nil || u.String() != in || resolveURL(u, in).String() != in) {
			t.Errorf("%q is parsed and written as %v", in, u)
		}
	}
}

func FuzzPlainAddress(f *testing.F) {
	for _, s := range []string{"http://a.example/b/c.html?d=e", "https://a/./b", "http://a//b/", "http://a/b?c/../d", "http://-.-/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlain(s) {
			return
		}
		u := absolute(s)
		if u == nil || u.String() != s {
			t.Fatalf("%q is parsed and written as %v", s, u)
		}
		if r := resolveURL(u, s); r == nil || r.String() != s {
			t.Fatalf("%q resolves to %v", s, r)
		}
	})
}
