package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
)

// Text reads the article out of the bytes of a page's plain text, as scrapers
// and archives keep it, and as [article.Article.Append] writes it: title, info
// line, subtitle, paragraphs, related links, notices, credit lines. What stands
// where is told by the order of the lines, by the blank lines between them, and
// by the grammar that reads the info lines of HTML.
//
// The error is an [*Error] as that of [HTML]; the Result is never nil.
func Text(src []byte, o Options) (*Result, error) {
	res := &Result{Article: &article.Article{}}
	text, err := decode(src, &o, res)
	if err != nil {
		return res, err
	}
	x := newExtraction(nil, &o, res)
	x.scratch = x.memory.take()
	defer x.memory.release()
	x.metas, x.tree, x.liner = &metas{}, &dom.Tree{}, &liner{}
	if a := x.canonical(text); a != nil {
		res.Article, res.Confidence = a, 1
		res.own()
		return res, nil
	}
	r := textReader{x: x, art: res.Article, lines: splitText(text), shown: &shown{pubLine: -1}}
	r.read()
	x.settle(r.shown)
	res.Article.Language = language(res.Article)
	res.Article.Normalize()
	defer res.own()
	return res, r.verdict()
}

// canonical reads a text that this library wrote, to the letter. The form takes
// any paragraph behind the body for a notice, so that a scraped text may fit it
// too: one whose notices read like credits or headings is left to the grammar.
func (x *extraction) canonical(text string) *article.Article {
	a, err := article.Parse([]byte(text), article.Text)
	if err != nil || a.Title == "" || len(a.Body) == 0 {
		return nil
	}
	for _, n := range a.Notices {
		for line := range strings.Lines(n) {
			switch x.readParted(line, line).kind {
			case kindCredits, kindHeading, kindInfo:
				return nil
			}
		}
	}
	return a
}

// textLine is a line of plain text.
type textLine struct {
	text   string // trimmed
	blank  int    // empty lines before it
	indent bool   // it begins with two ideographic spaces
	cjk.Count
}

func splitText(s string) (lines []textLine) {
	blank := 0
	for s != "" {
		var raw string
		raw, s, _ = strings.Cut(s, "\n")
		t := cjk.Collapse(raw)
		if t == "" {
			blank++
			continue
		}
		lines = append(lines, textLine{t, blank, strings.HasPrefix(strings.TrimLeft(raw, "\ufeff"), "　　"), cjk.Measure(t)})
		blank = 0
	}
	return lines
}

// textReader goes through the lines once, part after part.
type textReader struct {
	x     *extraction
	art   *article.Article
	lines []textLine
	shown *shown
	i     int
	ended bool // the tail has begun: only notices, credits and links follow
}

func (r *textReader) kind() reading {
	return r.x.readParted(r.lines[r.i].text, r.lines[r.i].text)
}

func (r *textReader) read() {
	r.readTitle()
	r.readInfo()
	r.readSubtitle()
	for r.i < len(r.lines) {
		r.readPart()
	}
}

// readTitle takes the first line that is neither a breadcrumb nor a button.
func (r *textReader) readTitle() {
	for ; r.i < len(r.lines); r.i++ {
		l := &r.lines[r.i]
		switch k := r.kind().kind; {
		case k == kindCrumb || k == kindChrome:
			continue
		case k == kindInfo:
			return
		case l.Runes > 120 || l.indent:
			return
		}
		r.art.Title = l.text
		r.x.title = headline{text: l.text, sure: 1}
		r.x.titleKey = cjk.Key(l.text)
		r.x.res.evidence(FieldTitle, "text:line", l.text)
		r.i++
		return
	}
}

// readInfo takes the info lines below the title.
func (r *textReader) readInfo() {
	for ; r.i < len(r.lines); r.i++ {
		k := r.kind()
		switch k.kind {
		case kindInfo, kindCredits, kindKeywords:
			r.take(k)
		case kindSummary:
			r.shown.summary = k.fields[0].value
		case kindChrome, kindTitle:
		default:
			return
		}
	}
}

