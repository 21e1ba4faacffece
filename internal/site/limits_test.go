package site

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/export/sitemap"
)

// TestSitemapIsSplit: one more page than a sitemap may hold makes two and an index.
func TestSitemapIsSplit(t *testing.T) {
	for more, want := range map[int][]string{
		0: {"/robots.txt", "/sitemap.xml"},
		1: {"/robots.txt", "/sitemap-1.xml", "/sitemap-2.xml", "/sitemap.xml"},
	} {
		s := small(t)
		s.pages = nil
		for i := range sitemap.MaxURLs + more {
			s.pages = append(s.pages, Page{Path: fmt.Sprintf("/p%d/", i), kind: "page"})
		}
		made := len(s.pages)
		s.planSitemap()
		var paths []string
		for _, p := range s.pages[made:] {
			paths = append(paths, p.Path)
		}
		if strings.Join(paths, " ") != strings.Join(want, " ") {
			t.Fatalf("%d more: %q, want %q", more, paths, want)
		}
		count := func(path, what string) int { return strings.Count(render(t, s, path), what) }
		switch more {
		case 0:
			if n := count("/sitemap.xml", "<url>"); n != sitemap.MaxURLs {
				t.Errorf("the sitemap has %d addresses", n)
			}
		case 1:
			one, two := count("/sitemap-1.xml", "<url>"), count("/sitemap-2.xml", "<url>")
			if one != sitemap.MaxURLs || two != 1 || count("/sitemap.xml", "<sitemap>") != 2 || !strings.Contains(render(t, s, "/sitemap.xml"), "/a/b/sitemap-2.xml<") {
				t.Errorf("the sitemaps have %d and %d addresses:\n%s", one, two, render(t, s, "/sitemap.xml"))
			}
		}
	}
}

// TestFeedHolds: the latest twenty, whatever else there is.
func TestFeedHolds(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	for day := 1; day <= 25; day++ {
		text := fmt.Sprintf("+++\ntitle = \"News %02d\"\ndescription = \"What is new.\"\nauthors = [\"team\"]\npublished = 2025-09-%02d\n+++\nIt is new.\n", day, day)
		files[fmt.Sprintf("content/articles/news-%02d.md", day)] = &fstest.MapFile{Data: []byte(text)}
	}
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for path, entry := range map[string]string{"/articles/feed.xml": "<entry>", "/articles/feed.json": `"date_published"`} {
		feed := render(t, s, path)
		if n := strings.Count(feed, entry); n != 20 || !strings.Contains(feed, "News 25") || !strings.Contains(feed, "News 06") || strings.Contains(feed, "News 05") {
			t.Errorf("%s has %d entries", path, n)
		}
	}
}
