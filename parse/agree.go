package parse

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
)

// statedKey is a title that the page states outside its text.
type statedKey struct {
	key, head        []byte   // comparison keys of all of it, and of its first segment
	runes, headRunes int      // their lengths
	marks            keyMarks // of head
}

// statedSet holds the different titles that a page states.
type statedSet struct {
	titles []statedKey
	runes  runeSet // of their keys
	buf    []byte
}

// fill makes s the set of titles. It uses the memory of the set that s was.
func (s *statedSet) fill(titles []string) {
	s.titles = s.titles[:0]
	clear(s.runes[:])
	for i, t := range titles {
		if slices.Contains(titles[:i], t) {
			continue
		}
		one := statedKey{key: keyOf(t)}
		one.head = one.key
		if head := firstSegment(t); head != t {
			one.head = keyOf(head)
		}
		if len(one.key) == 0 {
			continue
		}
		one.runes, one.headRunes = utf8.RuneCount(one.key), utf8.RuneCount(one.head)
		for _, r := range string(one.key) {
			s.runes.add(r)
		}
		one.marks = marksOf(string(one.head))
		s.titles = append(s.titles, one)
	}
}

// shortestHead is the length in runes that the first segment of a stated title
// must have to be looked for inside a line.
const shortestHead = 6

// keyOf is cjk.AppendKey into memory of its own.
func keyOf(s string) []byte { return cjk.AppendKey(make([]byte, 0, len(s)), s) }

// keyMarks are the first, a middle and the last ideograph of a key: a text that
// holds the key holds them, and they are found fast.
type keyMarks [3]rune

func marksOf(key string) (m keyMarks) {
	all, n := 0, 0
	for _, r := range key {
		if cjk.IsHan(r) {
			all++
		}
	}
	for _, r := range key {
		if !cjk.IsHan(r) {
			continue
		}
		if n == 0 {
			m[0] = r
		}
		if n == all/2 {
			m[1] = r
		}
		m[2] = r
		n++
	}
	return m
}

// in reports whether text holds the marks.
func (m keyMarks) in(text string) bool {
	return m[0] == 0 || strings.ContainsRune(text, m[0]) && strings.ContainsRune(text, m[1]) && strings.ContainsRune(text, m[2])
}

// comparable returns the key of a line that may agree with a stated title, nil
// for most lines, and good until the next call: each of its characters stands
// in a title, or it may hold the first segment of one.
func (s *statedSet) comparable(l *line) []byte {
	if !s.holds(l) && !s.all(l.text) {
		return nil
	}
	s.buf = cjk.AppendKey(s.buf[:0], l.text)
	return s.buf
}

// holds reports whether a line may hold the first segment of a stated title.
func (s *statedSet) holds(l *line) bool {
	for i := range s.titles {
		t := &s.titles[i]
		if l.Runes >= min(t.runes, t.headRunes) && t.marks.in(l.text) {
			return true
		}
	}
	return false
}

// all reports whether every character of text stands in a stated title.
func (s *statedSet) all(text string) bool {
	for i := 0; i < len(text); {
		r, w := cjk.RuneAt(text, i)
		i += w
		if r = cjk.KeyRune(r); r >= 0 && !s.runes.has(r) {
			return false
		}
	}
	return true
}

// mostlyIn reports whether enough characters of a line stand in stated titles
// for it to be one of them reworded.
func (s *statedSet) mostlyIn(l *line) bool {
	n := 0
	for _, r := range l.text {
		if r = cjk.KeyRune(r); r >= 0 && s.runes.has(r) {
			n++
		}
	}
	return isReworded(n, l.Runes)
}

// isReworded reports whether n characters of a line of all characters, found in
// one piece in a stated title, make it the same headline.
func isReworded(n, all int) bool { return n >= 8 && n*5 >= all*3 }

