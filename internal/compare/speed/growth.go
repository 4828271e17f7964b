package main

import (
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// unit is the size of the smallest page of a family, in bytes.
const unit = 20_000

// tooLong is the processor time from which a library gets no larger page of a
// family.
const tooLong = 5 * time.Second

// A page is read over and over for a turn, of which the best counts: the clock of a
// process may tick every few milliseconds only.
const turns, turn = 5, 30 * time.Millisecond

// A family makes pages of one kind in any size.
type family struct {
	name string
	// piece is what the page repeats; i numbers the pieces.
	piece  func(i int) string
	inside bool // the pieces belong to the story
}

func families() []family {
	return []family{
		{name: "news mix", piece: mix},
		{name: "paragraphs", piece: paragraph, inside: true},
		{name: "links", piece: link},
		{name: "nested comments", piece: thread},
		{name: "comments, each in the one before", piece: reply},
	}
}

func paragraph(i int) string {
	return "<p>　　" + sentence(i) + sentence(i+2) + sentence(i+5) + "</p>\n"
}

// mix is what stands on a news page: mostly links, a picture now and then, and
// a paragraph.
func mix(i int) string {
	switch i % 8 {
	case 0:
		return "<p>" + sentence(i) + sentence(i+1) + "</p>\n"
	case 1:
		return `<div class="pic"><img src="/img/` + strconv.Itoa(i) + `.jpg" alt=""><span>图为大桥第` + strconv.Itoa(i) + "号塔</span></div>\n"
	case 2:
		return "<script>var slot" + strconv.Itoa(i) + " = {id: " + strconv.Itoa(i) + ", on: true};</script>\n"
	}
	return link(i)
}

func link(i int) string {
	n := strconv.Itoa(i)
	return `<li class="item"><a href="/2024/05/` + n + `.html" target="_blank">江岸大桥第` + n + "日通行情况通报</a><span>05-01 08:30</span></li>\n"
}

// thread is an exchange of comments that quote each other, 40 deep.
func thread(i int) string {
	var b strings.Builder
	for j := range 40 {
		b.WriteString(reply(i*40 + j))
	}
	return b.String() + strings.Repeat("</div>", 40) + "\n"
}

func reply(i int) string {
	return `<div class="reply"><p>网友` + strconv.Itoa(i) + "：" + sentence(i) + "</p>"
}

// make writes a page of about the given size: a story of 4 KB, and the pieces
// below it. Paragraphs make the story longer.
func (f family) make(size int) string {
	const paragraphs = 20
	var b strings.Builder
	rest := size - len(page("", storyOf(paragraphs)))
	for i := 0; b.Len() < rest; i++ {
		b.WriteString(f.piece(i))
	}
	if f.inside {
		return page("", strings.Replace(storyOf(paragraphs), "</div>", b.String()+"</div>", 1))
	}
	return page("", storyOf(paragraphs)+`<div class="more">`+b.String()+"</div>")
}

// runGrowth times the libraries on each family in growing sizes.
func runGrowth(w io.Writer) error {
	printVersions(w)
	address, err := url.Parse(anyAddress)
	if err != nil {
		return err
	}
	scales := []int{1, 2, 4, 8, 16, 32, 64}
	fmt.Fprintf(w, "CPU ms by size, × %d KB, and the e of the best fit of time to size^e. * means: no article.\n\n| family | library |", unit/1000)
	for _, s := range scales {
		fmt.Fprintf(w, " %d× |", s)
	}
	fmt.Fprint(w, " e |\n|---|---|"+strings.Repeat("--:|", len(scales)+1)+"\n")
	for _, f := range families() {
		pages := make([][]byte, len(scales))
		for i, s := range scales {
			pages[i] = []byte(f.make(s * unit))
		}
		for _, c := range contenders() {
			growthRow(w, f.name, c, pages, address)
		}
	}
	return nil
}

func growthRow(w io.Writer, family string, c contender, pages [][]byte, address *url.URL) {
	fmt.Fprintf(w, "| %s | %s |", family, c.name)
	var points []point
	for _, src := range pages {
		var err error
		once := func() cost { return timed(func() { _, err = c.fromBytes(src, address) }) }
		if n := len(points); n > 0 && points[n-1].y > tooLong.Seconds() {
			fmt.Fprint(w, " too long |")
			continue
		}
		var times []time.Duration
		for range turns {
			times = append(times, spread(turn, once).cpu)
		}
		best := slices.Min(times)
		if err != nil && strings.Contains(err.Error(), "open stack of elements") {
			fmt.Fprint(w, " refused |") // by html.Parse, which all peers call
			continue
		}
		mark := ""
		if err != nil {
			mark = "*"
		}
		fmt.Fprintf(w, " %.1f%s |", ms(best), mark)
		points = append(points, point{float64(len(src)), best.Seconds()})
	}
	fmt.Fprintf(w, " %.2f |\n", exponent(points))
}
