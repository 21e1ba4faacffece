package internal_test

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

const (
	anImport    = "imports follow the rules"
	machine     = "only a few packages know the operating system"
	pure        = "rank is exact and pure"
	comments    = "packages say what they are for"
	reasons     = "dependencies give their reason"
	predeclared = "names of Go keep their meaning"
	embeds      = "embedding packages only embed"
	more        = "holds more than the embed line"
)

type change struct{ file, old, with, rule, want string }

// faults are changes to the sound program: a file, what is taken out ("" for a
// new file), what is put in, the rule that sees it ("" for none), and how the
// one fault begins.
var faults = []change{
	{"internal/helper/helper.go", "", "// Package helper helps.\npackage helper\n", anImport, "internal/helper/helper.go: package helper has no line"},
	{"sound.go", "", "// Package sound lies at the top.\npackage sound\n", anImport, "sound.go: package . has no line"},
	{"cmd/other/main.go", "", "// Command other is new.\npackage main\n", anImport, "cmd/other/main.go: package cmd/other has no line"},
	{"internal/diag/diag.go", "package diag", "package diag\n\nimport \"example.net/sound/internal/guide\"", anImport, "internal/diag/diag.go: may not import internal/guide"},
	{"internal/export/feed/feed.go", "internal/guide", "internal/site", anImport, "internal/export/feed/feed.go: may not import internal/site"},
	{"templates/templates.go", `"embed"`, `"example.net/sound/internal/diag"`, anImport, "templates/templates.go: may not import internal/diag"},
	{"internal/rank/rank.go", `"math"`, `"github.com/yuin/goldmark/ast"`, anImport, "internal/rank/rank.go: may not import github.com/yuin/goldmark/ast"},
	{"internal/rank/rank.go", `"math"`, `"github.com/google/go-cmp/cmp"`, anImport, "internal/rank/rank.go: may not import github.com/google/go-cmp/cmp"},
	{"internal/rank/rank_test.go", `go-cmp/cmp"`, `go-cmps/cmp"`, anImport, "internal/rank/rank_test.go: may not import github.com/google/go-cmps/cmp"},
	{"internal/architecture_test.go", "package internal_test", "package internal_test\n\nimport \"github.com/spf13/cobra\"", anImport, "internal/architecture_test.go: may not import github.com/spf13/cobra"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"os\"", machine, "internal/site/site.go: import os:"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"net/http\"", machine, "internal/site/site.go: import net/http:"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"path/filepath\"", machine, "internal/site/site.go: import path/filepath:"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"net/url\"", "", ""},
	{"cmd/shortlist/main.go", "time.Now(),", `os.WriteFile("x", nil, 0o600),`, "only output writes", "cmd/shortlist/main.go:20: call WriteFile:"},
	{"cmd/shortlist/main.go", "_, _ = time.Now(), os.Args", "root, _ := os.OpenRoot(\"x\"); root.Rename(\"a\", \"b\")", "only output writes", "cmd/shortlist/main.go:20: call Rename:"},
	{"cmd/shortlist/main.go", "time.Now(),", `os.DirFS("x"),`, "only folder opens files", "cmd/shortlist/main.go:20: use os.DirFS:"},
	{"internal/site/site.go", "var _ map", "import clock \"time\"\n\nvar now = clock.Now()\nvar _ map", "only cmd reads the clock", "internal/site/site.go:8: use time.Now:"},
	{"internal/site/site.go", "package site", "package site\n\nimport \"math/rand/v2\"", "nothing is random", "internal/site/site.go: import math/rand/v2:"},
	{"internal/rank/rank.go", "var X", "var Y float64\nvar X", pure, "internal/rank/rank.go:7: float:"},
	{"internal/guide/guide.go", "var X", "var Y = 0.5\nvar X", pure, "internal/guide/guide.go:4: float:"},
	{"internal/rank/rank.go", "math.MaxInt64", "math.Sqrt(2)", pure, "internal/rank/rank.go:7: use math.Sqrt:"},
	{"internal/rank/rank.go", "\"math\"", "\"math\"\nimport \"time\"", pure, "internal/rank/rank.go: import time:"},
	{"internal/rank/rank.go", "var X", "func f() { go f() }\n\nvar X", pure, "internal/rank/rank.go:7: goroutine:"},
	{"internal/site/site.go", "map[string]int", "map[string]any", "views are typed", "internal/site/site.go:6: map of any:"},
	{"internal/site/site.go", "map[string]int", "map[string]interface{}", "views are typed", "internal/site/site.go:6: map of any:"},
	{"internal/site/site.go", "// Package site shows.", "", comments, "internal/site: has no package comment"},
	{"internal/site/site.go", "// Package site shows.", "// The site.", comments, `internal/site/site.go: the package comment does not begin with "Package site "`},
	{"internal/site/links.go", "", "// Package site again.\npackage site\n", comments, "internal/site/links.go: the package comment belongs in site.go"},
	{"cmd/shortlist/main.go", "// Command", "// Package", comments, `cmd/shortlist/main.go: the package comment does not begin with "Command shortlist "`},
	{"internal/site/types.go", "", "package site\n", "names say what is inside", "internal/site/types.go: the name does not say what is inside"},
	{"internal/site/site.go", "package site", "package pages", "names say what is inside", "internal/site/site.go: package pages is not named like its folder"},
	{"internal/site/links.go", "", "package site\n\nfunc f(max int) {}\n", predeclared, "internal/site/links.go:3: max is"},
	{"internal/site/links.go", "", "package site\n\nfunc f() {\n\tclear := 1\n\t_ = clear\n}\n", predeclared, "internal/site/links.go:4: clear is"},
	{"internal/site/links.go", "", "package site\n\ntype T struct{ max int }\n\nfunc (T) len() {}\n", "", ""},
	{"internal/site/links.go", "", "package site\n" + strings.Repeat("\n", 300), "files are short", "internal/site/links.go: has 301 lines"},
	{"internal/site/links.go", "", "package site\n" + strings.Repeat("\n", 299), "", ""},
	{"internal/site/links_test.go", "", "package site\n" + strings.Repeat("\n", 300), "", ""},
	{"templates/templates.go", "var Files", "var More, Files", embeds, "templates/templates.go: " + more},
	{"templates/templates.go", "var Files embed.FS", "var Files embed.FS\n\nfunc f() {}", embeds, "templates/templates.go: " + more},
	{"templates/templates.go", "var Files embed.FS", "var Files embed.FS\nvar more int", embeds, "templates/templates.go: " + more},
	{"templates/more.go", "", "package templates\n\nimport \"embed\"\n\nvar More embed.FS\n", embeds, "templates/more.go: " + more},
	{"internal/rank/rank_test.go", "package rank", "// " + "TO" + "DO: more.\npackage rank", "nothing is left to do", "internal/rank/rank_test.go:1: " + "TO" + "DO"},
	{"go.mod", " // commands", "", reasons, "go.mod: github.com/spf13/cobra has no reason"},
	{"go.mod", " // commands", " // indirect", reasons, "go.mod: github.com/spf13/cobra is imported here and still called indirect"},
	{"go.mod", "pflag v1.0.0 // indirect", "pflag v1.0.0 // flags", reasons, "go.mod: github.com/spf13/pflag is imported by nothing"},
	{"go.mod", ")\n\nrequire github.com/google/go-cmp v1.0.0", "\tgithub.com/google/go-cmp v1.0.0 // x\n)\n", "dependencies of tests stand apart", "go.mod: github.com/google/go-cmp is only for tests"},
}

