package encoding

import (
	"strings"
	"unicode/utf8"
)

// apply writes the edits of a reading, or leaves it and reports the damage.
func (c *cloakRepair) apply(at int, r reading) int {
	damaged := false
	for _, s := range r.steps {
		damaged = damaged || s.from != visible
	}
	if damaged && r.cost > maxPerChar*float32(len(r.steps))+maxExcess {
		c.leave(at, r.next)
		c.context = [pageGram]rune{}
		return r.next
	}
	if damaged && c.verdict != notedCloak {
		if r.confidence >= surePage && c.asSeen(at, r.next) > r.cost+pageMargin {
			c.torn++
		} else if c.verdict == noPage {
			return r.next
		}
	}
	c.write(at, r)
	return r.next
}

// asSeen is the cost in the model of tokens that are not torn.
func (c *cloakRepair) asSeen(from, to int) float32 {
	state := c.state()
	before := state.cost[0]
	for _, t := range c.line[from:to] {
		state = c.model.extend(&state, c.simplified(t.r), seen)
	}
	return state.cost[0] - before
}

// leave reports tokens as damage that stays.
func (c *cloakRepair) leave(from, to int) {
	start, end := c.line[from].start, c.line[to-1].end
	if n := len(c.damage); n > 0 && c.damage[n-1].Offset+c.damage[n-1].Len == start {
		c.damage[n-1].Len += end - start
		return
	}
	c.damage = append(c.damage, Damage{Offset: start, Len: end - start, Text: start})
}

// confidence is the probability that the step is right: its share among all
// that the search has followed. Among several readings of about the same cost
// the truth is often none: measured on damage of known truth, a share below a
// half is right more seldom than it says.
func (s *step) confidence() float64 {
	share := 1 / (1 + s.other)
	return min(share, 4*share*share*share)
}

// confidence is that of the step; a '?' that stands for a character that
// nothing tells is not what was printed.
func (c *cloakRepair) confidence(s step) float64 {
	const unknown = 0.03
	if s.from == lostChar {
		if _, ok := c.swallowed(c.line[s.token].end); !ok {
			return unknown
		}
	}
	return s.confidence()
}

// accept reports whether a step may be made.
func (c *cloakRepair) accept(s step) bool {
	confidence := s.confidence()
	if c.Mode == Strict {
		return s.from < filled && confidence >= sureConfidence
	}
	return confidence >= minConfidence
}

// write turns the steps into edits: one per visible token, one per torn
// stretch of the same kind. Where a step is not accepted, its tokens stay.
func (c *cloakRepair) write(at int, r reading) {
	first := at // token that the open stretch begins with
	for i := 0; i < len(r.steps); {
		s := r.steps[i]
		if s.from == visible && first == int(s.token) {
			c.push(s.r)
			if c.accept(s) {
				c.change(&c.line[s.token], s.r, s.confidence())
			}
			first = int(s.token) + 1
			i++
			continue
		}
		j := c.stretch(r.steps, i)
		c.writeTorn(first, r.steps[i:j])
		first = int(r.steps[j-1].token) + 1
		i = j
	}
}

// stretch returns the end of the torn stretch of steps that begins at i: all
// of its steps are accepted, or none, and the last one ends its token.
func (c *cloakRepair) stretch(steps []step, i int) int {
	for j := i + 1; j < len(steps); j++ {
		if steps[j].token == steps[j-1].token || steps[j].r == 0 || steps[j-1].r == 0 {
			continue
		}
		if steps[j].from == visible || steps[j].from != steps[i].from || c.accept(steps[j]) != c.accept(steps[i]) {
			return j
		}
	}
	return len(steps)
}

func (c *cloakRepair) writeTorn(first int, steps []step) {
	last := int(steps[len(steps)-1].token)
	if first > last {
		return
	}
	var text []byte
	confidence, ok := 1.0, true
	for _, s := range steps {
		text = c.appendStep(text, s)
		ok = ok && c.accept(s)
		confidence = min(confidence, c.confidence(s))
	}
	if !ok {
		c.leave(first, last+1)
		return
	}
	c.edit(c.line[first].start, c.line[last].end, string(text), TornByte, confidence)
}

func (c *cloakRepair) appendStep(text []byte, s step) []byte {
	switch {
	case s.r == 0:
		return text
	case s.from == lostChar:
		x, ok := c.swallowed(c.line[s.token].end)
		if !ok {
			x = '?'
		}
		c.push(rune(x))
		return append(text, x)
	}
	c.push(s.r)
	if c.KeepScript {
		return utf8.AppendRune(text, s.trad)
	}
	return utf8.AppendRune(text, s.r)
}

// swallowed finds the ASCII character that stood before s[at:]: a '<' if a
// tag goes on there, else what stands before the same text elsewhere.
func (c *cloakRepair) swallowed(at int) (x byte, ok bool) {
	rest := c.s[at:]
	if continuesTag(rest) {
		return '<', true
	}
	if rest == "" || rest[0] <= '9' {
		return 0, false
	}
	for n := min(len(rest), 12); n >= 4; n-- {
		if n < len(rest) && !utf8.RuneStart(rest[n]) {
			continue
		}
		if x, ok := c.before(rest[:n], at); ok {
			return x, true
		}
	}
	return 0, false
}

// before returns the ASCII character that stands before text wherever else it
// occurs; ok is false if there is none or more than one.
func (c *cloakRepair) before(text string, except int) (x byte, ok bool) {
	for from := 0; ; {
		i := strings.Index(c.s[from:], text)
		if i < 0 {
			return x, ok
		}
		i += from
		from = i + 1
		if i == 0 || i == except {
			continue
		}
		switch b := c.s[i-1]; {
		case b <= ' ' || b >= 0x40:
			return 0, false
		case ok && b != x:
			return 0, false
		default:
			x, ok = b, true
		}
	}
}

// continuesTag reports whether s is a tag without its '<'.
func continuesTag(s string) bool {
	name := strings.TrimPrefix(s, "/")
	n := 0
	for n < len(name) && (name[n] >= 'a' && name[n] <= 'z' || n > 0 && name[n] >= '0' && name[n] <= '9') {
		n++
	}
	if n == 0 || n == len(name) {
		return false
	}
	return name[n] == '>' || len(name) < len(s) && n > 1 || name[n] == ' ' && strings.IndexByte(name, '>') > 0
}
