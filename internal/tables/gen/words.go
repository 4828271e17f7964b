package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The word list is a unigram model: a text is scored by its best split into
// words. A word earns its place by what it adds over the words that it can be
// split into, weighed by how often it is used.
const (
	maxWords    = 54_000 // words of two characters and more
	minCount    = 4      // rarer words of the source are mostly default counts
	maxLen      = 4      // characters; longer words split well enough
	freeSingle  = 0.08   // share of a character's uses inside words that counts for it alone
	scoreStep   = 0.5    // nats
	scoreBase   = 6      // of the words that are used most
	scoreShift  = 3      // bits of a node that hold the number of its children
	manyKids    = 7      // children whose number stands elsewhere: all those bits
	usual       = 1_500  // characters at the head of the alphabet
	gainWeight  = 0.75   // exponent on the count of a word when gains are compared
	singleFloor = 0.5    // count of a character that the source never has alone
)

type word struct {
	text  []rune
	count float64
	gain  float64
}

// words makes the lexicon.
func words(in *inputs) (*source, error) {
	l, p, err := readLexicon(in)
	if err != nil {
		return nil, err
	}
	s := newSource("words", in.notice("gse-words", "gse-tags", "gse-tag-start", "gse-tag-transitions", "smartcn"))
	fmt.Fprintf(s, "\nconst wordClasses, markClasses, usualChars = %d, %d, %d\n", l.classes, len(marks), usual)
	fmt.Fprintf(s, "\nconst scoreBase, scoreShift, manyKids = %d, %d, %d\n", scoreBase, scoreShift, manyKids)
	chars, rest := encodeWords(l.model, l.classOf, nil)
	s.bytes("wordChars", chars) // would hardly get shorter, and take longer to read
	s.packed("wordsData", rest)
	s.text("marks", string(marks))
	s.packed("affinityData", l.encodeAffinity())
	index, data := encodePairs(p.tellings())
	fmt.Fprintf(s, "\nconst pairBits, pairStep, pairZero = %d, %v, %d\n", pairBits, pairStep, pairZero)
	s.bytes("pairIndex", index)
	s.bytes("pairData", data)
	return s, nil
}

// readLexicon chooses the words and learns what follows what.
func readLexicon(in *inputs) (*lexicon, *pairing, error) {
	list, err := readWords(in)
	if err != nil {
		return nil, nil, err
	}
	tagger, err := readTagger(in)
	if err != nil {
		return nil, nil, err
	}
	tagOf, err := gseWordTags(in)
	if err != nil {
		return nil, nil, err
	}
	news, err := readNews(in)
	if err != nil {
		return nil, nil, err
	}
	l := &lexicon{model: selectWords(list), news: news, id: map[string]wordID{}}
	l.classOf, l.affinity, l.classes = tagger.classes(l.model, tagOf, len(marks))
	l.mix()
	encodeWords(l.model, l.classOf, l.id)
	p := newPairing(l)
	p.classAffinities()
	return l, p, nil
}

// mix gives the news a share in the probabilities of words.
func (l *lexicon) mix() {
	total := 0.0
	for _, n := range l.news.word {
		total += float64(n)
	}
	for w, lp := range l.logp {
		l.logp[w] = math.Log((1-newsShare)*math.Exp(lp) + newsShare*float64(l.news.word[w])/total)
	}
}

// encodeAffinity writes the affinities row by row, a signed byte each.
func (l *lexicon) encodeAffinity() (table []byte) {
	for _, row := range l.affinity {
		for _, v := range row {
			table = append(table, byte(int(math.Round(classShare*v/affinityStep))))
		}
	}
	return table
}

// readWords keeps the words that GBK can encode.
func readWords(in *inputs) ([]word, error) {
	freq, err := gseWords(in)
	if err != nil {
		return nil, err
	}
	var list []word
	for w, n := range freq {
		text := []rune(w)
		if slices.ContainsFunc(text, func(r rune) bool { return r < 0x4E00 || r > 0x9FFF }) {
			continue
		}
		if _, err := simplifiedchinese.GBK.NewEncoder().String(w); err == nil {
			list = append(list, word{text: text, count: n})
		}
	}
	// The sums below must not depend on the order of a map.
	slices.SortFunc(list, func(a, b word) int { return slices.Compare(a.text, b.text) })
	return list, nil
}

// model holds log probabilities of the words that were kept.
type model struct {
	total float64
	logp  map[string]float64
}

func (m *model) best(text []rune) float64 {
	best := make([]float64, len(text)+1)
	for i := 1; i <= len(text); i++ {
		best[i] = math.Inf(-1)
		for k := 1; k <= i && k <= maxLen; k++ {
			if lp, ok := m.logp[string(text[i-k:i])]; ok {
				best[i] = max(best[i], best[i-k]+lp)
			}
		}
	}
	return best[len(text)]
}

