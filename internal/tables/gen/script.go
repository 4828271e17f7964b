package main

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// script makes the tables between traditional and simplified characters.
func script(in *inputs) (*source, error) {
	names := []string{
		"opencc-ts-characters", "opencc-ts-phrases", "opencc-tw-variants-rev", "opencc-hk-variants-rev",
		"opencc-st-characters", "opencc-tw-variants",
	}
	tables := make([]map[string]string, len(names))
	for i, name := range names {
		var err error
		if tables[i], err = openCC(in, name); err != nil {
			return nil, err
		}
	}
	chars := simplify(tables[0], tables[2], tables[3])
	s := newSource("script", in.notice(names...))
	s.packed("simplifiedData", encodeRunes(chars))
	s.packed("phrasesData", phrases(tables[1], chars))
	s.packed("cloakData", encodeRunes(cloakForms(tables[4], tables[5])))
	return s, nil
}

func one(s string) (rune, bool) {
	r := []rune(s)
	return r[0], len(r) == 1
}

// simplify is the character table from traditional to simplified: OpenCC's
// own, widened by the Taiwan and Hong Kong forms of the same characters.
func simplify(ts map[string]string, variants ...map[string]string) map[rune]rune {
	out := map[rune]rune{}
	for t, s := range ts {
		from, ok1 := one(t)
		to, ok2 := one(s)
		if ok1 && ok2 && from != to {
			out[from] = to
		}
	}
	for _, v := range variants {
		for local, standard := range v {
			from, ok := one(local)
			to, _ := one(standard)
			if s, known := out[to]; ok && known && out[from] == 0 && s != from {
				out[from] = s
			}
		}
	}
	return out
}

// machineForms lists where the traditional form that cloaking software
// writes differs from what the rule in cloakForms gives.
const machineForms = "儿兒 冲沖 净凈 准準 几幾 划劃 台臺 听聽 坏壞 帘簾 挂掛 晒曬 痹痺 着著 睾睪 硷礆 筑築 签簽 荐薦 虫蟲 踊踴"

// cloakForms is the character table from simplified to traditional of the
// software that cloaks pages: one character at a time, for the characters of
// GB 2312 that are not in everyday use in traditional text (Big5 level 1).
func cloakForms(st, tw map[string]string) map[rune]rune {
	gb2312 := simplifiedchinese.GBK.NewEncoder()
	big5 := traditionalchinese.Big5.NewEncoder()
	out := map[rune]rune{}
	for s, t := range st {
		from, ok1 := one(s)
		if v, ok := tw[t]; ok {
			t = v
		}
		to, ok2 := one(t)
		if !ok1 || !ok2 || from == to {
			continue
		}
		if b, err := gb2312.String(s); err != nil || b[0] < 0xA1 || b[1] < 0xA1 {
			continue
		}
		if _, err := gb2312.String(t); err != nil {
			continue
		}
		if b, err := big5.String(s); err == nil && b >= "\xA4\x40" && b < "\xC6\x7F" {
			continue
		}
		out[from] = to
	}
	for _, pair := range strings.Fields(machineForms) {
		r := []rune(pair)
		out[r[0]] = r[1]
	}
	return out
}

// encodeRunes writes a table sorted by key: the number of entries, then per
// entry the difference to the key before and the zigzag difference of the
// value to its key.
func encodeRunes(m map[rune]rune) []byte {
	out := appendVarint(nil, len(m))
	prev := rune(0)
	for _, k := range slices.Sorted(maps.Keys(m)) {
		d := int(m[k] - k)
		out = appendVarint(out, int(k-prev))
		out = appendVarint(out, d<<1^d>>63)
		prev = k
	}
	return out
}

// phrases keeps the phrases whose simplified form is not that of their
// characters one by one, as lines “traditional simplified”.
func phrases(ts map[string]string, chars map[rune]rune) []byte {
	var lines []string
	for t, s := range ts {
		single := strings.Map(func(r rune) rune {
			if c, ok := chars[r]; ok {
				return c
			}
			return r
		}, t)
		if single != s {
			lines = append(lines, t+" "+s+"\n")
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}
