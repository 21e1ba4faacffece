package rename

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a site with some of its files as they would be.
type tree struct {
	under fs.FS
	files map[string][]byte // that are there otherwise
	gone  map[string]bool   // files and folders that are not there
	moved [2]string         // a folder that stands elsewhere
}

// Tree is the site as the edits leave it.
func (e Edits) Tree(under fs.FS) fs.FS {
	t := &tree{under: under, files: map[string][]byte{}, gone: map[string]bool{}, moved: e.Folder}
	for _, f := range e.Files {
		if f.Path != f.To {
			t.gone[f.Path] = true
		}
	}
	for _, f := range e.Files {
		t.files[f.To] = f.After
		delete(t.gone, f.To)
	}
	return t
}

// from is what a name is called below; empty for nothing.
func (t *tree) from(name string) string {
	old, now := t.moved[0], t.moved[1]
	switch {
	case old == "":
	case name == now || strings.HasPrefix(name, now+"/"):
		return old + strings.TrimPrefix(name, now)
	case name == old || strings.HasPrefix(name, old+"/"):
		return ""
	}
	if t.gone[name] {
		return ""
	}
	return name
}

// Open opens a file or folder.
func (t *tree) Open(name string) (fs.File, error) {
	if data, ok := t.files[name]; ok {
		return &opened{entry{path.Base(name), int64(len(data))}, bytes.NewReader(data)}, nil
	}
	from := t.from(name)
	if from == "" || !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return t.under.Open(from)
}

// ReadDir lists a folder.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	from := t.from(name)
	if from == "" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	list, err := fs.ReadDir(t.under, from)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(e fs.DirEntry) bool {
		at := path.Join(name, e.Name())
		_, instead := t.files[at]
		return instead || t.from(at) == ""
	})
	for at, data := range t.files {
		if path.Dir(at) == name {
			list = append(list, entry{path.Base(at), int64(len(data))})
		}
	}
	if now := t.moved[1]; now != "" && path.Dir(now) == name {
		if info, err := fs.Stat(t.under, t.moved[0]); err == nil {
			list = append(list, renamed{fs.FileInfoToDirEntry(info), path.Base(now)})
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// renamed is a folder under its new name.
type renamed struct {
	fs.DirEntry
	name string
}

func (r renamed) Name() string { return r.name }

// entry describes a file of bytes.
type entry struct {
	name string
	size int64
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) Mode() fs.FileMode          { return 0o644 }
func (e entry) Type() fs.FileMode          { return 0 }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) IsDir() bool                { return false }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

// opened is a file of bytes.
type opened struct {
	entry
	io.Reader
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.entry, nil }
func (o *opened) Close() error               { return nil }
