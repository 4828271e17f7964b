package parse

// classMatcher finds all words of classes.txt in a class or id in one pass over
// its bytes, after Aho and Corasick.
type classMatcher struct {
	hints  []classHint
	states []classState
}

// classState is the longest beginning of a word that the text read so far ends
// with.
type classState struct {
	next  [classAlphabet]int32
	ends  []int32 // the words that end here, by their index in hints
	fails int32   // the next shorter beginning; while building only
}

// classAlphabet counts the letters of classes: a to z, "-", "_", and 0 for
// everything else.
const classAlphabet = 29

func classLetter(c byte) byte {
	switch {
	case c >= 'a' && c <= 'z':
		return c - 'a' + 1
	case c >= 'A' && c <= 'Z':
		return c - 'A' + 1
	case c == '-':
		return 27
	case c == '_':
		return 28
	}
	return 0
}

func newClassMatcher(hints []classHint) *classMatcher {
	m := &classMatcher{hints: hints, states: make([]classState, 1)}
	for i, h := range hints {
		at := int32(0)
		for _, c := range []byte(h.word) {
			c = classLetter(c)
			if m.states[at].next[c] == 0 {
				m.states[at].next[c] = int32(len(m.states))
				m.states = append(m.states, classState{})
			}
			at = m.states[at].next[c]
		}
		m.states[at].ends = append(m.states[at].ends, int32(i))
	}
	m.link()
	return m
}

// link turns the tree of words into an automaton: where no word goes on, it
// goes on with the longest other beginning.
func (m *classMatcher) link() {
	queue := []int32{0}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		s := &m.states[at]
		for c := range s.next {
			to, other := s.next[c], int32(0)
			if at != 0 {
				other = m.states[s.fails].next[c]
			}
			if to == 0 {
				s.next[c] = other
				continue
			}
			t := &m.states[to]
			t.fails = other
			t.ends = append(t.ends, m.states[other].ends...)
			queue = append(queue, to)
		}
	}
}

// hint returns what a class or id says: of the hints that fit, the first of the
// file, and whether it names a title.
func (m *classMatcher) hint(class string) (h hint, title bool) {
	at, best := int32(0), len(m.hints)
	for i := 0; i < len(class); i++ {
		at = m.states[at].next[classLetter(class[i])]
		for _, k := range m.states[at].ends {
			switch h := &m.hints[k]; {
			case h.value == hintTitle:
				title = true
			case int(k) < best && (!h.whole || standsAlone(class, i+1-len(h.word), i+1)):
				best = int(k)
			}
		}
	}
	if best < len(m.hints) {
		h = m.hints[best].value
	}
	return h, title
}

// standsAlone reports whether no letter stands beside class[lo:hi].
func standsAlone(class string, lo, hi int) bool {
	return (lo == 0 || !isLetter(class[lo-1])) && (hi == len(class) || !isLetter(class[hi]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
