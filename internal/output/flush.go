package output

import (
	"errors"
	"maps"
	"path"
	"slices"

	"shortlist/internal/folder"
)

// few is how many files or folders are flushed one by one. From there on one
// call for the whole file system is cheaper, where there is such a call.
const few = 64

// flushStaged flushes what is about to be put in place.
func (d *Dir) flushStaged(p plan) error {
	var names []string
	for _, name := range slices.Concat(p.create, p.swap) {
		names = append(names, d.files[name].staged)
	}
	if len(names) == 0 {
		return nil
	}
	return flush(d.stage, names)
}

// flushFolders flushes the folders in which something changed, as far as they
// are still there.
func (d *Dir) flushFolders(p plan) error {
	changed := map[string]bool{}
	for _, name := range slices.Concat(p.clear, p.create, p.swap, p.remove) {
		for at := path.Dir(name); !changed[at]; at = path.Dir(at) {
			if at == "." || d.isFolder(at) {
				changed[at] = true
			}
			if at == "." {
				break
			}
		}
	}
	return flush(d.root, slices.Sorted(maps.Keys(changed)))
}

func flush(in *folder.Folder, names []string) error {
	if len(names) > few {
		if done, err := in.FlushAll(); done {
			return err
		}
	}
	var errs []error
	for _, name := range names {
		errs = append(errs, in.Flush(name))
	}
	return errors.Join(errs...)
}
