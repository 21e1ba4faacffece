package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/output"
	"shortlist/internal/rename"
)

func newRename(t *tui) *cobra.Command {
	in := inputs{drafts: true}
	var name string
	var dry bool
	cmd := &cobra.Command{
		Use:   "rename KIND OLD NEW",
		Short: "Give something another slug, wherever it is named",
		Long: `Rename gives a provider, guide, article, author, lens, use-case or source another
slug or id: it moves the files, writes the new name wherever front matter,
citations and links have the old one, and writes the old one under "formerly", by
which editions, feeds, comparisons and old addresses know it. Frozen editions stay
as they are. All else in the files stays as it is, remarks and spaces too.

A lens or use case is named with its guide, GUIDE/ID, and a source with its file:
"content/providers/evertas.md:insurance". --name writes another name, too, and
keeps the old one.

Nothing is written unless the site without errors is one without errors
afterwards. --dry-run prints the edit as a diff, and writes nothing.`,
		Example: `  shortlist rename provider b2c2 sbi-b2c2 --name "SBI B2C2"
  shortlist rename lens custody-insurance/security-first safety-first --dry-run
  shortlist rename source content/providers/evertas.md:insurance policies`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 3 {
				return misused("rename takes three words: KIND OLD NEW")
			}
			return nil
		},
		RunE: verb(func(_ context.Context, args []string) error {
			c, err := change(args, name)
			if err != nil {
				return err
			}
			return runRename(t, &in, c, dry)
		}),
	}
	in.addSite(cmd)
	cmd.Flags().StringVar(&name, "name", "", "the new `name` or title, as readers see it")
	cmd.Flags().BoolVarP(&dry, "dry-run", "n", false, "print the edit as a diff and write nothing")
	completeFlag(cmd, "name", cobra.NoFileCompletions)
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return kindNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return cmd
}

func kindNames() []string {
	var out []string
	for _, k := range rename.Kinds {
		out = append(out, string(k))
	}
	return out
}

// change is what the arguments ask for.
func change(args []string, name string) (rename.Change, error) {
	c := rename.Change{Kind: rename.Kind(args[0]), Old: args[1], New: args[2], Name: name}
	switch {
	case !slices.Contains(rename.Kinds, c.Kind):
		return c, unknown("there is no kind", args[0], "kinds", kindNames())
	case c.Kind == rename.Lens || c.Kind == rename.UseCase:
		var ok bool
		if c.In, c.Old, ok = strings.Cut(args[1], "/"); !ok {
			return c, misused("name the %s with its guide: GUIDE/%s", c.Kind, args[1])
		}
	case c.Kind == rename.Source:
		at := strings.LastIndexByte(args[1], ':')
		if at < 0 {
			return c, misused("name the source with its file: content/providers/evertas.md:%s", args[1])
		}
		c.In, c.Old = args[1][:at], args[1][at+1:]
	}
	if wrong := content.PlainText(name); name != "" && wrong != "" {
		return c, misused("--name: `%s` %s", name, wrong)
	}
	if fault, hint := content.FileName(c.New); fault != "" {
		return c, misused("%s: %s", fault, hint)
	}
	if c.Old == c.New {
		return c, misused("`%s` is what it is called", c.New)
	}
	return c, nil
}

func runRename(t *tui, in *inputs, c rename.Change, dry bool) error {
	site, o, err := in.open()
	if err != nil {
		return err
	}
	defer site.Close()
	sound := func(o build.Options, undone string) error {
		_, r := build.Plan(o)
		if err := site.Err(); err != nil {
			return err
		}
		if wrong := r.Problems.Only(diag.Error); len(wrong) > 0 {
			return t.refuse(wrong, undone)
		}
		return nil
	}
	if err := sound(o, "nothing was renamed: fix these first"); err != nil {
		return err
	}
	edits, err := rename.Plan(o.Site, c)
	if m, ok := errors.AsType[*rename.Mistake](err); ok {
		return misused("%w", m)
	}
	if err != nil {
		return err
	}
	o.Site = edits.Tree(o.Site)
	if err := sound(o, "nothing was renamed: this is what would be wrong afterwards"); err != nil {
		return err
	}
	if dry {
		return printEdits(t, edits)
	}
	files := make([]output.Rewrite, len(edits.Files))
	for i, f := range edits.Files {
		files[i] = output.Rewrite(f)
	}
	if err := output.WriteAll(site, files, edits.Folder); err != nil {
		return err
	}
	for _, f := range edits.Files {
		if f.Path == f.To {
			t.say("changed %s", f.Path)
		} else {
			t.say("moved %s to %s", f.Path, f.To)
		}
	}
	return nil
}

// printEdits prints the edit as git would, so that `git apply` takes it.
func printEdits(t *tui, edits rename.Edits) error {
	for _, f := range edits.Files {
		head := fmt.Sprintf("diff --git a/%s b/%s\n", f.Path, f.To)
		if f.Path != f.To {
			head += fmt.Sprintf("rename from %s\nrename to %s\n", f.Path, f.To)
		}
		_, body, _ := strings.Cut(string(diff.Diff("a/"+f.Path, f.Before, "b/"+f.To, f.After)), "\n")
		if _, err := fmt.Fprint(t.out, head, body); err != nil {
			return err
		}
	}
	return nil
}
