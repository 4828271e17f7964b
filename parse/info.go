package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// What the page shows beats its metas; of what it shows, the info line under
// the title beats the lines behind the body; the finer time of the same day
// beats the coarser.

// shown is what the visible fields around the body said.
type shown struct {
	published, modified   stamp
	havePub, haveMod      bool
	pubLabelled           bool
	source                string
	sourceURL, sourceRule string
	otherSource           string
	credits               []article.Credit
	summary, original     string
	keywords              []string
	pubLine               int
}

// gather collects times, source and credits from the lines around the body.
func (x *extraction) gather(s *shown) {
	lo, hi := x.span()
	first := x.firstKept()
	if t := x.title.line; t >= 0 && t < first {
		x.gatherLines(s, t, first)
		if !s.havePub {
			x.gatherTimes(s, max(lo, t-headAbove), t)
		}
		x.gatherRest(s, max(lo, t-3), t)
	} else {
		x.gatherLines(s, lo, first)
	}
	x.bareSource(s, first)
	x.bareAuthor(s)
	for i := max(x.title.line, 0); i < first; i++ {
		if x.captions[i] {
			s.credits = append(s.credits, x.captionCredits(x.lines[i].text)...)
		}
	}
	x.gatherTail(s, first, hi)
}

// bareSource looks for an outlet that the info line names without a label:
// beside the time, or on a line of its own next to it.
func (x *extraction) bareSource(s *shown, first int) {
	if s.source != "" {
		return
	}
	if s.pubLine < 0 {
		if name := x.accountName(first); name != "" {
			s.source, s.sourceRule = name, "account"
		}
		return
	}
	if name := x.classedSource(s.pubLine, first); name != "" {
		s.source, s.sourceRule = name, "class"
		return
	}
	for _, f := range x.lineFields(s.pubLine) {
		if f.kind != fieldText {
			continue
		}
		for _, w := range strings.FieldsFunc(f.value, infoGap) {
			if name := x.phr.tidySource(w); x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
	}
	if name := x.linkedSource(s.pubLine); name != "" {
		s.source, s.sourceRule = name, "link"
		return
	}
	if name := x.accountName(first); name != "" {
		s.source, s.sourceRule = name, "account"
		return
	}
	for i := max(s.pubLine-3, x.title.line+1); i <= min(s.pubLine+3, first-1); i++ {
		l := &x.lines[i]
		if i == s.pubLine || l.Runes > 40 || x.readings[i].kind != kindText && x.readings[i].kind != kindCredits {
			continue
		}
		if name, _, ok := strings.Cut(unwrap(l.text), "／"); ok && l.Runes <= 24 {
			if name = x.phr.tidySource(name); x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
		for _, f := range x.lineFields(i) {
			name := x.phr.tidySource(strings.Trim(f.value, "【】／╱∕/[]（）() "))
			if f.kind == fieldText && (l.Runes <= 14 || x.readings[i].kind == kindCredits) && x.phr.outlet(name) {
				s.source, s.sourceRule = name, "line"
				return
			}
		}
	}
}

// bareAuthor takes a person's name that stands in the info line without a label:
// in a bracket, or behind the outlet and a slash.
func (x *extraction) bareAuthor(s *shown) {
	if len(s.credits) > 0 || s.pubLine < 0 {
		return
	}
	for _, f := range x.lineFields(s.pubLine) {
		if f.kind != fieldText {
			continue
		}
		v := cjk.Collapse(strings.ReplaceAll(f.value, elementBorder, " "))
		i := strings.IndexAny(v, "／/∕╱[［")
		if i < 0 {
			continue
		}
		_, w := utf8.DecodeRuneInString(v[i:])
		name, _, _ := strings.Cut(strings.ReplaceAll(v[i+w:], "］", "]"), "]")
		if name = cjk.Trim(name); x.phr.personal(name) {
			s.credits = append(s.credits, article.Credit{Role: article.RoleAuthor, Name: name})
		}
	}
}

// classedSource looks for an element near the time whose class or id says that
// it holds the source.
func (x *extraction) classedSource(pub, first int) string {
	for i := max(pub-3, x.title.line+1, 0); i <= min(pub+3, first-1); i++ {
		l := &x.lines[i]
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			n := x.tree.Nodes[x.tree.Parent[p.node]]
			if !sourceClass(dom.Attr(n, "class")) && !sourceClass(dom.Attr(n, "id")) {
				continue
			}
			name := x.phr.tidySource(x.tree.Nodes[p.node].Data)
			if m := cjk.Measure(name); m.Han >= 2 && m.Digit < 4 && m.Clause == 0 && !x.phr.chrome[cjk.Key(name)] && !x.phr.personal(name) {
				return name
			}
		}
	}
	return ""
}

// accountName returns the name of the account that published a page of a
// platform: a short text whose class says nickname or author name, and that is
// no person's.
func (x *extraction) accountName(first int) string {
	for i := max(x.title.line-4, 0); i < min(first, x.title.line+8); i++ {
		l := &x.lines[i]
		if l.Runes > 40 {
			continue
		}
		for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
			n := x.tree.Nodes[x.tree.Parent[p.node]]
			class := strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))
			if !containsAny(class, "nickname", "author-name", "author_name", "account", "js_name", "media-name") {
				continue
			}
			name := x.phr.tidySource(x.tree.Nodes[p.node].Data[p.lo:p.hi])
			if m := cjk.Measure(name); m.Han >= 2 && m.Runes <= 16 && !x.phr.personal(name) && !x.phr.chrome[cjk.Key(name)] {
				return name
			}
		}
	}
	return ""
}

