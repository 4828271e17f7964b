package encoding

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbRanges are the two-byte codes of the WHATWG index gb18030 that x/text
// lacks: the vertical forms and hanzi that Unicode took in after GB 18030-2000,
// and the private-use areas. Each row is count codes from code on, which mean
// the code points from r on.
var gbRanges = [...]struct{ code, count, r uint16 }{
	{0xa140, 96, 0xe4c6}, {0xa240, 96, 0xe526}, {0xa2ab, 6, 0xe766}, {0xa2e4, 1, 0xe76d},
	{0xa2ef, 2, 0xe76e}, {0xa2fd, 2, 0xe770}, {0xa340, 95, 0xe586}, {0xa440, 96, 0xe5e6},
	{0xa4f4, 11, 0xe772}, {0xa540, 96, 0xe646}, {0xa5f7, 8, 0xe77d}, {0xa640, 96, 0xe6a6},
	{0xa6b9, 8, 0xe785}, {0xa6d9, 1, 0xfe10}, {0xa6da, 1, 0xfe12}, {0xa6db, 1, 0xfe11},
	{0xa6dc, 4, 0xfe13}, {0xa6ec, 2, 0xfe17}, {0xa6f3, 1, 0xfe19}, {0xa6f6, 9, 0xe797},
	{0xa740, 96, 0xe706}, {0xa7c2, 15, 0xe7a0}, {0xa7f2, 13, 0xe7af}, {0xa896, 11, 0xe7bc},
	{0xa8bc, 1, 0x1e3f}, {0xa8c1, 4, 0xe7c9}, {0xa8ea, 21, 0xe7cd}, {0xa958, 1, 0xe7e2},
	{0xa95b, 1, 0xe7e3}, {0xa95d, 3, 0xe7e4}, {0xa997, 13, 0xe7f4}, {0xa9f0, 15, 0xe801},
	{0xaaa1, 94, 0xe000}, {0xaba1, 94, 0xe05e}, {0xaca1, 94, 0xe0bc}, {0xada1, 94, 0xe11a},
	{0xaea1, 94, 0xe178}, {0xafa1, 94, 0xe1d6}, {0xd7fa, 5, 0xe810}, {0xf8a1, 94, 0xe234},
	{0xf9a1, 94, 0xe292}, {0xfaa1, 94, 0xe2f0}, {0xfba1, 94, 0xe34e}, {0xfca1, 94, 0xe3ac},
	{0xfda1, 94, 0xe40a}, {0xfe51, 3, 0xe816}, {0xfe59, 1, 0x9fb4}, {0xfe61, 1, 0x9fb5},
	{0xfe66, 2, 0x9fb6}, {0xfe6c, 1, 0xe831}, {0xfe6d, 1, 0x9fb8}, {0xfe76, 1, 0xe83b},
	{0xfe7e, 1, 0x9fb9}, {0xfe90, 1, 0x9fba}, {0xfe91, 1, 0xe855}, {0xfea0, 1, 0x9fbb},
	{0xfea1, 94, 0xe468},
}

// gbMoved are the private-use code points that GB 18030-2000 gave to codes
// which now have an assigned character (or, A3A0, the ideographic space); no
// code means them any more.
var gbMoved = [...]uint16{
	0xe5e5, 0xe78d, 0xe78e, 0xe78f, 0xe790, 0xe791, 0xe792, 0xe793, 0xe794, 0xe795, 0xe796,
	0xe81e, 0xe826, 0xe82b, 0xe82c, 0xe832, 0xe843, 0xe854, 0xe864,
}

// A doubleByte maps the low 15 bits of a two-byte code to its code point, 0 if
// it means nothing.
type doubleByte [1 << 15]uint16

// gbPairs is the two-byte part of gb18030.
var gbPairs = sync.OnceValue(func() *doubleByte {
	t := new(doubleByte)
	eachPair(simplifiedchinese.GB18030.NewDecoder(), func(code uint16, r rune) { t[code&0x7fff] = uint16(r) })
	for _, x := range gbRanges {
		for i, code := uint16(0), x.code; i < x.count; i++ {
			t[code&0x7fff] = x.r + i
			if code++; code&0xff == 0x7f {
				code++
			}
		}
	}
	return t
})

// gbTable is gbPairs as decoding wants it.
var gbTable = sync.OnceValue(func() *pairTable {
	t := new(pairTable)
	for i, r := range gbPairs() {
		if r != 0 {
			t.set(uint16(i), rune(r))
		}
	}
	return t
})

