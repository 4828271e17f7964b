package article_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
)

// newsroom writes stories from a vocabulary in which, as in a language, few
// words are common and many rare, with stock sentences that all stories share.
type newsroom struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	words []string
	stock []string
}

func newNewsroom() *newsroom {
	n := &newsroom{r: rand.New(rand.NewPCG(7, 7))}
	hanzi := []rune(traditional(nil))
	for range 6000 {
		word := ""
		for range 1 + n.r.IntN(3) {
			word += string(hanzi[n.r.IntN(len(hanzi))])
		}
		n.words = append(n.words, word)
	}
	n.zipf = rand.NewZipf(n.r, 1.2, 20, uint64(len(n.words)-1))
	for range 12 {
		n.stock = append(n.stock, n.sentence())
	}
	return n
}

func (n *newsroom) sentence() string {
	var b strings.Builder
	for i := range 8 + n.r.IntN(16) {
		if i > 0 && n.r.IntN(6) == 0 {
			b.WriteString("，")
		}
		b.WriteString(n.words[n.zipf.Uint64()])
	}
	return b.String() + "。"
}

func (n *newsroom) story() *article.Article {
	a := &article.Article{Title: n.sentence()}
	for range 5 + n.r.IntN(8) {
		text := ""
		for range 2 + n.r.IntN(4) {
			if n.r.IntN(12) == 0 {
				text += n.stock[n.r.IntN(len(n.stock))]
			} else {
				text += n.sentence()
			}
		}
		a.Body = append(a.Body, article.Block{Type: article.Paragraph, Text: text})
	}
	return a
}

// traditional returns the fold table as its simplified characters, if r is nil,
// else as a replacer to traditional ones.
func traditional(r **strings.Replacer) string {
	var simple strings.Builder
	var pairs []string
	table := []rune(article.Simplified)
	for i := 0; i < len(table); i += 2 {
		simple.WriteRune(table[i+1])
		pairs = append(pairs, string(table[i+1]), string(table[i]))
	}
	if r != nil {
		*r = strings.NewReplacer(pairs...)
	}
	return simple.String()
}

// reprints are the ways in which another site changes a story.
func (n *newsroom) reprints() map[string]func(*article.Article) {
	var toTraditional *strings.Replacer
	traditional(&toTraditional)
	width := strings.NewReplacer("，", ",", "。", ". ", "1", "１")
	each := func(r *strings.Replacer) func(*article.Article) {
		return func(a *article.Article) {
			for i := range a.Body {
				a.Body[i].Text = r.Replace(a.Body[i].Text)
			}
		}
	}
	return map[string]func(*article.Article){
		"title changed": func(a *article.Article) { a.Title = n.sentence() },
		"credit line moved": func(a *article.Article) {
			a.Body = append(a.Body, article.Block{Type: article.Paragraph, Text: "（记者 张三 编辑 李四）"})
		},
		"paragraph cut": func(a *article.Article) {
			i := n.r.IntN(len(a.Body))
			a.Body = slices.Delete(a.Body, i, i+1)
		},
		"two paragraphs cut": func(a *article.Article) {
			i := n.r.IntN(len(a.Body) - 1)
			a.Body = slices.Delete(a.Body, i, i+2)
		},
		"paragraph added": func(a *article.Article) {
			a.Body = slices.Insert(a.Body, 0, article.Block{Type: article.Paragraph, Text: n.sentence() + n.sentence()})
		},
		"script changed": each(toTraditional),
		"width changed":  each(width),
		"paragraphs joined": func(a *article.Article) {
			text := ""
			for _, b := range a.Body {
				text += b.Text
			}
			a.Body = []article.Block{{Type: article.Paragraph, Text: text}}
		},
	}
}

// TestFingerprintRecall measures, on 400 generated stories of 5 to 12
// paragraphs, how many reprints are within SameStory of their story, and how
// many of all pairs within it are one story. With -v it prints the figures.
func TestFingerprintRecall(t *testing.T) {
	n := newNewsroom()
	var stories []article.Fingerprint
	found, made := 0, 0
	kinds := n.reprints()
	names := make([]string, 0, len(kinds))
	for name := range kinds {
		names = append(names, name)
	}
	slices.Sort(names)
	within := make(map[string]int)
	var distances [65]int
	for range 400 {
		a := n.story()
		f := a.Fingerprint()
		stories = append(stories, f)
		for _, name := range names {
			b := a.Project(article.JSON)
			kinds[name](b)
			d := f.Distance(b.Fingerprint())
			distances[d]++
			made++
			if d <= article.SameStory {
				within[name]++
				found++
			}
		}
	}
	wrong, nearest := 0, 64
	for i, f := range stories {
		for _, g := range stories[:i] {
			d := f.Distance(g)
			nearest = min(nearest, d)
			if d <= article.SameStory {
				wrong++
			}
		}
	}
	for _, name := range names {
		t.Logf("recall, %-18s %.4f", name, float64(within[name])/400)
	}
	recall, precision := float64(found)/float64(made), float64(found)/float64(found+wrong)
	t.Logf("recall %.4f, precision %.4f; nearest two stories %d; reprints by distance %v", recall, precision, nearest, distances)
	if recall < 0.97 || precision < 0.999 {
		t.Errorf("recall %.4f, want 0.97; precision %.4f, want 0.999", recall, precision)
	}
}

func TestFingerprint(t *testing.T) {
	para := func(text string) *article.Article {
		return &article.Article{Body: []article.Block{{Type: article.Paragraph, Text: text}}}
	}
	const text = "江岸大桥今日上午正式通车，全长三公里，双向六车道，两岸通行时间缩短到5分钟。"
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"itself", text, text, true},
		{"punctuation", text, "江岸大桥今日上午正式通车全长三公里双向六车道两岸通行时间缩短到5分钟", true},
		{"width", text, "江岸大桥今日上午正式通车,全长三公里,双向六车道,两岸通行时间缩短到５分钟", true},
		{"script", text, "江岸大橋今日上午正式通車，全長三公里，雙向六車道，兩岸通行時間縮短到5分鐘。", true},
		{"another word", text, strings.Replace(text, "通车", "封闭", 1), false},
		{"none", "", "，。", true},
	} {
		f, g := para(c.a).Fingerprint(), para(c.b).Fingerprint()
		if (f == g) != c.same {
			t.Errorf("%s: %016x, %016x; want same %v", c.name, f, g, c.same)
		}
	}
	split := &article.Article{Body: paragraphs("江岸大桥今日上午正式通车，全长", "三公里，双向六车道，两岸通行时间缩短到5分钟。")}
	if f, g := para(text).Fingerprint(), split.Fingerprint(); f != g {
		t.Errorf("in two paragraphs: %016x, want %016x", g, f)
	}
	if f := para("，。").Fingerprint(); f != 0 {
		t.Errorf("no text: %016x", f)
	}
}

func ExampleArticle_Fingerprint() {
	story := func(text string) *article.Article {
		return &article.Article{Body: []article.Block{{Type: article.Paragraph, Text: text}}}
	}
	a := story("江岸大桥今日上午正式通车，全长三公里，双向六车道。")
	b := story("江岸大橋今日上午正式通車,全長三公里,雙向六車道.")
	c := story("市气象台预计，明后两天有中到大雨，局部有雷电。")
	fmt.Println(a.Fingerprint().Distance(b.Fingerprint()) <= article.SameStory)
	fmt.Println(a.Fingerprint().Distance(c.Fingerprint()) <= article.SameStory)
	// Output:
	// true
	// false
}
