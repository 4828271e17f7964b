package dom

import (
	"slices"
	"strings"
)

// slab gives out values from chunks, so that a page takes a few allocations
// instead of one for each value.
type slab[T any] struct {
	chunk  []T // the one in use
	given  int // values of it
	chunks [][]T
	used   int // chunks
}

// The chunks of a slab grow from minChunk values, doubling so many times.
const (
	minChunk  = 512
	doublings = 4
)

func (s *slab[T]) next() {
	if s.used == len(s.chunks) {
		s.chunks = append(s.chunks, make([]T, minChunk<<min(s.used, doublings)))
	}
	s.chunk, s.given = s.chunks[s.used], 0
	s.used++
}

// new returns a zero value.
func (s *slab[T]) new() *T {
	if s.given == len(s.chunk) {
		s.next()
	}
	s.given++
	return &s.chunk[s.given-1]
}

// extend returns run and a zero value behind it. A run that is not empty must be
// what extend returned last, and shorter than a chunk.
func (s *slab[T]) extend(run []T) []T {
	if s.given == len(s.chunk) {
		s.next()
		s.given = copy(s.chunk, run)
	}
	s.given++
	return s.chunk[s.given-len(run)-1 : s.given : s.given]
}

// reset takes back all that was given out.
func (s *slab[T]) reset() {
	for i := range s.used - 1 {
		clear(s.chunks[i])
	}
	clear(s.chunk[:s.given])
	s.chunk, s.given, s.used = nil, 0, 0
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

// newlines returns s with LF for each CR and CR LF. Most texts that have one are
// white space, and begin with it.
func (a *arena) newlines(s string) string {
	i := strings.IndexByte(s, '\r')
	if i == 0 && strings.HasPrefix(s, "\r\n") {
		if i = strings.IndexByte(s[1:], '\r'); i < 0 {
			return s[1:]
		}
		s = s[1:]
	}
	if i < 0 {
		return s
	}
	start := a.begin(len(s))
	for ; i >= 0; i = strings.IndexByte(s, '\r') {
		a.b.WriteString(s[:i])
		a.b.WriteByte('\n')
		s = strings.TrimPrefix(s[i+1:], "\n")
	}
	a.b.WriteString(s)
	return a.since(start)
}

// push is append for slices that may grow large: it always doubles them.
func push[T any](s []T, v T) []T {
	if len(s) == cap(s) {
		s = slices.Grow(s, len(s)+16)
	}
	return append(s, v)
}
