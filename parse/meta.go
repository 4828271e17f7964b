package parse

import (
	"encoding/json"
	"iter"
	"net/url"
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metas are the facts that a page states outside its visible text: meta
// elements under their name, property, itemprop or http-equiv, and the
// properties of a schema.org article in JSON-LD under "ld:" and their name.
type metas struct {
	list      []meta // in the order of the page; none is empty
	docTitle  string // the title element
	canonical string
	base      string
	lang      string // the lang attribute of html
}

// meta is one of them. A page has few, so they are looked through.
type meta struct{ key, value string }

// all yields the values of a key.
func (m *metas) all(key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range m.list {
			if m.list[i].key == key && !yield(m.list[i].value) {
				return
			}
		}
	}
}

// first returns the first value of the keys, and which key had it.
func (m *metas) first(keys ...string) (value, key string) {
	for _, k := range keys {
		for v := range m.all(k) {
			return v, k
		}
	}
	return "", ""
}

// joined returns the values of a key as a list.
func (m *metas) joined(key string) string {
	return strings.Join(slices.Collect(m.all(key)), ",")
}

func (m *metas) add(key, value string) {
	if strings.ContainsAny(key, " \t\r\n\f") {
		key = strings.Join(strings.Fields(key), " ")
	}
	key = strings.ToLower(key)
	if value = cjk.Collapse(value); key != "" && value != "" {
		m.list = append(m.list, meta{key, value})
	}
}

// usualMetas is as many as most pages have at most.
const usualMetas = 32

// readMetas gathers the metas of a page in document order.
func readMetas(t *dom.Tree) *metas {
	m := &metas{list: make([]meta, 0, usualMetas)}
	for i := range int32(len(t.Nodes)) {
		if !t.Fact(i) {
			continue
		}
		n := t.Nodes[i]
		switch n.DataAtom {
		case atom.Meta:
			if m.meta(n); dom.Attr(n, "itemprop") == "name" && microAuthor(n) {
				m.add("person:author", dom.Attr(n, "content"))
			}
		case atom.Title:
			if m.docTitle == "" && t.Up(i, atom.Svg) < 0 {
				m.docTitle = cjk.Collapse(childText(n))
			}
		case atom.Link:
			if m.canonical == "" && strings.EqualFold(dom.Attr(n, "rel"), "canonical") {
				m.canonical = strings.TrimSpace(dom.Attr(n, "href"))
			}
		case atom.Base:
			if m.base == "" {
				m.base = strings.TrimSpace(dom.Attr(n, "href"))
			}
		case atom.Html:
			m.lang = strings.TrimSpace(dom.Attr(n, "lang"))
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(dom.Attr(n, "type")), "application/ld+json") {
				m.jsonLD(childText(n))
			}
		}
	}
	return m
}

func (m *metas) meta(n *html.Node) {
	value := dom.Attr(n, "content")
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if k := dom.Attr(n, key); k != "" {
			m.add(k, value)
		}
	}
}

// microAuthor reports whether an element describes the author, in the microdata
// around it.
func microAuthor(n *html.Node) bool {
	for up := 0; up < 3 && n != nil; up, n = up+1, n.Parent {
		if dom.Attr(n, "itemprop") == "author" {
			return true
		}
	}
	return false
}

// childText returns the raw text directly below n.
func childText(n *html.Node) string {
	if c := n.FirstChild; c != nil && c.NextSibling == nil && c.Type == html.TextNode {
		return c.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// jsonLD takes the properties of the articles in a JSON-LD script. Pages write
// raw line breaks into its strings, which JSON forbids: they become spaces.
func (m *metas) jsonLD(src string) {
	src = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, src)
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		m.ldValue(v, 0)
	}
}

const maxLD = 8 // nesting of JSON-LD that is looked into

func (m *metas) ldValue(v any, depth int) {
	if depth > maxLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.ldValue(e, depth+1)
		}
	case map[string]any:
		if isLDArticle(v) {
			m.ldArticle(v)
		}
		m.ldValue(v["@graph"], depth+1)
		m.ldValue(v["mainEntity"], depth+1)
		m.ldValue(v["mainEntityOfPage"], depth+1)
	}
}

// isLDArticle reports whether v describes the page's article. Baidu's time
// factor has a type of its own or none, but always its pubDate.
func isLDArticle(v map[string]any) bool {
	for _, t := range ldStrings(v["@type"]) {
		if strings.HasSuffix(t, "Article") || t == "BlogPosting" || t == "Report" || t == "NewsStory" {
			return true
		}
	}
	_, baidu := v["pubDate"]
	return baidu
}

