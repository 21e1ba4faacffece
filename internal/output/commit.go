package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Commit puts the staged files in their places, or says what is in the way.
func (d *Dir) Commit() (Result, error) {
	if d.root == nil {
		return Result{}, errors.New("commit without begin")
	}
	p, err := d.plan()
	if err != nil || len(p.blocked) > 0 {
		return Result{Blocked: d.showBlocked(p.blocked)}, errors.Join(err, d.Discard())
	}
	if err := d.apply(p); err != nil {
		return Result{}, errors.Join(err, d.Discard())
	}
	d.prune()
	d.made = "" // it stays
	r := d.result(p)
	return r, errors.Join(d.root.RemoveAll(stage), d.release())
}

func (d *Dir) plan() (plan, error) {
	d.joinTwins()
	disk := map[string]fs.FileMode{}
	err := fs.WalkDir(d.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && name != ".": // somebody else's, such as a disk's lost+found
			disk[name] = unreadable
			return fs.SkipDir
		case err != nil:
			return err
		case name == stage:
			return fs.SkipDir
		case name != "." && name != gitIgnore:
			disk[name] = e.Type()
		}
		return nil
	})
	if err != nil {
		return plan{}, fmt.Errorf("read %s: %w", d.shown, err)
	}
	s := situation{disk: disk, old: d.old, files: d.files, look: func(name string) (stamp, error) {
		content, err := d.root.ReadFile(name)
		return stampOf(content), err
	}}
	return s.plan()
}

// apply carries out a plan. When a step fails, those before it are undone.
func (d *Dir) apply(p plan) (err error) {
	next := manifest{}
	for name, f := range d.files {
		next[name] = []stamp{f.stamp}
	}
	if p.idle() {
		if slices.Equal(next.Bytes(), d.old.Bytes()) {
			return nil
		}
		return writeManifest(d.list, next)
	}
	if err := writeManifest(d.list, d.old.union(next)); err != nil {
		return err
	}
	var j journal
	defer func() {
		if err != nil {
			err = errors.Join(err, j.undo())
		}
	}()
	for _, step := range d.steps(p) {
		if err := step.do(&j); err != nil {
			return fmt.Errorf("write %s: %w", d.show(step.name), cause(err))
		}
	}
	return writeManifest(d.list, next)
}

// step is one change to the folder.
type step struct {
	name string
	do   func(*journal) error
}

// steps lists the changes in order: make way, make folders, then what pages
// need, pages, and removals.
func (d *Dir) steps(p plan) []step {
	var steps []step
	add := func(name string, do func(*journal) error) { steps = append(steps, step{name, do}) }
	for _, name := range p.clear {
		add(name, func(j *journal) error { return d.takeAway(j, name) })
	}
	for _, name := range p.flatten {
		add(name, func(j *journal) error { return d.flatten(j, name) })
	}
	folders := map[string]bool{}
	for _, name := range p.create {
		for _, up := range parents(name) {
			if !folders[up] {
				folders[up] = true
				add(up, func(j *journal) error { return d.makeFolder(j, up) })
			}
		}
	}
	for _, pages := range []bool{false, true} {
		for _, name := range p.create {
			if isPage(name) == pages {
				add(name, func(j *journal) error { return d.create(j, name) })
			}
		}
		for _, name := range p.swap {
			if isPage(name) == pages {
				add(name, func(j *journal) error { return d.swap(j, name) })
			}
		}
	}
	for _, name := range p.remove {
		add(name, func(j *journal) error { return d.takeAway(j, name) })
	}
	return steps
}

func (d *Dir) makeFolder(j *journal, name string) error {
	err := d.root.Mkdir(name, 0o777)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err == nil {
		j.add(func() error { return d.root.Remove(name) })
	}
	return err
}

func (d *Dir) create(j *journal, name string) error {
	staged := d.files[name].staged
	if err := d.root.Rename(staged, name); err != nil {
		return err
	}
	j.add(func() error { return d.root.Rename(name, staged) })
	return nil
}

// swap replaces a file by one rename and keeps the old one until the end.
func (d *Dir) swap(j *journal, name string) error {
	kept, err := d.stageName()
	if err != nil {
		return err
	}
	if err := d.root.Link(name, kept); err != nil { // not every file system has links
		if err := d.copy(name, kept); err != nil {
			return err
		}
	}
	if err := d.root.Rename(d.files[name].staged, name); err != nil {
		return err
	}
	j.add(func() error { return d.root.Rename(kept, name) })
	return nil
}

func (d *Dir) copy(from, to string) error {
	in, err := d.root.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := d.root.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func (d *Dir) takeAway(j *journal, name string) error {
	kept, err := d.stageName()
	if err != nil {
		return err
	}
	if err := d.root.Rename(name, kept); err != nil {
		return err
	}
	j.add(func() error { return d.root.Rename(kept, name) })
	return nil
}

// flatten removes a folder that has only empty folders in it.
func (d *Dir) flatten(j *journal, folder string) error {
	entries, err := fs.ReadDir(d.root.FS(), folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := d.flatten(j, path.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	if err := d.root.Remove(folder); err != nil {
		return err
	}
	j.add(func() error { return d.root.Mkdir(folder, 0o777) })
	return nil
}

// prune removes the folders that lost their last file, be it now or in a commit
// that was killed.
func (d *Dir) prune() {
	for _, name := range d.old.names() {
		if _, stays := d.files[name]; stays {
			continue
		}
		up := parents(name)
		slices.Reverse(up)
		for _, folder := range up {
			if !d.isFolder(folder) || d.root.Remove(folder) != nil {
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

func (d *Dir) result(p plan) Result {
	r := Result{
		Files:    len(d.files) - len(d.twins),
		Twins:    len(d.twins),
		Written:  d.showAll(leaders(slices.Concat(p.create, p.swap))),
		Removed:  d.showAll(leaders(slices.Concat(p.clear, p.remove))),
		Repaired: d.showAll(p.repaired),
		Foreign:  d.showAll(p.foreign),
	}
	r.Unchanged = r.Files
	for _, name := range slices.Concat(p.create, p.swap) {
		if _, twin := d.twins[name]; !twin {
			r.Unchanged--
		}
	}
	for name, f := range d.files {
		if _, twin := d.twins[name]; twin {
			r.TwinBytes += f.stamp.Size
		} else {
			r.Bytes += f.stamp.Size
		}
	}
	return r
}

func (d *Dir) showAll(names []string) []string {
	all := slices.Clone(names)
	for i, name := range all {
		all[i] = d.show(name)
	}
	slices.SortFunc(all, strings.Compare)
	return all
}

func (d *Dir) showBlocked(blocked []Blocked) []Blocked {
	for i := range blocked {
		blocked[i].Path = d.show(blocked[i].Path)
	}
	return blocked
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
