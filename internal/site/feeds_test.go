package site

import (
	"regexp"
	"slices"
	"testing"
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
	want := ids(false)
	if len(want) < 2 || slices.Contains(want[1:], want[0]) {
		t.Fatal(want)
	}
	const month, day = `published = "2025-07"`, `published = 2025-07-19`
	for name, got := range map[string][]string{
		"a day":             ids(false, month, day),
		"an address":        ids(true, month, month+"\naliases = [\"/articles/keys/\"]"),
		"another address":   ids(true, month, month+"\naliases = [\"/articles/keys/\", \"/articles/about-keys/\"]"),
		"a day and address": ids(true, month, day+"\naliases = [\"/articles/keys/\"]"),
	} {
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, before %q", name, got, want)
		}
	}
}
