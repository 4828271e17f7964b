package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// printer prints what came of one file.
type printer func(w io.Writer, name string, res *parse.Result, err error)

var formats = map[string]printer{
	"reader":   printReader,
	"json":     printJSON,
	"text":     inForm(article.Text),
	"html":     inForm(article.HTML),
	"markdown": inForm(article.Markdown),
	"jsonld":   inForm(article.JSONLD),
}

// inForm prints the article alone, in one of its forms; a page that has none
// is named on a line of its own.
func inForm(f article.Format) printer {
	return func(w io.Writer, name string, res *parse.Result, err error) {
		var b []byte
		if err == nil {
			b, err = res.Article.Append(nil, f)
		}
		if err != nil {
			fmt.Fprintf(w, "%s: %v\n", name, err)
		}
		w.Write(b)
	}
}

// line is what -format json prints for each file.
type line struct {
	File       string           `json:"file"`
	Article    *article.Article `json:"article,omitempty"`
	Charset    string           `json:"charset"`
	Confidence float64          `json:"confidence"`
	Profile    string           `json:"profile,omitempty"`
	Problems   []parse.Problem  `json:"problems,omitempty"`
	Code       string           `json:"code,omitempty"`
	Error      string           `json:"error,omitempty"`
}

func printJSON(w io.Writer, name string, res *parse.Result, err error) {
	l := line{File: name, Charset: string(res.Charset.Charset), Confidence: res.Confidence, Profile: res.Profile, Problems: res.Problems}
	if err == nil {
		l.Article = res.Article
	} else {
		l.Code, l.Error = code(err), err.Error()
	}
	b, err := json.Marshal(l)
	if err != nil {
		fail(err)
	}
	w.Write(append(b, '\n'))
}

// code is a stable word for the kind of an error.
func code(err error) string {
	for _, c := range []struct {
		err  error
		word string
	}{
		{parse.ErrNoArticle, "no-article"}, {parse.ErrEmpty, "empty"}, {parse.ErrTooLarge, "too-large"},
		{parse.ErrTooDeep, "too-deep"}, {parse.ErrNotText, "not-text"}, {os.ErrNotExist, "not-found"},
	} {
		if errors.Is(err, c.err) {
			return c.word
		}
	}
	return "unreadable"
}

func printReader(w io.Writer, name string, res *parse.Result, err error) {
	if err != nil {
		fmt.Fprintf(w, "%s: %v\n", name, err)
	} else {
		printArticle(w, res.Article)
	}
	fmt.Fprintf(w, "──\n%s: charset %s (%s), profile %q, confidence %.2f\n", name, res.Charset.Charset, res.Charset.Basis, res.Profile, res.Confidence)
	for _, p := range res.Problems {
		fmt.Fprintf(w, "problem: %s: %s %s\n", p.Code, p.Field, p.Detail)
	}
}
