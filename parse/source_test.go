package parse

import (
	"strings"
	"testing"
)

// prose is running text that makes a page an article.
const prose = "<p>江桥今天上午通车，两岸居民走上桥面，看江水从脚下流过，说以后上班不必再等渡船。</p>" +
	"<p>这座桥修了三年，全长两公里，双向四车道，两侧各有一条步道，夜里灯光沿桥身铺开。</p>" +
	"<p>工程师说，桥的设计年限是一百年，抗风等级高于当地五十年来记录到的最大风速。</p>"

// story returns a page with a headline, head below it and body below that.
func story(head, body string) string {
	return "<html><head><meta charset=utf-8><title>江桥今日通车 两岸居民走上桥面_江岸在线</title></head><body><div><h1>江桥今日通车 两岸居民走上桥面</h1>" +
		head + "</div><div>" + body + "</div></body></html>"
}

// page returns a story with a top above everything else.
func page(top, head, body string) string {
	return strings.Replace(story(head, body), "<body>", "<body>"+top, 1)
}

// TestSource: where the outlet is found when no label stands before it.
func TestSource(t *testing.T) {
	const at = "<span>2022-09-05 22:03</span>"
	for _, c := range []struct{ why, page, want string }{
		{"a label", story("<div>"+at+" 来源：江岸日报</div>", prose), "江岸日报"},
		{"an account that calls itself official", story("<div>"+at+"</div><div>桥头手记官方账号</div>", prose), "桥头手记"},
		{"a signature with a day below the text", story("<div>作者：林青</div>", prose+"<p align=right>《江岸晨报》 2022年9月5日</p>"), "江岸晨报"},
		{"a link that leads nowhere", story("<div>"+at+" 来源：<a>江岸日报</a></div>", prose), "江岸日报"},
		{"a byline with its place", story("<div>"+at+" 本报记者 李靖岚 江岸报道</div>", prose), ""},
		{"the place behind a linked name", story("<div>"+at+" <a href=/u/1>记者李靖岚</a>／江岸报道</div>", prose), ""},
		{"a byline in an element called name", story("<div><span class=author-name>记者李靖岚</span> "+at+"</div>", prose), ""},
		{"an official account between marks", story("<div><span class=x_authorName>《江岸晚报》官方帐号</span> "+at+"</div>", prose), "江岸晚报"},
		{"an edition for screens", story("<div>"+at+" 江岸日报数字报</div>", prose), "江岸日报"},
		{"a label, the name in brackets", story("<div>"+at+" 来源：[ <a href=/x>江岸日报</a> ]</div>", prose), "江岸日报"},
		{"an outlet by its ending", story("<div>"+at+" <span>江岸日报</span></div>", prose), "江岸日报"},
		{"an outlet beside the site's own name", story("<div>江岸在线　"+at+"　江岸都市报</div>", prose), "江岸都市报"},
		{"the site's own name alone", story("<div>江岸在线　"+at+"</div>", prose), "江岸在线"},
		{"the home page in the breadcrumb", strings.ReplaceAll(page("<div>当前位置：<a href=/>江岸在线</a> &gt; <a href=/kj>科技频道</a> &gt; 正文</div>", "<div>"+at+"　<span>江岸在线</span></div>", prose), "_江岸在线", ""), "江岸在线"},
		{"the home page of a part", strings.ReplaceAll(page("<div>当前位置：<a href=/>科技频道</a> &gt; <a href=/kj>手机</a> &gt; 正文</div>", "<div>"+at+"　<span>科技频道</span></div>", prose), "_江岸在线", ""), ""},
		{"the section of the breadcrumb", page("<div>当前位置：<a href=/>首页</a> &gt; <a href=/jk>健康</a> &gt; <a href=/jk/zx>健康资讯</a></div>", "<div><span>健康资讯</span> "+at+"</div>", prose), ""},
		{"an outlet and its part", story("<div>"+at+" 江岸新闻·民生频道</div>", prose), "江岸新闻·民生频道"},
		{"an outlet and its part in a class", story("<div><span class=source>江岸新闻·民生频道</span> "+at+"</div>", prose), "江岸新闻·民生频道"},
		{"an outlet that no ending tells", story("<div>"+at+" 参考消息</div>", prose), "参考消息"},
		{"an outlet that reads like a name", story("<div>"+at+" <span>金融界</span></div>", prose), "金融界"},
		{"an outlet on a line of its own", story("<div>江岸日报</div><div>"+at+"</div>", prose), "江岸日报"},
		{"an outlet and a name in a bracket", story("<div>"+at+"</div><div>【江岸日报／赵望舒】</div>", prose), "江岸日报"},
		{"a name behind a counter's rest", story("<div><span>桥头手记</span> "+at+" <span>字号：T|T</span></div>", prose), "桥头手记"},
		{"an outlet and a person on a line of their own", story("<div>"+at+"</div><div>江岸日报 赵望舒</div>", prose), "江岸日报"},
		{"a class behind the text", story("<div>"+at+"</div>", prose+"</div><div class=source>《江岸日报》"), "《江岸日报》"},
		{"an outlet in marks of a title behind the text", story("<div>"+at+"</div>", prose+"</div><div>（《江岸日报》）"), "《江岸日报》"},
		{"a class", story("<div>"+at+" <span class=source>桥头手记</span></div>", prose), "桥头手记"},
		{"a class around what sets it off", story("<div>"+at+" <span class=source>[&nbsp;<em>桥头手记</em>&nbsp;原创&nbsp;]</span></div>", prose), "桥头手记"},
		{"a class around the whole line", story("<div class=source>"+at+" <span>桥头民生</span></div>", prose), ""},
		{"an account that links to its page", story("<div>"+at+" <a href=/u/1>桥头手记</a></div>", prose), "桥头手记"},
		{"an account that a menu calls otherwise", page("<nav><a href=/q/>桥梁要闻</a></nav>", "<div>"+at+" <a href=/q/1>桥头手记</a></div>", prose), "桥头手记"},
		{"a section that a menu calls likewise", page("<nav><a href=/q/>桥头手记</a></nav>", "<div><span>桥头手记</span> "+at+"</div>", prose), ""},
		{"an outlet in a menu", page("<nav><a href=/q/>江岸日报</a></nav>", "<div><span>江岸日报</span> "+at+"</div>", prose), "江岸日报"},
		{"a link to a category", story("<div>"+at+" <a rel=category href=/q>江岸资讯</a></div>", prose), ""},
		{"an outlet that calls itself news", story("<p><em>江岸新闻</em> "+at+"</p>", prose), "江岸新闻"},
		{"an account on a line above the time", story("<div><a href=/u/1>桥头手记</a></div><div>"+at+"</div>", prose), "桥头手记"},
		{"an account that a meta states", story("<meta name=author content=桥头手记><div>桥头手记</div><div>"+at+"</div>", prose), "桥头手记"},
		{"an account that a script states", story(`<script>var p={"media":"桥头手记"}</script><div>桥头手记</div><div>`+at+"</div>", prose), "桥头手记"},
		{"escaped in a script", story(`<script>var p="{\"nickName\": \"桥头手记\"}"</script><div>桥头手记</div><div>`+at+"</div>", prose), "桥头手记"},
		{"an account by its class that the title states", strings.Replace(story("<div class=bar><a class=name href=/u/1>桥头看水的人</a> "+at+"</div>", prose), "_江岸", "_桥头看水的人_江岸", 1), "桥头看水的人"},
		{"an account with a button to follow it", story("<div>"+at+"</div><div><div><a href=/u/1>桥头看水的人</a><span>LV6</span></div><div><div>关注</div></div></div>", prose), "桥头看水的人"},
		{"a button to follow the site", story("<div>"+at+"</div><div>桥头看水的地方</div><div><div><div>关注</div></div></div>", prose), ""},
		{"an account by one of its classes", strings.Replace(story("<div class=bar><a class='left name' href=/u/1>桥头看水的人</a> "+at+"</div>", prose), "_江岸", "_桥头看水的人_江岸", 1), "桥头看水的人"},
		{"an account, not the client that it wrote with", story("<div class=bar><a class=name href=/u/1>桥头看水的人</a> "+at+" <span>来自<a>江岸客户端</a></span></div>", prose), "桥头看水的人"},
		{"a client and no account", story("<div>"+at+" <span>来自<a>江岸客户端</a></span></div>", prose), "江岸客户端"},
		{"an account that the text was taken from", story("<div>"+at+"</div>", "<p>本文来自微信公众号：桥头看水（ID：kanshui），作者：赵望舒</p>"+prose), "桥头看水"},
		{"in quotes", story("<div>"+at+"</div>", "<p>本文转自公众号“桥头看水”(id:kanshui)，作者：赵望舒</p>"+prose), "桥头看水"},
		{"an outlet that the text was taken from", story("<div>"+at+"</div>", prose+"<p>本文转载自：桥头看水，作者：赵望舒</p>"), "桥头看水"},
		{"an outlet in a bracket before the text", story("<div>"+at+"</div>", "<p>【江岸网】江桥今天通车，市民走上桥面。</p>"+prose), "江岸网"},
		{"an outlet and a day in a bracket behind it", story("<div>"+at+"</div>", prose+"<p>桥上的灯亮了。（江岸网 9月5日）</p>"), "江岸网"},
		{"a day and an outlet in a bracket below it", story("<div>"+at+"</div>", prose+"<div>【2022/09/05 江岸日报】</div>"), "江岸日报"},
		{"a hidden label", story("<div>"+at+"</div><div style='display:none'><span>来源：<a href=/>江岸网</a></span></div>", prose), "江岸网"},
		{"who provides the text to the publisher", story(`<script type=application/ld+json>{"@type":"NewsArticle","provider":{"name":"江岸日报"},"publisher":{"name":"桥头门户"}}</script><div>`+at+"</div>", prose), "江岸日报"},
		{"a meta", story("<meta name=contentsource content=江岸日报><div>"+at+"</div>", prose), "江岸日报"},

		{"nobody", story("<div>"+at+"</div>", prose), ""},
		{"a section", story("<meta name=keywords content=桥梁要闻,江桥><div><a href=/n/>桥梁要闻</a></div><div>"+at+"</div>", prose), ""},
		{"a section that the menu links to", page("<nav><a href=/q/>桥梁要闻</a></nav>", "<div>"+at+" <a href=/q/>桥梁要闻</a></div>", prose), ""},
		{"a section by the address of its link", story("<div>"+at+" <a href=/category/9>桥梁要闻</a></div>", prose), ""},
		{"a section of two characters", story("<div><a href=/s>民生</a><span>发布时间：2022-09-05 22:03</span></div>", prose), ""},
		{"tags in a row above the time", story("<div><a href=/t/1>桥梁见证</a><a href=/t/2>江岸往事</a></div><div>"+at+"</div>", prose), ""},
		{"a rubric before the time", story("<p><em>法语新闻</em> "+at+"</p>", prose), ""},
		{"a rubric on a line of its own", story("<p>社會新聞</p><div>"+at+"</div>", prose), ""},
		{"an author whose name is padded", story("<div><span>作者</span> <a href=/a/1>赵 望舒</a> | "+at+"</div>", prose), ""},
		{"a breadcrumb", story("<div><a href=/>江岸新闻</a><div>&gt;</div><a href=/n/>要闻</a></div><div>"+at+"</div>", prose), ""},
		{"a step of a breadcrumb that a meta states", story("<meta name=author content=桥头要闻><div>江岸</div><div>&gt;</div><div>桥头要闻</div><div>"+at+"</div>", prose), ""},
		{"a remark in a script", story("<script>// source: 桥头手记\n</script><div>桥头手记</div><div>"+at+"</div>", prose), ""},
		{"a form", story("<div>"+at+"</div><textarea>来源：江岸网</textarea>", prose), ""},
		{"buttons", story("<div>"+at+" <a href=#>我要评论</a> <a href=#>收藏本文</a></div>", prose), ""},
		{"words that no script or meta states", story(`<script>var p={"title":"桥头手记"}</script><div>桥头手记</div><div>`+at+"</div>", prose), ""},
		{"a person", story(`<script>var p={"author":"赵望舒"}</script><div>赵望舒</div><div>`+at+"</div>", prose), ""},
		{"a rubric", story("<div>"+at+"</div>", "<p>【国际新闻】江桥今天通车，市民走上桥面。</p>"+prose), ""},
		{"a comment", story("<div>"+at+"</div><!-- 来源：江岸网 -->", prose), ""},
		{"a template", story("<div>"+at+"</div><div style='display:none'>来源：{{source}}</div>", prose), ""},
		{"an outlet and a word", story("<div>"+at+"</div><div>江岸日报 读者</div>", prose), ""},
		{"a book behind the text", story("<div>"+at+"</div>", prose+"</div><div>《江岸往事》"), ""},
		{"a remark at the end", story("<div>"+at+"</div>", prose+"<p>桥上的灯亮了。（九月五日，江岸）</p>"), ""},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if got := res.Article.Source.Name; got != c.want {
			t.Errorf("%s: %q, want %q (%s)", c.why, got, c.want, rules(res, FieldSource))
		}
	}
}

