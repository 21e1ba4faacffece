package output

import (
	"fmt"
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
