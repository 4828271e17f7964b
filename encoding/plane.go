package encoding

import (
	"sync"
	"unicode/utf8"
)

// A plane holds the costs of the basic plane of Unicode.
type plane [1 << 16]uint8

var (
	chinesePlane = planeOf(chinese)
	anyPlane     = planeOf(anyLanguage)
)

func planeOf(l language) func() *plane {
	return sync.OnceValue(func() *plane {
		p := new(plane)
		for r := range p {
			p[r] = l(rune(r))
		}
		return p
	})
}

// at is the cost of r. Planes other than the basic one are all the same.
func (t *plane) at(r rune) uint8 {
	if int(r) < len(t) {
		return t[r]
	}
	return costOther
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
