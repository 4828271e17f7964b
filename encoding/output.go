package encoding

import (
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"
)

const (
	replacement = "\uFFFD"
	highBits    = 0x8080808080808080
)

// An output collects what a decoder makes of the source.
type output struct {
	text   []byte
	damage []Damage
	base   int  // offset in the source of the bytes that the decoder sees
	hz     bool // HZ is between ~{ and ~}

	// strict stops the decoder behind the first damage.
	strict bool

	// most is how many damages are kept, 0 for all; bads counts them all.
	most, bads int

	// dropped counts the bytes of text that were there and are no more.
	dropped int

	// rare counts the units outside the common part of the charset, which tell
	// of fragments in another charset.
	rare int
}

var scratch = sync.Pool{New: func() any { return new(output) }}

// newOutput returns an empty output with the memory of an earlier one.
func newOutput() *output { return scratch.Get().(*output) }

// free gives the memory of o.text back for the next output.
func (o *output) free() {
	const keep = 4 << 20 // a page larger than this is too rare to keep memory for
	if cap(o.text) <= keep {
		*o = output{text: o.text[:0]}
		scratch.Put(o)
	}
}

// bad records that n bytes at offset i of the decoder's input mean nothing.
func (o *output) bad(i, n int) {
	if o.bads++; o.most == 0 || o.bads <= o.most {
		o.damage = append(o.damage, Damage{Offset: o.base + i, Len: n, Text: o.dropped + len(o.text)})
	}
	o.text = append(o.text, replacement...)
}

// broken reports whether the decoder has to stop.
func (o *output) broken() bool { return o.strict && o.bads > 0 }

// manyDamages is more than a page has whose charset is right.
const manyDamages = 1 << 12

// complete runs decode, which fills o. If that met so much damage that o did not
// keep all of it, decode runs again with room for as much: a list of millions
// that grows on the way is copied many times over.
func (o *output) complete(decode func()) {
	o.most = manyDamages
	if decode(); o.bads <= o.most {
		return
	}
	*o = output{text: o.text[:0], base: o.base, damage: make([]Damage, 0, o.bads)}
	decode()
}

// A decodeFunc decodes src to the end of o.text and returns how many bytes it
// used. Unless atEnd, it leaves an incomplete character for the next call.
type decodeFunc func(o *output, src []byte, atEnd bool) int

// wholeInput tells a decodeFunc that nothing follows what it gets.
const wholeInput = true

// decoderOf returns nil if c is not a charset of this package.
func decoderOf(c Charset) decodeFunc {
	switch c {
	case UTF8:
		return decodeUTF8
	case GBK, GB18030:
		return decodeGB18030
	case Big5:
		return decodeBig5
	case HZ:
		return decodeHZ
	case UTF16LE:
		return decodeUTF16LE
	case UTF16BE:
		return decodeUTF16BE
	}
	return nil
}

// asciiPrefix returns the number of leading bytes of b below 0x80.
func asciiPrefix[T []byte | string](b T) int {
	all := len(b)
	for len(b) >= 32 && (word(b[:8])|word(b[8:16])|word(b[16:24])|word(b[24:32]))&highBits == 0 {
		b = b[32:]
	}
	for ; len(b) >= 8; b = b[8:] {
		if high := word(b[:8]) & highBits; high != 0 {
			return all - len(b) + bits.TrailingZeros64(high)/8
		}
	}
	for len(b) > 0 && b[0] < utf8.RuneSelf {
		b = b[1:]
	}
	return all - len(b)
}

func isASCII(s string) bool { return asciiPrefix(s) == len(s) }

// word reads eight bytes of b; the compiler makes one load of it.
func word[T []byte | string](b T) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// room makes room in o.text for what n bytes of two-byte codes and ASCII
// become, and for the 16 bytes that the fast paths write at a time.
func (o *output) room(n int) {
	o.text = slices.Grow(o.text, n+n/2+16)
}
