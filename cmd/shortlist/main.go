// Command shortlist publishes ranked research guides as a static site.
//
// Each verb is one file here, and only here are the clock, the environment and
// the terminal known. What they print stands in tui.go, how a longer
// answer is laid out in answer.go and layout.go; what they do stands in the
// packages below internal.
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
	ctx, stop := context.WithCancel(context.Background())
	if os.Getenv("GOGC") == "" {
		boundGarbage()
	}
	interrupts := make(chan os.Signal, 2)
	signal.Notify(interrupts, os.Interrupt, syscall.SIGTERM)
	go end(interrupts, stop, os.Exit)
	os.Exit(run(ctx, os.Args[1:], newTUI(os.Stdout, os.Stderr)))
}

// end lets the first interrupt ask the program to end, and the second end it,
// whatever it is busy with or waits for: an answer that nobody reads, a disk that
// does not answer. Every file is whole then, too; the next build removes what is left over.
func end(interrupts <-chan os.Signal, ask func(), exit func(int)) {
	<-interrupts
	ask()
	<-interrupts
	exit(machineFailed)
}
