package parse

import "testing"

// TestTitleAbove: the headline of pages whose title element names the site alone.
func TestTitleAbove(t *testing.T) {
	const at = "<div>2022-09-05 22:03 来源：江岸日报</div>"
	page := func(head string) string {
		return "<html><head><meta charset=utf-8><title>江岸在线</title></head><body>" + head + "<div>" + prose + "</div></body></html>"
	}
	for _, c := range []struct{ why, page, want string }{
		{"h1", page("<h1>江桥今日通车</h1>" + at), "江桥今日通车"},
		{"a class", page("<div class=bt>江桥今日通车</div>" + at), "江桥今日通车"},
		{"nothing but its place", page("<div>江桥今日通车 两岸居民走上桥面</div>" + at), "江桥今日通车 两岸居民走上桥面"},
		{"no time", page("<h2>江桥今日通车 两岸居民走上桥面</h2><div>来源：江岸日报 2022年</div>" + at), "江桥今日通车 两岸居民走上桥面"},
		{"a day of the site above it", page("<div>2022年09月05日 星期一</div><div>江岸城市生活</div><h1>江桥今日通车</h1>" + at), "江桥今日通车"},
		{"the time above it", page(at + "<h1>江桥今日通车</h1>"), "江桥今日通车"},
		{"a subtitle in the same heading", page("<h2>江桥今日通车</h2><h2>两岸居民走上桥面 看江水从脚下流过</h2>" + at), "江桥今日通车"},
		{"buttons between", page("<h1>江桥今日通车</h1>" + at + "<div>微信</div><div>微博</div><div>打印</div><div>收藏</div><div>分享到</div><div>复制链接</div>"), "江桥今日通车"},
		{"linked headings above it", page("<h2><a href=/1>江边公园今年秋天重新开放</a></h2><h2>江桥今日通车</h2>" + at), "江桥今日通车"},
		{"a note that is set as one", "<title>江桥今日通车 两岸居民走上桥面_江岸在线</title><div>江桥今日通车 两岸居民走上桥面</div>" + at + "<h2>（原标题：江桥今日通车 两岸居民走上桥面）</h2>" + prose, "江桥今日通车 两岸居民走上桥面"},
		{"the larger font", page("<div align=center><font size=3><b>三年建设全长两公里</b></font></div><div align=center><font size=5><b>江桥今日通车</b></font></div>" + at), "江桥今日通车"},
		{"the larger font, by style", page("<div align=center><b style='font-size:14px'>三年建设全长两公里</b></div><div align=center><b style='color:red; font-size: 24px'>江桥今日通车</b></div>" + at), "江桥今日通车"},
		{"the section that the title element states", "<html><head><meta charset=utf-8><title>城市要闻_江岸日报</title></head><body><table><tr><td><h3>城市要闻</h3><ul><li><a href=/1>渡口昨日停航</a></li></ul></td><td><h1>江桥今日通车 两岸居民走上桥面</h1>" + at + prose + "</td></tr></table></body></html>", "江桥今日通车 两岸居民走上桥面"},
		{"as short, and stated likewise", "<html><head><meta charset=utf-8><title>江桥今日通车_江岸日报</title></head><body><h3>江桥今日通车</h3>" + at + "<div>" + prose + "</div></body></html>", "江桥今日通车"},
		{"a breadcrumb", page("<div>首页 &gt; 江岸城市要闻</div><div>江桥今日通车</div>" + at), "江桥今日通车"},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if got := res.Article.Title; got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

// TestJoinedTitle: a heading of two lines is one headline if the page states both
// as its title; else one of them is.
func TestJoinedTitle(t *testing.T) {
	const at = "<p class=info>2022-09-05 22:03</p>"
	for _, c := range []struct{ why, stated, head, title, kicker, subtitle string }{
		{"stated with a mark", "江桥今日通车：两岸居民走上桥面", "<h1>江桥今日通车：<br>两岸居民走上桥面</h1>", "江桥今日通车：两岸居民走上桥面", "", ""},
		{"stated with a space", "江桥今日通车 两岸居民走上桥面", "<h1><p>江桥今日通车</p><p>两岸居民走上桥面</p></h1>", "江桥今日通车 两岸居民走上桥面", "", ""},
		{"in a second heading", "江桥今日通车 两岸居民走上桥面", "<h2>江桥今日通车<br>两岸居民走上桥面</h2>", "江桥今日通车 两岸居民走上桥面", "", ""},
		{"stated in part", "江桥今日通车", "<h1>江桥今日通车</h1><h2>两岸居民走上桥面</h2>", "江桥今日通车", "", "两岸居民走上桥面"},
		{"a line more than stated", "江桥今日通车 两岸居民走上桥面", "<h1>江桥今日通车<br>两岸居民走上桥面<br>全长两公里的大桥</h1>", "江桥今日通车 两岸居民走上桥面", "", "全长两公里的大桥"},
		{"stated as one line", "江桥今日通车？ 两岸居民走上桥面", "<h1>江桥今日通车？<br class=x> 两岸居民走上桥面</h1>", "江桥今日通车？两岸居民走上桥面", "", ""},
		{"one line stated", "江桥今日通车", "<h1>江桥今日通车<br>两岸居民走上桥面</h1>", "江桥今日通车", "", "两岸居民走上桥面"},
		{"nothing stated", "江岸新闻网", "<h1>江桥今日通车<br><span>两岸居民走上桥面</span></h1>", "江桥今日通车 两岸居民走上桥面", "", ""},
		{"nothing stated, in bold", "江岸新闻网", "<table><tr><td><font size=5><b>江桥今日通车<br>两岸居民走上桥面</b></font></td></tr></table>", "江桥今日通车 两岸居民走上桥面", "", ""},
		{"nothing stated, with the outlet", "江岸新闻网", "<h1>江桥今日通车两岸居民走上桥面<br>江岸晚报</h1>", "江桥今日通车两岸居民走上桥面", "", ""},
		{"stated, under a kicker set likewise", "江桥今日通车　比工期提前两月", "<table><tr><td align=center>连接两岸　总投资两亿元</td></tr><tr><td align=center>江桥今日通车</td></tr></table>", "江桥今日通车", "连接两岸　总投资两亿元", ""},
		{"stated in two lines, under a kicker", "江桥今日凌晨通车 “夜间桥”接通两岸", "<table><tr><td align=center>三百名工人 两岸居民齐声喝彩</td></tr><tr><td align=center>江桥今日凌晨通车<br>“夜间桥”接通两岸</td></tr></table>", "江桥今日凌晨通车 “夜间桥”接通两岸", "三百名工人 两岸居民齐声喝彩", ""},
		{"stated with what stands below it, and put otherwise", "首批早高峰直达线开通 水厂路到江边广场快了半小时", "<h1>首批早高峰直达线昨开通</h1><div>水厂路到江边广场快了半小时</div>", "首批早高峰直达线昨开通", "", "水厂路到江边广场快了半小时"},
		{"stated, between blocks set like it", "江桥今日通车", "<div>老城区改造工程全部完工</div><div>江桥今日通车</div><div>两岸居民不再绕行十里</div><div class=page_tools>2022-09-05 22:03 江岸日报 <a href=#c>我要评论</a> <a href=#p>打印</a></div>", "江桥今日通车", "老城区改造工程全部完工", "两岸居民不再绕行十里"},
		{"stated before the site and a space", "江桥今日通车 两岸居民走上桥面  江岸新闻网 ", "<h1>江桥今日通车<br>两岸居民走上桥面</h1>", "江桥今日通车 两岸居民走上桥面", "", ""},
	} {
		page := "<html><head><meta charset=utf-8><title>" + c.stated + "_江岸在线</title></head><body><div>" + c.head + at + "</div><div>" + prose + "</div></body></html>"
		res, err := HTML([]byte(page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if a := res.Article; a.Title != c.title || a.Kicker != c.kicker || a.Subtitle != c.subtitle {
			t.Errorf("%s: title %q, kicker %q, subtitle %q, want %q, %q, %q", c.why, a.Title, a.Kicker, a.Subtitle, c.title, c.kicker, c.subtitle)
		}
	}
}
