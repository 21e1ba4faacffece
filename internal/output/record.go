package output

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"shortlist/internal/folder"
)

// WriteRecord writes one file of the site folder that is kept with the content,
// such as a frozen edition. Its folder is made if need be. The file appears by
// one rename, flushed to the disk, so that it is whole, old or new, whatever
// happens; what is left of an attempt that was killed begins with a dot, and
// content ignores it.
func WriteRecord(site *folder.Folder, name string, data []byte) error {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := site.MkdirAll(path.Dir(name)); err != nil {
		return err
	}
	return site.WriteFile(name, data)
}

// WriteFirst writes a file with which a site begins, such as .gitignore, whose name
// no page may have. What has the name already is left as it is; then it is false.
func WriteFirst(site *folder.Folder, name string, data []byte) (bool, error) {
	switch _, err := site.Lstat(name); {
	case err == nil:
		return false, nil
	case !errors.Is(err, fs.ErrNotExist):
		return false, err
	}
	if err := site.MkdirAll(path.Dir(name)); err != nil {
		return false, err
	}
	return true, site.WriteFile(name, data)
}

// MakeSite opens a site's folder for its first files, and makes it, and those
// above it, where it is not there.
func MakeSite(name string) (*folder.Folder, error) {
	if _, err := folder.Make(name); err != nil {
		return nil, err
	}
	return folder.Open(name)
}

// MakeExecutable lets a file of a repository be run, a hook for example.
func MakeExecutable(site *folder.Folder, name string) error { return site.MakeExecutable(name) }
