package parse_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/parse"
)

// TestStoredArticle: an article whose fields stand in text areas.
func TestStoredArticle(t *testing.T) {
	area := func(name, value string) string {
		return "<textarea class=" + name + ">" + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(value) + "</textarea>"
	}
	page := `<html><head><title>江岸跨江大桥今天通车</title></head><body><div id=app></div><div style="display:none">` +
		area("nav-list", `[{"name":"首页"}]`) + area("item-title", "江岸地铁三号线开始试运行") +
		area("article-title", "江岸跨江大桥今天通车") + area("article-time", "1662386590000") +
		area("article-source-name", `<a href="http://www.jiangan.example/">江岸日报</a>`) + area("article-editor-name", "赵望舒") +
		area("article-content", "<article>"+paragraphsIn("<p>{1}</p><p>{2}</p><p>{3}</p>")+"</article>") + `</div></body></html>`
	res, err := parse.HTML([]byte(page), parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := res.Article
	if a.Title != "江岸跨江大桥今天通车" || short(a) != "1 2 3" || a.Source.Name != "江岸日报" || a.Source.URL != "http://www.jiangan.example/" {
		t.Errorf("title %q, source %+v, body %s", a.Title, a.Source, short(a))
	}
	if got := a.Published.Time.Format("2006-01-02T15:04:05Z07:00"); got != "2022-09-05T22:03:10+08:00" {
		t.Errorf("published %s", got)
	}
	if len(a.Credits) != 1 || a.Credits[0].Name != "赵望舒" {
		t.Errorf("credits %+v", a.Credits)
	}
}

// TestScriptArticle: articles that stand in a script alone, as an object with
// the text under "content" and what c.fields adds.
func TestScriptArticle(t *testing.T) {
	for _, c := range []struct {
		what, text string
		fields     map[string]any
		body, at   string
	}{
		{"a time", "<p>{1}</p><p>{2}</p><p>{3}</p>", map[string]any{"time": "2022-09-05 22:03:10"}, "1 2 3", "2022-09-05T22:03:10+08:00"},
		{"seconds", "<p>{1}</p><p>{2}</p><p>{3}</p>", map[string]any{"timestamp": 1662386590}, "1 2 3", "2022-09-05T22:03:10+08:00"},
		{"a better name of time", "<p>{1}</p><p>{2}</p><p>{3}</p>", map[string]any{"time": "2022-09-06", "publish_time": "2022-09-05"}, "1 2 3", "2022-09-05T00:00:00+08:00"},
		{"images by key", "<p>{1}</p><p><!--IMG_0--></p><p>{2}</p><p>{3}</p>",
			map[string]any{"time": "2022-09-05", "attributes": map[string]any{"IMG_0": map[string]any{"desc": "大桥南岸。", "img": map[string]any{"width": 641, "url": "https://img.jiangan.example/a.jpg"}}}},
			"1 [a.jpg|大桥南岸。] 2 3", "2022-09-05T00:00:00+08:00"},
		{"images by reference", "<p>{1}</p><!--IMG#0--><p>{2}</p><!--IMG#7--><p>{3}</p>",
			map[string]any{"time": "2022-09-05", "img": []any{map[string]any{"ref": "<!--IMG#0-->", "src": "http://img.jiangan.example/b.jpg", "alt": ""}}},
			"1 [b.jpg|] 2 3", "2022-09-05T00:00:00+08:00"},
		{"an open comment", "<p>{1}</p><p>{2}</p><p>{3}</p><!--IMG_0", map[string]any{"time": "2022-09-05"}, "1 2 3", "2022-09-05T00:00:00+08:00"},
	} {
		c.fields["title"], c.fields["content"] = "江岸跨江大桥今天通车", paragraphsIn(c.text)
		data, err := json.Marshal(map[string]any{"page": c.fields})
		if err != nil {
			t.Fatal(err)
		}
		page := `<html><head><title>江岸跨江大桥今天通车</title></head><body><div id=root></div><script>window.initData=` + string(data) + `</script></body></html>`
		res, err := parse.HTML([]byte(page), parse.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := short(res.Article); got != c.body {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.body)
		}
		if got := res.Article.Published.Time.Format("2006-01-02T15:04:05Z07:00"); got != c.at {
			t.Errorf("%s: published %s, want %s", c.what, got, c.at)
		}
	}
}
