package site

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestTwinOrder holds a guide's twin to the order of its page: blocks that the
// author left out stand where the page has them, and what an entry's author
// heads stands below the entry.
func TestTwinOrder(t *testing.T) {
	none, few := tree(t, "testdata/site.txtar"), tree(t, "testdata/site.txtar")
	const guide = "content/guides/keepers/guide.md"
	block := regexp.MustCompile(`(?m)^::.*\n`)
	none[guide] = &fstest.MapFile{Data: block.ReplaceAll(none[guide].Data, nil)}
	few[guide] = &fstest.MapFile{Data: append(block.ReplaceAll(few[guide].Data, nil), "\n::sources\n\n## Last\n\nWords.\n"...)}
	for name, files := range map[string]fstest.MapFS{"as it is": tree(t, "testdata/site.txtar"), "none": none, "few": few} {
		s, problems := load(t, files)
		if len(problems) > 0 {
			t.Fatal(name, text(problems))
		}
		page, twin := render(t, s, "/guides/keepers/"), render(t, s, "/guides/keepers/index.md")
		var sections, headings []string
		for _, m := range regexp.MustCompile(`<h2[^>]*>([^<]*)`).FindAllStringSubmatch(page, -1) {
			sections = append(sections, m[1])
		}
		for _, m := range regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(twin, -1) {
			headings = append(headings, m[1])
		}
		sections = slices.DeleteFunc(sections, func(h string) bool { return !slices.Contains(headings, h) })
		if len(headings) < 6 || !slices.Equal(sections, headings) {
			t.Errorf("%s: the page has the order %q, the twin %q", name, sections, headings)
		}
		if !strings.Contains(twin, "\n#### Notable features\n") {
			t.Errorf("%s: what an entry's author heads does not stand below the entry", name)
		}
	}
}
