package page

import (
	"io/fs"
	"reflect"
	"regexp"
	"testing"

	"shortlist/templates"
)

// A view that has a field named like one of its frame's would hide it: the
// layout would print the one where it means the other.
func TestNoViewHidesItsFrame(t *testing.T) {
	frame := reflect.TypeFor[Frame]()
	for _, v := range Views {
		view := reflect.TypeOf(v.View)
		if f, ok := view.FieldByName("Frame"); !ok || !f.Anonymous {
			continue // a stub has no frame
		}
		for i := range frame.NumField() {
			name := frame.Field(i).Name
			if f, ok := view.FieldByName(name); !ok || len(f.Index) != 2 {
				t.Errorf("%s hides the frame's %s", view.Name(), name)
			}
		}
	}
}

// TestEveryViewIsShown finds a field that a page's template never asks for, nor
// the layout or a part. What nobody shows is not worked out.
func TestEveryViewIsShown(t *testing.T) {
	read := func(names ...string) string {
		all := ""
		for _, name := range names {
			source, err := fs.ReadFile(templates.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			all += string(source)
		}
		return all
	}
	parts, err := fs.Glob(templates.FS, "parts/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range Views {
		source := read(append(parts, "layout.html", "pages/"+v.Template+".html")...)
		view := reflect.TypeOf(v.View)
		for i := range view.NumField() {
			f := view.Field(i)
			if f.Anonymous || !f.IsExported() {
				continue
			}
			if !regexp.MustCompile(`\.` + f.Name + `\b`).MatchString(source) {
				t.Errorf("templates/pages/%s.html does not show %s.%s", v.Template, view.Name(), f.Name)
			}
		}
	}
}
