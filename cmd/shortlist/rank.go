package main

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"shortlist/internal/export/dataset"
	"shortlist/internal/guide"
	"shortlist/internal/rank"
	"shortlist/internal/report"
	"shortlist/internal/report/table"
)

// rankFormats are the forms of a ranking. The proof of one place has the first
// two; the others hold the whole ranking, proofs and all.
var rankFormats = []string{"text", "markdown", "json", "csv"}

func newRank(t *tui) *cobra.Command {
	var in inputs
	var choice perspective
	var format string
	cmd := &cobra.Command{
		Use:   "rank GUIDE [PROVIDER]",
		Short: "Print a ranking, or the proof of one place in it",
		Long: `Rank prints a guide's order with the range that each rank keeps to. With a
provider it prints the proof of that place: each weight times each score, the
sum, the rank, what would change it, and the reasons with their sources.

The order is the published one, unless a lens, own weights or a region is named.
Of a region it says in which of three ways each serves it: by name, as a part of a
wider one, or as a part of the whole world.
With --format json it is the document that the site serves as ranking.json.`,
		Example: `  shortlist rank custody-insurance
  shortlist rank custody-insurance evertas
  shortlist rank custody-insurance --lens security-first
  shortlist rank custody-insurance --weights security=40,costs=20 --region sg
  shortlist rank custody-insurance --format csv > ranking.csv`,
		Args: cobra.MaximumNArgs(2),
		RunE: verb(func(_ context.Context, args []string) error { return runRank(t, &in, choice, format, args) }),
	}
	in.addSite(cmd)
	flags := cmd.Flags()
	flags.StringVar(&choice.lens, "lens", "", "rank under the weights of the lens with this `id`")
	flags.StringVar(&choice.weights, "weights", "", "rank under own `weights` in whole percent, such as security=40,costs=20; the other criteria share the rest")
	flags.StringVar(&choice.region, "region", "", "rank only who serves the region with this `id`")
	flags.StringVar(&format, "format", "text", "the `format` of the ranking: text, markdown, json or csv")
	completeFlag(cmd, "format", cobra.FixedCompletions(rankFormats, cobra.ShellCompDirectiveNoFileComp))
	completeNames(cmd, &in)
	return cmd
}

func runRank(t *tui, in *inputs, choice perspective, format string, args []string) error {
	if err := checkFormat(format, rankFormats); err != nil {
		return err
	}
	if len(args) == 2 && (format == "json" || format == "csv") {
		return misused("--format: %s holds the whole ranking with every proof in it; leave `%s` out", format, args[1])
	}
	lib, err := in.library(t, "nothing was ranked")
	if err != nil {
		return err
	}
	p, err := choice.of(lib, args)
	if err != nil {
		return err
	}
	var printed bytes.Buffer
	if err := p.write(&printed, format, screenOf(t.out)); err != nil {
		return err
	}
	_, err = t.out.Write(printed.Bytes())
	return err
}

// write writes the answer in one of the formats.
func (p *presentation) write(w io.Writer, format string, s screen) error {
	switch format {
	case "json", "csv":
		d := dataset.New(p.g, p.baseURL)
		if format == "csv" {
			return dataset.CSV(w, d)
		}
		return dataset.JSON(w, d)
	}
	a := p.standings()
	if p.provider != nil {
		a = p.proof(p.g.Ranking.Find(p.provider.Provider))
	}
	return a.write(w, format, s)
}

// presentation is a ranking with all that is said of it.
type presentation struct {
	g         *report.Guide // in the order that is asked for
	published rank.Ranking  // the order that the guide is published in
	guide     *guide.Guide
	view      table.View
	provider  *report.Entry // whose place is to be proved; nil for the whole order
	baseURL   string
	ties      string // tells of the commercial ties with those that are ranked; empty for none
}
