package bench

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	hugo     = flag.String("hugo", "", "compare with the program of Hugo at this `path`")
	runs     = flag.Int("runs", 3, "how often each build is measured")
	scratch  = flag.String("scratch", "/dev/shm", "a `folder` on a memory file system")
	sameOnly = flag.Bool("same-only", false, "measure only the same kinds of pages")

	rows = flag.String("rows", "", "measure only builds whose name matches this `expression`; the pages are not compared")
)

// cost is what a process took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // bytes
	written   int64 // bytes, in the folder that it writes
}

// longest is how long one build may take, so that nothing that hangs holds up the rest
// for ever: of 10,000 pages it takes some minutes on a busy machine.
const longest = time.Hour

// targets are what is aimed at, by the build, as ratios to Hugo's at 10,000 pages: of
// processor time, then of peak memory, 0 for none. They are printed beside the figures.
var targets = map[string][2]float64{
	"same kinds of pages": {0.30, 0.08}, "whole build": {1.0, 0}, "whole build with twins": {2.0, 0},
	"nothing changed": {0.007, 0}, "one score edited": {0.015, 0}, "check": {0, 0.2},
}

// against says how a ratio stands to its target.
func against(ratio, target float64) string {
	switch {
	case target == 0:
		return fmt.Sprintf("%.3g", ratio)
	case ratio > target:
		return fmt.Sprintf("%.3g (target %g, **missed**)", ratio, target)
	}
	return fmt.Sprintf("%.3g (target %g)", ratio, target)
}

// measured runs a command in a folder.
func measured(t *testing.T, folder, out string, environment []string, name string, args ...string) cost {
	t.Helper()
	ctx, done := context.WithTimeout(t.Context(), longest)
	defer done()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = folder, append(os.Environ(), environment...)
	began := time.Now()
	text, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, tail(string(text)))
	}
	c := cost{cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall: time.Since(began)}
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		c.peak = usage.Maxrss << 10
	}
	c.written = bytesBelow(t, out)
	return c
}

func tail(s string) string { return s[max(0, len(s)-3000):] }

func bytesBelow(t *testing.T, folder string) (n int64) {
	_ = filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			if info, err := d.Info(); err == nil {
				n += info.Size()
			}
		}
		return nil
	})
	return n
}

// contest is two builds that are measured in turn.
type contest struct {
	name         string
	ours, theirs func() cost
}

