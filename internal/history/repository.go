package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// ErrNoRepository says that a folder is in no git repository.
var ErrNoRepository = errors.New("there is no git repository here")

// Repository is the git repository that a site folder lies in.
type Repository struct {
	folder string // the site's
	prefix string // where that is in the repository: "" or "docs/site/"
}

// Find finds the repository of a site folder. The error is [ErrNoRepository]
// when there is none.
func Find(ctx context.Context, site string) (*Repository, error) {
	r := &Repository{folder: site}
	out, err := r.git(ctx, "rev-parse", "--show-prefix")
	if f, ok := errors.AsType[*gitError](err); ok && strings.Contains(f.said, "not a git repository") {
		return nil, ErrNoRepository
	}
	if err != nil {
		return nil, err
	}
	r.prefix = strings.TrimSuffix(string(out), "\n")
	return r, nil
}

// Missing says that a revision is not in a repository.
type Missing struct {
	Revision string // as it was asked for
	Shallow  bool   // the clone is shallow: the revision may lie beyond its end
	Empty    bool   // nothing has been committed yet
	Said     string // what git says of it, if anything
}

func (m *Missing) Error() string {
	s := fmt.Sprintf("there is no revision `%s` in this repository", m.Revision)
	switch {
	case m.Empty:
		s += ": nothing has been committed yet"
	case m.Shallow:
		s = fmt.Sprintf("there is no revision `%s` in this clone, which is shallow: fetch more history with `git fetch --unshallow`", m.Revision)
	case m.Said != "":
		s += ": " + m.Said
	}
	return s
}

// Revision is the content of the site at one commit.
type Revision struct {
	Commit string // its hash
	Folder string // the site's in the repository: "" or "docs/site/"
	Tree   fs.FS  // rooted at the site folder; it holds the content folder and no more

	// Absent says that the site's folder had no content folder then, so that
	// the tree is empty.
	Absent bool
}

// Read reads the content of the site at a revision, in any notation that git
// knows. The error is a [*Missing] when the repository has no such commit.
func (r *Repository) Read(ctx context.Context, revision string) (*Revision, error) {
	commit, err := r.resolve(ctx, revision)
	if err != nil {
		return nil, err
	}
	v := &Revision{Commit: commit, Folder: r.prefix}
	folder := commit + ":" + r.prefix + contentFolder + "/" // with the slash it is a folder, and no file or link
	if _, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", folder); err != nil {
		if f, ok := errors.AsType[*gitError](err); ok && f.answered() {
			v.Absent, v.Tree = true, newTree()
			return v, nil
		}
		return nil, err
	}
	list, err := r.git(ctx, "ls-tree", "-r", "-z", "--full-tree", folder)
	if err != nil {
		return nil, err
	}
	files, err := parseList(list)
	if err != nil {
		return nil, err
	}
	v.Tree, err = r.fill(ctx, files)
	return v, err
}

const contentFolder = "content"

func (r *Repository) resolve(ctx context.Context, revision string) (string, error) {
	out, err := r.git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	f, ok := errors.AsType[*gitError](err)
	if !ok || !f.answered() {
		return "", err
	}
	m := &Missing{Revision: revision, Said: f.firstLine()}
	shallow, err := r.git(ctx, "rev-parse", "--is-shallow-repository")
	if err != nil {
		return "", err
	}
	m.Shallow = strings.TrimSpace(string(shallow)) == "true"
	if refs, err := r.git(ctx, "for-each-ref", "--count=1"); err == nil && len(refs) == 0 {
		_, err = r.git(ctx, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
		m.Empty = err != nil
	}
	return "", m
}
