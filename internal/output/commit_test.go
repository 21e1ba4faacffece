package output

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	before = files{"a.html": "a1", "assets/s.css": "s1", "b": "file", "c/d/index.html": "d1", "e.html": "e", "old/x.html": "x"}
	after  = files{"a.html": "a2", "assets/s.css": "s2", "b/index.html": "page", "c": "file", "e.html": "e", "new/y.html": "y"}
)

// TestFailedCommitChangesNothing lets each step of a commit fail in turn.
func TestFailedCommitChangesNothing(t *testing.T) {
	broken := errors.New("broken disk")
	for at, last := 0, 1; at < last; at++ {
		site, out := site(t)
		publish(t, site, out, before)
		d := begin(t, site, out, after)
		p, err := d.plan()
		if err != nil {
			t.Fatal(err)
		}
		steps := d.steps(p)
		last = len(steps)
		steps[at].do = func(*journal) error { return broken }
		if err := d.perform(p, steps); !errors.Is(err, broken) || !strings.Contains(err.Error(), d.show(steps[at].name)) {
			t.Errorf("step %d: %v", at, err)
		}
		if err := d.Discard(); err != nil {
			t.Error(err)
		}
		want(t, fmt.Sprintf("folder after step %d failed", at), read(t, out), before)
		want(t, "state", names(read(t, filepath.Join(site, state))), []string{".gitignore", "lock", "manifest"})
		publish(t, site, out, after)
		want(t, "folder after the next build", read(t, out), after)
	}
}

// TestWhatAppearsIsNotReplaced has somebody write a file between the plan and
// its steps, where a new page is to go.
func TestWhatAppearsIsNotReplaced(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, before)
	d := begin(t, site, out, after)
	p, err := d.plan()
	if err != nil {
		t.Fatal(err)
	}
	put(t, out, "new/y.html", "theirs")
	if err := d.apply(p); !errors.Is(err, errAppeared) {
		t.Errorf("apply() = %v", err)
	}
	if err := d.Discard(); err != nil {
		t.Error(err)
	}
	whole := maps.Clone(before)
	whole["new/y.html"] = "theirs"
	want(t, "folder", read(t, out), whole)
}

// TestKilledCommitIsRepaired stops a commit after each of its steps, as a
// signal that cannot be caught would, and builds again.
func TestKilledCommitIsRepaired(t *testing.T) {
	for steps, last := 0, 1; steps <= last; steps++ {
		t.Run(fmt.Sprint(steps), func(t *testing.T) {
			site, out := site(t)
			publish(t, site, out, before)
			put(t, out, "theirs.txt", "theirs")
			last = kill(t, begin(t, site, out, after), steps)
			for name, content := range read(t, out) {
				if name == "theirs.txt" || strings.HasSuffix(name, "/") {
					continue
				}
				if content != before[name] && content != after[name] {
					t.Errorf("%s is %q: neither old nor new", name, content)
				}
			}
			r := publish(t, site, out, after)
			want(t, "foreign", r.Foreign, []string{"theirs.txt"})
			want(t, "repaired", r.Repaired, []string(nil))
			whole := maps.Clone(after)
			whole["theirs.txt"] = "theirs"
			want(t, "folder", read(t, out), whole)
			want(t, "state", names(read(t, filepath.Join(site, state))), []string{".gitignore", "lock", "manifest"})
		})
	}
}

// kill does what Commit does up to a step, then stops, and returns how many
// steps there are.
func kill(t testing.TB, d *Dir, after int) int {
	t.Helper()
	p, err := d.plan()
	if err != nil {
		t.Fatal(err)
	}
	next := manifest{}
	for name, f := range d.files {
		next[name] = []stamp{f.stamp}
	}
	if err := d.record(d.old.union(next)); err != nil {
		t.Fatal(err)
	}
	steps := d.steps(p)
	var j journal
	for _, step := range steps[:min(after, len(steps))] {
		if err := step.do(&j); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.release(); err != nil { // as the kernel does
		t.Fatal(err)
	}
	return len(steps)
}

// TestPagesComeAfterWhatTheyNeed reads the order off the steps themselves.
func TestPagesComeAfterWhatTheyNeed(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"index.html": "1", "a.css": "1", "old.css": "", "old.html": ""})
	d := begin(t, site, out, files{"index.html": "2", "a.css": "2", "z.css": "", "b/index.html": ""})
	p, err := d.plan()
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, s := range d.steps(p) {
		order = append(order, s.name)
	}
	want(t, "order", order, []string{"b", "z.css", "a.css", "b/index.html", "index.html", "old.css", "old.html"})
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
}

func TestWriteErrorNamesTheFile(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"index.html": "1"})
	d := begin(t, site, out, files{"a.html": "a"})
	if err := os.RemoveAll(filepath.Join(site, state, stage)); err != nil {
		t.Fatal(err)
	}
	err := d.Write("guides/x/index.html", text("x"))
	if err == nil || !strings.Contains(err.Error(), "public/guides/x/index.html: no such file") || strings.Contains(err.Error(), state) {
		t.Errorf("Write() = %v", err)
	}
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	want(t, "folder", read(t, out), files{"index.html": "1"})
}

// TestAnyHistory builds, kills, edits and adds at random, and checks that a
// build that succeeds leaves exactly its files and those of others.
func TestAnyHistory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		root, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		out := filepath.Join(root, "public")
		names := []string{"a", "a/b.html", "a/c/d.html", "e.css", "f.html", "g/h.html"}
		theirs := files{}
		for range rapid.IntRange(1, 6).Draw(rt, "rounds") {
			name := rapid.SampledFrom(append(names, "theirs/x", "a/theirs")).Draw(rt, "their name")
			known := listed(rt, root)
			if rapid.Bool().Draw(rt, "they write") && known[name] == nil { // what is in the manifest is ours by name
				file := filepath.Join(out, name)
				if _, err := os.Lstat(file); err != nil && os.MkdirAll(filepath.Dir(file), 0o777) == nil &&
					os.WriteFile(file, []byte("theirs"), 0o666) == nil {
					theirs[name] = "theirs"
				}
			}
			ours := someSite(rt, names)
			d := begin(t, root, out, ours)
			if p, err := d.plan(); err == nil && len(p.blocked) == 0 && rapid.Bool().Draw(rt, "killed") {
				kill(t, d, rapid.IntRange(0, 12).Draw(rt, "after"))
				continue
			}
			r, err := d.Commit()
			if err != nil {
				rt.Fatal(err)
			}
			got := read(t, out)
			for name, content := range theirs {
				if got[name] != content {
					rt.Fatalf("their %s became %q", name, got[name])
				}
			}
			if len(r.Blocked) > 0 {
				continue
			}
			for name := range theirs {
				ours[name] = "theirs"
			}
			for name := range got {
				if _, ok := ours[name]; !ok && !strings.HasSuffix(name, "/") {
					rt.Fatalf("%s is left over", name)
				}
			}
			for name, content := range ours {
				if got[name] != content {
					rt.Fatalf("%s is %q, want %q", name, got[name], content)
				}
			}
		}
	})
}

// someSite draws a site in which no path is both a file and a folder.
func someSite(t *rapid.T, names []string) files {
	all := files{}
	for _, name := range names {
		if rapid.Bool().Draw(t, name) {
			all[name] = rapid.SampledFrom([]string{"one", "two"}).Draw(t, "content")
		}
	}
	if _, ok := all["a"]; ok {
		delete(all, "a/b.html")
		delete(all, "a/c/d.html")
	}
	return all
}
