package encoding

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

// big5Pairs maps the low 15 bits of a code of Big5 or HKSCS to its code point,
// 0 if it means nothing or is in [big5Double].
var big5Pairs = sync.OnceValue(func() *[1 << 15]rune {
	t := new([1 << 15]rune)
	eachPair(traditionalchinese.Big5.NewDecoder(), func(code uint16, r rune) { t[code&0x7fff] = r })
	return t
})

// big5Table is big5Pairs as decoding wants it.
var big5Table = sync.OnceValue(func() *pairTable {
	t := new(pairTable)
	for i, r := range big5Pairs() {
		if r != 0 {
			t.set(uint16(i), r)
		}
	}
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
	t := big5Table()
	i := 0
	for {
		i += t.fast(o, src[i:], big5Usual)
		if i == len(src) {
			break
		}
		n := big5Slow(o, src, i, atEnd)
		if i += n; n == 0 || o.broken() {
			break
		}
	}
	return i
}

// big5Usual are the lead bytes A1 to C6, of marks and the frequent hanzi.
var big5Usual = byteRange{top: 0x0080008000800080, from: 0x005f005f005f005f, beyond: 0x0039003900390039}

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
