package encoding

// A gapOf is a pair of bytes that is not in the text.
type gapOf struct {
	token int // the last one before the gap
	lost  func(lead, trail byte) bool
	limit float32 // costlier truths are not followed
}

// gap reads two bytes for which lost holds, the trail byte of one true
// character and the lead byte of the next, and goes on with each truth that
// they leave. behind is the token that tells the next trail byte.
func (f *search) gap(t *truth, token int, lost func(lead, trail byte) bool, behind *token, next func(*truth)) {
	g := gapOf{token, lost, f.beams[0].least + gapMargin}
	f.cross(t, g, func(mid *truth, trail byte) {
		f.leadsBehind(mid, trail, lost, behind, next)
		f.crossWord(mid, trail, g, behind, next)
		if c := mid.state.last[0]; isDouble(c) && t.state.last[0] != c {
			mid.owed = t.owed
			f.gap(mid, token, lost, behind, next)
		}
	})
}

// leadsBehind goes on with the lead bytes that may be lost behind before: all
// of them, or if the trail byte of the character is there, those that make a
// character that is not too costly, or goes on a word.
func (f *search) leadsBehind(mid *truth, before byte, lost func(lead, trail byte) bool, behind *token, next func(*truth)) {
	trail := byte(0)
	switch behind.kind {
	case wideToken:
		trail = behind.lead
	case queryToken:
		trail = 0xA3
	case tornToken:
		for _, mid.owed = range f.leads(behind.note) {
			if lost(before, mid.owed) {
				next(mid)
			}
		}
		return
	}
	if trail == 0 {
		for mid.owed = 0x81; mid.owed < 0xFF; mid.owed++ {
			if lost(before, mid.owed) {
				next(mid)
			}
		}
		return
	}
	slack := f.beams[1].least + beamMargin - mid.cost() + followBonus
	for _, c := range f.page.ending(trail) {
		if c.cost > slack {
			break
		}
		if mid.owed = c.code; lost(before, c.code) {
			next(mid)
		}
	}
	f.words(mid, func(r, trad rune, lead, end byte) {
		if end == trail && f.page.alone[trad] > slack && lost(before, lead) {
			mid.owed = lead
			next(mid)
		}
	})
}

// cross goes on with each truth that ends in the trail byte of the lost pair.
func (f *search) cross(t *truth, g gapOf, next func(mid *truth, trail byte)) {
	if t.cost() > g.limit {
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
			if mid, ok := f.bridge(t, s, c, g); ok {
				next(&mid, trail)
			}
		}
	}
}

// bridge adds to t a character that the text does not show.
func (f *search) bridge(t *truth, r, trad rune, g gapOf) (mid truth, ok bool) {
	f.job.tried++
	mid = truth{state: f.page.model.extend(&t.state, r, deduced), mass: t.mass}
	mid.extra = t.extra + f.page.unmarked(trad) + f.page.converted(trad)
	if mid.cost() > g.limit {
		return mid, false
	}
	mid.step = f.add(step{prev: t.step, r: r, trad: trad, token: int32(g.token), from: filled})
	return mid, true
}

// split reads a visible character as the halves of two true ones between
// which a pair is lost.
func (f *search) split(t *truth, tok *token) {
	s := *t
	s.owed = tok.lead
	f.gap(&s, f.at, vanishes, &token{kind: wideToken, lead: tok.trail}, func(mid *truth) { f.owe(mid, tok.trail, 0, filled, f.page.seen(tok)) })
}

// crossWord reads a second lost pair behind the first, whose lead byte is
// before: the character between them is lost as a whole, but goes on a word.
func (f *search) crossWord(t *truth, before byte, g gapOf, behind *token, next func(*truth)) {
	f.words(t, func(r, trad rune, lead, trail byte) {
		if !g.lost(before, lead) || !lossy(trail) {
			return
		}
		mid, ok := f.bridge(t, r, trad, g)
		if !ok {
			return
		}
		f.leadsBehind(&mid, trail, vanishes, behind, next)
	})
}

// words yields the characters with which the words that are open may go on,
// and the commas that may stand behind them.
func (f *search) words(t *truth, yield func(r, trad rune, lead, trail byte)) {
	yield('，', '，', 0xA3, 0xAC)
	yield('、', '、', 0xA1, 0xA2)
	for depth, node := range t.state.node {
		if node < 0 {
			continue
		}
		for r := range f.page.words.Children(depth, int(node)) {
			trad := f.page.form(r)
			if lead, trail, ok := f.page.gbk.bytes(trad); ok {
				yield(r, trad, lead, trail)
			}
		}
	}
}

// vanished reads a pair of bytes that left no trace before the token: the
// trail byte of one true character and the lead byte of the next.
func (f *search) vanished(t *truth, tok *token) {
	switch {
	case f.at == 0 || tok.kind == otherToken:
	case tok.kind != queryToken || f.at+1 == len(f.tokens):
		f.gap(t, f.at-1, vanishes, tok, func(mid *truth) { f.owing(mid, tok, filled) })
	case isCutMark(f.tokens[f.at+1].r):
		f.vanishedCut(t)
	}
}

// leads returns the lead bytes of the characters that a note can belong to.
// One token asks for many truths.
func (f *search) leads(note string) []byte {
	if note != f.note {
		f.note, f.noteLeads = note, f.noteLeads[:0]
		for lead := byte(0x81); lead < 0xFF; lead++ {
			if len(f.page.noted[noteKey{lead, note}]) > 0 {
				f.noteLeads = append(f.noteLeads, lead)
			}
		}
	}
	return f.noteLeads
}

// vanishedCut reads such a pair before a character that is cut in two: of
// that one, nothing is left but the place of its trail byte.
func (f *search) vanishedCut(t *truth) {
	g := gapOf{f.at - 1, vanishes, f.beams[0].least + gapMargin}
	f.cross(t, g, func(mid *truth, before byte) {
		f.words(mid, func(r, trad rune, lead, trail byte) {
			if vanishes(before, lead) && trail >= 0x81 {
				f.putCut(mid, trad, f.page.unmarked(trad)+f.page.converted(trad))
			}
		})
	})
}

// unassigned reads '?' as a pair of bytes that decoders know to mean nothing.
func (f *search) unassigned(t *truth) {
	if f.at+1 == len(f.tokens) || f.tokens[f.at+1].kind == queryToken {
		return
	}
	f.gap(t, f.at, f.page.gbk.unassigned, &f.tokens[f.at+1], func(mid *truth) {
		f.at++
		f.beams[0], f.beams[1], f.beams[2] = f.beams[1], f.beams[2], f.beams[0]
		f.owing(mid, &f.tokens[f.at], filled)
		f.at--
		f.beams[0], f.beams[1], f.beams[2] = f.beams[2], f.beams[0], f.beams[1]
	})
}

// isDouble reports whether r is half of a mark: two dashes, six dots.
func isDouble(r rune) bool { return r == '—' || r == '…' }
