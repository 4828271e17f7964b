package article

import (
	"cmp"
	"slices"
)

// Join returns one article from the pages of it, in order. It is canonical and
// shares nothing with the pages but strings.
//
// Each field of one value comes from the first page that has it, Section from
// the first that has any; Modified comes from the last. The bodies follow each
// other; blocks that a page repeats from the end of the pages before it are kept
// once. Credits, Related, Keywords and Notices are united: of a later page are
// taken those that are not there yet. Next likewise, without the addresses of
// the pages themselves.
//
// Join() is empty; Join(a) and Join(a, a) are the canonical form of a, if that
// does not name its own address as Next; and but for Next, Join(Join(a, b), c)
// is Join(a, b, c).
func Join(pages ...*Article) *Article {
	joined := new(Article)
	for i, page := range pages {
		if page = page.Project(JSON); i == 0 {
			joined = page
		} else {
			joined.add(page)
		}
	}
	joined.Next = nilIfEmpty(slices.DeleteFunc(joined.Next, func(url string) bool {
		return slices.ContainsFunc(pages, func(page *Article) bool { return clean(page.URL, oneLine) == url })
	}))
	return joined
}

// add appends a further page; both are canonical.
func (a *Article) add(page *Article) {
	for _, field := range [...]struct{ first, later *string }{
		{&a.URL, &page.URL}, {&a.Site, &page.Site}, {&a.Kicker, &page.Kicker}, {&a.Title, &page.Title},
		{&a.Subtitle, &page.Subtitle}, {&a.Summary, &page.Summary}, {&a.Language, &page.Language},
	} {
		*field.first = cmp.Or(*field.first, *field.later)
	}
	if len(a.Section) == 0 {
		a.Section = page.Section
	}
	if a.Published.IsZero() {
		a.Published = page.Published
	}
	if !page.Modified.IsZero() {
		a.Modified = page.Modified
	}
	a.Source = cmp.Or(a.Source, page.Source)
	a.Body = append(a.Body, page.Body[repeated(a.Body, page.Body):]...)
	a.Credits = union(a.Credits, page.Credits)
	a.Related = union(a.Related, page.Related)
	a.Keywords = union(a.Keywords, page.Keywords)
	a.Notices = union(a.Notices, page.Notices)
	a.Next = union(a.Next, page.Next)
}

// union appends to list what of more it does not have.
func union[T comparable](list, more []T) []T {
	have := make(map[T]bool, len(list))
	for _, x := range list {
		have[x] = true
	}
	for _, x := range more {
		if !have[x] {
			have[x] = true
			list = append(list, x)
		}
	}
	return list
}

// repeated returns how many blocks at the start of page are those at the end of
// body: the most that are. It is the matching of Knuth, Morris and Pratt, so
// that pages of many equal blocks take no longer than others.
func repeated(body, page []Block) int {
	body = body[max(0, len(body)-len(page)):]
	key := make([]string, len(page))
	for i := range page {
		key[i] = blockKey(&page[i])
	}
	border := make([]int, len(page)+1) // of each head of page
	extend := func(k int, with string) int {
		for k > 0 && (k == len(key) || key[k] != with) {
			k = border[k]
		}
		if k < len(key) && key[k] == with {
			k++
		}
		return k
	}
	k := 0
	for i := 1; i < len(key); i++ {
		k = extend(k, key[i])
		border[i+1] = k
	}
	k = 0
	for i := range body {
		k = extend(k, blockKey(&body[i]))
	}
	return k
}

// blockKey is equal for equal blocks.
func blockKey(b *Block) string {
	var w jsonWriter
	w.first = true
	w.block(b)
	return string(w.b)
}
