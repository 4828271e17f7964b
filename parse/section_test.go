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
		{"<div class=path><a href=http://xw.jiangan.example>新闻</a> <a href=http://cj.jiangan.example/>财经</a> <a href=http://ty.jiangan.example>体育</a></div>", ""},
		{"<div class=breadcrumb><a href=/>江岸网</a> <i></i> <a href=/gn>国内</a> <i></i> <span>江岸跨江大桥今天通车</span></div>", "江岸网 国内"},
		{"<div><a href=/>江岸网</a> <a href=/gn>国内</a> &gt; <a href=/gn/c>城市</a> &gt; 正文</div>", "江岸网 国内 城市"},
		{"<div><a href=/>江岸网</a> &gt; <a href=/gn>国内</a> <span>9月5日</span> <a href=#>打印</a></div>", "江岸网 国内"},
		{"<div><a href=/>首页</a> &gt;&gt; <a href=/gn>国内</a></div>", "首页 国内"},
		{"<div class=crumb><a href=/>江岸新闻网</a> | <a href=/gn>国内</a> | 正文</div>", "江岸新闻网 国内"},
		{"<div class=crumb><div><a href=/>江岸云</a>&gt;</div><div><a href=/sh>生活</a></div></div>", "江岸云 生活"},
		{"<div class=crumbs><ul><li><a href=/>首页</a></li><li><a href=/gn>国内</a></li></ul></div>", "首页 国内"},
		{"<div class=breadcrumb><ul><li><a href=/>首页</a></li><li><a href=/gn>新闻</a></li><li>桥梁建设</li></ul></div>", "首页 新闻 桥梁建设"},
		{"<div class=breadcrumb><ul><li><a href=/>首页</a></li><li><a href=/gn>新闻</a></li><li>桥梁建设</li><li>江岸跨江大桥今天通车</li></ul></div>", "首页 新闻 桥梁建设"},
		{"<div class=breadcrumb><ul><li><a href=/>首页</a></li><li><a href=/gn>新闻</a></li><li>登录</li></ul></div>", "首页 新闻"},
		{"<div class=breadcrumb><ul><li><a href=/>首页</a></li><li><a href=/gn>新闻</a></li><li>阅读新闻</li></ul></div>", "首页 新闻"},
		{"<div><a href=/>首页</a> &gt; <a href=/gn>阅读</a> &gt; 内容阅读</div>", "首页 阅读"},
		{"<div><a href=/>首頁</a> &gt; <a href=/gn>生活</a> &gt; 新聞內文</div>", "首頁 生活"},
		{"<div><a href=/>首页</a> &gt; <a href=/gn>新闻资讯</a> &gt; 详细信息页</div>", "首页 新闻资讯"},
		{"<p><span>新聞</span> ＞ <span>國際財經</span></p>", "新聞 國際財經"},
		{"<h3>首页 - 新闻动态</h3>", "首页 新闻动态"},
		{"<div><a href=/gn>新闻中心</a>&gt;&gt;<a href=/gn>国内</a></div><div class=path>新闻热线：021-22334455 手机报料：13800000000 <a href=/b>在线报料</a></div>", "新闻中心 国内"},
		{"<div>您当前所在的位置：<a href=/>首页</a> &gt; <a href=/gn>国内</a></div>", "首页 国内"},
		{"<div>您正浏览的位置是: <a href=/>江岸新闻网</a> - <a href=/gn>国内</a></div>", "江岸新闻网 国内"},
		{"<div class=crumb><a href=/>首页</a><a href=/gn>国内</a></div>", "首页 国内"},
		{"<div>您的位置：<a href=/dl>电力</a> <a href=/fd>风电</a> <a href=/xm>风电项目</a> 正文</div>", "电力 风电 风电项目"},
		{"<nav class=breadcrumb><a href=/>首页</a> <a href=/gn>国内</a> <span>正文</span></nav>", "首页 国内"},
		{"<nav aria-label=Breadcrumb><a href=/gn>国内</a><a href=/gn/q>桥梁</a></nav>", "国内 桥梁"},
		{"<nav data-testid=page-breadcrumb><a href=/gn>国内</a><a href=/gn/q>桥梁</a></nav>", "国内 桥梁"},
		{"<nav><a href=/gn>国内</a><a href=/gw>国外</a></nav><article><p><a href=/gn>国内</a></p>", "国内"},
		{"<p>江岸在线</p><article><p><a href=/category/3>评论</a> <a href=/category/4>桥头札记</a></p>", "评论 桥头札记"},
		{"<ul><li><a href=/gn>国内</a></li><li><a href=/gw>国外</a></li></ul><ul><li><a href=/gn>国内</a></li><li><a href=/gw>国外</a></li></ul>", ""},
		{"<ul><li><a href=/gn>国内</a></li><li><a href=/c?c=2>桥头札记</a></li></ul><article><p><span>第899期</span> <span>桥头札记</span> <span>2022-09-05</span></p>", "桥头札记"},
		{"<ul><li><a href=/gn>国内</a></li><li><a href=/b>江岸日报</a></li></ul><article><p><span>江岸日报</span> <span>2022-09-05</span></p>", ""},
		{"<p>江岸在线</p><article><p><a href=/zt/8>桥头札记</a></p>", ""},
		{"<p>江岸在线</p><article><p><a href=/tag/8>桥梁</a></p>", ""},
		{"<div class=position><a href=/>首页</a></div>", ""},
		{"<div><a href=/gn>国内</a><a href=/gw>国外</a></div>", ""},
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
