package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// Apps keep the images apart from the text that they send: a comment in the text,
// <!--IMG_0-->, names an object beside it, by its key or by a reference in it.

const (
	commentOpen  = "<!--"
	commentClose = "-->"
	// maxImageDepth is how deep in such an object the address may stand.
	maxImageDepth = 3
)

// withImages returns the text with its images in their places.
func (a *scriptArticle) withImages() string {
	if !strings.Contains(a.text, commentOpen) {
		return a.text
	}
	named := a.namedObjects()
	var b strings.Builder
	rest := a.text
	for {
		before, after, ok := strings.Cut(rest, commentOpen)
		name, behind, closed := strings.Cut(after, commentClose)
		b.WriteString(before)
		if !ok || !closed {
			return b.String()
		}
		if m := named[strings.TrimSpace(name)]; m != nil {
			writeFigure(&b, addressIn(m, maxImageDepth), textUnder(m, "desc", "alt", "caption", "title"))
		}
		rest = behind
	}
}

// namedObjects returns the objects beside the text by their keys and by their
// references, which may be written as the comment.
func (a *scriptArticle) namedObjects() map[string]map[string]any {
	named := map[string]map[string]any{}
	for _, k := range sortedKeys(a.fields) {
		switch v := a.fields[k].(type) {
		case map[string]any:
			for key, e := range v {
				if m, ok := e.(map[string]any); ok {
					named[key] = m
				}
			}
		case []any:
			for _, e := range v {
				if m, ok := e.(map[string]any); ok {
					ref := textUnder(m, "ref")
					named[strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(ref, commentOpen), commentClose))] = m
				}
			}
		}
	}
	delete(named, "")
	return named
}

// addressIn returns the first address that a value holds.
func addressIn(v any, depth int) string {
	if depth < 0 {
		return ""
	}
	switch v := v.(type) {
	case string:
		if hasAnyPrefix(v, []string{"http://", "https://", "//"}) {
			return v
		}
	case map[string]any:
		for _, k := range sortedKeys(v) {
			if s := addressIn(v[k], depth-1); s != "" {
				return s
			}
		}
	}
	return ""
}

func writeFigure(b *strings.Builder, src, caption string) {
	if src == "" {
		return
	}
	b.WriteString(`<figure><img src="` + html.EscapeString(src) + `"><figcaption>` + html.EscapeString(caption) + "</figcaption></figure>")
}
