package encoding

import "sync"

// gbkCodes is GBK as the cloak sees it: pairs of bytes, nothing else.
type gbkCodes struct {
	char *doubleByte
	code [1 << 16]uint16 // by code point; 0: not a two-byte character
}

var gbkPairs = sync.OnceValue(func() *gbkCodes {
	g := &gbkCodes{char: gbPairs()}
	for i, r := range g.char {
		if r != 0 && g.code[r] == 0 && !isPrivateUse(rune(r)) {
			g.code[r] = 0x8000 | uint16(i)
		}
	}
	return g
})

// pair returns the character of two bytes, 0 if there is none.
func (g *gbkCodes) pair(lead, trail byte) rune {
	if lead < 0x81 || trail < 0x40 {
		return 0
	}
	if r := rune(g.char[(uint16(lead)<<8|uint16(trail))&0x7FFF]); !isPrivateUse(r) {
		return r
	}
	return 0
}

func isPrivateUse(r rune) bool { return r >= 0xE000 && r < 0xF900 }

// bytes returns the two bytes of r; ok is false if r is not a two-byte
// character of GBK.
func (g *gbkCodes) bytes(r rune) (lead, trail byte, ok bool) {
	if r > 0xFFFF || g.code[r] == 0 {
		return 0, 0, false
	}
	return byte(g.code[r] >> 8), byte(g.code[r]), true
}

// vanishes reports whether old decoders drop the pair without a trace: the
// areas that GBK leaves to its users.
func vanishes(lead, trail byte) bool {
	return (lead >= 0xAA && lead <= 0xAF || lead >= 0xF8) && trail >= 0xA1 ||
		lead >= 0xA1 && lead <= 0xA7 && trail <= 0xA0
}

// unassigned reports whether old decoders write '?' for the pair.
func (g *gbkCodes) unassigned(lead, trail byte) bool {
	return (g.pair(lead, trail) == 0 || lead == 0xFE && trail < 0xA1) && !vanishes(lead, trail)
}
