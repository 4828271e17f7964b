package encoding

import (
	"errors"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestRepair(t *testing.T) {
	strict, guess := RepairOptions{}, RepairOptions{Mode: Guess}
	for _, tt := range []struct {
		name     string
		o        RepairOptions
		in, want string
	}{
		{"notes", strict, "開(kāi)會(huì)時(shí)說(shuō)過", "开会时说过"},
		{"one note is no page", strict, "他們學(xué)到很多", "他們學(xué)到很多"},
		{"one note, guessed", guess, "奉獻(xiàn)", "奉献"},
		{"script kept", RepairOptions{KeepScript: true}, "開(kāi)會(huì)時(shí)說(shuō)過", "開會時說過"},
		{"notes without tones", guess, "電(dian)池日前(qian)在中國(guó)(guo)上市", "电池日前在中国上市"},
		{"notes repeated without tones", strict, "開(kāi)(kai)會(huì)時(shí)(shi)說(shuō)過", "开会时说过"},
		{"notes on any character", strict, "他们就这样走了，也不说一声。我(wǒ)想了很久，就(jiù)是不(bù)明白，能(néng)怎么办，我们对(duì)他那么好(hǎo)，什(shén)么都不缺(quē)，为什么要走(zǒu)。", "他们就这样走了，也不说一声。我想了很久，就是不明白，能怎么办，我们对他那么好，什么都不缺，为什么要走。"},
		{"few notes, guessed", guess, "我就(jiù)不能明白，能(néng)好好说，就要说(shuō)清楚。", "我就不能明白，能好好说，就要说清楚。"},
		{"notes without tones, in simplified text", guess, "电(dian)池日前(qian)在市场(chang)上很热销(xiao)，价格(ge)也不高。", "电池日前在市场上很热销，价格也不高。"},
		{"notes in a text that teaches them", guess, "注音练习：他们就这样走了，也不说一声。我(wǒ)想了很久，就(jiù)是不(bù)明白，能(néng)怎么办，我们对(duì)他那么好(hǎo)，什(shén)么都不缺(quē)。", "注音练习：他们就这样走了，也不说一声。我(wǒ)想了很久，就(jiù)是不(bù)明白，能(néng)怎么办，我们对(duì)他那么好(hǎo)，什(shén)么都不缺(quē)。"},
		{"look-alikes", strict, "这昰城㹐里的人㳓。他说，㹐场就昰这样，䥍是还要足毬。", "这昰城市里的人生。他说，市场就是这样，但是还要足球。"},
		{"look-alikes, guessed", guess, "这昰城㹐里的人㳓。他说，㹐场就昰这样，䥍是还要足毬。", "这是城市里的人生。他说，市场就是这样，但是还要足球。"},
		{"few look-alikes, guessed", guess, "这座城㹐的㳓活很安静。", "这座城市的生活很安静。"},
		{"radicals", strict, "⼈⺠的⽣活越来越好，⾃⼰也⾼兴。", "人民的生活越来越好，自己也高兴。"},
		{"a rare name", guess, "歌手陶喆和王昇平唱了歌，喆迷很多。", "歌手陶喆和王昇平唱了歌，喆迷很多。"},
		{"pictures inside words", strict, "今天的新😀闻发★布会上，记🎉者问了很多问●题，会议😀很长。", "今天的新闻发布会上，记者问了很多问题，会议😀很长。"},
		{"pictures among words, guessed", guess, "今天的新😀闻发★布会上，记🎉者问了很多问●题，会议😀很长。", "今天的新闻发布会上，记者问了很多问题，会议很长。"},
		{"a picture in a name", guess, "去❤哪儿的新活动，去❤哪儿都行。", "去❤哪儿的新活动，去❤哪儿都行。"},
		{"a spelt hanzi", strict, "他很yuàn意去那里。", "他很愿意去那里。"},
		{"spelt without a tone, guessed", guess, "总有人打电话sao扰他。", "总有人打电话骚扰他。"},
		{"spelt without a tone", strict, "总有人打电话sao扰他。", "总有人打电话sao扰他。"},
		{"a word of another language", guess, "这个ping通了，那个can用。", "这个ping通了，那个can用。"},
		{"torn, both bytes there", guess, "日?qǐng)?bào)名", "日报名"},
		{"torn, ends in an ASCII byte", guess, "我們?cè)谥黝}", "我们在主题"},
		{"question marks of its own", guess, "他們?cè)谥黝}班會(huì)上說(shuō)了很多??對(duì)老師、團(tuán)隊(duì)、同學(xué)都一樣(yàng)。", "他们在主题班会上说了很多??对老师、团队、同学都一样。"},
		{"a question and an exclamation, on a page without signs", guess, "什么?！你再说一遍。", "什么?！你再说一遍。"},
		{"a swallowed bracket", guess, "<b>支持?！?/b>", "<b>支持。”</b>"},
		{"著 that stays", strict, "開(kāi)會(huì)時(shí)的著名人士", "开会时的著名人士"},
		{"著 for 着", strict, "開(kāi)會(huì)時(shí)看著他", "开会时看着他"},
		{"commas before marks", strict, "開(kāi)會(huì),，時(shí)間到,。請看,，再說(shuō),。", "开会，时间到。请看，再说。"},
		{"GBK as windows-1252", strict, "ÖÐ¹úÐÂÎÅÍø±±¾©µç", "中国新闻网北京电"},
		{"UTF-8 as windows-1252", strict, "ä¸\u00adå›½æ–°é—»ç½‘", "中国新闻网"},
		{"twice", strict, "Ã¤Â¸Â\u00adÃ¥â€ºÂ½Ã¦â€“Â°Ã©â€”Â»", "中国新闻"},
		{"in markup", strict, "<p>ÖÐ¹úÐÂÎÅÍø±±¾©µç</p>", "<p>中国新闻网北京电</p>"},
		{"UTF-8 as GBK, a pair lost", guess, "鍘块噷鐨勫皬瀛﹀紑浜嗕袱涓�柊鐝�", "县里的小学开了两个新班"},
		{"escapes", strict, `\u4e2d\u56fd\u65b0\u95fb`, "中国新闻"},
		{"references", strict, "&#20013;&#22269;&#26032;&#38395;", "中国新闻"},
		{"references in markup", strict, "<p>&#20013;&#22269;&#26032;&#38395;</p>", "<p>&#20013;&#22269;&#26032;&#38395;</p>"},
		{"private use", strict, "龙\ue863山", "龙䶮山"},
		{"icon font", strict, "<i>\ue863</i>", "<i>\ue863</i>"},
		{"hidden characters", strict, "今\u200b天下\ufeff午，\u202a他\u00ad们 \u200b来了\u200d", "今天下午，他们 来了"},
		{"hidden beside markup", strict, "<p>\u200b今天</p>\u200b", "<p>今天</p>\u200b"},
		{"hidden in an address", strict, "<a href=\"http://example.com/?q=今\u200b天\">今\u200b天</a>", "<a href=\"http://example.com/?q=今\u200b天\">今天</a>"},
		{"hidden in other scripts", strict, "他写道：می\u200cخواهم，\u200f“سلام”\u200f。", "他写道：می\u200cخواهم，\u200f“سلام”\u200f。"},
		{"a family stays together", strict, "一家👨\u200d👩\u200d👧三口", "一家👨\u200d👩\u200d👧三口"},
		{"spaces before marks", strict, "今天 ，他 、她来了 。真的 ？走吧 ！", "今天，他、她来了。真的？走吧！"},
		{"spaces around marks", strict, "今天 ， 他 、 她来了 。 真的 , 走吧 。", "今天，他、她来了。真的,走吧。"},
		{"spaces before some marks", strict, "真的 ！他来了 ！她也来了 ！好 ！可是，他又走了。", "真的 ！他来了 ！她也来了 ！好 ！可是，他又走了。"},
		{"words set apart", strict, "今天 ， 他们 都 来 了 。 真的 ， 走 吧 。", "今天 ， 他们 都 来 了 。 真的 ， 走 吧 。"},
		{"traditional stays", strict, "這是一個很長的句子，說明了原因。", "這是一個很長的句子，說明了原因。"},
		{"simplify", RepairOptions{Simplify: true}, "乾隆皇帝的頭髮乾了", "乾隆皇帝的头发干了"},
		{"fold width", RepairOptions{FoldWidth: true}, "第１２期（ＡＢＣ）：３．５％，好　的", "第12期（ABC）：3.5％，好 的"},
	} {
		if got := checkRepair(t, tt.in, tt.o); got != tt.want {
			t.Errorf("%s: Repair(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// TestRepairLong repairs stretches whose start alone rules out most charsets.
func TestRepairLong(t *testing.T) {
	for in, want := range map[string]string{
		"ÖÐ¹úÐÂÎÅÍø±±¾©µç":     "中国新闻网北京电",
		"ä¸\u00adå›½æ–°é—»ç½‘": "中国新闻网",
		"笢弊陔恓厙控儔萇":             "中国新闻网北京电",
		"い瓣穝籇呼籓筿":              "中國新聞網臺電",
		"櫓벌劤壙貢굇쑴든":             "中国新闻网北京电",
	} {
		in, want = strings.Repeat(in, 100), strings.Repeat(want, 100)
		if got := checkRepair(t, in, RepairOptions{}); got != want {
			t.Errorf("Repair(%.40q…) = %.40q…, want %.40q…", in, got, want)
		}
	}
}

// TestRepairLarge checks that a long text comes back whole, and that MaxSearch
// leaves what is torn behind it and says so.
func TestRepairLarge(t *testing.T) {
	list := "國學會發開業務數時實認點動團戰構創獨結遠營執區節規現標準評價驗護態環貿領導隊質養濟協調設細優運嚴獻詢織機財請陽監"
	text := strings.Repeat(repairTruth+"\n", 60)
	damaged := channel{noted: list, cuts: cutLast}.cloak(text)
	for _, m := range []Mode{Strict, Guess} {
		all := checkRepair(t, damaged, RepairOptions{Mode: m})
		if got, _ := Repair(damaged, RepairOptions{Mode: m, MaxSearch: -1}); got != all {
			t.Errorf("%s: the default of MaxSearch does not suffice for %d bytes", m, len(damaged))
		}
	}
	_, all := Repair(damaged, RepairOptions{Mode: Guess})
	_, few := Repair(damaged, RepairOptions{Mode: Guess, MaxSearch: 200})
	if len(few.Edits) >= len(all.Edits) || len(few.Damage) <= len(all.Damage) {
		t.Errorf("MaxSearch of 200 gives %d edits and %d damages, no bound %d and %d", len(few.Edits), len(few.Damage), len(all.Edits), len(all.Damage))
	}
}

// TestRepairStays checks texts that have something of a damage, and are none.
func TestRepairStays(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"two readings of a character", "行长说他不来。大家都说(shuō)好，说来(lái)就来。银行(háng)不行(xíng)。"},
		{"notes on whole words", "明天走来走去。明(míng)天(tiān)来(lái)，走(zǒu)过(guò)来(lái)。"},
		{"notes on rare characters", "饕餮、氤氲、魑魅都见过：饕(tāo)、氤(yīn)、魑(chī)三字难写。"},
		{"unusual readings", "曾、单、任都是姓：曾(zēng)先生、单(shàn)先生、任(rén)先生。"},
		{"letters behind answers", "来去走都用过：选来(lái)、选去(qù)、选走(zǒu)，或者甲(a)、乙(b)、丙(c)。"},
		{"every character noted", "来，去，走。来(lái)，去(qù)，走(zǒu)，来(lái)，去(qù)，走(zǒu)。"},
		{"readings that are taught", "注音练习：他很yuàn意。"},
		{"variants in traditional text", "他們說羣山很高，峯會很好，牀上有書，這羣人來了。"},
		{"variants in Japanese", "これは城㹐です。そして足毬もあります。昰否はどうですか。"},
		{"rare words", "她买来茴香，桌下石蚰蜒。"},
		{"one picture in a word", "这条新😀闻很多，真😀好。"},
		{"brands among pictures", "新❤闻网和中❤国馆，北京❤我，爱❤你，你❤我，我❤家，家❤你，他❤她，她❤他，牛❤草，草❤牛，猫❤狗，狗❤鱼，鱼❤水"},
		{"a list of goods", "苹果手机,苹果电脑,苹果手表,华为手机,华为电脑,华为手表,小米手机,小米电脑,小米手表,三星手机,三星电脑,三星手表"},
		{"a short list", "苹果手机,苹果电脑,苹果手表,苹果耳机,苹果平板"},
		{"options of a program", "用法：ls -a -l $1 #2 @3"},
	} {
		for _, m := range []Mode{Strict, Guess} {
			if got, r := Repair(tt.text, RepairOptions{Mode: m}); got != tt.text || len(r.Damage) > 0 {
				t.Errorf("%s, %s: Repair(%q) = %q, %+v", tt.name, m, tt.text, got, r)
			}
		}
	}
}

// TestRepairKinds checks what the report calls its edits.
func TestRepairKinds(t *testing.T) {
	for in, want := range map[string][]EditKind{
		"開(kāi)會(huì)時(shí)說(shuō)過來": {Cloak, Script},
		"我們?cè)谥黝}":                   {Script, TornByte},
		"ÖÐ¹úÐÂÎÅÍø±±¾©µç":            {Mojibake},
		"龙\ue863山":                    {PrivateUse},
		"总有人sao扰他\u200b们":             {Spelling, Insertion},
	} {
		_, r := Repair(in, RepairOptions{Mode: Guess})
		var got []EditKind
		for _, e := range r.Edits {
			got = append(got, e.Kind)
		}
		if strings.Join(kindNames(got), " ") != strings.Join(kindNames(want), " ") {
			t.Errorf("Repair(%q) made edits %v, want %v", in, got, want)
		}
	}
}

// TestRepairLeaves checks what the report says of damage that stays.
func TestRepairLeaves(t *testing.T) {
	for _, tt := range []struct {
		in   string
		mode Mode
		want map[string]EditKind
	}{
		{"今天下午开会。\n0 `6 N$ K- o9 @2 x\n明天也开会。", Strict, map[string]EditKind{"0 `6 N$ K- o9 @2 x": Noise}},
		{"今天下午开会。& W6 J% ~% P( A  U$ v+\n明天也开会。", Guess, map[string]EditKind{"& W6 J% ~% P( A  U$ v+": Noise}},
		{"装修公司_装修报价_装修设计_旧房装修_新房装修_办公室装修", Strict, map[string]EditKind{"装修公司_装修报价_装修设计_旧房装修_新房装修_办公室装修": Noise}},
		{"装修公司,装修报价,装修设计,旧房装修,新房装修,办公室装修,装修队,装修网", Strict, map[string]EditKind{"装修公司,装修报价,装修设计,旧房装修,新房装修,办公室装修,装修队,装修网": Noise}},
		{"主站蜘蛛池模板: 甲县| 乙县| 丙县", Strict, map[string]EditKind{"主站蜘蛛池模板: 甲县| 乙县| 丙县": Noise}},
		{"他的shì力不好，也不yuàn意去。", Strict, map[string]EditKind{"shì": Spelling}},
		{"他們(men)在(zài)這裡学(xué)校工作(zuò)了三(sān)年，現(xiàn)在當(dāng)老师，后來(lái)去(qù)了，现在一(yī)个人。", Strict, map[string]EditKind{"這": Script, "裡": Script}},
		{"今天锟斤拷锟斤拷开会，市里也开会。屯屯屯屯，水很烫。", Strict, map[string]EditKind{"锟斤拷锟斤拷": Mojibake, "屯屯屯屯": Mojibake}},
		{"都由组zhī部管理。", Strict, map[string]EditKind{"zhī": Spelling}},
		{"这件事与我mǎn意度无关。", Guess, nil},
	} {
		out, r := Repair(tt.in, RepairOptions{Mode: tt.mode})
		got := map[string]EditKind{}
		for _, d := range r.Damage {
			if s := tt.in[d.Offset : d.Offset+d.Len]; s == out[d.Text:d.Text+d.Len] {
				got[s] = d.Kind
			}
		}
		if !maps.Equal(got, tt.want) {
			t.Errorf("Repair(%q) leaves %v, want %v", tt.in, r.Damage, tt.want)
		}
	}
}

func kindNames(kinds []EditKind) []string {
	var names []string
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return names
}

// TestRepairChannel runs text of our own through the channel and back. The
// truths come back but for marks that the corpora made narrow.
func TestRepairChannel(t *testing.T) {
	list := "國學會發開業務數時實認點動團戰構創獨結遠營執區節規現標準評價驗護態環貿領導隊質養濟協調設細優運嚴獻詢織機財請陽監"
	for _, tt := range []struct {
		name    string
		channel channel
		lines   int // of the 8 that come back in Guess mode
	}{
		{"no cut", channel{noted: list}, 8},
		{"cut after", channel{noted: list, cuts: cutLast}, 6},
		{"cut before", channel{noted: list, cuts: cutFirst}, 6},
		{"commas", channel{noted: list, cuts: commas}, 6},
		{"traditional only", channel{cuts: cutLast}, 6},
		{"full-width forms kept", channel{noted: list, keep: true}, 8},
	} {
		damaged := tt.channel.cloak(repairTruth)
		truth := strings.Split(narrow(repairTruth), "\n")
		got := strings.Split(narrow(checkRepair(t, damaged, RepairOptions{Mode: Guess})), "\n")
		if len(got) != len(truth) {
			t.Fatalf("%s: %d lines, want %d", tt.name, len(got), len(truth))
		}
		right := 0
		for i := range truth {
			if got[i] == truth[i] {
				right++
			} else {
				t.Logf("%s:\n got %s\nwant %s", tt.name, got[i], truth[i])
			}
		}
		if right < tt.lines {
			t.Errorf("%s: %d lines come back, want %d", tt.name, right, tt.lines)
		}
		checkStrict(t, tt.name, damaged)
	}
}

// checkStrict checks that in Strict mode each repaired character is one of
// the truth.
func checkStrict(t *testing.T, name, damaged string) {
	t.Helper()
	checkRepair(t, damaged, RepairOptions{})
	truth := narrow(repairTruth)
	_, r := Repair(damaged, RepairOptions{})
	for _, e := range r.Edits {
		if !strings.Contains(truth, narrow(e.New)) {
			t.Errorf("%s: strict edit %+v is not in the truth", name, e)
		}
	}
}

// TestRepairClean makes texts from sentences without damage, two in three of
// one kind, the others of all kinds; none may change.
func TestRepairClean(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 7))
	texts := 10_000
	if testing.Short() {
		texts = 1_000
	}
	for range texts {
		lines := cleanSentences[rnd.IntN(len(cleanSentences))]
		mixed := rnd.IntN(3) == 0
		var text []string
		for range 1 + rnd.IntN(9) {
			if mixed {
				lines = cleanSentences[rnd.IntN(len(cleanSentences))]
			}
			text = append(text, lines[rnd.IntN(len(lines))])
		}
		s := strings.Join(text, "\n")
		for _, m := range []Mode{Strict, Guess} {
			if got, r := Repair(s, RepairOptions{Mode: m}); got != s || len(r.Edits)+len(r.Damage) > 0 {
				t.Errorf("%v: clean text changed: %+v\n in %q\nout %q", m, r, s, got)
				return
			}
		}
	}
}

func TestApplyErrors(t *testing.T) {
	for _, tt := range []struct {
		name  string
		edits []Edit
	}{
		{"other text", []Edit{{Offset: 0, Old: "乙", New: "丙"}}},
		{"behind the end", []Edit{{Offset: 9, Old: "", New: "丙"}}},
		{"negative", []Edit{{Offset: -1, Old: "", New: "丙"}}},
		{"overlapping", []Edit{{Offset: 0, Old: "甲乙"}, {Offset: 3, Old: "乙"}}},
		{"descending", []Edit{{Offset: 3, Old: "乙"}, {Offset: 0, Old: "甲"}}},
	} {
		got, err := Apply("甲乙", tt.edits)
		if !errors.Is(err, ErrEdit) || got != "甲乙" {
			t.Errorf("%s: Apply = %q, %v, want the text and ErrEdit", tt.name, got, err)
		}
	}
}

// TestCompose checks that composed edits do what both lists do in turn.
func TestCompose(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := randomText(rnd, 12)
		first := randomEdits(rnd, s)
		mid, err := Apply(s, first)
		if err != nil {
			t.Fatal(err)
		}
		second := randomEdits(rnd, mid)
		want, err := Apply(mid, second)
		if err != nil {
			t.Fatal(err)
		}
		edits := compose(s, mid, first, second)
		if got, err := Apply(s, edits); err != nil || got != want {
			t.Fatalf("compose(%q, %q, %v, %v) = %v: %q, %v, want %q", s, mid, first, second, edits, got, err, want)
		}
	}
}

