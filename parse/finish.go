package parse

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// settle chooses, field by field, between what the page shows and what its
// metas state.
func (x *extraction) settle(s *shown) {
	if x.infos >= mostInfos {
		x.res.problem(CodeTooLarge, FieldPage, strconv.Itoa(x.infos)+" info lines read, the others not")
	}
	x.settlePublished(s)
	x.settleModified(s)
	x.settleSource(s)
	x.settleCredits(s)
	x.settleSummary(s)
	x.settleKeywords(s)
}

func (x *extraction) settlePublished(s *shown) {
	stated, key := x.metaTime(publishedKeys)
	x.dateShown = s.havePub && !s.pubTail
	if !s.havePub && s.haveMod {
		// The only time that the page shows is when it was updated: to its
		// reader that is its date.
		s.published, s.havePub = s.modified, true
		x.res.problem(CodePublishedModified, FieldPublished, s.modified.Raw)
	}
	if vague := s.havePub && s.published.vague && s.published.Precision == ""; vague {
		if key == "" {
			if t, ok := x.scriptTime(); ok && sameButYear(t.Time, s.published.Raw) {
				stated, key = t, "script"
			}
		}
		if key != "" && sameButYear(stated.Time, s.published.Raw) {
			s.havePub = false // the page states the year of the day that it shows
		}
	}
	if !s.havePub && key == "" {
		if t, ok := x.scriptTime(); ok {
			stated, key = t, "script"
		}
	}
	switch {
	case !s.havePub && key == "":
		x.art.Published = s.published.Time
		if s.published.Raw == "" {
			x.res.problem(CodePublishedMissing, FieldPublished, "")
		}
	case !s.havePub:
		x.art.Published = stated.Time
		x.res.evidence(FieldPublished, "meta:"+key, stated.Raw)
	default:
		x.art.Published = x.inStatedZone(s.published.Time, stated.Time)
		rule := "line"
		if key != "" && s.published.Precision != "" {
			switch {
			case refines(stated.Time, s.published.Time):
				x.art.Published = onDate(stated.Time, s.published.Time)
				rule = "meta:" + key
			case s.pubTail && !s.pubLabelled && !sameDay(stated.Time, s.published.Time):
				x.art.Published = stated.Time // the day under a document is when it was signed
				rule = "meta:" + key
			case !sameDay(stated.Time, s.published.Time):
				x.res.problem(CodePublishedConflict, FieldPublished, key+" says "+stated.Raw)
			}
		}
		x.res.evidence(FieldPublished, rule, s.published.Raw)
	}
	if s.published.vague && !x.dated() && s.published.Raw != "" {
		x.res.problem(CodeTimeVague, FieldPublished, s.published.Raw)
	}
}

// sameButYear reports whether a time that is shown without its year, 08-17 15:25,
// is t.
func sameButYear(t article.Time, raw string) bool {
	digits := strings.FieldsFunc(raw, func(r rune) bool { return r < '0' || r > '9' })
	want := []int{int(t.Time.Month()), t.Time.Day(), t.Time.Hour(), t.Time.Minute()}
	if len(digits) < 2 || len(digits) > len(want) || rank(t.Precision) < rank(article.PrecisionDay) {
		return false
	}
	if rank(t.Precision) < rank(article.PrecisionMinute) {
		want = want[:2]
	}
	for i := range min(len(want), len(digits)) {
		if strings.TrimLeft(digits[i], "0") != strings.TrimLeft(strconv.Itoa(want[i]), "0") {
			return false
		}
	}
	return true
}

// refines reports whether a stated time says what the shown one leaves open: the
// clock of its day.
func refines(stated, shown article.Time) bool {
	if !finer(stated, shown) || stated.Time.Hour() == 0 && stated.Time.Minute() == 0 && stated.Time.Second() == 0 {
		return false // midnight is a day without a clock
	}
	return rank(shown.Precision) <= rank(article.PrecisionDay)
}

func sameDay(a, b article.Time) bool {
	const day = "20060102"
	return a.Time.In(china).Format(day) == b.Time.In(china).Format(day)
}

func (x *extraction) settleModified(s *shown) {
	if s.haveMod {
		x.art.Modified = s.modified.Time
		x.res.evidence(FieldModified, "line", s.modified.Raw)
		return
	}
	if t, key := x.metaTime(modifiedKeys); key != "" {
		x.art.Modified = t.Time
		x.res.evidence(FieldModified, "meta:"+key, t.Raw)
	}
}

func (x *extraction) settleSource(s *shown) {
	stated, key := x.metas.first(sourceKeys...)
	stated = x.phr.tidySource(x.phr.afterLabel(stated))
	if stated != "" && strings.Contains(strings.Replace(cjk.Key(x.metas.docTitle), x.titleKey, "", 1), cjk.Key(stated)) {
		stated = "" // the site names itself there
	}
	if n := len(x.art.Section); n > 1 && x.art.Section[n-1] == s.source && s.sourceURL == "" && !hasAnySuffix(s.source, pressEnds) && !strings.HasPrefix(s.sourceRule, "label:") {
		s.source = "" // a section that the info line names again
	}
	switch {
	case s.source != "":
		x.art.Source = article.Source{Name: s.source, URL: s.sourceURL}
		x.res.evidence(FieldSource, s.sourceRule, s.source)
		if s.otherSource != "" {
			x.res.problem(CodeSourceConflict, FieldSource, s.otherSource)
		}
		if stated != "" && !akin(stated, s.source) {
			x.res.problem(CodeSourceConflict, FieldSource, key+" says "+stated)
		}
	case stated != "":
		x.art.Source = article.Source{Name: stated}
		x.res.evidence(FieldSource, "meta:"+key, stated)
	}
}

