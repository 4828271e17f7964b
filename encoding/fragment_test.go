package encoding

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestDecodeFragment(t *testing.T) {
	const s, w = "会议强调，要把防汛责任落实到每一个村组。", "會議強調，要把防汛責任落實到每一個村組。"
	ascii := strings.Repeat(" (the rest of the line is ASCII)", 9)
	tests := []struct {
		name     string
		page     string
		fragment string
		text     string
		want     Charset
	}{
		{"utf-8 in gbk", gb("<p>" + s + s + "</p>\n<p>%s</p>"), s, s, UTF8},
		{"big5 in gbk", gb("<p>" + s + s + "</p>\n<p>%s</p>"), big5(w), w, Big5},
		{"big5 in gbk amid ascii", gb("<p>" + s + s + "</p>\n<p>%s</p>"), big5(w[:24]) + ascii, w[:24] + ascii, Big5},
		{"gbk in utf-8", "<p>" + s + s + "</p>\n<p>%s</p>", gb(s), s, GB18030},
		{"big5 in utf-8", "<p>" + s + s + "</p>\n<p>%s</p>", big5(w), w, Big5},
		{"gbk in big5", big5("<p>" + w + w + w + w + w + w + "</p>\n<p>%s</p>"), gb(s), s, GB18030},
		{"utf-8 in big5", big5("<p>" + w + w + w + w + w + w + "</p>\n<p>%s</p>"), w, w, UTF8},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte(fmt.Sprintf(tt.page, tt.fragment))
			got, _, report, err := Decode(src, Options{Mode: Guess})
			want := []Fragment{{strings.Index(tt.page, "%s"), len(tt.fragment), tt.want}}
			if !strings.Contains(got, ">"+tt.text+"<") || !reflect.DeepEqual(report.Fragments, want) || report.Damage != nil || err != nil {
				t.Errorf("Decode(%q) = %q, %v, %v, want %v", src, got, report, err, want)
			}
		})
	}
}

// TestCorpusFragments counts the paragraphs that are found in mixed pages, and
// the pages of one charset in which one is found.
func TestCorpusFragments(t *testing.T) {
	c := newCorpus(t)
	found, mixed, clean, wrong := 0, 0, 0, 0
	for _, w := range writings {
		for range 60 {
			_, _, report, _ := Decode(c.mixed(w), Options{Mode: Guess})
			mixed++
			if len(report.Fragments) == 1 {
				found++
			}
			_, _, report, _ = Decode(c.labelled(w, "", ""), Options{Mode: Guess})
			clean++
			wrong += len(report.Fragments)
		}
	}
	t.Logf("%d of %d fragments found, %d in %d clean pages", found, mixed, wrong, clean)
	if found*100 < mixed*99 || wrong > 0 {
		t.Error("want 99 % of the fragments and none in clean pages")
	}
}
