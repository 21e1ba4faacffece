package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/build"
	"shortlist/internal/content"
	"shortlist/internal/diag"
	"shortlist/internal/folder"
	"shortlist/internal/guide"
)

// inputs are the flags that say what site to read and how; the verbs share
// them.
type inputs struct {
	site    string
	baseURL string
	now     string
	drafts  bool
	strict  bool
	format  string
	host    string
	preview bool
}

// add gives a command all of the flags.
func (in *inputs) add(cmd *cobra.Command) {
	in.addSite(cmd)
	flags := cmd.Flags()
	flags.StringVar(&in.baseURL, "base-url", "", "the `address` to publish at, in place of that of site.toml")
	in.addHost(cmd)
	flags.BoolVar(&in.strict, "strict", false, "let warnings fail, too")
	flags.StringVar(&in.format, "format", "text", "the `format` of problems: text, json, github or sarif")
	completeFlag(cmd, "format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	completeFlag(cmd, "base-url", cobra.NoFileCompletions)
}

// addHost gives a command the flag that says what the site is made for.
func (in *inputs) addHost(cmd *cobra.Command) {
	cmd.Flags().StringVar(&in.host, "host", "", "the `kind` of host to make the site for, in place of that of site.toml: "+strings.Join(hostKinds(), ", "))
	completeFlag(cmd, "host", cobra.FixedCompletions(hostKinds(), cobra.ShellCompDirectiveNoFileComp))
}

func hostKinds() []string {
	var kinds []string
	for _, k := range guide.HostKinds {
		kinds = append(kinds, string(k))
	}
	return kinds
}

// addSite gives a command the flags that say which content to read.
func (in *inputs) addSite(cmd *cobra.Command) {
	in.format = "text"
	flags := cmd.Flags()
	flags.StringVar(&in.site, "site", ".", "the site `folder`, which holds content/; problems name files from here")
	flags.StringVar(&in.now, "now", "", "the `instant` to take for now: 2025-09-12, which begins in UTC, or 2025-09-12T09:00:00+02:00 (default: SOURCE_DATE_EPOCH, else the clock)")
	flags.BoolVar(&in.drafts, "drafts", in.drafts, "include drafts and what is to be published later")
	completeFlag(cmd, "now", cobra.NoFileCompletions)
	if err := cmd.MarkFlagDirname("site"); err != nil {
		panic(err)
	}
}

// completeFlag says how a shell completes a flag's value.
func completeFlag(cmd *cobra.Command, name string, complete cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic(err) // a flag that does not exist
	}
}

// open reads the flags and opens the site folder. The caller closes it.
func (in *inputs) open() (*folder.Folder, build.Options, error) {
	o := build.Options{Drafts: in.drafts || in.preview, Preview: in.preview, Strict: in.strict}
	if err := checkFormat(in.format, formats); err != nil {
		return nil, o, err
	}
	var err error
	if o.Now, err = in.today(); err != nil {
		return nil, o, err
	}
	if o.BaseURL, err = in.base(); err != nil {
		return nil, o, err
	}
	if o.Host = guide.HostKind(in.host); in.host != "" {
		if err := oneOf("--host", in.host, hostKinds()); err != nil {
			return nil, o, err
		}
	}
	if info, err := os.Stat(in.site); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, o, misused("--site: there is no folder %s", in.site)
	}
	site, err := folder.Open(in.site)
	if err != nil {
		return nil, o, err
	}
	o.Site = site
	return site, o, nil
}

// load reads the content; the library is nil when its problems are errors.
func (in *inputs) load() (*guide.Library, diag.List, error) {
	site, o, err := in.open()
	if err != nil {
		return nil, nil, err
	}
	defer site.Close()
	lib, problems := content.Load(o.Site, content.Options{Now: o.Now, Drafts: o.Drafts})
	return lib, problems, site.Err()
}

// library is the content. Problems that are errors are shown instead, with what
// was therefore not done.
func (in *inputs) library(t *tui, undone string) (*guide.Library, error) {
	lib, problems, err := in.load()
	if err != nil || lib != nil {
		return lib, err
	}
	return nil, t.refuse(visible(problems, false), undone)
}

// today is the one place where the clock is asked. The day of an instant is that
// in UTC, whatever its offset.
func (in *inputs) today() (time.Time, error) {
	if in.now != "" {
		for _, form := range []string{time.DateOnly, time.RFC3339} {
			if at, err := time.Parse(form, in.now); err == nil {
				return at.UTC(), nil
			}
		}
		return time.Time{}, misused("--now: `%s` is not a date such as 2025-09-12, nor an instant such as 2025-09-12T09:00:00+02:00", in.now)
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, misused("SOURCE_DATE_EPOCH: `%s` is not a number of seconds", epoch)
		}
		return time.Unix(seconds, 0).UTC(), nil
	}
	return time.Now().UTC(), nil
}

func dateOf(t time.Time) guide.Date {
	return guide.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// base is --base-url with its slash, empty when it was not given.
func (in *inputs) base() (string, error) {
	if in.baseURL == "" {
		return "", nil
	}
	address := strings.TrimSuffix(in.baseURL, "/") + "/"
	base, fault, hint := content.BaseURL(address)
	if fault != "" {
		return "", misused("--base-url: `%s` %s: %s", in.baseURL, fault, hint)
	}
	return base, nil
}

// formats are the forms that problems are printed in.
var formats = []string{"text", "json", "github", "sarif"}

// checkFormat refuses a format that a verb does not have.
func checkFormat(format string, formats []string) error {
	return oneOf("--format", format, formats)
}

// oneOf refuses a word that is none of those there are.
func oneOf(what, word string, words []string) error {
	if slices.Contains(words, word) {
		return nil
	}
	return misused("%s: `%s` is none of %s", what, word, strings.Join(words, ", "))
}

// since is how long a run took, for people.
func since(start time.Time) string { return fmt.Sprintf("%.1f s", time.Since(start).Seconds()) }
