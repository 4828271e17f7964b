package parse

import (
	"errors"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/encoding"
	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
)

// HTML reads the article out of the bytes of a page. It is safe for concurrent
// use and does not keep src.
//
// The error is an [*Error] around [ErrEmpty], [ErrTooLarge], [ErrNotText] or
// [ErrNoArticle]; the Result is never nil.
func HTML(src []byte, o Options) (*Result, error) {
	res := &Result{Article: &article.Article{}}
	text, err := decode(src, &o, res)
	if err != nil {
		return res, err
	}
	tree, limit := dom.Parse(text)
	defer tree.Release()
	if limit != nil {
		res.problem(CodeTooLarge, FieldPage, limit.Error())
	}
	err = extract(tree, &o, res)
	if limit != nil && errors.Is(err, ErrNoArticle) {
		err = &Error{o.URL, "markup", ErrTooLarge} // it may stand in what was not read
	}
	return res, err
}

// decode turns the bytes of a page into text.
func decode(src []byte, o *Options, res *Result) (string, error) {
	if len(src) == 0 {
		return "", &Error{o.URL, "input", ErrEmpty}
	}
	if limit := o.maxBytes(); limit > 0 && len(src) > limit {
		return "", &Error{o.URL, "input", ErrTooLarge}
	}
	if len(src) >= largePage && notText(src) {
		if res.Charset = encoding.Detect(src, o.hint()); res.Charset.Charset == "" {
			return "", &Error{o.URL, "decode", ErrNotText}
		}
	}
	text, det, rep, err := encoding.Decode(src, encoding.Options{Mode: encoding.Guess, Hint: o.hint()})
	res.Charset, res.Decoded = det, rep
	switch {
	case errors.Is(err, encoding.ErrUndetected), err == nil && notText(text):
		return "", &Error{o.URL, "decode", ErrNotText}
	case err != nil:
		return "", &Error{o.URL, "decode", err}
	case strings.TrimSpace(text) == "":
		return "", &Error{o.URL, "input", ErrEmpty}
	}
	reportCharset(o, res)
	if !o.NoRepair {
		text, res.Repairs = encoding.Repair(text, o.repair())
		if n := len(res.Repairs.Damage); n > 0 {
			res.problem(CodeTextDamage, FieldPage, strconv.Itoa(n)+" damaged places left")
		}
	}
	return text, nil
}

// largePage is the size in bytes of a page of which parts are looked at before
// all of it is decoded: a file of noise has a damage for every other byte.
const largePage = 1 << 20

// notText reports whether a text is full of what no text holds: control
// characters and bytes that stand for nothing. Of a long text it looks at parts.
func notText[T string | []byte](text T) bool {
	bad, all := 0, 0
	for step := max(len(text)/textParts, textPart); ; text = text[step:] {
		for part := string(text[:min(len(text), textPart)]); part != ""; {
			n := printable(part)
			if all, part = all+n, part[n:]; part == "" {
				break
			}
			r, w := utf8.DecodeRuneInString(part)
			if all++; r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' {
				bad++
			}
			part = part[w:]
		}
		if len(text) <= step {
			return bad*5 > all
		}
	}
}

// notText looks at so many parts of so many bytes.
const textParts, textPart = 16, 128

// printable returns how many characters of ASCII that print s begins with.
func printable(s string) (n int) {
	for n < len(s) && s[n] >= ' ' && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}

// reportCharset turns what is odd about the bytes into problems.
func reportCharset(o *Options, res *Result) {
	det := res.Charset
	if label := charsetParam(o.ContentType); label != "" {
		if _, ok := encoding.Lookup(label); !ok {
			res.problem(CodeCharsetUnknown, FieldPage, label)
		}
	}
	if _, known := encoding.Lookup(string(det.Declared)); det.Declared != "" && !known {
		res.problem(CodeCharsetUnknown, FieldPage, string(det.Declared))
	} else if det.Declared != "" && family(det.Declared) != family(det.Charset) {
		res.problem(CodeCharsetMismatch, FieldPage, string(det.Declared)+" declared, "+string(det.Charset)+" found")
	}
	if n := len(res.Decoded.Damage); n > 0 {
		res.problem(CodeCharsetDamage, FieldPage, strconv.Itoa(n)+" damaged places")
	}
}

// charsetParam returns the charset of a Content-Type header.
func charsetParam(header string) string {
	_, after, ok := strings.Cut(strings.ToLower(header), "charset=")
	if !ok {
		return ""
	}
	label, _, _ := strings.Cut(after, ";")
	return strings.Trim(label, "\"' \t")
}

// family makes one of the charsets that a page in the smaller of them fits.
func family(c encoding.Charset) encoding.Charset {
	if c == encoding.GBK {
		return encoding.GB18030
	}
	return c
}

