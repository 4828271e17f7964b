package encoding

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
)

// The corpus is made here, from the sentences in testdata/text, by a seeded
// generator. Those sentences were written for this test; the tables are made
// from dictionaries (see NOTICE), so nothing is measured on what was trained
// on. Run with -v for the table of results.

// A specimen is one input with its truth.
type specimen struct {
	condition string
	src       []byte
	header    string
	want      Charset // the widest of the family; "" for text that is not Chinese
}

// A corpus makes specimens.
type corpus struct {
	rnd        *rand.Rand
	hans, hant []string
	wordsS     []string
	wordsT     []string
}

func newCorpus(t testing.TB) *corpus {
	c := &corpus{rnd: rand.New(rand.NewPCG(4, 18030))}
	c.hans = readLines(t, "zh-hans")
	c.hant = append(readLines(t, "zh-hant"), readLines(t, "zh-hant-more")...)
	c.wordsS = strings.Fields(strings.Join(readLines(t, "zh-hans-words"), " "))
	c.wordsT = strings.Fields(strings.Join(readLines(t, "zh-hant-words"), " "))
	return c
}

func readLines(t testing.TB, name string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "text", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
}

// A writing is a way to write Chinese down as bytes.
type writing struct {
	charset     Charset
	traditional bool
	label       string
}

var writings = []writing{
	{UTF8, false, "utf-8"},
	{UTF8, true, "UTF-8"},
	{GB18030, false, "gb2312"},
	{GB18030, false, "gbk"},
	{GB18030, true, "gbk"},
	{Big5, true, "big5"},
}

func (c *corpus) sentences(w writing) []string {
	if w.traditional {
		return c.hant
	}
	return c.hans
}

func (c *corpus) words(w writing) []string {
	if w.traditional {
		return c.wordsT
	}
	return c.wordsS
}

// bytes writes s down; what the charset has no code for is left out.
func (w writing) bytes(s string) []byte {
	switch w.charset {
	case GB18030:
		return []byte(gb(s))
	case Big5:
		return []byte(big5Lossy(s))
	case UTF16LE, UTF16BE:
		return utf16Bytes(s, w.charset)
	case HZ:
		return hzBytes(s)
	}
	return []byte(s)
}

func big5Lossy(s string) string {
	var b strings.Builder
	for _, r := range s {
		if code, err := encodeBig5(string(r)); err == nil {
			b.WriteString(code)
		}
	}
	return b.String()
}

func utf16Bytes(s string, c Charset) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if c == UTF16LE {
			b = append(b, byte(u), byte(u>>8))
		} else {
			b = append(b, byte(u>>8), byte(u))
		}
	}
	return b
}

func hzBytes(s string) []byte {
	var b bytes.Buffer
	han := false
	for _, r := range s {
		code := gb(string(r))
		if high := len(code) == 2; high != han {
			b.WriteString(map[bool]string{true: "~{", false: "~}"}[high])
			han = high
		}
		for i := range len(code) {
			b.WriteByte(code[i] & 0x7f)
		}
	}
	if han {
		b.WriteString("~}")
	}
	return b.Bytes()
}

func (c *corpus) pick(list []string) string { return list[c.rnd.IntN(len(list))] }

// page is a page of the usual kind. meta stands at {META}, {LATE} is near the
// end, and the body has about n sentences.
func (c *corpus) page(w writing, n int) string {
	var b strings.Builder
	words := c.words(w)
	fmt.Fprintf(&b, "<html>\n<head>{META}<title>%s</title>\n", c.pick(c.sentences(w)))
	fmt.Fprintf(&b, "<script>var page = {id: %d, ads: [\"top\", \"left\"]};</script></head>\n<body>\n<ul>", c.rnd.IntN(1e6))
	for range 8 {
		fmt.Fprintf(&b, "<li><a href=\"/c/%d.html\">%s</a></li>", c.rnd.IntN(999), c.pick(words))
	}
	fmt.Fprintf(&b, "</ul>\n<h1>%s</h1><div class=\"info\">2012-0%d-1%d 08:30</div>\n", c.pick(c.sentences(w)), 1+c.rnd.IntN(9), c.rnd.IntN(10))
	for range n {
		fmt.Fprintf(&b, "<p>%s%s</p>\n", c.pick(c.sentences(w)), c.pick(c.sentences(w)))
	}
	b.WriteString("{LATE}</body></html>\n")
	return b.String()
}

