package parse

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
)

// TestLeads: an abstract above the text is taken out of it, a first paragraph is
// not.
func TestLeads(t *testing.T) {
	const (
		lead  = "江桥今日通车，两岸居民盼了三年的路终于走通，早晚高峰的渡船也不再拥挤。"
		title = "江桥今日通车 两岸居民走上桥面"
	)
	prosaic, _, _ := strings.Cut(strings.TrimPrefix(prose, "<p>"), "</p>")
	page := func(description, above, body string) string {
		return "<html><head><meta charset=utf-8><title>" + title + "_江岸在线</title><meta name=description content='" + description + "'></head><body><h1>" + title + "</h1><p>2022-09-05 22:03</p>" + above + "<div class=text>" + body + prose + "</div></body></html>"
	}
	for _, c := range []struct{ why, page, summary, first string }{
		{"a class", page("", "<div class=summary>"+lead+"</div>", ""), lead, prosaic},
		{"a class, with a label", page("", "<div class=summary>摘要："+lead+"</div>", ""), lead, prosaic},
		{"the headline in brackets", page("", "<div class=summary>【"+title+"】"+lead+"</div>", ""), lead, prosaic},
		{"other brackets", page("", "<div class=summary>【通车】"+lead+"</div>", ""), "【通车】" + lead, prosaic},
		{"a label in brackets", page("", "<div><b>[提要]</b> "+lead+"</div>", ""), lead, prosaic},
		{"a label in an element", page("", "", "<div><span>导语</span>"+lead+"</div>"), lead, prosaic},
		{"a label on a line of its own", page("", "", "<p><b>核心提示</b></p><p>"+lead+"</p>"), lead, prosaic},
		{"a label with its outlet", page("", "", "<p>江岸网导读："+lead+"</p>"), lead, prosaic},
		{"a label behind other words", page("", "", "<p>居民的导读："+lead+"</p>"), "", "居民的导读：" + lead},
		{"some clauses of the text", page("晨练的人们最先走上桥面，渡船还要开到月底。", "", "<p>晨练的人们最先走上桥面，看江水从脚下流过，渡船还要开到月底。</p>"), "", "晨练的人们最先走上桥面，看江水从脚下流过，渡船还要开到月底。"},
		{"the first sentence, and as much again", page("晨练的人们最先走上桥面，看江水从脚下流过。三年的等待，换来两岸人家一次隔江的握手，和一条新的回家路。", "", "<p>晨练的人们最先走上桥面，看江水从脚下流过。</p>"), "晨练的人们最先走上桥面，看江水从脚下流过。三年的等待，换来两岸人家一次隔江的握手，和一条新的回家路。", "晨练的人们最先走上桥面，看江水从脚下流过。"},
		{"the first sentence, and a little more", page("晨练的人们最先走上桥面，看江水从脚下流过。江岸网讯。", "", "<p>晨练的人们最先走上桥面，看江水从脚下流过。</p>"), "", "晨练的人们最先走上桥面，看江水从脚下流过。"},
		{"sentences of short paragraphs", page("晨练的人们最先走上桥面，看江水从脚下流过。“快来！”“好看！”“走吧！”渡船还要开到这个月的月底。", "", "<p>晨练的人们最先走上桥面，看江水从脚下流过。</p><p>“快来！”</p><p>“好看！”</p><p>“走吧！”</p><p>渡船还要开到这个月的月底。</p>"), "", "晨练的人们最先走上桥面，看江水从脚下流过。"},
		{"a label that is a word of the text", page("", "", "<p>导读牌立在江桥桥头，两岸居民走过时都要停下来看一看。</p>"), "", "导读牌立在江桥桥头，两岸居民走过时都要停下来看一看。"},
		{"stated and apart", page(lead, "<div class=top><p>"+lead+"</p></div>", ""), lead, prosaic},
		{"stated, not apart", page(lead, "", "<p>"+lead+"</p>"), "", lead},
		{"stated, and a paragraph with an element around it as all have", page(lead, "", "<div class=p><p>"+lead+"</p></div><div class=p><p>晨练的人们最先走上桥面。</p></div>"), "", lead},
		{"stated, and a picture behind it", page(lead, "", "<p>"+lead+"</p><table><tr><td><img src=/i/a.jpg></td></tr><tr><td><p>居民走上江桥的步道</p></td></tr></table>"), "", lead},
		{"a heading that is a sentence", page("", "<h2>"+lead+"</h2>", ""), lead, prosaic},
		{"between headline and time", strings.Replace(page("", "", ""), "<p>2022-09-05 22:03</p>", "<header><p>"+lead+"</p><p>文／林青 2022-09-05 22:03</p></header>", 1), lead, prosaic},
		{"below a time, and above another", page("", "<header><p>"+lead+"</p><p>更新 2022-09-06 08:03</p></header>", ""), "", lead},
		{"above the time, beside the text", "<html><head><meta charset=utf-8><title>" + title + "</title></head><body><h1>" + title + "</h1><div><p>" + lead + "</p><p>2022-09-05 22:03</p>" + prose + "</div></body></html>", "", lead},
		{"the start of the text, over two paragraphs", page("各位居民：晨练的人们最先走上桥面，看江水从脚下流过。", "", "<p>各位居民：</p><p>晨练的人们最先走上桥面，看江水从脚下流过。</p>"), "", "各位居民："},
		{"the site's own words", page("江岸在线，每天为两岸的居民送来新闻、天气和渡船的时刻。", "", ""), "", prosaic},
		{"the site's address", page("本站www.jiangan.example每天为两岸的居民送来新闻、天气和渡船的时刻。", "", ""), "", prosaic},
		{"what the page is about", page("江岸的两岸居民盼了三年，新桥终于可以走了，渡船还要开到月底。", "", ""), "江岸的两岸居民盼了三年，新桥终于可以走了，渡船还要开到月底。", prosaic},
		{"stated with its dateline", page("【江岸讯】"+lead, "<div class=top><p>【江岸讯】"+lead+"</p></div>", ""), "", "【江岸讯】" + lead},
	} {
		res, err := HTML([]byte(c.page), Options{URL: "https://www.jiangan.example/2022/0905/c1.html", Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		first := ""
		for _, b := range res.Article.Body {
			if b.Type == article.Paragraph {
				first = b.Text
				break
			}
		}
		if first != c.first {
			t.Errorf("%s: the text begins %q, want %q", c.why, first, c.first)
		}
		if res.Article.Summary != c.summary {
			t.Errorf("%s: summary %q, want %q", c.why, res.Article.Summary, c.summary)
		}
	}
}
