package bench

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/sync/errgroup"

	"shortlist/internal/build"
	"shortlist/internal/output"
	"shortlist/internal/site"
	"shortlist/internal/testrun"
)

// TestMain is also what is measured where a part of a build is: the test runs
// itself, so that each measurement is a process of its own.
func TestMain(m *testing.M) {
	run := map[string]func(out string) error{"same": samePages, "twins": twins, "copy": copied}[os.Getenv("BENCH_PART")]
	if run == nil {
		testrun.Main(m)
	}
	if err := run(os.Getenv("BENCH_OUT")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// sameKinds are the templates of the pages that both programs make.
var sameKinds = []string{"home", "guides", "guide", "providers", "provider", "articles", "article", "names", "topic", "page", "404"}

// samePages builds the site in the working directory, but for what Hugo does not
// make: comparisons, methodology, other views of a guide, data, twins, cards,
// feeds and search. Everything is loaded, checked and ranked all the same.
func samePages(out string) error {
	sink, err := output.NewDir(".", out)
	if err != nil {
		return err
	}
	planned, report := build.Plan(build.Options{Site: os.DirFS("."), Now: now})
	if planned == nil {
		return fmt.Errorf("%d problems: %v", len(report.Problems), report.Problems[:min(3, len(report.Problems))])
	}
	if err := sink.Begin(context.Background(), output.Settings{}); err != nil {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, p := range planned.Pages() {
		if wanted(p) {
			group.Go(func() error {
				return sink.Write(p.File(), func(w io.Writer) error { return planned.Render(w, p) })
			})
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	_, err = sink.Commit()
	return err
}

func wanted(p site.Page) bool {
	kind := strings.TrimSuffix(strings.TrimPrefix(p.Template, "templates/pages/"), ".html")
	return slices.Contains(sameKinds, kind) || strings.HasPrefix(p.Path, "/sitemap") || p.Path == "/robots.txt"
}

// twins compresses what Hugo made as the program compresses what it makes.
func twins(out string) error {
	sink, err := output.NewDir(".", out)
	if err != nil {
		return err
	}
	if err := sink.Begin(context.Background(), output.Settings{Compress: true}); err != nil {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	err = eachFile("public", func(name string) error {
		group.Go(func() error {
			data, err := os.ReadFile(filepath.Join("public", filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			return sink.Write(name, func(w io.Writer) error {
				_, err := w.Write(data)
				return err
			})
		})
		return nil
	})
	if err := group.Wait(); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	_, err = sink.Commit()
	return err
}

// copied only reads the content and writes the pages.
func copied(out string) error {
	err := eachFile("content", func(name string) error {
		_, err := os.ReadFile(filepath.Join("content", filepath.FromSlash(name)))
		return err
	})
	if err != nil {
		return err
	}
	return os.CopyFS(out, os.DirFS("public"))
}

func eachFile(folder string, do func(name string) error) error {
	return fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return do(name)
	})
}

// agreement is how much of the words of compared pages both programs print.
const agreement = 0.98

// agree refuses pages that do not say the same: every page of a guide, provider or
// article, and those of their own. Lists are made by both, but each has its own
// length of a page, so that they are not compared.
func agree(t *testing.T, hugo, ours string) string {
	t.Helper()
	a, b := comparedPages(t, hugo), comparedPages(t, ours)
	if !slices.Equal(a, b) {
		t.Fatalf("the pages are not the same: Hugo has %d, we %d", len(a), len(b))
	}
	both, all, worst, which := 0, 0, 1.0, ""
	for _, name := range a {
		x, y := words(t, filepath.Join(hugo, name)), words(t, filepath.Join(ours, name))
		n, of := 0, 0
		for w, count := range x {
			n, of = n+2*min(count, y[w]), of+count
		}
		for _, count := range y {
			of += count
		}
		both, all = both+n, all+of
		if share := float64(n) / float64(of); share < worst {
			worst, which = share, name
		}
	}
	share := float64(both) / float64(all)
	if share < agreement {
		t.Fatalf("only %.1f %% of the visible words agree; the worst page is %s with %.1f %%", 100*share, which, 100*worst)
	}
	return fmt.Sprintf("%d pages compared, %d words: %.2f %% agree, on the worst page (%s) %.1f %%", len(a), all/2, 100*share, which, 100*worst)
}

func comparedPages(t *testing.T, folder string) []string {
	var out []string
	err := eachFile(folder, func(name string) error {
		parts := strings.Split(name, "/")
		leaf := len(parts) == 3 && slices.Contains([]string{"guides", "providers", "articles"}, parts[0]) && parts[1] != "page"
		if leaf && parts[2] == "index.html" || name == "about/index.html" {
			out = append(out, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// words counts the words that a page shows in its main part.
func words(t *testing.T, file string) map[string]int {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	z, inside, out := html.NewTokenizer(bytes.NewReader(data)), 0, map[string]int{}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "main" {
				inside++
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "main" {
				inside--
			}
		case html.TextToken:
			if inside > 0 {
				for _, w := range strings.Fields(string(z.Text())) {
					out[html.UnescapeString(w)]++
				}
			}
		}
	}
}
