package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/spf13/cobra"

	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/output"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/sentence"
	"shortlist/internal/report/table"
)

func newSnapshot(t *tui) *cobra.Command {
	var in inputs
	var date string
	var force bool
	cmd := &cobra.Command{
		Use:   "snapshot GUIDE",
		Short: "Freeze a guide's ranking as an edition",
		Long: `Snapshot writes a guide's ranking as it stands, with every score and its reason and
the facts that readers are told, to content/guides/GUIDE/editions/DATE.toml. The edition keeps its page for good,
and later readers see what has changed since. The addresses of the site, that of
the edition among them, are noted in content/addresses.txt, as build --record does.

An edition is a record. One that is there is not replaced, unless with --force;
to write the same once more changes nothing.`,
		Example: `  shortlist snapshot custody-insurance
  shortlist snapshot custody-insurance --date 2025-09`,
		Args: cobra.MaximumNArgs(1),
		RunE: verb(func(_ context.Context, args []string) error { return runSnapshot(t, &in, args, date, force) }),
	}
	in.addSite(cmd)
	cmd.Flags().StringVar(&date, "date", "", "the `date` of the edition, such as 2025-09 or 2025-09-12 (default: the guide's last update)")
	cmd.Flags().BoolVar(&force, "force", false, "replace an edition that says something else")
	completeFlag(cmd, "date", cobra.NoFileCompletions)
	cmd.ValidArgsFunction = completeGuide(&in)
	return cmd
}

// completeGuide lets a shell complete the one argument that is a guide.
func completeGuide(in *inputs) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) (slugs []string, _ cobra.ShellCompDirective) {
		if lib, _, err := in.load(); err == nil && lib != nil && len(args) == 0 {
			for _, g := range lib.Guides {
				slugs = append(slugs, g.Slug)
			}
		}
		return slugs, cobra.ShellCompDirectiveNoFileComp
	}
}

func runSnapshot(t *tui, in *inputs, args []string, date string, force bool) error {
	var on guide.Date
	if date != "" {
		var ok bool
		if on, ok = content.ParseDate(date); !ok {
			return misused("--date: `%s` is not a date such as 2025-09 or 2025-09-12", date)
		}
		today, err := in.today()
		if err != nil {
			return err
		}
		if on.Compare(dateOf(today)) > 0 {
			return misused("--date: %s is still to come: an edition says how the ranking stood", on)
		}
	}
	lib, err := in.library(t, "nothing was written")
	if err != nil {
		return err
	}
	chosen, err := perspective{}.of(lib, args)
	if err != nil {
		return err
	}
	if on.IsZero() {
		on = chosen.guide.Dates.Updated
	}
	return freeze(t, in, chosen.guide, on, force)
}

// freeze writes the edition, unless another is there.
func freeze(t *tui, in *inputs, g *guide.Guide, on guide.Date, force bool) error {
	edition := table.Freeze(g, rank.Rank(table.Published(g)), on, report.Plain)
	name, data := content.EditionPath(g.Slug, on), content.EncodeEdition(edition)
	// What cannot be read back would break the next build.
	if _, problems := content.DecodeEdition(name, data); len(problems) > 0 {
		return fmt.Errorf("the edition would not be valid: %s: %s", problems[0].Span.File, problems[0].Message)
	}
	root, options, err := in.open()
	if err != nil {
		return err
	}
	defer root.Close()
	there, err := root.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case bytes.Equal(there, data):
		t.say("%s is there and says the same; nothing was written", name)
		return nil
	case !force && bytes.Equal(there, content.EncodeEdition(withoutFacts(edition))):
		t.say("%s is there and says the same of the ranking, without the facts; nothing was written (--force adds them)", name)
		return nil
	case !force:
		return misused("%s is there and says something else; an edition is a record: "+
			"give --date for another, or --force to replace it (`shortlist diff %s --guide %s` shows what moved)", name, on, g.Slug)
	}
	if err := output.WriteRecord(root, name, data); err != nil {
		return err
	}
	t.say("wrote %s: %s, %s", name, counted(len(edition.Entries), "place", "places"), sentence.Foremost(edition))
	return recordPlanned(t, root, options)
}

// withoutFacts is the edition as it was written before facts were frozen.
func withoutFacts(e *guide.Edition) *guide.Edition {
	old := *e
	old.Description, old.Attributes, old.Questions, old.Sources = "", nil, nil, nil
	old.Entries = slices.Clone(e.Entries)
	for i := range old.Entries {
		old.Entries[i].Facts = nil
		old.Entries[i].Scores = slices.Clone(old.Entries[i].Scores)
		for k := range old.Entries[i].Scores {
			old.Entries[i].Scores[k].Figure = ""
		}
	}
	return &old
}
