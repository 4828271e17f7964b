package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/zhnews/zhnews/article"
)

// printArticle sets an article for a reader.
func printArticle(w io.Writer, a *article.Article) {
	for _, s := range []string{a.Kicker, a.Title, a.Subtitle} {
		if s != "" {
			fmt.Fprintln(w, s)
		}
	}
	info := []string{a.Site, strings.Join(a.Section, " > "), a.Published.Raw, a.Source.Name}
	for _, c := range a.Credits {
		info = append(info, strings.TrimSpace(c.Label+" "+c.Org)+" "+c.Name+" ("+string(c.Role)+")")
	}
	for _, s := range info {
		if s != "" {
			fmt.Fprintln(w, "·", s)
		}
	}
	if a.Summary != "" {
		fmt.Fprintf(w, "\n[%s]\n", a.Summary)
	}
	for _, b := range a.Body {
		fmt.Fprintf(w, "\n%s\n", blockText(b))
	}
	group := ""
	for _, l := range a.Related {
		if l.Group != group {
			group = l.Group
			fmt.Fprintf(w, "\n%s\n", group)
		}
		fmt.Fprintf(w, "- %s %s\n", l.Title, l.URL)
	}
	for _, s := range a.Notices {
		fmt.Fprintf(w, "\n※ %s\n", strings.ReplaceAll(s, "\n", " "))
	}
	for _, s := range a.Next {
		fmt.Fprintln(w, "next page:", s)
	}
}

func blockText(b article.Block) string {
	switch b.Type {
	case article.Heading:
		return strings.Repeat("#", b.Level) + " " + b.Text
	case article.Image, article.Video, article.Audio:
		return strings.TrimSpace("[" + string(b.Type) + " " + b.Src + "] " + b.Caption)
	case article.List:
		return "- " + strings.Join(b.Items, "\n- ")
	case article.Table:
		var rows []string
		for _, r := range b.Rows {
			rows = append(rows, strings.Join(r, " | "))
		}
		return strings.Join(rows, "\n")
	case article.Quote:
		return "> " + b.Text
	}
	return "　　" + b.Text
}
