package parse

import (
	"encoding/json"
	"sort"
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Some pages send their article as data in a script (__NEXT_DATA__,
// __INITIAL_STATE__, allData, JSON-LD's articleBody) and build the visible text
// in the browser. Nothing is executed: the JSON is decoded, the object with the
// longest text in it is taken for the article, and an ordinary page made of its
// fields is read by the ordinary rules.

const (
	// maxScript is the size in bytes of the largest script that is decoded.
	maxScript = 4 << 20
	// maxJSONDepth and maxJSONNodes bound the search in it.
	maxJSONDepth = 24
	maxJSONNodes = 200_000
	// leastScriptText is the length in ideographs from which a text in a script
	// may be the article.
	leastScriptText = 60
)

// scriptArticle is what a script says of the article.
type scriptArticle struct {
	text   string         // HTML or plain text
	han    int            // ideographs in text
	fields map[string]any // the object around it, and those around that
}

// fromScripts reads the page that the scripts would have built. It returns nil
// if no script holds an article.
func (x *extraction) fromScripts() *extraction {
	best := scriptArticle{}
	var related []any
	for _, src := range x.scripts() {
		if len(src) > maxScript || !mayHoldText(src) {
			continue
		}
		for _, v := range scriptValues(src) {
			s := scriptSearch{left: maxJSONNodes, best: &best}
			s.visit(v, nil, 0)
			if related == nil {
				related = s.related
			}
		}
	}
	x.fromAreas(&best)
	if best.han < leastScriptText {
		return nil
	}
	tree, err := dom.Parse(best.page(x.clock.zone))
	if err != nil {
		return nil
	}
	y := newExtraction(tree, x.opt, x.res)
	y.metas, y.base, y.bodyNode = x.metas, x.base, -1
	y.scriptLinks = x.linksIn(related)
	return y
}

// mayHoldText reports whether a script holds as many ideographs as an article has
// at least, written out or escaped.
func mayHoldText(src string) bool {
	if strings.Count(src, `\u`) >= leastScriptText {
		return true
	}
	left := leastScriptText
	for i := 0; i < len(src) && left > 0; i++ {
		if src[i] >= 0xe3 {
			left--
		}
	}
	return left == 0
}

// linksIn reads the objects of a list as links: a title and an address each.
func (x *extraction) linksIn(list []any) (links []article.RelatedLink) {
	for _, e := range list[:min(len(list), longestList)] {
		m, _ := e.(map[string]any)
		l := article.RelatedLink{Title: cjk.Collapse(textUnder(m, "title", "headline", "name")), URL: x.link(textUnder(m, "url", "link", "href"))}
		if l.Title != "" && l.URL != "" {
			links = append(links, l)
		}
	}
	return links
}

// textUnder returns the first text that an object holds under one of the keys.
func textUnder(m map[string]any, keys ...string) string {
	for _, k := range keys {
		if s, ok := m[k].(string); ok && s != "" {
			return s
		}
	}
	return ""
}

// scripts returns the sources of the scripts of the page, found in one walk over
// it.
func (x *extraction) scripts() []string {
	if !x.haveScripts {
		x.haveScripts = true
		x.scriptSources = x.scratch.scripts[:0]
		for i, n := range x.tree.Nodes {
			if x.tree.Fact(int32(i)) && n.DataAtom == atom.Script {
				x.scriptSources = append(x.scriptSources, childText(n))
			}
		}
		x.scratch.scripts = x.scriptSources
	}
	return x.scriptSources
}

// scriptValues decodes the JSON values of a script: all of it, or what is
// assigned in it.
func scriptValues(src string) (values []any) {
	src = strings.TrimSpace(src)
	if strings.HasPrefix(src, "{") || strings.HasPrefix(src, "[") {
		if v, ok := decodeJSON(src); ok {
			return []any{v}
		}
	}
	for from := 0; len(values) < 8; {
		i := strings.Index(src[from:], "=")
		if i < 0 {
			return values
		}
		from += i + 1
		rest := strings.TrimLeft(src[from:], " \t\r\n")
		if !strings.HasPrefix(rest, "{") && !strings.HasPrefix(rest, "[{") || len(rest) < 3*leastScriptText {
			continue
		}
		if v, ok := decodeJSON(rest); ok {
			values = append(values, v)
		}
	}
	return values
}

// decodeJSON decodes the value that s begins with.
func decodeJSON(s string) (v any, ok bool) {
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	return v, dec.Decode(&v) == nil
}

// scriptSearch looks for the longest text in a value.
type scriptSearch struct {
	left    int
	best    *scriptArticle
	related []any // the first list that is named so
}

func (s *scriptSearch) visit(v any, around []map[string]any, depth int) {
	if s.left--; s.left < 0 || depth > maxJSONDepth {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		around = append(around[:len(around):len(around)], v)
		for _, k := range sortedKeys(v) {
			if text, ok := v[k].(string); ok {
				s.offer(k, text, around)
				continue
			}
			if list, ok := v[k].([]any); ok && s.related == nil && strings.Contains(strings.ToLower(k), "relat") {
				s.related = list
			}
			s.visit(v[k], around, depth+1)
		}
	case []any:
		for _, e := range v {
			s.visit(e, around, depth+1)
		}
	}
}

// textKeys are parts of the names under which sites keep the text.
var textKeys = partsOf("content", "body", "text", "html", "detail", "data", "article", "desc")

func (s *scriptSearch) offer(key, text string, around []map[string]any) {
	if len(text) < 3*leastScriptText || !textKeys().in(key) {
		return
	}
	if han := cjk.Measure(text).Han; han > s.best.han {
		*s.best = scriptArticle{text: text, han: han, fields: flatten(around)}
	}
}

// flatten joins the objects around a text; the nearer one wins.
func flatten(around []map[string]any) map[string]any {
	all := map[string]any{}
	for _, m := range around[max(0, len(around)-4):] {
		for k, v := range m {
			all[objectKey(k)] = v
		}
	}
	return all
}

// objectKey is the one spelling of publish_time and publishTime.
func objectKey(k string) string { return strings.ToLower(strings.ReplaceAll(k, "_", "")) }

// page writes the article as an ordinary page.
func (a *scriptArticle) page(zone *time.Location) string {
	var b strings.Builder
	line := func(tag, text string) {
		if text != "" {
			b.WriteString("<" + tag + ">" + html.EscapeString(text) + "</" + tag + ">\n")
		}
	}
	line("h1", a.first("title", "headline", "newstitle", "articletitle"))
	line("h2", a.first("subtitle"))
	line("p", labelled("发布时间：", a.time(zone, "publishtime", "pubtime", "publishdate", "datepublished", "publishedat", "newstime", "ptime", "ctime", "createtime", "timestamp", "time", "date")))
	line("p", labelled("更新时间：", a.time(zone, "updatetime", "modifytime", "datemodified", "updatedat")))
	if name, url := a.thing("source", "sourcename", "medianame", "media"); name != "" {
		b.WriteString(`<p>来源：<a href="` + html.EscapeString(url) + `">` + html.EscapeString(name) + "</a></p>\n")
	}
	for _, c := range a.people() {
		line("p", c)
	}
	line("p", labelled("摘要：", a.first("summary", "abstract", "digest")))
	b.WriteString(`<div itemprop="articleBody">`)
	if strings.Contains(a.text, "</") || strings.Contains(a.text, "<br") {
		b.WriteString(a.withImages())
	} else {
		for _, p := range strings.Split(a.text, "\n") {
			line("p", p)
		}
	}
	b.WriteString("</div>")
	return b.String()
}

func labelled(label, value string) string {
	if value == "" {
		return ""
	}
	return label + value
}

// first returns the first text that the object holds under one of the keys.
func (a *scriptArticle) first(keys ...string) string {
	for _, k := range keys {
		if s, ok := a.fields[k].(string); ok && cjk.Trim(s) != "" && len(s) < 600 {
			return cjk.Collapse(s)
		}
	}
	return ""
}

// time returns a time under one of the keys; Unix time is written out.
func (a *scriptArticle) time(zone *time.Location, keys ...string) string {
	for _, k := range keys {
		s := ""
		switch v := a.fields[k].(type) {
		case string:
			s = v
		case json.Number:
			s = v.String()
		}
		if t, ok := unixStamp(s, zone); ok {
			return t.Time.Time.Format("2006-01-02 15:04:05")
		}
		if s != "" {
			return s
		}
	}
	return ""
}

// thing returns name and address of a nested object, or a plain name.
func (a *scriptArticle) thing(keys ...string) (name, url string) {
	for _, k := range keys {
		switch v := a.fields[k].(type) {
		case string:
			return v, ""
		case map[string]any:
			name, _ = v["name"].(string)
			url, _ = v["url"].(string)
			if name != "" {
				return name, url
			}
		}
	}
	return "", ""
}

// people returns the bylines, label and name.
func (a *scriptArticle) people() (lines []string) {
	for _, k := range []struct{ key, label string }{{"author", "作者"}, {"authors", "作者"}, {"authorname", "作者"}, {"editor", "编辑"}, {"editorname", "编辑"},
		{"reporter", "记者"}, {"reporters", "记者"}, {"responeditor", "责任编辑"}, {"responsibleeditor", "责任编辑"}, {"dutyeditor", "责任编辑"}, {"proofreader", "校对"}, {"imageeditor", "图片编辑"}} {
		list, ok := a.fields[k.key].([]any)
		if !ok {
			list = []any{a.fields[k.key]}
		}
		for _, e := range list {
			name, label := "", k.label
			switch e := e.(type) {
			case string:
				name = e
			case map[string]any:
				name, _ = e["name"].(string)
				if role, ok := e["role"].(string); ok && role != "" {
					label = role
				}
			}
			if name = cjk.Collapse(name); name != "" {
				lines = append(lines, label+"："+name)
			}
		}
	}
	return lines
}

// timeNames are the variables under which scripts keep the time of publication;
// all but the first two hold timeStem.
var timeNames = []string{" ct", ",ct", "publish_time", "publishTime", "pubTime", "pubtime", "pub_time", "newsTime", "createTime"}

const timeStem = "ime"

// scriptTime looks for a time that a script assigns to a variable of a telling
// name. It is the last resort: such names also stand for other stories.
func (x *extraction) scriptTime() (stamp, bool) {
	var all, timed []string
	for _, src := range x.scripts() {
		if len(src) > maxScript {
			continue
		}
		all = append(all, src)
		if strings.Contains(src, timeStem) {
			timed = append(timed, src)
		}
	}
	for _, name := range timeNames {
		sources := all
		if strings.Contains(name, timeStem) {
			sources = timed
		}
		for _, src := range sources {
			if t, ok := x.assigned(src, name); ok {
				return t, true
			}
		}
	}
	return stamp{}, false
}

// assigned reads the time that src assigns to the variable or key of the name.
func (x *extraction) assigned(src, name string) (stamp, bool) {
	i := strings.Index(src, name)
	if i < 0 {
		return stamp{}, false
	}
	rest := strings.TrimLeft(src[i+len(name):], "\"' \t")
	if !strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, ":") {
		return stamp{}, false
	}
	rest = strings.TrimLeft(rest[1:], "\"' \t")
	value := rest[:min(len(rest), 40)]
	if end := strings.IndexAny(value, "\"',;}\n"); end >= 0 {
		value = value[:end]
	}
	if t, ok := unixStamp(value, x.clock.zone); ok {
		return t, true
	}
	t, ok := x.clock.first(value)
	return t, ok && t.Precision != article.PrecisionYear && t.Precision != ""
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
