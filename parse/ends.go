package parse

// ends reports whether the article is over at line i: a heading of other
// stories, an editor's line, a notice or a counter, behind which little or
// nothing of the body's worth is left.
func (x *extraction) ends(i int, g region) bool {
	limit := 0.0
	switch r := &x.readings[i]; r.kind {
	case kindHeading:
		if r.head == headingStop && containsAny(x.lines[i].text, "评论", "評論", "跟帖", "留言", "跟贴") {
			return true // readers speak, whoever has more to say
		}
		if limit = 1; x.lines[i].link > 0 {
			limit = 0.1 // one link on the heading's own line, among paragraphs
			if x.paragraphBehind(i) {
				limit = 0
			}
		} else if r.head == headingRelated && x.storyBehind(i) {
			return false
		}
	case kindCredits:
		if limit = 0.1; hasEditor(r.fields) {
			limit = 0.5
		}
	case kindNotice, kindInfo, kindKeywords, kindPager:
		limit = 0.2
	default:
		return false
	}
	before := x.sumContent[i] - x.sumContent[g.from]
	return x.rest[i+1-g.from] < limit*before
}

// paragraphBehind reports whether a sentence without links stands right behind
// line i, set like it.
func (x *extraction) paragraphBehind(i int) bool {
	if i+1 >= x.body.to || x.dropped[i+1] {
		return false
	}
	return x.proseAt(i+1) && x.tree.Parent[x.lines[i+1].block] == x.tree.Parent[x.lines[i].block]
}

// storyBehind reports whether the story goes on behind the links that heading i
// announces: with running text, set like that before the heading. Links and text
// by turns are titles and abstracts, and so may one link and one text be.
func (x *extraction) storyBehind(i int) bool {
	j := i + 1
	for j < min(i+1+longestList, x.body.to) && x.lines[j].linked() && x.readings[j].kind == kindText {
		j++
	}
	links, before := j-i-1, i-1
	for before > max(i-4, x.body.from) && !x.keep[before] {
		before--
	}
	heads := 0
	for ; heads < 2 && j < x.body.to && x.isHeading(x.lines[j].block) && x.lines[j].link == 0 && x.readings[j].kind == kindText; j++ {
		heads++ // of the story's next part
	}
	if links == 0 || before < x.body.from || !x.keep[before] || !x.proseLike(j, before) {
		return false
	}
	if heads > 0 {
		return true
	}
	if links == 1 {
		return x.proseLike(j+1, before)
	}
	return j+1 >= x.body.to || !x.lines[j+1].linked()
}

// proseLike reports whether line j is running text of the body without links, in
// an element like that of line i beside it.
func (x *extraction) proseLike(j, i int) bool {
	if j >= x.body.to || x.dropped[j] || !x.proseAt(j) {
		return false
	}
	a, b := x.lines[i].block, x.lines[j].block
	return x.tree.Parent[a] == x.tree.Parent[b] && x.tree.Nodes[a].DataAtom == x.tree.Nodes[b].DataAtom
}

// proseAt reports whether line i is running text without links.
func (x *extraction) proseAt(i int) bool {
	l := &x.lines[i]
	return x.readings[i].kind == kindText && l.sentence() && l.Stop > 0 && l.link == 0
}
