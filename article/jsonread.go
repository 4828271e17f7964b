package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonReader reads one JSON document strictly. Its methods return false after
// an error, which is in err then.
type jsonReader struct {
	format  Format
	b       []byte
	i       int // offset of what is read next
	path    path
	err     *SyntaxError
	unknown *SyntaxError // the first unknown field
	scratch []byte       // of a string with escapes

	// The place of a field that turned out to be wrong in the end is found by
	// reading again: look is its path, place the offset of it, or of the
	// innermost value around it.
	look  string
	place int
	depth int
}

func parseJSON(b []byte) (*Article, error) {
	return finishJSON(&jsonReader{format: JSON, b: b}, (*jsonReader).article)
}

// finishJSON reads a document with one reader function, and checks the article.
func finishJSON(r *jsonReader, read func(*jsonReader, *Article) bool) (*Article, error) {
	a := new(Article)
	if !read(r, a) || !r.end() {
		return nil, r.err
	}
	if defect := a.firstDefect(); defect != nil {
		again := jsonReader{format: r.format, b: r.b, look: defect.Field}
		read(&again, new(Article))
		return nil, again.errorAt(again.place, defect)
	}
	if r.unknown != nil {
		return a, r.unknown
	}
	return a, nil
}

// errorAt makes the error for a place in the document.
func (r *jsonReader) errorAt(offset int, err error) *SyntaxError {
	return syntaxError(r.format, r.b, offset, err)
}

// fail records the first error, with the field that is being read.
func (r *jsonReader) fail(offset int, value string, err error) bool {
	if r.err == nil {
		r.err = r.errorAt(offset, &FieldError{Field: r.path.String(), Value: excerpt(value), Err: err})
	}
	return false
}

// begin skips white space before a value, and notes the place of the field that
// is looked for.
func (r *jsonReader) begin() {
	r.space()
	if r.look == "" || len(r.path) < r.depth {
		return
	}
	if p := r.path.String(); strings.HasPrefix(r.look, p) {
		r.depth, r.place = len(r.path), r.i
	}
}

func (r *jsonReader) space() {
	for r.i < len(r.b) {
		switch r.b[r.i] {
		case ' ', '\t', '\n', '\r':
			r.i++
		default:
			return
		}
	}
}

// take reads c, if it comes next.
func (r *jsonReader) take(c byte) bool {
	r.space()
	if r.i < len(r.b) && r.b[r.i] == c {
		r.i++
		return true
	}
	return false
}

func (r *jsonReader) want(c byte) bool {
	return r.take(c) || r.fail(r.i, "", ErrSyntax)
}

func (r *jsonReader) end() bool {
	r.space()
	return r.i == len(r.b) || r.fail(r.i, "", ErrTrailing)
}

// object reads an object whose members are named, and calls member with the
// index of each.
func (r *jsonReader) object(names []string, member func(int) bool) bool {
	r.begin()
	if !r.want('{') {
		return false
	}
	var seen uint64
	for more := !r.take('}'); more; {
		r.space()
		at := r.i
		var key string
		if !r.quoted(&key) || !r.want(':') {
			return false
		}
		i := slices.Index(names, key)
		if i < 0 {
			if !r.skip(key, at) {
				return false
			}
		} else {
			r.path.enter(r.fieldName(key))
			if seen&(1<<i) != 0 {
				return r.fail(at, "", ErrTwice)
			}
			seen |= 1 << i
			if !member(i) {
				return false
			}
			r.path.leave()
		}
		if more = r.take(','); !more && !r.want('}') {
			return false
		}
	}
	return true
}

// fieldName is the name of the field that a JSON member fills; in JSON-LD the
// property keeps its own.
func (r *jsonReader) fieldName(key string) string {
	switch {
	case r.format == JSONLD:
		return key
	case key == "url":
		return "URL"
	}
	return strings.ToUpper(key[:1]) + key[1:]
}

// skip reads the value of an unknown member.
func (r *jsonReader) skip(key string, at int) bool {
	if r.unknown == nil {
		r.path.enter(key)
		r.unknown = r.errorAt(at, &FieldError{Field: r.path.String(), Err: ErrField})
		r.path.leave()
	}
	d := json.NewDecoder(bytes.NewReader(r.b[r.i:]))
	var value json.RawMessage
	if d.Decode(&value) != nil || !utf8.Valid(value) {
		return r.fail(r.i, key, ErrSyntax)
	}
	r.i += int(d.InputOffset())
	return true
}

// array calls element for each element of an array.
func (r *jsonReader) array(element func() bool) bool {
	r.begin()
	if !r.want('[') {
		return false
	}
	more := !r.take(']')
	for i := 0; more; i++ {
		r.path.at(i)
		if !element() {
			return false
		}
		r.path.leave()
		if more = r.take(','); !more && !r.want(']') {
			return false
		}
	}
	return true
}

