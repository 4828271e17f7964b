package encoding

import (
	"math"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// Costs are negated logarithms of probabilities in eighths of a nat. A
// hypothesis (a charset and a language) pays for every byte of the sample; the
// cheapest wins.
const (
	nat = 8

	costASCII    = 3*nat + 2
	costControl  = 12 * nat
	costDamage   = 11 * nat // a price, not a veto: pages are damaged
	costRareHan  = 13 * nat // hanzi that the language hardly uses
	costSymbol   = 9 * nat
	costOdd      = 11 * nat // letters of other scripts
	costPrivate  = 18 * nat
	costQuad     = 17 * nat // four-byte codes of GB18030
	costUnlisted = 14 * nat
	costCutLead  = 6 * nat      // of UTF-8: the first byte of a hanzi without the rest
	costFirst    = 5 * nat      // what the first damage costs more than the next
	costStray    = 13 * nat / 2 // and a byte from the middle of one
	costNoise    = 3 * nat / 2  // a byte above 0x7f beyond its own frequency, if it is from no charset known
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
	case r >= 0x3041 && r <= 0x30ff || r >= 0xac00 && r <= 0xd7a3,
		r >= 0xa1 && r < 0x180, r >= 0x391 && r < 0x3ce, r >= 0x400 && r < 0x460, r >= 0x5d0 && r < 0x650:
		return 6 * nat
	}
	return chinese(r)
}

// classCost is the cost in Chinese text of what is not a listed hanzi.
func classCost(r rune) uint8 {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		return costRareHan
	case r >= 0x2000 && r <= 0x206f || r >= 0x3000 && r <= 0x3020 || r >= 0xff01 && r <= 0xff5e || r == 0xb7:
		return markCost(r)
	case r >= 0x2100 && r <= 0x27ff || r >= 0xa1 && r <= 0xff:
		return costSymbol
	case r < 0xa0 || r >= 0xe000 && r <= 0xf8ff || r == 0xfffd:
		return costPrivate
	case r < 0x3400:
		return costOdd
	}
	return costUnlisted
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

// A pairModel scores a charset in which characters have one or two bytes. Costs
// are by the low 15 bits of the pair, 0 if it means nothing, and by the byte
// for what stands alone.
type pairModel struct {
	pairs *[1 << 15]uint8 // nil for a single-byte charset
	alone [256]uint8
	quads bool // has the four-byte codes of GB18030
}

// newPairModel prices bytes below 0x80; those above are damage on their own.
func newPairModel() *pairModel {
	m := &pairModel{}
	for i := range m.alone {
		switch {
		case i >= 0x80:
			m.alone[i] = costDamage
		case i >= 0x20 && i < 0x7f || i == '\t' || i == '\n' || i == '\r':
			m.alone[i] = costASCII
		default:
			m.alone[i] = costControl
		}
	}
	return m
}

// score returns the cost of s. A character that is cut by the end costs nothing.
func (m *pairModel) score(s []byte) int {
	if m.pairs == nil {
		return m.scoreBytes(s)
	}
	sum, first := 0, costFirst
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			sum += int(m.alone[c])
			i++
			continue
		}
		if i+1 == len(s) && m.alone[c] == costDamage {
			break
		}
		if i+1 < len(s) {
			if cost := m.pairs[(uint16(c)<<8|uint16(s[i+1]))&0x7fff]; cost != 0 {
				sum += int(cost)
				i += 2
				continue
			}
			if m.quads && i+3 < len(s) && s[i+1]-'0' < 10 && s[i+2] >= 0x81 && s[i+3]-'0' < 10 {
				sum += costQuad
				i += 4
				continue
			}
		}
		sum += int(m.alone[c])
		if m.alone[c] == costDamage {
			sum += first
			first = 0
		}
		i++
	}
	return sum
}

// scoreBytes is the score of a single-byte charset.
func (m *pairModel) scoreBytes(s []byte) int {
	sum := 0
	for _, c := range s {
		sum += int(m.alone[c])
	}
	return sum
}

func gbModel(l language) func() *pairModel {
	return sync.OnceValue(func() *pairModel {
		m := newPairModel()
		m.pairs, m.quads = new([1 << 15]uint8), true
		m.alone[0x80] = costSymbol
		for i, r := range gbPairs() {
			if r != 0 {
				m.pairs[i] = l(rune(r))
			}
		}
		return m
	})
}

func big5Model(l language) func() *pairModel {
	return sync.OnceValue(func() *pairModel {
		m := newPairModel()
		m.pairs = new([1 << 15]uint8)
		for i, r := range big5Pairs() {
			if r != 0 {
				m.pairs[i] = l(r)
			}
		}
		return m
	})
}

