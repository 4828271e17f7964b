package tables

import (
	"iter"
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
	chars []uint16                // the alphabet
	depth [MaxWord]level
	table [allClasses * allClasses]float32 // affinities, row by row
}

// A level holds the nodes of one depth, in the order of their prefixes.
type level struct {
	node []node
	kids []uint32 // start of the children at the next depth; one more at the end
}

// A node is the end of a word or the beginning of some.
type node struct {
	char  uint16 // alphabet index of the last character
	score uint8  // plus one; 0 if no word ends here
	class uint8
}

// Words returns the lexicon, which is decoded on first use and shared.
var Words = sync.OnceValue(loadWords)

func loadWords() *Lexicon {
	chars, rest := reader{data: wordChars}, reader{data: inflate(wordsData)}
	var d wordDecoder
	for i := range d.streams {
		r := &rest
		if i > 0 && i < MaxWord {
			r = &chars
		}
		d.streams[i] = r.cut(r.varint())
	}
	l := d.decode()
	for i, v := range []byte(inflate(affinityData)) {
		l.table[i] = float32(int8(v)) * affinityStep
	}
	return l
}

// A wordDecoder makes the lexicon of the streams that the generator wrote: the
// alphabet, the children per depth, large numbers of them, nodes and classes.
type wordDecoder struct {
	streams [MaxWord + 3]reader
	lexicon *Lexicon
}

func (d *wordDecoder) decode() *Lexicon {
	l := new(Lexicon)
	d.lexicon = l
	for k := range l.depth {
		n := len(d.streams[k].data) // a byte or more for each
		l.depth[k] = level{make([]node, 0, n), make([]uint32, 0, n+1)}
	}
	alphabet := &d.streams[0]
	for c := -1; alphabet.more(); {
		v := alphabet.varint()
		if len(l.chars) >= usualChars {
			c += v + 1
			v = c
		}
		l.chars = append(l.chars, uint16(0x4E00+v))
		l.index[v] = uint16(len(l.chars))
	}
	d.walk(0, len(l.chars))
	for k := range MaxWord - 1 {
		l.depth[k].kids = append(l.depth[k].kids, uint32(len(l.depth[k+1].node)))
	}
	return l
}

// walk reads n nodes of one parent and all below them.
func (d *wordDecoder) walk(depth, n int) {
	v := &d.lexicon.depth[depth]
	chars, counts, ends, classes := &d.streams[depth], &d.streams[MaxWord], &d.streams[MaxWord+1], &d.streams[MaxWord+2]
	prev := -1
	for range n {
		if depth > 0 {
			prev += chars.varint()
		}
		prev++
		end := ends.byte()
		next := node{char: uint16(prev)}
		if score := end >> scoreShift; score > 0 {
			next.score, next.class = score+scoreBase, classes.byte()
		}
		v.node = append(v.node, next)
		if depth+1 < MaxWord {
			v.kids = append(v.kids, uint32(len(d.lexicon.depth[depth+1].node)))
			kids := int(end & manyKids)
			if kids == manyKids {
				kids = counts.varint()
			}
			if kids > 0 {
				d.walk(depth+1, kids)
			}
		}
	}
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
	nodes := l.depth[depth+1].node
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch char := int(nodes[mid].char); {
		case char == c:
			return mid, true
		case char < c:
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
		for _, kid := range l.depth[depth+1].node[kids[node]:kids[node+1]] {
			if !yield(rune(l.chars[kid.char])) {
				return
			}
		}
	}
}

// Score returns the score of the word that ends in a node; ok is false if the
// node is only the beginning of words.
func (l *Lexicon) Score(depth, node int) (score int, ok bool) {
	s := int(l.depth[depth].node[node].score)
	return s - 1, s > 0
}
