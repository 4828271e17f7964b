package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const maxReadings = 4

// pinyin makes the table of readings, for the characters of the lexicon and
// the forms that cloaking software writes for them.
func pinyin(in *inputs) (*source, error) {
	dict, err := readPinyin(in)
	if err != nil {
		return nil, err
	}
	list, err := readWords(in)
	if err != nil {
		return nil, err
	}
	st, err := openCC(in, "opencc-st-characters")
	if err != nil {
		return nil, err
	}
	tw, err := openCC(in, "opencc-tw-variants")
	if err != nil {
		return nil, err
	}
	chars := map[rune]bool{}
	for _, w := range list {
		if w.count >= minCount {
			for _, r := range w.text {
				chars[r] = true
			}
		}
	}
	for s, t := range cloakForms(st, tw) {
		chars[s], chars[t] = true, true
	}
	s := newSource("readings", in.notice("go-pinyin", "opencc-st-characters", "opencc-tw-variants", "gse-words"))
	s.packed("readingsData", encodeReadings(chars, dict))
	return s, nil
}

// readPinyin reads lines “0x4E2D: "zhōng,zhòng",” of a Go map.
func readPinyin(in *inputs) (map[rune]string, error) {
	b, err := in.read("go-pinyin")
	if err != nil {
		return nil, err
	}
	dict := map[rune]string{}
	for line := range strings.Lines(string(b)) {
		var r rune
		var list string
		if n, _ := fmt.Sscanf(line, "\t%v: %q", &r, &list); n == 2 {
			dict[r] = list
		}
	}
	return dict, nil
}

// encodeReadings writes the syllables, one a line and sorted, a zero byte,
// and per character, in order: the difference to the character before, the
// number of readings, and the syllables' line numbers, the usual one first.
func encodeReadings(chars map[rune]bool, dict map[rune]string) []byte {
	syllables := map[string]int{}
	for r := range chars {
		for _, s := range readings(dict, r) {
			syllables[s] = 0
		}
	}
	var out []byte
	for i, s := range slices.Sorted(maps.Keys(syllables)) {
		syllables[s] = i
		out = append(out, s...)
		out = append(out, '\n')
	}
	out = append(out, 0)
	prev := rune(0)
	for _, r := range slices.Sorted(maps.Keys(chars)) {
		list := readings(dict, r)
		if len(list) == 0 {
			continue
		}
		out = appendVarint(out, int(r-prev))
		prev = r
		out = append(out, byte(len(list)))
		for _, s := range list {
			out = appendVarint(out, syllables[s])
		}
	}
	return out
}

func readings(dict map[rune]string, r rune) []string {
	if dict[r] == "" {
		return nil
	}
	list := strings.Split(dict[r], ",")
	return list[:min(len(list), maxReadings)]
}