func randomText(rnd *rand.Rand, most int) string {
	b := make([]byte, rnd.IntN(most))
	for i := range b {
		b[i] = 'a' + byte(rnd.IntN(26))
	}
	return string(b)
}

func randomEdits(rnd *rand.Rand, s string) []Edit {
	var edits []Edit
	for at := 0; at < len(s); {
		at += rnd.IntN(4)
		n := 1 + rnd.IntN(3)
		if at+n > len(s) {
			break
		}
		e := Edit{Offset: at, Old: s[at : at+n], New: randomText(rnd, 4), Kind: Cloak, Confidence: 1}
		if e.New != e.Old {
			edits = append(edits, e)
		}
		at += n
	}
	return edits
}

func BenchmarkRepair(b *testing.B) {
	list := "國學會發開業務數時實認點動團戰構創獨結遠營執區節規現標準評價驗護態環貿領導隊質養濟協調設細優運嚴獻詢織機財請陽監"
	clean := strings.Repeat("<p class=\"text\">"+repairTruth+"</p>\n", 50)
	for _, bb := range []struct {
		name string
		text string
		mode Mode
	}{
		{"clean/strict", clean, Strict},
		{"clean/guess", clean, Guess},
		{"cloaked/strict", channel{noted: list}.cloak(repairTruth), Strict},
		{"cloaked/guess", channel{noted: list}.cloak(repairTruth), Guess},
		{"cloaked/100K", strings.Repeat(channel{noted: list}.cloak(repairTruth)+"\n", 50), Guess},
		{"cloaked/1M", strings.Repeat(channel{noted: list}.cloak(repairTruth)+"\n", 500), Guess},
		{"cut/guess", channel{noted: list, cuts: cutLast}.cloak(repairTruth), Guess},
		{"marks only", strings.Repeat("？！", 2000) + "開(kāi)會(huì)時(shí)說(shuō)過" + strings.Repeat("簧衔?!?", 200), Guess},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(bb.text)))
			b.ReportAllocs()
			for b.Loop() {
				Repair(bb.text, RepairOptions{Mode: bb.mode})
			}
		})
	}
}
