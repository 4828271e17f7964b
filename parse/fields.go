package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// One grammar reads info lines, credit lines, tail lines and brackets:
//
//	line  = { time | label sep value | role sep names | title names | names suffix | text }
//	sep   = ":" | "：" | "/" | "／" | "|" | space
//	names = name { ("、" | "，" | "," | "/" | space | "和") name }
//
// A field is one match of it. What is between the fields is text.

// fieldKind is what a field of a line is.
type fieldKind uint8

const (
	fieldText fieldKind = iota
	fieldTime
	fieldLabel   // a label of labels.txt with its value
	fieldCredits // a role label with its names
)

// field is the part [lo, hi) of a line.
type field struct {
	kind    fieldKind
	label   labelKind // of a fieldLabel
	printed string    // the label as printed
	value   string    // text, or the value behind a label
	valueLo int       // where value begins
	time    stamp
	credits []article.Credit
	lo, hi  int
}

// reader reads the fields of a line.
type reader struct {
	phr   *phrases
	clock clockwork
	s     string
	home  string // what the page's title element says beside the headline: the site's name
	sated bool   // enough people are named: roles are not read
	times []stamp
	out   []field
	text  int // where the pending text begins

	paired int // up to where roles and names take turns
	penned int // up to where names and roles do, with a stroke between them
}

// mostNamed is how many people a page may name, those that it names again
// included: no article names a tenth as many.
const mostNamed = 1000

// sated reports whether a page has named as many people as are read.
func (x *extraction) sated() bool { return x.named >= mostNamed }

// fields reads a line into its fields, in order; together they cover it.
func (x *extraction) fields(s string) []field { return slices.Clone(x.scan(s)) }

// scan is fields for a caller who is done with them before the next call.
func (x *extraction) scan(s string) []field {
	s = prefixBytes(s, longestScan)
	if inner := unwrap(s); len(inner) < len(s) {
		if cs := x.phr.outletByline(inner); cs != nil {
			return []field{{kind: fieldCredits, credits: cs, hi: len(s)}}
		}
	} else if cs := x.phr.deskByline(s); cs != nil {
		return []field{{kind: fieldCredits, credits: cs, hi: len(s)}}
	}
	x.places = x.phr.starts.places(x.places[:0], s)
	times := x.clock.appendStamps(x.scratch.times[:0], s, x.places)
	x.scratch.times = times
	r := reader{phr: x.phr, clock: x.clock, s: s, home: x.home, sated: x.sated(), times: times, out: x.scanned[:0]}
	end := 0
	for _, p := range x.places {
		if i := int(p.at); i >= end && r.mayBegin(p) {
			if n := r.at(i); n > i {
				end, r.text = n, n
			}
		}
	}
	r.flushText(len(s))
	r.namesBesideFields()
	x.scanned = r.out
	for i := range r.out {
		x.named += len(r.out[i].credits)
	}
	return r.out
}

// scanCredits is scan for a caller who asks for credits alone: it returns nil for
// a text without any.
func (x *extraction) scanCredits(s string) []field {
	if !x.phr.mayCredit(s) {
		return nil
	}
	return x.scan(s)
}

// mayCredit reports whether a text holds a role, or a character of one that a
// space follows, or stands in brackets.
func (p *phrases) mayCredit(s string) bool {
	for i := p.roles.first.next(s, 0); i < len(s); i = p.roles.first.next(s, i+1) {
		if p.roleWord(s[i:]) {
			return true
		}
	}
	return openMarks().next(s, 0) == 0
}

func (r *reader) flushText(hi int) {
	if v := cjk.Trim(r.s[r.text:hi]); v != "" {
		r.out = append(r.out, field{kind: fieldText, value: v, valueLo: r.text, lo: r.text, hi: hi})
	}
}

func (r *reader) emit(f field) int {
	r.flushText(f.lo)
	f.value = strings.ReplaceAll(f.value, elementBorder, "")
	r.out = append(r.out, f)
	return f.hi
}

