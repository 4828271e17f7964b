package parse

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

func TestWords(t *testing.T) {
	var w words[int]
	for i, s := range []string{"编", "编辑", "编辑部", "责任编辑", "a"} {
		if err := w.add(s, i); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		in, word string
		value    int
	}{
		{"编辑部搬家", "编辑部", 2}, {"编辑：张", "编辑", 1}, {"编写", "编", 0}, {"责任编辑", "责任编辑", 3}, {"ab", "a", 4},
		{"责任", "", 0}, {"", "", 0}, {"辑编", "", 0}, {"A", "", 0},
	} {
		word, value, ok := w.prefix(c.in)
		if word != c.word || value != c.value || ok != (c.word != "") {
			t.Errorf("prefix(%q) = %q, %d, %v; want %q, %d", c.in, word, value, ok, c.word, c.value)
		}
		if value, ok := w.exact(c.in); ok != (c.in == c.word && c.in != "") || ok && value != c.value {
			t.Errorf("exact(%q) = %d, %v", c.in, value, ok)
		}
	}
}

// phraseLines are the lines of a file of phrases, split at tabs.
func phraseLines(t *testing.T, name string) (lines [][]string) {
	t.Helper()
	data, err := fs.ReadFile(builtin, "phrases/"+name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		if !utf8.ValidString(line) || strings.ContainsAny(line, "\r\ufeff\ufffd") || strings.TrimRight(line, " \t") != line {
			t.Errorf("%s: %q", name, line)
		}
		lines = append(lines, strings.Split(line, "\t"))
	}
	if len(lines) == 0 {
		t.Fatalf("%s: no phrases", name)
	}
	return lines
}

// TestPhraseFiles: every line of the built-in files counts, and means what it
// says: no other line of its file says something else of the same words.
func TestPhraseFiles(t *testing.T) {
	p := DefaultProfiles().phrases
	for _, f := range phraseFiles {
		for _, line := range phraseLines(t, f.name) {
			wrong := false
			switch f.name {
			case "roles.txt":
				r, ok := p.roles.exact(line[0])
				names := strings.Fields(line[1])
				wrong = !ok || len(r.roles) != len(names)
				for i := range names {
					wrong = wrong || string(r.roles[i]) != names[i]
				}
			case "labels.txt":
				k, ok := p.labels.exact(line[1])
				wrong = !ok || string(k) != line[0]
			case "headings.txt":
				k, ok := p.headings.exact(line[1])
				wrong = !ok || string(k) != line[0]
				switch line[0] {
				case "link":
					wrong = !p.linkHeads[line[1]]
				case "readers":
					wrong = !p.readers[line[1]]
				}
			}
			if wrong {
				t.Errorf("%s: another line contradicts %q", f.name, line)
			}
		}
	}
}

// TestPhraseFilesCover: there is a label for every role and every field.
func TestPhraseFilesCover(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range phraseLines(t, "roles.txt") {
		for _, r := range strings.Fields(line[1]) {
			seen[r] = true
		}
	}
	for _, r := range []article.Role{
		article.RoleAuthor, article.RoleReporter, article.RoleCorrespondent, article.RolePhotographer, article.RoleVideographer,
		article.RoleEditor, article.RoleResponsibleEditor, article.RoleChiefEditor, article.RoleProofreader, article.RoleReviewer,
		article.RoleProducer, article.RoleDesigner, article.RoleTranslator, article.RolePresenter, article.RoleIntern, article.RoleOther,
	} {
		if !knownRole(r) || !seen[string(r)] {
			t.Errorf("%s: known %v, has a label %v", r, knownRole(r), seen[string(r)])
		}
	}
	if knownRole("") || knownRole("boss") {
		t.Error("an unknown role is known")
	}
	for _, line := range phraseLines(t, "labels.txt") {
		seen[line[0]] = true
	}
	for _, k := range []labelKind{labelSource, labelPublished, labelModified, labelCounter, labelSummary, labelKeywords, labelOriginal, labelBreadcrumb} {
		if !seen[string(k)] {
			t.Errorf("no label for %s", k)
		}
	}
}

