package encoding

import "math"

// step reads the token at hand in all ways that fit t.
func (f *search) step(t *truth, gaps bool) {
	tok := &f.tokens[f.at]
	if t.owed == 0 {
		f.aligned(t, tok, gaps)
		return
	}
	f.owing(t, tok, shifted)
	if gaps {
		f.vanished(t, tok)
	}
}

// aligned reads a token at the border of two true characters.
func (f *search) aligned(t *truth, tok *token, gaps bool) {
	switch tok.kind {
	case wideToken:
		f.put(t, tok.r, visible, 0, 0, f.page.seen(tok))
		if gaps && f.strange(tok) {
			f.split(t, tok)
		}
	case asciiToken, otherToken:
		f.put(t, tok.r, visible, 0, 0, 0)
	case queryToken:
		f.put(t, '?', visible, 0, 0, 0)
		if f.at+1 < len(f.tokens) && isCutMark(f.tokens[f.at+1].r) {
			f.cutAligned(t)
			if gaps {
				f.whole(t)
			}
		}
	case tornToken:
		f.torn(t, tok)
	}
}

// strange reports whether a character is rarer than any that is guessed.
func (f *search) strange(tok *token) bool {
	return tok.kind == wideToken && tok.note == "" && tok.r >= 0x4E00 && tok.r <= 0x9FFF && !f.page.common(tok.r)
}

// torn reads "?py)" behind a visible character: the swallowed byte is the
// lead byte of a true character, and together with the trail byte before it
// is a character that is read py.
func (f *search) torn(t *truth, tok *token) {
	n := len(f.beams[1].truths)
	if trail := f.lastTrail(t); trail != 0 {
		for _, c := range f.page.trails(trail, tok.note) {
			f.hold(t, c, shifted, 1, 0)
		}
	}
	if len(f.beams[1].truths) == n { // not of the cloak: leave it as it is
		f.put(t, '?', visible, 0, 0, 3*costStrange)
	}
}

// lastTrail returns the trail byte of the true character before the token at
// hand, 0 if it had none.
func (f *search) lastTrail(t *truth) byte {
	switch {
	case t.step >= 0:
		return f.page.trail(f.steps[t.step].trad)
	case f.at > 0:
		return f.page.trail(f.tokens[f.at-1].r)
	}
	return 0
}

// trail returns the trail byte of r, which may have been narrowed.
func (p *cloakPage) trail(r rune) byte {
	if r > ' ' && r < 0x7F {
		return byte(r) + 0x80
	}
	_, trail, _ := p.gbk.bytes(r)
	return trail
}

// marks that the second family cuts at.
func isCutMark(r rune) bool {
	switch r {
	case '，', '！', '？', '；', '、', '。', ',', '!', '?', ';':
		return true
	}
	return false
}

// wideMark returns the bytes of a mark, narrowed or not.
func (f *search) wideMark(r rune) (lead, trail byte) {
	if r < 0x80 {
		return 0xA3, byte(r) + 0x80
	}
	lead, trail, _ = f.page.gbk.bytes(r)
	return lead, trail
}

// cutAligned reads '?' and a mark as the torn bytes of a true character whose
// trail byte and the byte behind it look like that mark.
func (f *search) cutAligned(t *truth) {
	first, second := f.wideMark(f.tokens[f.at+1].r)
	for lead := byte(0x81); lead < 0xFF; lead++ {
		if c := f.page.gbk.pair(lead, first); c != 0 && f.page.common(c) {
			f.put(t, c, filled, second, 1, costCutQuery+f.page.unmarked(c))
		}
	}
}

// whole reads '?' before a mark as a character of which no byte is left, since
// the text was cut more than once: it goes on a word.
func (f *search) whole(t *truth) {
	ahead := 0
	if f.tokens[f.at+1].r == '?' { // one for each byte
		if ahead++; f.at+2 == len(f.tokens) || !isCutMark(f.tokens[f.at+2].r) {
			return
		}
	}
	f.words(t, func(_, trad rune, _, _ byte) { f.put(t, trad, filled, 0, ahead, costWhole) })
}

// owing reads a token whose first byte ends a true character; from tells
// how the byte that t owes is known.
func (f *search) owing(t *truth, tok *token, from source) {
	switch tok.kind {
	case wideToken:
		f.owingWide(t, tok, from)
	case asciiToken:
		if !tok.doubled {
			f.owingASCII(t, tok, from)
		}
	case queryToken:
		f.owe(t, 0xA3, '?'+0x80, from, 0)
		switch {
		case from == shifted && t.cost() <= f.beams[0].least+gapMargin/2:
			f.owingQuery(t)
			if t.cost() <= f.beams[0].least+gapMargin/4 {
				f.unassigned(t)
			}
		case f.at+1 == len(f.tokens) && (t.owed == 0xA1 || t.owed == 0xA3):
			f.owingQuery(t) // a mark at the end of the line
		}
	case tornToken:
		for _, trail := range f.page.trails(t.owed, tok.note) {
			f.put(t, f.page.gbk.pair(t.owed, trail), from, 0, 0, 0)
		}
	}
}

// owe ends the true character that t owes with trail; owed is the next lead.
func (f *search) owe(t *truth, trail, owed byte, from source, extra float32) {
	c := f.page.gbk.pair(t.owed, trail)
	if c == 0 || from == filled && !f.page.common(c) {
		return
	}
	if owed != 0 || f.tokens[f.at].note == "" {
		extra += f.page.unmarked(c)
	}
	f.put(t, c, from, owed, 0, extra+f.page.converted(c))
}

