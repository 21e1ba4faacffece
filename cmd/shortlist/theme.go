package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shortlist/internal/content"
	"shortlist/internal/folder"
	"shortlist/internal/leftover"
	"shortlist/internal/output"
	"shortlist/static"
	"shortlist/templates"
)

// themeSums says of each file of the site's own theme which copy of the program it
// began as. It belongs with the content, since nothing else tells that.
const themeSums = "theme.sum"

// carried are the folders of the theme, as the program carries them.
var carried = map[string]fs.FS{"templates": templates.FS, "static": static.FS}

func newTheme(t *tui) *cobra.Command {
	var in inputs
	var show, own bool
	cmd := &cobra.Command{
		Use:   "theme [FILE...]",
		Short: "List what the pages are made of, and copy a file to change it",
		Long: `Theme lists the templates, style sheets and scripts of the site: which of them the
site has changed, and whether the program's copy has moved since. With the name of
one it writes the program's copy into the site's folder, where the site's own copy
wins; file by file, so that all others stay those of the program.

theme.sum beside content/ remembers which copy each began as: keep it with them.`,
		Example: `  shortlist theme
  shortlist theme static/site.css
  shortlist theme --print templates/parts/entry.html | diff - templates/parts/entry.html`,
		RunE: verb(func(_ context.Context, args []string) error {
			site, _, err := in.open()
			if err != nil {
				return err
			}
			defer site.Close()
			if len(args) == 0 && !show {
				return listTheme(t, site, own)
			}
			return takeTheme(t, site, args, show)
		}),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return themeFiles(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	in.addSite(cmd)
	cmd.Flags().BoolVar(&show, "print", false, "print the program's copy, and write nothing")
	cmd.Flags().BoolVar(&own, "changed", false, "list only what the site has of its own")
	return cmd
}

// themeFiles are the files that the program carries, sorted; Go files are not among
// them.
func themeFiles() []string {
	var names []string
	for top, files := range carried {
		err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				names = append(names, path.Join(top, name))
			}
			return err
		})
		if err != nil {
			panic(err) // they are in the program
		}
	}
	slices.Sort(names)
	return names
}

// themeFile is the program's copy of a file; nil where it has none.
func themeFile(name string) []byte {
	top, rest, _ := strings.Cut(name, "/")
	if carried[top] == nil {
		return nil
	}
	data, err := fs.ReadFile(carried[top], rest)
	if err != nil {
		return nil
	}
	return data
}

func takeTheme(t *tui, site *folder.Folder, names []string, show bool) error {
	sums, err := readSums(site)
	if err != nil {
		return err
	}
	for _, name := range names {
		name = path.Clean(strings.ReplaceAll(name, `\`, "/"))
		data := themeFile(name)
		switch {
		case data == nil:
			return misused("the program has no file `%s`%s; `shortlist theme` lists them", name, meant(content.Closest(name, themeFiles())))
		case show:
			if _, err := t.out.Write(data); err != nil {
				return err
			}
			continue
		}
		switch made, err := output.WriteFirst(site, name, data); {
		case err != nil:
			return err
		case !made:
			return misused("%s is there already, and nothing is overwritten; --print shows the program's copy", name)
		}
		sums[name] = sum(data)
		t.say("wrote %s: the site's own copy wins from now on", name)
	}
	if show {
		return nil
	}
	return writeSums(site, sums)
}

// listTheme says of each file whose it is.
func listTheme(t *tui, site *folder.Folder, onlyOwn bool) error {
	sums, err := readSums(site)
	if err != nil {
		return err
	}
	own, err := ownTheme(site)
	if err != nil {
		return err
	}
	names := append(themeFiles(), own...)
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		theirs := themeFile(name)
		switch {
		case !slices.Contains(own, name):
			if !onlyOwn {
				t.say("%s", name)
			}
			continue
		case theirs == nil:
			t.say("%s: the site's alone", name)
			continue
		}
		ours, err := site.ReadFile(name)
		if err != nil {
			return err
		}
		began := sums[name]
		switch {
		case bytes.Equal(ours, theirs):
			t.say("%s: the site's own, and the same as the program's", name)
		case began == "":
			t.say("%s: changed; theme.sum does not say which copy it began as", name)
		case began == sum(theirs):
			t.say("%s: changed", name)
		default:
			t.say("%s: changed, and the program's copy has changed since it was taken", name)
		}
	}
	return nil
}

// ownTheme lists the files of the site's own theme.
func ownTheme(site *folder.Folder) ([]string, error) {
	var names []string
	for top := range carried {
		err := fs.WalkDir(site, top, func(name string, e fs.DirEntry, err error) error {
			switch base := path.Base(name); {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case strings.HasPrefix(base, ".") || base == "README.md" || leftover.Is(base) || strings.HasSuffix(base, ".go"):
			case !e.IsDir():
				names = append(names, name)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(names)
	return names, nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// readSums reads lines of a sum and a name, as sha256sum writes them.
func readSums(site *folder.Folder) (map[string]string, error) {
	sums := map[string]string{}
	data, err := site.ReadFile(themeSums)
	if errors.Is(err, fs.ErrNotExist) {
		return sums, nil
	}
	for line := range strings.Lines(string(data)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok {
			sums[name] = sum
		}
	}
	return sums, err
}

func writeSums(site *folder.Folder, sums map[string]string) error {
	var b strings.Builder
	for _, name := range themeFiles() {
		if sums[name] != "" {
			fmt.Fprintf(&b, "%s  %s\n", sums[name], name)
		}
	}
	return output.WriteRecord(site, themeSums, []byte(b.String()))
}
