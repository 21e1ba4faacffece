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

// ErrBare says that a folder is a bare repository, or in one. No site lies there,
// but anybody can put one into a commit, with a configuration that runs commands.
var ErrBare = errors.New("a bare git repository lies there, which is not trusted: it may have come with the files")

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
	if f, ok := errors.AsType[*gitError](err); ok && strings.Contains(f.said, "safe.bareRepository") {
		return nil, ErrBare
	}
	if err != nil {
		return nil, err
	}
	r.prefix = strings.TrimSuffix(string(out), "\n")
	return r, nil
}

// Folder is where the site's folder is in the repository: "" or "docs/site/".
func (r *Repository) Folder() string { return r.prefix }

// Missing says that a revision is not in a repository.
type Missing struct {
	Revision string // as it was asked for
	Shallow  bool   // the clone is shallow: the revision may lie beyond its end
	Partial  bool   // the clone is partial: it has the commit, and not all of its content
	Empty    bool   // nothing has been committed yet
	Said     string // what git says of it, if anything
}

func (m *Missing) Error() string {
	s := fmt.Sprintf("there is no revision `%s` in this repository", m.Revision)
	switch {
	case m.Partial:
		s = fmt.Sprintf("the content of `%s` is not in this clone, which is partial: fetch all of it with `git fetch --refetch --no-filter`", m.Revision)
	case m.Empty:
		s += ": nothing has been committed yet"
	case m.Shallow:
		s = fmt.Sprintf("there is no revision `%s` in this clone, which is shallow: fetch more history with `git fetch --unshallow`", m.Revision)
	case m.Said != "":
		s += ": " + m.Said
	}
	return s
}

// Revision is the site, or its content alone, at one commit.
type Revision struct {
	Commit string // its hash
	Folder string // the site's in the repository: "" or "docs/site/"
	Tree   fs.FS  // rooted at the site folder; it holds the content folder, and what else was asked for

	// Absent says that the site's folder had no content folder then, so that
	// the tree is empty.
	Absent bool
}

// Read reads the content of the site at a revision, in any notation that git
// knows. The error is a [*Missing] when the repository has no such commit, or not
// all of it, and a [*TooLarge] when there is more than is read.
func (r *Repository) Read(ctx context.Context, revision string) (*Revision, error) {
	commit, err := r.resolve(ctx, revision)
	if err != nil {
		return nil, err
	}
	v := &Revision{Commit: commit, Folder: r.prefix}
	folder, err := r.folderOf(ctx, commit, contentFolder)
	if err == nil && folder == "" {
		v.Absent, v.Tree = true, newTree()
		return v, nil
	}
	var files []listed
	if err == nil {
		files, err = r.list(ctx, folder)
	}
	if err == nil {
		v.Tree, err = r.fill(ctx, newTree(), contentFolder, files)
	}
	if err != nil {
		return nil, r.explain(ctx, revision, err)
	}
	return v, nil
}

// explain says of which revision something could not be read, and of a partial clone that
// it may lack it.
func (r *Repository) explain(ctx context.Context, revision string, err error) error {
	if big, ok := errors.AsType[*TooLarge](err); ok {
		big.Revision = revision
		return big
	}
	if r.partial(ctx) {
		return &Missing{Revision: revision, Partial: true}
	}
	return err
}

// folderOf is the hash of one of the site's folders at a commit, empty when the site
// had none then. A file or a link of that name is no folder.
func (r *Repository) folderOf(ctx context.Context, commit, name string) (string, error) {
	out, err := r.git(ctx, "ls-tree", "-z", "--full-tree", "--", commit, ":(top,literal)"+r.prefix+name)
	if err != nil {
		return "", err
	}
	record, _, _ := strings.Cut(string(out), "\t")
	if fields := strings.Fields(record); len(fields) == 3 && fields[1] == "tree" {
		return fields[2], nil
	}
	return "", nil
}

// partial reports whether the clone was made without some of its objects, which
// is why it may lack one. Git tells it in words that differ from version to
// version, so that its configuration is asked.
func (r *Repository) partial(ctx context.Context) bool {
	_, err := r.git(ctx, "config", "--get-regexp", `^(extensions\.partialclone|remote\..*\.promisor)$`)
	return err == nil
}

const contentFolder = "content"

func (r *Repository) resolve(ctx context.Context, revision string) (string, error) {
	if strings.HasPrefix(revision, "-") {
		return "", &Missing{Revision: revision, Said: "a revision does not begin with a hyphen"}
	}
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
