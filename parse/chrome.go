package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Chrome is what the site puts around an article: buttons, counts, the rules of its
// comments.

// chromeLine reports whether every word of a line is a button's, or every one before
// a prompt.
func (x *extraction) chromeLine(text string) bool {
	if len(text) > longestButton {
		return false
	}
	if x.toolRow(text) {
		return true
	}
	if !x.phr.mayBeChrome(text) {
		return false
	}
	if x.phr.chrome.has(text) {
		return true
	}
	found, none, digits := false, true, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return cjk.IsSpace(r) || isButtonMark(r) }) {
		none = false
		switch {
		case x.phr.chrome.has(w):
			found = true
		case x.phr.chrome.has(strings.Trim(w, "0123456789.+%万")):
			found = true // 28评论
		case !isCount(w):
			return found && x.prompt(w)
		default:
			digits += len(strings.TrimSuffix(w, "万"))
		}
	}
	return (found || none) && digits < 8 // or it holds a date
}

// toolRow reports whether a line is a row of buttons, each in a bracket of its own:
// not all of them need be known.
func (x *extraction) toolRow(text string) bool {
	const fewest, longest = 3, 5 // buttons, and runes of each
	if text == "" || text[0] >= 0xe4 && text[0] <= 0xe9 {
		return false // most lines begin with a hanzi
	}
	if r, _ := cjk.RuneAt(text, 0); !openMarks().holds(r) {
		return false
	}
	buttons, known := 0, 0
	for rest := text; rest != ""; buttons++ {
		b, ok := firstBracket(rest)
		if !ok || utf8.RuneCountInString(cjk.Trim(b.before)) > 1 || utf8.RuneCountInString(b.inner) > longest {
			return false
		}
		if x.phr.chrome.has(b.inner) {
			known++
		}
		rest = rest[len(b.before)+len(b.inner):]
		_, mark := utf8.DecodeRuneInString(rest)
		rest = cjk.Trim(rest[mark:])
	}
	return buttons >= fewest && known*3 >= buttons
}

// mayBeChrome reports whether the first word of a line may be a button's or a
// count, as far as its first two characters tell.
func (p *phrases) mayBeChrome(text string) bool {
	first, second := keyStart(text)
	return first < 0 || isCountRune(first) || p.chrome.starts.has(first, second)
}

// isCount reports whether s is a number, as of comments.
func isCount(s string) bool {
	for _, r := range s {
		if !isCountRune(cjk.KeyRune(r)) {
			return false
		}
	}
	return true
}

func isCountRune(r rune) bool {
	return cjk.IsDigit(r) || r == '+' || r == '.' || r == '-' || r == '万'
}

// prompt reports whether a line begins like the rules and requests that stand
// around the comments of readers.
func (x *extraction) prompt(text string) bool {
	_, _, ok := x.phr.prompts.prefix(trimLeft(text, "\"“0123456789"))
	return ok || x.phr.appPrompt(text) || readersOwn(text)
}

// appPrompt reports whether a line sends its reader to an app for what the page
// does not show: 打开某新闻 查看更多图片.
func (p *phrases) appPrompt(text string) bool {
	const longest = 75 // bytes
	if len(text) > longest {
		return false
	}
	_, _, ok := p.apps.prefix(text)
	return ok && p.lures.in(text) && !endsSentence(text)
}

// readersOwn reports whether a line says whose opinion the comments are.
func readersOwn(text string) bool {
	const longest = 150 // bytes
	if len(text) > longest {
		return false
	}
	before, _, ok := strings.Cut(text, "仅代表")
	return ok && containsAny(before, "网友评论", "网友发言", "网友留言")
}

// longestLabel is the length in runes of the longest text of a button.
const longestLabel = 16

// button reports whether a short line is nothing but links, such as those that
// run a script and have no address, and no places that others link to.
func (x *extraction) button(l *line) bool {
	if l.Stop > 0 || l.Runes > longestLabel {
		return false
	}
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		a := x.tree.Up(p.node, atom.A)
		if a < 0 || dom.Attr(x.tree.Nodes[a], "name") != "" || dom.Attr(x.tree.Nodes[a], "id") != "" {
			return false
		}
	}
	return true
}

// deadLink reports whether a short line is nothing but links that lead nowhere, as
// those of buttons that a script makes work.
func (x *extraction) deadLink(l *line) bool {
	if l.Runes > longestLabel || l.Stop > 0 || l.link > 0 {
		return false
	}
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		a := x.tree.Up(p.node, atom.A)
		if a < 0 || !slices.ContainsFunc(x.tree.Nodes[a].Attr, nowhere) {
			return false
		}
	}
	return true
}

// nowhere reports whether an attribute is the address of no page.
func nowhere(a html.Attribute) bool {
	return a.Key == "href" && (a.Val == "" || a.Val == "#" || strings.HasPrefix(a.Val, "javascript:"))
}
