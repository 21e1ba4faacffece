package dataset

import (
	"bytes"
	"shortlist/internal/report/table"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiled is the schema as a site at the base URL serves it. Closed, it allows
// no field that it does not describe: readers must skip those, and we must not
// write one.
func compiled(t *testing.T, closed bool) *jsonschema.Schema {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(base)))
	if err != nil {
		t.Fatal(err)
	}
	if closed {
		shut(parsed)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource(base+SchemaPath, parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(base + SchemaPath)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// shut closes every object that names its properties.
func shut(node any) {
	switch node := node.(type) {
	case map[string]any:
		if _, ok := node["properties"].(map[string]any); ok && node["type"] == "object" {
			node["additionalProperties"] = false
		}
		for _, child := range node {
			shut(child)
		}
	case []any:
		for _, child := range node {
			shut(child)
		}
	}
}

func TestEveryDocumentFollowsTheSchema(t *testing.T) {
	s := compiled(t, true)
	for _, p := range everything(t) {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(encode(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(document); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
	}
}

// The schema accepts not just anything: what breaks a rule of the format is refused,
// and what a later build may add is not.
func TestTheSchemaRefuses(t *testing.T) {
	s := compiled(t, false)
	whole := string(encode(t, published{g: vaults()}))
	for _, tt := range []struct {
		name, from, to string
		valid          bool
	}{
		{"as it is", "", "", true},
		{"a new field", `"version": 2,`, `"version": 2, "licence": "by",`, true},
		{"another version", `"version": 2,`, `"version": 1,`, false},
		{"a total with decimals", `"total": `, `"total": 0.5`, false},
		{"a score above ten", `"low": 900`, `"low": 1001`, false},
		{"a score as text", `"low": 900`, `"low": "9"`, false},
		{"a state that is none", `"state": "unknown"`, `"state": "guessed"`, false},
		{"a slug that is none", `"slug": "vaults"`, `"slug": "../vaults"`, false},
		{"a rank of nought", `"rank": 1`, `"rank": 0`, false},
		{"no places", `"places"`, `"placings"`, false},
		{"a source that is no address", `"https://alder.example.com/?a=1&b=2"`, `"not an address"`, false},
		{"a month that is none", `"published": "2025-09"`, `"published": "September"`, false},
		{"a requirement of nothing", `"yes_no": false,`, ``, false},
	} {
		changed := strings.Replace(whole, tt.from, tt.to, 1)
		if tt.from != "" && changed == whole {
			t.Fatalf("%s: %s is not in the document", tt.name, tt.from)
		}
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if err := s.Validate(document); (err == nil) != tt.valid {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestSchemaKnowsItsAddress(t *testing.T) {
	for _, b := range []string{"https://example.com/", base} {
		if got := string(Schema(b)); strings.Count(got, `"$id": "`+b+`schema/ranking.json"`) != 1 {
			t.Errorf("the schema of %s is not at home there", b)
		}
		if d := document(vaults(), table.View{}, b); d.Schema != b+"schema/ranking.json" {
			t.Errorf("the document points to %s", d.Schema)
		}
	}
}
