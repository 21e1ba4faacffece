package build

import (
	"io"
	"testing"

	"shortlist/internal/content"
	"shortlist/internal/page"
	"shortlist/internal/site"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

// TestTheProgramsLook checks what builds then take to be checked.
func TestTheProgramsLook(t *testing.T) {
	look, problems := theme.Load(templates.FS, static.FS)
	for _, v := range page.Views {
		problems = append(problems, look.CheckFields(v.Template, v.View)...)
		if !look.Compiles(v.Template, v.View) {
			t.Errorf("templates/pages/%s.html is not compiled", v.Template)
		}
	}
	if len(problems) > 0 {
		t.Error(messages(problems))
	}
}

// BenchmarkRender renders one guide's page.
func BenchmarkRender(b *testing.B) {
	lib, problems := content.Load(generate(50), content.Options{Now: september})
	if len(problems) > 0 {
		b.Fatal(messages(problems))
	}
	look, problems := theme.Load(templates.FS, static.FS)
	if len(problems) > 0 {
		b.Fatal(messages(problems))
	}
	planned, problems := site.New(lib, look)
	if len(problems) > 0 {
		b.Fatal(messages(problems))
	}
	for _, p := range planned.Pages() {
		if p.Path != "/guides/guide-0007/" {
			continue
		}
		b.Run("guide", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := planned.Render(io.Discard, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
