package dom

import "golang.org/x/net/html/atom"

func set(atoms ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(atoms))
	for _, a := range atoms {
		m[a] = true
	}
	return m
}

// The element classes of the HTML Standard, section 13.2.6, as far as the
// builder needs them.
var (
	voidElements = set(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen, atom.Frame)

	headElements = set(atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Base, atom.Noscript, atom.Template)

	formatting = set(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
		atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U)

	// inline are the elements whose end tags do not close a block around them.
	inline = set(atom.Span, atom.Label, atom.Abbr, atom.Cite, atom.Q, atom.Ins, atom.Del, atom.Sub, atom.Sup)

	headings = set(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6)

	tableParts = set(atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Colgroup)

	cellScope = set(atom.Td, atom.Th, atom.Table, atom.Caption, atom.Object, atom.Template)

	listScope = set(atom.Ul, atom.Ol, atom.Dl, atom.Td, atom.Th, atom.Table, atom.Caption, atom.Object, atom.Template)

	closesParagraph = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details,
		atom.Dir, atom.Div, atom.Dl, atom.Dd, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Ul, atom.Xmp)
)
