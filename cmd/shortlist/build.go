package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/history"
	"shortlist/internal/output"
)

func newBuild(t *tui) *cobra.Command {
	var in inputs
	var out string
	var quiet, adopt, metrics bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Write the site into public/",
		Long: `Build checks the content, ranks every guide and writes the finished site.

When there is a problem, nothing is written: the output folder stays as it was.
Files in the output folder that no build wrote are left alone and named. A folder
that holds an earlier build of this site, and no list that says so (a fresh clone,
a restored cache, a checkout of what is served), is taken over with --adopt; each
file that is taken over is named.`,
		Example: `  shortlist build
  shortlist build --drafts --out preview
  shortlist build --adopt --out gh-pages
  shortlist build --base-url https://example.com/research/ --strict`,
		Args: cobra.NoArgs,
		RunE: verb(func(ctx context.Context) error {
			return runBuild(ctx, t, &in, out, adopt, quiet, metrics)
		}),
	}
	in.add(cmd)
	cmd.Flags().StringVar(&out, "out", "", "the output `folder` (default public/ in the site folder)")
	cmd.Flags().BoolVar(&adopt, "adopt", false, "take over what an earlier build of this site could have left in the output folder")
	cmd.Flags().BoolVar(&metrics, "metrics", false, "say what each part of the build took")
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "print problems only")
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err)
	}
	return cmd
}

func runBuild(ctx context.Context, t *tui, in *inputs, out string, adopt, quiet, metrics bool) error {
	started := time.Now()
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	sink, err := output.NewDir(in.site, out)
	if err != nil {
		return misused("--out: %w", err)
	}
	sink.Adopt = adopt
	sink.Tracked = func(ctx context.Context, file string) (bool, error) { return history.Tracked(ctx, in.site, file) }
	options.Sink = sink
	p := newProgress(t.err, t.terminal, started)
	if !quiet {
		options.Progress = p.update
	}
	if metrics {
		options.Clock = func() time.Duration { return time.Since(started) }
	}
	report, err := build.Run(ctx, options)
	p.finish()
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; nothing was written")
	}
	if err != nil {
		return err
	}
	shown := visible(report.Problems, false)
	if err := t.show(shown, in.format); err != nil {
		return err
	}
	if !report.Published {
		t.counted(shown, "nothing was written")
		return found
	}
	if !quiet {
		t.built(report, sink.Folder(), since(started), in.format)
	}
	t.stages(report.Stages)
	return nil
}
