package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestCache: what an earlier build made is there again, wherever it went, and
// nothing that was damaged is.
func TestCache(t *testing.T) {
	site := t.TempDir()
	cache, public := filepath.Join(site, ".shortlist", "cache"), filepath.Join(site, "public")
	expect := func(when, key string, want bool) {
		t.Helper()
		if took := again(t, site, key); took["a.html"] != want || took["b/c.html"] != want {
			t.Errorf("%s: took over %v", when, took)
		}
		for _, name := range []string{"a.html", "b/c.html"} {
			if text, err := os.ReadFile(filepath.Join(public, name)); err != nil || string(text) != "made as "+key {
				t.Errorf("%s: %q %v", when, text, err)
			}
		}
		if busy, _ := filepath.Glob(cache + "/busy"); len(busy) > 0 {
			t.Errorf("%s: the cache is not closed", when)
		}
	}
	blobs := func() []string {
		t.Helper()
		entries, err := os.ReadDir(cache)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			if len(e.Name()) == 64 {
				names = append(names, filepath.Join(cache, e.Name()))
			}
		}
		return names
	}
	expect("at first", "k1", false)
	expect("another branch", "k2", false)
	expect("and back", "k1", true)
	if err := os.RemoveAll(public); err != nil {
		t.Fatal(err)
	}
	expect("without public", "k1", true)

	// A fresh clone with nothing but the cache.
	clone := t.TempDir()
	if err := os.CopyFS(filepath.Join(clone, ".shortlist", "cache"), os.DirFS(cache)); err != nil {
		t.Fatal(err)
	}
	if took := again(t, clone, "k2"); !took["a.html"] || !took["b/c.html"] {
		t.Errorf("a clone took %v", took)
	}

	// Who changes a file of one folder in place does not change that of another.
	if err := os.RemoveAll(filepath.Join(clone, "public")); err != nil {
		t.Fatal(err)
	}
	again(t, clone, "k2")
	if err := os.WriteFile(filepath.Join(clone, "public", "a.html"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(clone, "public", "b", "c.html")); err != nil || string(text) != "made as k2" {
		t.Errorf("another file is changed with it: %q %v", text, err)
	}

	// Damage, of each kind.
	for what, damage := range map[string]func() error{
		"a content": func() error {
			for _, name := range blobs() {
				if err := os.WriteFile(name, []byte("made as kX"), 0o666); err != nil {
					return err
				}
			}
			return os.RemoveAll(public)
		},
		"a content gone": func() error {
			for _, name := range blobs() {
				if err := os.Remove(name); err != nil {
					return err
				}
			}
			return os.RemoveAll(public)
		},
		"the list": func() error {
			text, err := os.ReadFile(cache + "/list")
			if err != nil {
				return err
			}
			return os.WriteFile(cache+"/list", []byte(strings.Replace(string(text), "k1 a.html", "k1 b.html", 1)), 0o666)
		},
		"the list gone":   func() error { return os.Remove(cache + "/list") },
		"another version": func() error { return os.WriteFile(cache+"/list", []byte("shortlist cache 9\n"), 0o666) },
		"a killed build":  func() error { return os.WriteFile(cache+"/busy", nil, 0o666) },
		"a link in place": func() error {
			if err := os.Rename(cache, cache+"2"); err != nil || runtime.GOOS == "windows" { // where not everybody may make links
				return err
			}
			return os.Symlink("cache2", cache)
		},
		"all of it is gone":  func() error { return os.RemoveAll(cache) },
		"a file in place":    func() error { return errors.Join(os.RemoveAll(cache), os.WriteFile(cache, nil, 0o666)) },
		"a folder as a list": func() error { return errors.Join(os.RemoveAll(cache), os.MkdirAll(cache+"/list", 0o777)) },
	} {
		if err := os.RemoveAll(site + "/.shortlist"); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(public); err != nil {
			t.Fatal(err)
		}
		again(t, site, "k1")
		if err := damage(); err != nil {
			t.Fatal(what, err)
		}
		for _, name := range []string{"keys", "marks"} { // so that the cache is asked
			if err := os.Remove(filepath.Join(site, ".shortlist", name)); err != nil && name == "keys" {
				t.Fatal(err)
			}
		}
		expect(what, "k1", false)
	}
}

// TestCacheIsBounded: what was not wanted for some builds is dropped.
func TestCacheIsBounded(t *testing.T) {
	site := t.TempDir()
	for i := range 3 * cacheAge {
		again(t, site, fmt.Sprint("k", i))
	}
	entries, err := os.ReadDir(filepath.Join(site, ".shortlist", "cache"))
	if err != nil || len(entries) != cacheAge+1+1 { // and the list
		t.Errorf("%d files, %v", len(entries), err)
	}
}

// TestCacheOfARepository: a cache that git keeps is not believed.
func TestCacheOfARepository(t *testing.T) {
	site := t.TempDir()
	again(t, site, "k1")
	for _, name := range []string{"public", ".shortlist/keys", ".shortlist/manifest"} {
		if err := os.RemoveAll(filepath.Join(site, name)); err != nil {
			t.Fatal(err)
		}
	}
	d, err := NewDir(site, "")
	if err != nil {
		t.Fatal(err)
	}
	d.Tracked = func(_ context.Context, file string) (bool, error) { return file == ".shortlist/cache/list", nil }
	if err := d.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if kept, _ := d.Keep("a.html", "k1"); kept {
		t.Error("a page of the repository's cache is taken")
	}
}

// TestCacheHasForms: compressed forms come out of the cache with their file.
func TestCacheHasForms(t *testing.T) {
	site := t.TempDir()
	page := strings.Repeat("words that repeat ", 500)
	build := func() Result {
		t.Helper()
		d, err := NewDir(site, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Begin(t.Context(), Settings{Compress: true}); err != nil {
			t.Fatal(err)
		}
		if kept, _ := d.Keep("a.html", "k"); !kept {
			if err := d.Write("a.html", func(w io.Writer) error { _, err := io.WriteString(w, page); return err }); err != nil {
				t.Fatal(err)
			}
		}
		r, err := d.Commit()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := build()
	if err := os.RemoveAll(site + "/public"); err != nil {
		t.Fatal(err)
	}
	second := build()
	if first.Compressed != 2 || second.Compressed != 2 || second.Cached != 1 || second.CompressedBytes != first.CompressedBytes {
		t.Errorf("first %+v\nthen %+v", first, second)
	}
}
