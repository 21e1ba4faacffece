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
		RunE: verb(func(context.Context, []string) error {
			info, _ := debug.ReadBuildInfo()
			t.say("%s", version(info))
			return nil
		}),
	}
}

// released is the version that a release was built as; it is set by the linker.
var released string

// release is the version alone, which is the same on every system.
func release() string {
	info, _ := debug.ReadBuildInfo()
	return numberOf(info)
}

func numberOf(info *debug.BuildInfo) string {
	switch {
	case released != "":
		return released
	case info == nil || info.Main.Version == "":
		return "(devel)"
	}
	return info.Main.Version
}

// settings are those that the program was built with.
func settings(info *debug.BuildInfo) map[string]string {
	out := map[string]string{}
	for _, s := range info.Settings {
		out[s.Key] = s.Value
	}
	return out
}

// version is the program's version in one line. It never reaches a page.
func version(info *debug.BuildInfo) string {
	parts := []string{"shortlist"}
	if info != nil {
		parts = append(parts, numberOf(info))
		setting := settings(info)
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
