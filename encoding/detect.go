package encoding

import (
	"bytes"
	"math"
	"slices"
	"sync"
)

// Certain is the [Detection.Confidence] from which an answer is as good as
// proof: at least 999 of 1,000 such answers are right.
const Certain = 0.999

// Priors in eighths of a nat: what a hypothesis costs before the first byte.
const (
	priorOther     = 6 * nat // a charset that is not Chinese
	priorOldScript = 2 * nat // traditional characters in GB18030
	creditHeader   = 4 * nat // for the charset that the header names
	creditMeta     = 5 * nat // for the one that the page names
	creditWord     = 5 * nat // for another charset: a byte at either end of a word of ASCII
	creditMiddle   = 9 * nat // and one in the middle
	mostCredit     = 90 * nat
)

// A hypothesis explains the bytes as a charset and a language.
type hypothesis struct {
	charset Charset // "" for charsets that this package does not decode
	prior   int
	score   func(s []byte) int // nil for scoreNoise
}

// hypotheses are those for text in which ASCII stands for itself.
var hypotheses = sync.OnceValue(func() []hypothesis {
	list := []hypothesis{
		{UTF8, 0, chinesePlane().scoreUTF8},
		{UTF8, priorOther, anyPlane().scoreUTF8},
		{GB18030, 0, gbSimplified().score},
		{GB18030, priorOldScript, gbTraditional().score},
		{Big5, 0, big5Traditional().score},
		{"", priorOther, eucJP().score},
		{"", priorOther, eucKR().score},
		{"", priorOther, shiftJIS().score},
	}
	for _, m := range singles() {
		list = append(list, hypothesis{"", priorOther, m.score})
	}
	return append(list, hypothesis{"", priorOther, nil})
})

// Detect finds the charset of src, which may be a whole page or a few bytes. It
// never fails: where no charset of this package explains the bytes, as those of
// a page in windows-1251, the answer is Charset "". What the page or h declares
// is weighed with the rest; only a byte order mark decides alone. Pure ASCII is
// what it is declared to be, else UTF-8.
func Detect(src []byte, h Hint) Detection {
	labels := labelsOf(src, h)
	d := Detection{Declared: labels.declared()}
	if c, _ := byteOrderMark(src); c != "" {
		d.Charset, d.Basis, d.Confidence = c, ByBOM, 1
		return d
	}
	if c, margin := detectUTF16(src); c != "" {
		d.Charset, d.Basis, d.Confidence = c, ByValidity, confidence(margin)
		return d
	}
	page := sample(src)
	if len(page.parts) == 0 {
		return labels.detectASCII(src, d)
	}
	best, margin := contest(page, labels)
	d.Charset, d.Confidence = best, confidence(margin)
	d.Basis = labels.basis(best)
	if named := labels.named(best); named != "" {
		d.Charset = named
	}
	return d
}

// confidence turns the margin between the best charset and the next, in
// eighths of a nat, into a probability.
func confidence(margin int) float64 {
	return 1 / (1 + math.Exp(-float64(margin)/nat))
}

// contest returns the charset that explains page best and its lead over the
// best other one. It looks at more and more of each part and drops hypotheses
// on the way that have become hopeless.
func contest(page *sampled, l labels) (best Charset, margin int) {
	rounds, hopeless := []int{8, 64, math.MaxInt}, 80*nat
	if len(page.parts) < 4 {
		// A fragment in another charset may open the few parts: it must not
		// decide.
		rounds, hopeless = []int{1024, math.MaxInt}, 300*nat
	}
	var all [32]contender
	left := all[:0]
	for _, h := range hypotheses() {
		left = append(left, contender{hypothesis: h})
	}
	for _, size := range rounds {
		if left = advance(left, page, size, hopeless, l); sameCharset(left) {
			break
		}
	}
	return outcome(left, hopeless)
}

// A contender is a hypothesis and what it pays for what was looked at.
type contender struct {
	hypothesis
	cost int
}

