package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched are the folders of a site that its pages are made from.
var watched = []string{"content", "templates", "static"}

// An editor that saves, and much more a version control system that switches
// branches, makes many changes at once. A burst is over when nothing has changed
// for quiet; after patience the site is shown as it then is.
const (
	quiet    = 60 * time.Millisecond
	patience = time.Second
)

// watcher waits for changes of a site's files. The system watches folders and
// not trees, so each folder below the watched ones is watched by itself, and the
// site folder too, for the three may come and go. Files are not watched: an
// editor that saves by renaming puts another file in the place of the first.
//
// When a folder appears, goes or is renamed, everything is watched anew, before
// the files are read. To mend the list instead is not safe: what is watched is
// the folder and not its name, so after a rename the system tells of the old
// name, and the watch of a folder that was moved is dropped some time later,
// perhaps when it has just been added under its new name.
type watcher struct {
	folder string // absolute, without symbolic links
	notify *fsnotify.Watcher
	below  map[string]bool // the folders watched, but for the site folder
	stale  bool            // the folders may have changed
}

func watch(folder string) (*watcher, error) {
	folder, err := filepath.Abs(folder)
	if err == nil {
		folder, err = filepath.EvalSymlinks(folder)
	}
	if err != nil {
		return nil, err
	}
	w := &watcher{folder: folder}
	return w, w.renew()
}

// renew watches every folder that there is. The old watches end when the new
// ones are there, and whoever calls reads the files afterwards: no change is
// between.
func (w *watcher) renew() error {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch %s: %w", w.folder, err)
	}
	below := map[string]bool{}
	if err := notify.Add(w.folder); err != nil {
		return errors.Join(fmt.Errorf("watch %s: %w", w.folder, err), notify.Close())
	}
	for _, top := range watched {
		err := filepath.WalkDir(filepath.Join(w.folder, top), func(name string, d fs.DirEntry, err error) error {
			switch {
			case err == nil && !d.IsDir():
				return nil
			case err == nil && hidden(name):
				return fs.SkipDir
			case err == nil:
				err = notify.Add(name) // before its files are listed
				below[name] = true
			}
			if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
				return nil // gone already, or for the build to report
			}
			return err
		})
		if err != nil {
			return errors.Join(fmt.Errorf("watch %s and the %d folders found before: %w", top, len(below), err), notify.Close())
		}
	}
	w.close()
	w.notify, w.below, w.stale = notify, below, false
	return nil
}

// wait returns after a burst of changes, or when the context is done, with its
// error.
func (w *watcher) wait(ctx context.Context) error {
	var calm, enough <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e := <-w.notify.Events:
			if !w.matters(e) {
				continue
			}
		case <-w.notify.Errors:
			w.stale = true // events were lost, for one thing
		case <-calm:
			return w.settle()
		case <-enough:
			return w.settle()
		}
		calm = time.After(quiet)
		if enough == nil {
			enough = time.After(patience)
		}
	}
}

func (w *watcher) settle() error {
	if w.stale {
		return w.renew()
	}
	return nil
}

// matters reports whether the site may have changed, and takes note if its
// folders may have.
func (w *watcher) matters(e fsnotify.Event) bool {
	name, err := filepath.Rel(w.folder, e.Name)
	if err != nil || e.Op == fsnotify.Chmod || hidden(name) {
		return false
	}
	top, _, _ := strings.Cut(filepath.ToSlash(name), "/")
	if !slices.Contains(watched, top) {
		return false
	}
	w.stale = w.stale || w.below[e.Name] || e.Has(fsnotify.Create) && folder(e.Name)
	return true
}

// folder reports whether what has just appeared is a folder, or is gone again,
// so that nobody knows.
func folder(name string) bool {
	info, err := os.Lstat(name)
	return err != nil || info.IsDir()
}

// hidden is the name of what no build reads: swap files of editors, and what
// version control keeps for itself.
func hidden(name string) bool { return strings.HasPrefix(filepath.Base(name), ".") }

func (w *watcher) close() {
	if w.notify != nil {
		w.notify.Close()
	}
}
