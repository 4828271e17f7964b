package encoding

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// lostMarks are what stands where characters were lost for good: two U+FFFD
// read as GBK, and fresh memory read as GBK. U+FFFD itself needs no report.
var lostMarks = [...]string{"锟斤拷", "烫烫烫", "屯屯屯"}

// findLost reports where characters were lost that nothing brings back.
func findLost(s string, _ *job) ([]Edit, []Damage) {
	var damage []Damage
	for _, mark := range lostMarks {
		_, size := utf8.DecodeRuneInString(mark)
		again := mark
		if mark == strings.Repeat(mark[:size], len(mark)/size) {
			again = mark[:size]
		}
		for end := 0; ; {
			i := strings.Index(s[end:], mark)
			if i < 0 {
				break
			}
			start := end + i
			for end = start + len(mark); strings.HasPrefix(s[end:], again); {
				end += len(again)
			}
			damage = append(damage, Damage{Offset: start, Len: end - start})
		}
	}
	slices.SortFunc(damage, func(a, b Damage) int { return cmp.Compare(a.Offset, b.Offset) })
	return nil, damage
}
