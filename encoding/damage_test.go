package encoding

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/zhnews/zhnews/internal/tables"
)

// A damager does to a text what one family of damage does, and keeps the
// edits that would undo it.
type damager struct {
	rnd    *rand.Rand
	out    strings.Builder
	edits  []Edit
	before rune // the last character of the truth
}

// put writes damaged text where the truth has new.
func (d *damager) put(old, truth string, kind EditKind) {
	d.edits = append(d.edits, Edit{Offset: d.out.Len(), Old: old, New: truth, Kind: kind})
	d.out.WriteString(old)
}

func (d *damager) one(in int) bool { return d.rnd.IntN(in) == 0 }

// pick returns one character of list.
func (d *damager) pick(list string) string {
	r := []rune(list)
	return string(r[d.rnd.IntN(len(r))])
}

// A family of damage writes the damaged form of the text at s[i:] and returns
// how many bytes of the truth it used; 0 leaves the next character as it is.
type family func(d *damager, s string, i int) int

// damage runs one family over a text.
func damage(rnd *rand.Rand, s string, f family) (string, []Edit) {
	d := &damager{rnd: rnd}
	for i := 0; i < len(s); {
		n := f(d, s, i)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s[i:])
			d.out.WriteString(s[i : i+n])
		}
		d.before, _ = utf8.DecodeLastRuneInString(s[:i+n])
		i += n
	}
	return d.out.String(), d.edits
}

