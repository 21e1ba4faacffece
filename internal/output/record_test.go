package output

import (
	"os"
	"path/filepath"
	"testing"

	"shortlist/internal/folder"
)

func TestWriteRecord(t *testing.T) {
	home := t.TempDir()
	site, err := folder.Open(home)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	const name = "content/guides/x/editions/2025-09.toml"
	for _, text := range []string{"a longer first text", "second"} {
		if err := WriteRecord(site, name, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(home, name)); err != nil || string(got) != text {
			t.Errorf("%q, %v", got, err)
		}
	}
	left, err := os.ReadDir(filepath.Join(home, filepath.Dir(name)))
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestWriteRecordStaysInside: neither a name nor a link leads out of the site,
// and a write that fails leaves nothing.
func TestWriteRecordStaysInside(t *testing.T) {
	home, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(home, "content")); err != nil {
		t.Skip(err)
	}
	if err := os.MkdirAll(filepath.Join(home, "a", "b.toml"), 0o777); err != nil {
		t.Fatal(err)
	}
	site, err := folder.Open(home)
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for _, name := range []string{"../x.toml", "content/x.toml", "content/guides/x.toml", "a/b.toml"} {
		if err := WriteRecord(site, name, []byte("text")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	for _, where := range []string{outside, filepath.Join(home, "a", "b.toml")} {
		if left, err := os.ReadDir(where); err != nil || len(left) != 0 {
			t.Errorf("%s: %v, %v", where, left, err)
		}
	}
	if left, err := os.ReadDir(filepath.Join(home, "a")); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
