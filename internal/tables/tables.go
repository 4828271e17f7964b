// Package tables holds the generated tables of zhnews. Each is a constant that
// is decoded on first use; importing the package does nothing.
//
// The generator is the module in gen; NOTICE in the root of the repository
// carries the licences of its inputs.
package tables

import (
	"strconv"
	"strings"
	"sync"
)

// Costs gives each character from U+4E00 to U+9FFF the negated logarithm of its
// frequency in running text, in eighths of a nat; 0 if it is not listed.
type Costs [0x9fff - 0x4e00 + 1]uint8

// At returns the cost of r, 0 if it is not listed.
func (c *Costs) At(r rune) uint8 {
	if r < 0x4e00 || r > 0x9fff {
		return 0
	}
	return c[r-0x4e00]
}

var (
	simplified  = sync.OnceValue(func() *Costs { return parseCosts(hanziS) })
	traditional = sync.OnceValue(func() *Costs { return parseCosts(hanziT) })
)

// Simplified returns the costs of characters in simplified Chinese.
func Simplified() *Costs { return simplified() }

// Traditional returns the costs of characters in traditional Chinese.
func Traditional() *Costs { return traditional() }

func parseCosts(text string) *Costs {
	c := new(Costs)
	for line := range strings.Lines(text) {
		number, hanzi, _ := strings.Cut(line, " ")
		cost, err := strconv.ParseUint(number, 10, 8)
		if err != nil {
			continue
		}
		for _, r := range hanzi {
			if r >= 0x4e00 && r <= 0x9fff {
				c[r-0x4e00] = uint8(cost)
			}
		}
	}
	return c
}
