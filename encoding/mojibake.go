package encoding

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"

	"github.com/zhnews/zhnews/internal/tables"
)

// Margins are in nats: how much better the repaired text must be.
const (
	marginStrict  = 25
	marginGuess   = 12
	maxHanCost    = 8.5 // nats a character; costlier text is no text
	minCost       = 8.5 // nats a character; cheaper text is no mixture
	minLatinCost  = 5.5 // the same if Latin letters are a good part of it
	minHangulCost = 7.0
	minHanzi      = 2
	minLength     = 8 // bytes
	least         = 8 // nats that any text costs
	maxChain      = 2 // charsets that were mixed up, one after the other
)

// unmix undoes decoding with the wrong charset, stretch by stretch.
func unmix(s string, o *job) ([]Edit, []Damage) {
	var edits []Edit
	var v inverter
	eachStretch(s, func(from, to int) {
		if e, ok := v.unmixStretch(s, from, to, o); ok {
			edits = append(edits, e)
			return
		}
		eachWord(s, from, to, func(from, to int) {
			if e, ok := v.unmixStretch(s, from, to, o); ok {
				edits = append(edits, e)
			}
		})
	})
	return edits, nil
}

// eachStretch yields the parts of s without markup and line ends that hold
// more than ASCII.
func eachStretch(s string, yield func(from, to int)) {
	for end := 0; ; {
		from := end + asciiPrefix(s[end:])
		if from == len(s) {
			return
		}
		to := from
		for from > end && !endsStretch(s[from-1]) {
			from--
		}
		for to < len(s) && !endsStretch(s[to]) {
			to++
		}
		yield(from, to)
		end = to
	}
}

func endsStretch(c byte) bool { return c == '<' || c == '>' || c == '\n' }

// eachWord yields what stands between spaces, if there is more than one part.
func eachWord(s string, from, to int, yield func(from, to int)) {
	if strings.IndexByte(s[from:to], ' ') < 0 {
		return
	}
	for i := from; i < to; {
		n := strings.IndexByte(s[i:to], ' ')
		if n < 0 {
			n = to - i
		}
		if n > 0 && !isASCII(s[i:i+n]) {
			yield(i, i+n)
		}
		i += n + 1
	}
}

func (v *inverter) unmixStretch(s string, from, to int, o *job) (Edit, bool) {
	from += asciiPrefix(s[from:to])
	old := s[from:to]
	lost := strings.Contains(old, replacement) // no bytes give what the wrong charset made of them
	if lost && o.Mode == Strict {
		return Edit{}, false
	}
	if len(old) < minLength || scanRunes(old, o.Mode)&(signLatin|signHan) == 0 || !odd(old) {
		return Edit{}, false
	}
	before := textCost(old)
	limit := float64(marginStrict)
	if o.Mode == Guess {
		limit = marginGuess
	}
	if before < limit+least {
		return Edit{}, false
	}
	v.best = candidate{text: old, cost: before}
	if !lost {
		v.invert(old, maxChain)
	}
	best := v.best
	margin, confidence := before-best.cost, 0.0
	if best.text != old && margin < marginStrict {
		margin = min(before, wordCost(old)) - min(best.cost, wordCost(best.text))
	}
	if best.text != old && hanziIn(best.text) >= minHanzi && best.cost <= maxHanCost*float64(utf8.RuneCountInString(best.text)) {
		confidence = 1 / (1 + math.Exp(-(margin-marginGuess/2)/2))
	}
	if confidence > 0 && margin >= limit {
		return Edit{Offset: from, Old: old, New: best.text, Kind: Mojibake, Confidence: confidence}, true
	}
	if o.Mode == Guess {
		return refill(from, old, before)
	}
	return Edit{}, false
}

// A candidate is what a text may have been.
type candidate struct {
	text string
	cost float64
}

// An inverter looks for what a text may have been.
type inverter struct {
	best    candidate
	encoded [maxChain]encoder // for each text of a chain
}

// invert tries all pairs of charsets, the one that the text was decoded with
// and the one that it was encoded in.
func (v *inverter) invert(s string, depth int) {
	letters := foreignLetters(s)
	for _, wrong := range wrongCharsets() {
		if wrong.letters&letters != wrong.letters {
			continue // Chinese gives letters of every charset
		}
		for text := range wrong.originals(s, &v.encoded[depth-1]) {
			if cost := textCost(text); cost < v.best.cost {
				v.best = candidate{text, cost}
			}
			if depth > 1 && !strings.Contains(text, replacement) {
				v.invert(text, depth-1)
			}
		}
	}
}

// headLength is the length in bytes of the start of a stretch that is enough to
// rule out most pairs of charsets.
const headLength = 256

// originals yields what s was if it was decoded with w by mistake.
func (w *wrongCharset) originals(s string, e *encoder) iter.Seq[string] {
	return func(yield func(string) bool) {
		head := s[:runeStart(s, headLength)]
		ok := w.encode(e, head)
		for _, right := range [...]Charset{UTF8, GB18030, Big5} {
			if !ok || right == w.charset || len(head) < len(s) && !startsIn(e.out, right) {
				continue
			}
			if len(head) < len(s) {
				head = s
				ok = w.encode(e, s)
			}
			if text, exact := decodeExactly(e.out, right); ok && exact && text != s && !yield(text) {
				return
			}
		}
	}
}

