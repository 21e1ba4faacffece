package history

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is the files of a revision, in memory. A symbolic link is a node of its
// own, which is not followed: content refuses links, and must see them to do so.
type tree map[string]*node // by path; folders too, the root as "."

// node is a file, a link or a folder.
type node struct {
	name     string
	mode     fs.FileMode
	data     []byte
	children []*node // of a folder, by name
}

func newTree() tree { return tree{".": {name: ".", mode: fs.ModeDir | 0o755}} }

// add puts a node at a path, and the folders that it needs around it.
func (t tree) add(name string, mode fs.FileMode, data []byte) {
	if _, there := t[name]; there {
		return
	}
	n := &node{name: path.Base(name), mode: mode, data: data}
	t[name] = n
	folder := path.Dir(name)
	t.add(folder, fs.ModeDir|0o755, nil)
	up := t[folder]
	at, _ := slices.BinarySearchFunc(up.children, n, func(a, b *node) int { return strings.Compare(a.name, b.name) })
	up.children = slices.Insert(up.children, at, n)
}

// Open opens a file or folder.
func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	n, there := t[name]
	switch {
	case !there:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case n.mode.IsDir():
		return &openFolder{info{n}, 0}, nil
	}
	return &openFile{info{n}, bytes.NewReader(n.data)}, nil
}

// info describes a node. Git keeps no times, so there are none.
type info struct{ n *node }

func (i info) Name() string               { return i.n.name }
func (i info) Size() int64                { return int64(len(i.n.data)) }
func (i info) Mode() fs.FileMode          { return i.n.mode }
func (i info) Type() fs.FileMode          { return i.n.mode.Type() }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) IsDir() bool                { return i.n.mode.IsDir() }
func (i info) Sys() any                   { return nil }
func (i info) Info() (fs.FileInfo, error) { return i, nil }
func (i info) Stat() (fs.FileInfo, error) { return i, nil }
func (i info) Close() error               { return nil }

type openFile struct {
	info
	*bytes.Reader
}

func (f *openFile) Size() int64 { return f.info.Size() }

type openFolder struct {
	info
	at int
}

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.n.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next nodes of the folder, in the order of their names.
func (f *openFolder) ReadDir(count int) ([]fs.DirEntry, error) {
	rest := f.n.children[f.at:]
	if count > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if count > 0 {
		rest = rest[:min(count, len(rest))]
	}
	f.at += len(rest)
	out := make([]fs.DirEntry, len(rest))
	for i, n := range rest {
		out[i] = info{n}
	}
	return out, nil
}
