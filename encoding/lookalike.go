package encoding

import (
	"math"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// How many different rare characters must make words when they are read as
// common ones, for a text to be taken for damaged. One alone is a name or a
// quotation.
const (
	leastLookAlikes = 2
	sureLookAlikes  = 3
	manyLookAlikes  = 8
	sureMargin      = 6  // nats to the next reading
	weighedPlaces   = 16 // of one character; the rest is read like them
	foreignShare    = 20 // one letter of Japanese or Korean to so many hanzi is too much
)

// A lookAlike is a rare character of a text, and what it can stand for.
type lookAlike struct {
	options []rune
	costs   []float32 // of the options, over the places that were weighed
	words   []int     // places where the option is part of a word
	places  int
	best    int     // the likeliest option, -1 if none is part of a word
	margin  float32 // nats between it and the next one
}

// A rarePlace is where a rare character stands.
type rarePlace struct {
	at   int
	r    rune
	word uint8 // the options that are part of a word here, a bit for each
}

// A lookAlikeRepair finds the rare characters that stand for common ones.
type lookAlikeRepair struct {
	s      string
	model  wordModel
	known  map[rune][]rune
	found  map[rune]*lookAlike
	places []rarePlace
	stats  struct {
		hanzi, forms int // of the latter, traditional ones
		kana         int // and other letters that stand among hanzi in other languages
		radicals     int
	}
}

// unlike puts common characters back where rare ones, or radicals, stand in
// words that only the common ones make.
func unlike(s string, o *job) ([]Edit, []Damage) {
	l := &lookAlikeRepair{s: s, model: wordModel{words: tables.Words(), fragment: true}, known: tables.LookAlikes(), found: map[rune]*lookAlike{}}
	l.read()
	if l.stats.forms*formShare*2 > l.stats.hanzi || l.stats.kana*foreignShare > l.stats.hanzi {
		return nil, nil // these have uses of their own for rare characters
	}
	return l.edits(o)
}

// read finds the rare characters that touch hanzi.
func (l *lookAlikeRepair) read() {
	classes := hanClasses()
	for i := 0; i < len(l.s); {
		if l.s[i] < utf8.RuneSelf {
			i += asciiPrefix(l.s[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(l.s[i:])
		switch {
		case r >= 0x4E00 && r <= 0x9FFF:
			l.stats.hanzi++
			if class := classes[r-0x4E00]; class&strangeClass != 0 {
				l.visit(i, r, size)
			} else if class&formClass != 0 {
				l.stats.forms++
			}
		case isRadical(r) || r >= 0x3400 && r < 0x4DC0:
			l.visit(i, r, size)
		case r >= 0x3041 && r <= 0x30FF || r >= 0xAC00 && r <= 0xD7A3:
			l.stats.kana++
		}
		i += size
	}
}

// isRadical reports whether r is a radical as a sign of its own.
func isRadical(r rune) bool { return r >= 0x2E80 && r <= 0x2FD5 }

// visit weighs what r at l.s[i:] can stand for.
func (l *lookAlikeRepair) visit(i int, r rune, size int) {
	options := l.known[r]
	t := slotAt(l.s, i, i+size, l.hanzi)
	if isRadical(r) {
		l.stats.radicals++
	}
	if len(options) == 0 || t.alone() || t.word(l.model.words, r) {
		return
	}
	x := l.found[r]
	if x == nil {
		x = &lookAlike{options: options, costs: make([]float32, len(options)), words: make([]int, len(options)), best: -1}
		l.found[r] = x
	}
	p := rarePlace{at: i, r: r}
	for k, c := range options {
		if x.places < weighedPlaces {
			x.costs[k] += t.cost(&l.model, c)
		}
		if t.word(l.model.words, c) {
			x.words[k]++
			p.word |= 1 << k
		}
	}
	x.places++
	l.places = append(l.places, p)
}

// hanzi returns what a character beside a place is: radicals stand for hanzi.
func (l *lookAlikeRepair) hanzi(r rune) rune {
	if isRadical(r) && len(l.known[r]) > 0 {
		return l.known[r][0]
	}
	return hanziOnly(r)
}

// choose finds the likeliest option that makes a word somewhere.
func (x *lookAlike) choose() {
	for k, cost := range x.costs {
		if x.words[k] > 0 && (x.best < 0 || cost < x.costs[x.best]) {
			x.best = k
		}
	}
	if x.best < 0 {
		return
	}
	x.margin = float32(math.Inf(1))
	for k, cost := range x.costs {
		if k != x.best {
			x.margin = min(x.margin, cost-x.costs[x.best])
		}
	}
}

// A lookAlikeTrust says how sure it is that a text is damaged, 0..1: that its
// radicals stand for hanzi, and that other rare characters stand for common
// ones.
type lookAlikeTrust struct{ radicals, others float64 }

// judge chooses the best option of each character. It counts the different
// ones that have one, the places where they make words, and the places in all.
func (l *lookAlikeRepair) judge() (trust lookAlikeTrust) {
	distinct, fit, all, radicals := 0, 0, 0, 0
	for r, x := range l.found {
		x.choose()
		switch {
		case isRadical(r) && x.best >= 0:
			radicals += x.words[x.best]
		case !isRadical(r):
			all += x.places
			if x.best >= 0 {
				distinct++
				fit += x.words[x.best]
			}
		}
	}
	if radicals >= leastLookAlikes && radicals*2 >= l.stats.radicals {
		trust.radicals = 1
	}
	switch {
	case distinct >= sureLookAlikes && fit > distinct && fit*5 >= all*4, distinct >= manyLookAlikes && fit*2 >= all:
		trust.others = 1
	case distinct >= sureLookAlikes && fit*2 >= all:
		trust.others = 0.98
	case distinct >= leastLookAlikes && fit*2 >= all:
		trust.others = 0.9
	}
	return trust
}

// edits puts back what is sure enough. The rest is reported, if the text is
// damaged at all.
func (l *lookAlikeRepair) edits(o *job) ([]Edit, []Damage) {
	trust := l.judge()
	var edits []Edit
	var damage []Damage
	for _, p := range l.places {
		x := l.found[p.r]
		confidence := trust.others
		if isRadical(p.r) {
			confidence = trust.radicals
		}
		if confidence *= x.confidence(p); confidence == 0 {
			continue
		}
		size := utf8.RuneLen(p.r)
		if o.Mode == Strict && confidence < Certain {
			damage = append(damage, Damage{Offset: p.at, Len: size})
			continue
		}
		edits = widen(edits, l.s, Edit{Offset: p.at, Old: l.s[p.at : p.at+size], New: string(x.options[x.best]), Kind: LookAlike, Confidence: confidence})
	}
	return edits, damage
}

// confidence is the probability that the best option is right at a place of a
// damaged text.
func (x *lookAlike) confidence(p rarePlace) float64 {
	if x.best < 0 {
		return 0
	}
	share := 1.0
	if x.margin < sureMargin {
		share = 1 / (1 + math.Exp(-float64(x.margin)))
	}
	switch {
	case p.word&(1<<x.best) != 0:
		return share
	case x.words[x.best] >= 2:
		return 0.95 * share
	}
	return 0.8 * share
}
