// Package article is the typed form of one Chinese news story, and its codecs.
//
// An [Article] is a plain value: no methods of it touch the network, the clock
// or the disk, and none panics on any input. [Article.Append] writes it in one
// of several formats and [Parse] reads it back; what a format cannot carry is
// said by [Article.Project], so that for every article a and readable format f
//
//	Parse(a.Append(nil, f), f) = a.Project(f)
//
// # Fields
//
// The JSON name is the contract between languages; the schema.org property is
// the one that the JSON-LD and HTML forms use.
//
//	Go          JSON        schema.org            中文
//	URL         url         url, mainEntityOfPage 网址
//	Site        site        publisher             网站名
//	Section     section     articleSection        栏目 (面包屑)
//	Kicker      kicker      –                     引题, 肩题
//	Title       title       headline              主题, 标题
//	Subtitle    subtitle    alternativeHeadline   副题
//	Published   published   datePublished         发布时间
//	Modified    modified    dateModified          更新时间
//	Source      source      sourceOrganization    来源, 稿源
//	Credits     credits     author, editor, …     署名
//	Summary     summary     description           摘要, 导读, 核心提示
//	Body        body        articleBody           正文
//	Related     related     –                     相关新闻
//	Keywords    keywords    keywords              关键词, 标签
//	Notices     notices     –                     声明, 提示语
//	Language    language    inLanguage            语言
//	Next        next        –                     下一页
//
// # Text
//
// Every string is valid UTF-8 and holds the characters that the page printed.
// Nothing is folded: neither width, nor script, nor Unicode normal form. What
// is layout and not text is absent, in detail:
//
//   - no white space (U+3000, U+00A0, U+200B and U+FEFF included) at either end
//     of a string or of a line, and no two spaces in a row;
//   - no control character (C0, DEL, C1) but LF, no U+2028 or U+2029, and not
//     the noncharacters U+FFFE and U+FFFF, which no XML or HTML may hold;
//   - LF only in Subtitle, Summary, Notices, and a block's Text, Caption, Items
//     and cells, where it is a line break (<br>); never two in a row, because an
//     empty line ends a paragraph.
//
// [Article.Normalize] brings any article to this form, [Article.Validate] says
// where one is not in it.
package article
