package dom

import (
	"strings"

	"golang.org/x/net/html"
)

// token is the type of a token.
type token uint8

const (
	endOfPage token = iota
	textToken
	startTag
	endTag
	commentToken
	doctypeToken
)

// lexer cuts a page into tokens as section 13.2.5 of the HTML Standard says.
// What it hands out are substrings of the page, but where a character reference
// has to be decoded. It looks at no byte more than a few times, whatever the
// page, so its work is linear.
type lexer struct {
	page   string
	pos    int
	amp    int // where the next "&" stands, if not before pos
	cr     int // where the next CR stands, if not before pos
	odd    int // the first of both
	hasNUL bool
	raw    string // the raw text element that was opened last, "" inside none
	attrs  slab[html.Attribute]
	seen   map[string]bool // names of attributes of the tag, if it has many
	text   arena

	data        string           // of a text or comment
	endName     string           // of an end tag, as written
	tag         element          // of a start tag
	attr        []html.Attribute // of a start tag
	selfClosing bool             // of a start tag
}

// start makes the lexer read page.
func (l *lexer) start(page string) {
	*l = lexer{page: page, hasNUL: strings.IndexByte(page, 0) >= 0, attrs: l.attrs, seen: l.seen}
	if clear(l.seen); l.seen == nil {
		l.seen = map[string]bool{}
	}
}

// next reads a token. A tag that the end of the page cuts off is none.
func (l *lexer) next() token {
	if l.raw != "" && l.rawText() {
		return textToken
	}
	for i := l.pos; ; i++ {
		n := strings.IndexByte(l.page[i:], '<')
		if n < 0 {
			return l.plain(len(l.page))
		}
		i += n
		if l.opens(i) {
			if i > l.pos {
				return l.plain(i)
			}
			return l.markup()
		}
	}
}

// decode decodes the character references of s, which stands between from and
// end, and ends its lines in LF. Most texts have no references, which one search
// for many of them tells.
func (l *lexer) decode(s string, from, end int, where place) string {
	if l.odd >= end {
		return s
	}
	if s = l.newlines(s, from, end); l.amp < end {
		s = l.text.unescape(s, where)
	}
	return s
}

// newlines ends the lines of s, which stands between from and end, in LF.
func (l *lexer) newlines(s string, from, end int) string {
	if l.odd < from {
		l.look(from)
	}
	if l.cr >= end {
		return s
	}
	return l.text.newlines(s)
}

// look finds the next "&" and CR at or behind i.
func (l *lexer) look(i int) {
	if l.amp < i {
		l.amp = l.findByte('&', i)
	}
	if l.cr < i {
		l.cr = l.findByte('\r', i)
	}
	l.odd = min(l.amp, l.cr)
}

// opens reports whether the "<" at i opens a tag or a comment.
func (l *lexer) opens(i int) bool {
	switch c := l.at(i + 1); c {
	case '!', '?':
		return true
	case '/':
		return i+2 < len(l.page)
	default:
		return isLetter(c)
	}
}

// plain reads the text up to end. It is empty if it was made of zero bytes.
func (l *lexer) plain(end int) token {
	if l.pos >= end {
		return endOfPage
	}
	l.data = l.decode(l.page[l.pos:end], l.pos, end, inText)
	if l.hasNUL {
		l.data = strings.ReplaceAll(l.data, "\x00", "")
	}
	l.pos = end
	return textToken
}

// markup reads the tag or comment that opens at l.pos.
func (l *lexer) markup() token {
	i := l.pos + 1
	switch c := l.page[i]; {
	case c == '!':
		return l.declaration(i + 1)
	case c == '?':
		return l.comment(i, l.findByte('>', i), 1)
	case c != '/':
		return l.readTag(i, startTag)
	case l.page[i+1] == '>':
		return l.comment(i+1, i+1, 1)
	case isLetter(l.page[i+1]):
		return l.readTag(i+1, endTag)
	}
	return l.comment(i+1, l.findByte('>', i+1), 1)
}

// declaration reads what begins with "<!", which ends at i.
func (l *lexer) declaration(i int) token {
	rest := l.page[i:]
	if strings.HasPrefix(rest, "--") {
		return l.dashedComment(i + 2)
	}
	end := l.findByte('>', i)
	l.comment(i, end, 1)
	if doctype := "doctype"; len(rest) >= len(doctype) && lowerEqual(rest[:len(doctype)], doctype) {
		return doctypeToken
	}
	return commentToken
}

// dashedComment reads a comment whose text begins at i.
func (l *lexer) dashedComment(i int) token {
	rest := l.page[i:]
	if strings.HasPrefix(rest, ">") {
		return l.comment(i, i, 1)
	}
	if strings.HasPrefix(rest, "->") {
		return l.comment(i, i, 2)
	}
	for end := i; ; end++ {
		end = l.find("--", end)
		switch rest := l.page[end:]; {
		case strings.HasPrefix(rest, "-->"):
			return l.comment(i, end, 3)
		case strings.HasPrefix(rest, "--!>"):
			return l.comment(i, end, 4)
		case rest == "--" || rest == "--!":
			return l.comment(i, end, len(rest))
		case rest == "":
			return l.comment(i, len(strings.TrimSuffix(l.page, "-")), 1)
		}
	}
}

