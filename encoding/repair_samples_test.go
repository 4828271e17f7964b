package encoding

// repairSamples are texts of all kinds that Repair knows, and traps.
func repairSamples() []string {
	list := "國學習會發開業務數時實認點動團戰構創獨結遠營執區節規現標準評價驗護態環貿領導隊質養濟協調設細優運嚴獻詢織機財請陽監來個勢報專強應書權測爭產當競級絡統經網聯號車轉進過長關項預驅堅擴無對簡沒達責覺術內見問風險識冊獎頁錯穩鄉鎮計負擔謹側嶺張"
	var samples []string
	for _, c := range []cutMode{noCut, cutLast, cutFirst, commas} {
		samples = append(samples, channel{noted: list, cuts: c}.cloak(repairTruth))
		samples = append(samples, channel{cuts: c}.cloak(repairTruth))
	}
	return append(samples,
		repairTruth,
		"学生练习：重(zhòng)要、重(chóng)复、长(zhǎng)大、银行(háng)。",
		"電(dian)池組(zu)的壽命(ming)比一般的長(chang)。",
		"ÖÐ¹úÐÂÎÅÍø±±¾©",
		"ä¸\u00adå›½æ–°é—»ç½‘åŒ—äº¬ç”µ",
		"涓浗鏂伴椈缃戝寳浜",
		"\\u4e2d\\u56fd\\u65b0\\u95fb",
		"&#20013;&#22269;&#26032;&#38395;",
		"這是一個\ue7c8\ue81e測試",
		"真的?！是的。?",
		"a?b)c(d)?jiān)張?jiān)?jiān)",
		"張?jiān)?,?",
		"(guó)(guó)國(guó)(guó)",
		"國(guó",
		"\xff?\xfejiān)\xff",
		"今\u200b天，\u202aسلام\u202c 他\ufeff们\u00ad。\u200d",
		"今天 ， 他 、 她来了 。 真的 , 走吧 。",
		"他们就这样走了，也不说一声。我(wǒ)想了很久，就(jiù)是不(bù)明白，能(néng)怎么办，我们对(duì)(dui)他那么好(hǎo)，什(shén)么都不缺(quē)，為(wèi)什麼要走(zǒu)。",
		"这昰城㹐里的人㳓。⼈⺠说，㹐场就昰这样，䥍是还要足毬。",
		"今天的新😀闻发★布会上，记🎉者问了很多问●题，会议😀❤️很长。",
		"他很yuàn意去那里，不liú意sao扰。",
		"今天下午开会。\n0 `6 N$ K- o9 @2 x\n装修公司_装修报价_装修设计_旧房装修_新房装修_办公室装修\n主站蜘蛛池模板: 甲| 乙",
	)
}

const repairTruth = `县里的小学开了两个新班，老师说孩子们都很高兴。
“这条路修好以后，进城只要半个小时。”张师傅指着窗外说，“以前要走一上午！”
记者在现场看到，工人们正在检查设备，准备下个月的试运行；总投资约３亿元。
据介绍，今年以来全市新增就业二万余人，比去年同期增长５％，创下历史新高。
他们在海边住了十年，还养了三条狗、两只猫。问他为什么不走？他笑而不答。
专家建议：加强对农村道路的养护，发展特色产业，让更多年轻人愿意回乡创业。
展览将持续到月底，市民凭身份证可免费参观，现场还有专业人员讲解。
会议强调，要把保障民生放在首位，统筹推进各项工作，确保任务落到实处。`
