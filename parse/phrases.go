package parse

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
)

// phrases holds the words by which the extractor knows labels, headings and
// notices. They are data: see the files in phrases/.
type phrases struct {
	roles     words[role]
	labels    words[labelKind]
	originals runeSet // what notes of another headline begin with
	starts    *starts
	headings  words[headingKind]
	offers    offers
	steps     words[stepWord]
	linkHeads map[string]bool // labels of a single related link that head no list
	readers   map[string]bool // headings of what readers wrote
	start     words[bool]
	parts     words[bool]
	prompts   words[bool] // rules and requests around comments
	apps      words[bool] // what a prompt to open an app begins with
	lures     words[bool] // what it promises
	threads   words[bool] // what stands at the head of the first post of a thread
	chrome    keyWords
	adverts   map[string]bool // what a link says of itself that is an advertisement
	index     keyWords        // labels of the index table above a document
	noNames   map[string]bool
	surnames  map[string]bool // whether it is a common one
	given     map[string]bool // what names without a surname are made up of
	places    map[string]bool // that papers report from
	outlets   endings         // endings of outlets' names
	desks     endings         // endings of offices' names
	series    endings         // endings of what is printed above the parts of a series
	remarks   endings         // what stands behind an outlet and says how it came by the text
	press     map[string]bool // outlets that no ending tells
	rubrics   map[string]bool // what news of any portal are about
	refusals  []string        // words in the title of a page that is no article
	classes   *classMatcher
	hints     []classHint // until classes is made of them
}

// role is what a byline label stands for.
type role struct {
	roles []article.Role
	form  roleForm
	word  bool // a label that is an ordinary word as well (审核, 视频)
}

type roleForm uint8

const (
	formLabel  roleForm = iota // 编辑：张三
	formPrefix                 // 记者 张三
	formSuffix                 // 张三 摄
)

// labelKind is the field that a label of the info line announces.
type labelKind string

const (
	labelSource     labelKind = "source"
	labelPublished  labelKind = "published"
	labelModified   labelKind = "modified"
	labelWritten    labelKind = "written" // when a document was signed
	labelCounter    labelKind = "counter"
	labelSummary    labelKind = "summary"
	labelKeywords   labelKind = "keywords"
	labelOriginal   labelKind = "original-title"
	labelBreadcrumb labelKind = "breadcrumb"
	labelContact    labelKind = "contact" // of the person named before
)

// headingKind is what a heading after an article announces.
type headingKind string

const (
	headingRelated headingKind = "related"
	headingStop    headingKind = "stop"
)

// phraseFile is a file of phrases/ and how a line of it is read: fields with tabs between
// them.
type phraseFile struct {
	name        string
	least, most int    // how many fields
	fields      string // and what they are, for the error
	read        func(*phrases, []string) error
}

// phraseFiles are the files of phrases/, in the order in which they are read.
var phraseFiles = []phraseFile{
	{"roles.txt", 2, 3, "label, roles and at most a form", (*phrases).addRole},
	{"labels.txt", 2, 2, "field and label", (*phrases).addLabel},
	{"headings.txt", 2, 2, "kind and heading", (*phrases).addHeading},
	{"offers.txt", 2, 2, "part and word", (*phrases).addOffer},
	{"sections.txt", 2, 2, "kind and word", (*phrases).addStepWord},
	{"notices.txt", 2, 2, "kind and phrase", (*phrases).addNotice},
	{"nonames.txt", 1, 1, "one word", (*phrases).addNoName},
	{"surnames.txt", 2, 2, "kind and names", (*phrases).addSurnames},
	{"places.txt", 1, 1, "places", (*phrases).addPlaces},
	{"counties.txt", 1, 1, "places", (*phrases).addPlaces},
	{"classes.txt", 2, 2, "hint and word", (*phrases).addClass},
	{"outlets.txt", 2, 2, "kind and ending", (*phrases).addOutlet},
	{"refusals.txt", 1, 1, "one word", (*phrases).addRefusal},
}

func loadPhrases(fsys fs.FS) (*phrases, error) {
	p := &phrases{
		press: map[string]bool{}, rubrics: map[string]bool{}, noNames: map[string]bool{}, surnames: map[string]bool{}, given: map[string]bool{},
		places: map[string]bool{}, linkHeads: map[string]bool{}, readers: map[string]bool{}, adverts: map[string]bool{},
	}
	for _, f := range phraseFiles {
		if err := p.load(fsys, f); err != nil {
			return nil, err
		}
	}
	for _, r := range noteBrackets {
		p.originals.add(r)
	}
	p.starts = newStarts(timeStarts(), &p.roles.first, &p.labels.first)
	p.classes = newClassMatcher(p.hints)
	return p, nil
}

