package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A look-alike stands for a character that is at least this frequent, and is
// not itself used as often in either script. The costs are those of the table
// of frequencies, in eighths of a nat.
const (
	maxLookedFor = 88
	minLookAlike = 108
	maxTargets   = 4 // characters that one look-alike may stand for
)

// metLookAlikes were met on pages and do not follow from the sources: the
// rare character, then the one that it stands for.
const metLookAlikes = "䥍但 㹐市 㳓生 齣出"

// A target is a character that a look-alike may stand for.
type target struct {
	r      rune
	weight float64 // how much the source says for it
	cost   int
}

// lookalikes makes the table of rare characters that are put for common ones:
// variants, characters of the same phonetic class with the same reading, and
// radicals.
func lookalikes(in *inputs) (*source, error) {
	simplified, traditional, err := frequencies(in)
	if err != nil {
		return nil, err
	}
	shinjitai, err := openCC(in, "opencc-ja-shinjitai")
	if err != nil {
		return nil, err
	}
	l := &lookAlikeTable{common: costsOf(simplified), other: costsOf(traditional), japanese: map[rune]bool{}, of: map[rune][]target{}}
	for _, to := range shinjitai {
		if r, ok := one(to); ok {
			l.japanese[r] = true
		}
	}
	names := []string{"unihan-variants", "unihan-dictionary", "unihan-readings", "unicode-radicals"}
	for i, read := range []func(text string){l.readVariants, l.readPhonetics, l.readReadings, l.readRadicals} {
		b, err := in.read(names[i])
		if err != nil {
			return nil, err
		}
		read(string(b))
	}
	l.addPhonetics()
	for _, pair := range strings.Fields(metLookAlikes) {
		r := []rune(pair)
		l.of[r[0]] = []target{{r[1], 9, 0}}
	}
	s := newSource("lookalikes", in.notice(append(names, "gse-words", "opencc-st-characters", "opencc-st-phrases", "opencc-tw-variants", "opencc-ja-shinjitai")...))
	s.packed("lookAlikesData", l.encode())
	return s, nil
}

// A lookAlikeTable collects the pairs.
type lookAlikeTable struct {
	common, other map[rune]int // costs in simplified and traditional text
	japanese      map[rune]bool
	phonetics     map[rune][]string
	reading       map[rune]string
	of            map[rune][]target
}

func costsOf(freq map[rune]float64) map[rune]int {
	total := 0.0
	for _, r := range slices.Sorted(maps.Keys(freq)) {
		total += freq[r]
	}
	costs := map[rune]int{}
	for r, n := range freq {
		costs[r] = int(math.Round(-8 * math.Log(n/total)))
	}
	return costs
}

func (l *lookAlikeTable) isTarget(r rune) bool {
	c, ok := l.common[r]
	return ok && c <= maxLookedFor
}

// isRare reports whether r is used in neither script, nor in Japanese.
func (l *lookAlikeTable) isRare(r rune) bool {
	c, simplified := l.common[r]
	d, traditional := l.other[r]
	return r >= 0x3400 && r <= 0x9FFF && !l.japanese[r] && (!simplified || c > minLookAlike) && (!traditional || d > minLookAlike)
}

func (l *lookAlikeTable) add(from, to rune, weight float64) {
	if from == to || !l.isTarget(to) || slices.ContainsFunc(l.of[from], func(t target) bool { return t.r == to }) {
		return
	}
	l.of[from] = append(l.of[from], target{to, weight, l.common[to]})
}

// eachUnihan yields the lines “U+4E2D<tab>property<tab>value”.
func eachUnihan(text string, visit func(r rune, property, value string)) {
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) == 3 {
			visit(codePoint(fields[0]), fields[1], fields[2])
		}
	}
}

// codePoint reads “U+4E2D”, with or without the “U+” and a source behind '<'.
func codePoint(s string) rune {
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "U+"), "<")
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		return 0
	}
	return rune(v)
}

// readVariants adds the pairs of Unihan_Variants.txt, either way.
func (l *lookAlikeTable) readVariants(text string) {
	eachUnihan(text, func(r rune, _, value string) {
		for _, v := range strings.Fields(value) {
			other := codePoint(v)
			if l.isRare(r) {
				l.add(r, other, 3)
			}
			if l.isRare(other) {
				l.add(other, r, 3)
			}
		}
	})
}

func (l *lookAlikeTable) readPhonetics(text string) {
	l.phonetics = map[rune][]string{}
	eachUnihan(text, func(r rune, property, value string) {
		if property == "kPhonetic" {
			l.phonetics[r] = strings.Fields(strings.ReplaceAll(value, "*", ""))
		}
	})
}

func (l *lookAlikeTable) readReadings(text string) {
	l.reading = map[rune]string{}
	eachUnihan(text, func(r rune, property, value string) {
		if property == "kMandarin" {
			l.reading[r], _, _ = strings.Cut(value, " ")
		}
	})
}

// addPhonetics adds the pairs that share a phonetic class and a reading.
func (l *lookAlikeTable) addPhonetics() {
	classes := map[string][]rune{}
	for r, list := range l.phonetics {
		if l.isTarget(r) {
			for _, class := range list {
				key := class + " " + l.reading[r]
				classes[key] = append(classes[key], r)
			}
		}
	}
	for r, list := range l.phonetics {
		if !l.isRare(r) || l.reading[r] == "" {
			continue
		}
		for _, class := range list {
			for _, to := range classes[class+" "+l.reading[r]] {
				l.add(r, to, 1)
			}
		}
	}
}

// readRadicals reads lines “2E8C..2E8D ; 5C0F # …”.
func (l *lookAlikeTable) readRadicals(text string) {
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		codes, to, ok := strings.Cut(line, ";")
		if !ok {
			continue
		}
		first, last, _ := strings.Cut(strings.TrimSpace(codes), "..")
		for r := codePoint(first); r <= max(codePoint(first), codePoint(cmp.Or(last, first))); r++ {
			l.add(r, codePoint(strings.TrimSpace(to)), 9)
		}
	}
}

// encode writes the targets in order, as differences, behind their number,
// and per look-alike, in order: the difference to the one before, the number of
// targets, and their places in the list, the likeliest first.
func (l *lookAlikeTable) encode() []byte {
	place := map[rune]int{}
	for r, list := range l.of {
		slices.SortFunc(list, func(a, b target) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.cost, b.cost), cmp.Compare(a.r, b.r))
		})
		l.of[r] = list[:min(len(list), maxTargets)]
		for _, t := range l.of[r] {
			place[t.r] = 0
		}
	}
	out := appendVarint(nil, len(place))
	prev := rune(0)
	for i, r := range slices.Sorted(maps.Keys(place)) {
		out = appendVarint(out, int(r-prev))
		prev, place[r] = r, i
	}
	prev = 0
	for _, r := range slices.Sorted(maps.Keys(l.of)) {
		out = appendVarint(out, int(r-prev))
		prev = r
		out = appendVarint(out, len(l.of[r]))
		for _, t := range l.of[r] {
			out = appendVarint(out, place[t.r])
		}
	}
	return out
}