// TestAgainstHugo prints how the program and Hugo compare on one publication.
func TestAgainstHugo(t *testing.T) {
	if *hugo == "" {
		t.Skip("compares with Hugo: make bench")
	}
	if !filepath.IsAbs(*hugo) {
		t.Fatal("-hugo takes an absolute path")
	}
	work, err := os.MkdirTemp(*scratch, "bench-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(work)
	p := Sized(*pages)
	at := func(name string) string { return filepath.Join(work, name) }
	p.Hugo(into(t, at("hugo")))
	p.Shortlist(into(t, at("same")), false)
	p.Shortlist(into(t, at("whole")), false)
	p.Shortlist(into(t, at("twins")), true)
	for _, from := range []string{"hugo", "same"} {
		to := at(from)
		if from == "same" {
			to = filepath.Join(to, "templates")
		}
		if err := os.CopyFS(to, os.DirFS(filepath.Join("testdata", from))); err != nil {
			t.Fatal(err)
		}
	}
	program := at("shortlist")
	if text, err := exec.Command("go", "build", "-o", program, "shortlist/cmd/shortlist").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	empty := func(out string) string {
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	theirs := func(fresh bool) cost {
		out := at("hugo/public")
		if fresh {
			empty(out)
		}
		return measured(t, at("hugo"), out, nil, *hugo, "--quiet")
	}
	build := func(site string) cost {
		return measured(t, at(site), at(site+"/public"), nil, program, "build", "--quiet", "--now", now.Format(time.DateOnly))
	}
	anew := func(site string) cost {
		empty(at(site + "/public"))
		empty(at(site + "/.shortlist"))
		return build(site)
	}
	part := func(site, out, mode string) cost {
		return measured(t, at(site), empty(at(out)), []string{"BENCH_PART=" + mode, "BENCH_OUT=" + at(out)}, self, "-test.run", "^$")
	}
	hugoFresh := func() cost { return theirs(true) }

	contests := []contest{
		{"same kinds of pages", func() cost { return part("same", "same-public", "same") }, hugoFresh},
	}
	if !*sameOnly {
		contests = append(contests,
			contest{"whole build", func() cost { return anew("whole") }, hugoFresh},
			contest{"whole build with twins", func() cost { return anew("twins") }, func() cost {
				c, twins := theirs(true), part("hugo", "hugo-twins", "twins")
				return cost{c.cpu + twins.cpu, c.wall + twins.wall, max(c.peak, twins.peak), twins.written}
			}},
			contest{"nothing changed", func() cost { return build("whole") }, func() cost { return theirs(false) }},
			contest{"one score edited", func() cost { edit(t, p, at("whole")); return build("whole") }, func() cost { return theirs(false) }},
			contest{"fresh clone, restored cache", func() cost {
				kept := at("whole/.shortlist/cache")
				if err := errors.Join(os.Rename(kept, at("cache")), os.RemoveAll(at("whole/.shortlist")), os.Mkdir(at("whole/.shortlist"), 0o777), os.Rename(at("cache"), kept)); err != nil {
					t.Fatal(err)
				}
				empty(at("whole/public"))
				return build("whole")
			}, hugoFresh},
			contest{"check", func() cost {
				return measured(t, at("whole"), at("whole/public"), nil, program, "check", "--now", now.Format(time.DateOnly))
			}, hugoFresh},
			contest{"only reading and writing", func() cost { return part("whole", "copied", "copy") }, func() cost { return part("hugo", "copied", "copy") }},
		)
	}
	if *rows != "" {
		wanted := regexp.MustCompile(*rows)
		contests = slices.DeleteFunc(contests, func(c contest) bool { return !wanted.MatchString(c.name) })
		anew("whole") // which the others are built over
	}
	t.Logf("%d pages by Hugo's count: %d guides of %d entries, %d providers, %d articles; %d processors, Go %s, %d runs in alternation; load %s",
		*pages, p.Guides, p.Entries, p.Providers, p.Articles, runtime.GOMAXPROCS(0), runtime.Version(), *runs, load())
	var lines []string
	for i, c := range contests {
		var ours, theirs []cost
		for range *runs {
			theirs = append(theirs, c.theirs())
			ours = append(ours, c.ours())
			if i == 0 && len(ours) == 1 && *rows == "" {
				t.Log(agree(t, at("hugo/public"), at("same-public")))
			}
		}
		lines = append(lines, row(c.name, ours, theirs))
		t.Logf("%s; load %s", lines[len(lines)-1], load()) // whoever waits sees how far it is
	}
	t.Logf("load at the end %s\n\n| build | CPU | of Hugo's | wall | of Hugo's | peak memory | of Hugo's | bytes | of Hugo's |\n|---|---|---|---|---|---|---|---|---|\n%s",
		load(), strings.Join(lines, "\n"))
}

// row is a line of the table: medians, and their ratios to Hugo's.
func row(name string, ours, theirs []cost) string {
	line := "| " + name
	for _, figure := range []struct {
		of     func(cost) float64
		print  string
		target float64
	}{
		{func(c cost) float64 { return c.cpu.Seconds() }, "%.2f s", targets[name][0]},
		{func(c cost) float64 { return c.wall.Seconds() }, "%.2f s", 0},
		{func(c cost) float64 { return float64(c.peak) / 1e6 }, "%.0f MB", targets[name][1]},
		{func(c cost) float64 { return float64(c.written) / 1e6 }, "%.1f MB", 0},
	} {
		a, b := median(ours, figure.of), median(theirs, figure.of)
		line += fmt.Sprintf(" | "+figure.print+" | %s", a, against(a/b, figure.target))
	}
	return line + " |"
}

func median(costs []cost, of func(cost) float64) float64 {
	costs = slices.SortedFunc(slices.Values(costs), func(a, b cost) int { return cmp.Compare(of(a), of(b)) })
	return of(costs[len(costs)/2])
}

// load says what else the machine does.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(text))[:3], " ")
}

// edit changes a score of the first entry of the first guide, another one each
// time.
func edit(t *testing.T, p Publication, site string) {
	g := p.guide(0)
	file := filepath.Join(site, "content/guides", g.slug, "entries", providerSlug(g.entries[0].provider)+".md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after := "c2 = { score = 7", "c2 = { score = 6"
	if !strings.Contains(string(text), before) {
		before, after = fmt.Sprintf("c2 = { score = %d", scoreOf(string(text))), before
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), before, after, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func scoreOf(text string) (n int) {
	_, rest, _ := strings.Cut(text, "c2 = { score = ")
	_, _ = fmt.Sscan(strings.SplitN(rest, ",", 2)[0], &n)
	return n
}
