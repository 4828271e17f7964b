package article_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
	"github.com/zhnews/zhnews/internal/golden"
)

// sample returns an article that uses every field and every block type.
func sample() *article.Article {
	east := time.FixedZone("", 8*60*60)
	return &article.Article{
		URL: "https://news.example.cn/a/1.html", Site: "江岸网", Section: []string{"首页", "本地"},
		Kicker: "重点工程提前完工", Title: "江岸大桥今日通车", Subtitle: "全长三公里\n双向六车道",
		Published: article.Time{Raw: "2024年5月1日 8:30", Time: time.Date(2024, 5, 1, 8, 30, 0, 0, east), Precision: article.PrecisionMinute},
		Modified:  article.Time{Time: time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC), Precision: article.PrecisionDay},
		Source:    article.Source{Name: "江岸日报", URL: "https://daily.example.cn/"},
		Credits: []article.Credit{
			{Role: article.RoleReporter, Label: "记者", Name: "张三", Org: "江岸日报社"},
			{Role: article.RoleAuthor, Label: "文/图", Name: "李四"},
			{Role: article.RolePhotographer, Label: "文/图", Name: "李四"},
			{Role: article.RoleEditor, Label: "本期编辑", Name: "王五"},
			{Role: article.RoleEditor, Name: "赵六"},
		},
		Summary: "大桥通车，两岸通行时间缩短到五分钟。",
		Body: []article.Block{
			{Type: article.Paragraph, Text: "大桥于今日上午通车。\n全长 <3> 公里 & 双向六车道。", Spans: []article.Span{
				{Start: 0, End: 30, Kind: article.SpanLink, URL: "https://news.example.cn/bridge?a=1&b=2"},
				{Start: 0, End: 6, Kind: article.SpanStrong}, {Start: 31, End: 37, Kind: article.SpanEm},
				{Start: 41, End: 42, Kind: article.SpanLink, URL: "javascript:alert(1)"},
			}},
			{Type: article.Heading, Level: 2, Text: "五年建设"},
			{Type: article.Image, Src: "https://img.example.cn/1.jpg", Alt: "大桥", Caption: "大桥全景", Credit: "李四"},
			{Type: article.Image, Src: "/lazy.gif", Alt: "桥塔"},
			{Type: article.Video, Src: "https://v.example.cn/1.mp4", Poster: "https://img.example.cn/2.jpg", Caption: "通车仪式"},
			{Type: article.Audio, Src: "https://v.example.cn/1.mp3", Poster: "https://img.example.cn/3.jpg"},
			{Type: article.List, Items: []string{"引桥", "主桥"}},
			{Type: article.List, Ordered: true, Items: []string{"勘察", "施工\n验收"}},
			{Type: article.Table, Caption: "造价", Header: 1, Rows: [][]string{{"项目", "亿元"}, {"主桥", "12"}, {"引桥", ""}}},
			{Type: article.Table, Rows: [][]string{{"合计"}}},
			{Type: article.Quote, Text: "桥通了，路就近了。"},
			{Type: article.Paragraph, Text: "（完）"},
		},
		Related: []article.RelatedLink{
			{Ordinal: 1, Title: "大桥收费方案公布", URL: "https://news.example.cn/a/2.html", Group: "大家还在看", Note: "附方案"},
			{Title: "三号线延长", URL: "https://news.example.cn/a/3.html", Group: "大家还在看"},
			{Title: "江岸年鉴"},
		},
		Keywords: []string{"大桥", "交通"}, Notices: []string{"权威发布\n快关注", "版权所有"}, Language: "zh-Hans",
		Next: []string{"https://news.example.cn/a/1_2.html"},
	}
}

func TestGolden(t *testing.T) {
	for f := article.JSON; f <= article.Markdown; f++ {
		b, err := sample().Append(nil, f)
		if err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, filepath.Join("testdata", "sample."+f.String()), b)
	}
}

func TestHTMLIsXML(t *testing.T) {
	for seed := range uint64(500) {
		b, err := arttest.Hostile(seed).Append(nil, article.HTML)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, b)
			}
		}
	}
}

