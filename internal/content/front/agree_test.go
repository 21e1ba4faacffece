package front

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"shortlist/internal/diag"
)

func decodeWithKeys(src string, into *any) (meta toml.MetaData, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return toml.Decode(src, into)
}

// keysOf lists the keys and headers of a tree in the order of their places,
// as the decoder lists them.
func keysOf(root *Table) []toml.Key {
	type placed struct {
		key toml.Key
		at  diag.Span
	}
	var all []placed
	var table func(*Table, toml.Key)
	var list func([]*Value, toml.Key)
	list = func(items []*Value, path toml.Key) {
		for _, v := range items {
			if v.Kind == Inline {
				table(v.Table, path)
			}
			list(v.Items, path)
		}
	}
	table = func(t *Table, path toml.Key) {
		for _, k := range t.Keys {
			path := append(slices.Clone(path), k.Name)
			switch v := k.Value; {
			case v.headers:
				for _, item := range v.Items {
					all = append(all, placed{path, item.Table.Span})
				}
			case v.Kind == Inline && v.Table.origin == opened:
				all = append(all, placed{path, v.Table.Span})
			case v.Kind == Inline && v.Table.origin < opened:
			default:
				all = append(all, placed{path, k.Span})
			}
			if k.Value.Kind == Inline {
				table(k.Value.Table, path)
			}
			list(k.Value.Items, path)
		}
	}
	table(root, nil)
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Column, b.at.Column))
	})
	keys := make([]toml.Key, len(all))
	for i := range all {
		keys[i] = all[i].key
	}
	return keys
}

// equal compares a value of ours with the decoder's.
func equal(t *testing.T, src string, v *Value, want any) {
	t.Helper()
	switch w := want.(type) {
	case map[string]any:
		if v.Kind != Inline || len(v.Table.Keys) != len(w) {
			t.Fatalf("%q: %v where %v was expected", src, v, w)
		}
		for name, value := range w {
			k := v.Table.Get(name)
			if k == nil {
				t.Fatalf("%q: no key %q", src, name)
			}
			equal(t, src, k.Value, value)
		}
	case []map[string]any:
		items := make([]any, len(w))
		for i := range w {
			items[i] = w[i]
		}
		equal(t, src, v, items)
	case []any:
		if v.Kind != Array || len(v.Items) != len(w) {
			t.Fatalf("%q: %v where %v was expected", src, v, w)
		}
		for i := range w {
			equal(t, src, v.Items[i], w[i])
		}
	case string:
		if v.Kind != String || v.Text != w {
			t.Fatalf("%q: %q where %q was expected", src, v.Text, w)
		}
		checkText(t, src, v)
	case bool:
		if v.Kind != Bool || v.Bool != w {
			t.Fatalf("%q: %v where %v was expected", src, v, w)
		}
	default:
		kind := map[reflect.Type]Kind{reflect.TypeFor[int64](): Integer, reflect.TypeFor[float64](): Float, reflect.TypeFor[time.Time](): Datetime}
		var alone map[string]any
		if _, err := toml.Decode("x = "+v.Raw, &alone); err != nil || v.Kind != kind[reflect.TypeOf(want)] || !reflect.DeepEqual(alone["x"], want) {
			t.Fatalf("%q: %q where %v was expected", src, v.Raw, want)
		}
	}
}

// checkText finds every character of a string in the file again: one that is
// not written as an escape is itself at its place.
func checkText(t *testing.T, src string, v *Value) {
	t.Helper()
	if len(v.Text) > 100 {
		return
	}
	for i, r := range v.Text {
		at := v.TextSpan(i, 1)
		line := []rune(at.Text)
		if at.Column-1 == len(line) && r == '\n' {
			continue
		}
		if written := line[at.Column-1]; written != r && written != '\\' {
			t.Fatalf("%q: %q at %d:%d, which has %q", src, r, at.Line, at.Column, written)
		}
	}
}

// checkSpans looks at every place of a file: it is inside the file, and shows
// the line that it names.
func checkSpans(t *testing.T, f *File, problems diag.List) {
	t.Helper()
	check := func(s diag.Span) {
		if s.Line == 0 {
			return
		}
		runes := utf8.RuneCountInString(s.Text)
		if s.Column < 1 || s.Width < 1 || s.Column > runes+1 || s.Width > 1 && s.Column+s.Width > runes+1 || f.text != nil && s.Text != f.Line(s.Line) {
			t.Fatalf("malformed span %+v", s)
		}
	}
	for _, p := range problems {
		check(p.Span)
		if p.Message == "" || strings.Contains(p.Message+p.Hint, "\n") {
			t.Fatalf("malformed problem %+v", p)
		}
	}
	var value func(*Value)
	value = func(v *Value) {
		check(v.Span)
		for _, item := range v.Items {
			value(item)
		}
		if v.Kind != Inline {
			return
		}
		check(v.Table.Span)
		for _, k := range v.Table.Keys {
			check(k.Span)
			value(k.Value)
		}
	}
	if f.Root != nil {
		value(&Value{Kind: Inline, Table: f.Root, Span: f.Root.Span})
	}
}
