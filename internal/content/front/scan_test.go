package front

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"shortlist/internal/diag"
)

// place is a span as the tests write it: line:column+width.
func place(s diag.Span) string { return fmt.Sprintf("%d:%d+%d", s.Line, s.Column, s.Width) }

// at finds a key by a path such as "sources.1.title"; "" is the root's table.
func at(t *testing.T, root *Table, path string) (*Key, *Value) {
	t.Helper()
	var k *Key
	v := &Value{Kind: Inline, Table: root}
	for part := range strings.SplitSeq(path, ".") {
		if v.Kind == Array {
			i, err := strconv.Atoi(part)
			if err != nil || i >= len(v.Items) {
				t.Fatalf("no %s in %s", part, path)
			}
			v = v.Items[i]
			continue
		}
		if v.Table == nil {
			t.Fatalf("no %s in %s", part, path)
		}
		if k = v.Table.Get(part); k == nil {
			t.Fatalf("no %s in %s", part, path)
		}
		v = k.Value
	}
	return k, v
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, toml string
		want       map[string]string // path to "place of the key, place of the value"
	}{
		{"plain", "title = \"x\"\nyear=2025\n", map[string]string{
			"title": "1:1+5 1:9+3", "year": "2:1+4 2:6+4",
		}},
		{"the second element of an array of tables", "[[sources]]\nid = \"a\"\n\n[[sources]]\nid = \"b\"\nurl = 'u'", map[string]string{
			"sources": "1:3+7 1:1+11", "sources.0": "1:3+7 1:1+11", "sources.1": "1:3+7 4:1+11",
			"sources.1.id": "5:1+2 5:6+3", "sources.1.url": "6:1+3 6:7+3",
		}},
		{"an array of tables inside another", "[[a]]\n[[a.b]]\nx = 1\n[[a]]\n[[a.b]]\n[[a.b]]\nx = 2\n", map[string]string{
			"a.0.b.0.x": "3:1+1 3:5+1", "a.1": "1:3+1 4:1+5", "a.1.b": "5:5+1 5:1+7", "a.1.b.1.x": "7:1+1 7:5+1",
		}},
		{"behind tabs", "\tx\t=\t1\n", map[string]string{"x": "1:2+1 1:6+1"}},
		{"multi-byte characters", "a = [\"é漢😀\", 7] # é\n\"é漢\" = '😀'", map[string]string{
			"a": "1:1+1 1:5+10", "a.0": "1:1+1 1:6+5", "a.1": "1:1+1 1:13+1", "é漢": "2:1+4 2:8+3",
		}},
		{"CRLF", "a = 1\r\nb = 2\r\n[c]\r\nd = [\r\n3]\r\n", map[string]string{
			"b": "2:1+1 2:5+1", "c": "3:2+1 3:1+3", "c.d": "4:1+1 4:5+1", "c.d.0": "4:1+1 5:1+1",
		}},
		{"a byte order mark", "\ufeffa = 1\n", map[string]string{"a": "1:1+1 1:5+1"}},
		{"an inline table over lines", "s = {\n  a = 1, # one\n\tb.c = { d = 2, }\n  ,\n  e = [\n    { f = 3 },\n  ],\n}\nz = 0", map[string]string{
			"s": "1:1+1 1:5+1", "s.a": "2:3+1 2:7+1", "s.b": "3:2+1 3:2+1", "s.b.c": "3:4+1 3:8+10",
			"s.b.c.d": "3:10+1 3:14+1", "s.e": "5:3+1 5:7+1", "s.e.0.f": "6:7+1 6:11+1", "z": "9:1+1 9:5+1",
		}},
		{"dotted keys", "a . b.c = 1\na.b.d = 2\n[e.f]\ng.h = 3\n[e]\n", map[string]string{
			"a": "1:1+1 1:1+1", "a.b": "1:5+1 1:5+1", "a.b.c": "1:7+1 1:11+1", "a.b.d": "2:5+1 2:9+1",
			"e": "5:2+1 5:1+3", "e.f": "3:4+1 3:1+5", "e.f.g.h": "4:3+1 4:7+1",
		}},
		{"quoted keys with escapes", `"t\u0069t\x6ce".'s u b' = "x"`, map[string]string{
			"title": "1:1+15 1:1+15", "title.s u b": "1:17+7 1:27+3",
		}},
		{"strings over lines", "a = \"\"\"\nx\n\"\"\"\nb = '''y'''\nc = 1", map[string]string{
			"a": "1:1+1 1:5+3", "b": "4:1+1 4:5+7", "c": "5:1+1 5:5+1",
		}},
		{"dates and numbers", "a = 2025-09-12 07:30 # c\nb = [1_0,-2.5e3]\n", map[string]string{
			"a": "1:1+1 1:5+16", "b.0": "2:1+1 2:6+3", "b.1": "2:1+1 2:10+6",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, problems := TOML("f.toml", []byte(c.toml), MaxFrontMatter)
			if problems != nil {
				t.Fatal(problems)
			}
			for path, want := range c.want {
				k, v := at(t, f.Root, path)
				if got := place(k.Span) + " " + place(v.Span); got != want {
					t.Errorf("%s at %s, want %s", path, got, want)
				}
				if v.Span.Text != f.Line(v.Span.Line) || v.Span.File != "f.toml" {
					t.Errorf("%s shows %q in %q", path, v.Span.Text, v.Span.File)
				}
			}
		})
	}
}

