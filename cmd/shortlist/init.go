package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	handbook "shortlist/content"
	"shortlist/internal/content"
	"shortlist/internal/guide"
	"shortlist/internal/markdown"
	"shortlist/internal/output"
	"shortlist/internal/scaffold"
)

// wish is what a new publication is to be, as flags and answers say it.
type wish struct {
	title, address, language, noun, plural, ci string
}

// What is taken where neither says anything.
const (
	defaultAddress  = "https://www.example.com/"
	defaultLanguage = "en"
	defaultNoun     = "product"
)

func newInit(t *tui) *cobra.Command {
	var w wish
	var in inputs
	cmd := &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Begin a publication",
		Long: `Init writes a publication that builds at once: its settings, a byline, a page that
says how it ranks, one small guide to write over, a handbook for its editors, and a
file that lets a host build it. Nothing else is needed: the look of the pages is in
the program.

With --ci in a publication that is there, only the files of that host are written: at
the root of its repository, wherever in it the publication is.

On a terminal it asks for what no flag says. Nothing that is there is ever
overwritten.`,
		Example: `  shortlist init
  shortlist init --ci gitlab
  shortlist init cameras --title "Camera Notes" --address https://cameras.example/ --noun camera`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return verb(func(ctx context.Context, _ []string) error {
				into := append(args, ".")[0]
				if cmd.Flags().Changed("ci") && holdsSite(into) {
					return addWorkflows(ctx, t, w.ci, into)
				}
				return runInit(ctx, t, &in, w, into)
			})(cmd, args)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&w.title, "title", "", "the publication's `title`")
	flags.StringVar(&w.address, "address", "", "the `address` at which it will be published")
	flags.StringVar(&w.language, "language", "", "its `language` (default en)")
	flags.StringVar(&w.noun, "noun", "", "`what` is ranked, one of them: camera")
	flags.StringVar(&w.plural, "plural", "", "the same, `several` of them (default: the noun with an s)")
	flags.StringVar(&w.ci, "ci", "github", "the `host` that builds it: "+strings.Join(builders(), ", ")+" or none")
	flags.StringVar(&in.now, "now", "", "the `instant` to take for now, as for build")
	for _, name := range []string{"title", "address", "language", "noun", "plural", "now"} {
		completeFlag(cmd, name, cobra.NoFileCompletions)
	}
	completeFlag(cmd, "ci", cobra.FixedCompletions(append(builders(), "none"), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func runInit(ctx context.Context, t *tui, in *inputs, w wish, into string) error {
	if err := checkBuilder(w.ci); err != nil {
		return err
	}
	today, err := in.today()
	if err != nil {
		return err
	}
	if holdsSite(into) {
		return misused("%s holds a publication already: its folder content/ is there; `shortlist new guide` adds to it, and --ci the files of a host", into)
	}
	if err := w.ask(t); err != nil {
		return err
	}
	p, err := w.publication(dateOf(today))
	if err != nil {
		return err
	}
	site, err := output.MakeSite(into)
	if err != nil {
		return err
	}
	defer site.Close()
	editors, err := handbook.FS.ReadFile("README.md")
	if err != nil {
		return err
	}
	files := append(p.Files(),
		scaffold.Made{Name: "content/README.md", Text: string(editors)},
		scaffold.Made{Name: ".gitignore", Text: ignored},
		scaffold.Made{Name: "README.md", Text: "# " + p.Title + "\n" + readme})
	wrote := 0
	for _, f := range files {
		switch made, err := output.WriteFirst(site, f.Name, []byte(f.Text)); {
		case err != nil:
			return err
		case !made:
			t.say("left %s as it was", f.Name)
		default:
			wrote++
		}
	}
	more, err := writeWorkflows(ctx, t, w.ci, into, p.Address)
	if err != nil {
		return err
	}
	t.say("wrote %s to %s: a publication with one guide", count(wrote+more, "file"), into)
	t.say("")
	if into != "." {
		t.say("  cd %s", into)
	}
	t.say("  shortlist serve                                # see it, and what you write")
	t.say("  shortlist new guide NAME --entries \"A, B, C\"   # your first guide")
	t.say("  content/README.md                              # how to write")
	return nil
}

// publication checks what was said, all of it at once.
func (w *wish) publication(today guide.Date) (scaffold.Publication, error) {
	one := cmp.Or(w.noun, defaultNoun)
	p := scaffold.Publication{Title: strings.TrimSpace(w.title), Language: cmp.Or(w.language, defaultLanguage), Noun: guide.Noun{One: one, Many: cmp.Or(w.plural, one+"s")}, Today: today}
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if p.Title == "" {
		fault("--title: say what the publication is called")
	}
	base, wrong, hint := content.BaseURL(strings.TrimSuffix(cmp.Or(w.address, defaultAddress), "/") + "/")
	if wrong != "" {
		fault("--address: `%s` %s: %s", w.address, wrong, hint)
	}
	p.Address = base
	if wrong, hint := content.Language(p.Language); wrong != "" {
		fault("--language: %s: %s", wrong, hint)
	}
	for _, text := range []string{p.Title, p.Noun.One, p.Noun.Many} {
		if wrong := content.PlainText(text); wrong != "" {
			fault("`%s` %s", text, wrong)
		}
	}
	if p.Slug = markdown.Slug("best " + p.Noun.Many); p.Slug == "best" || len(p.Slug) > 60 {
		p.Slug = "example"
	}
	if len(faults) > 0 {
		return p, misused("%s", strings.Join(faults, "\nshortlist: "))
	}
	return p, nil
}

const ignored = `# What the program makes from content/ and remembers of it.
/public/
/.shortlist/
/deploy.json
`

const readme = `
The texts and figures of this publication are in ` + "`content/`" + `; [its README](content/README.md) says how to write them.

` + "```" + `
shortlist serve    # see what you write, at an address on this machine
shortlist check    # what is wrong, and where
shortlist build    # write the site into public/, for any host
` + "```" + `

The look of the pages is in the program. ` + "`shortlist theme`" + ` lists its templates and style sheets, and copies one here for you to change.
`
