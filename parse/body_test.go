package parse_test

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// The paragraphs that the small pages of the tables below are made of: {1} to
// {4} stand for them, in the pages and in what is read.
var story = []string{
	"江岸市新建的跨江大桥今天上午通车，首批车辆从南岸驶上桥面，全程只用了六分钟。",
	"大桥全长三千二百米，工期历时四年，施工单位先后解决了深水基础和大跨合龙两道难题。",
	"市交通部门介绍，通车以后两岸的货车不必再绕行下游渡口，每年可以节省大量燃料和时间。",
	"桥头公园同日开放，不少居民带着孩子前来散步，有人在观景台上等到了第一班公交车。",
}

// smallPage is a page with headline and info line, and inner in its body.
func smallPage(inner string) string {
	return `<html><head><title>江岸跨江大桥今天通车_江岸新闻网</title></head><body>
<div class="x1"><h1>江岸跨江大桥今天通车</h1><p>2022-09-05 22:03 来源：江岸日报</p><div class="x2">` + paragraphsIn(inner) + `</div></div></body></html>`
}

func paragraphsIn(s string) string {
	for i, p := range story {
		s = strings.ReplaceAll(s, "{"+string(rune('1'+i))+"}", p)
	}
	return s
}

// blocksOf reads a small page and writes its blocks in short: the numbers of
// the paragraphs, other text as it stands, [src|caption] for an image.
func blocksOf(t *testing.T, page string) string {
	t.Helper()
	res, err := parse.HTML([]byte(page), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
	if err != nil {
		t.Fatalf("%v\n%s", err, page)
	}
	return short(res.Article)
}

func short(a *article.Article) string {
	var out []string
	for _, b := range a.Body {
		switch b.Type {
		case article.Image:
			out = append(out, "["+b.Src[strings.LastIndexByte(b.Src, '/')+1:]+"|"+b.Caption+"]")
		case article.Video:
			out = append(out, "(video "+b.Src+"|"+b.Poster+")")
		case article.List:
			out = append(out, "list "+strings.Join(b.Items, "/"))
		case article.Table:
			out = append(out, "table")
		default:
			out = append(out, b.Text)
		}
	}
	s := strings.Join(out, " ")
	for i, p := range story {
		s = strings.ReplaceAll(s, p, string(rune('1'+i)))
	}
	return s
}

func TestBodyLines(t *testing.T) {
	told := "事故调查组表示，将依照规定追究相关单位和人员的责任，任何人未经授权不得进入现场，调查结果将在月底以前向社会公布，公众可以监督。"
	for _, c := range []struct{ what, in, want string }{
		{"paragraphs", "<p>{1}</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"a notice behind the text", "<p>{1}</p><p>{2}</p><p>{3}</p><p>未经授权不得转载本网文章，违者必究。</p>", "1 2 3"},
		{"words of a notice inside the story", "<p>{1}</p><p>" + told + "</p><p>{2}</p><p>{3}</p>", "1 " + told + " 2 3"},
		{"words of a notice in its first paragraph", "<p>" + told + "</p><p>{1}</p><p>{2}</p>", told + " 1 2"},
		{"a short prompt before the story", "<p>欢迎关注江岸发布微信公众号。</p><p>{1}</p><p>{2}</p>", "1 2"},
		{"a heading with such words", "<p>{1}</p><p>第八章　法律责任</p><p>{2}</p><p>{3}</p>", "1 第八章　法律责任 2 3"},
		{"an invitation that is one link", "<p>{1}</p><div><a href=/app>下载江岸客户端，每天早上收到要闻</a></div><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"a button of the player", "<p>{1}</p><div class=v><video src=/a.mp4></video><a href=''>更多弹幕，尽在客户端</a></div><p>{2}</p><p>{3}</p>", "1 (video https://www.jiangan.example/a.mp4|) 2 3"},
		{"topics under the text", "<p>{1}</p><p>{2}</p><p>{3}</p><p align=right>更多关于 <a href=/t1>江桥</a> <a href=/t2>两岸居民</a> 的新闻</p>", "1 2 3"},
		{"a caption above the info line, which is a sentence", "<figure><img src=/a.jpg><figcaption>居民走上桥面，看江水从脚下流过。</figcaption></figure><b>本文信息</b><p>2022年9月5日 来源：江岸日报</p><p>{1}</p><p>{2}</p>", "[a.jpg|居民走上桥面，看江水从脚下流过。] 1 2"},
		{"a column that is called like a role", "<p><b>【讲述】</b></p><p>{1}</p><p>{2}</p><p>{3}</p>", "【讲述】 1 2 3"},
		{"a linked sentence", "<p>{1}</p><p><a href=/2>江桥今天上午通车，首批车辆驶上桥面。</a></p><p>{2}</p><p>{3}</p>", "1 江桥今天上午通车，首批车辆驶上桥面。 2 3"},
		{"related links before the next part", "<p>{1}</p><div><p><b>相关新闻：</b></p><p><a href=/2>江岸地铁三号线今天开始试运行</a></p></div><h4>四年工期</h4><p>{2}</p><p>{3}</p>", "1 四年工期 2 3"},
		{"numbered parts", "<p>01</p><p>{1}</p><p>02</p><p>{2}</p><p>{3}</p>", "01 1 02 2 3"},
		{"a number above the text", "<p>01</p><p>{1}</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"numbers of pages above the text", "<p>1</p><p>2</p><p>{1}</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"the index table of a document", "<table><tr><td>索 引 号：</td><td>0011/2022-00426</td></tr><tr><td>发文机关：</td><td>江岸市人民政府</td></tr>" +
			"<tr><td>成文日期：</td><td>2022年09月01日</td></tr><tr><td>主题分类：</td><td>交通、桥梁</td></tr></table><p>{1}</p><p>{2}</p>", "1 2"},
		{"the headline again, in two lines", "<div>江岸跨江大桥</div><div>今天通车</div><div>{1}</div><div>{2}</div>", "1 2"},
		{"a short line like its beginning", "<p>江岸跨江大桥</p><p>{1}</p><p>{2}</p>", "江岸跨江大桥 1 2"},
		{"the day under a document", "<div>{1}</div><div>{2}</div><div>江岸市人民政府</div><div>2022年9月1日</div>", "1 2 江岸市人民政府 2022年9月1日"},
		{"a day under a story", "<div>{1}</div><div>{2}</div><div>2022年9月1日</div>", "1 2"},
		{"the entries of a chronicle", "<p>{1}</p><p>1985年7月 开始勘测</p><p>1998年6月27日，水位39.18米；</p><p>2003年6月15日 主桥合龙</p><p>{2}</p>",
			"1 1985年7月 开始勘测 1998年6月27日，水位39.18米； 2003年6月15日 主桥合龙 2"},
		{"the times of what it announces", "<p>{1}</p><p>停电时间：2022年9月7日 8:00-18:00</p><p>停电范围：江岸西路</p><p>时间：2022年9月8日</p><p>地点：江岸中学</p><p>{2}</p>",
			"1 停电时间：2022年9月7日 8:00-18:00 停电范围：江岸西路 时间：2022年9月8日 地点：江岸中学 2"},
		{"the issue that it is from", "<p>{1}</p><p>《江岸日报》（ 2022年09月05日 02版）</p><p>{2}</p>", "1 2"},
		{"an info line below an abstract", "<p>{3}</p><p>2022-09-05 22:03 点击：25</p><p>{1}</p><p>{2}</p>", "3 1 2"},
		{"an offer at the end", "<p>{1}</p><p>{2}</p><p>江岸手机报每天清早送到　<a href=/app>点我下载</a>　<a href=/rule>看活动办法</a></p>", "1 2"},
		{"a link in the last sentence", "<p>{1}</p><p>{2}</p><p>居民可在网上预约，<a href=/app>点我下载</a>登记表后填写交回。</p>", "1 2 居民可在网上预约，点我下载登记表后填写交回。"},
		{"words of a notice in its last paragraph", "<p>{1}</p><p>{2}</p><p>居民可上官網查詢，掌握最新資訊，也應尊重著作權。</p>", "1 2 居民可上官網查詢，掌握最新資訊，也應尊重著作權。"},
		{"a mark at the end", "<p>{1}</p><p>{2}</p><p>— END —</p><p>编辑：王芳</p>", "1 2"},
		{"a table of the story", "<p>{1}</p><table><tr><td>桥梁</td><td>长度</td></tr><tr><td>南桥</td><td>三千米</td></tr></table><p>{2}</p>", "1 table 2"},
		{"readers' moods", "<p>{1}</p><p>{2}</p><div><ul><li>实用</li><li>期待</li><li>感动</li><li>难过</li><li>搞笑</li></ul></div>", "1 2"},
		{"a list of words inside the story", "<p>{1}</p><ul><li>南桥</li><li>北桥</li><li>中桥</li><li>东桥</li></ul><p>{2}</p>", "1 list 南桥/北桥/中桥/东桥 2"},
		{"an abstract that comes again", "<div>{2}</div><p>{1}</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"an element of all the text that is called summary", "<div class=summary><p>{1}</p><p>{2}</p><p>{3}</p></div>", "1 2 3"},
		{"one paragraph among short ones", "<p>{1}</p><p>南岸引桥(一期)</p><p>北岸引桥(二期)</p><p>桥头公园(三期)</p><p>观景台(三期)</p>",
			"1 南岸引桥(一期) 北岸引桥(二期) 桥头公园(三期) 观景台(三期)"},
		{"the same in boxes", "<div>{1}</div><div>南岸引桥(一期)</div><div>北岸引桥(二期)</div><div>桥头公园(三期)</div><div>观景台(三期)</div>",
			"1 南岸引桥(一期) 北岸引桥(二期) 桥头公园(三期) 观景台(三期)"},
		{"the page's own number among the others'", "<p>{1}</p><p>{2}</p><ul><li>1</li><li><a href=c1_2.html>2</a></li></ul><p>供读者参考。</p>", "1 2"},
		{"on the last page", "<p>{1}</p><p>{2}</p><ul><li><a href=c1.html>1</a></li><li>2</li></ul><p>按方向键翻页</p>", "1 2"},
		{"numbers of the sections", "<p>{1}</p><p>1</p><p>{2}</p><p>2</p><p>{3}</p>", "1 1 2 2 3"},
		{"a notice in an element called an advertisement", "<p>{1}</p><p>{2}</p><p>{3}</p><p class=ad-tips>广告声明：文内的链接只供参考，本站所有文章都有这段话。</p><div>江岸新闻网手机版</div>", "1 2 3"},
		{"numbers of pages in words", "<p>{1}</p><p>{2}</p><center>【 第1页 <a href=c1_2.html>第2页</a> 】</center>", "1 2"},
		{"the number of one", "<p>{1}</p><p>第1页</p><p>{2}</p>", "1 第1页 2"},
		{"a tip behind a pager", "<p>{1}</p><p>{2}</p><div><ul class=pagination><li>1</li><li><a href=c1_2.html>下一页</a></li></ul><p>按左右方向键可以翻页</p></div>", "1 2"},
		{"an advertisement inside the story", "<p>{1}</p><p class=ad-tips>广告声明：文内的链接只供参考。</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"buttons behind it", "<p>{1}</p><p>{2}</p><div><a href='javascript:;'>我要评分</a><a>我要投稿</a></div><div><a>下载江岸新闻，赢取金币</a></div>", "1 2"},
		{"an anchor around its last line", "<p>{1}</p><p>{2}</p><p><a name=end>江岸市人民政府</a></p>", "1 2 江岸市人民政府"},
		{"a line of several links", "<p>{1}</p><p>{2}</p><p>参加者有<a href=/p/1>李明</a>和<a href=/p/2>王芳</a></p>", "1 2 参加者有李明和王芳"},
		{"counters that touch", "<div><span>12.4万</span>人阅读<a href=#c><em>87</em>评论</a></div><p>{1}</p><p>{2}</p>", "1 2"},
		{"buttons that touch, and a prompt", "<div><a>A-</a><a>A+</a><a>分享到微信朋友圈<i>打开微信，</i><i>点击底部的“发现”</i><i>再用“扫一扫”分享本页</i></a></div><p>{1}</p><p>{2}</p>", "1 2"},
		{"a story that begins with a prompt's word", "<p>打开微信，居民就能看到大桥的实时车流，不用再打电话询问。</p><p>{1}</p><p>{2}</p>", "打开微信，居民就能看到大桥的实时车流，不用再打电话询问。 1 2"},
		{"an address under its label", "<p>{1}</p><p>{2}</p><p>下载：<br><a href=http://d.jiangan.example/map.pdf>http://d.jiangan.example/map.pdf</a></p>", "1 2 下载：\nhttp://d.jiangan.example/map.pdf"},
		{"an address behind it", "<p>{1}</p><p>报名网址：<a href=http://d.jiangan.example/bm>http://d.jiangan.example/bm</a></p><p>{2}</p>", "1 报名网址：http://d.jiangan.example/bm 2"},
		{"an address alone", "<p>{1}</p><p>{2}</p><p><a href=http://d.jiangan.example/>http://d.jiangan.example/</a></p>", "1 2"},
		{"the articles before and behind", "<p>{1}</p><p>{2}</p><div><p>前一篇：<a href=/1>长堤</a></p><p>后一篇：<a href=/2>渡口</a></p><p>下一篇文章：<a href=/2>渡口</a></p></div>", "1 2"},
		{"a comment under a bare head", "<p>{1}</p><p>{2}</p><div>评论 <a href=#c>[发评论]</a></div><ul><li><span>青石板</span> <em>2022-09-06 08:30:12</em><div>{3}</div></li></ul>", "1 2"},
		{"a comment under their number", "<p>{1}</p><p>{2}</p><h3>评论 (17)</h3><ul><li><span>青石板</span><div>{3}</div></li></ul>", "1 2"},
		{"a comment under their number, put otherwise", "<p>{1}</p><p>{2}</p><h2>41 条评论</h2><div><span>青石板</span> <em>2022-09-06 08:30</em></div><div>{3}</div>", "1 2"},
		{"a comment under the newest", "<p>{1}</p><p>{2}</p><div>最新评论 <a href=#c>查看全部</a></div><ul><li><span>青石板</span> <em>2022-09-06 08:30:12</em><div>{3}</div></li></ul>", "1 2"},
		{"a button inside the story", "<p>{1}</p><div>评论 分享</div><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"a prompt to open an app", "<p>{1}</p><div><a>打开江岸新闻 查看精彩图片</a></div><p>{2}</p><div>下载江岸客户端，阅读全文 &gt;</div><p>{3}</p>", "1 2 3"},
		{"a story that opens something", "<p>{1}</p><p>打开账本 看江岸变化</p><p>{2}</p><p>打开江岸新闻，查看更多图片的读者今年翻了一番，达到六万人。</p>", "1 打开账本 看江岸变化 2 打开江岸新闻，查看更多图片的读者今年翻了一番，达到六万人。"},
		{"a button that unfolds the rest", "<p>{1}</p><p>{2}</p><div>展开阅读全文</div><div>展开剩余38%</div>", "1 2"},
		{"a request for donations", "<div><p>{1}</p><p>{2}</p></div><div class=sponsor-box><h4>支持江岸日报</h4><p>江岸日报独立办报，每月的开支全靠读者，需要你的支持。</p><a href=/s>立即赞助</a></div>", "1 2"},
		{"the same behind tags", "<div><p>{1}</p><p>{2}</p><p>{3}</p></div><div class=article-tags><a href=/t/1>桥梁</a><a href=/t/2>交通</a></div><div><h4>支持江岸日报</h4><p>江岸日报独立办报，每月的开支全靠读者，需要你的支持。</p><a href=/s>立即赞助</a></div>", "1 2 3"},
		{"tags above the text", "<p>{4}</p><p class=tags><a href=/t/1>桥梁</a><a href=/t/2>交通</a></p><p>{1}</p><p>{2}</p><p>{3}</p>", "4 1 2 3"},
		{"a card of its author", "<div class=author-box><a href=/author/1><img src=/p/1.jpg></a><div class=author-name><a href=/author/1>赵望舒</a></div><div class=author-desc>资深记者，长期关注桥梁与航运，著有《江上》。</div></div><p>{1}</p><p>{2}</p>", "1 2"},
		{"the same below it", "<p>{1}</p><p>{2}</p><div class=author-box><img src=/p/1.jpg><h4><a href=/author/1>赵望舒</a></h4><p>资深记者，长期关注桥梁与航运，著有《江上》。</p></div>", "1 2"},
		{"a translator in it", "<p>{1}</p><p>{2}</p><div class=author-box><img src=/p/1.jpg><p>赵望舒是江岸日报驻下游的特约记者。</p><p>翻译：孟归舟</p></div>", "1 2"},
		{"an element of all that the author wrote", "<div class=author-text><p><a href=/author/1>赵望舒</a></p><p>{1}</p><p>{2}</p></div>", "1 2"},
		{"a way to more", "<p>{1}</p><p>{2}</p><p>更多桥梁资讯请关注：<a href=/z/>桥梁专区</a></p>", "1 2"},
		{"a way to the topic", "<p>{1}</p><p>进入专题：<a href=/z/>江岸大桥</a></p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"how to turn the page", "<p>{1}</p><p>{2}</p><div>小提示：可用键盘左右键“← →”翻页</div>", "1 2"},
		{"a story about keys", "<p>{1}</p><p>这款阅读器支持键盘翻页，读者不必再用鼠标。</p><p>{2}</p>", "1 这款阅读器支持键盘翻页，读者不必再用鼠标。 2"},
		{"the head of advertisements", "<div>{1}<br><br>{2}<br><br><b>◤夏日好物看這裡◢</b><br>👉<a href=https://s.example/a>渡輪餐券第二張半價</a><br>👉<a href=https://s.example/b>江景旅館早鳥優惠</a></div>", "1 2"},
		{"promotion longer than the story", "<div><p>{1}</p><p>{2}</p></div><div><p>江岸新闻现已开设Facebook專頁，希望读者按讚，我们每天为大家带来第一手消息，不论是交通、市政、文化还是体育，都会在最短时间内送到各位面前。欢迎大家转告亲友，也欢迎来信，让更多的人知道我们每天都在这里。</p></div>", "1 2"},
	} {
		if got := blocksOf(t, smallPage(c.in)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

// TestBodyBehindLinks: related links inside the story, and the lists of links that
// end it. {a} and {b} are links to other stories.
func TestBodyBehindLinks(t *testing.T) {
	const (
		a = `<a href="/2022/0901/c1.html">江岸地铁三号线开始试运行</a>`
		b = `<a href="/2022/0902/c2.html">江岸老城区改造工程完成验收</a>`
	)
	for _, c := range []struct{ what, in, want string }{
		{"a group before the last paragraph", "<p>{1}</p><p>{2}</p><p><b>相关链接</b></p><p>{a}</p><p>{b}</p><p>{3}</p>", "1 2 3"},
		{"a group after the first", "<p>{1}</p><p>相关阅读：</p><p>{a}</p><p>{b}</p><p>{2}</p><p>{3}</p>", "1 2 3"},
		{"one link before two paragraphs", "<p>{1}</p><p>{2}</p><p>相关链接</p><p>{a}</p><p>{3}</p><p>{4}</p>", "1 2 3 4"},
		{"a box of dated links, paragraphs in boxes of their own", "<div class=q><div>{1}</div></div><div class=q><div>{2}</div></div><div class=q><div>{3}</div></div><aside><h4>相关报道</h4><ul><li><a href=/1>江岸地铁三号线，试运行</a><time>2022年9月1日</time></li><li>{b}<time>2022年9月2日</time></li></ul></aside><div class=q><div>{4}</div></div>", "1 2 3 4"},
		{"abstracts behind the titles", "<p>{1}</p><p>{2}</p><p>{3}</p><p>相关链接</p><p>{a}</p><p>{4}</p><p>{b}</p><p>{4}</p>", "1 2 3"},
		{"an abstract behind one title", "<p>{1}</p><p>{2}</p><p>{3}</p><p>相关链接</p><p>{a}</p><p>{4}</p>", "1 2 3"},
		{"a notice behind the links", "<p>{1}</p><p>{2}</p><p>{3}</p><p>相关链接</p><p>{a}</p><p>{b}</p><p>版权声明：江岸日报的文章，转载时不得改动。</p>", "1 2 3"},
		{"text of another kind behind them", "<p>{1}</p><p>{2}</p><p>{3}</p><p>相关链接</p><p>{a}</p><p>{b}</p><div>{4}</div>", "1 2 3"},
		{"a site-wide list", "<p>{1}</p><p>{2}</p><p>{3}</p><p>热门推荐</p><p>{a}</p><p>{b}</p><p>{4}</p>", "1 2 3"},
	} {
		page := smallPage(strings.NewReplacer("{a}", a, "{b}", b).Replace(c.in))
		if got := blocksOf(t, page); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}
