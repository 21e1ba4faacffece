package folder

import (
	"io/fs"
	"strconv"
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
	return markOf(s.Size, modified.UnixNano(), changed.UnixNano(), uint64(s.Dev), s.Ino), changed
}

func markOf(size, modified, changed int64, device, inode uint64) string {
	b := make([]byte, 0, 80)
	for i, n := range [...]uint64{uint64(size), uint64(modified), uint64(changed), device, inode} {
		if i > 0 {
			b = append(b, ':')
		}
		b = strconv.AppendUint(b, n, 10)
	}
	return string(b)
}
