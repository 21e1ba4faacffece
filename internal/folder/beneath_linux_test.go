package folder

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

// TestOlderSystems: a system without the one call that opens what lies below a folder
// does the same, and what that call says of files is what package os says.
func TestOlderSystems(t *testing.T) {
	dir, f := home(t)
	link(t, "other.md", dir, "a/link.md")
	if err := os.Chmod(dir+"/a/other.md", 0o640|fs.ModeSetuid|fs.ModeSetgid|fs.ModeSticky); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".", "a", "a/other.md", "a/b/page.md", "a/link.md"} {
		got, ok := f.statDirect(name)
		if !ok {
			break // this system has no such call: both ways below are the older one
		}
		want, err := os.Lstat(dir + "/" + name)
		if err != nil || got.Mode() != want.Mode() || got.Size() != want.Size() || !got.ModTime().Equal(want.ModTime()) || got.IsDir() != want.IsDir() || name != "." && got.Name() != want.Name() {
			t.Errorf("%s: %v %d %v, want %v %d %v", name, got.Mode(), got.Size(), got.ModTime(), want.Mode(), want.Size(), want.ModTime())
		}
	}
	if in, ok := f.readDirect("a/link.md"); ok {
		in.Close()
		t.Error("a link is followed")
	}

	if err := f.Remove("a/link.md"); err != nil {
		t.Fatal(err)
	}
	old, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	old.direct.once.Do(func() {})
	for _, f := range []*Folder{f, old} {
		if err := fstest.TestFS(f, "a/b/page.md", "a/other.md"); err != nil {
			t.Error(err)
		}
		steps := []error{f.Mkdir("new"), f.WriteFile("new/one", []byte("1")), f.Link("new/one", f, "a/b/two"), f.MoveNew("a/b/two", f, "new/two"), f.Move("new/two", f, "new/three"), f.Remove("new/one")}
		text, err := f.ReadFile("new/three")
		steps = append(steps, err, f.Remove("new/three"), f.Remove("new"))
		for i, err := range steps {
			if err != nil {
				t.Errorf("step %d: %v", i, err)
			}
		}
		if string(text) != "1" {
			t.Errorf("read %q", text)
		}
	}
}
