package parse

import (
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
)

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
	if _, ok := c.one(",t|-—–―─·•・‧/@([（)]）"); ok {
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
	if !strings.ContainsRune("格香北台guh", c.peek()) {
		return nil, false
	}
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
	end := c.i
	if colon && !c.word(":") {
		return article.PrecisionMinute, true
	}
	if n, ok := c.number(1, 2); ok {
		k.sec = n
		c.word("秒")
		return article.PrecisionSecond, true
	}
	c.i = end // at the colon that no second follows
	return article.PrecisionMinute, true
}

// half is which half of the day a clock of twelve hours means.
type half int

const (
	am half = iota + 1
	pm
)

func (c *timeScanner) halfDay() half {
	if !strings.ContainsRune("上凌早清下晚中傍ap", c.peek()) {
		return 0
	}
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
