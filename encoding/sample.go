package encoding

// The sample of a page: the bytes above 0x7f and their neighbours, from places
// spread over the page. ASCII is the same under nearly every hypothesis.
const (
	sampleParts = 16
	partSize    = 256 // bytes of each part
)

// A sampled page is what the hypotheses are asked to explain.
type sampled struct {
	parts [][]byte
	runs  int
	// inWord counts the runs that stand in a word of ASCII letters, as é does
	// in café, and hardly ever a hanzi.
	inWord int
}

// sample takes parts of src from places that are far apart. A part is made of
// runs: from a byte above 0x7f to the first of two ASCII bytes, which may be a
// trail byte.
func sample(src []byte) *sampled {
	regions := sampleParts
	if len(src) < sampleParts*partSize {
		regions = 1
	}
	size := partSize * sampleParts / regions
	buf := make([]byte, 0, sampleParts*(partSize+2))
	s := &sampled{parts: make([][]byte, 0, regions)}
	for i := range regions {
		region := src[len(src)*i/regions : len(src)*(i+1)/regions]
		if i > 0 {
			region = synced(region)
		}
		start := len(buf)
		buf = s.appendRuns(buf, region, size)
		if len(buf) > start {
			s.parts = append(s.parts, buf[start:len(buf):len(buf)])
		}
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

// appendRuns appends the runs of region to dst, size bytes at most.
func (s *sampled) appendRuns(dst, region []byte, size int) []byte {
	for i, limit := 0, len(dst)+size; len(dst) < limit; {
		i += asciiPrefix(region[i:])
		if i == len(region) {
			break
		}
		end := i + 1
		for end < len(region) && end-i < limit-len(dst) && (region[end] >= 0x80 || region[end-1] >= 0x80) {
			end++
		}
		dst = append(dst, region[i:end]...)
		if region[end-1] >= 0x80 && end-i < limit-len(dst) {
			dst = append(dst, '\n') // the end of the page
		}
		s.runs++
		before := i > 0 && isLower(region[i-1])
		behind := end < len(region) && isLower(region[end-1]) && isLower(region[end])
		if end-i <= 3 && (before || behind) {
			s.inWord++
		}
		i = end
	}
	return dst
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
