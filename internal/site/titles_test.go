package site

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// TestTitlesOfManyGuides ranks the same providers in four guides: no two pages
// may have one title, and what is said of a provider must not grow with them.
func TestTitlesOfManyGuides(t *testing.T) {
	files := tree(t, "testdata/site.txtar")
	for _, copied := range []string{"Minders", "Holders", "Wardens"} {
		for name, f := range tree(t, "testdata/site.txtar") {
			if rest, ok := strings.CutPrefix(name, "content/guides/keepers/"); ok {
				text := strings.NewReplacer("Best Keepers", "Best "+copied, `["keepers"`, `["`+strings.ToLower(copied)+`"`).Replace(string(f.Data))
				files["content/guides/"+strings.ToLower(copied)+"/"+rest] = &fstest.MapFile{Data: []byte(text)}
			}
		}
	}
	s, problems := load(t, files)
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	title, description := regexp.MustCompile(`<title>([^<]*)`), regexp.MustCompile(`name="?description"? content="([^"]*)`)
	seen := map[string]string{}
	for _, p := range s.Pages() {
		if p.kind == "" || p.kind == "stub" {
			continue
		}
		page := render(t, s, p.Path)
		own := title.FindStringSubmatch(page)
		if own == nil || seen[own[1]] != "" {
			t.Errorf("%s has the title %q of %s", p.Path, own, seen[own[1]])
			continue
		}
		seen[own[1]] = p.Path
		if said := description.FindStringSubmatch(page); said != nil && utf8.RuneCountInString(said[1]) > 200 {
			t.Errorf("%s is described in %d characters", p.Path, utf8.RuneCountInString(said[1]))
		}
	}
	if len(seen) < 60 {
		t.Errorf("%d pages were looked at", len(seen))
	}
}
