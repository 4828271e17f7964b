package article

import (
	"slices"
	"sort"
)

// Plain is the text of an article's paragraphs for language processing, with
// the way back from each byte to where it stands in the article.
type Plain struct {
	// Text holds the paragraphs, parted by one LF each.
	Text string
	// Pieces say where the paragraphs stand, in order.
	Pieces []Piece
}

// Piece is one paragraph of a [Plain] text: Plain.Text[Start:End] is the Text
// of block number Block of the article's Body.
type Piece struct{ Start, End, Block int }

// Plain returns the text of the canonical form of a. Blocks of other types than
// [Paragraph] are left out; piece numbers are those of a.Project(JSON).Body.
func (a *Article) Plain() Plain {
	return plainOf(a.Project(JSON).Body)
}

func plainOf(body []Block) Plain {
	var p Plain
	var text []byte
	for i := range body {
		if body[i].Type != Paragraph {
			continue
		}
		if len(p.Pieces) > 0 {
			text = append(text, '\n')
		}
		start := len(text)
		text = append(text, body[i].Text...)
		p.Pieces = append(p.Pieces, Piece{Start: start, End: len(text), Block: i})
	}
	p.Text = string(text)
	return p
}

// At returns where the byte at offset of p.Text stands: the number of its block
// and the byte offset within that block's text. The LF between two paragraphs,
// and an offset outside of the text, stand nowhere: ok is false.
func (p Plain) At(offset int) (block, within int, ok bool) {
	i := sort.Search(len(p.Pieces), func(i int) bool { return p.Pieces[i].End > offset })
	if i == len(p.Pieces) || offset < p.Pieces[i].Start {
		return 0, 0, false
	}
	return p.Pieces[i].Block, offset - p.Pieces[i].Start, true
}

// SpansAt returns the spans of b around the byte at offset within its text,
// outermost first.
func (b *Block) SpansAt(offset int) []Span {
	var around []Span
	for _, s := range b.Spans {
		if s.Start <= offset && offset < s.End {
			around = append(around, s)
		}
	}
	return slices.Clip(around)
}