// ldKeys are the properties that are taken, as schema.org and Baidu name them.
var ldKeys = []string{"headline", "datePublished", "dateModified", "dateCreated", "pubDate", "upDate", "description",
	"keywords", "articleSection", "articleBody", "author", "creator", "editor", "publisher", "sourceOrganization",
	"url", "image", "inLanguage"}

func (m *metas) ldArticle(v map[string]any) {
	for _, k := range ldKeys {
		for _, s := range ldStrings(v[k]) {
			m.add("ld:"+k, s)
		}
	}
	if author, ok := v["author"].(map[string]any); ok && author["@type"] == "Person" {
		if name, ok := author["name"].(string); ok {
			m.add("person:author", name)
		}
	}
	provider, publisher := ldName(v["provider"]), ldName(v["publisher"])
	if provider != "" && publisher != "" && !akin(provider, publisher) {
		m.add("ld:provider", provider) // a portal that publishes the text of another outlet
	}
}

// ldName returns the first text of a value, "" if it has none.
func ldName(v any) string {
	if s := ldStrings(v); len(s) > 0 {
		return s[0]
	}
	return ""
}

// ldStrings returns the text of a value: itself, that of each element, or the
// name (or address) of a nested thing.
func ldStrings(v any) (out []string) {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		for _, e := range v {
			if _, nested := e.([]any); !nested {
				out = append(out, ldStrings(e)...)
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "url", "@id"} {
			if s, ok := v[k].(string); ok && s != "" {
				return []string{s}
			}
		}
	}
	return out
}

// address returns the page's own address and the base of its links: what the
// caller gave, or what the page says of itself. The page's own word counts for
// the address where it is of the same site.
func (m *metas) address(given string) (own string, base *url.URL) {
	base = absolute(given)
	for _, s := range []string{m.canonical, m.value("og:url"), m.value("ld:url")} {
		u := absolute(s)
		if u == nil && base != nil {
			u = resolveURL(base, s)
		}
		if u == nil || u.Path == "" || u.Path == "/" {
			continue
		}
		if base == nil || sameSite(base.Hostname(), u.Hostname()) {
			own = u.String()
			if base == nil {
				base = u
			}
			break
		}
	}
	if own == "" && base != nil {
		own = base.String()
	}
	if u := absolute(m.base); u != nil {
		base = u
	} else if base != nil && m.base != "" {
		if u := resolveURL(base, m.base); u != nil {
			base = u
		}
	}
	return own, base
}

func (m *metas) value(key string) string {
	v, _ := m.first(key)
	return v
}

// absolute parses an http or https address with a host, or returns nil.
func absolute(s string) *url.URL {
	if strings.HasPrefix(s, "//") {
		s = "http:" + s
	}
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	return u
}

// isPlain reports whether s is an address of http or https that parsing and
// writing would not change: a host in lower case, a path and perhaps a query of
// characters that nothing escapes.
func isPlain(s string) bool {
	rest, ok := strings.CutPrefix(s, "http://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "https://"); !ok {
			return false
		}
	}
	host := strings.IndexByte(rest, '/')
	query := false
	for i := range len(rest) {
		switch c := rest[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.' && (i == 0 || rest[i-1] != '/'), c == '-':
		case i < host:
			return false
		case c >= 'A' && c <= 'Z', c == '_', c == '~', c == '/', query && (c == '=' || c == '&'):
		case c == '?' && !query:
			query = true
		default:
			return false
		}
	}
	return host > 0
}

// resolveURL resolves a reference as far as it leads to http or https.
func resolveURL(base *url.URL, ref string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || base == nil {
		return nil
	}
	if u = base.ResolveReference(u); u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// sameSite reports whether two hosts share the name that was registered: their
// last two labels, three below a second level such as com.cn.
func sameSite(a, b string) bool { return siteOf(a) == siteOf(b) }

// secondLevels are the labels under which the registries of China, Taiwan, Hong
// Kong, Macau, Singapore and Britain give out names.
var secondLevels = map[string]bool{"com": true, "net": true, "org": true, "gov": true, "edu": true, "ac": true,
	"mil": true, "idv": true, "co": true, "gob": true, "game": true, "club": true, "ebiz": true}

func siteOf(host string) string {
	host = strings.ToLower(host)
	top := strings.LastIndexByte(host, '.')
	if top < 0 {
		return host
	}
	second := strings.LastIndexByte(host[:top], '.')
	if second >= 0 && len(host)-top == len(".cn") && secondLevels[host[second+1:top]] {
		second = strings.LastIndexByte(host[:second], '.')
	}
	return host[second+1:]
}
