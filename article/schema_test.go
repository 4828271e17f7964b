package article_test

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/zhnews/zhnews/article"
)

type schemaNode struct {
	Ref        string                `json:"$ref"`
	Type       string                `json:"type"`
	Enum       []any                 `json:"enum"`
	AllOf      []schemaNode          `json:"allOf"`
	Items      *schemaNode           `json:"items"`
	Required   []string              `json:"required"`
	Properties map[string]schemaNode `json:"properties"`
	Additional *bool                 `json:"additionalProperties"`
	Defs       map[string]schemaNode `json:"$defs"`
}

// TestSchemaMatchesTypes walks the Go types and schema.json side by side: same
// members, same types, required where the tag does not say that an empty value
// is left out, nothing more allowed.
func TestSchemaMatchesTypes(t *testing.T) {
	b, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schemaNode
	if err := json.Unmarshal(b, &root); err != nil {
		t.Fatal(err)
	}
	w := schemaWalk{t: t, defs: root.Defs}
	w.match("article", root, reflect.TypeFor[article.Article]())
}

type schemaWalk struct {
	t    *testing.T
	defs map[string]schemaNode
}

func (w schemaWalk) match(path string, n schemaNode, typ reflect.Type) {
	for n.Ref != "" || len(n.AllOf) > 0 {
		if len(n.AllOf) > 0 {
			n = n.AllOf[0]
			continue
		}
		def, ok := w.defs[strings.TrimPrefix(n.Ref, "#/$defs/")]
		if !ok {
			w.t.Fatalf("%s: no definition %s", path, n.Ref)
		}
		n = def
	}
	want := map[reflect.Kind]string{
		reflect.String: "string", reflect.Int: "integer", reflect.Bool: "boolean", reflect.Slice: "array", reflect.Struct: "object",
	}[typ.Kind()]
	if typ.PkgPath() == "time" {
		want = "string"
	}
	if n.Type != want && n.Enum == nil {
		w.t.Errorf("%s: schema says %q, the type is %v", path, n.Type, typ)
		return
	}
	switch {
	case want == "array":
		w.match(path+"[]", *n.Items, typ.Elem())
	case want == "object":
		w.matchFields(path, n, typ)
	}
}

func (w schemaWalk) matchFields(path string, n schemaNode, typ reflect.Type) {
	if n.Additional == nil || *n.Additional {
		w.t.Errorf("%s: additional members are allowed", path)
	}
	if len(n.Properties) != typ.NumField() {
		w.t.Errorf("%s: %d members in the schema, %d fields in the type", path, len(n.Properties), typ.NumField())
	}
	for f := range typ.Fields() {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		p, ok := n.Properties[name]
		if !ok {
			w.t.Errorf("%s: no member %q for field %s", path, name, f.Name)
			continue
		}
		if required := slices.Contains(n.Required, name); required != (option == "") {
			w.t.Errorf("%s.%s: required %v, but tag option %q", path, name, required, option)
		}
		w.match(path+"."+name, p, f.Type)
	}
}

// TestSchemaEnums checks that each value of the schema's enumerations, and no
// other word, is valid in Go.
func TestSchemaEnums(t *testing.T) {
	b, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schemaNode
	if err := json.Unmarshal(b, &root); err != nil {
		t.Fatal(err)
	}
	valid := func(s string) error {
		_, err := article.Parse([]byte(s), article.JSON)
		return err
	}
	content := map[any]string{
		"paragraph": `"text":"a"`, "quote": `"text":"a"`, "heading": `"text":"a","level":2`, "list": `"items":["a"]`, "table": `"rows":[[""]]`,
		"image": `"src":"a"`, "video": `"src":"a"`, "audio": `"src":"a"`,
	}
	link := map[any]string{"link": `,"url":"a"`}
	for _, c := range []struct {
		def, member string
		count       int
		document    func(value any) string
	}{
		{"credit", "role", 16, func(v any) string { return `{"credits":[{"role":"` + v.(string) + `","name":"a"}]}` }},
		{"time", "precision", 5, func(v any) string {
			return `{"published":{"time":"2024-01-01T00:00:00Z","precision":"` + v.(string) + `"}}`
		}},
		{"block", "type", 8, func(v any) string { return `{"body":[{"type":"` + v.(string) + `",` + content[v] + `}]}` }},
		{"span", "kind", 3, func(v any) string {
			return `{"body":[{"type":"paragraph","text":"a","spans":[{"start":0,"end":1,"kind":"` + v.(string) + `"` + link[v] + `}]}]}`
		}},
	} {
		values := root.Defs[c.def].Properties[c.member].Enum
		if len(values) != c.count {
			t.Errorf("%s.%s: %d values, want %d", c.def, c.member, len(values), c.count)
		}
		for _, v := range values {
			if err := valid(c.document(v)); err != nil {
				t.Errorf("%s.%s %q: %v", c.def, c.member, v, err)
			}
		}
	}
}
