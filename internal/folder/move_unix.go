//go:build unix

package folder

import (
	"errors"
	"io/fs"
	"path"
	"syscall"

	"golang.org/x/sys/unix"
)

const (
	nonBlocking = syscall.O_NONBLOCK
	noFollow    = syscall.O_NOFOLLOW
)

// Two folders have two roots, and no method of [os.Root] renames from one to
// the other. The system calls below take open folders, which the roots have
// opened, and a single name in each: so neither end leads out of its folder.

// parent opens the folder that a name lies in.
func (f *Folder) parent(op, name string) (up int, base string, end func(), err error) {
	if !fs.ValidPath(name) || name == "." {
		return 0, "", nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if err := f.aboveIsReal(op, name); err != nil {
		return 0, "", nil, err
	}
	if up, end, ok := f.folderDirect(path.Dir(name)); ok {
		return up, path.Base(name), end, nil
	}
	in, err := f.root.Open(path.Dir(name))
	if err != nil {
		return 0, "", nil, err
	}
	return int(in.Fd()), path.Base(name), func() { in.Close() }, nil
}

func (f *Folder) both(op, name string, to *Folder, as string, do func(from int, name string, to int, as string) error) error {
	from, name, end, err := f.parent(op, name)
	if err != nil {
		return err
	}
	defer end()
	target, as, end, err := to.parent(op, as)
	if err != nil {
		return err
	}
	defer end()
	for {
		err := do(from, name, target, as)
		if err == nil {
			return nil
		}
		if !errors.Is(err, syscall.EINTR) {
			return &fs.PathError{Op: op, Path: as, Err: err}
		}
	}
}

// Move renames a file into another folder, over what has that name there.
func (f *Folder) Move(name string, to *Folder, as string) error {
	f.forget(name)
	return f.both("rename", name, to, as, unix.Renameat)
}

// MoveNew renames a file into another folder. The error is [fs.ErrExist] where
// anything has that name.
func (f *Folder) MoveNew(name string, to *Folder, as string) error {
	err := f.both("rename", name, to, as, renameNew)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := f.Link(name, to, as); err != nil { // not every system and file system has such a call
		return err
	}
	return f.Remove(name)
}

// Link gives a file a second name in another folder. The error is [fs.ErrExist]
// where anything has that name.
func (f *Folder) Link(name string, to *Folder, as string) error {
	return f.both("link", name, to, as, func(from int, name string, to int, as string) error {
		return unix.Linkat(from, name, to, as, 0)
	})
}

// CanMove reports whether files can be renamed from here into another folder:
// whether both are on one file system, mounted once. It asks for the rename of a
// file that is not there: the system looks at the mounts before it looks for the
// file, and nothing is left behind.
func (f *Folder) CanMove(to *Folder) bool {
	var here, there unix.Stat_t
	err := f.both("rename", random(), to, random(), func(from int, name string, target int, as string) error {
		if err := errors.Join(unix.Fstat(from, &here), unix.Fstat(target, &there)); err != nil {
			return err
		}
		return unix.Renameat(from, name, target, as)
	})
	return errors.Is(err, fs.ErrNotExist) && here.Dev == there.Dev
}
