package testrun

import (
	"os"
	"os/exec"
)

// Thorough reports whether all is to be tried, as `make test` does. Ask it within a
// test, so that `go test` keeps apart what it knows of each.
func Thorough() bool { return os.Getenv("THOROUGH") != "" }

// Some is how many cases are tried: all of them only where [Thorough] says so.
func Some(some, all int) int {
	if Thorough() {
		return all
	}
	return some
}

// Needs skips a test that runs a program which is not installed here. Where all is to
// be tried it fails instead: `make test` installs what it needs.
func Needs(t interface {
	Helper()
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
}, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if Thorough() {
			t.Fatalf("%s is not installed", program)
		}
		t.Skipf("%s is not installed here", program)
	}
}
