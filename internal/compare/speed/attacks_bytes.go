package main

import (
	"math/rand/v2"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// byteAttacks are no text, or text in the wrong bytes.
func byteAttacks() []attack {
	const mb = 1 << 20
	gbk := simplifiedchinese.GBK
	return []attack{
		{"50 MB of random bytes", 50 * mb, noise},
		{"5 MB of random bytes", 5 * mb, noise},
		{"random bytes below the story", 5 * mb, func(n int) string { return page("", story()) + noise(n) }},
		{"random bytes in GBK", 2 * mb, func(n int) string {
			return strings.Replace(encoded(gbk, page("", story())), "utf-8", "gbk", 1) + noise(n)
		}},
		{"5 MB of NUL", 5 * mb, bare("\x00")},
		{"NUL between all bytes", mb, func(n int) string {
			return strings.Join(strings.Split(page("", story())+strings.Repeat("<p>a", n/8), ""), "\x00")
		}},
		{"NUL in text", mb, inside("甲\x00")},
		{"control characters", mb, inside("甲\x01\x1b\x7f")},
		{"GBK with one byte in ten lost", 30_000, torn(gbk, 10)},
		{"GBK with one byte in 1,000 lost", 30_000, torn(gbk, 1000)},
		{"UTF-8 with one byte in ten lost", 30_000, torn(encoding.Nop, 10)},
		{"Big5 with one byte in 50 lost", 150_000, big5Torn},
		{"GBK lead bytes", 5 * mb, bare("\x81")},
		{"GBK leads before digits", 2 * mb, bare("\x810")},
		{"UTF-8 trail bytes", 5 * mb, bare("\x80")},
		{"UTF-8 leads", 5 * mb, bare("\xe4")},
		{"U+FFFD", 5 * mb / 3, bare("\ufffd")},
		{"U+FFFD in text", mb, inside("甲\ufffd")},
		{"U+FFFD read as GBK", mb / 2, inside("锟斤拷")},
		{"UTF-16", 30_000, func(n int) string {
			return encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), page("", story()+sentences(n)))
		}},
		{"UTF-16 surrogates", 2 * mb, func(n int) string { return "\xff\xfe" + strings.Repeat("\x00\xd8", n) }},
		{"HZ", 300_000, bare("~{<:Ky2;RW~}~ ")},
		{"charsets in turn", 20_000, mixed},
		{"text read with the wrong charset", 20_000, misread},
		{"100k charset labels", 100_000, inHead("", `<meta charset="gb2312">`, "")},
		{"byte order marks", 5 * mb / 3, bare("\ufeff")},
		{"white space", mb, bare(" \n\t\u3000")},
	}
}

// big5Torn is traditional text in Big5 that lost one byte in fifty.
func big5Torn(n int) string {
	text := encoded(traditionalchinese.Big5, "<meta charset=big5><h1>大橋今日通車</h1><p>"+strings.Repeat("大橋今日通車，兩岸往來只要三分鐘。", n))
	var b strings.Builder
	for len(text) > 50 {
		b.WriteString(text[:49])
		text = text[50:]
	}
	return b.String()
}

// noise is n random bytes.
func noise(n int) string {
	r := rand.NewChaCha8([32]byte{1})
	b := make([]byte, n)
	r.Read(b)
	return string(b)
}

// torn is Chinese text in a charset, of which one byte in gap is lost.
func torn(e encoding.Encoding, gap int) func(int) string {
	return func(n int) string {
		text := []byte(encoded(e, page("", story()+sentences(n))))
		r := rand.New(rand.NewPCG(2, uint64(gap)))
		kept := text[:0]
		for _, c := range text {
			if r.IntN(gap) > 0 {
				kept = append(kept, c)
			}
		}
		return string(kept)
	}
}

func encoded(e encoding.Encoding, text string) string {
	out, err := e.NewEncoder().String(text)
	if err != nil {
		panic(err) // the text is our own
	}
	return out
}

// mixed is a page whose paragraphs take turns between two charsets.
func mixed(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<p>" + sentence(i) + encoded(simplifiedchinese.GBK, "<p>"+sentence(i+1)))
	}
	return page("", story()+b.String())
}

// misread is text that was decoded with the wrong charset.
func misread(n int) string {
	out, err := simplifiedchinese.GB18030.NewDecoder().String(sentences(n))
	if err != nil {
		panic(err) // the decoder replaces what it cannot read
	}
	return page("", story()+out)
}
