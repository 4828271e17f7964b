package parse

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Whether an address is that of a further page of the article is told by what it
// has in common with the page's own, and by the number in which it differs.

// pageOf reports whether href leads to another page of this article, page n if
// that is known: its path is this page's with a number more, or its query has
// another page number, and the number of the article where the path is another.
func (x *extraction) pageOf(href string, n int) bool {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:") {
		return false
	}
	if x.base == nil {
		return true
	}
	u := resolveURL(x.base, href)
	own := absolute(x.art.URL)
	if u == nil || own == nil {
		return u != nil
	}
	if commentWords().in(u.Host) {
		return false
	}
	if own.Path == "" || own.Path == "/" { // only the host is known
		return isPagePath(u.Path) || n > 0 && strings.HasSuffix(u.RawQuery, "="+strconv.Itoa(n))
	}
	if !sameSite(u.Hostname(), own.Hostname()) {
		return false
	}
	a, b := stem(own.Path), stem(u.Path)
	return a == b || strings.HasPrefix(b, a) || len(a) > 6 && strings.HasPrefix(a, b) || pageInQuery(u.RawQuery, n) && sharesNumber(own, u) && !commentWords().in(u.Path)
}

// commentWords are parts of the addresses of readers' comments.
var commentWords = partsOf("comment", "pinglun", "reply")

// pageInQuery reports whether a query says that it is page n, or any but the first
// if n is 0.
func pageInQuery(query string, n int) bool {
	for part := range strings.SplitSeq(query, "&") {
		key, value, _ := strings.Cut(part, "=")
		if v, err := strconv.Atoi(value); err == nil && (v == n || n == 0 && v > 1 && v <= most) && (equalsAnyFold(key, "p", "pn", "pg") || strings.Contains(strings.ToLower(key), "page")) {
			return true
		}
	}
	return false
}

// sharesNumber reports whether two addresses hold the same long number, by which
// an article is known wherever it is shown: a number that is no date.
func sharesNumber(own, u *url.URL) bool {
	const shortest = 6
	theirs := numbersOf(u.RequestURI())
	for _, number := range numbersOf(own.RequestURI()) {
		dated := strings.HasPrefix(number, "20") && (len(number) == len("202209") || len(number) == len("20220905"))
		if len(number) >= shortest && !dated && slices.Contains(theirs, number) {
			return true
		}
	}
	return false
}

// numbersOf returns the runs of digits in s.
func numbersOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// isPagePath reports whether a path ends like a further page of an article: a
// long number, or a number behind it.
func isPagePath(p string) bool {
	p = p[strings.LastIndexByte(p, '/')+1:]
	digits := 0
	for i := range len(p) {
		if p[i] >= '0' && p[i] <= '9' {
			digits++
		}
	}
	return digits >= 6 && strings.Contains(p, ".") || strings.ContainsAny(p, "_-") && digits > 0
}

// stem cuts extension and trailing page number off a path.
func stem(p string) string {
	p = strings.TrimSuffix(p, extension(p))
	trimmed := strings.TrimRight(p, "0123456789")
	if cut := strings.TrimRight(trimmed, "_-"); cut != trimmed && cut != "" {
		return cut
	}
	return p
}

// numberBehind reports whether a path ends with page's number, or with the one
// before it as of a count from 0.
func numberBehind(path string, page int) bool {
	n, err := strconv.Atoi(strings.Trim(strings.TrimSuffix(path, extension(path))[len(stem(path)):], "_-"))
	return err == nil && (n == page || n == page-1)
}

// extension returns the extension of a path with its dot, "" if it has none.
func extension(path string) string {
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexByte(path, '/') {
		return path[i:]
	}
	return ""
}
