package output

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

func (d *Dir) makeFolder(j *journal, name string) error {
	err := d.root.Mkdir(name)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err == nil {
		j.add(func() error { return d.root.Remove(name) })
	}
	return err
}

// create puts a staged file where nothing is, and does not replace what somebody has
// put there since the plan was made.
func (d *Dir) create(j *journal, name string) error {
	staged := d.files[name].staged
	switch err := d.stage.MoveNew(staged, d.root, name); {
	case err == nil:
		j.add(func() error { return d.root.Remove(name) })
		return nil
	case errors.Is(err, fs.ErrExist):
		return errAppeared
	case errors.Is(err, fs.ErrNotExist):
		return err
	}
	// Not every file system has links.
	if _, err := d.root.Lstat(name); err == nil {
		return errAppeared
	}
	if err := d.stage.Move(staged, d.root, name); err != nil {
		return err
	}
	j.add(func() error { return d.root.Move(name, d.stage, staged) })
	return nil
}

var errAppeared = errors.New("somebody has put something there while the site was written; nothing was changed")

// swap replaces a file by one rename and keeps the old one until the end.
func (d *Dir) swap(j *journal, name string) error {
	kept, err := d.nextStaged()
	if err != nil {
		return err
	}
	if err := d.root.Link(name, d.stage, kept); err != nil { // not every file system has links
		if err := d.root.CopyFile(name, d.stage, kept); err != nil {
			return err
		}
	}
	if err := d.stage.Move(d.files[name].staged, d.root, name); err != nil {
		return err
	}
	j.add(func() error { return d.stage.Move(kept, d.root, name) })
	return nil
}

func (d *Dir) takeAway(j *journal, name string) error {
	kept, err := d.nextStaged()
	if err != nil {
		return err
	}
	if err := d.root.Move(name, d.stage, kept); err != nil {
		return err
	}
	j.add(func() error { return d.stage.Move(kept, d.root, name) })
	return nil
}

// flatten removes a folder that has only empty folders in it.
func (d *Dir) flatten(j *journal, name string) error {
	entries, err := d.root.ReadDir(name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := d.flatten(j, path.Join(name, e.Name())); err != nil {
			return err
		}
	}
	return d.removeFolder(j, name)
}

func (d *Dir) removeFolder(j *journal, name string) error {
	if err := d.root.Remove(name); err != nil {
		return err
	}
	j.add(func() error { return d.root.Mkdir(name) })
	return nil
}

// prune removes the folders that lost their last file, be it now or in a commit
// that was killed. It comes before the manifest that does not name those files
// any more: a build that is killed in between leaves them for the next to find.
func (d *Dir) prune(j *journal, p plan) {
	for _, name := range slices.Concat(d.old.names(), p.adopted) {
		if _, stays := d.files[name]; stays {
			continue
		}
		up := parents(name)
		slices.Reverse(up)
		for _, at := range up {
			if !d.isFolder(at) || d.removeFolder(j, at) != nil {
				break
			}
		}
	}
}

// isFolder tells a folder from a file that stands where one was: ours, or one
// that somebody put there since.
func (d *Dir) isFolder(name string) bool {
	info, err := d.root.Lstat(name)
	return err == nil && info.IsDir()
}

// journal knows how to undo the steps so far.
type journal []func() error

func (j *journal) add(undo func() error) { *j = append(*j, undo) }

func (j journal) undo() error {
	var errs []error
	for _, undo := range slices.Backward(j) {
		errs = append(errs, undo())
	}
	return errors.Join(errs...)
}
