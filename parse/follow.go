package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// Platforms put a button beside the name of an account, by which its reader
// follows it.

// followed returns the account that a button between headline and text offers to
// follow: the first name in the element around the button.
func (x *extraction) followed(g infoGap) (found string) {
	if g.from <= 0 || g.first >= len(x.lines) {
		return ""
	}
	from, to := x.lines[g.from-1].last+1, x.lines[g.first].first
	for id := from; id < min(to, from+farthestButton) && found == ""; id++ {
		if n := x.tree.Nodes[id]; n.Type != html.TextNode || !followWord(n.Data) {
			continue
		}
		r := x.aroundButton(id)
		for i := max(r.from, g.from); i < min(r.to, r.from+3, g.first) && found == ""; i++ {
			if x.inCrumbs(i) {
				continue
			}
			x.shortNames(i, func(_ int32, name string) bool {
				if !containsAny(name, noAccounts...) {
					found = name
				}
				return found != ""
			})
		}
	}
	return found
}

// aroundButton returns the region of the element around the text of a button that
// has more than buttons. One that holds the headline as well is too wide, unless
// it is the first with lines.
func (x *extraction) aroundButton(id int32) region {
	const farthest = 4
	r := x.region(x.tree.Parent[id])
	for up := 0; up < farthest && r.node > 0 && x.onlyButtons(r); up++ {
		wider := x.region(x.tree.Parent[r.node])
		if !r.empty() && wider.from <= x.title.line {
			break
		}
		r = wider
	}
	return r
}

// onlyButtons reports whether a region has no line but buttons.
func (x *extraction) onlyButtons(r region) bool {
	for i := r.from; i < r.to; i++ {
		if x.readings[i].kind != kindChrome {
			return false
		}
	}
	return true
}

// farthestButton bounds the nodes among which a button is looked for.
const farthestButton = 400

// followWord reports whether s is what a button says that follows an account.
func followWord(s string) bool {
	if len(s) > 60 {
		return false
	}
	switch strings.Trim(s, "+＋ 　\n\t\r") {
	case "关注", "關注", "加关注", "订阅", "追蹤":
		return true
	}
	return false
}
