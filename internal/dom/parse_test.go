package dom

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zhnews/zhnews/encoding"
	"golang.org/x/net/html"
)

// outline writes the tree below n in short: an element as its name with what it
// holds in brackets, a text as it stands, a comment behind a "!". Texts side by
// side are joined, the white space in them is "_", white space alone is left
// out.
func outline(n *html.Node) string {
	var parts []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := c.Data
		switch c.Type {
		case html.TextNode:
			for ; c.NextSibling != nil && c.NextSibling.Type == html.TextNode; c = c.NextSibling {
				s += c.NextSibling.Data
			}
			s = strings.Join(strings.Fields(s), "_")
		case html.CommentNode:
			s = "!" + s
		case html.DoctypeNode:
			s = ""
		case html.ElementNode:
			if inner := outline(c); inner != "" {
				s += "(" + inner + ")"
			}
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// page is the outline of a whole page, less what most pages have.
func page(root *html.Node) string {
	s := strings.TrimPrefix(outline(root), "html(head body(")
	return strings.TrimSuffix(s, "))")
}

// build is Parse for tests that want no numbers.
func build(page string) (*html.Node, error) {
	tree, err := Parse(page)
	return tree.Nodes[0], err
}

func reference(t testing.TB, src string) *html.Node {
	t.Helper()
	n, err := html.ParseWithOptions(strings.NewReader(src), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatalf("html.Parse(%.100q): %v", src, err)
	}
	return n
}

// TestParse holds the builder against html.Parse, which follows the Standard.
func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"甲", "甲"},
		{"<p>甲<p>乙", "p(甲) p(乙)"},
		{"<p>甲<div>乙</div>丙</p>", "p(甲) div(乙) 丙 p"},
		{"甲</p>乙</p>丙", "甲 p 乙 p 丙"},
		{"<span>甲<div>乙</span>丙</div>丁", "span(甲 div(乙丙) 丁)"},
		{"<button>甲<button>乙</button>丙", "button(甲) button(乙) 丙"},
		{"<p>甲<button><p>乙</button>丙", "p(甲 button(p(乙)) 丙)"},
		{"<body><noscript><img src=x></noscript>甲", "noscript(img) 甲"},
		{"<noscript><img src=x></noscript>甲", "html(head(noscript) body(img 甲"},
		{"<template><p>甲</template>乙", "html(head(template(p(甲))) body(乙"},
		{"<image src=x>甲", "img 甲"},
		{"</br>甲", "br 甲"},
		{"<div>甲<p>乙</div>丙", "div(甲 p(乙)) 丙"},
		{"<P>甲</P><DIV>乙</DIV>", "p(甲) div(乙)"},
		{"<p>甲<hr>乙", "p(甲) hr 乙"},
		{"<center>甲<p>乙</center>丙", "center(甲 p(乙)) 丙"},
		{"<strong><p>甲</p><p>乙</p></strong>丙", "strong(p(甲) p(乙)) 丙"},
		{"<object><p>甲</object>乙", "object(p(甲)) 乙"},
		{"<p>甲<object><p>乙</object>丙", "p(甲 object(p(乙)) 丙)"},
		{"<h1>甲<h2>乙</h2>", "h1(甲) h2(乙)"},
		{"<h1>甲</h2>乙", "h1(甲) 乙"},
		{"<div><h1>甲</div>乙", "div(h1(甲)) 乙"},
		{"<a href=1>甲<a href=2>乙</a>丙", "a(甲) a(乙) 丙"},
		{"<p><span>甲</p>乙</span>丙", "p(span(甲)) 乙丙"},
		{"甲</div>乙</span>丙", "甲乙丙"},
		{"<div/>甲</div>乙", "div(甲) 乙"},
		{"<br/>甲<p/>乙", "br 甲 p(乙)"},
		{"甲</br>乙", "甲 br 乙"},
		{"<hr>甲<hr/>乙", "hr 甲 hr 乙"},
		{"<img src=a>甲<embed src=b>乙<source>丙", "img 甲 embed 乙 source 丙"},
		{"<x-y>甲</x-y>乙<o:p>丙</o:p>丁", "x-y(甲) 乙 o:p(丙) 丁"},
		{"<div<p>甲", "div<p(甲)"},
		{"<p>甲&nbsp;乙&amp;丙&#20013;&lt;b&gt;&nosuch;", "p(甲_乙&丙中<b>&nosuch;)"},

		// Lists.
		{"<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>戊", "ul(li(甲) li(乙 ul(li(丙))) li(丁)) 戊"},
		{"<ul><li><p>甲<li>乙</ul>", "ul(li(p(甲)) li(乙))"},
		{"<ul><div><li>甲</div><li>乙</ul>", "ul(div(li(甲)) li(乙))"},
		{"<li>甲<li>乙", "li(甲) li(乙)"},
		{"<ul><li>甲<ul></li>乙</ul></li>丙</ul>", "ul(li(甲 ul(乙)) 丙)"},
		{"<dl><dt>甲<dd>乙<dt>丙</dl>", "dl(dt(甲) dd(乙) dt(丙))"},
		{"<select><option>甲<option>乙</select>丙", "select(option(甲) option(乙)) 丙"},

		// Tables.
		{"<table><tr><td>甲<td>乙<tr><td>丙</table>丁", "table(tbody(tr(td(甲) td(乙)) tr(td(丙)))) 丁"},
		{"<table><td>甲</table>", "table(tbody(tr(td(甲))))"},
		{"<table><tbody><td>甲</table>", "table(tbody(tr(td(甲))))"},
		{"<table><tr><td><table><tr><td>甲</table>乙</table>丙", "table(tbody(tr(td(table(tbody(tr(td(甲)))) 乙)))) 丙"},
		{"<table><tr><td>甲</td></tr><table><tr><td>乙</table>", "table(tbody(tr(td(甲)))) table(tbody(tr(td(乙))))"},
		{"<table><caption>甲<tr><td>乙</table>", "table(caption(甲) tbody(tr(td(乙))))"},
		{"<table><colgroup><col><col><tr><td>甲</table>", "table(colgroup(col col) tbody(tr(td(甲))))"},
		{"<table><thead><tr><th>甲<tbody><tr><td>乙<tfoot><tr><td>丙</table>", "table(thead(tr(th(甲))) tbody(tr(td(乙))) tfoot(tr(td(丙))))"},
		{"<table><form><tr><td>甲</td></tr></form></table>乙", "table(form tbody(tr(td(甲)))) 乙"},
		{"<table> <tr> <td>甲</td> </tr> </table>", "table(tbody(tr(td(甲))))"},
		{"<p>甲<table><tr><td>乙</table>", "p(甲 table(tbody(tr(td(乙)))))"}, // quirks
		{"<!doctype html><p>甲<table><tr><td>乙</table>", "p(甲) table(tbody(tr(td(乙))))"},
		{"<table><tr><td><b>甲</td></tr></table>乙</b>丙", "table(tbody(tr(td(b(甲))))) 乙丙"},
		{"<b><table><tr><td>甲</b>乙</td></tr></table>丙", "b(table(tbody(tr(td(甲乙)))) 丙)"},

		// Foreign and raw content.
		{"<svg><path/><g/><circle r=1></circle>甲</svg>乙", "svg(path g circle 甲) 乙"},
		{"<svg></svg><div/>甲</div>乙", "svg div(甲) 乙"},
		{"<p>甲<svg><path/></p>乙", "p(甲 svg(path)) 乙"},
		{"<svg><title>甲</title></svg><p>乙", "svg(title(甲)) p(乙)"},
		{"<math><mi>甲</mi></math>乙", "math(mi(甲)) 乙"},
		{"<svg><g>甲<p>乙", "svg(g(甲)) p(乙)"},
		{"<svg><g><svg><math>甲<img>乙", "svg(g(svg(math(甲)))) img 乙"},
		{"<svg><desc><p>甲</p><svg><b>乙", "svg(desc(p(甲) svg b(乙)))"},
		{"<math><mi><p>甲</p></mi><p>乙", "math(mi(p(甲))) p(乙)"},
		{"<div><svg></div>甲", "div(svg) 甲"},
		{"甲\x00乙<p>\x00</p>", "甲乙 p"},
		{"<textarea><p>甲</textarea>乙", "textarea(<p>甲) 乙"},
		{"<iframe><p>甲</iframe>乙", "iframe(<p>甲) 乙"},
		{"甲<!--乙--><p>丙<!--丁", "甲 !乙 p(丙 !丁)"},
		{"甲<?php echo 1 ?>乙<![CDATA[丙]]>丁", "甲 !?php echo 1 ? 乙 ![CDATA[丙]] 丁"},
		{"<script>\"</script>甲", `html(head(script(")) body(甲`},
		{"<script><!-- </script>甲", "html(head(script(<!--)) body(甲"},
		{"<style>p{}</style><p>甲", "html(head(style(p{})) body(p(甲)"},
		{"<p>甲<script>乙", "p(甲 script(乙))"},
		{"<title>甲<b>乙</title><p>丙", "html(head(title(甲<b>乙)) body(p(丙)"},

		// Head and body.
		{"<head><meta charset=gbk><title>甲</title></head><body><p>乙", "html(head(meta title(甲)) body(p(乙)"},
		{"<head><title>甲</title><p>乙</head>丙", "html(head(title(甲)) body(p(乙丙)"},
		{"<body><title>甲</title>乙", "title(甲) 乙"},
		{"<html lang=zh><body class=x>甲<body id=y>乙", "甲乙"},
		{"<body></body>甲</html>乙", "甲乙"},
		{"<title>甲</title></body><title>乙</title>丙", "html(head(title(甲)) body(title(乙) 丙"},
		{"<noframes><p>甲</noframes>乙", "html(head(noframes(<p>甲)) body(乙"},
		{"<x-y>甲<div>乙</x-y>丙</div>丁</x-y>戊", "x-y(甲 div(乙丙) 丁) 戊"},
		{"<p>甲<dialog>乙", "p(甲) dialog(乙)"},
		{"<div></body>甲</div>乙", "div(甲) 乙"},
	} {
		root, err := build(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
		}
		if got := page(root); got != c.want {
			t.Errorf("Parse(%q)\n got %s\nwant %s", c.in, got, c.want)
		}
		if std := page(reference(t, c.in)); std != c.want {
			t.Errorf("%q: the table wants %s, html.Parse builds %s", c.in, c.want, std)
		}
	}
}