// mayBegin reports whether a field may begin at a place: a time, a label or a
// role.
func (r *reader) mayBegin(p place) bool {
	for len(r.times) > 0 && r.times[0].lo < int(p.at) {
		r.times = r.times[1:]
	}
	return len(r.times) > 0 && r.times[0].lo == int(p.at) || p.field && r.phr.mayOpen(r.s[p.at:])
}

// mayOpen reports whether a label or a role may open s, as far as its first two
// characters tell: those of a word, or one with the space that pads it.
func (p *phrases) mayOpen(s string) bool {
	r, next := firstTwo(s)
	return p.roles.pairs.has(r, next) || p.labels.pairs.has(r, next) || cjk.IsSpace(next)
}

// at reads a field that begins at i, and returns where it ends, or i.
func (r *reader) at(i int) int {
	if len(r.times) > 0 && r.times[0].lo == i {
		t := r.times[0]
		return r.emit(field{kind: fieldTime, value: t.Raw, time: t, lo: i, hi: t.hi})
	}
	if !r.sated && r.phr.roleWord(r.s[i:]) {
		if hi, ok := r.suffix(i); ok {
			return hi
		}
		if r.border(i) || r.titleAt(i) {
			if hi, ok := r.role(i); ok {
				return hi
			}
		}
	}
	if r.border(i) {
		if hi, ok := r.label(i); ok {
			return hi
		}
	}
	return i
}

// roleWord reports whether a role may open s, which is not empty: a word of
// roles.txt, or its first character before the space that pads it.
func (p *phrases) roleWord(s string) bool {
	if _, _, ok := p.roles.prefix(s); ok {
		return true
	}
	_, second := firstTwo(s)
	return cjk.IsSpace(second)
}

// titleAt reports whether a title that may have an outlet written before it
// (新华社记者) begins at i.
func (r *reader) titleAt(i int) bool {
	_, role, ok := r.phr.roles.prefix(r.s[i:])
	return ok && role.form == formPrefix && !r.insideWord(i)
}

// border reports whether a label may begin at i: at the start, or behind
// something that is no letter.
func (r *reader) border(i int) bool {
	if i == 0 || i == r.text {
		return true
	}
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	return !cjk.IsHan(p) && !isWordRune(cjk.FoldRune(p)) && p != '《' || p == '丨'
}

// separator returns the length of what stands between a label and its value:
// spaces and at most one colon or slash, and whether it was such a mark.
func separator(s string) (n int, mark bool) {
	for n < len(s) {
		c, w := utf8.DecodeRuneInString(s[n:])
		switch {
		case cjk.IsSpace(c):
		case !mark && strings.ContainsRune(":：/／∕╱|｜︱︰丨", c):
			mark = true
		case !mark && (c == ',' || c == '，') && strings.HasPrefix(strings.TrimLeft(s[n+w:], " "), elementBorder):
			mark = true // the label ends its element
		default:
			return n, mark
		}
		n += w
	}
	return n, mark
}

// mark is separator for the label [i, end) of the line. The bracket around a
// label is its mark too: 【来源】某报.
func (r *reader) mark(i, end int) (n int, mark bool) {
	before, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if r.text < i && strings.HasPrefix(r.s[r.text:i], "【") {
		before = '【' // 【某报记者】
	}
	if c, w := utf8.DecodeRuneInString(r.s[end:]); strings.ContainsRune("【[［〔", before) && strings.ContainsRune(closingBrackets, c) && w > 0 {
		n, _ = separator(r.s[end+w:])
		return w + n, true
	}
	return separator(r.s[end:])
}

const closingBrackets = "】]］〕"

