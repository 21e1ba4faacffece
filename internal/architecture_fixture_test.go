package internal_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// sound is a small house without a fault.
var sound = map[string]string{
	"go.mod": `module shortlist

go 1.26.0

require (
	github.com/spf13/cobra v1.0.0 // commands
	github.com/yuin/goldmark v1.0.0 // Markdown
)

require github.com/google/go-cmp v1.0.0 // differences in tests

require github.com/spf13/pflag v1.0.0 // indirect
`,
	"cmd/shortlist/main.go": `// Command shortlist publishes.
package main

import (
	"os"
	"time"

	"github.com/spf13/cobra"

	"shortlist/internal/emit/feed"
	"shortlist/templates"
)

var _ = cobra.Command{}
var _ = feed.X
var _ = templates.Files

func main() { _, _ = time.Now(), os.Args }
`,
	"internal/emit/feed/feed.go": "// Package feed is a format.\npackage feed\n\nimport \"shortlist/internal/rank\"\n\nvar X = rank.X\n",
	"internal/markdown/markdown.go": `// Package markdown reads.
package markdown

import "github.com/yuin/goldmark"

var _ = goldmark.New
`,
	"internal/output/output.go":       "// Package output writes.\npackage output\n\nimport \"shortlist/internal/folder\"\n\nfunc Write(f *folder.Folder) { f.Remove(\"x\") }\n",
	"internal/folder/folder.go":       "// Package folder opens.\npackage folder\n\nimport \"os\"\n\n// Folder is open.\ntype Folder struct{ *os.Root }\n\nfunc Write() { os.Remove(\"x\") }\n",
	"internal/rank/rank.go":           "// Package rank orders.\npackage rank\n\nimport \"math\"\n\n// X is a limit.\nvar X = math.MaxInt64\n",
	"internal/rank/rank_test.go":      "package rank\n\nimport (\n\t\"math/rand\"\n\t\"os\"\n\n\t\"github.com/google/go-cmp/cmp\"\n)\n\nvar _, _, y = rand.Int(), os.Remove(\"x\"), 0.5\nvar _ = cmp.Diff\n",
	"internal/site/site.go":           "// Package site shows.\npackage site\n\nimport \"shortlist/internal/emit/feed\"\n\nvar _ map[string]int\nvar _ = feed.X\n",
	"templates/templates.go":          "// Package templates is embedded.\npackage templates\n\nimport \"embed\"\n\n//go:embed *.html\nvar Files embed.FS\n",
	"internal/x/testdata/fault.go":    "package util // a fixture is not ours\n",
	".ci/node_modules/m/m.go":         "package util\n",
	"internal/architecture_test.go":   "package internal_test\n",
	"internal/content/front/front.go": "// Package front reads.\npackage front\n\nimport \"shortlist/internal/diag\"\n\nvar _ = diag.X\n",
	"internal/diag/diag.go":           "// Package diag reports.\npackage diag\n\n// X is exported.\nvar X int\n",
}

