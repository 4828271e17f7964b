package parse

import (
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
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

// date reads a day in one of the shapes that portals print.
func (c *timeScanner) date() (date, bool) {
	start := c.i
	if c.i > 0 && (isWordRune(c.r[c.i-1]) || c.r[c.i-1] == '.') {
		return date{}, false // inside a number or a word
	}
	for _, shape := range []func() (date, bool){c.republic, c.western, c.hanDate, c.english, c.yearless} {
		if d, ok := shape(); ok {
			return d, true
		}
		c.i = start
	}
	return date{}, false
}

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z'
}

// western reads 2022-09-05, 2022/9/5, 2022.09.05, 2022年9月5日 and 2022年9月,
// also with a two-digit year where 年 makes it one.
func (c *timeScanner) western() (d date, ok bool) {
	start := c.i
	if d.year, ok = c.number(4, 4); !ok {
		c.i = start
		if d.year, ok = c.number(2, 2); !ok {
			return d, false
		}
		if d.year += 2000; d.year >= 2070 {
			d.year -= 100
		}
		if !c.word("年") {
			return d, false
		}
		c.i--
	}
	if d.year < 1900 || d.year > 2099 {
		return d, false
	}
	c.spaces()
	if c.word("年") {
		return c.monthDay(d)
	}
	year := c.i
	sep, ok := c.one("-/.")
	split := !ok && year > start+4 // 2021 03/07: the year stands apart
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
	if n, ok := c.hanNumber(); ok && n <= 12 && c.word("月") {
		return n
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

// clockAfter reads a clock behind a date, past what may stand between them: a
// weekday, a comma, a T, the name of a time zone.
func (c *timeScanner) clockAfter() (clock, bool) {
	var zone *time.Location
	for range 8 {
		c.spaces()
		if k, ok := c.clock(); ok {
			if k.zone == nil {
				k.zone = zone
			}
			return k, true
		}
		if z, ok := c.zoneName(); ok {
			zone = z
			continue
		}
		if !c.filler() {
			return clock{}, false
		}
	}
	return clock{}, false
}

func (c *timeScanner) filler() bool {
	if _, ok := c.one(",t|-([（)]）"); ok {
		return true
	}
	for _, w := range []string{"星期", "礼拜", "禮拜", "周", "週"} {
		if c.word(w) {
			_, ok := c.one("一二三四五六日天")
			return ok
		}
	}
	return false
}

func (c *timeScanner) zoneName() (*time.Location, bool) {
	for _, z := range zoneNames {
		if c.word(z.name) {
			return z.loc, true
		}
	}
	return nil, false
}

// zoneNames are the zones that pages name. CST is not among them: it is both
// China's and America's.
var zoneNames = []struct {
	name string
	loc  *time.Location
}{
	{"格林尼治标准时间", time.UTC}, {"格林尼治標準時間", time.UTC}, {"格林威治時間", time.UTC},
	{"gmt", time.UTC}, {"utc", time.UTC},
	{"香港时间", china}, {"香港時間", china}, {"北京时间", china}, {"北京時間", china}, {"台北时间", china},
	{"台北時間", china}, {"hkt", china},
}

// clock reads 22:03, 22:03:05, 22时03分, 下午 8:19, 08:30 pm, with the offset
// behind it if there is one.
func (c *timeScanner) clock() (k clock, ok bool) {
	start := c.i
	half := c.halfDay()
	c.spaces()
	if k.hour, ok = c.number(1, 2); !ok {
		c.i = start
		return k, false
	}
	if k.prec, ok = c.minutes(&k); !ok {
		c.i = start
		return k, false
	}
	end := c.i
	c.spaces()
	if after := c.halfDay(); after != 0 && half == 0 {
		half = after
	} else {
		c.i = end
	}
	k.hour = half.apply(k.hour)
	c.offset(&k)
	return k, true
}

func (c *timeScanner) minutes(k *clock) (article.Precision, bool) {
	colon := c.word(":")
	if !colon {
		c.spaces()
		if _, ok := c.one("时時点點"); !ok {
			return "", false
		}
		c.spaces()
	}
	var ok bool
	if k.min, ok = c.number(1, 2); !ok {
		// 22:0309 is a clock with something glued to it; 8时许 is no clock.
		if !colon {
			return "", false
		}
		if k.min, ok = c.prefix(2); !ok {
			return "", false
		}
	}
	c.word("分")
	if colon && !c.word(":") {
		return article.PrecisionMinute, true
	}
	if n, ok := c.number(1, 2); ok {
		k.sec = n
		c.word("秒")
		return article.PrecisionSecond, true
	}
	if colon {
		c.i-- // the colon that no second follows
	}
	return article.PrecisionMinute, true
}

// half is which half of the day a clock of twelve hours means.
type half int

const (
	am half = iota + 1
	pm
)

func (c *timeScanner) halfDay() half {
	for _, w := range []string{"上午", "凌晨", "早上", "清晨", "am", "a.m."} {
		if c.word(w) {
			return am
		}
	}
	for _, w := range []string{"下午", "晚上", "中午", "傍晚", "pm", "p.m."} {
		if c.word(w) {
			return pm
		}
	}
	return 0
}

func (h half) apply(hour int) int {
	switch {
	case h == pm && hour < 12:
		return hour + 12
	case h == am && hour == 12:
		return 0
	}
	return hour
}

// offset reads the fraction and the zone of ISO 8601.
func (c *timeScanner) offset(k *clock) {
	start := c.i
	if k.prec == article.PrecisionSecond && c.word(".") {
		if _, ok := c.number(1, 9); !ok {
			c.i = start
			return
		}
		start = c.i
	}
	c.spaces()
	if z, ok := c.zoneName(); ok {
		k.zone = z
		return
	}
	if c.word("z") && !isWordRune(c.peek()) {
		k.zone = time.UTC
		return
	}
	c.i = start
	c.spaces()
	sign, ok := c.one("+-")
	if !ok {
		c.i = start
		return
	}
	h, ok := c.prefix(2)
	c.word(":")
	m, ok2 := c.number(2, 2)
	if !ok || !ok2 || h > 14 || m > 59 {
		c.i = start
		return
	}
	secs := h*3600 + m*60
	if sign == '-' {
		secs = -secs
	}
	k.zone = time.FixedZone("", secs)
}
