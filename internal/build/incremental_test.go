package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"shortlist/internal/diag"
	files "shortlist/internal/folder"
	"shortlist/internal/manifest"
	"shortlist/internal/output"
	"shortlist/internal/testrun"
)

// TestIncrementalBuilds edits sites at random: whatever a build takes over from the
// one before, the site is the one that a clean build makes, byte for byte.
func TestIncrementalBuilds(t *testing.T) {
	first := firstBuild(t)
	for seed := range uint64(testrun.Some(3, scripts())) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			steps := 1
			if seed%6 == 0 {
				steps = 3
			}
			buildEdited(t, first, seed, steps)
		})
	}
}

// scripts is how many scripts of edits a thorough run tries: 50, or what SCRIPTS says.
func scripts() int {
	if n, err := strconv.Atoi(os.Getenv("SCRIPTS")); err == nil {
		return n
	}
	return 50
}

// FuzzIncrementalBuilds does the same for longer.
func FuzzIncrementalBuilds(f *testing.F) {
	f.Add(uint64(1000))
	first := firstBuild(f)
	f.Fuzz(func(t *testing.T, seed uint64) { buildEdited(t, first, seed, testrun.Some(1, 4)) })
}

// firstBuild is a folder with the site of a session as it is at first.
func firstBuild(t testing.TB) string {
	t.Helper()
	s, folder := newSession(0), t.TempDir()
	s.lay(t, folder)
	if r := into(t, Options{Now: s.now}, folder, false); !r.Published || r.Kept > 0 {
		t.Fatal(r.Problems, r.Kept)
	}
	return folder
}

// buildEdited edits a site, builds it again, and so on.
func buildEdited(t *testing.T, first string, seed uint64, steps int) {
	s := newSession(seed)
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(first)); err != nil {
		t.Fatal(err)
	}
	for step := range steps {
		s.edit()
		when := fmt.Sprintf("seed %d, step %d, %q", seed, step, s.done)
		if s.random.IntN(4) == 0 {
			damage(t, s.random, folder)
		}
		var clean Memory
		o := Options{Site: s.files, Now: s.now, Drafts: s.drafts, Sink: &clean}
		want, err := Run(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		s.lay(t, folder)
		for round := range 2 {
			got := into(t, o, folder, false)
			if round == 1 && got.Published && !got.Same {
				t.Fatalf("%s: a build of what was just built had something to do", when)
			}
			warned := got.Problems.Only(diag.Error, diag.Warning)
			if got.Published != want.Published || fmt.Sprint(warned) != fmt.Sprint(want.Problems.Only(diag.Error, diag.Warning)) {
				t.Fatalf("%s: published %v, %v\nwant %v, %v", when, got.Published, got.Problems, want.Published, want.Problems)
			}
			if !want.Published {
				break
			}
			sameFiles(t, when, folder+"/public", clean.Files)
		}
	}
}

