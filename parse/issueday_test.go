package parse

import (
	"strings"
	"testing"
)

// TestIssueDay: the day in a paper's masthead, far above the headline.
func TestIssueDay(t *testing.T) {
	masthead := "<div>2022年09月05日 星期一</div>" + strings.Repeat("<p><a href=/b>另一条新闻的标题</a></p>", 20)
	for _, c := range []struct{ url, want string }{
		{"https://epaper.jiangan.example/html/2022-09/05/content_1.htm", "2022-09-05"},
		{"https://epaper.jiangan.example/html/20220905/1.htm", "2022-09-05"},
		{"https://epaper.jiangan.example/html/2022-08/31/content_1.htm", ""},
		{"https://epaper.jiangan.example/1.htm", ""},
		{"", ""},
	} {
		res, err := HTML([]byte(page(masthead, "<div>林青</div>", prose+prose)), Options{URL: c.url, Profiles: NoProfiles()})
		got := ""
		if p := res.Article.Published; p.Precision != "" {
			got = p.Time.Format("2006-01-02")
		}
		if err != nil || got != c.want {
			t.Errorf("%s: published %q, %v, want %q", c.url, got, err, c.want)
		}
	}
}
