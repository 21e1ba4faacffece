package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"shortlist/internal/testrun"
)

// TestMain is also the program: scripts find this file under its name.
func TestMain(m *testing.M) {
	if name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe"); name == "shortlist" {
		main()
	}
	testrun.Main(tests{m})
}

// tests are those of this package, with the program in the search path.
type tests struct{ *testing.M }

func (t tests) Run() int {
	bin, err := install()
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(bin)
	os.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return t.M.Run()
}

// install puts this file into a folder of its own, under the name of the program.
func install() (folder string, err error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	folder, err = os.MkdirTemp("", "shortlist-bin-")
	if err != nil {
		return "", err
	}
	name := filepath.Join(folder, "shortlist")
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if os.Link(self, name) == nil {
		return folder, nil
	}
	text, err := os.ReadFile(self)
	if err == nil {
		err = os.WriteFile(name, text, 0o777)
	}
	return folder, err
}

// command is the command shortlist of the scripts. In a thorough run each is a process,
// as it is for a user. Else most are carried out within the test: to start the program
// and to read its theme takes twice as long as all else that a script's small site asks
// of it.
func command(ts *testscript.TestScript, neg bool, args []string) {
	if status := carryOut(ts, args); (status != clean) != neg {
		ts.Fatalf("exit status %d", status)
	}
}

// carryOut runs a command line in the folder and the environment of a script, and
// returns the exit status.
func carryOut(ts *testscript.TestScript, args []string) int {
	if testrun.Thorough() || ofProcess(ts) {
		return status(ts, ts.Exec("shortlist", args...))
	}
	defer enter(ts)()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	return run(ctx, args, &tui{out: ts.Stdout(), err: ts.Stderr()})
}

// status is the exit status of a process.
func status(ts *testscript.TestScript, err error) int {
	if err == nil {
		return clean
	}
	exit, ok := err.(*exec.ExitError)
	if !ok {
		ts.Fatalf("%v", err)
	}
	return exit.ExitCode()
}

// ofProcess reports whether a script has set what a program reads only when it starts.
func ofProcess(ts *testscript.TestScript) bool {
	return ts.Getenv("TZ")+ts.Getenv("LC_ALL")+ts.Getenv("GOMAXPROCS") != ""
}

// inside is held by the script that has the folder and the environment of the test.
var inside sync.Mutex

// enter makes a script's folder and environment those of the test, and returns what
// undoes it.
func enter(ts *testscript.TestScript) (leave func()) {
	inside.Lock()
	names := map[string]bool{}
	for _, v := range append(os.Environ(), ts.Value(variables{}).([]string)...) {
		name, _, _ := strings.Cut(v, "=")
		names[name] = true
	}
	before := map[string]string{}
	for name := range names {
		before[name] = os.Getenv(name)
		set(name, ts.Getenv(name))
	}
	ts.Check(os.Chdir(ts.MkAbs(".")))
	return func() {
		for name, value := range before {
			set(name, value)
		}
		ts.Check(os.Chdir(home))
		inside.Unlock()
	}
}

func set(name, value string) {
	if value == "" {
		os.Unsetenv(name)
	} else if os.Getenv(name) != value {
		os.Setenv(name, value)
	}
}

// variables is the key of the names that an environment of a script may have, beside
// those of the test.
type variables struct{}

// fromScripts are what scripts set.
var fromScripts = []string{
	"COLUMNS", "GIT_CEILING_DIRECTORIES", "GIT_COMMITTER_DATE", "GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_INDEX_FILE", "RCLONE_CONFIG",
}