// into builds the site in a folder.
func into(t testing.TB, o Options, folder string, verify bool) Report {
	t.Helper()
	sink, err := output.NewDir(folder, "")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := files.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	sink.Verify = verify
	o.Site, o.Sink, o.Program, o.Past, o.Again = tree, sink, "test", sink.Past("content", "templates", "static"), o.Again || verify
	r, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// damage changes a page that was written, or what is known of it. Size and time of
// the file stay as they were.
func damage(t *testing.T, random *rand.Rand, folder string) {
	switch random.IntN(8) {
	case 0: // a fresh clone to which the cache was brought back
		for _, name := range []string{"/public", "/.shortlist/keys", "/.shortlist/marks", "/.shortlist/manifest", "/.shortlist/past"} {
			if err := os.RemoveAll(folder + name); err != nil {
				t.Fatal(err)
			}
		}
		return
	case 1:
		if err := os.RemoveAll(folder + "/.shortlist/cache"); err != nil {
			t.Fatal(err)
		}
		return
	case 2: // each content of the cache, and what has a second name in public/
		contents, err := filepath.Glob(folder + "/.shortlist/cache/*")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range contents {
			if random.IntN(2) == 0 {
				continue
			}
			if err := os.WriteFile(name, []byte("damaged"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	names := []string{"/public/guides/guide-0001/index.html", "/public/providers/provider-08/index.html", "/.shortlist/keys", "/.shortlist/past", "/.shortlist/cache/list", "/.shortlist/stage/1"}
	name := folder + names[random.IntN(len(names))]
	if path.Base(name) == "1" { // what a killed build leaves
		if err := os.MkdirAll(path.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("half a page"), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return // it is not made at the moment
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	data[random.IntN(len(data))] ^= 1
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// lay writes the files of the session into a folder, as far as they are not as
// they are there.
func (s *session) lay(t testing.TB, folder string) {
	t.Helper()
	for _, top := range []string{"content", "templates", "static"} {
		err := fs.WalkDir(os.DirFS(folder), top, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || s.files[name] != nil {
				return nil
			}
			return os.Remove(folder + "/" + name)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, file := range s.files {
		at := folder + "/" + name
		if is, err := os.ReadFile(at); err == nil && bytes.Equal(is, file.Data) {
			continue
		}
		if err := os.MkdirAll(path.Dir(at), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// sameFiles holds a folder against the files that a build makes.
func sameFiles(t *testing.T, when, folder string, want map[string]string) {
	t.Helper()
	seen := 0
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == manifest.Name { // that is made of the others, and of a folder alone
			return err
		}
		seen++
		is, err := os.ReadFile(folder + "/" + name)
		if must, ok := want[name]; err == nil && (!ok || string(is) != must) {
			err = fmt.Errorf("%s is another than in a clean build, or has no place in it", name)
		}
		return err
	})
	if err == nil && seen != len(want) {
		err = fmt.Errorf("%d files, want %d", seen, len(want))
	}
	if err != nil {
		t.Fatalf("%s: %v", when, err)
	}
}

// TestKeptIsWhatDidNotChange: the pages of a guide whose files are as they were are
// taken over, with their compressed forms.
func TestKeptIsWhatDidNotChange(t *testing.T) {
	s := newSession(1)
	folder := t.TempDir()
	s.put("content/site.toml", append([]byte("compress = true\n"), s.files["content/site.toml"].Data...))
	s.lay(t, folder)
	o := Options{Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)}
	first := into(t, o, folder, false)
	again := o
	again.Again = true
	second := into(t, again, folder, false)
	if first.Kept != 0 || second.Kept <= second.Files*2/5 || second.Compressed != first.Compressed || len(second.Written) > 0 {
		t.Errorf("kept %d, then %d of %d; compressed %d, then %d; written %v", first.Kept, second.Kept, second.Files, first.Compressed, second.Compressed, second.Written)
	}
	if verified := into(t, o, folder, true); verified.Kept != 0 || len(verified.Wrong) > 0 {
		t.Errorf("verified: %d kept, wrong %v", verified.Kept, verified.Wrong)
	}
	const entry = "content/guides/guide-0001/entries/provider-07.md"
	s.put(entry, bytes.Replace(s.files[entry].Data, []byte("theft"), []byte("loss"), 1))
	for page, want := range map[string]string{
		"/guides/guide-0002/":           "taken over from the build before: nothing that it is made of has changed",
		"guides/guide-0002/ranking.csv": "taken over from the build before: nothing that it is made of has changed",
		"/guides/guide-0001/":           "made again, for these have changed: the guide's files, authors and providers",
		"/guides/":                      "made each time: it is not known by itself what it is made of",
		"/nowhere/":                     "",
	} {
		o.Explain = page
		edited := folder + "-edited"
		if err := os.CopyFS(edited, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
		s.lay(t, edited)
		if got := into(t, o, edited, false); got.Why != want {
			t.Errorf("%s was %q, want %q", page, got.Why, want)
		}
		os.RemoveAll(edited)
	}
}

// TestTheDayDecides: pages that say that a review is overdue are made again on the
// day on which it is.
func TestTheDayDecides(t *testing.T) {
	s := newSession(1)
	folder := t.TempDir()
	s.lay(t, folder)
	o := Options{Now: s.now}
	into(t, o, folder, false)
	o.Now = o.Now.AddDate(0, 2, 0)
	var clean Memory
	want := o
	want.Site = s.files
	want.Sink = &clean
	if _, err := Run(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	if r := into(t, o, folder, false); len(r.Written) == 0 {
		t.Error("two months later, nothing is overdue")
	}
	sameFiles(t, "two months later", folder+"/public", clean.Files)
}
