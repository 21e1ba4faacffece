//go:build unix

package folder

import (
	"testing"

	"golang.org/x/sys/unix"
)

func pipe(t testing.TB, name string) {
	t.Helper()
	if err := unix.Mkfifo(name, 0o666); err != nil {
		t.Skip(err)
	}
}
