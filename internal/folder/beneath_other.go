//go:build !linux

package folder

import (
	"errors"
	"io/fs"
	"os"
)

// direct is for systems that open a file below a folder in one call.
type direct struct{}

func (*direct) close() {}

func (*Folder) readDirect(string) (*os.File, bool)      { return nil, false }
func (*Folder) folderDirect(string) (int, func(), bool) { return 0, nil, false }
func (*Folder) statDirect(string) (fs.FileInfo, bool)   { return nil, false }
func (*Folder) makeDirect(string) bool                  { return false }
func (*Folder) removeDirect(string) bool                { return false }

func renameNew(int, string, int, string) error { return errors.ErrUnsupported }

func sameFile(a, b fs.FileInfo) bool { return os.SameFile(a, b) }
