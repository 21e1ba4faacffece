package site

import (
	"regexp"
	"strings"
	"testing"
)

// told is where the data tells of a tie, which is all that a tie may change in them:
// the object in JSON, the last cell of a line of CSV.
var told = regexp.MustCompile(`(?s)\n *"commercial_tie": \{.*?\},|<aside class="ties".*?</aside>|href="#(?:main|the_ties)"|"?client: We bank with Beta[^,\r\n]*`)

// TestTiesMoveNoRank holds every figure of the guide with a tie against those
// without: the data, which has all of them, must not change by a byte but for what
// tells of the tie.
func TestTiesMoveNoRank(t *testing.T) {
	with := small(t)
	files := tree(t, "testdata/site.txtar")
	delete(files, "content/relationships.toml")
	without, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	for _, path := range []string{"/guides/keepers/ranking.json", "/guides/keepers/ranking.csv", "/guides/keepers/methodology/"} {
		if told.ReplaceAllString(render(t, with, path), "") != told.ReplaceAllString(render(t, without, path), "") {
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
