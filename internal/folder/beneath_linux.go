package folder

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// An [os.Root] opens each folder on the way to a file, one by one. Linux does all of
// it in one call (openat2, since 5.6): a third of what is asked of the system in a
// build was opening folders. What fails here is done once more through the root,
// which knows older systems and says what is wrong.

// direct is the folder itself, for those calls.
type direct struct {
	once sync.Once
	top  *os.File
}

func (d *direct) folder(f *Folder) *os.File {
	d.once.Do(func() { d.top, _ = f.root.Open(".") })
	return d.top
}

func (d *direct) close() {
	d.once.Do(func() {})
	if d.top != nil {
		d.top.Close()
	}
}

// beneath opens what has a name, without following a link anywhere, or fails.
func (f *Folder) beneath(name string, flags int) (fd int, ok bool) {
	top := f.direct.folder(f)
	if top == nil {
		return -1, false
	}
	conn, err := top.SyscallConn()
	if err != nil {
		return -1, false
	}
	how := unix.OpenHow{Flags: uint64(flags | unix.O_CLOEXEC | unix.O_NOFOLLOW), Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS}
	fd = -1
	if conn.Control(func(top uintptr) { fd, err = unix.Openat2(int(top), name, &how) }) != nil || err != nil {
		return -1, false
	}
	return fd, true
}

// readDirect opens a file or a folder for reading.
func (f *Folder) readDirect(name string) (*os.File, bool) {
	fd, ok := f.beneath(name, unix.O_RDONLY|unix.O_NONBLOCK)
	if !ok {
		return nil, false
	}
	return os.NewFile(uintptr(fd), filepath.Join(f.path, name)), true
}

// folderDirect opens a folder, for calls that want one, until the end is told.
func (f *Folder) folderDirect(name string) (fd int, end func(), ok bool) {
	if name == "." {
		top := f.direct.folder(f)
		if top == nil {
			return -1, nil, false
		}
		return int(top.Fd()), func() {}, true
	}
	fd, ok = f.beneath(name, unix.O_PATH|unix.O_DIRECTORY)
	return fd, func() { unix.Close(fd) }, ok
}

// renameNew renames a file to a name that nothing has.
func renameNew(from int, name string, to int, as string) error {
	return unix.Renameat2(from, name, to, as, unix.RENAME_NOREPLACE)
}

// within does something in the folder that a name lies in, and reports whether that
// went well.
func (f *Folder) within(name string, do func(up int, base string) error) bool {
	up, end, ok := f.folderDirect(path.Dir(name))
	if !ok {
		return false
	}
	defer end()
	return do(up, path.Base(name)) == nil
}

func (f *Folder) statDirect(name string) (fs.FileInfo, bool) {
	fd, ok := f.beneath(name, unix.O_PATH) // of a link, the link
	if !ok {
		return nil, false
	}
	defer unix.Close(fd)
	i := &info{name: path.Base(name)}
	return i, syscall.Fstat(fd, &i.state) == nil
}

func (f *Folder) makeDirect(name string) bool {
	return f.within(name, func(up int, base string) error { return unix.Mkdirat(up, base, 0o777) })
}

// removeDirect removes a file, not a folder.
func (f *Folder) removeDirect(name string) bool {
	return f.within(name, func(up int, base string) error { return unix.Unlinkat(up, base, 0) })
}

// info is what package os makes of the state of a file, and keeps to itself.
type info struct {
	name  string
	state syscall.Stat_t
}

func (i *info) Name() string       { return i.name }
func (i *info) Size() int64        { return i.state.Size }
func (i *info) ModTime() time.Time { return time.Unix(i.state.Mtim.Unix()) }
func (i *info) IsDir() bool        { return i.Mode().IsDir() }
func (i *info) Sys() any           { return &i.state }

func (i *info) Mode() fs.FileMode {
	mode := fs.FileMode(i.state.Mode & 0o777)
	switch i.state.Mode & unix.S_IFMT {
	case unix.S_IFDIR:
		mode |= fs.ModeDir
	case unix.S_IFLNK:
		mode |= fs.ModeSymlink
	case unix.S_IFIFO:
		mode |= fs.ModeNamedPipe
	case unix.S_IFSOCK:
		mode |= fs.ModeSocket
	case unix.S_IFBLK:
		mode |= fs.ModeDevice
	case unix.S_IFCHR:
		mode |= fs.ModeDevice | fs.ModeCharDevice
	}
	if i.state.Mode&unix.S_ISUID != 0 {
		mode |= fs.ModeSetuid
	}
	if i.state.Mode&unix.S_ISGID != 0 {
		mode |= fs.ModeSetgid
	}
	if i.state.Mode&unix.S_ISVTX != 0 {
		mode |= fs.ModeSticky
	}
	return mode
}

func sameFile(a, b fs.FileInfo) bool {
	x, known := a.Sys().(*syscall.Stat_t)
	y, too := b.Sys().(*syscall.Stat_t)
	return known && too && x.Dev == y.Dev && x.Ino == y.Ino
}
