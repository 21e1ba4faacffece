package testrun

import "syscall"

// Flags of statfs(2): the file system can only be read; no program in it can be run.
const (
	readOnly = 0x1
	noExec   = 0x8
)

// usable reports whether a file system has room and allows what tests do.
func usable(name string) bool {
	var s syscall.Statfs_t
	err := syscall.Statfs(name, &s)
	return err == nil && s.Flags&(readOnly|noExec) == 0 && s.Bavail*uint64(s.Bsize) >= room
}
