package encoding

import (
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
	t := big5Pairs()
	text, rare, i := o.text, 0, 0
	for i < len(src) {
		lead := src[i]
		if lead < 0x80 {
			n := asciiPrefix(src[i:])
			text = append(text, src[i:i+n]...)
			i += n
			continue
		}
		if i+1 < len(src) {
			r := t[(uint16(lead)<<8|uint16(src[i+1]))&0x7fff]
			if r != 0 {
				text = utf8.AppendRune(text, r)
				if lead < 0xa1 || lead > 0xc6 {
					rare++
				}
				i += 2
				continue
			}
		}
		o.text = text
		n := big5Slow(o, src, i, atEnd)
		if text = o.text; n == 0 {
			break
		}
		rare++
		i += n
	}
	o.text, o.rare = text, o.rare+rare
	return i
}

// big5Slow decodes what is not in the table at offset i and returns the number
// of bytes used, 0 if more bytes are needed.
func big5Slow(o *output, src []byte, i int, atEnd bool) int {
	b := src[i:]
	if len(b) == 1 && !atEnd && b[0] != 0x80 && b[0] != 0xff {
		return 0
	}
	n := 1
	if len(b) > 1 && b[0] != 0x80 && b[0] != 0xff {
		code := uint16(b[0])<<8 | uint16(b[1])
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
	o.bad(i, n)
	return n
}
