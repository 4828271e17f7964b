package tables

import "testing"

func TestWords(t *testing.T) {
	l := Words()
	for _, tt := range []struct {
		word string
		ok   bool
	}{
		{"的", true}, {"中国", true}, {"互联网", true}, {"中华民国", true}, {"国中中", false}, {"a", false}, {"龘龘", false},
	} {
		if _, ok := scoreOf(l, tt.word); ok != tt.ok {
			t.Errorf("%q in the lexicon is %v, want %v", tt.word, ok, tt.ok)
		}
	}
	frequent, _ := scoreOf(l, "中国")
	rare, _ := scoreOf(l, "耳朵")
	if frequent >= rare {
		t.Errorf("中国 costs %d, 耳朵 %d: a frequent word must be the cheaper one", frequent, rare)
	}
}

func scoreOf(l *Lexicon, word string) (score int, ok bool) {
	node, depth := 0, -1
	for _, r := range word {
		if depth < 0 {
			node, ok = l.Root(r)
		} else {
			node, ok = l.Child(depth, node, r)
		}
		if !ok {
			return 0, false
		}
		depth++
	}
	return l.Score(depth, node)
}

func TestScript(t *testing.T) {
	for from, to := range map[rune]rune{'國': '国', '後': '后', '裡': '里', '裏': '里', '學': '学'} {
		if got := ToSimplified()[from]; got != to {
			t.Errorf("simplified of %c is %c, want %c", from, got, to)
		}
	}
	for from, to := range map[rune]rune{'国': '國', '着': '著', '台': '臺', '净': '凈', '后': 0, '里': 0, '于': 0} {
		if got := CloakForms()[from]; got != to {
			t.Errorf("form of %c is %c, want %c", from, got, to)
		}
	}
	if got := Phrases()["乾隆"]; got != "乾隆" {
		t.Errorf("simplified of 乾隆 is %q", got)
	}
}

func TestPinyin(t *testing.T) {
	p := Pinyin()
	for r, want := range map[rune]string{'國': "guó", '长': "zhǎng", '長': "zhǎng", 'a': ""} {
		if got := p.First(r); got != want {
			t.Errorf("%c reads %q, want %q", r, got, want)
		}
	}
	for _, tt := range []struct {
		r    rune
		s    string
		want bool
	}{{'长', "cháng", true}, {'长', "chang", false}, {'国', "guò", false}, {'x', "", false}} {
		if got := p.Has(tt.r, tt.s); got != tt.want {
			t.Errorf("%c can be read %q: %v, want %v", tt.r, tt.s, got, tt.want)
		}
	}
	if !p.Knows("zhuāng") || p.Knows("zhuang") || p.Knows("foo") {
		t.Error("zhuāng is a syllable of the table, zhuang and foo are not")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			loadWords()
		}
	})
	b.Run("script", func(b *testing.B) {
		for b.Loop() {
			runes(simplifiedData)
			runes(cloakData)
		}
	})
	b.Run("pinyin", func(b *testing.B) {
		for b.Loop() {
			loadPinyin()
		}
	})
}
