package encoding

import (
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// slotReach is how many hanzi on either side of a slot are looked at: those
// that a word can hold besides one.
const slotReach = tables.MaxWord - 1

// A slot is a place for one hanzi between others.
type slot struct {
	around [2*slotReach + 1]rune // the slot is in the middle; 0 where no hanzi stands
}

// slotAt returns the slot that s[start:end] fills. The text around it is read
// with hanzi, which returns 0 for what is none.
func slotAt(s string, start, end int, hanzi func(rune) rune) slot {
	var t slot
	for k, i := slotReach-1, start; k >= 0 && i > 0; k-- {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if t.around[k] = hanzi(r); t.around[k] == 0 {
			break
		}
		i -= size
	}
	for k, i := slotReach+1, end; k < len(t.around) && i < len(s); k++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if t.around[k] = hanzi(r); t.around[k] == 0 {
			break
		}
		i += size
	}
	return t
}

// hanziOnly is for text whose hanzi are taken as they are.
func hanziOnly(r rune) rune {
	if isHanzi(r) {
		return r
	}
	return 0
}

func isHanzi(r rune) bool { return r >= 0x3400 && r <= 0x9FFF }

// alone reports whether no hanzi stands beside the slot.
func (t *slot) alone() bool { return t.around[slotReach-1] == 0 && t.around[slotReach+1] == 0 }

// word reports whether c in the slot is part of a word of two characters or
// more.
func (t *slot) word(words *tables.Lexicon, c rune) bool {
	t.around[slotReach] = c
	for from := slotReach; from >= 0 && t.around[from] != 0; from-- {
		node, ok := words.Root(t.around[from])
		for depth := 0; ok; depth++ {
			if _, end := words.Score(depth, node); end && depth > 0 && from+depth >= slotReach {
				return true
			}
			if from+depth+1 == len(t.around) || t.around[from+depth+1] == 0 {
				break
			}
			node, ok = words.Child(depth, node, t.around[from+depth+1])
		}
	}
	return false
}

// cost is that of the text around the slot with c in it.
func (t *slot) cost(m *wordModel, c rune) float32 {
	t.around[slotReach] = c
	state := startState
	for _, r := range t.around {
		if r != 0 {
			state = m.extend(&state, r, deduced)
		}
	}
	return state.cost[0]
}

// gap returns how much cheaper the text around is without anything in the slot
// than with something there that no word goes across.
func (t *slot) gap(m *wordModel) float32 {
	joined, apart := startState, startState
	for k, r := range t.around {
		if k == slotReach {
			apart = modelState{cost: [tables.MaxWord]float32{apart.cost[0]}, node: startState.node, word: startState.word}
			continue
		}
		if r != 0 {
			joined, apart = m.extend(&joined, r, deduced), m.extend(&apart, r, deduced)
		}
	}
	return apart.cost[0] - joined.cost[0]
}
