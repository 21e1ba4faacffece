package output

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"strings"

	"shortlist/internal/folder"
)

// errRest says that a file that was to be there as it was written is not.
var errRest = errors.New("a file of the site was not made, and the build before has not made it either")

// KeepRest takes over, as the build before left them, those of the wanted files that
// were not written since Begin. That they are as they were left has been found before
// ([Past.Edited]).
func (d *Dir) KeepRest(wanted map[string]bool) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	for name := range wanted {
		name = d.settings.place(name)
		if _, made := d.files[name]; made {
			continue
		}
		is := d.old[name]
		if len(is) != 1 {
			return errRest
		}
		d.files[name] = file{stamp: is[0]}
		d.recallMark(name)
		if before, ok := d.keyed[name]; ok {
			d.keys[name] = before.key
			d.kept++
		}
		for i := range encodings {
			form := name + encodings[i].ending
			if packed := d.old[form]; d.settings.Compress && len(packed) == 1 && !wanted[form] {
				d.forms[form] = file{stamp: packed[0]}
				d.recallMark(form)
			}
		}
	}
	return nil
}

// KeepSame takes a file over as the build before left it, if it made it of these bytes.
func (d *Dir) KeepSame(name string, data []byte) bool {
	name = d.settings.place(name)
	d.mu.Lock()
	defer d.mu.Unlock()
	is := d.old[name]
	return len(is) == 1 && is[0] == stampOf(data)
}

// recallMark takes over the mark of a file that has not been touched.
func (d *Dir) recallMark(name string) {
	if mark, _, ok := strings.Cut(d.marks.of[name], " "); ok {
		d.marks.seen[name] = mark
	}
}

// asLeft lists what is in the output folder where that is as the build before left it:
// what that wrote, and what lies in the folders in which this one changes something.
// What somebody put beside another page shows when a build lists all of them.
func (d *Dir) asLeft(look *folder.Look) (map[string]fs.FileMode, error) {
	disk := make(map[string]fs.FileMode, 2*len(d.old))
	for name := range d.old {
		disk[name] = 0
		for up := path.Dir(name); up != "."; up = path.Dir(up) {
			if _, known := disk[up]; known {
				break
			}
			disk[up] = fs.ModeDir
		}
	}
	listed := map[string]bool{}
	add := func(at string) error {
		for ; at != "." && disk[at] == 0; at = path.Dir(at) {
		}
		if listed[at] {
			return nil
		}
		listed[at] = true
		found, err := list(func(visit func(string, fs.FileMode) bool) error { return look.Folder(at, visit) })
		maps.Copy(disk, found)
		return err
	}
	for name, f := range d.files {
		if f.staged != "" {
			if err := add(path.Dir(name)); err != nil {
				return nil, err
			}
		}
	}
	for name := range d.old {
		if _, stays := d.files[name]; !stays {
			if err := add(path.Dir(name)); err != nil {
				return nil, err
			}
		}
	}
	return disk, nil
}
