package parse_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// hostile are pages that were made to harm a crawler, by what they do. Each is
// about n bytes long.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	info := func(s string) string {
		return "<h1>江桥今日通车两岸往来方便</h1><p>2022-09-05 22:03 " + fill(s) + "</p><div>" + strings.Repeat("<p>"+sentence+"</p>", 4) + "</div>"
	}
	body := func(s string) string {
		return bridge + "<div>" + fill(s)
	}
	head := func(s string) string { return s + bridge }
	return map[string]string{
		"open divs":               body("<div>"),
		"open spans":              body("<span>甲"),
		"open fonts":              body("<font color=red><p>甲"),
		"open links":              body("<a href=/1.html>甲"),
		"open lists":              body("<ul><li>甲"),
		"open tables":             body("<table><tr><td>甲"),
		"cells":                   body("<td>甲"),
		"breaks":                  body("甲<br>"),
		"marks":                   body("<b>甲</b>"),
		"misnested marks":         body("<b>甲<p></b>乙</p>"),
		"lone end tags":           body("甲</p></b></div>"),
		"pictures":                body("<img src=/a.jpg alt=甲>"),
		"pictures with captions":  body("<p><img src=/a.jpg></p><p>图为江桥。张三 摄</p>"),
		"centred captions":        body("<center><img src=/a.jpg></center><center>江桥通车</center>"),
		"records":                 body("<div class=c><a href=/u>张三</a><p>" + sentence + "</p></div>"),
		"calls of a pager":        head("<script>" + fill("createPageHTML(") + "</script>"),
		"headings":                body("<h2>甲乙丙丁</h2>"),
		"related links":           body("<p>相关新闻</p><li><a href=/2.html>江桥明日封闭养护半天</a>"),
		"pagers":                  body("<a href=/1_2.html>2</a>"),
		"short paragraphs":        body("<p>甲。"),
		"long paragraphs":         body("<p>" + sentence),
		"indents":                 body("甲。　　"),
		"brackets":                body("（记者"),
		"closed brackets":         body("（记者 张三）"),
		"one long line":           body("甲，"),
		"credits":                 info("责任编辑：张三 "),
		"joined labels":           info("文/图"),
		"titles":                  info("记者"),
		"sources":                 info("来源："),
		"times":                   info("2022-09-05 "),
		"digits":                  info("1"),
		"spaces":                  info("1 　\u00a0\u2028"),
		"element borders":         info("<i></i>1"),
		"metas":                   head(fill("<meta name=keywords content=甲,乙>")),
		"keywords":                head("<meta name=keywords content='" + fill("甲,乙 ") + "'>"),
		"authors":                 head("<meta name=author content='" + fill("张三 ") + "'>"),
		"dates":                   head("<meta name=pubdate content='" + fill("2022-09-05 ") + "'>"),
		"nested JSON":             head(`<script type="application/ld+json">` + fill(`{"@graph":[`) + "</script>"),
		"wide JSON":               head(`<script type="application/ld+json">[` + fill(`{"@type":"NewsArticle","headline":"甲"},`) + "{}]</script>"),
		"scripts":                 head(fill("<script>var a='<p>甲';</script>")),
		"script only":             "<title>江桥今日通车</title><script>var a=" + fill(`{"content":"<p>甲`) + "</script>",
		"long attribute":          body("<p class='" + fill("甲 ") + "'>"),
		"attributes":              body("<p " + fill("a=1 b=2 c=3 ") + ">甲"),
		"titles of the page":      head(fill("<title>甲_乙-丙</title>")),
		"long title":              head("<title>" + fill("甲_乙-丙|") + "</title>"),
		"long headline":           "<h1>" + fill("江桥") + "</h1>" + bridge,
		"breadcrumbs":             head("<div class=crumb>" + fill("<a href=/>甲</a> &gt; ") + "</div>"),
		"hidden":                  body("<p style='display:none'>甲。"),
		"svg":                     body("<svg><a><title>甲"),
		"comments":                body("<!-- 甲 -->"),
		"an open comment":         body("<!-- 甲"),
		"entities":                body("&#30002;&nbsp;&bogus"),
		"control characters":      body("\x00\x01甲\x7f"),
		"invalid UTF-8":           body("\xff\xe6\x95甲"),
		"big5 of another charset": head("<meta charset=big5>" + fill("\xa4\xa4\xa4\xe5\xff")),
		"UTF-16":                  "\xff\xfe" + fill("<\x00p\x00>\x002u\xd8"),
		"HZ":                      fill("~{<:Ky2;RW~}~"),
		"angles":                  fill("<"),
		"zero bytes":              fill("\x00"),
		"binary":                  fill("\x89PNG\r\n\x1a\n\xfe\xff\x80"),
		"white space":             fill(" \n　"),
		"one character":           fill("甲"),
		"base addresses":          head(fill("<base href='http://a.example/%zz'>")),
	}
}

