// Command shortlist publishes ranked research guides as a static site.
//
// Each verb is one file here, and only here are the clock, the environment and
// the terminal known. How they speak on the screen stands in tui.go, how longer
// answers are laid out in sheet.go and layout.go; what the verbs do
// stands in the packages below internal.
//
// The exit status is 0 when all is well, 1 when problems were found, 2 when the
// command was used wrongly, and 3 when the machine failed.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], newTUI(os.Stdout, os.Stderr))
	stop()
	os.Exit(status)
}
