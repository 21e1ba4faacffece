package site

import (
	"strings"
	"testing"
)

// TestTiesMoveNoRank holds every figure of the guide with a tie against those
// without: the data, which has all of them, must not change by a byte.
func TestTiesMoveNoRank(t *testing.T) {
	with := small(t)
	files := tree(t, "testdata/site.txtar")
	delete(files, "content/relationships.toml")
	without, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for _, path := range []string{"/guides/keepers/ranking.json", "/guides/keepers/ranking.csv", "/guides/keepers/methodology/"} {
		if render(t, with, path) != render(t, without, path) {
			t.Errorf("%s depends on a commercial tie", path)
		}
	}
	for _, path := range []string{
		"/guides/keepers/", "/guides/keepers/index.md", "/guides/keepers/compare/alpha-vs-beta/", "/providers/beta/", "/providers/beta/index.md",
	} {
		if page := render(t, with, path); !strings.Contains(page, "Commercial tie: client") || !strings.Contains(page, "We bank with Beta.") {
			t.Errorf("%s does not disclose the tie", path)
		}
		if strings.Contains(render(t, without, path), "Commercial tie") {
			t.Errorf("%s discloses a tie that there is not", path)
		}
	}
}
