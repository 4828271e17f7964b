package article

import "slices"

// jsonldWriter writes the JSON-LD form, which the package comment describes.
type jsonldWriter struct{ jsonWriter }

const schemaOrg = "https://schema.org"

// creditProperties are the properties of a NewsArticle that hold people.
func creditProperties() []string {
	return []string{"author", "editor", "producer", "translator", "contributor"}
}

// creditProperty returns the property for a role.
func creditProperty(r Role) string {
	switch r {
	case RoleAuthor, RoleReporter, RoleCorrespondent, RoleIntern:
		return "author"
	case RoleEditor, RoleResponsibleEditor, RoleChiefEditor, RoleProofreader, RoleReviewer:
		return "editor"
	case RoleProducer:
		return "producer"
	case RoleTranslator:
		return "translator"
	}
	return "contributor"
}

// media are the block types that have properties of their own.
func media() []BlockType { return []BlockType{Image, Video, Audio} }

func mediaProperty(t BlockType) string { return string(t) }

func mediaObject(t BlockType) string {
	switch t {
	case Image:
		return "ImageObject"
	case Video:
		return "VideoObject"
	}
	return "AudioObject"
}

// projectJSONLD is [Article.Project] for JSONLD; a is canonical and not used
// again.
func projectJSONLD(a *Article) *Article {
	p := *a
	p.Kicker, p.Related, p.Notices, p.Next = "", nil, nil, nil
	p.URL = onlyWeb(a.URL)
	p.Source.URL = onlyWeb(a.Source.URL)
	p.Published = datetimeOnly(a.Published)
	p.Modified = datetimeOnly(a.Modified)
	p.Credits = nil
	for _, property := range creditProperties() {
		for _, c := range a.Credits {
			if creditProperty(c.Role) == property {
				p.Credits = append(p.Credits, c)
			}
		}
	}
	p.Body = plainBody(a.Body)
	for _, kind := range media() {
		for _, b := range a.Body {
			if b.Type == kind && isWeb(b.Src) {
				b.Poster = onlyWeb(b.Poster)
				p.Body = append(p.Body, b)
			}
		}
	}
	return &p
}

func onlyWeb(url string) string {
	if isWeb(url) {
		return url
	}
	return ""
}

// datetimeOnly keeps what a date in the form of its precision says.
func datetimeOnly(t Time) Time {
	if t.Precision == "" {
		return Time{}
	}
	date, _ := formatDatetime(t)
	moment, precision, err := parseDatetime(date, "")
	if err != nil || moment.IsZero() {
		return Time{}
	}
	return Time{Time: moment, Precision: precision}
}

// appendJSONLD writes an article that projectJSONLD has returned.
func appendJSONLD(b []byte, a *Article) []byte {
	w := jsonldWriter{jsonWriter{b: b, html: true}}
	w.open('{')
	w.text("@context", schemaOrg)
	w.text("@type", "NewsArticle")
	w.text("url", a.URL)
	w.text("mainEntityOfPage", a.URL)
	w.text("headline", a.Title)
	w.text("alternativeHeadline", a.Subtitle)
	w.text("description", a.Summary)
	w.text("inLanguage", a.Language)
	w.strings("articleSection", a.Section)
	w.strings("keywords", a.Keywords)
	w.datetime("datePublished", a.Published)
	w.datetime("dateModified", a.Modified)
	w.organization("publisher", a.Site, "")
	w.organization("sourceOrganization", a.Source.Name, a.Source.URL)
	for _, property := range creditProperties() {
		w.people(property, a.Credits)
	}
	for _, kind := range media() {
		w.media(kind, a.Body)
	}
	w.text("articleBody", articleBody(a.Body))
	w.end('}')
	return append(w.b, '\n')
}

// articleBody joins paragraphs with an empty line.
func articleBody(body []Block) string {
	var text []byte
	for i := range body {
		if body[i].Type == Paragraph {
			if len(text) > 0 {
				text = append(text, "\n\n"...)
			}
			text = append(text, body[i].Text...)
		}
	}
	return string(text)
}

func (w *jsonldWriter) datetime(name string, t Time) {
	if t.Precision != "" {
		date, _ := formatDatetime(t)
		w.text(name, date)
	}
}

func (w *jsonldWriter) organization(property, name, url string) {
	if name == "" && url == "" {
		return
	}
	w.key(property)
	w.open('{')
	w.text("@type", "Organization")
	w.text("name", name)
	w.text("url", url)
	w.end('}')
}

func (w *jsonldWriter) people(property string, credits []Credit) {
	credits = slices.DeleteFunc(slices.Clone(credits), func(c Credit) bool { return creditProperty(c.Role) != property })
	objects(&w.jsonWriter, property, credits, func(j *jsonWriter, c *Credit) {
		j.text("@type", "Person")
		j.text("name", c.Name)
		j.text("jobTitle", c.Label)
		j.text("additionalType", string(c.Role))
		if c.Org != "" {
			j.key("affiliation")
			j.open('{')
			j.text("@type", "Organization")
			j.text("name", c.Org)
			j.end('}')
		}
	})
}

func (w *jsonldWriter) media(kind BlockType, body []Block) {
	body = slices.DeleteFunc(slices.Clone(body), func(b Block) bool { return b.Type != kind })
	objects(&w.jsonWriter, mediaProperty(kind), body, func(j *jsonWriter, b *Block) {
		j.text("@type", mediaObject(kind))
		j.text("contentUrl", b.Src)
		j.text("thumbnailUrl", b.Poster)
		j.text("name", b.Alt)
		j.text("caption", b.Caption)
		j.text("creditText", b.Credit)
	})
}
