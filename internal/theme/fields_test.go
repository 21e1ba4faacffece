package theme

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/internal/diag"
)

type (
	testView struct {
		testFrame
		Items []testItem
		One   *testItem
	}
	testFrame struct{ Title string }
	testItem  struct{ Name string }
)

// Loud shows that methods count as fields.
func (testItem) Loud() string { return "" }

func TestCheckFields(t *testing.T) {
	for _, tt := range []struct {
		name, main string
		want       []string // message at line:column
	}{
		{"all there", `{{.Title}}{{range $i, $x := .Items}}{{$i}}{{$x.Name}}{{.Loud}}{{$.Title}}{{end}}{{with .One}}{{.Name}}{{end}}`, nil},
		{"missing", "{{.Title}}\n  {{.Nothing}}", []string{"2:5 testView has no field Nothing"}},
		{"in a branch never taken", `{{if false}}{{.Nothing}}{{end}}`, []string{"1:32 testView has no field Nothing"}},
		{"in the else of an if", `{{if .Title}}{{else}}{{.Nothing}}{{end}}`, []string{"1:41 testView has no field Nothing"}},
		{"in the else of a with", `{{with .One}}{{else}}{{.Nothing}}{{end}}`, []string{"1:41 testView has no field Nothing"}},
		{"in the else of a range", `{{range .Items}}{{else}}{{.Nothing}}{{end}}`, []string{"1:44 testView has no field Nothing"}},
		{"in the else, dot is what it was", `{{range .Items}}{{else}}{{.Title}}{{end}}{{with .One}}{{else}}{{.Title}}{{end}}`, nil},
		{"in an element", `{{range .Items}}{{.Title}}{{end}}`, []string{"1:36 testItem has no field Title"}},
		{"behind a pointer", `{{.One.Nothing}}`, []string{"1:24 testItem has no field Nothing"}},
		{"of a string", `{{.Title.Length}}`, []string{"1:26 a string has no field Length"}},
		{"in a part", `{{range .Items}}{{template "part" .}}{{end}}`, []string{"1:20 testItem has no field Other"}},
		{"a part that is not there", `{{template "parts" .}}`, []string{"1:29 no template is called `parts`"}},
		{"as an argument", `{{if eq .Nothing "x"}}{{end}}`, []string{"1:26 testView has no field Nothing"}},
		{"through a variable", `{{$t := .Title}}{{$t}}{{with $x := .One}}{{$x.Nothing}}{{end}}`, []string{"1:63 testItem has no field Nothing"}},
	} {
		th, problems := Load(files(
			"layout.html", layout,
			"parts/part.html", `{{define "part"}}{{.Other}}{{end}}`,
			"pages/home.html", `{{define "main"}}`+tt.main+`{{end}}`,
		), sheet)
		if len(problems) > 0 {
			t.Fatal(tt.name, problems)
		}
		var got []string
		for _, p := range th.CheckFields("home", testView{}) {
			got = append(got, at(p.Span)+" "+p.Message)
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %q, want %q", tt.name, got[i], tt.want[i])
			}
		}
	}
}

// TestCheckPage has pages that html/template would refuse in the middle of a
// build: each is the theme author's mistake, at its own line.
func TestCheckPage(t *testing.T) {
	for _, tt := range []struct {
		name, main, part, want string
	}{
		{"sound", "{{define \"main\"}}{{with .One}}<a title=\"{{.Name}}\">{{template \"part\" .}}</a>{{end}}{{end}}", `{{.Name}}`, ""},
		{"no main", "{{define \"mian\"}}\n<p>{{.Title}}</p>{{end}}", ``, "pages/home.html:1 the page does not define `main`"},
		{"no part", "{{define \"main\"}}\n{{template \"prat\" .One}}{{end}}", ``, "pages/home.html:2 no template is called `prat`"},
		{"branches", "{{define \"main\"}}\n<p>\n{{if .Title}}<a title=\"{{end}}\">{{end}}", ``, "pages/home.html:3 {{if}} branches end in different contexts"},
		{"an open tag", "\n{{define \"main\"}}<p\n{{end}}", ``, "pages/home.html:2 ends in a non-text context"},
		{"an open script", "\n{{define \"main\"}}<script>{{end}}", ``, "pages/home.html:2 ends in a non-text context"},
		{"an open script in a part", "{{define \"main\"}}{{template \"part\" .One}}{{end}}", "\n<script>", "parts/part.html:1 ends in a non-text context"},
		{"a bad quote", "{{define \"main\"}}\n<p class=a\"{{.Title}}>{{end}}", ``, "pages/home.html:1 \"\\\"\" in unquoted attr: \"a\\\"\""},
	} {
		th, problems := Load(files(
			"layout.html", layout,
			"parts/part.html", `{{define "part"}}`+tt.part+`{{end}}`,
			"pages/home.html", tt.main,
		), sheet)
		if len(problems) > 0 {
			t.Fatal(tt.name, problems)
		}
		for range 2 { // the first leaves the theme as it was
			got := ""
			for _, p := range th.CheckFields("home", testView{}) {
				got += fmt.Sprintf("%s:%d %s", strings.TrimPrefix(p.Span.File, "templates/"), p.Span.Line, p.Message)
			}
			if got != tt.want {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

func at(s diag.Span) string { return fmt.Sprintf("%d:%d", s.Line, s.Column) }
