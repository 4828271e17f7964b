package article

// Block is one piece of the body. One struct serves all types; the fields that
// a type does not use are zero.
type Block struct {
	Type BlockType `json:"type"`
	// Level is the rank of a [Heading], 2 to 6; the title is rank 1.
	Level int `json:"level,omitempty"`
	// Text is that of a [Paragraph], [Heading] or [Quote], never empty there.
	Text string `json:"text,omitempty"`
	// Spans mark up the Text of a [Paragraph].
	Spans []Span `json:"spans,omitempty"`
	// Src is the address of an [Image], [Video] or [Audio]; of a lazy-loaded
	// image the real one.
	Src string `json:"src,omitempty"`
	// Poster is the still picture of a [Video] or [Audio].
	Poster string `json:"poster,omitempty"`
	// Alt is the replacement text of an [Image].
	Alt string `json:"alt,omitempty"`
	// Caption belongs to an [Image], [Video], [Audio] or [Table].
	Caption string `json:"caption,omitempty"`
	// Credit is who took an [Image], where its caption says so.
	Credit string `json:"credit,omitempty"`
	// Ordered tells a numbered [List] from a bulleted one.
	Ordered bool `json:"ordered,omitempty"`
	// Items are those of a [List]; none is empty.
	Items []string `json:"items,omitempty"`
	// Header is the number of leading header rows of a [Table].
	Header int `json:"header,omitempty"`
	// Rows are the rows of a [Table], each of one or more cells, which may be
	// empty; rows may differ in length.
	Rows [][]string `json:"rows,omitempty"`
}

// BlockType says what a block is. The constants are all its values.
type BlockType string

// The block types, with the fields that each uses.
const (
	Paragraph BlockType = "paragraph" // Text, Spans
	Heading   BlockType = "heading"   // Text, Level
	Image     BlockType = "image"     // Src, Alt, Caption, Credit; at least one of the first three
	Video     BlockType = "video"     // Src, Poster, Caption; at least one
	Audio     BlockType = "audio"     // Src, Poster, Caption; at least one
	List      BlockType = "list"      // Ordered, Items
	Table     BlockType = "table"     // Rows, Header, Caption
	Quote     BlockType = "quote"     // Text
)

// Span marks the bytes [Start, End) of a paragraph's text. Start and End lie on
// rune boundaries and Start < End. The spans of a block are sorted by Start, and
// those that start together by falling End; two of them are apart or one holds
// the other, and no two are the same in Start, End and Kind.
type Span struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  SpanKind `json:"kind"`
	// URL is where a [SpanLink] leads; other kinds have none.
	URL string `json:"url,omitempty"`
}

// SpanKind says what a span means. The constants are all its values.
type SpanKind string

// The kinds of span.
const (
	SpanLink   SpanKind = "link"
	SpanStrong SpanKind = "strong"
	SpanEm     SpanKind = "em"
)

// fields tells which fields of a block its type uses; picture stands for Alt
// and Credit, items for Ordered and Items, rows for Header and Rows.
type fields struct {
	text, spans, level, src, poster, picture, caption, items, rows bool
}

// uses returns the fields of a type, false if there is no such type.
func (t BlockType) uses() (fields, bool) {
	switch t {
	case Paragraph:
		return fields{text: true, spans: true}, true
	case Heading:
		return fields{text: true, level: true}, true
	case Quote:
		return fields{text: true}, true
	case Image:
		return fields{src: true, picture: true, caption: true}, true
	case Video, Audio:
		return fields{src: true, poster: true, caption: true}, true
	case List:
		return fields{items: true}, true
	case Table:
		return fields{rows: true, caption: true}, true
	}
	return fields{}, false
}