const (
	gbLinear      = 39420  // four-byte codes of the basic plane
	gbAstral      = 189000 // 0x90308130, the code of U+10000
	gbLinearM     = 7457   // 0x8135f437, which was U+1E3F until A8BC took it
	gbPrivateM    = 0xe7c7
	gbMovedHanzi0 = 0x9fb4 // the assigned successors of gbMoved have
	gbMovedHanzi1 = 0x9fbb // four-byte codes as well
	gbMovedForm0  = 0xfe10
	gbMovedForm1  = 0xfe19
)

// gbQuads lists the code points of the four-byte codes of the basic plane in
// the order of the codes: what the two-byte codes leave, ascending.
var gbQuads = sync.OnceValue(func() *[gbLinear]uint16 {
	var taken [1 << 16]bool
	for _, r := range gbPairs() {
		moved := r >= gbMovedHanzi0 && r <= gbMovedHanzi1 || r >= gbMovedForm0 && r <= gbMovedForm1
		taken[r] = taken[r] || !moved
	}
	for _, r := range gbMoved {
		taken[r] = true
	}
	taken[0x1e3f], taken[gbPrivateM] = false, true
	quads, n := new([gbLinear]uint16), 0
	for r := 0x80; r <= 0xffff && n < len(quads); r++ {
		if !taken[r] && (r < 0xd800 || r > 0xdfff) {
			quads[n] = uint16(r)
			n++
		}
	}
	quads[gbLinearM] = gbPrivateM
	return quads
})

// decodeGB18030 follows the WHATWG decoder of gb18030, which is gbk's as well.
func decodeGB18030(o *output, src []byte, atEnd bool) int {
	t := gbTable()
	i := 0
	for {
		i += t.fast(o, src[i:], gbUsual)
		if i == len(src) {
			break
		}
		n := gbSlow(o, src, i, atEnd)
		if i += n; n == 0 || o.broken() {
			break
		}
	}
	return i
}

// gbUsual are the trail bytes of GB 2312, from A1 on.
var gbUsual = byteRange{top: 0x8000800080008000, from: 0x5f005f005f005f00}

// gbSlow decodes what is not in the table at offset i: the euro sign of gbk,
// four-byte codes and damage. It returns the number of bytes used, 0 if more
// bytes are needed.
func gbSlow(o *output, src []byte, i int, atEnd bool) int {
	b := src[i:]
	if b[0] < 0x80 {
		o.text = append(o.text, b[0])
		return 1
	}
	if b[0] == 0x80 {
		o.text = append(o.text, "€"...)
		return 1
	}
	if len(b) > 1 {
		if r := gbPairs()[(uint16(b[0])<<8|uint16(b[1]))&0x7fff]; r != 0 {
			o.text = utf8.AppendRune(o.text, rune(r))
			return 2
		}
	}
	o.rare++
	r, n := gbCode(b)
	switch {
	case n == 0 && !atEnd:
		return 0
	case n == 0:
		n = len(b)
		o.bad(i, n)
	case r < 0:
		o.bad(i, n)
	default:
		o.text = utf8.AppendRune(o.text, r)
	}
	return n
}

// gbCode reads the code at the start of b. If it means nothing, r is negative
// and n the number of bytes that one replacement stands for: the lead byte
// alone where the bytes behind it may begin something new. n is 0 if b is too
// short to say.
func gbCode(b []byte) (r rune, n int) {
	switch {
	case b[0] == 0x80 || b[0] == 0xff:
		return -1, 1
	case len(b) < 2:
		return -1, 0
	case b[1] < 0x30 || b[1] > 0x39:
		if b[1] < 0x80 {
			return -1, 1
		}
		return -1, 2
	case len(b) < 3:
		return -1, 0
	case b[2] < 0x81 || b[2] > 0xfe:
		return -1, 1
	case len(b) < 4:
		return -1, 0
	case b[3] < 0x30 || b[3] > 0x39:
		return -1, 1
	}
	pointer := ((int(b[0]-0x81)*10+int(b[1]-0x30))*126+int(b[2]-0x81))*10 + int(b[3]-0x30)
	switch {
	case pointer < gbLinear:
		return rune(gbQuads()[pointer]), 4
	case pointer >= gbAstral && pointer < gbAstral+0x100000:
		return rune(0x10000 + pointer - gbAstral), 4
	}
	return -1, 4
}
