package parse

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/zhnews/zhnews/encoding"
	"github.com/zhnews/zhnews/internal/dom"
)

//go:embed sites phrases
var builtin embed.FS

// Profiles are portal profiles and the phrases that go with them. They are
// read-only once loaded and safe for concurrent use.
type Profiles struct {
	phrases *phrases
	byHost  map[string]*profile
	marked  []*profile // those that a mark may choose, by name
	marks   dom.Keys   // of their marks
	names   []string
}

// DefaultProfiles returns the built-in profiles, loaded on first use.
func DefaultProfiles() *Profiles { return defaultProfiles() }

var defaultProfiles = sync.OnceValue(func() *Profiles {
	p, err := LoadProfiles(builtin)
	if err != nil {
		panic(err) // the files are part of the build, and a test loads them
	}
	return p
})

// NoProfiles returns the built-in phrases without any portal profile: what the
// generic rules alone can do.
func NoProfiles() *Profiles { return &Profiles{phrases: DefaultProfiles().phrases} }

// profile is one portal: where it is found, and its layouts.
type profile struct {
	name, site string
	charset    encoding.Charset
	marks      []dom.Selector
	layouts    []layout
	pages      []string
	keys       dom.Keys // of the selectors of all layouts
}

// layout is one generation of a portal's mark-up. Each list is ordered, and the
// first selector that finds something usable wins.
type layout struct {
	name  string
	rules map[Field][]dom.Selector
	drop  []dom.Selector
	stop  []string
}

// siteFile is a file of sites/ as it is written; README describes its keys.
type siteFile struct {
	Name    string   `json:"name"`
	Site    string   `json:"site"`
	Hosts   []string `json:"hosts"`
	Marks   []string `json:"marks"`
	Charset string   `json:"charset"`
	Note    string   `json:"note"`
	Pages   []string `json:"pages"`
	layoutFile
	Layouts []layoutFile `json:"layouts"`
}

type layoutFile struct {
	Layout    string   `json:"layout"`
	Kicker    []string `json:"kicker"`
	Title     []string `json:"title"`
	Subtitle  []string `json:"subtitle"`
	Published []string `json:"published"`
	Modified  []string `json:"modified"`
	Source    []string `json:"source"`
	Credits   []string `json:"credits"`
	Section   []string `json:"section"`
	Summary   []string `json:"summary"`
	Keywords  []string `json:"keywords"`
	Body      []string `json:"body"`
	Drop      []string `json:"drop"`
	Stop      []string `json:"stop"`
	Related   []string `json:"related"`
	Next      []string `json:"next"`
}

// LoadProfiles reads phrases/*.txt and sites/*.json of fsys. Loading is
// strict: an unknown key, a selector that does not compile, a profile without
// hosts or marks, or two profiles of one host are a [*ProfileError].
func LoadProfiles(fsys fs.FS) (*Profiles, error) {
	ph, err := loadPhrases(fsys)
	if err != nil {
		return nil, err
	}
	p := &Profiles{phrases: ph, byHost: map[string]*profile{}}
	files, err := fs.Glob(fsys, "sites/*.json")
	if err != nil {
		return nil, &ProfileError{File: "sites", Err: err}
	}
	sort.Strings(files)
	for _, name := range files {
		if err := p.load(fsys, name); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (p *Profiles) load(fsys fs.FS, name string) error {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return &ProfileError{File: name, Err: err}
	}
	var f siteFile
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return &ProfileError{File: name, Err: err}
	}
	if _, err := dec.Token(); err != io.EOF {
		return &ProfileError{File: name, Err: errors.New("text behind the object")}
	}
	pr, key, err := compile(&f)
	if err == nil && strings.TrimSuffix(path.Base(name), ".json") != f.Name {
		key, err = "name", fmt.Errorf("%q is not the file's name", f.Name)
	}
	if err == nil {
		key, err = p.register(pr, f.Hosts)
	}
	if err != nil {
		return &ProfileError{File: name, Key: key, Err: err}
	}
	return nil
}

func (p *Profiles) register(pr *profile, hosts []string) (key string, err error) {
	for _, h := range hosts {
		if h == "" || h != strings.ToLower(h) || strings.ContainsAny(h, "/: ") {
			return "hosts", fmt.Errorf("%q is no host name in lower case", h)
		}
		if o := p.byHost[h]; o != nil {
			return "hosts", fmt.Errorf("%q belongs to %s", h, o.name)
		}
		p.byHost[h] = pr
	}
	if len(pr.marks) > 0 {
		p.marked = append(p.marked, pr)
		p.marks.Add(pr.marks)
	}
	p.names = append(p.names, pr.name)
	return "", nil
}

