package encoding

// A gapOf is a pair of bytes that is not in the text.
type gapOf struct {
	token int // the last one before the gap
	lost  func(lead, trail byte) bool
}

// gap reads two bytes for which g.lost holds, the trail byte of one true
// character and the lead byte of the next, and goes on with each truth that
// they leave.
func (f *search) gap(t *truth, g gapOf, next func(*truth)) {
	limit := f.beams[0].least + gapMargin
	if t.cost() > limit {
		return
	}
	for trail := byte(0xA1); trail < 0xFF; trail++ {
		if !lossy(trail) {
			continue
		}
		c := f.page.gbk.pair(t.owed, trail)
		if c == 0 || !f.page.common(c) {
			continue
		}
		for _, s := range f.page.simple(c) {
			if s == 0 {
				break
			}
			mid, ok := f.bridge(t, s, c, g, limit)
			if !ok {
				continue
			}
			for mid.owed = 0x81; mid.owed < 0xFF; mid.owed++ {
				if g.lost(trail, mid.owed) {
					next(&mid)
				}
			}
			f.gapWord(&mid, trail, g, limit, next)
			if mid.owed = t.owed; isDouble(c) && t.state.last[0] != c {
				f.gap(&mid, g, next)
			}
		}
	}
}

// bridge adds to t a character that the text does not show.
func (f *search) bridge(t *truth, r, trad rune, g gapOf, limit float32) (mid truth, ok bool) {
	mid = truth{state: f.page.model.extend(&t.state, r, deduced), mass: t.mass}
	mid.extra = t.extra + costVanished + f.page.unmarked(trad) + f.page.converted(trad)
	if mid.cost() > limit {
		return mid, false
	}
	mid.step = f.add(step{prev: t.step, r: r, trad: trad, token: int32(g.token), from: filled})
	return mid, true
}

// gapWord reads a second gap behind the first: the character between them is
// lost as a whole, but ends a word that is open.
func (f *search) gapWord(t *truth, before byte, g gapOf, limit float32, next func(*truth)) {
	for depth, node := range t.state.node {
		if node < 0 {
			continue
		}
		for r := range f.page.words.Children(depth, int(node)) {
			trad := f.page.form(r)
			lead, trail, ok := f.page.gbk.bytes(trad)
			if !ok || !g.lost(before, lead) || !lossy(trail) {
				continue
			}
			mid, ok := f.bridge(t, r, trad, g, limit)
			if !ok {
				continue
			}
			for mid.owed = 0x81; mid.owed < 0xFF; mid.owed++ {
				if vanishes(trail, mid.owed) {
					next(&mid)
				}
			}
		}
	}
}

// isDouble reports whether r is half of a mark: two dashes, six dots.
func isDouble(r rune) bool { return r == '—' || r == '…' }
