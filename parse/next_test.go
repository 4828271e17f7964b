package parse_test

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestNextPages: pagers as portals write them, and links that are none. Wanted
// are the last parts of the addresses.
func TestNextPages(t *testing.T) {
	const a = "<p>{1}</p><p>{2}</p><p>{3}</p>"
	for _, c := range []struct{ what, in, want string }{
		{"numbers", a + "<div>1 <a href=c1_2.html>2</a> <a href=c1_3.html>3</a> <a href=c1_2.html>下一页</a></div>", "c1_2.html c1_3.html"},
		{"numbers in brackets", a + "<p>[1] <a href=c1_2.html>[2]</a> <a href=c1_3.html>【3】</a></p>", "c1_2.html c1_3.html"},
		{"第2页", a + "<p>第1页 <a href=c1_2.html>第2页</a> <a href=c1_3.html>第三页</a></p>", "c1_2.html c1_3.html"},
		{"headings of the pages", a + "<p>第1页：通车 <a href=c1_2.html>第2页：六分钟过江</a> <a href=c1_3.html>第3页 四年工期</a></p>", "c1_2.html c1_3.html"},
		{"a page with a fragment", a + "<p><a href=c1_2.html>2</a> <a href=c1_3.html>3</a> <a href='c1_2.html#top'>下一页</a></p>", "c1_2.html c1_3.html"},
		{"fragments only", a + "<p><a href='c1.html#p2'>2</a> <a href='#p3'>3</a></p>", ""},
		{"in the query", a + "<p><a href='?page=2'>2</a> <a href='?page=3'>3</a></p>", "c1.html?page=2 c1.html?page=3"},
		{"a picture", a + "<p><a href=c1_2.html><img src=/i/n.gif alt=下一页 width=20></a></p>", "c1_2.html"},
		{"Next", a + "<p><a href=c1-2.html>Next &gt;</a></p>", "c1-2.html"},
		{"in traditional script", a + "<p><a href=c1_2.html>下一頁</a></p>", "c1_2.html"},
		{"the page behind", a + "<p><a href=c1_2.html>后页</a></p>", "c1_2.html"},
		{"the rest", a + "<p><a href=c1_all.html>余下全文</a></p>", "c1_all.html"},
		{"the rest beside numbers", a + "<p><a href=c1_2.html>2</a> <a href=c1_3.html>3</a> <a href=c1_all.html>余下全文&gt;&gt;</a></p>", "c1_2.html c1_3.html"},
		{"hidden before the article", "", ""},
		{"the previous page", a + "<p><a href=c1_0.html>上一页</a></p>", ""},
		{"the next story", a + "<p><a href=/2022/0906/c7.html>下一篇：江岸地铁三号线</a></p>", ""},
		{"pages of a list", a + "<p>江岸要闻</p><p><a href=/list/2.html>2</a> <a href=/list/3.html>3</a></p>", ""},
		{"a script", a + `<script>createPageHTML(3, 0, "c1", "html");</script>`, "c1_1.html c1_2.html"},
		{"a script on a later page", a + `<script>createPageHTML(4,2,'c1','html')</script>`, "c1_1.html c1_3.html"},
		{"a script for one page", a + `<script>createPageHTML(1, 0, "c1", "html");</script>`, ""},
		{"the function itself", a + `<script>function createPageHTML(_n, _i, _name, _ext){}</script>`, ""},
		{"a script of very many pages", a + `<script>createPageHTML(1000000, 0, "c1", "html");</script>`, ""},
	} {
		page := smallPage(c.in)
		if c.in == "" {
			page, c.want = strings.Replace(smallPage(a), "<body>", "<body><div style=display:none>1,<a href=c1_2.html>2</a>,<a href=/list_2.html>2</a></div>", 1), "c1_2.html"
		}
		if got := nextOf(t, page, "https://www.jiangan.example/2022/0905/c1.html"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
	// Where only the host is known, the path must speak for itself.
	hidden := strings.Replace(smallPage(a), "<body>", "<body><div style=display:none>1,<a href=t20220905_166853_1.html>2</a>,<a href=/list_2.html>2</a>,<a href=t20220905_166853_7.html>3</a></div>", 1)
	if got, want := nextOf(t, hidden, "https://www.jiangan.example/"), "t20220905_166853_1.html"; got != want {
		t.Errorf("hidden, host only: got %q, want %q", got, want)
	}
	// Another path numbers the pages of the same article.
	other := smallPage(a + "<p>【 第1頁 <a href='/x/show.jsp?docid=100426351&page=2'>第2頁</a> <a href='/x/show.jsp?docid=100426351&page=4'>第3頁</a> <a href='/x/show.jsp?docid=100426352&page=2'>2</a> <a href='/x/show.jsp?docid=100426351&page=3'>下一頁</a> 】</p><p><a href='/x/reply.jsp?docid=100426351&page=2'>2</a></p>")
	if got, want := nextOf(t, other, "https://www.jiangan.example/doc/1004/100426351.html"), "show.jsp?docid=100426351&page=2 show.jsp?docid=100426351&page=3"; got != want {
		t.Errorf("another path: got %q, want %q", got, want)
	}
	issue := smallPage(a + "<p><a href='/x/issue.jsp?day=20220905&page=2'>第2页</a></p>")
	if got := nextOf(t, issue, "https://www.jiangan.example/20220905/100426351.html"); got != "" {
		t.Errorf("the issue of a day: got %q", got)
	}
	query := smallPage(a + "<p><a href='/c.html?page=2'>2</a> <a href='/c.html?id=9'>3</a></p>")
	if got, want := nextOf(t, query, "https://www.jiangan.example/"), "c.html?page=2"; got != want {
		t.Errorf("query, host only: got %q, want %q", got, want)
	}
}

func nextOf(t *testing.T, page, url string) string {
	t.Helper()
	res, err := parse.HTML([]byte(page), parse.Options{URL: url})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, u := range res.Article.Next {
		names = append(names, u[strings.LastIndexByte(u, '/')+1:])
	}
	return strings.Join(names, " ")
}
