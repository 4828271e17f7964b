package parse

import (
	"strings"
	"unicode/utf8"
)

// republic reads 民國111年9月5日, years counted from 1912.
func (c *timeScanner) republic() (d date, ok bool) {
	c.word("中華")
	if !c.word("民國") && !c.word("民国") {
		return d, false
	}
	c.spaces()
	n, ok := c.number(1, 3)
	c.spaces()
	if !ok || !c.word("年") {
		return d, false
	}
	d.year = 1911 + n
	return c.monthDay(d)
}

// republicYear reads a year of the Republic in figures, as offices of Taiwan
// print it: 111-05-12 behind a label of time, or alone. Elsewhere three digits
// count something.
func (c *timeScanner) republicYear() (year int, ok bool) {
	if !c.labelled() && (c.i > 0 || len(c.src) > len("111-05-12")) {
		return 0, false
	}
	n, ok := c.number(3, 3)
	if !ok || n < 80 || n > 150 {
		return 0, false
	}
	return 1911 + n, true
}

// labelled reports whether a label that ends as those of times do stands before
// the current position, with its mark: 發布日期：.
func (c *timeScanner) labelled() bool {
	i := c.i
	for range 4 {
		r, w := utf8.DecodeLastRuneInString(c.src[:i])
		if r = foldTime(r); r != ' ' && r != ':' && r != ']' && r != '】' {
			return i < c.i && strings.ContainsRune("期间間", r)
		}
		i -= w
	}
	return false
}
