package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/history"
	"shortlist/internal/output"
)

func newBuild(t *tui) *cobra.Command {
	var in inputs
	var out string
	var wanted wanted
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Write the site into public/",
		Long: `Build checks the content, ranks every guide and writes the finished site.

Where nothing has changed since the last build, nothing is done. What the build
before made of the same things is taken over, not made again. --verify makes all
of it and compares; --explain says of one page why it
was made again.

When there is a problem, nothing is written: the output folder stays as it was.
Files in the output folder that no build wrote are left alone and named. A folder
that holds an earlier build of this site, and no list that says so (a fresh clone,
a restored cache, a checkout of what is served), is taken over with --adopt; each
file that is taken over is named.

With --revision, what git has at a commit is built, whatever the folder holds now.`,
		Example: `  shortlist build
  shortlist build --drafts --out preview
  shortlist build --adopt --out gh-pages
  shortlist build --host netlify --revision HEAD
  shortlist build --base-url https://example.com/research/ --strict`,
		Args: cobra.NoArgs,
		RunE: verb(func(ctx context.Context, _ []string) error {
			return runBuild(ctx, t, &in, out, wanted)
		}),
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&in.preview, "preview", false, "build what is to be looked at before it is published: with drafts, and search engines are kept out")
	cmd.Flags().StringVar(&out, "out", "", "the output `folder` (default public/ in the site folder)")
	cmd.Flags().BoolVar(&wanted.adopt, "adopt", false, "take over what an earlier build of this site could have left in the output folder")
	cmd.Flags().BoolVar(&wanted.record, "record", false, "note the addresses of the site in content/addresses.txt, which then lead somewhere for good")
	cmd.Flags().BoolVar(&wanted.metrics, "metrics", false, "say what each part of the build took")
	cmd.Flags().BoolVarP(&wanted.quiet, "quiet", "q", false, "print problems only")
	cmd.Flags().BoolVar(&wanted.verify, "verify", false, "make every file, and fail where one that would have been taken over is another")
	cmd.Flags().StringVar(&wanted.explain, "explain", "", "say why the `page` of this path, such as /guides/x/, was made again or was not")
	cmd.Flags().StringVar(&wanted.revision, "revision", "", "build what git has at a `revision`, and name the commit in build/manifest.json")
	completeFlag(cmd, "revision", cobra.NoFileCompletions)
	if err := cmd.MarkFlagDirname("out"); err != nil {
		panic(err)
	}
	return cmd
}

// wanted is how a build is to be done.
type wanted struct {
	quiet, adopt, metrics, verify, record bool
	explain, revision                     string
}

func runBuild(ctx context.Context, t *tui, in *inputs, out string, how wanted) error {
	started := time.Now()
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	if t.folder, err = in.inRepository(ctx); err != nil {
		return err
	}
	if err := atRevision(ctx, in, how.revision, &options); err != nil {
		return err
	}
	if how.record && (options.Drafts || how.revision != "") {
		return misused("--record: only what the folder publishes is noted, without --drafts, --preview and --revision")
	}
	sink, err := output.NewDir(in.site, out)
	if err != nil {
		return misused("--out: %w", err)
	}
	sink.Adopt, sink.Verify = how.adopt, how.verify
	sink.Tracked = func(ctx context.Context, file string) (bool, error) { return history.Tracked(ctx, in.site, file) }
	past := sink.Past("content", "templates", "static")
	options.Sink, options.Explain, options.Program = sink, how.explain, past.Program(programMark(started), program)
	options.Version = "shortlist " + release()
	if how.revision == "" {
		options.Past, options.Again = past, how.verify || how.adopt || how.record
	}
	p := newProgress(t.err, t.terminal, started)
	if !how.quiet {
		options.Progress = p.update
	}
	if how.metrics {
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
	if !how.quiet {
		t.built(report, sink.Folder(), since(started), in.format)
	}
	t.stages(report.Stages)
	if how.record {
		if err := record(t, root, report.Addresses); err != nil {
			return err
		}
	}
	if how.metrics {
		t.hits(report)
	}
	switch {
	case how.explain != "" && report.Why == "":
		return misused("--explain: the site has no page %s", how.explain)
	case how.explain != "":
		t.say("%s was %s", how.explain, report.Why)
	}
	if report.Overlooked && len(report.Adopted) == 0 {
		return errors.New("a fault in the program: nothing was found to have changed since the last build, and the site came out otherwise; what was written is right")
	}
	if len(report.Wrong) > 0 {
		return fmt.Errorf("a fault in the program: %s would have been taken over from the build before, with other bytes than it has now; what was written is right",
			strings.Join(report.Wrong, ", "))
	}
	return nil
}
