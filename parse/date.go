package parse

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// date reads a day in one of the shapes that portals print.
func (c *timeScanner) date() (date, bool) {
	start := c.i
	if p := c.before(c.i); isWordRune(p) || p == '.' {
		return date{}, false // inside a number or a word
	}
	switch r := c.peek(); {
	case r >= '0' && r <= '9':
		if d, ok := c.western(); ok {
			return d, true
		}
		c.i = start
		if d, ok := c.yearLast(); ok {
			return d, true
		}
		c.i = start
		if d, ok := c.english(); ok {
			return d, true
		}
		c.i = start
		if d, ok := c.yearless(); ok {
			return d, true
		}
	case r < utf8.RuneSelf:
		if d, ok := c.english(); ok {
			return d, true
		}
	default:
		if d, ok := c.republic(); ok {
			return d, true
		}
		c.i = start
		if d, ok := c.hanDate(); ok {
			return d, true
		}
		c.i = start
		if d, ok := c.english(); ok {
			return d, true
		}
	}
	c.i = start
	return date{}, false
}

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z'
}

// western reads 2022-09-05, 2022/9/5, 2022.09.05, 2022年9月5日 and 2022年9月,
// also with a two-digit year where 年 or a clock makes it one.
func (c *timeScanner) western() (d date, ok bool) {
	start := c.i
	if d.year, ok = c.number(4, 4); !ok {
		if d.year, ok = c.republicYear(); ok {
			d, ok = c.dayOf(d)
			return d, ok && d.month > 0 && d.month <= 12 && d.day <= 31
		}
		if d.year, ok = c.number(2, 2); !ok || c.peek() != '年' && !c.shortYear(c.src[:start]) {
			return d, false
		}
		if d.year += 2000; d.year >= 2070 {
			d.year -= 100
		}
	}
	if d.year < 1900 || d.year > 2099 {
		return d, false
	}
	return c.dayOf(d)
}

// dayOf reads what follows the figures of a year.
func (c *timeScanner) dayOf(d date) (_ date, ok bool) {
	behind := c.i
	c.spaces()
	if c.word("年") {
		return c.monthDay(d)
	}
	year := c.i
	sep, ok := c.one("-/.")
	split := !ok && year > behind // 2021 03/07: the year stands apart
	if !ok && !split {
		return d, false
	}
	c.spaces()
	if d.month, ok = c.number(1, 2); !ok {
		return d, false
	}
	c.spaces()
	if again, ok := c.one("-/."); !ok || !split && again != sep {
		return d, false
	}
	c.spaces()
	if d.day, ok = c.dayNumber(); d.month == 0 || d.day == 0 {
		d.month, d.day = -1, -1 // written like a day; there is none
	}
	return d, ok
}

// shortYear reports whether month, day and clock follow a year of two digits,
// each of two digits: 06-12-03 09:07. A label before it tells the same as a clock:
// 日期：14.05.12.
func (c *timeScanner) shortYear(before string) bool {
	i := c.i
	defer func() { c.i = i }()
	var mark rune
	for k, most := range [2]int{12, 31} {
		sep, ok := c.one("-.")
		if !ok || k > 0 && sep != mark {
			return false
		}
		mark = sep
		if n, ok := c.number(2, 2); !ok || n == 0 || n > most {
			return false
		}
	}
	if !isWordRune(c.peek()) && !c.numberGoesOn() && endsInDateLabel(before) {
		return true
	}
	gap := c.i
	c.spaces()
	_, ok := c.clock()
	return ok && c.i > gap
}

// endsInDateLabel reports whether s ends in a label of days and its mark.
func endsInDateLabel(s string) bool {
	label := strings.TrimRight(s, "：: 　\u00a0")
	return len(label) < len(s) && slices.ContainsFunc(timeWords, func(w string) bool { return strings.HasSuffix(label, w) })
}

// yearLast reads 16/03/2022, 16-03-2022 and 16.03.2022. The day comes first, as
// Chinese media outside of China print it, unless it cannot, or the clock is an
// American one: 3/16/2022 1:02:00 PM.
func (c *timeScanner) yearLast() (d date, ok bool) {
	if d.day, ok = c.number(1, 2); !ok {
		return d, false
	}
	sep, ok := c.one("-/.")
	if !ok {
		return d, false
	}
	if d.month, ok = c.number(1, 2); !ok {
		return d, false
	}
	if again, ok := c.one("-/."); !ok || again != sep {
		return d, false
	}
	if d.year, ok = c.number(4, 4); !ok || d.year < 1990 || d.year > 2099 || c.numberGoesOn() {
		return d, false
	}
	if d.month > 12 || d.day <= 12 && c.american() {
		d.day, d.month = d.month, d.day
	}
	return d, d.month > 0 && d.month <= 12 && d.day > 0 && d.day <= 31
}

// numberGoesOn reports whether a full stop and a digit follow: what ends here is
// part of an address or a version.
func (c *timeScanner) numberGoesOn() bool {
	r, w := c.at(c.i)
	next, _ := c.at(c.i + w)
	return r == '.' && next >= '0' && next <= '9'
}

