package main

import (
	"bytes"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"shortlist/internal/history"
	"shortlist/internal/report/sentence"
)

func newDiff(t *tui) *cobra.Command {
	var in inputs
	var guide, format string
	var exitCode, addresses bool
	cmd := &cobra.Command{
		Use:   "diff [REVISION | EDITION] [REVISION | EDITION]",
		Short: "Show which ranks moved and because of what, and which facts changed",
		Long: `Diff compares two states of the site. It says of each rank that moved what moved it,
then what else readers are told otherwise: fees, regions, awards, attributes,
measured figures, the text, sources and questions. A state is a git revision in any notation that git knows,
an edition (a date such as 2025-09, of the guides that have one), or the working
tree, which is what a state that is left out means. Without arguments it compares
HEAD with the working tree. Where an edition and a revision share a name, the
edition is meant.

Changes are replayed in a fixed order: who left, who joined, scores, weights,
method. A move is put down to the change at which it happened. One that stays
within the range that was stated for the rank before is said to. An edition of
before facts were frozen is compared in its ranking and its awards alone.

It reads git's objects and nothing else: neither the working tree nor the index is
touched. With --exit-code the status is 1 when a rank moved; guides that are new
or gone are named and do not count.`,
		Example: `  shortlist diff
  shortlist diff origin/main --format markdown
  shortlist diff 2025-09 --guide custody-insurance
  shortlist diff v1.2 HEAD --exit-code`,
		Args: cobra.MaximumNArgs(2),
		RunE: verb(func(ctx context.Context, args []string) error {
			if addresses {
				return diffAddresses(ctx, &sides{t: t, in: &in}, args, format, exitCode)
			}
			return runDiff(ctx, t, &in, args, guide, format, exitCode)
		}),
	}
	in.addSite(cmd)
	flags := cmd.Flags()
	flags.StringVar(&guide, "guide", "", "compare only this `guide`")
	flags.StringVar(&format, "format", "text", "the `format` of the comparison: text, markdown or json")
	flags.BoolVar(&addresses, "addresses", false, "compare which addresses the site has, and where those lead that go")
	flags.BoolVar(&exitCode, "exit-code", false, "exit with 1 when a rank moved")
	completeFlag(cmd, "format", cobra.FixedCompletions(answerFormats, cobra.ShellCompDirectiveNoFileComp))
	completeFlag(cmd, "guide", completeGuide(&in))
	return cmd
}

// difference is two states of a site with what differs between them.
type difference struct {
	before, after side
	guides        []guideChange
}

// guideChange is one guide of both states, or of one of them.
type guideChange struct {
	history.Pair
	sentence.Change // empty where one side has no such guide
}

func runDiff(ctx context.Context, t *tui, in *inputs, args []string, guide, format string, exitCode bool) error {
	if err := checkFormat(format, answerFormats); err != nil {
		return err
	}
	s := &sides{t: t, in: in}
	d, err := s.compare(ctx, args)
	if err != nil {
		return err
	}
	if guide != "" {
		if err := d.only(guide); err != nil {
			return err
		}
	}
	var printed bytes.Buffer
	if format == "json" {
		err = d.json(&printed)
	} else {
		err = d.answer().write(&printed, format, screenOf(t.out))
	}
	if err != nil {
		return err
	}
	if _, err := t.out.Write(printed.Bytes()); err != nil {
		return err
	}
	if exitCode && d.moved() > 0 {
		return found
	}
	return nil
}

// compare finds the two sides that the arguments name and what differs.
func (s *sides) compare(ctx context.Context, args []string) (*difference, error) {
	if len(args) == 0 {
		args = []string{"HEAD"}
	}
	d := &difference{}
	var err error
	if d.before, err = s.named(ctx, args[0]); err != nil {
		return nil, err
	}
	if len(args) == 2 {
		d.after, err = s.named(ctx, args[1])
	} else {
		d.after, err = s.workTree()
	}
	if err != nil {
		return nil, err
	}
	for _, p := range history.Pairs(d.before.state, d.after.state) {
		c := guideChange{Pair: p}
		if p.Before != nil && p.After != nil {
			c.Change = sentence.Changes(p.Before, p.After)
		}
		d.guides = append(d.guides, c)
	}
	return d, nil
}

// only leaves one guide in the comparison.
func (d *difference) only(guide string) error {
	d.guides = slices.DeleteFunc(d.guides, func(c guideChange) bool { return c.Guide != guide })
	if len(d.guides) > 0 {
		return nil
	}
	var slugs []string
	for _, s := range []side{d.before, d.after} {
		for _, r := range s.state.Guides {
			slugs = append(slugs, r.Guide)
		}
	}
	slices.Sort(slugs)
	slugs = slices.Compact(slugs)
	if !slices.Contains(slugs, guide) {
		return unknown("--guide: there is no guide", guide, "guides", slugs)
	}
	lacking := d.before
	if d.before.has(guide) {
		lacking = d.after
	}
	return misused("--guide: `%s` has no place in %s", guide, lacking.label)
}

// moved counts the ranks that moved.
func (d *difference) moved() int {
	n := 0
	for _, c := range d.guides {
		n += len(c.Moves)
	}
	return n
}
