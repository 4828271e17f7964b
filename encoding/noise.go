package encoding

import "math"

// scoreNoise is the score of bytes in a charset that no model knows: what each
// byte costs by its own frequency in the sample, what it costs to tell the
// frequencies, and a fine.
func scoreNoise(parts [][]byte, limit int) int {
	var counts [256]int
	for _, p := range parts {
		for _, c := range p[:min(len(p), limit)] {
			counts[c]++
		}
	}
	total, kinds, ascii := 0, 0, 0
	for c, n := range counts {
		switch {
		case c < 0x80:
			ascii += n
		case n > 0:
			total += n
			kinds++
		}
	}
	nats := 0.0
	for _, n := range counts[0x80:] {
		if n > 0 {
			nats -= float64(n) * math.Log(float64(n)/float64(total))
		}
	}
	nats += float64(kinds) * (math.Log(float64(total+1))/2 + 2)
	const (
		least = 28 // no alphabet is so small; a few words over and over are not a language
		most  = 39 // the logarithm of 128, with which nothing need be told
	)
	return min(max(int(nat*nats), least*total), most*total) + costNoise*total + costASCII*ascii
}
