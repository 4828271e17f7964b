package parse

import "fmt"

// A breadcrumb may end in a word for the page that it leads to, which is no section.

// stepWord is what a word tells of the step of a breadcrumb that is made of such.
type stepWord uint8

const (
	stepPage  stepWord = iota // the page itself
	stepVerb                  // the same, before or behind a thing
	stepThing                 // a section as well as what the page holds
)

func (p *phrases) addStepWord(f []string) error {
	switch f[0] {
	case "page":
		return p.steps.add(f[1], stepPage)
	case "verb":
		return p.steps.add(f[1], stepVerb)
	case "thing":
		return p.steps.add(f[1], stepThing)
	}
	return fmt.Errorf("unknown kind %q", f[0])
}

// stepOfPage reports whether a step of a breadcrumb names the page, and no section:
// 正文, 阅读新闻, 新聞內文.
func (p *phrases) stepOfPage(s string) bool {
	var found [stepThing + 1]bool
	for s != "" {
		word, kind, ok := p.steps.prefix(s)
		if !ok {
			return false
		}
		found[kind] = true
		s = s[len(word):]
	}
	return found[stepPage] || found[stepVerb] && found[stepThing]
}
