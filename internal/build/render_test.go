package build

import (
	"bytes"
	"io"
	"testing"

	"shortlist/internal/content"
	"shortlist/internal/page"
	"shortlist/internal/site"
	"shortlist/internal/theme"
	"shortlist/static"
	"shortlist/templates"
)

// TestTheProgramsLook checks what builds then take to be checked, and that they have
// the same of it.
func TestTheProgramsLook(t *testing.T) {
	look, problems := theme.Load(templates.FS, static.FS)
	unchecked, _ := theProgramsLook()
	for i, a := range look.Assets() {
		if b := unchecked.Assets()[i]; a.Path != b.Path || !bytes.Equal(a.Data, b.Data) {
			t.Errorf("static/%s is served as %s by builds, as %s when it is checked", a.Name, b.Path, a.Path)
		}
	}
	for _, v := range page.Views {
		problems = append(problems, look.CheckFields(v.Template, v.View)...)
		if !unchecked.Compiles(v.Template, v.View) {
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
