package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"text/template/parse"
)

type (
	anything struct {
		frame0
		Title, Empty string
		Markup       template.HTML
		Names        []string
		None         []string
		Items        []thing
		One, Nothing *thing
		Thing        thing
		Count, Zero  int
		Share        float64
		Yes          bool
		Level        level
		Any          any
		ByName       map[string]string
		Deep         struct{ Deeper struct{ Word string } }
	}
	frame0 struct{ Home, Link string }
	thing  struct {
		Name string
		Size int
	}
	level int
)

func (t thing) Loud() string   { return strings.ToUpper(t.Name) }
func (t *thing) Quiet() string { return strings.ToLower(t.Name) }
func (l level) String() string { return fmt.Sprint("level ", int(l), " & up") }

var everything = anything{
	frame0: frame0{"/base/?a=b&c", "javascript:alert(1)"},
	Title:  `<b> & "it's" 1+1`, Markup: "<em>so &amp; so</em>", Names: []string{"a", "<b>", "ü\x00"},
	Items: []thing{{"x", 1}, {"Y&Z", -2}}, One: &thing{"one", 3}, Thing: thing{"it", 4}, Count: 7, Share: 0.5, Yes: true, Level: 2, Any: "any <any>",
	ByName: map[string]string{"k": "v"},
}

// pages are templates, and whether they are compiled: those that are not are made
// by the library.
var pages = []struct {
	main     string
	compiled bool
}{
	{`{{.Title}}{{.Markup}}{{.Count}}{{.Zero}}{{.Yes}}{{.Share}}{{.Level}}{{.Home}}`, true},
	{`<a href="{{.Home}}" title="{{.Title}}" lang="{{.Empty}}">{{.Title}}</a><a href="{{.Link}}">{{.Link}}</a>`, true},
	{`<a title="{{.Markup}}" href="#{{.Title}}">{{.Count}}</a><p title="{{.Count}}" lang="{{.Level}}"></p>`, true},
	{`{{range .Names}}[{{.}}]{{else}}none{{end}}{{range .None}}[{{.}}]{{else}}none {{.Title}}{{end}}`, true},
	{`{{range $i, $x := .Items}}{{if $i}}, {{end}}{{$i}} {{$x.Name}} {{.Size}} {{.Loud}}{{end}}{{range $x := .Items}}{{$x.Loud}}{{$.Title}}{{end}}`, true},
	{`{{with .One}}{{.Name}}{{end}}{{with .Nothing}}{{.Name}}{{else}}{{.Title}}{{end}}{{with $x := .Thing}}{{$x.Name}}{{.Size}}{{end}}`, true},
	{`{{if .Yes}}y{{else}}n{{end}}{{if .Zero}}y{{else if .Count}}c{{else}}n{{end}}{{if .None}}y{{end}}{{if .Nothing}}y{{end}}{{if .Deep}}d{{end}}{{if .Share}}s{{end}}`, true},
	{`{{if not .Yes}}n{{end}}{{if and .Yes .Count .Title}}a{{end}}{{if or .Zero .None}}o{{end}}{{if and .Yes (or .Zero (not .Empty))}}b{{end}}`, true},
	{`{{if ge .Count 7}}ge{{end}}{{if gt .Count 7}}gt{{end}}{{if le .Count 7}}le{{end}}{{if lt .Count 7}}lt{{end}}{{if eq .Count 7}}eq{{end}}{{if ne .Count 7}}ne{{end}}`, true},
	{`{{with index .Items 1}}{{.Name}}{{end}}{{with or .Empty .Title}}{{.}}{{end}}{{.Deep.Deeper.Word}}{{.One.Name}}`, true},
	{`{{$x := .Title}}{{$x}}{{with .One}}{{$x}}{{$x := .Name}}{{$x}}{{end}}{{$x}}{{template "part" .Thing}}{{template "part" .One}}{{template "bare"}}`, true},
	{`{{template "tree" .Thing}}`, true},
	{`<script type="application/ld+json">{"a": 1}</script>{{/* nothing */}}`, true},
	{`{{.Nothing.Name}}`, true}, // compiled, and left to the library when it comes to it
	{`{{with index .Items 2}}{{.Name}}{{end}}`, true},
	{`{{with .One}}{{.Quiet}}{{end}}`, false},
	{`{{range .Items}}{{.Quiet}}{{end}}`, false},
	{`{{printf "%03d" .Count}}`, false},
	{`{{.Any}}`, false},
	{`{{.ByName.k}}{{range $k, $v := .ByName}}{{$k}}{{$v}}{{end}}`, false},
	{`{{$x := 1}}{{$x = 2}}{{$x}}`, false},
	{`{{range 3}}{{.}}{{end}}{{range .Names}}{{break}}{{end}}`, false},
	{`{{len .Names}}{{eq .Title "x" "y"}}`, false},
	{`<script>var x = {{.Title}}</script>`, false},
	{`<p style="color: {{.Title}}"></p>`, false},
	{`{{template "title" .}}<p title="{{template "title" .}}"></p>`, false}, // called in two kinds of places
}