func TestValues(t *testing.T) {
	f, problems := TOML("f.toml", []byte(strings.Join(valid, "\n")), MaxFrontMatter)
	if problems != nil {
		t.Fatal(problems)
	}
	for path, want := range map[string]string{
		"s1": `a string "é\t\\ \"q\" A😀"`, "s2": `a string "\\d 'x'"`, "s3": `a string "one two three"`, "s4": `a string "\\\n''"`,
		"n1": "a whole number 0xdead_beef", "n2": "a number -1_0.5e+3", "b": "true or false true",
		"d1": "a date 2025-09-12", "d2": "a date 2025-09-12 07:30:00.5Z", "d3": "a date 07:30",
		"l": "a list 3", "t.u.v": "a table t.u.v", "t.u.v.w": "a whole number 1", "aot.1": "a table aot", "t.\"x y\"": "a table",
		"aot.1.sub": "a table aot.sub", "aot.1.sub.k": "true or false false",
	} {
		if path == `t."x y"` {
			if got := f.Root.Get("t").Value.Table.Get("x y").Value.Table.Name; got != path {
				t.Errorf("a table is called %s, want %s", got, path)
			}
			continue
		}
		_, v := at(t, f.Root, path)
		got := v.Kind.String() + " "
		switch v.Kind {
		case String:
			got += strconv.Quote(v.Text)
		case Bool:
			got += fmt.Sprint(v.Bool)
		case Array:
			got += fmt.Sprint(len(v.Items))
		case Inline:
			got += v.Table.Name
		default:
			got += v.Raw
		}
		if got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
	}
	if sub := f.Root.Get("aot").Value.Items[1].Table.Get("sub").Value.Table; sub.Up.Up != f.Root || sub.Up.Name != "aot" {
		t.Errorf("%s stands in %s", sub.Name, sub.Up.Name)
	}
}

// valid is also what the fuzz tests start from.
var valid = []string{
	"s1 = \"é\\t\\\\ \\\"q\\\" \\x41\\U0001F600\"",
	`s2 = '''\d 'x''''`,
	"s3 = \"\"\"\none \\\n   two \\  \n\n\t three\"\"\"",
	"s4 = '''\n\\\n'''''",
	"n1 = 0xdead_beef\nn2 = -1_0.5e+3",
	"b = true",
	"d1 = 2025-09-12\nd2 = 2025-09-12 07:30:00.5Z\nd3 = 07:30",
	"l = [ # c\n  1, \"a]\", [ { x = '}' } ], # c\n]",
	"t.u.v = { w = 1, }\nt.\"x y\" = {\n}",
	"[[aot]]\n[[aot]]\nk = [[]]\n[aot.sub]\nk = false\n[deep.table]\n[deep]",
	"[\"\"]\n'' = 1",
}

func TestManyKeys(t *testing.T) {
	var b strings.Builder
	for i := range 3 * manyKeys {
		fmt.Fprintf(&b, "k%d = %d\n", i, i)
	}
	f, problems := TOML("f.toml", []byte(b.String()+"k20 = 0\n"), MaxFrontMatter)
	if len(problems) != 1 || problems[0].Rule != DuplicateKey || place(problems[0].Span) != "37:1+3" {
		t.Fatal(problems)
	}
	for i := range 3 * manyKeys {
		k := f.Root.Get(fmt.Sprintf("k%d", i))
		if k == nil || k.Value.Raw != fmt.Sprint(i) || f.Root.Keys[i] != k {
			t.Fatalf("k%d: %v", i, k)
		}
	}
	if f.Root.Get("k99") != nil {
		t.Error("a key that is not there")
	}
}

func TestTextSpan(t *testing.T) {
	for _, c := range []struct {
		name, toml, find string
		width            int
		want             string
	}{
		{"plain", `a = "see [@x]"`, "[@x]", 4, "1:10+4"},
		{"the start", `a = "see"`, "see", 3, "1:6+3"},
		{"the end", `a = "see"`, "", 1, "1:9+1"},
		{"behind escapes", `a = "\t\u00e9\\ [@x]"`, "[@x]", 4, "1:17+4"},
		{"an escape", `a = "x\u00e9y"`, "é", 1, "1:7+6"},
		{"through an escape", `a = "x\u00e9y"`, "xé", 2, "1:6+7"},
		{"behind multi-byte characters", "\"é\" = 'é漢😀 [@x]'", "[@x]", 4, "1:12+4"},
		{"the second line", "a = \"\"\"one\ntwo [@x]\"\"\"", "[@x]", 4, "2:5+4"},
		{"behind the first line end", "a = \"\"\"\none [@x]\"\"\"", "[@x]", 4, "2:5+4"},
		{"behind a joined line", "a = \"\"\"one \\\n   [@x]\"\"\"", "[@x]", 4, "2:4+4"},
		{"a raw string over lines", "a = '''\r\n\\\r\n\t[@x]'''", "[@x]", 4, "3:2+4"},
		{"wider than the line", "a = \"\"\"one\ntwo\"\"\"", "ne\nt", 4, "1:9+2"},
		{"a line end", "a = \"\"\"one\ntwo\"\"\"", "\n", 1, "1:11+1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, problems := TOML("f.toml", []byte(c.toml), MaxFrontMatter)
			if problems != nil {
				t.Fatal(problems)
			}
			v := f.Root.Keys[0].Value
			offset := strings.Index(v.Text, c.find)
			if c.find == "" {
				offset = len(v.Text)
			}
			if got := place(v.TextSpan(offset, c.width)); got != c.want {
				t.Errorf("%q at %s, want %s", c.find, got, c.want)
			}
		})
	}
}
