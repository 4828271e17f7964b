package main

import (
	"encoding/base64"
	"strings"
)

// lengthAttacks have one thing that is long.
func lengthAttacks() []attack {
	const mb = 1 << 20
	open := func(tag string) func(int) string {
		return func(n int) string { return page("", story()+tag+strings.Repeat("江桥<b>", n)) }
	}
	return []attack{
		{"100k attributes on one tag", 100_000, func(n int) string { return page("", "<div "+manyAttributes(n)+">"+story()) }},
		{"100k attributes of one name", 400_000, func(n int) string { return page("", "<div "+strings.Repeat("class=a ", n)+">"+story()) }},
		{"100 attributes on 2,000 tags", 2_000, func(n int) string {
			return page("", story()+strings.Repeat("<p"+manyAttributes(100)+">甲</p>", n))
		}},
		{"attribute without end quote", 5 * mb, func(n int) string { return page("", story()+`<a href="`+strings.Repeat("x", n)) }},
		{"class of 5 MB", mb, func(n int) string { return page("", `<div class="`+strings.Repeat("main ", n)+`">`+story()) }},
		{"style of 5 MB", 350_000, func(n int) string { return page("", `<div style="`+strings.Repeat("color:inherit;", n)+`">`+story()) }},
		{"address of 5 MB", 5 * mb, func(n int) string { return page("", story()+`<a href="/`+strings.Repeat("x", n)+`">甲乙丙</a>`) }},
		{"alt text of 5 MB", 5 * mb / 6, func(n int) string {
			return page("", story()+`<img src="/a.jpg" alt="`+strings.Repeat("大桥", n)+`">`)
		}},
		{"tag name of 5 MB", 5 * mb, func(n int) string { return page("", story()+`<`+strings.Repeat("x", n)+`>`) }},
		{"open script", 500_000, open("<script>")},
		{"open comment", 500_000, open("<!--")},
		{"open style", 500_000, open("<style>")},
		{"open textarea", 500_000, open("<textarea>")},
		{"open title", 500_000, open("<title>")},
		{"open title in the head", 500_000, inHead("<title>", "江桥<b>", "")},
		{"open noembed", 500_000, open("<noembed>")},
		{"open plaintext", 500_000, open("<plaintext>")},
		{"open cdata in svg", 500_000, open("<svg><![CDATA[")},
		{"nearly closed script", 500_000, open("<script></scrip ")},
		{"script with many near ends", 500_000, func(n int) string { return page("", story()+"<script>"+strings.Repeat("</script", n)) }},
		{"comment with many near ends", 500_000, func(n int) string { return page("", story()+"<!--"+strings.Repeat("--!", n)) }},
		{"open comments", 500_000, after("<!--甲")},
		{"open brackets", 5 * mb, after("<")},
		{"5 MB in one line", 60_000, func(n int) string { return strings.ReplaceAll(page("", story()+sentences(n/2)), "\n", "") }},
		{"one paragraph of 5 MB", 60_000, func(n int) string {
			return page("", story()+"<p>"+strings.NewReplacer("<p>", "", "</p>", "", "\n", "").Replace(sentences(n/2)))
		}},
		{"one word of 5 MB", 5 * mb, inside("x")},
		{"one headline of 5 MB", 5 * mb / 6, func(n int) string { return page("", "<h1>"+strings.Repeat("大桥", n)+"</h1>"+story()) }},
		{"title of 5 MB", 5 * mb / 12, inHead("<title>", "大桥_通车 ", "</title>")},
		{"description of 5 MB", 5 * mb / 12, inHead(`<meta name="description" content="`, "大桥，通车。", `">`)},
		{"keywords of 5 MB", 5 * mb / 7, inHead(`<meta name="keywords" content="`, "大桥,", `">`)},
		{"author meta of 5 MB", 5 * mb / 7, inHead(`<meta name="author" content="`, "张三 ", `">`)},
		{"date meta of 5 MB", 5 * mb / 11, inHead(`<meta name="pubdate" content="`, "2024-05-01 ", `">`)},
		{"images in data URIs", 50, func(n int) string {
			return between("", `<img src="data:image/png;base64,`+base64.StdEncoding.EncodeToString([]byte(noise(75_000)))+`">`, "")(n)
		}},
		{"40 MB of paragraphs", 400_000, func(n int) string { return page("", story()+sentences(n/2)) }},
	}
}

