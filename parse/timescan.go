package parse

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// timeScanner reads the parts of a date and a clock, by hand: \d knows no
// full-width digit, \s no ideographic space, and a regular expression costs
// ten times as much.
type timeScanner struct {
	src string
	i   int // byte offset in src
}

// at returns the rune at byte i, folded so that ：／－ and full-width digits are
// ASCII and all white space is a space, and its width; 0, 0 at the end.
func (c *timeScanner) at(i int) (r rune, width int) {
	if i >= len(c.src) {
		return 0, 0
	}
	if b := c.src[i]; b < utf8.RuneSelf {
		return foldTime(rune(b)), 1
	}
	r, width = cjk.RuneAt(c.src, i)
	return foldTime(r), width
}

// before returns the rune that ends at byte i, folded; 0 at the start.
func (c *timeScanner) before(i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(c.src[:i])
	return foldTime(r)
}

func foldTime(r rune) rune {
	if r >= 0x4e00 && r <= 0x9fff {
		return r
	}
	if r = cjk.FoldRune(r); cjk.IsSpace(r) {
		return ' '
	}
	return r
}

func (c *timeScanner) end() bool { return c.i >= len(c.src) }

func (c *timeScanner) peek() rune {
	r, _ := c.at(c.i)
	return r
}

func (c *timeScanner) spaces() {
	for {
		r, w := c.at(c.i)
		if r != ' ' {
			return
		}
		c.i += w
	}
}

// word skips w if it stands here. w is written folded.
func (c *timeScanner) word(w string) bool {
	if w != "" && w[0] >= utf8.RuneSelf { // ideographs come in one width
		if !strings.HasPrefix(c.src[c.i:], w) {
			return false
		}
		c.i += len(w)
		return true
	}
	i := c.i
	for _, want := range w {
		r, n := c.at(i)
		if r != want || n == 0 {
			return false
		}
		i += n
	}
	c.i = i
	return true
}

// one skips any single rune of set and returns it.
func (c *timeScanner) one(set string) (rune, bool) {
	if r, w := c.at(c.i); r != 0 && strings.ContainsRune(set, r) {
		c.i += w
		return r, true
	}
	return 0, false
}

// number reads lo to hi ASCII digits that no further digit follows.
func (c *timeScanner) number(lo, hi int) (n int, ok bool) {
	i, digits := c.i, 0
	for {
		r, w := c.at(i)
		if r < '0' || r > '9' {
			break
		}
		if digits++; digits <= hi {
			n = n*10 + int(r-'0')
		}
		i += w
	}
	if digits < lo || digits > hi {
		return 0, false
	}
	c.i = i
	return n, true
}

// prefix reads exactly w digits, whatever follows.
func (c *timeScanner) prefix(w int) (n int, ok bool) {
	i := c.i
	for range w {
		r, width := c.at(i)
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
		i += width
	}
	c.i = i
	return n, true
}

// skipRune passes one rune, and the rest of the number that it is a digit of:
// no time begins inside one.
func (c *timeScanner) skipRune() {
	r, w := c.at(c.i)
	c.i += w
	for cjk.IsDigit(r) {
		if r, w = c.at(c.i); cjk.IsDigit(r) {
			c.i += w
		}
	}
}

// mayStart reports whether a time may begin here, as far as the first number or
// character and the one behind it tell. Most numbers of a text date nothing.
func (c *timeScanner) mayStart() bool {
	r, w := c.at(c.i)
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return c.mayStartNumber()
	case 'a', 'd', 'f', 'j', 'm', 'n', 'o', 'p', 's':
		next, _ := c.at(c.i + w)
		return next < utf8.RuneSelf && strings.Contains(latinTimes, string([]byte{byte(r), byte(next)})) && !isWordRune(c.before(c.i))
	case '〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		switch next, _ := c.at(c.i + w); next {
		case '〇', '○', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '0':
			near := prefixBytes(c.src[c.i:], len("二〇二二年"))
			return strings.Contains(near, "年") || strings.Contains(near, "月")
		case '月':
			return true
		}
	case '中':
		next, _ := c.at(c.i + w)
		return next == '華' || next == '午'
	case '民':
		next, _ := c.at(c.i + w)
		return next == '國' || next == '国'
	case '刚', '剛', '今', '昨', '前', '大', '上', '凌', '早', '清', '下', '晚', '傍':
		switch next, _ := c.at(c.i + w); next {
		case '刚', '剛', '天', '前', '午', '晨', '上', '晚':
			return true
		}
	}
	return false
}

// timeStarts holds the characters that mayStart may say yes to, in all widths
// and cases.
var timeStarts = sync.OnceValue(func() *runeSet {
	var set runeSet
	for _, r := range "0123456789adfjmnops" {
		set.add(r)
		set.add(r - '!' + '！')
		if r >= 'a' {
			set.add(r - 'a' + 'A')
			set.add(r - 'a' + 'Ａ')
		}
	}
	for _, r := range hanDigits + timeHan {
		set.add(r)
	}
	return &set
})

// timesAlone is for texts in which nothing but times is looked for.
var timesAlone = sync.OnceValue(func() *starts { return newStarts(timeStarts()) })

// timeHan are the first characters of the words of the grammar.
const timeHan = "刚剛今昨前大中民上凌早清下晚傍"

// latinTimes holds the first two letters of the months, am and a.m.
const latinTimes = "ja,fe,ma,ap,ju,au,se,oc,no,de,am,pm,a.,p."

// hanDigits are the characters that numbers in Chinese begin with.
const hanDigits = "〇○零一二三四五六七八九十"

// mayStartNumber reports whether what stands behind a number of one to four
// digits may make a time of it.
func (c *timeScanner) mayStartNumber() bool {
	i, digits := c.i, 0
	r, w := c.at(i)
	for ; r >= '0' && r <= '9'; digits++ {
		i += w
		r, w = c.at(i)
	}
	for r == ' ' {
		i += w
		r, w = c.at(i)
	}
	switch {
	case digits > 4:
		return false
	case digits == 4:
		return strings.ContainsRune("年-/.", r) || r >= '0' && r <= '9' || strings.ContainsRune(hanDigits, r)
	case r < utf8.RuneSelf:
		return r >= 'a' && r <= 'z' || strings.ContainsRune(":-/.", r)
	}
	if strings.ContainsRune("分小天个個", r) {
		return strings.Contains(prefixBytes(c.src[i:], len("个小时前")), "前")
	}
	return strings.ContainsRune("年月时時点點"+hanDigits, r)
}
