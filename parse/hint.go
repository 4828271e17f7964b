package parse

import (
	"fmt"
	"strings"
)

// classHint says what a word in a class or id tells of an element.
type classHint struct {
	word  string
	value hint
	topic topic // what it speaks of instead, whatever other words say
	whole bool  // the word must be a whole token, not a part of one
}

// hint is what an element's class or id says about its part in the page.
type hint int8

const (
	hintNone    hint = iota
	hintContent      // the article's text
	hintInfo         // date, source, byline
	hintAside        // what stands around an article: menus, lists, comments, advertising
)

// topic is a set of what the class or id of an element speaks of.
type topic uint8

const (
	topicTitle   topic = 1 << iota // a headline
	topicCrumb                     // a breadcrumb
	topicSidebar                   // what stands beside the article
	topicTags                      // keywords
	topicAdvert                    // advertising
)

// maxClasses bounds the states of the automaton that finds the words.
const maxClasses = 800

func (p *phrases) addClass(f []string) error {
	h := classHint{word: strings.TrimPrefix(f[1], "="), whole: strings.HasPrefix(f[1], "=")}
	switch f[0] {
	case "content":
		h.value = hintContent
	case "info":
		h.value = hintInfo
	case "aside":
		h.value = hintAside
	case "title":
		h.topic = topicTitle
	case "crumb":
		h.topic = topicCrumb
	case "sidebar":
		h.topic = topicSidebar
	case "tags":
		h.topic = topicTags
	case "advert":
		h.topic = topicAdvert
	default:
		return fmt.Errorf("unknown hint %q", f[0])
	}
	for i := range len(h.word) {
		if c := h.word[i]; !isLetter(c) && c != '-' && c != '_' {
			return fmt.Errorf("%q: letters, - and _ only", f[1])
		}
	}
	if len(h.word) == 0 || len(h.word) > 40 || len(p.hints) == maxClasses {
		return fmt.Errorf("%q: want 1 to 40 letters in at most %d words", f[1], maxClasses)
	}
	p.hints = append(p.hints, h)
	return nil
}
