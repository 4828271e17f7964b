package tables

import "sync"

// LookAlikes maps a rare character, or a radical, to the common characters
// that it may have been put for, the likeliest first: variants and characters
// of the same phonetic part and reading. It is decoded on first use and
// shared: callers must not write to it.
var LookAlikes = sync.OnceValue(func() map[rune][]rune {
	r := reader{data: inflate(lookAlikesData)}
	targets := make([]rune, r.varint())
	last := rune(0)
	for i := range targets {
		last += rune(r.varint())
		targets[i] = last
	}
	m := make(map[rune][]rune, len(r.data)/4)
	for from := rune(0); r.more(); {
		from += rune(r.varint())
		list := make([]rune, r.varint())
		for i := range list {
			list[i] = targets[r.varint()]
		}
		m[from] = list
	}
	return m
})