// linkedSource returns the text of a link beside the time that is no button: an
// account's or an outlet's page.
func (x *extraction) linkedSource(i int) string {
	l := &x.lines[i]
	if l.Runes > 60 || i <= x.title.line {
		return ""
	}
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if !x.tree.Link[p.node] {
			continue
		}
		name := x.phr.tidySource(x.tree.Nodes[p.node].Data[p.lo:p.hi])
		if m := cjk.Measure(name); m.Han < 2 || m.Han < m.Runes || m.Runes > 12 || x.phr.chrome[cjk.Key(name)] {
			continue
		}
		if !containsAny(name, "评论", "跟贴", "跟帖", "参与", "字号", "更多", "订阅", "关注", "收藏", "打印", "论坛", "举报", "手机", "客户端", "留言", "分享", "我来说", "我要", "来自", "试听", "下载", "内容", "播放") {
			return name
		}
	}
	return ""
}

// sourceClass reports whether a class or id names a source.
func sourceClass(s string) bool {
	s = strings.ToLower(s)
	return s != "" && (containsAny(s, "source", "laiyuan", "come_from", "comefrom", "fromsite", "outlet") || s == "src" || s == "from" || s == "ly" || s == "where")
}

func infoGap(r rune) bool {
	return cjk.IsSpace(r) || strings.ContainsRune("|｜丨·•,，/／()（）[]【】<>＞>：:", r)
}

// outlet reports whether a bare name is an outlet's.
func (p *phrases) outlet(s string) bool {
	if n := cjk.Measure(s); n.Han < 2 || n.Runes > 16 || n.Clause > 0 || p.chrome[cjk.Key(s)] {
		return false
	}
	return hasAnySuffix(s, p.outlets)
}

// firstKept returns the line that the body begins with.
func (x *extraction) firstKept() int {
	for i := x.body.from; i < x.body.to; i++ {
		if x.keep[i] || x.captions[i] {
			return i
		}
	}
	return x.body.from
}

// lastKept returns the last line of running text of the body.
func (x *extraction) lastKept() int {
	last := x.body.from
	for i := x.body.from; i < x.bodyEnd; i++ {
		if x.keep[i] && x.lines[i].Stop > 0 {
			last = i
		}
	}
	return last
}

func (x *extraction) gatherLines(s *shown, lo, hi int) {
	x.gatherTimes(s, lo, hi)
	x.gatherRest(s, lo, hi)
}

// gatherTimes takes the first time of the lines, a labelled one before all
// others.
func (x *extraction) gatherTimes(s *shown, lo, hi int) {
	label := labelKind("") // a label whose time stands on the next line
	for i := lo; i < hi; i++ {
		if x.readings[i].kind != kindInfo && x.readings[i].kind != kindCredits && i != x.title.line {
			continue
		}
		for _, f := range x.lineFields(i) {
			if label != "" && f.kind == fieldTime {
				f.kind, f.label = fieldLabel, label
			}
			label = ""
			x.takeTime(s, f, i)
			if f.kind == fieldLabel && f.value == "" && (f.label == labelPublished || f.label == labelModified) {
				label = f.label
			}
		}
	}
}

// lineFields returns the fields of line i.
func (x *extraction) lineFields(i int) []field {
	if x.readings[i].fields == nil {
		x.readings[i].fields = x.fields(x.parted(i))
	}
	return x.readings[i].fields
}

