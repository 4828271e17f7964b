package encoding

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// The model scores simplified text in nats (the negative logarithm of a
// probability): the cheapest split into words of the lexicon and into n-grams
// that the page itself repeats.
const (
	costStrange   = 18.0 // a hanzi that the lexicon lacks
	costSign      = 13.0 // a sign outside everyday punctuation
	costASCIIByte = 5.5
	costCapital   = 6.5  // a capital behind a hanzi
	costLetter    = 8.5  // a small letter there: words in Latin letters begin with capitals or stand apart
	costCodeSign  = 9.5  // an ASCII sign of code, not of text
	costUncommon  = 17.0 // dearer characters are not guessed
	costUnit      = 2.5  // a measure word behind digits
	costNumber    = 5.8  // the first digit of a number
	costDigitNext = 2.7  // the next one
	costFullwidth = 11.0
	costUnpaired  = 2.5 // a mark where it hardly belongs
	costItem      = 3.0 // what a comma of an enumeration costs less behind another one
	costFullNext  = 4.5 // a full-width letter or digit behind another one
	pageGram      = 4   // characters, the longest n-gram that is learnt from a page
)

// symbolCost lists the marks of running text.
func symbolCost(r rune) float32 {
	switch r {
	case '，', ',':
		return 3.2
	case '。':
		return 3.8
	case '、', '“', '”':
		return 5
	case '：', ':', '《', '》', '（', '）', '(', ')':
		return 5.8
	case '；', ';', '！', '!', '？', '?', '\u3000', '—', '…', '·', '「', '」', '‘', '’':
		return 7
	case ' ', '.', '\n':
		return 5
	}
	switch {
	case r < 0x80:
		return costASCIIByte
	case r > '！' && r <= '～':
		return costFullwidth
	case r >= 0x4E00 && r <= 0x9FFF:
		return costStrange
	}
	return costSign
}

// markCostAfter is the cost of a sign behind prev: few marks follow a mark.
func markCostAfter(prev, r rune) float32 {
	cost := symbolCost(r)
	switch {
	case isFullAlnum(prev) && isFullAlnum(r):
		return costFullNext
	case r < utf8.RuneSelf && cost == costASCIIByte:
		return asciiCostAfter(prev, r)
	}
	if isMark(r) && opensPhrase(prev) {
		return cost + 2.5
	}
	switch {
	case !isMark(prev) || r < utf8.RuneSelf && !isMark(r):
		return cost
	case (r == '”' || r == '」') && (prev == '。' || prev == '！' || prev == '？' || prev == '…' || prev == '!' || prev == '?'):
		return 2
	case r == '“' || r == '「' || r == '《':
		return 4
	case prev == r && (r == '…' || r == '—'):
		return 1
	case prev == '”' || prev == '》' || prev == '）', prev == r && (r == '?' || r == '!'):
		return cost
	}
	return cost + 6
}

// placeCost is what a mark costs for its place besides the character before
// it: quotation marks come in pairs, no text begins with a comma, and one
// enumeration has several items.
func placeCost(s *modelState, r rune) float32 {
	switch r {
	case '“', '「':
		if s.quote {
			return costUnpaired
		}
		return 0
	case '”', '」':
		if !s.quote {
			return costUnpaired
		}
		return 0
	case '、':
		if slices.Contains(s.last[:], r) {
			return -costItem
		}
	}
	if s.last[0] == 0 && isMark(r) && r != '《' && r != '（' && r != '(' {
		return costUnpaired
	}
	return 0
}

// quoteBehind tells whether a quotation mark is open behind r.
func quoteBehind(open bool, r rune) bool {
	switch r {
	case '“', '「':
		return true
	case '”', '」':
		return false
	}
	return open
}

// opensPhrase reports whether r is a function word that something follows.
func opensPhrase(r rune) bool {
	switch r {
	case '和', '与', '及', '或', '就', '把', '被', '从', '向', '对', '而', '并', '将', '在', '但', '因':
		return true
	}
	return false
}

