package parse

import (
	"strings"
)

// Confidence promises how often a result like this one is right: headline, time
// and body all three. It is the product of a share for each of them, chosen by
// what the field rests on:
//
//	headline  stated by title element or metas, and shown    0.99
//	          shown alone                                    0.93
//	          stated alone                                   0.90
//	          none                                           0.10
//	time      shown, contradicted by no meta                 0.985
//	          stated alone, contradicted, or none            0.90
//	body      most of its element is running text            0.985
//	          much of its element was left out               0.65
//	          shorter than two lines, hidden or in a script  each × 0.90
//
// The shares were measured on labelled pages and on copies of them without
// classes, metas, headings or title element, and rounded down where the pages
// were ones that the rules were made for. internal/compare/pages prints what is
// promised beside what is kept. An article is promised at least [sureEnough],
// everything else less.
const (
	titleAgreed, titleShown, titleStated, titleNone = 0.99, 0.93, 0.90, 0.10
	timeShown, timeElse                             = 0.985, 0.90
	bodySolid, bodyMixed, bodyOdd                   = 0.985, 0.65, 0.90
)

// promise is the confidence of a result that counts as an article.
func (x *extraction) promise() float64 {
	return max(x.titlePromise()*x.timePromise()*x.bodyPromise(), sureEnough)
}

func (x *extraction) titlePromise() float64 {
	switch {
	case x.art.Title == "":
		return titleNone
	case x.title.line < 0:
		return titleStated
	case x.title.rule == "above" || len(x.metas.statedTitles()) == 0:
		return titleShown
	}
	return titleAgreed
}

func (x *extraction) timePromise() float64 {
	if !x.dated() || x.reported(CodePublishedConflict) || x.reported(CodePublishedModified) {
		return timeElse
	}
	for _, e := range x.res.Provenance {
		if e.Field == FieldPublished && strings.HasPrefix(e.Rule, "meta:") && x.art.Published.Raw == e.Raw {
			return timeElse
		}
	}
	return timeShown
}

// leastPurity is the share of the body's element that is kept as text where most
// of it is.
const leastPurity = 0.6

func (x *extraction) bodyPromise() float64 {
	p := bodySolid
	if x.purity() < leastPurity && x.bodyNode < 0 {
		p = bodyMixed
	}
	if x.bodyRunes() < shortBody {
		p *= bodyOdd
	}
	if x.reported(CodeBodyHidden) || x.reported(CodeBodyScript) {
		p *= bodyOdd
	}
	return p
}

// reported reports whether the result has a problem of the code.
func (x *extraction) reported(code Code) bool {
	for _, p := range x.res.Problems {
		if p.Code == code {
			return true
		}
	}
	return false
}
