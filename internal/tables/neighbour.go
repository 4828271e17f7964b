package tables

import "strings"

// Single yields the name of each single-byte charset that is not Chinese, and
// the cost in eighths of a nat of its bytes from 80 to FF, a string of 128.
func Single(yield func(name, costs string) bool) {
	for i, name := range strings.Fields(singleNames) {
		if !yield(name, singleCosts[i*128:(i+1)*128]) {
			return
		}
	}
}

// Square is the side of the square of pairs of bytes from A1 to FE.
const Square = 94

// JIS holds the cost in eighths of a nat of each pair of JIS X 0208, row by
// row, in Japanese text; 0 if the pair has no meaning.
const JIS = jisCosts

// KS holds the same of KS X 1001 in Korean text.
const KS = ksCosts
