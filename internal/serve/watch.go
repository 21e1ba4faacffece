package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"shortlist/internal/folder"
	"shortlist/internal/leftover"
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
// the files are read. To fix the list instead is not safe: what is watched is
// the folder and not its name, so after a rename the system tells of the old
// name, and the watch of a folder that was moved is dropped some time later,
// perhaps when it has just been added under its new name.
//
// A system has only so many watches. When it has no more of them, or cannot watch
// at all, the files are looked at again and again instead: see poll.go.
type watcher struct {
	folder string         // absolute, without symbolic links
	tree   *folder.Folder // the same
	open   func() (*fsnotify.Watcher, error)
	told   func(error) // that the system does not watch, and why

	notify *fsnotify.Watcher // nil while the files are polled
	below  map[string]bool   // the folders watched, but for the site folder
	stale  bool              // the folders may have changed
	names  map[string]bool   // of what has changed, from the site folder
	owed   bool              // the last changes have not been shown yet, since more of them came
	seen   sight             // of the files, when they are polled
}

func watch(name string, open func() (*fsnotify.Watcher, error), told func(error)) (*watcher, error) {
	name, err := filepath.Abs(name)
	if err == nil {
		name, err = filepath.EvalSymlinks(name)
	}
	if err != nil {
		return nil, err
	}
	tree, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	w := &watcher{folder: name, tree: tree, open: open, told: told}
	w.renew()
	return w, nil
}

// renew watches every folder that there is. The old watches end when the new
// ones are there, and whoever calls reads the files afterwards: no change is
// between. Where that fails, the files are polled from now on.
func (w *watcher) renew() {
	notify, below, err := w.watchAll()
	if w.notify != nil {
		w.notify.Close()
	}
	w.notify, w.below, w.stale = notify, below, false
	if err != nil {
		w.told(err)
		w.seen = w.look()
	}
}

func (w *watcher) watchAll() (*fsnotify.Watcher, map[string]bool, error) {
	notify, err := w.open()
	if err != nil {
		return nil, nil, limit(err)
	}
	below := map[string]bool{}
	err = notify.Add(w.folder)
	for _, top := range watched {
		if err != nil {
			break
		}
		err = fs.WalkDir(w.tree, top, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err == nil && !d.IsDir():
				return nil
			case err == nil && hidden(name):
				return fs.SkipDir
			case err == nil:
				at := filepath.Join(w.folder, filepath.FromSlash(name))
				below[at] = true
				err = notify.Add(at) // before its files are listed
			}
			if _, refused := errors.AsType[*folder.Refused](err); refused || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
				return nil // gone already, or for the build to report
			}
			return err
		})
	}
	if err != nil {
		notify.Close()
		return nil, nil, limit(fmt.Errorf("%w, after %d folders", err, len(below)))
	}
	return notify, below, nil
}

// limit names the limit of the system that an error is about, and what to do: what
// the system itself says of it, "no space left on device", misleads.
func limit(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: the system allows no more watches; on Linux, `sudo sysctl fs.inotify.max_user_watches=524288` raises the limit", err)
	case errors.Is(err, syscall.EMFILE):
		return fmt.Errorf("%w: the system allows no more watchers or open files; on Linux, `sudo sysctl fs.inotify.max_user_instances=512` raises the limit", err)
	}
	return err
}

// wait returns after a burst of changes, with the names of the files that may have
// changed, nil for any; or when the context is done, with its error.
func (w *watcher) wait(ctx context.Context) (map[string]bool, error) {
	if w.notify == nil {
		return nil, w.poll(ctx)
	}
	w.names = map[string]bool{}
	var calm, enough <-chan time.Time
	if w.owed { // what came may not matter
		calm, enough = time.After(quiet), time.After(patience)
	}
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case e := <-w.notify.Events:
			if !w.matters(e) {
				continue
			}
		case <-w.notify.Errors:
			w.stale = true // events were lost, for one thing
		case <-calm:
			return w.settle(), nil
		case <-enough:
			return w.settle(), nil
		}
		calm = time.After(quiet)
		if enough == nil {
			enough = time.After(patience)
		}
	}
}

// more reports whether something has changed since the last wait. It may turn out
// not to matter.
func (w *watcher) more() bool { return w.notify != nil && len(w.notify.Events) > 0 }

// settle ends a burst and says what has changed.
func (w *watcher) settle() map[string]bool {
	if w.stale {
		w.renew()
		return nil
	}
	return w.names
}

// matters reports whether the site may have changed, and takes note if its
// folders may have.
func (w *watcher) matters(e fsnotify.Event) bool {
	name, err := filepath.Rel(w.folder, e.Name)
	name = filepath.ToSlash(name)
	if err != nil || e.Op == fsnotify.Chmod || hidden(name) {
		return false
	}
	top, _, _ := strings.Cut(name, "/")
	if !slices.Contains(watched, top) {
		return false
	}
	w.names[name] = true
	w.stale = w.stale || w.below[e.Name] || e.Has(fsnotify.Create) && w.mayBeFolder(name)
	return true
}

// mayBeFolder reports whether what has just appeared is a folder, or is gone
// again, so that nobody knows.
func (w *watcher) mayBeFolder(name string) bool {
	info, err := w.tree.Lstat(name)
	return err != nil || info.IsDir()
}

// hidden is the name of what no build reads: swap files and backups of editors,
// and what version control keeps for itself. One hidden folder is published.
func hidden(name string) bool {
	base := path.Base(name)
	return leftover.Is(base) || strings.HasPrefix(base, ".") && name != "static/.well-known"
}

func (w *watcher) close() {
	if w.notify != nil {
		w.notify.Close()
	}
	w.tree.Close()
}
