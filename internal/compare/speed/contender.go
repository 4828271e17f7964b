package main

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/parse"
)

// A contender is a library that reads the article out of a page.
type contender struct {
	name   string
	module string // path of the Go module, for its version
	// fromBytes reads a page as a user of the library would who holds its bytes,
	// and returns its plain text. Every contender finds the charset itself.
	fromBytes func(src []byte, address *url.URL) (string, error)
	// fromTree reads a tree that html.Parse made. It may change the tree.
	fromTree func(root *html.Node, address *url.URL) (string, error)
}

const ours = "zhnews"

// contenders are zhnews and its peers.
func contenders() []contender {
	return append([]contender{{ours, "github.com/zhnews/zhnews", zhnewsBytes(0), zhnewsTree}}, peers()...)
}

// zhnewsBytes reads with a limit on the input; 0 is the default limit.
func zhnewsBytes(maxBytes int) func([]byte, *url.URL) (string, error) {
	return func(src []byte, address *url.URL) (string, error) {
		res, err := parse.HTML(src, parse.Options{URL: address.String(), MaxBytes: maxBytes})
		return zhnewsText(res, err)
	}
}

func zhnewsTree(root *html.Node, address *url.URL) (string, error) {
	res, err := parse.Document(goquery.NewDocumentFromNode(root), parse.Options{URL: address.String()})
	return zhnewsText(res, err)
}

// zhnewsText is the text of an article's blocks: the peers give their text
// too.
func zhnewsText(res *parse.Result, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return bodyText(res.Article), nil
}

func bodyText(a *article.Article) string {
	var b strings.Builder
	for i := range a.Body {
		b.WriteString(a.Body[i].Text)
		b.WriteByte('\n')
	}
	return b.String()
}
