package encoding

import "bytes"

// Decode turns src into valid UTF-8. It decodes as the WHATWG Encoding
// Standard says, gbk with the decoder of gb18030 included, and drops a byte
// order mark of UTF-8 or UTF-16.
//
// The charset is o.Charset, or what [Detect] answers; the Detection says which.
// In Strict mode the first damage, an undetected charset and an unknown
// o.Charset are each an [*Error], and the text is "". In Guess mode only an
// unknown o.Charset is an error: each damage becomes a U+FFFD and stands in the
// Report, bytes of an undetected charset are taken for UTF-8, and, unless the
// caller named the charset, a part of the page whose bytes are in another
// charset beyond doubt is decoded on its own and stands in Report.Fragments.
func Decode(src []byte, o Options) (string, Detection, Report, error) {
	d := Detection{Charset: o.Charset, Confidence: 1}
	if o.Charset == "" {
		d = Detect(src, o.Hint)
	}
	c := d.Charset
	if c == "" {
		if o.Mode == Strict {
			return "", d, Report{}, &Error{Err: ErrUndetected}
		}
		c = UTF8
	}
	decode := decoderOf(c)
	if decode == nil {
		return "", d, Report{}, &Error{Charset: c, Err: ErrUnknownCharset}
	}
	out := newOutput()
	defer out.free()
	out.base = markLen(src, c)
	decode(out, src[out.base:], true)
	if o.Mode == Strict && len(out.damage) > 0 {
		return "", d, Report{Damage: out.damage[:1]}, malformed(c, src, out.damage[0])
	}
	return string(out.text), d, Report{Damage: out.damage, Confidence: d.Confidence}, nil
}

func malformed(c Charset, src []byte, d Damage) *Error {
	return &Error{Charset: c, Offset: d.Offset, Bytes: bytes.Clone(src[d.Offset : d.Offset+d.Len]), Err: ErrMalformed}
}

// markLen returns the length of the byte order mark of c at the start of src.
func markLen(src []byte, c Charset) int {
	if m, n := byteOrderMark(src); m == c && c != GB18030 {
		return n
	}
	return 0
}
