package article

// The functions of this file say which JSON members fill which fields; the
// order of the names is that of the cases.

func (r *jsonReader) article(a *Article) bool {
	return r.object([]string{
		"url", "site", "section", "kicker", "title", "subtitle", "published", "modified", "source", "credits",
		"summary", "body", "related", "keywords", "notices", "language", "next",
	}, func(i int) bool {
		switch i {
		case 0:
			return r.string(&a.URL)
		case 1:
			return r.string(&a.Site)
		case 2:
			return r.strings(&a.Section)
		case 3:
			return r.string(&a.Kicker)
		case 4:
			return r.string(&a.Title)
		case 5:
			return r.string(&a.Subtitle)
		case 6:
			return r.moment(&a.Published)
		case 7:
			return r.moment(&a.Modified)
		case 8:
			return r.source(&a.Source)
		case 9:
			return list(r, &a.Credits, r.credit)
		case 10:
			return r.string(&a.Summary)
		case 11:
			return list(r, &a.Body, r.block)
		case 12:
			return list(r, &a.Related, r.related)
		case 13:
			return r.strings(&a.Keywords)
		case 14:
			return r.strings(&a.Notices)
		case 15:
			return r.string(&a.Language)
		default:
			return r.strings(&a.Next)
		}
	})
}

func (r *jsonReader) moment(t *Time) bool {
	return r.object([]string{"raw", "time", "precision"}, func(i int) bool {
		switch i {
		case 0:
			return r.string(&t.Raw)
		case 1:
			return r.time(&t.Time)
		default:
			return r.string((*string)(&t.Precision))
		}
	})
}

func (r *jsonReader) source(s *Source) bool {
	return r.object([]string{"name", "url"}, func(i int) bool {
		return r.string([...]*string{&s.Name, &s.URL}[i])
	})
}

func (r *jsonReader) credit(c *Credit) bool {
	return r.object([]string{"role", "label", "name", "org"}, func(i int) bool {
		return r.string([...]*string{(*string)(&c.Role), &c.Label, &c.Name, &c.Org}[i])
	})
}

func (r *jsonReader) related(l *RelatedLink) bool {
	return r.object([]string{"title", "url", "group", "note", "ordinal"}, func(i int) bool {
		if i == 4 {
			return r.int(&l.Ordinal)
		}
		return r.string([...]*string{&l.Title, &l.URL, &l.Group, &l.Note}[i])
	})
}

func (r *jsonReader) block(b *Block) bool {
	return r.object([]string{
		"type", "text", "src", "poster", "alt", "caption", "credit", "level", "spans", "ordered", "items",
		"header", "rows",
	}, func(i int) bool {
		switch i {
		case 7:
			return r.int(&b.Level)
		case 8:
			return list(r, &b.Spans, r.span)
		case 9:
			return r.bool(&b.Ordered)
		case 10:
			return r.strings(&b.Items)
		case 11:
			return r.int(&b.Header)
		case 12:
			return list(r, &b.Rows, r.strings)
		default:
			return r.string([...]*string{
				(*string)(&b.Type), &b.Text, &b.Src, &b.Poster, &b.Alt, &b.Caption, &b.Credit,
			}[i])
		}
	})
}

func (r *jsonReader) span(s *Span) bool {
	return r.object([]string{"start", "end", "kind", "url"}, func(i int) bool {
		switch i {
		case 0:
			return r.int(&s.Start)
		case 1:
			return r.int(&s.End)
		case 2:
			return r.string((*string)(&s.Kind))
		default:
			return r.string(&s.URL)
		}
	})
}