// compile checks a file and compiles its selectors. On error it names the key.
func compile(f *siteFile) (pr *profile, key string, err error) {
	pr = &profile{name: f.Name, site: f.Site, pages: f.Pages}
	if len(f.Hosts)+len(f.Marks) == 0 {
		return nil, "hosts", errors.New("neither hosts nor marks")
	}
	if f.Charset != "" {
		var ok bool
		if pr.charset, ok = encoding.Lookup(f.Charset); !ok {
			return nil, "charset", encoding.ErrUnknownCharset
		}
	}
	if pr.marks, err = compileAll(f.Marks); err != nil {
		return nil, "marks", err
	}
	layouts := f.Layouts
	if len(f.Body) > 0 {
		layouts = append([]layoutFile{f.layoutFile}, layouts...)
	}
	if len(layouts) == 0 {
		return nil, "body", errors.New("no layout with a body")
	}
	for i := range layouts {
		l, key, err := compileLayout(&layouts[i])
		if err != nil {
			return nil, fmt.Sprintf("layouts[%d].%s", i, key), err
		}
		pr.layouts = append(pr.layouts, l)
		l.addKeys(&pr.keys)
	}
	return pr, "", nil
}

func compileLayout(f *layoutFile) (l layout, key string, err error) {
	l = layout{name: f.Layout, stop: f.Stop, rules: map[Field][]dom.Selector{}}
	if len(f.Body) == 0 {
		return l, "body", errors.New("no selector")
	}
	for _, r := range []struct {
		field Field
		list  []string
	}{
		{FieldKicker, f.Kicker}, {FieldTitle, f.Title}, {FieldSubtitle, f.Subtitle}, {FieldPublished, f.Published},
		{FieldModified, f.Modified}, {FieldSource, f.Source}, {FieldCredits, f.Credits}, {FieldSection, f.Section},
		{FieldSummary, f.Summary}, {FieldKeywords, f.Keywords}, {FieldBody, f.Body}, {FieldRelated, f.Related},
		{FieldNext, f.Next},
	} {
		if len(r.list) == 0 {
			continue
		}
		if l.rules[r.field], err = compileAll(r.list); err != nil {
			return l, string(r.field), err
		}
	}
	if l.drop, err = compileAll(f.Drop); err != nil {
		return l, "drop", err
	}
	return l, "", nil
}

func (l *layout) addKeys(keys *dom.Keys) {
	for _, rules := range l.rules {
		keys.Add(rules)
	}
	keys.Add(l.drop)
}

func compileAll(list []string) (out []dom.Selector, err error) {
	for _, s := range list {
		sel, err := dom.Compile(s)
		if err != nil {
			return nil, err
		}
		out = append(out, sel)
	}
	return out, nil
}

// Names returns the names of the profiles, sorted.
func (p *Profiles) Names() []string { return append([]string(nil), p.names...) }

// Match returns the name of the profile for an address: the one with the
// longest host that is the address's host or a parent domain of it.
func (p *Profiles) Match(address string) (name string, ok bool) {
	if pr := p.match(address); pr != nil {
		return pr.name, true
	}
	return "", false
}

func (p *Profiles) match(address string) *profile {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil
	}
	for host := strings.ToLower(u.Hostname()); host != ""; {
		if pr := p.byHost[host]; pr != nil {
			return pr
		}
		_, parent, ok := strings.Cut(host, ".")
		if !ok {
			return nil
		}
		host = parent
	}
	return nil
}

// find returns the profile of a page: by the addresses, in order, else by a
// mark that the page bears.
func (p *Profiles) find(addresses []string, t *dom.Tree) *profile {
	for _, a := range addresses {
		if pr := p.match(a); pr != nil {
			return pr
		}
	}
	if len(p.marked) == 0 {
		return nil
	}
	index := dom.NewIndex(t, &p.marks)
	for _, pr := range p.marked {
		for _, m := range pr.marks {
			if m.First(index) >= 0 {
				return pr
			}
		}
	}
	return nil
}

// layout returns the first layout whose body selector matches, and the node.
func (pr *profile) layout(index *dom.Index) (l *layout, body int32, rule int) {
	for i := range pr.layouts {
		for k, s := range pr.layouts[i].rules[FieldBody] {
			if id := s.First(index); id >= 0 {
				return &pr.layouts[i], id, k
			}
		}
	}
	return nil, -1, 0
}
