package parse

import (
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
)

// timeScanner reads the parts of a date and a clock, by hand: \d knows no
// full-width digit, \s no ideographic space, and a regular expression costs
// ten times as much.
type timeScanner struct {
	src string
	r   []rune // folded, so that ：／－ and full-width digits are ASCII
	off []int  // byte offset of each rune in src, and len(src)
	i   int
}

func newTimeScanner(s string) *timeScanner {
	c := &timeScanner{src: s, r: make([]rune, 0, len(s)), off: make([]int, 0, len(s)+1)}
	for i, r := range s {
		r = cjk.FoldRune(r)
		if cjk.IsSpace(r) {
			r = ' '
		}
		c.r = append(c.r, r)
		c.off = append(c.off, i)
	}
	c.off = append(c.off, len(s))
	return c
}

func (c *timeScanner) peek() rune {
	if c.i < len(c.r) {
		return c.r[c.i]
	}
	return 0
}

func (c *timeScanner) spaces() {
	for c.peek() == ' ' {
		c.i++
	}
}

// word skips w if it stands here. w is written folded.
func (c *timeScanner) word(w string) bool {
	i := c.i
	for _, r := range w {
		if i >= len(c.r) || c.r[i] != r {
			return false
		}
		i++
	}
	c.i = i
	return true
}

// one skips any single rune of set and returns it.
func (c *timeScanner) one(set string) (rune, bool) {
	if r := c.peek(); r != 0 && strings.ContainsRune(set, r) {
		c.i++
		return r, true
	}
	return 0, false
}

// number reads lo to hi ASCII digits that no further digit follows.
func (c *timeScanner) number(lo, hi int) (n int, ok bool) {
	i := c.i
	for i < len(c.r) && c.r[i] >= '0' && c.r[i] <= '9' {
		if i-c.i < hi {
			n = n*10 + int(c.r[i]-'0')
		}
		i++
	}
	if w := i - c.i; w < lo || w > hi {
		return 0, false
	}
	c.i = i
	return n, true
}

// prefix reads exactly w digits, whatever follows.
func (c *timeScanner) prefix(w int) (n int, ok bool) {
	if c.i+w > len(c.r) {
		return 0, false
	}
	for _, r := range c.r[c.i : c.i+w] {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	c.i += w
	return n, true
}
