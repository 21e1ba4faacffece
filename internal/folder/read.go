package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
)

// Open opens a regular file or a folder.
func (f *Folder) Open(name string) (fs.File, error) {
	info, err := f.Lstat(name)
	if err != nil {
		return nil, f.fail(err)
	}
	if info.IsDir() {
		entries, err := f.ReadDir(name)
		if err != nil {
			return nil, err
		}
		return &listing{info, entries}, nil
	}
	in, err := f.open(name, info)
	if err != nil {
		return nil, f.fail(err)
	}
	return &reading{in, f}, nil
}

// open opens a file that has been looked at. It does not wait for what is at the
// other end of a pipe, should one have come in its place.
func (f *Folder) open(name string, info fs.FileInfo) (*os.File, error) {
	if what := Kind(info.Mode()); what != "" {
		return nil, refuse("open", name, "it is "+what)
	}
	in, err := f.reader(name)
	if err != nil {
		return nil, err
	}
	opened, err := in.Stat()
	if err == nil && !sameFile(info, opened) {
		err = refuse("open", name, "it was replaced while it was opened")
	}
	if err != nil {
		in.Close()
		return nil, err
	}
	return in, nil
}

// entry is one that asks the folder for what its listing does not say.
type entry struct {
	fs.DirEntry
	f    *Folder
	name string
}

func (e entry) Info() (fs.FileInfo, error) { return e.f.lstat(e.name) }

func (f *Folder) reader(name string) (*os.File, error) {
	if in, ok := f.readDirect(name); ok {
		return in, nil
	}
	return f.root.OpenFile(name, os.O_RDONLY|nonBlocking, 0)
}

// ReadDir lists a folder by name.
func (f *Folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.checkFolder("open", name); err != nil {
		return nil, f.fail(err)
	}
	in, err := f.reader(name)
	if err != nil {
		return nil, f.fail(err)
	}
	defer in.Close()
	entries, err := in.ReadDir(-1)
	if err != nil {
		return nil, f.note(err)
	}
	for i, e := range entries {
		entries[i] = entry{e, f, path.Join(name, e.Name())}
	}
	sortByName(entries)
	return entries, nil
}

// ReadFile returns a file of at most [MaxHeld] bytes.
func (f *Folder) ReadFile(name string) ([]byte, error) { return f.ReadUpTo(name, MaxHeld) }

// ReadUpTo returns a file of at most so many bytes. A longer one is refused.
func (f *Folder) ReadUpTo(name string, most int64) ([]byte, error) {
	info, err := f.Lstat(name)
	if err != nil {
		return nil, f.fail(err)
	}
	in, err := f.open(name, info)
	if err != nil {
		return nil, f.fail(err)
	}
	defer in.Close()
	if info.Size() > most {
		return nil, refuse("read", name, fmt.Sprintf("it is longer than %d bytes", most))
	}
	var data bytes.Buffer
	data.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(in, most+1)); err != nil {
		return nil, f.note(err)
	}
	if int64(data.Len()) > most {
		return nil, refuse("read", name, fmt.Sprintf("it is longer than %d bytes", most))
	}
	return data.Bytes(), nil
}

// reading is a file that is being read.
type reading struct {
	in *os.File
	f  *Folder
}

func (r *reading) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	if !errors.Is(err, io.EOF) {
		r.f.note(err)
	}
	return n, err
}

func (r *reading) Seek(offset int64, whence int) (int64, error) { return r.in.Seek(offset, whence) }
func (r *reading) Stat() (fs.FileInfo, error)                   { return r.in.Stat() }
func (r *reading) Close() error                                 { return r.in.Close() }

// listing is an open folder, whose entries are known.
type listing struct {
	info fs.FileInfo
	left []fs.DirEntry
}

func (l *listing) Stat() (fs.FileInfo, error) { return l.info, nil }
func (l *listing) Close() error               { return nil }

func (l *listing) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: l.info.Name(), Err: fs.ErrInvalid}
}

// ReadDir returns the next entries.
func (l *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(l.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(l.left) {
		n = len(l.left)
	}
	part := l.left[:n:n]
	l.left = l.left[n:]
	return part, nil
}
