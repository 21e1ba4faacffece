package output

import (
	"io"
	"maps"
	"slices"

	published "shortlist/internal/manifest"
)

// addList adds the list of all files that is published with them. It is made last,
// and has no compressed forms: they would be files that it does not list.
func (d *Dir) addList() error {
	if d.settings.List == nil {
		return nil
	}
	files := make([]published.File, 0, len(d.files))
	for name, f := range d.files {
		files = append(files, published.File{Path: name, Sum: f.stamp.hex(), Size: f.stamp.Size})
	}
	all, err := d.settings.List.Encode(d.settings.place(published.Name), files)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		err := d.write(name, func(w io.Writer) error {
			_, err := w.Write(all[name])
			return err
		}, false)
		if err != nil {
			return err
		}
	}
	return nil
}
