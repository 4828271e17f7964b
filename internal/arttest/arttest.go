// Package arttest generates articles for tests and checks the laws that the
// codecs of package article promise.
package arttest

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
)

// A choice returns a number in [0, n). All randomness of an article comes from
// one, so that a fuzzer which supplies the numbers can shrink the article.
type choice func(n int) int

// Hostile returns an article of every kind of content, good and bad: control
// characters, invalid UTF-8, mark-up, spans out of place, empty entries. Its
// canonical form is valid. Equal seeds give equal articles; about one in 2,000
// has a paragraph of 1 MB.
func Hostile(seed uint64) *article.Article {
	r := rand.New(rand.NewPCG(seed, 1))
	a := generate(r.IntN)
	if r.IntN(2000) == 0 {
		g := generator{r.IntN}
		text := strings.Repeat(g.text(8)+"長", 1<<20/64)
		for len(text) < 1<<20 {
			text += text
		}
		a.Body = append(a.Body, article.Block{Type: article.Paragraph, Text: text[:1<<20]})
	}
	return a
}

// FromBytes is [Hostile] with the choices taken from data, for fuzzing.
func FromBytes(data []byte) *article.Article {
	return generate(func(n int) int {
		if len(data) == 0 {
			return 0
		}
		c := int(data[0])
		data = data[1:]
		if n > 256 && len(data) > 0 {
			c, data = c<<8|int(data[0]), data[1:]
		}
		return c % n
	})
}

// News returns a well-formed article such as portals print: a title, a time, a
// source, credits and at least three paragraphs of whole sentences, beside
// headings, images, lists and tables. Equal seeds give equal articles.
func News(seed uint64) *article.Article {
	r := rand.New(rand.NewPCG(seed, 2))
	g := generator{r.IntN}
	a := &article.Article{
		URL:       "https://news.example.cn/a/" + g.digits(8) + ".html",
		Site:      g.pick("江岸网", "新湖日报", "云川发布"),
		Section:   []string{"首页", g.pick("国内", "经济", "体育")},
		Title:     g.phrase(10 + g.n(14)),
		Published: g.newsTime(),
		Source:    article.Source{Name: g.pick("江岸日报", "云川晚报", "新湖社")},
		Language:  "zh-Hans",
		Keywords:  []string{g.phrase(2), g.phrase(3)},
	}
	if g.n(2) == 0 {
		a.Subtitle = g.phrase(12)
	}
	for range 1 + g.n(3) {
		a.Credits = append(a.Credits, g.newsCredit())
	}
	for range 3 + g.n(8) {
		a.Body = append(a.Body, g.newsParagraph())
		if g.n(4) == 0 {
			a.Body = append(a.Body, g.newsExtra())
		}
	}
	for i := range g.n(4) {
		a.Related = append(a.Related, article.RelatedLink{
			Ordinal: i + 1, Title: g.phrase(12), URL: "https://news.example.cn/r/" + g.digits(6), Group: "相关新闻",
		})
	}
	if g.n(2) == 0 {
		a.Notices = []string{"版权所有，未经许可不得转载。"}
	}
	return a
}

// generator draws pieces of articles.
type generator struct{ n choice }

func (g generator) pick(list ...string) string { return list[g.n(len(list))] }

func (g generator) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + g.n(10)))
	}
	return b.String()
}

// hanzi are common characters that the generator builds words of.
const hanzi = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"

func (g generator) phrase(n int) string {
	all := []rune(hanzi)
	out := make([]rune, n)
	for i := range out {
		out[i] = all[g.n(len(all))]
	}
	return string(out)
}

func (g generator) sentence() string {
	return g.phrase(8+g.n(12)) + "，" + g.phrase(6+g.n(20)) + g.pick("。", "。", "。", "！", "？")
}

func (g generator) newsTime() article.Time {
	p := []article.Precision{article.PrecisionDay, article.PrecisionMinute, article.PrecisionSecond}[g.n(3)]
	hour, minute, second := g.n(24), g.n(60), g.n(60)
	layout := "2006-01-02 15:04:05"
	switch p {
	case article.PrecisionDay:
		hour, minute, second, layout = 0, 0, 0, "2006年01月02日"
	case article.PrecisionMinute:
		second, layout = 0, "2006-01-02 15:04"
	}
	t := time.Date(2000+g.n(25), time.Month(1+g.n(12)), 1+g.n(28), hour, minute, second, 0, time.FixedZone("", 8*60*60))
	return article.Time{Raw: t.Format(layout), Time: t, Precision: p}
}

func (g generator) newsCredit() article.Credit {
	c := []article.Credit{
		{Role: article.RoleReporter, Label: "记者"},
		{Role: article.RoleEditor, Label: "编辑"},
		{Role: article.RoleResponsibleEditor, Label: "责任编辑"},
	}[g.n(3)]
	c.Name = g.pick("王", "李", "陈", "赵", "欧阳") + g.phrase(1+g.n(2))
	return c
}

func (g generator) newsParagraph() article.Block {
	b := article.Block{Type: article.Paragraph}
	for range 2 + g.n(4) {
		b.Text += g.sentence()
	}
	if g.n(3) == 0 {
		b.Spans = []article.Span{{Start: 0, End: 12, Kind: article.SpanStrong}}
	}
	return b
}

func (g generator) newsExtra() article.Block {
	switch g.n(5) {
	case 0:
		return article.Block{Type: article.Heading, Level: 2, Text: g.phrase(8)}
	case 1:
		return article.Block{Type: article.List, Items: []string{g.sentence(), g.sentence()}}
	case 2:
		return article.Block{Type: article.Table, Header: 1, Rows: [][]string{{"项目", "数值"}, {g.phrase(4), g.digits(3)}}}
	case 3:
		return article.Block{Type: article.Quote, Text: g.sentence()}
	}
	return article.Block{
		Type: article.Image, Src: "https://img.example.cn/" + g.digits(5) + ".jpg", Alt: g.phrase(4), Caption: g.phrase(10),
	}
}
