package article_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

// marshal is what encoding/json makes of the types and their tags.
func marshal(t testing.TB, a *article.Article) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestJSONIsEncodingJSON(t *testing.T) {
	for seed := range uint64(500) {
		a := arttest.Hostile(seed).Project(article.JSON)
		got, err := a.Append(nil, article.JSON)
		if want := marshal(t, a); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %v\n got %.3000s\nwant %.3000s", seed, err, got, want)
		}
		var back article.Article
		if err := json.Unmarshal(got, &back); err != nil || !back.Equal(a) {
			t.Fatalf("seed %d: json.Unmarshal: %v, %+v", seed, err, back)
		}
	}
}

func TestParseJSON(t *testing.T) {
	for _, c := range []struct {
		in, want string // want is the canonical form
	}{
		{`{}`, `{}`},
		{" \t\r\n{ } \n", `{}`},
		{`{"title":"甲","url":"https://a.example/"}`, `{"url":"https://a.example/","title":"甲"}`},
		{`{"title":"\u7532\ud83d\ude00\/\"\\"}`, `{"title":"甲😀/\"\\"}`},
		{`{"subtitle":"甲\n乙"}`, `{"subtitle":"甲\n乙"}`},
		{`{"section":[],"body":[],"published":{},"source":{}}`, `{}`},
		{`{"published":{"time":"2022-09-05T22:03:00+08:00","precision":"minute"}}`, `{"published":{"time":"2022-09-05T22:03:00+08:00","precision":"minute"}}`},
		{`{"published":{"time":"2022-09-05T22:03:00+00:00","precision":"second"}}`, `{"published":{"time":"2022-09-05T22:03:00Z","precision":"second"}}`},
		{`{"body":[{"type":"table","rows":[["",""]],"header":0}]}`, `{"body":[{"type":"table","rows":[["",""]]}]}`},
		{`{"body":[{"spans":[{"kind":"em","end":3,"start":0}],"text":"甲","type":"paragraph"}]}`, `{"body":[{"type":"paragraph","text":"甲","spans":[{"start":0,"end":3,"kind":"em"}]}]}`},
	} {
		a, err := article.Parse([]byte(c.in), article.JSON)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if got, err := a.Append(nil, article.JSON); err != nil || string(got) != c.want+"\n" {
			t.Errorf("Parse(%q) is %s, %v; want %s", c.in, got, err, c.want)
		}
	}
}

