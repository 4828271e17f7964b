package main

import (
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
)

// Costs of the model, in eighths of a nat.
const (
	costSymbol  = 80  // a mark that the script uses now and then
	costForeign = 112 // a character that the language does not use
)

// neighbours makes the models of the charsets that are not Chinese: the cost
// of each byte above 0x7f in the single-byte ones, of each pair of bytes from
// A1 to FE in JIS X 0208 and KS X 1001. They must be good enough to win where
// the text is theirs, no more; the letters of each language are listed below
// by falling frequency, from common knowledge.
func neighbours(in *inputs) (*source, error) {
	kanji, err := kanjiCosts(in)
	if err != nil {
		return nil, err
	}
	s := newSource("neighbours", in.notice("gse-words", "opencc-st-characters", "opencc-st-phrases", "opencc-ja-shinjitai"))
	names, costs := "", []byte{}
	for _, c := range singleByte {
		names += c.name + " "
		costs = append(costs, byteCosts(c)...)
	}
	s.text("singleNames", strings.TrimSpace(names))
	s.bytes("singleCosts", costs)
	s.bytes("jisCosts", pairCosts(japanese.EUCJP, func(r rune) int { return japaneseCost(r, kanji) }))
	s.bytes("ksCosts", pairCosts(korean.EUCKR, koreanCost))
	return s, nil
}

const (
	russian = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"
	western = "éàèüäößñáíóúçêâôîûåøæëïãõìòùœÿ"
	eastern = "áéíěšřýčžůúóąęłśżćńźőűöüäßăâîșțşţđďťňľĺŕô"
	turkish = "ıüğşöçİâîûé"
	baltic  = "āēīšūčžėųįąęģķļņõäöü"
	viet    = "đàáâãèéêìíòóôõùúýăĩũơư\u0300\u0301\u0303\u0309\u0323"
	greek   = "αοιετσνηυρπκμλςγδωόίάέύήώχθφβξζψϊΑΕΟΤΣΠΚΜΝ"
	hebrew  = "יהולאתרשמבנםדחעקפטסכגזןצךץף"
	arabic  = "اليمنورتبةعدفهكسحقأجشصطزخضىءغثذإئظؤآ"
	thai    = "านรอกเงมวลัย่สทดี้ตปคิบุขะหชแใจไพโ์ผถูำซฟึณื็ศญธฤภษฉ"
)

type single struct {
	name    string
	charmap *charmap.Charmap
	letters string
	first   float64 // cost in nats of the most frequent letter
	step    float64 // and what each next one costs more
}

var singleByte = []single{
	{"windows-1251", charmap.Windows1251, russian, 2.2, 0.11},
	{"koi8-u", charmap.KOI8U, russian, 2.2, 0.11},
	{"ibm866", charmap.CodePage866, russian, 2.2, 0.11},
	{"iso-8859-5", charmap.ISO8859_5, russian, 2.2, 0.11},
	{"windows-1252", charmap.Windows1252, western, 4, 0.08},
	{"windows-1250", charmap.Windows1250, eastern, 4, 0.05},
	{"iso-8859-2", charmap.ISO8859_2, eastern, 4, 0.05},
	{"iso-8859-16", charmap.ISO8859_16, eastern, 4, 0.05},
	{"macintosh", charmap.Macintosh, western, 4, 0.08},
	{"ibm850", charmap.CodePage850, western, 4, 0.08},
	{"x-mac-cyrillic", charmap.MacintoshCyrillic, russian, 2.2, 0.11},
	{"windows-1254", charmap.Windows1254, turkish, 3.6, 0.1},
	{"windows-1257", charmap.Windows1257, baltic, 3.8, 0.08},
	{"windows-1258", charmap.Windows1258, viet, 3.8, 0.04},
	{"windows-1253", charmap.Windows1253, greek, 2.3, 0.08},
	{"iso-8859-7", charmap.ISO8859_7, greek, 2.3, 0.08},
	{"windows-1255", charmap.Windows1255, hebrew, 2.2, 0.1},
	{"windows-1256", charmap.Windows1256, arabic, 2.1, 0.09},
	{"windows-874", charmap.Windows874, thai, 2.6, 0.06},
}

func byteCosts(c single) []byte {
	costs := make([]byte, 128)
	for i := range costs {
		costs[i] = byte(letterCost(c, c.charmap.DecodeByte(byte(0x80+i))))
	}
	return costs
}