// advance prices size bytes of each part and keeps who is not hopeless.
func advance(left []contender, page *sampled, size, hopeless int, l labels) []contender {
	least := math.MaxInt
	for i := range left {
		c := &left[i]
		c.cost = c.price(page, size) - l.credit(c.charset)
		least = min(least, c.cost)
	}
	return slices.DeleteFunc(left, func(c contender) bool { return c.cost > least+hopeless })
}

func sameCharset(list []contender) bool {
	for _, c := range list[1:] {
		if c.charset != list[0].charset {
			return false
		}
	}
	return true
}

// outcome returns the charset of the cheapest contender and its lead over the
// cheapest of another charset, most if there is none.
func outcome(left []contender, most int) (best Charset, margin int) {
	least := slices.MinFunc(left, func(a, b contender) int { return a.cost - b.cost })
	margin = most
	for _, c := range left {
		if c.charset != least.charset {
			margin = min(margin, c.cost-least.cost)
		}
	}
	return least.charset, margin
}

// price is what the hypothesis pays for the first bytes of each part.
func (h *hypothesis) price(page *sampled, limit int) int {
	sum := h.prior
	if h.charset == "" && 3*page.inWord > page.runs {
		sum -= min(page.credit, mostCredit)
	}
	if h.score == nil {
		return sum + scoreNoise(page.parts, limit)
	}
	for _, p := range page.parts {
		sum += h.score(p[:min(len(p), limit)])
	}
	return sum
}

// labels are what the header and the page declare, in lower case.
type labels struct {
	header, meta               string
	headerCharset, metaCharset Charset
}

func labelsOf(src []byte, h Hint) labels {
	l := labels{header: headerLabel(h.ContentType), meta: metaLabel(src)}
	l.headerCharset, _ = Lookup(l.header)
	l.metaCharset, _ = Lookup(l.meta)
	return l
}

func (l labels) declared() Charset {
	for _, c := range []Charset{l.headerCharset, l.metaCharset, Charset(l.header), Charset(l.meta)} {
		if c != "" {
			return c
		}
	}
	return ""
}

func (l labels) credit(c Charset) int {
	sum := 0
	if c != "" && l.headerCharset.family() == c {
		sum += creditHeader
	}
	if c != "" && l.metaCharset.family() == c {
		sum += creditMeta
	}
	return sum
}

// named returns the declared member of the family of c, "" if none is declared.
func (l labels) named(c Charset) Charset {
	for _, d := range []Charset{l.headerCharset, l.metaCharset} {
		if d != "" && d.family() == c {
			return d
		}
	}
	return ""
}

func (l labels) basis(c Charset) Basis {
	switch {
	case c != "" && l.headerCharset.family() == c:
		return ByHeader
	case c != "" && l.metaCharset.family() == c:
		return ByMeta
	case c == UTF8:
		return ByValidity
	}
	return ByFrequency
}

// detectASCII answers for bytes below 0x80.
func (l labels) detectASCII(src []byte, d Detection) Detection {
	d.Charset, d.Confidence = UTF8, 1
	if looksHZ(src) {
		d.Charset, d.Basis = HZ, ByValidity
		return d
	}
	for _, c := range []Charset{l.headerCharset, l.metaCharset} {
		if c != "" && c != HZ && c != UTF16LE && c != UTF16BE {
			d.Charset, d.Basis = c, l.basis(c.family())
			break
		}
	}
	return d
}

// looksHZ reports whether src has well-formed stretches of HZ in which common
// hanzi outweigh the rest.
func looksHZ(src []byte) bool {
	pairs, cost := 0, 0
	for limit := 64; limit > 0; limit-- {
		start := bytes.Index(src, []byte("~{"))
		if start < 0 {
			break
		}
		src = src[start+2:]
		end := bytes.Index(src, []byte("~}"))
		if end < 0 || end%2 != 0 {
			continue
		}
		m := gbSimplified()
		for i := 0; i < end; i += 2 {
			price := m.pairs[(uint16(src[i])<<8|uint16(src[i+1])|0x8080)&0x7fff]
			if price == 0 {
				price = costPrivate
			}
			cost += int(price)
			pairs++
		}
		src = src[end:]
	}
	const usual = 10 * nat
	return pairs > 0 && cost < pairs*usual
}