// rules returns the rules that found a field.
func rules(res *Result, f Field) string {
	var out []string
	for _, e := range res.Provenance {
		if e.Field == f {
			out = append(out, e.Rule)
		}
	}
	return strings.Join(out, " ")
}

// TestBareAuthor: whose name without a label is the author's.
func TestBareAuthor(t *testing.T) {
	const at = "<span>2022-09-05 22:03</span>"
	for _, c := range []struct{ why, page, want string }{
		{"beside the time", story("<div>"+at+" <span>赵望舒</span></div>", prose), " author 赵望舒"},
		{"a rare surname beside the time", story("<div>"+at+" <span>谷雨生</span></div>", prose), " author 谷雨生"},
		{"two beside the time", story("<div><span><a href=/p/>江岸日报</a></span> <span>岑小桥 赵望舒</span> <span>2022-09-05 22:03</span></div>", prose), " author 岑小桥 author 赵望舒"},
		{"two that a mark parts", story("<div>"+at+" <span>赵望舒、孙岚</span></div>", prose), " author 赵望舒 author 孙岚"},
		{"two of whom the end of the text credits one", story("<div>"+at+" <span>赵望舒 孙晓岚</span></div>", prose+"<p>责任编辑：孙晓岚</p>"), " author 赵望舒 responsible-editor 孙晓岚"},
		{"places beside the time", story("<div>"+at+" <span>黄山 马鞍山</span></div>", prose), ""},
		{"sections beside the time", story("<div>"+at+" <span>国内 时政</span></div>", prose), ""},
		{"above the time", story("<div>赵望舒</div><div>"+at+"</div>", prose), " author 赵望舒"},
		{"a word of the info line", story("<div>"+at+"　江岸日报　赵望舒</div>", prose), " author 赵望舒"},
		{"a byline with a place", story("<div>趙望舒 報導 / 台北市</div><div>"+at+"</div>", prose), " reporter 趙望舒"},
		{"in an element called byline", story("<div class=byline><span>赵望</span></div><div>"+at+"</div>", prose), " author 赵望"},
		{"in an element called auth", story("<div><span class=where>江岸日报</span> <span class=auth>赵望</span> "+at+"</div>", prose), " author 赵望"},
		{"part of the publisher's name", story("<meta property=og:site_name content='Wang News 江岸'><meta name=author content='Wang News 江岸'><div>"+at+"</div>", prose), ""},
		{"a meta beside a reporter", story("<meta name=author content=赵望舒><div>"+at+" 记者：孙晓岚</div>", prose), " reporter 孙晓岚"},
		{"a meta beside a translator", story("<meta name=author content=赵望舒><div>"+at+" 翻译：孙晓岚</div>", prose), " translator 孙晓岚 author 赵望舒"},
		{"a keyword too", story("<meta name=keywords content=谷雨生,江桥><div>谷雨生</div><div>"+at+"</div>", prose), " author 谷雨生"},
		{"who opens the headline of a column", strings.ReplaceAll(story("<div><a href=/a/1>赵望舒</a> "+at+"</div>", prose), "江桥今日通车", "赵望舒专栏：江桥今日通车"), " author 赵望舒"},
		{"whom the headline is about", strings.ReplaceAll(story("<div><a href=/a/1>赵望舒</a> "+at+"</div>", prose), "江桥今日通车", "赵望舒说江桥今日通车"), ""},
		{"behind an outlet on a line of their own", story("<div>"+at+"</div><div>江岸日报 赵望舒</div>", prose), " author 赵望舒"},
		{"behind the outlet", story("<div>江岸日報／趙望舒 "+at+"</div>", prose), " author 趙望舒@江岸日報"},
		{"behind the text", story("<div>"+at+"</div>", prose+"<p>谷雨生</p>"), " author 谷雨生"},
		{"before the text", story("<div>"+at+"</div>", "<p>赵望舒</p>"+prose), " author 赵望舒"},
		{"behind a bullet", story("<div>"+at+"</div>", prose+"<p>■谷雨生 孙晓岚</p>"), " author 谷雨生 author 孙晓岚"},
		{"in a bracket behind the text", story("<div>"+at+"</div>", prose+"<p>桥上的灯亮了。（赵望舒）</p>"), " author 赵望舒"},

		{"whom the page says to be a person", story("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"桥头的鸭子\"}}</script><div><a class=nickname href=/u/1>桥头的鸭子</a> "+at+"</div>", prose), " author 桥头的鸭子"},
		{"an outlet that it says to be one", story("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"江岸日报\"}}</script><div><a class=nickname href=/u/1>江岸日报</a> "+at+"</div>", prose), ""},
		{"behind a site of Latin letters", strings.ReplaceAll(story("<div>"+at+"</div><div><a href=/a/1>江岸台newsite | 赵望舒</a> 综合报道</div>", prose), "_江岸在线</title>", " | 江岸台 Newsite</title>"), " reporter 赵望舒"},

		{"a word in a bracket behind the text", story("<div>"+at+"</div>", prose+"<p>桥上的灯亮了。（高清）</p>"), ""},
		{"a heading before the text", story("<div>"+at+"</div>", "<p><b>赵望舒</b></p>"+prose), ""},
		{"credited already", story("<div>"+at+" 作者：赵望舒</div><div>孙晓岚</div>", prose), " author 赵望舒"},
		{"credited as editor", story("<meta name=author content=赵望舒><div>"+at+" 编辑：<span>赵望舒</span></div>", prose), " editor 赵望舒"},
		{"a section", story("<div>"+at+" <a href=/n/>国内</a></div>", prose), ""},
		{"a place", story("<div>"+at+" <span>石家庄</span></div>", prose), ""},
		{"a heading of the text", story("<div>"+at+"</div>", "<p>容小易</p>"+prose), ""},
		{"a list of names", story("<div>"+at+"</div>", prose+"<p>名单如下</p><p>孙晓岚</p><p>赵望舒</p>"), ""},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if got := people(res.Article.Credits); got != c.want {
			t.Errorf("%s: %q, want %q (%s)", c.why, got, c.want, rules(res, FieldCredits))
		}
	}
}

