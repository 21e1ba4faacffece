package theme

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Overlay lays a site's own files over the embedded ones: its copy of a file
// wins, file by file, and what it has not copied comes from the program. Own
// may be nil.
func Overlay(own, embedded fs.FS) fs.FS {
	if own == nil {
		return embedded
	}
	return overlay{own, embedded}
}

type overlay struct{ own, embedded fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.own.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.embedded.Open(name)
	}
	return f, err
}

// ReadDir lists both folders as one, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	ours, err := fs.ReadDir(o.own, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	theirs, embeddedErr := fs.ReadDir(o.embedded, name)
	if embeddedErr != nil && (err != nil || !errors.Is(embeddedErr, fs.ErrNotExist)) {
		return nil, embeddedErr
	}
	all := append(ours, theirs...)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
