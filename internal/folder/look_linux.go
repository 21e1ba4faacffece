package folder

import (
	"io/fs"
	"os"
	"path"
	"time"

	"golang.org/x/sys/unix"
)

// Look is for asking of thousands of files: one call to the system each, where
// [Folder.Lstat] makes one for each folder above, too. A link among those is
// followed, so it is for those who also list the folders ([Look.Walk]), and learn of
// a link there.
type Look struct{ top *os.File }

// Look opens the folder to look at files below it.
func (f *Folder) Look() (*Look, error) {
	top, err := f.root.Open(".")
	if err != nil {
		return nil, f.fail(err)
	}
	return &Look{top}, nil
}

// Close gives it up.
func (l *Look) Close() error { return l.top.Close() }

// At looks at a file by its name, without following it if it is a link itself.
func (l *Look) At(name string) (Seen, error) {
	var s unix.Stat_t
	if err := unix.Fstatat(int(l.top.Fd()), name, &s, unix.AT_SYMLINK_NOFOLLOW); err != nil {
		return Seen{}, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	seen := Seen{Size: s.Size, Changed: time.Unix(s.Ctim.Unix())}
	if s.Mode&unix.S_IFMT == unix.S_IFREG {
		seen.Mark = markOf(s.Size, time.Unix(s.Mtim.Unix()).UnixNano(), seen.Changed.UnixNano(), uint64(s.Dev), s.Ino)
	}
	return seen, nil
}

// Walk visits all that lies in the folder, each folder before what is in it, in no
// order otherwise, and follows no link. Where visit says no, what is in a folder is
// left out.
func (l *Look) Walk(visit func(name string, kind fs.FileMode) (into bool)) error {
	return walkBelow(int(l.top.Fd()), ".", "", visit)
}

// Folder visits what lies in one folder, without what is below that.
func (l *Look) Folder(name string, visit func(name string, kind fs.FileMode) (into bool)) error {
	in, entries, err := entriesOf(int(l.top.Fd()), name, name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		visit(path.Join(name, e.Name()), e.Type())
	}
	return in.Close()
}

func walkBelow(above int, name, prefix string, visit func(string, fs.FileMode) bool) error {
	in, entries, err := entriesOf(above, name, path.Join(prefix, name))
	if err != nil {
		return err
	}
	defer in.Close()
	if name != "." {
		prefix += name + "/"
	}
	for _, e := range entries {
		if kind := e.Type(); visit(prefix+e.Name(), kind) && kind.IsDir() {
			if err := walkBelow(int(in.Fd()), e.Name(), prefix, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

// entriesOf opens a folder by its name in another one, and lists it.
func entriesOf(above int, name, called string) (*os.File, []fs.DirEntry, error) {
	fd, err := unix.Openat(above, name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, nil, &fs.PathError{Op: "open", Path: called, Err: err}
	}
	in := os.NewFile(uintptr(fd), called)
	entries, err := in.ReadDir(-1)
	if err != nil {
		in.Close()
		return nil, nil, err
	}
	return in, entries, nil
}
