package main

import (
	"os"
	"testing"
)

// TestEnd: the first interrupt asks, the second ends.
func TestEnd(t *testing.T) {
	interrupts := make(chan os.Signal)
	asked, ended := make(chan bool), make(chan int)
	go end(interrupts, func() { asked <- true }, func(status int) { ended <- status })
	interrupts <- os.Interrupt
	<-asked
	select {
	case <-ended:
		t.Error("the first interrupt ended the program")
	default:
	}
	interrupts <- os.Interrupt
	if status := <-ended; status != machineFailed {
		t.Errorf("status %d", status)
	}
}
