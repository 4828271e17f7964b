package parse

import (
	"cmp"
	"strings"

	"github.com/zhnews/zhnews/internal/cjk"
	"github.com/zhnews/zhnews/internal/dom"
	"golang.org/x/net/html/atom"
)

// Some pages keep their article in text areas that nobody sees, a field in each:
// <textarea class="article-title">. They are read like the fields of an object in
// a script: what the names begin with alike is the object, the rest is the key.

// A storedField is a text area with a name.
type storedField struct{ object, key, value string }

// fromAreas offers the texts that stand in text areas, with the fields beside them.
func (x *extraction) fromAreas(best *scriptArticle) {
	stored := x.storedFields()
	for _, f := range stored {
		if len(f.value) < 3*leastScriptText || !strings.Contains(f.value, "</") {
			continue
		}
		if han := cjk.Measure(f.value).Han; han >= leastScriptText && han > best.han {
			*best = scriptArticle{text: f.value, han: han, fields: fieldsOf(stored, f.object)}
		}
	}
}

// storedFields returns the text areas of the page that have a class or id.
func (x *extraction) storedFields() (stored []storedField) {
	const most = 100
	for i, n := range x.tree.Nodes {
		if len(stored) == most {
			break
		}
		if !x.tree.Named(int32(i)) || n.DataAtom != atom.Textarea {
			continue
		}
		name := cmp.Or(dom.Attr(n, "class"), dom.Attr(n, "id"))
		if value := strings.TrimSpace(childText(n)); name != "" && value != "" {
			object, key, ok := strings.Cut(name, "-")
			if !ok {
				object, key = "", name
			}
			stored = append(stored, storedField{object, key, value})
		}
	}
	return stored
}

// fieldsOf returns the fields of an object by their keys, as [flatten] writes them.
// A value in mark-up is its text and its link.
func fieldsOf(stored []storedField, object string) map[string]any {
	const longest = 600 // bytes
	fields := map[string]any{}
	for _, f := range stored {
		key := objectKey(strings.ReplaceAll(f.key, "-", ""))
		if f.object != object || fields[key] != nil || len(f.value) > longest {
			continue
		}
		if !strings.Contains(f.value, "<") {
			fields[key] = f.value
		} else if tree, err := dom.Parse(f.value); err == nil {
			fields[key] = linkedName(tree)
		}
	}
	return fields
}

// linkedName returns the text of a tree as a name, with the address of its link.
func linkedName(t *dom.Tree) any {
	name := cjk.Collapse(dom.Text(t.Nodes[0]))
	for i, n := range t.Nodes {
		if t.Is(int32(i), atom.A) {
			return map[string]any{"name": name, "url": dom.Attr(n, "href")}
		}
	}
	return name
}
