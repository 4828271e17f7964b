package parse

import (
	"strings"
	"testing"
)

// TestSite: the part of a title element that is the site's name.
func TestSite(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"{h}_江岸在线", "江岸在线"},
		{"{h} - 江岸网(jiangan.example)", "江岸网"},
		{"{h}-江岸健康网_心血管", "江岸健康网"},
		{"江岸网 - {h}", "江岸网"},
		{"江岸新闻网-生活新闻_{h}", "江岸新闻网"},
		{"{h}-江岸日报数字报", "江岸日报"},
		{"江桥晚报 今日通车-桥头", ""},
		{"{h}_生活新闻", ""},
		{"{h}-江岸晚报多媒体数字版", "江岸晚报"},
		{"{h}", ""},
	} {
		page := strings.Replace(story("<div>2022-09-05 22:03</div>", prose), "江桥今日通车 两岸居民走上桥面_江岸在线", strings.Replace(c.title, "{h}", "江桥今日通车 两岸居民走上桥面", 1), 1)
		res, err := HTML([]byte(page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.title, err)
		} else if got := res.Article.Site; got != c.want {
			t.Errorf("%s: %q, want %q", c.title, got, c.want)
		}
	}
}

// TestSiteOfCrumb: the site's name where the breadcrumb begins with it.
func TestSiteOfCrumb(t *testing.T) {
	for _, c := range []struct{ title, first, want string }{
		{"{h}_江岸新闻_江岸新闻网", "江岸新闻网", "江岸新闻网"},
		{"{h}-江岸在线新闻频道", "江岸在线", "江岸在线"},
		{"{h}_江岸第一门户网", "江岸在线", "江岸在线"},
		{"{h}_江岸日报", "首页", "江岸日报"},
		{"{h} - 江边人家", "江边人家", "江边人家"},
		{"{h} - 江边人家", "首页", ""},
		{"{h}_江岸日报", "国内", "江岸日报"},
	} {
		crumb := "<div>当前位置：<a href=/>" + c.first + "</a> &gt; <a href=/xw>江岸新闻</a></div>"
		page := strings.Replace(page(crumb, "<div>2022-09-05 22:03</div>", prose), "江桥今日通车 两岸居民走上桥面_江岸在线", strings.Replace(c.title, "{h}", "江桥今日通车 两岸居民走上桥面", 1), 1)
		res, err := HTML([]byte(page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.title, err)
		} else if got := res.Article.Site; got != c.want {
			t.Errorf("%s: %q, want %q", c.title, got, c.want)
		}
	}
}
