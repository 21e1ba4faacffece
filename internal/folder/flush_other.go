//go:build !linux

package folder

// FlushAll flushes the whole file system that the folder is on, and reports
// whether this system can do that at once.
func (f *Folder) FlushAll() (bool, error) { return false, nil }
