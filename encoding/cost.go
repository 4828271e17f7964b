package encoding

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"

	"github.com/zhnews/zhnews/internal/tables"
)

// Costs are negated logarithms of probabilities in eighths of a nat. A
// hypothesis (a charset and a language) pays for every byte of the sample; the
// cheapest wins.
const (
	nat = 8

	costASCII   = 3*nat + 2
	costControl = 12 * nat

	costRareHan = 13 * nat // hanzi that the language hardly uses
	costOther   = 14 * nat // other scripts of the far end of Unicode
	costSymbol  = 9 * nat
	costLine    = 6 * nat  // frames drawn with characters
	costOdd     = 11 * nat // letters of other scripts
	costPrivate = 18 * nat // private use, and what has no meaning
	costQuad    = 17 * nat // four-byte codes of GB18030

	costDamage  = 11 * nat     // a price, not a veto: pages are damaged
	costFirst   = 5 * nat      // what the first damage costs more than the next
	costCutLead = 6 * nat      // damage in UTF-8: the first byte of a hanzi without the rest
	costStray   = 13 * nat / 2 // and a byte from the middle of one
	costNoise   = 3 * nat / 2  // a byte in no charset known costs this and its own information
)

// han is what a hanzi costs beyond its share among hanzi: one character in six
// is a mark.
const han = 1

// A language gives the cost of a character in its texts.
type language func(r rune) uint8

func simplified(r rune) uint8  { return chineseCost(r, tables.Simplified().At(r)) }
func traditional(r rune) uint8 { return chineseCost(r, tables.Traditional().At(r)) }

func chineseCost(r rune, hanzi uint8) uint8 {
	if hanzi != 0 {
		return hanzi + han
	}
	return classCost(r)
}

// chinese is the cost in either script.
func chinese(r rune) uint8 {
	s, t := tables.Simplified().At(r), tables.Traditional().At(r)
	if s == 0 || t != 0 && t < s {
		s = t
	}
	return chineseCost(r, s)
}

// anyLanguage is the cost in text that may be in any language.
func anyLanguage(r rune) uint8 {
	switch {
	case r >= 0xac00 && r <= 0xd7a3:
		return hangulCosts()[r-0xac00]
	case r >= 0x3041 && r <= 0x30ff,
		r >= 0xa1 && r < 0x180, r >= 0x391 && r < 0x3ce, r >= 0x400 && r < 0x460, r >= 0x5d0 && r < 0x650:
		return 6 * nat
	}
	return chinese(r)
}

// hangulCosts are those of the syllables of Korean in Korean text.
var hangulCosts = sync.OnceValue(func() *[0xd7a3 - 0xac00 + 1]uint8 {
	t := new([0xd7a3 - 0xac00 + 1]uint8)
	for i := range t {
		t[i] = costOther // not in KS X 1001
	}
	dec := korean.EUCKR.NewDecoder()
	for i := range len(tables.KS) {
		pair, err := dec.Bytes([]byte{byte(0xA1 + i/tables.Square), byte(0xA1 + i%tables.Square)})
		if r, _ := utf8.DecodeRune(pair); err == nil && r >= 0xac00 && r <= 0xd7a3 {
			t[r-0xac00] = tables.KS[i]
		}
	}
	return t
})

// classCost is the cost in Chinese text of what is not a listed hanzi.
func classCost(r rune) uint8 {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		return costRareHan
	case r >= 0x2000 && r <= 0x206f || r >= 0x3000 && r <= 0x3020 || r >= 0xff01 && r <= 0xff5e || r == 0xb7:
		return markCost(r)
	case r >= 0x2500 && r <= 0x2573:
		return costLine
	case r >= 0x2100 && r <= 0x27ff || r >= 0xa1 && r <= 0xff:
		return costSymbol
	case r < 0xa0 || r >= 0xe000 && r <= 0xf8ff || r == 0xfffd:
		return costPrivate
	case r < 0x3400:
		return costOdd
	}
	return costOther
}

// markCost is the cost of punctuation and full-width forms.
func markCost(r rune) uint8 {
	switch r {
	case '，':
		return 27
	case '。', '的':
		return 32
	case '、', '　':
		return 38
	case '“', '”', '：', '「', '」', '（', '）', '《', '》', '·':
		return 44
	case '！', '？', '；', '—', '…', '‘', '’', '【', '】', '『', '』', '〈', '〉':
		return 54
	}
	return 62
}

// rareCost prices emoji, and what no text here has.
func rareCost(r rune) int {
	if r >= 0x1f300 && r <= 0x1faff {
		return costSymbol
	}
	return costOdd
}
