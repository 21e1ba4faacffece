package front

import (
	"encoding/json"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	tomltest "github.com/toml-lang/toml-test/v2"

	"shortlist/internal/diag"
)

// refusedOnPurpose are the valid documents of toml-test that an author may not
// write, each with the rule that says so and why it is there.
var refusedOnPurpose = map[string]struct {
	rule *diag.Rule
	why  string
}{
	"valid/comment/after-literal-no-ws": {Number, infinite},
	"valid/float/inf-and-nan":           {Number, infinite},
	"valid/spec-1.1.0/common-25":        {Number, infinite},
	"valid/comment/nonascii":            {Encoding, unseen},
	"valid/key/escapes":                 {Encoding, unseen},
	"valid/key/quoted-unicode":          {Encoding, unseen},
	"valid/string/escape-esc":           {Encoding, unseen},
	"valid/string/escapes":              {Encoding, unseen},
	"valid/string/hex-escape":           {Encoding, unseen},
	"valid/string/quoted-unicode":       {Encoding, unseen},
	"valid/string/unicode-escape":       {Encoding, unseen},
}

const (
	infinite = "a score or a weight that is infinite, or no number, cannot be computed with"
	unseen   = "a control character cannot be seen, and a page must not carry it, written as itself or as an escape"
	lineEnd  = "a text has LF line ends wherever it was written; a carriage return would be the only one left"
)

// TestConformance reads every document of toml-test (its list for TOML 1.1) as
// the front matter of a Markdown file. A valid one gives the values that
// toml-test states, the keys that the decoder finds, and each key at its place,
// or is refused on purpose; an invalid one is refused.
func TestConformance(t *testing.T) {
	t.Parallel()
	cases := tomltest.TestCases()
	list, err := fs.ReadFile(cases, "files-toml-1.1.0")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, name := range strings.Fields(string(list)) {
		kind, _, _ := strings.Cut(name, "/")
		base, isTOML := strings.CutSuffix(name, ".toml")
		if !isTOML {
			continue
		}
		count[kind]++
		data, err := fs.ReadFile(cases, name)
		if err != nil {
			t.Fatal(err)
		}
		source := string(data)
		if strings.HasSuffix(source, "\r") {
			source += " " // or the line end behind it would make it a valid one
		}
		file, problems := Markdown("f.md", []byte("+++\n"+source+"\n+++\nbody\n"))
		checkSpans(t, file, problems)
		refused, onPurpose := refusedOnPurpose[base]
		switch {
		case kind == "invalid":
			if len(problems) == 0 {
				t.Errorf("%s: accepted", base)
			}
		case onPurpose:
			count["refused"]++
			for _, p := range problems {
				if p.Rule != refused.rule || p.Span.Line == 0 || p.Hint == "" {
					t.Errorf("%s (%s): %v %s: %s (%s)", base, refused.why, place(p.Span), p.Rule.Name, p.Message, p.Hint)
				}
			}
			if len(problems) == 0 {
				t.Errorf("%s is accepted: it need not be listed", base)
			}
			if file.Root != nil { // refused for a value: its keys are known
				checkPlaces(t, base, file.Root, nil, map[[2]int]bool{})
			}
		case len(problems) > 0:
			t.Errorf("%s: refused: %s", base, strings.Join(lines(problems), "\n"))
		default:
			want, err := fs.ReadFile(cases, base+".json")
			if err != nil {
				t.Fatal(err)
			}
			checkValid(t, base, source, want, file)
		}
	}
	if count["valid"] < 200 || count["invalid"] < 400 || count["refused"] != len(refusedOnPurpose) {
		t.Errorf("%d of %d refusals met in %d valid documents; %d invalid ones", count["refused"], len(refusedOnPurpose), count["valid"], count["invalid"])
	}
}

// checkValid holds what was read of a valid document against what toml-test
// and the decoder say of it.
func checkValid(t *testing.T, name, source string, stated []byte, file *File) {
	t.Helper()
	var want any
	if err := json.Unmarshal(stated, &want); err != nil {
		t.Fatal(err)
	}
	checkStated(t, name, &Value{Kind: Inline, Table: file.Root}, want)

	var into any
	meta, err := decodeWithKeys(source, &into)
	if err != nil {
		t.Fatalf("%s: the decoder: %v", name, err)
	}
	if got := keysOf(file.Root); !slices.EqualFunc(got, meta.Keys(), func(a, b toml.Key) bool { return slices.Equal(a, b) }) {
		t.Errorf("%s:\n got keys %q\nwant keys %q", name, got, meta.Keys())
	}
	checkPlaces(t, name, file.Root, nil, map[[2]int]bool{})
}

