package encoding

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// What the notes of a text must be like to be taken for those of software,
// which puts the usual reading behind hanzi at random. Teaching material notes
// what is hard to read, most often whole words, and explains itself.
const (
	leastNotes      = 3 // different hanzi with a note
	leastSureNotes  = 8
	leastPlainNotes = 5
	manyNotes       = 20
	leastSure       = 0.05    // confidence; less is no finding
	everydayCost    = 8 * nat // of the hanzi that everybody reads
)

// A note is a reading in brackets behind a hanzi.
type note struct {
	r          rune
	syllable   string
	start, end int  // bytes of the brackets and what they hold
	toned      bool // the syllable is a reading with its tone
	chained    bool // the hanzi stands right behind another note
	again      bool // a second note of one hanzi, of the same syllable
}

// noteStats weigh the notes of a text.
type noteStats struct {
	hanzi, notes, plain int
	usual               int // notes with the usual reading of the hanzi
	everyday            int // notes behind everyday hanzi
	chained, again      int
	other               int // brackets behind hanzi that hold Latin letters and no reading
	distinct            int
	before              int // different hanzi that stand without a note before they have one
	conflict            int // different hanzi with notes of two readings
	syllable            map[rune]string
	bare                map[rune]bool
}

// A noteRepair removes notes from a text that is not cloaked as a whole:
// behind hanzi of any kind, toned or not.
type noteRepair struct {
	*cloakTables
	s      string
	o      *job
	notes  []note
	strewn []int // byte offsets of traditional characters in simplified lines
	left   []Damage
	stats  noteStats
}

// unnote takes out the notes that software put behind hanzi of any kind.
func unnote(s string, o *job) ([]Edit, []Damage) {
	n := &noteRepair{cloakTables: sharedCloak(), s: s, o: o}
	n.stats.syllable, n.stats.bare = map[rune]string{}, map[rune]bool{}
	if n.read(); len(n.notes) < leastNotes {
		return nil, nil
	}
	n.weigh()
	n.findStrewn()
	confidence := n.confidence()
	switch {
	case confidence < leastSure:
		return nil, nil
	case confidence < Certain && o.Mode == Strict:
		return nil, n.damage()
	}
	return n.edits(confidence), n.left
}

// read finds the notes.
func (n *noteRepair) read() {
	var last note
	for i := 0; ; i++ {
		k := strings.IndexByte(n.s[i:], '(')
		if k < 0 {
			return
		}
		i += k
		r, size := utf8.DecodeLastRuneInString(n.s[:i])
		again := last.end == i && last.end > 0
		if again {
			r = last.r
		}
		if r < 0x4E00 || r > 0x9FFF {
			continue
		}
		if next, ok := n.noteAt(i, r); ok {
			next.again = again
			next.chained = !again && last.end > 0 && last.end == i-size
			n.notes = append(n.notes, next)
			last, i = next, next.end-1
		}
	}
}

// weigh counts the signs for and against, from the start of the text to its
// end. Of lines and elements without a note it knows nothing.
func (n *noteRepair) weigh() {
	at := 0
	for _, x := range n.notes {
		between := n.s[at:x.start]
		if i := strings.IndexAny(between, lineEnds); i >= 0 {
			if at > 0 {
				n.count(between[:i])
			}
			between = between[strings.LastIndexAny(between, lineEnds):]
		}
		n.count(between)
		n.add(x)
		at = x.end
	}
	rest := n.s[at:]
	if i := strings.IndexAny(rest, lineEnds); i >= 0 {
		rest = rest[:i]
	}
	n.count(rest)
}

// lineEnds are where the text that a note belongs to may begin and end.
const lineEnds = "\n<>"

// noteAt reads the note behind r at the bracket n.s[i].
func (n *noteRepair) noteAt(i int, r rune) (note, bool) {
	syllable, size := readSyllable(n.s[i+1:])
	if size == 0 {
		return note{}, false
	}
	next := note{r: r, syllable: syllable, start: i, end: i + 1 + size, toned: n.pinyin.Has(r, syllable)}
	if !next.toned && !(isASCII(syllable) && n.pinyin.HasPlain(r, syllable)) {
		n.stats.other++
		return note{}, false
	}
	return next, true
}

// add takes a note into account.
func (n *noteRepair) add(next note) {
	m := &n.stats
	if next.again {
		m.again++
		return
	}
	m.notes++
	if !next.toned {
		m.plain++
	}
	if first := n.pinyin.First(next.r); first == next.syllable || !next.toned {
		m.usual++
	}
	if next.chained {
		m.chained++
	}
	if cost := tables.Simplified().At(next.r); cost != 0 && cost <= everydayCost {
		m.everyday++
	}
	switch known := m.syllable[next.r]; {
	case known == "":
		m.syllable[next.r] = next.syllable
		m.distinct++
		if m.bare[next.r] {
			m.before++
		}
	case known != next.syllable && next.toned && !isASCII(known):
		m.conflict++
	}
}

