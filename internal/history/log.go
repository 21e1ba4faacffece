package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Commit is a commit, with when it was made.
type Commit struct {
	Hash string
	When time.Time // in UTC
}

// maxLog is how many commits of a path are looked at.
const maxLog = 200

// Log lists the latest commits that changed a file or folder, which is named from
// the site's folder; the newest comes first. It is empty where nothing has been
// committed.
func (r *Repository) Log(ctx context.Context, path string) ([]Commit, error) {
	out, err := r.git(ctx, "rev-list", "--timestamp", "--max-count="+strconv.Itoa(maxLog), "HEAD", "--", ":(top,literal)"+r.prefix+path)
	if f, ok := errors.AsType[*gitError](err); ok && f.answered() {
		return nil, nil // there is no HEAD yet
	}
	if err != nil {
		return nil, err
	}
	var commits []Commit
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		seconds, hash, _ := strings.Cut(lines.Text(), " ")
		n, err := strconv.ParseInt(seconds, 10, 64)
		if err != nil {
			return nil, err
		}
		commits = append(commits, Commit{hash, time.Unix(n, 0).UTC()})
	}
	return commits, nil
}

// File is a file of the site at a commit, at most its first 64 KiB; nil where it was
// not there.
func (r *Repository) File(ctx context.Context, commit, path string) ([]byte, error) {
	out, err := r.git(ctx, "cat-file", "blob", commit+":"+r.prefix+path)
	if f, ok := errors.AsType[*gitError](err); ok && f.answered() {
		return nil, nil
	}
	return out, err
}

// Shallow reports whether the history of the clone is cut off.
func (r *Repository) Shallow(ctx context.Context) bool {
	out, err := r.git(ctx, "rev-parse", "--is-shallow-repository")
	return err == nil && strings.TrimSpace(string(out)) == "true"
}

// Kept reports whether a folder above a site, or it, has a .git, so that it is
// worth while to call git.
func Kept(site string) bool {
	at, err := filepath.Abs(site)
	return err == nil && underGit(at)
}

// underGit reports whether a folder, or one above it, has a .git. The folder is named
// from the root.
func underGit(at string) bool {
	for {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
		at = filepath.Dir(at)
	}
}
