package article

// Article is one story as its reader would read it. The zero value is a valid,
// empty article. Its slices belong to whoever holds it; no function of this
// package keeps or shares them, unless it says so.
type Article struct {
	// URL is the absolute address of the page, "" if unknown.
	URL string `json:"url,omitempty"`
	// Site is the portal's own name as it prints it (人民网), not a host name.
	Site string `json:"site,omitempty"`
	// Section is the breadcrumb, outermost first, without the title.
	Section []string `json:"section,omitempty"`
	// Kicker is the line above the title (引题).
	Kicker string `json:"kicker,omitempty"`
	// Title is the headline as printed (主题), without the site's suffix.
	Title string `json:"title,omitempty"`
	// Subtitle is what stands below the title (副题); LF joins its lines.
	Subtitle string `json:"subtitle,omitempty"`
	// Published is when the page says that it was published.
	Published Time `json:"published,omitzero"`
	// Modified is when the page says that it was last changed.
	Modified Time `json:"modified,omitzero"`
	// Source is the outlet that the page names as its source (来源).
	Source Source `json:"source,omitzero"`
	// Credits holds one entry for each person and role, in page order.
	Credits []Credit `json:"credits,omitempty"`
	// Summary is the printed abstract (摘要, 导读) or the description meta.
	Summary string `json:"summary,omitempty"`
	// Body is the story, in order.
	Body []Block `json:"body,omitempty"`
	// Related holds the links to other articles that the page offers.
	Related []RelatedLink `json:"related,omitempty"`
	// Keywords are the page's own tags.
	Keywords []string `json:"keywords,omitempty"`
	// Notices are slogans, disclaimers and copyright lines, one string each.
	Notices []string `json:"notices,omitempty"`
	// Language is a BCP 47 tag such as "zh-Hans", "" if unknown.
	Language string `json:"language,omitempty"`
	// Next holds the absolute addresses of this article's further pages.
	Next []string `json:"next,omitempty"`
}

// Source is the outlet that a story was taken from.
type Source struct {
	// Name is the outlet without its label (来源, 稿源, 转自).
	Name string `json:"name,omitempty"`
	// URL is where the name links to, "" if nowhere.
	URL string `json:"url,omitempty"`
}

// RelatedLink is a link to another article, offered beside or under this one.
// It has a title, an address, or both.
type RelatedLink struct {
	// Ordinal is the printed number, 0 if none.
	Ordinal int `json:"ordinal,omitempty"`
	// Title is the text of the link, without its number.
	Title string `json:"title,omitempty"`
	// URL is the absolute address, "" in plain text.
	URL string `json:"url,omitempty"`
	// Group is the heading above the link (大家还在看).
	Group string `json:"group,omitempty"`
	// Note is what a bracket behind, and outside, the link says, without the
	// bracket.
	Note string `json:"note,omitempty"`
}