func TestParseJSONErrors(t *testing.T) {
	para := func(spans string) string {
		return `{"body":[{"type":"paragraph","text":"甲乙","spans":[` + spans + `]}]}`
	}
	for _, c := range []struct {
		in     string
		field  string
		err    error
		line   int
		offset int
	}{
		{``, "", article.ErrSyntax, 1, 0},
		{`null`, "", article.ErrSyntax, 1, 0},
		{`[]`, "", article.ErrSyntax, 1, 0},
		{"\ufeff{}", "", article.ErrSyntax, 1, 0},
		{`{} {}`, "", article.ErrTrailing, 1, 3},
		{"{}\n\nx", "", article.ErrTrailing, 3, 4},
		{`{"title":"甲"`, "", article.ErrSyntax, 1, 14},
		{`{"title":"甲",}`, "", article.ErrSyntax, 1, 15},
		{`{"title":"甲`, "Title", article.ErrSyntax, 1, 13},
		{`{"title":null}`, "Title", article.ErrSyntax, 1, 9},
		{`{"title":7}`, "Title", article.ErrSyntax, 1, 9},
		{`{'title':7}`, "", article.ErrSyntax, 1, 1},
		{"{\n\"title\":\"a\",\n\"title\":\"b\"}", "Title", article.ErrTwice, 3, 15},
		{`{"Title":"a"}`, "Title", article.ErrField, 1, 1},
		{`{"body":[{"type":"quote","text":"a","color":{"x":[1,"]"]}}]}`, "Body[0].color", article.ErrField, 1, 36},
		{`{"color":}`, "", article.ErrSyntax, 1, 9},
		{"{\"color\":\"\xff\"}", "", article.ErrSyntax, 1, 9},
		{"{\"title\":\"a\xff\"}", "Title", article.ErrUTF8, 1, 11},
		{"{\"title\":\"\\n\xff\"}", "Title", article.ErrUTF8, 1, 12},
		{`{"title":"\ud83d"}`, "Title", article.ErrUTF8, 1, 10},
		{`{"title":"a\ude00\ud83d"}`, "Title", article.ErrUTF8, 1, 11},
		{`{"title":"\ud83d\u0041"}`, "Title", article.ErrUTF8, 1, 10},
		{`{"title":"\x"}`, "Title", article.ErrSyntax, 1, 10},
		{`{"title":"\u00g0"}`, "Title", article.ErrSyntax, 1, 10},
		{`{"title":"\u+123"}`, "Title", article.ErrSyntax, 1, 10},
		{"{\"title\":\"a\nb\"}", "Title", article.ErrControl, 1, 11},
		{"{\"title\":\"\\\"\nb\"}", "Title", article.ErrControl, 1, 12},
		{`{"title":"a\nb"}`, "Title", article.ErrSpace, 1, 9},
		{`{"title":" a"}`, "Title", article.ErrSpace, 1, 9},
		{`{"title":"\u0000"}`, "Title", article.ErrControl, 1, 9},
		{`{"section":["a",""]}`, "Section[1]", article.ErrEmpty, 1, 16},
		{`{"section":["a",1]}`, "Section[1]", article.ErrSyntax, 1, 16},
		{`{"section":["a" "b"]}`, "Section", article.ErrSyntax, 1, 16},
		{`{"credits":[{"role":"boss","name":"张三"}]}`, "Credits[0].Role", article.ErrUnknown, 1, 20},
		{`{"credits":[{"role":"editor"}]}`, "Credits[0].Name", article.ErrEmpty, 1, 12},
		{`{"published":{"time":"2022-13-05T00:00:00Z","precision":"day"}}`, "Published.Time", article.ErrTime, 1, 21},
		{`{"published":{"time":"2022-09-05T22:03:00Z","precision":"day"}}`, "Published.Time", article.ErrTime, 1, 21},
		{`{"published":{"time":"2022-09-05T22:03:00.5Z","precision":"second"}}`, "Published.Time", article.ErrTime, 1, 21},
		{`{"published":{"time":"2022-09-05T22:03:00Z"}}`, "Published.Precision", article.ErrTime, 1, 13},
		{`{"published":{"precision":"day"}}`, "Published.Time", article.ErrTime, 1, 13},
		{`{"published":{"time":"2022-09-05T22:03:00Z","precision":"week"}}`, "Published.Precision", article.ErrUnknown, 1, 56},
		{`{"body":[{"type":"poem","text":"a"}]}`, "Body[0].Type", article.ErrUnknown, 1, 17},
		{`{"body":[{"type":"quote","text":"a","src":"b"}]}`, "Body[0].Src", article.ErrUnused, 1, 42},
		{`{"body":[{"type":"heading","text":"a","level":1}]}`, "Body[0].Level", article.ErrRange, 1, 46},
		{`{"body":[{"type":"heading","text":"a","level":2.0}]}`, "Body[0].Level", article.ErrSyntax, 1, 46},
		{`{"body":[{"type":"heading","text":"a","level":02}]}`, "Body[0].Level", article.ErrSyntax, 1, 46},
		{`{"body":[{"type":"heading","text":"a","level":9999999999}]}`, "Body[0].Level", article.ErrRange, 1, 46},
		{`{"body":[{"type":"list","items":["a"],"ordered":1}]}`, "Body[0].Ordered", article.ErrSyntax, 1, 48},
		{`{"body":[{"type":"table","rows":[["a"],[]]}]}`, "Body[0].Rows[1]", article.ErrEmpty, 1, 39},
		{`{"body":[{"type":"table","rows":[["a","b "]]}]}`, "Body[0].Rows[0][1]", article.ErrSpace, 1, 38},
		{`{"related":[{"ordinal":-1,"title":"a"}]}`, "Related[0].Ordinal", article.ErrRange, 1, 23},
		{`{"language":"zh_CN"}`, "Language", article.ErrUnknown, 1, 12},
		{para(`{"start":1,"end":3,"kind":"em"}`), "Body[0].Spans[0].Start", article.ErrBoundary, 1, 63},
		{para(`{"start":0,"end":4,"kind":"em"}`), "Body[0].Spans[0].End", article.ErrBoundary, 1, 71},
		{para(`{"start":0,"end":7,"kind":"em"}`), "Body[0].Spans[0].End", article.ErrRange, 1, 71},
		{para(`{"start":3,"end":3,"kind":"em"}`), "Body[0].Spans[0].End", article.ErrRange, 1, 71},
		{para(`{"start":-1,"end":3,"kind":"em"}`), "Body[0].Spans[0].Start", article.ErrRange, 1, 63},
		{para(`{"start":0,"end":3,"kind":"u"}`), "Body[0].Spans[0].Kind", article.ErrUnknown, 1, 80},
		{para(`{"start":0,"end":3,"kind":"em","url":"x"}`), "Body[0].Spans[0].URL", article.ErrUnused, 1, 91},
		{para(`{"start":0,"end":3,"kind":"link"}`), "Body[0].Spans[0].URL", article.ErrEmpty, 1, 54},
		{para(`{"start":3,"end":6,"kind":"em"},{"start":0,"end":3,"kind":"em"}`), "Body[0].Spans[1].Start", article.ErrOverlap, 1, 95},
		{para(`{"start":0,"end":3,"kind":"em"},{"start":0,"end":3,"kind":"em"}`), "Body[0].Spans[1].Start", article.ErrOverlap, 1, 95},
		{para(`{"start":0,"end":6,"kind":"link","url":"a"},{"start":3,"end":6,"kind":"link","url":"b"}`), "Body[0].Spans[1].End", article.ErrOverlap, 1, 115},
	} {
		a, err := article.Parse([]byte(c.in), article.JSON)
		var syntax *article.SyntaxError
		var field *article.FieldError
		if !errors.As(err, &syntax) || !errors.As(err, &field) || !errors.Is(err, c.err) {
			t.Errorf("Parse(%q): error %v, want %v", c.in, err, c.err)
			continue
		}
		if field.Field != c.field || syntax.Line != c.line || syntax.Offset != c.offset {
			t.Errorf("Parse(%q): %s at line %d, byte %d; want %s at line %d, byte %d",
				c.in, field.Field, syntax.Line, syntax.Offset, c.field, c.line, c.offset)
		}
		if (a != nil) != (c.err == article.ErrField) {
			t.Errorf("Parse(%q): article %v with error %v", c.in, a, err)
		}
	}
}

