package history

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestTree(t *testing.T) {
	tr := newTree()
	tr.add("content/site.toml", 0o644, []byte("title"))
	tr.add("content/guides/b/guide.md", 0o644, nil)
	tr.add("content/guides/a/guide.md", 0o644, []byte("a"))
	tr.add("content/guides/sub", fs.ModeDir|0o755, nil)
	if err := fstest.TestFS(tr, "content/site.toml", "content/guides/b/guide.md", "content/guides/a/guide.md", "content/guides/sub"); err != nil {
		t.Error(err)
	}
	if err := fstest.TestFS(newTree()); err != nil {
		t.Error(err)
	}
	data, err := fs.ReadFile(tr, "content/site.toml")
	if err != nil || string(data) != "title" {
		t.Errorf("%q, %v", data, err)
	}
}

// TestTreeShowsLinks: a link is seen as what it is, so that content can refuse
// it.
func TestTreeShowsLinks(t *testing.T) {
	tr := newTree()
	tr.add("content/link.md", fs.ModeSymlink|0o777, []byte("/etc/passwd"))
	entries, err := fs.ReadDir(tr, "content")
	if err != nil || len(entries) != 1 || entries[0].Type() != fs.ModeSymlink {
		t.Errorf("%v, %v", entries, err)
	}
}
