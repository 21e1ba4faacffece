package folder

import "golang.org/x/sys/unix"

// FlushAll flushes the whole file system that the folder is on, and reports
// whether this system can do that at once.
func (f *Folder) FlushAll() (bool, error) {
	in, err := f.root.Open(".")
	if err != nil {
		return true, err
	}
	defer in.Close()
	return true, unix.Syncfs(int(in.Fd()))
}
