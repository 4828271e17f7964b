package encoding

import (
	"bytes"
	"errors"
	"testing"
)

var allCharsets = []Charset{UTF8, GBK, GB18030, Big5, HZ, UTF16LE, UTF16BE}

func TestEncode(t *testing.T) {
	tests := []struct {
		charset Charset
		s, want string
	}{
		{UTF8, "a你", "a你"},
		{GBK, "a你€", "a\xc4\xe3\xa2\xe3"},
		{GBK, "\u3000", "\xa1\xa1"},
		{GB18030, "㐀\U00020000\u1e3f\ue7c7", "\x81\x39\xee\x39\x95\x32\x82\x36\xa8\xbc\x81\x35\xf4\x37"},
		{GB18030, "\ufe10\u9fb4\ue000", "\xa6\xd9\xfe\x59\xaa\xa1"},
		{Big5, "你十═", "\xa7\x41\xa4\x51\xf9\xf9"},
		{Big5, "\u00ca\u0304\u00ca\u43f0", "\x88\x62\x88\x66\x87\x40"},
		{HZ, "~你好\n", "~~~{Dc:C~}\n"},
		{UTF16LE, "a\U00020000", "a\x00\x40\xd8\x00\xdc"},
		{UTF16BE, "a\U00020000", "\x00a\xd8\x40\xdc\x00"},
	}
	for _, tt := range tests {
		if got, err := Encode(tt.s, tt.charset); string(got) != tt.want || err != nil {
			t.Errorf("Encode(%q, %s) = %q, %v, want %q", tt.s, tt.charset, got, err, tt.want)
		}
	}
}

func TestEncodeErrors(t *testing.T) {
	tests := []struct {
		charset Charset
		s       string
		want    error
		text    string
	}{
		{GBK, "a㐀", ErrMalformed, "encoding: gbk: malformed input at byte 1 (0xe39080)"},
		{GB18030, "\ue78d", ErrMalformed, "encoding: gb18030: malformed input at byte 0 (0xee9e8d)"},
		{GB18030, "\ue5e5", ErrMalformed, "encoding: gb18030: malformed input at byte 0 (0xee97a5)"},
		{Big5, "們们", ErrMalformed, "encoding: big5: malformed input at byte 3 (0xe4bbac)"},
		{HZ, "朱镕", ErrMalformed, "encoding: hz-gb-2312: malformed input at byte 3 (0xe99595)"},
		{UTF8, "a\xff", ErrMalformed, "encoding: utf-8: malformed input at byte 1 (0xff)"},
		{"koi8-r", "a", ErrUnknownCharset, `encoding: unknown charset "koi8-r"`},
	}
	for _, tt := range tests {
		_, err := Encode(tt.s, tt.charset)
		if !errors.Is(err, tt.want) || err.Error() != tt.text {
			t.Errorf("Encode(%q, %s) = %v, want %v", tt.s, tt.charset, err, tt.text)
		}
	}
}

// TestEncodeInverse checks every code point.
func TestEncodeInverse(t *testing.T) {
	for _, c := range allCharsets {
		count := 0
		for r := rune(0); r <= 0x10ffff; r++ {
			if r >= 0xd800 && r <= 0xdfff || r == 0xfeff {
				continue
			}
			b, err := Encode(string(r), c)
			if err != nil {
				continue
			}
			count++
			if got, _, _, err := Decode(b, Options{Charset: c}); got != string(r) || err != nil {
				t.Fatalf("Decode(Encode(%q, %s)) = %q, %v", r, c, got, err)
			}
		}
		want := map[Charset]int{
			UTF8: 0x10ffff - 2048, UTF16LE: 0x10ffff - 2048, UTF16BE: 0x10ffff - 2048,
			GB18030: 0x10ffff - 2048 - len(gbMoved),
		}[c]
		if want > 0 && count != want {
			t.Errorf("%s encodes %d code points, want %d", c, count, want)
		}
	}
}

func FuzzEncode(f *testing.F) {
	for i := range allCharsets {
		f.Add("a~你好€\u0304Ê̄\n㐀𠀀~}", uint8(i))
	}
	f.Fuzz(func(t *testing.T, s string, which uint8) {
		c := allCharsets[int(which)%len(allCharsets)]
		b, err := Encode(s, c)
		if err != nil {
			return
		}
		got, _, report, err := Decode(b, Options{Charset: c})
		if want := string(bytes.TrimPrefix([]byte(s), []byte("\ufeff"))); got != s && got != want || err != nil {
			t.Errorf("Decode(Encode(%q, %s)) = %q, %v, %v", s, c, got, report, err)
		}
	})
}