func (x *extraction) takeTime(s *shown, f field, i int) {
	if f.time.Raw == "" {
		return
	}
	if f.time.bad {
		x.res.problem(CodeTimeImpossible, FieldPublished, f.time.Raw)
		if s.published.Raw == "" {
			s.published = f.time
		}
		return
	}
	labelled := f.kind == fieldLabel && f.label == labelPublished
	if f.kind == fieldLabel && f.label == labelModified {
		if !s.haveMod {
			s.modified, s.haveMod = f.time, true
		}
		return
	}
	if s.havePub && !(labelled && !s.pubLabelled) && !finer(f.time.Time, s.published.Time) {
		return
	}
	if f.time.Precision == article.PrecisionDay && i+1 < len(x.lines) {
		f.time = x.clock.withClock(f.time, x.lines[i+1].text)
	}
	s.published, s.havePub, s.pubLabelled, s.pubLine = f.time, true, labelled || s.pubLabelled, i
}

// finer reports whether a is the same day as b, told more exactly.
func finer(a, b article.Time) bool {
	if a.Time.IsZero() || b.Time.IsZero() {
		return !a.Time.IsZero()
	}
	return a.Time.Format("20060102") == b.Time.Format("20060102") && rank(a.Precision) > rank(b.Precision)
}

func rank(p article.Precision) int {
	switch p {
	case article.PrecisionSecond:
		return 5
	case article.PrecisionMinute:
		return 4
	case article.PrecisionDay:
		return 3
	case article.PrecisionMonth:
		return 2
	case article.PrecisionYear:
		return 1
	}
	return 0
}

// gatherRest takes source, credits, summary and keywords of info lines.
func (x *extraction) gatherRest(s *shown, lo, hi int) {
	for i := lo; i < hi; i++ {
		switch x.readings[i].kind {
		case kindInfo, kindCredits, kindKeywords:
			for _, f := range x.lineFields(i) {
				x.takeField(s, f, i)
			}
		case kindSummary:
			x.takeSummary(s, i)
		case kindOriginal:
			s.original = x.readings[i].fields[0].value
		}
	}
}

// summaryClasses are words of the class of a printed abstract.
var summaryClasses = []string{"summary", "abstract", "daodu", "zhaiyao", "digest", "article-lead", "article_lead", "post_desc"}

// leadSummary takes the paragraph before the body whose class says that it is
// an abstract.
func (x *extraction) leadSummary(s *shown) {
	if s.summary != "" {
		return
	}
	for i := max(x.title.line+1, 0); i < x.bodyEnd; i++ {
		l := &x.lines[i]
		if x.classed(l.block, summaryClasses) && l.Han >= 10 && !l.linked() {
			s.summary = x.phr.afterLabel(strings.TrimLeft(l.text, "【[〔"))
			x.keep[i] = false
			return
		}
		if x.keep[i] && l.sentence() {
			return
		}
	}
}

func (x *extraction) takeSummary(s *shown, i int) {
	if s.summary != "" {
		return
	}
	for _, f := range x.readings[i].fields {
		if f.label == labelSummary {
			s.summary = f.value
		}
	}
}

func (x *extraction) takeField(s *shown, f field, i int) {
	if f.kind == fieldLabel && f.label == labelSource {
		x.takeSource(s, f, i)
		return
	}
	x.takeText(s, f)
}

// takeText takes source, credits and keywords of a field without a tree.
func (x *extraction) takeText(s *shown, f field) {
	switch {
	case f.kind == fieldCredits:
		s.credits = append(s.credits, f.credits...)
	case f.label == labelSource:
		x.addSource(s, f, x.phr.tidySource(f.value), "")
	case f.label == labelKeywords && len(s.keywords) == 0:
		s.keywords = splitWords(f.value)
	}
}

func (x *extraction) takeSource(s *shown, f field, i int) {
	name := x.phr.tidySource(f.value)
	if name == "" {
		name = x.linkBehind(i, f)
	}
	x.addSource(s, f, name, x.linkIn(i, name))
}

// linkIn returns the address that the text name of line i links to.
func (x *extraction) linkIn(i int, name string) string {
	l := &x.lines[i]
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		if a := x.tree.Up(p.node, atom.A); a >= 0 && name != "" && cjk.Collapse(dom.Text(x.tree.Nodes[a])) == name {
			return x.link(dom.Attr(x.tree.Nodes[a], "href"))
		}
	}
	return ""
}

