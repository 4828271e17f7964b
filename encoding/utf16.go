package encoding

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// detectUTF16 looks for UTF-16 without a byte order mark. Such text holds NUL
// bytes, or hanzi at even offsets, either of which is rare elsewhere.
func detectUTF16(src []byte) (c Charset, margin int) {
	const probe = 1024
	head := src[:min(len(src), probe)&^1]
	score := 0
	switch {
	case maybeUTF16(head, binary.LittleEndian):
		c, score = UTF16LE, scoreUTF16(head, binary.LittleEndian)
	case maybeUTF16(head, binary.BigEndian):
		c, score = UTF16BE, scoreUTF16(head, binary.BigEndian)
	default:
		return "", 0
	}
	rival := math.MaxInt
	page := &sampled{parts: [][]byte{head}}
	for _, h := range hypotheses() {
		rival = min(rival, h.price(page, len(head)))
	}
	if rival <= score {
		return "", 0
	}
	return c, rival - score
}

// maybeUTF16 is a cheap test that lets all UTF-16 pass and little else.
func maybeUTF16(b []byte, order binary.ByteOrder) bool {
	odd, allowed := 0, len(b)/2/4
	for i := 0; i+1 < len(b) && odd <= allowed; i += 2 {
		if u := order.Uint16(b[i:]); !unitLooksText(byte(u>>8), byte(u)) {
			odd++
		}
	}
	return len(b) > 1 && odd <= allowed
}

// unitLooksText reports whether high<<8|low may be a frequent code unit: ASCII,
// a hanzi, or a mark.
func unitLooksText(high, low byte) bool {
	switch {
	case high == 0:
		return low >= 0x20 && low < 0x7f || low == '\n' || low == '\r' || low == '\t'
	case high == 0x30 || high == 0xff || high == 0x20:
		return true
	}
	return high >= 0x4e && high <= 0x9f
}

// scoreUTF16 prices code units like the bytes of the other hypotheses.
func scoreUTF16(b []byte, order binary.ByteOrder) int {
	t := chinesePlane()
	sum := 0
	for i := 0; i+1 < len(b); i += 2 {
		switch u := order.Uint16(b[i:]); {
		case u >= 0x20 && u < 0x7f || u == '\n' || u == '\r' || u == '\t':
			sum += costASCII
		case u < 0x20:
			sum += costControl
		case utf16.IsSurrogate(rune(u)):
			sum += costDamage
		default:
			sum += int(t[u])
		}
	}
	return sum
}