func metaFor(label string) string {
	if label == "" {
		return ""
	}
	return `<meta http-equiv="Content-Type" content="text/html; charset=` + label + `">`
}

// labelled writes a page with its labels: meta early or late, "" for none.
func (c *corpus) labelled(w writing, meta, late string) []byte {
	s := c.page(w, 3+c.rnd.IntN(6))
	s = strings.Replace(s, "{META}", metaFor(meta), 1)
	return w.bytes(strings.Replace(s, "{LATE}", metaFor(late), 1))
}

// wrongLabel returns a label of another family than w's.
func (c *corpus) wrongLabel(w writing) string {
	for {
		label := []string{"utf-8", "gb2312", "big5", "iso-8859-1", "windows-1252", "shift_jis"}[c.rnd.IntN(6)]
		if l, _ := Lookup(label); l.family() != w.charset {
			return label
		}
	}
}

// main makes the main corpus: pages and lines as they are met.
func (c *corpus) main(n int) []specimen {
	var all []specimen
	add := func(condition string, w writing, src []byte, header string) {
		all = append(all, specimen{condition, src, header, w.charset})
	}
	for _, w := range writings {
		for range n {
			add("label right", w, c.labelled(w, w.label, ""), "")
			add("header right", w, c.labelled(w, "", ""), "text/html; charset="+w.label)
			add("no label", w, c.labelled(w, "", ""), "")
			add("label late", w, c.labelled(w, "", w.label), "")
			add("wrong meta", w, c.labelled(w, c.wrongLabel(w), ""), "")
			add("wrong header", w, c.labelled(w, "", ""), "text/html; charset="+c.wrongLabel(w))
			add("both wrong", w, c.labelled(w, c.wrongLabel(w), ""), "text/html; charset="+c.wrongLabel(w))
			add("stray bytes", w, c.strayed(c.labelled(w, "", "")), "")
			add("cut", w, c.cut(w), "")
			add("mixed", w, c.mixed(w), "")
			add("sparse", w, c.sparse(w), "")
			add("4-8 hanzi", w, w.bytes(c.hanzi(w, 4+c.rnd.IntN(5))), "")
		}
	}
	for range n {
		for _, w := range []writing{{UTF16LE, false, ""}, {UTF16BE, true, ""}} {
			page := c.labelled(w, "", "")
			add("utf-16", w, page, "")
			add("utf-16 lines", w, w.bytes(c.pick(c.sentences(w))), "")
			mark := utf16Bytes("\ufeff", w.charset)
			add("utf-16 mark", w, append(mark, page...), "")
		}
		w := writing{HZ, false, ""}
		add("hz", w, c.labelled(w, "", ""), "")
	}
	return all
}

// strayed sets a few bytes among the text to what no charset here has.
func (c *corpus) strayed(src []byte) []byte {
	for range 5 {
		i := c.rnd.IntN(len(src))
		src = append(src[:i], append([]byte{0xff}, src[i:]...)...)
	}
	return src
}

func (c *corpus) cut(w writing) []byte {
	src := c.labelled(w, "", "")
	for i := len(src) * 3 / 4; i < len(src); i++ {
		if src[i-1] >= 0x80 && src[i] >= 0x80 {
			return src[:i]
		}
	}
	return src
}

// mixed is a page with a paragraph in another charset.
func (c *corpus) mixed(w writing) []byte {
	others := []writing{{UTF8, false, ""}, {GB18030, false, ""}, {Big5, true, ""}}
	for {
		if o := others[c.rnd.IntN(len(others))]; o.charset != w.charset {
			fragment := o.bytes("<p>" + c.pick(c.sentences(o)) + "</p>")
			return bytes.Replace(c.labelled(w, "", ""), []byte("</h1>"), append([]byte("</h1>"), fragment...), 1)
		}
	}
}

