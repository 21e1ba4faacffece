package main

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/folder"
	"shortlist/internal/manifest"
	"shortlist/internal/verify"
)

func newVerify(t *tui) *cobra.Command {
	var built, format string
	cmd := &cobra.Command{
		Use:   "verify URL|FOLDER",
		Short: "Say whether what is live is what was built",
		Long: `Verify compares each file of a site with the list that a build writes beside it,
build/manifest.json: at an address, as a reader gets it and with the headers that
the host was told to send, or in a folder.

With --built, what is live is also held against the list of that folder: a list
that is live says only that the site is whole.

The exit status is 1 when a file differs, and 3 when there was no answer at all.`,
		Example: `  shortlist verify https://research.example.com/ --built public
  shortlist verify public`,
		Args: cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	cmd.RunE = verb(func(ctx context.Context, args []string) error { return runVerify(ctx, t, args[0], built, format) })
	cmd.Flags().StringVar(&built, "built", "", "the `folder` that a build wrote, to hold what is live against")
	cmd.Flags().StringVar(&format, "format", "text", "the `format` of the answer: text or json")
	completeFlag(cmd, "format", cobra.FixedCompletions(verifyFormats, cobra.ShellCompDirectiveNoFileComp))
	if err := cmd.MarkFlagDirname("built"); err != nil {
		panic(err)
	}
	return cmd
}

var verifyFormats = []string{"text", "json"}

func runVerify(ctx context.Context, t *tui, what, built, format string) error {
	if err := checkFormat(format, verifyFormats); err != nil {
		return err
	}
	live := strings.HasPrefix(what, "https://") || strings.HasPrefix(what, "http://")
	if built != "" && !live {
		return misused("--built: it is held against an address, and %s is a folder", what)
	}
	found, err := compared(ctx, what, built, live)
	if _, none := errors.AsType[*verify.NoList](err); none {
		return &failure{problemsFound, err}
	}
	if err != nil {
		return err
	}
	return t.verified(found, what, format, live)
}

func compared(ctx context.Context, what, built string, live bool) (*verify.Result, error) {
	if !live {
		tree, err := openFolder(what)
		if err != nil {
			return nil, err
		}
		defer tree.Close()
		return verify.Folder(tree)
	}
	address, err := url.Parse(what)
	if err != nil || address.Host == "" || address.RawQuery != "" {
		return nil, misused("`%s` is not a web address", what)
	}
	var list *manifest.Manifest
	if built != "" {
		tree, err := openFolder(built)
		if err != nil {
			return nil, err
		}
		defer tree.Close()
		if list, err = verify.List(tree); err != nil {
			return nil, err
		}
	}
	return verify.Live(ctx, &http.Client{Timeout: time.Minute}, strings.TrimSuffix(what, "/")+"/", list)
}

// openFolder opens a folder that the command line names.
func openFolder(name string) (*folder.Folder, error) {
	tree, err := folder.Open(name)
	if err != nil {
		return nil, misused("there is no folder %s", name)
	}
	return tree, nil
}

// verified says what was found.
func (t *tui) verified(r *verify.Result, what, format string, live bool) error {
	if format == "json" {
		if err := writeJSON(t.out, map[string]any{
			"program": r.Manifest.Program, "revision": r.Manifest.Revision, "sha256": r.Manifest.Sum,
			"checked": r.Checked, "skipped": r.Skipped, "answers": r.Answers, "faults": orNone(r.Faults),
		}); err != nil {
			return err
		}
	} else {
		for _, f := range r.Faults {
			t.say("%s %s", f.Path, f.What)
		}
		t.say("%s", verdict(r, what, live))
	}
	if len(r.Faults) > 0 {
		return found
	}
	return nil
}

func verdict(r *verify.Result, what string, live bool) string {
	made := "made by " + r.Manifest.Program
	if r.Manifest.Revision != "" {
		made += " of " + r.Manifest.Revision
	}
	text := what + ": " + count(r.Checked, "file") + " compared, "
	if live {
		text += count(r.Answers, "answer") + " held against the headers promised, "
	}
	if len(r.Faults) == 0 {
		return text + "all as built; " + made + "; sum " + r.Manifest.Sum
	}
	return text + count(len(r.Faults), "difference") + "; " + made + "; sum " + r.Manifest.Sum
}
