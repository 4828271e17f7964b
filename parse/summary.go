package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A description that the metas state is the summary unless it is the text's own
// words, the headline's or the site's.

func (x *extraction) settleSummary(s *shown) {
	if s.summary != "" {
		x.art.Summary = s.summary
		return
	}
	v, key := x.metas.first("og:description", "description", "ld:description")
	if v == "" || len(x.art.Body) == 0 {
		return
	}
	k := cjk.Key(strings.TrimRight(v, ".…。 "))
	if len([]rune(k)) < 15 || strings.HasPrefix(cjk.Key(x.art.Title), k) || strings.Contains(k, cjk.Key(x.art.Title)) {
		return
	}
	begins, mostly := x.quotesText(k)
	if mostly || x.siteWords(v) || x.copied(v, begins) {
		return
	}
	x.art.Summary = v
	x.res.evidence(FieldSummary, "meta:"+key, v)
}

// quotesText reports whether a description, given by its key, begins like a
// paragraph or like the first ones joined, and whether one holds most of it.
func (x *extraction) quotesText(key string) (begins, mostly bool) {
	head, most := prefixRunes(key, 20), prefixBytes(key, len(key)*3/5)
	marks := marksOf(head)
	opening := ""
	for _, b := range x.art.Body {
		if b.Type != article.Paragraph {
			continue
		}
		if len(opening) < len(head) {
			opening += cjk.Key(prefixBytes(b.Text, 2*len(head)))
		}
		if marks.in(b.Text) {
			if text := cjk.Key(b.Text); strings.Contains(text, head) {
				return true, strings.Contains(text, most)
			}
		}
	}
	return strings.HasPrefix(opening, head), false
}

// copied reports whether each clause of a description stands in the first
// paragraphs: it is those, with some left out. Where it begins like the text, it is
// a copy if more than half of it stands in any paragraph.
func (x *extraction) copied(description string, begins bool) bool {
	const few, many, longest = 3, 60, 1500 // paragraphs, and bytes of a description
	own, all := ownWords(description, x.firstKeys(few))
	if begins && own*2 >= all && len(description) <= longest {
		own, all = ownWords(description, x.firstKeys(many))
		return own*2 < all
	}
	return begins || own == 0
}

// ownWords returns the length in runes of the clauses of a description that do not
// stand in a text, given by its key, and of all.
func ownWords(description, text string) (own, all int) {
	for c := range strings.FieldsFuncSeq(strings.TrimRight(description, ".…。 "), isClauseEnd) {
		key := cjk.Key(c)
		n := cjk.RuneCount(key)
		if all += n; !strings.Contains(text, key) {
			own += n
		}
	}
	return own, all
}

// firstKeys returns the key of the first n paragraphs.
func (x *extraction) firstKeys(n int) string {
	const longest = 2000 // bytes of each
	var key strings.Builder
	for _, b := range x.art.Body {
		if b.Type == article.Paragraph && n > 0 {
			key.WriteString(cjk.Key(prefixBytes(b.Text, longest)))
			n--
		}
	}
	return key.String()
}

// isClauseEnd reports whether r parts the clauses of a description.
func isClauseEnd(r rune) bool { return strings.ContainsRune("，。；！？,;（）() ", r) }

// siteWords reports whether a description is the site's and not the page's: it
// names the page's host, or begins with the name of the site and goes on with
// nothing of the headline.
func (x *extraction) siteWords(description string) bool {
	const alike = 4 // runes
	if own := absolute(x.art.URL); own != nil && strings.Contains(strings.ToLower(description), strings.TrimPrefix(own.Hostname(), "www.")) {
		return true
	}
	for _, name := range strings.FieldsFunc(x.art.Site+"_"+x.home, isSiteMark) {
		if rest, ok := strings.CutPrefix(description, name); ok && cjk.Measure(name).Han >= alike && commonPart(x.art.Title, rest) < alike {
			return true
		}
	}
	return false
}
