package tables

// A Word names what the model tells apart: a word of the lexicon, a
// punctuation mark, digits, the beginning of a sentence. It is a class, or the
// node of a word: its depth, from 1, in the uppermost byte, its index below.
type Word uint32

// Words that are classes.
const (
	NoWord     Word = iota // nothing is known
	StartWord              // the beginning of a sentence
	NumberWord             // digits
)

const (
	affinityStep = 0.15
	allClasses   = wordClasses + markClasses
)

// WordAt returns the word of the lexicon that ends in a node.
func WordAt(depth, node int) Word { return Word(depth+1)<<24 | Word(node) }

// MarkWord returns what stands for a character that is no hanzi; narrow and
// wide forms are the same.
func MarkWord(r rune) Word {
	const first = Word(wordClasses)
	switch r { // in the order of the constant marks
	case '，', ',':
		return first
	case '。':
		return first + 1
	case '、':
		return first + 2
	case '“', '「', '『', '‘':
		return first + 3
	case '”', '」', '』', '’':
		return first + 4
	case '：', ':':
		return first + 5
	case '；', ';':
		return first + 6
	case '！', '!':
		return first + 7
	case '？', '?':
		return first + 8
	case '（', '(':
		return first + 9
	case '）', ')':
		return first + 10
	case '《':
		return first + 11
	case '》':
		return first + 12
	case '…':
		return first + 13
	case '—':
		return first + 14
	case '·':
		return first + 15
	}
	if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
		return NumberWord
	}
	return NoWord
}

// class returns the class of a word.
func (l *Lexicon) class(w Word) int {
	if depth := w >> 24; depth > 0 {
		return int(l.depth[depth-1].node[w&0xFFFFFF].class)
	}
	return int(w)
}

// Affinity returns how much likelier the word next becomes behind the word
// before, as the logarithm of a ratio.
func (l *Lexicon) Affinity(before, next Word) float32 {
	return l.table[l.class(before)*allClasses+l.class(next)] + pairAffinity(before, next)
}

// pairAffinity is what the two words say beyond their classes. The table is
// read where it stands, see encodePairs in gen.
func pairAffinity(before, next Word) float32 {
	h := hashPair(before, next)
	bucket := int(h >> (64 - pairBits))
	tag := uint16(h>>(64-pairBits-12)) & 0xFFF
	for i, end := pairWord(pairIndex, bucket), pairWord(pairIndex, bucket+1); i < end; i++ {
		if v := pairWord(pairData, int(i)); v&0xFFF == tag {
			return (float32(v>>12) - pairZero) * pairStep
		}
	}
	return 0
}

func pairWord(data string, i int) uint16 {
	return uint16(data[2*i]) | uint16(data[2*i+1])<<8
}

func hashPair(a, b Word) uint64 {
	h := (uint64(a)<<32 | uint64(b)) * 0x9E3779B97F4A7C15
	h ^= h >> 32
	return h * 0xD6E8FEB86659FD93
}
