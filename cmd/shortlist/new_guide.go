package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/internal/guide"
	"shortlist/internal/scaffold"
)

func newGuide(t *tui) *cobra.Command {
	var in inputs
	var title, author, noun, entries, edition string
	cmd := &cobra.Command{
		Use:   "guide NAME",
		Short: "Begin a guide, or the next year of one",
		Long: `Guide begins a guide that is not published yet, with three criteria to write over,
and with --entries an entry and a provider for each name of a list.

With --edition 2027 it takes the guide of that name into its next year: it freezes
the ranking as it stands, sets the year, leaves a remark that begins with REVIEW in
each file that has to be looked at, and lists why. It dates nothing: reviewed and
updated say what somebody did.`,
		Example: `  shortlist new guide "Mirrorless cameras" --entries "Canon EOS R50, Sony A7 IV"
  shortlist new guide mirrorless-cameras --edition 2027`,
		Args: cobra.ExactArgs(1),
		RunE: verb(func(_ context.Context, args []string) error {
			if edition != "" {
				return runRollover(t, &in, args[0], edition)
			}
			return inSite(t, &in, func(b *adding) error { return b.guide(args[0], title, author, noun, split(entries)) })
		}),
	}
	in.addSite(cmd)
	flags := cmd.Flags()
	flags.StringVar(&title, "title", "", "its `title` (default: Best and the name)")
	flags.StringVar(&author, "author", "", "whose `byline` it has: a file of content/authors (default: the first)")
	flags.StringVar(&noun, "noun", "", "`what` it ranks, one and several: camera,cameras (default: the name)")
	flags.StringVar(&entries, "entries", "", "`whom` it ranks, with commas between them")
	flags.StringVar(&edition, "edition", "", "take the guide into this `year`")
	for _, name := range []string{"title", "author", "noun", "entries", "edition"} {
		completeFlag(cmd, name, cobra.NoFileCompletions)
	}
	cmd.ValidArgsFunction = completeGuide(&in)
	return cmd
}

func (b *adding) guide(written, title, author, noun string, entries []string) error {
	name, slug, err := fileName(written)
	if err != nil {
		return err
	}
	if author, err = b.author(author); err != nil {
		return err
	}
	forms := split(noun)
	switch len(forms) {
	case 0:
		several := strings.TrimPrefix(strings.ToLower(name), "best ")
		forms = []string{strings.TrimSuffix(several, "s"), several}
	case 1:
		forms = append(forms, forms[0]+"s")
	}
	if title == "" {
		title = "Best " + scaffold.Titled(forms[1])
	}
	for _, provider := range entries {
		if _, _, err := fileName(provider); err != nil {
			return err
		}
	}
	if err := b.add("content/guides/"+slug+"/guide.md", scaffold.Guide(title, author, guide.Noun{One: forms[0], Many: forms[1]}, b.today)); err != nil {
		return err
	}
	if len(entries) == 0 {
		b.t.say("a guide must rank somebody: shortlist new entry %s PROVIDER...", slug)
		return nil
	}
	if err := b.entries(slug, entries); err != nil {
		return err
	}
	b.t.say("it is a draft: `shortlist serve` shows it; take `draft = true` out to publish it")
	return nil
}
