package content

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"unicode/utf8"

	"shortlist/internal/content/front"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
)

// reader reads one file and collects what is wrong with it.
type reader struct {
	file      *front.File
	noun      string // what the file describes: "guide"
	list      diag.List
	root      *fields
	tables    []*fields
	lines     string // of a file that is neither TOML nor Markdown
	cited     []citation
	accepted  []guide.Accepted
	addresses []guide.Address
	now       guide.Date
	language  string            // of the site
	facts     []guide.Attribute // of the site; nil where they could not be read
	uses      []*guide.Source   // that it cites, as far as they were found
	shows     []string          // the pictures beside it that it shows
	withheld  []string          // of a guide, the entries that are drafts and not shown

	// What the next load needs, which may find the file unchanged.
	sum      [sha256.Size]byte // of its bytes
	readable bool              // its bytes could be read
	parsed   int               // how many findings the file by itself has
	judged   int               // the same, with those of the second pass
}

// ref is the name of something that another file or table defines.
type ref struct {
	name string
	at   diag.Span
}

// citation is one id of one pair of brackets, in the body or in a field.
type citation = ref

// open reads a file. Whatever is wrong with it, the reader that it returns can be
// asked for keys; a file without readable front matter has none and lacks none.
func open(bytesOf func(path string) ([]byte, error), path, noun string) *reader {
	r := &reader{noun: noun, file: &front.File{Path: path}}
	data, err := bytesOf(path)
	r.sum, r.readable = sha256.Sum256(data), err == nil
	switch {
	case err != nil:
		r.report(unreadableFile, diag.Span{File: path}, "the file cannot be read: "+reason(err), "")
	case noun == "site", noun == "relationships file":
		r.file, r.list = front.TOML(path, data, front.MaxFrontMatter)
	case noun == addressesNoun:
		r.lines = string(data)
	case noun == "edition":
		r.file, r.list = front.TOML(path, data, maxEdition)
	default:
		r.file, r.list = front.Markdown(path, data)
	}
	r.root = &fields{r: r, t: r.file.Root, noun: noun}
	r.tables = []*fields{r.root}
	return r
}

// absent stands for a file that is not there; that is reported elsewhere.
func absent(path, noun string) *reader {
	r := &reader{noun: noun, file: &front.File{Path: path}}
	r.root = &fields{r: r, noun: noun}
	return r
}

// readFile reads a file, but never much more of it than package front accepts.
func readFile(tree fs.FS, path string) ([]byte, error) {
	f, err := tree.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, front.MaxFile+1))
}

// broken reports whether the front matter could not be read at all, so that
// nothing may be concluded from what it does not say.
func (r *reader) broken() bool { return r.file.Root == nil }

// finish reports the keys that are unknown or missing, now that all were asked for.
func (r *reader) finish() {
	for _, f := range r.tables {
		f.reportUnknown()
	}
	for _, f := range r.tables {
		f.reportMissing()
	}
	r.parsed = len(r.list)
}

// release forgets the tree of the front matter, which takes several times the room
// of what was read from it. The values that wait for the second pass are kept, and
// lose their way up to the others.
func (r *reader) release() {
	for _, f := range r.tables {
		if f.t != nil {
			f.t.Up = nil
		}
	}
	r.root, r.tables = nil, nil
	if r.file.Root != nil {
		r.file.Root = &front.Table{}
	}
}

func (r *reader) report(rule *diag.Rule, at diag.Span, message, hint string) {
	r.list.Add(rule, at, message, hint)
}

// wrongType reports a value of the wrong kind. One that package front has refused
// was reported there.
func (r *reader) wrongType(v *front.Value, name, want, hint string) {
	if v.Kind == front.Refused {
		return
	}
	r.report(wrongType, v.Span, fmt.Sprintf("`%s` must be %s, not %s", name, want, v.Kind), hint)
}

// firstLine is where something that the whole file lacks is reported.
func (r *reader) firstLine() diag.Span {
	line := r.file.Line(1)
	return diag.Span{File: r.file.Path, Line: 1, Column: 1, Width: max(1, utf8.RuneCountInString(line)), Text: line}
}

// origin is where the file itself begins.
func (r *reader) origin() guide.Origin {
	return guide.Origin{File: r.file.Path, Line: 1, Column: 1}
}

func origin(at diag.Span) guide.Origin {
	return guide.Origin{File: at.File, Line: at.Line, Column: at.Column}
}

// unique reports the names that were already there, and returns the others.
func (r *reader) unique(refs []ref, what string) []ref {
	var out []ref
	for _, x := range refs {
		if slices.ContainsFunc(out, func(y ref) bool { return y.name == x.name }) {
			r.report(duplicateValue, x.at, fmt.Sprintf("%s `%s` is given twice", what, x.name), "remove one")
			continue
		}
		out = append(out, x)
	}
	return out
}

func names(refs []ref) []string {
	var out []string
	for _, x := range refs {
		out = append(out, x.name)
	}
	return out
}
