package tables

import (
	"iter"
	"sync"
)

// MaxWord is the length of the longest words of the lexicon, in characters.
const MaxWord = 4

// ScoreStep is the unit of a word's score, in nats.
const ScoreStep = 0.5

const affinityStep = 0.25

// Classes that are none of a word's.
const (
	NoClass     = iota // nothing is known
	OpenClass          // the beginning of a sentence
	NumberClass        // digits
)

// A Lexicon is a list of Chinese words (simplified, one to MaxWord characters)
// as a trie. A word's score is the negative logarithm of its probability, in
// units of [ScoreStep].
//
// A node is named by its depth (0 for single characters) and its index there.
type Lexicon struct {
	index [0xA000 - 0x4E00]uint16 // of a character in the alphabet, plus one
	chars []uint16                // the alphabet
	depth [MaxWord]level
	table [wordClasses * wordClasses]float32 // affinities, row by row
}

// A level holds the nodes of one depth, in the order of their prefixes.
type level struct {
	char  []uint16 // alphabet index of the last character
	score []uint8  // plus one; 0 if no word ends here
	class []uint8
	kids  []uint32 // start of the children at the next depth; one more at the end
}

// Words returns the lexicon, which is decoded on first use and shared.
var Words = sync.OnceValue(loadWords)

func loadWords() *Lexicon {
	r := reader(inflate(wordsData))
	var streams [MaxWord + 3]reader
	for i := range streams {
		streams[i] = r.cut(r.varint())
	}
	l := decodeWords(streams)
	for i, v := range []byte(inflate(affinityData)) {
		l.table[i] = float32(int8(v)) * affinityStep
	}
	return l
}

func decodeWords(streams [MaxWord + 3]reader) *Lexicon {
	l := new(Lexicon)
	for d := range l.depth {
		n := len(streams[d])
		l.depth[d] = level{make([]uint16, 0, n), make([]uint8, 0, n), make([]uint8, 0, n), make([]uint32, 0, n+1)}
	}
	alphabet, counts, scores, classes := streams[0], streams[MaxWord], streams[MaxWord+1], streams[MaxWord+2]
	c := -1
	for n := 0; len(alphabet) > 0; n++ {
		c += alphabet.varint() + 1
		l.index[c] = uint16(n + 1)
		l.chars = append(l.chars, uint16(0x4E00+c))
		l.depth[0].char = append(l.depth[0].char, uint16(n))
	}
	var walk func(depth, n int)
	walk = func(depth, n int) {
		v, prev := &l.depth[depth], -1
		for i := range n {
			if depth > 0 {
				prev += streams[depth].varint() + 1
				v.char = append(v.char, uint16(prev))
			} else {
				prev = i
			}
			class := byte(0)
			if scores[0] > 0 {
				class, classes = classes[0], classes[1:]
			}
			v.score, v.class = append(v.score, scores[0]), append(v.class, class)
			scores = scores[1:]
			if depth+1 < MaxWord {
				v.kids = append(v.kids, uint32(len(l.depth[depth+1].char)))
				walk(depth+1, counts.varint())
			}
		}
	}
	walk(0, len(l.depth[0].char))
	for d := range MaxWord - 1 {
		l.depth[d].kids = append(l.depth[d].kids, uint32(len(l.depth[d+1].char)))
	}
	return l
}

// Root returns the node of a single character; ok is false if no word of the
// lexicon holds it.
func (l *Lexicon) Root(r rune) (node int, ok bool) {
	if r < 0x4E00 || r > 0x9FFF {
		return 0, false
	}
	i := int(l.index[r-0x4E00])
	return i - 1, i > 0
}

// Child returns the node that r leads to from a node; ok is false if no word
// of the lexicon goes on like that.
func (l *Lexicon) Child(depth, node int, r rune) (child int, ok bool) {
	c, ok := l.Root(r)
	if !ok || depth+1 >= MaxWord {
		return 0, false
	}
	kids := l.depth[depth].kids
	lo, hi := int(kids[node]), int(kids[node+1])
	chars := l.depth[depth+1].char
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch c2 := int(chars[mid]); {
		case c2 == c:
			return mid, true
		case c2 < c:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0, false
}

// Children yields the characters with which words of the lexicon go on from a
// node.
func (l *Lexicon) Children(depth, node int) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		if depth+1 >= MaxWord {
			return
		}
		kids := l.depth[depth].kids
		for _, c := range l.depth[depth+1].char[kids[node]:kids[node+1]] {
			if !yield(rune(l.chars[c])) {
				return
			}
		}
	}
}

// Score returns the score of the word that ends in a node; ok is false if the
// node is only the beginning of words.
func (l *Lexicon) Score(depth, node int) (score int, ok bool) {
	s := int(l.depth[depth].score[node])
	return s - 1, s > 0
}

// Class returns the class of the word that ends in a node.
func (l *Lexicon) Class(depth, node int) uint8 { return l.depth[depth].class[node] }

// Affinity returns how much likelier a word of the class next becomes behind
// one of the class before, as the logarithm of a ratio.
func (l *Lexicon) Affinity(before, next uint8) float32 {
	return l.table[int(before)*wordClasses+int(next)]
}
