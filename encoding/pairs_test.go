package encoding

import "testing"

func TestByteRange(t *testing.T) {
	for b := range 0x100 {
		trail := uint64(b)<<8 | 0xa4 | commonPairs
		if got, want := gbUsual.misses(trail), b < 0xa1; (got == 1) != want || got > 1 {
			t.Errorf("trail %#x of GB18030 counts %d, rare %v", b, got, want)
		}
		if b >= 0x80 {
			lead := uint64(b) | 0xa400 | commonPairs
			if got, want := big5Usual.misses(lead), b < 0xa1 || b > 0xc6; (got == 1) != want || got > 1 {
				t.Errorf("lead %#x of Big5 counts %d, rare %v", b, got, want)
			}
		}
	}
}
