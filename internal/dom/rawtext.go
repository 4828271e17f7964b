package dom

import "strings"

// rawText reads the text of the raw text element that was just opened. It
// reports whether there is any.
func (l *lexer) rawText() bool {
	name := l.raw
	l.raw = ""
	end := len(l.page)
	switch name {
	case "plaintext":
	case "script":
		end = l.scriptEnd()
	default:
		end = l.rawEnd(name)
	}
	if end == l.pos {
		return false
	}
	l.data = l.withoutNUL(l.newlines(l.page[l.pos:end], l.pos, end))
	if name == "title" || name == "textarea" {
		l.data = l.text.unescape(l.data, inText)
	}
	l.pos = end
	return true
}

// rawEnd returns where the end tag of a raw text element stands, or the end of
// the page.
func (l *lexer) rawEnd(name string) int {
	for i := l.pos; ; i++ {
		i = l.find("</", i)
		if i == len(l.page) || l.isTag(i+2, name) {
			return i
		}
	}
}

// scriptEnd is rawEnd for scripts. In what looks like a comment there, a script
// may hold a script of its own.
func (l *lexer) scriptEnd() int {
	const (
		plain = iota
		comment
		script // in a comment
	)
	state := plain
	dashes := -1 // where the next "-->" stands, if not before the place looked at
	for i := l.pos; ; i++ {
		lt := l.findByte('<', i)
		if state != plain {
			if dashes < i {
				dashes = l.find("-->", i)
			}
			if dashes < lt {
				state, i = plain, dashes+2
				continue
			}
		}
		i = lt
		switch rest := l.page[i:]; {
		case rest == "":
			return i
		case strings.HasPrefix(rest, "</") && l.isTag(i+2, "script"):
			if state != script {
				return i
			}
			state = comment
		case state == plain && strings.HasPrefix(rest, "<!--"):
			state = comment
			i++ // its dashes may be those that end it
		case state == comment && l.isTag(i+1, "script"):
			state = script
		}
	}
}

// isTag reports whether the name of a tag stands at i.
func (l *lexer) isTag(i int, name string) bool {
	end := i + len(name)
	return end < len(l.page) && ends[l.page[end]]&endsName != 0 && lowerEqual(l.page[i:end], name)
}
