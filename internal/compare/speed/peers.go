//go:build !alone

package main

import (
	"bytes"
	"errors"
	"net/url"
	"strings"

	readeck "codeberg.org/readeck/go-readability/v2"
	shiori "github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

var errNothing = errors.New("found nothing")

// peers are called with the options that their documentation shows. All of
// them read bytes through go-shiori/dom, which guesses the charset and
// normalises the text.
func peers() []contender {
	return []contender{
		{"readeck/go-readability", "codeberg.org/readeck/go-readability/v2", readeckBytes, readeckTree},
		{"go-shiori/go-readability", "github.com/go-shiori/go-readability", shioriBytes, shioriTree},
		{"go-domdistiller", "github.com/markusmobius/go-domdistiller", distillerBytes, distillerTree},
		{"go-trafilatura", "github.com/markusmobius/go-trafilatura", trafilaturaBytes(noFallback), trafilaturaTree(noFallback)},
		{"go-trafilatura, fallback", "github.com/markusmobius/go-trafilatura", trafilaturaBytes(withFallback), trafilaturaTree(withFallback)},
	}
}

func readeckBytes(src []byte, address *url.URL) (string, error) {
	return readeckText(readeck.FromReader(bytes.NewReader(src), address))
}

func readeckTree(root *html.Node, address *url.URL) (string, error) {
	p := readeck.NewParser()
	return readeckText(p.ParseAndMutate(root, address))
}

func readeckText(a readeck.Article, err error) (string, error) {
	if err != nil {
		return "", err
	}
	if a.Node == nil {
		return "", errNothing
	}
	var b strings.Builder
	err = a.RenderText(&b)
	return b.String(), err
}

func shioriBytes(src []byte, address *url.URL) (string, error) {
	return shioriText(shiori.FromReader(bytes.NewReader(src), address))
}

func shioriTree(root *html.Node, address *url.URL) (string, error) {
	return shioriText(shiori.FromDocument(root, address))
}

func shioriText(a shiori.Article, err error) (string, error) {
	if err == nil && a.Node == nil {
		err = errNothing
	}
	return a.TextContent, err
}

func distillerBytes(src []byte, address *url.URL) (string, error) {
	return distillerText(distiller.ApplyForReader(bytes.NewReader(src), &distiller.Options{OriginalURL: address}))
}

func distillerTree(root *html.Node, address *url.URL) (string, error) {
	return distillerText(distiller.Apply(root, &distiller.Options{OriginalURL: address}))
}

func distillerText(r *distiller.Result, err error) (string, error) {
	switch {
	case err != nil:
		return "", err
	case r.Text == "":
		return "", errNothing
	}
	return r.Text, nil
}

// fallback says whether trafilatura asks readability and domdistiller too.
type fallback bool

const (
	noFallback   fallback = false
	withFallback fallback = true
)

func (f fallback) options(address *url.URL) trafilatura.Options {
	return trafilatura.Options{OriginalURL: address, ExcludeComments: true, IncludeImages: true, IncludeLinks: true, EnableFallback: bool(f)}
}

func trafilaturaBytes(f fallback) func([]byte, *url.URL) (string, error) {
	return func(src []byte, address *url.URL) (string, error) {
		return trafilaturaText(trafilatura.Extract(bytes.NewReader(src), f.options(address)))
	}
}

func trafilaturaTree(f fallback) func(*html.Node, *url.URL) (string, error) {
	return func(root *html.Node, address *url.URL) (string, error) {
		return trafilaturaText(trafilatura.ExtractDocument(root, f.options(address)))
	}
}

func trafilaturaText(r *trafilatura.ExtractResult, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return r.ContentText, nil
}
