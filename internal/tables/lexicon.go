package tables

import (
	"sort"
	"sync"
)

// MaxWord is the length of the longest words of the lexicon, in characters.
const MaxWord = 4

// ScoreStep is the unit of a word's score, in nats.
const ScoreStep = 0.5

// A Lexicon is a list of Chinese words (simplified, one to MaxWord characters)
// as a trie. A word's score is the negative logarithm of its probability, in
// units of [ScoreStep].
//
// A node is named by its depth (0 for single characters) and its index there.
type Lexicon struct {
	index [0xA000 - 0x4E00]uint16 // of a character in the alphabet, plus one
	depth [MaxWord]level
}

// A level holds the nodes of one depth, in the order of their prefixes.
type level struct {
	char  []uint16 // alphabet index of the last character
	score []uint8  // plus one; 0 if no word ends here
	kids  []uint32 // start of the children at the next depth; one more at the end
}

// Words returns the lexicon, which is decoded on first use and shared.
var Words = sync.OnceValue(loadWords)

func loadWords() *Lexicon {
	r := reader(inflate(wordsData))
	var streams [MaxWord + 2]reader
	for i := range streams {
		streams[i] = r.cut(r.varint())
	}
	return decodeWords(streams)
}

func decodeWords(streams [MaxWord + 2]reader) *Lexicon {
	l := new(Lexicon)
	for d := range l.depth {
		n := len(streams[d])
		l.depth[d] = level{make([]uint16, 0, n), make([]uint8, 0, n), make([]uint32, 0, n+1)}
	}
	alphabet, counts, scores := streams[0], streams[MaxWord], streams[MaxWord+1]
	c := -1
	for n := 0; len(alphabet) > 0; n++ {
		c += alphabet.varint() + 1
		l.index[c] = uint16(n + 1)
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
			v.score = append(v.score, scores[0])
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
	chars := l.depth[depth+1].char[lo:hi]
	i := sort.Search(len(chars), func(i int) bool { return int(chars[i]) >= c })
	if i == len(chars) || int(chars[i]) != c {
		return 0, false
	}
	return lo + i, true
}

// Score returns the score of the word that ends in a node; ok is false if the
// node is only the beginning of words.
func (l *Lexicon) Score(depth, node int) (score int, ok bool) {
	s := int(l.depth[depth].score[node])
	return s - 1, s > 0
}
