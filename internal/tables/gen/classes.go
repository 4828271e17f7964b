package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The word list knows words one by one. What may follow what comes from a
// tagger's model of parts of speech: the affinity of two neighbours is the
// logarithm of how much likelier the second one becomes behind the first.
// Words fall into classes: most by their part of speech, the most frequent
// characters each into one of its own, since they have several.
const (
	ownClasses   = 110  // characters with a class of their own
	affinityStep = 0.25 // nats
	maxAffinity  = 5.0
	rareTag      = 1e-5 // share of the words below which a part of speech is no class
	iterations   = 200  // of the walk that finds the shares
)

// States of the tagger are a position in the word, in hundreds, and a part of
// speech.
const (
	beginState  = 100
	endState    = 200
	singleState = 400
	tagStates   = 100
)

// A tagger is the model: logarithms of probabilities.
type tagger struct {
	tags              []string // by number
	start             map[int]float64
	next              map[int]map[int]float64
	emit              map[int]map[rune]float64 // of words of one character
	share             map[int]float64          // of words, by the state that they begin with
	fallback, numeral int
}

func readTagger(in *inputs) (*tagger, error) {
	t := &tagger{start: map[int]float64{}, next: map[int]map[int]float64{}, emit: map[int]map[rune]float64{}}
	for name, read := range map[string]func(string){
		"gse-tags": t.readTags, "gse-tag-start": t.readStart, "gse-tag-transitions": t.readNext, "gse-tag-emissions": t.readEmit(),
	} {
		b, err := in.read(name)
		if err != nil {
			return nil, err
		}
		for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
			read(strings.TrimSpace(lines.Text()))
		}
	}
	t.fallback, t.numeral = slices.Index(t.tags, "n"), slices.Index(t.tags, "m")
	if t.fallback < 0 || t.numeral < 0 || len(t.start) == 0 || len(t.emit) == 0 {
		return nil, fmt.Errorf("gse: the model of parts of speech is not as expected")
	}
	t.walk()
	return t, nil
}

// readTags reads the line “poss = []string{"a", …}”.
func (t *tagger) readTags(line string) {
	if list, ok := strings.CutPrefix(line, "poss"); ok && strings.Contains(list, `"`) {
		for i, field := range strings.Split(list, `"`) {
			if i%2 == 1 {
				t.tags = append(t.tags, field)
			}
		}
	}
}

// readStart reads lines “100: -4.76,”.
func (t *tagger) readStart(line string) {
	state, p, ok := strings.Cut(strings.TrimSuffix(line, ","), ": ")
	if s, err := strconv.Atoi(state); ok && err == nil {
		if v, err := strconv.ParseFloat(p, 64); err == nil {
			t.start[s] = v
		}
	}
}

// readNext reads lines “100: {200: -0.005, 300: -5.28},”.
func (t *tagger) readNext(line string) {
	state, list, ok := strings.Cut(strings.TrimSuffix(line, "},"), ": {")
	s, err := strconv.Atoi(state)
	if !ok || err != nil {
		return
	}
	t.next[s] = map[int]float64{}
	for _, item := range strings.Split(list, ", ") {
		to, p, _ := strings.Cut(item, ": ")
		if n, err := strconv.Atoi(to); err == nil {
			t.next[s][n], _ = strconv.ParseFloat(p, 64)
		}
	}
}

// readEmit reads lines “400: {” and behind them lines “'\u4e00': -3.6,”.
func (t *tagger) readEmit() func(string) {
	state := 0
	return func(line string) {
		if s, ok := strings.CutSuffix(line, ": {"); ok {
			state, _ = strconv.Atoi(s)
			t.emit[state] = map[rune]float64{}
			return
		}
		quoted, p, ok := strings.Cut(strings.TrimSuffix(line, ","), ": ")
		if r, err := strconv.Unquote(quoted); ok && err == nil && state >= singleState {
			t.emit[state][[]rune(r)[0]], _ = strconv.ParseFloat(p, 64)
		}
	}
}

// follow returns the probabilities of the next word's first state behind a
// word that ends in state.
func (t *tagger) follow(state int) map[int]float64 {
	out, sum := map[int]float64{}, 0.0
	for s, p := range t.next[state] {
		if s < endState || s >= singleState {
			out[s] = math.Exp(p)
			sum += out[s]
		}
	}
	for s := range out {
		out[s] /= sum
	}
	return out
}