// agreement compares a shown line, whose key is k, with the stated title. It
// returns the part of the line that agrees, and how well: 1 where the line is
// the stated title, or is it up to a separator.
func (s *statedKey) agreement(l *line, k []byte) (text string, degree float64) {
	n, m := l.Runes, s.runes
	switch {
	case bytes.Equal(k, s.key):
		return l.text, 1
	case bytes.HasPrefix(s.key, k) && n >= 4:
		if atSeparator(s.key[len(k):]) {
			return l.text, 0.95
		}
		return l.text, 0.5 + 0.3*float64(n)/float64(m)
	case bytes.HasSuffix(s.key, k) && n >= 4 && afterSeparator(s.key[:len(s.key)-len(k)]):
		return l.text, 0.9
	case bytes.Contains(s.key, k) && n >= 6:
		return l.text, 0.4 + 0.4*float64(n)/float64(m)
	case n > m && m >= 6 && bytes.HasPrefix(k, s.key):
		return cutAt(l.text, m), 0.5 + 0.4*float64(m)/float64(n)
	}
	if s.headRunes >= shortestHead && s.headRunes <= n && bytes.Contains(k, s.head) {
		return l.text, 0.4 + 0.5*float64(s.headRunes)/float64(n)
	}
	return "", 0
}

// best returns the part of a line that agrees most with a stated title, and how well.
func (s *statedSet) best(l *line) (text string, degree float64) {
	key := s.comparable(l)
	if len(key) == 0 {
		return "", 0
	}
	for i := range s.titles {
		if t, d := s.titles[i].agreement(l, key); d > degree {
			text, degree = t, d
		}
	}
	return text, degree
}

// states reports whether a title that the page states is key, or is it up to a
// separator.
func (s *statedSet) states(key string) bool {
	for i := range s.titles {
		if rest, ok := bytes.CutPrefix(s.titles[i].key, []byte(key)); ok && (len(rest) == 0 || atSeparator(rest)) {
			return true
		}
	}
	return false
}

// begins says how well a headline of a word or two (讣告) agrees with a stated
// title that is it and the site's suffix.
func (s *statedKey) begins(l *line) float64 {
	if rest, ok := bytes.CutPrefix(s.key, []byte(cjk.Key(l.text))); ok && len(rest) > 0 && atSeparator(rest) {
		return 0.6
	}
	return 0
}

// reworded compares a line that is set like a headline with a stated title that
// was cut short, or says something else at one end.
func (s *statedKey) reworded(shown string) (text string, degree float64) {
	k := cjk.Key(shown)
	n := utf8.RuneCountInString(k)
	if c := commonPart(k, string(s.key)); isReworded(c, n) {
		return shown, 0.3 + 0.35*float64(c)/float64(max(n, s.headRunes))
	}
	return "", 0
}

// withoutButtons cuts off a headline what stands in elements of their own behind
// the words that the page states as its title.
func (x *extraction) withoutButtons(l *line, stated *statedSet) string {
	flow := cjk.Flow{}
	for k := l.pieces[0]; k+1 < l.pieces[1]; k++ {
		p := x.pieces[k]
		flow.Append(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		if x.tree.Parent[p.node] == x.tree.Parent[x.pieces[k+1].node] {
			continue
		}
		key := cjk.AppendKey(nil, string(flow.Text))
		for i := range stated.titles {
			if s := &stated.titles[i]; s.headRunes >= shortestHead && (bytes.Equal(key, s.head) || bytes.Equal(key, s.key)) {
				return cjk.Trim(string(flow.Text))
			}
		}
	}
	return l.text
}

// titleDepth and crumbDepth are how many elements around a line may say that it is
// a title, or a breadcrumb.
const titleDepth, crumbDepth = 5, 3

// says reports whether the class or id of one of depth elements, the first of
// which is id and the next one its parent, names a topic.
func (x *extraction) says(id int32, t topic, depth int) bool {
	for up := 0; id >= 0 && up < depth; id, up = x.tree.Parent[id], up+1 {
		if x.topics[id]&t != 0 {
			return true
		}
	}
	return false
}

// logoClasses are words of the class or id of a site's name.
var logoClasses = partsOf("logo", "brand", "site-title", "sitename")

// inLogo reports whether a line is a link, or its class says that it is the site's
// name.
func (x *extraction) inLogo(l *line) bool {
	if l.linked() {
		return true
	}
	for id, up := l.first, 0; id >= 0 && up < 4; id, up = x.tree.Parent[id], up+1 {
		n := x.tree.Nodes[id]
		if logoClasses().in(dom.Attr(n, "class")) || logoClasses().in(dom.Attr(n, "id")) {
			return true
		}
	}
	return false
}
