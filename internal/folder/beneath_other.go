//go:build !linux

package folder

import (
	"io/fs"
	"os"
)

// direct is for systems that open a file below a folder in one call.
type direct struct{}

func (*direct) close() {}

func (*Folder) readDirect(string) (*os.File, bool)    { return nil, false }
func (*Folder) folderDirect(string) (int, bool)       { return 0, false }
func (*Folder) statDirect(string) (fs.FileInfo, bool) { return nil, false }
func (*Folder) makeDirect(string) bool                { return false }
func (*Folder) removeDirect(string) bool              { return false }

func sameFile(a, b fs.FileInfo) bool { return os.SameFile(a, b) }
