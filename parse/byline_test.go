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
