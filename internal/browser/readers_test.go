package browser

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
	"gopkg.in/yaml.v3"
)

// readers is the number of articles that each library reads.
const readers = 2000

func each(t *testing.T, f article.Format, check func(t *testing.T, a *article.Article, b []byte)) {
	for seed := range uint64(readers) {
		a := arttest.Hostile(seed).Project(f)
		b, err := a.Append(nil, f)
		if err != nil {
			t.Fatal(err)
		}
		if check(t, a, b); t.Failed() {
			t.Fatalf("seed %d\n%.3000s", seed, b)
		}
	}
}

func TestJSONSchema(t *testing.T) {
	f, err := os.ReadFile("../../article/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	validate := func(b []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			return err
		}
		return schema.Validate(v)
	}
	each(t, article.JSON, func(t *testing.T, _ *article.Article, b []byte) {
		if err := validate(b); err != nil {
			t.Error(err)
		}
	})
	for _, bad := range []string{
		`[]`, `{"mood":1}`, `{"title":null}`, `{"title":"a\nb"}`, `{"title":"\u0000"}`, `{"section":[""]}`, `{"credits":[{"role":"boss","name":"a"}]}`,
		`{"credits":[{"role":"editor"}]}`, `{"published":{"precision":"day"}}`, `{"published":{"time":"2024","precision":"year"}}`,
		`{"body":[{"type":"poem"}]}`, `{"body":[{"type":"quote"}]}`, `{"body":[{"type":"quote","text":"a","src":"b"}]}`,
		`{"body":[{"type":"heading","text":"a","level":7}]}`, `{"body":[{"type":"heading","text":"a"}]}`, `{"body":[{"type":"image","credit":"a"}]}`,
		`{"body":[{"type":"list","items":[]}]}`, `{"body":[{"type":"table","rows":[[]]}]}`, `{"related":[{"group":"a"}]}`,
		`{"body":[{"type":"paragraph","text":"a","spans":[{"start":0,"end":1,"kind":"link"}]}]}`, `{"language":"zh_CN"}`,
	} {
		if _, err := article.Parse([]byte(bad), article.JSON); err == nil {
			t.Errorf("Parse accepts %s", bad)
		}
		if validate([]byte(bad)) == nil {
			t.Errorf("the schema accepts %s", bad)
		}
	}
}

// TestJSONLD expands the form with a context that stands for schema.org's, so
// that no network is needed.
func TestJSONLD(t *testing.T) {
	context := map[string]any{"@vocab": "https://schema.org/"}
	p := ld.NewJsonLdProcessor()
	each(t, article.JSONLD, func(t *testing.T, a *article.Article, b []byte) {
		var doc map[string]any
		if err := json.Unmarshal(b, &doc); err != nil {
			t.Error(err)
			return
		}
		if doc["@context"] != "https://schema.org" {
			t.Errorf("@context %v", doc["@context"])
		}
		doc["@context"] = context
		out, err := p.Expand(doc, ld.NewJsonLdOptions(""))
		if err != nil || len(out) != 1 {
			t.Errorf("Expand: %v, %v", out, err)
			return
		}
		node := out[0].(map[string]any)
		value := func(name string) any {
			list, _ := node["https://schema.org/"+name].([]any)
			if len(list) == 0 {
				return ""
			}
			return list[0].(map[string]any)["@value"]
		}
		if value("headline") != a.Title || value("description") != a.Summary {
			t.Errorf("headline %q, description %q; want %q, %q", value("headline"), value("description"), a.Title, a.Summary)
		}
		people := 0
		for _, name := range []string{"author", "editor", "producer", "translator", "contributor"} {
			list, _ := node["https://schema.org/"+name].([]any)
			people += len(list)
		}
		if people != len(a.Credits) {
			t.Errorf("%d people, want %d", people, len(a.Credits))
		}
	})
}

type front struct {
	Title, Kicker, Subtitle, URL, Site, Summary, Language string
	Section, Keywords, Notices, Next                      []string
	Published, Modified                                   struct{ Raw, Time, Precision string }
	Source                                                article.Source
	Credits                                               []article.Credit
	Related                                               []article.RelatedLink
}