// TestParseDiffers lists where the builder leaves the Standard, and what the
// Standard would have built.
func TestParseDiffers(t *testing.T) {
	for _, c := range []struct{ why, in, want, standard string }{
		{"formatting ends with the block around it", "<p><font>甲<div>乙</font>丙</div>丁", "p(font(甲)) div(乙丙) 丁", "p(font(甲)) div(font(乙) 丙) 丁"},
		{"or with itself", "<b>甲<p>乙</b>丙</p>丁", "b(甲 p(乙丙) 丁)", "b(甲) p(b(乙) 丙) 丁"},
		{"a link ends where it says", "<a href=1>甲<div>乙</a>丙</div>丁", "a(甲 div(乙)) div(丙) 丁", "a(甲) div(a(乙) 丙) 丁"},
		{"a form ends the one before", "<form>甲<form>乙</form>丙</form>丁", "form(甲) form(乙) 丙丁", "form(甲乙) 丙丁"},
		{"formatting is not taken into the next block", "<p><b>甲<p>乙</b>丙", "p(b(甲)) p(乙丙)", "p(b(甲)) p(b(乙) 丙)"},
		{"nor behind a block", "<div><b>甲</div>乙</b>丙", "div(b(甲)) 乙丙", "div(b(甲)) b(乙) 丙"},
		{"nor behind the one that it crosses", "<b>甲<i>乙</b>丙</i>丁", "b(甲 i(乙)) 丙丁", "b(甲 i(乙)) i(丙) 丁"},
		{"no foster parent for text", "<table>甲<tr><td>乙</table>", "table(甲 tbody(tr(td(乙))))", "甲 table(tbody(tr(td(乙))))"},
		{"no foster parent for elements", "<table><tr><p>甲</p><td>乙</table>", "table(tbody(tr(p(甲) td(乙))))", "p(甲) table(tbody(tr(td(乙))))"},
		{"cells without a table stay cells", "<tr><td>甲</td>乙", "tr(td(甲) 乙)", "甲乙"},
		{"every doctype ends quirks", `<!doctype html public "-//W3C//DTD HTML 3.2 Final//EN"><p>甲<table><tr><td>乙</table>`,
			"p(甲) table(tbody(tr(td(乙))))", "p(甲 table(tbody(tr(td(乙)))))"},
		{"a comment before the page lies in head", "<!--甲--><p>乙", "html(head(!甲) body(p(乙)", "!甲 html(head body(p(乙)"},
	} {
		if c.want == c.standard {
			t.Errorf("%s: %q: no difference", c.why, c.in)
		}
		root, _ := build(c.in)
		if got := page(root); got != c.want {
			t.Errorf("%s: Parse(%q)\n got %s\nwant %s", c.why, c.in, got, c.want)
		}
		if std := strings.TrimSuffix(page(reference(t, c.in)), "))"); std != strings.TrimSuffix(c.standard, "))") {
			t.Errorf("%s: %q: html.Parse builds %s, not %s", c.why, c.in, std, c.standard)
		}
	}
}

