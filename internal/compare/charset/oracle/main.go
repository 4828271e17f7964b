// Command oracle compares Decode with independent decoders.
//
// In the folder above,
//
//	go run ./oracle
//
// decodes every sequence of two bytes from 80 00 on, all 1,587,600 four-byte
// codes of GB18030, and damaged strings of every charset at random, and
// compares the text, replacements included, with what TextDecoder of Node gives
// (20 or later, on the PATH). TextDecoder's Big5 is not the standard's; Big5 is
// compared with x/text instead, whose known differences are counted apart. The
// exit status is 1 if there is a difference or no Node.
package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"

	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/zhnews/zhnews/encoding"
)

//go:embed decode.js
var script string

// A question is one input for both decoders.
type question struct {
	charset encoding.Charset
	src     []byte
}

func main() {
	differences, err := compareNode(questions())
	if err == nil {
		differences += compareBig5()
	}
	if err != nil || differences > 0 {
		fmt.Fprintln(os.Stderr, "oracle:", differences, "differences", err)
		os.Exit(1)
	}
}

func questions() []question {
	var all []question
	for lead := 0x80; lead <= 0xff; lead++ {
		for trail := range 0x100 {
			all = append(all, question{encoding.GB18030, []byte{byte(lead), byte(trail)}})
		}
	}
	for i := range 126 * 10 * 126 * 10 {
		b := []byte{byte(0x81 + i/12600), byte(0x30 + i/1260%10), byte(0x81 + i/10%126), byte(0x30 + i%10)}
		all = append(all, question{encoding.GB18030, b})
	}
	rnd := rand.New(rand.NewPCG(20, 18030))
	for range 200000 {
		for _, c := range []encoding.Charset{encoding.GB18030, encoding.UTF8, encoding.UTF16LE, encoding.UTF16BE} {
			all = append(all, question{c, damaged(rnd)})
		}
	}
	return all
}

// damaged returns a few bytes that are often leads, trails and digits.
func damaged(rnd *rand.Rand) []byte {
	b := make([]byte, 1+rnd.IntN(9))
	for i := range b {
		switch rnd.IntN(4) {
		case 0:
			b[i] = byte(rnd.IntN(256))
		case 1:
			b[i] = byte(0x81 + rnd.IntN(0x7e))
		case 2:
			b[i] = byte(0x30 + rnd.IntN(10))
		case 3:
			b[i] = "\xe4\xb8\xad\xf0\x9f\xed\xd8\xdc\x40<\xff\x80"[rnd.IntN(12)]
		}
	}
	return b
}

func compareNode(all []question) (differences int, err error) {
	var in bytes.Buffer
	for _, q := range all {
		fmt.Fprintf(&in, "%s %s\n", q.charset, hex.EncodeToString(q.src))
	}
	node := exec.Command("node", "-e", script)
	node.Stdin, node.Stderr = &in, os.Stderr
	out, err := node.Output()
	if err != nil {
		return 0, err
	}
	answers := bufio.NewScanner(bytes.NewReader(out))
	for i, q := range all {
		if !answers.Scan() {
			return differences, fmt.Errorf("%d answers to %d questions", i, len(all))
		}
		if got := points(q); got != answers.Text() {
			if differences++; differences <= 20 {
				fmt.Printf("%s % x: %s, TextDecoder %s\n", q.charset, q.src, got, answers.Text())
			}
		}
	}
	fmt.Printf("TextDecoder: %d inputs, %d differences\n", len(all), differences)
	return differences, nil
}

func points(q question) string {
	text, _, _, err := encoding.Decode(q.src, encoding.Options{Mode: encoding.Guess, Charset: q.charset})
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for i, r := range text {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%x", r)
	}
	return b.String()
}

// compareBig5 decodes every pair of bytes with x/text as well. Of the pairs
// that mean nothing, x/text swallows the second byte where it is ASCII; the
// standard and Decode keep it.
func compareBig5() (differences int) {
	swallowed := 0
	for lead := 0x80; lead <= 0xff; lead++ {
		for trail := range 0x100 {
			src := []byte{byte(lead), byte(trail)}
			text, _, _, _ := encoding.Decode(src, encoding.Options{Mode: encoding.Guess, Charset: encoding.Big5})
			other, err := traditionalchinese.Big5.NewDecoder().Bytes(src)
			switch {
			case err == nil && string(other) == text:
			case err == nil && trail < 0x80 && string(other)+string(rune(trail)) == text:
				swallowed++
			default:
				if differences++; differences <= 20 {
					fmt.Printf("big5 % x: %q, x/text %q, %v\n", src, text, other, err)
				}
			}
		}
	}
	fmt.Printf("x/text: 32768 pairs of Big5, %d differences; %d ASCII bytes that x/text swallows\n", differences, swallowed)
	return differences
}
