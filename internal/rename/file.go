package rename

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/markdown"
)

// file is one file with what is replaced in it.
type file struct {
	name    string
	raw     []byte
	front   *front.File
	lines   []int // where each begins in raw
	changes []replacement
}

// replacement puts other bytes in the place of some.
type replacement struct {
	from, to int
	with     string
}

// maxTOML is far above what a file may be that people write.
const maxTOML = 1 << 20

func parse(name string, raw []byte) *file {
	f := &file{name: name, raw: raw, lines: []int{0}}
	if strings.HasSuffix(name, ".toml") {
		f.front, _ = front.TOML(name, raw, maxTOML)
	} else {
		f.front, _ = front.Markdown(name, raw)
	}
	for i, c := range raw {
		if c == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// at is where a place stands in the bytes of the file, which may have a mark at its
// start and other ends of lines than what was read.
func (f *file) at(line, column int) int {
	i := f.lines[min(line, len(f.lines))-1]
	if line == 1 && bytes.HasPrefix(f.raw, []byte("\ufeff")) {
		i += len("\ufeff")
	}
	for range column - 1 {
		_, size := utf8.DecodeRune(f.raw[i:])
		i += size
	}
	return i
}

// replace puts other words at a place.
func (f *file) replace(at diag.Span, with string) {
	f.changes = append(f.changes, replacement{f.at(at.Line, at.Column), f.end(at), with})
}

// insert puts words before a byte.
func (f *file) insert(at int, words string) {
	f.changes = append(f.changes, replacement{at, at, words})
}

// end is the first byte behind a span.
func (f *file) end(at diag.Span) int { return f.at(at.Line, at.Column+at.Width) }

// eol is how the file ends its lines.
func (f *file) eol() string {
	if bytes.Contains(f.raw, []byte("\r\n")) {
		return "\r\n"
	}
	return "\n"
}

// each goes through all values of the front matter with the names of the keys that
// lead there: ["alternatives", "provider"] of an element of a list, too.
func (f *file) each(do func(path []string, v *front.Value)) {
	if f.front.Root == nil {
		return
	}
	var table func(path []string, t *front.Table)
	var value func(path []string, v *front.Value)
	value = func(path []string, v *front.Value) {
		do(path, v)
		for _, item := range v.Items {
			value(path, item)
		}
		if v.Table != nil {
			table(path, v.Table)
		}
	}
	table = func(path []string, t *front.Table) {
		for _, k := range t.Keys {
			value(append(path[:len(path):len(path)], k.Name), k.Value)
		}
	}
	table(nil, f.front.Root)
}

// cited goes through the ids of all citations, with what puts another in place.
func (f *file) cited(do func(id string, put func(string))) {
	f.each(func(_ []string, v *front.Value) {
		if v.Kind != front.String || !strings.Contains(v.Text, "[@") {
			return
		}
		for _, c := range markdown.ParseLine(v.Text).Citations {
			f.ids(v.Text, c.Start, c.End, c.IDs, v.TextSpan, do)
		}
	})
	for _, c := range markdown.Parse(f.front.Body).Citations {
		f.ids(f.front.Body, c.Start, c.End, c.IDs, f.front.BodySpan, do)
	}
}

// ids goes through the ids of one citation, each at its own place.
func (f *file) ids(text string, from, end int, ids []string, span func(offset, width int) diag.Span, do func(string, func(string))) {
	for _, id := range ids {
		i := strings.Index(text[from:end], "@"+id)
		if i < 0 {
			return
		}
		start := from + i + 1
		from = start + len(id)
		do(id, func(with string) { f.replace(span(start, len(id)), with) })
	}
}

// linked goes through the destinations of all links and of what else is an address
// in the front matter.
func (f *file) linked(do func(destination string, put func(string))) {
	f.each(func(path []string, v *front.Value) {
		if v.Kind == front.String && strings.Contains(v.Text, "/") && !strings.ContainsAny(v.Text, " \n") && path[0] != "aliases" {
			do(v.Text, func(with string) { f.replace(v.TextSpan(0, utf8.RuneCountInString(v.Text)), with) })
		}
	})
	for _, l := range markdown.Parse(f.front.Body).Links {
		i := strings.LastIndex(f.front.Body[l.Start:l.End], l.Destination)
		if i < 0 { // written with escapes, or behind the text
			continue
		}
		start := l.Start + i
		do(l.Destination, func(with string) {
			f.replace(f.front.BodySpan(start, utf8.RuneCountInString(l.Destination)), with)
		})
	}
}