func (x *extraction) addSource(s *shown, f field, name, url string) {
	if name == "" {
		return
	}
	if s.source == "" {
		s.source, s.sourceRule = name, "label:"+f.printed
		s.sourceURL = url
	} else if cjk.Key(name) != cjk.Key(s.source) && s.otherSource == "" {
		s.otherSource = name
	}
}

// linkBehind returns "": a source whose name stands on the next line is found
// there.
func (x *extraction) linkBehind(i int, f field) string {
	if f.hi < len(x.lines[i].text) || i+1 >= len(x.lines) {
		return ""
	}
	next := &x.lines[i+1]
	if next.Runes > 16 || next.Clause > 0 || x.readings[i+1].kind != kindText || x.keep[i+1] {
		return ""
	}
	return x.phr.tidySource(next.text)
}

// gatherTail reads what stands behind and inside the body: lines of credits
// and source, and bylines inside the text.
func (x *extraction) gatherTail(s *shown, first, hi int) {
	tail := &shown{pubLine: -1}
	over := false
	last := x.lastKept()
	for i := first; i < hi; i++ {
		switch {
		case x.captions[i]:
			s.credits = append(s.credits, x.captionCredits(x.lines[i].text)...)
			continue
		case x.keep[i]:
			s.credits = append(s.credits, x.bylines(x.lines[i].text, i == first || i == last)...)
			continue
		}
		if i >= x.body.to && (x.readings[i].kind == kindHeading || x.lines[i].sentence()) {
			over = true
		}
		if over && !(x.readings[i].kind == kindCredits && hasEditor(x.readings[i].fields)) {
			continue // behind a heading only the editor's line still belongs to the article
		}
		switch x.readings[i].kind {
		case kindInfo, kindCredits, kindKeywords:
			for _, f := range x.lineFields(i) {
				x.takeField(tail, f, i)
				if i >= x.bodyEnd-8 {
					x.takeTime(tail, f, i)
				}
			}
		}
	}
	x.mergeTail(s, tail)
}

func (x *extraction) mergeTail(s, tail *shown) {
	s.credits = append(s.credits, tail.credits...)
	if !s.havePub && tail.havePub {
		s.published, s.havePub, s.pubLine = tail.published, true, tail.pubLine
	}
	if !s.haveMod && tail.haveMod {
		s.modified, s.haveMod = tail.modified, true
	}
	if s.source == "" {
		s.source, s.sourceRule = tail.source, tail.sourceRule
	}
	if len(s.keywords) == 0 {
		s.keywords = tail.keywords
	}
}

// splitWords splits a list of keywords.
func splitWords(s string) (words []string) {
	sep := ",，;；、|｜/" + elementBorder
	if !strings.ContainsAny(s, sep) {
		sep = " 　"
	}
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(sep, r) }) {
		if w = cjk.Collapse(w); w != "" && !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

// publishedKeys are the metas that state a time of publication, those that
// state it to the second before those that hold a day alone.
var publishedKeys = []string{
	"article:published_time", "weibo: article:create_at", "weibo:article:create_at", "weibo:webpage:create_at",
	"og:release_date", "og:published_time", "og:pubdate", "apub:time", "og:time", "ld:datepublished",
	"ld:pubdate", "bytedance:published_time", "datepublished", "firstpublishedtime", "pubdate", "publishdate",
	"publish_date", "publication_date", "pubtime", "_pubtime", "publishtime", "publish_time", "parsely-pub-date",
	"cxenseparse:recs:publishtime", "dcterms.created", "dc.date", "dc.date.issued", "rnews:datepublished",
	"sailthru.date", "originalpublicationdate", "dateupdate", "date", "ld:datecreated", "datecreated",
}

var modifiedKeys = []string{
	"article:modified_time", "weibo: article:update_at", "weibo:article:update_at", "og:updated_time",
	"bytedance:updated_time", "ld:datemodified", "ld:update", "datemodified", "lastmodifiedtime", "lastmod",
	"dcterms.modified", "last-modified",
}

var sourceKeys = []string{"contentsource", "source", "docsource", "mediaid", "ld:sourceorganization"}

// metaTime returns the finest time that the keys state on the day of the first.
func (x *extraction) metaTime(keys []string) (best stamp, key string) {
	for _, k := range keys {
		for _, v := range x.metas.values[k] {
			t, ok := x.clock.first(prefixBytes(v, 200))
			if !ok {
				t, ok = compactStamp(v, x.clock)
			}
			if !ok {
				t, ok = unixStamp(v, x.clock.zone)
			}
			if ok && t.Precision != "" && (key == "" || finer(t.Time, best.Time)) {
				best, key = t, k
			}
		}
	}
	return best, key
}
