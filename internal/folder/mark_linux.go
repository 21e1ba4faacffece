package folder

import (
	"fmt"
	"io/fs"
	"syscall"
	"time"
)

// Mark tells one state of a file from another without reading it: its size, its
// times and its place on the disk, and when any of them last changed. Whoever
// changes the content changes that, too; the time cannot be set. It is empty where
// the system does not say.
func Mark(info fs.FileInfo) (mark string, changed time.Time) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.Mode().IsRegular() {
		return "", time.Time{}
	}
	modified := time.Unix(s.Mtim.Unix())
	changed = time.Unix(s.Ctim.Unix())
	return fmt.Sprintf("%d:%d:%d:%d:%d", s.Size, modified.UnixNano(), changed.UnixNano(), s.Dev, s.Ino), changed
}
