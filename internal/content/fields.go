package content

import (
	"fmt"
	"slices"
	"strings"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
)

var (
	unknownKey = diag.Define(diag.Error, "unknown-key",
		"The front matter has a key that nothing reads.")
	missingKey = diag.Define(diag.Error, "missing-key",
		"A required key is not there.")
	wrongType = diag.Define(diag.Error, "wrong-type",
		"A value has the wrong type.")
)

// need says whether a key must be there.
type need bool

const (
	required need = true
	optional need = false
)

// fields is one table of a file while its keys are read. It remembers which
// keys were asked for; the others are unknown. The fields of a table that is not
// there have no t: they have no keys, and lack none.
//
// A schema asks for the keys of a table before it opens the tables in it, so
// that a key that slipped into an inner table is recognised.
type fields struct {
	r     *reader
	t     *front.Table
	up    *fields
	noun  string // what the table describes: "guide", "criterion", "[scores]"
	known []string
	lacks []lack
	meant map[string]bool // keys that are misspelt, or stand in another table
	open  bool            // the keys are names that the author chose
	keys  *[]*Key         // every key that is asked for, while a [Schema] is made
}

// lack is a required key that is not there.
type lack struct{ name, example string }

// in returns the fields of a table that lies in f.
func (f *fields) in(t *front.Table, noun string) *fields {
	sub := &fields{r: f.r, t: t, up: f, noun: noun}
	if f.keys != nil {
		sub.keys = &f.last().Keys
	}
	if t != nil {
		f.r.tables = append(f.r.tables, sub)
	}
	return sub
}

// find returns the value of a key, or nil; example is a value of its type, for
// the hint when a required key is missing.
func (f *fields) find(name string, n need, example string) *front.Value {
	f.known = append(f.known, name)
	if f.keys != nil {
		f.asked(name, n)
		return nil
	}
	if f.t == nil {
		return nil
	}
	if k := f.t.Get(name); k != nil {
		return k.Value
	}
	if n == required {
		f.lacks = append(f.lacks, lack{name, example})
	}
	return nil
}

// has reports whether the key was written.
func (f *fields) has(name string) bool { return f.t != nil && f.t.Get(name) != nil }

// at is the place of a key that was written.
func (f *fields) at(name string) diag.Span { return f.t.Get(name).Span }

// head is where a key that is missing would be added: the table's header, or the
// first line of the file.
func (f *fields) head() diag.Span {
	if f.up == nil {
		return f.r.firstLine()
	}
	return f.t.Span
}

func (f *fields) knows(name string) bool { return slices.Contains(f.known, name) }

// table opens the table under a key; when there is none its fields are empty.
func (f *fields) table(name, noun string) *fields {
	v := f.find(name, optional, "")
	if f.keys != nil {
		return f.in(&front.Table{}, noun)
	}
	if v != nil && v.Kind != front.Inline {
		f.r.wrongType(v, name, "a table", "write `["+name+"]` on a line of its own, with its keys below")
		v = nil
	}
	if v == nil {
		return f.in(nil, noun)
	}
	return f.in(v.Table, noun)
}

// tables opens each element of an array of tables, written [[name]].
func (f *fields) tables(name, noun string, n need) []*fields {
	v := f.find(name, n, "")
	if f.keys != nil {
		f.last().Repeats = true
		return []*fields{f.in(&front.Table{}, noun)}
	}
	if v == nil {
		return nil
	}
	hint := "write `[[" + name + "]]` before each " + noun
	if v.Kind != front.Array {
		f.r.wrongType(v, name, "a list of tables", hint)
		return nil
	}
	if len(v.Items) == 0 && n == required {
		f.r.report(emptyValue, v.Span, fmt.Sprintf("`%s` is empty", name), hint)
	}
	var out []*fields
	for _, item := range v.Items {
		if item.Kind != front.Inline {
			f.r.wrongType(item, name, "a list of tables", hint)
			continue
		}
		out = append(out, f.in(item.Table, noun))
	}
	return out
}

// free returns the keys of a table whose keys the author chooses.
func (f *fields) free() []*front.Key {
	f.open = true
	if f.t == nil {
		return nil
	}
	return f.t.Keys
}

// slipped reports a key that belongs to a table around this one, and whether it
// is one.
// Of an open table it is only asked once the key is none of its own: a criterion
// may be called "fees", too.
func (f *fields) slipped(k *front.Key) bool {
	home := f.home(k.Name)
	if home == nil {
		return false
	}
	home.means(k.Name)
	hint := fmt.Sprintf("`%s` belongs to %s: move it there", k.Name, home.place())
	if home.up == nil {
		hint = fmt.Sprintf("`%s` belongs to the %s: move it above the first [table]", k.Name, home.noun)
	}
	f.r.report(unknownKey, k.Span, fmt.Sprintf("unknown key `%s` in %s", k.Name, f.place()), hint)
	return true
}

// home is the table around this one that knows a key, or nil.
func (f *fields) home(name string) *fields {
	for up := f.up; up != nil; up = up.up {
		if !up.open && up.knows(name) {
			return up
		}
	}
	return nil
}

// means notes that a key which is not there was written in some other way, and
// so is not missing too.
func (f *fields) means(name string) {
	if f.meant == nil {
		f.meant = map[string]bool{}
	}
	f.meant[name] = true
}

// place is the table in a sentence: "the guide", "this criterion", "[scores]".
func (f *fields) place() string {
	switch {
	case f.up == nil:
		return "the " + f.noun
	case strings.HasPrefix(f.noun, "["):
		return f.noun
	}
	return "this " + f.noun
}

// reportMissing reports the required keys that are not there. One that is
// misspelt, or stands in another table, is one mistake and not two, so the
// unknown keys of all tables are reported before.
func (f *fields) reportMissing() {
	for _, l := range f.lacks {
		if !f.meant[l.name] {
			f.r.report(missingKey, f.head(), fmt.Sprintf("the %s has no `%s`", f.noun, l.name),
				fmt.Sprintf("add `%s = %s`", l.name, l.example))
		}
	}
}

// reportUnknown reports the keys that nobody asked for, and notes what they most
// likely stand for.
func (f *fields) reportUnknown() {
	if f.t == nil || f.open {
		return
	}
	otherwise := "known here: " + strings.Join(f.known, ", ")
	for _, k := range f.t.Keys {
		if f.knows(k.Name) || f.slipped(k) {
			continue
		}
		hint := otherwise
		if c := closest(k.Name, f.known); c != "" {
			f.means(c)
			hint = fmt.Sprintf("did you mean `%s`?", c)
		}
		f.r.report(unknownKey, k.Span, fmt.Sprintf("unknown key `%s` in %s", k.Name, f.place()), hint)
	}
}
