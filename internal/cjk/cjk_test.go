package cjk

import "testing"

func TestIsHan(t *testing.T) {
	for _, tc := range []struct {
		r    rune
		want bool
	}{
		{'中', true}, {'〇', true}, {'々', true}, {'豈', true}, {'𠮷', true}, {'㐂', true},
		{'，', false}, {'。', false}, {'「', false}, {'ア', false}, {'한', false}, {'a', false}, {'　', false},
	} {
		if got := IsHan(tc.r); got != tc.want {
			t.Errorf("IsHan(%q) = %v, want %v", tc.r, got, tc.want)
		}
	}
}

func TestCollapse(t *testing.T) {
	for in, want := range map[string]string{
		"":               "",
		"　　一段 ":          "一段",
		"a b":            "a b",
		"a  b":           "a b",
		"a\u00a0\n b":    "a b",
		"甲\n  乙":         "甲乙",
		"a\n乙":           "a 乙",
		"张 　三":           "张　三",
		"零\u200b宽":       "零宽",
		"\ufeff标题\u200b": "标题",
		"坏\xff\xe5\xa3字": "坏\ufffd\ufffd\ufffd字",
		"\xe5 \xe5\xa3":  "\ufffd \ufffd\ufffd",
		"来源： 新华网\t 编辑：某人\r\n ": "来源： 新华网 编辑：某人",
	} {
		if got := Collapse(in); got != want {
			t.Errorf("Collapse(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, tc := range [][2]string{
		{"“５G＋”：起步", "\"5g+\":起步"},
		{"「起 步」", "\"起步\""},
		{"甲——乙", "甲--乙"},
		{"阿·乙•丙", "阿.乙.丙"},
	} {
		if got := Key(tc[0]); got != tc[1] {
			t.Errorf("Key(%q) = %q, want %q", tc[0], got, tc[1])
		}
	}
}

func TestMeasure(t *testing.T) {
	for in, want := range map[string]Count{
		"　9月4日，会议 召开。OK！": {Runes: 13, Han: 6, Clause: 3, Stop: 2, Digit: 2},
		"㐂々豈𠮷５…；;a":       {Runes: 9, Han: 4, Clause: 2, Stop: 3, Digit: 1},
		"\xe5\xa3 \xff字":  {Runes: 4, Han: 1},
	} {
		if got := Measure(in); got != want {
			t.Errorf("Measure(%q) = %+v, want %+v", in, got, want)
		}
		if got := DarkCount(in); got != want.Runes {
			t.Errorf("DarkCount(%q) = %d, want %d", in, got, want.Runes)
		}
		var f Flow
		if got := f.Append(in); got != want {
			t.Errorf("Append(%q) counted %+v, want %+v", in, got, want)
		}
	}
}

func TestRuneAt(t *testing.T) {
	for _, s := range []string{"", "a字é𠮷，ｚ\u2028豈", "豈"} {
		n := 0
		for i, want := range s {
			if r, w := RuneAt(s, i); r != want || w != len(string(want)) {
				t.Errorf("RuneAt(%q, %d) = %q, %d", s, i, r, w)
			}
			n++
		}
		if got := RuneCount(s); got != n {
			t.Errorf("RuneCount(%q) = %d, want %d", s, got, n)
		}
	}
	for _, s := range []string{"\xe5", "\xe5\xa3", "\xff\xff\xff", "\xe5ab"} {
		if _, w := RuneAt(s, 0); w < 1 || w > len(s) {
			t.Errorf("RuneAt(%q, 0) is %d bytes wide", s, w)
		}
	}
}