// TestParseSpace: the space between two words of a line is kept, that at the border
// of a block is not, but in pre.
func TestParseSpace(t *testing.T) {
	for in, want := range map[string]string{
		"<table> <tr> <td> <b>甲</b> <i>乙</i> </td> </tr> </table>": "甲 乙",
		"<table><caption><b>甲</b> <i>乙</i></caption></table>":      "甲 乙",
		" <p>甲</p> <p>乙</p> ":                                      "甲乙",
		"<p> <b>甲</b> <i>乙</i> <br> <b>丙</b> </p> <a>丁</a> ":       "甲 乙丙丁",
		"<p>甲 </p> 乙 <b> 丙</b> <!-- --> <i>丁</i>":                  "甲  乙  丙  丁",
		"<p><b>甲</b> <script> </script> <b>乙</b>":                  "甲   乙",
		"<p><b>甲</b> </div> <b>乙</b> </span> <b>丙</b>":             "甲 乙 丙",
		"<pre> <b>甲</b> <br> <b>乙</b> </pre> <p>丙":                 " 甲  乙 丙",
	} {
		root, _ := build(in)
		got := ""
		for n := range root.Descendants() {
			if n.Type == html.TextNode {
				got += n.Data
			}
		}
		if got != want {
			t.Errorf("%s: text %q, want %q", in, got, want)
		}
	}
}

