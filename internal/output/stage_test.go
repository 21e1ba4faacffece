package output

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shortlist/internal/folder"
)

// TestNothingOfAKilledBuildIsLeft puts what builds leave that are killed at their
// worst moments into both folders; the next build removes it.
func TestNothingOfAKilledBuildIsLeft(t *testing.T) {
	site, out := site(t)
	all := files{"index.html": "1"}
	publish(t, site, out, all)
	put(t, site, state+"/stage/17", "staged")
	put(t, site, state+"/manifest.new", "cut")
	put(t, site, state+"/.manifest.abcdefgh.new", "cut")
	put(t, out, oldStage+"/3", "staged")
	put(t, out, oldStage+"-"+shortHash(site)+"/3", "staged")
	publish(t, site, out, all)
	want(t, "folder", read(t, out), all)
	want(t, "state", names(read(t, filepath.Join(site, state))), []string{".gitignore", "lock", "manifest"})
}

// TestFoldersGoBeforeTheListForgetsThem kills a build right after its last list,
// which does not name what was in the folder any more: no later build would know
// that the folder was its own.
func TestFoldersGoBeforeTheListForgetsThem(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"index.html": "1", "old/deep/x.html": "x"})
	d := begin(t, site, out, files{"index.html": "1"})
	p, err := d.plan()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.apply(p); err != nil {
		t.Fatal(err)
	}
	if err := d.release(); err != nil { // as the kernel does
		t.Fatal(err)
	}
	want(t, "list", len(listed(t, site)), 1)
	want(t, "folder", read(t, out), files{"index.html": "1"})
}

// TestNothingIsStagedInTheOutputFolder looks at the folder while a build is at
// work.
func TestNothingIsStagedInTheOutputFolder(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, before)
	d := begin(t, site, out, after)
	want(t, "folder", read(t, out), before)
	if staged := read(t, filepath.Join(site, state, stage)); len(staged) != 5 {
		t.Errorf("staged: %v", staged)
	}
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	want(t, "state", names(read(t, filepath.Join(site, state))), []string{".gitignore", "lock", "manifest"})
}

// TestOtherFileSystem builds two sites into one folder on another file system,
// where each has its stage inside, and neither removes the other's.
func TestOtherFileSystem(t *testing.T) {
	shared, err := os.MkdirTemp("/dev/shm", "output")
	if err != nil {
		t.Skip(err)
	}
	defer os.RemoveAll(shared)
	one, _ := site(t)
	two, _ := site(t)
	first := begin(t, one, shared, files{"one.html": "1"})
	if !strings.Contains(strings.Join(names(read(t, shared)), " "), first.stageName()) {
		t.Skip("one file system holds both")
	}
	publish(t, two, shared, files{"two.html": "2"})
	if _, err := first.Commit(); err != nil {
		t.Fatal(err)
	}
	want(t, "folder", read(t, shared), files{"one.html": "1", "two.html": "2"})
	for steps, last := 0, 1; steps <= last; steps++ {
		last = kill(t, begin(t, one, shared, after), steps)
		publish(t, one, shared, before)
		whole := maps.Clone(before)
		whole["two.html"] = "2"
		want(t, "folder after a killed build", read(t, shared), whole)
	}
}

// TestUnlistableFolderIsTheMachinesFailure: what was published in it must not
// become somebody else's.
func TestUnlistableFolderIsTheMachinesFailure(t *testing.T) {
	tree := t.TempDir()
	for _, name := range []string{"a.html", "closed/b.html", "lost+found/x", oldStage + "-x/1", gitIgnore} {
		put(t, tree, name, "")
	}
	root, err := folder.Open(tree)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	look, err := root.Look()
	if err != nil {
		t.Fatal(err)
	}
	defer look.Close()
	closed := func(which string) func(func(string, fs.FileMode) bool) error {
		return func(visit func(string, fs.FileMode) bool) (err error) {
			walked := look.Walk(func(name string, kind fs.FileMode) bool {
				if into := visit(name, kind); !into || name != which {
					return into
				}
				err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
				return false
			})
			return errors.Join(walked, err)
		}
	}
	if _, err := list(closed("closed")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("list() = %v", err)
	}
	got, err := list(closed("lost+found"))
	want(t, "list", got, map[string]fs.FileMode{"a.html": 0, "closed": fs.ModeDir, "closed/b.html": 0})
	want(t, "error", err, nil)
}

