package parse

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
	"golang.org/x/net/html/atom"
)

// notices returns the notices that are printed with the article: those inside
// the body's element, and those right behind it that are not the site's footer.
func (x *extraction) notices() (out []string) {
	seen := map[string]bool{}
	const most, furthest = 8, 24 // lines that are no links, and all
	to, listed, plain := x.body.to, false, 0
	for i := x.body.to; i < min(x.body.to+furthest, len(x.lines)) && plain < most && !x.endsNotices(i); i++ {
		l, r := &x.lines[i], &x.readings[i]
		if l.link == 0 {
			plain++
		}
		listed = listed || r.kind == kindHeading
		if r.kind == kindNotice && !toScan(l.text) && (!listed || l.Clause > 0) {
			to = i + 1
			for to < len(x.lines) && x.goesOn(to) {
				to++
			}
		}
	}
	for i := max(x.title.line+1, x.body.from); i < to; i++ {
		if x.keep[i] || x.lines[i].linked() || x.readings[i].kind != kindNotice && !x.goesOn(i) && !x.headsNotice(i) || x.inFooter(x.lines[i].block) {
			continue
		}
		if i > x.textEnd && containsAny(x.lines[i].text, "Copyright", "ICP备", "All Rights Reserved") {
			continue // the imprint, in the element that holds it all
		}
		t, last := x.noticeText(i)
		if slices.Contains(noticeNames, t) && x.tree.Up(x.lines[i].first, atom.A) >= 0 {
			continue // a link to it
		}
		if !seen[t] && !(toScan(t) && (i >= x.body.to || x.underCode(i))) {
			seen[t] = true
			out = append(out, t)
		}
		i = last
	}
	return out
}

// noticeNames are what links to notices are called.
var noticeNames = []string{"免责声明", "免責聲明", "版权声明", "版權聲明", "法律声明", "法律聲明"}

// goesOn reports whether line i is a further point of a notice before it: numbered
// or dotted, and set like that.
func (x *extraction) goesOn(i int) bool {
	const most = 8 // points
	if x.readings[i].kind != kindText && x.readings[i].kind != kindInfo {
		return false
	}
	if n, _ := ordinal(x.lines[i].text); n == 0 && !strings.HasPrefix(x.lines[i].text, "·") {
		return false
	}
	for j := i - 1; j >= max(i-most, x.body.from) && x.besideLine(i, j); j-- {
		if x.readings[j].kind == kindNotice {
			return true
		}
	}
	return false
}

// headsNotice reports whether line i calls what follows it a notice.
func (x *extraction) headsNotice(i int) bool {
	return hasAnySuffix(x.lines[i].text, []string{"声明：", "聲明："}) && i+1 < len(x.lines) && x.readings[i+1].kind == kindNotice && x.besideLine(i, i+1)
}

// endsNotices reports whether behind line i, past the body, stands no notice of the
// article: it heads the site's lists, or is the site's footer. The editor's line often
// stands in an element that is called like one, and the links to the articles before
// and behind are no list.
func (x *extraction) endsNotices(i int) bool {
	l, r := &x.lines[i], &x.readings[i]
	switch {
	case l.imprint():
		return true
	case r.kind == kindHeading && r.head == headingStop:
		return !x.headsPoints(i) && !hasAnyPrefix(l.text, neighbours)
	case r.kind == kindCredits || r.kind == kindInfo:
		return false
	}
	return x.inFooter(l.block)
}

// headsPoints reports whether line i is a heading, 版权声明, of the notice behind it.
func (x *extraction) headsPoints(i int) bool {
	return containsAny(x.lines[i].text, "声明", "聲明") && i+1 < len(x.lines) && x.readings[i+1].kind == kindNotice
}

// besideLine reports whether the blocks of two lines have one parent.
func (x *extraction) besideLine(i, j int) bool {
	return x.tree.Parent[x.lines[i].block] == x.tree.Parent[x.lines[j].block]
}

// noticeText returns what notice line i says, without the credits on it, and with
// the lines of its paragraph that it announces, and the last one of those.
func (x *extraction) noticeText(i int) (text string, last int) {
	l := &x.lines[i]
	if len(x.readings[i].fields) > 0 {
		text, _ = x.phr.splitNotice(l.text)
		return text, i
	}
	text = l.text
	if !strings.HasSuffix(text, "：") {
		return text, i
	}
	const most = 8 // lines
	for j := i + 1; j < min(i+most, len(x.lines)) && x.lines[j].soft && x.lines[j].block == l.block && !x.keep[j]; j++ {
		text += "\n" + x.lines[j].text
		i = j
	}
	return text, i
}

// readNotice reads a notice, and the editors that its line credits.
func (x *extraction) readNotice(text string) reading {
	r := reading{kind: kindNotice}
	if _, credits := x.phr.splitNotice(text); credits != "" {
		if fs := x.scan(credits); hasEditor(fs) {
			r.fields = x.keepFields(fs)
		}
	}
	return r
}

// splitNotice cuts off a notice the credits that follow it on its line, in a bracket
// of their own or behind a gap: 未经授权不得转载 [责任编辑：张三].
func (p *phrases) splitNotice(text string) (notice, credits string) {
	for i, r := range text {
		if i == 0 || !strings.ContainsRune("[【［（( 　", r) {
			continue
		}
		if rest := text[i+utf8.RuneLen(r):]; p.opensWithRole(rest) {
			return cjk.Trim(text[:i]), strings.TrimRight(rest, closingBrackets)
		}
	}
	return text, ""
}

// underCode reports whether an image stands right before line i, which asks to scan
// it: a widget.
func (x *extraction) underCode(i int) bool {
	ms := x.mediaBefore(i)
	return len(ms) > 0 && i > 0 && ms[0].node > x.lines[i-1].last
}

// imprintWords are what a line of the site's imprint holds, where no class says
// that it is a footer.
var imprintWords = []string{"社版权所有", "网版权所有", "网站版权所有", "版权所有 ", "版权所有：", "社版權所有", "網版權所有", "網站版權所有", "版權所有 ", "版權所有：", "Copyright", "COPYRIGHT", "copyright", "ICP备", "All Rights Reserved"}

// imprint reports whether a line reads like the site's imprint. © alone is none,
// nor is it with a year before a sentence: authors have notices of their own.
func (l *line) imprint() bool {
	if containsAny(l.text, imprintWords...) {
		return true
	}
	return strings.Contains(l.text, "©") && l.Digit >= 4 && l.Stop == 0
}

// What the classes of footers hold, and those of the parts of an article.
var (
	footers  = partsOf("foot", "bottom")
	articles = partsOf("article", "post", "content")
)

// inFooter reports whether an element belongs to the site's footer. What stands among
// the paragraphs does not, whatever its class.
func (x *extraction) inFooter(id int32) bool {
	if x.tree.Is(id, atom.P) && x.tree.Parent[id] == x.tree.Parent[x.lines[x.textEnd].block] {
		id = x.tree.Parent[id]
	}
	for ; id >= 0; id = x.tree.Parent[id] {
		n := x.tree.Nodes[id]
		if n.Data == "footer" && x.tree.Up(x.tree.Parent[id], atom.Article) < 0 && len(n.Attr) == 0 {
			return true
		}
		for _, a := range n.Attr {
			if a.Key != "class" && a.Key != "id" {
				continue
			}
			if footers().in(a.Val) && !articles().in(a.Val) {
				return true
			}
		}
	}
	return false
}
