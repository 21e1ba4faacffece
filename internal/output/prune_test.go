package output

import (
	"os"
	"path/filepath"
	"testing"
)

// Somebody may put a file where a folder of ours was, between two builds. The
// folders that the next build tidies away are folders, never such a file.
func TestAFileWhereOurFolderWasSurvives(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"a/b.html": "ours", "c.html": "ours"})
	if err := os.RemoveAll(filepath.Join(out, "a")); err != nil {
		t.Fatal(err)
	}
	put(t, out, "a", "theirs")
	publish(t, site, out, files{"c.html": "ours"})
	want(t, "folder", read(t, out), files{"a": "theirs", "c.html": "ours"})
}
