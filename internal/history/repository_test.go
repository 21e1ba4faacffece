package history

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"shortlist/internal/testrun"
	"strings"
	"testing"
)

// repo is a git repository for a test, whatever the machine's settings.
type repo struct {
	t      *testing.T
	folder string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	testrun.Needs(t, "git")
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
		"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
	} {
		t.Setenv(name, value)
	}
	r := repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r repo) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.folder
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r repo) write(name, text string) {
	r.t.Helper()
	file := filepath.Join(r.folder, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) commit() string {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "change")
	return r.git("rev-parse", "HEAD")
}

func open(t *testing.T, folder string) *Repository {
	t.Helper()
	r, err := Find(context.Background(), folder)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, r *Repository, revision string) *Revision {
	t.Helper()
	v, err := r.Read(context.Background(), revision)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func wantFile(t *testing.T, v *Revision, name, want string) {
	t.Helper()
	if data, err := fs.ReadFile(v.Tree, name); err != nil || string(data) != want {
		t.Errorf("%s: %q, %v; want %q", name, data, err, want)
	}
}

func TestRead(t *testing.T) {
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.write("content/empty.md", "")
	g.write("content/a b/über \"quoted\".md", "odd name")
	g.write("static/style.css", "not content")
	g.write(".gitattributes", "content/hidden.md export-ignore\n")
	g.write("content/hidden.md", "still here")
	if err := os.Symlink("site.toml", filepath.Join(g.folder, "content", "link.md")); err != nil {
		t.Fatal(err)
	}
	first := g.commit()
	g.write("content/site.toml", "two")
	g.commit()
	g.write("content/site.toml", "not committed")

	r := open(t, g.folder)
	before := g.git("status", "--porcelain")
	v := read(t, r, "HEAD~1")
	if v.Commit != first || v.Absent {
		t.Errorf("%+v", v)
	}
	wantFile(t, v, "content/site.toml", "one")
	wantFile(t, v, "content/empty.md", "")
	wantFile(t, v, "content/a b/über \"quoted\".md", "odd name")
	wantFile(t, v, "content/hidden.md", "still here")
	if info, err := fs.Stat(v.Tree, "content/link.md"); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("the link: %v, %v", info, err)
	}
	if _, err := fs.Stat(v.Tree, "static"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("more than content is read: %v", err)
	}
	wantFile(t, read(t, r, "main"), "content/site.toml", "two")
	wantFile(t, read(t, r, first[:10]), "content/site.toml", "one")
	if after := g.git("status", "--porcelain"); after != before {
		t.Errorf("the work tree changed: %q, %q", before, after)
	}
}

// TestReadLarge: many files, and one beyond what is kept.
func TestReadLarge(t *testing.T) {
	g := newRepo(t)
	g.write("content/a.md", strings.Repeat("x", maxKept+70_000))
	g.write("content/b.md", "after")
	for i := range 300 {
		g.write(filepath.Join("content", "many", string(rune('a'+i%26))+strings.Repeat("y", i)[:i/2]+".md"), strings.Repeat("line\n", i))
	}
	g.commit()
	v := read(t, open(t, g.folder), "HEAD")
	if info, err := fs.Stat(v.Tree, "content/a.md"); err != nil || info.Size() != maxKept {
		t.Errorf("%v, %v", info, err)
	}
	wantFile(t, v, "content/b.md", "after")
	many, err := fs.ReadDir(v.Tree, "content/many")
	onDisk, _ := os.ReadDir(filepath.Join(g.folder, "content", "many"))
	if err != nil || len(many) != len(onDisk) || len(onDisk) < 100 {
		t.Errorf("%d of %d files, %v", len(many), len(onDisk), err)
	}
}

// TestReadBelow: the site is a folder of a larger repository, and a hook says
// where git is.
func TestReadBelow(t *testing.T) {
	g := newRepo(t)
	g.write("README.md", "no site yet")
	g.commit()
	g.write("docs/my site/content/site.toml", "below")
	g.write("content/site.toml", "another's")
	g.commit()
	t.Setenv("GIT_DIR", ".git")
	t.Setenv("GIT_PREFIX", "elsewhere/")
	r := open(t, filepath.Join(g.folder, "docs", "my site"))
	wantFile(t, read(t, r, "HEAD"), "content/site.toml", "below")
	if v := read(t, r, "HEAD~1"); !v.Absent {
		t.Errorf("there was no content folder: %+v", v)
	}
}

