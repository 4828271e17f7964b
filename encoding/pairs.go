package encoding

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// A pairTable maps the low 15 bits of a two-byte code to the UTF-8 of its code
// point, as a little-endian word; 0 if the code means nothing. The lead byte is
// 0x80 or more.
type pairTable [1 << 15]uint32

// set makes code mean r.
func (t *pairTable) set(code uint16, r rune) {
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], r)
	t[code&0x7fff] = binary.LittleEndian.Uint32(b[:])
}

// eachPair calls yield with each two-byte code that dec knows and the one code
// point that it means.
func eachPair(dec *encoding.Decoder, yield func(code uint16, r rune)) {
	var text [16]byte
	for code := 0x8140; code < 0xff00; code++ {
		dec.Reset()
		n, _, err := dec.Transform(text[:], []byte{byte(code >> 8), byte(code)}, true)
		if r, size := utf8.DecodeRune(text[:n]); err == nil && size == n && r >= 0x80 && r != utf8.RuneError {
			yield(uint16(code), r)
		}
	}
}

// at returns the entry of a code whose lead byte is the low one of swapped.
func (t *pairTable) at(swapped uint16) uint32 { return t[bits.ReverseBytes16(swapped)&0x7fff] }

// The lead byte of three in UTF-8, and the bits that tell it.
const (
	leadOfThree = 0xe0
	leadBits    = 0xf0
)

// fast decodes ASCII and codes of three bytes in UTF-8 up to the first byte
// that is neither, and returns the number of bytes used.
func (t *pairTable) fast(o *output, src []byte, usual byteRange) int {
	o.room(len(src))
	start := len(o.text)
	dst := o.text[start:cap(o.text)]
	i, n, rare := 0, 0, 0
scan:
	for i+9 <= len(src) {
		word := binary.LittleEndian.Uint64(src[i:])
		high := word & highBits
		if high == 0 {
			binary.LittleEndian.PutUint64(dst[n:], word)
			i, n = i+8, n+8
			continue
		}
		if high == highBits {
			// Most often, four codes.
			r0, r1 := t.at(uint16(word)), t.at(uint16(word>>16))
			r2, r3 := t.at(uint16(word>>32)), t.at(uint16(word>>48))
			if r0&r1&r2&r3&leadOfThree == leadOfThree && (r0|r1|r2|r3)&leadBits == leadOfThree {
				d := dst[n : n+16]
				binary.LittleEndian.PutUint32(d, r0)
				binary.LittleEndian.PutUint32(d[3:], r1)
				binary.LittleEndian.PutUint32(d[6:], r2)
				binary.LittleEndian.PutUint32(d[9:], r3)
				i, n = i+8, n+12
				rare += usual.misses(word)
				continue
			}
		}
		ascii := bits.TrailingZeros64(high) / 8
		binary.LittleEndian.PutUint64(dst[n:], word)
		i, n = i+ascii, n+ascii
		for {
			code := uint16(src[i]) | uint16(src[i+1])<<8
			r := t.at(code)
			if r&leadBits != leadOfThree {
				break scan
			}
			binary.LittleEndian.PutUint32(dst[n:], r)
			i, n = i+2, n+3
			rare += usual.misses(uint64(code) | commonPairs)
			if i+9 > len(src) || src[i] < 0x80 || binary.LittleEndian.Uint64(src[i:])&highBits == highBits {
				break
			}
		}
	}
	o.text, o.rare = o.text[:start+n], o.rare+rare
	return i
}

// commonPairs fills the upper three codes of a word with one that is common in
// every charset here.
const commonPairs = 0xa4a4a4a4a4a40000

// A byteRange says which lead or trail bytes are usual in a charset. In the four
// codes of a word it looks at the high bit of the bytes that top has: adding
// from to the rest of these bytes carries into it where the byte is in the range
// or above, adding beyond where it is above.
type byteRange struct{ top, from, beyond uint64 }

// misses counts the codes in word that are not usual.
func (r byteRange) misses(word uint64) int {
	low := word & (r.top - r.top>>7)
	return 4 - bits.OnesCount64((low+r.from)&^(low+r.beyond)&word&r.top)
}
