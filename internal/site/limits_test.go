package site

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/export/sitemap"
	"shortlist/internal/guide"
	"shortlist/internal/report"
)

// TestSitemapIsSplit: one more page of a kind than a sitemap of ours holds makes
// two of them, and none of them holds more than the standard allows.
func TestSitemapIsSplit(t *testing.T) {
	if mapLength > sitemap.MaxURLs {
		t.Errorf("a sitemap may hold %d addresses", sitemap.MaxURLs)
	}
	for more, want := range map[int]string{
		0: "/robots.txt /sitemap-pages.xml /sitemap-comparisons.xml /sitemap.xml",
		1: "/robots.txt /sitemap-pages.xml /sitemap-comparisons.xml /sitemap-comparisons-2.xml /sitemap.xml",
	} {
		s := small(t)
		s.pages = []Page{{Path: "/", kind: "home"}, {Path: "/x/", kind: "stub"}, {Path: "/x.json"}}
		for i := range mapLength + more {
			s.pages = append(s.pages, Page{Path: fmt.Sprintf("/p%d/", i), kind: "compare"})
		}
		made := len(s.pages)
		s.planSitemap()
		var paths []string
		for _, p := range s.pages[made:] {
			paths = append(paths, p.Path)
		}
		if strings.Join(paths, " ") != want {
			t.Fatalf("%d more: %q, want %s", more, paths, want)
		}
		count := func(path, what string) int { return strings.Count(render(t, s, path), what) }
		if n := count("/sitemap-pages.xml", "<url>"); n != 1 {
			t.Errorf("%d pages are listed", n)
		}
		if n := count("/sitemap-comparisons.xml", "<url>"); n != mapLength {
			t.Errorf("the first of them has %d addresses", n)
		}
		if more == 1 && (count("/sitemap-comparisons-2.xml", "<url>") != 1 || !strings.Contains(render(t, s, "/sitemap.xml"), "/a/b/sitemap-comparisons-2.xml<")) {
			t.Errorf("the second of them:\n%s\n%s", render(t, s, "/sitemap-comparisons-2.xml"), render(t, s, "/sitemap.xml"))
		}
		if n := count("/sitemap.xml", "<sitemap>"); n != 2+more {
			t.Errorf("the index has %d sitemaps", n)
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

// TestChangesFeedHolds: the latest twenty editions of a guide, and of its places
// the first twenty-five.
func TestChangesFeedHolds(t *testing.T) {
	s := small(t)
	g := &report.Guide{Slug: "keepers", Title: "Keepers"}
	for month := range 25 {
		date := guide.Date{Year: 2020 + month/12, Month: month%12 + 1}
		g.Editions = append(g.Editions, report.Edition{Date: date, Title: fmt.Sprintf("Edition %02d", month+1)})
	}
	entries := s.changesFeed(g, "/guides/keepers/changes.xml").Entries
	if len(entries) != 20 || !strings.HasPrefix(entries[0].Title, "Edition 25,") || !strings.HasPrefix(entries[19].Title, "Edition 06,") {
		t.Errorf("%d entries: %+v", len(entries), entries)
	}
	g.Editions = g.Editions[:3]
	if entries := s.changesFeed(g, "/guides/keepers/changes.xml").Entries; len(entries) != 3 {
		t.Errorf("%d entries of 3 editions", len(entries))
	}

	p := &report.Post{Path: "/guides/keepers/", Guide: &report.Summary{Slug: "keepers"}}
	for rank := 1; rank <= 30; rank++ {
		p.Guide.Places = append(p.Guide.Places, report.SummaryPlace{Place: report.Place{Rank: rank, Provider: fmt.Sprintf("p%02d", rank)}})
	}
	if html := s.feedHTML(p); strings.Count(html, "<li ") != 25 || !strings.Contains(html, "#p25") || strings.Contains(html, "#p26") {
		t.Errorf("%s", html)
	}
}
