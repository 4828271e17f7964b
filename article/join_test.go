package article_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/arttest"
)

func paragraphs(texts ...string) []article.Block {
	var body []article.Block
	for _, s := range texts {
		body = append(body, article.Block{Type: article.Paragraph, Text: s})
	}
	return body
}

func TestJoinBodies(t *testing.T) {
	type body = []string
	for _, c := range []struct {
		name  string
		pages []body
		want  body
	}{
		{"none", nil, nil},
		{"apart", []body{{"甲", "乙"}, {"丙"}}, body{"甲", "乙", "丙"}},
		{"one block twice", []body{{"甲", "乙"}, {"乙", "丙"}}, body{"甲", "乙", "丙"}},
		{"two blocks twice", []body{{"甲", "乙", "丙"}, {"乙", "丙", "丁"}}, body{"甲", "乙", "丙", "丁"}},
		{"the longer repeat", []body{{"甲", "乙", "甲", "乙"}, {"甲", "乙", "甲", "乙", "丙"}}, body{"甲", "乙", "甲", "乙", "丙"}},
		{"not at the seam", []body{{"甲", "乙"}, {"丙", "甲"}}, body{"甲", "乙", "丙", "甲"}},
		{"false start", []body{{"甲", "甲", "乙"}, {"甲", "乙", "甲"}}, body{"甲", "甲", "乙", "甲"}},
		{"whole page", []body{{"甲", "乙"}, {"乙"}, {"丙"}}, body{"甲", "乙", "丙"}},
		{"empty page", []body{{"甲"}, {}, {"甲", "乙"}}, body{"甲", "乙"}},
	} {
		var pages []*article.Article
		for _, p := range c.pages {
			pages = append(pages, &article.Article{Body: paragraphs(p...)})
		}
		if diff := cmp.Diff(paragraphs(c.want...), article.Join(pages...).Body); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestJoinFields(t *testing.T) {
	day := func(d int) article.Time {
		return article.Time{Time: time.Date(2024, 5, d, 0, 0, 0, 0, time.UTC), Precision: article.PrecisionDay}
	}
	editor := article.Credit{Role: article.RoleEditor, Name: "张三"}
	reporter := article.Credit{Role: article.RoleReporter, Name: "张三"}
	got := article.Join(
		&article.Article{
			URL: "u1", Title: "甲", Published: day(1), Modified: day(2), Credits: []article.Credit{editor}, Keywords: []string{"a", "a"},
			Next: []string{"u2", "u3"},
		},
		&article.Article{
			URL: "u2", Title: "甲（二）", Subtitle: "乙", Section: []string{"s"}, Published: day(3), Credits: []article.Credit{reporter, editor},
			Keywords: []string{"b", "a"}, Notices: []string{"n"}, Source: article.Source{Name: "报"}, Next: []string{"u1", "u3", "u4"},
		},
		&article.Article{URL: "u3", Modified: day(4), Related: []article.RelatedLink{{Title: "r"}}},
	)
	want := &article.Article{
		URL: "u1", Title: "甲", Subtitle: "乙", Section: []string{"s"}, Published: day(1), Modified: day(4), Source: article.Source{Name: "报"},
		Credits: []article.Credit{editor, reporter}, Keywords: []string{"a", "a", "b"}, Notices: []string{"n"},
		Related: []article.RelatedLink{{Title: "r"}}, Next: []string{"u4"},
	}
	if diff := cmp.Diff(*want, *got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestJoinLaws(t *testing.T) {
	if !article.Join().Equal(&article.Article{}) {
		t.Error("Join() is not empty")
	}
	for seed := range uint64(1000) {
		a, b, c := arttest.Hostile(3*seed), arttest.Hostile(3*seed+1), arttest.Hostile(3*seed+2)
		for _, x := range []*article.Article{a, b, c} {
			x.Next = nil
		}
		if !article.Join(a).Equal(a) || !article.Join(a, a).Equal(a) {
			t.Fatalf("seed %d: Join(a) or Join(a, a) is not a", seed)
		}
		abc := article.Join(a, b, c)
		if err := abc.Validate(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if !article.Join(article.Join(a, b), c).Equal(abc) {
			t.Fatalf("seed %d: Join(Join(a, b), c) is not Join(a, b, c)", seed)
		}
	}
}

// TestJoinOfSplit cuts articles into pages that repeat a block or two.
func TestJoinOfSplit(t *testing.T) {
	for seed := range uint64(300) {
		a := arttest.News(seed)
		first, second := a.Project(article.JSON), a.Project(article.JSON)
		cut := 1 + int(seed)%(len(a.Body)-1)
		first.Body = first.Body[:cut]
		second.Body = second.Body[max(0, cut-int(seed)%3):]
		if got := article.Join(first, second); !got.Equal(a) {
			t.Fatalf("seed %d (-want +got):\n%s", seed, cmp.Diff(*a.Project(article.JSON), *got))
		}
	}
}

func TestPlain(t *testing.T) {
	a := article.Article{Body: slices.Concat(
		paragraphs("甲乙"), []article.Block{{Type: article.Heading, Level: 2, Text: "丙"}},
		[]article.Block{{Type: article.Paragraph, Text: " 丁\n戊", Spans: []article.Span{{Start: 1, End: 8, Kind: article.SpanStrong}, {Start: 5, End: 8, Kind: article.SpanEm}}}},
	)}
	p := a.Plain()
	want := article.Plain{Text: "甲乙\n丁\n戊", Pieces: []article.Piece{{Start: 0, End: 6, Block: 0}, {Start: 7, End: 14, Block: 2}}}
	if diff := cmp.Diff(want, p); diff != "" {
		t.Fatalf("-want +got:\n%s", diff)
	}
	for _, c := range []struct {
		offset, block, within int
		ok                    bool
	}{
		{-1, 0, 0, false}, {0, 0, 0, true}, {5, 0, 5, true}, {6, 0, 0, false}, {7, 2, 0, true}, {13, 2, 6, true}, {14, 0, 0, false},
	} {
		if block, within, ok := p.At(c.offset); block != c.block || within != c.within || ok != c.ok {
			t.Errorf("At(%d) = %d, %d, %v; want %d, %d, %v", c.offset, block, within, ok, c.block, c.within, c.ok)
		}
	}
	b := &a.Project(article.JSON).Body[2]
	for offset, want := range map[int]int{0: 1, 3: 1, 4: 2, 6: 2, 7: 0, -1: 0} {
		if got := b.SpansAt(offset); len(got) != want {
			t.Errorf("SpansAt(%d) = %v, want %d", offset, got, want)
		}
	}
}

func TestPlainLaws(t *testing.T) {
	for seed := range uint64(1000) {
		a := arttest.Hostile(seed)
		body := a.Project(article.JSON).Body
		p := a.Plain()
		at := 0
		for i, piece := range p.Pieces {
			if i > 0 && p.Text[at] == '\n' {
				at++
			}
			if piece.Start != at || p.Text[piece.Start:piece.End] != body[piece.Block].Text {
				t.Fatalf("seed %d: piece %+v of %q", seed, piece, p.Text)
			}
			at = piece.End
		}
		if at != len(p.Text) {
			t.Fatalf("seed %d: %d bytes after the last piece", seed, len(p.Text)-at)
		}
	}
}
