package theme

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"shortlist/internal/diag"
)

func files(pairs ...string) fstest.MapFS {
	tree := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		tree[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return tree
}

var (
	sheet  = files("site.css", "body { color: red; }\n")
	layout = `{{define "layout"}}<!doctype html> <html lang="en"><body> {{template "main" .}} </body></html>{{end}}`
)

func TestRenderMinifiesOnce(t *testing.T) {
	th, problems := Load(files(
		"layout.html", layout,
		"parts/name.html", `{{define "name"}}<b>{{.}}</b>{{end}}`,
		"pages/home.html", "{{define \"main\"}}\n<p class=\"a\">\n\t{{template \"name\" .Name}}\n</p>\n<!-- gone -->\n{{end}}",
	), sheet)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var b strings.Builder
	if err := th.Render(&b, "home", struct{ Name string }{"<x>"}); err != nil {
		t.Fatal(err)
	}
	if want := `<!doctype html><html lang="en"><body><p class="a"><b>&lt;x&gt;</b></p></body></html>`; b.String() != want {
		t.Errorf("got  %s\nwant %s", b.String(), want)
	}
	if err := th.Render(&b, "home", struct{ Other string }{"x"}); err == nil {
		t.Error("a field that is not there is no error")
	}
	if err := th.Render(&b, "nowhere", nil); err == nil {
		t.Error("a page without a template is no error")
	}
}

func TestLoadReports(t *testing.T) {
	for _, tt := range []struct {
		name              string
		templates, static fs.FS
		want              diag.Span
		rule              *diag.Rule
	}{
		{"no layout", files("pages/home.html", `{{define "main"}}{{end}}`), sheet, diag.Span{File: "templates/layout.html"}, missing},
		{"no style sheet", files("layout.html", layout), files("a.txt", "a"), diag.Span{File: "static/site.css"}, missing},
		{"syntax", files("layout.html", layout, "pages/home.html", "one\n{{define \"main\"}}\n{{if}}{{end}}{{end}}"), sheet,
			diag.Span{File: "templates/pages/home.html", Line: 3, Text: "{{if}}{{end}}{{end}}"}, broken},
	} {
		_, problems := Load(tt.templates, tt.static)
		if len(problems) != 1 || problems[0].Span != tt.want || problems[0].Rule != tt.rule {
			t.Errorf("%s: %+v", tt.name, problems)
		}
	}
}

func TestAssets(t *testing.T) {
	th, problems := Load(files("layout.html", layout), files(
		"site.css", "body { color: red; }\n", "icons/a.svg", `<svg xmlns="http://www.w3.org/2000/svg">  <g/> </svg>`,
		"README.md", "not served", "static.go", "package static", ".hidden", "no",
		".git/config", "no", "icons/.cache/a.svg", "no", "icons/.well-known/a", "no", ".well-known/.hidden", "no",
		".well-known/security.txt", "x\n", "robots.txt", "x\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, a := range th.Assets() {
		got = append(got, a.Path)
	}
	if strings.Join(got, " ") != "/.well-known/security.txt /icons/a.svg /robots.txt "+th.Stylesheet.Path {
		t.Errorf("assets: %q", got)
	}
	if !strings.HasPrefix(th.Stylesheet.Path, "/assets/site.") || !strings.HasPrefix(th.Stylesheet.Integrity, "sha256-") {
		t.Errorf("the style sheet is %q with %q", th.Stylesheet.Path, th.Stylesheet.Integrity)
	}
	if string(th.Stylesheet.Data) != "body{color:red}" {
		t.Errorf("the style sheet was not minified: %q", th.Stylesheet.Data)
	}
	changed, _ := Load(files("layout.html", layout), files("site.css", "body { color: blue; }\n"))
	if changed.Stylesheet.Path == th.Stylesheet.Path {
		t.Error("another style sheet has the same name")
	}
}

func TestOverlay(t *testing.T) {
	both := Overlay(files("pages/b.html", "own", "pages/c.html", "own"), files("pages/a.html", "embedded", "pages/b.html", "embedded"))
	want := map[string]string{"pages/a.html": "embedded", "pages/b.html": "own", "pages/c.html": "own"}
	names, err := fs.Glob(both, "pages/*.html")
	if err != nil || len(names) != len(want) {
		t.Fatalf("names %q, %v", names, err)
	}
	for _, name := range names {
		if data, err := fs.ReadFile(both, name); err != nil || string(data) != want[name] {
			t.Errorf("%s is %q, %v; want %q", name, data, err, want[name])
		}
	}
	if Overlay(nil, sheet) == nil {
		t.Error("without own files the embedded ones are lost")
	}
}
