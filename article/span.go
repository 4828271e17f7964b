package article

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// compareSpans is the order of spans within a block. The kind decides last, so
// that the order of spans over the same text does not depend on the input.
func compareSpans(s, t Span) int {
	return cmp.Or(
		cmp.Compare(s.Start, t.Start),
		cmp.Compare(t.End, s.End),
		cmp.Compare(s.Kind, t.Kind),
	)
}

// openSpans are the spans around a place in the text, outermost first.
type openSpans []Span

// closeBefore drops the spans that end at or before an offset.
func (o *openSpans) closeBefore(offset int) {
	for len(*o) > 0 && (*o)[len(*o)-1].End <= offset {
		*o = (*o)[:len(*o)-1]
	}
}

// holds reports whether a span may open here: it must end within the innermost
// open one, and a link does not stand in a link.
func (o openSpans) holds(s Span) bool {
	if len(o) > 0 && s.End > o[len(o)-1].End {
		return false
	}
	return s.Kind != SpanLink || !slices.ContainsFunc(o, isLink)
}

func isLink(s Span) bool { return s.Kind == SpanLink }

// normalizeSpans brings the spans of text into the form that [Span] describes,
// in place. A span that runs over the end of one around its start is cut there;
// what marks nothing, or is a link within a link, is dropped.
func normalizeSpans(text string, spans []Span) []Span {
	for i := range spans {
		s := &spans[i]
		s.URL = clean(s.URL, oneLine)
		if s.Kind != SpanLink {
			s.URL = ""
		}
		s.Start, s.End = runeStart(text, s.Start), runeStart(text, s.End)
	}
	spans = slices.DeleteFunc(spans, func(s Span) bool {
		return s.Start >= s.End || s.Kind == SpanLink && s.URL == ""
	})
	slices.SortStableFunc(spans, compareSpans)
	var open openSpans
	kept := spans[:0]
	for _, s := range spans {
		open.closeBefore(s.Start)
		if len(open) > 0 {
			s.End = min(s.End, open[len(open)-1].End)
		}
		if open.holds(s) {
			kept = append(kept, s)
			open = append(open, s)
		}
	}
	slices.SortStableFunc(kept, compareSpans)
	kept = slices.CompactFunc(kept, func(s, t Span) bool { return compareSpans(s, t) == 0 })
	return nilIfEmpty(kept)
}

// runeStart moves offset into text, and back to the start of a rune.
func runeStart(text string, offset int) int {
	offset = max(0, min(offset, len(text)))
	for offset > 0 && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return offset
}
