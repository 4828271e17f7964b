package parse_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/golden"
	"github.com/zhnews/zhnews/parse"
)

const pages = "../testdata/pages"

// samplePages returns the names of the sample pages, without ".html".
func samplePages(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob(pages + "/*.html")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d sample pages: %v", len(files), err)
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(f), ".html"))
	}
	return names
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// addresses returns the addresses of the pages that do not state their own.
func addresses(t *testing.T) map[string]string {
	t.Helper()
	urls := map[string]string{}
	for _, l := range strings.Split(string(readFile(t, pages+"/urls.tsv")), "\n") {
		if file, url, ok := strings.Cut(l, "\t"); ok {
			urls[strings.TrimSuffix(file, ".html")] = url
		}
	}
	return urls
}

// facts is what a golden file holds: the Result without its evidence.
type facts struct {
	Article    *article.Article `json:"article,omitempty"`
	Charset    string           `json:"charset"`
	Basis      string           `json:"basis"`
	Damage     int              `json:"damage,omitempty"`
	Edits      int              `json:"edits,omitempty"`
	Profile    string           `json:"profile,omitempty"`
	Confidence float64          `json:"confidence"`
	Problems   []parse.Problem  `json:"problems,omitempty"`
	Error      string           `json:"error,omitempty"`
}

func factsOf(res *parse.Result, err error) []byte {
	f := facts{
		Charset: string(res.Charset.Charset), Basis: res.Charset.Basis.String(), Damage: len(res.Decoded.Damage), Edits: len(res.Repairs.Edits),
		Profile: res.Profile, Confidence: math.Round(res.Confidence*100) / 100, Problems: res.Problems,
	}
	if err != nil {
		f.Error = err.Error()
	} else {
		f.Article = res.Article
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(f); err != nil {
		panic(err) // the type has nothing that JSON cannot hold
	}
	return b.Bytes()
}

// TestGolden holds every page's result, with profiles and without, against the
// file beside it. ZHNEWS_UPDATE=1 rewrites the files.
func TestGolden(t *testing.T) {
	urls := addresses(t)
	for _, name := range samplePages(t) {
		t.Run(name, func(t *testing.T) {
			src := readFile(t, filepath.Join(pages, name+".html"))
			res, err := parse.HTML(src, parse.Options{URL: urls[name]})
			golden.Compare(t, filepath.Join(pages, name+".golden.json"), factsOf(res, err))
			if err == nil {
				if invalid := res.Article.Validate(); invalid != nil {
					t.Errorf("the article is not valid: %v", invalid)
				}
			}
		})
	}
}

// TestTruth holds every page's article against the one that was written by hand
// before there was a parser. What is known to fall short stands in
// shortfalls.tsv with the reason, field by field; what no longer does must be
// taken off it. Pages without a truth are no articles.
func TestTruth(t *testing.T) {
	urls, short := addresses(t), shortfalls(t)
	for _, name := range samplePages(t) {
		t.Run(name, func(t *testing.T) {
			res, err := parse.HTML(readFile(t, filepath.Join(pages, name+".html")), parse.Options{URL: urls[name]})
			truth := filepath.Join(pages, name+".article.json")
			if _, missing := os.Stat(truth); missing != nil {
				if !errors.Is(err, parse.ErrNoArticle) {
					t.Errorf("error %v, want ErrNoArticle", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var want article.Article
			if err := json.Unmarshal(readFile(t, truth), &want); err != nil {
				t.Fatal(err)
			}
			want.Normalize()
			res.Article.Normalize()
			for _, f := range fields(&want, res.Article) {
				key := name + " " + f.name
				diff := cmp.Diff(f.want, f.got)
				if reason, known := short[key]; known {
					if diff == "" {
						t.Errorf("%s no longer falls short (%s): take it off the list", f.name, reason)
					}
				} else if diff != "" {
					t.Errorf("%s: mismatch (-want +got):\n%s", f.name, diff)
				}
				delete(short, key)
			}
		})
	}
	for key := range short {
		t.Errorf("shortfalls.tsv: %s names no page and field", key)
	}
}

// shortfalls reads lines of page, field, reason.
func shortfalls(t *testing.T) map[string]string {
	t.Helper()
	short := map[string]string{}
	for n, l := range strings.Split(string(readFile(t, pages+"/shortfalls.tsv")), "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 3 {
			t.Fatalf("shortfalls.tsv:%d: want page, field and reason", n+1)
		}
		short[f[0]+" "+f[1]] = f[2]
	}
	return short
}

type fieldPair struct {
	name      string
	want, got any
}

func fields(want, got *article.Article) []fieldPair {
	return []fieldPair{
		{"url", want.URL, got.URL}, {"site", want.Site, got.Site}, {"section", want.Section, got.Section},
		{"kicker", want.Kicker, got.Kicker}, {"title", want.Title, got.Title}, {"subtitle", want.Subtitle, got.Subtitle},
		{"published", when(want.Published), when(got.Published)}, {"modified", when(want.Modified), when(got.Modified)},
		{"source", want.Source, got.Source}, {"credits", want.Credits, got.Credits}, {"summary", want.Summary, got.Summary},
		{"body", want.Body, got.Body}, {"related", want.Related, got.Related}, {"keywords", want.Keywords, got.Keywords},
		{"notices", want.Notices, got.Notices}, {"language", want.Language, got.Language}, {"next", want.Next, got.Next},
	}
}

// when is a time as text: go-cmp would not see another offset.
func when(t article.Time) string {
	if t.IsZero() {
		return ""
	}
	return fmt.Sprintf("%q %s %s", t.Raw, t.Time.Format("2006-01-02T15:04:05Z07:00"), t.Precision)
}

// TestSameInEveryCharset parses one page in three charsets: the article is the
// same.
func TestSameInEveryCharset(t *testing.T) {
	src := readFile(t, pages+"/people-2022-utf8.html")
	want, err := parse.HTML(src, parse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"gbk", "gb18030"} {
		got, err := parse.HTML(recode(t, src, label), parse.Options{})
		if err != nil {
			t.Fatalf("%s: %v", label, err)
		}
		if diff := cmp.Diff(*want.Article, *got.Article); diff != "" {
			t.Errorf("%s: mismatch (-utf8 +%s):\n%s", label, label, diff)
		}
	}
}
