package parse

import "github.com/zhnews/zhnews/internal/dom"

// dress is how a page sets its pictures and the short lines behind them. It is
// measured once, since a line alone does not tell a caption from a heading.
type dress struct {
	runes    []int  // sums of the runes of the lines
	pictured []bool // lines right behind a picture
	lines    int    // of the body
	kept     int    // runes of the body
	middle   bool   // most paragraphs are centred, so that it tells nothing
	images   int
	short    int    // images with a short line behind them
	alone    [2]int // centred short lines behind no picture: plain, bold
	behind   [2]int // and behind one
}

// measure fills x.dress.
func (x *extraction) measure() {
	d := &dress{runes: zeroed(x.scratch.runes, len(x.lines)+1), pictured: zeroed(x.scratch.pictured, len(x.lines)+1)}
	x.scratch.runes, x.scratch.pictured = d.runes, d.pictured
	for i := range x.lines {
		d.runes[i+1] = d.runes[i] + x.lines[i].Runes
	}
	x.dress = d
	for k := range x.media {
		m := &x.media[k]
		if dom.IsImage(x.tree.Nodes[m.node]) && x.tree.Within(m.node, x.body.node) && x.picture(m) {
			x.measureImage(m.before)
		}
	}
	centred, all := 0, 0
	for i := x.body.from; i < x.bodyEnd; i++ {
		l := &x.lines[i]
		if !x.keep[i] || x.dataTable(l.block) >= 0 {
			continue
		}
		d.lines++
		d.kept += l.Runes
		if l.sentence() {
			all++
		}
		if !x.centred(l.block) {
			continue
		}
		switch k := bold(l); {
		case l.sentence() && l.Runes > shortCaption:
			centred++
		case d.pictured[i]:
			d.behind[k]++
		case i == 0 || !d.pictured[i-1]:
			d.alone[k]++
		}
	}
	d.middle = centred*2 > all
}

// measureImage counts an image of the body by the line behind it.
func (x *extraction) measureImage(before int) {
	if before >= x.bodyEnd || before < x.body.from {
		return
	}
	d, l := x.dress, &x.lines[before]
	d.images++
	if d.pictured[before] {
		return // a row of pictures has one line
	}
	d.pictured[before] = true
	if x.readings[before].kind != kindText || l.linked() {
		return
	}
	if captionWords(l.text) || l.captionLike(1) {
		d.short++
	}
}