// asciiCostAfter is the cost of an ASCII character behind prev that no rule
// for marks prices.
func asciiCostAfter(prev, r rune) float32 {
	switch {
	case !isAlnum(r) && !strings.ContainsRune(`%-/+"'~&`, r):
		return costCodeSign
	case prev < utf8.RuneSelf || r <= '9' || !isAlnum(r):
		return costASCIIByte
	case r <= 'Z':
		return costCapital
	}
	return costLetter
}

func isMark(r rune) bool {
	switch r {
	case '，', ',', '。', '、', '“', '”', '：', ':', '《', '》', '（', '）', '；', ';', '！', '!', '？', '?', '…', '—', '「', '」':
		return true
	}
	return false
}

// A modelState is where a text stands in the model: the costs of its best
// splits that end at each of the last places, and the words that are open.
type modelState struct {
	cost [tables.MaxWord]float32 // cost[k]: of the text without its last k characters
	node [tables.MaxWord]int32   // node[k]: of the word that the last k+1 characters begin, -1 if none
	last [pageGram]rune          // the last characters, newest first
	// word[k]: the last one of the split that cost[k] is of
	word  [tables.MaxWord]tables.Word
	quote bool // a quotation mark is open
}

var startState = modelState{node: [...]int32{-1, -1, -1, -1}, word: [tables.MaxWord]tables.Word{tables.StartWord}}

// A wordModel is the lexicon and what one page adds to it.
type wordModel struct {
	words    *tables.Lexicon
	page     map[gram]uint16  // how often the page has them
	grams    []gramCost       // by that number
	fragment bool             // the text may begin anywhere in a sentence
	pairs    *[1 << 10]uint64 // a filter for the n-grams of two characters
}

// pairBit is the place of an n-gram of two characters in the filter.
func pairBit(newest, before rune) (word int, bit uint64) {
	h := (uint32(newest)*0x9E3779B1 ^ uint32(before)*0x85EBCA77) >> 16
	return int(h >> 6), 1 << (h & 63)
}

// A gramCost is the cost of an n-gram of the page, at a place of its own and
// at one of the places where it was learnt.
type gramCost struct{ elsewhere, here float32 }

// An origin says whether a character was seen at its place.
type origin bool

const (
	deduced origin = false
	seen    origin = true
)

// A gram is up to pageGram characters, newest first.
type gram [pageGram]uint16

// extend returns the state after one more character.
func (m *wordModel) extend(s *modelState, r rune, o origin) modelState {
	var next modelState
	m.advance(&next, s, r, o)
	return next
}

// advance is extend into next, which is not s.
func (m *wordModel) advance(next, s *modelState, r rune, o origin) {
	next.node = [...]int32{-1, -1, -1, -1}
	next.quote = s.quote
	next.last[0] = r
	copy(next.last[1:], s.last[:pageGram-1])
	copy(next.cost[1:], s.cost[:tables.MaxWord-1])
	copy(next.word[1:], s.word[:tables.MaxWord-1])
	if root, ok := m.words.Root(r); ok {
		m.hanzi(s, next, r, root)
	} else {
		m.sign(s, next, r)
	}
	if m.paired(next.last[0], next.last[1]) {
		next.cost[0] = min(next.cost[0], m.repeated(s, next, o))
	}
}

// sign adds what is no hanzi.
func (m *wordModel) sign(s, next *modelState, r rune) {
	next.word[0] = tables.MarkWord(r)
	cost := markCostAfter(s.last[0], r)
	switch digit := r >= '0' && r <= '9'; {
	case digit && s.word[0] == tables.NumberWord:
		cost = costDigitNext
	case digit:
		cost = costNumber - m.words.Affinity(s.word[0], tables.NumberWord)
	case !isMark(s.last[0]):
		cost -= m.words.Affinity(s.word[0], next.word[0])
	}
	next.cost[0] = s.cost[0] + cost
	if !m.fragment {
		next.cost[0] += placeCost(s, r)
	}
	next.quote = quoteBehind(s.quote, r)
	if endsSentence(r) {
		next.word[0] = tables.StartWord
	}
}

func endsSentence(r rune) bool {
	switch r {
	case '。', '！', '!', '？', '?':
		return true
	}
	return false
}

