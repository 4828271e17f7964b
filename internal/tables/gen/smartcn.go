package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The Chinese analyzer of Lucene (smartcn) carries counts of words and of
// pairs of words from running text, news for the most part. The words are
// there as text, the pairs as hashes only: a pair is looked up by its hash.
type newsCounts struct {
	word map[string]int
	pair map[uint64]int
}

// What the counts call classes of words, and the start of a sentence.
const (
	startWord  = "始##始"
	numberWord = "未##数"
	timeWord   = "未##时"
)

func readNews(in *inputs) (*newsCounts, error) {
	jar, err := in.read("smartcn")
	if err != nil {
		return nil, err
	}
	const folder = "org/apache/lucene/analysis/cn/smart/hhmm/"
	words, err := javaArrays(jar, folder+"coredict.mem")
	if err != nil {
		return nil, err
	}
	pairs, err := javaArrays(jar, folder+"bigramdict.mem")
	if err != nil {
		return nil, err
	}
	if len(words) != 4 || len(pairs) != 2 {
		return nil, errors.New("smartcn: not the arrays expected")
	}
	n := &newsCounts{word: map[string]int{}, pair: map[uint64]int{}}
	n.readWords(words[0].values, words[1].values, words[2].items, words[3].items)
	for i, hash := range pairs[0].values {
		if hash != 0 {
			n.pair[uint64(hash)] = int(pairs[1].values[i])
		}
	}
	return n, nil
}

// readWords puts words together: rows hold those of one first character
// without it, and index and first say which row is whose.
func (n *newsCounts) readWords(index, first []int64, rows, counts []*javaArray) {
	initial := map[int64]rune{}
	for i, row := range index {
		if row >= 0 {
			initial[row] = rune(first[i])
		}
	}
	for k, row := range rows {
		r, ok := initial[int64(k)]
		if row == nil || !ok {
			continue
		}
		for j, rest := range row.items {
			text := []rune{r}
			if rest != nil {
				for _, c := range rest.values {
					text = append(text, rune(c))
				}
			}
			n.word[string(text)] = int(counts[k].values[j])
		}
	}
}

// A pairHash is the state of FNV-1 over the bytes of UTF-16, the lower one first.
type pairHash uint64

const hashStart pairHash = 0xcbf29ce484222325

func (h pairHash) add(s string) pairHash {
	for _, r := range s {
		h = h.addRune(r)
	}
	return h
}

func (h pairHash) addRune(r rune) pairHash {
	const prime = 1099511628211
	h = (h ^ pairHash(r&0xFF)) * prime
	return (h ^ pairHash(r>>8)) * prime
}

// eachPair yields the pairs of words that the counts know, by their places in
// the list, which is sorted. Words that begin alike share the work.
func (n *newsCounts) eachPair(list []string, yield func(i, j, count int)) {
	filter := newPairFilter(n.pair)
	text := make([][]rune, len(list))
	shared := make([]int, len(list)) // characters that a word shares with the one before
	for i, w := range list {
		text[i] = []rune(w)
		for i > 0 && shared[i] < min(len(text[i]), len(text[i-1])) && text[i][shared[i]] == text[i-1][shared[i]] {
			shared[i]++
		}
	}
	var states [32]pairHash
	for i, w := range list {
		states[0] = hashStart.add(w).add("@")
		for j, next := range text {
			for k := shared[j]; k < len(next); k++ {
				states[k+1] = states[k].addRune(next[k])
			}
			if h := states[len(next)]; filter.has(h) {
				if c := n.pair[uint64(h)]; c > 0 {
					yield(i, j, c)
				}
			}
		}
	}
}

// A pairFilter tells quickly of most hashes that they are not in the counts.
type pairFilter []uint64

const filterBits = 24

func newPairFilter(pairs map[uint64]int) pairFilter {
	f := make(pairFilter, 1<<(filterBits-6))
	for h := range pairs {
		k := h >> (64 - filterBits)
		f[k/64] |= 1 << (k % 64)
	}
	return f
}

func (f pairFilter) has(h pairHash) bool {
	k := h >> (64 - filterBits)
	return f[k/64]>>(k%64)&1 != 0
}

// A javaArray is an array as Java's object streams write it.
type javaArray struct {
	values []int64
	items  []*javaArray
}

// javaArrays reads the arrays of one file in a jar.
func javaArrays(jar []byte, name string) ([]*javaArray, error) {
	z, err := zip.NewReader(bytes.NewReader(jar), int64(len(jar)))
	if err != nil {
		return nil, err
	}
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	r := javaReader{data: b[4:]} // behind magic number and version
	var list []*javaArray
	for len(r.data) > 0 && r.err == nil {
		list = append(list, r.array())
	}
	return list, r.err
}

// A javaReader reads the part of the format that arrays of numbers need.
type javaReader struct {
	data    []byte
	handles []any // *javaArray or the name of a class, in the order of their appearance
	err     error
}

const (
	tcNull      = 0x70
	tcReference = 0x71
	tcClass     = 0x72
	tcArray     = 0x75
	firstHandle = 0x7E0000
)

func (r *javaReader) uint(size int) int64 {
	if len(r.data) < size {
		r.err, r.data = io.ErrUnexpectedEOF, nil
		return 0
	}
	var b [8]byte
	copy(b[8-size:], r.data[:size])
	r.data = r.data[size:]
	return int64(binary.BigEndian.Uint64(b[:]))
}

func (r *javaReader) reference() any {
	i := r.uint(4) - firstHandle
	if i < 0 || i >= int64(len(r.handles)) {
		r.err = fmt.Errorf("no object %d", i)
		return nil
	}
	return r.handles[i]
}

// class reads the description of a class and returns its name.
func (r *javaReader) class() string {
	switch tag := r.uint(1); tag {
	case tcReference:
		name, _ := r.reference().(string)
		return name
	case tcClass:
		n := int(r.uint(2))
		if n > len(r.data) {
			break
		}
		name := string(r.data[:n])
		r.data = r.data[n:]
		r.uint(8) // version
		r.uint(5) // flags, number of fields, end, no superclass
		r.handles = append(r.handles, name)
		return name
	}
	r.err = errors.New("not a class")
	return ""
}

func (r *javaReader) array() *javaArray {
	switch tag := r.uint(1); tag {
	case tcNull:
		return nil
	case tcReference:
		a, _ := r.reference().(*javaArray)
		return a
	case tcArray:
	default:
		r.err = fmt.Errorf("tag %x is no array", tag)
		return nil
	}
	class := r.class()
	a := new(javaArray)
	r.handles = append(r.handles, a)
	n := r.uint(4)
	if len(class) < 2 || n > int64(len(r.data)) {
		r.err = errors.New("not an array of numbers")
		return a
	}
	for range n {
		switch class[1] {
		case '[':
			a.items = append(a.items, r.array())
		case 'J':
			a.values = append(a.values, r.uint(8))
		case 'I':
			a.values = append(a.values, int64(int32(r.uint(4))))
		case 'S':
			a.values = append(a.values, int64(int16(r.uint(2))))
		case 'C':
			a.values = append(a.values, r.uint(2))
		}
	}
	return a
}
