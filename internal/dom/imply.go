package dom

import "golang.org/x/net/html/atom"

// The elements that the builder knows by name.
var (
	nameLi       = elements[atom.Li].name
	nameDd       = elements[atom.Dd].name
	nameDt       = elements[atom.Dt].name
	nameOption   = elements[atom.Option].name
	nameP        = elements[atom.P].name
	namePre      = elements[atom.Pre].name
	nameButton   = elements[atom.Button].name
	nameTable    = elements[atom.Table].name
	nameCaption  = elements[atom.Caption].name
	nameTr       = elements[atom.Tr].name
	nameTd       = elements[atom.Td].name
	nameTh       = elements[atom.Th].name
	nameTbody    = elements[atom.Tbody].name
	nameThead    = elements[atom.Thead].name
	nameTfoot    = elements[atom.Tfoot].name
	nameSvg      = elements[atom.Svg].name
	nameMath     = elements[atom.Math].name
	nameTemplate = elements[atom.Template].name
)

// implyEnds closes what a start tag closes without saying so.
func (b *builder) implyEnds(e element) {
	if e.kind&notForeign != 0 && b.inForeign() {
		b.leaveForeign()
	}
	switch e.atom {
	case atom.Li:
		b.close(b.last[nameLi], b.top().list)
	case atom.Dd, atom.Dt:
		b.close(max(b.last[nameDd], b.last[nameDt]), b.top().list)
	case atom.Option, atom.Optgroup:
		b.close(b.last[nameOption], b.top().cell)
	case atom.A, atom.Button, atom.Form, atom.Nobr:
		b.close(b.last[e.name], b.top().cell)
	case atom.Td, atom.Th:
		b.openRow()
	case atom.Tr:
		b.openSection()
	case atom.Tbody, atom.Thead, atom.Tfoot, atom.Caption, atom.Colgroup:
		if t := b.last[nameTable]; t != 0 {
			b.pop(t + 1)
		}
	case atom.Table:
		cell := max(b.last[nameTd], b.last[nameTh], b.last[nameCaption])
		b.close(b.last[nameTable], cell) // a table that follows another without a cell around it
	}
	if e.kind&heading != 0 && b.top().kind&heading != 0 {
		b.pop(int32(len(b.stack) - 1))
	}
	if e.kind&endsParagraph != 0 && !(e.name == nameTable && b.quirks) {
		b.close(b.last[nameP], max(b.top().cell, b.last[nameButton]))
	}
}

// inForeign reports whether an svg or math element is open.
func (b *builder) inForeign() bool { return b.last[nameSvg]|b.last[nameMath] != 0 }

// leaveForeign closes svg and math elements, but for those outside a part of
// them that holds HTML. An svg without an end must not take the page along.
func (b *builder) leaveForeign() {
	border := int32(0)
	for _, a := range integrations {
		border = max(border, b.last[elements[a].name])
	}
	for {
		i := max(b.last[nameSvg], b.last[nameMath])
		if i <= border {
			return
		}
		b.pop(i)
	}
}

// close closes open element i, unless it stands outside a border.
func (b *builder) close(i, border int32) {
	if i > border {
		b.pop(i)
	}
}

// openSection closes what is open inside the innermost part of a table, and
// opens a section if that is the table itself.
func (b *builder) openSection() {
	i := max(b.last[nameTbody], b.last[nameThead], b.last[nameTfoot], b.last[nameTable])
	if i == 0 {
		return
	}
	b.pop(i + 1)
	if b.top().name == nameTable {
		b.open(elements[atom.Tbody], nil)
	}
}

// openRow is openSection for a row.
func (b *builder) openRow() {
	if row := b.last[nameTr]; row > max(b.last[nameTbody], b.last[nameThead], b.last[nameTfoot], b.last[nameTable]) {
		b.pop(row + 1)
		return
	}
	if b.openSection(); b.top().kind&section != 0 {
		b.open(elements[atom.Tr], nil)
	}
}
