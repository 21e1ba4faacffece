package output

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"shortlist/internal/folder"
)

// state is the folder beside content that holds what a build must remember: the
// lock, one manifest for each output folder, and while a build runs its stage.
const state = ".shortlist"

// maxManifest is how long a list of files may be, in bytes: some 400,000 files.
const maxManifest = 64 << 20

// remember prepares the state folder, takes the lock, clears away what a killed
// build left and reads the manifest.
func (d *Dir) remember(ctx context.Context, site *folder.Folder) error {
	if err := site.Mkdir(state); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	var err error
	if d.state, err = site.Sub(state); err != nil {
		return d.refusal(err, state, "delete it: the program makes its own")
	}
	// Looked for each time: a build may have been killed between the two.
	if _, err := d.state.Lstat(gitIgnore); errors.Is(err, fs.ErrNotExist) {
		if err := d.state.WriteFile(gitIgnore, []byte("*\n")); err != nil {
			return err
		}
	}
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if d.lock, err = d.state.Lock(waiting, "lock"); err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("another build of this site has been at work for %v; it holds %s", patience, filepath.Join(d.site, state, "lock"))
		}
		return d.refusal(err, path.Join(state, "lock"), "delete it: the program makes its own")
	}
	if err := d.sweep(); err != nil {
		return err
	}
	d.list = manifestName(d.site, d.out)
	return d.recall(ctx)
}

// sweep removes what a killed build left in the state folder. Nobody else is at
// work there: the lock is held.
func (d *Dir) sweep() error {
	entries, err := d.state.ReadDir(".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == stage || strings.HasSuffix(e.Name(), folder.Unfinished) {
			if err := d.state.RemoveAll(e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

// recall reads the manifest. One that a repository brought along, or that is not
// understood, must not decide what is removed or replaced: it is as if there
// were none, and the result says why.
func (d *Dir) recall(ctx context.Context) error {
	name := path.Join(state, d.list)
	d.old, d.doubt = manifest{}, ""
	text, err := d.state.ReadUpTo(d.list, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return d.refusal(err, name, "delete it: the program makes its own")
	}
	if d.Tracked != nil {
		tracked, err := d.Tracked(ctx, name)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			d.doubt = fmt.Sprintf("%s may have come with the repository, and git does not say: %v", name, err)
			return nil
		case tracked:
			d.doubt = name + " is kept by git: it came with the repository"
			return nil
		}
	}
	m, err := parseManifest(text)
	if err != nil {
		d.doubt = fmt.Sprintf("%s, %v", name, err)
		return nil
	}
	d.old = m
	return nil
}

// tracker reports whether version control keeps a file of the site, or may keep it.
func (d *Dir) tracker(ctx context.Context) func(file string) bool {
	return func(file string) bool {
		if d.Tracked == nil {
			return false
		}
		tracked, err := d.Tracked(ctx, file)
		return tracked || err != nil
	}
}

// manifestName is the manifest's file name in the state folder: "manifest" for
// the site's public/, else with a hash of the output folder's path, so that a build
// into another folder does not forget what is in the first.
func manifestName(site, out string) string {
	key := out
	if rel, err := filepath.Rel(site, out); err == nil && filepath.IsLocal(rel) {
		key = rel
	}
	if key == public {
		return "manifest"
	}
	return "manifest-" + shortHash(key)
}

// shortHash tells one path from another in a few letters.
func shortHash(name string) string {
	sum := sha256.Sum256([]byte(filepath.ToSlash(name)))
	return hex.EncodeToString(sum[:6])
}
