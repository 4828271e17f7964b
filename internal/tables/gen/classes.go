package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The word list knows words one by one. What may follow what comes from a
// tagger's model of parts of speech: the affinity of two neighbours is the
// logarithm of how much likelier the second one becomes behind the first. The
// class of a word is its part of speech, and whether it has one character.
const (
	affinityStep = 0.15 // nats
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
	share             map[int]float64 // of words, by the state that they begin with
	fallback, numeral int
}

func readTagger(in *inputs) (*tagger, error) {
	t := &tagger{start: map[int]float64{}, next: map[int]map[int]float64{}}
	for name, read := range map[string]func(string){
		"gse-tags": t.readTags, "gse-tag-start": t.readStart, "gse-tag-transitions": t.readNext,
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
	if t.fallback < 0 || t.numeral < 0 || len(t.start) == 0 {
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

// class returns the state that stands for the class of a word.
func (t *tagger) class(text []rune, tag string) int {
	state := beginState
	if len(text) == 1 {
		state = singleState
	}
	if at := slices.Index(t.tags, tag); at >= 0 && t.share[state+at] >= rareTag {
		return state + at
	}
	return state + t.fallback
}

// affinity is that of a word of class b behind one of class a, in nats.
func (t *tagger) affinity(a, b int) float64 { return clamp(t.follow(last(a))[b] / t.share[b]) }

// opening is the affinity of a word of class b to the beginning of a sentence.
func (t *tagger) opening(b int) float64 { return clamp(math.Exp(t.start[b]) / t.share[b]) }

func clamp(ratio float64) float64 {
	return max(-maxAffinity, min(maxAffinity, math.Log(max(ratio, 1e-9))))
}

// Classes that are none of a word's: nothing is known, the beginning of a
// sentence, numbers.
const (
	noClass = iota
	openClass
	numberClass
	firstClass
)

// classes sorts the words of the model into classes: per word the number of
// its class, and the affinities of n classes and some more.
func (t *tagger) classes(m *model, tagOf map[string]string, more int) (of map[string]int, affinity [][]float64, n int) {
	list := []int{0, 0, beginState + t.numeral}
	of, byState := map[string]int{}, map[int]int{}
	for _, w := range slices.Sorted(maps.Keys(m.logp)) {
		state := t.class([]rune(w), tagOf[w])
		if byState[state] == 0 {
			byState[state] = len(list)
			list = append(list, state)
		}
		of[w] = byState[state]
	}
	n = len(list)
	affinity = make([][]float64, n+more)
	for i := range affinity {
		affinity[i] = make([]float64, n+more)
		for j := firstClass; j < n; j++ {
			switch {
			case i == openClass:
				affinity[i][j] = t.opening(list[j])
			case i > openClass && i < n:
				affinity[i][j] = t.affinity(list[i], list[j])
			}
		}
	}
	return of, affinity, n
}
