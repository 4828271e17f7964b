package encoding

import (
	"bytes"
	"unicode/utf8"
)

// decodeHZ reads RFC 1843: GB 2312 in seven bits between ~{ and ~}, ~~ for a
// tilde, and a tilde before a line end for nothing. A line end closes what ~{
// opened, so that a lost ~} costs no more than its line.
func decodeHZ(o *output, src []byte, atEnd bool) int {
	i := 0
	for i < len(src) {
		n := 0
		switch {
		case src[i] == '~':
			n = hzEscape(o, src, i, atEnd)
		case o.hz:
			n = hzPair(o, src, i, atEnd)
		default:
			n = hzASCII(o, src, i)
		}
		if i += n; n == 0 || o.broken() {
			break
		}
	}
	return i
}

func hzASCII(o *output, src []byte, i int) int {
	b := src[i:]
	if b[0] >= 0x80 {
		o.bad(i, 1)
		return 1
	}
	n := len(b)
	if tilde := bytes.IndexByte(b, '~'); tilde >= 0 {
		n = tilde // first, or the rest of the page would be read at each escape
	}
	n = asciiPrefix(b[:n])
	o.text = append(o.text, b[:n]...)
	return n
}

func hzEscape(o *output, src []byte, i int, atEnd bool) int {
	b := src[i:]
	if len(b) == 1 {
		if !atEnd {
			return 0
		}
		o.bad(i, 1)
		return 1
	}
	switch {
	case b[1] == '{' && !o.hz:
		o.hz = true
	case b[1] == '}' && o.hz:
		o.hz = false
	case b[1] == '~' && !o.hz:
		o.text = append(o.text, '~')
	case b[1] == '\n' && !o.hz:
	default:
		o.bad(i, 1)
		return 1
	}
	return 2
}

func hzPair(o *output, src []byte, i int, atEnd bool) int {
	b := src[i:]
	if b[0] == '\n' {
		o.hz = false
		o.text = append(o.text, '\n')
		return 1
	}
	if len(b) == 1 && !atEnd {
		return 0
	}
	if b[0] < 0x21 || b[0] > 0x7d || len(b) == 1 || b[1] < 0x21 || b[1] > 0x7e {
		o.bad(i, 1)
		return 1
	}
	r := gbPairs()[(uint16(b[0])<<8|uint16(b[1])|0x8080)&0x7fff]
	if r == 0 {
		o.bad(i, 2)
		return 2
	}
	o.text = utf8.AppendRune(o.text, rune(r))
	return 2
}
