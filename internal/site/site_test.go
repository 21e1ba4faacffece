package site

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"shortlist/internal/content"
	"shortlist/internal/diag"
	_ "shortlist/internal/lint" // its rules may be accepted in the content
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tree reads a fixture.
func tree(t testing.TB, file string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, f := range archive.Files {
		out[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

// load makes the site of a tree; problems are returned, not failed on.
func load(t testing.TB, files fs.FS) (*Site, diag.List) {
	t.Helper()
	lib, problems := content.Load(files, content.Options{Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)})
	if problems.Fails(false) {
		t.Fatalf("the fixture is not valid:\n%s", text(problems))
	}
	th, problems := ownTheme()
	if _, err := fs.Stat(files, "static"); err == nil {
		own, err := fs.Sub(files, "static")
		if err != nil {
			t.Fatal(err)
		}
		th, problems = theme.Load(templates.FS, theme.Overlay(own, static.FS))
	}
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	return New(lib, th)
}

// ownTheme is the program's own theme, read once for all tests.
var ownTheme = sync.OnceValues(func() (*theme.Theme, diag.List) { return theme.Load(templates.FS, static.FS) })

func text(l diag.List) string {
	var b strings.Builder
	l.Sort()
	_ = diag.WriteText(&b, l, false)
	return b.String()
}

// small is the fixture site, without problems.
func small(t testing.TB) *Site {
	t.Helper()
	s, problems := load(t, tree(t, "testdata/site.txtar"))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	return s
}

// render returns a page's bytes.
func render(t testing.TB, s *Site, path string) string {
	t.Helper()
	for _, p := range s.Pages() {
		if p.Path == path {
			var b bytes.Buffer
			if err := s.Render(&b, p); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			return b.String()
		}
	}
	t.Fatalf("there is no page %s", path)
	return ""
}

var blockTag = regexp.MustCompile(`<(/?(?:section|article|header|footer|main|nav|h[1-6]|p|ul|ol|li|dl|dt|dd|div|table|caption|thead|tbody|tr|td|th|details|summary|head|body|title|meta|link|svg))\b`)

// lines puts each block on a line of its own, so that people can compare pages.
func lines(page string) string {
	return strings.TrimSpace(blockTag.ReplaceAllString(page, "\n<$1")) + "\n"
}

// fixtures are the sites of testdata, each with the folder of its golden files.
var fixtures = map[string]string{"site": "golden", "edges": "golden_edges"}

func TestGolden(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) != len(fixtures) {
		t.Fatalf("%d fixtures, %d known: %v", len(archives), len(fixtures), err)
	}
	for name, folder := range fixtures {
		t.Run(name, func(t *testing.T) {
			s, problems := load(t, tree(t, filepath.Join("testdata", name+".txtar")))
			if problems.Fails(false) {
				t.Fatal(text(problems))
			}
			golden(t, s, filepath.Join("testdata", folder))
		})
	}
}

// golden compares every page of a site with its file.
func golden(t *testing.T, s *Site, folder string) {
	seen := map[string]bool{}
	for _, p := range s.Pages() {
		if !strings.HasSuffix(p.File(), ".html") {
			continue
		}
		name := strings.Trim(strings.ReplaceAll(strings.TrimSuffix(p.Path, ".html"), "/", "_"), "_")
		if name == "" {
			name = "home"
		}
		file := filepath.Join(folder, name+".html")
		seen[name+".html"] = true
		got := lines(render(t, s, p.Path))
		got = regexp.MustCompile(`([a-z]+)\.[0-9a-f]+\.(css|js)" integrity="[^"]+"`).ReplaceAllString(got, `$1.HASH.$2" integrity="HASH"`)
		got = regexp.MustCompile(`data-digest="[^"]+"`).ReplaceAllString(got, `data-digest="HASH"`)
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%s: %v", p.Path, err)
			continue
		}
		if got != string(want) {
			t.Errorf("%s differs from %s%s", p.Path, file, firstDifference(got, string(want)))
		}
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.html"))
	for _, f := range files {
		if !seen[filepath.Base(f)] {
			t.Errorf("%s belongs to no page", f)
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			wanted := "nothing"
			if i < len(w) {
				wanted = w[i]
			}
			return " in line " + strconv.Itoa(i+1) + ":\n got " + g[i] + "\nwant " + wanted
		}
	}
	return ": it ends early"
}

func TestRenderIsPure(t *testing.T) {
	s := small(t)
	for _, p := range s.Pages() {
		if a, b := render(t, s, p.Path), render(t, s, p.Path); a != b {
			t.Errorf("%s differs when rendered again", p.Path)
		}
	}
}

func TestEveryURLCarriesTheBasePath(t *testing.T) {
	s := small(t)
	link := regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	for _, p := range s.Pages() {
		if !strings.HasSuffix(p.File(), ".html") {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(render(t, s, p.Path), -1) {
			if u := m[1]; strings.HasPrefix(u, "/") && !strings.HasPrefix(u, "/a/b/") {
				t.Errorf("%s links to %s", p.Path, u)
			}
		}
	}
}

func TestPageFile(t *testing.T) {
	for path, want := range map[string]string{"/": "index.html", "/guides/": "guides/index.html", "/404.html": "404.html"} {
		if got := (Page{Path: path}).File(); got != want {
			t.Errorf("%s is written to %s, want %s", path, got, want)
		}
	}
}
