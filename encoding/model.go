package encoding

import (
	"sync"

	"github.com/zhnews/zhnews/internal/tables"
)

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
)
