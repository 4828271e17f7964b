package encoding

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhnews/zhnews/internal/tables"
)

// A channel is the cloak run forward: what the software does to a text, step
// by step, so that tests know the truth behind the damage.
type channel struct {
	noted  string // traditional characters that get their reading
	cuts   cutMode
	keep   bool // full-width forms stay
	noTrim bool // no byte is trimmed behind a cut
}

// A cutMode says what happens at punctuation marks.
type cutMode uint8

const (
	noCut    cutMode = iota
	cutLast          // the text is split at marks after notes were put in
	cutFirst         // before
	commas           // commas are put before marks
)

// cutOrder are the marks at which bytes are split, one after the other.
var cutOrder = []string{"，", "！", "？", "；", "、", "。"}

// cloak damages a text, line by line.
func (ch channel) cloak(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = ch.cloakLine(line)
	}
	return strings.Join(lines, "\n")
}

func (ch channel) cloakLine(line string) string {
	forms := tables.CloakForms()
	b := gbkBytes(strings.Map(func(r rune) rune { return cmp.Or(forms[r], r) }, line))
	if ch.cuts == cutFirst {
		b = gbkBytes(decodePieces(ch.split(b)))
	}
	b = ch.note(b)
	var out string
	switch ch.cuts {
	case cutLast:
		out = decodePieces(ch.split(b))
	case commas:
		for _, mark := range cutOrder {
			code := gbkBytes(mark)
			b = strings.ReplaceAll(b, code, ","+code)
		}
		out = decodeOld(b)
	default:
		out = decodeOld(b)
	}
	if ch.keep {
		return out
	}
	return narrow(out)
}

// gbkBytes writes s in GBK with '?' for what it lacks.
func gbkBytes(s string) string {
	var b []byte
	for _, r := range s {
		if r < 0x80 {
			b = append(b, byte(r))
		} else if lead, trail, ok := (gbkCodes{gbPairs(), gbCodes()}).bytes(r); ok {
			b = append(b, lead, trail)
		} else {
			b = append(b, '?')
		}
	}
	return string(b)
}

// note puts readings behind characters, byte by byte and in the order of
// their codes: two halves of neighbours that look like one are hit as well.
func (ch channel) note(b string) string {
	listed := strings.Split(ch.noted, "")
	slices.SortFunc(listed, func(x, y string) int { return cmp.Compare(gbkBytes(x), gbkBytes(y)) })
	for _, c := range slices.Compact(listed) {
		for _, r := range c {
			code := gbkBytes(c)
			b = strings.ReplaceAll(b, code, code+"("+gbkBytes(tables.Pinyin().First(r))+")")
		}
	}
	return b
}

// split cuts b at marks, byte by byte; marks are pieces of their own.
func (ch channel) split(b string) []string {
	parts, isMark := []string{b}, []bool{false}
	for _, mark := range cutOrder {
		code := gbkBytes(mark)
		var nextParts []string
		var nextMark []bool
		for i, part := range parts {
			if isMark[i] {
				nextParts, nextMark = append(nextParts, part), append(nextMark, true)
				continue
			}
			for k, piece := range strings.Split(part, code) {
				if k > 0 {
					nextParts, nextMark = append(nextParts, code), append(nextMark, true)
				}
				nextParts, nextMark = append(nextParts, piece), append(nextMark, false)
			}
		}
		parts, isMark = nextParts, nextMark
	}
	for i := 1; i < len(parts) && !ch.noTrim; i++ {
		if !isMark[i] && isMark[i-1] && parts[i-1] != gbkBytes("。") {
			for strings.HasPrefix(parts[i], "\xA1") {
				parts[i] = parts[i][1:]
			}
		}
	}
	return parts
}

func decodePieces(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(decodeOld(p))
	}
	return b.String()
}

// decodeOld reads GBK as old decoders do: a lead byte takes whatever follows,
// codes of the user-defined areas vanish, the rest that means nothing is '?'.
func decodeOld(b string) string {
	g := gbkCodes{gbPairs(), gbCodes()}
	var out strings.Builder
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case c < 0x80:
			out.WriteByte(c)
			continue
		case c == 0x80:
			out.WriteRune('€')
			continue
		case c == 0xFF || i+1 == len(b):
			out.WriteByte('?')
			continue
		}
		i++
		if vanishes(c, b[i]) && b[i] >= 0x40 && b[i] != 0x7F {
			continue
		}
		if r := g.pair(c, b[i]); r != 0 && b[i] != 0x7F && b[i] != 0xFF && !(c == 0xFE && b[i] < 0xA1) {
			out.WriteRune(r)
		} else {
			out.WriteByte('?')
		}
	}
	return out.String()
}

// narrow writes full-width forms as ASCII, as corpora do.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
}
