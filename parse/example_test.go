package parse_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"path"
	"testing/fstest"

	"github.com/zhnews/zhnews/parse"
)

func ExampleHTML() {
	page := []byte(`<title>江桥今日通车_江岸网</title>
		<h1>江桥今日通车，两岸往来只要五分钟</h1>
		<p>2024-05-01 08:30 来源：江岸日报 责任编辑：赵 望</p>
		<div><p>江岸日报讯（记者 孙晓岚）江桥今天上午通车。大桥全长三公里，双向六车道，工程用了四年。</p>
		<p>两岸的居民步行走过桥面，有人带着孩子来看船。从前要坐的渡轮今天开了最后一班。</p></div>`)
	res, err := parse.HTML(page, parse.Options{URL: "https://www.example.cn/2024/0501/1.html"})
	if err != nil {
		log.Fatal(err)
	}
	a := res.Article
	fmt.Println(a.Title)
	fmt.Println(a.Published.Time, a.Published.Precision)
	fmt.Println(a.Source.Name)
	for _, c := range a.Credits {
		fmt.Println(c.Role, c.Name)
	}
	fmt.Println(len(a.Body), "paragraphs")
	// Output:
	// 江桥今日通车，两岸往来只要五分钟
	// 2024-05-01 08:30:00 +0800 +0800 minute
	// 江岸日报
	// responsible-editor 赵望
	// reporter 孙晓岚
	// 2 paragraphs
}

// That a page is no article is an error that a crawler expects. The Result says
// why.
func ExampleHTML_noArticle() {
	page := []byte(`<title>江岸网</title><ul><li><a href=1.html>江桥今日通车</a><li><a href=2.html>渡轮昨晚停航</a></ul>`)
	res, err := parse.HTML(page, parse.Options{})
	if errors.Is(err, parse.ErrNoArticle) {
		for _, p := range res.Problems {
			fmt.Println(p.Code, p.Detail)
		}
	}
	// Output:
	// page.not-article no running text
}

// A defect that leaves the article usable is a Problem, not an error.
func ExampleHTML_problems() {
	page := []byte(`<title>江桥今日通车，两岸往来只要五分钟</title>
		<h1>江桥今日通车，两岸往来只要五分钟</h1><p>2024-02-30 来源：江岸日报</p>
		<div><p>江桥今天上午通车。大桥全长三公里，双向六车道，工程用了四年，比原计划早了两个月。</p>
		<p>两岸的居民步行走过桥面，有人带着孩子来看船。从前要坐的渡轮今天开了最后一班。</p></div>`)
	res, err := parse.HTML(page, parse.Options{})
	fmt.Println(err)
	for _, p := range res.Problems {
		fmt.Println(p.Code, p.Field, p.Detail)
	}
	_, err = parse.HTML(page, parse.Options{Strict: true})
	fmt.Println(err)
	// Output:
	// <nil>
	// time.impossible published 2024-02-30
	// parse: strict: time.impossible: published: 2024-02-30
}

func ExampleText() {
	text := []byte(`江桥今日通车
2024-05-01 08:30:00 来源: 江岸日报

　　江桥今天上午通车。大桥全长三公里，双向六车道，工程用了四年。

　　两岸的居民步行走过桥面，有人带着孩子来看船。

大家还在看
1、渡轮昨晚停航
2、江堤步道下月开放

文字/图片:孙晓岚 编辑:赵望
`)
	res, err := parse.Text(text, parse.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, b := range res.Article.Body {
		fmt.Println(b.Text)
	}
	for _, l := range res.Article.Related {
		fmt.Println(l.Group, l.Ordinal, l.Title)
	}
	for _, c := range res.Article.Credits {
		fmt.Println(c.Label, c.Role, c.Name)
	}
	// Output:
	// 江桥今天上午通车。大桥全长三公里，双向六车道，工程用了四年。
	// 两岸的居民步行走过桥面，有人带着孩子来看船。
	// 大家还在看 1 渡轮昨晚停航
	// 大家还在看 2 江堤步道下月开放
	// 文字/图片 author 孙晓岚
	// 文字/图片 photographer 孙晓岚
	// 编辑 editor 赵望
}

// Profiles of one's own stand in the folder sites of a file system, next to the
// folder phrases. In a program os.DirFS takes the place of the map.
func ExampleLoadProfiles() {
	files := phraseFiles("phrases")
	files["sites/river.json"] = &fstest.MapFile{Data: []byte(`{
		"name": "river", "hosts": ["river.example"],
		"title": [".head .t"], "published": [".head .d"], "body": ["#text"], "drop": [".ad"]}`)}
	profiles, err := parse.LoadProfiles(files)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(profiles.Match("https://news.river.example/1.html"))

	files["sites/river.json"].Data = []byte(`{"name": "river", "hosts": ["river.example"], "body": ["#text["]}`)
	_, err = parse.LoadProfiles(files)
	var pe *parse.ProfileError
	if errors.As(err, &pe) {
		fmt.Println(pe.File, pe.Key)
	}
	// Output:
	// river true
	// sites/river.json layouts[0].body
}

// phraseFiles copies a folder of phrases.
func phraseFiles(folder string) fstest.MapFS {
	files := fstest.MapFS{}
	list, err := os.ReadDir(folder)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range list {
		data, err := os.ReadFile(path.Join(folder, f.Name()))
		if err != nil {
			log.Fatal(err)
		}
		files[path.Join("phrases", f.Name())] = &fstest.MapFile{Data: data}
	}
	return files
}
