package history

import (
	"context"
	"fmt"
)

// ReadSite reads all that a site is made of at a revision: its content, and its own
// templates and static files, as far as it had them. The errors are those of
// [Repository.Read]; a file that is larger than what is read of one is a [*TooLarge],
// too, since a page that lacks it would not be the page of then.
func (r *Repository) ReadSite(ctx context.Context, revision string) (*Revision, error) {
	v, err := r.Read(ctx, revision)
	if err != nil || v.Absent {
		return v, err
	}
	whole := v.Tree.(tree)
	for _, name := range []string{"templates", "static"} {
		hash, err := r.folderOf(ctx, v.Commit, name)
		if err != nil {
			return nil, err
		}
		if hash == "" {
			continue
		}
		files, err := r.list(ctx, hash)
		for _, f := range files {
			if f.size > maxKept && err == nil {
				err = &TooLarge{Bound: fmt.Sprintf("%d bytes in %s/%s", maxKept, name, f.name)}
			}
		}
		if err == nil {
			_, err = r.fill(ctx, whole, name, files)
		}
		if err != nil {
			return nil, r.explain(ctx, revision, err)
		}
	}
	return v, nil
}
