package encoding

// The sample of a page: the bytes above 0x7f and their neighbours, from places
// spread over the page. ASCII is the same under nearly every hypothesis.
const (
	sampleParts = 16
	partSize    = 384 // bytes of each part
	partHead    = 32  // bytes of each part that the first round looks at
)

// sample returns parts of src in an order in which the first ones are far
// apart. A part is made of runs: from a byte above 0x7f to the first of two
// ASCII bytes, which may be a trail byte.
func sample(src []byte) [][]byte {
	regions := sampleParts
	if len(src) < sampleParts*partSize {
		regions = 1
	}
	size := partSize * sampleParts / regions
	buf := make([]byte, 0, sampleParts*(partSize+2))
	parts := make([][]byte, 0, regions)
	for i := range regions {
		region := src[len(src)*i/regions : len(src)*(i+1)/regions]
		if i > 0 {
			region = synced(region)
		}
		start := len(buf)
		buf = appendRuns(buf, region, size)
		if len(buf) > start {
			parts = append(parts, buf[start:len(buf):len(buf)])
		}
	}
	return parts
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
func appendRuns(dst, region []byte, size int) []byte {
	for limit := len(dst) + size; len(dst) < limit; {
		region = region[asciiPrefix(region):]
		if len(region) == 0 {
			break
		}
		n := 1
		for n < len(region) && n < limit-len(dst) && (region[n] >= 0x80 || region[n-1] >= 0x80) {
			n++
		}
		dst = append(dst, region[:n]...)
		if region[n-1] >= 0x80 && n < limit-len(dst) {
			dst = append(dst, '\n') // the end of the page
		}
		region = region[n:]
	}
	return dst
}
