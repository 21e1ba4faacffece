package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/check"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/lint"
	"shortlist/internal/output"
)

func newCheck(t *tui) *cobra.Command {
	var in inputs
	var rules, advice bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the content and the finished pages, and report problems",
		Long: `Check does what build does, without writing, and reads every finished page as
any visitor would: links and anchors, headings and titles, names for screen
readers, structured data, feeds; and nothing that is held back may stand
anywhere. What is wrong in the same way on many pages is told once.

Warnings and advice that a file accepts under [accept] are listed at the end.
With --rules, words limit the list to the rules that have one in their name.`,
		Example: `  shortlist check
  shortlist check --advice
  shortlist check --strict --format github
  shortlist check --rules
  shortlist check --rules page-`,
		Args: func(cmd *cobra.Command, args []string) error {
			if rules {
				return nil
			}
			return cobra.NoArgs(cmd, args)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.RunE = verb(func(ctx context.Context, words []string) error {
		if rules {
			return listRules(t, in.format, words)
		}
		return runCheck(ctx, t, &in, advice)
	})
	in.add(cmd)
	cmd.Flags().BoolVar(&rules, "rules", false, "list every rule and what it means")
	cmd.Flags().BoolVar(&advice, "advice", false, "show reminders, too; they never fail")
	return cmd
}

func runCheck(ctx context.Context, t *tui, in *inputs, advice bool) error {
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	if t.folder, err = in.inRepository(ctx); err != nil {
		return err
	}
	pages := &reading{site: options.Site}
	options.Sink, options.Planned = pages, pages.planned
	report, err := build.Run(ctx, options)
	if err != nil {
		return err
	}
	problems := report.Problems
	changed, unseen := unannounced(ctx, in.site, options)
	changed.Quote(options.Site)
	problems = append(problems, lint.WithoutAccepted(changed, report.Accepted)...)
	problems.Sort()
	if len(unseen) > 0 && in.format == "text" {
		fmt.Fprintf(t.err, "changed-not-updated: the history of this clone does not go back far enough for %s; `git fetch --unshallow` gets it\n", some(unseen))
	}
	if report.Published {
		faults := pages.checker.Problems()
		check.Name(faults, func(file string) (from, by string) {
			return report.Made()[file].Source.File, report.Made()[file].Template
		})
		problems = append(problems, faults...)
		problems.Sort()
	}
	shown := visible(problems, advice)
	if err := t.show(shown, in.format); err != nil {
		return err
	}
	failed := problems.Fails(in.strict)
	if in.format == "text" {
		t.checked(report, problems, shown, failed)
	}
	if failed {
		return found
	}
	return nil
}

// reading is a sink that has each file checked and forgets it.
type reading struct {
	site         fs.FS
	checker      *check.Checker
	files, bytes atomic.Int64
	idle         sync.Pool // of buffers
}

// planned makes the checker, once it is known what is held back.
func (r *reading) planned(report build.Report) {
	o := check.Options{BaseURL: report.BaseURL}
	var titles []string
	for _, h := range report.Held {
		o.Addresses = append(o.Addresses, h.Path)
		if !h.Named {
			titles = append(titles, h.Title)
		}
	}
	o.Titles = check.NewPhrases(unwritten(r.site, titles, report.Held))
	r.checker = check.New(o)
}

func (r *reading) Begin(context.Context, output.Settings) error { return nil }

func (r *reading) Write(name string, render func(io.Writer) error) error {
	b, ok := r.idle.Get().(*bytes.Buffer)
	if !ok {
		b = &bytes.Buffer{}
	}
	defer r.idle.Put(b)
	b.Reset()
	if err := render(b); err != nil {
		return err
	}
	r.checker.Read(name, b.Bytes())
	r.files.Add(1)
	r.bytes.Add(int64(b.Len()))
	return nil
}

// Keep has nothing to take over: each file is read anew.
func (r *reading) Keep(string, string) (kept bool, was string) { return false, "" }

func (r *reading) Commit() (output.Result, error) {
	return output.Result{Files: int(r.files.Load()), Bytes: r.bytes.Load()}, nil
}

func (r *reading) Discard() error { return nil }

// unwritten are the titles that nobody has written but in what is held back. One
// that published content or a template has is announced on purpose.
func unwritten(site fs.FS, titles []string, held []guide.Held) []string {
	sought := check.NewPhrases(titles)
	written, secret := map[string]bool{}, sources(held)
	for _, folder := range []string{"content", "templates", "static"} {
		if sought == nil {
			break
		}
		// What cannot be read is published by nobody.
		_ = fs.WalkDir(site, folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || !d.IsDir() && (secret[name] || !d.Type().IsRegular()):
				return nil
			case d.IsDir() && secret[name]:
				return fs.SkipDir
			}
			switch path.Ext(name) {
			case ".md", ".toml", ".html", ".svg", ".js", ".txt", ".json", ".xml", ".csv":
				if text, err := fs.ReadFile(site, name); err == nil {
					for _, title := range sought.In(text) {
						written[title] = true
					}
				}
			}
			return nil
		})
	}
	var out []string
	for _, title := range titles {
		if !written[title] {
			out = append(out, title)
		}
	}
	return out
}

// sources are the files and, of guides, the folders that what is held back is
// written in.
func sources(held []guide.Held) map[string]bool {
	out := map[string]bool{}
	for _, h := range held {
		out[h.Origin.File] = true
		if path.Base(h.Origin.File) == "guide.md" {
			out[path.Dir(h.Origin.File)] = true
		}
	}
	return out
}

// visible leaves reminders out unless they were asked for.
func visible(problems diag.List, advice bool) diag.List {
	if advice {
		return problems
	}
	return problems.Only(diag.Error, diag.Warning)
}
