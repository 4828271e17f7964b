package dom

import "strings"

// slab gives out values from chunks, so that a page takes a few dozen
// allocations instead of one for each value. A chunk lives as long as any value
// in it.
type slab[T any] struct {
	chunk []T
	size  int // of the next chunk
}

// maxChunk bounds what a chunk may waste.
const maxChunk = 8192

func (s *slab[T]) grow(used int) {
	s.chunk = make([]T, used, max(s.size, 2*used))
	s.size = min(2*s.size, maxChunk)
}

// new returns a zero value.
func (s *slab[T]) new() *T {
	if len(s.chunk) == cap(s.chunk) {
		s.grow(0)
	}
	s.chunk = s.chunk[:len(s.chunk)+1]
	return &s.chunk[len(s.chunk)-1]
}

// append is append(run, v). A run that is not empty must be what append
// returned last.
func (s *slab[T]) append(run []T, v T) []T {
	if len(s.chunk) == cap(s.chunk) {
		s.grow(len(run))
		copy(s.chunk, run)
	}
	s.chunk = append(s.chunk, v)
	end := len(s.chunk)
	return s.chunk[end-len(run)-1 : end : end]
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
