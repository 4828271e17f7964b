package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// hanziKept is how many characters each script's table lists.
const hanziKept = 7500

// hanzi makes the frequency of each character from the words of gse's
// dictionary, whose counts come from running text. The traditional table is
// made from the same words, turned into traditional ones with OpenCC's tables.
func hanzi(in *inputs) (*source, error) {
	simplified, traditional, err := frequencies(in)
	if err != nil {
		return nil, err
	}
	s := newSource("hanzi", in.notice("gse-words", "opencc-st-characters", "opencc-st-phrases", "opencc-tw-variants"))
	s.text("hanziS", costLines(simplified))
	s.text("hanziT", costLines(traditional))
	return s, nil
}

// frequencies counts the characters in simplified and traditional text.
func frequencies(in *inputs) (simplified, traditional map[rune]float64, err error) {
	words, err := gseWords(in)
	if err != nil {
		return nil, nil, err
	}
	toT, err := newConverter(in)
	if err != nil {
		return nil, nil, err
	}
	simplified, traditional = map[rune]float64{}, map[rune]float64{}
	for word, n := range words {
		count(simplified, word, n)
		count(traditional, toT.convert(word), n)
	}
	return simplified, traditional, nil
}

func gseWords(in *inputs) (map[string]float64, error) {
	b, err := in.read("gse-words")
	if err != nil {
		return nil, err
	}
	words := map[string]float64{}
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", lines.Text(), err)
		}
		words[fields[0]] += n
	}
	// This release of the file lost the last digit of its most frequent word.
	words["的"] *= 10
	return words, nil
}

// gseWordTags returns the part of speech of each word.
func gseWordTags(in *inputs) (map[string]string, error) {
	b, err := in.read("gse-words")
	if err != nil {
		return nil, err
	}
	tags := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) >= 3 {
			tags[fields[0]] = fields[2]
		}
	}
	return tags, nil
}

func count(freq map[rune]float64, word string, n float64) {
	for _, r := range word {
		if unicode.Is(unicode.Han, r) && r >= 0x4e00 && r <= 0x9fff {
			freq[r] += n
		}
	}
}

// costLines writes the negated logarithm of each frequency in eighths of a
// nat: one line per cost, the cost and then its characters in code order.
func costLines(freq map[rune]float64) string {
	total, all := 0.0, make([]rune, 0, len(freq))
	for r, n := range freq {
		total += n
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b rune) int {
		if freq[a] != freq[b] {
			return int(math.Copysign(1, freq[b]-freq[a]))
		}
		return int(a - b)
	})
	byCost := map[int][]rune{}
	for _, r := range all[:min(hanziKept, len(all))] {
		cost := int(math.Round(-8 * math.Log(freq[r]/total)))
		byCost[cost] = append(byCost[cost], r)
	}
	var b strings.Builder
	for cost := range 256 {
		if line := byCost[cost]; len(line) > 0 {
			slices.Sort(line)
			fmt.Fprintf(&b, "%d %s\n", cost, string(line))
		}
	}
	return b.String()
}

// A converter turns simplified words into traditional ones as Taiwan writes
// them: the longest phrase first, then single characters.
type converter struct {
	phrases, characters map[string]string
	longest             int // bytes of the longest phrase
}

func newConverter(in *inputs) (*converter, error) {
	c := &converter{}
	var err error
	if c.phrases, err = openCC(in, "opencc-st-phrases"); err != nil {
		return nil, err
	}
	if c.characters, err = openCC(in, "opencc-st-characters"); err != nil {
		return nil, err
	}
	variants, err := openCC(in, "opencc-tw-variants")
	if err != nil {
		return nil, err
	}
	for _, table := range []map[string]string{c.phrases, c.characters} {
		for from, to := range table {
			table[from] = replaceRunes(to, variants)
			c.longest = max(c.longest, len(from))
		}
	}
	return c, nil
}

// openCC reads lines of a key, a tab and values with spaces between; the first
// value is the usual one.
func openCC(in *inputs, name string) (map[string]string, error) {
	b, err := in.read(name)
	if err != nil {
		return nil, err
	}
	table := map[string]string{}
	for line := range strings.Lines(string(b)) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			to, _, _ = strings.Cut(to, " ")
			table[from] = to
		}
	}
	return table, nil
}

func replaceRunes(s string, table map[string]string) string {
	var b strings.Builder
	for _, r := range s {
		if to, ok := table[string(r)]; ok {
			b.WriteString(to)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (c *converter) convert(word string) string {
	var b strings.Builder
	for len(word) > 0 {
		n := c.longestPhrase(word)
		if n > 0 {
			b.WriteString(c.phrases[word[:n]])
			word = word[n:]
			continue
		}
		r := []rune(word)[0]
		b.WriteString(replaceRunes(string(r), c.characters))
		word = word[len(string(r)):]
	}
	return b.String()
}

func (c *converter) longestPhrase(word string) int {
	for n := min(len(word), c.longest); n > 0; n-- {
		if _, ok := c.phrases[word[:n]]; ok {
			return n
		}
	}
	return 0
}