func TestParseJSONReadsOnAfterUnknownField(t *testing.T) {
	a, err := article.Parse([]byte(`{"mood":"good","title":"甲","body":[{"type":"quote","text":"乙","x":1}]}`), article.JSON)
	if !errors.Is(err, article.ErrField) || a == nil || a.Title != "甲" || a.Body[0].Text != "乙" {
		t.Errorf("got %+v, %v", a, err)
	}
	if a, err := article.Parse([]byte(`{"mood":"good","title":" 甲"}`), article.JSON); a != nil || !errors.Is(err, article.ErrSpace) {
		t.Errorf("a second defect: got %+v, %v", a, err)
	}
}

func TestErrorTexts(t *testing.T) {
	_, err := article.Parse([]byte("{\n\"title\": \"甲 \"}"), article.JSON)
	if got, want := err.Error(), `article: json: line 2 (byte 11): Title "甲 ": white space that is layout`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	err = (&article.Article{Title: strings.Repeat("甲", 30) + "\n"}).Validate()
	if got, want := err.Error(), `article: Title "`+strings.Repeat("甲", 21)+`": white space that is layout`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	_, err = article.Parse([]byte(`{"title":`), article.JSON)
	if got, want := err.Error(), `article: json: line 1 (byte 9): Title: malformed document`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestParseJSONLDErrors(t *testing.T) {
	const head = `{"@context":"https://schema.org","@type":"NewsArticle",`
	for _, c := range []struct {
		in     string
		field  string
		err    error
		offset int // after head
	}{
		{`"headline":7}`, "headline", article.ErrSyntax, 11},
		{`"headline":"甲 "}`, "Title", article.ErrSpace, -len(head)},
		{`"wordCount":7}`, "wordCount", article.ErrField, 0},
		{`"@type":"BlogPosting"}`, "@type", article.ErrTwice, 0},
		{`"publisher":{"@type":"Person"}}`, "publisher.@type", article.ErrUnknown, 21},
		{`"datePublished":"2022-09-05 22:03"}`, "datePublished", article.ErrTime, 16},
		{`"datePublished":"2022-09-05T22:03:00.5Z"}`, "datePublished", article.ErrTime, 16},
		{`"author":[{"@type":"Person","name":"张三","additionalType":"editor"}]}`, "author[0]", article.ErrUnknown, 10},
		{`"url":"https://a.example/"}`, "", article.ErrSyntax, -len(head)},
		{`"url":"javascript:x","mainEntityOfPage":"javascript:x"}`, "", article.ErrSyntax, -len(head)},
		{`"image":[{"@type":"VideoObject"}]}`, "image[0].@type", article.ErrUnknown, 18},
		{`"articleBody":"甲\n\n\n乙"}`, "Body[1].Text", article.ErrSpace, -len(head)},
	} {
		_, err := article.Parse([]byte(head+c.in), article.JSONLD)
		var syntax *article.SyntaxError
		var field *article.FieldError
		if !errors.As(err, &syntax) || !errors.As(err, &field) || !errors.Is(err, c.err) || field.Field != c.field ||
			syntax.Offset != len(head)+c.offset {
			t.Errorf("%s: %v; want %s: %v at byte %d", c.in, err, c.field, c.err, len(head)+c.offset)
		}
	}
}

func TestJSONLDStandsInScript(t *testing.T) {
	for seed := range uint64(1000) {
		b, err := arttest.Hostile(seed).Append(nil, article.JSONLD)
		if err != nil || bytes.ContainsAny(b, "<>&") {
			t.Fatalf("seed %d: %v, %s", seed, err, b)
		}
	}
}

// TestJSONLDLeadsToWebOnly looks at every member that holds an address.
func TestJSONLDLeadsToWebOnly(t *testing.T) {
	var check func(key string, v any)
	check = func(key string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, member := range v {
				check(k, member)
			}
		case []any:
			for _, element := range v {
				check(key, element)
			}
		case string:
			switch key {
			case "url", "mainEntityOfPage", "contentUrl", "thumbnailUrl":
				if lower := strings.ToLower(v); !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "https://") {
					t.Errorf("%s: %q", key, v)
				}
			}
		}
	}
	for seed := range uint64(1000) {
		b, err := arttest.Hostile(seed).Append(nil, article.JSONLD)
		var doc any
		if err != nil || json.Unmarshal(b, &doc) != nil {
			t.Fatalf("seed %d: %v, %s", seed, err, b)
		}
		check("", doc)
	}
}