// textAttacks fill the places that are read as fields.
func textAttacks() []attack {
	const mb = 1 << 20
	return []attack{
		{"1M entities", mb, inside("&amp;")},
		{"1M entities of two code points", mb / 2, inside("&NotEqualTilde;")},
		{"1M numeric entities", mb / 2, inside("&#x6865;")},
		{"1M broken entities", mb / 2, inside("&nosuch;&")},
		{"ampersands", 5 * mb, inside("&")},
		{"one endless entity", 5 * mb, between("&#", "0", "")},
		{"one endless name", 5 * mb, between("&", "a", "")},
		{"one character", 5 * mb / 3, inside("桥")},
		{"one full stop", 5 * mb / 3, inside("。")},
		{"one comma", 5 * mb / 3, inside("甲，")},
		{"one digit", 5 * mb, inside("1")},
		{"colons", 5 * mb / 3, inside("：")},
		{"1M role words", mb, inside("记者")},
		{"1M role words in a line of its own", mb, func(n int) string { return page("", story()+"<p>"+strings.Repeat("编辑", n)+"</p>") }},
		{"role words in the info line", mb / 2, info("记者")},
		{"credits in one line", 300_000, info("责任编辑：张三 ")},
		{"credits in the last line", 300_000, func(n int) string { return page("", story()+"<p>"+strings.Repeat("责任编辑：张三 ", n)+"</p>") }},
		{"dates in the info line", 400_000, info("2024-05-01 ")},
		{"times in the info line", 800_000, info("08:30 ")},
		{"sources in the info line", 500_000, info("来源：")},
		{"vague times", 500_000, info("3小时前 ")},
		{"names joined by stops", mb / 2, info("张三、")},
		{"slashes in labels", mb, info("文/")},
		{"bylines in brackets", 300_000, inside("（记者张三）")},
		{"open bylines", 300_000, inside("（记者")},
		{"open book marks", 5 * mb / 3, inside("《")},
		{"open quotation marks", 5 * mb / 3, inside("“")},
		{"ideographic spaces", 5 * mb / 3, inside("\u3000")},
		{"spaces", 5 * mb, inside(" ")},
		{"line feeds", 5 * mb, inside("\n")},
		{"indents", mb / 2, inside("甲。\u3000\u3000")},
		{"arrows", mb, inside("甲>")},
		{"ordinals", mb / 2, inside("1、甲")},
		{"zero-width characters", mb, inside("甲\u200b\ufeff")},
		{"direction marks", mb, inside("甲\u202e\u2066")},
		{"combining marks", 5 * mb / 2, inside("\u0301")},
		{"emoji", mb, inside("👨\u200d👩")},
		{"private use", 5 * mb / 3, inside("\ue5e5")},
		{"cloaked text", 100_000, inside("江(jiang)岸(an)大(da)桥")},
		{"cloaked traditional text", 200_000, inside("萬wan聖sheng節jie")},
		{"torn text", 30_000, inside("縣(xiàn)裡的小學(xué)開(kāi)了兩個(gè)新班，我們?cè)谥黝}班會(huì)上看到。")},
		{"torn notes", 200_000, inside("張?jiān)?jiān)")},
		{"readings alone", mb, inside("zhuang ")},
		{"escapes shown as text", mb / 2, inside("%u6865\\u6865")},
		{"escaped entities", mb / 3, inside("&amp;#x6865;")},
		{"text read twice wrongly", 60_000, inside("æ±Ÿå²¸å¤§æ¡¥")},
		{"traditional text", mb / 2, inside("萬聖節")},
		{"full-width letters", 5 * mb / 3, inside("Ａ")},
		{"web addresses in text", 200_000, inside("http://a.example/b ")},
	}
}

// scriptAttacks fill scripts.
func scriptAttacks() []attack {
	ld := func(open, s, end string) func(int) string {
		return func(n int) string {
			return page(`<script type="application/ld+json">`+open+strings.Repeat(s, n)+end+"</script>", story())
		}
	}
	alone := func(open, s, end string) func(int) string {
		return func(n int) string {
			return "<title>" + storyTitle + "</title><body><script>" + open + strings.Repeat(s, n) + end + "</script></body>"
		}
	}
	return []attack{
		{"nested arrays in JSON-LD", 2_000_000, ld("", "[", "")},
		{"nested objects in JSON-LD", 400_000, ld("", `{"@graph":[`, "")},
		{"wide JSON-LD", 100_000, ld("[", `{"@type":"NewsArticle","headline":"甲"},`, "{}]")},
		{"escapes in JSON-LD", 600_000, ld(`{"@type":"NewsArticle","articleBody":"`, `\u6865`, `"}`)},
		{"backslashes in JSON-LD", 4_000_000, ld(`{"@type":"NewsArticle","articleBody":"`, `\`, `"}`)},
		{"JSON-LD without end", 800_000, ld(`{"@type":"NewsArticle","articleBody":"`, `大桥`, "")},
		{"20k JSON-LD scripts", 20_000, inHead("", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"甲"}</script>`, "")},
		{"article in a script", 300_000, alone(`window.__DATA__={"title":"`+storyTitle+`","content":"`, `<p>大桥通车。`, `"}`)},
		{"nested arrays in a script", 2_000_000, alone("var a=", "[", "")},
		{"nested objects in a script", 500_000, alone("var a=", `{"a":`, "")},
		{"contents in a script", 200_000, alone("var a=[", `{"content":"<p>甲"},`, "]")},
		{"open contents in a script", 200_000, alone("var a=", `{"content":"<p>甲`, "")},
		{"quotes in a script", 2_000_000, alone("var a=", `"'`, "")},
		{"escaped mark-up in a script", 400_000, alone(`var a={"content":"`, `\u003cp\u003e甲`, `"}`)},
		{"braces in a script", 5_000_000, alone("", "{", "")},
		{"100k small scripts", 100_000, after("<script>var a='<p>甲';</script>")},
		{"assignments in a script", 200_000, alone("", `window.a={"content":1};`, "")},
	}
}
