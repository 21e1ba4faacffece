package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// Tracked reports whether git keeps a file of a site, named from the site's
// folder. Where no folder above has a .git, git is not asked.
func Tracked(ctx context.Context, site, file string) (bool, error) {
	at, err := filepath.Abs(site)
	if err == nil {
		at, err = filepath.EvalSymlinks(at)
	}
	if err != nil {
		return false, err
	}
	for {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			break
		}
		if at == filepath.Dir(at) {
			return false, nil
		}
		at = filepath.Dir(at)
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
