//go:build !linux

package folder

import (
	"io/fs"
	"path"
)

// Look is for asking of thousands of files. On this system each is asked for as
// [Folder.Lstat] does.
type Look struct{ in *Folder }

// Look looks at files below the folder.
func (f *Folder) Look() (*Look, error) { return &Look{f}, nil }

// Close gives it up.
func (l *Look) Close() error { return nil }

// At looks at a file by its name.
func (l *Look) At(name string) (Seen, error) {
	info, err := l.in.Lstat(name)
	if err != nil {
		return Seen{}, err
	}
	mark, changed := Mark(info)
	return Seen{mark, changed, info.Size()}, nil
}

// Walk visits all that lies in the folder, each folder before what is in it, and
// follows no link. Where visit says no, what is in a folder is left out.
func (l *Look) Walk(visit func(name string, kind fs.FileMode) (into bool)) error {
	return fs.WalkDir(l.in, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && !visit(name, e.Type()) && e.IsDir():
			return fs.SkipDir
		}
		return nil
	})
}

// Folder visits what lies in one folder, without what is below that.
func (l *Look) Folder(name string, visit func(name string, kind fs.FileMode) (into bool)) error {
	entries, err := l.in.ReadDir(name)
	for _, e := range entries {
		visit(path.Join(name, e.Name()), e.Type())
	}
	return err
}
