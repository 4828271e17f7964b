package encoding

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeUTF8 replaces the longest prefix of a character at a time, as the
// WHATWG decoder does: E4 B8 before an ASCII byte is one damage of two bytes.
func decodeUTF8(o *output, src []byte, atEnd bool) int {
	o.room(len(src) * 2 / 3)
	i := 0
	for i < len(src) {
		n := validPrefix(src[i:])
		o.text = append(o.text, src[i:i+n]...)
		if i += n; i == len(src) {
			break
		}
		n, cut := utf8Damage(src[i:])
		if cut && !atEnd {
			break
		}
		o.bad(i, n)
		if i += n; o.broken() {
			break
		}
	}
	return i
}

// validPrefix returns the length of the longest prefix of b that is UTF-8.
func validPrefix(b []byte) int {
	i := 0
	for i < len(b) {
		switch c := b[i]; {
		case c < utf8.RuneSelf:
			i += asciiPrefix(b[i:])
		case c >= 0xe1 && c < 0xf0 && c != 0xed && i+2 < len(b) && b[i+1]&0xc0 == 0x80 && b[i+2]&0xc0 == 0x80:
			i += 3 // any hanzi
		default:
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n == 1 {
				return i
			}
			i += n
		}
	}
	return i
}

// utf8Damage returns the number of bytes at the start of b, which is not valid
// there, that one replacement stands for. cut says that b ends within what may
// become a character.
func utf8Damage(b []byte) (n int, cut bool) {
	low, high, size := byte(0x80), byte(0xbf), 0
	switch c := b[0]; {
	case c >= 0xc2 && c <= 0xdf:
		size = 2
	case c >= 0xe0 && c <= 0xef:
		size = 3
		if c == 0xe0 {
			low = 0xa0
		} else if c == 0xed {
			high = 0x9f
		}
	case c >= 0xf0 && c <= 0xf4:
		size = 4
		if c == 0xf0 {
			low = 0x90
		} else if c == 0xf4 {
			high = 0x8f
		}
	default:
		return 1, false
	}
	for n = 1; n < size; n++ {
		if n == len(b) {
			return n, true
		}
		if b[n] < low || b[n] > high {
			break
		}
		low, high = 0x80, 0xbf
	}
	return n, false
}

func decodeUTF16LE(o *output, src []byte, atEnd bool) int {
	return decodeUTF16(o, src, atEnd, binary.LittleEndian)
}

func decodeUTF16BE(o *output, src []byte, atEnd bool) int {
	return decodeUTF16(o, src, atEnd, binary.BigEndian)
}

// decodeUTF16 takes a surrogate without its other half, and an odd byte at the
// end, for damage.
func decodeUTF16(o *output, src []byte, atEnd bool, order binary.ByteOrder) int {
	i := 0
	for i+2 <= len(src) {
		r, n := rune(order.Uint16(src[i:])), 2
		if utf16.IsSurrogate(r) {
			if i+4 > len(src) && r < 0xdc00 {
				break
			}
			r = utf8.RuneError
			if i+4 <= len(src) {
				r = utf16.DecodeRune(rune(order.Uint16(src[i:])), rune(order.Uint16(src[i+2:])))
			}
			if r == utf8.RuneError {
				o.bad(i, n)
				if i += n; o.broken() {
					return i
				}
				continue
			}
			n = 4
		}
		o.text = utf8.AppendRune(o.text, r)
		i += n
	}
	if rest := len(src) - i; atEnd && rest > 0 {
		o.bad(i, rest)
		i += rest
	}
	return i
}
