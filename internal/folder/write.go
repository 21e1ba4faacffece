package folder

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

func sortByName(entries []fs.DirEntry) {
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
}

// Unfinished is the ending of a file that is being written and that no rename
// has put in its place yet.
const Unfinished = ".new"

// Create makes a new file and opens it for writing. The error is [fs.ErrExist]
// where anything has that name, a link included.
func (f *Folder) Create(name string) (*os.File, error) {
	if err := f.aboveIsReal("create", name); err != nil {
		return nil, err
	}
	return f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// WriteFile puts a file in place, whole and flushed to the disk, by one rename.
// What is left of an attempt that was killed is hidden, and has a random name
// that ends in [Unfinished].
func (f *Folder) WriteFile(name string, data []byte) (err error) {
	staged := path.Join(path.Dir(name), "."+path.Base(name)+"."+random()+Unfinished)
	out, err := f.Create(staged)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			out.Close()
			f.root.Remove(staged)
		}
	}()
	if _, err = out.Write(data); err != nil {
		return err
	}
	if err = out.Sync(); err != nil {
		return err
	}
	if err = out.Close(); err != nil {
		return err
	}
	if err = f.root.Rename(staged, name); err != nil {
		return err
	}
	return f.Flush(path.Dir(name))
}

// MakeExecutable lets everybody run a file.
func (f *Folder) MakeExecutable(name string) error {
	if err := f.aboveIsReal("chmod", name); err != nil {
		return err
	}
	return f.root.Chmod(name, 0o755)
}

// random is a name that nobody can have prepared.
func random() string { return strings.ToLower(rand.Text()) }

// Flush flushes a file, or the entries of a folder, to the disk. Systems that
// cannot flush folders keep their entries by other means.
func (f *Folder) Flush(name string) error {
	in, err := f.root.OpenFile(name, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := in.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// Mkdir makes a folder in one that is there. The error is [fs.ErrExist] where
// anything has that name.
func (f *Folder) Mkdir(name string) error {
	if err := f.aboveIsReal("make", name); err != nil {
		return err
	}
	if f.makeDirect(name) {
		return nil
	}
	return f.root.Mkdir(name, 0o777)
}

// MkdirAll makes a folder and those above it, as far as they are missing.
func (f *Folder) MkdirAll(name string) error {
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if err := f.Mkdir(name[:i]); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return f.checkFolder("make", name)
}

// Remove removes a file or an empty folder; of a link, the link.
func (f *Folder) Remove(name string) error {
	if err := f.aboveIsReal("remove", name); err != nil {
		return err
	}
	f.forget(name)
	if f.removeDirect(name) {
		return nil
	}
	return f.root.Remove(name)
}

// RemoveAll removes whatever has that name and all that is in it; of a link, the
// link. It is no error when there is nothing.
func (f *Folder) RemoveAll(name string) error {
	if err := f.aboveIsReal("remove", name); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	f.forget(name)
	return f.root.RemoveAll(name)
}

// forget drops what is known of folders that are about to go.
func (f *Folder) forget(name string) {
	f.real.Range(func(known, _ any) bool {
		if k := known.(string); k == name || below(k, name) {
			f.real.Delete(k)
		}
		return true
	})
}

// CopyFile copies a file to a new name in another folder.
func (f *Folder) CopyFile(name string, to *Folder, as string) error {
	info, err := f.Lstat(name)
	if err != nil {
		return err
	}
	in, err := f.open(name, info)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := to.Create(as)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// Lock takes the lock that a file stands for; the file is made if need be and
// stays. It waits until the context is done. Closing what is returned gives the
// lock up.
func (f *Folder) Lock(ctx context.Context, name string) (io.Closer, error) {
	info, err := f.Lstat(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err == nil && !info.Mode().IsRegular() {
		return nil, refuse("lock", name, "it is "+Kind(info.Mode()))
	}
	lock := flock.New(filepath.Join(f.path, filepath.FromSlash(name)),
		flock.SetFlag(os.O_CREATE|os.O_RDONLY|noFollow|nonBlocking), flock.SetPermissions(0o666))
	if _, err := lock.TryLockContext(ctx, 50*time.Millisecond); err != nil {
		return nil, err
	}
	return lock, nil
}

// Make makes a folder that a person named, and those above it. It returns the
// topmost that it had to make, empty when all were there.
func Make(name string) (made string, err error) {
	for at := name; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		made = at
	}
	return made, os.MkdirAll(name, 0o777)
}

// Unmake removes a folder and those above it, up to the one that [Make]
// returned, as far as they are empty.
func Unmake(name, made string) {
	for made != "" && os.Remove(name) == nil && name != made {
		name = filepath.Dir(name)
	}
}
