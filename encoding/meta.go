package encoding

import (
	"bytes"
	"mime"
	"strings"
)

// byteOrderMark returns the charset that a mark at the start of src proves, and
// the length of the mark.
func byteOrderMark(src []byte) (Charset, int) {
	switch {
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return UTF8, 3
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return UTF16BE, 2
	case bytes.HasPrefix(src, []byte("\x84\x31\x95\x33")):
		return GB18030, 4
	}
	return "", 0
}

// headerLabel returns the charset parameter of a Content-Type value, "" if it
// has none. A value that breaks the grammar is searched for "charset=".
func headerLabel(contentType string) string {
	if contentType == "" {
		return ""
	}
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		return strings.ToLower(params["charset"])
	}
	return charsetIn([]byte(contentType))
}

// metaLabel returns the charset that a meta element or an XML declaration
// names, wherever it stands, "" if none does. Comments are skipped; an unclosed
// one hides nothing. It gives up after so many elements that no page has them.
func metaLabel(src []byte) string {
	comments := true
	for i, limit := 0, 500; limit > 0; {
		n := bytes.IndexByte(src[i:], '<')
		if n < 0 || i+n+5 >= len(src) {
			break
		}
		i += n + 1
		label := ""
		switch b := src[i:]; {
		case b[0]|0x20 == 'm' && b[3]|0x20 == 'a' && hasPrefixFold(b, "meta"):
			label = charsetIn(tag(b))
			limit--
		case b[0] == '?' && hasPrefixFold(b, "?xml"):
			label = attribute(tag(b), "encoding")
			limit--
		case b[0] == '!' && b[1] == '-' && b[2] == '-' && comments:
			end := bytes.Index(b[3:], []byte("-->"))
			comments = end >= 0
			i += max(end, 0)
		}
		if label != "" {
			return label
		}
	}
	return ""
}

// tag returns b up to the end of the tag that it begins with, at most 1 KiB.
func tag(b []byte) []byte {
	const limit = 1024
	b = b[:min(len(b), limit)]
	if end := bytes.IndexByte(b, '>'); end >= 0 {
		return b[:end]
	}
	return b
}

// charsetIn returns the label behind "charset=" in a tag or a header value.
func charsetIn(b []byte) string { return attribute(b, "charset") }

// attribute returns the value behind name and "=" in b, without quotes.
func attribute(b []byte, name string) string {
	for i := 0; i+len(name) < len(b); i++ {
		if !hasPrefixFold(b[i:], name) {
			continue
		}
		value := bytes.TrimLeft(b[i+len(name):], "\t\n\f\r ")
		if len(value) == 0 || value[0] != '=' {
			continue
		}
		value = bytes.TrimLeft(value[1:], "\t\n\f\r \"'")
		if end := bytes.IndexAny(value, "\t\n\f\r \"';,/>?"); end >= 0 {
			value = value[:end]
		}
		return strings.ToLower(string(value))
	}
	return ""
}

func hasPrefixFold(b []byte, lower string) bool {
	if len(b) < len(lower) {
		return false
	}
	for i := range len(lower) {
		c := b[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
