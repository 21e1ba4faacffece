package rename

import (
	"bytes"
	"fmt"
	"strings"

	"shortlist/internal/content/front"
)

// rename gives what is renamed its new name and writes down what it was called.
func (p *plan) rename(f *file) error {
	t, name, err := p.table(f)
	if err != nil {
		return err
	}
	k := t.Get(name)
	if k == nil {
		return mistake("%s has no `%s`", f.name, name)
	}
	former := fmt.Sprintf("%q", p.Old)
	if p.Name != "" && p.Name != k.Value.Text {
		former = fmt.Sprintf("{ slug = %q, name = %s }", p.Old, front.Quoted(k.Value.Text))
		if strings.Contains(k.Value.Text, "\n") || f.front.Line(k.Value.Span.Line) == "" {
			return mistake("%s:%d: the name stands on several lines: change it by hand", f.name, k.Value.Span.Line)
		}
		f.replace(k.Value.Span, front.Quoted(p.Name))
	}
	if list := t.Get("formerly"); list != nil && list.Value.Kind == front.Array && len(list.Value.Items) > 0 {
		p.addFormer(f, list.Value.Items, former)
		return nil
	}
	line := f.front.Line(k.Span.Line)
	if !strings.HasPrefix(strings.TrimSpace(line), name) { // a table in braces
		f.insert(f.end(k.Value.Span), ", formerly = ["+former+"]")
		return nil
	}
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	f.insert(f.at(k.Value.Span.Line+1, 1), indent+"formerly = ["+former+"]"+f.eol())
	return nil
}

// addFormer adds to a list of former names. Where something gets a name back that it
// had, the one that it has now takes its place.
func (p *plan) addFormer(f *file, items []*front.Value, former string) {
	for _, item := range items {
		if item.Kind == front.String && item.Text == p.New {
			f.replace(item.Span, former)
			return
		}
	}
	last := items[len(items)-1]
	end := f.end(last.Span)
	if last.Kind == front.Inline { // its span is its opening brace, or more of it
		end = f.closing(last)
	}
	f.insert(end, ", "+former)
}

// closing is the first byte behind a table in braces, which begin at its span.
func (f *file) closing(v *front.Value) int {
	end := f.end(v.Span)
	for _, k := range v.Table.Keys {
		end = max(end, f.end(k.Value.Span))
	}
	if at := bytes.IndexByte(f.raw[end-1:], '}'); at >= 0 {
		return end + at
	}
	return end
}

// table is the table that says what is renamed, and the key that names it there.
func (p *plan) table(f *file) (*front.Table, string, error) {
	if f.front.Root == nil {
		return nil, "", mistake("%s cannot be read", f.name)
	}
	list := map[Kind]string{Lens: "lenses", UseCase: "use_cases", Source: "sources"}[p.Kind]
	if list == "" {
		name := "name"
		if p.Kind == Guide || p.Kind == Article {
			name = "title"
		}
		return f.front.Root, name, nil
	}
	if k := f.front.Root.Get(list); k != nil {
		for _, item := range k.Value.Items {
			if item.Table == nil {
				continue
			}
			if id := item.Table.Get("id"); id != nil && id.Value.Text == p.Old {
				switch {
				case p.Name == "":
					return item.Table, "id", nil
				case p.Kind == Source:
					return item.Table, "title", nil
				}
				return item.Table, "name", nil
			}
		}
	}
	return nil, "", mistake("%s has no %s `%s`", f.name, strings.ReplaceAll(string(p.Kind), "-", " "), p.Old)
}
