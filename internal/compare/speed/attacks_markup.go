package main

import "strings"

// nestingAttacks nest, and break the rules of nesting.
func nestingAttacks() []attack {
	return []attack{
		{"513 open divs around the story", 513, around("<div>")},
		{"600 open divs around the story", 600, around("<div>")},
		{"600 divs around the story", 600, func(n int) string {
			return page("", strings.Repeat("<div>", n)+story()+strings.Repeat("</div>", n))
		}},
		{"600 open spans around the story", 600, around("<span>")},
		{"5,000 open tables around the story", 5000, around("<table><tr><td>")},
		{"open divs", 600_000, after("<div>")},
		{"open divs with text", 200_000, after("<div>甲乙")},
		{"divs in divs, closed", 200_000, func(n int) string {
			return page("", story()+strings.Repeat("<div>", n)+strings.Repeat("</div>", n))
		}},
		{"open spans", 500_000, after("<span>")},
		{"open links", 200_000, after(`<a href="/a.html">甲`)},
		{"open bold", 500_000, after("<b>甲")},
		{"open italics and paragraphs", 300_000, after("<i><p>甲")},
		{"open list items", 200_000, after("<ul><li>")},
		{"open definition lists", 200_000, after("<dl><dd>")},
		{"open tables", 150_000, after("<table><tr><td>")},
		{"open quotes", 150_000, after("<blockquote>甲")},
		{"open articles and sections", 100_000, after("<article><section>甲")},
		{"open forms", 300_000, after("<form>")},
		{"open buttons", 300_000, after("<button>甲")},
		{"open objects", 200_000, after("<object>甲")},
		{"open templates", 200_000, after("<template>甲")},
		{"open selects", 200_000, after("<select><option>甲")},
		{"open custom elements", 200_000, after("<x-card>甲")},
		{"open custom elements of many names", 150_000, numbered("<x-# >甲")},
		{"open headings", 200_000, after("<h1><h2>甲")},
		{"open paragraphs", 500_000, after("<p>甲")},
		{"open ruby", 200_000, after("<ruby><rt>甲")},
		{"open svg", 300_000, after("<svg><g>")},
		{"open math", 300_000, after("<math><mi>")},
		{"svg and html in turn", 100_000, after("<svg><foreignObject><div>")},
		{"open fonts of many colours × paragraphs", 20_000, func(n int) string {
			return page("", story()+"<p>"+count("<font color=#>", 450)+strings.Repeat("<p>甲", n))
		}},
		{"open fonts", 45_000, after("<font>")},
		{"open fonts and paragraphs", 100_000, numbered("<font color=#><p>甲")},
		{"marks that overlap", 150_000, after("<b>甲<i>乙</b>丙</i>")},
		{"links across divs", 150_000, after("<a><div>甲</a></div>")},
		{"links across eight divs", 40_000, after("<a href=/x.html><p><div><div><div><div><div><div><div>甲</a>")},
		{"bold across paragraphs", 150_000, after("<b>甲<p></b>乙</p>")},
		{"text loose in tables", 150_000, after("<table>甲<b>乙")},
		{"tables in paragraphs in tables", 100_000, after("<p><table><p>甲")},
		{"cells without a table", 300_000, after("<td>甲<tr>乙")},
		{"end tags of paragraphs", 800_000, after("</p>")},
		{"end tags of nothing", 500_000, after("</div></b>")},
		{"end tags below deep divs", 300_000, func(n int) string {
			return page("", story()+strings.Repeat("<div>", 500)+strings.Repeat("</section></b>", n))
		}},
		{"paragraphs below deep spans", 200_000, func(n int) string {
			return page("", story()+strings.Repeat("<span>", 500)+strings.Repeat("<p>甲", n))
		}},
		{"list items below deep spans", 200_000, func(n int) string {
			return page("", story()+"<ul>"+strings.Repeat("<span>", 500)+strings.Repeat("<li>甲", n))
		}},
		{"repeated body with attributes", 10_000, numbered(`<body a#="1" b#="2" c#="3" onload="x(#)">`)},
		{"repeated html with attributes", 10_000, numbered(`<html a#="1" b#="2" c#="3" lang="zh">`)},
		{"frames and body in turn", 200_000, after("<frameset><body>")},
	}
}