// checkStated compares a value with toml-test's: a table is an object, a list
// an array, any other value an object of its type and its text.
func checkStated(t *testing.T, name string, v *Value, want any) {
	t.Helper()
	if list, ok := want.([]any); ok {
		if v.Kind != Array || len(v.Items) != len(list) {
			t.Errorf("%s: %v where a list of %d was expected", name, v.Kind, len(list))
			return
		}
		for i := range list {
			checkStated(t, name, v.Items[i], list[i])
		}
		return
	}
	object := want.(map[string]any)
	kind, _ := object["type"].(string)
	text, scalar := object["value"].(string)
	if !scalar || kind == "" || len(object) != 2 {
		if v.Kind != Inline || len(v.Table.Keys) != len(object) {
			t.Errorf("%s: %v where a table of %d was expected", name, v.Kind, len(object))
			return
		}
		for key, value := range object {
			if k := v.Table.Get(key); k == nil {
				t.Errorf("%s: no key %q", name, key)
			} else {
				checkStated(t, name, k.Value, value)
			}
		}
		return
	}
	same := false
	switch kind {
	case "string":
		same = v.Kind == String && v.Text == text
	case "bool":
		same = v.Kind == Bool && strconv.FormatBool(v.Bool) == text
	case "integer":
		n, err := strconv.ParseInt(strings.TrimPrefix(v.Raw, "+"), 0, 64)
		same = v.Kind == Integer && err == nil && strconv.FormatInt(n, 10) == text
	case "float":
		got, err1 := strconv.ParseFloat(strings.ReplaceAll(v.Raw, "_", ""), 64)
		want, err2 := strconv.ParseFloat(text, 64)
		same = v.Kind == Float && err1 == nil && err2 == nil && math.Float64bits(got) == math.Float64bits(want)
	default: // a date or a time
		var got, want map[string]any
		_, err1 := toml.Decode("x = "+v.Raw, &got)
		_, err2 := toml.Decode("x = "+text, &want)
		same = v.Kind == Datetime && err1 == nil && err2 == nil && got["x"] == want["x"]
	}
	if !same {
		t.Errorf("%s: %v %q %q %v where the %s %q was expected", name, v.Kind, v.Raw, v.Text, v.Bool, kind, text)
	}
}

// checkPlaces finds each key, and each header, in the file again: what is
// written at its place is a key that the decoder reads as that name, and no two
// keys are at one place.
func checkPlaces(t *testing.T, name string, in *Table, path toml.Key, seen map[[2]int]bool) {
	t.Helper()
	for _, k := range in.Keys {
		path := append(slices.Clone(path), k.Name)
		if got := keyWritten(written(k.Span) + " = 1"); len(got) != 1 || got[0] != k.Name {
			t.Errorf("%s: the key %q is at %s, where %q is written", name, path, place(k.Span), written(k.Span))
		}
		at := [2]int{k.Span.Line, k.Span.Column}
		if seen[at] {
			t.Errorf("%s: %q and another key are both at %s", name, path, place(k.Span))
		}
		seen[at] = true
		tables := []*Value{k.Value}
		for len(tables) > 0 {
			v := tables[0]
			tables = append(tables[1:], v.Items...)
			if v.Kind != Inline {
				continue
			}
			if v.Table.origin == opened {
				if got := keyWritten(written(v.Table.Span)); !slices.Equal(got, path) {
					t.Errorf("%s: the table %q is at %s, where %q is written", name, path, place(v.Table.Span), written(v.Table.Span))
				}
			}
			checkPlaces(t, name, v.Table, path, seen)
		}
	}
}

// written is what stands at a place.
func written(s diag.Span) string {
	line := []rune(s.Text)
	return string(line[s.Column-1 : s.Column-1+s.Width])
}

// keyWritten is the last key that the decoder finds in a piece of TOML.
func keyWritten(source string) toml.Key {
	meta, err := decodeWithKeys(source, new(any))
	if err != nil || len(meta.Keys()) == 0 {
		return nil
	}
	return meta.Keys()[len(meta.Keys())-1]
}