func (p *phrases) load(fsys fs.FS, pf phraseFile) error {
	name := "phrases/" + pf.name
	f, err := fsys.Open(name)
	if err != nil {
		return &ProfileError{File: name, Err: err}
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := pf.line(p, strings.Split(line, "\t")); err != nil {
			return &ProfileError{File: name, Key: fmt.Sprintf("line %d", n), Err: err}
		}
	}
	if err := sc.Err(); err != nil {
		return &ProfileError{File: name, Err: err}
	}
	return nil
}

// line reads one line that has as many fields as the file asks for.
func (pf phraseFile) line(p *phrases, f []string) error {
	if len(f) < pf.least || len(f) > pf.most {
		return fmt.Errorf("want %s, got %d fields", pf.fields, len(f))
	}
	return pf.read(p, f)
}

func (p *phrases) addRole(f []string) error {
	r := role{}
	for _, name := range strings.Fields(f[1]) {
		if !knownRole(article.Role(name)) {
			return fmt.Errorf("unknown role %q", name)
		}
		r.roles = append(r.roles, article.Role(name))
	}
	if len(f) == 3 {
		switch f[2] {
		case "prefix":
			r.form = formPrefix
		case "suffix":
			r.form = formSuffix
		case "word":
			r.word = true
		default:
			return fmt.Errorf("unknown form %q", f[2])
		}
	}
	return p.roles.add(f[0], r)
}

func (p *phrases) addLabel(f []string) error {
	switch k := labelKind(f[0]); k {
	case labelSource, labelPublished, labelModified, labelWritten, labelCounter, labelSummary, labelKeywords, labelOriginal, labelBreadcrumb, labelContact:
		if r, _ := utf8.DecodeRuneInString(f[1]); k == labelOriginal {
			p.originals.add(r)
		}
		return p.labels.add(f[1], k)
	}
	return fmt.Errorf("unknown field %q", f[0])
}

func (p *phrases) addHeading(f []string) error {
	switch k := headingKind(f[0]); k {
	case headingRelated, headingStop:
		return p.headings.add(f[1], k)
	case "link":
		p.linkHeads[f[1]] = true
		return nil
	case "readers":
		p.readers[f[1]] = true
		return nil
	}
	return fmt.Errorf("unknown kind %q", f[0])
}

func (p *phrases) addOffer(f []string) error {
	switch o := &p.offers; f[0] {
	case "reader":
		return o.readers.add(f[1], true)
	case "maybe":
		return o.maybe.add(f[1], true)
	case "like":
		return o.likes.add(f[1], true)
	case "thing":
		return o.things.add(f[1], true)
	}
	return fmt.Errorf("unknown part %q", f[0])
}

func (p *phrases) addNotice(f []string) error {
	switch f[0] {
	case "start":
		return p.start.add(f[1], true)
	case "part":
		return p.parts.add(f[1], true)
	case "prompt":
		return p.prompts.add(f[1], true)
	case "app":
		return p.apps.add(f[1], true)
	case "lure":
		return p.lures.add(f[1], true)
	case "thread":
		return p.threads.add(f[1], true)
	case "advert":
		p.adverts[f[1]] = true
	case "chrome":
		p.chrome.add(f[1])
	case "index":
		p.index.add(f[1])
	default:
		return fmt.Errorf("unknown kind %q", f[0])
	}
	return nil
}

func (p *phrases) addNoName(f []string) error {
	p.noNames[f[0]] = true
	return nil
}

func (p *phrases) addOutlet(f []string) error {
	switch f[0] {
	case "outlet":
		p.outlets.add(f[1])
	case "name":
		p.press[f[1]] = true
	case "series":
		p.series.add(f[1])
	case "desk":
		p.desks.add(f[1])
	case "remark":
		p.remarks.add(f[1])
	case "rubric":
		p.rubrics[f[1]] = true
	default:
		return fmt.Errorf("unknown kind %q", f[0])
	}
	return nil
}

func (p *phrases) addRefusal(f []string) error {
	p.refusals = append(p.refusals, f[0])
	return nil
}

func (p *phrases) addSurnames(f []string) error {
	for _, s := range strings.Fields(f[1]) {
		switch f[0] {
		case "common", "other":
			p.surnames[s] = p.surnames[s] || f[0] == "common"
		case "given":
			p.given[s] = true
		default:
			return fmt.Errorf("want common or other surnames, or given names, got %q", f[0])
		}
	}
	return nil
}

func (p *phrases) addPlaces(f []string) error {
	for _, s := range strings.Fields(f[0]) {
		p.places[s] = true
	}
	return nil
}

func knownRole(r article.Role) bool {
	switch r {
	case article.RoleAuthor, article.RoleReporter, article.RoleCorrespondent, article.RolePhotographer,
		article.RoleVideographer, article.RoleEditor, article.RoleResponsibleEditor, article.RoleChiefEditor,
		article.RoleProofreader, article.RoleReviewer, article.RoleProducer, article.RoleDesigner,
		article.RoleTranslator, article.RolePresenter, article.RoleIntern, article.RoleOther:
		return true
	}
	return false
}
