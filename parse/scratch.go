package parse

import (
	"slices"
	"sync"
)

// scratch is the memory of one reading of a page. It goes back to a pool with
// the page: nothing in an article may lie in it.
type scratch struct {
	lines    []line
	pieces   []piece
	media    []media
	lineAt   []int32
	text     []byte
	flow     []byte
	hints    []hint
	topics   []topic
	content  []float64
	cost     []float64
	texts    []int32
	marks    []int32
	readings []reading
	keep     []bool
	captions []bool
	scanned  []field
	places   []place
	classes  classMemory
	kinds    []recordKind
	scripts  []string
	fields   []field // of the readings
	tallies  []tally
	runes    []int
	pictured []bool
	times    []stamp
	parted   []string
	offsets  []int
	stated   statedSet
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// The lines and nodes of the largest page whose memory is kept.
const (
	maxKeptLines = 1 << 13
	maxKeptNodes = 1 << 16
)

// memory is the scratches that one page uses: a reading that fails is followed
// by another.
type memory struct{ taken []*scratch }

func (m *memory) take() *scratch {
	s := scratches.Get().(*scratch)
	m.taken = append(m.taken, s)
	return s
}

// release gives the memory to pages to come. What it holds must not be used any
// more.
func (m *memory) release() {
	for _, s := range m.taken {
		if cap(s.lines) > maxKeptLines || cap(s.lineAt) > maxKeptNodes {
			continue
		}
		clear(s.lines)
		clear(s.readings)
		clear(s.scanned[:cap(s.scanned)])
		clear(s.classes[:])
		clear(s.kinds[:cap(s.kinds)])
		clear(s.scripts)
		clear(s.fields)
		clear(s.times[:cap(s.times)])
		clear(s.parted)
		clear(s.stated.titles)
		s.fields = s.fields[:0]
		scratches.Put(s)
	}
	m.taken = nil
}

// push appends v, and doubles a list that is full: append makes a long one only a
// quarter longer, so that it copies each element four times.
func push[T any](list []T, v T) []T {
	if len(list) == cap(list) {
		list = slices.Grow(list, len(list)+8)
	}
	return append(list, v)
}

// zeroed returns s with n zero values.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
