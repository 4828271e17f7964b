package encoding

import (
	"encoding/binary"
	"math/bits"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

// big5Pairs maps the low 15 bits of a Big5 code to its code point, 0 if it has
// none or is in [big5Double].
var big5Pairs = sync.OnceValue(func() *[1 << 15]rune {
	t := new([1 << 15]rune)
	eachPair(traditionalchinese.Big5.NewDecoder(), func(code uint16, r rune) { t[code&0x7fff] = r })
	return t
})

// big5Double are the codes that mean a letter with a combining mark.
var big5Double = [...]struct {
	code uint16
	text string
}{
	{0x8862, "\u00ca\u0304"},
	{0x8864, "\u00ca\u030c"},
	{0x88a3, "\u00ea\u0304"},
	{0x88a5, "\u00ea\u030c"},
}

// decodeBig5 follows the WHATWG decoder of Big5, which includes HKSCS.
func decodeBig5(o *output, src []byte, atEnd bool) int {
	i := 0
	for {
		i += big5Fast(o, src[i:])
		if i == len(src) {
			break
		}
		n := big5Slow(o, src, i, atEnd)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// big5Fast is gbFast for Big5.
func big5Fast(o *output, src []byte) int {
	t := big5Pairs()
	o.room(len(src))
	start := len(o.text)
	dst := o.text[start:cap(o.text)]
	i, n, rare := 0, 0, 0
	for i+9 <= len(src) {
		word := binary.LittleEndian.Uint64(src[i:])
		if word&highBits == 0 {
			binary.LittleEndian.PutUint64(dst[n:], word)
			i, n = i+8, n+8
			continue
		}
		if byte(word) < 0x80 {
			ascii := bits.TrailingZeros64(word&highBits) / 8
			binary.LittleEndian.PutUint64(dst[n:], word)
			i, n = i+ascii, n+ascii
		}
		lead := src[i]
		r := uint32(t[(uint16(lead)<<8|uint16(src[i+1]))&0x7fff])
		if r < 0x800 || r > 0xffff {
			break
		}
		binary.LittleEndian.PutUint32(dst[n:], threeBytes(r))
		i, n = i+2, n+3
		if lead < 0xa1 || lead > 0xc6 {
			rare++
		}
	}
	o.text, o.rare = o.text[:start+n], o.rare+rare
	return i
}

// big5Slow decodes what is not in the table at offset i and returns the number
// of bytes used, 0 if more bytes are needed.
func big5Slow(o *output, src []byte, i int, atEnd bool) int {
	b := src[i:]
	if b[0] < 0x80 {
		o.text = append(o.text, b[0])
		return 1
	}
	o.rare++
	n := 1
	if b[0] != 0x80 && b[0] != 0xff {
		if len(b) == 1 && !atEnd {
			return 0
		}
		if len(b) > 1 {
			code := uint16(b[0])<<8 | uint16(b[1])
			if r := big5Pairs()[code&0x7fff]; r != 0 {
				o.text = utf8.AppendRune(o.text, r)
				return 2
			}
			for _, d := range big5Double {
				if d.code == code {
					o.text = append(o.text, d.text...)
					return 2
				}
			}
			if b[1] >= 0x80 {
				n = 2
			}
		}
	}
	o.bad(i, n)
	return n
}
