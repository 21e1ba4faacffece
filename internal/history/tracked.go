package history

import (
	"context"
	"errors"
	"path/filepath"
)

// Tracked reports whether git keeps a file of a site, named from the site's
// folder. Where no folder above has a .git, git is not asked.
func Tracked(ctx context.Context, site, file string) (bool, error) {
	at, err := filepath.Abs(site)
	if err == nil {
		at, err = filepath.EvalSymlinks(at)
	}
	if err != nil || !underGit(at) {
		return false, err
	}
	r, err := Find(ctx, site)
	if errors.Is(err, ErrNoRepository) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	kept, err := r.git(ctx, "ls-files", "-z", "--cached", "--", ":(top,literal,icase)"+r.prefix+file)
	return len(kept) > 0, err
}
