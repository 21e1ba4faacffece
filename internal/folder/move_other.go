//go:build !unix

package folder

import (
	"os"
	"path/filepath"
	"strings"
)

const (
	nonBlocking = 0
	noFollow    = 0
)

// paths are the two ends of a move, checked as far as this system lets them be.
func (f *Folder) paths(op, name string, to *Folder, as string) (string, string, error) {
	if err := f.aboveIsReal(op, name); err != nil {
		return "", "", err
	}
	if err := to.aboveIsReal(op, as); err != nil {
		return "", "", err
	}
	return filepath.Join(f.path, filepath.FromSlash(name)), filepath.Join(to.path, filepath.FromSlash(as)), nil
}

// Move renames a file into another folder, over what has that name there.
func (f *Folder) Move(name string, to *Folder, as string) error {
	f.forget(name)
	from, target, err := f.paths("rename", name, to, as)
	if err != nil {
		return err
	}
	return os.Rename(from, target)
}

// MoveNew renames a file into another folder. The error is [fs.ErrExist] where
// anything has that name.
func (f *Folder) MoveNew(name string, to *Folder, as string) error {
	if err := f.Link(name, to, as); err != nil {
		return err
	}
	return f.Remove(name)
}

// Link gives a file a second name in another folder. The error is [fs.ErrExist]
// where anything has that name.
func (f *Folder) Link(name string, to *Folder, as string) error {
	from, target, err := f.paths("link", name, to, as)
	if err != nil {
		return err
	}
	return os.Link(from, target)
}

// CanMove reports whether files can be renamed from here into another folder.
func (f *Folder) CanMove(to *Folder) bool {
	return strings.EqualFold(filepath.VolumeName(f.path), filepath.VolumeName(to.path))
}
