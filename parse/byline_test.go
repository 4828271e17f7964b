package parse

import (
	"slices"
	"strings"
	"testing"
)

func TestBrackets(t *testing.T) {
	long := strings.Repeat("甲", longestBracket/3)
	for _, tt := range []struct {
		in   string
		want []string // inner|before
	}{
		{"大桥通车", nil},
		{"通车（记者张三）。", []string{"记者张三|通车（"}},
		{"甲(乙]丙【丁〕", []string{"乙|甲(", "丁|甲(乙]丙【"}},
		{"（甲（乙）丙）", []string{"甲（乙|（", "乙|（甲（"}},
		{"甲（）乙", nil},
		{"甲（", []string{"|甲（"}},
		{"甲（乙（丙", []string{"乙（丙|甲（"}},
		{"（" + long + "）", []string{long + "|（"}},
		{"（甲" + long + "）（乙）", []string{"乙|（甲" + long + "）（"}},
		{"（甲" + long + "（乙", []string{"乙|（甲" + long + "（"}},
	} {
		var got []string
		for b := range brackets(tt.in) {
			got = append(got, b.inner+"|"+b.before)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("brackets(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCaptionWords(t *testing.T) {
	for _, w := range captionOpens {
		if !captionWords("（" + w + "大桥）") {
			t.Errorf("no caption: %s大桥", w)
		}
	}
	for _, w := range captionEnds {
		if !captionWords("大桥" + w + "）") {
			t.Errorf("no caption: 大桥%s", w)
		}
	}
	for _, s := range []string{"", "大桥今日通车", "她为大桥拍照", "图" + strings.Repeat("桥", 100), strings.Repeat("桥", longestCaption) + "供图"} {
		if captionWords(s) {
			t.Errorf("caption: %.60s", s)
		}
	}
}
