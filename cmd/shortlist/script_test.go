package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"shortlist/internal/testrun"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs the scripts in testdata. Beside the commands of testscript
// they know:
//
//	shortlist ...       run the program; see [command]
//	site DIR            copy the small site of testdata/site
//	real DIR            copy the content of this repository
//	cameras DIR         copy testdata/cameras, a publication of another field
//	exits N COMMAND...  run a command that must exit with status N
//	same DIR DIR        compare two folders, byte for byte
//	fatten FILE BYTES   put so many bytes of comments below the first line
//	corrupt FILE        append a byte that is not UTF-8
//	http FILE PATH RE   ask the preview whose output is in FILE, until the answer matches
//
// and the condition [thorough], which holds in `make test`.
var update = flag.Bool("update", false, "write what the scripts compare with anew")

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(home, "testdata"),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			// Nothing of the machine decides how a script ends.
			e.Setenv("SOURCE_DATE_EPOCH", "1757635200") // 12 September 2025
			e.Setenv("NO_COLOR", "")
			// The processes are short: most end before collecting garbage pays.
			e.Setenv("GOGC", "off")
			e.Setenv("GOMEMLIMIT", "256MiB")
			e.Values[variables{}] = append(fromScripts, e.Vars...)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"shortlist": command,
			"site":      copyOf("testdata/site"),
			"real":      copyOf("../.."),
			"cameras":   copyOf("testdata/cameras"),
			"exits":     exits,
			"same":      same,
			"fatten":    fatten,
			"corrupt":   corrupt,
			"replace":   replace,
			"http":      ask,
		},
		Condition: func(name string) (bool, error) {
			if name != "thorough" {
				return false, fmt.Errorf("there is no condition %q", name)
			}
			return testrun.Thorough(), nil
		},
		RequireUniqueNames: true,
	})
}

// copyOf copies a site's own folders, as far as it has them.
func copyOf(from string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		for _, folder := range []string{"content", "templates", "static"} {
			source := filepath.Join(home, from, folder)
			if _, err := os.Stat(source); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			ts.Check(os.CopyFS(ts.MkAbs(filepath.Join(args[0], folder)), os.DirFS(source)))
		}
	}
}

// home is the folder of this package; a script runs elsewhere.
var home, _ = os.Getwd()

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if args[1] == "shortlist" {
		got = carryOut(ts, args[2:])
	} else {
		got = status(ts, ts.Exec(args[1], args[2:]...))
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	one, two := tree(ts, args[0]), tree(ts, args[1])
	differ := len(one) != len(two)
	for name, content := range one {
		if other, ok := two[name]; !ok || !bytes.Equal(content, other) {
			ts.Logf("%s differs", name)
			differ = true
		}
	}
	if len(one) == 0 || differ != neg {
		ts.Fatalf("%d and %d files; differ: %v", len(one), len(two), differ)
	}
}

func tree(ts *testscript.TestScript, folder string) map[string][]byte {
	files := map[string][]byte{}
	root := os.DirFS(ts.MkAbs(folder))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(root, name)
		return err
	}))
	return files
}

func fatten(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	first, rest, _ := bytes.Cut([]byte(text), []byte("\n"))
	comment := bytes.Repeat([]byte("# so much to say\n"), size/17)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Join([][]byte{first, append(comment, rest...)}, []byte("\n")), 0o666))
}

func corrupt(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text+"caf\xe9\n"), 0o666))
}

// replace FILE OLD NEW changes words that stand in a file once; \n is the end of a line.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	text, lines := ts.ReadFile(args[0]), strings.NewReplacer(`\n`, "\n")
	old := lines.Replace(args[1])
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%s has %q %d times", args[0], old, n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, lines.Replace(args[2]), 1)), 0o666))
}
