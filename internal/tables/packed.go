package tables

import (
	"compress/flate"
	"io"
	"strings"
)

// inflate undoes the compression of a table that is part of the program.
func inflate(data string) string {
	var b strings.Builder
	// The tests read every table; strings.Builder does not fail.
	_, _ = io.Copy(&b, flate.NewReader(strings.NewReader(data)))
	return b.String()
}

// A reader takes apart what the generator wrote.
type reader string

// varint reads groups of seven bits, the lowest first.
func (r *reader) varint() int {
	if c := (*r)[0]; c < 0x80 {
		*r = (*r)[1:]
		return int(c)
	}
	v := 0
	for shift := 0; ; shift += 7 {
		c := (*r)[0]
		*r = (*r)[1:]
		v |= int(c&0x7F) << shift
		if c < 0x80 {
			return v
		}
	}
}

func (r *reader) cut(n int) reader {
	head := (*r)[:n]
	*r = (*r)[n:]
	return head
}
