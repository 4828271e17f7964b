package parse_test

import (
	"strings"
	"testing"
)

// TestImages: which pictures are the story's, and where their address stands.
func TestImages(t *testing.T) {
	const a, end = "<p>{1}</p>", "<p>{2}</p><p>{3}</p>"
	for _, c := range []struct{ what, in, want string }{
		{"plain", a + "<p><img src=/i/a.jpg></p>" + end, "1 [a.jpg|] 2 3"},
		{"lazy", a + "<p><img src=/i/loading.gif data-src=/i/a.jpg></p>" + end, "1 [a.jpg|] 2 3"},
		{"lazy, in an attribute of the site's own", a + "<p><img src=/i/blank.gif data-ks=/i/a.jpg></p>" + end, "1 [a.jpg|] 2 3"},
		{"without src", a + "<p><img rel=https://p.example/i/a.jpg></p>" + end, "1 [a.jpg|] 2 3"},
		{"in a srcset", a + `<p><img src="data:image/gif;base64,R0" srcset="/i/s.jpg 300w, /i/a.jpg 900w"></p>` + end, "1 [a.jpg|] 2 3"},
		{"of an AMP page", a + "<amp-img src=/i/a.jpg width=640 height=360 layout=responsive><noscript><img src=/i/a.jpg></noscript></amp-img>" + end, "1 [a.jpg|] 2 3"},
		{"of an AMP page, with a caption", a + "<figure><amp-img src=/i/a.jpg width=640 height=360></amp-img><figcaption>通车仪式</figcaption></figure>" + end, "1 [a.jpg|通车仪式] 2 3"},
		{"of a MIP page", a + "<p><mip-img layout=responsive width=600 height=338 popup src=/i/a.jpg></mip-img></p>" + end, "1 [a.jpg|] 2 3"},
		{"in an element of text that is called advertising", "<div id=text_ad_area2>" + a + "<p><img src=/i/a.jpg></p>" + end + "</div><div class=ad><p><img src=/i/b.jpg>江岸家园网，买房就上这里</p></div>", "1 [a.jpg|] 2 3"},
		{"of an advertisement in the text", a + "<p>{2}</p><div class=ad_in><p><a href=https://www.shop.example/x><img src=/i/b.jpg></a></p></div><p>{3}</p>", "1 2 3"},
		{"of an advertisement that says so", a + "<p>{2}</p><div class=adbox><a href=https://www.shop.example/x><img src=/i/b.jpg></a><p>广告</p></div><p>{3}</p>", "1 2 3"},
		{"in a frame that is called so", a + "<p>{2}</p><div class=ad><img src=/i/a.jpg></div><p>{3}</p>", "1 2 [a.jpg|] 3"},
		{"of several sizes", a + "<picture><source srcset=/i/a.webp><img src=/i/a.jpg></picture>" + end, "1 [a.jpg|] 2 3"},
		{"an address in alt is none", a + `<p><img alt="/i/a.jpg"></p>` + end, "1 2 3"},
		{"small by style", a + `<p><img src=/i/a.jpg style="width: 16px; height: 16px"></p>` + end, "1 2 3"},
		{"wide by style", a + `<p><img src=/i/a.jpg style="max-width:16px;width:600px"></p>` + end, "1 [a.jpg|] 2 3"},
		{"linked to a bigger one", a + "<p><a href=/i/big.jpg><img src=/i/a.jpg width=120 height=90></a></p>" + end, "1 [a.jpg|] 2 3"},
		{"linked to the next page", a + "<p><a href=c1_2.html><img src=/i/a.jpg></a></p>" + end, "1 [a.jpg|] 2 3"},
		{"a row of thumbnails", a + "<ul><li><a href=c2.html><img src=/i/a.jpg width=120 height=90></a></li><li><a href=c3.html><img src=/i/b.jpg width=120 height=90></a></li></ul>" + end, "1 2 3"},
		{"a card", a + "<div><a href=/u/88><img src=/i/a.jpg><span>江岸发布</span></a></div>" + end, "1 2 3"},
		{"a link that says to click", a + "<p><a href=c1_2.html><img src=/i/a.jpg><br>点击图片进入下一页</a></p>" + end, "1 [a.jpg|] 2 3"},
		{"the still of a player", a + "<div class=v1><a href='javascript:;' class=play-area><img src=/i/a.jpg><em></em></a></div>" + end, "1 (video |https://www.jiangan.example/i/a.jpg) 2 3"},
		{"a link to nowhere", a + "<p><a href='javascript:;'><img src=/i/a.jpg></a></p>" + end, "1 [a.jpg|] 2 3"},
		{"in the info line", "<div>2022-09-05 22:03 来源：江岸日报 <img src=/i/a.jpg></div>" + a + end, "1 2 3"},
		{"in a list of links", a + end + "<ul><li><a href=c4.html>江岸地铁三号线开始试运行</a></li><li><a href=c5.html>江岸老城区改造完成</a><img src=/i/a.jpg></li></ul>", "1 2 3"},
		{"at the head of loose links", "<div>" + a + end + "<br><br><img src=/i/a.jpg><br><br><a href=c4.html>江岸地铁三号线开始试运行</a><br><br><a href=c5.html>江岸老城区改造完成</a></div>", "1 2 3"},
		{"before a disclaimer", a + end + "<p><img src=/i/a.jpg></p><p>声明：本文转自江岸发布，图片来源于网络。</p>", "1 2 3 [a.jpg|]"},
		{"in a box at the head of loose links", "<div>" + a + end + "<br><div><img src=/i/a.jpg></div><a href=c4.html>江岸地铁三号线开始试运行</a><br><br><a href=c5.html>江岸老城区改造完成</a></div>", "1 2 3"},
		{"the last thing of the story", a + end + "<p><img src=/i/a.jpg></p>", "1 2 3 [a.jpg|]"},
		{"a code to scan", a + end + "<p><img src=/i/a.jpg></p><p>长按识别二维码，关注江岸发布</p>", "1 2 3"},
		{"a banner outside of the text", "<div>" + a + end + "</div><div><div><img src=/i/a.jpg></div></div>", "1 2 3"},
		{"an icon in a bracket", a + "<p>江岸股份(600000<a href=/q/600000><img src=/i/hq.png></a>)昨晚公告，公司签下大桥的合同。</p>" + end, "1 江岸股份(600000)昨晚公告，公司签下大桥的合同。 2 3"},
		{"an icon amid the words", a + "<p>江岸股份<img src=/i/hq.gif>昨晚公告，公司签下大桥的合同。</p>" + end, "1 江岸股份昨晚公告，公司签下大桥的合同。 2 3"},
		{"a picture between sentences", a + "<p>公司签下大桥的合同，昨晚公告。<img src=/i/a.gif>公告说，工期四年。</p>" + end, "1 公司签下大桥的合同，昨晚公告。公告说，工期四年。 [a.gif|] 2 3"},
		{"pictures around a line", a + "<p><img src=/i/a.jpg>首批车辆驶上桥面<img src=/i/b.jpg>江桥公园同日开放</p>" + end, "1 [a.jpg|] 首批车辆驶上桥面江桥公园同日开放 [b.jpg|] 2 3"},
		{"twice", a + "<p><img src=/i/a.jpg></p><p><img src=/i/a.jpg></p>" + end, "1 [a.jpg|] 2 3"},
	} {
		if got := blocksOf(t, smallPage(c.in)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

// TestLeadImages: pictures between the headline and the element that holds the
// text.
func TestLeadImages(t *testing.T) {
	page := func(head, lead string) string {
		p := smallPage("</div>" + lead + `<div class="x2"><p>{1}</p><p>{2}</p><p>{3}</p>`)
		return strings.Replace(p, "</head>", head+"</head>", 1)
	}
	for _, c := range []struct{ what, head, lead, want string }{
		{"captioned in a dl", "", "<dl><dt><img src=/i/a.jpg></dt><dd>通车仪式现场。图：赵望舒/江岸日报</dd></dl>", "[a.jpg|通车仪式现场。图：赵望舒/江岸日报] 1 2 3"},
		{"captioned in a figure", "", "<figure><img src=/i/a.jpg><figcaption>通车仪式</figcaption></figure>", "[a.jpg|通车仪式] 1 2 3"},
		{"captioned in a box", "", "<div><img src=/i/a.jpg><p>通车仪式上，首批车辆驶上桥面。</p></div>", "[a.jpg|通车仪式上，首批车辆驶上桥面。] 1 2 3"},
		{"a portrait with its name", "", "<div><img src=/i/a.jpg><p>江岸必读小报</p></div>", "1 2 3"},
		{"named by the metas", `<meta property="og:image" content="https://cdn.example/w800/bridge20220905.png">`, "<div><img src=/i/bridge20220905.jpg></div>", "[bridge20220905.jpg|] 1 2 3"},
		{"named by the metas, by a short name", `<meta property="og:image" content="/i/77.jpg">`, "<div><img src=/i/77.jpg></div>", "[77.jpg|] 1 2 3"},
		{"not named by them", `<meta property="og:image" content="https://cdn.example/w800/bridge20220905.png">`, "<div><img src=/i/banner20220905.jpg></div>", "1 2 3"},
		{"in a box of the same name", "", "<div class=x2><p><img src=/i/a.jpg></p></div><div><p><a href=/g/1>江岸大桥图集</a></p></div>", "[a.jpg|] 1 2 3"},
		{"whose alt is the headline", "", "<div class=x3><img src=/i/a.jpg alt=江岸跨江大桥今天通车></div>", "[a.jpg|] 1 2 3"},
		{"whose alt names its photographer", "", "<div class=x3><img src=/i/a.jpg alt='首批车辆驶上桥面。记者赵望舒 摄'></div>", "[a.jpg|] 1 2 3"},
		{"whose alt is a slogan", "", "<div class=x3><img src=/i/a.jpg alt=买好房就到江岸家园网></div>", "1 2 3"},
		{"captioned in the next box", "", "<div><img src=/i/a.jpg></div><div><figcaption>通车仪式</figcaption></div>", "[a.jpg|通车仪式] 1 2 3"},
		{"a video", "", "<div class=x3><video src=/v/a.mp4></video></div>", "(video https://www.jiangan.example/v/a.mp4|) 1 2 3"},
		{"the text read aloud", "", "<div class=x3><audio src=/v/a.mp3></audio></div>", "1 2 3"},
		{"a video that leads elsewhere", "", "<div class=x3><a href=/v/1><video src=/v/a.mp4></video></a></div>", "1 2 3"},
		{"in another box", "", "<div class=x3><p><img src=/i/a.jpg></p></div><div><p><a href=/g/1>江岸大桥图集</a></p></div>", "1 2 3"},
	} {
		if got := blocksOf(t, page(c.head, c.lead)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

// TestPictureAbove: a picture with its caption above the headline.
func TestPictureAbove(t *testing.T) {
	for _, c := range []struct{ what, above, want string }{
		{"a figure", "<figure><img src=/i/a.jpg></figure><figcaption>首批车辆驶上桥面。</figcaption>", "[a.jpg|首批车辆驶上桥面。] 1 2 3"},
		{"a caption by its words", "<div><img src=/i/a.jpg><p>图为首批车辆驶上桥面。</p></div>", "[a.jpg|图为首批车辆驶上桥面。] 1 2 3"},
		{"a caption by its class", "<div><img src=/i/a.jpg><div class=figcaption>Photo Credit: Jiangan / 江岸影像</div></div>", "[a.jpg|Photo Credit: Jiangan / 江岸影像] 1 2 3"},
		{"named by the metas", `<meta property="og:image" content="https://cdn.example/w800/bridge20220905.png"><div><img src=/i/bridge20220905.jpg></div>`, "[bridge20220905.jpg|] 1 2 3"},
		{"a section between", "<figure><img src=/i/a.jpg><figcaption>首批车辆驶上桥面。</figcaption></figure><p>城建</p>", "[a.jpg|首批车辆驶上桥面。] 1 2 3"},
		{"a banner", "<div><img src=/i/a.jpg><p>江岸人自己的门户</p></div>", "1 2 3"},
	} {
		page := strings.Replace(smallPage("<p>{1}</p><p>{2}</p><p>{3}</p>"), "<h1>", c.above+"<h1>", 1)
		flat := strings.NewReplacer(`<div class="x1">`, "", `<div class="x2">`, "").Replace(page)
		for _, page := range []string{page, flat} {
			if got := blocksOf(t, page); got != c.want {
				t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
			}
		}
	}
}

// TestCaptions: the same caption in the mark-up of many sites, and lines behind
// a picture that are none.
func TestCaptions(t *testing.T) {
	const img, cap = "<img src=/i/a.jpg>", "首批车辆驶上桥面"
	for _, c := range []struct{ what, in, want string }{
		{"a figure whose class looks like comments", "<figure class=imgComment_2>" + img + "<figcaption>首批车辆驶上桥面，车身系着红绸。</figcaption></figure>", "1 [a.jpg|首批车辆驶上桥面，车身系着红绸。] 2 3"},
		{"a box of the text whose class looks like a sidebar", "<p>{4}</p><div class=sidebar-image>" + img + "<p>首批车辆驶上桥面，车身系着红绸。</p></div>", "1 4 [a.jpg|首批车辆驶上桥面，车身系着红绸。] 2 3"},
		{"figcaption alone", "<div>" + img + "</div><div><figcaption>" + cap + "</figcaption></div>", "1 [a.jpg|" + cap + "] 2 3"},
		{"words of who lent it", "<p>" + img + "</p><p>" + cap + "。（江岸公路局提供）</p>", "1 [a.jpg|" + cap + "。（江岸公路局提供）] 2 3"},
		{"centred beside a table of centred cells", "<table border=1><tr><td align=center>桥名</td><td align=center>全长</td></tr><tr><td align=center>江岸大桥</td><td align=center>2公里</td></tr></table><p align=center>" + img + "</p><p align=center>" + cap + "</p>", "1 table [a.jpg|" + cap + "] 2 3"},
		{"a row of pictures, one line", "<p>" + img + "<img src=/i/b.jpg></p><p>" + cap + "</p>", "1 [a.jpg|] [b.jpg|] " + cap + " 2 3"},
		{"figcaption", "<figure>" + img + "<figcaption>" + cap + "</figcaption></figure>", "1 [a.jpg|" + cap + "] 2 3"},
		{"span", "<p>" + img + "<br><span>" + cap + "</span></p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"same paragraph", "<p>" + img + "<br>" + cap + "</p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"box of both", "<div><div>" + img + "</div><div>" + cap + "</div></div>", "1 [a.jpg|" + cap + "] 2 3"},
		{"center elements", "<center>" + img + "</center><center>" + cap + "</center>", "1 [a.jpg|" + cap + "] 2 3"},
		{"centred paragraphs", "<p align=center>" + img + "</p><p align=center>" + cap + "</p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"centred by style", "<p>" + img + "</p><p style='text-align: center'>" + cap + "</p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"table", "<table><tr><td>" + img + "</td></tr><tr><td>" + cap + "</td></tr></table>", "1 [a.jpg|" + cap + "] 2 3"},
		{"list of term and meaning", "<dl><dt>" + img + "</dt><dd>" + cap + "</dd></dl>", "1 [a.jpg|" + cap + "] 2 3"},
		{"list item", "<ul><li>" + img + "<h3>首批车辆驶上桥面，车身上都系着红绸，司机说全程只用了六分钟，比渡轮快了半个多小时。</h3></li></ul>", "1 [a.jpg|首批车辆驶上桥面，车身上都系着红绸，司机说全程只用了六分钟，比渡轮快了半个多小时。] 2 3"},
		{"class", "<p>" + img + "</p><p class=pic_desc>" + cap + "</p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"class, in two lines", "<p>" + img + "</p><div class=img-caption><p>圖片來源:<p>攝影／趙望舒</p></div>", "1 [a.jpg|圖片來源:\n攝影／趙望舒] 2 3"},
		{"mark", "<p>" + img + "</p><p>▲" + cap + "</p>", "1 [a.jpg|▲" + cap + "] 2 3"},
		{"words", "<p>" + img + "</p><p>图为" + cap + "。</p>", "1 [a.jpg|图为" + cap + "。] 2 3"},
		{"photographer", "<p>" + img + "</p><p>" + cap + "。本报记者 赵望舒 摄</p>", "1 [a.jpg|" + cap + "。本报记者 赵望舒 摄] 2 3"},
		{"photographer in traditional script", "<p>" + img + "</p><p>首批車輛駛上橋面。記者趙望舒／攝</p>", "1 [a.jpg|首批車輛駛上橋面。記者趙望舒／攝] 2 3"},
		{"two lines", "<table><tr><td>" + img + "</td></tr><tr><td>" + cap + "<br>圖／記者趙望舒攝影</td></tr></table>", "1 [a.jpg|" + cap + "\n圖／記者趙望舒攝影] 2 3"},
		{"a gap before the photographer", "<p>" + img + "</p><p class=pic_desc>首批车辆驶上桥面。　　　　本报记者 赵望舒 摄</p>", "1 [a.jpg|首批车辆驶上桥面。\n本报记者 赵望舒 摄] 2 3"},
		{"an agency", "<p>" + img + "</p><p>圖／江岸日報提供</p>", "1 [a.jpg|圖／江岸日報提供] 2 3"},
		{"same as the alt", "<p><img src=/i/a.jpg alt=" + cap + "></p><p>" + cap + "</p>", "1 [a.jpg|" + cap + "] 2 3"},
		{"two images, one caption", "<p align=center>" + img + "</p><p align=center><img src=/i/b.jpg></p><p align=center>" + cap + "</p>", "1 [a.jpg|] [b.jpg|" + cap + "] 2 3"},
		{"bold, two of them", "<p align=center>" + img + "</p><p align=center><b>" + cap + "</b></p><p>{4}</p><p align=center><img src=/i/b.jpg></p><p align=center><b>观景台上的居民</b></p>",
			"1 [a.jpg|" + cap + "] 4 [b.jpg|观景台上的居民] 2 3"},
		{"custom of the page", "<p>" + img + "</p><p>" + cap + "</p><p>{4}</p><p><img src=/i/b.jpg></p><p>观景台上的居民</p>", "1 [a.jpg|" + cap + "] 4 [b.jpg|观景台上的居民] 2 3"},

		{"a paragraph", "<p>" + img + "</p><p>{4}</p>", "1 [a.jpg|] 4 2 3"},
		{"a paragraph in the same box", "<div>" + img + "<p>{4}{4}</p></div>", "1 [a.jpg|] 44 2 3"},
		{"one short line", "<p>" + img + "</p><p>" + cap + "</p>", "1 [a.jpg|] " + cap + " 2 3"},
		{"a bold heading", "<p align=center>" + img + "</p><p align=center><b>六分钟过江</b></p>", "1 [a.jpg|] 六分钟过江 2 3"},
		{"centred like the headings", "<p align=center>四年工期</p><p>{4}</p><p align=center>" + img + "</p><p align=center>六分钟过江</p><p>{4}</p><p align=center>一座公园</p>",
			"1 四年工期 4 [a.jpg|] 六分钟过江 4 一座公园 2 3"},
		{"a paragraph of broken lines", "<div>" + img + "<br>" + cap + "<br>全程六分钟</div><div><img src=/i/b.jpg><br>观景台上的居民<br>等着第一班车</div>",
			"1 [a.jpg|] " + cap + "\n全程六分钟 [b.jpg|] 观景台上的居民\n等着第一班车 2 3"},
	} {
		if got := blocksOf(t, smallPage("<p>{1}</p>"+c.in+"<p>{2}</p><p>{3}</p>")); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
	dated := "<p>" + img + "</p><p>" + cap + "，全程六分钟。</p><p>江岸网讯 9月5日，{1}</p><p>{2}</p>"
	if got, want := blocksOf(t, smallPage(dated)), "[a.jpg|"+cap+"，全程六分钟。] 江岸网讯 9月5日，1 2"; got != want {
		t.Errorf("before a dateline:\n got %s\nwant %s", got, want)
	}
}
