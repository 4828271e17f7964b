package encoding

import (
	"cmp"
	"math"
	"slices"
)

// RepairOptions direct [Repair]. The zero value makes the certain edits only
// and gives a cloaked page back in simplified characters.
type RepairOptions struct {
	// Mode is Strict for the edits that the text determines, Guess for the
	// best ones as well: of torn characters, which mean nothing as they stand,
	// down to a confidence of 0.015, of readings in place of hanzi down to 0.5.
	// Every edit tells how sure it is, so that a caller can [Apply] those above
	// a threshold of its own.
	Mode Mode

	// MaxSearch bounds what takes most time: how many torn characters, with those
	// beside them, the search for the truth may read. What is torn behind them
	// stays and is Damage. 0 is one in 16 bytes of the text, four times what heavy
	// damage needs, and at least 8,192; negative is no bound.
	MaxSearch int

	KeepScript bool // leave a cloaked page in traditional characters
	Simplify   bool // turn traditional text into simplified, cloaked or not
	FoldWidth  bool // turn full-width letters, digits and the ideographic space into ASCII
}

// A job is one call of Repair.
type job struct {
	RepairOptions
	most  int // tokens of a cloaked page that searches may read
	read  int
	tried int // characters that they tried
}

func newJob(s string, o RepairOptions) *job {
	j := &job{RepairOptions: o, most: o.MaxSearch}
	switch {
	case j.most < 0:
		j.most = math.MaxInt
	case j.most == 0:
		j.most = max(len(s)/16, 1<<13)
	}
	return j
}

// A stage undoes one family of damage. What it cannot undo is of the kind that
// the stage names, unless it says otherwise.
type stage struct {
	kind   EditKind
	wanted func(signs, *job) bool
	repair func(string, *job) ([]Edit, []Damage)
}

// stages are in the order in which damage is undone.
var stages = [...]stage{
	{Entity, func(f signs, _ *job) bool { return f&signEscape != 0 }, unescape},
	{Mojibake, func(f signs, _ *job) bool { return f&signNote == 0 && f&(signLatin|signHan) != 0 }, unmix},
	{Insertion, func(f signs, _ *job) bool { return f&signHidden != 0 }, unhide},
	{TornByte, func(f signs, o *job) bool {
		return f&signNote != 0 || o.Mode == Guess && f&(signPlain|signCut|signForm) != 0
	}, uncloak},
	{Mojibake, func(f signs, _ *job) bool { return f&signNote != 0 && f&(signLatin|signHan) != 0 }, unmix},
	{Cloak, func(f signs, o *job) bool { return f&signNote != 0 || o.Mode == Guess && f&signPlain != 0 }, unnote},
	{LookAlike, func(f signs, _ *job) bool { return f&signRare != 0 }, unlike},
	{Spelling, func(f signs, o *job) bool { return f&signSpelt != 0 || o.Mode == Guess }, respell},
	{PrivateUse, func(f signs, _ *job) bool { return f&signPrivate != 0 }, assign},
	{Insertion, func(f signs, _ *job) bool { return f&signPicture != 0 }, uninsert},
	{Insertion, func(f signs, _ *job) bool { return f&signSpaced != 0 }, unspace},
	{Mojibake, func(f signs, _ *job) bool { return f&signLost != 0 }, findLost},
	{Noise, func(f signs, _ *job) bool { return f&signLines != 0 }, findJunk},
	{Script, func(f signs, o *job) bool { return o.Simplify }, simplify},
	{Width, func(f signs, o *job) bool { return o.FoldWidth }, foldWidth},
}

// maxRounds bounds how often repaired text is repaired again. Damage on
// damage is rarely deeper than two; a long text may have a place that takes
// five.
const maxRounds = 8

