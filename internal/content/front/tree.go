package front

import (
	"fmt"
	"strconv"
	"strings"

	"shortlist/internal/diag"
)

var DuplicateKey = diag.Define(diag.Error, "duplicate-key",
	"A key or a table is given twice, or a key that has a value is used as a table.")

// origin is how a table came to be, which decides what may add to it.
type origin int

const (
	implied origin = iota // the a of [a.b]: may still get its own header
	dotted                // the a of a.b = 1: other keys of the same table may add to it
	opened                // has its header, or is the root
	braces                // inline: complete
)

// openTable makes the table of a header the current one.
func (s *scanner) openTable(parts []part, array bool, header diag.Span) {
	t := s.root
	for _, p := range parts[:len(parts)-1] {
		k := t.Get(p.name)
		if k == nil {
			t = s.newTable(t, p, implied, s.text.span(p.from, p.to))
			continue
		}
		into := k.Value.Table
		if k.Value.headers {
			into = k.Value.Items[len(k.Value.Items)-1].Table
		}
		if into == nil || into.origin == braces {
			s.clash(p, k)
			return
		}
		t = into
	}
	last := parts[len(parts)-1]
	k := t.Get(last.name)
	switch {
	case array && (k == nil || k.Value.headers):
		s.openElement(t, k, last, header)
	case array && k.Value.Kind == Inline && k.Value.Table.origin != braces:
		s.problems.Add(DuplicateKey, s.text.span(last.from, last.to), "table "+shown(k.Value.Table.Name)+" is given twice",
			fmt.Sprintf("the first is on line %d: write [[%s]] there too for a list of tables", k.Span.Line, quote(k.Name)))
	case array:
		s.clash(last, k)
	case k == nil:
		s.table = s.newTable(t, last, opened, header)
	case k.Value.Kind == Inline && k.Value.Table.origin == implied:
		s.table = k.Value.Table
		s.table.origin, s.table.Span = opened, header
		k.Span, k.Value.Span = s.text.span(last.from, last.to), header
	case k.Value.Kind == Inline && k.Value.Table.origin != braces:
		s.problems.Add(DuplicateKey, s.text.span(last.from, last.to), "table "+shown(k.Value.Table.Name)+" is given twice",
			fmt.Sprintf("the first is on line %d: put the keys of both there", k.Span.Line))
		s.table, s.merging = k.Value.Table, true
	default:
		s.clash(last, k)
	}
}

// openElement adds an element to an array of tables and makes it the current table.
func (s *scanner) openElement(t *Table, k *Key, last part, header diag.Span) {
	if k == nil {
		k = &Key{Name: last.name, Span: s.text.span(last.from, last.to), Value: &Value{Kind: Array, Span: header, headers: true}}
		t.add(k)
	}
	s.table = &Table{Name: join(t, last.name), Span: header, Up: t, origin: opened}
	k.Value.Items = append(k.Value.Items, &Value{Kind: Inline, Span: header, Table: s.table})
}

// descend goes from a table through the parts of a dotted key to the table
// that the last part stands in, making those that are missing. Where there is
// no way, the key is reported and goes into a table that nobody sees.
func (s *scanner) descend(t *Table, parts []part) (*Table, part) {
	last := parts[len(parts)-1]
	nowhere := &Table{Name: t.Name, Up: t.Up, origin: opened}
	if len(parts) > MaxKeyParts {
		return nowhere, last
	}
	for _, p := range parts[:len(parts)-1] {
		k := t.Get(p.name)
		if k == nil {
			t = s.newTable(t, p, dotted, s.text.span(p.from, p.to))
			continue
		}
		if k.Value.Kind != Inline || k.Value.Table.origin > dotted {
			s.clash(p, k)
			return nowhere, last
		}
		t = k.Value.Table
		t.origin = dotted
	}
	return t, last
}

// put adds a key to a table, unless it is there.
func (s *scanner) put(t *Table, p part, v *Value) {
	at := s.text.span(p.from, p.to)
	first := t.Get(p.name)
	if first == nil {
		t.add(&Key{Name: p.name, Span: at, Value: v})
		return
	}
	if s.merging && len(s.open) == 0 {
		return
	}
	s.problems.Add(DuplicateKey, at, "key "+shown(join(t, p.name))+" is given twice",
		fmt.Sprintf("the first is on line %d", first.Span.Line))
}

// newTable adds an empty table to another.
func (s *scanner) newTable(in *Table, p part, how origin, at diag.Span) *Table {
	t := &Table{Name: join(in, p.name), Span: at, Up: in, origin: how}
	in.add(&Key{Name: p.name, Span: s.text.span(p.from, p.to), Value: &Value{Kind: Inline, Table: t, Span: at}})
	return t
}

// clash reports that a key is used as a table to add to, and is none.
func (s *scanner) clash(p part, k *Key) {
	if s.merging && len(s.open) == 0 {
		return
	}
	message := shown(k.Name) + " is " + k.Value.Kind.String() + " already"
	hint := fmt.Sprintf("it has its value on line %d, and nothing can be added to it", k.Span.Line)
	switch {
	case k.Value.headers:
		message = fmt.Sprintf("%s is a list of tables already", shown(k.Name))
		hint = fmt.Sprintf("the first is on line %d: write [[%s]] for another", k.Span.Line, quote(k.Name))
	case k.Value.Kind == Inline:
		hint = fmt.Sprintf("it is on line %d: add the key there", k.Span.Line)
	}
	s.problems.Add(DuplicateKey, s.text.span(p.from, p.to), message, hint)
}

// join is the name of a key of a table as an author would write it.
func join(t *Table, name string) string {
	if t.Name == "" {
		return quote(name)
	}
	return t.Name + "." + quote(name)
}

// quote is a part of a key as an author would write it.
func quote(name string) string {
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return r > 127 || !isBare(byte(r)) }) < 0 {
		return name
	}
	return strconv.Quote(name)
}
