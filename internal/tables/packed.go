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
type reader struct {
	data string
	at   int
}

func (r *reader) more() bool { return r.at < len(r.data) }

func (r *reader) byte() byte {
	c := r.data[r.at]
	r.at++
	return c
}

// varint reads groups of seven bits, the lowest first.
func (r *reader) varint() int {
	c := r.byte()
	v := int(c & 0x7F)
	for shift := 7; c >= 0x80; shift += 7 {
		c = r.byte()
		v |= int(c&0x7F) << shift
	}
	return v
}

// cut returns a reader of the next n bytes, which r passes over.
func (r *reader) cut(n int) reader {
	r.at += n
	return reader{data: r.data[r.at-n : r.at]}
}
