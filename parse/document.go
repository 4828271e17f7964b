package parse

import (
	"github.com/PuerkitoBio/goquery"
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/dom"
)

// Document reads the article out of a tree that the caller already holds. The
// tree is not changed.
func Document(doc *goquery.Document, o Options) (*Result, error) {
	res := &Result{Article: &article.Article{}}
	if doc == nil || len(doc.Nodes) == 0 {
		return res, &Error{o.URL, "input", ErrEmpty}
	}
	tree, ok := dom.Number(doc.Nodes[0], dom.MaxNodes)
	defer tree.Release()
	if !ok {
		return res, &Error{o.URL, "markup", ErrTooLarge}
	}
	if tree.Depth() > MaxDepth {
		return res, &Error{o.URL, "markup", ErrTooDeep}
	}
	if o.URL == "" && doc.Url != nil {
		o.URL = doc.Url.String()
	}
	return res, extract(tree, &o, res)
}
