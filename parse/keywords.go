package parse

import (
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// ldKeywords is the key of the keywords of JSON-LD.
const ldKeywords = "ld:keywords"

// settleKeywords takes the keywords that the page prints, else those of its metas,
// else its tags.
func (x *extraction) settleKeywords(s *shown) {
	if len(s.keywords) > 1 {
		s.keywords = splitWords(strings.Join(s.keywords, ",")) // a tag may stand on two lines
	}
	x.art.Keywords = s.keywords
	if len(s.keywords) > 0 {
		if v, _ := x.metas.first("keywords"); holdsAll(splitWords(v), s.keywords) {
			x.art.Keywords = splitWords(v) // the page shows a choice of them
		}
		return
	}
	if tags := x.metas.joined("article:tag"); tags != "" {
		x.art.Keywords = splitWords(tags)
		return
	}
	v, key := x.metas.first("keywords", "news_keywords", ldKeywords)
	if key == ldKeywords {
		v = x.metas.joined(key) // one for each element of a list
	}
	if words := x.ownKeywords(splitWords(v)); len(words) > 1 || len(words) == 1 && len(words[0]) < 40 {
		x.art.Keywords = words
		return
	}
	tags := x.tags()
	if tags == nil {
		tags = x.relTags()
	}
	if tags != nil {
		x.art.Keywords = tags
		x.res.evidence(FieldKeywords, "tags", strings.Join(tags, ","))
	}
}

// ownKeywords returns the keywords of a meta that speak of the page: without the
// title element, which names the site as well, and none if they speak of the site.
func (x *extraction) ownKeywords(words []string) []string {
	if x.ofSite(words) || x.standing(words) {
		return nil
	}
	title := cjk.Key(x.metas.docTitle)
	return slices.DeleteFunc(words, func(w string) bool {
		key := cjk.Key(w)
		return key == title && key != x.titleKey
	})
}

// ofSite reports whether the keywords of a meta begin with the site's name, and none
// of the first ones comes in the headline or the text: they stand on every page.
func (x *extraction) ofSite(words []string) bool {
	if len(words) == 0 {
		return false
	}
	site := cjk.Key(words[0])
	if strings.Contains(x.titleKey, site) || !cjk.HasKey(x.metas.value("og:site_name"), site) && !strings.Contains(x.homeKey, site) {
		return false
	}
	const first, leastHan = 8, 3 // a shorter word may come by chance
	for _, w := range words[1:min(len(words), first)] {
		if strings.Contains(x.titleKey, cjk.Key(w)) || cjk.Measure(w).Han >= leastHan && !x.phr.outlet(w) && x.inText(w) {
			return false
		}
	}
	return true
}

// standing reports whether many keywords of a meta have nothing in common with headline
// and section, and hardly any with the text: they stand on every page.
func (x *extraction) standing(words []string) bool {
	const least, first, alike, chance = 5, 16, 2, 8
	if len(words) < least {
		return false
	}
	words = words[:min(len(words), first)]
	found := 0
	for _, w := range words {
		if x.inText(w) {
			found++
		}
		if found*chance >= len(words) || strings.Contains(x.titleKey, cjk.Key(w)) || slices.Contains(x.art.Section, w) {
			return false
		}
	}
	return !slices.ContainsFunc(words, func(w string) bool { return commonPart(w, x.art.Title) >= alike })
}

// inText reports whether a line of the text holds a word.
func (x *extraction) inText(word string) bool {
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] && strings.Contains(x.lines[i].text, word) {
			return true
		}
	}
	return false
}

// relTags returns the names of the first links behind the headline that say of
// themselves that they lead to a tag, and of those on the lines behind.
func (x *extraction) relTags() (words []string) {
	const near = 20 // lines behind the text
	for i := max(x.title.line+1, 0); i < min(x.textEnd+near, len(x.lines)); i++ {
		if x.lines[i].link == 0 && len(words) == 0 {
			continue
		}
		n := len(words)
		for _, a := range x.lineLinks(i) {
			if !strings.EqualFold(dom.Attr(x.tree.Nodes[a], "rel"), "tag") {
				continue
			}
			if word, ok := tagName(dom.Text(x.tree.Nodes[a])); ok && !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
		if n > 0 && len(words) == n {
			break
		}
	}
	return words
}

// tags returns the names of the links of an element behind the headline whose
// class says that it holds tags, or the words behind hashes or the items of a list in
// it: two or more, and nothing else.
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

// tagsIn returns the tags in an element, nil if it holds other text that is not
// linked, or longer names than tags have.
func (x *extraction) tagsIn(id int32) (words []string) {
	r := x.region(id)
	for i := r.from; i < r.to; i++ {
		if hashed := hashWords(x.lines[i].text); hashed != nil && x.lines[i].link == 0 {
			words = append(words, hashed...)
			continue
		}
		if word, ok := tagName(x.lines[i].text); ok && x.lines[i].link == 0 && x.tree.Is(x.lines[i].block, atom.Li) && !x.isTagLabel(word) {
			words = append(words, word)
			continue
		}
		if rest := strings.Trim(x.unlinked(i), ",，、|｜/ 　"); rest != "" && !x.isTagLabel(rest) {
			return nil
		}
	}
	for v := id; v < x.tree.End[id]; v++ {
		if !x.tree.Is(v, atom.A) {
			continue
		}
		word, ok := tagName(dom.Text(x.tree.Nodes[v]))
		if !ok {
			return nil
		}
		if word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return words
}

// unlinked returns the text of line i outside of links.
func (x *extraction) unlinked(i int) string {
	var b strings.Builder
	for _, p := range x.pieces[x.lines[i].pieces[0]:x.lines[i].pieces[1]] {
		if !x.tree.Link(p.node) {
			b.WriteString(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		}
	}
	return cjk.Collapse(b.String())
}

// tagName returns the name of a tag, and whether it is no longer than those are.
func tagName(s string) (name string, ok bool) {
	const longest = 20 // runes
	name = cjk.Collapse(strings.Trim(s, hashes+" "))
	m := cjk.Measure(name)
	return name, m.Runes <= longest && m.Clause == 0
}

// hashes stand before a tag, and behind it as well on some platforms.
const hashes = "#＃"

var hashMarks = strings.Split(hashes, "")

// hashWords returns the tags that a line consists of, nil if it has other words:
// #江桥 #通车, #江桥#.
func hashWords(s string) (words []string) {
	const longest = 200 // bytes
	if len(s) > longest || !hasAnyPrefix(s, hashMarks) {
		return nil
	}
	for w := range strings.FieldsSeq(s) {
		if !hasAnyPrefix(w, hashMarks) {
			return nil
		}
		tags := strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune(hashes, r) })
		if len(tags) == 0 {
			return nil
		}
		for _, t := range tags {
			if name, ok := tagName(t); !ok || cjk.Measure(name).Han < 2 {
				return nil
			}
		}
		words = append(words, tags...)
	}
	return words
}

// hashField is the field of a line of tags behind hashes. There may be many such
// lines.
func hashField(words []string) field {
	return field{kind: fieldLabel, label: labelKeywords, printed: hashes, value: strings.Join(words, ",")}
}

// isTagLabel reports whether a text is the label of keywords alone.
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
