package dom

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// lexed lists the tokens of a page, one a line.
func lexed(page string) (tokens []string) {
	var l lexer
	l.start(page)
	for {
		switch l.next() {
		case endOfPage:
			return joinTexts(tokens)
		case textToken:
			tokens = append(tokens, "text "+l.data)
		case startTag:
			tokens = append(tokens, showTag(l.tag.text, l.attr, l.selfClosing))
		case endTag:
			tokens = append(tokens, "</"+l.text.lower(l.endName)+">")
		case commentToken:
			tokens = append(tokens, "comment "+l.data)
		case doctypeToken:
			tokens = append(tokens, "doctype")
		}
	}
}

// lexedByTokenizer is lexed by the Tokenizer of x/net.
func lexedByTokenizer(page string) (tokens []string) {
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		tt := z.Next()
		if tt == html.CommentToken {
			tokens = append(tokens, "comment "+rawComment(string(z.Raw())))
			continue
		}
		switch t := z.Token(); tt {
		case html.ErrorToken:
			return joinTexts(tokens)
		case html.TextToken:
			tokens = append(tokens, "text "+strings.ReplaceAll(t.Data, "\x00", "")) // as its parser does
		case html.StartTagToken, html.SelfClosingTagToken:
			if t.Data == "noscript" {
				z.NextIsNotRawText()
			}
			tokens = append(tokens, showTag(t.Data, distinct(t.Attr), tt == html.SelfClosingTagToken))
		case html.EndTagToken:
			tokens = append(tokens, "</"+t.Data+">")
		case html.DoctypeToken:
			tokens = append(tokens, "doctype")
		}
	}
}

// distinct returns the attributes that are kept. The Tokenizer looks for
// duplicates before it replaces zero bytes.
func distinct(attr []html.Attribute) (kept []html.Attribute) {
	for _, a := range attr {
		if len(kept) < maxAttrs && !has(kept, a.Key) {
			kept = append(kept, a)
		}
	}
	return kept
}

// rawComment returns the text of a comment. The Tokenizer would decode the
// character references in it, against the Standard.
func rawComment(s string) string {
	s = strings.NewReplacer("\x00", "\ufffd", "\r\n", "\n", "\r", "\n").Replace(s)
	z := html.NewTokenizer(strings.NewReader(strings.ReplaceAll(s, "&", "&amp;")))
	z.Next()
	return z.Token().Data
}

func showTag(name string, attr []html.Attribute, selfClosing bool) string {
	s := "<" + name
	for _, a := range attr {
		s += fmt.Sprintf(" %s=%q", a.Key, a.Val)
	}
	if selfClosing {
		s += "/"
	}
	return s + ">"
}

// joinTexts joins texts that only where a token was cut sets apart, and leaves
// empty ones out.
func joinTexts(tokens []string) (out []string) {
	for _, t := range tokens {
		if last := len(out) - 1; last >= 0 && strings.HasPrefix(t, "text ") && strings.HasPrefix(out[last], "text ") {
			out[last] += t[len("text "):]
			continue
		}
		out = append(out, t)
	}
	return slices.DeleteFunc(out, func(t string) bool { return t == "text " })
}