// american reports whether a clock with AM or PM behind it follows.
func (c *timeScanner) american() bool {
	i := c.i
	defer func() { c.i = i }()
	c.spaces()
	if _, ok := c.number(1, 2); !ok {
		return false
	}
	for range 2 {
		if _, ok := c.one(":"); !ok {
			break
		}
		c.number(2, 2)
	}
	c.spaces()
	return c.word("am") || c.word("pm")
}

// dayNumber reads a day, and its first two digits alone where the clock
// follows without a space (2005.08.2605:39).
func (c *timeScanner) dayNumber() (int, bool) {
	if n, ok := c.number(1, 2); ok {
		return n, true
	}
	i := c.i
	n, ok := c.prefix(2)
	if !ok {
		return 0, false
	}
	j := c.i
	_, ok = c.clock()
	if c.i = j; !ok {
		c.i = i
	}
	return n, ok
}

// monthDay reads what follows 年.
func (c *timeScanner) monthDay(d date) (date, bool) {
	year := c.i
	c.spaces()
	m, ok := c.number(1, 2)
	if !ok {
		c.i = year
		return d, false // a year alone dates nothing
	}
	c.spaces()
	if !c.word("月") || m == 0 {
		return d, false
	}
	d.month = m
	month := c.i
	c.spaces()
	n, ok := c.dayNumber()
	if !ok || n == 0 {
		c.i = month
		return d, true
	}
	d.day = n
	c.daySuffix()
	return d, true
}

func (c *timeScanner) daySuffix() {
	end := c.i
	c.spaces()
	if _, ok := c.one("日号號"); !ok {
		c.i = end
	}
}

// hanDate reads 二〇二二年九月五日.
func (c *timeScanner) hanDate() (d date, ok bool) {
	for range 4 {
		r, ok := c.one("〇○零一二三四五六七八九0")
		if !ok {
			return d, false
		}
		d.year = d.year*10 + hanDigit(r)
	}
	if !c.word("年") || d.year < 1900 {
		return d, false
	}
	if d.month, ok = c.hanNumber(); !ok || !c.word("月") {
		return d, false
	}
	month := c.i
	if d.day, ok = c.hanNumber(); !ok {
		c.i, d.day = month, 0
		return d, true
	}
	c.daySuffix()
	return d, true
}

func hanDigit(r rune) int {
	for n, h := range []rune("〇一二三四五六七八九") {
		if r == h {
			return n
		}
	}
	return 0 // ○, 零 and 0
}

// hanNumber reads 一 to 九十九.
func (c *timeScanner) hanNumber() (n int, ok bool) {
	const digits = "一二三四五六七八九"
	if r, found := c.one(digits); found {
		n, ok = hanDigit(r), true
	}
	if c.word("十") {
		n = max(n, 1) * 10
		ok = true
		if r, found := c.one(digits); found {
			n += hanDigit(r)
		}
	}
	return n, ok
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

var monthTails = []string{"uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"}

// english reads Sep. 05 2022, September 5th, 2022, 5 September 2022 and
// 十一月 6th, 2009.
func (c *timeScanner) english() (d date, ok bool) {
	if n, found := c.number(1, 2); found {
		d.day = n
		c.ordinal()
		c.spaces()
	}
	if d.month = c.monthName(); d.month == 0 {
		return d, false
	}
	c.one(".")
	c.spaces()
	if d.day == 0 {
		if d.day, ok = c.number(1, 2); !ok {
			return d, false
		}
		c.ordinal()
	}
	c.one(",")
	c.spaces()
	d.year, ok = c.number(4, 4)
	return d, ok && d.year >= 1900 && d.year <= 2099
}

func (c *timeScanner) ordinal() {
	for _, s := range []string{"st", "nd", "rd", "th"} {
		if c.word(s) {
			return
		}
	}
}

func (c *timeScanner) monthName() int {
	if r := c.peek(); r >= utf8.RuneSelf {
		if n, ok := c.hanNumber(); ok && n <= 12 && c.word("月") {
			return n
		}
		return 0
	} else if r < 'a' || r > 'z' {
		return 0
	}
	for m, name := range months {
		if !c.word(name) {
			continue
		}
		if name == "sep" {
			c.word("t")
			c.word("ember")
		} else {
			c.word(monthTails[m])
		}
		if isWordRune(c.peek()) {
			return 0
		}
		return m + 1
	}
	return 0
}

// yearless reads 9月5日 22:03, 09-05 22:03: a clock must follow, or else it is
// any pair of numbers.
func (c *timeScanner) yearless() (d date, ok bool) {
	if d.month, ok = c.number(1, 2); !ok || d.month == 0 || d.month > 12 {
		return d, false
	}
	if !c.word("月") {
		if _, ok = c.one("-/"); !ok {
			return d, false
		}
	}
	if d.day, ok = c.dayNumber(); !ok || d.day == 0 || d.day > 31 {
		return d, false
	}
	c.daySuffix()
	end := c.i
	_, ok = c.clockAfter()
	c.i = end
	return d, ok
}
