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
