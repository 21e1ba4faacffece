package serve

import (
	"errors"
	"syscall"
)

// What Windows says of a port that is taken has no name in package syscall, whose
// EADDRINUSE is a number of Go's own there.
const (
	inUse     = syscall.Errno(10048) // WSAEADDRINUSE
	exclusive = syscall.Errno(10013) // WSAEACCES: taken for one process alone, or kept back by the system
)

func isInUse(err error) bool { return errors.Is(err, inUse) || errors.Is(err, exclusive) }
