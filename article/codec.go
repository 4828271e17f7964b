package article

import (
	"bytes"
	"unicode/utf8"
)

// Append writes the canonical form of a in format f to the end of b, closed by
// one line feed, and returns the extended slice. The bytes depend on nothing
// but a and f. It writes what [Article.Project] keeps; a itself is not changed.
//
// An article that Normalize cannot make valid gives the error of
// [Article.Validate], an f that is no format [ErrFormat]; b comes back as it
// was.
func (a *Article) Append(b []byte, f Format) ([]byte, error) {
	if f > Markdown {
		return b, ErrFormat
	}
	a, err := a.canonical()
	if err != nil {
		return b, err
	}
	switch f {
	case HTML:
		return appendHTML(b, a), nil
	case Text:
		return appendText(b, projectText(a)), nil
	case JSONLD:
		return appendJSONLD(b, projectJSONLD(a)), nil
	case Markdown:
		return appendMarkdown(b, a), nil
	}
	return append(appendJSON(b, a), '\n'), nil
}

// Parse reads what Append wrote. It accepts nothing else, but for white space
// and the order of keys in JSON and JSON-LD: a document is either the exact
// form of a valid article or a [*SyntaxError], and [Markdown] is [ErrFormat].
//
// JSON and JSON-LD are read by one rule for the future: fields may be added to
// the model, and none is ever renamed or given another type. A reader that
// meets an unknown field reads on, and if that is all that is wrong, Parse
// returns the article without the field, together with a SyntaxError that is
// [ErrField]; after any other error the article is nil.
//
// The text form is read here if it is exactly canonical; parse.Text reads that
// and whatever else people scrape.
func Parse(b []byte, f Format) (*Article, error) {
	switch f {
	case JSON:
		return parseJSON(b)
	case HTML:
		return parseHTML(b)
	case Text:
		return parseText(b)
	case JSONLD:
		return parseJSONLD(b)
	}
	return nil, &SyntaxError{Format: f, Line: 1, Err: &FieldError{Err: ErrFormat}}
}

// Project returns the canonical form of a with only what format f carries. It
// shares nothing with a but strings.
//
//   - [JSON], [HTML] and [Markdown] carry everything.
//   - [Text] carries Title, Published, Source.Name, Subtitle, Body, Related,
//     Notices and Credits; [JSONLD] carries what schema.org has a property for:
//     both as the package comment says in detail.
//
// What an invalid value cannot be brought to stays as it is; Append refuses it.
func (a *Article) Project(f Format) *Article {
	c := a.clone()
	c.Normalize()
	switch f {
	case Text:
		return projectText(c)
	case JSONLD:
		return projectJSONLD(c)
	}
	return c
}

// canonical returns a itself if it is valid, else its canonical form, else the
// error that says what is still wrong with that.
func (a *Article) canonical() (*Article, error) {
	if a.firstDefect() == nil {
		return a, nil
	}
	c := a.clone()
	c.Normalize()
	return c, c.Validate()
}

// syntaxError gives the error for an offset its line.
func syntaxError(f Format, b []byte, offset int, err error) *SyntaxError {
	offset = min(offset, len(b))
	return &SyntaxError{Format: f, Line: 1 + bytes.Count(b[:offset], []byte{'\n'}), Offset: offset, Err: err}
}

// checkUTF8 reports the first byte that is not UTF-8.
func checkUTF8(f Format, b []byte) error {
	if utf8.Valid(b) {
		return nil
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return syntaxError(f, b, i, &FieldError{Value: string(b[i : i+1]), Err: ErrUTF8})
		}
		i += n
	}
}

// exact returns a if it is valid and b is its canonical form, else an error at
// the first byte that is not. Where the form is right and only a value is wrong,
// the error is at the first place where that value stands.
func exact(f Format, b []byte, a *Article, write func([]byte, *Article) []byte) (*Article, error) {
	want := write(nil, a)
	defect := a.firstDefect()
	if bytes.Equal(b, want) && defect == nil {
		return a, nil
	}
	if bytes.Equal(b, want) {
		line, _, _ := bytes.Cut([]byte(defect.Value), []byte("\n"))
		return nil, syntaxError(f, b, max(0, bytes.Index(b, line)), defect)
	}
	i := 0
	for i < len(b) && i < len(want) && b[i] == want[i] {
		i++
	}
	switch {
	case i == len(want):
		defect = &FieldError{Err: ErrTrailing}
	case defect == nil:
		defect = &FieldError{Err: ErrSyntax}
	}
	return nil, syntaxError(f, b, i, defect)
}
