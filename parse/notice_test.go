package parse_test

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestNotices: notices of the article, and lines that are none.
func TestNotices(t *testing.T) {
	const (
		told      = "声明：本文转自合作媒体，文中内容只供读者参考。"
		quoted    = "免责声明：凡注明“来源：江岸网”的所有文字图片等资料，版权均属江岸网所有，转载请注明出处；内容仅供参考。"
		bracketed = "江岸日报所有注明「稿件来源：江岸日报」的作品，未经许可不得转载。"
		links     = "<h3>相关新闻</h3><ul><li><a href=/1.html>江岸地铁三号线开始试运行</a></li></ul>"
	)
	for _, c := range []struct{ what, in, want string }{
		{"in the body", "<p>" + told + "</p>", told},
		{"behind it", "{END}<p>" + told + "</p>", told},
		{"behind related links", "{END}" + links + "<p>" + told + "</p>", told},
		{"a widget behind those", "{END}" + links + "<p>江岸日报官方微信</p>", ""},
		{"behind a list of the site's", "{END}<h3>热门文章</h3><p>" + told + "</p>", ""},
		{"of a quoted source", "<p>" + quoted + "</p>", quoted},
		{"of one in brackets", "<p>" + bracketed + "</p>", bracketed},
		{"in the footer", "{END}<div class=footer><p>" + told + "</p></div>", ""},
	} {
		in := "<p>{1}</p><p>{2}</p><p>{3}</p>" + c.in
		if rest, ok := strings.CutPrefix(c.in, "{END}"); ok {
			in = "<p>{1}</p><p>{2}</p><p>{3}</p></div><div>" + rest
		}
		res, err := parse.HTML([]byte(smallPage(in)), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := strings.Join(res.Article.Notices, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
		if s := short(res.Article); s != "1 2 3" {
			t.Errorf("%s: body %s", c.what, s)
		}
	}
}
