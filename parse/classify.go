package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/cjk"
)

// lineKind is the part that a line plays in the page, as far as the line alone
// tells.
type lineKind uint8

const (
	kindText     lineKind = iota
	kindInfo              // times, source, counters
	kindCredits           // nothing but credits
	kindNotice            // disclaimer, copyright, slogan
	kindChrome            // buttons and prompts of the site
	kindHeading           // heading of a list behind the article
	kindSummary           // 摘要：…
	kindKeywords          // 关键词：…
	kindOriginal          // 原标题：…
	kindCrumb             // breadcrumb
	kindPager             // page numbers
	kindTitle             // the headline again
)

// A reading is a line's kind with the fields that made it so.
type reading struct {
	kind   lineKind
	fields []field
	head   headingKind
}

// longestInfo is the length in runes past which a line is no info line,
// whatever it holds.
const longestInfo = 260

// elementBorder stands in the text of an info line where one inline element
// ends and another begins: 2012年1月12日 and 人民网 may touch, and are two things
// all the same. It is white space to every reader of fields.
const elementBorder = "\u2028"

// parted returns the text of line i with its element borders.
func (x *extraction) parted(i int) string {
	if s := x.scratch.parted[i]; s != "" {
		return s
	}
	x.part(i, i+1)
	return x.scratch.parted[i]
}

// part makes the parted texts of the lines [lo, hi), which share memory.
func (x *extraction) part(lo, hi int) {
	b, ends := x.scratch.flow[:0], x.scratch.offsets[:0]
	for i := lo; i < hi; i++ {
		b = x.appendParted(b, i)
		ends = append(ends, len(b))
	}
	x.scratch.flow, x.scratch.offsets = b, ends
	all, from := string(b), 0
	for k, end := range ends {
		if i := lo + k; end > from {
			x.scratch.parted[i] = all[from:end]
		} else {
			x.scratch.parted[i] = x.lines[i].text
		}
		from = end
	}
}

// appendParted appends the parted text of line i, nothing where it is that of
// the line.
func (x *extraction) appendParted(b []byte, i int) []byte {
	l := &x.lines[i]
	pieces := x.pieces[l.pieces[0]:l.pieces[1]]
	if len(pieces) < 2 || l.Runes > longestInfo {
		return b
	}
	for k, p := range pieces {
		if k > 0 && x.tree.Parent[p.node] != x.tree.Parent[pieces[k-1].node] {
			b = append(b, elementBorder...)
		}
		b = append(b, x.tree.Nodes[p.node].Data[p.lo:p.hi]...)
	}
	return b
}

// classify says what line i is. A long line of several sentences is text, or a
// notice; its fields are not read.
func (x *extraction) classify(i int) reading {
	if l := &x.lines[i]; l.Runes > 100 && l.Stop >= 2 && !l.linked() {
		if x.noticeLine(i) {
			return reading{kind: kindNotice}
		}
		if _, kind, ok := x.phr.labels.prefix(strings.TrimLeft(l.text, "【[〔")); !ok || kind != labelSummary && kind != labelSource {
			return reading{}
		}
	}
	if x.pageNumber(i) {
		return reading{kind: kindPager}
	}
	if k, ok := x.headedLink(i); ok {
		return reading{kind: kindHeading, head: k}
	}
	return x.readParted(x.lines[i].text, x.parted(i))
}

// readParted classifies a line by its text, and by the same with element
// borders.
func (x *extraction) readParted(text, parted string) reading {
	if x.chromeLine(text) || x.prompt(text) || len(parted) > len(text) && x.chromeLine(parted) {
		return reading{kind: kindChrome}
	}
	if isPager(text) {
		return reading{kind: kindPager}
	}
	if k, ok := x.heading(text); ok {
		return reading{kind: kindHeading, head: k}
	}
	if x.titleKey != "" && cjk.HasKey(text, x.titleKey) {
		return reading{kind: kindTitle}
	}
	if words := hashWords(parted); words != nil {
		return reading{kind: kindKeywords, fields: []field{hashField(words)}}
	}
	if k := x.unread(text); k != kindText {
		return reading{kind: k, fields: []field{}}
	}
	if x.infos < mostInfos && (len(text) <= longestInfo || cjk.RuneCount(text) <= longestInfo) {
		if r, ok := x.readInfo(parted); ok {
			if (strings.HasPrefix(text, "凡") || x.quotesLabel(text)) && x.notice(text) {
				return reading{kind: kindNotice}
			}
			if _, role := x.phr.roles.exact(unwrap(text)); role && strings.HasPrefix(text, "【") {
				return reading{} // 【讲述】, a column
			}
			return r
		}
	}
	if x.notice(text) {
		return x.readNotice(text)
	}
	return reading{}
}

