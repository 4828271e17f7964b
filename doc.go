// Package zhnews turns Chinese news pages into typed articles.
//
// The root package holds documentation only. A program imports the packages
// that do the work, in the direction bytes → encoding → parse → article; each
// is useful without those behind it:
//
//   - [github.com/zhnews/zhnews/encoding] finds the charset of a page, decodes
//     it, undoes damage to the text, and reports all of it;
//   - [github.com/zhnews/zhnews/parse] reads the title, times, source, credits,
//     body and the other fields out of HTML or plain text;
//   - [github.com/zhnews/zhnews/article] is the typed result and its codecs.
//
// The shortest way from a page to its article:
//
//	res, err := parse.HTML(page, parse.Options{URL: address})
//	if err != nil {
//		return err // parse.ErrNoArticle, ErrTooLarge …; res says what was found out
//	}
//	fmt.Println(res.Article.Title)
//
// The library never touches the network, never logs, never panics on input and
// never invents text: what it cannot know it leaves empty and reports.
package zhnews
