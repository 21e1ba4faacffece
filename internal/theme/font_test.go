package theme

import (
	"strings"
	"testing"

	"shortlist/internal/diag"
)

const faces = `@font-face { font-family: "Own Roman"; src: url("fonts/own.woff2") format("woff2"); }
@font-face { font-family: "Own Roman"; src: url(fonts/own-italic.woff2); font-style: italic; }
@font-face { font-family: "Not used"; src: url('fonts/other.woff2'); }
@font-face { font-family: stand-in; src: local("Georgia"); }
body { font-family: "Own Roman", stand-in, serif; background: url(../paper.svg); }
`

func fonts() []string {
	return []string{"site.css", faces, "fonts/own.woff2", "roman", "fonts/own-italic.woff2", "italic", "fonts/other.woff2", "other",
		"fonts/own-licence.txt", "free", "kept.woff2", "copied"}
}

// TestFonts: fonts that a sheet asks for are served beside it, under names with a
// hash, which the sheet has; pages name beforehand those of families in use.
func TestFonts(t *testing.T) {
	th, problems := Load(files("layout.html", layout), files(fonts()...))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	names := map[string]string{}
	for _, a := range th.Assets() {
		names[a.Name] = a.Path
	}
	for _, name := range []string{"fonts/own", "fonts/own-italic", "fonts/other"} {
		path := names[name+".woff2"]
		if !strings.HasPrefix(path, "/assets/"+name+".") || !strings.Contains(string(th.Stylesheet.Data), strings.TrimPrefix(path, "/assets/")) {
			t.Errorf("%s is at %q; the sheet is %s", name, path, th.Stylesheet.Data)
		}
	}
	if names["kept.woff2"] != "/kept.woff2" || names["fonts/own-licence.txt"] != "/fonts/own-licence.txt" || !strings.Contains(string(th.Stylesheet.Data), "../paper.svg") {
		t.Errorf("other names are changed: %v", names)
	}
	var first []string
	for _, a := range th.Fonts {
		first = append(first, a.Name)
	}
	if strings.Join(first, " ") != "fonts/own.woff2 fonts/own-italic.woff2" {
		t.Errorf("pages name %q", first)
	}
	tree := files(fonts()...)
	tree["fonts/own.woff2"].Data = []byte("another")
	if other, _ := Load(files("layout.html", layout), tree); other.Stylesheet.Path == th.Stylesheet.Path || other.Sum() == th.Sum() {
		t.Error("another font under the same name changes neither the sheet nor the sum")
	}
}

func TestWithoutFonts(t *testing.T) {
	th, _ := Load(files("layout.html", layout), files(fonts()...))
	bare := th.WithoutFonts()
	var names []string
	for _, a := range bare.Assets() {
		names = append(names, a.Name)
	}
	if got := strings.Join(names, " "); got != "kept.woff2 site.css" || len(bare.Fonts) > 0 {
		t.Errorf("it keeps %q, and pages name %v", got, bare.Fonts)
	}
	if want := "body{font-family:own roman,stand-in,serif;background:url(../paper.svg)}"; string(bare.Stylesheet.Data) != want {
		t.Errorf("got  %s\nwant %s", bare.Stylesheet.Data, want)
	}
	if bare.Stylesheet.Path == th.Stylesheet.Path || bare.Stylesheet.Integrity == th.Stylesheet.Integrity || bare.WithoutFonts() != bare {
		t.Error("the sheet without fonts has the name of the one with")
	}
	if len(th.Fonts) != 2 || !strings.Contains(string(th.Stylesheet.Data), "@font-face") {
		t.Error("the theme itself is changed")
	}
}

func TestFontsThatAreNotThere(t *testing.T) {
	_, problems := Load(files("layout.html", layout), files("site.css", "body {}\n@font-face { src: url(fonts/lost.woff2); }\n@font-face { src: url(/served.woff2); }"))
	want := diag.Span{File: "static/site.css", Line: 2, Column: 23, Width: 16, Text: "@font-face { src: url(fonts/lost.woff2); }"}
	if len(problems) != 1 || problems[0].Rule != badFont || problems[0].Span != want {
		t.Errorf("%+v", problems)
	}
}