// akin reports whether one name holds the other: 新华网 and 人民网-新华网 do not
// contradict each other.
func akin(a, b string) bool {
	a, b = cjk.Key(a), cjk.Key(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// afterLabel drops the label that some sites write into the value of a meta.
func (p *phrases) afterLabel(s string) string {
	if word, _, ok := p.labels.prefix(s); ok {
		rest := strings.TrimLeft(s[len(word):], "】]〕")
		if n, mark := separator(rest); mark || len(rest) < len(s)-len(word) {
			return rest[n:]
		}
	}
	return s
}

// creditMetas are the metas that name people.
var creditMetas = []struct {
	key  string
	role article.Role
}{
	{"editor", article.RoleResponsibleEditor},
	{"ld:editor", article.RoleEditor},
	{"author", article.RoleAuthor},
	{"article:author", article.RoleAuthor},
	{"og:article:author", article.RoleAuthor},
	{"ld:author", article.RoleAuthor},
	{"docauthor", article.RoleAuthor},
	{"dable:author", article.RoleAuthor},
}

func (x *extraction) settleCredits(s *shown) {
	if x.sated() {
		x.res.problem(CodeTooLarge, FieldCredits, strconv.Itoa(x.named)+" names read, the others not")
	}
	for _, c := range s.credits {
		if x.phr.outlet(c.Name) && strings.Contains(x.home, c.Name) {
			continue // the site credits itself
		}
		if c.Label == "" && x.wrote(c.Name) {
			continue // signed again
		}
		x.credit(c)
		if c.Label != "" {
			x.res.evidence(FieldCredits, "line", c.Label+" "+c.Name)
		}
	}
	for _, m := range creditMetas {
		if x.hasRole(m.role) || m.role == article.RoleAuthor && slices.ContainsFunc(x.art.Credits, reported) {
			continue
		}
		for v := range x.metas.all(m.key) {
			x.statedCredits(v, m.role, m.key)
		}
	}
}

// statedCredits takes the people that a meta names. Many sites put their own
// name there: only what looks like a person's counts.
func (x *extraction) statedCredits(v string, role article.Role, key string) {
	r := reader{phr: x.phr, clock: x.clock, s: prefixBytes(v, longestScan)}
	names, _, _ := r.names(0, likeName)
	site := x.metas.value("og:site_name") + "|" + x.metas.value("ld:publisher")
	for _, name := range names {
		if x.credited(name) || x.phr.outlet(name) || strings.Contains(site, name) {
			continue
		}
		x.credit(article.Credit{Role: role, Name: name})
		x.res.evidence(FieldCredits, "meta:"+key, v)
	}
}

// reported reports whether somebody is credited with the report: whom a meta calls
// the author then is who entered it.
func reported(c article.Credit) bool { return isAuthor(c.Role) && c.Role != article.RoleTranslator }

// credited reports whether the page itself names a person, in whatever role.
func (x *extraction) credited(name string) bool {
	return slices.ContainsFunc(x.art.Credits, func(c article.Credit) bool { return c.Name == name })
}

// wrote reports whether the page credits a person with the text.
func (x *extraction) wrote(name string) bool {
	return slices.ContainsFunc(x.art.Credits, func(c article.Credit) bool { return c.Name == name && isAuthor(c.Role) })
}

func (x *extraction) hasRole(r article.Role) bool {
	return slices.ContainsFunc(x.art.Credits, func(c article.Credit) bool { return c.Role == r })
}

// credit adds a credit unless the same person already has the role.
func (x *extraction) credit(c article.Credit) {
	for i, o := range x.art.Credits {
		if o.Role == c.Role && o.Name == c.Name {
			if o.Org == "" {
				x.art.Credits[i].Org = c.Org
			}
			return
		}
	}
	x.art.Credits = append(x.art.Credits, c)
}

func prefixRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// compactStamp reads 20210307081542, as metas hold it.
func compactStamp(s string, w clockwork) (t stamp, ok bool) {
	if len(s) != 14 || !strings.HasPrefix(s, "20") {
		return t, false
	}
	for i := range s {
		if s[i] < '0' || s[i] > '9' {
			return t, false
		}
	}
	t, ok = w.first(s[:4] + "-" + s[4:6] + "-" + s[6:8] + " " + s[8:10] + ":" + s[10:12] + ":" + s[12:])
	t.Raw = s
	return t, ok
}

// unixStamp reads seconds or milliseconds since 1970, as metas hold them.
func unixStamp(s string, zone *time.Location) (t stamp, ok bool) {
	n := int64(0)
	for _, r := range s {
		if r < '0' || r > '9' || len(s) > 13 {
			return t, false
		}
		n = n*10 + int64(r-'0')
	}
	switch len(s) {
	case 10:
	case 13:
		n /= 1000
	default:
		return t, false
	}
	t.Raw = s
	t.Time.Time = time.Unix(n, 0).In(zone)
	t.Precision = article.PrecisionSecond
	return t, true
}