// spoiled lists a change to the sound house, the rule that sees it, and what
// the one finding says.
var spoiled = []struct{ file, old, with, rule, want string }{
	{"internal/helper/helper.go", "", "// Package helper helps.\npackage helper\n", "every package is in the plan", "internal/helper: the package is not in the plan"},
	{"internal/diag/diag.go", "package diag", "package diag\n\nimport \"shortlist/internal/guide\"", "imports keep to the plan", "internal/diag/diag.go: may not import internal/guide"},
	{"internal/emit/feed/feed.go", "internal/rank", "internal/site", "imports keep to the plan", "internal/emit/feed/feed.go: may not import internal/site"},
	{"internal/rank/rank.go", `"math"`, `"github.com/yuin/goldmark/ast"`, "imports keep to the plan", "internal/rank/rank.go: may not import github.com/yuin/goldmark/ast"},
	{"internal/rank/rank.go", `"math"`, `"github.com/google/go-cmp/cmp"`, "imports keep to the plan", "internal/rank/rank.go: may not import github.com/google/go-cmp/cmp"},
	{"internal/rank/rank_test.go", `go-cmp/cmp"`, `go-cmps/cmp"`, "imports keep to the plan", "internal/rank/rank_test.go: may not import github.com/google/go-cmps/cmp"},
	{"internal/architecture_test.go", "package internal_test", "package internal_test\n\nimport \"github.com/spf13/cobra\"", "imports keep to the plan", "internal/architecture_test.go: may not import github.com/spf13/cobra"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"os\"", "only a few packages know the machine", "internal/site/site.go: imports os"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"net/http\"", "only a few packages know the machine", "internal/site/site.go: imports net/http"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"path/filepath\"", "only a few packages know the machine", "internal/site/site.go: imports path/filepath"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"net/url\"", "", ""},
	{"cmd/shortlist/main.go", "time.Now(),", `os.WriteFile("x", nil, 0o600),`, "only folder opens files", "cmd/shortlist/main.go:18: uses os.WriteFile"},
	{"cmd/shortlist/main.go", "time.Now(),", `os.DirFS("x"),`, "only folder opens files", "cmd/shortlist/main.go:18: uses os.DirFS"},
	{"cmd/shortlist/main.go", "_, _ = time.Now(), os.Args", "_ = os.OpenRoot", "only folder opens files", "cmd/shortlist/main.go:18: uses os.OpenRoot"},
	{"cmd/shortlist/main.go", "time.Now(),", `os.Getenv("x"),`, "", ""},
	{"cmd/shortlist/main.go", "_, _ = time.Now(), os.Args", "_ = os.Args; root.Rename(\"a\", \"b\")", "only output writes", "cmd/shortlist/main.go:18: calls Rename"},
	{"internal/site/site.go", "var _ map", "import clock \"time\"\n\nvar now = clock.Now()\nvar _ map", "only cmd reads the clock", "internal/site/site.go:8: uses time.Now"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"math/rand/v2\"", "nothing is random", "internal/site/site.go: imports math/rand/v2"},
	{"internal/rank/rank.go", "var X", "var Y float64\nvar X", "rank is exact and pure", "internal/rank/rank.go:7: uses float64"},
	{"internal/rank/rank.go", "var X", "var Y = 0.5\nvar X", "rank is exact and pure", "internal/rank/rank.go:7: uses the constant 0.5"},
	{"internal/rank/rank.go", "math.MaxInt64", "math.Sqrt(2)", "rank is exact and pure", "internal/rank/rank.go:7: uses math.Sqrt"},
	{"internal/rank/rank.go", "\"math\"", "\"math\"\nimport \"time\"", "rank is exact and pure", "internal/rank/rank.go: imports time"},
	{"internal/rank/rank.go", "var X", "func f() { go f() }\n\nvar X", "rank is exact and pure", "internal/rank/rank.go:7: starts a goroutine"},
	{"internal/site/site.go", "map[string]int", "map[string]any", "views are typed", "internal/site/site.go:6: uses a map of anything"},
	{"internal/site/site.go", "map[string]int", "map[string]interface{}", "views are typed", "internal/site/site.go:6: uses a map of anything"},
	{"internal/site/site.go", "// Package site shows.", "", "packages say what they are for", "internal/site: site.go has no package comment"},
	{"internal/site/site.go", "// Package site shows.", "// The site.", "packages say what they are for", `internal/site/site.go: the package comment does not begin with "Package site "`},
	{"internal/site/links.go", "", "// Package site again.\npackage site\n", "packages say what they are for", "internal/site/links.go: the package comment belongs in site.go"},
	{"cmd/shortlist/main.go", "// Command", "// Package", "packages say what they are for", `cmd/shortlist/main.go: the package comment does not begin with "Command shortlist "`},
	{"internal/site/types.go", "", "package site\n", "names say what is inside", "internal/site/types.go: the name does not say what is inside"},
	{"internal/site/site.go", "package site", "package pages", "names say what is inside", "internal/site/site.go: package pages is not named like its folder"},
	{"internal/site/links.go", "", "package site\n" + strings.Repeat("\n", 300), "files are short", "internal/site/links.go: has 301 lines"},
	{"internal/site/links.go", "", "package site\n" + strings.Repeat("\n", 299), "", ""},
	{"internal/site/links_test.go", "", "package site\n" + strings.Repeat("\n", 300), "", ""},
	{"templates/templates.go", "var Files", "var More, Files", "embedding packages only embed", "templates/templates.go: holds more or less than one variable"},
	{"templates/templates.go", "var Files embed.FS", "var Files embed.FS\n\nfunc f() {}", "embedding packages only embed", "templates/templates.go:9: holds more than the embed line"},
	{"templates/templates.go", "var Files embed.FS", "var Files embed.FS\nvar more int", "embedding packages only embed", "templates/templates.go: holds more or less than one variable"},
	{"templates/more.go", "", "package templates\n\nimport \"embed\"\n\nvar More embed.FS\n", "embedding packages only embed", "templates/more.go: the only Go file here is templates.go"},
	{"internal/rank/rank_test.go", "package rank", "// " + "TO" + "DO: more.\npackage rank", "nothing is left to do", "internal/rank/rank_test.go:1: " + "TO" + "DO"},
	{"go.mod", " // commands", "", "dependencies give their reason", "go.mod: github.com/spf13/cobra has no reason"},
	{"go.mod", " // commands", " // indirect", "dependencies give their reason", "go.mod: github.com/spf13/cobra is imported here and still called indirect"},
	{"go.mod", "pflag v1.0.0 // indirect", "pflag v1.0.0 // flags", "dependencies give their reason", "go.mod: github.com/spf13/pflag is imported by nothing"},
	{"go.mod", ")\n\nrequire github.com/google/go-cmp v1.0.0", "\tgithub.com/google/go-cmp v1.0.0 // x\n)\n", "dependencies of tests stand apart", "go.mod: github.com/google/go-cmp is only for tests"},
}

func TestRulesCanFail(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range spoiled {
		t.Run(c.rule+" "+c.file, func(t *testing.T) {
			seen[c.rule] = true
			tree := fstest.MapFS{}
			for name, data := range sound {
				tree[name] = &fstest.MapFile{Data: []byte(data)}
			}
			if c.old == "" {
				tree[c.file] = &fstest.MapFile{Data: []byte(c.with)}
			} else {
				if !strings.Contains(sound[c.file], c.old) {
					t.Fatalf("%s does not contain %q", c.file, c.old)
				}
				tree[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(sound[c.file], c.old, c.with, 1))}
			}
			h, err := read(tree)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rules {
				got := r.check(h)
				switch {
				case r.name == c.rule && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)):
					t.Errorf("%s: got %q, want %q", r.name, got, c.want)
				case c.rule == "" && len(got) != 0:
					t.Errorf("%s: got %q, want nothing", r.name, got)
				}
			}
		})
	}
	for _, r := range rules {
		if !seen[r.name] {
			t.Errorf("no case shows that the rule %q can fail", r.name)
		}
	}
}

func TestSoundHouse(t *testing.T) {
	tree := fstest.MapFS{}
	for name, data := range sound {
		tree[name] = &fstest.MapFile{Data: []byte(data)}
	}
	h, err := read(tree)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		if got := r.check(h); len(got) != 0 {
			t.Errorf("%s: %q", r.name, got)
		}
	}
}
