package encoding

import (
	"errors"
	"fmt"
)

var (
	// ErrUnknownCharset reports an [Options.Charset], or a charset given to
	// [Encode], that this package does not decode.
	ErrUnknownCharset = errors.New("unknown charset")

	// ErrUndetected reports in [Strict] mode that no charset of this package
	// explains the bytes.
	ErrUndetected = errors.New("charset not detected")

	// ErrMalformed reports bytes that mean no character in the charset, or, from
	// [Encode], a character that the charset has no bytes for.
	ErrMalformed = errors.New("malformed input")
)

// Error tells where decoding or encoding stopped, and why.
type Error struct {
	Charset Charset // "" if it is the charset that is not known
	Offset  int     // byte offset in the input
	Bytes   []byte  // the input there that has no meaning; nil if Err is not ErrMalformed
	Err     error   // ErrUnknownCharset, ErrUndetected or ErrMalformed
}

func (e *Error) Error() string {
	switch {
	case e.Err == ErrMalformed:
		return fmt.Sprintf("encoding: %s: %v at byte %d (0x%x)", e.Charset, e.Err, e.Offset, e.Bytes)
	case e.Charset != "":
		return fmt.Sprintf("encoding: %v %q", e.Err, string(e.Charset))
	}
	return fmt.Sprintf("encoding: %v", e.Err)
}

// Unwrap returns e.Err.
func (e *Error) Unwrap() error { return e.Err }
