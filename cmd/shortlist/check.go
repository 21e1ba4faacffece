package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/check"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

func newCheck(t *tui) *cobra.Command {
	var in inputs
	var rules, advice bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Read the content and the finished pages, and report problems",
		Long: `Check does what build does, in memory, then reads every finished page as a
visitor would: links and anchors, headings, tables, names for screen readers.
Then it holds them against each other: tables, structured data, data files,
feeds and the search index must state the same names, ranks and scores, and
nothing that is held back may stand anywhere. It writes nothing.

Warnings and advice that a file accepts under [accept] are listed at the end.`,
		Example: `  shortlist check
  shortlist check --advice
  shortlist check --strict --format github
  shortlist check --rules`,
		Args: cobra.NoArgs,
		RunE: verb(func(ctx context.Context) error {
			if rules {
				return listRules(t, in.format)
			}
			return runCheck(ctx, t, &in, advice)
		}),
	}
	in.add(cmd)
	cmd.Flags().BoolVar(&rules, "rules", false, "list every rule and what it means")
	cmd.Flags().BoolVar(&advice, "advice", false, "show reminders, too; they never fail")
	return cmd
}

func listRules(t *tui, format string) error {
	if err := checkFormat(format, formats); err != nil {
		return err
	}
	return t.rules(diag.Rules(), format)
}

func runCheck(ctx context.Context, t *tui, in *inputs, advice bool) error {
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	pages := &output.Memory{}
	options.Sink = pages
	report, err := build.Run(ctx, options)
	if err != nil {
		return err
	}
	problems := report.Problems
	if report.Published {
		faults := slices.Concat(check.Site(pages.FS(), report.Base), check.Audit(pages.FS(), report.Base), check.Held(pages.FS(), report.Base, marks(report.Held)))
		check.Name(faults, func(file string) (from, by string) { return report.Made[file].Source.File, report.Made[file].Template })
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

// marks are what gives away that something is held back.
func marks(held []guide.Held) (out []string) {
	for _, h := range held {
		out = append(out, h.Path)
		if !h.Named {
			out = append(out, h.Title)
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