func letterCost(c single, r rune) int {
	const capital = 12
	rank := func(r rune) int { return strings.IndexRune(c.letters, r) }
	at := func(i int) int { return int(8 * (c.first + c.step*float64(len([]rune(c.letters[:i]))))) }
	if i := rank(r); i >= 0 {
		return at(i)
	}
	if i := rank(unicode.ToLower(r)); i >= 0 {
		return at(i) + capital
	}
	switch {
	case strings.ContainsRune("“”‘’«»–—…„\u00a0°№§´·", r):
		return 46
	case unicode.IsLetter(r) || unicode.IsPunct(r):
		return costSymbol
	case r < 0xa0 || r == unicode.ReplacementChar:
		return costForeign
	}
	return 88
}

// pairCosts lists the cost of each pair of the 94 × 94 square, 0 if dec does
// not know it.
func pairCosts(e encoding.Encoding, cost func(rune) int) []byte {
	var costs []byte
	dec := e.NewDecoder()
	for lead := 0xa1; lead <= 0xfe; lead++ {
		for trail := 0xa1; trail <= 0xfe; trail++ {
			text, err := dec.String(string([]byte{byte(lead), byte(trail)}))
			r := []rune(text)
			c := 0
			if err == nil && len(r) == 1 && r[0] != unicode.ReplacementChar {
				c = cost(r[0])
			}
			costs = append(costs, byte(c))
		}
	}
	return costs
}

// kanjiCosts takes the frequency of a kanji from the character that it stands
// for in Chinese: no better count is free.
func kanjiCosts(in *inputs) (map[rune]int, error) {
	words, err := gseWords(in)
	if err != nil {
		return nil, err
	}
	toT, err := newConverter(in)
	if err != nil {
		return nil, err
	}
	old, err := openCC(in, "opencc-ja-shinjitai")
	if err != nil {
		return nil, err
	}
	freq, total := map[rune]float64{}, 0.0
	for word, n := range words {
		count(freq, toT.convert(word), n)
	}
	for _, n := range freq {
		total += n
	}
	for new, from := range old {
		freq[[]rune(new)[0]] += freq[[]rune(from)[0]]
	}
	costs := map[rune]int{}
	for r, n := range freq {
		costs[r] = int(-8 * math.Log(n/total))
	}
	return costs, nil
}

const (
	hiragana = "のいになとたしるてをはかでがれんりもうらあこまくさきっよだすおめけそわせえつみどちほじろやばげ"
	katakana = "ーンスルトリアイラクシドジレタフマプロテコカバウサキメチオニパナミグデセブツエビムハモソダベガケ"
)

func japaneseCost(r rune, kanji map[rune]int) int {
	const kanjiShare = 10 // one character in three or four
	if i := strings.IndexRune(hiragana, r); i >= 0 {
		return 27 + i/3*2/3
	}
	if i := strings.IndexRune(katakana, r); i >= 0 {
		return 40 + i/3*2/3
	}
	switch {
	case r == '、' || r == '。':
		return 30
	case strings.ContainsRune("「」・　（）", r):
		return 44
	case r >= 0x3040 && r <= 0x30ff:
		return 72
	case unicode.Is(unicode.Han, r):
		if c, ok := kanji[r]; ok {
			return min(c+kanjiShare, costForeign)
		}
		return costForeign
	}
	return costSymbol
}

// The shares in percent of the parts of hangul syllables in running text, in
// the order of Unicode.
var (
	hangulInitial = [...]float64{12.5, 1, 8, 9, 1, 7.5, 5.5, 5, .2, 10, .4, 22, 8, .2, 2.5, 1, 2, 2, 7}
	hangulMedial  = [...]float64{20, 5, 1, .05, 11, 6, 6, 1, 11, 2, .2, 1.5, 1.5, 8, 1, .1, 1, 1.5, 8, 2, 14}
	hangulFinal   = [...]float64{56, 6, .1, .02, 13, .05, .3, .4, 8, .1, .05, .05, .01, .02, .01, .1, 4, 2.5, .2, 2, 2.5, 7, .3, .2, .05, .3, .3, .2}
)

func koreanCost(r rune) int {
	const first, last = 0xac00, 0xd7a3
	if r < first || r > last {
		if unicode.Is(unicode.Han, r) {
			return costForeign
		}
		return costSymbol
	}
	i := int(r - first)
	p := hangulInitial[i/588] * hangulMedial[i%588/28] * hangulFinal[i%28] / 1e6
	return min(int(-8*math.Log(p)), costForeign)
}
