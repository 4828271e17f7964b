package encoding

// cleanSentences are texts without damage, by language, and traps.
var cleanSentences = [][]string{
	{ // simplified Chinese
		"今天下午，市里召开了新闻发布会。", "记者从现场了解到，道路已经恢复通行。", "“真的吗？”他问。“当然！”她说。",
		"王先生（化名）表示，价格比去年低了不少。", "比赛将于9月3日19:30开始，门票5元起。", "著名作家的新书上市，他看着窗外笑了。",
		"5G网络、AI芯片和PM2.5，都是今年的热词。", "什么?！你再说一遍……", "他说:好的?好的!真的?", "镕基、喆、堃、㙍这些字不常见。",
	},
	{ // traditional Chinese
		"這場比賽一直打到晚上九點才結束。", "他後來回到臺北，在學校裡教了三十年書。", "於是大家並肩走過那座橋。", "「真的嗎？」她問。「當然！」他說。",
		"市府表示，捷運將於明年通車，票價維持不變。", "著名的畫家看著窗外，想起了從前。", "銀行(háng)與行(xíng)走，讀音不同。", "颱風過後，農民忙著搶收稻米。",
	},
	{ // Japanese
		"今日は天気がいいので、散歩に出かけました。", "東京の国立図書館で本を読む。", "彼は学校の先生です（たぶん）。", "ｶﾀｶﾅも使います。", "新しい駅が来年の春に開業する予定だ。",
	},
	{ // Korean
		"오늘은 날씨가 맑고 바람이 조금 붑니다.", "서울의 새 도서관이 다음 달에 문을 엽니다.", "그는 학교(學校)에서 아이들을 가르친다.", "정말입니까? 네, 정말입니다!",
	},
	{ // Russian
		"Сегодня вечером в городе откроется новая библиотека.", "Он сказал: «Приходите завтра», и ушёл.", "Цена выросла на 5 % (по сравнению с прошлым годом).",
	},
	{ // French and German
		"Les élèves étaient très contents de cette journée d'été.", "Où est-il ? Là-bas, près du château, où naît la rivière.", "Die Straße führt über die Brücke; größere Lkw müssen außen herum.",
		"Ça coûte 5 €, c'est-à-dire très peu.", "«À bientôt», répondit-elle, émue.",
	},
	{ // English
		"The library opens at nine (or so) and closes at six.", "Is it true? Yes! He said: “no”.", "It’s a naïve café owner’s résumé.",
	},
	{ // text books with pinyin
		"生词：重(zhòng)要、重(chóng)复、长(zhǎng)大、很长(cháng)。", "拼音练习：国(guó)家(jiā)、学(xué)校(xiào)。", "“行”读作háng，如“银行”（yínháng）。",
		"注意(zhùyì)“了”字的读音(dúyīn)。", "ü 行韵母：ǖ ǘ ǚ ǜ，如“女”(nǚ)。",
	},
	{ // readings that people give
		"春天来(lái)了，小草发(fā)芽了，燕子飞(fēi)回来。", "曾(zēng)国藩、华(huà)佗、任(rén)先生和单(shàn)老师。", "画家黄胄(zhòu)、范曾(zēng)与齐璜(huáng)。", "他姓仇(qiú)，不姓愁(chóu)。",
		"龙䶮(yǎn)山脚下有个村子。", "这个字念“shì”，不念“sì”。", "“的”有de、dí、dì三种念法。",
	},
	{ // brackets behind hanzi
		"选择题：下列说法正确的是(a)甲(b)乙(c)丙。", "关于(re)主题的邮件(man)请看附件(n)。", "函数(ping)返回延迟，命令(an)可省略。", "他(an)我(ping)你(re)。",
	},
	{ // code
		"fmt.Println(\"\\u4e2d\\u6587\") // 打印“中文”", "s := strings.Split(x, \"?\")[0] // 取问号前", "if (a ?b :c) { 返回(x) }", "url = \"http://example.com/?q=中文&x=1\"", "&#20013; 是“中”的实体写法。",
	},
	{ // mathematics and signs
		"设α、β为实数，且α≤β，则∑αᵢ≥0。", "面积S＝πr²，其中r∈ℝ。", "温度为25℃±2℃，误差≤0.5‰。", "⒈第一条；⒉第二条；①②③。", "Straße 和 Μουσείο 都在图上。", "价格：€5、£3、￥20～￥30。",
	},
	{ // other scripts in Chinese text
		"他用阿拉伯语说“\u202bمرحبا\u202c”，大家都笑了。", "路牌上写着שלום\u200f（平安）。", "波斯语的“می\u200cخواهم”中间有一个不连字符。", "印地语क्\u200dष的写法。", "一家👨\u200d👩\u200d👧\u200d👦四口都来了。",
	},
	{ // spaces
		"春眠不觉晓　处处闻啼鸟", "床前 明月光 疑是 地上霜", "真的 ！太好了 ！", "姓 名 ：  王 明", "我们 在 学习 中文 ， 每天 都 很 高兴 。", "甲　，乙", "答： ，后面再说。", "第 3 版 ， 共 8 版",
	},
	{ // markup
		"<p>今天下午，<a href=\"/a?b=c\">市里</a>召开了会议。</p>", "<i class=\"icon\">\ue815</i><span>分享(5)</span>", "<td>电话：(010)12345678</td>", "<script>var t=\"\\u4e2d\\u56fd\\u65b0\\u95fb\";f(a)?b(c):d;</script>",
	},
}
