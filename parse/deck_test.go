package parse

import (
	"strings"
	"testing"
)

// TestDecks: what stands above and below the headline, and what only looks so.
func TestDecks(t *testing.T) {
	const title = "<h1>江桥今日通车 两岸居民走上桥面</h1>"
	const at = "<p class=info>2022-09-05 22:03</p>"
	page := func(head, body string) string {
		return "<html><head><meta charset=utf-8><title>江桥今日通车 两岸居民走上桥面_江岸在线</title></head><body><div>" + head + "</div><div>" + body + prose + "</div></body></html>"
	}
	for _, c := range []struct{ why, page, kicker, subtitle string }{
		{"a line above the headline", page("<p>三年建设 全长两公里</p>"+title+at, ""), "三年建设 全长两公里", ""},
		{"a line above a third heading", page("<p>三年建设 全长两公里</p><h3>江桥今日通车 两岸居民走上桥面</h3>"+at, ""), "三年建设 全长两公里", ""},
		{"rows of a table", page("<table><tr><td>三年建设 全长两公里</td></tr><tr><td><b>江桥今日通车 两岸居民走上桥面</b></td></tr><tr><td>渡船明天停航</td></tr><tr><td>2022-09-05 22:03</td></tr></table>", ""), "三年建设 全长两公里", "渡船明天停航"},
		{"a row of buttons", page("<table><tr><td>【打印】 【投稿】 【去论坛】 【上一条】 【回主页】</td></tr><tr><td><b>江桥今日通车 两岸居民走上桥面</b></td></tr><tr><td>2022-09-05 22:03</td></tr></table>", ""), "", ""},
		{"a row of buttons that begins with an unknown one", page("<h4>[去论坛] [寄给同事] [打印]</h4>"+title+at, ""), "", ""},
		{"brackets that are no buttons", page("<h4>【三年建设】【全长两公里】【今天通车】</h4>"+title+at, ""), "【三年建设】【全长两公里】【今天通车】", ""},
		{"a row with the section", page("<table><tr><td>江岸要闻</td></tr><tr><td><b>江桥今日通车 两岸居民走上桥面</b></td></tr><tr><td>2022-09-05 22:03</td></tr></table>", ""), "", ""},
		{"a figcaption above the headline", page("<figcaption>居民走上江桥的步道</figcaption>"+title+at, ""), "", ""},
		{"a line below the headline", page(title+"<div class=x>三年建设 全长两公里</div>"+at, ""), "", "三年建设 全长两公里"},
		{"a line below the info line", page(title+at+"<div class=x>三年建设 全长两公里</div>", ""), "", ""},
		{"an element called a title", page("<div class=article-x>三年建设 全长两公里</div><div class=article_title>江桥今日通车 两岸居民走上桥面</div>"+at, ""), "三年建设 全长两公里", ""},
		{"a class", page("<div><div class=kicker>三年建设</div>"+title+"</div>"+at, ""), "三年建设", ""},
		{"a series", page("<h4 class=yinti>江岸“新桥”·通车特别报道</h4>"+title+at, ""), "江岸“新桥”·通车特别报道", ""},
		{"a section", page("<p>江岸要闻</p>"+title+at, ""), "", ""},
		{"the site", page("<p>江岸在线</p>"+title+at, ""), "", ""},
		{"the long name of a site", strings.ReplaceAll(page("<p>江岸市人民政府门户</p>"+title+at, ""), "_江岸在线", "_江岸市人民政府门户"), "", ""},
		{"a slogan far off", "<html><head><meta charset=utf-8><title>江桥今日通车 两岸居民走上桥面</title></head><body><p>江岸人自己的报纸 每天早上六点</p><div>" + title + at + "</div><div>" + prose + "</div></body></html>", "", ""},
		{"a breadcrumb", page("<p>江岸新闻中心 &gt; 江岸城市建设</p>"+title+at, ""), "", ""},
		{"a dash below the headline", page(title+"<p>——写在江桥通车之日</p>"+at, ""), "", "——写在江桥通车之日"},
		{"a dash, and the ending of an outlet", page(title+"<p>——江桥通车之日的见闻</p>"+at, ""), "", "——江桥通车之日的见闻"},
		{"a headline repeated in the text", page(title+at, "<p style='text-align:center'>三年建设 全长两公里</p><p style='text-align:center'>江桥今日通车 两岸居民走上桥面</p>"), "三年建设 全长两公里", ""},
		{"a caption", page(title+at, "<div align=center>市民走上江桥。江岸晚报记者 赵望舒 摄</div>"), "", ""},
		{"an account", page("<meta name=author content=桥头手记网络版>"+title+"<h2>桥头手记网络版</h2>"+at, ""), "", ""},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if a := res.Article; a.Kicker != c.kicker || a.Subtitle != c.subtitle {
			t.Errorf("%s: kicker %q, subtitle %q, want %q, %q", c.why, a.Kicker, a.Subtitle, c.kicker, c.subtitle)
		}
	}
}

// TestInfoBelowDeck: a deck with commas is no running text; the info line stands below it.
func TestInfoBelowDeck(t *testing.T) {
	const page = "<html><head><meta charset=utf-8><title>江桥今日通车 两岸居民走上桥面_江岸在线</title></head><body><article><div><h1>江桥今日通车 两岸居民走上桥面</h1><h2>三年建设，全长两公里，渡船明天停航</h2><div><span>By <a href=/w/88>赵望舒</a>, River News, Staff Writer</span><span>2022/09/05 22:03</span></div></div><figure><img src=a.jpg width=600><figcaption>居民走上江桥的步道。</figcaption></figure><div>" + prose + "</div></article></body></html>"
	res, err := HTML([]byte(page), Options{Profiles: NoProfiles()})
	if err != nil {
		t.Fatal(err)
	}
	a := res.Article
	if a.Published.Raw != "2022/09/05 22:03" || len(a.Credits) != 1 || a.Credits[0].Name != "赵望舒" || strings.Contains(a.Body[0].Text, "By") {
		t.Errorf("published %q, credits %v, body begins with %q", a.Published.Raw, a.Credits, a.Body[0].Text)
	}
}
