package parse

import (
	"errors"
	"strings"
	"testing"
)

// TestVerdict: pages with a headline and text that are no articles, and the
// articles that look like them.
func TestVerdict(t *testing.T) {
	const (
		text   = "<p>江岸的秋粮今年又是丰收，各村的晒场上铺满了稻谷，农技员说单产比去年高了一成。</p>"
		more   = "<p>收割机已经开进最后几个村，粮站从早到晚排着长队，站长说今年的收购价也涨了几分钱。</p>"
		date   = "<p>2022-09-05 22:03 来源：江岸日报</p>"
		lists  = "<h3>动态</h3><ul><li><a href=/1>江岸召开秋粮生产会</a><li><a href=/2>农技员下到田头</a></ul>"
		flash  = "<div><b>{at}</b><p>江岸大桥今天早上六点通车，首批车辆驶上桥面，全程只用了六分钟。</p></div>"
		behind = "<div><p>联系我们 关于江岸在线</p></div>"
	)
	page := func(title, body string) string {
		return "<html><head><meta charset=utf-8><title>" + title + "_江岸在线</title></head><body><div><h1>" + title + "</h1>" + body + "</div>" + behind + "</body></html>"
	}
	flashes := func(clocks ...string) (s string) {
		for _, c := range clocks {
			s += strings.ReplaceAll(flash, "{at}", c)
		}
		return s
	}
	for _, c := range []struct {
		why, page string
		article   bool
	}{
		{"a page that is gone", page("抱歉，您访问的页面已被删除", text+more), false},
		{"a page that is gone, in traditional characters", page("找不到頁面", text+more), false},
		{"the report of one", page("抱歉，您访问的页面已被删除", date+text+more), true},
		{"a log-in page", page("用户登录", text+more), false},
		{"a topic", page("江岸秋粮丰收在望", text+more+lists+lists+lists), false},
		{"a story with lists", page("江岸秋粮丰收在望", date+text+more+lists+lists+lists), true},
		{"a report without a date", strings.NewReplacer("<h1>", "<div><b>", "</h1>", "</b></div>", "<title>江桥今日通车 两岸居民走上桥面_", "<title>").Replace(page("江桥今日通车 两岸居民走上桥面", "<p>〔記者趙望舒／江岸報導〕江桥今天通车，两岸居民走上桥面，看江水从脚下流过。</p>"+text+more)), true},
		{"a text without a date", strings.NewReplacer("<h1>", "<div><b>", "</h1>", "</b></div>", "<title>江桥今日通车 两岸居民走上桥面_", "<title>").Replace(page("江桥今日通车 两岸居民走上桥面", "<p>江桥今天通车，两岸居民走上桥面，看江水从脚下流过，说以后不必再等渡船。</p>"+text+more)), false},
		{"a thread", page("江岸今年的秋粮怎么样", "<div><a href=/u/1>老赵</a><em>楼主</em><em>发表于 2022-09-05 22:03:10</em><a href=/t?a=1>只看该作者</a></div>"+text+more), false},
		{"a headline with the words of one", page("江岸商场 电梯直达地铁站", date+text+more), true},
		{"a report with comments", page("江岸秋粮丰收在望", date+text+more+"<div><a href=/u/1>老赵</a><a href=/t?a=1>只看楼主</a><p>今年的收成真是不错。</p></div>"), true},
		{"a list with the site's own words", page("江岸要闻", strings.Repeat("<li><a href=/1>江岸召开秋粮生产会</a><span>2022-09-05</span></li>", 8)+"<div class=box>"+text+"</div>"), false},
		{"a video, what it shows under a label", page("江岸故事 第3集 老站长", date+"<div id=player></div><p>视频简介</p><p>本期节目主要内容：站长每天四点起床，本集跟着他看一年里最忙的一天。</p>"), false},
		{"a programme", page("第一时间", date+"<div id=player></div><p>栏目简介：江岸卫视每天早上七点播出，十年来报道了两岸居民的大小新闻。</p>"), false},
		{"a video, what it shows without one", page("江岸故事 第3集 老站长", date+"<div id=player></div><p>本期节目主要内容：站长每天四点起床，本集跟着他看一年里最忙的一天。</p>"), false},
		{"a video", page("江岸故事 第3集 老站长", date+"<div id=player></div><div><span>简介：</span>站长每天四点起床，本集跟着他看一年里最忙的一天。</div>"), false},
		{"a product and what its buyers say", page("江岸牌T60收割机", "<p>参考报价：14800元</p><h2>网友点评</h2><dl><dt>江岸网友 老赵 2022-09-05</dt><dd>"+text+"</dd><dt>江岸网友 小林 2022-09-02</dt><dd>"+more+"</dd></dl>"), false},
		{"one whose buyers have a count", page("江岸牌T60收割机", "<p>参考报价：14800元</p><h3>用户评价（2）</h3><dl><dt>老赵 2022-09-05</dt><dd>"+text+"</dd><dt>小林 2022-09-02</dt><dd>"+more+"</dd></dl>"), false},
		{"a test of a product, and what its buyers say", page("江岸牌T60收割机", date+text+more+"<h2>网友点评</h2><dl><dt>江岸网友 老赵 2022-09-05</dt><dd>收得干净，就是费油。</dd></dl>"), true},
		{"a report below a button for comments", page("江岸秋粮丰收在望", date+"<div><a href=#c>网友评论(12)</a></div>"+text+more), true},
		{"a report on comments", page("网友点评江岸秋粮", date+text+more), true},
		{"the front of a channel", page("江岸农事", "<section><h2><a href=/l/1>江岸秋粮今年开镰早了十天</a></h2>"+text+"<p>2022-09-05 22:03</p></section>"), false},
		{"a stream of flashes", page("快讯", "<p>2022年09月05日 星期一</p>"+flashes("15:41", "15:36", "15:30", "15:22")), false},
		{"a live report", page("江岸大桥通车现场直播", "<p>2022年09月05日 星期一</p>"+flashes("15:41", "15:36", "15:30", "15:22")), true},
		{"a day in short", page("速读", "<p>2022年09月05日 星期一</p>"+flashes("09:10", "12:36", "15:30", "18:22")), true},
	} {
		_, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if c.article && err != nil || !c.article && !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: error %v", c.why, err)
		}
	}
}
