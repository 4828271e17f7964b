package parse

// publishedKeys are the metas that state a time of publication, those that
// state it to the second before those that hold a day alone.
var publishedKeys = []string{
	"article:published_time", "weibo: article:create_at", "weibo:article:create_at", "weibo:webpage:create_at",
	"og:release_date", "og:published_time", "og:pubdate", "apub:time", "og:time", "ld:datepublished",
	"ld:pubdate", "bytedance:published_time", "datepublished", "firstpublishedtime", "pubdate", "publishdate",
	"publish_date", "publication_date", "pubtime", "_pubtime", "publishtime", "publish_time", "parsely-pub-date",
	"cxenseparse:recs:publishtime", "dcterms.created", "dc.date", "dc.date.issued", "rnews:datepublished",
	"sailthru.date", "originalpublicationdate", "dateupdate", "date", "ld:datecreated", "datecreated",
}

var modifiedKeys = []string{
	"article:modified_time", "weibo: article:update_at", "weibo:article:update_at", "og:updated_time",
	"bytedance:updated_time", "ld:datemodified", "ld:update", "datemodified", "lastmodifiedtime", "lastmod",
	"dcterms.modified", "last-modified",
}

var sourceKeys = []string{"contentsource", "source", "docsource", "ld:sourceorganization"}

// metaTime returns the finest time that the keys state on the day of the first.
func (x *extraction) metaTime(keys []string) (best stamp, key string) {
	for _, k := range keys {
		for v := range x.metas.all(k) {
			t, ok := x.clock.first(prefixBytes(v, 200))
			if !ok {
				t, ok = compactStamp(v, x.clock)
			}
			if !ok {
				t, ok = unixStamp(v, x.clock.zone)
			}
			if ok && t.Precision != "" && (key == "" || finer(t.Time, best.Time)) {
				best, key = t, k
			}
		}
	}
	return best, key
}
