package parse

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/zhnews/zhnews/article"
	"github.com/zhnews/zhnews/internal/cjk"
)

// noon is the reference time of the tests: a Tuesday, 10:30 in China.
var noon = time.Date(2022, 9, 6, 10, 30, 0, 0, china)

// told writes a stamp as its time and precision, or as what is wrong with it.
func told(t stamp) string {
	switch {
	case t.bad:
		return "impossible"
	case t.Precision == "":
		return "vague"
	}
	return t.Time.Time.Format(time.RFC3339) + " " + string(t.Precision)
}

// TestStamps: one time in a text, of which all is its Raw unless raw says
// otherwise; "" is no time at all.
func TestStamps(t *testing.T) {
	for _, c := range []struct{ in, want, raw string }{
		{"2021-03-07 08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021-03-07 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021-03-07", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021-3-7 8:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021-3-7 8:15:4", "2021-03-07T08:15:04+08:00 second", ""},
		{"2021-03-0708:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021-03-07-08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"21-03-07 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"21.03.07 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"日期：21.03.07", "2021-03-07T00:00:00+08:00 day", "21.03.07"},
		{"时间:２１-03-07 来源", "2021-03-07T00:00:00+08:00 day", "２１-03-07"},
		{"21.03.07", "", ""},
		{"日期：21.03-07", "", ""},
		{"时间：10.12.15.2", "", ""},
		{"2021-03-07 | 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021-03-07 08:1542", "2021-03-07T08:15:00+08:00 minute", "2021-03-07 08:15"},
		{"2021-03-07来源", "2021-03-07T00:00:00+08:00 day", "2021-03-07"},
		{"[2021-03-07]", "2021-03-07T00:00:00+08:00 day", "2021-03-07"},
		{"于2021-03-07.", "2021-03-07T00:00:00+08:00 day", "2021-03-07"},

		{"2021/3/7 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021/03/07 08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021/03/07", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021 / 03 / 07", "2021-03-07T00:00:00+08:00 day", ""},
		{"08:15 2021/03/07", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021.03.07", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021. 3. 7", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021.03.07 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021.03.0708:15", "2021-03-07T08:15:00+08:00 minute", ""},

		{"2021年03月07日 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年03月07日08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年03月07日 08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021年3月7日", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021年3月7号", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021年3月7號", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021 年 3 月 7 日", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021年3月7", "2021-03-07T00:00:00+08:00 day", ""},
		{"2021年3月", "2021-03-01T00:00:00+08:00 month", ""},
		{"2021 03/07 08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"99年3月7日", "1999-03-07T00:00:00+08:00 day", ""},
		{"09-03-07 08:15", "2009-03-07T08:15:00+08:00 minute", ""},
		{"22-25-20 08:15", "", ""},
		{"07/03/2021 - 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"17.03.2021", "2021-03-17T00:00:00+08:00 day", ""},
		{"日期 7.3.2021", "2021-03-07T00:00:00+08:00 day", "7.3.2021"},
		{"3/17/2021 8:15:42 PM", "2021-03-17T20:15:42+08:00 second", ""},
		{"3/7/2021 8:15:42 AM", "2021-03-07T08:15:42+08:00 second", ""},
		{"09年3月7日", "2009-03-07T00:00:00+08:00 day", ""},
		{"2021年3月7日 08时15分", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年3月7日 08時15分", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年3月7日8时15分42秒", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021年3月7日8时许", "2021-03-07T00:00:00+08:00 day", "2021年3月7日"},
		{"2021年3月7日（星期日）", "2021-03-07T00:00:00+08:00 day", "2021年3月7日"},
		{"2021年3月7日（星期日）08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021/3/7 — 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021-3-7 · 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年3月7日 星期日 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年3月7日周日 08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021年3月7日，08:15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"禮拜日 2021年3月7日", "2021-03-07T00:00:00+08:00 day", "2021年3月7日"},

		{"２０２１年３月７日（星期日） 香港時間１８時１５分", "2021-03-07T18:15:00+08:00 minute", ""},
		{"2021－03－07　08：15", "2021-03-07T08:15:00+08:00 minute", ""},
		{"2021／03／07\u00a008：15：42", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021年3月7日" + elementBorder + "08:15", "2021-03-07T08:15:00+08:00 minute", "2021年3月7日 08:15"},

		{"2021.03.07 03:14 am", "2021-03-07T03:14:00+08:00 minute", ""},
		{"2021.03.07 03:14 PM", "2021-03-07T15:14:00+08:00 minute", ""},
		{"2021-03-07 12:14 am", "2021-03-07T00:14:00+08:00 minute", ""},
		{"2021-03-07 12:14 pm", "2021-03-07T12:14:00+08:00 minute", ""},
		{"2021-03-07 15:14 pm", "2021-03-07T15:14:00+08:00 minute", ""},
		{"2021年3月7日 下午 8:19", "2021-03-07T20:19:00+08:00 minute", ""},
		{"2021年3月7日下午8時19分", "2021-03-07T20:19:00+08:00 minute", ""},
		{"2021-3-7 下午10:03:22", "2021-03-07T22:03:22+08:00 second", ""},
		{"2021年3月7日 上午 12:05", "2021-03-07T00:05:00+08:00 minute", ""},
		{"2021年3月7日 中午 12:05", "2021-03-07T12:05:00+08:00 minute", ""},
		{"2021年3月7日 凌晨 1:05", "2021-03-07T01:05:00+08:00 minute", ""},
		{"2021年3月7日 晚上8点19分", "2021-03-07T20:19:00+08:00 minute", ""},

		{"2021-03-07T08:15:42+08:00", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021-03-07T08:15:42Z", "2021-03-07T08:15:42Z second", ""},
		{"2021-03-07T08:15Z", "2021-03-07T08:15:00Z minute", ""},
		{"2021-03-07T08:15:42", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021-03-07T08:15:42.123Z", "2021-03-07T08:15:42Z second", ""},
		{"2021-03-07 08:15:42.0", "2021-03-07T08:15:42+08:00 second", ""},
		{"2021-03-07T08:15:42-0500", "2021-03-07T08:15:42-05:00 second", ""},
		{"2021-03-07T08:15:42+05:30", "2021-03-07T08:15:42+05:30 second", ""},
		{"2021-03-07T08:15+09:00", "2021-03-07T08:15:00+09:00 minute", ""},
		{"2021-03-07T08:15:42+00:00", "2021-03-07T08:15:42Z second", ""},
		{"2021-03-07T08:15:42+99:00", "2021-03-07T08:15:42+08:00 second", "2021-03-07T08:15:42"},
		{"Sun, 07 Mar 2021 08:15:42 GMT", "2021-03-07T08:15:42Z second", "07 Mar 2021 08:15:42 GMT"},
		{"2021-03-07 08:15:42 UTC", "2021-03-07T08:15:42Z second", ""},
		{"2021-03-07 08:15:42 +0000", "2021-03-07T08:15:42Z second", ""},
		{"2021-03-07 08:15:42 +0800 来源", "2021-03-07T08:15:42+08:00 second", "2021-03-07 08:15:42 +0800"},
		{"2021-03-07 HKT 15:15", "2021-03-07T15:15:00+08:00 minute", ""},
		{"2021-03-07 GMT 15:15", "2021-03-07T15:15:00Z minute", ""},
		{"2021年3月7日, 格林尼治标准时间10:41", "2021-03-07T10:41:00Z minute", ""},
		{"2021年3月7日 北京时间10:41", "2021-03-07T10:41:00+08:00 minute", ""},

		{"民國110年3月7日", "2021-03-07T00:00:00+08:00 day", ""},
		{"中華民國110年3月7日 上午 6:05", "2021-03-07T06:05:00+08:00 minute", ""},
		{"民国 99 年 3 月 7 日", "2010-03-07T00:00:00+08:00 day", ""},
		{"發布日期：110-03-07", "2021-03-07T00:00:00+08:00 day", "110-03-07"},
		{"公告時間: 110/03/07 08:15", "2021-03-07T08:15:00+08:00 minute", "110/03/07 08:15"},
		{"张贴日期" + elementBorder + "099.03.07", "2010-03-07T00:00:00+08:00 day", "099.03.07"},
		{"110/3/7", "2021-03-07T00:00:00+08:00 day", ""},
		{"日期：110-02-30", "impossible", "110-02-30"},
		{"二〇二一年三月七日", "2021-03-07T00:00:00+08:00 day", ""},
		{"二○二一年三月", "2021-03-01T00:00:00+08:00 month", ""},
		{"二零二一年十二月三十一日", "2021-12-31T00:00:00+08:00 day", ""},
		{"二〇二〇年十月二十日", "2020-10-20T00:00:00+08:00 day", ""},
		{"二〇二一年三月十号", "2021-03-10T00:00:00+08:00 day", ""},

		{"Mar. 07 2021", "2021-03-07T00:00:00+08:00 day", ""},
		{"Sept. 7, 2021", "2021-09-07T00:00:00+08:00 day", ""},
		{"March 7th, 2021", "2021-03-07T00:00:00+08:00 day", ""},
		{"7 March 2021", "2021-03-07T00:00:00+08:00 day", ""},
		{"MAY 1st 2021 08:15", "2021-05-01T08:15:00+08:00 minute", ""},
		{"三月 7th, 2021", "2021-03-07T00:00:00+08:00 day", ""},
		{"十二月 22nd, 2021", "2021-12-22T00:00:00+08:00 day", ""},

		{"2020-02-29", "2020-02-29T00:00:00+08:00 day", ""},
		{"2021-02-29 08:15", "impossible", ""},
		{"2021-02-30", "impossible", ""},
		{"2021-13-01", "impossible", ""},
		{"2021-00-07", "impossible", ""},
		{"2021-03-00", "impossible", ""},
		{"2021年2月30日", "impossible", ""},
		{"2021年13月1日", "impossible", ""},
		{"2021-04-31T08:15:42Z", "impossible", ""},
		{"2021-03-07 25:15", "impossible", ""},
		{"2021-03-07 08:61", "impossible", ""},
		{"2021-03-07 08:15:99", "impossible", ""},
		{"二〇二一年十三月一日", "impossible", ""},

		{"9月5日 22:03", "vague", ""},
		{"09-05 22:03", "vague", ""},
		{"09/05 22:03", "vague", ""},
		{"昨天 22:03", "vague", ""},
		{"今天", "vague", ""},
		{"前天", "vague", ""},
		{"3小时前", "vague", ""},
		{"3 個小時前", "vague", ""},
		{"5分鐘前发布", "vague", "5分鐘前"},
		{"2天前", "vague", ""},
		{"刚刚", "vague", ""},
		{"昨天3", "vague", "昨天"},

		{"", "", ""},
		{"来源：江岸日报", "", ""},
		{"2021年", "", ""},
		{"2021年度", "", ""},
		{"9月5日", "", ""},
		{"3-7", "", ""},
		{"新华社北京3月7日电", "", ""},
		{"123-45-67", "", ""},
		{"10.3.2021.4", "", ""},
		{"3.17.20215", "", ""},
		{"近期走势110-03-07", "", ""},
		{"日期：010-03-07", "", ""},
		{"比数 110-03-07 号", "", ""},
		{"110-03-07 08", "", ""},
		{"12021-03-07", "", ""},
		{"v2021.03.07", "", ""},
		{"192.168.2021.03", "", ""},
		{"1899-03-07", "", ""},
		{"2100-03-07", "", ""},
		{"2021-03/07", "", ""},
		{"2021-03", "", ""},
		{"010-12345678", "", ""},
		{"浙B2-20210307号", "", ""},
		{"阅读 20210", "", ""},
		{"七月流火", "", ""},
		{"Marching 07 2021", "", ""},
		{"31:15 2021", "", ""},
	} {
		got := clockwork{zone: china}.stamps(c.in)
		if c.want == "" {
			if len(got) > 0 {
				t.Errorf("%q: found %q (%s), want nothing", c.in, got[0].Raw, told(got[0]))
			}
			continue
		}
		if len(got) != 1 {
			t.Errorf("%q: %d times, want one: %+v", c.in, len(got), got)
			continue
		}
		raw := c.raw
		if raw == "" {
			raw = c.in
		}
		if told(got[0]) != c.want || got[0].Raw != raw {
			t.Errorf("%q: %s, raw %q; want %s, raw %q", c.in, told(got[0]), got[0].Raw, c.want, raw)
		}
	}
}

// TestStampsSince: times that are told against a reference time.
func TestStampsSince(t *testing.T) {
	utc := time.Date(2022, 9, 5, 20, 0, 0, 0, time.UTC) // the 6th in China already
	newYear := time.Date(2022, 1, 1, 0, 10, 0, 0, china)
	for _, c := range []struct {
		now      time.Time
		in, want string
	}{
		{noon, "5分钟前", "2022-09-06T10:25:00+08:00 minute"},
		{noon, "3小时前", "2022-09-06T07:30:00+08:00 minute"},
		{noon, "3 个小时前", "2022-09-06T07:30:00+08:00 minute"},
		{noon, "11小时前", "2022-09-05T23:30:00+08:00 minute"},
		{noon, "2天前", "2022-09-04T00:00:00+08:00 day"},
		{noon, "今天 08:15", "2022-09-06T08:15:00+08:00 minute"},
		{noon, "昨天 22:03", "2022-09-05T22:03:00+08:00 minute"},
		{noon, "昨天22:03", "2022-09-05T22:03:00+08:00 minute"},
		{noon, "昨天 下午 3:05", "2022-09-05T15:05:00+08:00 minute"},
		{noon, "昨天", "2022-09-05T00:00:00+08:00 day"},
		{noon, "前天 22:03:04", "2022-09-04T22:03:04+08:00 second"},
		{noon, "昨天 25:03", "impossible"},
		{noon, "昨天3人", "2022-09-05T00:00:00+08:00 day"},
		{noon, "大前天 22:03", "2022-09-03T22:03:00+08:00 minute"},
		{noon, "刚刚", "2022-09-06T10:30:00+08:00 minute"},
		{noon, "2月29日 08:15", "2020-02-29T08:15:00+08:00 minute"},
		{noon, "9月5日 22:03", "2022-09-05T22:03:00+08:00 minute"},
		{noon, "9月6日 22:03", "2022-09-06T22:03:00+08:00 minute"},
		{noon, "9月7日 22:03", "2021-09-07T22:03:00+08:00 minute"},
		{noon, "12-31 22:03", "2021-12-31T22:03:00+08:00 minute"},
		{noon, "03/07 08:15", "2022-03-07T08:15:00+08:00 minute"},
		{noon, "2021-03-07", "2021-03-07T00:00:00+08:00 day"},
		{utc, "今天 08:15", "2022-09-06T08:15:00+08:00 minute"},
		{utc, "昨天", "2022-09-05T00:00:00+08:00 day"},
		{utc, "5分钟前", "2022-09-06T03:55:00+08:00 minute"},
		{newYear, "昨天 22:03", "2021-12-31T22:03:00+08:00 minute"},
		{newYear, "30分钟前", "2021-12-31T23:40:00+08:00 minute"},
		{newYear, "12-31 22:03", "2021-12-31T22:03:00+08:00 minute"},
		{newYear, "01-01 00:03", "2022-01-01T00:03:00+08:00 minute"},
	} {
		got := clockwork{zone: china, now: c.now}.stamps(c.in)
		if len(got) != 1 || told(got[0]) != c.want {
			t.Errorf("%q at %s: %+v, want %s", c.in, c.now.Format(time.RFC3339), got, c.want)
		}
	}
}

// TestStampsZone: the caller's zone is for times that are printed without one.
func TestStampsZone(t *testing.T) {
	tokyo := time.FixedZone("", 9*60*60)
	for in, want := range map[string]string{
		"2021-03-07 08:15":          "2021-03-07T08:15:00+09:00 minute",
		"2021-03-07":                "2021-03-07T00:00:00+09:00 day",
		"2021-03-07T08:15:42Z":      "2021-03-07T08:15:42Z second",
		"2021-03-07T08:15:42+08:00": "2021-03-07T08:15:42+08:00 second",
		"2021-03-07 北京时间 08:15":     "2021-03-07T08:15:00+08:00 minute",
		"1小时前":                      "2022-09-06T10:30:00+09:00 minute",
	} {
		got := clockwork{zone: tokyo, now: noon}.stamps(in)
		if len(got) != 1 || told(got[0]) != want {
			t.Errorf("%q: %+v, want %s", in, got, want)
		}
	}
}

func TestStampsSeveral(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"发布时间：2021-03-07 08:15 更新时间：2021-03-08 09:20", []string{"2021-03-07 08:15", "2021-03-08 09:20"}},
		{"2021年3月7日2021年3月8日", []string{"2021年3月7日", "2021年3月8日"}},
		{"2021-03-07至2021-03-08", []string{"2021-03-07", "2021-03-08"}},
		{"2021-02-30 2021-03-01 昨天", []string{"2021-02-30", "2021-03-01", "昨天"}},
		{"2021-03-07 08:15 字号 12 2021.03.08", []string{"2021-03-07 08:15", "2021.03.08"}},
		{"Mar 7, 2021 Mar 8, 2021", []string{"Mar 7, 2021", "Mar 8, 2021"}},
	} {
		var got []string
		for _, s := range (clockwork{zone: china}).stamps(c.in) {
			got = append(got, s.Raw)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestUnixStamp(t *testing.T) {
	for in, want := range map[string]string{
		"1615076142":     "2021-03-07T08:15:42+08:00 second",
		"1615076142000":  "2021-03-07T08:15:42+08:00 second",
		"1615076142999":  "2021-03-07T08:15:42+08:00 second",
		"":               "",
		"161507614":      "",
		"16150761420":    "",
		"16150761420000": "",
		"161507614x":     "",
		"-615076142":     "",
	} {
		got := ""
		if s, ok := unixStamp(in, china); ok {
			got = told(s)
		}
		if got != want {
			t.Errorf("unixStamp(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCompactStamp(t *testing.T) {
	for in, want := range map[string]string{
		"20210307081542":  "2021-03-07T08:15:42+08:00 second",
		"20210230081542":  "",
		"2021030708154":   "",
		"202103070815423": "",
		"19210307081542":  "",
		"2021030708154x":  "",
		"":                "",
	} {
		got := ""
		if s, ok := compactStamp(in, clockwork{zone: china}); ok {
			got = told(s)
		}
		if got != want {
			t.Errorf("compactStamp(%q) = %q, want %q", in, got, want)
		}
	}
}

// checkStamps checks the laws of times found in a text: they stand in it where
// they say, in order and apart, and are times that an article may hold.
func checkStamps(t testing.TB, s string, list []stamp) {
	t.Helper()
	end := 0
	for _, st := range list {
		if st.lo < end || st.hi <= st.lo || st.hi > len(s) || !utf8.RuneStart(s[st.lo]) || st.hi < len(s) && !utf8.RuneStart(s[st.hi]) {
			t.Fatalf("%q: time at [%d, %d) behind %d", s, st.lo, st.hi, end)
		}
		end = st.hi
		want := s[st.lo:st.hi]
		if strings.Contains(want, elementBorder) {
			want = cjk.Collapse(strings.ReplaceAll(want, elementBorder, " "))
		}
		if st.Raw != want {
			t.Errorf("%q: raw %q, but %q stands there", s, st.Raw, want)
		}
		if st.bad && (st.Precision != "" || !st.Time.Time.IsZero()) {
			t.Errorf("%q: impossible, and yet %s", s, st.Time.Time)
		}
		a := article.Article{Published: article.Time{Time: st.Time.Time, Precision: st.Precision}}
		if err := a.Validate(); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func FuzzTime(f *testing.F) {
	for _, s := range []string{
		"2021-03-07 08:15:42", "２０２１年３月７日（星期日） 香港時間１８時１５分", "二〇二一年三月七日", "昨天 22:03", "3小时前", "民國110年3月7日",
		"2021-03-07T08:15:42.123-05:30", "Sept. 7th, 2021 08:30 pm", "发布：2021-02-30 更新：12-31 24:00", "2021.03.0708:15", "2021" + elementBorder + "年3月",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > maxFuzz || !utf8.ValidString(s) {
			t.Skip()
		}
		for _, w := range []clockwork{{zone: china}, {zone: time.UTC, now: noon}} {
			list := w.stamps(s)
			checkStamps(t, s, list)
			if again := w.stamps(s); !slices.Equal(again, list) && !slices.EqualFunc(again, list, sameStamp) {
				t.Errorf("%q: %+v, then %+v", s, list, again)
			}
			for _, st := range list {
				if st.Precision == "" || w.now.IsZero() && st.vague {
					continue
				}
				if alone := w.stamps(st.Raw); len(alone) == 0 {
					t.Errorf("%q: %q is no time by itself", s, st.Raw)
				}
			}
		}
	})
}

func sameStamp(a, b stamp) bool {
	return a.Raw == b.Raw && a.Precision == b.Precision && a.Time.Time.Equal(b.Time.Time) && a.lo == b.lo && a.hi == b.hi && a.bad == b.bad && a.vague == b.vague
}

// maxFuzz is the length in bytes of the longest input that is fuzzed.
const maxFuzz = 64 << 10

// TestZoneOfPage: what a time that is shown without a zone means where a time
// element or a meta states the instant.
func TestZoneOfPage(t *testing.T) {
	const shown, east = "2022-09-05 22:03", "2022-09-05T22:03:00+08:00 minute"
	meta := func(value string) string { return "<meta property=article:published_time content=" + value + ">" }
	element := func(value, text string) string { return "<time datetime=" + value + ">" + text + "</time>" }
	for _, c := range []struct{ why, head, want string }{
		{"the element says when, in UTC", element("2022-09-05T20:03:21Z", shown), "2022-09-05T22:03:00+02:00 minute"},
		{"the day before, in UTC", element("2022-09-06T02:03:00+00:00", shown), "2022-09-05T22:03:00-04:00 minute"},
		{"the element says the offset", element("2022-09-05T22:03:21+09:00", "<b>"+shown+"</b>"), "2022-09-05T22:03:00+09:00 minute"},
		{"behind a label", "发布时间：" + element("2022-09-05T20:03:21Z", shown), "2022-09-05T22:03:00+02:00 minute"},
		{"China's own", element("2022-09-05T14:03:00Z", shown), east},
		{"local digits that pass for UTC", element("2022-09-05T22:03:00Z", shown), east},
		{"digits without a zone", element("2022-09-05T20:03:00", shown), east},
		{"another time", element("2022-09-05T20:11:00Z", shown), east},
		{"a day later", element("2022-09-07T20:03:00Z", shown), east},
		{"another element", element("2022-09-05T20:03:00Z", "2022-09-04 10:00") + " 更新时间：" + shown, "2022-09-04T10:00:00+08:00 minute"},
		{"a zone that is shown", element("2022-09-05T20:03:00Z", "2022-09-05 22:03 +0900"), "2022-09-05T22:03:00+09:00 minute"},
		{"a day with its clock", element("2022-09-05T06:30:15+08:00", "2022-09-05"), "2022-09-05T06:30:15+08:00 second"},
		{"a day whose clock a meta tells in UTC", meta("2022-09-04T22:30:15Z") + "2022-09-05", "2022-09-05T06:30:15+08:00 second"},
		{"a day alone", element("2022-09-05T20:03:00Z", "2022-09-05"), "2022-09-05T00:00:00+08:00 day"},

		{"the same digits in a meta", meta("2022-09-05T22:03:31-04:00") + shown, "2022-09-05T22:03:00-04:00 minute"},
		{"other digits in a meta", meta("2022-09-05T23:03:31-04:00") + shown, east},
		{"digits of a meta that pass for UTC", meta("2022-09-05T22:03:31+00:00") + shown, east},
		{"a meta without a zone", meta("2022-09-05T22:03:31") + shown, east},
	} {
		res, err := HTML([]byte(story("<div>"+c.head+"</div>", prose)), Options{Profiles: NoProfiles()})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		} else if got := told(stamp{Time: res.Article.Published}); got != c.want {
			t.Errorf("%s: %s, want %s", c.why, got, c.want)
		}
	}
}