// between reports whether s[i:] begins with a hanzi behind another one.
func (d *damager) between(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isHan(d.before) && isHan(r)
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// inserting puts one of the characters of list between hanzi.
func inserting(list string, in int) family {
	return func(d *damager, s string, i int) int {
		if !d.between(s, i) || !d.one(in) {
			return 0
		}
		d.put(d.pick(list), "", Insertion)
		_, n := utf8.DecodeRuneInString(s[i:])
		d.out.WriteString(s[i : i+n])
		return n
	}
}

// spacing puts a space before each mark.
func spacing(d *damager, s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if i == 0 || !isPause(r) || r < utf8.RuneSelf {
		return 0
	}
	d.put(" ", "", Insertion)
	d.out.WriteString(s[i : i+n])
	return n
}

// A noting puts readings behind hanzi.
type noting struct {
	in      int  // one hanzi in so many
	forms   int  // one hanzi in so many becomes traditional, if it has such a form; 0 for none
	plain   bool // without tones
	doubled bool // once more without tones
}

func (n noting) damage(d *damager, s string, i int) int {
	r, size := utf8.DecodeRuneInString(s[i:])
	syllable := tables.Pinyin().First(r)
	if syllable == "" {
		return 0
	}
	form, ok := tables.CloakForms()[r]
	if !ok || n.forms == 0 || !d.one(n.forms) {
		form = r
	}
	note := ""
	if d.one(n.in) {
		switch plain := toneless(syllable); {
		case n.plain:
			note = "(" + plain + ")"
		case n.doubled && d.one(2):
			note = "(" + syllable + ")(" + plain + ")"
		default:
			note = "(" + syllable + ")"
		}
	}
	switch {
	case form != r:
		d.put(string(form)+note, string(r), Cloak)
	case note != "":
		d.out.WriteString(string(r))
		d.put(note, "", Cloak)
	default:
		return 0
	}
	return size
}

// spelling writes a hanzi of a word as its reading, one word in so many.
type spelling struct {
	in    int
	plain bool // without tones
}

func (p spelling) damage(d *damager, s string, i int) int {
	if d.before < 0x80 && d.before > ' ' || i > 0 && len(d.edits) > 0 && d.out.Len() < d.edits[len(d.edits)-1].Offset+20 {
		return 0
	}
	words := tables.Words()
	n, size, depth := 0, 0, 0
	for j, r := range s[i:] {
		node, ok := words.Root(r)
		if depth > 0 && ok {
			node, ok = words.Child(depth-1, n, r)
		}
		if !ok || depth == tables.MaxWord {
			break
		}
		n = node
		depth++
		if _, ok := words.Score(depth-1, n); ok {
			size = j + utf8.RuneLen(r)
		}
	}
	if size < 6 || !d.one(p.in) {
		return 0
	}
	word := []rune(s[i : i+size])
	k := d.rnd.IntN(len(word))
	syllable := tables.Pinyin().First(word[k])
	if p.plain {
		syllable = toneless(syllable)
	}
	if syllable == "" {
		return 0
	}
	d.out.WriteString(string(word[:k]))
	d.put(syllable, string(word[k]), Spelling)
	d.out.WriteString(string(word[k+1:]))
	return size
}

// liken puts the rare characters that resemble some of the common ones in
// their place, every other time.
func liken(d *damager, s string, i int) int {
	r, size := utf8.DecodeRuneInString(s[i:])
	rare := rareFor()[r]
	if len(rare) == 0 || r%5 != 0 || !d.one(2) {
		return 0
	}
	d.put(string(rare[int(r)%len(rare)]), string(r), LookAlike)
	return size
}

// rareFor is the table of look-alikes the other way round.
var rareFor = sync.OnceValue(func() map[rune][]rune {
	m := map[rune][]rune{}
	for rare, list := range tables.LookAlikes() {
		if !isRadical(rare) {
			m[list[0]] = append(m[list[0]], rare)
		}
	}
	for _, list := range m {
		slices.Sort(list)
	}
	return m
})

// A found tells how a repair of damage with known truth went.
type found struct {
	edits, right int // edits that were made, and those that are right
	all, undone  int // places that were damaged, and those that are as they were
	promised     float64
}

func (f *found) add(g found) {
	f.edits += g.edits
	f.right += g.right
	f.all += g.all
	f.undone += g.undone
	f.promised += g.promised
}

// holdAgainst compares the edits of a repair with those that undo the damage.
func holdAgainst(t *testing.T, damaged, truth string, edits, want []Edit) found {
	t.Helper()
	at := make([]int, len(damaged)+1) // in truth, by offset in damaged; -1 inside of a damage
	from, to := 0, 0
	for _, e := range append(want, Edit{Offset: len(damaged)}) {
		for ; from <= e.Offset; from++ {
			at[from] = to
			to++
		}
		to += len(e.New) - 1
		for ; from < e.Offset+len(e.Old); from++ {
			at[from] = -1
		}
	}
	f := found{all: len(want), edits: len(edits)}
	done := make([]bool, len(damaged)+1)
	for _, e := range edits {
		a, b := at[e.Offset], at[e.Offset+len(e.Old)]
		f.promised += e.Confidence
		if a < 0 || b < a || truth[a:b] != e.New {
			continue
		}
		f.right++
		for k := range len(e.Old) {
			done[e.Offset+k] = true
		}
	}
	for _, e := range want {
		if done[e.Offset] {
			f.undone++
		}
	}
	return f
}

// families are the kinds of damage besides torn bytes and wrong charsets, with
// the share of right edits and of undone damage that each must reach, in
// percent.
var families = []struct {
	name                    string
	damage                  family
	strictRight, strictDone float64
	guessRight, guessDone   float64
}{
	{"hidden characters", inserting("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202a", 10), 100, 100, 100, 100},
	{"pictures", inserting("😀🎉🌸★●◆※♥✿❀ღ", 8), 100, 35, 100, 95},
	{"spellings", spelling{in: 6}.damage, 100, 75, 99, 90},
	{"spellings without tones", spelling{in: 6, plain: true}.damage, 100, 0, 99, 45},
	{"spaces before marks", spacing, 100, 100, 100, 100},
	{"notes", noting{in: 8}.damage, 100, 100, 100, 100},
	{"notes doubled", noting{in: 8, doubled: true}.damage, 100, 100, 100, 100},
	{"notes without tones", noting{in: 8, plain: true}.damage, 100, 0, 100, 100},
	{"look-alikes", liken, 100, 70, 99.9, 80},
	{"notes and forms", noting{in: 4, forms: 3}.damage, 100, 60, 99.8, 99},
}

// TestDamageFamilies damages sentences, repairs them as pages, and holds the
// edits against the truth.
func TestDamageFamilies(t *testing.T) {
	for _, f := range families {
		for _, m := range []Mode{Strict, Guess} {
			right, done := f.strictRight, f.strictDone
			if m == Guess {
				right, done = f.guessRight, f.guessDone
			}
			got := measure(t, f.damage, m, readLines(t, "zh-hans"), 3)
			precision, recall := percentOf(got.right, got.edits), percentOf(got.undone, got.all)
			t.Logf("%-24s %-6s %5d edits %6.2f %% right (promised %6.2f), %5d places %6.2f %% undone", f.name, m, got.edits, precision,
				100*got.promised/float64(max(got.edits, 1)), got.all, recall)
			if precision < right || recall < done {
				t.Errorf("%s, %s: %.2f %% right, %.2f %% undone, want %v and %v", f.name, m, precision, recall, right, done)
			}
		}
	}
}

func percentOf(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

// measure damages and repairs pages of 20 lines, several times over.
func measure(t *testing.T, f family, m Mode, lines []string, times int) found {
	rnd := rand.New(rand.NewPCG(7, 11))
	var sum found
	for range times {
		for from := 0; from < len(lines); from += 20 {
			truth := strings.Join(lines[from:min(from+20, len(lines))], "\n")
			damaged, want := damage(rnd, truth, f)
			if back, err := Apply(damaged, want); err != nil || back != truth {
				t.Fatalf("the damage is not undone by its edits: %v", err)
			}
			checkRepair(t, damaged, RepairOptions{Mode: m})
			_, report := Repair(damaged, RepairOptions{Mode: m})
			sum.add(holdAgainst(t, damaged, truth, report.Edits, want))
		}
	}
	return sum
}

var _ = tables.Words
