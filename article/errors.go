package article

import (
	"errors"
	"fmt"
)

// What can be wrong with a field or a document; match with [errors.Is].
var (
	ErrUTF8     = errors.New("not valid UTF-8")
	ErrControl  = errors.New("character that text cannot hold")                  // control characters, U+FFFE, U+FFFF
	ErrSpace    = errors.New("white space that is layout")                       // at an end, doubled, or a line break out of place
	ErrEmpty    = errors.New("required value is empty")                          // a credit without a name, a list without items
	ErrUnused   = errors.New("field is not used by this type")                   // Src of a paragraph
	ErrUnknown  = errors.New("not one of the defined values")                    // of Role, BlockType, Precision, SpanKind, Format
	ErrRange    = errors.New("out of range")                                     // Level, Header, Ordinal, a span's ends, a year
	ErrBoundary = errors.New("offset is not on a rune boundary")                 // a span's ends
	ErrOverlap  = errors.New("spans overlap, repeat or are out of order")        // within one block
	ErrTime     = errors.New("time does not fit its precision")                  // finer than it says, or missing
	ErrSyntax   = errors.New("malformed document")                               // not the format at all
	ErrField    = errors.New("unknown field")                                    // JSON, JSON-LD
	ErrTwice    = errors.New("field given twice")                                // JSON, JSON-LD
	ErrTrailing = errors.New("data after the end")                               // JSON, JSON-LD, HTML
	ErrFormat   = errors.New("format cannot be read or written by this package") // Parse of Markdown
)

// FieldError is a field whose value breaks the model.
type FieldError struct {
	Field string // path from the article in Go names, e.g. "Body[3].Spans[0].End"
	Value string // the offending value, cut to 64 bytes, "" if it has none
	Err   error  // one of the package's errors
}

// Error gives the path, the value in quotes if there is one, and the reason.
func (e *FieldError) Error() string { return "article: " + e.describe() }

func (e *FieldError) describe() string {
	switch {
	case e.Field == "":
		return e.Err.Error()
	case e.Value == "":
		return fmt.Sprintf("%s: %v", e.Field, e.Err)
	}
	return fmt.Sprintf("%s %q: %v", e.Field, e.Value, e.Err)
}

// Unwrap returns Err.
func (e *FieldError) Unwrap() error { return e.Err }

// SyntaxError is a document that [Parse] refuses.
type SyntaxError struct {
	Format Format
	Line   int   // from 1
	Offset int   // byte offset from 0
	Err    error // a *FieldError, whose Field is "" outside of all fields
}

// Error gives format, position and cause.
func (e *SyntaxError) Error() string {
	cause := fmt.Sprint(e.Err)
	if field, ok := e.Err.(*FieldError); ok {
		cause = field.describe()
	}
	return fmt.Sprintf("article: %v: line %d (byte %d): %s", e.Format, e.Line, e.Offset, cause)
}

// Unwrap returns Err.
func (e *SyntaxError) Unwrap() error { return e.Err }
