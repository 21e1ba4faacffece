package output

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// again builds two files under a key each, and says which were taken over.
func again(t *testing.T, site, key string) map[string]bool {
	t.Helper()
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	took := map[string]bool{}
	for _, name := range []string{"a.html", "b/c.html"} {
		kept, _ := d.Keep(name, key)
		took[name] = kept
		if kept {
			continue
		}
		if err := d.Write(name, func(w io.Writer) error { _, err := io.WriteString(w, "made as "+key); return err }); err != nil {
			t.Fatal(err)
		}
	}
	r, err := d.Commit()
	if err != nil || len(r.Blocked) > 0 {
		t.Fatal(err, r.Blocked)
	}
	return took
}

// forget deletes the cache.
func forget(t *testing.T, site string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(site, ".shortlist", "cache")); err != nil {
		t.Fatal(err)
	}
}

func TestKeep(t *testing.T) {
	site := t.TempDir()
	page, other := filepath.Join(site, "public", "a.html"), "b/c.html"
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(when, key string, a, c bool) {
		t.Helper()
		if took := again(t, site, key); took["a.html"] != a || took[other] != c {
			t.Errorf("%s: took over %v", when, took)
		}
		if text, err := os.ReadFile(page); err != nil || string(text) != "made as "+key {
			t.Errorf("%s: %q %v", when, text, err)
		}
	}
	expect("at first", "k1", false, false)
	expect("the same", "k1", true, true)
	expect("of other things", "k2", false, false)
	expect("the same", "k2", true, true)

	write(page, "made as kX") // as long as it was
	forget(t, site)
	expect("changed", "k2", false, true)
	before, err := os.Stat(page)
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * time.Millisecond)
	expect("the same", "k2", true, true)
	write(page, "made as kY")
	forget(t, site)
	if err := os.Chtimes(page, before.ModTime(), before.ModTime()); err != nil {
		t.Fatal(err)
	}
	expect("changed, with the time that it had", "k2", false, true)

	for _, list := range []string{"keys", "marks", "manifest"} {
		name := filepath.Join(site, ".shortlist", list)
		if err := os.Remove(name); err != nil && list != "marks" {
			t.Fatal(err)
		}
		if list == "manifest" { // then nothing in public/ is ours
			continue
		}
		known := list != "keys"
		forget(t, site)
		expect(list+" gone", "k2", known, known)
		write(name, "shortlist "+list+" 1\nnonsense\nk2 0000 - a.html\n\x00")
		forget(t, site)
		expect(list+" damaged", "k2", known, known)
	}
}

// TestKeysOfARepository: a list that git keeps says nothing.
func TestKeysOfARepository(t *testing.T) {
	site := t.TempDir()
	again(t, site, "k1")
	forget(t, site)
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	d.Tracked = func(_ context.Context, file string) (bool, error) { return file == ".shortlist/keys", nil }
	if err := d.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if kept, was := d.Keep("a.html", "k1"); kept || was != "" {
		t.Errorf("kept %v, which was made of %q", kept, was)
	}
}

// TestMarksOfTheMoment: a mark that is not older than its list is not believed.
func TestMarksOfTheMoment(t *testing.T) {
	site := t.TempDir()
	again(t, site, "k1")
	list := filepath.Join(site, ".shortlist", "marks")
	info, err := os.Stat(list)
	if err != nil {
		t.Skip("this system gives no marks")
	}
	long := info.ModTime().Add(-time.Hour)
	if err := os.Chtimes(list, long, long); err != nil {
		t.Fatal(err)
	}
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if kept, _ := d.Keep("a.html", "k1"); !kept || !d.marks.unsure {
		t.Errorf("kept %v, having read it %v", kept, d.marks.unsure)
	}
}