// countAttacks have many of one thing.
func countAttacks() []attack {
	return []attack{
		{"1M siblings", 1_000_000, after("<i></i>")},
		{"1M line breaks", 1_000_000, inside("<br>")},
		{"1M horizontal rules", 1_000_000, after("<hr>")},
		{"500k short marks", 500_000, inside("<b>甲</b>")},
		{"200k links", 200_000, numbered(`<a href="/2024/#.html">第#条新闻</a> `)},
		{"200k list links", 100_000, numbered(`<li><a href="/2024/#.html">江岸大桥第#日通行情况通报</a></li>`)},
		{"100k related links", 100_000, func(n int) string {
			return page("", story()+"<div><p>相关新闻</p><ul>"+count(`<li><a href="/2024/#.html">江岸大桥第#日通行情况通报</a></li>`, n)+"</ul></div>")
		}},
		{"200k pagers", 200_000, numbered(`<a href="/2024/a_#.html">#</a> `)},
		{"100k images", 100_000, numbered(`<img src="/i/#.jpg" alt="图#">`)},
		{"50k captions", 50_000, numbered(`<figure><img src="/i/#.jpg"><figcaption>图为大桥第#号塔。张三 摄</figcaption></figure>`)},
		{"50k captions in paragraphs", 50_000, numbered(`<p><img src="/i/#.jpg"></p><p>图为大桥第#号塔。张三 摄</p>`)},
		{"100k broken addresses of images", 100_000, func(n int) string {
			return between("", count(`<img src="http://a b/%zz#.jpg">`, n), "")(1)
		}},
		{"100k broken addresses of links", 100_000, func(n int) string {
			return between("", count(`<a href="http://a b/%zz#.html">甲</a>乙`, n), "")(1)
		}},
		{"100k days that are none", 100_000, func(n int) string {
			return page("", "<h1>"+storyTitle+"</h1>"+count("<p>2024-13-32 08:30:# 来源：江岸日报</p>", n)+story())
		}},
		{"100k videos", 100_000, numbered(`<video src="/v/#.mp4" poster="/v/#.jpg"></video>`)},
		{"100k headlines", 100_000, numbered("<h1>江岸大桥今日通车#</h1>")},
		{"100k headlines before the story", 100_000, func(n int) string {
			return page("", count("<h1>江岸大桥今日通车#</h1>", n)+story())
		}},
		{"100k titles", 100_000, func(n int) string { return page(count("<title>江岸大桥#_江岸网</title>", n), story()) }},
		{"100k metas", 100_000, func(n int) string {
			return page(count(`<meta name="keywords" content="大桥,通车#">`, n), story())
		}},
		{"100k metas of many names", 100_000, func(n int) string { return page(count(`<meta name="k#" content="大桥">`, n), story()) }},
		{"100k dates", 100_000, numbered("<p>2024-05-01 08:30:#</p>")},
		{"100k dates before the story", 100_000, func(n int) string { return page("", count("<p>2024-05-01 08:30:#</p>", n)+story()) }},
		{"100k credit lines", 100_000, numbered("<p>责任编辑：王五 记者：张三</p>")},
		{"100k credit lines before the story", 100_000, func(n int) string {
			return page("", "<h1>"+storyTitle+"</h1>"+strings.Repeat("<p>记者：张三 编辑：王五</p>", n)+story())
		}},
		{"100k breaks in a paragraph", 100_000, func(n int) string { return between("", count("江岸大桥今日#人走过。<br>", n), "")(1) }},
		{"100k breaks in a list item", 100_000, func(n int) string {
			return between("<ul><li>", count("江岸大桥今日#人走过。<br>", n), "</ul>")(1)
		}},
		{"30k asides between paragraphs", 15_000, func(n int) string {
			return page("", strings.Replace(storyOf(2*n), "</p>", `</p><div class="share">甲</div>`, -1))
		}},
		{"100k people", 100_000, people("<p>责任编辑：王五 ", "</p>")},
		{"100k people in brackets", 100_000, people("（", "）")},
		{"100k sources", 100_000, numbered("<p>来源：江岸日报#</p>")},
		{"100k notices", 100_000, numbered("<p>声明：未经授权不得转载第#号稿件。</p>")},
		{"100k breadcrumbs", 100_000, func(n int) string {
			return page("", `<div class="crumb">`+count(`<a href="/#/">栏目#</a> &gt; `, n)+"</div>"+story())
		}},
		{"100k bases", 100_000, func(n int) string { return page(count(`<base href="http://a#.example/">`, n), story()) }},
		{"100k links that are none", 100_000, after(`<a href="http://[::1/%zz?a b">甲乙丙丁</a><br>`)},
		{"500k options", 300_000, after("<select><option>甲</select>")},
		{"200k iframes", 200_000, after("<iframe src=/a.html></iframe>")},
		{"100k noscripts", 100_000, after("<noscript><img src=/a.jpg></noscript>")},
		{"100k hidden divs", 100_000, numbered(`<div style="display:none">第#段。</div>`)},
		{"a table of 700 × 700", 700, func(n int) string {
			return page("", story()+"<table>"+strings.Repeat("<tr>"+strings.Repeat("<td>甲", n), n)+"</table>")
		}},
		{"a table of 700 × 700 in the story", 700, func(n int) string {
			return between("<table>", "<tr>"+strings.Repeat("<td>甲", n), "</table>")(n)
		}},
		{"a table that spans", 50_000, between("<table>", `<tr><td colspan="1000" rowspan="65534">甲</td></tr>`, "</table>")},
		{"a list of 300k", 300_000, between("<ul>", "<li>甲乙", "</ul>")},
		{"tables in tables, closed", 5_000, func(n int) string {
			return page("", story()+strings.Repeat("<table><tr><td>甲", n)+strings.Repeat("</td></tr></table>", n))
		}},
		{"lists in lists, closed", 50_000, func(n int) string {
			return page("", story()+strings.Repeat("<ul><li>甲", n)+strings.Repeat("</li></ul>", n))
		}},
		{"100k paragraphs", 100_000, func(n int) string {
			return page("", story()+strings.Repeat("<p>"+sentence(1)+"</p>", n/4)+sentences(n/4))
		}},
		{"short lines", 300_000, inside("<p>甲。</p>")},
		{"300k comments", 300_000, after("<!-- 甲 -->")},
		{"500k bogus comments", 500_000, after("<!甲><?乙>")},
	}
}

// people credits somebody else each time.
func people(open, end string) func(int) string {
	const first, given = 0x4e00, 20_000 // ideographs
	return func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(open + "记者：张" + string(rune(first+i%given)) + string(rune(first+i/given)) + end)
		}
		return between("", b.String(), "")(1)
	}
}
