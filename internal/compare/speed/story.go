package main

import (
	"strconv"
	"strings"
)

// marker stands in the story of hostile pages and in nothing else.
const marker = "江岸大桥今天上午正式通车"

const storyTitle = "江岸大桥今日通车 两岸往来只要三分钟"

// story is a plain article, so that a hostile page has something to give.
func story() string { return storyOf(8) }

// storyOf is a story of some paragraphs.
func storyOf(paragraphs int) string {
	return "<h1>" + storyTitle + "</h1><p class=info>2024-05-01 08:30 来源：江岸日报</p><div class=content>" +
		"<p>" + marker + "。大桥全长三公里，双向六车道，是两岸之间的第四座桥。</p>" +
		sentences(paragraphs) + "<p>（责任编辑：王小五）</p></div>"
}

// sentences is n paragraphs of news, the same for the same n.
func sentences(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<p>" + sentence(i) + sentence(i+3) + "</p>\n")
	}
	return b.String()
}

// sentence returns one of many sentences that differ in their numbers.
func sentence(i int) string {
	forms := []string{
		"市交通局介绍，工程用了#个月，比原计划提前#天完工。",
		"第#天的车流达到#千辆次，晚高峰时段略有拥堵，交警在桥头疏导。",
		"住在南岸的李女士说，过去上班要绕行#公里，如今只要#分钟。",
		"公交公司新开了#条线路，首班车早上#点从桥北总站发出。",
		"气象部门提醒，本周江面有#级阵风，过桥车辆请减速到每小时#公里。",
		"按照规划，大桥两端还将建#个停车场，共有#百个车位。",
		"设计单位表示，主塔高#米，可以经受#年一遇的洪水。",
	}
	var b strings.Builder
	for j, part := range strings.Split(forms[i%len(forms)], "#") {
		if j > 0 {
			b.WriteString(strconv.Itoa(2 + (i*7+j*13)%89))
		}
		b.WriteString(part)
	}
	return b.String()
}

// page puts a body into a document.
func page(head, body string) string {
	return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + storyTitle + "_江岸网</title>" + head +
		"</head>\n<body>" + body + "</body></html>\n"
}
