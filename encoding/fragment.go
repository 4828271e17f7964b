package encoding

// A page in one charset may hold text nodes in another: an advertisement, a
// quoted title, a template. Such a node is found by its form, then by price.
const (
	fragmentBytes  = 6        // bytes above 0x7f that a node must have to be judged
	fragmentMargin = 14 * nat // by how much the other charset must be cheaper
	rareUnits      = 3        // rare characters from which a page is looked at
	rareShare      = 10       // such bytes of a node for each, so that it is looked at
)

// fragments returns the text nodes of src, from the offset start on, that are
// in another charset than main, which is UTF-8, GB18030 or Big5.
func fragments(src []byte, start int, main Charset) []Fragment {
	var found []Fragment
	for {
		start += asciiPrefix(src[start:])
		if start == len(src) {
			return found
		}
		end := start + nodeLen(src[start:])
		if c := fragmentCharset(src[start:end], main); c != "" {
			found = append(found, Fragment{Offset: start, Len: end - start, Charset: c})
		}
		start = end
	}
}

// nodeLen returns the length of the text at the start of b up to markup or the
// end of the line. No character of a charset here has these bytes in it.
func nodeLen(b []byte) int {
	for i, c := range b {
		if c == '<' || c == '>' || c == '\n' {
			return i
		}
	}
	return len(b)
}

// fragmentCharset returns the charset of the node if it is not main.
func fragmentCharset(node []byte, main Charset) Charset {
	high := 0
	for _, b := range node {
		high += int(b >> 7)
	}
	if high < fragmentBytes || !strange(node, high, main) {
		return ""
	}
	best, least := Charset(""), 0
	for _, c := range []Charset{UTF8, GB18030, Big5} {
		if c == main || !wellFormed(node, c) {
			continue
		}
		if least == 0 {
			least = chineseCostOf(node, main) - fragmentMargin
		}
		if cost := chineseCostOf(node, c); cost < least {
			best, least = c, cost
		}
	}
	return best
}

// strange is a quick test: in main, a node with so many high bytes has damage, or
// a good part of it is rare characters.
func strange(node []byte, high int, main Charset) bool {
	o := newOutput()
	defer o.free()
	o.strict = true
	decoderOf(main)(o, node, wholeInput)
	return o.bads > 0 || o.rare*rareShare >= high
}

func wellFormed(node []byte, c Charset) bool {
	o := newOutput()
	defer o.free()
	o.strict = true
	decoderOf(c)(o, node, wholeInput)
	return o.bads == 0
}

// chineseCostOf is what the cheapest Chinese hypothesis in c pays for node.
func chineseCostOf(node []byte, c Charset) int {
	switch c {
	case GB18030:
		return min(gbSimplified().score(node), gbTraditional().score(node))
	case Big5:
		return big5Traditional().score(node)
	}
	return chinesePlane().scoreUTF8(node)
}

// decodeParts decodes src in main from the offset at on, but for the fragments.
func decodeParts(o *output, src []byte, at int, main Charset, list []Fragment) {
	decode := func(c Charset, from, to int) {
		o.base = from
		decoderOf(c)(o, src[from:to], wholeInput)
	}
	for _, f := range list {
		decode(main, at, f.Offset)
		at = f.Offset + f.Len
		decode(f.Charset, f.Offset, at)
	}
	decode(main, at, len(src))
}
