package parse_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// TestRelated: the same list of related links in the mark-up of many sites, and
// lists that are none. The links are {a}, {b} and {c}; wanted is group: titles.
func TestRelated(t *testing.T) {
	const (
		a = `<a href="/2022/0901/c1.html">江岸地铁三号线开始试运行</a>`
		b = `<a href="/2022/0902/c2.html">江岸老城区改造工程完成验收</a>`
		c = `<a href="/2022/0903/c3.html">下游渡口明年起改为观光码头</a>`
	)
	const want = "abc"
	text := "<div><p>{1}</p><p>{2}</p><p>{3}</p></div>"
	for _, tc := range []struct{ what, in, group, want string }{
		{"list", "<div><h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul></div>", "相关新闻", want},
		{"loose heading", "<div>相关新闻：</div><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "相关新闻", want},
		{"boxes", "<div><span>延伸阅读</span></div><div><div>{a}</div><div>{b}</div><div>{c}</div></div>", "延伸阅读", want},
		{"boxes beside the heading", "<div><div>延伸阅读</div><div>{a}</div><div>{b}</div><div>{c}</div></div>", "延伸阅读", want},
		{"paragraphs", "<p><b>【相关报道】</b></p><p>{a}</p><p>{b}</p><p>{c}</p>", "相关报道", want},
		{"lines", "<div><strong>相关链接</strong><br>{a}<br>{b}<br>{c}</div>", "相关链接", want},
		{"table", "<table><tr><td>相关文章</td></tr><tr><td>{a}</td></tr><tr><td>{b}</td></tr><tr><td>{c}</td></tr></table>", "相关文章", want},
		{"dl", "<dl><dt>推荐阅读</dt><dd>{a}</dd><dd>{b}</dd><dd>{c}</dd></dl>", "推荐阅读", want},
		{"dated", "<div><h3>相关新闻</h3><ul><li>{a}<span>2022-09-01</span></li><li>{b}<span>2022-09-02</span></li><li>{c}<span>2022-09-03</span></li></ul></div>", "相关新闻", want},
		{"numbered", "<p>大家还在看</p><p>1、{a}</p><p>2、{b}</p><p>3、{c}</p>", "大家还在看", want},
		{"with a link to more", "<div><h3>相关新闻 <a href=/list>更多&gt;&gt;</a></h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul></div>", "相关新闻", want},
		{"more in a box of its own", "<div><h3>相关新闻</h3><a href=/list>更多</a></div><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "相关新闻", want},
		{"of the keywords", "<div>关键词阅读：<a href=/k1>跨江大桥</a> <a href=/k2>通车</a></div><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "关键词阅读", want},
		{"of what its reader may like", "<h4>您可能还关注</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "您可能还关注", want},
		{"of that, at length", "<h4>你也许还会感兴趣的报道：</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "你也许还会感兴趣的报道", want},
		{"of that, in traditional script", "<h4>讀者也喜歡的文章</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "讀者也喜歡的文章", want},
		{"of what all look at", "<h4>大家都在看</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "", ""},
		{"one behind its label", "<p>链接：{a}</p>", "链接", "a"},
		{"one behind an offer", "<p>你也可能感兴趣的文章：{a}</p>", "你也可能感兴趣的文章", "a"},
		{"in traditional script", "<h4>延伸閱讀</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "延伸閱讀", want},
		{"of the article", "<h4>与本文相关的文章</h4><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "与本文相关的文章", want},
		{"without a heading", "{END}<p>{a}</p><p>{b}</p><p>{c}</p>", "", want},
		{"without a heading, and a topic", "{END}<p>{a}</p><p>{b}</p><p>{c}</p></div><div><p>相关专题</p><p><a href=/t/1>江岸跨江大桥</a></p>", "", want},
		{"pictures before the titles", `<h3>相关新闻</h3><ul><li><a href="/2022/0901/c1.html"><img src=/s/1.jpg></a>{a}</li><li>{b}</li><li>{c}</li></ul>`, "相关新闻", want},
		{"abstracts behind the titles", "<h3>相关新闻</h3><ul><li>{a}<p>全线设站二十座。</p></li><li>{b}<p>涉及六条老街。</p></li><li>{c}<p>渡口有百年历史。</p></li></ul>", "相关新闻", want},

		{"the newest", "<h3>最新相关新闻</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "最新相关新闻", want},
		{"of the column", "<h3>同栏目文章</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "同栏目文章", want},
		{"comments of the paper", "<div><h3>评论推荐</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul></div>", "评论推荐", want},
		{"more behind the heading", "<div><div>推荐阅读<a href=/>更多精彩内容</a></div><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul></div>", "推荐阅读", want},
		{"tabs side by side", "<div><h4><a href=#>相關文章</a><a href=#>更多該作者的文章</a></h4><div><h3>{a}</h3><h3>{b}</h3><h3>{c}</h3></div></div>", "相關文章", want},
		{"more of a section", "<div><h2>更多國內相關文章</h2><div>{a}</div><div>{b}</div><div>{c}</div></div>", "更多國內相關文章", want},
		{"more that is recommended", "<h3>更多推荐</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "更多推荐", want},
		{"a way to more of them", "<p><a href=/list>更多推荐</a></p><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "", ""},
		{"the paper's name before the heading", "<h2>江岸日报-相关报道：</h2><p>{a}</p><p>{b}</p><p>{c}</p>", "相关报道", want},
		{"label in the link", "<p><a href=/2022/0901/c1.html><span>推荐阅读：</span>江岸地铁三号线开始试运行</a></p>", "推荐阅读", "a"},
		{"label and title in one", "<p><a href=/2022/0901/c1.html><b>【相关新闻】江岸地铁三号线开始试运行</b></a></p>", "相关新闻", "a"},
		{"the stories before and behind", "{END}<p>上一篇：{a}</p><p>下一篇：{b}</p><h3>推荐阅读</h3><ul><li>{c}</li></ul>", "推荐阅读", "c"},
		{"no more than those", "{END}<p>上一篇：{a}</p><p>下一篇：{b}</p><p>{c}</p>", "", ""},

		{"behind a topic", "{END}<p>相关专题</p><p><a href=/t/1>江岸跨江大桥</a></p></div><div><h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "相关专题", "(江岸跨江大桥 https://www.jiangan.example/t/1) 相关新闻: abc"},
		{"behind a way to follow the paper", "{END}<p>您可能感兴趣的话题</p><p><a href=https://news.search.example/>在搜索里关注江岸日报</a></p></div><div><h3>推荐阅读</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "推荐阅读", want},
		{"a hot list", "<h3>热门文章</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "", ""},
		{"a side column", "<div class=sidebar><h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul></div>", "", ""},
		{"behind a heading of any words", "<h3>相关新闻</h3><h3>江岸风光</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "", ""},
		{"behind another heading", "<h3>相关新闻</h3><p>暂无</p><h3>热门文章</h3><ul><li>{a}</li><li>{b}</li><li>{c}</li></ul>", "", ""},
	} {
		in := text + tc.in
		if rest, ok := strings.CutPrefix(tc.in, "{END}"); ok {
			in = strings.TrimSuffix(text, "</div>") + rest + "</div>"
		}
		page := smallPage(strings.NewReplacer("{a}", a, "{b}", b, "{c}", c).Replace(in))
		res, err := parse.HTML([]byte(page), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", tc.what, err)
			continue
		}
		got := relatedOf(res.Article)
		wanted := ""
		if tc.want != "" {
			wanted = tc.group + ": " + tc.want
		}
		if got != wanted {
			t.Errorf("%s: got %q, want %q", tc.what, got, wanted)
		}
		if s := short(res.Article); s != "1 2 3" {
			t.Errorf("%s: body %s", tc.what, s)
		}
	}
}

// TestRelatedLists: several lists of related links on one page. Wanted are groups
// and links by turns.
func TestRelatedLists(t *testing.T) {
	links := strings.NewReplacer(
		"{a}", `<a href="/2022/0901/c1.html">江岸地铁三号线开始试运行</a>`,
		"{b}", `<a href="/2022/0902/c2.html">江岸老城区改造工程完成验收</a>`,
		"{c}", `<a href="/2022/0903/c3.html">下游渡口明年起改为观光码头</a>`,
		"{out}", `<a href="https://www.sousuo.example/s?q=1">跨江大桥收费标准是多少</a>`,
		"{out2}", `<a href="https://www.sousuo.example/s?q=2">跨江大桥几点开放</a>`)
	const text = "<div class=t><p>{1}</p><p>{2}</p><p>{3}</p></div>"
	for _, tc := range []struct{ what, in, want string }{
		{"two under the text", text + "<h3>相关新闻</h3><ul><li>{a}</li></ul><h3>相关视频</h3><ul><li>{b}</li><li>{c}</li></ul>", "相关新闻: a 相关视频: bc"},
		{"one in the text", "<div class=t><p>{1}</p><p>{2}</p><p>相关阅读：</p><p>{a}</p><p>{b}</p><p>{3}</p></div><p>责任编辑：李明</p><div><h3>相关文章</h3><ul><li>{c}</li></ul></div>",
			"相关阅读: ab 相关文章: c"},
		{"the same links again", text + "<h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li></ul><h3>推荐阅读</h3><ul><li>{b}</li><li>{c}</li></ul>", "相关新闻: ab 推荐阅读: c"},
		{"of the outlet's site in the text, of this site under it", "<div class=t><p>{1}</p><p>{2}</p><p>{3}</p><p>延伸阅读：</p><p>{out}</p><p>{out2}</p></div><h3>相关新闻</h3><ul><li>{a}</li></ul>",
			"延伸阅读: (跨江大桥收费标准是多少 https://www.sousuo.example/s?q=1)(跨江大桥几点开放 https://www.sousuo.example/s?q=2) 相关新闻: a"},
		{"one in another column", text + "<h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li></ul></div></div><div><h3>推荐阅读</h3><ul><li>{c}</li></ul>", "相关新闻: ab"},
		{"a heading each", "<div class=t><p>{1}</p><p>相关文章：{a}</p><p>{2}</p><p><a href=/2022/0902/c2.html>相关新闻：江岸老城区改造工程完成验收</a></p><p>{3}</p></div>", "相关文章: a 相关新闻: b"},
		{"one beside the box of the text and one in it", "<article>" + text + "<section><h2>延伸阅读</h2><ul><li>{a}</li><li>{b}</li></ul></section></article><section><h2>相关新闻</h2><ul><li>{c}</li></ul></section>", "延伸阅读: ab 相关新闻: c"},
		{"tags under a heading, and the list of the next column", text + "<h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li></ul><h3>相关推荐</h3><ul><li><a href=/t1>江桥</a></li></ul></div></div><div><h3><a href=/hot>更多</a>城市热点</h3><ul><li>{c}</li></ul>", "相关新闻: ab"},
		{"a genre in a title", text + "<h3>相关新闻</h3><ul><li>{a}</li><li><a href=/2022/0904/c9.html>图解：江岸渡口的一天</a></li></ul>", "相关新闻: a(图解：江岸渡口的一天 https://www.jiangan.example/2022/0904/c9.html)"},
		{"first pages of sites", text + "<h3>相关链接</h3><ul><li><a href=https://www.qiaobian.example/>桥边人家网站</a></li><li>{a}</li></ul>", "相关链接: a"},
		{"an empty box before it", text + "<div><h2>推荐阅读</h2><div id=w></div></div><div><h2>相关新闻</h2><ul><li>{a}</li><li>{b}</li></ul></div>", "相关新闻: ab"},
		{"searches", text + "<h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li></ul><h3>相关推荐</h3><ul><li>{out}</li></ul>", "相关新闻: ab"},
		{"an empty one", text + "<h3>相关新闻</h3><ul><li>{a}</li><li>{b}</li></ul><h3>相关专题</h3><ul></ul><h3>最新评论</h3><ul><li>{c}</li></ul>", "相关新闻: ab"},
		{"one far below that in the text", "<div class=t><p>{1}</p><p>{2}</p><p>相关阅读：</p><p>{a}</p><p>{b}</p><p>{3}</p></div>" + strings.Repeat("<p>频道</p>", 10) + "<h3>推荐阅读</h3><ul><li>{c}</li></ul>",
			"相关阅读: ab"},
	} {
		res, err := parse.HTML([]byte(smallPage(links.Replace(tc.in))), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", tc.what, err)
			continue
		}
		if got := relatedOf(res.Article); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.what, got, tc.want)
		}
		if s := short(res.Article); s != "1 2 3" {
			t.Errorf("%s: body %s", tc.what, s)
		}
	}
}

// TestRelatedTitles: what is cut off the text of a link.
func TestRelatedTitles(t *testing.T) {
	for _, tc := range []struct{ link, want string }{
		{"江岸地铁三号线试运行", "江岸地铁三号线试运行"},
		{"江岸地铁三号线试运行 2022-09-01", "江岸地铁三号线试运行"},
		{"江岸地铁三号线试运行 <small>(2022-09-01)</small>", "江岸地铁三号线试运行"},
		{"<span>江岸地铁三号线试运行</span><em>江岸日报</em>", "江岸地铁三号线试运行"},
		{"<span>江岸地铁三号线</span><em>试运行</em>", "江岸地铁三号线试运行"},
		{"江岸地铁三号线登上<em>江岸日报</em>", "江岸地铁三号线登上江岸日报"},
		{"江岸地铁条例（2022年9月1日）", "江岸地铁条例（2022年9月1日）"},
		{"相关阅读：江岸地铁三号线试运行", "江岸地铁三号线试运行"},
		{"1.江岸地铁三号线试运行", "江岸地铁三号线试运行"},
		{"1.2022年江岸大事", "2022年江岸大事"},
		{"1.5米宽的小巷通了车", "1.5米宽的小巷通了车"},
		{"12．5亿元投向江岸老街", "12．5亿元投向江岸老街"},
	} {
		page := smallPage("<p>{1}</p><p>{2}</p><h3>相关新闻</h3><ul><li><a href=/2022/0901/c1.html>" + tc.link + "</a></li></ul>")
		res, err := parse.HTML([]byte(page), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil || len(res.Article.Related) != 1 {
			t.Errorf("%s: %d links, error %v", tc.link, len(res.Article.Related), err)
			continue
		}
		if got := res.Article.Related[0].Title; got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.link, got, tc.want)
		}
	}
}

// TestRelatedNames: the account that each title of a list has behind it.
func TestRelatedNames(t *testing.T) {
	for _, tc := range []struct {
		what, in string
		want     []string
	}{
		{"in elements of their own",
			"<li><a href=/c1.html><span class=t>江岸地铁三号线试运行</span><span class=s>老街放大镜</span></a></li><li><a href=/c2.html><span class=t>下游渡口改为观光码头</span><span class=s>渡口人家</span></a></li>",
			[]string{"江岸地铁三号线试运行", "下游渡口改为观光码头"}},
		{"halves of a title",
			"<li><a href=/c1.html><span>江岸地铁三号线试运行</span><span>全程半小时</span></a></li><li><a href=/c2.html><span>下游渡口改为观光码头</span><span>明年开放</span></a></li>",
			[]string{"江岸地铁三号线试运行全程半小时", "下游渡口改为观光码头明年开放"}},
		{"a word set off in one of them",
			"<li><a href=/c1.html><span>江岸地铁三号线今天</span><em>试运行</em></a></li><li><a href=/c2.html>下游渡口改为观光码头</a></li>",
			[]string{"江岸地铁三号线今天试运行", "下游渡口改为观光码头"}},
		{"an advertisement",
			"<li><a href=/c1.html><span>江岸地铁三号线试运行</span></a></li><li><a href=/c2.html><span>这样的沙发坐上去就不想起来</span><i>广告</i></a></li>",
			[]string{"江岸地铁三号线试运行"}},
		{"an advertisement on a card",
			"<li><a href=/c1.html><div>江岸地铁三号线试运行</div></a></li><li><a href=/c2.html><div>这样的沙发坐上去就不想起来</div><div><p>推广</p></div></a></li>",
			[]string{"江岸地铁三号线试运行"}},
		{"a story about advertising",
			"<li><a href=/c1.html>江岸街头不再贴小<em>广告</em></a></li>",
			[]string{"江岸街头不再贴小广告"}},
	} {
		page := smallPage("<p>{1}</p><p>{2}</p><h3>相关推荐</h3><ul>" + tc.in + "</ul>")
		res, err := parse.HTML([]byte(page), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", tc.what, err)
			continue
		}
		var got []string
		for _, l := range res.Article.Related {
			got = append(got, l.Title)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %q, want %q", tc.what, got, tc.want)
		}
	}
}

// relatedOf writes related links as the letters of the links, behind each group.
func relatedOf(a *article.Article) string {
	out := ""
	for i, l := range a.Related {
		if i == 0 || l.Group != a.Related[i-1].Group {
			out = strings.TrimLeft(out+" "+l.Group+": ", " ")
		}
		switch n := strings.TrimSuffix(l.URL[strings.LastIndexByte(l.URL, '/')+1:], ".html"); n {
		case "c1", "c2", "c3":
			out += string('a' + n[1] - '1')
		default:
			out += fmt.Sprintf("(%s %s)", l.Title, l.URL)
		}
	}
	return out
}

// TestRelatedNotes: what a bracket behind a link says, which a day or a count is not.
func TestRelatedNotes(t *testing.T) {
	for _, c := range []struct{ bracket, want string }{
		{"（附发布会预告）", "附发布会预告"}, {"(组图)", "组图"}, {" (PDF)", "PDF"},
		{" (09-01)", ""}, {"（9月1日）", ""}, {" (4)", ""}, {" (2022-09-01)", ""}, {"", ""},
	} {
		in := "<p>{1}</p><p>{2}</p><p>{3}</p></div><div><h3>相关新闻</h3><ul><li><a href=/1.html>江岸地铁三号线开始试运行</a>" + c.bracket + "</li></ul>"
		res, err := parse.HTML([]byte(smallPage(in)), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil || len(res.Article.Related) != 1 {
			t.Errorf("%q: %v", c.bracket, err)
			continue
		}
		if got := res.Article.Related[0].Note; got != c.want {
			t.Errorf("%q: %q, want %q", c.bracket, got, c.want)
		}
	}
}
