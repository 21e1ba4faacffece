package site

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTwinOrder holds a guide's twin to the order of its page: blocks that the
// author left out stand where the page has them, and what an entry's author
// heads stands below the entry.
func TestTwinOrder(t *testing.T) {
	s := small(t)
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
		t.Errorf("the page has the order %q, the twin %q", sections, headings)
	}
	if !strings.Contains(twin, "\n#### Notable features\n") {
		t.Error("what an entry's author heads does not stand below the entry")
	}
}
