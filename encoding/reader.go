package encoding

import "io"

// A Reader decodes a stream. It decides on the charset when it is first read,
// from the first 64 KiB, and does not look for fragments in other charsets;
// otherwise it gives what [Decode] would.
type Reader struct {
	src       io.Reader
	options   Options
	decode    decodeFunc // nil before the first Read
	detection Detection
	out       output
	pending   []byte // source bytes not decoded yet
	read      int    // bytes of out.text that the caller has
	end       error  // what src ended with; nil if there may be more than pending
	err       error  // what Read returns when the text is used up
}

// NewReader returns a Reader of the text that src holds. With zero options it
// detects the charset and stops at the first damage with an [*Error].
func NewReader(src io.Reader, o Options) *Reader {
	return &Reader{src: src, options: o}
}

// Detection returns what the stream is decoded as; it is zero before the first
// Read.
func (r *Reader) Detection() Detection { return r.detection }

// Report returns the damage in what was read so far. The slice is the Reader's
// own until it returned io.EOF.
func (r *Reader) Report() Report {
	return Report{Damage: r.out.damage, Confidence: r.detection.Confidence}
}

// Read puts text into p. The text before damage that ends a strict Reader is
// given before the error.
func (r *Reader) Read(p []byte) (int, error) {
	if r.decode == nil && r.err == nil {
		r.start()
	}
	for r.read == len(r.out.text) && r.err == nil && len(p) > 0 {
		r.advance()
	}
	n := copy(p, r.out.text[r.read:])
	r.read += n
	if r.read < len(r.out.text) || n > 0 || len(p) == 0 {
		return n, nil
	}
	return 0, r.err
}

const (
	readerProbe = 64 << 10 // bytes that the charset is decided on
	readerChunk = 16 << 10 // bytes decoded at a time after that
)

// start reads the probe and chooses the decoder.
func (r *Reader) start() {
	r.fill(readerProbe)
	r.detection = Detection{Charset: r.options.Charset, Confidence: 1}
	if r.options.Charset == "" {
		r.detection = Detect(r.pending, r.options.Hint)
	}
	c, err := r.options.charset(r.detection)
	if err != nil {
		r.err = err
		return
	}
	r.decode = decoderOf(c)
	r.out.base = markLen(r.pending, c)
	r.pending = r.pending[r.out.base:]
}

// fill reads until n bytes are pending or the source ends.
func (r *Reader) fill(n int) {
	kept := len(r.pending)
	buf := append(make([]byte, 0, max(n, kept)), r.pending...)
	got, err := io.ReadFull(r.src, buf[kept:cap(buf)])
	r.pending = buf[:kept+got]
	if r.end = err; err == io.ErrUnexpectedEOF {
		r.end = io.EOF
	}
}

// advance decodes what is pending and reads on.
func (r *Reader) advance() {
	r.out.dropped += len(r.out.text)
	r.out.text, r.read = r.out.text[:0], 0
	known := len(r.out.damage)
	n := r.decode(&r.out, r.pending, r.end == io.EOF)
	if r.options.Mode == Strict && len(r.out.damage) > known {
		d := r.out.damage[known]
		at := d.Offset - r.out.base
		r.err = &Error{Charset: r.detection.Charset, Offset: d.Offset, Bytes: r.pending[at : at+d.Len : at+d.Len], Err: ErrMalformed}
		r.out.text = r.out.text[:d.Text-r.out.dropped]
		r.out.damage = r.out.damage[:known+1]
		return
	}
	r.out.base += n
	r.pending = r.pending[n:]
	if r.err = r.end; r.end == nil {
		r.fill(readerChunk)
	}
}