// comment takes the text [i, end), behind which a mark of skip bytes stands, as
// a comment.
func (l *lexer) comment(i, end, skip int) token {
	end = max(i, end)
	l.data = l.withoutNUL(l.newlines(l.page[i:end], i, end))
	l.pos = min(end+skip, len(l.page))
	return commentToken
}

// find returns where s stands at or behind i, or the end of the page.
func (l *lexer) find(s string, i int) int {
	if n := strings.Index(l.page[i:], s); n >= 0 {
		return i + n
	}
	return len(l.page)
}

// findByte is find for one byte.
func (l *lexer) findByte(c byte, i int) int {
	if n := strings.IndexByte(l.page[i:], c); n >= 0 {
		return i + n
	}
	return len(l.page)
}

// at returns the byte at i, 0 behind the end of the page.
func (l *lexer) at(i int) byte {
	if i < len(l.page) {
		return l.page[i]
	}
	return 0
}

// withoutNUL returns s with its zero bytes replaced.
func (l *lexer) withoutNUL(s string) string {
	if l.hasNUL {
		return strings.ReplaceAll(s, "\x00", "\ufffd")
	}
	return s
}

// readTag reads the tag whose name begins at i.
func (l *lexer) readTag(i int, kind token) token {
	name, page := i, l.page
	for i < len(page) && ends[page[i]]&endsName == 0 {
		i++
	}
	tag := l.withoutNUL(page[name:i])
	if l.attr = nil; kind == startTag {
		l.tag = l.text.element(tag)
	} else {
		l.endName = tag
	}
	if l.at(i) == '>' {
		l.pos, l.selfClosing = i+1, false
	} else if !l.attributes(i, kind) {
		l.pos = len(l.page)
		return endOfPage
	}
	if kind == startTag && l.tag.kind&rawText != 0 {
		l.raw = l.tag.text
	}
	return kind
}

// attributes reads the attributes from i on and the ">" behind them. It reports
// whether there is one.
func (l *lexer) attributes(i int, kind token) bool {
	if len(l.seen) > 0 {
		clear(l.seen)
	}
	valueEnd := 0
	for {
		i = l.skipSpace(i)
		switch l.at(i) {
		case '>':
			l.pos, l.selfClosing = i+1, l.page[i-1] == '/' && i != valueEnd
			return true
		case '/':
			i++
			continue
		case 0:
			if i >= len(l.page) {
				return false
			}
		}
		key, keyEnd := l.key(i)
		var value string
		value, i = l.value(keyEnd)
		valueEnd = i
		if kind == startTag && l.isNew(key) {
			l.attr = l.attrs.extend(l.attr)
			a := &l.attr[len(l.attr)-1]
			a.Key, a.Val = key, l.decode(l.withoutNUL(value), keyEnd, i, inValue)
		}
	}
}

// isNew reports whether an attribute is to be kept: there is room for it, and
// none of the name before it.
func (l *lexer) isNew(key string) bool {
	const few = 8 // so many are found fastest by looking at each
	if len(l.attr) < few {
		return !has(l.attr, key)
	}
	if len(l.seen) == 0 {
		for _, a := range l.attr {
			l.seen[a.Key] = true
		}
	}
	if len(l.attr) == maxAttrs || l.seen[key] {
		return false
	}
	l.seen[key] = true
	return true
}

func has(attr []html.Attribute, key string) bool {
	for i := range attr {
		if attr[i].Key == key {
			return true
		}
	}
	return false
}

func (l *lexer) key(i int) (string, int) {
	page, start := l.page, i
	seen := ends[page[i]]
	for i++; i < len(page); i++ {
		c := ends[page[i]]
		if c&endsKey != 0 {
			break
		}
		seen |= c
	}
	key := l.withoutNUL(page[start:i])
	if seen&capital != 0 {
		key = l.text.lowered(key)
	}
	return key, i
}

// value reads what may stand behind the name of an attribute.
func (l *lexer) value(i int) (string, int) {
	eq := i
	if l.at(eq) != '=' {
		if eq = l.skipSpace(eq); l.at(eq) != '=' {
			return "", i
		}
	}
	page := l.page
	i = eq + 1
	if i < len(page) && isSpace(page[i]) {
		i = l.skipSpace(i)
	}
	if i < len(page) && (page[i] == '"' || page[i] == '\'') {
		rest := page[i+1:]
		n := strings.IndexByte(rest, page[i])
		if n < 0 {
			return "", len(page)
		}
		return rest[:n], i + 1 + n + 1
	}
	start := i
	for i < len(page) && ends[page[i]]&endsValue == 0 {
		i++
	}
	return page[start:i], i
}

func (l *lexer) skipSpace(i int) int {
	page := l.page
	for i < len(page) && isSpace(page[i]) {
		i++
	}
	return i
}
