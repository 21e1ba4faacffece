package output

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// plan is what a commit will do. Names in each list are sorted; a commit does
// the lists in this order.
type plan struct {
	clear   []string // ours from earlier builds, in the way of a new file
	flatten []string // folders where a file must go, empty by now
	create  []string
	swap    []string // ours, with other bytes
	remove  []string // ours from earlier builds, wanted no more

	same     int // in place already
	repaired []string
	adopted  []string // of those to be cleared, swapped or removed: no list named them
	foreign  []string
	blocked  []Blocked // Path is a name
}

// situation is what a plan is made from.
type situation struct {
	disk  map[string]fs.FileMode // type bits of all that is in the folder, but for what is ours to hide
	old   manifest
	files map[string]file
	look  func(name string) (stamp, error) // of a regular file in the folder

	adopt bool                              // take over what an earlier build could have made
	read  func(name string) ([]byte, error) // the beginning of a regular file in the folder
}

func (s *situation) plan() (plan, error) {
	var p plan
	claimed := map[string]bool{} // cleared or to be removed
	for _, name := range s.names() {
		if err := s.place(&p, claimed, name); err != nil {
			return plan{}, err
		}
	}
	for _, name := range s.old.names() {
		if _, wanted := s.files[name]; wanted || claimed[name] {
			continue
		}
		switch ours, err := s.untouched(name); {
		case err != nil:
			return plan{}, err
		case ours:
			claimed[name] = true
			p.remove = append(p.remove, name)
		}
	}
	if s.adopt {
		if err := s.takeOver(&p, claimed); err != nil {
			return plan{}, err
		}
	}
	s.sortOut(&p, claimed)
	return p, nil
}

func (s *situation) names() []string {
	names := make([]string, 0, len(s.files))
	for name := range s.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// place decides what happens to one file of the new site.
func (s *situation) place(p *plan, claimed map[string]bool, name string) error {
	for _, up := range parents(name) {
		mode, there := s.disk[up]
		if !there || mode.IsDir() {
			continue
		}
		if ours, err := s.untouched(up); err != nil {
			return err
		} else if !ours {
			p.block(up, "%s, and a folder must go there", what(mode))
			return nil
		}
		if !claimed[up] {
			claimed[up] = true
			p.clear = append(p.clear, up)
		}
	}
	mode, there := s.disk[name]
	switch {
	case !there && s.files[name].staged == "":
		return fmt.Errorf("%s vanished while the site was written", name)
	case !there:
		p.create = append(p.create, name)
	case mode.IsDir():
		return s.placeOverFolder(p, claimed, name)
	case !mode.IsRegular():
		p.block(name, "%s, and a file must go there", what(mode))
	case s.files[name].staged == "":
		p.same++
	case s.old[name] == nil && s.adopt:
		p.swap = append(p.swap, name)
		p.adopted = append(p.adopted, name)
	case s.old[name] == nil:
		p.blocked = append(p.blocked, Blocked{name, "a file that no build wrote, with other bytes than the one that must go there",
			"move it away or delete it, then build again; if an earlier build of this site wrote it, `build --adopt` takes it over"})
	default:
		p.swap = append(p.swap, name)
		ours, err := s.untouched(name)
		if err != nil {
			return err
		}
		if !ours {
			p.repaired = append(p.repaired, name)
		}
	}
	return nil
}

// placeOverFolder makes way for a file where a folder stands, if all in it is
// ours.
func (s *situation) placeOverFolder(p *plan, claimed map[string]bool, name string) error {
	for _, below := range s.below(name) {
		if s.disk[below].IsDir() {
			continue
		}
		if ours, err := s.untouched(below); err != nil {
			return err
		} else if !ours {
			p.block(below, "%s, in a folder where a file must go", what(s.disk[below]))
			return nil
		}
		claimed[below] = true
		p.clear = append(p.clear, below)
	}
	p.flatten = append(p.flatten, name)
	p.create = append(p.create, name)
	return nil
}

// below lists what is in a folder, at any depth, sorted.
func (s *situation) below(folder string) []string {
	var names []string
	for name := range s.disk {
		if strings.HasPrefix(name, folder+"/") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// untouched reports whether a file is as an earlier build wrote it.
func (s *situation) untouched(name string) (bool, error) {
	if mode, there := s.disk[name]; !there || !mode.IsRegular() || s.old[name] == nil {
		return false, nil
	}
	is, err := s.look(name)
	return slices.Contains(s.old[name], is), err
}

// sortOut finds what is not ours, and what a file system that ignores letter
// case would take for one of the new files: ours must go first, or its removal
// would take the new file with it; another's stands in the way.
func (s *situation) sortOut(p *plan, claimed map[string]bool) {
	alike := map[string]string{}
	for _, name := range p.create {
		alike[Fold(name)] = name
	}
	for name, mode := range s.disk {
		if _, wanted := s.files[name]; wanted || mode.IsDir() {
			continue
		}
		other := alike[Fold(name)]
		switch {
		case !claimed[name] && other != "":
			p.block(name, "%s, and %s must go there, which some file systems take for the same", what(mode), other)
		case !claimed[name]:
			p.foreign = append(p.foreign, name)
		case other != "" && slices.Contains(p.remove, name):
			p.remove = slices.DeleteFunc(p.remove, func(n string) bool { return n == name })
			p.clear = append(p.clear, name)
		}
	}
	slices.Sort(p.clear)
	slices.Sort(p.remove)
	slices.Sort(p.adopted)
	slices.Sort(p.foreign)
	slices.SortFunc(p.blocked, func(a, b Blocked) int { return strings.Compare(a.Path, b.Path) })
	p.blocked = slices.Compact(p.blocked)
}

func (p *plan) block(name, reason string, args ...any) {
	p.blocked = append(p.blocked, Blocked{Path: name, Reason: fmt.Sprintf(reason, args...)})
}

// idle reports whether nothing in the folder would change.
func (p *plan) idle() bool { return len(p.clear)+len(p.create)+len(p.swap)+len(p.remove) == 0 }

func what(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return "a file that no build wrote"
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a symbolic link"
	}
	return "a special file"
}
