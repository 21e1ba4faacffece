package main

import (
	"context"
	"errors"

	"shortlist/internal/build"
	"shortlist/internal/history"
)

// inRepository is the folder of the site in its repository, for the formats of
// programs that look at all of a repository and know no other paths.
func (in *inputs) inRepository(ctx context.Context) (string, error) {
	if in.format != "github" && in.format != "sarif" {
		return "", nil
	}
	repo, err := history.Find(ctx, in.site)
	if err != nil {
		return "", nil // whatever the reason, there is none to name files from
	}
	return repo.Folder(), nil
}

// atRevision has a build read what git has at a revision, in place of the folder;
// an empty one changes nothing.
func atRevision(ctx context.Context, in *inputs, revision string, options *build.Options) error {
	if revision == "" {
		return nil
	}
	repo, err := history.Find(ctx, in.site)
	if errors.Is(err, history.ErrNoRepository) || errors.Is(err, history.ErrBare) {
		return misused("--revision: %s: %w", in.site, err)
	}
	if err != nil {
		return err
	}
	v, err := repo.ReadSite(ctx, revision)
	if m, ok := errors.AsType[*history.Missing](err); ok && !m.Shallow && !m.Partial {
		return misused("--revision: %w", err)
	}
	if big, ok := errors.AsType[*history.TooLarge](err); ok {
		return misused("--revision: %w", big)
	}
	if err != nil {
		return err
	}
	if v.Absent {
		return misused("--revision: the site had no content at %s", revision)
	}
	options.Site, options.Revision = v.Tree, v.Commit
	return nil
}
