package output

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site makes an empty site folder and returns it with its output folder.
func site(t testing.TB) (folder, out string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "content"), 0o777); err != nil {
		t.Fatal(err)
	}
	return folder, filepath.Join(folder, "public")
}

type files map[string]string

// begin opens a sink and writes the files into it.
func begin(t testing.TB, site, out string, all files) *Dir {
	t.Helper()
	d, err := NewDir(site, out)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Begin(context.Background(), Settings{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := d.Write(name, text(all[name])); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// publish makes a whole build.
func publish(t testing.TB, site, out string, all files) Result {
	t.Helper()
	r, err := begin(t, site, out, all).Commit()
	if err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{r.Written, r.Removed, r.Repaired, r.Foreign} {
		for i := range paths {
			paths[i] = strings.TrimPrefix(paths[i], filepath.ToSlash(out)+"/")
		}
	}
	for i := range r.Blocked {
		r.Blocked[i].Path = strings.TrimPrefix(r.Blocked[i].Path, filepath.ToSlash(out)+"/")
	}
	return r
}

// read returns what is in a folder: files by name, links as "-> target",
// folders with nothing in them as "name/".
func read(t testing.TB, folder string) files {
	t.Helper()
	all := files{}
	err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(folder, name)
		rel = filepath.ToSlash(rel)
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			all[rel] = "-> " + target
			return err
		case e.IsDir():
			below, err := os.ReadDir(name)
			if len(below) == 0 && rel != "." {
				all[rel+"/"] = ""
			}
			return err
		}
		content, err := os.ReadFile(name)
		all[rel] = string(content)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func put(t testing.TB, folder, name, content string) {
	t.Helper()
	file := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func want(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestFirstBuildMakesTheFolder(t *testing.T) {
	site, out := site(t)
	all := files{"index.html": "home", "guides/x/index.html": "x", "assets/site.css": "css"}
	r := publish(t, site, out, all)
	want(t, "folder", read(t, out), all)
	want(t, "result", r, Result{Files: 3, Bytes: 8, Written: []string{"assets/site.css", "guides/x/index.html", "index.html"}})
	want(t, "ignored by git", read(t, filepath.Join(site, ".shortlist"))[".gitignore"], "*\n")
}

func TestSecondBuildWritesWhatChanged(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"a.html": "one", "b.html": "two"})
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	for _, name := range []string{"a.html", "b.html"} {
		if err := os.Chtimes(filepath.Join(out, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	r := publish(t, site, out, files{"a.html": "one", "b.html": "TWO"})
	want(t, "result", r, Result{Files: 2, Bytes: 6, Written: []string{"b.html"}, Unchanged: 1})
	a, _ := os.Stat(filepath.Join(out, "a.html"))
	if !a.ModTime().Equal(long) {
		t.Errorf("a.html was written again")
	}
	want(t, "folder", read(t, out), files{"a.html": "one", "b.html": "TWO"})
}

func TestStaleFilesAndTheirFoldersGo(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"index.html": "", "old/deep/index.html": "old", "kept/a.html": "a", "kept/b.html": "b"})
	put(t, out, "kept/theirs.txt", "theirs")
	r := publish(t, site, out, files{"index.html": ""})
	want(t, "removed", r.Removed, []string{"kept/a.html", "kept/b.html", "old/deep/index.html"})
	want(t, "foreign", r.Foreign, []string{"kept/theirs.txt"})
	want(t, "folder", read(t, out), files{"index.html": "", "kept/theirs.txt": "theirs"})
}

func TestForeignFilesSurvive(t *testing.T) {
	site, out := site(t)
	put(t, out, ".gitignore", "*\n")
	put(t, out, "notes/todo.txt", "mine")
	if err := os.MkdirAll(filepath.Join(out, "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	r := publish(t, site, out, files{"index.html": "home"})
	want(t, "foreign", r.Foreign, []string{"notes/todo.txt"})
	want(t, "folder", read(t, out), files{".gitignore": "*\n", "notes/todo.txt": "mine", "empty/": "", "index.html": "home"})
}

func TestWhatStandsInTheWay(t *testing.T) {
	for _, test := range []struct {
		name   string
		before files // in the output folder, not by a build
		build  files
		reason string
		at     string
	}{
		{"other bytes", files{"index.html": "mine"}, files{"index.html": "home", "a.html": "a"},
			"a file that no build wrote, with other bytes than the one that must go there", "index.html"},
		{"a file where a folder must go", files{"guides": "mine"}, files{"guides/x/index.html": "x", "guides/y/index.html": "y"},
			"a file that no build wrote, and a folder must go there", "guides"},
		{"a folder where a file must go", files{"index.html/mine.txt": "mine"}, files{"index.html": "home"},
			"a file that no build wrote, in a folder where a file must go", "index.html/mine.txt"},
		{"the same but for letter case", files{"Index.HTML": "mine"}, files{"index.html": "home"},
			"a file that no build wrote, and index.html must go there, which some file systems take for the same", "Index.HTML"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site, out := site(t)
			for name, content := range test.before {
				put(t, out, name, content)
			}
			r := publish(t, site, out, test.build)
			if len(r.Blocked) == 1 {
				r.Blocked[0].Hint = ""
			}
			want(t, "blocked", r, Result{Blocked: []Blocked{{Path: test.at, Reason: test.reason}}})
			want(t, "folder", read(t, out), test.before)
		})
	}
}

func TestEqualBytesAreAdopted(t *testing.T) {
	site, out := site(t)
	put(t, out, "index.html", "home")
	r := publish(t, site, out, files{"index.html": "home"})
	want(t, "result", r, Result{Files: 1, Bytes: 4, Unchanged: 1})
	r = publish(t, site, out, files{"other.html": "other"})
	want(t, "removed, since it is ours now", r.Removed, []string{"index.html"})
}

func TestEditedFiles(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"a.html": "a", "b.html": "b"})
	put(t, out, "a.html", "edited by hand")
	put(t, out, "b.html", "edited by hand")
	r := publish(t, site, out, files{"a.html": "a"})
	want(t, "repaired", r.Repaired, []string{"a.html"})
	want(t, "not removed", r.Foreign, []string{"b.html"})
	want(t, "folder", read(t, out), files{"a.html": "a", "b.html": "edited by hand"})
}

func TestFilesAndFoldersChangePlaces(t *testing.T) {
	site, out := site(t)
	one := files{"a": "file", "b/c/index.html": "page", "b/d.html": "page"}
	two := files{"a/index.html": "page", "b": "file"}
	publish(t, site, out, one)
	want(t, "blocked", publish(t, site, out, two).Blocked, []Blocked(nil))
	want(t, "folder", read(t, out), two)
	publish(t, site, out, one)
	want(t, "and back", read(t, out), one)
}

func TestLetterCaseChanges(t *testing.T) {
	site, out := site(t)
	publish(t, site, out, files{"Logo.svg": "logo"})
	r := publish(t, site, out, files{"logo.svg": "logo"})
	want(t, "removed", r.Removed, []string{"Logo.svg"})
	want(t, "folder", read(t, out), files{"logo.svg": "logo"})
}

func TestLinksAreNotFollowed(t *testing.T) {
	for _, test := range []struct{ name, link, target string }{
		{"a page out of the tree", "index.html", "../precious.html"},
		{"a folder out of the tree", "guides", "../precious"},
		{"a folder in the tree", "guides", "elsewhere"},
		{"an absolute link", "guides", "/"},
		{"a dangling link", "index.html", "nowhere"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site, out := site(t)
			put(t, site, "precious.html", "home")
			put(t, site, "precious/x/index.html", "x")
			put(t, out, "elsewhere/x/index.html", "x")
			if err := os.Symlink(test.target, filepath.Join(out, test.link)); err != nil {
				t.Skip(err)
			}
			before := read(t, out)
			r := publish(t, site, out, files{"index.html": "home", "guides/x/index.html": "x"})
			if len(r.Blocked) != 1 || r.Blocked[0].Path != test.link || !strings.HasPrefix(r.Blocked[0].Reason, "a symbolic link, ") {
				t.Errorf("blocked = %v", r.Blocked)
			}
			want(t, "folder", read(t, out), before)
			want(t, "file behind the link", read(t, site)["precious.html"], "home")
			want(t, "folder behind the link", read(t, site)["precious/x/index.html"], "x")
		})
	}
}

func TestForeignLinksAreReported(t *testing.T) {
	site, out := site(t)
	put(t, site, "precious/file", "precious")
	put(t, out, "x", "")
	if err := os.Symlink("../precious", filepath.Join(out, "link")); err != nil {
		t.Skip(err)
	}
	r := publish(t, site, out, files{"index.html": "home"})
	want(t, "foreign", r.Foreign, []string{"link", "x"})
}

func TestDiscardLeavesNothing(t *testing.T) {
	site, _ := site(t)
	out := filepath.Join(site, "deep", "er", "public")
	d := begin(t, site, out, files{"index.html": "home"})
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(site, "deep")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
	put(t, out, "mine", "mine")
	if err := begin(t, site, out, files{"index.html": "home"}).Discard(); err != nil {
		t.Fatal(err)
	}
	want(t, "folder", read(t, out), files{"mine": "mine"})
}

func TestTwoOutputFolders(t *testing.T) {
	site, out := site(t)
	other := filepath.Join(t.TempDir(), "dist")
	publish(t, site, out, files{"a.html": "a"})
	publish(t, site, other, files{"a.html": "a", "b.html": "b"})
	publish(t, site, out, files{"c.html": "c"})
	want(t, "public", read(t, out), files{"c.html": "c"})
	r := publish(t, site, other, files{"a.html": "a"})
	want(t, "removed", r.Removed, []string{"b.html"})
}

func TestOneBuildAtATime(t *testing.T) {
	site, out := site(t)
	first := begin(t, site, out, files{"index.html": "first"})
	second, err := NewDir(site, out)
	if err != nil {
		t.Fatal(err)
	}
	short, cancel := context.WithTimeout(context.Background(), 120*time.Millisecond)
	defer cancel()
	if err := second.Begin(short, Settings{}); err == nil {
		t.Fatal("two builds at once")
	}
	if _, err := first.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := second.Begin(context.Background(), Settings{}); err != nil {
		t.Fatalf("the lock was not given up: %v", err)
	}
	if err := second.Discard(); err != nil {
		t.Fatal(err)
	}
	want(t, "folder", read(t, out), files{"index.html": "first"})
}

// TestBadManifestIsNotBelieved: what stands is taken over where its bytes are
// equal, and nothing is replaced or removed.
func TestBadManifestIsNotBelieved(t *testing.T) {
	for what, list := range map[string]string{
		"line 1: ":                   "shortlist manifest 2\n",
		"line 2: a path is relative": header + "\n" + sum + " 4 ../precious.html\n",
	} {
		site, out := site(t)
		all := files{"index.html": "home", "old.html": "old"}
		publish(t, site, out, all)
		put(t, site, ".shortlist/manifest", list)
		r := publish(t, site, out, files{"index.html": "changed"})
		want(t, "folder", read(t, out), all)
		if len(r.Blocked) != 1 {
			t.Errorf("blocked: %v", r.Blocked)
		}
		r = publish(t, site, out, files{"index.html": "home"})
		if !strings.Contains(r.Doubt, ".shortlist/manifest, "+what) {
			t.Errorf("doubt = %q", r.Doubt)
		}
		want(t, "foreign", r.Foreign, []string{"old.html"})
		want(t, "folder", read(t, out), all)
		want(t, "believed again", publish(t, site, out, files{"index.html": "changed"}).Doubt, "")
	}
}

func TestWriteRefuses(t *testing.T) {
	broken := errors.New("broken template")
	sink := newDir(t)
	if err := sink.Begin(t.Context(), Settings{}); err != nil {
		t.Fatal(err)
	}
	if err := sink.Write("../index.html", text("")); err == nil {
		t.Error("a path out of the folder was taken")
	}
	if err := sink.Write("index.html", func(io.Writer) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("error of the page = %v", err)
	}
	if err := sink.Write("index.html", text("")); err != nil {
		t.Error(err)
	}
	if err := sink.Write("index.html", text("")); err == nil {
		t.Error("a page was taken twice")
	}
	if err := sink.Discard(); err != nil {
		t.Error(err)
	}
}

func newDir(t testing.TB) *Dir {
	d, err := NewDir(site(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func BenchmarkUnchanged(b *testing.B) {
	site, out := site(b)
	all := files{}
	page := string(bytes.Repeat([]byte("<p>ranked research</p>\n"), 2000))
	for i := range 500 {
		all["guides/"+strings.Repeat("x", 1+i%60)+"/"+string(rune('a'+i/60))+"/index.html"] = page
	}
	publish(b, site, out, all)
	for b.Loop() {
		publish(b, site, out, all)
	}
}
