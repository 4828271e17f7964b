package encoding

import "testing"

func TestLookup(t *testing.T) {
	tests := []struct {
		label string
		want  Charset
	}{
		{"GB2312", GBK}, {" gbk\n", GBK}, {"x-gbk", GBK}, {"CP936", GBK}, {"euc-cn", GBK}, {"gb-2312", GBK},
		{"gb18030", GB18030}, {"GB18030-2022", GB18030},
		{"Big5", Big5}, {"big5-hkscs", Big5}, {"cp950", Big5}, {"Big5HKSCS", Big5},
		{"UTF-8", UTF8}, {"utf8", UTF8}, {"unicode-1-1-utf-8", UTF8},
		{"utf-16", UTF16LE}, {"unicodeFFFE", UTF16BE}, {"hz-gb-2312", HZ}, {"HZ", HZ},
		{"", ""}, {"shift_jis", ""}, {"utf-9", ""}, {"\u00a0gbk", ""},
	}
	for _, tt := range tests {
		got, ok := Lookup(tt.label)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("Lookup(%q) = %q, %v, want %q", tt.label, got, ok, tt.want)
		}
	}
	for _, c := range []Charset{UTF8, GBK, GB18030, Big5, HZ, UTF16LE, UTF16BE} {
		if got, _ := Lookup(string(c)); got != c {
			t.Errorf("Lookup(%q) = %q, want the charset itself", c, got)
		}
	}
}