// sparse is a few hanzi in a page of ASCII.
func (c *corpus) sparse(w writing) []byte {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "<tr><td>%d</td><td class=\"num\">%d.%02d</td></tr>\n", i, c.rnd.IntN(900), c.rnd.IntN(100))
		if i%60 == 30 {
			fmt.Fprintf(&b, "<th>%s</th>", c.pick(c.words(w)))
		}
	}
	return w.bytes(b.String())
}

// hanzi returns n hanzi that stand together in a sentence, and its marks.
func (c *corpus) hanzi(w writing, n int) string {
	s := []rune(c.pick(c.sentences(w)))
	if len(s) <= n {
		return string(s)
	}
	i := c.rnd.IntN(len(s) - n)
	return string(s[i : i+n])
}

// hard makes what has little left to go by.
func (c *corpus) hard(n int) []specimen {
	var all []specimen
	add := func(condition string, w writing, src []byte) {
		all = append(all, specimen{condition, src, "", w.charset})
	}
	for _, w := range writings {
		for range n {
			for _, percent := range []int{2, 10, 30} {
				add(fmt.Sprintf("damage %d %%", percent), w, c.damaged(c.labelled(w, "", ""), percent))
			}
			switch word := c.pick(c.words(w)); len(word) / len("字") {
			case 2:
				add("2 hanzi", w, w.bytes(word))
			case 3:
				add("3 hanzi", w, w.bytes(word))
			}
		}
		names := c.words(w)[len(c.words(w))-100:]
		for _, name := range names {
			add("names", w, w.bytes(name))
		}
	}
	return all
}

// damaged sets a share of the bytes above 0x7f to others at random.
func (c *corpus) damaged(src []byte, percent int) []byte {
	for i, b := range src {
		if b >= 0x80 && c.rnd.IntN(100) < percent {
			src[i] = byte(c.rnd.IntN(256))
		}
	}
	return src
}

var foreign = []struct {
	language string
	name     string
	encoding encoding.Encoding
}{
	{"ru", "windows-1251", charmap.Windows1251},
	{"ru", "koi8-r", charmap.KOI8R},
	{"ru", "iso-8859-5", charmap.ISO8859_5},
	{"ru", "ibm866", charmap.CodePage866},
	{"uk", "windows-1251", charmap.Windows1251},
	{"el", "windows-1253", charmap.Windows1253},
	{"el", "iso-8859-7", charmap.ISO8859_7},
	{"he", "windows-1255", charmap.Windows1255},
	{"ar", "windows-1256", charmap.Windows1256},
	{"th", "windows-874", charmap.Windows874},
	{"tr", "windows-1254", charmap.Windows1254},
	{"pl", "windows-1250", charmap.Windows1250},
	{"pl", "iso-8859-2", charmap.ISO8859_2},
	{"cs", "windows-1250", charmap.Windows1250},
	{"lt", "windows-1257", charmap.Windows1257},
	{"fr", "windows-1252", charmap.Windows1252},
	{"de", "windows-1252", charmap.Windows1252},
	{"es", "iso-8859-1", charmap.ISO8859_1},
	{"vi", "windows-1258", charmap.Windows1258},
	{"ja", "shift_jis", japanese.ShiftJIS},
	{"ja", "euc-jp", japanese.EUCJP},
	{"ko", "euc-kr", korean.EUCKR},
}

// negatives makes lines and pages that are not Chinese.
func (c *corpus) negatives(t testing.TB, lines, pages int) []specimen {
	var all []specimen
	for _, f := range foreign {
		text := readLines(t, f.language)
		enc := encoding.ReplaceUnsupported(f.encoding.NewEncoder())
		write := func(condition, s string) {
			src, err := enc.Bytes([]byte(s))
			if err != nil {
				t.Fatalf("%s %s: %v", f.language, f.name, err)
			}
			if asciiPrefix(src) < len(src) {
				all = append(all, specimen{condition, src, "", ""})
			}
		}
		for range lines {
			s := []rune(c.pick(text))
			write("lines "+f.name, string(s[:len(s)*(2+c.rnd.IntN(3))/4]))
		}
		for range pages {
			s := "<html><head><title>" + c.pick(text) + "</title></head><body>"
			for range 5 {
				s += "<p>" + c.pick(text) + " " + c.pick(text) + "</p>\n"
			}
			write("pages "+f.name, s+"</body></html>")
		}
	}
	return all
}

