package serve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// folders makes a site folder and returns how to name and write its files.
func folders(t *testing.T) (root string, path func(string) string, write func(name, text string)) {
	t.Helper()
	root = t.TempDir()
	path = func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	write = func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path(name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("content/guides/x/guide.md", "one")
	write("content/guides/x/entries/a.md", "one")
	write("static/site.css", "one")
	write("public/index.html", "one")
	return root, path, write
}

// TestWatch makes changes one after the other, each of which one watcher must
// see, or must not.
func TestWatch(t *testing.T) {
	root, path, write := folders(t)
	rename := func(from, to string) {
		t.Helper()
		if err := os.Rename(path(from), path(to)); err != nil {
			t.Fatal(err)
		}
	}
	remove := func(name string) {
		t.Helper()
		if err := os.RemoveAll(path(name)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := watch(root, fsnotify.NewWatcher, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	defer func() { w.close() }()
	for _, step := range []struct {
		what string
		do   func()
		seen bool
	}{
		{"a file is written", func() { write("content/guides/x/guide.md", "two") }, true},
		{"an editor saves by renaming", func() {
			write("content/guides/x/.guide.md.swp", "three")
			rename("content/guides/x/.guide.md.swp", "content/guides/x/guide.md")
		}, true},
		{"and once more", func() { write("content/guides/x/guide.md", "four") }, true},
		{"an editor keeps a backup", func() { write("content/guides/x/guide.md~", "one"); write("content/guides/x/#guide.md#", "one") }, false},
		{"a hidden folder that is published appears", func() { write("static/.well-known/security.txt", "one") }, true},
		{"and a file in it is written", func() { write("static/.well-known/security.txt", "two") }, true},
		{"an editor keeps notes", func() { write("content/guides/x/.guide.md.swp", "notes") }, false},
		{"a build writes", func() { write("public/index.html", "two"); write("public/a/b.html", "two") }, false},
		{"something else lies there", func() { write("notes.txt", "mine"); write(".git/index", "git") }, false},
		{"rights change", func() {
			if err := os.Chmod(path("static/site.css"), 0o600); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"a guide appears at once", func() { write("content/guides/y/entries/b.md", "one") }, true},
		{"and is written", func() { write("content/guides/y/entries/b.md", "two") }, true},
		{"a folder is renamed", func() { rename("content/guides/y", "content/guides/z") }, true},
		{"and something deep in it is written", func() { write("content/guides/z/entries/b.md", "three") }, true},
		{"the old name is used anew", func() { write("content/guides/y/entries/c.md", "one") }, true},
		{"one of the two is written", func() { write("content/guides/z/entries/b.md", "four") }, true},
		{"the other is written", func() { write("content/guides/y/entries/c.md", "two") }, true},
		{"templates appear", func() { write("templates/parts/a.html", "one") }, true},
		{"one is written", func() { write("templates/parts/a.html", "two") }, true},
		{"a folder goes", func() { remove("content/guides/y") }, true},
		{"all of it goes", func() { remove("content") }, true},
		{"and comes back", func() { write("content/guides/x/guide.md", "one") }, true},
		{"as it was before", func() { write("content/guides/x/guide.md", "two") }, true},
		{"a file goes", func() { remove("static/site.css") }, true},
		{"a branch is switched", func() {
			for i := range 500 {
				write(fmt.Sprintf("content/pages/%d.md", i), "one")
				write(fmt.Sprintf("content/pages/%d/a.md", i), "one")
			}
		}, true},
		{"which is one change", func() {}, false},
	} {
		step.do()
		limit := 20 * time.Second
		if !step.seen {
			limit = 4 * quiet
		}
		ctx, cancel := context.WithTimeout(t.Context(), limit)
		_, err := w.wait(ctx)
		cancel()
		if err != nil && ctx.Err() == nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if seen := err == nil; seen != step.seen {
			t.Errorf("%s: seen %v, want %v", step.what, seen, step.seen)
		}
	}
}

// TestBurst changes files for longer than the watcher has patience, without a
// moment of quiet: it tells of them early, and again.
func TestBurst(t *testing.T) {
	root, _, write := folders(t)
	w, err := watch(root, fsnotify.NewWatcher, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	ctx, stop := context.WithCancel(t.Context())
	busy := make(chan struct{})
	go func() {
		defer close(busy)
		for range 75 { // 1.5 times the patience
			write("content/guides/x/guide.md", "again")
			time.Sleep(quiet / 3)
		}
	}()
	told := 0
	go func() {
		<-busy
		time.Sleep(4 * quiet)
		stop()
	}()
	for {
		if _, err := w.wait(ctx); err != nil {
			break
		}
		told++
	}
	if told < 2 {
		t.Errorf("1.5 seconds of changes were told %d times", told)
	}
}

// TestLostEvents: when the system gives up counting, everything counts as
// changed.
func TestLostEvents(t *testing.T) {
	root, _, _ := folders(t)
	w, err := watch(root, fsnotify.NewWatcher, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	defer func() { w.close() }()
	before := w.notify
	go func() { before.Errors <- fsnotify.ErrEventOverflow }()
	if _, err := w.wait(t.Context()); err != nil || w.notify == before {
		t.Errorf("wait: %v, watched anew: %v", err, w.notify != before)
	}
}

// TestLimits: the limit that is met is named, with what raises it.
func TestLimits(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{syscall.ENOSPC: "max_user_watches", syscall.EMFILE: "max_user_instances"} {
		if err := limit(fmt.Errorf("watch: %w", errno)); !strings.Contains(err.Error(), want) || !errors.Is(err, errno) {
			t.Errorf("%v: %v", errno, err)
		}
	}
	if err := errors.New("other"); limit(err) != err {
		t.Error("another error is another one")
	}
}

func TestWatchNothing(t *testing.T) {
	if _, err := watch(filepath.Join(t.TempDir(), "nothing"), fsnotify.NewWatcher, func(error) {}); err == nil {
		t.Error("watches a folder that is not there")
	}
}
