package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/zhnews/zhnews/encoding"
)

// Texts whose time is measured: what a clean page is made of, a cloaked page,
// a cloaked page that was cut at its marks, and the worst inputs that fuzzing
// found.
var timed = []struct{ name, text string }{
	{"clean", "<p>记者从现场了解到，道路已经恢复通行，附近的居民说这几天出门方便多了。</p>\n"},
	{"cloaked", "縣里的小學(xué)開(kāi)了兩個(gè)新班,老師說(shuō)孩子們都很高興,我們?cè)谥黝}班會(huì)上看到。\n"},
	{"cut", "會(huì)議強(qiáng)調(diào),要把保障民生放在首位?！闭撸伞?,統(tǒng)籌推進(jìn)各項(xiàng)工作。\n"},
	{"notes", "張?jiān)?jiān)?jiān)"},
	{"marks", "簧衔?!?"},
	{"mixed", "ÖÐ¹úÐÂÎÅ涓浗鏂伴椈\n"},
	{"escapes", `\u4e2d`},
	{"hidden", "今\u200b天\u202a"},
	{"random notes", "他们就(jiù)这样走了，也不说"},
	{"spaced", "今天 ，他们 、"},
	{"look-alikes", "这昰城㹐里⼈⺠"},
	{"pictures", "新😀闻发★"},
	{"spellings", "他很yuàn意sao扰"},
	{"keywords", "装修公司,"},
	{"signs", "0 `6 N$ K- o9\n今"},
}

var sizes = []int{10 << 10, 100 << 10, 1 << 20, 10 << 20}

// times prints the time of a repair by size.
func times(o encoding.RepairOptions) {
	encoding.Repair(timed[1].text, o) // loads the tables
	fmt.Print("text")
	for _, size := range sizes {
		fmt.Printf("\t%d KB", size>>10)
	}
	fmt.Println()
	for _, t := range timed {
		fmt.Print(t.name)
		for _, size := range sizes {
			text := strings.Repeat(t.text, size/len(t.text)+1)
			start := time.Now()
			encoding.Repair(text, o)
			fmt.Printf("\t%.1f ms", float64(time.Since(start).Microseconds())/1000)
		}
		fmt.Println()
	}
}