func TestRulesCanFail(t *testing.T) {
	sound, err := txtar.ParseFile(filepath.Join("testdata", "sound.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for rule, got := range faultsOf(t, sound.Files) {
		shown := slices.ContainsFunc(faults, func(c change) bool { return c.rule == rule })
		if len(got) > 0 || !shown {
			t.Errorf("%s: shown to fail: %t; of the sound program it says %q", rule, shown, got)
		}
	}
	for _, c := range faults {
		files := slices.Clone(sound.Files)
		i := slices.IndexFunc(files, func(f txtar.File) bool { return f.Name == c.file })
		if c.old == "" {
			files = append(files, txtar.File{Name: c.file, Data: []byte(c.with)})
		} else if before, after, ok := bytes.Cut(files[i].Data, []byte(c.old)); ok {
			files[i].Data = slices.Concat(before, []byte(c.with), after)
		} else {
			t.Errorf("%s does not contain %q", c.file, c.old)
		}
		all := faultsOf(t, files)
		if _, ok := all[c.rule]; !ok && c.rule != "" {
			t.Errorf("no rule is called %q", c.rule)
		}
		for rule, got := range all {
			if rule == c.rule && (len(got) != 1 || !strings.HasPrefix(got[0], c.want)) || c.rule == "" && len(got) > 0 {
				t.Errorf("%s with %q: %s: %q", c.file, c.with, rule, got)
			}
		}
	}
}

func faultsOf(t *testing.T, files []txtar.File) map[string][]string {
	t.Helper()
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	s, err := read(tree)
	if err != nil {
		t.Fatal(err)
	}
	return s.faults()
}
