package output

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"time"
)

// tree is a read-only file system over bytes in memory.
type tree struct {
	files   map[string]kept
	folders map[string][]string // the paths of what is in each folder, sorted
}

func newTree(files map[string]kept) *tree {
	t := &tree{files: files, folders: map[string][]string{".": nil}}
	seen := map[string]bool{".": true}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for at := name; !seen[at]; at = path.Dir(at) {
			seen[at] = true
			up := path.Dir(at)
			t.folders[up] = append(t.folders[up], at)
		}
	}
	for _, names := range t.folders {
		slices.Sort(names)
	}
	return t
}

// Open opens a file or a folder.
func (t *tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	n, ok := t.node(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if !n.IsDir() {
		content, err := t.files[name].read()
		return &openFile{node: n, Reader: bytes.NewReader(content)}, err
	}
	open := &openFolder{node: n}
	for _, below := range t.folders[name] {
		entry, _ := t.node(below)
		open.left = append(open.left, fs.FileInfoToDirEntry(entry))
	}
	return open, nil
}

// ReadFile returns a copy of a file's bytes.
func (t *tree) ReadFile(name string) ([]byte, error) {
	k, ok := t.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	content, err := k.read()
	return bytes.Clone(content), err
}

func (t *tree) node(name string) (node, bool) {
	if k, ok := t.files[name]; ok {
		return node{name: path.Base(name), size: k.size}, true
	}
	_, ok := t.folders[name]
	return node{name: path.Base(name), folder: true}, ok
}

// node describes one file or folder; it has no times, since the same site is
// the same bytes.
type node struct {
	name   string
	size   int64
	folder bool
}

func (n node) Name() string       { return n.name }
func (n node) Size() int64        { return n.size }
func (n node) ModTime() time.Time { return time.Time{} }
func (n node) IsDir() bool        { return n.folder }
func (n node) Sys() any           { return nil }

func (n node) Mode() fs.FileMode {
	if n.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type openFile struct {
	node
	*bytes.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFile) Close() error               { return nil }
func (f *openFile) Size() int64                { return f.node.Size() }

type openFolder struct {
	node
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	part := f.left[:n:n]
	f.left = f.left[n:]
	return part, nil
}
