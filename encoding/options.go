package encoding

import "fmt"

// Mode says what happens where the bytes or the text are not certain.
type Mode uint8

const (
	Strict Mode = iota // never guess, never replace: the first damage is an error
	Guess              // best effort; every replacement is reported
)

var modeNames = [...]string{Strict: "strict", Guess: "guess"}

// String returns "strict" or "guess".
func (m Mode) String() string {
	if int(m) < len(modeNames) {
		return modeNames[m]
	}
	return fmt.Sprintf("Mode(%d)", uint8(m))
}

// MarshalText returns the text of String; an unknown mode is an error.
func (m Mode) MarshalText() ([]byte, error) {
	return marshalName(modeNames[:], int(m), "mode")
}

// UnmarshalText is the inverse of MarshalText; unknown text is an error.
func (m *Mode) UnmarshalText(text []byte) error {
	i, err := unmarshalName(modeNames[:], text, "mode")
	if err == nil {
		*m = Mode(i)
	}
	return err
}

// Basis says what a [Detection] rests on.
type Basis uint8

const (
	ByDefault   Basis = iota // nothing speaks for or against: no byte above 0x7f, no label
	ByBOM                    // a byte order mark
	ByHeader                 // the Content-Type header, which the bytes do not contradict
	ByMeta                   // a label in the page, which the bytes do not contradict
	ByValidity               // the form of the bytes: UTF-8, UTF-16, HZ
	ByFrequency              // the frequency of the characters that the bytes mean
)

var basisNames = [...]string{
	ByDefault: "default", ByBOM: "bom", ByHeader: "header", ByMeta: "meta", ByValidity: "validity", ByFrequency: "frequency",
}

// String returns the name in lower case, such as "meta" for ByMeta.
func (b Basis) String() string {
	if int(b) < len(basisNames) {
		return basisNames[b]
	}
	return fmt.Sprintf("Basis(%d)", uint8(b))
}

// MarshalText returns the text of String; an unknown basis is an error.
func (b Basis) MarshalText() ([]byte, error) {
	return marshalName(basisNames[:], int(b), "basis")
}

// UnmarshalText is the inverse of MarshalText; unknown text is an error.
func (b *Basis) UnmarshalText(text []byte) error {
	i, err := unmarshalName(basisNames[:], text, "basis")
	if err == nil {
		*b = Basis(i)
	}
	return err
}

func marshalName(names []string, i int, kind string) ([]byte, error) {
	if i >= len(names) {
		return nil, fmt.Errorf("encoding: unknown %s %d", kind, i)
	}
	return []byte(names[i]), nil
}

func unmarshalName(names []string, text []byte, kind string) (int, error) {
	for i, name := range names {
		if name == string(text) {
			return i, nil
		}
	}
	return 0, fmt.Errorf("encoding: unknown %s %q", kind, text)
}

// A Hint is what the sender of the bytes says about them. It may be wrong:
// [Detect] weighs it, the bytes decide.
type Hint struct {
	ContentType string // value of the HTTP header, such as "text/html; charset=gb2312"; "" if none
}

// A Detection is the answer of [Detect].
type Detection struct {
	// Charset is the charset that explains the bytes best, "" if none does.
	// GB 2312, GBK and GB18030 cannot be told apart while the bytes stay in
	// the subset; the name is then the one that the page declares, and the
	// widest, gb18030, if it declares none.
	Charset Charset

	Basis Basis // what the answer rests on

	// Confidence in the answer, 0..1. [Certain] and more is as good as proof.
	Confidence float64

	// Declared is the charset that the header or else the page names, "" if
	// neither does. A label that [Lookup] does not know stands here as it was
	// found, in lower case.
	Declared Charset
}

// Options direct [Decode]. The zero value detects the charset and is strict.
type Options struct {
	Mode    Mode
	Charset Charset // "" means detect; otherwise the caller's word is final, even against a byte order mark
	Hint    Hint    // for the detection
}