func TestMarkdown(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	each(t, article.Markdown, func(t *testing.T, a *article.Article, b []byte) {
		head, body, ok := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "---\n")
		for !ok || !strings.HasSuffix(head, "\n") && head != "" {
			t.Error("no front matter")
			return
		}
		checkFront(t, a, head)
		source := []byte(body)
		got := outline(md.Parser().Parse(text.NewReader(source)), source)
		if diff := gocmp.Diff(wantOutline(a), got); diff != "" {
			t.Errorf("blocks (-want +got):\n%s", diff)
		}
	})
}

func checkFront(t *testing.T, a *article.Article, head string) {
	var f front
	d := yaml.NewDecoder(strings.NewReader(head))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil && head != "" {
		t.Errorf("front matter: %v", err)
		return
	}
	want := front{
		Title: a.Title, Kicker: a.Kicker, Subtitle: a.Subtitle, URL: a.URL, Site: a.Site, Summary: a.Summary, Language: a.Language,
		Section: a.Section, Keywords: a.Keywords, Notices: a.Notices, Next: a.Next, Source: a.Source, Credits: a.Credits, Related: a.Related,
	}
	f.Published.Time, f.Modified.Time = "", ""
	want.Published.Raw, want.Published.Precision = a.Published.Raw, string(a.Published.Precision)
	want.Modified.Raw, want.Modified.Precision = a.Modified.Raw, string(a.Modified.Precision)
	if diff := gocmp.Diff(want, f); diff != "" {
		t.Errorf("front matter (-want +got):\n%s", diff)
	}
}

// outline lists the blocks that a Markdown reader sees, each with its text.
func outline(doc ast.Node, source []byte) []string {
	list := []string{}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindList:
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				list = append(list, "item: "+words(item, source))
			}
		case extast.KindTable:
			for row := n.FirstChild(); row != nil; row = row.NextSibling() {
				for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
					if s := words(cell, source); s != "" {
						list = append(list, "cell: "+s)
					}
				}
			}
		default:
			list = append(list, strings.ToLower(n.Kind().String())+": "+words(n, source))
		}
	}
	return list
}

// words joins the text below n; tags that the writer uses count as what they
// do, and mark-up that it did not write as itself.
func words(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Value(source))
			if n.HardLineBreak() {
				b.WriteByte('\n')
			} else if n.SoftLineBreak() {
				b.WriteString("(soft break)")
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink, *ast.CodeSpan, *extast.Strikethrough:
			b.WriteString("(" + n.Kind().String() + ")")
		case *ast.RawHTML:
			tag := string(n.Segments.Value(source))
			switch tag {
			case "<em>", "</em>", "<strong>", "</strong>":
			case "<br>":
				b.WriteByte('\n')
			default:
				b.WriteString(tag)
			}
		}
		return ast.WalkContinue, nil
	})
	return string(unescape([]byte(b.String())))
}

// unescape undoes the backslashes, which the parser leaves in its source.
func unescape(b []byte) []byte {
	out := b[:0]
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' && i+1 < len(b) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", b[i+1]) >= 0 {
			i++
		}
		out = append(out, b[i])
	}
	return out
}

func wantOutline(a *article.Article) []string {
	list := []string{}
	add := func(kind, s string) { list = append(list, kind+": "+s) }
	if a.Title != "" {
		add("heading", a.Title)
	}
	for _, b := range a.Body {
		switch b.Type {
		case article.Paragraph:
			add("paragraph", b.Text)
		case article.Quote:
			add("blockquote", b.Text)
		case article.Heading:
			add("heading", strings.ReplaceAll(b.Text, "\n", " "))
		case article.List:
			for _, s := range b.Items {
				add("item", s)
			}
		case article.Table:
			for _, row := range b.Rows {
				for _, s := range row {
					if s != "" {
						add("cell", s)
					}
				}
			}
		case article.Image:
			add("paragraph", b.Alt)
		default:
			add("paragraph", string(b.Type))
		}
		if b.Caption != "" {
			add("paragraph", b.Caption)
		}
		if b.Credit != "" {
			add("paragraph", b.Credit)
		}
	}
	return list
}
