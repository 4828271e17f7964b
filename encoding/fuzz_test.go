package encoding

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// FuzzDecode checks that no byte is lost unreported, under each charset and
// under the one detected, and that a Reader gives the same.
func FuzzDecode(f *testing.F) {
	for i, w := range []writing{{GB18030, false, ""}, {Big5, true, ""}, {UTF8, false, ""}, {UTF16LE, false, ""}, {UTF16BE, false, ""}, {HZ, false, ""}} {
		f.Add(w.bytes("<p>会a字，€</p>\n"), uint8(i))
	}
	f.Add([]byte("\x81\x30\x81\x30\x84\x31\xa4\x37\x90\x30\x81\x30\xff\x81\x30\x81\x80\xa2\xe3"), uint8(1))
	f.Add([]byte("\x88\x62\x88\xa5\x81\x40\xfe\xff\xc6\xa1\xf9\xd5"), uint8(3))
	f.Add([]byte("~{Dc:C~}~~~\n~{D\nx~{D~}~"), uint8(4))
	f.Add([]byte("\xef\xbb\xbf\xe4\xb8\xed\xa0\x80\xf4\x90\x80\x80"), uint8(0))
	f.Fuzz(func(t *testing.T, src []byte, which uint8) {
		c := allCharsets[int(which)%len(allCharsets)]
		text, _, report, err := Decode(src, Options{Mode: Guess, Charset: c})
		if err != nil {
			t.Fatal(err)
		}
		checkDamage(t, src, text, report)
		if c != HZ {
			checkKept(t, src, text, report, c)
		}
		_, _, _, err = Decode(src, Options{Charset: c})
		if (err == nil) != (len(report.Damage) == 0) {
			t.Errorf("strict gives %v where guess gives %v", err, report.Damage)
		}
		r := NewReader(iotest.OneByteReader(bytes.NewReader(src)), Options{Mode: Guess, Charset: c})
		if read, err := io.ReadAll(r); string(read) != text || err != nil || !reflect.DeepEqual(r.Report().Damage, report.Damage) {
			t.Errorf("Reader gives %q, %v, Decode %q", read, err, text)
		}

		text, _, report, _ = Decode(src, Options{Mode: Guess})
		checkDamage(t, src, text, report)
	})
}

// checkDamage checks that text is UTF-8 and that each damage is in range, in
// order, and has its U+FFFD.
func checkDamage(t *testing.T, src []byte, text string, report Report) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("%q is not UTF-8", text)
	}
	at, in := 0, 0
	for _, d := range report.Damage {
		if d.Offset < at || d.Len < 1 || d.Offset+d.Len > len(src) || d.Text < in || !strings.HasPrefix(text[d.Text:], replacement) {
			t.Fatalf("damage %v of %q in %q", d, src, text)
		}
		at, in = d.Offset+d.Len, d.Text+len(replacement)
	}
}

// checkKept checks that between two damages, the characters of the text have as
// many bytes as there are.
func checkKept(t *testing.T, src []byte, text string, report Report, c Charset) {
	t.Helper()
	at, in := markLen(src, c), 0
	for _, d := range append(report.Damage, Damage{Offset: len(src), Text: len(text)}) {
		least, most := sizes(text[in:d.Text], c)
		if n := d.Offset - at; n < least || n > most {
			t.Fatalf("%d bytes of %q became %q, which has %d to %d", n, src, text[in:d.Text], least, most)
		}
		at, in = d.Offset+d.Len, d.Text+len(replacement)
	}
}

// sizes returns the least and the greatest number of bytes that mean s in c.
func sizes(s string, c Charset) (least, most int) {
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if _, size := big5Pair(s); c == Big5 && size > 0 {
			n = size
		}
		b, err := Encode(s[:n], c)
		if err != nil {
			b, err = Encode(s[:n], GB18030) // GBK reads what it does not write
		}
		if err != nil {
			return 0, -1
		}
		least, most = least+len(b), most+len(b)
		gb := c == GBK || c == GB18030
		switch {
		case gb && r == '€':
			least--
		case gb && (r >= gbMovedForm0 && r <= gbMovedForm1 || r >= gbMovedHanzi0 && r <= gbMovedHanzi1):
			most += 2
		}
		s = s[n:]
	}
	return least, most
}

// FuzzDetect checks that whatever the bytes and labels are, the answer is one
// of the charsets and its confidence a probability.
func FuzzDetect(f *testing.F) {
	f.Add([]byte("<meta charset=gb2312>\xc4\xe3"), "text/html; charset=\"utf-8")
	f.Add([]byte("<?xml encoding='big5'?><!-- \xa7\x41"), "charset=gbk")
	f.Add([]byte("a\x00b\x00"), "")
	f.Fuzz(func(t *testing.T, src []byte, contentType string) {
		d := Detect(src, Hint{ContentType: contentType})
		if d.Charset != "" && decoderOf(d.Charset) == nil || d.Confidence < 0 || d.Confidence > 1 {
			t.Errorf("Detect(%q, %q) = %v", src, contentType, d)
		}
	})
}
