package parse_test

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestSections: breadcrumbs as portals write them above a headline, and lines
// that are none.
func TestSections(t *testing.T) {
	for _, c := range []struct{ above, want string }{
		{"<div>当前位置：<a href=/>首页</a> &gt; <a href=/gn>国内</a> &gt; 正文</div>", "首页 国内"},
		{"<div><a href=/>首页</a> &gt;&gt; <a href=/gn>国内</a></div>", "首页 国内"},
		{"<div class=crumb><a href=/>江岸新闻网</a> | <a href=/gn>国内</a> | 正文</div>", "江岸新闻网 国内"},
		{"<div class=crumbs><ul><li><a href=/>首页</a></li><li><a href=/gn>国内</a></li></ul></div>", "首页 国内"},
		{"<p><span>新聞</span> ＞ <span>國際財經</span></p>", "新聞 國際財經"},
		{"<h3>首页 - 新闻动态</h3>", "首页 新闻动态"},
		{"<div><a href=/gn>新闻中心</a>&gt;&gt;<a href=/gn>国内</a></div><div class=path>新闻热线：021-22334455 手机报料：13800000000 <a href=/b>在线报料</a></div>", "新闻中心 国内"},
		{"<div><a href=/>首页</a> | <a href=/a>今日新闻</a> | <a href=/b>往日新闻</a> | <a href=/s>搜索</a></div>", ""},
		{"<p>江岸跨江大桥 &gt; 一期工程的施工单位今天宣布完工</p>", ""},
		{"<div>江岸新闻 - 城市 - 观察</div>", ""},
	} {
		page := strings.Replace(smallPage("<p>{1}</p><p>{2}</p><p>{3}</p>"), "<h1>", c.above+"<h1>", 1)
		res, err := parse.HTML([]byte(page), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if got := strings.Join(res.Article.Section, " "); err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", c.above, got, err, c.want)
		}
	}
}
