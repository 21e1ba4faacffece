package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"shortlist/internal/build"
	"shortlist/internal/diag"
	"shortlist/internal/guide"
	"shortlist/internal/output"
)

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 12345: "12,345", 1234567: "1,234,567"} {
		if got := number(n); got != want {
			t.Errorf("number(%d) = %s, want %s", n, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0 bytes", 999: "999 bytes", 1000: "1.0 kB", 9949: "9.9 kB", 9951: "10 kB", 612345: "612 kB",
		999499: "999 kB", 999500: "1.0 MB", 1234567: "1.2 MB", 5e9: "5.0 GB", 5e12: "5000 GB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %s, want %s", n, got, want)
		}
	}
	if got := count(1, "page") + ", " + count(2000, "page"); got != "1 page, 2,000 pages" {
		t.Error(got)
	}
}

func TestTally(t *testing.T) {
	problem, warning, advice := diag.Lookup("score-range"), diag.Lookup("stale-year"), diag.Lookup("review-overdue")
	at := func(rule *diag.Rule, file string) diag.Problem {
		return diag.Problem{Rule: rule, Span: diag.Span{File: file}}
	}
	for _, test := range []struct {
		problems diag.List
		want     string
	}{
		{diag.List{at(problem, "a")}, "1 problem in 1 file"},
		{diag.List{at(problem, "a"), at(problem, "a"), at(warning, "b")}, "2 problems and 1 warning in 2 files"},
		{diag.List{at(problem, "a"), at(warning, "a"), at(warning, "b"), at(advice, "c")}, "1 problem, 2 warnings and 1 reminder in 3 files"},
	} {
		if got := tally(test.problems); got != test.want {
			t.Errorf("tally = %q, want %q", got, test.want)
		}
	}
}

func TestBuilt(t *testing.T) {
	var out, err bytes.Buffer
	foreign := make([]string, 12)
	for i := range foreign {
		foreign[i] = "public/" + string(rune('a'+i))
	}
	report := build.Report{
		Pages: 41,
		Held:  []guide.Held{{Path: "/guides/x/", Reason: "draft"}},
		Result: output.Result{Files: 1043, Bytes: 612345, Compressed: 1, CompressedBytes: 2049, Written: []string{"a", "b", "c"}, Unchanged: 38, Removed: []string{"d"},
			Repaired: []string{"public/a"}, Foreign: foreign},
	}
	(&tui{out: &out, err: &err}).built(report, "public", "0.3 s", "text")
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	want := []string{
		"held back /guides/x/: draft",
		"repaired public/a: it had been changed since the last build",
		"left alone public/a: no build wrote it",
	}
	if diff := cmp.Diff(want, lines[:3]); diff != "" {
		t.Error(diff)
	}
	want = []string{
		"left alone public/j: no build wrote it",
		"left alone 2 more: no build wrote it",
		"wrote 41 pages (1,043 files, 612 kB; 1 compressed form, 2.0 kB) to public in 0.3 s; 3 changed, 38 as they were, 1 removed",
	}
	if diff := cmp.Diff(want, lines[len(lines)-3:]); diff != "" {
		t.Error(diff)
	}
	if err.Len() > 0 {
		t.Errorf("remarks: %s", &err)
	}
	out.Reset()
	report.Compressed = 0
	(&tui{out: &out, err: &err}).built(report, "public", "0.3 s", "text")
	if !strings.Contains(out.String(), "(1,043 files, 612 kB) to") {
		t.Errorf("without compressed forms: %s", &out)
	}
}

func TestProgress(t *testing.T) {
	start := time.Date(2025, 9, 12, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name     string
		terminal bool
		took     time.Duration // per page
		want     string        // part of what is shown
		not      string
	}{
		{"quick", true, time.Millisecond, "", "rendering"},
		{"quick, piped", false, time.Millisecond, "", "rendered"},
		{"slow", true, 300 * time.Millisecond, "rendering", "rendered"},
		{"slow, piped", false, 300 * time.Millisecond, "rendered 4 of 10 files\nrendered 8 of 10 files\n", "rendering"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			p := newProgress(&out, test.terminal, start)
			now := start
			p.now = func() time.Time { return now }
			for i := range 10 {
				now = now.Add(test.took)
				p.update(i+1, 10)
			}
			p.finish()
			if got := out.String(); !strings.Contains(got, test.want) || strings.Contains(got, test.not) || test.want == "" && got != "" {
				t.Errorf("shown: %q", got)
			}
		})
	}
}

func TestVersion(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef0123"}, {Key: "vcs.modified", Value: "true"}}}
	if got := version(info); !strings.HasPrefix(got, "shortlist v1.2.3 (revision 0123456789ab, modified) go1.") {
		t.Error(got)
	}
	if got := version(&debug.BuildInfo{}); !strings.HasPrefix(got, "shortlist (devel) go1.") {
		t.Error(got)
	}
}

// TestInterrupted cancels a build before it has begun to write.
func TestInterrupted(t *testing.T) {
	site := t.TempDir()
	if err := os.CopyFS(site, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, remarks bytes.Buffer
	status := run(ctx, []string{"build", "--site", site}, &tui{out: &out, err: &remarks})
	if status != machineFailed || remarks.String() != "shortlist: interrupted; nothing was written\n" || out.Len() > 0 {
		t.Errorf("status %d, %q, %q", status, &out, &remarks)
	}
	if _, err := os.Stat(filepath.Join(site, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("public: %v", err)
	}
}

// brokenPipe is an answer that nobody reads.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestAnswerThatCannotBeWritten(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"check", "--rules"}, {"check", "--rules", "--format", "json"}, {"check", "--site", "testdata/site", "--format", "sarif"}} {
		var remarks bytes.Buffer
		if status := run(t.Context(), args, &tui{out: brokenPipe{}, err: &remarks}); status != machineFailed {
			t.Errorf("%q: status %d, %s", args, status, &remarks)
		}
	}
}

// TestFaultInTheProgram shows that a panic is not mistaken for wrong usage.
func TestFaultInTheProgram(t *testing.T) {
	var remarks bytes.Buffer
	status := run(t.Context(), []string{"version"}, &tui{err: &remarks}) // there is no out to write to
	if status != machineFailed || !strings.Contains(remarks.String(), "a fault in the program") {
		t.Errorf("status %d, %s", status, &remarks)
	}
}
