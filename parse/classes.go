package parse

// classMatcher finds all words of classes.txt in a class or id in one pass over
// its bytes, after Aho and Corasick. A state is the longest beginning of a word
// that the text read so far ends with.
type classMatcher struct {
	hints []classHint
	next  [][classAlphabet]uint16 // the state behind each letter
	ends  [][]uint16              // the words that end in a state, by their index in hints
}

// classAlphabet is the number of letters of classes: a to z, "-", "_", and 0 for
// everything else; a power of two.
const classAlphabet = 32

// wordEnds marks a state in which words end.
const wordEnds = 1 << 15

var classLetters = func() (letters [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		letters[c] = c - 'a' + 1
		letters[c-'a'+'A'] = c - 'a' + 1
	}
	letters['-'], letters['_'] = 27, 28
	return letters
}()

func newClassMatcher(hints []classHint) *classMatcher {
	m := &classMatcher{hints: hints, next: make([][classAlphabet]uint16, 1), ends: make([][]uint16, 1)}
	for i, h := range hints {
		at := uint16(0)
		for _, c := range []byte(h.word) {
			to := &m.next[at][classLetters[c]]
			if at = *to; at == 0 {
				at = uint16(len(m.next))
				*to = at
				m.next = append(m.next, [classAlphabet]uint16{})
				m.ends = append(m.ends, nil)
			}
		}
		m.ends[at] = append(m.ends[at], uint16(i))
	}
	m.link()
	return m
}

// link turns the tree of words into an automaton: where no word goes on, it
// goes on with the longest other beginning.
func (m *classMatcher) link() {
	other := make([]uint16, len(m.next)) // the next shorter beginning of each state
	for queue := []uint16{0}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for c := range m.next[at] {
			short := uint16(0)
			if at != 0 {
				short = m.next[other[at]][c]
			}
			to := m.next[at][c]
			if to == 0 {
				m.next[at][c] = short
				continue
			}
			other[to] = short
			m.ends[to] = append(m.ends[to], m.ends[short]...)
			queue = append(queue, to)
		}
	}
	for at := range m.next {
		for c, to := range m.next[at] {
			if len(m.ends[to]) > 0 {
				m.next[at][c] |= wordEnds
			}
		}
	}
}

// hint returns what a class or id says: of the hints that fit, the first of the
// file, and all topics that it speaks of.
func (m *classMatcher) hint(class string) (h hint, topics topic) {
	at, best := uint16(0), len(m.hints)
	for i := 0; i < len(class); i++ {
		at = m.next[at][classLetters[class[i]]]
		if at&wordEnds == 0 {
			continue
		}
		at &^= wordEnds
		for _, k := range m.ends[at] {
			switch h := &m.hints[k]; {
			case h.whole && !standsAlone(class, i+1-len(h.word), i+1):
			case h.topic != 0:
				topics |= h.topic
			default:
				best = min(best, int(k))
			}
		}
	}
	if best < len(m.hints) {
		h = m.hints[best].value
	}
	return h, topics
}

// classMemory keeps what some classes say: a page has few, again and again.
type classMemory [128]struct {
	class  string
	hint   hint
	topics topic
}

// hint is m.hint(class).
func (c *classMemory) hint(m *classMatcher, class string) (hint, topic) {
	if class == "" {
		return hintNone, 0
	}
	e := &c[(uint(class[0])+31*uint(class[len(class)/2])+7*uint(class[len(class)-1])+uint(len(class)))%uint(len(c))]
	if e.class != class {
		e.class = class
		e.hint, e.topics = m.hint(class)
	}
	return e.hint, e.topics
}

// standsAlone reports whether no letter stands beside class[lo:hi].
func standsAlone(class string, lo, hi int) bool {
	return (lo == 0 || !isLetter(class[lo-1])) && (hi == len(class) || !isLetter(class[hi]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