func TestCompiledPages(t *testing.T) {
	for _, tt := range pages {
		th, problems := Load(files(
			"layout.html", layout,
			"parts/part.html", `{{define "part"}}<i>{{.Name}}</i>{{end}}{{define "bare"}}<hr>{{end}}{{define "title"}}{{.Title}}{{end}}`,
			"parts/tree.html", `{{define "tree"}}{{.Name}}{{if not .Name}}{{template "tree" .}}{{end}}{{end}}`,
			"pages/home.html", `{{define "main"}}`+tt.main+`{{end}}`), sheet)
		if len(problems) > 0 {
			t.Fatal(tt.main, problems)
		}
		for _, view := range []any{everything, &everything, anything{}} {
			if got := th.Compiles("home", view); got != tt.compiled {
				t.Errorf("%s of %T: compiled %v", tt.main, view, got)
			}
			var got, want bytes.Buffer
			err := th.Render(&got, "home", view)
			must := th.set.all.ExecuteTemplate(&want, th.set.layout["home"], view)
			if (err == nil) != (must == nil) || err == nil && got.String() != want.String() {
				t.Errorf("%s of %T:\n%q, %v\nwant\n%q, %v", tt.main, view, got.String(), err, want.String(), must)
			}
		}
	}
}

// FuzzEscapers holds what is written against what the library writes, at every kind
// of place.
func FuzzEscapers(f *testing.F) {
	for _, s := range []string{"", "a", "<script>", "it's \"so\" & so + more", "/a/b/?x=y#z", "https://example.com/ä", "http:x", "javascript:alert(1)", "//host/%41%zz", "a:b", "#a:b", "\x00\xff\u2028", "HTTPS://X/", "mailto:a@b.example", "~-._", "[@id]"} {
		f.Add(s)
	}
	if len(known()) < 5 {
		f.Fatalf("only %d kinds of places", len(known()))
	}
	f.Fuzz(func(t *testing.T, s string) {
		for key, p := range known() {
			for _, v := range []any{s, template.HTML(s), len(s), template.URL(s)} {
				write, ok := writer(p.commands(), reflect.TypeOf(v))
				if !ok {
					t.Fatal(key)
				}
				var x execution
				if !write(&x, reflect.ValueOf(v)) {
					t.Fatal(key, s)
				}
				var want bytes.Buffer
				if err := p.made.Execute(&want, v); err != nil {
					t.Fatal(err)
				}
				if got := p.before + string(x.out) + p.after; got != want.String() {
					t.Errorf("%s of %T %q: %q, want %q", key, v, s, got, want.String())
				}
			}
		}
	})
}

// commands are the escapers of a place.
func (p *place) commands() []*parse.CommandNode {
	for _, n := range p.made.Tree.Root.Nodes {
		if n, ok := n.(*parse.ActionNode); ok {
			return n.Pipe.Cmds[1:]
		}
	}
	return nil
}
