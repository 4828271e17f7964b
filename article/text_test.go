package article_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

func TestProjectTextBody(t *testing.T) {
	a := sample().Project(article.Text)
	var got []string
	for _, b := range a.Body {
		if b.Type != article.Paragraph || b.Spans != nil {
			t.Errorf("not a bare paragraph: %+v", b)
		}
		got = append(got, b.Text)
	}
	want := []string{
		"大桥于今日上午通车。\n全长 <3> 公里 & 双向六车道。", "五年建设", "引桥\n主桥", "勘察\n施工\n验收", "项目\u3000亿元\n主桥\u300012\n引桥",
		"合计", "桥通了，路就近了。", "（完）",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestProjectTextCredits(t *testing.T) {
	type credit = article.Credit
	const both = "文/图"
	for _, c := range []struct {
		name string
		in   []credit
		line string // of the text
	}{
		{"label kept", []credit{{Role: article.RoleResponsibleEditor, Label: "责编", Name: "张三"}}, "责编:张三"},
		{"unknown label", []credit{{Role: article.RoleEditor, Label: "本期编辑", Name: "张三"}}, "编辑:张三"},
		{"no label", []credit{{Role: article.RoleOther, Name: "张三"}}, "其他:张三"},
		{"label of another role", []credit{{Role: article.RoleEditor, Label: "记者", Name: "张三"}}, "编辑:张三"},
		{"names joined", []credit{{Role: article.RoleEditor, Name: "张三"}, {Role: article.RoleEditor, Label: "编辑", Name: "李四"}}, "编辑:张三、李四"},
		{"two roles", []credit{{Role: article.RoleAuthor, Label: both, Name: "张三"}, {Role: article.RolePhotographer, Label: both, Name: "张三"}}, "文/图:张三"},
		{"two roles, two people", []credit{{Role: article.RoleAuthor, Label: both, Name: "张三"}, {Role: article.RolePhotographer, Label: both, Name: "李四"}}, "作者:张三\u3000摄影:李四"},
		{"one of two roles", []credit{{Role: article.RoleAuthor, Label: both, Name: "张三"}}, "作者:张三"},
		{"name of two words", []credit{{Role: article.RoleAuthor, Name: "John: Smith"}}, "作者:John: Smith"},
		{"names that cannot stand", []credit{{Role: article.RoleAuthor, Name: "张三、李四"}, {Role: article.RoleAuthor, Name: "张\u3000三"}, {Role: article.RoleAuthor, Name: "王五"}}, "作者:王五"},
	} {
		a := article.Article{Credits: c.in, Body: []article.Block{{Type: article.Quote, Text: "甲"}}}
		b, err := a.Append(nil, article.Text)
		if want := "\n\n\u3000\u3000甲\n\n\u3000" + c.line + "\n"; err != nil || string(b) != want {
			t.Errorf("%s: %q, %v; want %q", c.name, b, err, want)
		}
		arttest.RoundTrip(t, &a, article.Text, parseAs(article.Text))
	}
}

func TestParseTextErrors(t *testing.T) {
	b, err := sample().Append(nil, article.Text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, old, new string
		err            error
		line           int
	}{
		{"bad UTF-8", "今日", "\xff", article.ErrUTF8, 1},
		{"no final line feed", "赵六\n", "赵六", article.ErrSyntax, 41},
		{"empty line more", "\n\n", "\n\n\n", article.ErrSpace, 4},
		{"date", "2024-05-01 ", "2024-05-41 ", article.ErrSyntax, 2},
		{"indent of a line", "\u3000\u3000全长 <", "全长 <", article.ErrSyntax, 9},
		{"label", "记者:", "本报:", article.ErrSyntax, 41},
		{"ordinal", "  1、", "  一、", article.ErrSyntax, 0},
		{"ordinal 0", "  1、", "  0、", article.ErrSyntax, 0},
		{"trailing", "赵六\n", "赵六\n\n", article.ErrSpace, 42},
		{"carriage return", "今日上午", "\r", article.ErrControl, 8},
	} {
		bad := strings.Replace(string(b), c.old, c.new, 1)
		if bad == string(b) {
			t.Errorf("%s: nothing to replace in %s", c.name, b)
		}
		_, err := article.Parse([]byte(bad), article.Text)
		var syntax *article.SyntaxError
		if !errors.As(err, &syntax) || !errors.Is(err, c.err) || c.line != 0 && c.line != syntax.Line {
			t.Errorf("%s: %v, want line %d: %v", c.name, err, c.line, c.err)
		}
	}
}

func FuzzArticleText(f *testing.F) {
	for seed := range uint64(10) {
		b, err := arttest.Hostile(seed).Append(nil, article.Text)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := article.Parse(b, article.Text)
		if err != nil {
			return
		}
		if want := a.Project(article.Text); !a.Equal(want) {
			t.Fatalf("%q: read more than the form carries (-want +got):\n%s", b, cmp.Diff(*want, *a))
		}
		if again := arttest.RoundTrip(t, a, article.Text, parseAs(article.Text)); string(again) != string(b) {
			t.Fatalf("got %q, want %q", again, b)
		}
	})
}
