package folder

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// home makes a folder with what the tests read.
func home(t testing.TB) (string, *Folder) {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "a/b/page.md", "page")
	put(t, dir, "a/other.md", "other")
	put(t, dir, ".git/config", "secret")
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return dir, f
}

func put(t testing.TB, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

func link(t testing.TB, target, dir, name string) {
	t.Helper()
	if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
		t.Skip(err)
	}
}

// promptly fails when something waits for ever.
func promptly(t *testing.T, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { defer close(done); do() }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for ever")
	}
}

func TestFolderIsAFileSystem(t *testing.T) {
	dir, f := home(t)
	if err := fstest.TestFS(f, "a/b/page.md", "a/other.md", ".git/config"); err != nil {
		t.Error(err)
	}
	put(t, dir, "a/c/new.md", "new")
	if text, err := fs.ReadFile(f, "a/c/new.md"); err != nil || string(text) != "new" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := fs.Stat(f, "a/none.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v", err)
	}
	if f.Err() != nil {
		t.Errorf("a failure of the machine: %v", f.Err())
	}
}

// TestOnlyRegularFiles: whatever is no regular file is refused by name, by every
// way to read it, and what is behind it is not touched.
func TestOnlyRegularFiles(t *testing.T) {
	dir, f := home(t)
	link(t, "../.git/config", dir, "a/inside")
	link(t, "/dev/zero", dir, "a/zero")
	link(t, "/nowhere", dir, "a/dangling")
	link(t, "b", dir, "a/folder")
	link(t, ".git", dir, "top")
	socket, err := net.Listen("unix", filepath.Join(dir, "a", "socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	pipe(t, filepath.Join(dir, "a", "pipe"))
	for name, reason := range map[string]string{
		"a/inside": "a symbolic link", "a/zero": "a symbolic link", "a/dangling": "a symbolic link", "a/folder": "a symbolic link",
		"a/folder/page.md": "a symbolic link", "top/config": "a symbolic link", "a/other.md/x": "a file, not a folder",
		"a/socket": "a socket", "a/pipe": "a named pipe",
	} {
		promptly(t, func() {
			_, opened := f.Open(name)
			_, read := f.ReadFile(name)
			_, listed := f.ReadDir(name)
			_, sub := f.Sub(name)
			for how, err := range map[string]error{"Open": opened, "ReadFile": read, "ReadDir": listed, "Sub": sub} {
				r, ok := errors.AsType[*Refused](err)
				if !ok || !strings.Contains(r.Reason, reason) {
					t.Errorf("%s(%s) = %v, want %s", how, name, err, reason)
				}
			}
		})
	}
	if f.Err() != nil {
		t.Errorf("a mistake was taken for a failure of the machine: %v", f.Err())
	}
}

// TestFolderBecomesALink: what was found real is looked at again when it is
// listed again.
func TestFolderBecomesALink(t *testing.T) {
	dir, f := home(t)
	if _, err := f.ReadDir("a/b"); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	link(t, ".git", dir, "a")
	if _, err := f.ReadDir("a"); err == nil {
		t.Error("the link was listed")
	}
	if _, err := f.Open("a/config"); err == nil {
		t.Error("what is behind the link was opened")
	}
}

func TestLongFilesAreRefused(t *testing.T) {
	dir, f := home(t)
	if err := os.Truncate(filepath.Join(dir, "a", "other.md"), MaxHeld+1); err != nil {
		t.Fatal(err)
	}
	if _, err := f.ReadFile("a/other.md"); err == nil || !strings.Contains(err.Error(), "longer than 16777216 bytes") {
		t.Errorf("ReadFile() = %v", err)
	}
	if text, err := f.ReadUpTo("a/b/page.md", 4); err != nil || string(text) != "page" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := f.ReadUpTo("a/b/page.md", 3); err == nil {
		t.Error("more was read than was asked for")
	}
}

// TestFailuresOfTheMachine has the machine fail: a folder that is closed.
func TestFailuresOfTheMachine(t *testing.T) {
	f := &Folder{}
	broken := errors.New("input/output error")
	if err := f.note(&fs.PathError{Op: "read", Path: "x", Err: broken}); !errors.Is(err, broken) || !errors.Is(f.Err(), broken) {
		t.Errorf("%v, remembered %v", err, f.Err())
	}
	f.note(errors.New("another"))
	sub := &Folder{path: filepath.Join("site", "static")}
	err := sub.fail(&fs.PathError{Op: "open", Path: "a/x.css", Err: broken})
	where := filepath.Join("site", "static", "a", "x.css")
	if !strings.Contains(err.Error(), where) {
		t.Errorf("it says %q, by which nobody finds the file", err)
	}
	err.(*fs.PathError).Path = "x.css"
	if !strings.Contains(sub.Err().Error(), where) {
		t.Errorf("it remembers %q", sub.Err())
	}
	if err = sub.fail(&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}); err.(*fs.PathError).Path != "x" || sub.fail(nil) != nil {
		t.Errorf("no failure is told as one: %v", err)
	}
	if !errors.Is(f.Err(), broken) {
		t.Errorf("not the first: %v", f.Err())
	}
}

func TestNewFilesReplaceNothing(t *testing.T) {
	dir, f := home(t)
	link(t, "../.git/config", dir, "a/link")
	link(t, "../.git/new", dir, "a/dangling")
	pipe(t, filepath.Join(dir, "a", "pipe"))
	for _, name := range []string{"a/link", "a/dangling", "a/pipe", "a/other.md"} {
		promptly(t, func() {
			if _, err := f.Create(name); !errors.Is(err, fs.ErrExist) {
				t.Errorf("Create(%s) = %v", name, err)
			}
		})
	}
	link(t, "a", dir, "way")
	for what, err := range map[string]error{"Mkdir": f.Mkdir("way/x"), "MkdirAll": f.MkdirAll("way/x/y"), "WriteFile": f.WriteFile("way/x", nil),
		"Remove": f.Remove("way/other.md"), "RemoveAll": f.RemoveAll("way/b")} {
		if err == nil {
			t.Errorf("%s went through a link", what)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, ".git", "config")); err != nil || string(text) != "secret" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestWriteFile replaces a file, and a link that stands there and not what it
// leads to; nothing else is left.
func TestWriteFile(t *testing.T) {
	dir, f := home(t)
	link(t, "../.git/config", dir, "a/link")
	for _, name := range []string{"a/other.md", "a/link", "a/new.md"} {
		if err := f.WriteFile(name, []byte("written")); err != nil {
			t.Fatal(err)
		}
		if text, err := f.ReadFile(name); err != nil || string(text) != "written" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	if text, _ := os.ReadFile(filepath.Join(dir, ".git", "config")); string(text) != "secret" {
		t.Errorf("behind the link: %q", text)
	}
	if err := f.WriteFile("a/b", nil); err == nil {
		t.Error("a folder was replaced")
	}
	entries, _ := f.ReadDir("a")
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, []string{"b", "link", "new.md", "other.md"}) {
		t.Errorf("left behind: %q", names)
	}
}

func TestBetweenFolders(t *testing.T) {
	dir, f := home(t)
	to, err := f.Sub("a")
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	if !f.CanMove(to) {
		t.Error("one file system, and nothing can be moved")
	}
	if err := f.MoveNew(".git/config", to, "other.md"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("MoveNew over a file: %v", err)
	}
	if err := f.Link(".git/config", to, "other.md"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Link() over a file = %v", err)
	}
	if err := f.Link(".git/config", to, "b/linked"); err != nil {
		t.Error(err)
	}
	if err := f.CopyFile(".git/config", to, "b/copied"); err != nil {
		t.Error(err)
	}
	if err := f.Move(".git/config", to, "other.md"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"a/b/linked", "a/b/copied", "a/other.md"} {
		if text, err := f.ReadFile(name); err != nil || string(text) != "secret" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	link(t, "../.git", dir, "a/way")
	for what, err := range map[string]error{"Move": to.Move("other.md", f, "a/way/x"), "Link": f.Link("a/way/x", to, "y"), "out": f.Move("a/other.md", to, "../x")} {
		if err == nil {
			t.Errorf("%s went through a link", what)
		}
	}
}

func TestLockIsNoLink(t *testing.T) {
	dir, f := home(t)
	link(t, "../.git/new", dir, "a/link")
	pipe(t, filepath.Join(dir, "a", "pipe"))
	for _, name := range []string{"a/link", "a/pipe"} {
		promptly(t, func() {
			if _, err := f.Lock(t.Context(), name); err == nil {
				t.Errorf("%s was locked", name)
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, ".git", "new")); err == nil {
		t.Error("a file was made behind the link")
	}
	lock, err := f.Lock(t.Context(), "lock")
	if err != nil {
		t.Fatal(err)
	}
	if err := lock.Close(); err != nil {
		t.Error(err)
	}
}

func TestMake(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b", "c")
	made, err := Make(deep)
	if err != nil || made != filepath.Join(dir, "a") {
		t.Fatalf("Make() = %q, %v", made, err)
	}
	put(t, dir, "a/mine", "mine")
	Unmake(deep, made)
	if _, err := os.Stat(filepath.Join(dir, "a", "b")); err == nil {
		t.Error("b is still there")
	}
	if _, err := os.Stat(filepath.Join(dir, "a", "mine")); err != nil {
		t.Error(err)
	}
	if made, err = Make(dir); made != "" || err != nil {
		t.Errorf("Make() of what is there = %q, %v", made, err)
	}
}
