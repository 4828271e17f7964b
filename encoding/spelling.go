package encoding

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// A syllable is read as a hanzi if that makes a word and hardly another one
// does. A syllable without its tone may be Latin letters that mean themselves.
const (
	leastToned = 0.5 // share of the best hanzi among all that are read so
	leastPlain = 0.8
	sureShare  = 0.95
	maxStrays  = 4 // one toned syllable that makes no word to so many that do
)

// latinWords are syllables that stand among hanzi as words, names and
// abbreviations of other languages, or as the surnames of people.
const latinWords = " a an ai ba bai ban bang bao bo can che chi cui da dan de den di du e fa fan gai gan gang ge gen guan guo ha han hang he hong hu hua hub ka kai ke la lan lang le li lie lin ling long lou lu ma man mang me men mi min mo mu na nan ne o ou pa pan pai pang pei pen pi pin ping po qi ran ren sa san se sha shan she si song su sun ta tai tan tang tao te ti tu wan wang wei wo wu xi yi yin you yu zen "

// A spelt place is a syllable that may stand for a hanzi.
type spelt struct {
	start, end int
	toned      bool
	r          rune    // what it stands for
	share      float64 // of r among all hanzi that are read so
	only       bool    // no other hanzi makes a word here
}

// respell writes hanzi for the readings that stand in their place. A text that
// speaks of readings, or has many that make no word, is left alone.
func respell(s string, o *job) ([]Edit, []Damage) {
	places, strays := spellings(s, o.Mode)
	if len(places) == 0 || strays*maxStrays > len(places) || teachesReading(s) {
		return nil, nil
	}
	var edits []Edit
	var damage []Damage
	for _, p := range places {
		switch confidence := p.confidence(); {
		case confidence == 0:
		case o.Mode == Strict && confidence < Certain:
			damage = append(damage, Damage{Offset: p.start, Len: p.end - p.start})
		default:
			edits = append(edits, Edit{Offset: p.start, Old: s[p.start:p.end], New: string(p.r), Kind: Spelling, Confidence: confidence})
		}
	}
	return edits, damage
}

// spellings finds the letters of pinyin that make a word when they are read as
// a hanzi, those without a tone in Guess mode only, and counts the toned ones
// that make none.
func spellings(s string, mode Mode) (places []spelt, strays int) {
	model := wordModel{words: tables.Words(), fragment: true}
	eachSyllable(s, func(p spelt) {
		switch {
		case !p.toned && mode == Strict:
		case p.end > p.start && p.end-p.start <= maxSyllable && p.beside(s) && p.read(s, &model):
			places = append(places, p)
		case p.toned:
			strays++
		}
	})
	return places, strays
}

// eachSyllable visits the runs of pinyin letters that hold a tone, and of those
// that hold none the ones that ASCII text begins or ends with.
func eachSyllable(s string, visit func(spelt)) {
	letters := 0 // where the letters begin that end at i
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			end := i + asciiPrefix(s[i:])
			if head := i + lettersAt(s[i:end]); head < end {
				visit(spelt{start: i, end: head})
			}
			letters = end - lettersBefore(s[i:end])
			i = end
			if r, _ := utf8.DecodeRuneInString(s[i:]); !isPinyinLetter(r) {
				visit(spelt{start: letters, end: i})
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isPinyinLetter(r) {
			i += size
			letters = i
			continue
		}
		p := spelt{start: letters, toned: true}
		for ; i < len(s) && isPinyinLetter(r); r, size = utf8.DecodeRuneInString(s[i:]) {
			i += size
		}
		p.end, letters = i, i
		visit(p)
	}
}

// lettersAt returns the length of the small letters that s begins with.
func lettersAt(s string) int {
	n := 0
	for n < len(s) && isSmall(s[n]) {
		n++
	}
	return n
}

// lettersBefore returns the length of the small letters that s ends with.
func lettersBefore(s string) int {
	n := len(s)
	for n > 0 && isSmall(s[n-1]) {
		n--
	}
	return len(s) - n
}

// beside reports whether the place stands beside a hanzi, and beside no other
// letter, digit or bracket, nor beside the hanzi that it is the reading of, nor
// in an enumeration of syllables.
func (p *spelt) beside(s string) bool {
	before, n := utf8.DecodeLastRuneInString(s[:p.start])
	after, m := utf8.DecodeRuneInString(s[p.end:])
	if readers := tables.Readers()[s[p.start:p.end]]; slices.Contains(readers, before) || slices.Contains(readers, after) {
		return false
	}
	if before == '、' {
		r, _ := utf8.DecodeLastRuneInString(s[:p.start-n])
		return !isPinyinLetter(r) && isHanzi(after)
	}
	if after == '、' {
		r, _ := utf8.DecodeRuneInString(s[p.end+m:])
		return !isPinyinLetter(r) && isHanzi(before)
	}
	return (isHanzi(before) || isHanzi(after)) && endsSyllable(before) && endsSyllable(after)
}

// endsSyllable reports whether r, or the end of the text, may stand beside a
// syllable.
func endsSyllable(r rune) bool {
	switch r {
	case '\n', '<', '>', utf8.RuneError:
		return true
	}
	return isChinese(r)
}

// read finds what the place stands for; false if it makes no word.
func (p *spelt) read(s string, m *wordModel) bool {
	syllable := s[p.start:p.end]
	if !p.toned && strings.Contains(latinWords, " "+syllable+" ") {
		return false
	}
	t := slotAt(s, p.start, p.end, hanziOnly)
	words, best := 0, float32(math.MaxFloat32)
	total := 0.0 // probability of all, as a multiple of that of the best
	for _, c := range tables.Readers()[syllable] {
		cost := t.cost(m, c)
		word := t.word(m.words, c)
		if word {
			words++
		}
		switch {
		case cost < best:
			total = total*math.Exp(float64(cost-best)) + 1
			best, p.r = cost, 0
			if word {
				p.r = c
			}
		default:
			total += math.Exp(float64(best - cost))
		}
	}
	p.share, p.only = 1/total, words == 1
	return p.r != 0
}

// confidence is the probability that the place was a hanzi and that it was
// this one; 0 if that is too little to act upon.
func (p *spelt) confidence() float64 {
	switch {
	case p.toned && p.only && p.share >= sureShare:
		return 1
	case p.toned && p.share >= leastToned:
		return p.share * 0.99
	case !p.toned && p.share >= leastPlain:
		return p.share * 0.9
	}
	return 0
}