func (f *search) owingWide(t *truth, tok *token, from source) {
	extra := float32(0)
	if tok.note == "" {
		extra = f.page.unmarked(tok.r)
	}
	if tok.trail > 0x80 {
		f.owe(t, tok.lead, tok.trail, from, extra)
		return
	}
	// The trail byte is an ASCII character of the truth.
	n := len(f.beams[1].truths)
	f.owe(t, tok.lead, 0, from, extra)
	for i := n; i < len(f.beams[1].truths); i++ {
		t := &f.beams[1].truths[i]
		t.state = f.page.model.extend(&t.state, rune(tok.trail), deduced)
		t.step = f.add(step{prev: t.step, r: rune(tok.trail), trad: rune(tok.trail), token: int32(f.at), from: from})
	}
}

func (f *search) owingASCII(t *truth, tok *token, from source) {
	if tok.note == "" {
		switch {
		case tok.lead == ' ':
			f.owe(t, 0xA1, 0xA1, from, 0)
		case tok.lead == '~':
			f.owe(t, 0xA1, 0xAB, from, 0)
		case tok.lead > ' ' && tok.lead < 0x7F:
			f.owe(t, 0xA3, tok.lead+0x80, from, 0)
		}
	}
	if tok.lead >= 0x40 && (tok.note == "" || f.page.reads(f.page.gbk.pair(t.owed, tok.lead), tok.note)) {
		f.owe(t, tok.lead, 0, from, 0)
	}
}

// owingQuery reads '?' as a trail byte that found no partner: it stood before
// a cut, at the end of the line, or took an ASCII character with it.
func (f *search) owingQuery(t *truth) {
	if c := f.page.gbk.pair(t.owed, 0x80); c != 0 && f.page.common(c) {
		f.put(t, c, filled, 0, 0, costLone+f.page.unmarked(c)+f.page.converted(c))
	}
	if f.at+1 == len(f.tokens) {
		for _, c := range f.page.beginning(t.owed) {
			extra := f.page.unmarked(c.char) + f.page.converted(c.char)
			if opensMore(c.char) {
				extra += costOpenEnd
			}
			f.put(t, c.char, filled, 0, 0, extra)
		}
		return
	}
	f.guesses(t, func(c rune) { f.putQuery(t, c) })
}

// opensMore reports whether a line hardly ends in c.
func opensMore(c rune) bool {
	return (isMark(c) || c == '\u3000') && c != '。' && c != '！' && c != '？' && c != '”'
}

// guesses yields the characters that begin with the byte that t owes and are
// not too costly, or go on a word.
func (f *search) guesses(t *truth, yield func(c rune)) {
	slack := max(f.beams[1].least, f.beams[2].least) + beamMargin - t.cost() + followBonus
	for _, c := range f.page.beginning(t.owed) {
		if c.cost > slack {
			break
		}
		yield(c.char)
	}
	f.words(t, func(_, trad rune, lead, trail byte) {
		if lead == t.owed && trail >= 0x81 && f.page.alone[trad] > slack && f.page.common(trad) {
			yield(trad)
		}
	})
}

// putQuery ends a true character in '?': an ASCII character was lost with it,
// or it stood before a cut.
func (f *search) putQuery(t *truth, c rune) {
	extra := f.page.unmarked(c) + f.page.converted(c)
	n := len(f.beams[1].truths)
	f.put(t, c, filled, 0, 0, extra+costLostASCII+costCutQuery)
	f.markLost(n)
	if isCutMark(f.tokens[f.at+1].r) {
		f.putCut(t, c, extra)
	}
}

// markLost adds a step for a swallowed ASCII character to the truths from n on
// of the beam behind the token at hand.
func (f *search) markLost(n int) {
	digit := f.at+1 < len(f.tokens) && f.besideDigit(f.tokens[f.at+1].r)
	for i := n; i < len(f.beams[1].truths); i++ {
		t := &f.beams[1].truths[i]
		if digit {
			t.state = f.page.model.extend(&t.state, '0', deduced)
			t.extra += costLostDigit - costLostASCII
		}
		t.step = f.add(step{prev: t.step, r: '?', trad: '?', token: int32(f.at), from: lostChar})
	}
}

// besideDigit reports whether r stands behind digits as a rule.
func (f *search) besideDigit(r rune) bool {
	return r >= '0' && r <= '9' || r == '%' || r == '.' || isUnit(f.page.simplified(r))
}

// putCut ends a true character before a cut: the mark behind it is aligned.
func (f *search) putCut(t *truth, c rune, extra float32) {
	saved := f.beams[2]
	f.beams[2] = beam{truths: f.ended[:0], least: math.MaxFloat32}
	f.putAt(t, c, filled, 0, 0, 2, extra)
	ended := f.beams[2].truths
	f.ended, f.beams[2] = ended, saved
	lead, trail := f.wideMark(f.tokens[f.at+1].r)
	for i := range ended {
		f.put(&ended[i], f.page.gbk.pair(lead, trail), shifted, 0, 1, 0)
	}
}

// trim adds, behind a mark, truths whose next byte A1 was trimmed off.
func (f *search) trim() {
	if f.at == 0 || f.at >= len(f.tokens) || !isTrimMark(f.tokens[f.at-1].r) {
		return
	}
	for _, t := range f.beams[0].truths {
		if t.owed == 0 && !t.trim {
			n := t
			n.owed, n.trim, n.extra = 0xA1, true, t.extra+costTrimmed
			n.step = f.add(step{prev: t.step, token: int32(f.at - 1), from: filled})
			f.beams[0].add(&n)
		}
	}
}
