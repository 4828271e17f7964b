package parse

import (
	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/encoding"
)

// Result is what a page gave. It comes with an error too: it then holds what
// was found out before.
type Result struct {
	// Article is never nil when the error is nil.
	Article *article.Article
	// Charset is how the bytes were read.
	Charset encoding.Detection
	// Decoded is what decoding met: damage and fragments in another charset, by
	// byte offset in the source.
	Decoded encoding.Report
	// Repairs are the edits that undid damage to the text, by byte offset in
	// the decoded text, and what was left of it.
	Repairs encoding.Report
	// Profile is the name of the portal profile that was used, "" if none.
	Profile string
	// Problems are the defects of the result, in the order they were met: of each
	// code the first hundred, and none twice.
	Problems []Problem
	// Provenance says for each field where it came from.
	Provenance []Evidence
	// Confidence is 0.5 or more for an article: how often headline, time and body
	// are all right in results that rest on the same evidence. Below, it says how
	// much the page looked like an article all the same.
	Confidence float64
}

// Field names a field of the article by its JSON name.
type Field string

// The fields that evidence and problems speak of.
const (
	FieldPage      Field = "page"
	FieldURL       Field = "url"
	FieldSite      Field = "site"
	FieldSection   Field = "section"
	FieldKicker    Field = "kicker"
	FieldTitle     Field = "title"
	FieldSubtitle  Field = "subtitle"
	FieldPublished Field = "published"
	FieldModified  Field = "modified"
	FieldSource    Field = "source"
	FieldCredits   Field = "credits"
	FieldSummary   Field = "summary"
	FieldBody      Field = "body"
	FieldRelated   Field = "related"
	FieldKeywords  Field = "keywords"
	FieldNotices   Field = "notices"
	FieldNext      Field = "next"
)

// Evidence says where a field came from.
type Evidence struct {
	Field Field
	// Rule is the rule that found it: "line", "meta:pubdate", "ld:headline",
	// "profile:people:title[0]".
	Rule string
	// Raw is what the rule saw, before it was cleaned.
	Raw string
}

// Problem is a defect of a usable result.
type Problem struct {
	Code   Code   `json:"code"`
	Field  Field  `json:"field"`
	Detail string `json:"detail,omitempty"` // for people; not stable
}

// Code is the kind of a problem. Codes are stable.
type Code string

// The codes of problems.
const (
	CodeCharsetUnknown    Code = "charset.unknown-label"   // the page or header names a charset that nobody knows
	CodeCharsetMismatch   Code = "charset.mismatch"        // the declared charset is not the one the bytes are in
	CodeCharsetDamage     Code = "charset.damage"          // bytes that no character came from
	CodeTextDamage        Code = "text.damage"             // damage to the text that repair saw and left, see Result.Repairs
	CodeTooLarge          Code = "page.too-large"          // only the first part of the page, of its info lines or of the people it names was read
	CodeNotArticle        Code = "page.not-article"        // why the page is no article
	CodeURLInvalid        Code = "url.invalid"             // an address that cannot be resolved; its text is in the detail
	CodeURLRelative       Code = "url.relative"            // relative addresses stay as printed: no base is known
	CodeTitleMissing      Code = "title.missing"           // no headline
	CodeTitleFromMeta     Code = "title.from-meta"         // the page shows no headline; a meta gave it
	CodePublishedMissing  Code = "published.missing"       // no time of publication
	CodePublishedConflict Code = "published.conflict"      // the page shows one day, its metas state another
	CodePublishedModified Code = "published.from-modified" // the only time shown is that of the last update
	CodeTimeImpossible    Code = "time.impossible"         // written like a date, but there is no such day
	CodeTimeVague         Code = "time.vague"              // relative or without a year, and no reference time
	CodeSourceConflict    Code = "source.conflict"         // two different sources
	CodeBodyShort         Code = "body.short"              // hardly any text
	CodeBodyHidden        Code = "body.hidden"             // the text stands where the page hides it from readers
	CodeBodyScript        Code = "body.script"             // the text stood only in a script
	CodeProfileMiss       Code = "profile.miss"            // the portal is known, but none of its layouts fits
)

// mostProblems is how many problems of one code are told.
const mostProblems = 100

func (r *Result) problem(code Code, field Field, detail string) {
	same := 0
	for _, p := range r.Problems {
		if p.Code != code {
			continue
		}
		if same++; same == mostProblems || p.Field == field && p.Detail == detail {
			return
		}
	}
	r.Problems = append(r.Problems, Problem{code, field, detail})
}

// usualEvidence is how much most pages give at most.
const usualEvidence = 16

func (r *Result) evidence(field Field, rule, raw string) {
	if r.Provenance == nil {
		r.Provenance = make([]Evidence, 0, usualEvidence)
	}
	r.Provenance = append(r.Provenance, Evidence{field, rule, raw})
}
