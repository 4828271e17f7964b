package encoding

import "encoding/binary"

const replacement = "\uFFFD"

// An output collects what a decoder makes of the source.
type output struct {
	text   []byte
	damage []Damage
	base   int  // offset in the source of the bytes that the decoder sees
	first  bool // a byte order mark may still come
	hz     bool // HZ is between ~{ and ~}

	// rare counts the units outside the common part of the charset, which tell
	// of fragments in another charset.
	rare int
}

// bad records that n bytes at offset i of the decoder's input mean nothing.
func (o *output) bad(i, n int) {
	o.damage = append(o.damage, Damage{Offset: o.base + i, Len: n, Text: len(o.text)})
	o.text = append(o.text, replacement...)
}

// A decodeFunc decodes src to the end of o.text and returns how many bytes it
// used. Unless atEnd, it leaves an incomplete character for the next call.
type decodeFunc func(o *output, src []byte, atEnd bool) int

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
func asciiPrefix(b []byte) int {
	i := 0
	for i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&0x8080808080808080 == 0 {
		i += 8
	}
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	return i
}

// appendBMP appends r, which is from U+0080 to U+FFFF and no surrogate.
func appendBMP(dst []byte, r uint16) []byte {
	if r < 0x800 {
		return append(dst, 0xc0|byte(r>>6), 0x80|byte(r)&0xbf)
	}
	return append(dst, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
}
