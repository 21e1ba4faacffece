// Package testrun has the tests of a package cost less. In `make test`, which sets
// THOROUGH, it does nothing: there sites lie on a disk, as they do elsewhere.
package testrun

import (
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

// memory is where Linux has a file system in memory for everyone, and room is what
// must be left in it.
const (
	memory = "/dev/shm"
	room   = 1 << 30 // bytes
)

// Main runs tests, for a TestMain.
//
// Temporary folders are made in memory, where the system has a place for that and
// nobody has said where they go: on a disk, to make and to remove thousands of files
// costs more than what the tests look at. Garbage is collected seldom, since the heap
// of most tests is small, and a process that runs them is short; where benchmarks are
// asked for, it is collected as always.
func Main(tests interface{ Run() int }) {
	if !Thorough() {
		if os.Getenv("TMPDIR") == "" && usable(memory) {
			os.Setenv("TMPDIR", memory)
		}
		if os.Getenv("GOGC") == "" && !slices.ContainsFunc(os.Args, isBench) {
			debug.SetGCPercent(800)
			debug.SetMemoryLimit(512 << 20)
		}
	}
	os.Exit(tests.Run())
}

func isBench(arg string) bool { return strings.HasPrefix(arg, "-test.bench=") }
