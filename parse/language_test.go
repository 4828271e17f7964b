package parse

import (
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
)

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"大桥今天上午通车，两岸的居民步行走过桥面，有人带着孩子来看船。": "zh-Hans",
		"大橋今天上午通車，兩岸的居民步行走過橋面，有人帶著孩子來看船。": "zh-Hant",
		"The bridge opened today.": "",
		"大江":                       "",
		"":                         "",
	} {
		a := &article.Article{Body: []article.Block{{Type: article.Paragraph, Text: text}}}
		if got := language(a); got != want {
			t.Errorf("language(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestScripts keeps the two sets of characters apart.
func TestScripts(t *testing.T) {
	if i := strings.IndexAny(onlyHans, onlyHant); i >= 0 {
		t.Errorf("%q counts for both scripts", onlyHans[i:i+3])
	}
}