// selectWords returns single characters and the maxWords most useful words,
// with their log probabilities.
func selectWords(words []word) *model {
	m := &model{logp: map[string]float64{}}
	inside := map[rune]float64{}
	for _, w := range words {
		m.total += w.count
		for _, r := range w.text {
			inside[r] += w.count
		}
	}
	for r, n := range inside {
		m.logp[string(r)] = math.Log((singleFloor + freeSingle*n) / m.total)
	}
	for _, w := range words {
		if len(w.text) == 1 {
			n := w.count + freeSingle*inside[w.text[0]]
			m.logp[string(w.text)] = math.Log(max(n, singleFloor) / m.total)
		}
	}
	// Shorter words first: what a word adds is measured against them.
	for n := 2; n <= maxLen; n++ {
		level := map[string]float64{}
		for i := range words {
			w := &words[i]
			if len(w.text) != n || w.count < minCount {
				continue
			}
			lp := math.Log(w.count / m.total)
			w.gain = math.Pow(w.count, gainWeight) * (lp - m.best(w.text))
			if w.gain > 0 {
				level[string(w.text)] = lp
			}
		}
		for t, lp := range level {
			m.logp[t] = lp
		}
	}
	slices.SortFunc(words, func(a, b word) int {
		return cmp.Or(cmp.Compare(b.gain, a.gain), slices.Compare(a.text, b.text))
	})
	kept := 0
	for _, w := range words {
		if len(w.text) < 2 || len(w.text) > maxLen {
			continue
		}
		if kept++; kept > maxWords {
			delete(m.logp, string(w.text))
		}
	}
	return m
}

// encodeWords writes the model as a trie in depth-first order. Streams, one
// after the other, each preceded by its length: in chars, per depth, the
// children's alphabet indices as differences; in rest the alphabet, the numbers
// of children that are manyKids or more, a byte per node (the number of its
// children, and above it the score, 0 if no word ends there), and the classes
// of the words. If id is not nil, it gets the words' names.
func encodeWords(m *model, classOf map[string]int, id map[string]wordID) (chars, rest []byte) {
	kids := map[string][]rune{}
	seen := map[string]bool{}
	uses := map[rune]int{}
	for t := range m.logp {
		text := []rune(t)
		for i, r := range text {
			if t := string(text[:i+1]); !seen[t] {
				seen[t] = true
				uses[r]++
				kids[string(text[:i])] = append(kids[string(text[:i])], r)
			}
		}
	}
	index := map[rune]int{}
	streams := make([][]byte, 1+maxLen-1+3)
	for i, r := range alphabet(uses) {
		index[r] = i
	}
	streams[0] = encodeAlphabet(alphabet(uses))
	byIndex := func(a, b rune) int { return index[a] - index[b] }
	counts, ends, classes := &streams[maxLen], &streams[maxLen+1], &streams[maxLen+2]
	var nodes [maxLen]int
	var walk func(prefix string, depth int)
	walk = func(prefix string, depth int) {
		next := kids[prefix]
		slices.SortFunc(next, byIndex)
		prev := -1
		for _, r := range next {
			if depth > 0 {
				streams[depth] = appendVarint(streams[depth], index[r]-prev-1)
				prev = index[r]
			}
			t := prefix + string(r)
			end := min(len(kids[t]), manyKids)
			if lp, ok := m.logp[t]; ok {
				end |= scoreCode(lp) << scoreShift
				*classes = append(*classes, byte(classOf[t]))
				if id != nil {
					id[t] = nodeID(depth, nodes[depth])
				}
			}
			nodes[depth]++
			*ends = append(*ends, byte(end))
			if len(kids[t]) >= manyKids {
				*counts = appendVarint(*counts, len(kids[t]))
			}
			if depth+1 < maxLen {
				walk(t, depth+1)
			}
		}
	}
	walk("", 0)
	for i, s := range streams {
		out := &rest
		if i > 0 && i < maxLen {
			out = &chars
		}
		*out = appendVarint(*out, len(s))
		*out = append(*out, s...)
	}
	return chars, rest
}

// scoreCode is the score of a word as the upper bits of its node hold it: from
// 1 on, where 1 stands for a score of scoreBase.
func scoreCode(lp float64) int {
	const most = 0xFF >> scoreShift
	return max(1, min(most, int(math.Round(-lp/scoreStep))-scoreBase+1))
}

// alphabet sorts characters: those that most words are made of by their number,
// so that the differences between those that follow one word are small, the
// others by code point.
func alphabet(uses map[rune]int) []rune {
	list := slices.Collect(maps.Keys(uses))
	slices.SortFunc(list, func(a, b rune) int { return cmp.Or(uses[b]-uses[a], int(a-b)) })
	slices.Sort(list[usual:])
	return list
}

// encodeAlphabet writes code points, the usual ones as they are, then the
// differences of the others.
func encodeAlphabet(list []rune) (b []byte) {
	last := rune(0x4E00) - 1
	for i, r := range list {
		if i < usual {
			b = appendVarint(b, int(r-0x4E00))
			continue
		}
		b = appendVarint(b, int(r-last-1))
		last = r
	}
	return b
}

// appendVarint writes v in groups of seven bits, the lowest first.
func appendVarint(b []byte, v int) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}
