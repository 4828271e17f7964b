package encoding

import (
	"errors"
	"fmt"
	"strings"
)

// ErrEdit is returned by [Apply] for an edit that does not fit the text.
var ErrEdit = errors.New("encoding: edit does not fit the text")

// Apply replays the edits of a [Report] on the text that was repaired. The
// edits must be in ascending order and apart, and each Old must stand at its
// Offset; otherwise Apply returns s and an error that wraps [ErrEdit].
func Apply(s string, edits []Edit) (string, error) {
	if len(edits) == 0 {
		return s, nil
	}
	size, at := len(s), 0
	for i, e := range edits {
		if e.Offset < at || e.Offset > len(s) || !strings.HasPrefix(s[e.Offset:], e.Old) {
			return s, fmt.Errorf("%w: edit %d at byte %d (%q)", ErrEdit, i, e.Offset, e.Old)
		}
		at = e.Offset + len(e.Old)
		size += len(e.New) - len(e.Old)
	}
	var b strings.Builder
	b.Grow(size)
	at = 0
	for _, e := range edits {
		b.WriteString(s[at:e.Offset])
		b.WriteString(e.New)
		at = e.Offset + len(e.Old)
	}
	b.WriteString(s[at:])
	return b.String(), nil
}

// A mapper turns offsets in the text behind edits into offsets in the text
// before them. Calls must ask for ascending offsets.
type mapper struct {
	edits []Edit
	next  int // first edit that ends behind the last offset asked for
	delta int // what the edits before it added
}

// end is where the next edit ends in the text behind the edits.
func (m *mapper) end() int { return m.edits[m.next].Offset + m.delta + len(m.edits[m.next].New) }

// back returns the offset before the edits; inside of an edit it is the start
// of what the edit replaced.
func (m *mapper) back(offset int) int {
	for m.next < len(m.edits) && m.end() <= offset {
		m.skip()
	}
	if m.next < len(m.edits) && m.edits[m.next].Offset+m.delta < offset {
		return m.edits[m.next].Offset
	}
	return offset - m.delta
}

func (m *mapper) skip() {
	e := m.edits[m.next]
	m.delta += len(e.New) - len(e.Old)
	m.next++
}

// compose returns the edits that do to s what first does to s, giving t, and
// second to t. Edits of both that touch the same text become one, of the kind
// of the first and with the lower confidence.
func compose(s, t string, first, second []Edit) []Edit {
	if len(first) == 0 {
		return second
	}
	var out []Edit
	m := mapper{edits: first}
	for i := 0; i < len(second); {
		e := second[i]
		for m.next < len(first) && m.end() <= e.Offset && (m.end() < e.Offset || len(e.Old) > 0) {
			out = append(out, first[m.next])
			m.skip()
		}
		// [from, to) is the stretch of t that edits of either side share.
		from, to := e.Offset, e.Offset+len(e.Old)
		start := from - m.delta
		joined := Edit{Kind: e.Kind, Confidence: e.Confidence}
		j, at := i, from
		var text strings.Builder
		for grown := true; grown; {
			grown = false
			for m.next < len(first) && first[m.next].Offset+m.delta < to {
				f := first[m.next]
				if b := f.Offset + m.delta; b < from {
					from, at, start = b, b, f.Offset
				}
				joined.Kind, joined.Confidence = f.Kind, min(joined.Confidence, f.Confidence)
				to, grown = max(to, m.end()), true
				m.skip()
			}
			for j < len(second) && second[j].Offset < to || j == i {
				text.WriteString(t[at:second[j].Offset])
				text.WriteString(second[j].New)
				joined.Confidence = min(joined.Confidence, second[j].Confidence)
				at = second[j].Offset + len(second[j].Old)
				to, grown = max(to, at), true
				j++
			}
		}
		text.WriteString(t[at:to])
		joined.Offset, joined.New = start, text.String()
		joined.Old = s[start : to-m.delta]
		if joined.Old != joined.New {
			out = append(out, joined)
		}
		i = j
	}
	return append(out, first[m.next:]...)
}