// TestTailOfPage: what stands behind the text and belongs to it, or not.
func TestTailOfPage(t *testing.T) {
	const at = "<div>2022-09-05 22:03</div>"
	for _, c := range []struct{ why, page, credits, day string }{
		{"an editor", story(at, prose+"<p>责任编辑：赵望舒</p>"), " responsible-editor 赵望舒", "2022-09-05"},
		{"an editor who links to a page", story(at, prose+"<p><a href=/u/1>责任编辑：赵望舒</a></p>"), " responsible-editor 赵望舒", "2022-09-05"},
		{"names in an element called author", story("<div>2022-09-05 22:03 <span class=article__author>赵望舒 孙晓岚/江岸社</span></div>", prose), " author 赵望舒 author 孙晓岚", "2022-09-05"},
		{"another name in one", story("<div>2022-09-05 22:03 <span class=author>江岸在线</span></div>", prose), "", "2022-09-05"},
		{"the day of another story", story("", prose+"<ul><li><a href=/2>另一条新闻的标题写在这里</a> <span>2022-09-04 19:01</span></li></ul>"), "", "0001-01-01"},
		{"the day of a dateline", "<div>2022年9月8日</div>" + story("", "<p>江岸网2022年9月5日讯（记者 赵望舒）江桥今天通车，两岸居民走上桥面，看江水从脚下流过。</p>"+prose), " reporter 赵望舒", "2022-09-05"},
		{"the day of a dateline that a meta tells better", story("<meta name=PubDate content='2022-09-06 08:15'>", "<p>江岸网2022年9月5日讯（记者 赵望舒）江桥今天通车，两岸居民走上桥面，看江水从脚下流过。</p>"+prose), " reporter 赵望舒", "2022-09-06"},
		{"a list of names over two lines", story(at, prose+"<p>编辑：赵望舒、<br>孙晓岚、钱江</p>"), " editor 赵望舒 editor 孙晓岚 editor 钱江", "2022-09-05"},
		{"a padded name in brackets", story(at, prose+"<p>（望　舒）</p>"), " author 望舒", "2022-09-05"},
		{"a name before a last picture", story(at, prose+"<p>（望　舒）</p><table><tr><td><img src=/i/a.jpg></td></tr><tr><td>居民走上江桥</td></tr></table>"), " author 望舒", "2022-09-05"},
		{"a word in brackets", story(at, prose+"<p>（完　毕）</p>"), "", "2022-09-05"},
		{"the editor of a menu", story(at, prose+"<ul><li><a href=/a/>作者一览</a></li><li><a href=/e/>责任编辑：赵望舒</a></li></ul>"), "", "2022-09-05"},
		{"the editor of a menu above the text", story(at+"<ul><li><a href=/a/>作者一览</a></li><li><a href=/e/>责任编辑：赵望舒</a></li></ul>", prose), "", "2022-09-05"},
		{"the day under a document", story("<meta name=PubDate content=2022-09-06>", prose+"</div><div>2022年9月5日"), "", "2022-09-06"},
		{"the day a document was signed", story("<meta name=PubDate content=2022-09-06>", prose+"<p>2022年9月5日</p>"), "", "2022-09-06"},
		{"the day above on which it was signed", story("<div>成文日期：2022年9月4日 发布日期：2022年9月5日</div>", prose), "", "2022-09-05"},
		{"no other day than that", story("<div>成文日期：2022年9月4日</div>", prose), "", "2022-09-04"},
		{"a day that is shown above", story("<meta name=PubDate content=2022-09-07>"+at, prose+"<p>2022年9月4日</p>"), "", "2022-09-05"},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if got := people(res.Article.Credits); got != c.credits {
			t.Errorf("%s: credits %q, want %q", c.why, got, c.credits)
		}
		if got := res.Article.Published.Time.Format("2006-01-02"); got != c.day {
			t.Errorf("%s: published %s, want %s", c.why, got, c.day)
		}
	}
}