func TestParseAttributes(t *testing.T) {
	root, _ := build(`<html lang=zh><html lang=en x=1><body class="甲" CLASS=乙 id='&lt;丙&gt;' hidden>`)
	var got bytes.Buffer
	if err := html.Render(&got, root); err != nil {
		t.Fatal(err)
	}
	want := `<html lang="zh" x="1"><head></head><body class="甲" id="&lt;丙&gt;" hidden=""></body></html>`
	if got.String() != want {
		t.Errorf("got %s\nwant %s", got.String(), want)
	}
}

func samplePages(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample pages: %v", err)
	}
	return files
}

func decode(t testing.TB, file string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, _, _, err := encoding.Decode(src, encoding.Options{Mode: encoding.Guess})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return text
}

// TestParsePages: on the sample pages each text that a reader sees lies in the
// very elements that html.Parse puts it in.
func TestParsePages(t *testing.T) {
	for _, file := range samplePages(t) {
		text := decode(t, file)
		root, err := build(text)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		checkText(t, text, root)
		if diff := cmp.Diff(seen(reference(t, text)), seen(root)); diff != "" {
			t.Errorf("%s: (-html.Parse +Parse)\n%s", file, diff)
		}
	}
}

// TestParseFolder compares the pages of a folder as TestParsePages does, and
// reports how many texts lie elsewhere: misnested formatting and what stands
// loose in tables is found on one real page of twelve.
func TestParseFolder(t *testing.T) {
	dir := os.Getenv(pagesVar)
	if dir == "" {
		t.Skipf("%s names no folder of pages", pagesVar)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s=%s: no pages (%v)", pagesVar, dir, err)
	}
	same, all, moved := 0, 0, 0
	for _, file := range files {
		text := decode(t, file)
		root, err := build(text)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		checkText(t, text, root)
		want := seen(reference(t, text))
		n := missing(want, seen(root))
		if n == 0 {
			same++
		} else {
			t.Logf("%s: %d of %d texts lie elsewhere", filepath.Base(file), n, len(want))
		}
		all, moved = all+len(want), moved+n
	}
	t.Logf("%d of %d pages are the same; of %d texts, %d lie elsewhere", same, len(files), all, moved)
}

