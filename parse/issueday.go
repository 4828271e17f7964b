package parse

import (
	"strings"

	"github.com/zhnews/zhnews/article"
)

// takeIssueDay takes a day that the page shows anywhere above its headline, as papers
// do in their masthead, if the address of the page holds the same day: without that it
// is rather today's.
func (x *extraction) takeIssueDay(s *shown) {
	own := absolute(x.art.URL)
	if _, key := x.metaTime(publishedKeys); key != "" || own == nil {
		return
	}
	digits := strings.NewReplacer("/", "", "-", "", "_", "").Replace(own.Path)
	for i := range x.title.line {
		l := &x.lines[i]
		if l.Digit < 4 || l.Stop > 0 {
			continue
		}
		t, ok := x.clock.first(prefixBytes(l.text, longestScan))
		if ok && !t.bad && !t.vague && rank(t.Precision) >= rank(article.PrecisionDay) && strings.Contains(digits, t.Time.Time.Format("20060102")) {
			s.published, s.havePub, s.pubLine = t, true, i
			return
		}
	}
}
