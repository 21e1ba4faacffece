package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/diag"
	"shortlist/internal/output"
)

// TestEveryRuleHasItsMistake makes the one mistake that each rule of this
// package is about, and expects one problem: at its file, by its name, with a
// hint.
func TestEveryRuleHasItsMistake(t *testing.T) {
	tests := map[string]struct {
		file string
		site func(fstest.MapFS)
		out  func(folder string) error

		published bool
	}{
		"output-path": {
			file: "static/con.txt",
			site: func(tree fstest.MapFS) { tree["static/con.txt"] = &fstest.MapFile{Data: []byte("a device")} },
		},
		"output-foreign": {
			file: "public/index.html",
			out: func(folder string) error {
				return os.WriteFile(filepath.Join(folder, "index.html"), []byte("mine"), 0o666)
			},
		},
		"output-list": {
			file: ".shortlist",
			out: func(folder string) error {
				state := filepath.Join(filepath.Dir(folder), ".shortlist")
				return errors.Join(os.Mkdir(state, 0o777), os.WriteFile(filepath.Join(state, "manifest"), []byte("of another time\n"), 0o666))
			},
			published: true, // it is a warning
		},
		"own-folder": {
			file: "templates",
			site: func(tree fstest.MapFS) { tree["templates"] = &fstest.MapFile{Data: []byte("a file")} },
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			tree, folder := generate(1), t.TempDir()
			if test.site != nil {
				test.site(tree)
			}
			out := filepath.Join(folder, "public")
			if err := os.Mkdir(out, 0o777); err != nil {
				t.Fatal(err)
			}
			if test.out != nil {
				if err := test.out(out); err != nil {
					t.Fatal(err)
				}
			}
			sink, err := output.NewDir(folder, out)
			if err != nil {
				t.Fatal(err)
			}
			before, _ := fs.Glob(os.DirFS(out), "*")
			r, err := Run(t.Context(), Options{Site: tree, Now: september, Sink: sink})
			if err != nil || r.Published != test.published || len(r.Problems) != 1 {
				t.Fatalf("Run() = %v, published %v, %q", err, r.Published, messages(r.Problems))
			}
			p := r.Problems[0]
			if p.Rule.Name != name || !strings.HasSuffix(p.Span.File, test.file) || p.Span.Line != 0 || p.Hint == "" {
				t.Errorf("problem: %s at %+v, hint %q", p.Rule.Name, p.Span, p.Hint)
			}
			if after, _ := fs.Glob(os.DirFS(out), "*"); len(after) != len(before) && !test.published {
				t.Errorf("the folder holds %q", after)
			}
		})
	}
	for _, rule := range diag.Rules() {
		if _, ok := tests[rule.Name]; !ok && (strings.HasPrefix(rule.Name, "output-") || strings.HasPrefix(rule.Name, "own-")) {
			t.Errorf("nobody makes the mistake of %s", rule.Name)
		}
	}
}