// TestHostileState has the state folder, and what is in it, be links.
func TestHostileState(t *testing.T) {
	for _, name := range []string{state, state + "/lock", state + "/manifest"} {
		site, out := site(t)
		put(t, site, "precious", "precious")
		put(t, site, "elsewhere/x", "x")
		if err := os.MkdirAll(filepath.Join(site, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		target := map[bool]string{true: "elsewhere", false: "../precious"}[name == state]
		if err := os.Symlink(target, filepath.Join(site, name)); err != nil {
			t.Skip(err)
		}
		d, err := NewDir(site, out)
		if err != nil {
			t.Fatal(err)
		}
		err = d.Begin(context.Background(), Settings{})
		r, ok := errors.AsType[*Refused](err)
		if !ok || r.Blocked.Path != name || !strings.Contains(r.Blocked.Reason, "a symbolic link") {
			t.Errorf("%s: Begin() = %v", name, err)
		}
		got := read(t, site)
		if got["precious"] != "precious" || len(read(t, filepath.Join(site, "elsewhere"))) != 1 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestOwnFolderIsNoLink: the site's own public/ is not where a repository says,
// unless a person says so too.
func TestOwnFolderIsNoLink(t *testing.T) {
	site, out := site(t)
	elsewhere := t.TempDir()
	if err := os.Symlink(elsewhere, out); err != nil {
		t.Skip(err)
	}
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := errors.AsType[*Refused](d.Begin(t.Context(), Settings{})); !ok || r.Blocked.Path != public {
		t.Errorf("Begin() = %v", r)
	}
	want(t, "elsewhere", read(t, elsewhere), files{})
	publish(t, site, out, files{"index.html": "1"})
	want(t, "elsewhere", read(t, elsewhere), files{"index.html": "1"})
}

// TestOwnFolder builds where nobody says where.
func TestOwnFolder(t *testing.T) {
	site, out := site(t)
	for range 2 {
		d := newDirIn(t, site, "")
		if err := d.Begin(t.Context(), Settings{}); err != nil {
			t.Fatal(err)
		}
		if err := d.Write("index.html", text("1")); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Commit(); err != nil {
			t.Fatal(err)
		}
		want(t, "folder", read(t, out), files{"index.html": "1"})
	}
	want(t, "list", len(listed(t, site)), 1)
}

func newDirIn(t testing.TB, site, out string) *Dir {
	t.Helper()
	d, err := NewDir(site, out)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestTrackedListIsNotBelieved, and neither is one of which git cannot say.
func TestTrackedListIsNotBelieved(t *testing.T) {
	for what, tracked := range map[string]func(context.Context, string) (bool, error){
		"kept by git":                func(_ context.Context, file string) (bool, error) { return file == state+"/manifest", nil },
		"git does not say: no owner": func(context.Context, string) (bool, error) { return false, errors.New("no owner") },
		"":                           func(context.Context, string) (bool, error) { return false, nil },
	} {
		site, out := site(t)
		publish(t, site, out, files{"index.html": "1", "old.html": "old"})
		d := newDirIn(t, site, out)
		d.Tracked = tracked
		if err := d.Begin(t.Context(), Settings{}); err != nil {
			t.Fatal(err)
		}
		if err := d.Write("index.html", func(w io.Writer) error { _, err := io.WriteString(w, "1"); return err }); err != nil {
			t.Fatal(err)
		}
		r, err := d.Commit()
		if err != nil || !strings.Contains(r.Doubt, what) || (r.Doubt == "") != (what == "") || (len(r.Removed) == 1) != (what == "") {
			t.Errorf("%q: %+v, %v", what, r, err)
		}
	}
}