// finishes checks that a read came to an article or to an error that says why.
func finishes(t testing.TB, name string, res *parse.Result, err error) {
	t.Helper()
	var pe *parse.Error
	if err != nil && !errors.As(err, &pe) {
		t.Errorf("%s: error %v is no *parse.Error", name, err)
	}
	if res == nil || res.Article == nil {
		t.Fatalf("%s: no result", name)
	}
	if c := res.Confidence; !(c >= 0 && c <= 1) {
		t.Errorf("%s: confidence %v", name, c)
	}
	for _, p := range res.Problems {
		if p.Code == "" || p.Field == "" || !utf8.ValidString(p.Detail) {
			t.Errorf("%s: problem %+q", name, p)
		}
	}
	for _, e := range res.Provenance {
		if e.Field == "" || !utf8.ValidString(e.Rule+e.Raw) {
			t.Errorf("%s: evidence %+q", name, e)
		}
	}
	checkArticle(t, name, res.Article)
}

// checkArticle: an article is canonical as it comes.
func checkArticle(t testing.TB, name string, a *article.Article) {
	t.Helper()
	if err := a.Validate(); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// TestHostile: whatever the page, reading it ends in an article or a typed
// error.
func TestHostile(t *testing.T) {
	for name, page := range hostile(40_000) {
		res, err := parse.HTML([]byte(page), parse.Options{URL: "http://www.example.cn/1.html"})
		finishes(t, name, res, err)
		res, err = parse.Text([]byte(page), parse.Options{})
		finishes(t, name+" as text", res, err)
	}
}

// TestHostileProfile: the same where a profile says what element to read.
func TestHostileProfile(t *testing.T) {
	for _, s := range []string{"来源：", "2012年1月3日 ", "<a href=/>人民网</a>", "张三 ", "<i></i>1 ", "记者", "文/图", "（记者"} {
		page := "<div class=text_c><h1>江桥今日通车两岸往来方便</h1><p class=sou>" + strings.Repeat(s, 3000) + "</p><div class=edit>(" + strings.Repeat(s, 3000) +
			")</div></div><div id=rwb_zw>" + strings.Repeat("<p>"+sentence+"</p>", 4) + "</div>"
		res, err := parse.HTML([]byte(page), parse.Options{URL: "http://politics.people.com.cn/n/2012/0103/c1001-1.html"})
		if err != nil || res.Profile != "people" {
			t.Errorf("%q: profile %q, error %v", s, res.Profile, err)
		}
		finishes(t, s, res, err)
	}
}

// TestMemory: what reading a page allocates grows no faster than the page: four
// times the bytes take hardly more than four times the memory.
func TestMemory(t *testing.T) {
	small, large := hostile(10_000), hostile(40_000)
	for name := range small {
		a, b := allocated(t, small[name]), allocated(t, large[name])
		if b > 6*a+1<<20 {
			t.Errorf("%s: %d bytes of memory for 10 kB, %d for 40 kB", name, a, b)
		}
		// A node is 136 bytes, and each of its numbers a few more.
		if limit := uint64(8<<20 + 1500*len(large[name])); b > limit {
			t.Errorf("%s: %d bytes of memory, want at most %d", name, b, limit)
		}
	}
}

// allocated returns the bytes that reading a page allocates when no memory of
// pages before is left, which two collections see to.
func allocated(t testing.TB, page string) uint64 {
	t.Helper()
	src := []byte(page)
	runtime.GC()
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	res, err := parse.HTML(src, parse.Options{})
	runtime.ReadMemStats(&after)
	finishes(t, "memory", res, err)
	return after.TotalAlloc - before.TotalAlloc
}
