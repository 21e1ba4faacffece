// Package scaffold writes the files that somebody begins with: a publication, or
// one guide, provider, entry, article, author or page.
//
// What keys a file may have it takes from [content.Schema], which is made by the
// functions that read such a file. So a key that the program learns to read stands
// in the next file that is begun, with its meaning and its choices, and none stands
// there that nothing reads.
package scaffold

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"shortlist/internal/content"
)

// File is a file that is begun. Keys are paths, "criteria.weight"; values are TOML.
type File struct {
	Kind    string
	Set     map[string]string              // what its keys are; an optional one that is not here is a remark
	Tables  map[string][]map[string]string // the tables that it has: for each its keys
	Lines   map[string][]string            // the lines of a table whose keys are names that the author chose
	Remarks map[string]string              // other examples for keys that are remarks
	Body    string
}

// Text is the file. Its keys are all that the schema has, in two groups: what must
// be there, and, as remarks, what may be.
func (f File) Text() string {
	var b strings.Builder
	keys := content.Schema(f.Kind)
	toml := f.Kind == "site" || f.Kind == "relationships"
	if !toml {
		b.WriteString("+++\n")
	}
	b.WriteString("# A line that begins with # says nothing: take the # away to use a key. The last # of a line explains it.\n\n")
	f.plain(&b, keys, "", f.Set, false)
	for _, k := range keys {
		if isTable(k) {
			f.table(&b, k, k.Name)
		}
	}
	if !toml {
		b.WriteString("+++\n" + f.Body)
	}
	return b.String()
}

// isTable reports whether a key is written as a table with a header of its own.
func isTable(k *content.Key) bool { return k.Example == "" }

// plain writes the keys of one table that are no tables: first those that it has,
// then, as remarks, the others. All of them are remarks where the table is one.
func (f File) plain(b *strings.Builder, keys []*content.Key, above string, set map[string]string, remark bool) {
	has := func(k *content.Key) bool { return set[above+k.Name] != "" || k.Required }
	width := 0
	for _, k := range keys {
		if !isTable(k) {
			width = max(width, utf8.RuneCountInString(f.line(k, above, set)))
		}
	}
	width = min(width, 48)
	write := func(k *content.Key, off bool) {
		line := f.line(k, above, set)
		if off {
			line = "# " + line
		}
		b.WriteString(line + strings.Repeat(" ", max(0, width+2-utf8.RuneCountInString(line))) + "  # " + meaning(k) + "\n")
	}
	for _, optional := range []bool{false, true} {
		for _, k := range keys {
			if !isTable(k) && has(k) != optional {
				write(k, remark || optional)
			}
		}
	}
}

func (f File) line(k *content.Key, above string, set map[string]string) string {
	value := set[above+k.Name]
	if value == "" {
		value = f.Remarks[above+k.Name]
	}
	if value == "" {
		value = k.Example
	}
	return k.Name + " = " + value
}

// meaning is what a key is for, with the words that it takes.
func meaning(k *content.Key) string {
	if len(k.Choices) == 0 {
		return k.Meaning
	}
	return k.Meaning + "; one of " + strings.Join(k.Choices, ", ")
}

// table writes a table as often as the file has it, and as a remark where it has
// none.
func (f File) table(b *strings.Builder, k *content.Key, path string) {
	if lines, ok := f.Lines[path]; ok {
		fmt.Fprintf(b, "\n%s\n%s\n", header(k, path, false), strings.Join(lines, "\n"))
		return
	}
	given := f.Tables[path]
	for i, set := range given {
		if i > 0 { // explained once
			fmt.Fprintf(b, "\n[[%s]]\n", path)
			for _, key := range k.Keys {
				if value := set[key.Name]; value != "" {
					fmt.Fprintf(b, "%s = %s\n", key.Name, value)
				}
			}
			continue
		}
		b.WriteString("\n" + header(k, path, false) + "\n")
		f.plain(b, k.Keys, "", set, false)
	}
	if len(given) == 0 {
		b.WriteString("\n" + header(k, path, true) + "\n")
		f.plain(b, k.Keys, "", nil, true)
		for _, inner := range k.Keys {
			if isTable(inner) {
				f.table(b, inner, path+"."+inner.Name)
			}
		}
	}
}

func header(k *content.Key, path string, remark bool) string {
	line := "[" + path + "]"
	if k.Repeats {
		line = "[" + line + "]"
	}
	if remark {
		line = "# " + line
	}
	if k.Meaning != "" {
		line += "  # " + k.Meaning
	}
	return line
}
