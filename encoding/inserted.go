package encoding

import (
	"unicode"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// A text is taken for damaged if pictures stand inside so many different words,
// and inside so many of all that stand between hanzi. People put them between
// words and sentences.
const (
	leastInside  = 2
	sureInside   = 4
	insideShare  = 5 // one in so many of all
	insideGain   = 4 // nats that the text gets cheaper without a picture inside a word
	besideWeight = 0.95
)

// A picture is a run of symbols between two hanzi.
type picture struct {
	start, end int
	inside     bool // a word goes on behind it
}

// uninsert takes out emoji and other symbols that were put inside words, and
// those between the words of such a text.
func uninsert(s string, o *job) ([]Edit, []Damage) {
	places, inside := pictures(s)
	if inside < leastInside || inside*insideShare < len(places) {
		return nil, nil
	}
	trust := 0.95
	if inside >= sureInside {
		trust = 1
	}
	var edits []Edit
	var damage []Damage
	for _, p := range places {
		confidence := trust
		if !p.inside {
			confidence *= besideWeight
		}
		if o.Mode == Strict && confidence < Certain {
			damage = append(damage, Damage{Offset: p.start, Len: p.end - p.start})
			continue
		}
		edits = append(edits, Edit{Offset: p.start, Old: s[p.start:p.end], Kind: Insertion, Confidence: confidence})
	}
	return edits, damage
}

// pictures finds the runs of symbols between hanzi and counts those inside
// different words.
func pictures(s string) (places []picture, inside int) {
	words := map[[2]rune]bool{}
	model := wordModel{words: tables.Words(), fragment: true}
	for i := pictureLeads.next(s, 0); i < len(s); i = pictureLeads.next(s, i) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isPicture(r) {
			i += size
			continue
		}
		p := picture{start: i, end: pictureEnd(s, i)}
		if t := slotAt(s, p.start, p.end, hanziOnly); t.around[slotReach-1] != 0 && t.around[slotReach+1] != 0 {
			if p.inside = t.gap(&model) > insideGain; p.inside {
				words[[2]rune{t.around[slotReach-1], t.around[slotReach+1]}] = true
			}
			places = append(places, p)
		}
		i = p.end
	}
	return places, len(words)
}

// pictureLeads are the bytes that begin symbols and ornaments.
var pictureLeads = leads{0xDB: true, 0xE0: true, 0xE1: true, 0xE2: true, 0xE3: true, 0xEA: true, 0xF0: true}

// isPicture reports whether r is an emoji or another symbol that is no part of
// a text's spelling.
func isPicture(r rune) bool {
	switch {
	case r < 0x2190, r >= 0x2E80 && r < 0xA000, r >= 0xAC00 && r < 0x1F000:
		return isOrnament(r)
	}
	return unicode.Is(unicode.So, r) || unicode.Is(unicode.Sm, r)
}

// isOrnament reports whether r is a mark, or a letter of a distant script, that
// is used for its shape.
func isOrnament(r rune) bool {
	switch r {
	case '※', 'ღ', 'ஐ', 'ஜ', '۩', '۞', '๑', '〓', '〄', '〠', '㊣':
		return true
	}
	return false
}

// pictureEnd returns where the symbols at s[i:] end, with what joins and
// varies them.
func pictureEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isPicture(r) && r != '\u200D' && !(r >= 0xFE00 && r <= 0xFE0F) && !(r >= 0x1F3FB && r <= 0x1F3FF) {
			break
		}
		i += size
	}
	return i
}
