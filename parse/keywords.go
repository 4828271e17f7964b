package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// settleKeywords takes the keywords that the page prints, else those of its metas,
// else its tags.
func (x *extraction) settleKeywords(s *shown) {
	x.art.Keywords = s.keywords
	if len(s.keywords) > 0 {
		if v, _ := x.metas.first("keywords"); holdsAll(splitWords(v), s.keywords) {
			x.art.Keywords = splitWords(v) // the page shows a choice of them
		}
		return
	}
	if tags := slices.Collect(x.metas.all("article:tag")); len(tags) > 0 {
		x.art.Keywords = splitWords(strings.Join(tags, ","))
		return
	}
	if v, _ := x.metas.first("keywords", "news_keywords", "ld:keywords"); v != "" {
		if words := splitWords(v); len(words) > 1 || len(words) == 1 && len(words[0]) < 40 {
			x.art.Keywords = words
		}
		return
	}
	if tags := x.tags(); tags != nil {
		x.art.Keywords = tags
		x.res.evidence(FieldKeywords, "tags", strings.Join(tags, ","))
	}
}

// tags returns the names of the links of an element behind the headline whose
// class says that it holds tags: two or more, and nothing else.
func (x *extraction) tags() []string {
	t := x.title.line
	if t < 0 || t >= len(x.lines) { // a text has no elements
		return nil
	}
	for id := x.lines[t].last; int(id) < len(x.tree.Nodes); id++ {
		if x.topics[id]&topicTags == 0 {
			continue
		}
		if words := x.tagsIn(id); len(words) > 1 {
			return words
		}
		id = x.tree.End[id] - 1
	}
	return nil
}

// tagsIn returns the names of the links in an element, nil if it holds text that
// is not linked, or longer names than tags have.
func (x *extraction) tagsIn(id int32) (words []string) {
	const longest = 20 // runes
	r := x.region(id)
	for i := r.from; i < r.to; i++ {
		if l := &x.lines[i]; l.plain() > 0 && !x.isTagLabel(l.text) {
			return nil
		}
	}
	for v := id; v < x.tree.End[id]; v++ {
		if !x.tree.Is(v, atom.A) {
			continue
		}
		word := cjk.Collapse(strings.Trim(dom.Text(x.tree.Nodes[v]), "#＃ "))
		if m := cjk.Measure(word); m.Runes > longest || m.Clause > 0 {
			return nil
		}
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// isTagLabel reports whether a line is the label of keywords alone.
func (x *extraction) isTagLabel(s string) bool {
	word, kind, ok := x.phr.labels.prefix(s)
	return ok && kind == labelKeywords && strings.Trim(s[len(word):], "：: ") == ""
}

func holdsAll(list, some []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(list, s) })
}

// splitWords splits a list of keywords.
func splitWords(s string) (words []string) {
	sep := ",，;；、|｜/" + elementBorder
	if !strings.ContainsAny(s, sep) {
		sep = " 　"
	}
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(sep, r) }) {
		if w = cjk.Collapse(w); w != "" && !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}