// missing counts the texts of want that got has not, as often as want has them.
func missing(want, got []string) (n int) {
	left := map[string]int{}
	for _, s := range got {
		left[s]++
	}
	for _, s := range want {
		if left[s]--; left[s] < 0 {
			n++
		}
	}
	return n
}

// seen lists the visible texts below root, each behind its path of elements.
func seen(root *html.Node) (texts []string) {
	tree, _ := Number(root, MaxNodes)
	path := make([]string, len(tree.Nodes))
	for i, n := range tree.Nodes {
		if p := tree.Parent[i]; p >= 0 {
			path[i] = path[p]
		}
		switch s := strings.TrimSpace(n.Data); {
		case n.Type == html.ElementNode:
			path[i] += "/" + n.Data
		case n.Type == html.TextNode && s != "" && !tree.Hidden(int32(i)):
			texts = append(texts, path[i]+" "+s)
		}
	}
	return texts
}

func FuzzParse(f *testing.F) {
	for _, s := range append(oddMarkup,
		"<p>甲<table><tr>乙<td><b>丙</table>丁</b>", "<b><div><i><p></b></i>", "<svg><a/></svg><title>甲<", "<li><dd><h1><a><option></br></h2>",
		"<!doctype html><p><table>", "<table><caption><table><td><table>", "<template><p>甲</template>乙",
		"<select>甲<optgroup>乙<option>丙<select>丁<input>戊", "<table><colgroup>甲<col>乙<tbody>丙", "<p>甲<button><p>乙</p></button></li>",
	) {
		f.Add(s)
	}
	for _, file := range samplePages(f) {
		if text := decode(f, file); len(text) <= maxFuzz {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > maxFuzz {
			t.Skip()
		}
		page = strings.ToValidUTF8(page, "\ufffd")
		tree, err := Parse(page)
		if err != nil {
			t.Fatal(err)
		}
		checkGrowth(t, "fuzz", page, tree)
		checkTree(t, "fuzz", tree)
		if len(page) < 4<<10 { // html.Parse may blow up on larger ones
			checkText(t, page, tree.Nodes[0])
		}
		before := outline(tree.Nodes[0])
		tree.Release()
		again, _ := Parse(page)
		if after := outline(again.Nodes[0]); before != after {
			t.Errorf("two runs differ:\n%s\n%s", before, after)
		}
	})
}

// maxFuzz is the length in bytes of the longest page that is fuzzed.
const maxFuzz = 64 << 10
