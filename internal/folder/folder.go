// Package folder reads and writes the files of one folder under one rule.
//
// A site comes as a clone or a pull request, so its links, pipes and devices
// are somebody else's choice. Hence this is the only package that opens files,
// and it does so in one way:
//
//   - Every path goes through an [os.Root]: nothing leads out of the folder.
//   - Regular files and folders only. A link is not followed, not even to
//     another place in the folder: static/x as a link to .git/config would
//     publish a token. A pipe or a device is not opened, for it may never end.
//   - What is held in memory is bounded ([MaxHeld], [Folder.ReadUpTo]).
//   - A new file is created with O_EXCL, so that no link, pipe or device stands
//     behind its name, and under a random name where others could guess it.
//
// The folder itself is named by whoever runs the program, and may be reached
// through links.
//
// A file that the rule refuses is the author's mistake: the error is a
// [*Refused]. Any other error, but for a file that is not there, is a failure of
// the machine. Readers of an [fs.FS] cannot always tell the two apart, so the
// folder remembers the first failure of the machine ([Folder.Err]).
package folder

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// MaxHeld is how much of a file [Folder.ReadFile] holds in memory, in bytes.
const MaxHeld = 16 << 20

// Folder is an open folder. It may be used by several goroutines at once.
type Folder struct {
	root *os.Root
	path string // by which it was opened

	direct direct

	real sync.Map // names of folders below that were found to be no links, as of their last listing

	mu     sync.Mutex
	failed error
}

// Open opens a folder by a path that a person gave.
func Open(name string) (*Folder, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, path: name}, nil
}

// Sub opens a folder that lies in this one.
func (f *Folder) Sub(name string) (*Folder, error) {
	if err := f.checkFolder("open", name); err != nil {
		return nil, err
	}
	root, err := f.root.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, path: filepath.Join(f.path, filepath.FromSlash(name))}, nil
}

// Close gives the folder up.
func (f *Folder) Close() error {
	f.direct.close()
	return f.root.Close()
}

// Err is the first failure of the machine since the folder was opened: a file
// that could not be read although the rule allows it. A file that is not there
// is no failure.
func (f *Folder) Err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.failed
}

// failure reports whether an error is one of the machine.
func failure(err error) bool {
	if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) || errors.Is(err, fs.ErrClosed) {
		return false
	}
	_, refused := errors.AsType[*Refused](err)
	return !refused
}

// fail is [Folder.note] for an error of the folder's root, which names the file
// from there. Whoever reads of a failure of the machine knows no folder but the
// one that was opened: "static/site.css", not "site.css".
func (f *Folder) fail(err error) error {
	if at, ok := err.(*fs.PathError); ok && failure(err) {
		found := fs.PathError{Op: at.Op, Path: filepath.Join(f.path, filepath.FromSlash(at.Path)), Err: at.Err}
		kept := found // fs.Sub shortens the path in what it is handed
		f.note(&kept)
		return &found
	}
	return f.note(err)
}

// note remembers a failure of the machine and returns the error.
func (f *Folder) note(err error) error {
	if !failure(err) {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed == nil {
		f.failed = err
	}
	return err
}

// Refused says that something is not opened, and why. It comes inside an
// [fs.PathError] with the name.
type Refused struct{ Reason string }

func (r *Refused) Error() string { return r.Reason }

func refuse(op, name, reason string) error {
	return &fs.PathError{Op: op, Path: name, Err: &Refused{reason}}
}

// Kind says in words what is no regular file; empty for one that is.
func Kind(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return ""
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link, and links are not followed"
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe, and only regular files are read"
	case mode&fs.ModeDevice != 0:
		return "a device, and only regular files are read"
	case mode&fs.ModeSocket != 0:
		return "a socket, and only regular files are read"
	}
	return "no regular file"
}

// Lstat describes what has a name, without following a link, not even one among
// the folders above it.
func (f *Folder) Lstat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	if name != "." {
		if err := f.aboveIsReal("stat", name); err != nil {
			return nil, err
		}
	}
	return f.lstat(name)
}

func (f *Folder) lstat(name string) (fs.FileInfo, error) {
	if info, ok := f.statDirect(name); ok {
		return info, nil
	}
	return f.root.Lstat(name)
}

// Stat is [Folder.Lstat], for package fs.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	info, err := f.Lstat(name)
	return info, f.fail(err)
}

// aboveIsReal checks the folders above a name, unless the folder that it lies in
// was found real since it was last listed.
func (f *Folder) aboveIsReal(op, name string) error {
	up := path.Dir(name)
	if up == "." {
		return nil
	}
	if _, known := f.real.Load(up); known {
		return nil
	}
	return f.checkFolder(op, up)
}

// checkFolder looks at a folder, and at those above it that were not found real
// since they were last listed.
func (f *Folder) checkFolder(op, name string) error {
	if !fs.ValidPath(name) {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if name == "." {
		return nil
	}
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if _, known := f.real.Load(name[:i]); known && i < len(name) {
			continue
		}
		info, err := f.lstat(name[:i])
		if err != nil {
			return err
		}
		if !info.IsDir() {
			f.real.Delete(name)
			what := Kind(info.Mode())
			if what == "" {
				what = "a file, not a folder"
			}
			if i < len(name) {
				what = name[:i] + " is " + what
			} else {
				what = "it is " + what
			}
			return refuse(op, name, what)
		}
		f.real.Store(name[:i], true)
	}
	return nil
}

// below reports whether a name lies in a folder of that name.
func below(name, top string) bool { return strings.HasPrefix(name, top+"/") }