// quotesLabel reports whether a label stands right behind an opening quote, and so is
// spoken of: 注明“来源：某网”的作品 names no source.
func (x *extraction) quotesLabel(text string) bool {
	for rest := text; ; {
		i := strings.IndexAny(rest, "“\"「『")
		if i < 0 {
			return false
		}
		_, width := cjk.RuneAt(rest, i)
		rest = rest[i+width:]
		if r := (reader{phr: x.phr, s: prefixBytes(rest, longestScan)}); r.labelAt(0) {
			return true
		}
	}
}

// mostInfos is how many info lines are read: no page about one thing has a tenth
// as many.
const mostInfos = 5000

// unread returns what a line seems to be that is not read, since the page has
// more people or info lines than are: it begins with a label, or a time.
func (x *extraction) unread(text string) lineKind {
	if !x.sated() && x.infos < mostInfos {
		return kindText
	}
	text = prefixBytes(text, longestScan)
	if x.phr.opensWithRole(text) {
		return kindCredits
	}
	if x.infos < mostInfos {
		return kindText
	}
	r := reader{phr: x.phr, s: text}
	if c := (timeScanner{src: text}); r.labelAt(0) || c.mayStart() {
		return kindInfo
	}
	return kindText
}

// opensWithRole reports whether a line begins with the label of a role and its mark.
func (p *phrases) opensWithRole(s string) bool {
	r := reader{phr: p, s: prefixBytes(s, longestScan)}
	l, ok := r.roleLabel(0)
	return ok && l.mark
}

// readInfo reads a line that consists of fields.
func (x *extraction) readInfo(text string) (reading, bool) {
	if !x.phr.starts.either.in(text) && !openMarks().in(text) {
		return reading{}, false
	}
	r, ok := x.scanInfo(text)
	if !ok {
		return reading{}, false
	}
	r.fields = x.keepFields(r.fields)
	x.infos++
	return r, true
}

// keepFields copies fields that the next scan would overwrite.
func (x *extraction) keepFields(fs []field) []field {
	all := x.scratch.fields
	n := len(all)
	all = append(all, fs...)
	x.scratch.fields = all
	return all[n:len(all):len(all)]
}

// scanInner reads the fields of a line: of all of it if they make up all of it,
// else of what stands before its full stop and inside the brackets around it.
func (x *extraction) scanInner(text string) (fs []field, read, inner string) {
	bare := strings.TrimRight(text, "。.")
	if inner = unwrap(bare); inner == bare && len(bare) < len(text) {
		// Most sentences. A full stop is part of the last field at most.
		if fs = x.scan(bare); x.covered(fs, bare) < 0.9 {
			return fs, bare, inner
		}
	}
	fs = x.scan(text)
	if inner == text || x.covered(fs, text) >= 0.99 {
		return fs, text, inner
	}
	return x.scan(inner), inner, inner
}

