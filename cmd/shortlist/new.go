package main

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/internal/content"
	"shortlist/internal/folder"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/output"
	"shortlist/internal/scaffold"
)

func newNew(t *tui) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Begin a guide, provider, entry, article, author or page",
		Long: `New writes a file with every key that such a file may have: what must be there
first, then as remarks what may be, each with its meaning. Words that are to come
are marked, and check finds them. Nothing that is there is overwritten.

A NAME may be written as readers will see it: "Canon EOS R50" becomes the file
canon-eos-r50.md, with that name in it.`,
		Example: `  shortlist new guide "Mirrorless cameras" --entries "Canon EOS R50, Sony A7 IV"
  shortlist new entry mirrorless-cameras "Nikon Z6 III" "Fujifilm X-T5"
  shortlist new article "How autofocus works"
  shortlist new guide mirrorless-cameras --edition 2027`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newGuide(t), newEntry(t),
		newFile(t, "provider", "providers/", func(_ *adding, name, slug string) (string, error) { return scaffold.Provider(name, slug), nil }),
		newFile(t, "author", "authors/", func(_ *adding, name, _ string) (string, error) { return scaffold.Author(name), nil }),
		newFile(t, "page", "pages/", func(_ *adding, name, _ string) (string, error) { return scaffold.Page(name), nil }),
		newFile(t, "article", "articles/", func(b *adding, name, _ string) (string, error) {
			author, err := b.author("")
			return scaffold.Article(name, author, b.today), err
		}))
	return cmd
}

// adding is an open site to which files are added.
type adding struct {
	t     *tui
	site  *folder.Folder
	today guide.Date
}

// inSite opens a site, and adds something to it.
func inSite(t *tui, in *inputs, do func(*adding) error) error {
	site, o, err := in.open()
	if err != nil {
		return err
	}
	defer site.Close()
	if _, err := site.Lstat("content"); errors.Is(err, fs.ErrNotExist) {
		return misused("there is no folder content here: `shortlist init` begins a publication, and --site names another folder")
	}
	return do(&adding{t, site, dateOf(o.Now)})
}

// add writes a new file; one that is there is left as it is.
func (b *adding) add(name, text string) error {
	made, err := output.WriteFirst(b.site, name, []byte(text))
	if err == nil && !made {
		return misused("%s is there already, and nothing is overwritten", name)
	}
	if err == nil {
		b.t.say("wrote %s", name)
	}
	return err
}

// fileName tells a file's name from the one that readers see. Who writes the file's
// name gets its words.
func fileName(written string) (name, slug string, err error) {
	written = strings.TrimSpace(written)
	if wrong := content.PlainText(written); wrong != "" {
		return "", "", misused("`%s` %s", written, wrong)
	}
	slug = markdown.Slug(written)
	if fault, hint := content.FileName(slug); fault != "" {
		if slug == "" {
			return "", "", misused("`%s` has no letters or digits that a file's name may have: name the file in Latin letters, and write the name into it", written)
		}
		return "", "", misused("%s: %s", fault, hint)
	}
	if name = written; name == slug {
		name = scaffold.Titled(strings.ReplaceAll(slug, "-", " "))
	}
	return name, slug, nil
}

// author is whose byline a new text gets: the one that was named, else the first.
func (b *adding) author(wanted string) (string, error) {
	all := content.Slugs(b.site, "authors")
	switch {
	case wanted != "" && !slices.Contains(all, wanted):
		return "", misused("--author: there is no file content/authors/%s.md", wanted)
	case wanted != "":
		return wanted, nil
	case len(all) == 0:
		return "", misused("there is no author yet: `shortlist new author NAME` first")
	}
	return all[0], nil
}

// newFile is the command that begins files of a kind of which each stands alone.
func newFile(t *tui, kind, into string, text func(b *adding, name, slug string) (string, error)) *cobra.Command {
	var in inputs
	cmd := &cobra.Command{
		Use:   kind + " NAME...",
		Short: "Begin files of the kind " + kind,
		Args:  cobra.MinimumNArgs(1),
		RunE: verb(func(_ context.Context, args []string) error {
			return inSite(t, &in, func(b *adding) error {
				for _, written := range args {
					name, slug, err := fileName(written)
					if err != nil {
						return err
					}
					made, err := text(b, name, slug)
					if err != nil {
						return err
					}
					if err := b.add("content/"+into+slug+".md", made); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
	in.addSite(cmd)
	return cmd
}

func newEntry(t *tui) *cobra.Command {
	var in inputs
	cmd := &cobra.Command{
		Use:   "entry GUIDE PROVIDER...",
		Short: "Begin entries of a guide, and files of providers that have none",
		Args:  cobra.MinimumNArgs(2),
		RunE: verb(func(_ context.Context, args []string) error {
			return inSite(t, &in, func(b *adding) error { return b.entries(args[0], args[1:]) })
		}),
	}
	in.addSite(cmd)
	return cmd
}

// entries adds entries to a guide, and the providers that they rank. All names are
// looked at before anything is written.
func (b *adding) entries(slug string, providers []string) error {
	guides := content.Slugs(b.site, "guides")
	if !slices.Contains(guides, slug) {
		return misused("there is no guide `%s`%s", slug, meant(content.Closest(slug, guides)))
	}
	g, problems := content.GuideAlone(b.site, slug, b.today)
	if len(g.Criteria) == 0 {
		return b.t.refuse(problems, "nothing was written")
	}
	var names, slugs []string
	for _, written := range providers {
		name, provider, err := fileName(written)
		if err != nil {
			return err
		}
		file := entryPath(slug, provider)
		if _, err := b.site.Lstat(file); err == nil || slices.Contains(slugs, provider) {
			return misused("%s is there already, or named twice; nothing was written", file)
		}
		names, slugs = append(names, name), append(slugs, provider)
	}
	for i, provider := range slugs {
		made, err := output.WriteFirst(b.site, "content/providers/"+provider+".md", []byte(scaffold.Provider(names[i], provider)))
		if err != nil {
			return err
		}
		if made {
			b.t.say("wrote content/providers/%s.md", provider)
		}
		if err := b.add(entryPath(slug, provider), scaffold.Entry(g, names[i])); err != nil {
			return err
		}
	}
	return nil
}

func entryPath(guide, provider string) string {
	return "content/guides/" + guide + "/entries/" + provider + ".md"
}

// split takes a list apart that was written with commas.
func split(list string) []string {
	var out []string
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