// runeStart returns where the character begins that byte i of s is part of, or
// the length of s.
func runeStart(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// startsIn reports whether b may be the start of text in c.
func startsIn(b []byte, c Charset) bool {
	o := newOutput()
	defer o.free()
	o.strict = true
	const last = utf8.UTFMax // bytes that what follows may change
	decoderOf(c)(o, b[:max(len(b)-last, 0)], !wholeInput)
	return !o.broken()
}

// decodeExactly decodes b, which must not have any damage.
func decodeExactly(b []byte, c Charset) (string, bool) {
	if c == UTF8 {
		if !utf8.Valid(b) {
			return "", false
		}
		return string(b), true
	}
	o := newOutput()
	defer o.free()
	o.strict = true
	if decoderOf(c)(o, b, wholeInput); o.broken() {
		return "", false
	}
	return string(o.text), true
}

// A wrongCharset is one that text is decoded with by mistake.
type wrongCharset struct {
	charset Charset // "" for those that this package does not decode
	letters letters // what the text holds then
	encode  func(*encoder, string) bool
}

var wrongCharsets = sync.OnceValue(func() []wrongCharset {
	own := func(c Charset) wrongCharset {
		return wrongCharset{charset: c, encode: func(e *encoder, s string) bool {
			s, e.out = reassign(s, c), e.out[:0]
			return e.encode(s, c) == len(s)
		}}
	}
	foreign := func(x encoding.Encoding, l letters) wrongCharset {
		return wrongCharset{letters: l, encode: func(e *encoder, s string) bool {
			b, err := x.NewEncoder().String(s)
			e.out = append(e.out[:0], b...)
			return err == nil
		}}
	}
	return []wrongCharset{
		{encode: (*encoder).latin}, own(GB18030), own(Big5), foreign(korean.EUCKR, hangulLetters), foreign(japanese.ShiftJIS, kanaLetters),
	}
})

// letters are kinds of letters that a text holds.
type letters uint8

const (
	hangulLetters letters = 1 << iota
	kanaLetters           // of half the width
)

func foreignLetters(s string) (found letters) {
	for i := range len(s) {
		if s[i] < 0xEA { // what both begin with, or more
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(s[i:]); {
		case isHangul(r):
			found |= hangulLetters
		case isHalfKana(r):
			found |= kanaLetters
		}
	}
	return found
}

func isHangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }

func isHalfKana(r rune) bool { return r >= 0xFF61 && r <= 0xFF9F }

// reassign undoes what old decoders of GBK did: they gave private-use code
// points to some pairs that have characters today.
func reassign(s string, c Charset) string {
	if c != GB18030 || !strings.Contains(s, "\xee") { // all of them are behind U+E000
		return s
	}
	return strings.Map(func(r rune) rune {
		if isPrivateUse(r) {
			return cmp.Or(assigned(r), r)
		}
		return r
	}, s)
}

// latinSpecials are the characters of windows-1252 from 80 on; those that are
// 0 are control characters, as in Latin-1.
var latinSpecials = [32]rune{
	0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
}

// latin writes s in windows-1252, with the control characters of Latin-1 where
// that has nothing. It reports whether all of s could be written.
func (e *encoder) latin(s string) bool {
	e.out = e.out[:0]
	for _, r := range s {
		if r >= 0x100 {
			i := slices.Index(latinSpecials[:], r)
			if i < 0 {
				return false
			}
			r = rune(0x80 + i)
		}
		e.out = append(e.out, byte(r))
	}
	return true
}

// odd reports whether what is not ASCII in s is too costly for text.
func odd(s string) bool {
	t := anyPlane()
	sum, n, hangul, latin := 0, 0, 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			continue
		case r < 0x180:
			latin++
		case isHangul(r):
			hangul++
		}
		sum += int(t.at(r))
		n++
	}
	limit := minCost
	switch {
	case latin*3 > n:
		limit = minLatinCost
	case hangul*3 > n:
		limit = minHangulCost
	}
	return float64(sum) >= limit*nat*float64(n)
}

// textCost is what s costs as text in any language, in nats.
func textCost(s string) float64 {
	t := anyPlane()
	sum := 0
	for _, r := range s {
		switch {
		case r < 0x20 && r != '\t' || r >= 0x7F && r < 0xA0:
			sum += costControl
		case r < utf8.RuneSelf:
			sum += costASCII
		default:
			sum += int(t.at(r))
		}
	}
	return float64(sum) / nat
}

// wordCost is what s costs as simplified Chinese, in nats, if it is made of
// words.
func wordCost(s string) float64 {
	m := wordModel{words: tables.Words(), fragment: true}
	state := startState
	for _, r := range s {
		state = m.extend(&state, r, deduced)
	}
	return float64(state.cost[0])
}

func hanziIn(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x4E00 && r <= 0x9FFF {
			n++
		}
	}
	return n
}
