package article

import "fmt"

// Format is one of the forms that an article is written in.
type Format uint8

// The formats. [Markdown] is written and not read.
const (
	JSON     Format = iota // the model itself, one line
	HTML                   // a complete page, safe to open
	Text                   // the plain text that people archive
	JSONLD                 // schema.org NewsArticle
	Markdown               // CommonMark with tables and YAML front matter
)

// String returns the lower-case name: json, html, text, jsonld or markdown.
func (f Format) String() string {
	switch f {
	case JSON:
		return "json"
	case HTML:
		return "html"
	case Text:
		return "text"
	case JSONLD:
		return "jsonld"
	case Markdown:
		return "markdown"
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// MarshalText returns what String does, and [ErrUnknown] for a number that is
// no format.
func (f Format) MarshalText() ([]byte, error) {
	if f > Markdown {
		return nil, fmt.Errorf("article: format %d: %w", uint8(f), ErrUnknown)
	}
	return []byte(f.String()), nil
}

// UnmarshalText is the inverse of MarshalText; other text is [ErrUnknown].
func (f *Format) UnmarshalText(text []byte) error {
	for g := JSON; g <= Markdown; g++ {
		if g.String() == string(text) {
			*f = g
			return nil
		}
	}
	return fmt.Errorf("article: format %q: %w", text, ErrUnknown)
}
