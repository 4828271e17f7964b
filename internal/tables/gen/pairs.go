package main

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// What may follow a word is known in two grains: by classes (see tagger), and
// by pairs of words where the news says something else than the classes.
const (
	classShare = 0.6    // of what the classes say
	pairShare  = 0.6    // of what the pairs say beyond that
	newsShare  = 0.15   // of a word's probability that comes from the news
	maxPairs   = 22_000 // pairs in the table
	minExpect  = 4      // a pair that is expected so often and never met is held to be rare
	frequent   = 500    // times that both of its words are met, at least
	smoothing  = 20.0   // times that the classes are believed
	rareWeight = 0.3    // of pairs that are rarer than the classes say
	pairBits   = 12     // the number of buckets, as a power of two
	pairStep   = 0.6    // nats
	pairZero   = 7      // the value that stands for 0
)

// Marks are words of their own, each with a class: here in the order of the
// classes behind those of words.
var marks = []rune("，。、“”：；！？（）《》…—·")

// A wordID names a word as package tables does: for words of the lexicon the
// depth, from 1, and the number of the node there; for others their class.
type wordID uint32

func nodeID(depth, node int) wordID { return wordID(depth+1)<<24 | wordID(node) }

// A lexicon is what the tables of words and of pairs share.
type lexicon struct {
	*model
	classOf  map[string]int
	affinity [][]float64 // by class, in nats
	classes  int         // of words; those of marks are behind
	id       map[string]wordID
	news     *newsCounts
}

// class returns that of anything that the news counts; ok is false if it has
// none.
func (l *lexicon) class(w string) (class int, ok bool) {
	switch w {
	case startWord, "。", "！", "？":
		return openClass, true // in front of a word; behind one, see mark
	case numberWord, timeWord:
		return numberClass, true
	}
	if class, ok := l.mark(w); ok {
		return class, true
	}
	class, ok = l.classOf[w]
	return class, ok
}

// mark returns the class of a mark.
func (l *lexicon) mark(w string) (class int, ok bool) {
	r := []rune(w)
	i := slices.Index(marks, r[0])
	return l.classes + i, len(r) == 1 && i >= 0
}

// A newsPair is a pair of words as the tables see them.
type newsPair struct{ before, next int } // numbers of items

// An item is a word, a mark, a number or the start of a sentence.
type item struct {
	id    wordID
	class int
	count float64
	cost  float64 // nats, by itself
}

// A pairing finds the pairs that tell more than their classes.
type pairing struct {
	*lexicon
	items []item
	count map[newsPair]float64
	total float64
}

// newPairing gathers the counts of the news by what the tables tell apart.
func newPairing(l *lexicon) *pairing {
	p := &pairing{lexicon: l, count: map[newsPair]float64{}}
	number := map[wordID]int{}
	add := func(w string, class int) int {
		id, ok := l.id[w]
		if !ok || class < firstClass || class >= l.classes {
			id = wordID(class)
		}
		i, ok := number[id]
		if !ok {
			i = len(p.items)
			number[id] = i
			p.items = append(p.items, item{id: id, class: class})
		}
		return i
	}
	known := slices.DeleteFunc(slices.Sorted(maps.Keys(l.news.word)), func(w string) bool {
		_, ok := l.class(w)
		return !ok || l.news.word[w] == 0
	})
	before, next := make([]int, len(known)), make([]int, len(known))
	for i, w := range known {
		class, _ := l.class(w)
		before[i] = add(w, class)
		if class, ok := l.mark(w); ok {
			next[i] = add(w, class)
		} else {
			next[i] = before[i]
		}
		p.items[next[i]].count += float64(l.news.word[w])
	}
	for i := range p.items {
		p.total += p.items[i].count
	}
	for w, id := range l.id {
		if i, ok := number[id]; ok {
			p.items[i].cost = -l.logp[w]
		}
	}
	for i := range p.items {
		if it := &p.items[i]; it.cost == 0 {
			it.cost = -math.Log(it.count / p.total)
		}
	}
	l.news.eachPair(known, func(i, j, n int) { p.count[newsPair{before[i], next[j]}] += float64(n) })
	return p
}

