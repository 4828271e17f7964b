package parse

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// TestConfidence: what a result promises by what it rests on.
func TestConfidence(t *testing.T) {
	const at = "<div>2022-09-05 22:03 来源：江岸日报</div>"
	const links = "<ul><li><a href=/1>江边公园今年秋天重新开放</a><li><a href=/2>渡轮公司下月起减少班次</a></ul>"
	for _, c := range []struct {
		why, page string
		want      float64
	}{
		{"shown and stated", story(at, prose), titleAgreed * timeShown * bodySolid},
		{"a headline that nothing states", strings.Replace(story(at, prose), "<title>江桥今日通车 两岸居民走上桥面_江岸在线</title>", "", 1), titleShown * timeShown * bodySolid},
		{"a time that only a meta states", story("<meta name=pubdate content='2022-09-05 22:03'>", prose), titleAgreed * timeElse * bodySolid},
		{"no time", story("", prose), titleAgreed * timeElse * bodySolid},
		{"a meta that says another day", story("<meta name=pubdate content='2022-09-01 22:03'>"+at, prose), titleAgreed * timeElse * bodySolid},
		{"little text", story(at, "<p>江桥今天上午通车，两岸居民走上桥面，看江水从脚下流过，夜里灯光沿桥身铺开，有人带着孩子来回走了三趟。</p>"), titleAgreed * timeShown * bodySolid * bodyOdd},
		{"text that a style hides", story(at, "<div style='display:none'>"+prose+"</div>"), titleAgreed * timeShown * bodySolid * bodyOdd},
		{"text among other things", story(at, prose+"<p>相关阅读</p>"+strings.Repeat("<p>江边公园今年秋天重新开放</p><p>渡轮公司下月起减少班次</p>", 6)), titleAgreed * timeShown * bodyMixed},
	} {
		res, err := HTML([]byte(c.page), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if math.Abs(res.Confidence-c.want) > 0.001 {
			t.Errorf("%s: %.3f, want %.3f (%v)", c.why, res.Confidence, c.want, res.Problems)
		}
	}
	res, err := HTML([]byte("<title>江岸在线</title>"+strings.Repeat(links, 9)), Options{})
	if !errors.Is(err, ErrNoArticle) || res.Confidence >= sureEnough {
		t.Errorf("a list: %v, confidence %.3f", err, res.Confidence)
	}
}
