package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// The value of a label of the info line ends at a gap, a time or the next label,
// with a few exceptions.

// valueEnd returns where the value that begins at lo ends.
func (r *reader) valueEnd(lo int, kind labelKind) int {
	long := kind == labelSummary || kind == labelBreadcrumb || kind == labelOriginal
	for i := lo; i < len(r.s); {
		c, w := utf8.DecodeRuneInString(r.s[i:])
		if long {
			i += w
			continue
		}
		switch {
		case i > lo && r.timeAt(i):
			return i
		case c == '　' || c == '|' || c == '｜' || c == '丨':
			return i
		case (i > lo || r.colonLabel(i)) && r.labelAt(i):
			return i
		case string(c) == elementBorder && startsWithBracket(r.s[i+w:]):
		case cjk.IsSpace(c) && kind != labelKeywords && !r.sameValue(i+w) && !(kind == labelSource && r.sameUnits(r.s[lo:i], i+w)):
			return i
		case kind == labelCounter && i > lo && !cjk.IsDigit(c) && !strings.ContainsRune(".,+万次人()（） ", c):
			return i
		}
		i += w
	}
	return len(r.s)
}

// outletEnd returns where the outlet ends that the source [lo, hi), with its label at
// i, names before a stroke and a person: 来源：某报/张小三.
func (r *reader) outletEnd(i, lo, hi int) int {
	n := strings.IndexFunc(r.s[lo:hi], isStroke)
	if n < 0 || !r.phr.desk(cjk.Trim(r.s[lo:lo+n])) {
		return hi
	}
	name, _ := r.token(r.pastGap(lo + n))
	if r.phr.commonName(name) || r.bracketed(i) && r.phr.personal(name) && r.phr.mayBeName(name) {
		return lo + n
	}
	return hi
}

// colonLabel reports whether a label and a colon stand at i: where a value should
// begin, it is empty. 来源：　作者：
func (r *reader) colonLabel(i int) bool {
	n := 0
	if word, _, ok := r.phr.labels.prefix(r.s[i:]); ok {
		n = len(word)
	} else if word, _, ok := r.phr.roles.prefix(r.s[i:]); ok {
		n = len(word)
	}
	return n > 0 && r.colonAt(i+n)
}

func startsWithBracket(s string) bool {
	return strings.HasPrefix(s, "(") || strings.HasPrefix(s, "（")
}

// sameValue reports whether what follows a space still belongs to the value:
// Latin words do.
func (r *reader) sameValue(i int) bool {
	if i >= len(r.s) || i < 2 {
		return false
	}
	return isWordRune(cjk.FoldRune(rune(r.s[i]))) && isWordRune(cjk.FoldRune(rune(r.s[i-2]))) && !cjk.IsDigit(rune(r.s[i]))
}

// sameUnits reports whether an office or a part of one ends a source before a space
// and another one begins at i: 离退休处 能源学院.
func (r *reader) sameUnits(before string, i int) bool {
	next, _ := r.token(i)
	for _, unit := range [2]string{cjk.Trim(before[lastGap(before):]), next} {
		if !r.phr.unit(unit) || r.phr.outlet(unit) || r.phr.personal(unit) {
			return false
		}
	}
	return !r.labelAt(i)
}