func FuzzArticleJSONLD(f *testing.F) {
	for seed := range uint64(10) {
		b, err := arttest.Hostile(seed).Append(nil, article.JSONLD)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, _ := article.Parse(b, article.JSONLD); a != nil {
			if !a.Equal(a.Project(article.JSONLD)) {
				t.Fatalf("%q: read more than the form carries", b)
			}
			arttest.RoundTrip(t, a, article.JSONLD, parseAs(article.JSONLD))
		}
	})
}

func FuzzArticleJSON(f *testing.F) {
	f.Add([]byte(`{"title":"\u7532","body":[{"type":"paragraph","text":"甲乙","spans":[{"start":0,"end":3,"kind":"em"}]}]}`))
	f.Add([]byte(`{"x":{"y":[1,2,{}]},"published":{"raw":"昨天"}}`))
	for seed := range uint64(10) {
		b, err := arttest.Hostile(seed).Append(nil, article.JSON)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := article.Parse(b, article.JSON)
		if a == nil {
			var syntax *article.SyntaxError
			if !errors.As(err, &syntax) || syntax.Offset < 0 || syntax.Offset > len(b) || syntax.Line < 1 {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if err := a.Validate(); err != nil {
			t.Fatalf("Parse gave an invalid article: %v", err)
		}
		arttest.RoundTrip(t, a, article.JSON, parseAs(article.JSON))
	})
}