// Repair undoes the damage that Chinese text takes on its way, by accident or
// by software that disguises copies:
//
//   - [Mojibake]: characters decoded with the wrong charset; what was lost by it,
//     such as “锟斤拷”, is reported only
//   - [Cloak]: readings spliced in behind hanzi, as in “就(jiù)”
//   - [TornByte]: the characters that were torn for these
//   - [Script]: traditional characters in their neighbourhood
//   - [Spelling]: a reading in place of its hanzi, as in “yuàn意”
//   - [LookAlike]: a rare character or a radical in place of a hanzi, as in “⼈⺠”
//   - [Insertion]: characters without shape beside Chinese text, pictures inside
//     words, spaces before marks
//   - [PrivateUse]: private-use code points that have been assigned since
//   - [Entity]: escapes that were left in the text
//   - [Noise]: in plain text, lines of signs or keywords, which are reported only
//
// s is plain text or markup. Repair returns s itself and the zero Report if it
// sees no damage. Otherwise [Apply] of s and the Report's Edits gives the text,
// and repairing that again changes nothing, unless MaxSearch was reached. Damage
// in the Report is what was seen and stays, since nothing undoes it or not for sure
// enough: Offset and Len are bytes of s, Text is a byte offset in the repaired
// text. Confidence is the expected share, by length, of what was damaged that is
// right now; 0 if there are no edits.
//
// Bytes of s that are not UTF-8 stay as they are.
func Repair(s string, o RepairOptions) (string, Report) {
	j := newJob(s, o)
	var edits []Edit
	var damage []Damage
	text := s
	for range maxRounds {
		next, round, left := repairOnce(text, j)
		damage = append(damage, mapBack(left, edits)...)
		if len(round) == 0 {
			return text, report(edits, damage)
		}
		edits = compose(s, text, edits, round)
		text = next
	}
	// Each round undoes what the one before did: there is no truth to be had.
	return s, Report{}
}

// repairOnce runs each stage once. It returns the text, and the edits of s that
// give it.
func repairOnce(s string, o *job) (string, []Edit, []Damage) {
	found := scan(s, o.Mode)
	var edits []Edit
	var damage []Damage
	text := s
	for _, st := range stages {
		if !st.wanted(found, o) {
			continue
		}
		more, left := st.repair(text, o)
		for i := range left {
			left[i].Kind = cmp.Or(left[i].Kind, st.kind)
		}
		damage = append(damage, mapBack(left, edits)...)
		if len(more) == 0 {
			continue
		}
		next, err := Apply(text, more)
		if err != nil {
			return s, nil, nil
		}
		edits = compose(s, text, edits, more)
		text = next
		found = scan(text, o.Mode)
	}
	return text, edits, damage
}

// mapBack gives damage by its place in the text before edits.
func mapBack(damage []Damage, edits []Edit) []Damage {
	m := mapper{edits: edits}
	for i := range damage {
		d := &damage[i]
		start := m.back(d.Offset)
		d.Len = m.back(d.Offset+d.Len) - start
		d.Offset = start
	}
	return damage
}

// report completes the account of a repair; the offsets of damage are those
// of the text that was repaired.
func report(edits []Edit, damage []Damage) Report {
	if len(edits) == 0 && len(damage) == 0 {
		return Report{}
	}
	r := Report{Edits: edits}
	total, right := 0, 0.0
	for _, e := range edits {
		n := max(len(e.New), 1)
		total += n
		right += float64(n) * e.Confidence
	}
	slices.SortStableFunc(damage, func(a, b Damage) int { return cmp.Compare(a.Offset, b.Offset) })
	next, delta, at := 0, 0, 0
	for _, d := range damage {
		for next < len(edits) && edits[next].Offset+len(edits[next].Old) <= d.Offset {
			delta += len(edits[next].New) - len(edits[next].Old)
			next++
		}
		repaired := next < len(edits) && edits[next].Offset < d.Offset+d.Len
		if repaired || d.Offset < at || d.Len <= 0 {
			continue
		}
		d.Text = d.Offset + delta
		r.Damage = append(r.Damage, d)
		total += d.Len
		at = d.Offset + d.Len
	}
	r.Confidence = right / float64(total)
	return r
}