// count takes the hanzi of a stretch between notes into account; the last one
// has a note.
func (n *noteRepair) count(s string) {
	m := &n.stats
	last := rune(0)
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i += asciiPrefix(s[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r < 0x4E00 || r > 0x9FFF {
			continue
		}
		m.hanzi++
		if last != 0 {
			m.bare[last] = true
		}
		last = r
	}
}

// confidence is the probability that the notes are damage.
func (n *noteRepair) confidence() float64 {
	m := &n.stats
	if m.distinct < leastNotes || m.conflict > 0 || m.other*8 > m.notes || m.chained*2 > m.notes || m.notes*2 > m.hanzi ||
		m.usual*4 < m.notes*3 || m.everyday*2 < m.notes || teachesReading(n.s) {
		return 0
	}
	// Teachers note a hanzi where it first stands, and hardly twice.
	random := m.before >= 2 && m.before*8 >= m.distinct || m.again*4 >= m.notes || n.mixed()
	switch {
	case random && m.distinct >= leastSureNotes && m.plain == 0 && m.other == 0 && m.chained*3 <= m.notes:
		return 1
	case random && m.distinct >= leastSureNotes:
		return 0.98
	case random, m.distinct >= manyNotes && m.notes >= 2*m.distinct:
		return 0.9
	case m.distinct >= leastPlainNotes && m.plain*2 > m.notes: // teachers write tones
		return 0.8
	}
	return 0
}

// findStrewn finds the traditional characters in simplified lines, which
// people do not write. A line with few of them is like the one before.
func (n *noteRepair) findStrewn() {
	const few = 6
	simplified := true
	for from := 0; from < len(n.s); {
		to := endOfLine(n.s, from)
		first, converted := len(n.strewn), 0
		for i, r := range n.s[from:to] {
			if n.is(r, isForm|isHonest) {
				n.strewn = append(n.strewn, from+i)
			} else if n.is(r, isConverted) {
				converted++
			}
		}
		if forms := len(n.strewn) - first; forms >= few || converted*2 >= forms {
			simplified = converted*2 >= forms
		}
		if !simplified {
			n.strewn = n.strewn[:first]
		}
		from = to + 1
	}
}

// mixed reports whether several of the characters that are strewn in have
// notes, so that both are the work of the same software.
func (n *noteRepair) mixed() bool {
	noted, k := 0, 0
	for _, x := range n.notes {
		head := x.start - utf8.RuneLen(x.r)
		for k < len(n.strewn) && n.strewn[k] < head {
			k++
		}
		if k < len(n.strewn) && n.strewn[k] == head && !x.again {
			noted++
		}
	}
	return noted >= leastNotes
}

// teachesReading reports whether a text speaks of how hanzi are read.
func teachesReading(s string) bool {
	for _, word := range [...]string{"拼音", "pīnyīn", "读音", "读作", "念作", "读法", "念法", "注音", "生词", "生字", "韵母", "声母", "声调", "字音", "多音"} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// edits are those that remove the notes, and write the traditional characters
// of a simplified text as simplified ones: those with a note as surely, the
// others as a guess.
func (n *noteRepair) edits(confidence float64) []Edit {
	var edits []Edit
	left := n.strewn
	if n.o.KeepScript || !n.mixed() {
		left = nil
	}
	for _, x := range n.notes {
		from, text := x.start, ""
		head := x.start - utf8.RuneLen(x.r)
		edits, left = n.simplify(edits, left, head, confidence)
		if len(left) > 0 && left[0] == head && !x.again {
			from, text, left = head, string(n.simplified(x.r)), left[1:]
		}
		edits = widen(edits, n.s, Edit{Offset: from, Old: n.s[from:x.end], New: text, Kind: Cloak, Confidence: confidence})
	}
	edits, _ = n.simplify(edits, left, len(n.s), confidence)
	return edits
}

// simplify appends the edits for the characters at the offsets before to, which
// it reports in Strict mode, and returns the offsets that are left.
func (n *noteRepair) simplify(edits []Edit, at []int, to int, confidence float64) ([]Edit, []int) {
	const bare = 0.95
	for len(at) > 0 && at[0] < to {
		i := at[0]
		r, size := utf8.DecodeRuneInString(n.s[i:])
		switch c := n.simplified(r); {
		case c == r:
		case n.o.Mode == Strict:
			n.left = append(n.left, Damage{Offset: i, Len: size, Kind: Script})
		default:
			edits = widen(edits, n.s, Edit{Offset: i, Old: n.s[i : i+size], New: string(c), Kind: Script, Confidence: confidence * bare})
		}
		at = at[1:]
	}
	return edits, at
}

// damage reports the notes that stay.
func (n *noteRepair) damage() []Damage {
	var all []Damage
	for _, x := range n.notes {
		all = append(all, Damage{Offset: x.start, Len: x.end - x.start})
	}
	return all
}
