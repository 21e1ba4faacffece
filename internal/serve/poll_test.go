package serve

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// noWatches is a system that has none left.
func noWatches() (*fsnotify.Watcher, error) { return nil, errors.New("too many open files") }

// TestPolling sees the same changes without the help of the system, and says why
// it has none.
func TestPolling(t *testing.T) {
	root, path, write := folders(t)
	var told []error
	w, err := watch(root, noWatches, func(err error) { told = append(told, err) })
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	if len(told) != 1 || !strings.Contains(told[0].Error(), "too many open files") {
		t.Errorf("told %v", told)
	}
	for _, step := range []struct {
		what string
		do   func() error
		seen bool
	}{
		{"a file grows", func() error { write("content/guides/x/guide.md", "two and more"); return nil }, true},
		{"a file is written again", func() error {
			return os.Chtimes(path("static/site.css"), time.Time{}, time.Now().Add(time.Hour))
		}, true},
		{"an editor leaves a backup", func() error { write("content/guides/x/guide.md~", "one"); return nil }, false},
		{"a hidden static file of the site", func() error { write("static/.well-known/a.txt", "one"); return nil }, true},
		{"a folder goes", func() error { return os.RemoveAll(path("content/guides")) }, true},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), map[bool]time.Duration{true: 20 * time.Second, false: 3 * pace / 2}[step.seen])
		_, err := w.wait(ctx)
		cancel()
		if seen := err == nil; seen != step.seen {
			t.Errorf("%s: seen %v", step.what, seen)
		}
	}
}

// TestWatchesRunOut has the system fail in the middle of a session: the preview
// goes on, and misses nothing.
func TestWatchesRunOut(t *testing.T) {
	root, _, write := folders(t)
	open := fsnotify.NewWatcher
	var told []error
	w, err := watch(root, func() (*fsnotify.Watcher, error) { return open() }, func(err error) { told = append(told, err) })
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	open = noWatches
	write("content/guides/y/guide.md", "one")
	if _, err := w.wait(t.Context()); err != nil || len(told) != 1 {
		t.Fatalf("wait() = %v, told %v", err, told)
	}
	write("content/guides/y/guide.md", "two and more")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if _, err := w.wait(ctx); err != nil {
		t.Errorf("after the watches ran out: %v", err)
	}
}