// last is the state in which a word ends that begins with state.
func last(state int) int {
	if state < endState {
		return state + endState - beginState
	}
	return state
}

// walk finds the share of each state in running text.
func (t *tagger) walk() {
	rows := map[int]map[int]float64{}
	t.share = map[int]float64{}
	for s, p := range t.start {
		if s < endState || s >= singleState {
			t.share[s] = math.Exp(p)
			rows[s] = t.follow(last(s))
		}
	}
	for range iterations {
		next, sum := map[int]float64{}, 0.0
		for _, s := range slices.Sorted(maps.Keys(t.share)) {
			for to, p := range rows[s] {
				next[to] += t.share[s] * p
			}
		}
		for _, s := range slices.Sorted(maps.Keys(next)) {
			sum += next[s]
		}
		for s := range next {
			next[s] /= sum
		}
		t.share = next
	}
}

// A class is a mixture of states.
type class map[int]float64

// wordClass returns the class of a word by its part of speech.
func (t *tagger) wordClass(text []rune, tag string) class {
	at := slices.Index(t.tags, tag)
	state := beginState + at
	if len(text) == 1 {
		mix := t.mixture(text[0])
		state = singleState + max(at, 0)
		for _, s := range slices.Sorted(maps.Keys(mix)) {
			if mix[s] > mix[state] {
				state = s
			}
		}
	}
	if at < 0 || t.share[state] < rareTag {
		state += t.fallback - state%tagStates
	}
	return class{state: 1}
}

// mixture weighs the parts of speech of a word of one character.
func (t *tagger) mixture(r rune) class {
	mix, sum := class{}, 0.0
	for s, chars := range t.emit {
		if p, ok := chars[r]; ok && t.share[s] >= rareTag {
			mix[s] = t.share[s] * math.Exp(p)
		}
	}
	for _, s := range slices.Sorted(maps.Keys(mix)) {
		sum += mix[s]
	}
	for s := range mix {
		mix[s] /= sum
	}
	return mix
}

// affinity is that of a word of class b behind one of class a, in steps.
func (t *tagger) affinity(a, b class) int {
	p := 0.0
	for _, s := range slices.Sorted(maps.Keys(a)) {
		row := t.follow(last(s))
		for _, to := range slices.Sorted(maps.Keys(b)) {
			p += a[s] * row[to] * b[to] / t.share[to]
		}
	}
	return steps(p)
}

// opening is the affinity of a word of class b to the beginning of a sentence.
func (t *tagger) opening(b class) int {
	p := 0.0
	for _, to := range slices.Sorted(maps.Keys(b)) {
		p += math.Exp(t.start[to]) * b[to] / t.share[to]
	}
	return steps(p)
}

func steps(p float64) int {
	v := math.Log(max(p, 1e-9))
	return int(math.Round(max(-maxAffinity, min(maxAffinity, v)) / affinityStep))
}

// classes sorts the words of the model into classes: per word the number of
// its class, from 3 on, and the table of affinities, row by row, as bytes. The
// first classes are what has none, the beginning of a sentence, and numbers.
func (t *tagger) classes(m *model, tagOf map[string]string) (of map[string]int, table []byte, n int) {
	list := []class{{}, {}, {beginState + t.numeral: 1}}
	of = map[string]int{}
	for _, w := range frequentSingles(m) {
		if mix := t.mixture([]rune(w)[0]); len(mix) > 0 {
			of[w] = len(list)
			list = append(list, mix)
		}
	}
	byState := map[int]int{}
	for _, w := range slices.Sorted(maps.Keys(m.logp)) {
		if _, ok := of[w]; ok {
			continue
		}
		c := t.wordClass([]rune(w), tagOf[w])
		for s := range c {
			if byState[s] == 0 {
				byState[s] = len(list)
				list = append(list, c)
			}
			of[w] = byState[s]
		}
	}
	for i, a := range list {
		for j, b := range list {
			v := 0
			switch {
			case i == 0 || j < 3:
			case i == 1:
				v = t.opening(b)
			default:
				v = t.affinity(a, b)
			}
			table = append(table, byte(v))
		}
	}
	return of, table, len(list)
}

func frequentSingles(m *model) []string {
	var list []string
	for w := range m.logp {
		if len([]rune(w)) == 1 {
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(m.logp[b], m.logp[a]), cmp.Compare(a, b)) })
	return list[:min(len(list), ownClasses)]
}
