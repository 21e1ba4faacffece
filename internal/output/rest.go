package output

import (
	"errors"
	"strings"
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

// recallMark takes over the mark of a file that has not been touched.
func (d *Dir) recallMark(name string) {
	if mark, _, ok := strings.Cut(d.marks.of[name], " "); ok {
		d.marks.seen[name] = mark
	}
}
