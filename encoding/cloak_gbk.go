package encoding

// gbkCodes is GBK as the cloak sees it: pairs of bytes, nothing else.
type gbkCodes struct {
	char *doubleByte
	code *codes
}

// pair returns the character of two bytes, 0 if there is none.
func (g gbkCodes) pair(lead, trail byte) rune {
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
func (g gbkCodes) bytes(r rune) (lead, trail byte, ok bool) {
	code := g.code.of(r)
	if code == 0 || isPrivateUse(r) {
		return 0, 0, false
	}
	return byte(code >> 8), byte(code), true
}

// vanishes reports whether old decoders drop the pair without a trace: the
// areas that GBK leaves to its users.
func vanishes(lead, trail byte) bool {
	return (lead >= 0xAA && lead <= 0xAF || lead >= 0xF8) && trail >= 0xA1 ||
		lead >= 0xA1 && lead <= 0xA7 && trail <= 0xA0
}

// unassigned reports whether old decoders write '?' for the pair.
func (g gbkCodes) unassigned(lead, trail byte) bool {
	return (g.pair(lead, trail) == 0 || isLate(lead, trail)) && !vanishes(lead, trail)
}

// isLate reports whether the pair was given a character after the old decoders
// were written.
func isLate(lead, trail byte) bool {
	switch lead {
	case 0xA2:
		return trail == 0xE3
	case 0xA6:
		return trail >= 0xD9 && trail <= 0xDF || trail == 0xEC || trail == 0xED || trail == 0xF3
	case 0xA8:
		return trail == 0xBC || trail == 0xBF
	case 0xA9:
		return trail >= 0x89 && trail <= 0x95
	}
	return lead == 0xFE && trail < 0xA1
}

// lossy reports whether pairs with that lead byte may vanish or be unassigned.
func lossy(lead byte) bool { return lead >= 0xA1 && lead <= 0xAF || lead == 0xD7 || lead >= 0xF8 }
