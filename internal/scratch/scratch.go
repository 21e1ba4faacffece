// Package scratch keeps the temporary files of tests in memory. Tests of what
// writes sites make and remove thousands of files, which on a disk costs more than
// all that the tests look at.
package scratch

import "os"

// folder is where Linux has a file system in memory for everyone, and room is what
// must be left in it.
const (
	folder = "/dev/shm"
	room   = 1 << 30 // bytes; the scripts of commands use a tenth at a time
)

// InMemory has [testing.T.TempDir] and whatever else asks for a temporary folder
// make it in memory, if the system has a place for that and nobody has said where
// temporary files go. A TestMain calls it. In `make test`, which sets THOROUGH, they
// are on a disk, as sites are.
func InMemory() {
	if os.Getenv("THOROUGH") == "" && os.Getenv("TMPDIR") == "" && usable(folder) {
		os.Setenv("TMPDIR", folder)
	}
}
