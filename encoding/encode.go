package encoding

import (
	"encoding/binary"
	"slices"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// Encode writes s in c. It is the inverse of [Decode] in Strict mode: decoding
// its result gives s again, but for a leading U+FEFF, which UTF-8 and UTF-16
// take for a byte order mark. It writes no byte order mark.
//
// A character that c has no code for, and a byte of s that is not UTF-8, is an
// [*Error] with the byte offset in s. GBK has the two-byte codes of GB18030
// only, HZ those of them that fit in seven bits; Big5 includes HKSCS, which the
// WHATWG encoder leaves out.
func Encode(s string, c Charset) ([]byte, error) {
	if encoderOf(c) == nil {
		return nil, &Error{Charset: c, Err: ErrUnknownCharset}
	}
	e := &encoder{out: make([]byte, 0, len(s))}
	if at := e.encode(s, c); at < len(s) {
		_, n := utf8.DecodeRuneInString(s[at:])
		return nil, &Error{Charset: c, Offset: at, Bytes: []byte(s[at : at+n]), Err: ErrMalformed}
	}
	return e.out, nil
}

// An encoder collects bytes.
type encoder struct {
	out []byte
	hz  bool // between ~{ and ~}
}

// encode appends s in c, up to the first character without a code. It returns
// where that stands, or the length of s.
func (e *encoder) encode(s string, c Charset) int {
	appendRune := encoderOf(c)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		if c == Big5 && r >= utf8.RuneSelf {
			if code, size := big5Pair(s[i:]); size > 0 {
				e.out = binary.BigEndian.AppendUint16(e.out, code)
				i += size
				continue
			}
		}
		if !appendRune(e, r) {
			return i
		}
		i += n
	}
	e.closeHZ()
	return len(s)
}

// encoderOf returns the method that appends a character in c and reports
// whether c has a code for it; nil if c is not a charset of this package.
func encoderOf(c Charset) func(*encoder, rune) bool {
	switch c {
	case UTF8:
		return (*encoder).utf8
	case GBK:
		return (*encoder).gbk
	case GB18030:
		return (*encoder).gb18030
	case Big5:
		return (*encoder).big5
	case HZ:
		return (*encoder).hanzi
	case UTF16LE:
		return (*encoder).utf16le
	case UTF16BE:
		return (*encoder).utf16be
	}
	return nil
}

func (e *encoder) utf8(r rune) bool {
	e.out = utf8.AppendRune(e.out, r)
	return true
}

func (e *encoder) utf16le(r rune) bool {
	for _, u := range utf16.AppendRune(nil, r) {
		e.out = binary.LittleEndian.AppendUint16(e.out, u)
	}
	return true
}

func (e *encoder) utf16be(r rune) bool {
	for _, u := range utf16.AppendRune(nil, r) {
		e.out = binary.BigEndian.AppendUint16(e.out, u)
	}
	return true
}

func (e *encoder) gbk(r rune) bool {
	if r < 0x80 {
		e.out = append(e.out, byte(r))
		return true
	}
	code := gbCodes().of(r)
	if code == 0 {
		return false
	}
	e.out = binary.BigEndian.AppendUint16(e.out, code)
	return true
}

func (e *encoder) gb18030(r rune) bool {
	if e.gbk(r) {
		return true
	}
	pointer := 0
	switch {
	case r >= 0x10000:
		pointer = gbAstral + int(r) - 0x10000
	case r == gbPrivateM:
		pointer = gbLinearM
	default:
		found := false
		quads := gbQuads()
		// The one entry out of order is not what r is.
		if pointer, found = slices.BinarySearch(quads[:gbLinearM], uint16(r)); !found {
			pointer, found = slices.BinarySearch(quads[gbLinearM+1:], uint16(r))
			pointer += gbLinearM + 1
		}
		if !found {
			return false
		}
	}
	e.out = append(e.out, byte(0x81+pointer/12600), byte(0x30+pointer/1260%10), byte(0x81+pointer/10%126), byte(0x30+pointer%10))
	return true
}

func (e *encoder) big5(r rune) bool {
	if r < 0x80 {
		e.out = append(e.out, byte(r))
		return true
	}
	code := big5Codes().of(r)
	if code == 0 {
		return false
	}
	e.out = binary.BigEndian.AppendUint16(e.out, code)
	return true
}

// hanzi appends a character in HZ.
func (e *encoder) hanzi(r rune) bool {
	if r < 0x80 {
		e.closeHZ()
		if r == '~' {
			e.out = append(e.out, '~')
		}
		e.out = append(e.out, byte(r))
		return true
	}
	code := gbCodes().of(r)
	if code < 0xa1a1 || code > 0xfdfe || code&0xff < 0xa1 {
		return false
	}
	if !e.hz {
		e.out = append(e.out, "~{"...)
		e.hz = true
	}
	e.out = binary.BigEndian.AppendUint16(e.out, code&0x7f7f)
	return true
}

func (e *encoder) closeHZ() {
	if e.hz {
		e.out = append(e.out, "~}"...)
		e.hz = false
	}
}

// codes are the two-byte codes of characters, 0 for none.
type codes struct {
	basic  [1 << 16]uint16
	astral map[rune]uint16
}

func (c *codes) of(r rune) uint16 {
	if r < 1<<16 {
		return c.basic[r]
	}
	return c.astral[r]
}

var gbCodes = sync.OnceValue(func() *codes {
	c := new(codes)
	for i, r := range gbPairs() {
		if c.basic[r] == 0 && r != 0 {
			c.basic[r] = uint16(i) | 0x8000
		}
	}
	return c
})

// big5Codes prefers the codes of Big5 proper, from A140 on, to those of HKSCS,
// and of two codes the first, as the WHATWG encoder does with six exceptions.
var big5Codes = sync.OnceValue(func() *codes {
	const proper = 0xa140
	c := &codes{astral: map[rune]uint16{}}
	for i, r := range big5Pairs() {
		code, known := uint16(i)|0x8000, c.of(r)
		switch {
		case r == 0:
		case known >= proper && !lastOfTwo(r), known != 0 && code < proper:
		case r > 0xffff:
			c.astral[r] = code
		default:
			c.basic[r] = code
		}
	}
	return c
})

func lastOfTwo(r rune) bool {
	switch r {
	case 0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345:
		return true
	}
	return false
}

// big5Pair returns the code of the letter and combining mark that s begins
// with, and their length; 0 if there is none.
func big5Pair(s string) (code uint16, size int) {
	for _, d := range big5Double {
		if len(s) >= len(d.text) && s[:len(d.text)] == d.text {
			return d.code, len(d.text)
		}
	}
	return 0, 0
}