func TestLinkedWorkTree(t *testing.T) {
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.commit()
	linked := filepath.Join(t.TempDir(), "linked")
	g.git("worktree", "add", "-q", linked, "-b", "other")
	wantFile(t, read(t, open(t, linked), "HEAD"), "content/site.toml", "one")
}

func TestMissing(t *testing.T) {
	g := newRepo(t)
	r := open(t, g.folder)
	missing := func(r *Repository, revision string) *Missing {
		t.Helper()
		_, err := r.Read(context.Background(), revision)
		m, ok := errors.AsType[*Missing](err)
		if !ok {
			t.Fatalf("%s: %v", revision, err)
		}
		if m.Revision != revision {
			t.Errorf("%s is called %s", revision, m.Revision)
		}
		return m
	}
	if m := missing(r, "HEAD"); !m.Empty || m.Shallow || !strings.HasSuffix(m.Error(), "nothing has been committed yet") {
		t.Errorf("%+v: %v", m, m)
	}
	g.write("content/site.toml", "one")
	g.commit()
	for _, revision := range []string{"HEAD~1", "nobody", "--all", "", "HEAD:content", "HEAD..HEAD", "deadbeef"} {
		if m := missing(r, revision); m.Empty || m.Shallow {
			t.Errorf("%+v", m)
		}
	}
	if m := missing(r, "@{upstream}"); !strings.Contains(m.Error(), "no upstream") {
		t.Errorf("%+v", m)
	}
	g.write("content/site.toml", "two")
	first := g.git("rev-parse", "HEAD")
	g.commit()
	shallow := filepath.Join(t.TempDir(), "shallow")
	g.git("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(g.folder), shallow)
	clone := open(t, shallow)
	wantFile(t, read(t, clone, "HEAD"), "content/site.toml", "two")
	for _, revision := range []string{"HEAD~1", first} {
		if m := missing(clone, revision); !m.Shallow || !strings.HasSuffix(m.Error(), "`git fetch --unshallow`") {
			t.Errorf("%+v: %v", m, m)
		}
	}
}

func TestNoRepository(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", folder)
	if _, err := Find(context.Background(), folder); !errors.Is(err, ErrNoRepository) {
		t.Errorf("%v", err)
	}
}

func TestNoGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Find(context.Background(), t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "not installed") {
		t.Errorf("%v", err)
	}
}

// TestBrokenRepository: an object that is gone is the machine's failure, not a
// file that is empty.
func TestBrokenRepository(t *testing.T) {
	g := newRepo(t)
	g.write("content/site.toml", "one")
	g.commit()
	hash := g.git("rev-parse", "HEAD:content/site.toml")
	if err := os.Remove(filepath.Join(g.folder, ".git", "objects", hash[:2], hash[2:])); err != nil {
		t.Fatal(err)
	}
	if v, err := open(t, g.folder).Read(context.Background(), "HEAD"); err == nil {
		t.Errorf("read %+v", v)
	} else if !strings.Contains(err.Error(), hash) {
		t.Errorf("%v does not name the object", err)
	}
}

func TestSubmodule(t *testing.T) {
	parse := func(list string) ([]listed, error) { return parseList(bufio.NewReader(strings.NewReader(list))) }
	list, err := parse("160000 commit abc       -\tpages\x00" + "100644 blob def      12\tsite.toml\x00")
	if err != nil || len(list) != 2 || !list[0].mode.IsDir() || list[0].hash != "" || list[1].hash != "def" {
		t.Errorf("%+v, %v", list, err)
	}
	for _, bad := range []string{"nonsense\x00", "100644 blob def 12\t../x\x00", "100644 blob def BAD\tx\x00", "100644 blob def -1\tx\x00"} {
		if got, err := parse(bad); err == nil {
			t.Errorf("%q is read: %+v", bad, got)
		}
	}
}

// TestContentIsNoFolder: a file or a link in the place of the content folder is
// no content, and not a failure of git.
func TestContentIsNoFolder(t *testing.T) {
	r := newRepo(t)
	r.write("content", "not a folder\n")
	file := r.commit()
	if err := os.Remove(filepath.Join(r.folder, "content")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("elsewhere", filepath.Join(r.folder, "content")); err != nil {
		t.Fatal(err)
	}
	link := r.commit()
	for _, revision := range []string{file, link} {
		v, err := open(t, r.folder).Read(context.Background(), revision)
		if err != nil || !v.Absent {
			t.Errorf("%s: %+v, %v", revision, v, err)
		}
	}
}
