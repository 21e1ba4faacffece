package output

import (
	"fmt"
	"os"
	"path"
)

// WriteRecord writes one file of the site folder that is kept with the content,
// such as a frozen edition. Its folder is made if need be. The file appears by
// one rename, so that it is whole, old or new, whatever happens; what is left
// of an attempt that was killed begins with a dot, and content ignores it. The
// root guards every step: no link can lead the write out of the site.
func WriteRecord(site *os.Root, name string, data []byte) (err error) {
	if err := CheckName(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	folder := path.Dir(name)
	if err := site.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	staged := path.Join(folder, "."+path.Base(name)+".new")
	f, err := site.OpenFile(staged, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			site.Remove(staged)
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return site.Rename(staged, name)
}
