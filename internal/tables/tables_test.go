package tables

import (
	"slices"
	"testing"
)

func TestCosts(t *testing.T) {
	for _, order := range []string{"的国寺", "是新嚏"} {
		r := []rune(order)
		for i := range r[1:] {
			if a, b := Simplified().At(r[i]), Simplified().At(r[i+1]); a == 0 || b != 0 && a >= b {
				t.Errorf("%c costs %d, %c %d: want less and more", r[i], a, r[i+1], b)
			}
		}
	}
	if a, b := Traditional().At('國'), Traditional().At('国'); a == 0 || b != 0 {
		t.Errorf("traditional costs of 國 and 国 are %d and %d", a, b)
	}
	for _, r := range []rune{0, 'a', 0x4dff, 0xa000, 0x20000, -1} {
		if c := Simplified().At(r); c != 0 {
			t.Errorf("cost of %U is %d", r, c)
		}
	}
	listed := 0
	for _, c := range Simplified() {
		if c > 0 {
			listed++
		}
	}
	if listed < 6000 {
		t.Errorf("%d characters are listed", listed)
	}
}

func TestNeighbours(t *testing.T) {
	names := map[string]bool{}
	for name, costs := range Single {
		names[name] = true
		if len(costs) != 128 {
			t.Errorf("%s has %d costs", name, len(costs))
		}
	}
	if len(names) < 12 || !names["windows-1251"] {
		t.Errorf("charsets are %v", names)
	}
	for name, square := range map[string]string{"JIS": JIS, "KS": KS} {
		if len(square) != Square*Square {
			t.Errorf("%s has %d costs", name, len(square))
		}
	}
	// の is row 4, cell 46 of JIS X 0208; 이 is row 32, cell 44 of KS X 1001.
	if c := JIS[3*Square+45]; c == 0 || c > 40 {
		t.Errorf("の costs %d", c)
	}
	if c := KS[31*Square+43]; c == 0 || c > 40 {
		t.Errorf("이 costs %d", c)
	}
}

func TestLookAlikes(t *testing.T) {
	for _, tt := range []struct {
		rare, common rune
	}{
		{'咊', '和'}, {'昰', '是'}, {'毬', '球'}, {'㹐', '市'}, {'⼈', '人'}, {'⻅', '见'}, {'羣', '群'}, {'苼', '生'},
	} {
		if got := LookAlikes()[tt.rare]; !slices.Contains(got, tt.common) {
			t.Errorf("LookAlikes()[%c] = %c, want %c among them", tt.rare, got, tt.common)
		}
	}
	for _, r := range "人是國図学" {
		if got := LookAlikes()[r]; got != nil {
			t.Errorf("LookAlikes()[%c] = %c, but it is no rare character", r, got)
		}
	}
}
