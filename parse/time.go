package parse

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// A stamp is a point in time found in a text.
type stamp struct {
	article.Time
	lo, hi int  // byte offsets of Raw in the text
	bad    bool // written like a date, but there is no such day or hour
	vague  bool // relative or without a year: it needs a reference time
}

// clockwork is what reading a time takes besides the text.
type clockwork struct {
	zone *time.Location // for times without an offset
	now  time.Time      // reference for relative times, zero if unknown
}

// china is UTC+8, which all Chinese portals print without saying so. It is no
// tz database zone: those need data that may be absent, and know a summer time
// of 1986–1991 that no page prints.
var china = time.FixedZone("", 8*60*60)

// stamps returns the times written in s, in order.
func (w clockwork) stamps(s string) (found []stamp) {
	var few [32]place
	s = prefixBytes(s, longestScan)
	return w.appendStamps(nil, s, timesAlone().places(few[:0], s))
}

// appendStamps appends the times of s for a caller who knows where they may
// begin.
func (w clockwork) appendStamps(found []stamp, s string, places []place) []stamp {
	c := timeScanner{src: s}
	for _, p := range places {
		if !p.time || int(p.at) < c.i {
			continue
		}
		c.i = int(p.at)
		if c.mayStart() {
			if t, ok := c.stamp(w); ok {
				found = append(found, t)
				continue
			}
			c.i = int(p.at)
		}
		c.skipRune()
	}
	return found
}

// longestScan bounds the text in bytes in which times and credits are looked
// for: no info line is that long, and the scanners are not linear.
const longestScan = 2048

// prefixBytes cuts s to at most n bytes, on a rune boundary.
func prefixBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// first returns the first usable time of s.
func (w clockwork) first(s string) (stamp, bool) {
	for _, t := range w.stamps(s) {
		if !t.bad {
			return t, true
		}
	}
	return stamp{}, false
}

// date is a calendar day as written: 0 stands for what is not.
type date struct{ year, month, day int }

// clock is a time of the day as written.
type clock struct {
	hour, min, sec int
	prec           article.Precision // "", minute or second
	zone           *time.Location    // nil if none is written
}

// stamp reads one time at the current position.
func (c *timeScanner) stamp(w clockwork) (stamp, bool) {
	lo := c.i
	if t, ok := c.relative(w); ok {
		return c.done(t, lo), true
	}
	var before clock
	if k, ok := c.clock(); ok {
		before = k
		c.spaces()
	}
	d, ok := c.date()
	if !ok {
		return stamp{}, false
	}
	end := c.i
	k, ok := c.clockAfter()
	if !ok {
		c.i, k = end, before
	}
	return c.done(w.join(d, k), lo), true
}

// done fills in where the stamp stands.
func (c *timeScanner) done(t stamp, lo int) stamp {
	t.lo, t.hi = lo, c.i
	if t.Raw = c.src[t.lo:t.hi]; strings.Contains(t.Raw, elementBorder) {
		t.Raw = cjk.Collapse(strings.ReplaceAll(t.Raw, elementBorder, " "))
	}
	return t
}

// join makes a time of a day and a clock, in the zone that is written or else
// in the default one.
func (w clockwork) join(d date, k clock) stamp {
	t := stamp{}
	zone := w.zone
	if k.zone != nil {
		zone = k.zone
	}
	if d.day == 0 {
		k = clock{} // a clock on no day says nothing
	}
	if d.year == 0 {
		if t.vague = true; w.now.IsZero() {
			return t
		}
		d.year = w.yearOf(d)
	}
	at := time.Date(d.year, time.Month(max(d.month, 1)), max(d.day, 1), k.hour, k.min, k.sec, 0, zone)
	if d.month > 12 || d.month < 0 || d.day < 0 || d.day > 0 && at.Day() != d.day || k.hour > 23 || k.min > 59 || k.sec > 59 {
		t.bad = true
		return t
	}
	t.Time.Time = at
	switch {
	case k.prec != "" && d.day > 0:
		t.Precision = k.prec
	case d.day > 0:
		t.Precision = article.PrecisionDay
	case d.month > 0:
		t.Precision = article.PrecisionMonth
	default:
		t.Precision = article.PrecisionYear
	}
	return t
}

// withClock adds the clock that a line of its own gives to the day before it.
func (w clockwork) withClock(t stamp, next string) stamp {
	if len(next) > 80 {
		return t
	}
	c := timeScanner{src: next}
	k, ok := c.clockAfter()
	if c.spaces(); !ok || !c.end() || k.hour > 23 || k.min > 59 {
		return t
	}
	day := t.Time.Time
	at := w.join(date{day.Year(), int(day.Month()), day.Day()}, k)
	at.Raw, at.lo, at.hi = t.Raw+" "+next, t.lo, t.hi
	return at
}

// yearOf returns the year that makes d the latest day not after the reference.
func (w clockwork) yearOf(d date) int {
	now := w.now.In(w.zone)
	year := now.Year()
	if d.month > int(now.Month()) || d.month == int(now.Month()) && d.day > now.Day() {
		year--
	}
	for back := 0; back < 8 && d.month == 2 && d.day == 29 && time.Date(year, 2, 29, 0, 0, 0, 0, w.zone).Day() != 29; back++ {
		year--
	}
	return year
}

// relative reads 刚刚, 3小时前, 昨天 22:03 and their kin.
func (c *timeScanner) relative(w clockwork) (stamp, bool) {
	start := c.i
	if r := c.peek(); r >= '0' && r <= '9' {
		return c.ago(w)
	}
	if c.word("刚刚") || c.word("剛剛") {
		at := w.now.In(w.zone)
		return w.since(at, clock{at.Hour(), at.Minute(), 0, article.PrecisionMinute, nil}), true
	}
	for _, day := range relativeDays {
		if c.word(day.word) {
			end := c.i
			c.spaces()
			k, ok := c.clock()
			if !ok {
				c.i, k = end, clock{}
			}
			return w.since(w.now.In(w.zone).AddDate(0, 0, -day.ago), k), true
		}
	}
	c.i = start
	return stamp{}, false
}

// ago reads 5分钟前, 3 小时前, 2天前.
func (c *timeScanner) ago(w clockwork) (stamp, bool) {
	start := c.i
	n, ok := c.number(1, 3)
	if !ok {
		return stamp{}, false
	}
	c.spaces()
	c.word("个")
	c.word("個")
	for _, unit := range relativeUnits {
		if c.word(unit.word) {
			at := w.now.In(w.zone).Add(-time.Duration(n) * unit.long)
			if unit.long >= 24*time.Hour {
				return w.since(at, clock{}), true
			}
			return w.since(at, clock{at.Hour(), at.Minute(), 0, article.PrecisionMinute, nil}), true
		}
	}
	c.i = start
	return stamp{}, false
}

var relativeDays = []struct {
	word string
	ago  int // days
}{{"今天", 0}, {"昨天", 1}, {"前天", 2}, {"大前天", 3}}

var relativeUnits = []struct {
	word string
	long time.Duration
}{
	{"分钟前", time.Minute}, {"分鐘前", time.Minute}, {"小时前", time.Hour}, {"小時前", time.Hour}, {"天前", 24 * time.Hour},
}

// since is the stamp of a day that was reckoned from the reference time.
func (w clockwork) since(day time.Time, k clock) stamp {
	if w.now.IsZero() {
		return stamp{vague: true}
	}
	t := w.join(date{day.Year(), int(day.Month()), day.Day()}, k)
	t.vague = true
	return t
}
