package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/deploy"
	"shortlist/internal/folder"
	"shortlist/internal/output"
	"shortlist/internal/verify"
)

// sending is how a deploy is to be done.
type sending struct {
	inputs
	out, revision              string
	plan, adopt, unlock, quiet bool
	grace                      time.Duration
}

// planName is the file that --plan writes, in the site folder.
const planName = "deploy.json"

func newDeploy(t *tui) *cobra.Command {
	var s sending
	cmd := &cobra.Command{
		Use:   "deploy TARGET",
		Short: "Send what a build wrote to where it is served from",
		Long: `Deploy sends the output folder to a target of rclone, which has to be installed:
a bucket, a server, a folder. Only what has changed is sent, with the headers that
each kind of file needs where a storage keeps headers: what pages need first, then
pages, then the list of files, and removals last. What fails ends the deploy, and
the next one goes on from there.

Only what an earlier deploy sent is removed or replaced. Files with a hash in their
name stay for --grace after the last page that names them is gone.

--plan sends nothing: it says what would change, and writes deploy.json, with the
order, the headers and the addresses to forget in caches, for a transport of your own.

--revision builds what git has at a commit and sends that: to undo a deploy, send
the revision before. The site is built into the output folder.`,
		Example: `  shortlist deploy --plan storage:research
  shortlist deploy storage:research
  shortlist deploy storage:research --revision HEAD~1`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.RunE = verb(func(ctx context.Context, args []string) error { return runDeploy(ctx, t, &s, args[0]) })
	s.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&s.out, "out", "", "the `folder` to send (default public/ in the site folder)")
	flags.StringVar(&s.revision, "revision", "", "build what git has at a `revision`, and send it")
	flags.BoolVar(&s.plan, "plan", false, "send nothing, and write deploy.json")
	flags.BoolVar(&s.adopt, "adopt", false, "take over files at the target that no deploy is known to have sent")
	flags.BoolVar(&s.unlock, "unlock", false, "go on although another deploy has the lock: it was killed")
	flags.DurationVar(&s.grace, "grace", 7*24*time.Hour, "how long files with a hash in their name stay when no page names them any more")
	flags.BoolVarP(&s.quiet, "quiet", "q", false, "print problems only")
	completeFlag(cmd, "revision", cobra.NoFileCompletions)
	completeFlag(cmd, "grace", cobra.NoFileCompletions)
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err)
	}
	return cmd
}

func runDeploy(ctx context.Context, t *tui, s *sending, target string) error {
	if s.grace < 0 {
		return misused("--grace: %v is in the past", s.grace)
	}
	if s.revision != "" {
		if err := runBuild(ctx, t, &s.inputs, s.out, wanted{quiet: true, revision: s.revision}); err != nil {
			return err
		}
	}
	site, _, err := s.open()
	if err != nil {
		return err
	}
	defer site.Close()
	if s.out == "" {
		s.out = filepath.Join(s.site, "public")
	}
	tree, err := folder.Open(s.out)
	if err != nil {
		return misused("there is no folder %s: build the site first", s.out)
	}
	defer tree.Close()
	now, err := s.today()
	if err != nil {
		return err
	}
	o := deploy.Options{Folder: tree, Path: s.out, Remote: &deploy.Remote{Target: target}, Now: now, Grace: s.grace, Adopt: s.adopt, Unlock: s.unlock, Only: s.plan, Name: deployName()}
	if !s.quiet && !s.plan {
		o.Progress = func(step string, files int) { t.say("%s: %s", step, count(files, "file")) }
	}
	plan, err := deploy.Run(ctx, o)
	if err != nil {
		return deployFailure(err)
	}
	if s.plan {
		text, err := plan.Bytes()
		if err == nil {
			err = output.WriteRecord(site, planName, text)
		}
		if err != nil {
			return err
		}
	}
	if !s.quiet {
		t.deployed(plan, target, s.plan)
	}
	return nil
}

// deployName is the name of this deploy, unlike that of any other.
func deployName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	return fmt.Sprintf("%s-%s-%d", time.Now().UTC().Format("20060102T150405.000000000Z"), host, os.Getpid())
}

// deployFailure says what to do about what a deploy found.
func deployFailure(err error) error {
	if standing, ok := errors.AsType[*deploy.Standing](err); ok {
		return &failure{problemsFound, fmt.Errorf("%w: name another target, or take them over with --adopt", standing)}
	}
	if locked, ok := errors.AsType[*deploy.Locked](err); ok {
		return &failure{problemsFound, fmt.Errorf("%w: wait for it, or if it has ended without giving up its lock, deploy with --unlock", locked)}
	}
	if changed, ok := errors.AsType[*deploy.NotBuilt](err); ok {
		return &failure{problemsFound, fmt.Errorf("%w: build the site again", changed)}
	}
	if none, ok := errors.AsType[*verify.NoList](err); ok {
		return &failure{problemsFound, fmt.Errorf("%w: build the site first", none)}
	}
	if errors.Is(err, fs.ErrPermission) {
		return &failure{machineFailed, err}
	}
	return err
}

// deployed says what a deploy did, or would do.
func (t *tui) deployed(p *deploy.Plan, target string, only bool) {
	sent, fresh := 0, 0
	for _, step := range p.Steps {
		for _, put := range step.Put {
			sent++
			if put.Why == "new" {
				fresh++
			}
		}
		if only {
			t.say("%s: %s", step.Name, count(len(step.Put), "file"))
		}
	}
	later := ""
	if len(p.Later) > 0 {
		later = ", " + count(len(p.Later), "file") + " to be removed later"
	}
	what := fmt.Sprintf("%s to %s, %d of them new, %s%s", count(sent, "file"), target, fresh, count(len(p.Remove), "removal"), later)
	switch {
	case only:
		t.say("would send %s; the plan is in %s", what, planName)
	case p.Nothing():
		t.say("nothing to do: %s has all of it%s", target, later)
	default:
		t.say("sent %s", what)
	}
}
