package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/zhnews/zhnews/article"
)

// tally is a share of pages, or hits among what was found and wanted.
type tally struct {
	hit       float64
	got, want int
	n         int
	harmonic  bool
}

func (t tally) String() string {
	switch {
	case t.harmonic && t.got+t.want > 0:
		return fmt.Sprintf("%.3f", 2*t.hit/float64(t.got+t.want))
	case !t.harmonic && t.n > 0:
		return fmt.Sprintf("%.3f", t.hit/float64(t.n))
	}
	return "-"
}

func (t *tally) share(ok bool) {
	t.n++
	if ok {
		t.hit++
	}
}

func (t *tally) sets(got, want map[string]int) {
	t.harmonic = true
	hit, g, w := overlap(got, want)
	t.hit += float64(hit)
	t.got += g
	t.want += w
}

// measure is one figure.
type measure struct {
	name string
	add  func(*tally, *page)
}

var measures = []measure{
	{"title", func(t *tally, p *page) {
		if p.article() {
			t.share(p.titleRight())
		}
	}},
	{"published", func(t *tally, p *page) {
		if p.article() && p.Published != "" {
			t.share(p.timeRight())
		}
	}},
	{"source", func(t *tally, p *page) {
		if p.article() && p.Source != "" {
			t.share(squeeze(p.res.Article.Source.Name) == squeeze(p.Source))
		}
	}},
	{"no source invented", func(t *tally, p *page) {
		if p.article() && p.Source == "" {
			t.share(p.res.Article.Source.Name == "")
		}
	}},
	{"credit names F1", func(t *tally, p *page) {
		if p.article() {
			t.sets(p.credits(func(_, name string) string { return name }))
		}
	}},
	{"credit role+name F1", func(t *tally, p *page) {
		if p.article() {
			t.sets(p.credits(func(role, name string) string { return role + " " + name }))
		}
	}},
	{"body F1", func(t *tally, p *page) {
		if p.article() {
			t.n++
			t.hit += p.bodyF1()
		}
	}},
	{"negatives refused", func(t *tally, p *page) {
		if !p.article() {
			t.share(p.refused())
		}
	}},
}

// right reports whether title, time and body of an article came out right.
func (p *page) right() bool {
	return p.article() && !p.refused() && p.titleRight() && (p.Published == "" || p.timeRight()) && p.bodyF1() >= 0.95
}

func (p *page) titleRight() bool { return squeeze(p.res.Article.Title) == squeeze(p.Title) }

// timeRight compares to the minute, or to the day where the page shows no more.
func (p *page) timeRight() bool {
	layout := "2006-01-02 15:04"
	want, err := time.Parse(time.RFC3339, p.Published)
	if err != nil || p.Precision == "day" {
		layout = "2006-01-02"
		if want, err = time.Parse(layout, p.Published[:min(len(layout), len(p.Published))]); err != nil {
			return false
		}
		return p.res.Article.Published.Time.Format(layout) == want.Format(layout)
	}
	zone := time.FixedZone("", 8*60*60)
	return p.res.Article.Published.Time.In(zone).Format(layout) == want.In(zone).Format(layout)
}

func (p *page) credits(key func(role, name string) string) (got, want map[string]int) {
	got, want = map[string]int{}, map[string]int{}
	for _, c := range p.res.Article.Credits {
		got[key(string(c.Role), squeeze(c.Name))] = 1
	}
	for _, c := range p.Credits {
		want[key(c.Role, squeeze(c.Name))] = 1
	}
	return got, want
}

// bodyF1 is the harmonic mean of precision and recall of the body's bigrams.
// Captions, the summary and optional lines count on neither side.
func (p *page) bodyF1() float64 {
	hit, got, want := overlap(bigrams(p.counted(lines(p.res.Article.Body))), bigrams(p.counted(p.Body)))
	if got+want == 0 {
		return 1
	}
	return 2 * float64(hit) / float64(got+want)
}

func (p *page) counted(in []string) (out []string) {
	skip := map[string]bool{"": true, squeeze(p.Summary): true}
	for _, c := range p.Captions {
		skip[squeeze(c)] = true
	}
	for _, s := range in {
		if !skip[squeeze(s)] && !p.optional(strings.TrimSpace(s)) {
			out = append(out, s)
		}
	}
	return out
}

func (p *page) optional(s string) bool {
	for _, re := range p.Optional {
		if ok, err := regexp.MatchString(re, s); ok && err == nil {
			return true
		}
	}
	return false
}

// lines returns the text of a body, line by line.
func lines(body []article.Block) (out []string) {
	for _, b := range body {
		switch b.Type {
		case article.List:
			out = append(out, b.Items...)
		case article.Table:
			for _, row := range b.Rows {
				out = append(out, row...)
			}
		case article.Image, article.Video, article.Audio:
		default:
			out = append(out, strings.Split(b.Text, "\n")...)
		}
	}
	return out
}

// squeeze removes white space and zero-width characters.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200c\u200d\ufeff", r) {
			return -1
		}
		return r
	}, s)
}

func bigrams(in []string) map[string]int {
	r := []rune(squeeze(strings.Join(in, "")))
	m := map[string]int{}
	for i := 0; i+1 < len(r); i++ {
		m[string(r[i:i+2])]++
	}
	return m
}

func overlap(got, want map[string]int) (hit, g, w int) {
	for k, n := range got {
		g += n
		hit += min(n, want[k])
	}
	for _, n := range want {
		w += n
	}
	return hit, g, w
}
