package site

import (
	"os"
	"strings"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// TestNothingLeftToMinify shows that minifying the templates once is enough: a
// second, full minification of the finished pages, with the same decisions
// about quotes and end tags, would save at most half a percent.
func TestNothingLeftToMinify(t *testing.T) {
	s, problems := load(t, os.DirFS("../.."))
	if len(problems) > 0 {
		t.Fatal(text(problems))
	}
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true})
	before, after := 0, 0
	for _, p := range s.Pages() {
		if !strings.HasSuffix(p.File(), ".html") {
			continue
		}
		page := render(t, s, p.Path)
		again, err := m.String("text/html", page)
		if err != nil {
			t.Fatal(err)
		}
		before, after = before+len(page), after+len(again)
	}
	saved := float64(before-after) / float64(before)
	t.Logf("%d bytes, %d when minified again: %.2f %% less", before, after, 100*saved)
	if saved > 0.005 {
		t.Errorf("minifying the finished pages would save %.2f %%", 100*saved)
	}
}
