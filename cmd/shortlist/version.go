package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion(t *tui) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: verb(func(context.Context) error {
			info, _ := debug.ReadBuildInfo()
			t.say("%s", version(info))
			return nil
		}),
	}
}

// version is the program's version in one line. It never reaches a page, so
// that the same content gives the same site.
func version(info *debug.BuildInfo) string {
	parts := []string{"shortlist"}
	if info != nil {
		module := info.Main.Version
		if module == "" {
			module = "(devel)"
		}
		parts = append(parts, module)
		setting := map[string]string{}
		for _, s := range info.Settings {
			setting[s.Key] = s.Value
		}
		if revision := setting["vcs.revision"]; revision != "" {
			revision = "revision " + revision[:min(len(revision), 12)]
			if setting["vcs.modified"] == "true" {
				revision += ", modified"
			}
			parts = append(parts, "("+revision+")")
		}
	}
	return strings.Join(append(parts, runtime.Version(), fmt.Sprintf("%s/%s", runtime.GOOS, runtime.GOARCH)), " ")
}