// squareModel makes the model of an EUC charset from the costs of its square.
func squareModel(costs string) func() *pairModel {
	return sync.OnceValue(func() *pairModel {
		m := newPairModel()
		m.pairs = new([1 << 15]uint8)
		for i := range len(costs) {
			m.pairs[(0x21+i/tables.Square)<<8|(0xa1+i%tables.Square)] = costs[i]
		}
		return m
	})
}

var (
	gbSimplified    = gbModel(simplified)
	gbTraditional   = gbModel(traditional)
	big5Traditional = big5Model(traditional)
	eucJP           = squareModel(tables.JIS)
	eucKR           = squareModel(tables.KS)

	// shiftJIS is the square of JIS X 0208 folded in two, and katakana of one
	// byte.
	shiftJIS = sync.OnceValue(func() *pairModel {
		m := newPairModel()
		m.pairs = new([1 << 15]uint8)
		for i := range len(tables.JIS) {
			row, cell := i/tables.Square, i%tables.Square
			lead, trail := 0x81+row/2, 0x40+cell
			if lead > 0x9f {
				lead += 0x40
			}
			if row%2 == 1 {
				trail = 0x9f + cell
			} else if trail >= 0x7f {
				trail++
			}
			m.pairs[(lead<<8|trail)&0x7fff] = tables.JIS[i]
		}
		for c := 0xa1; c <= 0xdf; c++ {
			m.alone[c] = 6 * nat
		}
		return m
	})

	// singles are the single-byte charsets.
	singles = sync.OnceValue(func() []*pairModel {
		var all []*pairModel
		for _, costs := range tables.Single {
			m := newPairModel()
			for i := range len(costs) {
				m.alone[0x80+i] = costs[i]
			}
			all = append(all, m)
		}
		return all
	})

	chinesePlane = planeOf(chinese)
	anyPlane     = planeOf(anyLanguage)
)

// A plane holds the costs of the basic plane of Unicode.
type plane [1 << 16]uint8

func planeOf(l language) func() *plane {
	return sync.OnceValue(func() *plane {
		p := new(plane)
		for r := range p {
			p[r] = l(rune(r))
		}
		return p
	})
}

// scoreUTF8 is the score of s as UTF-8.
func (t *plane) scoreUTF8(s []byte) int {
	sum, first := 0, costFirst
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < 0x80:
			sum += costASCII
			i++
		case c >= 0xe1 && c < 0xf0 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			sum += int(t[uint16(c)<<12|uint16(s[i+1]&0x3f)<<6|uint16(s[i+2]&0x3f)])
			i += 3
		case c >= 0xc3 && c < 0xe0 && i+1 < len(s) && s[i+1]&0xc0 == 0x80:
			sum += int(t[uint16(c&0x1f)<<6|uint16(s[i+1]&0x3f)])
			i += 2
		default:
			if r, n := utf8.DecodeRune(s[i:]); r != utf8.RuneError {
				sum += rareCost(r)
				i += n
				continue
			}
			n, cut := utf8Damage(s[i:])
			if cut {
				return sum
			}
			sum += utf8DamageCost(s[i]) + first
			first = 0
			i += n
		}
	}
	return sum
}

// utf8DamageCost prices damage that begins with the byte c.
func utf8DamageCost(c byte) int {
	switch {
	case c < 0xc0:
		return costStray
	case c >= 0xe3 && c <= 0xe9 || c == 0xef:
		return costCutLead
	}
	return costDamage
}

// rareCost prices emoji, and what no text here has.
func rareCost(r rune) int {
	if r >= 0x1f300 && r <= 0x1faff {
		return costSymbol
	}
	return costOdd
}

// scoreNoise is the score of bytes in a charset that no model knows: what each
// byte costs by its own frequency in the sample, what it costs to tell the
// frequencies, and a fine.
func scoreNoise(parts [][]byte, limit int) int {
	var counts [256]int
	for _, p := range parts {
		for _, c := range p[:min(len(p), limit)] {
			counts[c]++
		}
	}
	total, kinds, ascii := 0, 0, 0
	for c, n := range counts {
		switch {
		case c < 0x80:
			ascii += n
		case n > 0:
			total += n
			kinds++
		}
	}
	nats := 0.0
	for _, n := range counts[0x80:] {
		if n > 0 {
			nats -= float64(n) * math.Log(float64(n)/float64(total))
		}
	}
	nats += float64(kinds) * (math.Log(float64(total+1))/2 + 2)
	const (
		least = 28 // no alphabet is so small; a few words over and over are not a language
		most  = 39 // the logarithm of 128, with which nothing need be told
	)
	return min(max(int(nat*nats), least*total), most*total) + costNoise*total + costASCII*ascii
}
