package encoding

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRepair checks the laws of Repair: the edits of the report make the
// result, and repairing the result changes nothing.
func FuzzRepair(f *testing.F) {
	for _, s := range repairSamples() {
		for options := range uint8(16) {
			f.Add(s, options)
		}
	}
	f.Fuzz(func(t *testing.T, s string, bits uint8) {
		if len(s) > 4<<10 {
			t.Skip("long")
		}
		checkRepair(t, s, RepairOptions{
			Mode:       Mode(bits & 1),
			KeepScript: bits&2 != 0,
			Simplify:   bits&4 != 0,
			FoldWidth:  bits&8 != 0,
		})
	})
}

// checkRepair checks the laws for one text and returns the repaired text.
func checkRepair(t *testing.T, s string, o RepairOptions) string {
	t.Helper()
	out, r := Repair(s, o)
	replayed, err := Apply(s, r.Edits)
	if err != nil || replayed != out {
		t.Fatalf("Apply(%q, edits) = %q, %v, want %q", s, replayed, err, out)
	}
	again, r2 := Repair(out, o)
	if again != out || len(r2.Edits) > 0 {
		t.Fatalf("Repair of %q gave %q, repaired again %q", s, out, again)
	}
	if utf8.ValidString(s) && !utf8.ValidString(out) {
		t.Fatalf("Repair(%q) = %q, not UTF-8", s, out)
	}
	if len(r.Edits) == 0 && (out != s || r.Confidence != 0) {
		t.Fatalf("Repair(%q) = %q with a report that has no edits: %+v", s, out, r)
	}
	at := 0
	for _, e := range r.Edits {
		if e.Confidence <= 0 || e.Confidence > 1 || e.Old == e.New || e.Offset < at {
			t.Fatalf("Repair(%q): edit %+v", s, e)
		}
		at = e.Offset + len(e.Old)
	}
	at = 0
	for _, d := range r.Damage {
		if d.Offset < at || d.Len <= 0 || d.Offset+d.Len > len(s) || !strings.HasPrefix(out[d.Text:], s[d.Offset:d.Offset+d.Len]) || d.Kind == "" {
			t.Fatalf("Repair(%q): damage %+v of %d bytes", s, d, len(s))
		}
		at = d.Offset + d.Len
	}
	return out
}
