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
// # Strings
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
//
// # JSON
//
// The JSON form is one line with the names above; docs/json.md describes it for
// other languages and schema.json is its schema.
//
// # HTML
//
// The HTML form is a complete page that needs no style sheet and is well-formed
// XML as well. One element holds each field, in the order of reading; what HTML
// has no element for stands in a class or a data attribute:
//
//	<article data-url="…">     URL, and the canonical link if it is a web address
//	<p class="site">           Site
//	<nav class="section">      Section, one li each
//	<p class="kicker">, <h1>, <p class="subtitle">
//	<p class="info">           Published, Modified, Source
//	<p class="summary">        Summary
//	<div class="body">         Body: p, h2 … h6, figure, ul, ol, table, blockquote
//	<p class="credit" data-role="…">   Credits
//	<section class="related">  Related, one for each run of the same Group
//	<ul class="keywords">, <p class="notice">, <p class="next">
//
// LF is <br/>. An address of any scheme but http and https (for images also
// data: of a raster format) goes into data-url instead of href or src, so that
// nothing of a hostile page can run or be fetched; the page forbids scripts by
// its own content security policy besides.
//
// # Text
//
// The text form, for people and archives. Layout says what a line is:
//
//	江岸大桥今日通车                            Title, always the first line
//	2024-05-01 08:30 来源: 江岸日报             Published, Source, or one of them, or no line
//
//	全长三公里                                  Subtitle, one paragraph
//
//	　　大桥于今日上午通车。                    Body: each line begins with two U+3000;
//	　　全长三公里。                            the lines of one paragraph are not set apart
//
//	　　（完）
//
//	大家还在看                                  Related: Group, or no such line,
//	  1、大桥收费方案公布                       then two spaces, Ordinal and 、,
//	  • 三号线延长                              or • where Ordinal is 0
//
//	权威发布                                    Notices: one paragraph each
//	快关注
//
//	　记者:张三　编辑:王五、赵六                Credits: one line, begins with one U+3000
//
// One empty line parts the paragraphs of this list; one line feed ends the
// text. Everything below the body needs a body to stand below.
//
// The form has no room for the rest, so [Article.Project] drops URL, Site,
// Section, Modified, Summary, Keywords, Language, Next, Source.URL, and
// likewise
//
//   - the kicker becomes the first line of the subtitle;
//   - of a time stays what its precision names, at UTC+8, as 2006-01-02
//     15:04:05 or the head of that, in Raw too;
//   - headings and quotes become paragraphs; so do lists, a line for each item,
//     and tables, a line for each row, with U+3000 between the cells; other
//     blocks are dropped, and so are spans and captions;
//   - of a related link stay Ordinal, Title and Group; links without a title are
//     dropped;
//   - a credit loses Org, and gets the commonest label of its role if its own
//     does not say the role (本期编辑 becomes 编辑); a name that holds 、 or
//     U+3000 is dropped.
//
// # JSON-LD
//
// The JSON-LD form is one schema.org NewsArticle, escaped so that it can stand
// in a script element. [Article.Project] keeps for it what schema.org has a
// property for:
//
//   - addresses only if they are absolute http or https ones, and media only
//     with such an address;
//   - times without Raw, and without the clock at UTC+8;
//   - credits sorted by property: author (authors, reporters, correspondents,
//     interns), editor (editors of every rank, proofreaders, reviewers),
//     producer, translator, contributor (all others);
//   - the body as in the text form, followed by all images, videos and audio;
//   - not Kicker, Related, Notices and Next.
//
// Role and Label of a credit are additionalType and jobTitle of a Person.
//
// # Markdown
//
// The Markdown form is for people and language models: YAML front matter with
// the fields outside of the body, under their JSON names and in double quotes,
// then the title as a heading and the body as CommonMark with tables. Every
// character that could be taken for mark-up is escaped. It is not read back.
package article