// classAffinities fills in what the tagger does not know: marks, numbers and
// the beginning of a sentence.
func (p *pairing) classAffinities() {
	const floor, seen = 5, 0.85 // the news leaves out pairs that are rarer than three
	n := p.classes + len(marks)
	count := make([]float64, n)
	pair := make([]float64, n*n)
	for _, it := range p.items {
		count[it.class] += it.count
	}
	for k, c := range p.count {
		pair[p.items[k.before].class*n+p.items[k.next].class] += c
	}
	for a := openClass; a < n; a++ {
		for b := numberClass; b < n; b++ {
			if isWordClass(a, p.classes) && isWordClass(b, p.classes) {
				continue
			}
			expected := count[a] * count[b] / p.total
			v := math.Log((pair[a*n+b] + floor) / (expected*seen + floor))
			p.affinity[a][b] = max(-maxAffinity, min(maxAffinity, v))
		}
	}
}

func isWordClass(c, classes int) bool { return c >= firstClass && c < classes }

// A telling is what a pair tells: the logarithm of how much likelier it is
// than its classes say, and how much that is worth.
type telling struct {
	before, next wordID
	value        float64
	weight       float64
}

// tellings returns the pairs worth most.
func (p *pairing) tellings() []telling {
	var all []telling
	for k, n := range p.count {
		all = append(all, p.tell(k, n))
	}
	var often []int
	for i, it := range p.items {
		if it.count > frequent {
			often = append(often, i)
		}
	}
	for _, a := range often {
		for _, b := range often {
			k := newsPair{a, b}
			if _, met := p.count[k]; !met && p.items[b].class != openClass && p.items[a].count*p.likely(k) > minExpect {
				all = append(all, p.tell(k, 1))
			}
		}
	}
	slices.SortFunc(all, func(a, b telling) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.before, b.before), cmp.Compare(a.next, b.next))
	})
	return all[:min(maxPairs, len(all))]
}

// likely is the probability of the second word behind the first by classes.
func (p *pairing) likely(k newsPair) float64 {
	a, b := p.items[k.before], p.items[k.next]
	return math.Exp(classShare*p.affinity[a.class][b.class] - b.cost)
}

func (p *pairing) tell(k newsPair, n float64) telling {
	likely := p.likely(k)
	count := max(p.items[k.before].count, n)
	value := math.Log((n + smoothing*likely) / (count + smoothing) / likely)
	weight := n * value
	if value < 0 {
		weight = rareWeight * count * likely * (1 - math.Exp(value))
	}
	return telling{p.items[k.before].id, p.items[k.next].id, value, weight}
}

// encodePairs writes a table that is read where it stands: pairs by the upper
// bits of a hash. index holds the number of the first pair of each bucket and
// the end of the last one, data a number per pair: twelve more bits of the
// hash, and above them the value.
func encodePairs(list []telling) (index, data []byte) {
	buckets := make([][]uint16, 1<<pairBits)
	for _, t := range list {
		h := hashPair(t.before, t.next)
		value := pairZero + int(math.Round(t.value*pairShare/pairStep))
		value = max(0, min(15, value))
		b := h >> (64 - pairBits)
		buckets[b] = append(buckets[b], uint16(value)<<12|uint16(h>>(64-pairBits-12))&0xFFF)
	}
	n := 0
	for _, b := range buckets {
		index = binary.LittleEndian.AppendUint16(index, uint16(n))
		n += len(b)
		slices.Sort(b)
		for _, v := range b {
			data = binary.LittleEndian.AppendUint16(data, v)
		}
	}
	return binary.LittleEndian.AppendUint16(index, uint16(n)), data
}

// hashPair must be that of package tables.
func hashPair(a, b wordID) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h >> 32
	return h * 0xD6E8FEB86659FD93
}
