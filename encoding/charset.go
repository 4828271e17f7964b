package encoding

import "strings"

// A Charset names a character encoding by its WHATWG name in lower case.
// The zero value means that no charset is known.
type Charset string

// The charsets that this package decodes and encodes.
const (
	UTF8    Charset = "utf-8"
	GBK     Charset = "gbk"     // decoded as GB18030, encoded without its four-byte codes
	GB18030 Charset = "gb18030" // the widest of the GB 2312 family
	Big5    Charset = "big5"    // with the Hong Kong extensions (HKSCS)
	HZ      Charset = "hz-gb-2312"
	UTF16LE Charset = "utf-16le"
	UTF16BE Charset = "utf-16be"
)

// Lookup returns the charset that a label such as "GB2312" names. It knows the
// labels of the WHATWG Encoding Standard for the charsets of this package, and
// others that Chinese pages carry, such as cp936. Case and ASCII white space
// around the label do not matter; ok is false if the label is not known.
//
// Unlike the standard, Lookup takes hz-gb-2312 for what it says.
func Lookup(label string) (c Charset, ok bool) {
	const space = "\t\n\f\r "
	switch strings.ToLower(strings.Trim(label, space)) {
	case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8":
		return UTF8, true
	case "gbk", "gb2312", "gb_2312", "gb_2312-80", "x-gbk", "chinese", "csgb2312", "csiso58gb231280", "iso-ir-58",
		"cp936", "ms936", "windows-936", "x-cp936", "936", "gb-2312", "gb2312-80", "euc-cn", "euccn", "euc_cn", "x-euc-cn":
		return GBK, true
	case "gb18030", "gb-18030", "gb_18030", "gb18030-2000", "gb18030-2005", "gb18030-2022", "cp54936", "windows-54936":
		return GB18030, true
	case "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5",
		"cp950", "ms950", "windows-950", "x-big5", "950", "big-5", "big5hkscs", "big5_hkscs", "big5hk", "big5-hk", "big5-eten", "cp951":
		return Big5, true
	case "utf-16", "utf-16le", "utf16", "utf16le", "csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff":
		return UTF16LE, true
	case "utf-16be", "utf16be", "unicodefffe":
		return UTF16BE, true
	case "hz-gb-2312", "hz", "hzgb2312", "cp52936":
		return HZ, true
	}
	return "", false
}

// family returns the widest charset that shares c's codes: texts in the
// charsets of one family cannot be told apart while they stay in the subset.
func (c Charset) family() Charset {
	if c == GBK {
		return GB18030
	}
	return c
}
