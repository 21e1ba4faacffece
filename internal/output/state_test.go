package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDiscardAfterCommitDoesNothing(t *testing.T) {
	site, out := site(t)
	for _, all := range []files{{"a/index.html": "1"}, {}} {
		d := begin(t, site, filepath.Join(out, "deep"), all)
		if _, err := d.Commit(); err != nil {
			t.Fatal(err)
		}
		if err := d.Discard(); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(filepath.Join(out, "deep")); err != nil || !info.IsDir() {
			t.Errorf("with %d files the folder is gone: %v", len(all), err)
		}
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStateIsIgnoredByGit has a build be killed after it made its own folder and
// before it told git to pass it over.
func TestStateIsIgnoredByGit(t *testing.T) {
	site, out := site(t)
	if err := os.Mkdir(filepath.Join(site, state), 0o777); err != nil {
		t.Fatal(err)
	}
	publish(t, site, out, files{"index.html": "1"})
	want(t, "state", read(t, filepath.Join(site, state))[gitIgnore], "*\n")
	put(t, site, state+"/"+gitIgnore, "# ours\n*\n")
	publish(t, site, out, files{"index.html": "1"})
	want(t, "state", read(t, filepath.Join(site, state))[gitIgnore], "# ours\n*\n")
}
