package encoding

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func gb(s string) string {
	b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return b
}

func encodeBig5(s string) (string, error) {
	return traditionalchinese.Big5.NewEncoder().String(s)
}

func big5(s string) string {
	b, err := encodeBig5(s)
	if err != nil {
		panic(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	const (
		s = "记者昨天从市气象台了解到，今年的雨季比往年来得早一些。"
		w = "記者昨天從市氣象臺了解到，今年的雨季比往年來得早一些。"
	)
	meta := func(label, body string) string {
		return `<html><meta http-equiv="Content-Type" content="text/html; charset=` + label + `"><p>` + body + "</p>"
	}
	tests := []struct {
		name, src, header string
		want              Charset
		basis             Basis
		declared          Charset
	}{
		{"empty", "", "", UTF8, ByDefault, ""},
		{"ascii", "abc", "", UTF8, ByDefault, ""},
		{"ascii with label", meta("gb2312", "abc"), "", GBK, ByMeta, GBK},
		{"ascii with header", "abc", "text/html; charset=big5", Big5, ByHeader, Big5},
		{"label in a comment", "<!-- " + meta("big5", "") + " -->" + meta("gbk", "abc"), "", GBK, ByMeta, GBK},
		{"label behind unclosed comments", strings.Repeat("<!--", 1<<18) + meta("gbk", "abc"), "", GBK, ByMeta, GBK},
		{"more elements than a page has", strings.Repeat("<meta ", 1<<18) + meta("gbk", "abc"), "", UTF8, ByDefault, ""},
		{"label of xml", `<?xml version="1.0" encoding="GB2312"?><a>`, "", GBK, ByMeta, GBK},
		{"label without quotes", "<META CharSet=Big5>", "", Big5, ByMeta, Big5},
		{"utf-8", s, "", UTF8, ByValidity, ""},
		{"utf-8 with mark", "\xef\xbb\xbfabc", "text/html; charset=gbk", UTF8, ByBOM, GBK},
		{"utf-8 declared gb2312", meta("gb2312", s), "", UTF8, ByValidity, GBK},
		{"gbk", gb(s), "", GB18030, ByFrequency, ""},
		{"gbk declared gb2312", meta("gb2312", gb(s)), "", GBK, ByMeta, GBK},
		{"gbk declared utf-8", meta("utf-8", gb(s)), "text/html;charset=UTF-8", GB18030, ByFrequency, UTF8},
		{"gbk declared late", gb(s) + meta("GBK", ""), "", GBK, ByMeta, GBK},
		{"gbk traditional", gb(w), "", GB18030, ByFrequency, ""},
		{"gbk and a label of no charset here", gb(s), "text/html; charset=ISO-8859-1", GB18030, ByFrequency, "iso-8859-1"},
		{"big5", big5(w), "", Big5, ByFrequency, ""},
		{"big5 declared utf-8", meta("utf-8", big5(w)), "", Big5, ByFrequency, UTF8},
		{"gbk cut and with stray bytes", gb(s)[:40] + "\xff" + gb(s)[:19], "", GB18030, ByFrequency, ""},
		{"utf-16le", string(utf16Bytes(s, UTF16LE)), "", UTF16LE, ByValidity, ""},
		{"utf-16le markup", string(utf16Bytes("<html><title>"+s, UTF16LE)), "", UTF16LE, ByValidity, ""},
		{"hz", "~{<GUWWrLl4SJPFxOsL(AK=b5=~}", "", HZ, ByValidity, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Detect([]byte(tt.src), Hint{ContentType: tt.header})
			if got.Charset != tt.want || got.Basis != tt.basis || got.Declared != tt.declared || got.Confidence < Certain {
				t.Errorf("Detect(%.200q) = %v, want %q %v %q", tt.src, got, tt.want, tt.basis, tt.declared)
			}
		})
	}
}