// paddedLabel is the label of two characters at i that spaces pad to the width of
// longer ones, with the mark behind it: 来　源：.
func (r *reader) paddedLabel(i int) (word string, kind labelKind, ok bool) {
	_, w := utf8.DecodeRuneInString(r.s[i:])
	rest := strings.TrimLeftFunc(r.s[i+w:], cjk.IsSpace)
	_, v := utf8.DecodeRuneInString(rest)
	end := len(r.s) - len(rest) + v
	if v == 0 || len(rest) == len(r.s)-i-w || !r.markBehind(end) {
		return "", "", false
	}
	kind, ok = r.phr.labels.exact(r.s[i:i+w] + rest[:v])
	return r.s[i:end], kind, ok
}

// label reads a label of labels.txt and its value, which runs up to the next
// time, label or gap.
func (r *reader) label(i int) (int, bool) {
	word, kind, ok := r.phr.labels.prefix(r.s[i:])
	if !ok {
		if word, kind, ok = r.paddedLabel(i); !ok {
			return i, false
		}
	}
	n, mark := r.mark(i, i+len(word))
	lo := i + len(word) + n
	mark = mark || strings.HasSuffix(word, "公众号") && strings.HasPrefix(r.s[lo:], "“")
	if !mark && (n == 0 || kind == labelSummary) && !r.timeAt(lo) && lo < len(r.s) {
		if kind != labelCounter || !startsWithCount(r.s[lo:]) {
			return i, false
		}
	}
	hi := r.valueEnd(lo, kind)
	if kind == labelSource {
		hi = r.outletEnd(i, lo, hi)
	}
	f := field{kind: fieldLabel, label: kind, printed: word, lo: i, hi: hi, valueLo: lo}
	f.value = cjk.Trim(strings.Trim(r.s[lo:hi], " 　|｜,，;；"))
	if kind == labelKeywords {
		f.value = strings.ReplaceAll(f.value, elementBorder, ",")
	}
	if kind == labelPublished || kind == labelModified || kind == labelWritten {
		if t, ok := r.timeIn(lo, hi); ok {
			f.time, f.value = t, t.Raw
			f.hi = max(hi, t.hi)
		}
	}
	return r.emit(f), true
}

func startsWithCount(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return cjk.IsDigit(c) || c == '(' || c == '（'
}

func (r *reader) timeAt(i int) bool {
	_, ok := r.timeFrom(i)
	return ok
}

// timeIn returns the first time that begins in [lo, hi], lo included even where
// the value is empty.
func (r *reader) timeIn(lo, hi int) (stamp, bool) {
	for _, t := range r.times {
		if t.lo >= lo && (t.lo < hi || t.lo == lo) {
			return t, true
		}
	}
	return stamp{}, false
}

// timeFrom returns the time that begins at i.
func (r *reader) timeFrom(i int) (stamp, bool) {
	for _, t := range r.times {
		if t.lo == i {
			return t, true
		}
	}
	return stamp{}, false
}

// labelAt reports whether a label with its separator begins at i.
func (r *reader) labelAt(i int) bool {
	p, _ := utf8.DecodeLastRuneInString(r.s[:i])
	if word, _, ok := r.phr.labels.prefix(r.s[i:]); ok {
		if _, mark := separator(r.s[i+len(word):]); mark {
			return true
		}
		if cjk.IsSpace(p) && i+len(word) == len(r.s) {
			return true
		}
	}
	if word, role, ok := r.phr.roles.prefix(r.s[i:]); ok {
		if _, mark := separator(r.s[i+len(word):]); mark {
			return true
		}
		return role.form == formPrefix && !cjk.IsHan(p) && p != '》' && p != '”' && p != '+'
	}
	return false
}

var allBrackets = [...][2]string{{"（", "）"}, {"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"［", "］"}}

// unwrap removes brackets that stand around all of s.
func unwrap(s string) string {
	for _, b := range allBrackets {
		if strings.HasPrefix(s, b[0]) && strings.HasSuffix(s, b[1]) {
			inner := s[len(b[0]) : len(s)-len(b[1])]
			if !strings.Contains(inner, b[0]) {
				return cjk.Trim(inner)
			}
		}
	}
	return s
}
