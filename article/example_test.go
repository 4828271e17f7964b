package article_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
)

func ExampleArticle_Append() {
	a := article.Article{
		Title:     "江岸大桥今日通车",
		Published: article.Time{Raw: "2024年5月1日", Time: time.Date(2024, 5, 1, 0, 0, 0, 0, time.FixedZone("", 8*60*60)), Precision: article.PrecisionDay},
		Credits:   []article.Credit{{Role: article.RoleReporter, Label: "记者", Name: "张三"}},
		Body:      []article.Block{{Type: article.Paragraph, Text: "大桥全长三公里。"}},
	}
	b, err := a.Append(nil, article.JSON)
	fmt.Printf("%s%v\n", b, err)
	// Output:
	// {"title":"江岸大桥今日通车","published":{"raw":"2024年5月1日","time":"2024-05-01T00:00:00+08:00","precision":"day"},"credits":[{"role":"reporter","label":"记者","name":"张三"}],"body":[{"type":"paragraph","text":"大桥全长三公里。"}]}
	// <nil>
}

func ExampleParse() {
	_, err := article.Parse([]byte(`{"title": "江岸大桥", "credits": [{"role": "boss", "name": "张三"}]}`), article.JSON)
	fmt.Println(err)
	var field *article.FieldError
	if errors.As(err, &field) && errors.Is(err, article.ErrUnknown) {
		fmt.Println("no such value:", field.Field, field.Value)
	}
	// Output:
	// article: json: line 1 (byte 47): Credits[0].Role "boss": not one of the defined values
	// no such value: Credits[0].Role boss
}

// A document of a newer version of the model is read as far as this version
// knows it.
func ExampleParse_newer() {
	a, err := article.Parse([]byte(`{"title":"江岸大桥","mood":"glad"}`), article.JSON)
	if err != nil && !errors.Is(err, article.ErrField) {
		fmt.Println("unusable:", err)
		return
	}
	fmt.Println(a.Title)
	// Output: 江岸大桥
}

func ExampleArticle_Normalize() {
	a := article.Article{
		Title: "江岸大桥\r\n今日通车 ",
		Body:  []article.Block{{Type: article.Paragraph, Text: "　　大桥全长三公里。"}, {Type: article.Paragraph, Text: "　　"}},
	}
	a.Normalize()
	fmt.Printf("%q %q\n", a.Title, a.Body[0].Text)
	fmt.Println(len(a.Body), a.Validate())
	// Output:
	// "江岸大桥 今日通车" "大桥全长三公里。"
	// 1 <nil>
}

// A tool for names or topics gives offsets in the plain text; the article says
// which block and which link they fall in.
func ExamplePlain_At() {
	a := article.Article{Body: []article.Block{
		{Type: article.Paragraph, Text: "江岸大桥今日通车。"},
		{Type: article.Image, Src: "https://img.example.cn/1.jpg"},
		{Type: article.Paragraph, Text: "设计者是李四。", Spans: []article.Span{
			{Start: 12, End: 18, Kind: article.SpanLink, URL: "https://people.example.cn/lisi"},
		}},
	}}
	p := a.Plain()
	block, within, _ := p.At(strings.Index(p.Text, "李四"))
	fmt.Println(block, within, a.Body[block].SpansAt(within)[0].URL)
	// Output: 2 12 https://people.example.cn/lisi
}

func ExampleJoin() {
	first := &article.Article{Title: "江岸大桥", Body: []article.Block{
		{Type: article.Paragraph, Text: "大桥今日通车。"}, {Type: article.Paragraph, Text: "全长三公里。"},
	}}
	second := &article.Article{Title: "江岸大桥（2）", Body: []article.Block{
		{Type: article.Paragraph, Text: "全长三公里。"}, {Type: article.Paragraph, Text: "（完）"},
	}}
	b, err := article.Join(first, second).Append(nil, article.Text)
	fmt.Print(string(b), err)
	// Output:
	// 江岸大桥
	//
	// 　　大桥今日通车。
	//
	// 　　全长三公里。
	//
	// 　　（完）
	// <nil>
}
