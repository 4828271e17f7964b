package encoding

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReader(t *testing.T) {
	c := newCorpus(t)
	for _, w := range append(writings, writing{UTF16LE, false, ""}, writing{HZ, false, ""}) {
		src := c.strayed(bytes.Repeat(c.labelled(w, "", ""), 40))
		want, d, report, _ := Decode(src, Options{Mode: Guess, Charset: w.charset})
		r := NewReader(iotest.HalfReader(bytes.NewReader(src)), Options{Mode: Guess, Charset: w.charset})
		got, err := io.ReadAll(iotest.OneByteReader(r))
		if err != nil || string(got) != want {
			t.Errorf("%s: the text read is not the text decoded: %v", w.charset, err)
		}
		if !reflect.DeepEqual(r.Report().Damage, report.Damage) || r.Detection() != d {
			t.Errorf("%s: Reader reports %v %v, Decode %v %v", w.charset, r.Detection(), r.Report().Damage, d, report.Damage)
		}
	}
}

func TestReaderErrors(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name    string
		src     io.Reader
		options Options
		text    string
		want    error
		offset  int
	}{
		{"damage", strings.NewReader(gb("你好") + "\xffx"), Options{}, "你好", ErrMalformed, 4},
		{"damage far on", strings.NewReader(strings.Repeat(gb("你好"), 1e5) + "\xffx"), Options{}, strings.Repeat("你好", 1e5), ErrMalformed, 4e5},
		{"unknown", strings.NewReader("x"), Options{Charset: "utf-7"}, "", ErrUnknownCharset, 0},
		{"undetected", strings.NewReader("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0"), Options{}, "", ErrUndetected, 0},
		{"source", io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(broken)), Options{}, "abc", broken, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := io.ReadAll(NewReader(tt.src, tt.options))
			if string(got) != tt.text || !errors.Is(err, tt.want) {
				t.Errorf("read %.40q, %v, want %.40q, %v", got, err, tt.text, tt.want)
			}
			if e := (*Error)(nil); errors.As(err, &e) && e.Offset != tt.offset {
				t.Errorf("error at %d, want %d", e.Offset, tt.offset)
			}
		})
	}
}
