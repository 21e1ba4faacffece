package output

import (
	"errors"
	"fmt"
	"io/fs"
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
		return Result{Blocked: d.showBlocked(p.blocked), Doubt: d.doubt}, errors.Join(err, d.Discard())
	}
	if err := d.apply(p); err != nil {
		return Result{}, errors.Join(err, d.Discard())
	}
	d.made = "" // it stays
	r := d.result(p)
	d.fillCache(!p.idle())
	return r, errors.Join(d.clear(), d.recordMarks(), d.past.leave(r), d.release())
}

func (d *Dir) plan() (plan, error) {
	d.joinForms()
	if err := d.addList(); err != nil {
		return plan{}, err
	}
	disk, err := d.onDisk()
	if err != nil {
		return plan{}, fmt.Errorf("read %s: %w", d.shown, err)
	}
	s := situation{disk: disk, old: d.old, files: d.files, adopt: d.Adopt,
		look: func(name string) (stamp, error) { return stampIn(d.root, name, -1) },
		read: func(name string) ([]byte, error) { return headOf(d.root, name) }}
	return s.plan()
}

// onDisk lists what is in the output folder.
func (d *Dir) onDisk() (map[string]fs.FileMode, error) {
	look, err := d.root.Look()
	if err != nil {
		return nil, err
	}
	defer look.Close()
	if d.partly {
		return d.asLeft(look)
	}
	return list(look.Walk)
}

// list lists what is in an output folder, by type, but for the stages. A folder
// that cannot be listed is a failure of the machine: to take it for somebody
// else's would leave what was published there public for ever. The one exception
// is where file systems keep what a check has found, at their top.
func list(walk func(visit func(name string, kind fs.FileMode) (into bool)) error) (map[string]fs.FileMode, error) {
	disk := map[string]fs.FileMode{}
	err := walk(func(name string, kind fs.FileMode) bool {
		if name == "lost+found" || isStage(name) && kind.IsDir() {
			return false
		}
		if name != gitIgnore {
			disk[name] = kind
		}
		return true
	})
	return disk, err
}

// apply carries out a plan. When a step fails, those before it are undone.
func (d *Dir) apply(p plan) error { return d.perform(p, d.steps(p)) }

func (d *Dir) perform(p plan, steps []step) (err error) {
	next := manifest{}
	for name, f := range d.files {
		next[name] = []stamp{f.stamp}
	}
	var j journal
	defer func() {
		if err != nil {
			err = errors.Join(err, j.undo())
		}
	}()
	if p.idle() {
		if !slices.Equal(next.Bytes(), d.old.Bytes()) {
			d.prune(&j, p)
			if err := d.record(next); err != nil {
				return err
			}
		}
		return d.recordKeys()
	}
	if err := d.flushStaged(p); err != nil {
		return fmt.Errorf("write %s: %w", d.shown, cause(err))
	}
	if err := d.record(d.old.union(next)); err != nil {
		return err
	}
	for _, step := range steps {
		if err := step.do(&j); err != nil {
			return fmt.Errorf("write %s: %w", d.show(step.name), cause(err))
		}
	}
	d.prune(&j, p)
	if err := d.flushFolders(p); err != nil {
		return fmt.Errorf("write %s: %w", d.shown, cause(err))
	}
	if err := d.recordKeys(); err != nil {
		return err
	}
	return d.record(next)
}

// record replaces the manifest.
func (d *Dir) record(m manifest) error { return d.state.WriteFile(d.list, m.Bytes()) }

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

func (d *Dir) result(p plan) Result {
	r := Result{
		Files:      len(d.files) - len(d.forms),
		Compressed: len(d.forms),
		Written:    d.showAll(leaders(slices.Concat(p.create, p.swap))),
		Removed:    d.showAll(leaders(slices.Concat(p.clear, p.remove))),
		Repaired:   d.showAll(p.repaired),
		Adopted:    d.showAll(leaders(p.adopted)),
		Doubt:      d.doubt,
		Kept:       d.kept,
		Cached:     d.cache.taken,
		Wrong:      d.wrong(),
		Foreign:    d.showAll(p.foreign),
	}
	r.Unchanged = r.Files
	for _, name := range slices.Concat(p.create, p.swap) {
		if _, form := d.forms[name]; !form {
			r.Unchanged--
		}
	}
	for name, f := range d.files {
		if _, form := d.forms[name]; form {
			r.CompressedBytes += f.stamp.Size
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