func (r *textReader) take(k reading) {
	for _, f := range k.fields {
		r.x.takeTime(r.shown, f, r.i)
		if f.kind == fieldLabel && f.label == labelSource || f.kind == fieldCredits || f.label == labelKeywords {
			r.x.takeText(r.shown, f)
		}
	}
}

// readSubtitle takes the block of short lines, without a full stop, that stands
// between info line and text.
func (r *textReader) readSubtitle() {
	end := r.i
	for end < len(r.lines) && end-r.i < 4 {
		l := &r.lines[end]
		if l.indent || l.Runes > 60 || endsSentence(l.text) || end > r.i && l.blank > 0 {
			break
		}
		end++
	}
	if end == r.i || end >= len(r.lines) || r.lines[end].blank == 0 || end-r.i > 3 {
		return
	}
	var sub []string
	for ; r.i < end; r.i++ {
		if r.kind().kind != kindText {
			return
		}
		sub = append(sub, r.lines[r.i].text)
	}
	r.art.Subtitle = strings.Join(sub, "\n")
	r.x.res.evidence(FieldSubtitle, "text:block", r.art.Subtitle)
}

// readPart takes what stands at the current line, and moves past it.
func (r *textReader) readPart() {
	l := &r.lines[r.i]
	k := r.kind()
	switch k.kind {
	case kindHeading:
		if k.head == headingRelated {
			r.readRelated()
			return
		}
		r.ended = true
	case kindInfo, kindCredits, kindKeywords:
		r.take(k)
		r.ended = r.ended || k.kind != kindCredits || hasEditor(k.fields)
	case kindNotice:
		r.readNotice()
		return
	case kindText:
		if r.ended && !(l.Stop > 0 && l.Runes >= 20) {
			break // what is left of menus
		}
		r.ended = false
		r.art.Body = append(r.art.Body, article.Block{Type: article.Paragraph, Text: l.text})
		r.shown.credits = append(r.shown.credits, r.x.bylines(l.text, len(r.art.Body) == 1 || r.i+1 == len(r.lines))...)
	}
	r.i++
}

// shortestLink is the length in runes of the shortest headline of another
// story.
const shortestLink = 6

// readRelated takes a heading and the numbered or bulleted lines below it.
func (r *textReader) readRelated() {
	group, _ := r.x.relatedHeading(r.lines[r.i].text)
	r.ended = true
	first := r.i + 1
	for r.i++; r.i < len(r.lines); r.i++ {
		l := &r.lines[r.i]
		n, title := ordinal(l.text)
		if k := r.kind().kind; n == 0 && (l.blank > 0 && r.i > first || k != kindText || l.Runes > 60) {
			return
		}
		if n == 0 && cjk.Measure(title).Runes < shortestLink {
			return // the words of a menu
		}
		r.art.Related = append(r.art.Related, article.RelatedLink{Ordinal: n, Title: title, Group: group})
	}
}

// readNotice joins the lines of one notice.
func (r *textReader) readNotice() {
	var lines []string
	for ; r.i < len(r.lines); r.i++ {
		if r.kind().kind != kindNotice || len(lines) > 0 && r.lines[r.i].blank > 0 {
			break
		}
		lines = append(lines, r.lines[r.i].text)
	}
	r.art.Notices = append(r.art.Notices, strings.Join(lines, "\n"))
}

func (r *textReader) verdict() error {
	x := r.x
	runes := 0
	for i := range r.art.Body {
		runes += cjk.Measure(r.art.Body[i].Text).Runes
	}
	x.res.Confidence = min(float64(runes)/(shortBody-20), 1)
	if r.art.Title == "" {
		x.res.Confidence *= 0.6
		x.res.problem(CodeTitleMissing, FieldTitle, "")
	}
	if x.res.Confidence < sureEnough {
		x.res.problem(CodeNotArticle, FieldPage, "no running text")
		return &Error{x.opt.URL, "extract", ErrNoArticle}
	}
	if runes < shortBody {
		x.res.problem(CodeBodyShort, FieldBody, "")
	}
	return x.strict()
}
