package site

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"shortlist/internal/markdown"
	"shortlist/templates"
)

// TestOwnIDsAreReserved finds the ids that templates give to what stands on one
// page with an author's headings. A heading that had one of them would make a
// second place of that name, and a link to the first would lead astray.
func TestOwnIDsAreReserved(t *testing.T) {
	written := regexp.MustCompile(`\bid="([a-z0-9-]+)"`)
	files, err := fs.Glob(templates.FS, "parts/*.html")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "layout.html")
	for _, page := range []string{"guide", "article", "provider", "author", "page"} { // that show a body
		files = append(files, "pages/"+page+".html")
	}
	found := 0
	for _, file := range files {
		source, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range written.FindAllStringSubmatch(string(source), -1) {
			found++
			doc := markdown.Parse("## Heading {#" + m[1] + "}\n\nText.\n")
			refused := false
			for _, p := range doc.Mistakes {
				refused = refused || strings.Contains(p.Message, "belongs to a section")
			}
			if !refused {
				t.Errorf("templates/%s has the id %q, and a heading may have it too: name it in markdown's reserved, or with an underscore", file, m[1])
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d ids were found", found)
	}
}

// TestMethodologyIDs finds an id on a methodology page that a provider could have
// too. A provider's scores stand there under its slug, so that whatever else has
// an id there must have one that no slug can be.
func TestMethodologyIDs(t *testing.T) {
	slug := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	own := 0
	for _, m := range regexp.MustCompile(`\bid="([^"]*)"`).FindAllStringSubmatch(render(t, small(t), "/guides/keepers/methodology/"), -1) {
		switch id := m[1]; {
		case id == "alpha" || id == "beta" || id == "gamma":
		case slug.MatchString(id) && !markdown.Reserved(id):
			t.Errorf("the methodology page has the id %q, and a provider may have it too: give it an underscore", id)
		default:
			own++
		}
	}
	if own < 5 {
		t.Errorf("only %d ids were found", own)
	}
}