// extraction is the work on one page.
type extraction struct {
	opt   *Options
	phr   *phrases
	clock clockwork
	res   *Result
	art   *article.Article

	tree  *dom.Tree
	metas *metas
	base  *url.URL

	*liner
	memory  *memory // what all readings of the page use
	scratch *scratch

	before *extraction // the reading before this one, if that is to be bettered

	hints               []hint
	topics              []topic
	silent              []bool   // lines that are no text of an article, nil if none
	records             []region // lists of comments and of other stories
	onlyRecords         bool     // there is hardly any text besides such lists
	sumContent, sumCost []float64

	scriptSources []string // of the scripts, once they were asked for
	haveScripts   bool

	profile  *profile
	layout   *layout
	index    *dom.Index // of the profile's selectors
	bodyNode int32      // the element that the profile names as body, -1 if none

	title    headline
	titleKey string
	home     string // the title element less the headline
	homeKey  string // its comparison key
	body     region
	bodyEnd  int // one past the last line that may belong to the body
	readings []reading
	scanned  []field   // what the last line was read into
	places   []place   // of the same line
	infos    int       // info lines so far
	named    int       // people named in all lines so far
	keep     []bool    // lines of the body
	rest     []float64 // running text of the body from each of its lines on
	dropped  []bool    // lines of parts inside the body that are none of it
	cut      []int32   // the lists and tables among those parts, apart and in order
	textFrom int       // the first kept line
	textEnd  int       // the last kept line
	textNode int32     // the element around all kept lines
	dress    *dress    // how the body sets its captions

	signedLine *line // the last one of which was asked whether it is signed
	isSigned   bool

	captions []bool // lines that became captions
	tables   map[int32]bool

	dateShown   bool                  // a time of publication stands in the head of the page
	scriptLinks []article.RelatedLink // related links of the script that holds the article
}

// extract fills res from a numbered tree.
func extract(t *dom.Tree, o *Options, res *Result) error {
	x := newExtraction(t, o, res)
	defer x.memory.release()
	return x.run()
}

func newExtraction(t *dom.Tree, o *Options, res *Result) *extraction {
	return &extraction{opt: o, phr: o.profiles().phrases, clock: o.clock(), res: res, art: res.Article, tree: t, memory: &memory{}}
}

// run is the pipeline: facts first, then title and body, then what stands
// around them. A page that shows no article is read again: from its scripts,
// then with what its styles hide.
func (x *extraction) run() error {
	x.metas = readMetas(x.tree)
	x.art.URL, x.base = x.metas.address(x.opt.URL)
	x.bodyNode = -1
	x.useProfile()
	x.attempt(skipHidden)
	if x.confidence() < sureEnough {
		x.retry()
	}
	return x.verdict()
}

// attempt reads the page once.
func (x *extraction) attempt(hidden hiddenText) {
	x.scratch = x.memory.take()
	x.liner = cutLines(x.tree, 0, hidden, x.scratch)
	x.scanned, x.places = x.scratch.scanned, x.scratch.places
	x.scratch.parted = zeroed(x.scratch.parted, len(x.lines))
	x.lineHints()
	x.choose()
	if x.body.node >= 0 && !x.foundBefore() {
		x.fill()
	}
	x.scratch.scanned, x.scratch.places = x.scanned, x.places
}

// retry takes the article from where the page does not show it, if there is a
// better one.
func (x *extraction) retry() {
	shown := *x
	if y := x.fromScripts(); y != nil {
		if x.replace(y, skipHidden); x.confidence() >= sureEnough {
			x.res.problem(CodeBodyScript, FieldBody, "")
			return
		}
		*x = shown
		x.res.Article = x.art
	}
	if x.unseen < enoughUnseen {
		return
	}
	y := newExtraction(x.tree, x.opt, x.res)
	y.metas, y.base, y.bodyNode, y.profile, y.layout, y.index = x.metas, x.base, x.bodyNode, x.profile, x.layout, x.index
	y.before = &shown
	if x.replace(y, showHidden); x.confidence() >= sureEnough {
		x.res.problem(CodeBodyHidden, FieldBody, "")
		return
	}
	*x = shown
	x.res.Article = x.art
}

// foundBefore reports whether the reading before found the same headline and body,
// so that this one can say no more.
func (x *extraction) foundBefore() bool {
	b := x.before
	return b != nil && b.body.node == x.body.node && b.body.to-b.body.from == x.body.to-x.body.from && b.title.text == x.title.text
}

// replace reads y into an article of its own and makes it this extraction.
func (x *extraction) replace(y *extraction, hidden hiddenText) {
	y.art = &article.Article{URL: x.art.URL}
	y.memory = x.memory
	y.res.Article = y.art
	y.attempt(hidden)
	*x = *y
}

// choose finds title and body.
func (x *extraction) choose() {
	x.title = x.findTitle()
	x.profileTitle()
	x.body = x.findBody()
	if x.bodyNode >= 0 {
		x.profileBody()
	}
	if x.body.node >= 0 {
		x.reviseTitle()
	} else if x.title.line < 0 {
		x.title = x.statedTitle(x.metas.statedTitles())
	}
	x.joinTitle()
	x.splitTitle()
	x.title.text = cjk.Trim(strings.TrimLeft(x.title.text, "》>»›•·■◆▶►★"))
	x.titleKey = cjk.Key(x.title.text)
	x.home = prefixBytes(strings.Replace(x.metas.docTitle, x.title.text, "", 1), longestTitle)
	x.homeKey = cjk.Key(x.home)
	x.art.Title = x.title.text
	x.res.evidence(FieldTitle, x.title.rule, x.title.text)
}

// fill reads the fields around a body that was found.
func (x *extraction) fill() {
	x.readLines()
	x.cleanBody()
	x.dropLast()
	s := &shown{pubLine: -1}
	x.profileDecks()
	x.decks()
	x.leadSummary(s)
	x.tailRoles()
	x.loneNames(s)
	x.art.Body = x.buildBody()
	x.gather(s)
	x.profileFields(s)
	x.art.Section = x.section()
	if name, rule := x.site(); name != "" {
		x.art.Site = name
		x.res.evidence(FieldSite, rule, name)
	}
	x.settle(s)
	x.art.Related = x.relatedLinks()
	x.art.Next = x.nextPages()
	x.art.Notices = x.notices()
	x.art.Language = language(x.art)
}
