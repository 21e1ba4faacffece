// Package rename works out how the files of a site change when something in it gets
// another slug or id: which files move, and which words in them are its old name.
//
// Names are found where files are read: in the tree of the front matter, and among
// the citations and links of the text, at the places that [front] and [markdown]
// know. Everything else of a file, its comments, spaces and ends of lines, stays
// byte for byte. Frozen editions are never touched: what was renamed says so itself,
// under `formerly`.
//
// Nothing is written here. [Plan] returns the edits, and [Tree] is the site as they
// would leave it, to be checked before anything is.
package rename

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Kind is what is renamed.
type Kind string

const (
	Provider Kind = "provider"
	Guide    Kind = "guide"
	Article  Kind = "article"
	Author   Kind = "author"
	Lens     Kind = "lens"
	UseCase  Kind = "use-case"
	Source   Kind = "source"
)

// Kinds are all of them.
var Kinds = []Kind{Provider, Guide, Article, Author, Lens, UseCase, Source}

// Change is one renaming.
type Change struct {
	Kind     Kind
	In       string // of a lens or use case, the guide's slug; of a source, its file
	Old, New string // slugs or ids
	Name     string // the new name or title, empty where that stays
}

// Edit is what happens to one file.
type Edit struct {
	Path, To      string // To is another name where it moves
	Before, After []byte // equal where it only moves
}

// Edits are what happens to a site.
type Edits struct {
	Files  []Edit // in the order of their paths
	Folder [2]string
}

// Mistake is a change that cannot be made of these files, in words for who asked
// for it.
type Mistake struct{ Message string }

func (m *Mistake) Error() string { return m.Message }

func mistake(format string, args ...any) error { return &Mistake{fmt.Sprintf(format, args...)} }

// Plan works out the edits. The files must be free of errors: what cannot be read is
// left alone.
func Plan(tree fs.FS, c Change) (Edits, error) {
	p := &plan{Change: c, tree: tree, names: map[string]bool{}}
	if err := p.read(); err != nil {
		return Edits{}, err
	}
	own, err := p.own()
	if err != nil {
		return Edits{}, err
	}
	p.providers()
	for _, name := range p.files {
		f := p.parsed[name]
		if name == own {
			if err := p.rename(f); err != nil {
				return Edits{}, err
			}
		}
		p.references(f)
		to := p.moved(name)
		after := f.edited()
		if to != name || !bytes.Equal(after, f.raw) {
			p.out.Files = append(p.out.Files, Edit{Path: name, To: to, Before: f.raw, After: after})
		}
	}
	return p.out, nil
}

// plan is a change while it is worked out.
type plan struct {
	Change
	tree   fs.FS
	files  []string
	parsed map[string]*file
	names  map[string]bool // slugs of providers
	out    Edits
}

// read reads every file that a person writes.
func (p *plan) read() error {
	p.parsed = map[string]*file{}
	return fs.WalkDir(p.tree, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		switch {
		case strings.HasPrefix(base, ".") || base == "README.md":
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() && base == "editions":
			return fs.SkipDir
		case !e.Type().IsRegular() || path.Ext(name) != ".md" && path.Ext(name) != ".toml":
			return nil
		}
		raw, err := fs.ReadFile(p.tree, name)
		if err != nil {
			return err
		}
		p.files = append(p.files, name)
		p.parsed[name] = parse(name, raw)
		return nil
	})
}

// own is the file that says what is renamed.
func (p *plan) own() (string, error) {
	file := map[Kind]string{
		Provider: "content/providers/" + p.Old + ".md", Guide: "content/guides/" + p.Old + "/guide.md",
		Article: "content/articles/" + p.Old + ".md", Author: "content/authors/" + p.Old + ".md",
		Lens: "content/guides/" + p.In + "/guide.md", UseCase: "content/guides/" + p.In + "/guide.md", Source: p.In,
	}[p.Kind]
	if p.parsed[file] == nil {
		return "", mistake("there is no file %s", file)
	}
	if p.Kind == Guide {
		p.out.Folder = [2]string{"content/guides/" + p.Old, "content/guides/" + p.New}
		if _, err := fs.Stat(p.tree, p.out.Folder[1]); err == nil {
			return "", mistake("there is a folder %s already", p.out.Folder[1])
		}
	}
	for _, name := range p.files {
		if to := p.moved(name); to != name {
			if _, err := fs.Stat(p.tree, to); err == nil {
				return "", mistake("there is a file %s already", to)
			}
		}
	}
	return file, nil
}

// moved is where a file stands afterwards.
func (p *plan) moved(name string) string {
	dir, base := path.Split(name)
	switch p.Kind {
	case Provider:
		if base == p.Old+".md" && (dir == "content/providers/" || strings.HasPrefix(dir, "content/guides/") && strings.HasSuffix(dir, "/entries/")) {
			return dir + p.New + ".md"
		}
	case Article, Author:
		if name == fmt.Sprintf("content/%ss/%s.md", p.Kind, p.Old) {
			return dir + p.New + ".md"
		}
	case Guide:
		if rest, ok := strings.CutPrefix(name, "content/guides/"+p.Old+"/"); ok {
			return "content/guides/" + p.New + "/" + rest
		}
	}
	return name
}

func (p *plan) providers() {
	for _, name := range p.files {
		if slug, ok := strings.CutPrefix(name, "content/providers/"); ok {
			p.names[strings.TrimSuffix(slug, ".md")] = true
		}
	}
}

// edited is the file with its replacements.
func (f *file) edited() []byte {
	slices.SortStableFunc(f.changes, func(a, b replacement) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, r := range f.changes {
		if r.from < at {
			continue // the same words were found in two ways
		}
		out = append(append(out, f.raw[at:r.from]...), r.with...)
		at = r.to
	}
	return append(out, f.raw[at:]...)
}
