package content

import (
	"slices"

	"shortlist/internal/content/front"
)

// Key is one key of a schema, as it is written in front matter.
type Key struct {
	Name     string
	Required bool
	Repeats  bool     // it is written [[name]], once for each of several
	Choices  []string // the words that it takes, where they are few; the first is what it is when left out
	Keys     []*Key   // of the table that it is
	Meaning  string   // in a few words, for a person
	Example  string   // a value in TOML; empty for a table
}

// Kinds are the kinds of files that a person writes.
var Kinds = []string{"guide", "provider", "entry", "article", "author", "page", "site", "relationships"}

// Schema lists the keys of a kind of file, in the order in which they are asked
// for; nil for a kind that there is not.
//
// It is made by the very functions that read a file: they are run once on nothing,
// and each key that they ask for is noted. So a key that is read is in here, and
// one that is not is not.
func Schema(kind string) []*Key {
	read, ok := map[string]func(*reader){
		"guide":         func(r *reader) { readGuide(r, "name") },
		"provider":      func(r *reader) { readProvider(r, "name") },
		"entry":         func(r *reader) { readEntry(r, "name") },
		"article":       func(r *reader) { readArticle(r, "name") },
		"author":        func(r *reader) { readAuthor(r, "name") },
		"page":          func(r *reader) { readPage(r, "name") },
		"site":          func(r *reader) { readPublication(r) },
		"relationships": func(r *reader) { readRelationships(r) },
	}[kind]
	if !ok {
		return nil
	}
	r := absent("", kind)
	r.root.t, r.root.keys = &front.Table{}, new([]*Key)
	r.tables = []*fields{r.root}
	read(r)
	explain(kind, "", *r.root.keys)
	return *r.root.keys
}

// asked notes that a key was asked for. One that is asked for twice is one key.
func (f *fields) asked(name string, n need) {
	if !slices.ContainsFunc(*f.keys, func(k *Key) bool { return k.Name == name }) {
		*f.keys = append(*f.keys, &Key{Name: name, Required: n == required})
	}
}

// last is the key that was asked for last.
func (f *fields) last() *Key { return (*f.keys)[len(*f.keys)-1] }

// explain gives each key the words of [meanings]: those of its kind, else those
// that all kinds share.
func explain(kind, above string, keys []*Key) {
	for _, k := range keys {
		path := above + k.Name
		m, ok := meanings[kind+" "+path]
		if !ok {
			m = meanings["* "+path]
		}
		k.Meaning, k.Example = m.text, m.example
		explain(kind, path+".", k.Keys)
	}
}
