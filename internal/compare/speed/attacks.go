package main

import (
	"slices"
	"strconv"
	"strings"
)

// An attack is a page that was made to harm its reader. The same n gives the
// same bytes.
type attack struct {
	name string
	n    int // how often the page says it
	make func(n int) string
}

// after puts n copies of s below the story.
func after(s string) func(int) string {
	return func(n int) string { return page("", story()+strings.Repeat(s, n)) }
}

// around puts the story inside of n open tags.
func around(s string) func(int) string {
	return func(n int) string { return page("", strings.Repeat(s, n)+story()) }
}

// inside puts n copies of s into the text of the story.
func inside(s string) func(int) string {
	return between("", s, "")
}

// between puts n copies of s, and what they stand in, into the story.
func between(open, s, end string) func(int) string {
	return func(n int) string {
		return page("", "<h1>"+storyTitle+"</h1><p>2024-05-01 08:30 来源：江岸日报</p><div><p>"+marker+"。</p>"+sentences(4)+
			"<p>"+open+strings.Repeat(s, n)+end+"</p>"+sentences(4)+"</div>")
	}
}

// inHead puts n copies of s, and what they stand in, into the head.
func inHead(open, s, end string) func(int) string {
	return func(n int) string { return page(open+strings.Repeat(s, n)+end, story()) }
}

// numbered puts n pieces below the story, the number of each for every #.
func numbered(s string) func(int) string {
	return func(n int) string { return page("", story()+count(s, n)) }
}

func count(s string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(s, "#", strconv.Itoa(i)))
	}
	return b.String()
}

// bare is n copies of s and nothing else.
func bare(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n) }
}

// manyAttributes are n attributes of different names.
func manyAttributes(n int) string { return count(` a#="v#"`, n) }

// info puts n copies of s into the line below the headline.
func info(s string) func(int) string {
	return func(n int) string {
		return page("", "<h1>"+storyTitle+"</h1><p>2024-05-01 08:30 "+strings.Repeat(s, n)+"</p><div><p>"+marker+"。</p>"+sentences(8)+"</div>")
	}
}

// attacks are all pages of the command hostile.
func attacks() []attack {
	return slices.Concat(nestingAttacks(), countAttacks(), lengthAttacks(), byteAttacks(), textAttacks(), scriptAttacks())
}
