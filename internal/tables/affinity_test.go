package tables

import "testing"

func TestMarkWord(t *testing.T) {
	for i, r := range []rune(marks) {
		if got, want := MarkWord(r), Word(wordClasses+i); got != want {
			t.Errorf("the word of %c is %d, want %d", r, got, want)
		}
	}
	for r, want := range map[rune]Word{',': MarkWord('，'), '「': MarkWord('“'), '7': NumberWord, '７': NumberWord, 'a': NoWord, '中': NoWord} {
		if got := MarkWord(r); got != want {
			t.Errorf("the word of %c is %d, want %d", r, got, want)
		}
	}
}

func TestAffinity(t *testing.T) {
	l := Words()
	for _, tt := range []struct{ before, likely, unlikely string }{
		{"加强", "领导", "昨天"}, // a pair
		{"我们", "应该", "元"},  // classes
		{"可", "以", "。"},    // nothing ends there
		{"今年", "7", "了"},   // digits
		{"", "记者", "了"},    // the beginning of a sentence
		{"，", "但", "的"},    // behind a mark
	} {
		before := wordOf(t, l, tt.before)
		likely, unlikely := l.Affinity(before, wordOf(t, l, tt.likely)), l.Affinity(before, wordOf(t, l, tt.unlikely))
		if likely <= unlikely {
			t.Errorf("behind %q: %q has %.1f, %q has %.1f", tt.before, tt.likely, likely, tt.unlikely, unlikely)
		}
	}
	if got := l.Affinity(NoWord, NoWord); got != 0 {
		t.Errorf("what is not known has an affinity of %v", got)
	}
}

func wordOf(t *testing.T, l *Lexicon, s string) Word {
	t.Helper()
	if s == "" {
		return StartWord
	}
	if r := []rune(s); len(r) == 1 && MarkWord(r[0]) != NoWord {
		return MarkWord(r[0])
	}
	node, depth, ok := 0, -1, false
	for _, r := range s {
		if depth < 0 {
			node, ok = l.Root(r)
		} else {
			node, ok = l.Child(depth, node, r)
		}
		if !ok {
			t.Fatalf("%q is not in the lexicon", s)
		}
		depth++
	}
	return WordAt(depth, node)
}
