package parse

import (
	"errors"
	"strings"

	"github.com/zhnews/zhnews/internal/dom"
)

var (
	// ErrNoArticle is returned by [HTML], [Text] and [Document] for a page that
	// is no article: a home, channel or search page, a login wall, an error
	// page. The Result says in its Problems why.
	ErrNoArticle = errors.New("no article on the page")
	// ErrEmpty is returned for input of no bytes, or of white space alone.
	ErrEmpty = errors.New("empty input")
	// ErrTooLarge is returned for input of more than Options.MaxBytes bytes, and
	// for a page whose first [MaxNodes] elements and texts hold no article; what
	// they do hold is in the Result. [Document] returns it for any larger tree.
	ErrTooLarge = errors.New("input too large")
	// ErrTooDeep is returned by [Document] for a tree nested deeper than
	// [MaxDepth]. [HTML] never returns it: it flattens such pages.
	ErrTooDeep = errors.New("tree nested too deep")
	// ErrNotText is returned for input that is no text in any charset known. Of
	// a large one the Result may hold no more than that.
	ErrNotText = errors.New("not text")
)

// MaxDepth is the nesting that [Document] accepts.
const MaxDepth = 4096

// MaxNodes is how many elements, texts and comments of a page are read: some
// eight times as many as a page of a megabyte has.
const MaxNodes = dom.MaxNodes

// Error is the error of [HTML], [Text] and [Document].
type Error struct {
	URL   string // Options.URL, "" if none was given
	Stage string // "input", "decode", "markup", "extract" or "strict"
	Err   error
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("parse: ")
	if e.URL != "" {
		b.WriteString(e.URL)
		b.WriteString(": ")
	}
	b.WriteString(e.Stage)
	b.WriteString(": ")
	b.WriteString(e.Err.Error())
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// ProfileError says what is wrong with a file of profiles or phrases.
type ProfileError struct {
	File string // path inside the file system given to [LoadProfiles]
	Key  string // the key, layout or line in it, "" for the whole file
	Err  error
}

func (e *ProfileError) Error() string {
	if e.Key == "" {
		return "parse: " + e.File + ": " + e.Err.Error()
	}
	return "parse: " + e.File + ": " + e.Key + ": " + e.Err.Error()
}

func (e *ProfileError) Unwrap() error { return e.Err }
