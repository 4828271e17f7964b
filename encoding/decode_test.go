package encoding

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// A place is the offset and length of a damage, and the offset of its U+FFFD.
type place [3]int

func places(damage []Damage) []place {
	var all []place
	for _, d := range damage {
		all = append(all, place{d.Offset, d.Len, d.Text})
	}
	return all
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name    string
		charset Charset
		src     string
		want    string
		damage  []place
	}{
		{"ascii", GBK, "abc", "abc", nil},
		{"gbk", GBK, "a\xc4\xe3\xba\xc3b", "a你好b", nil},
		{"gbk euro", GBK, "\x80", "€", nil},
		{"gbk four bytes", GBK, "\x81\x39\xee\x39", "㐀", nil},
		{"gb18030 astral", GB18030, "\x95\x32\x82\x36", "\U00020000", nil},
		{"gb18030 code 8135f437", GB18030, "\x81\x35\xf4\x37\xa8\xbc", "\ue7c7\u1e3f", nil},
		{"gb18030 vertical comma", GB18030, "\xa6\xd9\xfe\x59", "\ufe10\u9fb4", nil},
		{"gb18030 private use", GB18030, "\xaa\xa1\xfe\xfe\xa1\x40\xa7\xa0", "\ue000\ue4c5\ue4c6\ue765", nil},
		{"gb18030 true replacement", GB18030, "\x84\x31\xa4\x37\xff", "\uFFFD\uFFFD", []place{{4, 1, 3}}},
		{"gbk lead before markup", GBK, "\xd6<p>", "\uFFFD<p>", []place{{0, 1, 0}}},
		{"gbk private pair", GBK, "\xa2\xa0", "\ue585", nil},
		{"gbk lead and ff", GBK, "\xd6\xffa", "\uFFFDa", []place{{0, 2, 0}}},
		{"gbk cut", GBK, "\xc4\xe3\xba", "你\uFFFD", []place{{2, 1, 3}}},
		{"gbk lead before delete", GBK, "\xfe\x7fa", "\uFFFD\x7fa", []place{{0, 1, 0}}},
		{"gbk lead is the eighth byte", GBK, "1234567\xc4", "1234567\uFFFD", []place{{7, 1, 7}}},
		{"gbk four and more", GBK, "\xc4\xe3\xba\xc3\xc4\xe3\xba\xc3\xc4\xe3a\xba\xc3", "你好你好你a好", nil},
		{"gb18030 cut at three", GB18030, "\x81\x39\xee", "\uFFFD", []place{{0, 3, 0}}},
		{"gb18030 broken at four", GB18030, "\x81\x39\xeea", "\uFFFD9頰", []place{{0, 1, 0}}},
		{"gb18030 unmapped four", GB18030, "\x84\x31\xa5\x30", "\uFFFD", []place{{0, 4, 0}}},
		{"big5", Big5, "\xa7\x41\xa6\x6e", "你好", nil},
		{"big5 hkscs", Big5, "\x88\x62\x87\x40", "\u00ca\u0304\u43f0", nil},
		{"big5 unmapped keeps ascii", Big5, "\x81\x40a\x80", "\uFFFD@a\uFFFD", []place{{0, 1, 0}, {3, 1, 5}}},
		{"utf-8", UTF8, "\xef\xbb\xbf你", "你", nil},
		{"utf-8 prefix", UTF8, "\xe4\xbda\xed\xa0\x80", "\uFFFDa\uFFFD\uFFFD\uFFFD", []place{{0, 2, 0}, {3, 1, 4}, {4, 1, 7}, {5, 1, 10}}},
		{"utf-8 overlong", UTF8, "\xe0\x80\xf0\x80\xc0", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", []place{{0, 1, 0}, {1, 1, 3}, {2, 1, 6}, {3, 1, 9}, {4, 1, 12}}},
		{"utf-8 beyond", UTF8, "\xf4\x90\xf5", "\uFFFD\uFFFD\uFFFD", []place{{0, 1, 0}, {1, 1, 3}, {2, 1, 6}}},
		{"utf-16le", UTF16LE, "\xff\xfe\x60\x4f\x40\xd8\x00\xdc", "你\U00020000", nil},
		{"utf-16be lone halves", UTF16BE, "\xd8\x40\x4f\x60\xdc\x00\x4f", "\uFFFD你\uFFFD\uFFFD", []place{{0, 2, 0}, {4, 2, 6}, {6, 1, 9}}},
		{"hz", HZ, "a~{Dc:C~}~~b~\nc", "a你好~bc", nil},
		{"hz line end closes", HZ, "~{Dc\nDc", "你\nDc", nil},
		{"hz damage", HZ, "\xff~x~{D~}", "\uFFFD\uFFFDx宁\uFFFD", []place{{0, 1, 0}, {1, 1, 3}, {7, 1, 10}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, d, report, err := Decode([]byte(tt.src), Options{Mode: Guess, Charset: tt.charset})
			if got != tt.want || d.Charset != tt.charset || !slices.Equal(places(report.Damage), tt.damage) || err != nil {
				t.Errorf("Decode(%q) = %q, %v, %v, %v, want %q, %v", tt.src, got, d.Charset, report.Damage, err, tt.want, tt.damage)
			}
		})
	}
}

// TestDecodeRuins decodes more damage than there is room for at first, with and
// without a fragment in another charset before it.
func TestDecodeRuins(t *testing.T) {
	for _, c := range []Charset{"", UTF8, GB18030, Big5, HZ, UTF16BE} {
		src := []byte(strings.Repeat("江岸大桥今日通车，两岸往来只要三分钟。", 999) + "<p>\xbd\xad\xb0\xb6\xb4\xf3\xc7\xc5\xbd\xf1\xc8\xd5\xcd\xa8\xb3\xb5</p>" + strings.Repeat("\xdc\xdc\xff\n", 2*manyDamages))
		text, _, report, err := Decode(src, Options{Mode: Guess, Charset: c})
		if err != nil || len(report.Damage) <= manyDamages || c == "" && len(report.Fragments) != 1 {
			t.Errorf("%q: %d damages, fragments %v, error %v", c, len(report.Damage), report.Fragments, err)
		}
		checkDamage(t, src, text, report)
	}
}

func TestDecodeErrors(t *testing.T) {
	tests := []struct {
		src     string
		options Options
		want    error
		offset  int
		text    string
	}{
		{"abc\xff", Options{Charset: GBK}, ErrMalformed, 3, "encoding: gbk: malformed input at byte 3 (0xff)"},
		{"abc", Options{Charset: "utf-7"}, ErrUnknownCharset, 0, `encoding: unknown charset "utf-7"`},
		{"\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", Options{}, ErrUndetected, 0, "encoding: charset not detected"},
	}
	for _, tt := range tests {
		got, _, _, err := Decode([]byte(tt.src), tt.options)
		var e *Error
		if got != "" || !errors.Is(err, tt.want) || !errors.As(err, &e) || e.Offset != tt.offset || err.Error() != tt.text {
			t.Errorf("Decode(%q, %v) = %q, %v, want error %q at %d", tt.src, tt.options, got, err, tt.text, tt.offset)
		}
	}
}