// A tally counts the specimens of a condition and those answered right.
type tally struct {
	condition  string
	all, right int
	missed     []string
}

func (t *tally) percent() float64 { return 100 * float64(t.right) / float64(t.all) }

// score asks Detect about each specimen.
func score(all []specimen) []*tally {
	var order []*tally
	byName := map[string]*tally{}
	for _, s := range all {
		r := byName[s.condition]
		if r == nil {
			r = &tally{condition: s.condition}
			byName[s.condition] = r
			order = append(order, r)
		}
		r.all++
		d := Detect(s.src, Hint{ContentType: s.header})
		if d.Charset.family() == s.want {
			r.right++
		} else {
			r.missed = append(r.missed, fmt.Sprintf("%q is %q, not %q", s.src[:min(len(s.src), 60)], d.Charset, s.want))
		}
	}
	return order
}

func TestCorpusMain(t *testing.T) {
	const floor, floorOfEach = 99.9, 99
	total := tally{condition: "all"}
	for _, r := range score(newCorpus(t).main(60)) {
		t.Logf("%-14s %5d %6.2f %%", r.condition, r.all, r.percent())
		if r.percent() < floorOfEach {
			t.Errorf("%s: %.2f %% right, want %v\n%s", r.condition, r.percent(), floorOfEach, strings.Join(r.missed, "\n"))
		}
		total.all += r.all
		total.right += r.right
		total.missed = append(total.missed, r.missed...)
	}
	t.Logf("%-14s %5d %6.2f %%", total.condition, total.all, total.percent())
	if total.percent() < floor {
		t.Errorf("%.2f %% right, want %v\n%s", total.percent(), floor, strings.Join(total.missed, "\n"))
	}
}

func TestCorpusHard(t *testing.T) {
	floors := map[string]float64{
		"damage 2 %": 99, "damage 10 %": 99, "damage 30 %": 95, "2 hanzi": 95, "3 hanzi": 98, "names": 95,
	}
	for _, r := range score(newCorpus(t).hard(200)) {
		t.Logf("%-14s %5d %6.2f %%", r.condition, r.all, r.percent())
		if r.percent() < floors[r.condition] {
			t.Errorf("%s: %.2f %% right, want %v\n%s", r.condition, r.percent(), floors[r.condition], strings.Join(r.missed, "\n"))
		}
	}
}

func TestCorpusForeign(t *testing.T) {
	for _, r := range score(newCorpus(t).negatives(t, 100, 10)) {
		floor := 99.0
		if strings.HasPrefix(r.condition, "pages") {
			floor = 100
		}
		t.Logf("%-20s %5d %6.2f %%", r.condition, r.all, r.percent())
		if r.percent() < floor {
			t.Errorf("%s: %.2f %% not taken for Chinese, want %v\n%s", r.condition, r.percent(), floor, strings.Join(r.missed, "\n"))
		}
	}
}

// TestCorpusCalibration checks that answers of high confidence are as good as
// they say.
func TestCorpusCalibration(t *testing.T) {
	c := newCorpus(t)
	all := slices.Concat(c.main(60), c.hard(200), c.negatives(t, 100, 10))
	bins := []struct {
		from, floor float64
		all, right  int
	}{
		{from: Certain, floor: 99.9}, {from: 0.99, floor: 97}, {from: 0.9, floor: 85}, {from: 0},
	}
	for _, s := range all {
		d := Detect(s.src, Hint{ContentType: s.header})
		for i := range bins {
			if d.Confidence >= bins[i].from {
				bins[i].all++
				if d.Charset.family() == s.want {
					bins[i].right++
				}
				break
			}
		}
	}
	for _, b := range bins {
		percent := 100 * float64(b.right) / float64(max(b.all, 1))
		t.Logf("confidence from %.3f: %5d answers, %6.2f %% right", b.from, b.all, percent)
		if percent < b.floor {
			t.Errorf("confidence from %.3f: %.2f %% right, want %v", b.from, percent, b.floor)
		}
	}
	if bins[0].all*100 < len(all)*80 {
		t.Errorf("%d of %d answers are certain, want 80 %%", bins[0].all, len(all))
	}
}
