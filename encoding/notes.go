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
	leastNotes     = 3 // different hanzi with a note
	leastSureNotes = 8
	manyNotes      = 20
	everydayCost   = 8 * nat // of the hanzi that everybody reads
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
	forms, converted    int // traditional characters, and simplified ones that have such a form
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
	s     string
	o     RepairOptions
	notes []note
	stats noteStats
}

// unnote takes out the notes that software put behind hanzi of any kind.
func unnote(s string, o RepairOptions) ([]Edit, []Damage) {
	n := &noteRepair{cloakTables: sharedCloak(), s: s, o: o}
	n.stats.syllable, n.stats.bare = map[rune]string{}, map[rune]bool{}
	if n.read(); len(n.notes) < leastNotes {
		return nil, nil
	}
	n.weigh()
	confidence := n.confidence()
	switch {
	case confidence < minConfidence:
		return nil, nil
	case confidence < Certain && o.Mode == Strict:
		return nil, n.damage()
	}
	return n.edits(confidence), nil
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
// end.
func (n *noteRepair) weigh() {
	at := 0
	for _, x := range n.notes {
		n.count(n.s[at:x.start])
		n.add(x)
		at = x.end
	}
	n.count(n.s[at:])
}

// noteAt reads the note behind r at the bracket n.s[i].
func (n *noteRepair) noteAt(i int, r rune) (note, bool) {
	syllable, size := readSyllable(n.s[i+1:])
	if size == 0 {
		return note{}, false
	}
	next := note{r: r, syllable: syllable, start: i, end: i + 1 + size, toned: n.pinyin.Has(r, syllable)}
	if !next.toned && !(isPlain(syllable) && n.pinyin.HasPlain(r, syllable)) {
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
	case known != next.syllable && next.toned && !isPlain(known):
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
			i += asciiPrefixOf(s[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r < 0x4E00 || r > 0x9FFF {
			continue
		}
		m.hanzi++
		if n.is(r, isForm|isHonest) {
			m.forms++
		} else if n.is(r, isConverted) {
			m.converted++
		}
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
	}
	return 0
}

// mixed reports whether the text is simplified and has traditional characters
// strewn in, which people do not write.
func (n *noteRepair) mixed() bool {
	return n.stats.forms >= leastNotes && n.stats.forms <= n.stats.converted*2
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
	script := n.mixed() && !n.o.KeepScript
	at := 0
	for _, x := range n.notes {
		size := utf8.RuneLen(x.r)
		from, text := x.start, ""
		if to := n.simplified(x.r); script && !x.again && to != x.r {
			from, text = x.start-size, string(to)
		}
		if script && n.o.Mode == Guess {
			edits = n.simplifyIn(edits, at, from, confidence)
		}
		edits = widen(edits, n.s, Edit{Offset: from, Old: n.s[from:x.end], New: text, Kind: Cloak, Confidence: confidence})
		at = x.end
	}
	if script && n.o.Mode == Guess {
		edits = n.simplifyIn(edits, at, len(n.s), confidence)
	}
	return edits
}

// simplifyIn appends the edits for the traditional characters of s[from:to].
func (n *noteRepair) simplifyIn(edits []Edit, from, to int, confidence float64) []Edit {
	const bare = 0.95
	for i, r := range n.s[from:to] {
		if c := n.simplified(r); c != r && n.is(r, isForm|isHonest) {
			i += from
			edits = widen(edits, n.s, Edit{Offset: i, Old: n.s[i : i+utf8.RuneLen(r)], New: string(c), Kind: Script, Confidence: confidence * bare})
		}
	}
	return edits
}

// damage reports the notes that stay.
func (n *noteRepair) damage() []Damage {
	var all []Damage
	for _, x := range n.notes {
		all = append(all, Damage{Offset: x.start, Len: x.end - x.start})
	}
	return all
}
