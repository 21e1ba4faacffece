package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// The exit statuses. A panic, too, is the machine's failure and not wrong usage,
// which is what Go's own status for it would say.
const (
	clean = iota
	problemsFound
	wrongUsage
	machineFailed
)

// failure is an error that knows its exit status. Errors that do not come from
// cobra: it complains of nothing but usage.
type failure struct {
	status int
	err    error // nil when everything has been said
}

func (f *failure) Error() string {
	if f.err == nil {
		return "problems were found"
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// misused is the failure of somebody who used the command wrongly.
func misused(format string, args ...any) error {
	return &failure{wrongUsage, fmt.Errorf(format, args...)}
}

// found is the failure of a run that has shown its problems.
var found = &failure{status: problemsFound}

// run carries out one command line and returns the exit status.
func run(ctx context.Context, args []string, t *tui) (status int) {
	defer func() {
		if r := recover(); r != nil {
			t.complain(fmt.Errorf("a fault in the program: %v\n%s", r, debug.Stack()))
			status = machineFailed
		}
	}()
	root := newRoot(t)
	root.SetArgs(args)
	ran, err := root.ExecuteContextC(ctx)
	f, known := errors.AsType[*failure](err)
	switch {
	case err == nil && t.broken != nil:
		t.complain(t.broken)
		return machineFailed
	case err == nil:
		return clean
	case !known:
		f = &failure{wrongUsage, err}
	}
	if f.err != nil {
		t.complain(f.err)
	}
	if f.status == wrongUsage {
		t.pointTo(ran.CommandPath())
	}
	return f.status
}

func newRoot(t *tui) *cobra.Command {
	root := &cobra.Command{
		Use:   "shortlist",
		Short: "Publish ranked research guides as a static site",
		Long: `Shortlist checks guides that are written in Markdown, computes every ranking
from weighted, sourced scores, and writes a folder that any host can serve.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.AddCommand(newInit(t), newNew(t), newTheme(t))
	root.AddCommand(newBuild(t), newServe(t), newCheck(t), newRank(t), newSnapshot(t), newRename(t), newDiff(t), newDue(t))
	root.AddCommand(newHost(t), newDeploy(t), newVerify(t), newVersion(t))
	root.SetHelpCommand(newHelp())
	addCompletion(root)
	return root
}

// verb makes a command's own errors failures of the machine, unless they say
// otherwise.
func verb(do func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := do(cmd.Context(), args)
		if errors.Is(err, context.Canceled) {
			err = errors.New("interrupted")
		}
		if _, known := errors.AsType[*failure](err); err == nil || known {
			return err
		}
		return &failure{machineFailed, err}
	}
}
