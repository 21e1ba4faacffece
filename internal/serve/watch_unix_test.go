//go:build !windows

package serve

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// TestWatchThroughLink: where everybody may make links, the folder of the site may be named by a link.
func TestWatchThroughLink(t *testing.T) {
	root, _, write := folders(t)
	link := filepath.Join(t.TempDir(), "site")
	if err := os.Symlink(root, link); err != nil {
		t.Fatal(err)
	}
	w, err := watch(link, fsnotify.NewWatcher, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	defer func() { w.close() }()
	write("content/guides/x/guide.md", "two")
	if changed, err := w.wait(t.Context()); err != nil || !changed["content/guides/x/guide.md"] {
		t.Errorf("%v, %v", changed, err)
	}
}
