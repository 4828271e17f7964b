package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestRecords: comments and feeds are told by their repetition alone, wherever
// they stand; parts of the story that repeat are none.
func TestRecords(t *testing.T) {
	const (
		said   = "昨天我也去桥上走了一趟，人多得像过年，排队排了一个多小时，不过风景确实值得一看。"
		told   = "记者从市交通部门了解到，另一项工程也已经进入最后阶段，预计下个月全部完成，届时将公布详细的安排。"
		chosen = "从南岸出发，沿江步行二十分钟可以到达，沿途有三处休息亭，适合带着老人和孩子慢慢走。"
	)
	times := func(n int, format, text string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i, i, text)
		}
		return b.String()
	}
	comments := times(9, `<div class="q2"><a href="/u/%d">江边人%d</a><span>2小时前</span><p>%s</p><span>回复</span></div>`, said)
	feed := times(9, `<div class="f2"><h3><a href="/a/%d.html">江岸第%d件民生实事完成</a></h3><p>%s</p><span>江边晚报</span></div>`, told)
	posts := times(9, `<li><p>网友%d号 2022-09-05 10:1%d</p><p>%s</p></li>`, said)
	spots := times(5, `<div class="s2"><h3>去处%d：观景台之%d</h3><p>%s</p></div>`, chosen)
	pairs := times(9, `<dt><a href="/u/%d">江边人%d</a> 2小时前</dt><dd>%s</dd>`, said)
	floors := times(9, `<div><div>江边人%d</div><div>%d楼</div><p>%s</p></div>`, said)
	lines := times(4, `<li>江边人%d：%.0d%s 2小时前 赞</li>`, said)
	signed := times(4, `<li>江城网友：%.0d%.0d%s</li>`, said)
	const a = "<p>{1}</p><p>{2}</p>"
	for _, c := range []struct{ what, in, want string }{
		{"comments", "<div>" + a + "</div><div>" + comments + "</div>", "1 2"},
		{"comments in the box of the text", a + comments, "1 2"},
		{"comments between text and editor", "<div>" + a + "<div>" + comments + "</div><p>（编辑：赵望舒）</p></div>", "1 2"},
		{"comments with dates", "<div>" + a + "</div><ul>" + posts + "</ul>", "1 2"},
		{"comments in pairs", "<div>" + a + "</div><dl>" + pairs + "</dl>", "1 2"},
		{"floors of a thread", "<div>" + a + "</div><div>" + floors + "</div>", "1 2"},
		{"comments of one line", "<div>" + a + "</div><ul>" + lines + "</ul>", "1 2"},
		{"comments of one line in the box of the text", a + "<ul>" + signed + "</ul>", "1 2"},
		{"a feed", "<div>" + a + "</div><div>" + feed + "</div>", "1 2"},
		{"a feed before it", "<div>" + feed + "</div><div>" + a + "</div>", "1 2"},
		{"both", "<div>" + a + "</div><div><div>" + comments + "</div><div>" + feed + "</div></div>", "1 2"},
		{"two comments are too few to tell", "<div>" + a + "<p>{3}</p><p>{4}</p></div><div class=c9><p>网友评论</p>" + times(2, `<div class="q2"><a href="/u/%d">江边人%d</a><p>%s</p></div>`, said) + "</div>", "1 2 3 4"},
	} {
		if got := blocksOf(t, smallPage(c.in)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
	days := times(5, `<div class="t2"><p>9月1%d日 1%d:25</p><p>%s</p></div>`, told)
	if got := blocksOf(t, smallPage(a+days)); strings.Count(got, told) != 5 || strings.Count(got, ":25") != 5 {
		t.Errorf("a timeline is dropped: %s", got)
	}
	live := times(6, `<p>2022-09-05 1%d:%d5</p><p>%s</p>`, told)
	if got := blocksOf(t, smallPage(a+live)); strings.Count(got, told) != 6 {
		t.Errorf("a report by the clock is dropped: %s", got)
	}
	if got := blocksOf(t, smallPage(a+spots)); strings.Count(got, chosen) != 5 || strings.Count(got, "观景台") != 5 {
		t.Errorf("parts of the story are dropped: %s", got)
	}
	for _, in := range []string{feed, comments} {
		if res, err := parse.HTML([]byte(smallPage("<div>"+in+"</div>")), parse.Options{}); err == nil {
			t.Errorf("records alone make an article: %s", short(res.Article))
		}
	}
}

// TestFarText: text behind more links than any portal puts under a headline is
// the site's own.
func TestFarText(t *testing.T) {
	page := func(links int) string {
		var b strings.Builder
		for i := range links {
			fmt.Fprintf(&b, "<li><a href=/%d.html>江岸第%d件民生实事完成</a></li>", i, i)
		}
		return smallPage("<ul>" + b.String() + "</ul><div><p>{1}</p><p>{2}</p></div>")
	}
	for links, want := range map[int]bool{0: true, 12: true, 80: false} {
		if _, err := parse.HTML([]byte(page(links)), parse.Options{}); (err == nil) != want {
			t.Errorf("%d links: %v", links, err)
		}
	}
	for _, in := range []string{
		"<p>您当前使用的浏览器版本过低，可能无法正常访问，建议升级浏览器，或者使用下列任何一种浏览器打开本页，以便获得完整的功能。</p>",
		"<p>江岸新闻网版权所有，未经书面授权不得复制或建立镜像。地址：江岸市江滨路一号，邮政编码四三零零零零，电话零二七一二三四五六七八。</p>",
	} {
		if res, err := parse.HTML([]byte(smallPage(in+in)), parse.Options{}); err == nil {
			t.Errorf("an article of notices: %s", short(res.Article))
		}
	}
}

// TestForums: the title element of a forum names it behind the subject; a story
// may be about a forum.
func TestForums(t *testing.T) {
	for title, want := range map[string]bool{
		"江岸城市论坛今天开幕": true, "江岸论坛 :: 无题": false, "求问_江岸论坛_江岸社区": false,
	} {
		page := strings.NewReplacer("江岸跨江大桥今天通车_江岸新闻网", title, "<h1>江岸跨江大桥今天通车</h1>", "<p>江岸城市论坛今天开幕</p>").Replace(smallPage("<p>{1}</p><p>{2}</p>"))
		if _, err := parse.HTML([]byte(page), parse.Options{}); (err == nil) != want {
			t.Errorf("%s: %v", title, err)
		}
	}
}
