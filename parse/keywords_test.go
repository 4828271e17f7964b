package parse

import (
	"slices"
	"strings"
	"testing"
)

func TestKeywords(t *testing.T) {
	for _, c := range []struct {
		why, head, tail string
		want            []string
	}{
		{"none", "", "", nil},
		{"a meta", "<meta name=keywords content=江桥,通车>", "", []string{"江桥", "通车"}},
		{"a list in JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","keywords":["江桥","通车"]}</script>`, "", []string{"江桥", "通车"}},
		{"a string in JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","keywords":"江桥,通车"}</script>`, "", []string{"江桥", "通车"}},
		{"those of every page", "<meta name=keywords content=视频,弹幕,字幕,番剧,ANIME>", "", nil},
		{"those of every page, beside tags", "<meta name=keywords content=视频,弹幕,字幕,番剧,ANIME>", "<div class=tags><a href=/t/1>江桥</a><a href=/t/2>通车</a></div>", []string{"江桥", "通车"}},
		{"one of many that the text has", "<meta name=keywords content=视频,弹幕,字幕,番剧,步道>", "", []string{"视频", "弹幕", "字幕", "番剧", "步道"}},
		{"those of every page, one by chance in the text", "<meta name=keywords content=视频,弹幕,字幕,番剧,步道,ANIME,AMV,MAD,音乐>", "", nil},
		{"a list of tags without links", "", "<ul class=tags><li>江桥</li><li>跨江通车</li></ul>", []string{"江桥", "跨江通车"}},
		{"a label as an item", "", "<ul class=tags><li>标签</li><li><a href=/t/1>江桥</a></li><li><a href=/t/2>通车</a></li></ul>", []string{"江桥", "通车"}},
		{"a list of tags and a sentence", "", "<ul class=tags><li>江桥</li><li>通车当天免费，次日起收费。</li></ul>", nil},
		{"many of one subject with the headline", "<meta name=keywords content=大桥收费,大桥时刻,居民须知,过江方法,路线>", "", []string{"大桥收费", "大桥时刻", "居民须知", "过江方法", "路线"}},
		{"behind a label", "<meta name=keywords content=江岸新闻,江岸>", "<p>关键词：江桥 通车</p>", []string{"江桥", "通车"}},
		{"a row of tags", "", "<div class=article-tags><a href=/t/1>#江桥</a><a href=/t/2>通车</a></div>", []string{"江桥", "通车"}},
		{"a list of tags with a label", "", "<div class=tag-list><h3>关键词</h3><ul><li><a href=/t/1>江桥</a><li><a href=/t/2>通车</a></ul></div>", []string{"江桥", "通车"}},
		{"a row of tags beside a meta", "<meta name=keywords content=江桥,渡船>", "<div class=tags><a href=/t/1>江桥</a><a href=/t/2>通车</a></div>", []string{"江桥", "渡船"}},
		{"a label on the row", "", "<div class=article-tags>Tags: <a href=/t/1>江桥</a>, <a href=/t/2>通车</a></div>", []string{"江桥", "通车"}},
		{"a label that goes before a meta", "<meta name=keywords content=江岸新闻,江岸>", "<div class=tags><span>相关标签：</span><a href=/t/1>江桥</a> <a href=/t/2>通车</a></div>", []string{"江桥", "通车"}},
		{"links that say tag", "", "<ul><li><a href=/t/1 rel=tag>江桥</a></li><li><a href=/t/2 rel=tag>通车</a></li></ul>", []string{"江桥", "通车"}},
		{"one that says so", "", "<p><a href=/t/1 rel=tag>江桥</a></p>", []string{"江桥"}},
		{"one that says category", "", "<p><a href=/t/1 rel='category tag'>桥梁建设</a></p>", nil},
		{"between hashes", "", "<ul class=tags><li>#江桥#</li><li>#跨江通车#</li></ul>", []string{"江桥", "跨江通车"}},
		{"behind hashes, on a line", "", "<p>#江桥 #跨江通车</p>", []string{"江桥", "跨江通车"}},
		{"behind hashes, twice", "", "<p>#江桥</p><p>#江桥 #跨江通车</p>", []string{"江桥", "跨江通车"}},
		{"a line that begins with one", "", "<p>#江桥 今天通车</p>", nil},
		{"the title element as one of them", "<meta name=keywords content='江桥今日通车 两岸居民走上桥面_江岸在线,江桥'>", "", []string{"江桥"}},
		{"the site's", "<meta name=keywords content=江岸在线,本地新闻,生活服务>", "", nil},
		{"the site's name before the page's", "<meta name=keywords content=江岸在线,跨江大桥,通车>", "", []string{"江岸在线", "跨江大桥", "通车"}},
		{"one link", "", "<div class=tags><a href=/t/1>江桥</a></div>", nil},
		{"stories", "", "<div class=tags><a href=/1>江岸地铁三号线今天开始试运行，全程三十分钟</a><a href=/2>江岸老城区改造完成，居民陆续搬回新居</a></div>", nil},
		{"links in a text", "", "<div class=tags>来自<a href=/1>江桥</a>的<a href=/2>江桥手记</a></div>", nil},
	} {
		page := strings.Replace(story("<p>2022-09-05 22:03</p>", prose+c.tail), "</head>", c.head+"</head>", 1)
		res, err := HTML([]byte(page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if got := res.Article.Keywords; !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
