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