// TestHTMLFetchesWebOnly looks at every attribute that a browser follows.
func TestHTMLFetchesWebOnly(t *testing.T) {
	for seed := range uint64(2000) {
		b, err := arttest.Hostile(seed).Append(nil, article.HTML)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(b))
		for token, err := d.Token(); err == nil; token, err = d.Token() {
			e, _ := token.(xml.StartElement)
			if e.Name.Local == "script" || e.Name.Local == "style" {
				t.Fatalf("seed %d: element %s", seed, e.Name.Local)
			}
			for _, attr := range e.Attr {
				v := strings.ToLower(attr.Value)
				switch attr.Name.Local {
				case "src", "href", "poster":
					if !strings.HasPrefix(v, "http://") && !strings.HasPrefix(v, "https://") && !strings.HasPrefix(v, "data:image/png;") {
						t.Fatalf("seed %d: %s=%q", seed, attr.Name.Local, attr.Value)
					}
				case "style", "srcset", "srcdoc", "action":
					t.Fatalf("seed %d: attribute %s", seed, attr.Name.Local)
				}
				if strings.HasPrefix(attr.Name.Local, "on") {
					t.Fatalf("seed %d: attribute %s", seed, attr.Name.Local)
				}
			}
		}
	}
}

func TestParseHTMLErrors(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("testdata", "sample.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, old, new string
		field          string
		err            error
	}{
		{"no page", string(page), "<p>甲</p>", "", article.ErrSyntax},
		{"cut", "</article>\n</body>\n</html>\n", "", "", article.ErrSyntax},
		{"trailing", "</html>\n", "</html>\n\n", "", article.ErrTrailing},
		{"bad UTF-8", "五年建设", "五\xff年", "", article.ErrUTF8},
		{"script", "<p>（完）", "<script>alert(1)</script><p>", "Body[11]", article.ErrSyntax},
		{"attribute", "<h2>五年", `<h2 class="x">五年`, "Body[1]", article.ErrSyntax},
		{"open cell", "<td>主桥</td>", "<td>主桥</tr>", "Body[8].Rows", article.ErrSyntax},
		{"title differs", "<title>江岸", "<title>江", "", article.ErrSyntax},
		{"description differs", `content="大桥通车`, `content="通车`, "", article.ErrSyntax},
		{"role", `data-role="reporter"`, `data-role="boss"`, "Credits[0].Role", article.ErrUnknown},
		{"date", `datetime="2024-05-01T08:30+08:00"`, `datetime="2024-05-32"`, "Published", article.ErrTime},
		{"date of one digit", `datetime="2024-05-01T08:30+08:00"`, `datetime="2024-5-1"`, "Published", article.ErrTime},
		{"zone", `data-zone="Z"`, `data-zone="CST"`, "Modified", article.ErrTime},
		{"needless zone", `data-zone="Z"`, `data-zone="+08:00"`, "", article.ErrSyntax},
		{"space", "<h2>五年", "<h2> 五年", "Body[1].Text", article.ErrSpace},
		{"entity", "&amp; 双向", "&#38; 双向", "", article.ErrSyntax},
		{"ordinal", `<span class="ordinal">1<`, `<span class="ordinal">一<`, "", article.ErrRange},
		{"spans across", "<strong>大桥</strong>", "<strong>大桥</em>", "Body[0]", article.ErrSyntax},
		{"end of a page", string(page), "<!DOCTYPE html>\n<html>\n<head>\n", "", article.ErrSyntax},
	} {
		bad := strings.Replace(string(page), c.old, c.new, 1)
		if bad == string(page) {
			t.Errorf("%s: nothing to replace", c.name)
		}
		_, err := article.Parse([]byte(bad), article.HTML)
		var syntax *article.SyntaxError
		var field *article.FieldError
		if !errors.As(err, &syntax) || !errors.As(err, &field) || !errors.Is(err, c.err) || field.Field != c.field {
			t.Errorf("%s: %v; want %s: %v", c.name, err, c.field, c.err)
		}
	}
}

func FuzzArticleHTML(f *testing.F) {
	for seed := range uint64(10) {
		b, err := arttest.Hostile(seed).Append(nil, article.HTML)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := article.Parse(b, article.HTML)
		var syntax *article.SyntaxError
		if err != nil {
			if a != nil || !errors.As(err, &syntax) || syntax.Offset > len(b) {
				t.Fatalf("%v, %#v", a, err)
			}
			return
		}
		again, err := a.Append(nil, article.HTML)
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%v: got %q, want %q", err, again, b)
		}
	})
}
