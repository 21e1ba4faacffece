package main

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/spf13/cobra"
)

// TestVerbsFail holds the exit status to what went wrong.
func TestVerbsFail(t *testing.T) {
	for _, tt := range []struct {
		err     error
		status  int
		message string
	}{
		{errors.New("no space left"), machineFailed, "no space left"},
		{misused("--now: `x` is no date"), wrongUsage, "--now: `x` is no date"},
		{found, problemsFound, "problems were found"},
		{fmt.Errorf("render: %w", context.Canceled), machineFailed, "interrupted"},
	} {
		err := verb(func(context.Context, []string) error { return tt.err })(&cobra.Command{}, nil)
		f, known := errors.AsType[*failure](err)
		if !known || f.status != tt.status || f.Error() != tt.message {
			t.Errorf("%v becomes %v", tt.err, err)
		}
	}
}
