package site

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestIdentifiersStay changes what a publication may change of an article without
// its becoming another one: its address, and how exactly its date is known. Feed
// readers must not take it for news.
func TestIdentifiersStay(t *testing.T) {
	ids := func(rename bool, edits ...string) []string {
		files := tree(t, "testdata/site.txtar")
		for i := 0; i < len(edits); i += 2 {
			edit(t, files, "content/articles/keys.md", edits[i], edits[i+1])
		}
		if rename {
			files["content/articles/what-keys-are.md"] = files["content/articles/keys.md"]
			delete(files, "content/articles/keys.md")
		}
		s, problems := load(t, files)
		if len(problems) > 0 {
			t.Fatal(text(problems))
		}
		return regexp.MustCompile(`<id>[^<]*</id>`).FindAllString(render(t, s, "/articles/feed.xml"), -1)
	}
	host := func(files fstest.MapFS) []string {
		s, problems := load(t, files)
		if len(problems) > 0 {
			t.Fatal(text(problems))
		}
		return regexp.MustCompile(`<id>[^<]*</id>`).FindAllString(render(t, s, "/articles/feed.xml"), -1)
	}
	want := ids(false)
	if len(want) < 2 || slices.Contains(want[1:], want[0]) {
		t.Fatal(want)
	}
	// Who moves a site writes down what identifiers began with.
	moved := tree(t, "testdata/site.txtar")
	edit(t, moved, "content/site.toml", `"https://journal.example/a/b/"`, `"https://paper.example/"`)
	edit(t, moved, "content/site.toml", "[publisher]", "[feed]\nid = \"tag:journal.example,2025:a/b/\"\n[publisher]")
	const month, day = `published = "2025-07"`, `published = 2025-07-19`
	for name, got := range map[string][]string{
		"a day":             ids(false, month, day),
		"another month":     ids(false, month, `published = "2025-06"`),
		"another host":      host(moved),
		"an address":        ids(true, month, month+"\naliases = [\"/articles/keys/\"]"),
		"another address":   ids(true, month, month+"\naliases = [\"/articles/keys/\", \"/articles/about-keys/\"]"),
		"a day and address": ids(true, month, day+"\naliases = [\"/articles/keys/\"]"),
	} {
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, before %q", name, got, want)
		}
	}
}

// TestArticleKeepsItsIdentifier: structured data names an article as the feeds do.
func TestArticleKeepsItsIdentifier(t *testing.T) {
	s := small(t)
	for path, id := range map[string]string{"/articles/keys/": "tag:journal.example,2025:a/b/articles/keys", "/guides/keepers/": "tag:journal.example,2025:a/b/guides/keepers"} {
		if page := render(t, s, path); !strings.Contains(page, `"identifier":"`+id+`"`) || !strings.Contains(render(t, s, "/feed.xml"), "<id>"+id+"</id>") {
			t.Errorf("%s is not known as %s", path, id)
		}
	}
}

// TestScheduledInFeed: what appears by schedule is news of the day on which it
// does, whenever it was written.
func TestScheduledInFeed(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	edit(t, files, "content/articles/keys.md", `published = "2025-07"`, "published = \"2025-07\"\npublish_at = 2025-09-30")
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	feed := render(t, s, "/feed.xml")
	if first := strings.Index(feed, "<entry>"); !strings.Contains(feed[first:strings.Index(feed, "</entry>")], "articles/keys") {
		t.Errorf("it does not come first:\n%s", feed)
	}
	if want := "<published>2025-09-30T00:00:00Z</published>"; !strings.Contains(feed, want) || !strings.Contains(feed, "<updated>2025-09-30T00:00:00Z</updated>") {
		t.Errorf("the feed lacks %s:\n%s", want, feed)
	}
}

// TestNodesOfNotFound: a host shows 404.html at any address, so that nothing on it
// may be relative to where it is.
func TestNodesOfNotFound(t *testing.T) {
	page := render(t, small(t), "/404.html")
	_, block, _ := strings.Cut(page, `<script type="application/ld+json">`)
	block, _, _ = strings.Cut(block, "</script>")
	if !json.Valid([]byte(block)) {
		t.Fatal(block)
	}
	ids := regexp.MustCompile(`"@id":"([^"]*)"`).FindAllStringSubmatch(block, -1)
	if len(ids) < 3 {
		t.Errorf("only %d identifiers", len(ids))
	}
	for _, id := range ids {
		if !strings.HasPrefix(id[1], "https://") {
			t.Errorf("the identifier %s is relative", id[1])
		}
	}
}