func TestSurnames(t *testing.T) {
	p := DefaultProfiles().phrases
	for s := range p.surnames {
		if n := utf8.RuneCountInString(s); n < 1 || n > 2 || !cjk.IsHan([]rune(s)[0]) {
			t.Errorf("surname %q", s)
		}
	}
	for s, want := range map[string]bool{
		"赵望": true, "赵望舒": true, "欧阳望": true, "欧阳望舒": true, "司馬小嵐": true, "买买提·艾力": true, "阿·艾": false, "阿卜杜拉·": false, "·阿卜杜拉": false,
		"扎西白玛": true, "乌云其其格": true, "巴特尔": true, "扎西": false, "格桑花": false, "扎西德勒": false,
		"": false, "赵": false, "桥面": false, "赵望舒上桥": false, "赵5": false, "Zhao": false,
	} {
		if got := p.personal(s); got != want {
			t.Errorf("personal(%q) = %v", s, got)
		}
	}
}

func TestClassHints(t *testing.T) {
	m := files(t, nil)
	m["phrases/classes.txt"].Data = []byte("# words\n\naside\tcomment\naside\t=nav\ncontent\tcontent\ninfo\t=info\n")
	profiles, err := LoadProfiles(m)
	if err != nil {
		t.Fatal(err)
	}
	for class, want := range map[string]hint{
		"":                hintNone,
		"box":             hintNone,
		"comments":        hintAside,
		"comment-content": hintAside, // the first line that fits
		"article_content": hintContent,
		"ArticleContent":  hintContent,
		"nav":             hintAside,
		"top nav":         hintAside,
		"top_nav2":        hintAside,
		"navy":            hintNone,
		"canav":           hintNone,
		"canav nav":       hintAside,
		"info":            hintInfo,
		"information":     hintNone,
	} {
		if got, _ := profiles.phrases.classes.hint(class); got != want {
			t.Errorf("hint(%q) = %d, want %d", class, got, want)
		}
	}
	for class, want := range map[string]bool{"": false, "art-Title": true, "artiti_tx": true, "tibt": true, "tb t": false, "nav title": true} {
		if _, topics := DefaultProfiles().phrases.classes.hint(class); topics&topicTitle != 0 != want {
			t.Errorf("hint(%q) speaks of %b, want a title: %v", class, topics, want)
		}
	}
}

// TestPhrasesReadError: a file that cannot be read is no file without lines.
func TestPhrasesReadError(t *testing.T) {
	m := files(t, nil)
	m["phrases/roles.txt"].Mode = fs.ModeDir
	var pe *ProfileError
	if _, err := LoadProfiles(m); !errors.As(err, &pe) || pe.File != "phrases/roles.txt" {
		t.Errorf("error %v, want a *ProfileError of phrases/roles.txt", err)
	}
}

// TestClassMatcher holds the automaton against a search for each word.
func TestClassMatcher(t *testing.T) {
	hints := []classHint{
		{word: "abcd", value: hintInfo}, {word: "bc", value: hintAside, whole: true}, {word: "bc", value: hintContent},
		{word: "c-b", value: hintAside}, {word: "title", topic: topicTitle},
	}
	slow := func(class string) hint {
		class = strings.ToLower(class)
		for _, h := range hints[:4] {
			for i := range class {
				if strings.HasPrefix(class[i:], h.word) && (!h.whole || standsAlone(class, i, i+len(h.word))) {
					return h.value
				}
			}
		}
		return hintNone
	}
	m := newClassMatcher(hints)
	for n := range 50000 {
		class := ""
		for ; n > 0; n /= 7 {
			class += string("abcD-b "[n%7])
		}
		if got, _ := m.hint(class); got != slow(class) {
			t.Fatalf("hint(%q) = %d, want %d", class, got, slow(class))
		}
	}
}

// A line with a field too few or too many is an error that says where it stands.
func TestPhraseFields(t *testing.T) {
	for _, f := range phraseFiles {
		for _, n := range []int{f.least - 1, f.most + 1} {
			if n == 0 {
				continue // an empty line is none
			}
			line := strings.Repeat("字\t", n-1) + "字"
			fsys := fstest.MapFS{"phrases/" + f.name: {Data: []byte("# 字\n" + line + "\n")}}
			var bad *ProfileError
			if err := new(phrases).load(fsys, f); !errors.As(err, &bad) {
				t.Errorf("%s: %d fields: error %v", f.name, n, err)
			} else if bad.Key != "line 2" || !strings.Contains(bad.Error(), "want "+f.fields) {
				t.Errorf("%s: %d fields: error %q", f.name, n, bad)
			}
		}
	}
}