func (x *extraction) scanInfo(text string) (reading, bool) {
	whole := text
	text = withoutDayCode(text)
	text = trimLeft(text, "■●◆★▲□○※ 　"+elementBorder)
	if len(text) < 100 {
		if i := strings.Index(text, "发自"); i > 0 {
			text = text[:i] // 本报记者 某某 发自某地
		}
	}
	fs, text, inner := x.scanInner(text)
	if inner != whole {
		x.phr.untitled(fs)
	}
	r := reading{fields: fs}
	var times, sources, credits, counters, keywords int
	for k, f := range fs {
		switch f.kind {
		case fieldTime:
			if !eventTime(fs, k) {
				times++
			}
		case fieldCredits:
			credits++
		case fieldLabel:
			switch f.label {
			case labelSummary:
				r.kind = kindSummary
				return r, f.lo == 0
			case labelKeywords:
				keywords++
			case labelOriginal:
				r.kind = kindOriginal
				return r, f.lo <= len("（")
			case labelBreadcrumb:
				r.kind = kindCrumb
				return r, f.lo == 0
			case labelCounter:
				counters++
			case labelSource:
				sources++
			case labelContact:
			default:
				if !isTimeWord(f.printed) || f.value == "" || f.time.Raw != "" {
					times++ // 时间：每天上午 says nothing of the page
				}
			}
		}
	}
	if times+sources+credits+counters == 0 {
		r.kind = kindKeywords
		return r, keywords > 0 && fs[0].label == labelKeywords
	}
	cover := x.covered(fs, text)
	if strings.HasSuffix(whole, "。") && cover < 0.8 {
		return r, false // a sentence that holds a time or a name
	}
	switch {
	case times+sources+counters == 0:
		r.kind = kindCredits
		return r, cover >= 0.8 || cover >= 0.6 && inner != whole && len(whole) < 120
	case strings.Count(text, "。") > 1:
		r.kind = kindInfo
		return r, cover >= 0.8
	case times > 0 && sources+credits > 0 || counters > 1:
		r.kind = kindInfo
		return r, cover >= 0.45
	case sources > 0:
		r.kind = kindInfo
		return r, cover >= 0.6
	}
	r.kind = kindInfo
	return r, cover >= 0.5
}

// withoutDayCode cuts the day in years of the Republic that an agency prints
// behind its closing bracket: （編輯：某人）1120221.
func withoutDayCode(s string) string {
	t := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(t); n >= 6 && n <= 8 && (strings.HasSuffix(t, "）") || strings.HasSuffix(t, ")")) {
		return t
	}
	return s
}

// covered returns the share of the runes of text that fields other than text
// and the words of buttons make up.
func (x *extraction) covered(fs []field, text string) float64 {
	free := 0
	for _, f := range fs {
		if f.kind != fieldText || x.chromeLine(f.value) {
			continue
		}
		name := strings.Trim(f.value, outletGaps)
		if _, post := x.phr.roles.exact(name); post || x.press(name) {
			continue // 作者：本报评论员, 文/记者 张三
		}
		free += cjk.DarkCount(withoutAddress(f.value))
	}
	all := cjk.DarkCount(text)
	if all == 0 {
		return 0
	}
	return 1 - float64(free)/float64(all)
}

// press reports whether s is an outlet, or how the site calls itself.
func (x *extraction) press(s string) bool { return x.phr.outlet(s) || x.ownName(s) }

// ownName reports whether s is in the page's title element beside the headline.
func (x *extraction) ownName(s string) bool {
	_, w := utf8.DecodeRuneInString(s)
	return len(s) <= 4*longestAccount && strings.Contains(x.home, s[:w]) && cjk.Measure(s).Han >= 3 && strings.Contains(x.homeKey, cjk.Key(s))
}

// noticeLine reports whether line i is a notice.
func (x *extraction) noticeLine(i int) bool {
	l := &x.lines[i]
	if l.notice == unasked {
		if l.notice = no; x.notice(l.text) {
			l.notice = yes
		}
	}
	return l.notice == yes
}

// notice reports whether a line of its own is a notice.
func (x *extraction) notice(text string) bool {
	if x.noticeStart(text) {
		return cjk.RuneCount(text) < 260
	}
	if len(text) > 200 && (len(text) > 4*200 || cjk.RuneCount(text) > 200) {
		return false
	}
	if _, after, ok := strings.Cut(text, "不代表"); ok && containsAny(prefixBytes(after, 60), "立场", "立場", "观点", "觀點") {
		return true
	}
	return x.phr.parts.in(text)
}

// noticeStart reports whether a line begins with a phrase that begins notices, or as
// the statement of an outlet: 某网声明：.
func (x *extraction) noticeStart(text string) bool {
	const longest = 48 // bytes of the name
	text = trimLeft(text, "（(【[*※●■◆“\" ")
	if _, _, ok := x.phr.start.prefix(text); ok {
		return true
	}
	name, rest, ok := strings.Cut(prefixBytes(text, longest), "明")
	if !ok || !hasAnyPrefix(rest, []string{"：", ":"}) {
		return false
	}
	for _, w := range []string{"声", "聲"} {
		if name, ok := strings.CutSuffix(name, w); ok && x.press(name) {
			return true
		}
	}
	return false
}
