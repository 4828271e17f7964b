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
	c, err := o.charset(d)
	if err != nil {
		return "", d, Report{}, err
	}
	if text := src[markLen(src, c):]; c == UTF8 && validPrefix(text) == len(text) {
		return string(text), d, Report{Confidence: d.Confidence}, nil
	}
	out := newOutput()
	defer out.free()
	out.base, out.strict = markLen(src, c), o.Mode == Strict
	out.complete(func() { decoderOf(c)(out, src[out.base:], wholeInput) })
	if out.broken() {
		return "", d, Report{Damage: out.damage[:1]}, malformed(c, src, out.damage[0])
	}
	report := Report{Confidence: d.Confidence}
	if o.Charset == "" && o.Mode == Guess {
		report.Fragments = out.separate(src, d.Charset.family())
	}
	report.Damage = out.damage
	return string(out.text), d, report, nil
}

// charset returns the charset to decode in when d was detected.
func (o Options) charset(d Detection) (Charset, error) {
	switch {
	case d.Charset == "" && o.Mode == Strict:
		return "", &Error{Err: ErrUndetected}
	case d.Charset == "":
		return UTF8, nil
	case decoderOf(d.Charset) == nil:
		return "", &Error{Charset: d.Charset, Err: ErrUnknownCharset}
	}
	return d.Charset, nil
}

// separate decodes src again if there are fragments in another charset in it,
// and returns them. o holds what src gives in main alone.
func (o *output) separate(src []byte, main Charset) []Fragment {
	if main != UTF8 && main != GB18030 && main != Big5 || len(o.damage) == 0 && o.rare < rareUnits {
		return nil
	}
	mark := markLen(src, main)
	found := fragments(src, mark, main)
	if len(found) > 0 {
		*o = output{text: o.text[:0]}
		o.complete(func() { decodeParts(o, src, mark, main, found) })
	}
	return found
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
