package encoding

// The sample of a page: the bytes above 0x7f and their neighbours, from places
// spread over the page. ASCII is the same under nearly every hypothesis.
const (
	sampleParts = 16
	partSize    = 256 // bytes of each part
	smallPart   = 64  // bytes from which a part is long enough on a small page
)

// A sampled page is what the hypotheses are asked to explain.
type sampled struct {
	buf   []byte
	parts [][]byte // of buf
	runs  int
	// inWord counts the runs that stand in a word of ASCII letters, as é does
	// in café, and hardly ever a hanzi; credit is what they speak for another
	// charset.
	inWord, credit int
}

// sample takes parts of src from places that are far apart. A part is made of
// runs: from a byte above 0x7f to the first of two ASCII bytes, which may be a
// trail byte.
func sample(src []byte) *sampled {
	const size = sampleParts * partSize
	s := &sampled{buf: make([]byte, 0, size+2*sampleParts)}
	if len(src) < size {
		s.parts = make([][]byte, 0, len(src)/smallPart+1)
		s.appendRuns(src, size, smallPart)
		return s
	}
	s.parts = make([][]byte, 0, sampleParts)
	for i := range sampleParts {
		region := src[len(src)*i/sampleParts : len(src)*(i+1)/sampleParts]
		if i > 0 {
			region = synced(region)
		}
		s.appendRuns(region, partSize, partSize)
	}
	return s
}

// synced drops the bytes of b up to one that is no part of a character in any
// charset here, if there is one near.
func synced(b []byte) []byte {
	const near = 256
	for i, c := range b[:min(len(b), near)] {
		if c < '0' || c > '9' && c < '@' {
			return b[i:]
		}
	}
	return b
}

// appendRuns samples the runs of region, size bytes at most, in parts that are
// closed behind the first run with which they have long bytes.
func (s *sampled) appendRuns(region []byte, size, long int) {
	start := len(s.buf)
	limit := start + size
	for i := 0; len(s.buf) < limit; {
		i += asciiPrefix(region[i:])
		if i == len(region) {
			break
		}
		end := i + 1
		for end < len(region) && end-i < limit-len(s.buf) && (region[end] >= 0x80 || region[end-1] >= 0x80) {
			end++
		}
		s.buf = append(s.buf, region[i:end]...)
		if end == len(region) && region[end-1] >= 0x80 {
			s.buf = append(s.buf, '\n') // the end of the page
		}
		s.note(region, i, end)
		if len(s.buf)-start >= long {
			s.parts = append(s.parts, s.buf[start:len(s.buf):len(s.buf)])
			start = len(s.buf)
		}
		i = end
	}
	if len(s.buf) > start {
		s.parts = append(s.parts, s.buf[start:len(s.buf):len(s.buf)])
	}
}

// note weighs the run from i to end of region, the last byte of which may be
// ASCII.
func (s *sampled) note(region []byte, i, end int) {
	s.runs++
	mark := region[i] == 0xa1 || region[i] == 0xa3 && i+1 < len(region) && region[i+1] >= 0xa1
	if end-i > 3 || mark { // ideographic commas do stand between words
		return
	}
	before := i > 0 && isLower(region[i-1])
	behind := end < len(region) && isLower(region[end-1]) && isLower(region[end])
	capitals := i > 0 && isLetter(region[i-1]) && isLetter(region[end-1])
	switch {
	case before && behind:
		s.credit += creditMiddle
	case before || behind || capitals:
		s.credit += creditWord
	default:
		return
	}
	s.inWord++
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func isLetter(c byte) bool { return isLower(c | 0x20) }
