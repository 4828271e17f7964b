package encoding_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/zhnews/zhnews/encoding"
)

// page says utf-8 and is GBK.
var page = []byte("<meta charset=\"utf-8\"><title>\xc3\xf1\xc9\xfa\xd0\xc2\xce\xc5</title>")

func ExampleDetect() {
	d := encoding.Detect(page, encoding.Hint{ContentType: "text/html; charset=ISO-8859-1"})
	fmt.Println(d.Charset, d.Basis, d.Declared, d.Confidence >= encoding.Certain)
	// Output: gb18030 frequency utf-8 true
}

func ExampleDecode() {
	text, _, report, err := encoding.Decode(append(page, "\xb5\xda"[0]), encoding.Options{Mode: encoding.Guess})
	fmt.Println(text, err)
	for _, d := range report.Damage {
		fmt.Println("damage at byte", d.Offset, "of", d.Len)
	}
	// Output:
	// <meta charset="utf-8"><title>民生新闻</title>� <nil>
	// damage at byte 45 of 1
}

func ExampleDecode_strict() {
	_, _, _, err := encoding.Decode([]byte("\xc3\xf1\xff"), encoding.Options{Charset: encoding.GBK})
	var e *encoding.Error
	if errors.As(err, &e) {
		fmt.Println(e.Offset, errors.Is(err, encoding.ErrMalformed))
	}
	// Output: 2 true
}

func ExampleNewReader() {
	r := encoding.NewReader(strings.NewReader(string(page)), encoding.Options{})
	io.Copy(os.Stdout, r)
	// Output: <meta charset="utf-8"><title>民生新闻</title>
}

func ExampleEncode() {
	b, err := encoding.Encode("新闻", encoding.GBK)
	fmt.Printf("%x %v\n", b, err)
	// Output: d0c2cec5 <nil>
}

func ExampleLookup() {
	c, ok := encoding.Lookup(" GB2312 ")
	fmt.Println(c, ok)
	// Output: gbk true
}

func ExampleRepair() {
	text, report := encoding.Repair("今天開(kāi)會(huì)時(shí)，⼈⺠\u200b很mǎn意。\n0 `6 N$ K- o9", encoding.RepairOptions{})
	fmt.Println(text)
	for _, e := range report.Edits {
		fmt.Printf("%d %q to %q: %s\n", e.Offset, e.Old, e.New, e.Kind)
	}
	for _, d := range report.Damage {
		fmt.Printf("%d bytes at %d stay: %s\n", d.Len, d.Offset, d.Kind)
	}
	// Output:
	// 今天开会时，人民很满意。
	// 0 `6 N$ K- o9
	// 6 "開(kāi)會(huì)時(shí)" to "开会时": cloak
	// 36 "⼈⺠" to "人民": look-alike
	// 42 "\u200b" to "": insertion
	// 48 "mǎn" to "满": spelling
	// 13 bytes at 59 stay: noise
}
