package parse

import (
	"time"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

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

var sourceKeys = []string{"contentsource", "source", "docsource", "ld:sourceorganization", "ld:provider"}

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

// inStatedZone puts a clock that is shown without a zone into the one that a
// meta states with the same digits.
func (x *extraction) inStatedZone(shown, stated article.Time) article.Time {
	if zone := x.zoneBetween(shown, stated); zone != nil && stated.Time.Truncate(time.Minute).Equal(inZone(shown.Time, stated.Time.Location()).Truncate(time.Minute)) {
		shown.Time = inZone(shown.Time, zone)
	}
	return shown
}

// inElementZone puts a clock that line i shows without a zone into the one that
// the time element around it means: its datetime is the same instant. A day gets the
// clock of a datetime on it.
func (x *extraction) inElementZone(t stamp, i int) stamp {
	l, seen := &x.lines[i], int32(-1)
	for _, p := range x.pieces[l.pieces[0]:l.pieces[1]] {
		e := x.tree.Up(p.node, atom.Time)
		if e < 0 || e == seen {
			continue
		}
		seen = e
		inner, ok := x.clock.first(dom.Text(x.tree.Nodes[e]))
		if !ok || inner.Raw != t.Raw {
			continue
		}
		if stated, ok := x.clock.first(dom.Attr(x.tree.Nodes[e], "datetime")); ok {
			if zone := x.zoneBetween(t.Time, stated.Time); zone != nil {
				t.Time.Time = inZone(t.Time.Time, zone)
			} else if clock := stated.Time; refines(clock, t.Time) && sameDate(clock.Time.In(t.Time.Time.Location()), t.Time.Time) {
				t.Time.Time, t.Precision = onDate(clock, t.Time).Time, clock.Precision
			}
		}
		return t
	}
	return t
}

// zoneBetween returns the zone whose clocks read as shown at the stated instant,
// nil if there is none or one of the two does not tell. Equal digits that pass
// for UTC tell nothing: many sites write their local time so.
func (x *extraction) zoneBetween(shown, stated article.Time) *time.Location {
	if shown.Time.Location() != x.clock.zone || stated.Time.Location() == x.clock.zone ||
		rank(shown.Precision) < rank(article.PrecisionMinute) || rank(stated.Precision) < rank(article.PrecisionMinute) {
		return nil
	}
	ahead := inZone(shown.Time, time.UTC).Truncate(time.Minute).Sub(stated.Time.Truncate(time.Minute))
	if ahead == 0 || ahead%(15*time.Minute) != 0 || ahead < -12*time.Hour || ahead > 14*time.Hour {
		return nil
	}
	return time.FixedZone("", int(ahead/time.Second))
}

// inZone returns the time whose clock reads in zone as that of t does in its own.
func inZone(t time.Time, zone *time.Location) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
}
