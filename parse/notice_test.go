package parse_test

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestNotices: notices of the article, and lines that are none.
func TestNotices(t *testing.T) {
	const (
		told      = "声明：本文转自合作媒体，文中内容只供读者参考。"
		quoted    = "免责声明：凡注明“来源：江岸网”的所有文字图片等资料，版权均属江岸网所有，转载请注明出处；内容仅供参考。"
		bracketed = "江岸日报所有注明「稿件来源：江岸日报」的作品，未经许可不得转载。"
		links     = "<h3>相关新闻</h3><ul><li><a href=/1.html>江岸地铁三号线开始试运行</a></li></ul>"
	)
	for _, c := range []struct{ what, in, want string }{
		{"in the body", "<p>" + told + "</p>", told},
		{"behind it", "{END}<p>" + told + "</p>", told},
		{"behind related links", "{END}" + links + "<p>" + told + "</p>", told},
		{"behind the articles before and behind", "{END}<p>上一篇：<a href=/1.html>渡口昨日停航</a></p><p>" + told + "</p>", told},
		{"behind its own heading", "{END}<p>版权声明</p><p>" + told + "</p>", told},
		{"behind the editor's line at the bottom", "{END}<div class=detail_bottom><p>[责编：皇甫清]</p></div><p>" + told + "</p>", told},
		{"behind many related links", "{END}<h3>相关新闻</h3>" + strings.Repeat("<p><a href=/1.html>江岸地铁三号线开始试运行</a></p>", 9) + "<p>" + told + "</p>", told},
		{"a link to it beside the editor", "{END}<div><a href=/st>免责声明</a> <span>[责任编辑：皇甫清]</span></div>", ""},
		{"under what readers answer", "{END}<h4>网友回应</h4><p>网友回应为网友个人意见，不代表江岸网立场。</p>", ""},
		{"a call for news", "<p>有新闻线索？请拨打江岸网新闻热线0571-85310000。</p>", "有新闻线索？请拨打江岸网新闻热线0571-85310000。"},
		{"where it was printed first", "<p>原刊于《江岸评论》第三期，经作者授权发表。</p>", "原刊于《江岸评论》第三期，经作者授权发表。"},
		{"a widget behind those", "{END}" + links + "<p>江岸日报官方微信</p>", ""},
		{"behind a list of the site's", "{END}<h3>热门文章</h3><p>" + told + "</p>", ""},
		{"of a quoted source", "<p>" + quoted + "</p>", quoted},
		{"of one in brackets", "<p>" + bracketed + "</p>", bracketed},
		{"whose class says bottom, among the paragraphs", "<p class=bottomSign>" + told + "</p>", told},
		{"with a credit in a bracket", "<p>[声明：未经授权，不得转载] [责任编辑：皇甫清]</p>", "[声明：未经授权，不得转载]"},
		{"with a credit behind a gap", "<p>未经授权不得转载本文　责任编辑：皇甫清</p>", "未经授权不得转载本文"},
		{"of several lines", "<p>《江岸電視台》提醒您，騎車請注意：<br>夜間開燈；<br>违者必究</p>", "《江岸電視台》提醒您，騎車請注意：\n夜間開燈；\n违者必究"},
		{"of several paragraphs", "{END}<p>江岸网版权与免责声明：</p><p>1、转载请注明出处。</p><p>2、联系电话：0571-85310000。</p><p>江岸网手机版</p>", "江岸网版权与免责声明：|1、转载请注明出处。|2、联系电话：0571-85310000。"},
		{"of an outlet", "{END}<p>江岸网声明：本文转自合作媒体，内容供读者参考。</p>", "江岸网声明：本文转自合作媒体，内容供读者参考。"},
		{"of the comments", "<p>以上网友发言只代表其个人观点，不代表江岸网立场。</p>", ""},
		{"above them", "<p>请注意文明用语，网友评论仅代表个人观点</p>", ""},
		{"of the site's imprint in traditional script", "{END}<p>江岸日報社版權所有 請勿轉載</p>", ""},
		{"in the footer", "{END}<div class=footer><p>" + told + "</p></div>", ""},
	} {
		in := "<p>{1}</p><p>{2}</p><p>{3}</p>" + c.in
		if rest, ok := strings.CutPrefix(c.in, "{END}"); ok {
			in = "<p>{1}</p><p>{2}</p><p>{3}</p></div><div>" + rest
		}
		res, err := parse.HTML([]byte(smallPage(in)), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := strings.Join(res.Article.Notices, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
		if s := short(res.Article); s != "1 2 3" {
			t.Errorf("%s: body %s", c.what, s)
		}
	}
}

// TestNoticeLines: lines behind the text by which a site speaks of itself. All are
// notices, and no text.
func TestNoticeLines(t *testing.T) {
	for _, line := range []string{
		"读者热线：0571-85310000",
		"特别提醒：如果我们用了您的图片，请与本报联系领取稿酬。",
		"如对本文有异议，请与江岸网编辑部联系。",
		"© 著作权归作者所有",
		"© 2019年江岸之声版权声明：本文受到保护，使用须经特别允许。",
		"江岸客户端已经改版，请及时下载新版本，以免影响使用。",
		"《江岸日報》APP已推出最新版本，請立即更新。",
		"★江岸週刊關心您：飲酒過量，有礙健康。",
		"(建議使用Chrome瀏覽器觀看影片)",
		"加入江岸新聞好友，每日推播要聞",
		"本文依 CC 創用姓名標示授權釋出，歡迎轉載。",
		"◎《江岸電視台》提醒您：雨天請減速慢行。",
		"※ 江岸新聞網提醒您：請尊重著作權。",
		"本文採姓名標示方式釋出，以創用CC授權。",
		"本文来自江岸号平台的入驻作者，仅代表账号观点。",
		"读完有收获，请点“在看”",
		"欢迎订阅江岸晨报电子报，每天一封。",
		"[歡迎點擊此處訂閱江岸晨報，也可以來信加入。]",
	} {
		res, err := parse.HTML([]byte(smallPage("<p>{1}</p><p>{2}</p><p>{3}</p></div><div><p>"+line+"</p>")), parse.Options{URL: "https://www.jiangan.example/2022/0905/c1.html"})
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if got := strings.Join(res.Article.Notices, "|"); got != line {
			t.Errorf("%s: notices %q", line, got)
		}
		if s := short(res.Article); s != "1 2 3" {
			t.Errorf("%s: body %s", line, s)
		}
		inside, err := parse.HTML([]byte(smallPage("<p>{1}</p><p>{2}</p><p>{3}</p><p>---</p><p>"+line+"</p><p>打开全文</p>")), parse.Options{})
		if err != nil || short(inside.Article) != "1 2 3" {
			t.Errorf("%s, in the body: body %s, error %v", line, short(inside.Article), err)
		}
	}
}
