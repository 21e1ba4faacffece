package folder

import (
	"io/fs"
	"iter"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Glance looks at files by their names, without following a link in the last part
// of one. A link above it shows in the folder that has the link.
func (f *Folder) Glance(g *Glance, names iter.Seq[string]) error {
	top, err := f.root.Open(".")
	if err != nil {
		return err
	}
	defer top.Close()
	at := int(top.Fd())
	var s unix.Stat_t
	for name := range names {
		switch err := unix.Fstatat(at, name, &s, unix.AT_SYMLINK_NOFOLLOW); err {
		case nil:
			modified, changed := time.Unix(s.Mtim.Unix()), time.Unix(s.Ctim.Unix())
			g.see(uint64(s.Dev), changed, int64(s.Mode), s.Size, modified.UnixNano(), changed.UnixNano(), int64(s.Dev), int64(s.Ino))
		case unix.ENOENT, unix.ENOTDIR:
			g.see(0, time.Time{})
		default:
			return &fs.PathError{Op: "stat", Path: name, Err: err}
		}
	}
	return nil
}

func createdAt(info os.FileInfo) (time.Time, uint64, error) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return time.Time{}, 0, errNoMarks
	}
	return time.Unix(s.Ctim.Unix()), uint64(s.Dev), nil
}
