package bench

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/build"
	"shortlist/internal/output"
)

// now is the day on which every benchmark is built.
var now = time.Date(2025, 12, 1, 0, 0, 0, 0, time.UTC)

// tree is a publication in memory.
func (p Publication) tree() fs.FS {
	files := fstest.MapFS{}
	p.Shortlist(func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }, false)
	return index(files)
}

// nowhere takes files and keeps none.
type nowhere struct {
	output.Sink
}

func (n *nowhere) Begin(context.Context, output.Settings) error { return nil }
func (n *nowhere) Discard() error                               { return nil }
func (n *nowhere) Commit() (output.Result, error)               { return output.Result{}, nil }
func (n *nowhere) Write(_ string, render func(io.Writer) error) error {
	var b bytes.Buffer
	return render(&b)
}

// indexed is a tree that lists its folders without looking at every file, as a
// disk does and fstest.MapFS does not.
type indexed struct {
	fstest.MapFS
	folders map[string][]fs.DirEntry
}

func index(files fstest.MapFS) fs.FS {
	x := indexed{files, map[string][]fs.DirEntry{}}
	seen := map[string]bool{".": true}
	for name := range files {
		for dir := path.Dir(name); !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			files[dir] = &fstest.MapFile{Mode: fs.ModeDir | 0o755}
		}
	}
	for name, file := range files {
		info := entry{path.Base(name), file}
		x.folders[path.Dir(name)] = append(x.folders[path.Dir(name)], fs.FileInfoToDirEntry(info))
	}
	for _, list := range x.folders {
		slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return x
}

type entry struct {
	name string
	file *fstest.MapFile
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return int64(len(e.file.Data)) }
func (e entry) Mode() fs.FileMode  { return e.file.Mode }
func (e entry) ModTime() time.Time { return e.file.ModTime }
func (e entry) IsDir() bool        { return e.file.Mode.IsDir() }
func (e entry) Sys() any           { return nil }

func (x indexed) ReadDir(name string) ([]fs.DirEntry, error) { return x.folders[name], nil }

func (x indexed) Stat(name string) (fs.FileInfo, error) {
	if file := x.MapFS[name]; file != nil {
		return entry{path.Base(name), file}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

func (x indexed) Open(name string) (fs.File, error) {
	file := x.MapFS[name]
	if file == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &opened{bytes.NewReader(file.Data), entry{path.Base(name), file}}, nil
}

type opened struct {
	*bytes.Reader
	info entry
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *opened) Close() error               { return nil }

func (x indexed) Sub(dir string) (fs.FS, error) { return nil, fs.ErrNotExist }

// BenchmarkBuild builds a publication of -guides (100) into nowhere.
func BenchmarkBuild(b *testing.B) {
	p := Sized(500)
	if *guides > 0 {
		p = Sized(5 * *guides)
	}
	tree := p.tree()
	for b.Loop() {
		r, err := build.Run(b.Context(), build.Options{Site: tree, Now: now, Sink: &nowhere{}})
		if err != nil || !r.Published {
			b.Fatal(err, r.Problems)
		}
	}
}
