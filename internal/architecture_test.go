// Package internal_test holds the house to its plan: who may import whom, who
// may touch the machine, and how a package is laid out. The plan is the table
// below; README.md shows it as a map.
package internal_test

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// room is what one package may import beyond the standard library, and whether
// it may know the operating system.
type room struct {
	ours    []string // packages, from the module's root; "internal/emit/*" is every package below
	outside []string // modules
	machine bool     // may import os, syscall, net and the like
}

// plan is the whole program. A package that is not here does not belong; one
// that is here and not yet written is to come.
var plan = map[string]room{
	"internal/diag":  {},
	"internal/guide": {},
	"internal/rank":  {},
	"internal/markdown": {
		outside: []string{"github.com/yuin/goldmark"},
	},
	"internal/content/front": {
		ours:    within("diag"),
		outside: []string{"github.com/BurntSushi/toml"},
	},
	"internal/content": {
		ours:    within("diag", "guide", "markdown", "content/front", "leftover"),
		outside: []string{"github.com/BurntSushi/toml", "github.com/agnivade/levenshtein", "golang.org/x/sync"},
	},
	"internal/tabulate": {
		ours: within("guide", "rank"),
	},
	"internal/explain": {
		ours: within("guide", "rank", "tabulate"),
	},
	"internal/lint": {
		ours: within("diag", "guide", "rank", "tabulate"),
	},
	"internal/emit/dataset":    {ours: within("guide", "rank", "explain", "tabulate")},
	"internal/emit/structured": {ours: within("guide", "rank", "explain", "tabulate")},
	"internal/emit/feed":       {ours: within("guide", "rank", "explain", "tabulate")},
	"internal/emit/search":     {ours: within("guide", "rank", "explain", "tabulate"), outside: []string{"golang.org/x/text"}},
	"internal/emit/sitemap":    {ours: within("guide")},
	"internal/emit/citation":   {ours: within("guide")},
	"internal/emit/hosting":    {},
	"internal/emit/chart":      {ours: within("guide", "rank", "explain", "tabulate")},
	"internal/emit/card": {
		ours:    within("guide", "rank", "explain", "tabulate"),
		outside: []string{"golang.org/x/image", "codeberg.org/go-fonts/stix", "codeberg.org/go-fonts/liberation"},
	},
	"internal/folder": {
		outside: []string{"github.com/gofrs/flock", "golang.org/x/sys"},
		machine: true,
	},
	"internal/leftover": {},
	"templates":         {},
	"static":            {},
	"internal/theme": {
		ours:    within("diag", "leftover"),
		outside: []string{"github.com/tdewolff/minify/v2"},
	},
	"internal/site": {
		ours: within("diag", "guide", "markdown", "rank", "tabulate", "explain", "emit/*", "theme"),
	},
	"internal/output": {
		ours:    within("diag", "folder"),
		outside: []string{"golang.org/x/text", "github.com/andybalholm/brotli"},
		machine: true,
	},
	"internal/build": {
		ours: append(within("diag", "guide", "markdown", "content", "rank", "tabulate", "explain", "lint",
			"emit/*", "theme", "site", "output"), "templates", "static"),
		outside: []string{"golang.org/x/sync"},
	},
	"internal/check": {
		ours:    within("diag"),
		outside: []string{"golang.org/x/net"},
	},
	"internal/history": {
		ours:    within("guide", "rank", "tabulate", "content", "diag"),
		machine: true,
	},
	"internal/serve": {
		ours:    within("build", "diag", "folder", "guide", "leftover", "emit/hosting", "site"),
		outside: []string{"github.com/fsnotify/fsnotify"},
		machine: true,
	},
	"cmd/shortlist": {
		ours: append(within("*"), "templates", "static"),
		outside: []string{"github.com/spf13/cobra", "github.com/schollz/progressbar/v3", "golang.org/x/term",
			"github.com/rivo/uniseg", "github.com/owenrumney/go-sarif/v3"},
		machine: true,
	},
}

// forTests is what any test may import. None of it is in the program, but for
// x/net, with which check reads pages, and minify, which theme minifies with.
var forTests = []string{"github.com/google/go-cmp", "github.com/santhosh-tekuri/jsonschema", "pgregory.net/rapid", "github.com/rogpeppe/go-internal",
	"golang.org/x/net", "github.com/tdewolff/minify/v2"}

// within names packages below internal/.
func within(names ...string) []string {
	for i, n := range names {
		names[i] = path.Join("internal", n)
	}
	return names
}

// rules are what the house is held to, each by its name in the output of a run.
var rules = []struct {
	name  string
	check func(*house) []string
}{
	{"every package is in the plan", (*house).planned},
	{"imports keep to the plan", (*house).imports},
	{"only a few packages know the machine", (*house).machine},
	{"only folder opens files", (*house).opens},
	{"only output writes", (*house).writes},
	{"only cmd reads the clock", (*house).clock},
	{"nothing is random", (*house).random},
	{"rank is exact and pure", (*house).rank},
	{"views are typed", (*house).views},
	{"packages say what they are for", (*house).comments},
	{"names say what is inside", (*house).names},
	{"files are short", (*house).lengths},
	{"embedding packages only embed", (*house).embeds},
	{"nothing is left to do", (*house).leftovers},
	{"dependencies give their reason", (*house).reasons},
	{"dependencies of tests stand apart", (*house).apart},
}

func TestArchitecture(t *testing.T) {
	h, err := read(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		t.Run(strings.ReplaceAll(r.name, " ", "-"), func(t *testing.T) {
			for _, fault := range r.check(h) {
				t.Error(fault)
			}
		})
	}
}

// TestPlan keeps the plan itself sound: what a package may import is in it.
func TestPlan(t *testing.T) {
	for _, name := range sortedKeys(plan) {
		for _, target := range plan[name].ours {
			if !slices.ContainsFunc(sortedKeys(plan), func(p string) bool { return matches(target, p) }) {
				t.Errorf("%s may import %s, which is not in the plan", name, target)
			}
		}
	}
}

// matches reports whether a package is the one meant, or below "x/*".
func matches(pattern, name string) bool {
	if below, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(name, below)
	}
	return pattern == name
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// fault formats one finding.
func fault(where, format string, args ...any) string {
	return where + ": " + fmt.Sprintf(format, args...)
}
