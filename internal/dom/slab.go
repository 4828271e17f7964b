package dom

import (
	"slices"
	"strings"
)

// slab gives out values from chunks, so that a page takes a few allocations
// instead of one for each value.
type slab[T any] struct {
	chunks [][]T
	cur    int // the chunk in use; those behind it are empty
}

// The chunks of a slab grow from minChunk values, doubling so many times.
const (
	minChunk  = 512
	doublings = 4
)

// tail returns the chunk with room for one more value, which begins with the
// run that was given out last, if that has to move.
func (s *slab[T]) tail(run []T) *[]T {
	if s.cur < len(s.chunks) {
		if c := &s.chunks[s.cur]; len(*c) < cap(*c) {
			return c
		}
		s.cur++
	}
	if s.cur == len(s.chunks) {
		s.chunks = append(s.chunks, make([]T, 0, minChunk<<min(s.cur, doublings)))
	}
	c := &s.chunks[s.cur]
	*c = append(*c, run...)
	return c
}

// new returns a zero value.
func (s *slab[T]) new() *T {
	c := s.tail(nil)
	n := len(*c)
	*c = (*c)[:n+1]
	return &(*c)[n]
}

// append is append(run, v). A run that is not empty must be what append
// returned last, and shorter than a chunk.
func (s *slab[T]) append(run []T, v T) []T {
	c := s.tail(run)
	*c = append(*c, v)
	end := len(*c)
	return (*c)[end-len(run)-1 : end : end]
}

// reset takes back all that was given out.
func (s *slab[T]) reset() {
	for i := range s.chunks[:min(s.cur+1, len(s.chunks))] {
		c := &s.chunks[i]
		clear(*c)
		*c = (*c)[:0]
	}
	s.cur = 0
}

// arena holds the decoded strings of a page in a few buffers.
type arena struct{ b strings.Builder }

const arenaChunk = 4096

// begin makes room for n bytes and returns where they will stand.
func (a *arena) begin(n int) int {
	if a.b.Cap()-a.b.Len() < n {
		a.b = strings.Builder{}
		a.b.Grow(max(n, arenaChunk))
	}
	return a.b.Len()
}

// since returns what was written since begin returned start.
func (a *arena) since(start int) string { return a.b.String()[start:] }

// lower returns s in ASCII lower case, s itself if it is.
func (a *arena) lower(s string) string {
	for i := range len(s) {
		if isUpper(s[i]) {
			return a.lowered(s)
		}
	}
	return s
}

func (a *arena) lowered(s string) string {
	if known := foldedAtom(s); known != 0 {
		return known.String()
	}
	start := a.begin(len(s))
	for i := range len(s) {
		c := s[i]
		if isUpper(c) {
			c |= 0x20
		}
		a.b.WriteByte(c)
	}
	return a.since(start)
}

// push is append for slices that may grow large: it always doubles them.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		s = slices.Grow(s, len(s)+16)
	}
	return append(s, v)
}
