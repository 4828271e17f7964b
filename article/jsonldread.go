package article

import (
	"slices"
	"strings"
)

func parseJSONLD(b []byte) (*Article, error) {
	a, err := finishJSON(&jsonReader{format: JSONLD, b: b}, (*jsonReader).newsArticle)
	if a == nil {
		return nil, err
	}
	// The reader fills nothing that the form does not carry, but values may
	// stand where the writer would not have put them.
	if !a.Equal(a.Project(JSONLD)) {
		return nil, syntaxError(JSONLD, b, 0, &FieldError{Err: ErrSyntax})
	}
	return a, err
}

func (r *jsonReader) newsArticle(a *Article) bool {
	properties := creditProperties()
	people := make([][]Credit, len(properties))
	blocks := make([][]Block, len(media()))
	var page, body string
	names := slices.Concat([]string{
		"@context", "@type", "url", "mainEntityOfPage", "headline", "alternativeHeadline", "description", "inLanguage",
		"articleSection", "keywords", "datePublished", "dateModified", "publisher", "sourceOrganization", "articleBody",
		"image", "video", "audio",
	}, properties)
	ok := r.object(names, func(i int) bool {
		switch i {
		case 0:
			return r.constant(schemaOrg)
		case 1:
			return r.constant("NewsArticle")
		case 8:
			return r.strings(&a.Section)
		case 9:
			return r.strings(&a.Keywords)
		case 10:
			return r.datetime(&a.Published)
		case 11:
			return r.datetime(&a.Modified)
		case 12:
			return r.organization(&a.Site, nil)
		case 13:
			return r.organization(&a.Source.Name, &a.Source.URL)
		case 15, 16, 17:
			kind := media()[i-15]
			return list(r, &blocks[i-15], func(b *Block) bool { b.Type = kind; return r.media(b) })
		}
		if i -= 18; i >= 0 {
			return list(r, &people[i], func(c *Credit) bool { return r.person(properties[i], c) })
		}
		i += 18
		return r.string([...]*string{
			2: &a.URL, 3: &page, 4: &a.Title, 5: &a.Subtitle, 6: &a.Summary, 7: &a.Language, 14: &body,
		}[i])
	})
	if ok && page != a.URL {
		return r.fail(0, page, ErrSyntax)
	}
	a.Credits = slices.Concat(people...)
	if body != "" {
		for text := range strings.SplitSeq(body, "\n\n") {
			a.Body = append(a.Body, Block{Type: Paragraph, Text: text})
		}
	}
	a.Body = append(a.Body, slices.Concat(blocks...)...)
	return ok
}

// constant reads a string that can only be one.
func (r *jsonReader) constant(want string) bool {
	var s string
	r.space()
	at := r.i
	return r.string(&s) && (s == want || r.fail(at, s, ErrUnknown))
}

func (r *jsonReader) datetime(t *Time) bool {
	var s string
	r.space()
	at := r.i
	if !r.string(&s) {
		return false
	}
	var err error
	if t.Time, t.Precision, err = parseDatetime(s, ""); err != nil {
		return r.fail(at, s, err)
	}
	return true
}

func (r *jsonReader) organization(name, url *string) bool {
	names := []string{"@type", "name", "url"}
	if url == nil {
		names = names[:2]
	}
	return r.object(names, func(i int) bool {
		if i == 0 {
			return r.constant("Organization")
		}
		return r.string([...]*string{1: name, 2: url}[i])
	})
}

// person reads a credit; its role must be one that the property holds.
func (r *jsonReader) person(property string, c *Credit) bool {
	r.space()
	at := r.i
	ok := r.object([]string{"@type", "name", "jobTitle", "additionalType", "affiliation"}, func(i int) bool {
		switch i {
		case 0:
			return r.constant("Person")
		case 4:
			return r.organization(&c.Org, nil)
		}
		return r.string([...]*string{1: &c.Name, 2: &c.Label, 3: (*string)(&c.Role)}[i])
	})
	return ok && (creditProperty(c.Role) == property || r.fail(at, string(c.Role), ErrUnknown))
}

func (r *jsonReader) media(b *Block) bool {
	return r.object([]string{"@type", "contentUrl", "thumbnailUrl", "name", "caption", "creditText"}, func(i int) bool {
		if i == 0 {
			return r.constant(mediaObject(b.Type))
		}
		return r.string([...]*string{1: &b.Src, 2: &b.Poster, 3: &b.Alt, 4: &b.Caption, 5: &b.Credit}[i])
	})
}