// hanzi finds the best word that ends in r, whose node by itself is root.
func (m *wordModel) hanzi(s, next *modelState, r rune, root int) {
	next.node[0] = int32(root)
	next.cost[0] = s.cost[0] + costStrange
	next.word[0] = tables.NoWord
	m.word(s, next, 0, root)
	for k := range tables.MaxWord - 1 {
		if s.node[k] < 0 {
			continue
		}
		if child, ok := m.words.Child(k, int(s.node[k]), r); ok {
			next.node[k+1] = int32(child)
			m.word(s, next, k+1, child)
		}
	}
}

// word takes the word that ends in a node into account.
func (m *wordModel) word(s, next *modelState, depth, node int) {
	score, ok := m.words.Score(depth, node)
	if !ok {
		return
	}
	w := tables.WordAt(depth, node)
	cost := s.cost[depth] + float32(score)*tables.ScoreStep - m.words.Affinity(s.word[depth], w)
	if depth == 0 && s.word[0] == tables.NumberWord && isUnit(next.last[0]) {
		cost = min(cost, s.cost[0]+costUnit)
	}
	if cost < next.cost[0] {
		next.cost[0], next.word[0] = cost, w
	}
}

// isUnit reports whether digits stand before r more often than not.
func isUnit(r rune) bool {
	switch r {
	case '年', '月', '日', '时', '分', '万', '亿', '元', '个', '岁', '号', '米', '名', '人', '次', '家':
		return true
	}
	return false
}

// paired reports whether the page may have the n-gram of two characters.
func (m *wordModel) paired(newest, before rune) bool {
	if m.pairs == nil {
		return false
	}
	word, bit := pairBit(newest, before)
	return m.pairs[word]&bit != 0
}

// repeated is the cost if the last characters are an n-gram of the page: as
// one piece, or by what the page has behind the characters before the last.
func (m *wordModel) repeated(s, next *modelState, o origin) float32 {
	best := float32(math.MaxFloat32)
	var g, before gram
	g[0] = uint16(next.last[0])
	for k := 1; k < pageGram; k++ {
		g[k] = uint16(next.last[k])
		before[k-1] = g[k]
		if g[k] == 0 {
			break
		}
		n, ok := m.page[g]
		if !ok {
			break
		}
		c := m.grams[min(int(n), len(m.grams)-1)]
		cost, all := c.elsewhere, m.page[before]
		if o == seen {
			cost, n, all = c.here, n-1, all-1
		}
		best = min(best, s.cost[k]+cost)
		if n > 0 {
			best = min(best, s.cost[0]+continued(k, n, all))
		}
	}
	return best
}

// continued is the cost of a character that the page has n times behind k
// characters, which it has all times.
func continued(k int, n, all uint16) float32 {
	const discount = 0.3
	trust := [pageGram]float64{0, 0.3, 0.5, 0.7}
	doubt := [pageGram]float64{0, 5, 2, 1}
	return float32(-math.Log(trust[k] * (float64(n) - discount) / (float64(all) + doubt[k])))
}

// learn gives the model the n-grams of a page: those of up to pageGram
// characters. Each gets the share pageShare of the probability that its count
// gives it.
func (m *wordModel) learn(runs [][]rune) {
	const (
		pageShare = 0.15
		mostGrams = 256 // one that is more frequent is as cheap as that
	)
	total := 0
	for _, text := range runs {
		total += len(text)
	}
	m.page = make(map[gram]uint16, total*2)
	m.pairs = new([1 << 10]uint64)
	for _, text := range runs {
		m.learnRun(text)
	}
	m.grams = make([]gramCost, mostGrams)
	cost := func(n int) float32 {
		if n == 0 {
			return math.MaxFloat32 / 2
		}
		return float32(-math.Log(pageShare * float64(n) / float64(total+500)))
	}
	for n := 1; n < mostGrams; n++ {
		m.grams[n] = gramCost{cost(n), cost(n - 1)}
	}
}

func (m *wordModel) learnRun(text []rune) {
	for i := range text {
		g := gram{uint16(text[i])}
		m.page[g]++
		if i == 0 {
			continue
		}
		word, bit := pairBit(text[i], text[i-1])
		m.pairs[word] |= bit
		for k := 1; k < pageGram && i-k >= 0; k++ {
			g[k] = uint16(text[i-k])
			m.page[g]++
		}
	}
}