// list reads an array into a slice.
func list[T any](r *jsonReader, into *[]T, element func(*T) bool) bool {
	return r.array(func() bool {
		*into = append(*into, *new(T))
		return element(&(*into)[len(*into)-1])
	})
}

func (r *jsonReader) strings(into *[]string) bool { return list(r, into, r.string) }

func (r *jsonReader) bool(into *bool) bool {
	r.begin()
	for _, literal := range [...]string{"false", "true"} {
		if bytes.HasPrefix(r.b[r.i:], []byte(literal)) {
			r.i += len(literal)
			*into = literal == "true"
			return true
		}
	}
	return r.fail(r.i, "", ErrSyntax)
}

// int reads a number without fraction and exponent.
func (r *jsonReader) int(into *int) bool {
	r.begin()
	at := r.i
	for r.i < len(r.b) && strings.IndexByte("-+.0123456789eE", r.b[r.i]) >= 0 {
		r.i++
	}
	digits := string(r.b[at:r.i])
	n, err := strconv.Atoi(digits)
	switch {
	case digits != strconv.Itoa(n) && err == nil, err != nil && !errors.Is(err, strconv.ErrRange):
		return r.fail(at, digits, ErrSyntax)
	case err != nil, n > math.MaxInt32, n < math.MinInt32:
		return r.fail(at, digits, ErrRange)
	}
	*into = n
	return true
}

func (r *jsonReader) string(into *string) bool {
	r.begin()
	return r.quoted(into)
}

// quoted reads a string. It refuses what encoding/json replaces: invalid UTF-8
// and lone surrogates.
func (r *jsonReader) quoted(into *string) bool {
	if !r.want('"') {
		return false
	}
	start := r.i
	for i := start; i < len(r.b); {
		switch c := r.b[i]; {
		case c == '"':
			*into = string(r.b[start:i])
			r.i = i + 1
			return true
		case c == '\\':
			r.scratch = append(r.scratch[:0], r.b[start:i]...)
			r.i = i
			return r.escaped(into)
		case c < ' ':
			return r.fail(i, "", ErrControl)
		case c < utf8.RuneSelf:
			i++
		default:
			ch, n := utf8.DecodeRune(r.b[i:])
			if ch == utf8.RuneError && n == 1 {
				return r.fail(i, string(r.b[i:i+1]), ErrUTF8)
			}
			i += n
		}
	}
	return r.fail(len(r.b), "", ErrSyntax)
}

// escaped reads the rest of a string, from its first escape on.
func (r *jsonReader) escaped(into *string) bool {
	for r.i < len(r.b) {
		switch c := r.b[r.i]; {
		case c == '"':
			*into = string(r.scratch)
			r.i++
			return true
		case c == '\\':
			if !r.escape() {
				return false
			}
		case c < ' ':
			return r.fail(r.i, "", ErrControl)
		default:
			ch, n := utf8.DecodeRune(r.b[r.i:])
			if ch == utf8.RuneError && n == 1 {
				return r.fail(r.i, string(r.b[r.i:r.i+1]), ErrUTF8)
			}
			r.scratch = append(r.scratch, r.b[r.i:r.i+n]...)
			r.i += n
		}
	}
	return r.fail(len(r.b), "", ErrSyntax)
}

// escape reads one escape, or two that make one rune.
func (r *jsonReader) escape() bool {
	const from, to = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if r.i+1 < len(r.b) {
		if k := strings.IndexByte(from, r.b[r.i+1]); k >= 0 {
			r.scratch = append(r.scratch, to[k])
			r.i += 2
			return true
		}
	}
	ch, ok := r.unit(r.i)
	if !ok {
		return r.fail(r.i, "", ErrSyntax)
	}
	n := 6
	if utf16.IsSurrogate(ch) {
		low, _ := r.unit(r.i + n)
		if ch = utf16.DecodeRune(ch, low); ch == utf8.RuneError {
			return r.fail(r.i, string(r.b[r.i:r.i+n]), ErrUTF8)
		}
		n += n
	}
	r.scratch = utf8.AppendRune(r.scratch, ch)
	r.i += n
	return true
}

// unit reads the UTF-16 code unit of \uXXXX at offset i.
func (r *jsonReader) unit(i int) (rune, bool) {
	if i+6 > len(r.b) || r.b[i] != '\\' || r.b[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(r.b[i+2:i+6]), 16, 16)
	return rune(n), err == nil
}

// time reads an RFC 3339 date-time.
func (r *jsonReader) time(into *time.Time) bool {
	var s string
	r.begin()
	at := r.i
	if !r.quoted(&s) {
		return false
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return r.fail(at, s, ErrTime)
	}
	*into = inFixedZone(t)
	return true
}
