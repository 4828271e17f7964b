package parse

import (
	"sync"

	"github.com/zhnews/zhnews/article"
)

// enoughText is how many bytes tell the script of a text.
const enoughText = 2400

// language tells simplified from traditional text by the characters that only
// one of them has. Text without either is left open.
func language(a *article.Article) string {
	var hans, hant, read int
	only := onlyOne()
	count := func(s string) {
		s = prefixBytes(s, longestScan)
		for i, r, w := only.either.find(s, 0); i < len(s); i, r, w = only.either.find(s, i+w) {
			if only.hans.has(r) {
				hans++
			} else {
				hant++
			}
		}
		read += len(s)
	}
	count(a.Title)
	for i := 0; i < len(a.Body) && read < enoughText; i++ {
		count(a.Body[i].Text)
	}
	switch {
	case hant > 2*hans:
		return "zh-Hant"
	case hans > 2*hant:
		return "zh-Hans"
	}
	return ""
}

// onlyOne holds onlyHans, and both it and onlyHant, as sets.
var onlyOne = sync.OnceValue(func() *struct{ hans, either runeSet } {
	var s struct{ hans, either runeSet }
	for _, r := range onlyHans {
		s.hans.add(r)
	}
	for _, r := range onlyHans + onlyHant {
		s.either.add(r)
	}
	return &s
})

// onlyHans and onlyHant are frequent characters of which a text in one script
// holds many, and a text in the other none or next to none.
const (
	onlyHans = "这个来们国时为会学说对过还动开没经问见样关发现长间门边东书车马无话语点论机应实变电数气统进总儿两题员报记线连战业务产种处队联团权级单术风资华设质观条规军则区运农备几师济领导达证议结标织护确类该转复够约须脚杀节满谁岁讲亲热难选验紧严层适汉阳杂"
	onlyHant = "這個來們國時為會學說對過還動開沒經問見樣關發現長間門邊東書車馬無話語點論機應實變電數氣統進總兒兩題員報記線連戰業務產種處隊聯團權級單術風資華設質觀條規軍則區運農備幾師濟領導達證議結標織護確類該轉復夠約須腳殺節滿誰歲講親熱難選驗緊嚴層適漢陽雜"
)
