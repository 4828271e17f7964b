package article_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

func TestNormalizeText(t *testing.T) {
	for _, c := range []struct{ in, title, subtitle string }{
		{"", "", ""},
		{"甲乙", "甲乙", "甲乙"},
		{" \u3000\u00a0\u200b\ufeff甲\ufeff\t", "甲", "甲"},
		{"甲\u3000 \u3000乙", "甲\u3000 \u3000乙", "甲\u3000 \u3000乙"},
		{"甲 \t 乙", "甲 乙", "甲 乙"},
		{"甲 \x01 乙", "甲 乙", "甲 乙"},
		{"甲\u00a0\n\u3000乙", "甲 乙", "甲\n乙"},
		{"甲\r\n\r\n\v\f\u0085\u2028\u2029乙\n", "甲 乙", "甲\n乙"},
		{"\x00甲\x7f\u0080\ufffe\uffff乙", "甲乙", "甲乙"},
		{"甲\xff\xe4乙", "甲\ufffd\ufffd乙", "甲\ufffd\ufffd乙"},
		{"甲\ufffd", "甲\ufffd", "甲\ufffd"},
		{"豈Ａｱe\u0301體\u202e\U0001fffe", "豈Ａｱe\u0301體\u202e\U0001fffe", "豈Ａｱe\u0301體\u202e\U0001fffe"},
	} {
		a := article.Article{Title: c.in, Subtitle: c.in}
		valid := a.Validate() == nil
		a.Normalize()
		if a.Title != c.title || a.Subtitle != c.subtitle {
			t.Errorf("%q: title %q, subtitle %q; want %q, %q", c.in, a.Title, a.Subtitle, c.title, c.subtitle)
		}
		if unchanged := a.Title == c.in && a.Subtitle == c.in; unchanged != valid {
			t.Errorf("%q: valid %v, but left alone %v", c.in, valid, unchanged)
		}
	}
}

