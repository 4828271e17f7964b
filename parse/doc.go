// Package parse reads typed articles out of Chinese news pages.
//
//	res, err := parse.HTML(page, parse.Options{URL: address})
//	if errors.Is(err, parse.ErrNoArticle) {
//		return // a home page, a list, a log-in wall
//	}
//	fmt.Println(res.Article.Title, res.Article.Published.Raw, res.Article.Source.Name)
//
// [HTML] takes the bytes of a page, [Text] those of its plain text, [Document]
// a tree that the caller already holds. All three return a [Result]: the
// [article.Article], how the bytes were read, the defects of the result
// (Problems) and where each field came from (Provenance). What a page does not
// say stays empty; nothing is invented.
//
// # How a page is read
//
// One walk over the tree numbers its nodes and cuts it into lines, a line being
// what a reader sees as one. Every later decision is one about lines:
//
//   - the title is the line that agrees best with what the page states as its
//     title; below the body it gives way to the line above the info line;
//   - the body is the element whose lines hold most running text for the least
//     of links and scraps, as the difference of two prefix sums;
//   - inside it, each line is read by one grammar of fields (times, labels with
//     their values, role labels with names), and only what is the story stays;
//   - the lines around title and body give times, source and credits.
//
// A page that shows no article is read again: from the JSON in its scripts,
// which is decoded and never executed, then with what its styles hide. Both are
// reported ([CodeBodyScript], [CodeBodyHidden]).
//
// # Where several answers stand on the page
//
// What the page shows beats its metas. Of what it shows, the info line between
// title and text beats the lines above the title, and those beat the lines
// behind the text. A time that says more of the same day beats one that says
// less, unless it contradicts a clock that is shown; a labelled time beats one
// without a label. Where 更新时间 is the only time, it counts as that of
// publication, with [CodePublishedModified]. A second, different source or day is
// a problem with the other value in its detail ([CodeSourceConflict],
// [CodePublishedConflict]). People named in metas are added only if the page
// does not credit them itself.
//
// Times without a zone are UTC+8. Relative addresses are resolved against base,
// the canonical link, or Options.URL; without any they stay as printed
// ([CodeURLRelative]).
//
// # Profiles
//
// A portal profile is a file of selectors, see [LoadProfiles]. It says which
// element holds a field; what the text of the element means is read by the same
// grammar. Profiles are chosen by the host of Options.URL, of the canonical
// link, of og:url or of base, otherwise by marks that they name. Without a
// profile the generic rules do the work; [NoProfiles] switches profiles off.
//
// # Input that is no article
//
// A page that is none gives [ErrNoArticle], with the reason in a problem of code
// [CodeNotArticle]. An article has a Confidence of 0.5 or more: how often a result
// that rests on the same evidence has headline, time and body right. Input of no text gives [ErrEmpty], of more than Options.MaxBytes
// [ErrTooLarge], bytes that are no text in any known charset [ErrNotText]. No
// input makes the package panic: nesting is flattened, the number of nodes
// limited, and time is linear in the size of the page.
package parse
