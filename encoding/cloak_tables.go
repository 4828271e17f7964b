package encoding

import (
	"cmp"
	"sync"

	"github.com/zhnews/zhnews/internal/tables"
)

// cloakTables is what all pages share.
type cloakTables struct {
	gbk    gbkCodes
	pinyin *tables.Readings
	words  *tables.Lexicon
	simple [1 << 16]uint16 // traditional form → simplified character
	second [1 << 16]uint16 // another character that has the same form
	class  [1 << 16]charClass
	alone  [1 << 16]float32 // what a character of GBK costs by itself
	noted  map[noteKey][]byte
	forms  [0xA000 - 0x4E00]uint16 // simplified character → traditional form
}

// A charClass says what the cloak does with a character.
type charClass uint8

const (
	isForm      charClass = 1 << iota // written for a simplified character
	isConverted                       // a simplified character that has such a form
	isHonest                          // traditional, but never written by the cloak
	isCommon                          // may be guessed
)

// A noteKey is what a torn note tells: the lead byte of the character in
// front of it, and its reading.
type noteKey struct {
	lead     byte
	syllable string
}

var sharedCloak = sync.OnceValue(func() *cloakTables {
	t := &cloakTables{gbk: gbkCodes{gbPairs(), gbCodes()}, pinyin: tables.Pinyin(), words: tables.Words(), noted: map[noteKey][]byte{}}
	for from, to := range tables.ToSimplified() {
		if from <= 0xFFFF && to <= 0xFFFF && !t.inGB2312(from) {
			t.simple[from] = uint16(to)
			t.class[from] |= isHonest
		}
	}
	for s, form := range tables.CloakForms() {
		t.addForm(s, form)
		t.forms[s-0x4E00] = uint16(form)
		t.class[form] = t.class[form]&^isHonest | isForm
		t.class[s] |= isConverted
	}
	for lead := byte(0x81); lead < 0xFF; lead++ {
		for trail := 0x40; trail < 0xFF; trail++ {
			t.addPair(lead, byte(trail))
		}
	}
	t.class['於'] |= isHonest
	t.second['著'] = '著' // a character of simplified text as well
	t.class['著'] &^= isConverted
	return t
})

// addForm notes what form is written for: the more frequent character comes
// before another one that has the same form. The order of calls does not
// matter.
func (t *cloakTables) addForm(s, form rune) {
	first, second := rune(t.simple[form]), rune(t.second[form])
	switch {
	case t.class[form]&isForm == 0:
		first = s
	case t.rarer(first, s):
		first, second = s, first
	case second == 0 || t.rarer(second, s):
		second = s
	}
	t.simple[form], t.second[form] = uint16(first), uint16(second)
}

func (t *cloakTables) rarer(a, b rune) bool {
	x, y := t.cost(a), t.cost(b)
	return x > y || x == y && a > b
}

// cost is that of a character by itself.
func (t *cloakTables) cost(r rune) float32 {
	if node, ok := t.words.Root(r); ok {
		if score, ok := t.words.Score(0, node); ok {
			return float32(score) * tables.ScoreStep
		}
		return costStrange
	}
	return symbolCost(r)
}

func (t *cloakTables) addPair(lead, trail byte) {
	c := t.gbk.pair(lead, trail)
	if c == 0 {
		return
	}
	s := c
	if t.simple[c] != 0 {
		s = rune(t.simple[c])
	}
	t.alone[c] = t.cost(s)
	if t.alone[c] < costUncommon {
		t.class[c] |= isCommon
	}
	if t.class[c]&isForm != 0 {
		if syllable := t.pinyin.First(c); syllable != "" {
			key := noteKey{lead, syllable}
			t.noted[key] = append(t.noted[key], trail)
		}
	}
}

// inGB2312 reports whether r is a character of simplified text.
func (t *cloakTables) inGB2312(r rune) bool {
	lead, trail, ok := t.gbk.bytes(r)
	return ok && lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1
}

func (t *cloakTables) is(r rune, c charClass) bool { return r <= 0xFFFF && t.class[r]&c != 0 }

// form returns what the cloak writes for a hanzi.
func (t *cloakTables) form(r rune) rune { return cmp.Or(rune(t.forms[r-0x4E00]), r) }

// simplified returns the character that r was written for, or r.
func (t *cloakTables) simplified(r rune) rune {
	if r <= 0xFFFF && t.simple[r] != 0 {
		return rune(t.simple[r])
	}
	return r
}