func TestNormalizeSpans(t *testing.T) {
	type spans = []article.Span
	em := func(start, end int) article.Span { return article.Span{Start: start, End: end, Kind: article.SpanEm} }
	strong := func(start, end int) article.Span {
		return article.Span{Start: start, End: end, Kind: article.SpanStrong}
	}
	link := func(start, end int, url string) article.Span {
		return article.Span{Start: start, End: end, Kind: article.SpanLink, URL: url}
	}
	for _, c := range []struct {
		name, in string
		spans    spans
		out      string
		want     spans
	}{
		{"kept", "甲乙丙", spans{em(0, 9), strong(0, 3), em(3, 6)}, "甲乙丙", spans{em(0, 9), strong(0, 3), em(3, 6)}},
		{"sorted", "甲乙丙", spans{em(3, 6), strong(0, 9), em(0, 9)}, "甲乙丙", spans{em(0, 9), strong(0, 9), em(3, 6)}},
		{"partly over", "甲乙丙", spans{em(0, 6), strong(3, 9)}, "甲乙丙", spans{em(0, 6), strong(3, 6)}},
		{"twice", "甲", spans{em(0, 3), em(0, 3)}, "甲", spans{em(0, 3)}},
		{"empty", "甲", spans{em(0, 0), em(3, 3), em(3, 0)}, "甲", nil},
		{"outside", "甲", spans{em(-5, 99), strong(7, 9)}, "甲", spans{em(0, 3)}},
		{"within a rune", "甲乙", spans{em(1, 5)}, "甲乙", spans{em(0, 3)}},
		{"link without address", "甲", spans{link(0, 3, " ")}, "甲", nil},
		{"address of no link", "甲", spans{{Start: 0, End: 3, Kind: article.SpanEm, URL: "x"}}, "甲", spans{em(0, 3)}},
		{"link in link", "甲乙", spans{link(0, 6, "a"), em(0, 3), link(0, 3, "b")}, "甲乙", spans{link(0, 6, "a"), em(0, 3)}},
		{"link in the same link", "甲", spans{link(0, 3, "a"), link(0, 3, "b")}, "甲", spans{link(0, 3, "a")}},
		{"indent", "\u3000\u3000甲乙 ", spans{em(6, 9), strong(0, 13)}, "甲乙", spans{strong(0, 6), em(0, 3)}},
		{"removed", "甲\x00乙  丙", spans{em(4, 7), strong(7, 12)}, "甲乙 丙", spans{em(3, 6), strong(7, 10)}},
		{"replaced", "甲\xff乙", spans{em(3, 4), strong(4, 7)}, "甲\ufffd乙", spans{em(3, 6), strong(6, 9)}},
		{"only space", "甲 \n 乙", spans{em(3, 6)}, "甲\n乙", nil},
	} {
		a := article.Article{Body: []article.Block{{Type: article.Paragraph, Text: c.in, Spans: c.spans}}}
		a.Normalize()
		want := []article.Block{{Type: article.Paragraph, Text: c.out, Spans: c.want}}
		if diff := cmp.Diff(want, a.Body); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.in, diff)
		}
		if err := a.Validate(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestNormalizeDropsWhatSaysNothing(t *testing.T) {
	a := article.Article{
		Section:  []string{"", " "},
		Credits:  []article.Credit{{Role: article.RoleEditor, Label: "编辑", Name: "\u3000"}, {Role: article.RoleEditor, Name: "张三"}},
		Body:     []article.Block{{Type: article.Paragraph, Text: "\u3000\u3000"}, {Type: article.Image}, {Type: article.Table, Caption: "甲", Rows: [][]string{{}}}, {Type: article.List, Items: []string{""}}, {Type: article.Table, Header: 2, Rows: [][]string{{}, {"", " "}, {"乙"}}}},
		Related:  []article.RelatedLink{{Ordinal: 1, Group: "甲"}, {URL: "x"}},
		Keywords: []string{},
		Notices:  []string{"甲\n", "\n"},
	}
	a.Normalize()
	want := article.Article{
		Credits: []article.Credit{{Role: article.RoleEditor, Name: "张三"}},
		Body:    []article.Block{{Type: article.Table, Header: 1, Rows: [][]string{{"", ""}, {"乙"}}}},
		Related: []article.RelatedLink{{URL: "x"}},
		Notices: []string{"甲"},
	}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNormalizeClearsUnusedFields(t *testing.T) {
	all := article.Block{
		Level: 3, Text: "甲", Spans: []article.Span{{Start: 0, End: 3, Kind: article.SpanEm}}, Src: "s", Poster: "p", Alt: "a",
		Caption: "c", Credit: "r", Ordered: true, Items: []string{"i"}, Header: 1, Rows: [][]string{{"x"}},
	}
	for kind, want := range map[article.BlockType]article.Block{
		article.Paragraph: {Text: all.Text, Spans: all.Spans},
		article.Heading:   {Text: all.Text, Level: 3},
		article.Quote:     {Text: all.Text},
		article.Image:     {Src: "s", Alt: "a", Caption: "c", Credit: "r"},
		article.Video:     {Src: "s", Poster: "p", Caption: "c"},
		article.Audio:     {Src: "s", Poster: "p", Caption: "c"},
		article.List:      {Ordered: true, Items: all.Items},
		article.Table:     {Caption: "c", Header: 1, Rows: all.Rows},
	} {
		b := all
		b.Type, want.Type = kind, kind
		a := article.Article{Body: []article.Block{b}}
		if err := a.Validate(); !errors.Is(err, article.ErrUnused) {
			t.Errorf("%s: Validate: %v", kind, err)
		}
		if got := a.Project(article.JSON).Body[0]; !cmp.Equal(got, want) {
			t.Errorf("%s (-want +got):\n%s", kind, cmp.Diff(want, got))
		}
	}
}

func TestNormalizeTime(t *testing.T) {
	east, lmt := time.FixedZone("CST", 8*3600), time.FixedZone("LMT", 8*3600+343)
	full := time.Date(2022, 9, 5, 22, 3, 7, 9, east)
	for _, c := range []struct {
		in        time.Time
		precision article.Precision
		want      string
	}{
		{full, article.PrecisionSecond, "2022-09-05T22:03:07+08:00"},
		{full, article.PrecisionMinute, "2022-09-05T22:03:00+08:00"},
		{full, article.PrecisionDay, "2022-09-05T00:00:00+08:00"},
		{full, article.PrecisionMonth, "2022-09-01T00:00:00+08:00"},
		{full, article.PrecisionYear, "2022-01-01T00:00:00+08:00"},
		{full, "", ""},
		{time.Time{}, article.PrecisionDay, ""},
		{time.Date(1890, 1, 1, 0, 5, 43, 0, lmt), article.PrecisionSecond, "1890-01-01T00:05:00+08:05"},
		{time.Date(1, 1, 1, 0, 0, 9, 0, time.UTC), article.PrecisionMinute, ""},
	} {
		a := article.Article{Published: article.Time{Time: c.in, Precision: c.precision}}
		a.Normalize()
		got := ""
		if a.Published != (article.Time{}) {
			got = a.Published.Time.Format(time.RFC3339Nano)
		}
		if got != c.want || a.Validate() != nil {
			t.Errorf("%v to the %q: %q, %v; want %q", c.in, c.precision, got, a.Validate(), c.want)
		}
	}
}

func TestValidateListsEverything(t *testing.T) {
	a := article.Article{
		Title:     "甲\n乙",
		Published: article.Time{Time: time.Date(12022, 1, 1, 0, 0, 0, 0, time.UTC), Precision: article.PrecisionDay},
		Modified:  article.Time{Time: time.Date(2022, 1, 1, 0, 0, 0, 0, time.FixedZone("", 90)), Precision: article.PrecisionDay},
		Credits:   []article.Credit{{}, {Role: "boss", Name: "张\t三"}},
		Body: []article.Block{
			{Type: "poem"}, {Type: article.Heading, Level: 7}, {Type: article.List}, {Type: article.Table, Header: 1},
			{Type: article.Image, Credit: "张三"}, {Type: article.Table, Rows: [][]string{{}, {"a\x00"}}},
		},
		Related:  []article.RelatedLink{{Ordinal: -1, Group: "甲"}},
		Keywords: []string{"甲", ""},
		Notices:  []string{"\xff"},
		Language: "中文",
	}
	want := strings.Split(`Title|white space that is layout
Published.Time|out of range
Modified.Time|out of range
Credits[0].Role|not one of the defined values
Credits[0].Name|required value is empty
Credits[1].Role|not one of the defined values
Credits[1].Name|character that text cannot hold
Body[0].Type|not one of the defined values
Body[1].Level|out of range
Body[1].Text|required value is empty
Body[2].Items|required value is empty
Body[3].Rows|required value is empty
Body[3].Header|out of range
Body[4].Src|required value is empty
Body[5].Rows[0]|required value is empty
Body[5].Rows[1][0]|character that text cannot hold
Related[0].Ordinal|out of range
Related[0].Title|required value is empty
Keywords[1]|required value is empty
Notices[0]|not valid UTF-8
Language|not one of the defined values`, "\n")
	var got []string
	for _, err := range a.Validate().(interface{ Unwrap() []error }).Unwrap() {
		field := err.(*article.FieldError)
		got = append(got, field.Field+"|"+field.Err.Error())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestZeroArticleIsValid(t *testing.T) {
	var a article.Article
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
	checkLaws(t, &a)
}

func TestEqual(t *testing.T) {
	at := func(zone int) article.Article {
		return article.Article{Published: article.Time{Time: time.Date(2022, 9, 5, 14, 0, 0, 0, time.UTC).In(time.FixedZone("", zone)), Precision: article.PrecisionMinute}}
	}
	for _, c := range []struct {
		name string
		a, b article.Article
		want bool
	}{
		{"zero", article.Article{}, article.Article{}, true},
		{"nil and empty", article.Article{}, article.Article{Section: []string{}, Body: []article.Block{}}, true},
		{"layout", article.Article{Title: " 甲\n乙"}, article.Article{Title: "甲 乙"}, true},
		{"width", article.Article{Title: "（甲）"}, article.Article{Title: "(甲)"}, false},
		{"offset", at(0), at(3600), false},
		{"location name", at(3600), func() article.Article {
			a := at(0)
			a.Published.Time = a.Published.Time.In(time.FixedZone("X", 3600))
			return a
		}(), true},
		{"ordered", article.Article{Body: []article.Block{{Type: article.List, Items: []string{"a"}}}}, article.Article{Body: []article.Block{{Type: article.List, Items: []string{"a"}, Ordered: true}}}, false},
	} {
		if got := c.a.Equal(&c.b); got != c.want || c.b.Equal(&c.a) != got {
			t.Errorf("%s: Equal = %v, %v; want %v", c.name, got, c.b.Equal(&c.a), c.want)
		}
	}
}

func TestAppendRefuses(t *testing.T) {
	bad := article.Article{Body: []article.Block{{Type: article.Heading, Level: 9, Text: "甲"}}}
	for f := article.JSON; f <= article.Markdown; f++ {
		b, err := bad.Append([]byte("x"), f)
		var field *article.FieldError
		if !errors.As(err, &field) || field.Field != "Body[0].Level" || string(b) != "x" {
			t.Errorf("%v: %q, %v", f, b, err)
		}
	}
	if b, err := new(article.Article).Append([]byte("x"), 99); !errors.Is(err, article.ErrFormat) || string(b) != "x" {
		t.Errorf("format 99: %q, %v", b, err)
	}
	for _, f := range []article.Format{article.Markdown, 99} {
		var syntax *article.SyntaxError
		if a, err := article.Parse(nil, f); a != nil || !errors.Is(err, article.ErrFormat) || !errors.As(err, &syntax) || syntax.Format != f {
			t.Errorf("Parse as %v: %v, %v", f, a, err)
		}
	}
}

func TestFormatText(t *testing.T) {
	for f, name := range map[article.Format]string{
		article.JSON: "json", article.HTML: "html", article.Text: "text", article.JSONLD: "jsonld", article.Markdown: "markdown",
	} {
		b, err := f.MarshalText()
		var back article.Format
		if err2 := back.UnmarshalText(b); err != nil || err2 != nil || string(b) != name || back != f || f.String() != name {
			t.Errorf("%d: %q, %v, %v, %v", f, b, err, back, err2)
		}
	}
	if b, err := article.Format(9).MarshalText(); b != nil || !errors.Is(err, article.ErrUnknown) || article.Format(9).String() != "Format(9)" {
		t.Errorf("format 9: %q, %v", b, err)
	}
	if f := article.HTML; !errors.Is(f.UnmarshalText([]byte("HTML")), article.ErrUnknown) || f != article.HTML {
		t.Errorf("UnmarshalText(HTML) accepted as %v", f)
	}
}

func FuzzArticle(f *testing.F) {
	for seed := range 20 {
		f.Add([]byte(strings.Repeat(string(rune('a'+seed))+"\x07\xf0", 60)))
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) > 4<<10 {
			t.Skip()
		}
		checkLaws(t, arttest.FromBytes(choices))
	})
}
