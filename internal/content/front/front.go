// Package front splits a content file into front matter and body, and reads
// the front matter as a tree in which every key and value knows its place.
//
// One forward scan of our own builds the tree. It covers TOML 1.1 and bounds
// what would overflow or stall the decoder (size, nesting, length of a key)
// before it gets a byte. github.com/BurntSushi/toml then judges what was
// scanned: a number or a date is valid if the decoder says so, and a file that
// it refuses is a problem even if the scan found none. Where the decoder is
// more lenient than TOML (it lets a dotted key reopen a table or overwrite a
// list), the scan is not. The fuzz tests hold the two together: the same keys,
// the same strings, the same verdict.
//
// Strings are decoded here, because only the scan knows which byte of the file
// a byte of the text came from. Numbers and dates stay as they are written:
// the decoder would put dates into the machine's time zone, and numbers are
// read as integers by whoever knows their scale.
//
// A file is read as LF text without a byte order mark, whatever its own line
// ends are, so that the same content is the same everywhere.
package front

import (
	"unicode/utf8"

	"shortlist/internal/diag"
)

// File is one file, split into its front matter and its body.
type File struct {
	Path     string
	Root     *Table // nil when the front matter could not be read; a key given twice counts as read, its first value stands, and so does a value that is Refused
	Body     string // LF line ends, no byte order mark
	BodyLine int    // the file's line on which Body begins; 0 when there is no body to judge: the file was refused or its front matter has no end
	text     *text
	bodyAt   int // where Body begins in text
}

// Bare is the file without its text and its tree.
func (f *File) Bare() *File { return &File{Path: f.Path, BodyLine: f.BodyLine} }

// Line returns a line of the file without its end, from 1; empty beyond it.
func (f *File) Line(n int) string {
	if f.text == nil || n < 1 || n > len(f.text.starts) {
		return ""
	}
	return f.text.line(n - 1)
}

// BodySpan is the place of width code points at a byte offset of the body.
// An offset beyond the body is taken as its end; a width that runs over the
// end of the line is cut there.
func (f *File) BodySpan(offset, width int) diag.Span {
	if f.text == nil {
		return diag.Span{File: f.Path}
	}
	return f.text.wide(f.bodyAt+min(max(offset, 0), len(f.Body)), width)
}

// Table is a table of any notation: the root, [a.b], an element of [[a]], a
// dotted key's, or an inline one.
type Table struct {
	Name   string    // as the author would call it: "", "scores", "sources" (for an element of [[sources]])
	Span   diag.Span // its header, its opening brace, or its first key; of the root, where the TOML begins
	Keys   []*Key    // in the order of the file
	Up     *Table    // the table that holds it; nil for the root
	origin origin
	index  map[string]*Key // made when there are many keys
}

// manyKeys is the number of keys from which a table is searched by its index.
const manyKeys = 12

// Get returns the key of that name, or nil.
func (t *Table) Get(name string) *Key {
	if t.index != nil {
		return t.index[name]
	}
	for _, k := range t.Keys {
		if k.Name == name {
			return k
		}
	}
	return nil
}

func (t *Table) add(k *Key) {
	t.Keys = append(t.Keys, k)
	if t.index != nil {
		t.index[k.Name] = k
	} else if len(t.Keys) == manyKeys {
		t.index = make(map[string]*Key, 2*manyKeys)
		for _, k := range t.Keys {
			t.index[k.Name] = k
		}
	}
}

// Key is a key with its value.
type Key struct {
	Name  string
	Span  diag.Span // of the key as written; of a dotted key, of its part
	Value *Value
}

// Kind is the type of a value.
type Kind int

const (
	String Kind = iota
	Integer
	Float
	Bool
	Datetime // any of TOML's four: see Raw
	Array
	Inline  // a table, however it was written
	Refused // a number or a date that is none; that has been reported
)

// String is the kind as an author would call it: "a string", "a number" ...
func (k Kind) String() string {
	return [...]string{"a string", "a whole number", "a number", "true or false", "a date", "a list", "a table", "a value"}[k]
}

// Value is a value with its place.
type Value struct {
	Kind  Kind
	Raw   string    // as written, for a number or a date, refused or not
	Text  string    // of a String, decoded
	Bool  bool      // of a Bool
	Items []*Value  // of an Array
	Table *Table    // of an Inline
	Span  diag.Span // as written; of a value over several lines, its part of the first

	headers bool    // of an Array: written as [[headers]]
	source  *text   // of a String
	literal literal // of a String
}

// Escapes reports whether a backslash in a String begins an escape, so that two
// are written for one.
func (v *Value) Escapes() bool { return v.Kind == String && v.literal.escapes }

// TextSpan is the place of width code points at a byte offset of a String's
// decoded Text, in the literal as it is written: an escape is as wide as its
// spelling, and a place behind a line end is on the later line. The offset of
// the end of Text is the place of the closing quote. For a value of another
// kind it is the value's own place.
func (v *Value) TextSpan(offset, width int) diag.Span {
	if v.Kind != String || v.source == nil {
		return v.Span
	}
	from, to := v.literal.to, v.literal.to+1
	decoded, found := 0, 0
	v.literal.each(v.source.s, func(at, size int, r rune) bool {
		decoded += utf8.RuneLen(r)
		if decoded <= offset {
			return true
		}
		if found == 0 {
			from = at
		}
		to = at + size
		found++
		return found < width
	})
	return v.source.span(from, to)
}