var oddMarkup = []string{
	"<p a=1 b='2' c=\"3\" D=\"&amp;\" e>", "<p a = 1 b\n=\t'x'>", "<p a=>x", "<p =a=b>", "<p a/b=c / d>", "<p a=/>", "<p a='/'/>", "<p/>", "<p / >", "<p a=\"b\"c>",
	"<p a a=2 A=3 b>", "<P CLASS=X aBc=y>", "<x-Y>", "<p a='1", "<p a", "<p", "<", "a<", "a</", "</", "</p", "</p a='>'>x", "</P\n>", "</ p>x", "</>x", "<>x", "< p>", "<1>", "<p<b>x",
	"<!---->x", "<!-->x", "<!--->x", "<!--a-->x", "<!--a--!>x", "<!--a--!-->x", "<!--a->-->x", "<!----->x", "<!--a", "<!--a-", "<!--a--", "<!--a--!", "<!--", "<!-", "<!-a>", "<!", "<!>", "<!x>y", "<!--&amp;-->", "<!-- -- -->x",
	"<!DOCTYPE html>x", "<!doctype>x", "<!doctype", "<!doctypx", "<![CDATA[x>y]]>z", "<?xml a?>x", "<?", "<?x",
	"<script>a<b</script>c", "<script>a</SCRIPT >b", "<script></script/x>a", "<script></scripty></script>a", "<script>a", "<script></script", "<script/>a</script>b", "<script/src=a>b<c</script>",
	"<script><!--a</script>b", "<script><!--<script>a</script>b--></script>c", "<script><!--<script>a</script>b</script>c", "<script><!--><script>a</script>b", "<script><!---><script>a</script>b", "<script><!--<script >--></script>a", "<script><!--<scripty></script>a",
	"<script><!-- a -- > b --></script>c<!--d--></script>e", "<script><!--<script></script><script></script></script>a", "<script>--><!--</script>a",
	"<style>a</styl></style>b", "<title>a&amp;<b></title>c", "<textarea>&lt;</TEXTAREA>a", "<iframe><p></iframe>a", "<xmp>&amp;<p></xmp>a", "<noembed><p></noembed>a", "<noframes><p></noframes>a", "<noscript><p>&amp;</noscript>a", "<plaintext>a</plaintext>b", "<title></title>a", "<style",
	"<svg><title>a</title><script>b<c</script><path d='x'/></svg>d", "<svg>6\"</svg>a",
	"&amp;&lt;&gt;&quot;&nbsp;&copy&copy;&notit;&notin;&no;&semi;&#65;&#x41;&#X41&#65a&#;&#x;&#xg;&;&a;&lta&", "<a href='?a=1&copy=2&copy;=3&amp=4&lt&copyx&copy&notit;&notin;&semi;&#65=&#x41;&x;&;&'>", "<a b=&lt;&lt c=&>", "&nGt;&NotEqualTilde;&acE;", "&#160;&#159;&#xa0;&#XA0&#20013;&#20013a&#x4e2dg&#+165;&#1_65;&#55296;&#57344;&#1114111;&#1114112;&#4294967461;&#00165;", "<p a='&#20013;b&#20013=&#x4e2d&#128;'>",
	"a\r\n\r\n<!--\r\n\r-->\r\n\t\t<script>\r\n\r</script>", "a\r\nb\rc\n\rd<p\r\na='\r'\r>\r", "a\x00b<p\x00 \x00c='\x00'><!--\x00--><title>\x00</title></p\x00>", "\x00", "&#\x000;", "&#0;&#13;&#128;&#xD800;&#x110000;&#99999999999;",
	"<img src=a/>", "<img src=a / >", "<br/ >", "<a\fb\fc>", "甲<p 乙=丙>丁</p>", "<p a=甲\u3000b>",
}

// TestLex holds the lexer against the Tokenizer of x/net.
func TestLex(t *testing.T) {
	for _, page := range oddMarkup {
		if diff := cmp.Diff(lexedByTokenizer(page), lexed(page)); diff != "" {
			t.Errorf("%q: (-Tokenizer +lexer)\n%s", page, diff)
		}
	}
	for _, file := range samplePages(t) {
		page := decode(t, file)
		if diff := cmp.Diff(lexedByTokenizer(page), lexed(page)); diff != "" {
			t.Errorf("%s: (-Tokenizer +lexer)\n%s", file, diff)
		}
	}
}

// TestLexDiffers lists where the lexer follows the Standard and the Tokenizer
// does not.
func TestLexDiffers(t *testing.T) {
	for _, c := range []struct{ why, page, want, tokenizer string }{
		{"the slash that ends an unquoted value ends no tag, be the attribute kept or not", "<p a=b a=/>", `<p a="b">`, `<p a="b"/>`},
		{"a lone angle does not end the comment of a script", "<script><!-- < <script></script>a</script>b", "<script>|text <!-- < <script></script>a|</script>|text b", "<script>|text <!-- < <script>|</script>|text a|</script>|text b"},
	} {
		if got := strings.Join(lexed(c.page), "|"); got != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.why, c.page, got, c.want)
		}
		if got := strings.Join(lexedByTokenizer(c.page), "|"); got != c.tokenizer {
			t.Errorf("%s: %q: the Tokenizer reads %q, not %q", c.why, c.page, got, c.tokenizer)
		}
	}
}

// FuzzLex: the lexer and the Tokenizer read the same tokens.
func FuzzLex(f *testing.F) {
	for _, page := range oddMarkup {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "\ufffd")
		if len(page) > maxFuzz || strings.Contains(page, "<!--") && strings.Contains(strings.ToLower(page), "<script") {
			t.Skip() // TestLexDiffers says why
		}
		want, got := lexedByTokenizer(page), lexed(page)
		if endsInValue(page) { // the same
			want, got = withoutSlashes(want), withoutSlashes(got)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: (-Tokenizer +lexer)\n%s", page, diff)
		}
	})
}

// endsInValue reports whether a slash at the end of a tag of the page may belong
// to an unquoted value.
func endsInValue(page string) bool {
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		if raw, ok := bytes.CutSuffix(z.Raw(), []byte("/>")); ok && bytes.ContainsRune(raw, '=') {
			return true
		}
	}
	return false
}

// withoutSlashes drops the mark of tags that close themselves.
func withoutSlashes(tokens []string) (out []string) {
	for _, t := range tokens {
		if strings.HasPrefix(t, "<") {
			t = strings.Replace(t, "/>", ">", 1)
		}
		out = append(out, t)
	}
	return out
}
