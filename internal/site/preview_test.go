package site

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"shortlist/internal/content"
)

// preview is the fixture with drafts, as `build --drafts` shows it.
func preview(t *testing.T, files fstest.MapFS) *Site {
	t.Helper()
	lib, problems := content.Load(files, content.Options{Now: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC), Drafts: true})
	if problems.Fails(false) {
		t.Fatal(text(problems))
	}
	th, problems := ownTheme()
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	s, problems := New(lib, th)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	return s
}

// TestPreviewIsForNobodyElse: a site that shows what is not published says so on
// every page and tells search engines to stay out, and what it announces is
// published.
func TestPreviewIsForNobodyElse(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, keepers, "+++\n", "+++\ndraft = true\n")
	s := preview(t, files)
	for _, p := range s.Pages() {
		text := render(t, s, p.Path)
		switch {
		case p.kind == "stub":
			if !strings.Contains(text, `<meta name="robots" content="noindex">`) {
				t.Errorf("%s may be listed", p.Path)
			}
		case p.kind != "":
			if !strings.Contains(text, `<meta name="robots" content="noindex">`) || !strings.Contains(text, `<p class="draft">`) {
				t.Errorf("%s is not marked", p.Path)
			}
			if strings.Contains(text, "guides/keepers/card.png") || strings.Contains(text, "changes.xml") {
				t.Errorf("%s names a picture or a feed of what is not published", p.Path)
			}
		case strings.HasSuffix(p.Path, "feed.xml") || strings.HasSuffix(p.Path, "feed.json"):
			if strings.Contains(text, "guides/keepers") || !strings.Contains(text, "articles/keys") {
				t.Errorf("%s: %s", p.Path, text)
			}
		case strings.Contains(p.Path, "sitemap") || strings.HasPrefix(p.Path, "/guides/keepers/ca") || strings.HasPrefix(p.Path, "/guides/keepers/ch"):
			t.Errorf("the preview has %s", p.Path)
		}
	}
	if got := render(t, s, "/robots.txt"); got != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt: %s", got)
	}
	if got := render(t, s, "/_headers"); !strings.Contains(got, "\n  X-Robots-Tag: noindex\n") {
		t.Errorf("_headers: %s", got)
	}
}

// TestPreviewWithoutDrafts is the site itself.
func TestPreviewWithoutDrafts(t *testing.T) {
	one, two := small(t), preview(t, tree(t, "testdata/site.txtar"))
	for i, p := range one.Pages() {
		if other := two.Pages()[i]; other.Path != p.Path || render(t, one, p.Path) != render(t, two, p.Path) {
			t.Errorf("%s differs", p.Path)
		}
	}
}

// TestSearchIsNotListed: a page of results is of no use to who comes from one, so
// that it is in no sitemap and says so.
func TestSearchIsNotListed(t *testing.T) {
	s := small(t)
	if page := render(t, s, "/search/"); !strings.Contains(page, `<meta name="robots" content="noindex">`) {
		t.Error("it may be listed")
	}
	for _, p := range s.Pages() {
		if strings.Contains(p.Path, "sitemap") && strings.Contains(render(t, s, p.Path), "/search/") {
			t.Errorf("it is in %s", p.Path)
		}
	}
	if page := render(t, s, "/"); strings.Contains(page, "noindex") {
		t.Error("the home page may not be listed")
	}
}
