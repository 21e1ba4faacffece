package theme

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// render executes a page within a time.
func render(t *testing.T, within time.Duration, w io.Writer, view any, pairs ...string) error {
	t.Helper()
	th, problems := Load(files(append([]string{"layout.html", layout}, pairs...)...), sheet)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	th.CheckFields("home", view) // which executes templates, too
	return th.set.execute(w, "home", view, within)
}

// TestEndlessTemplates: loops that print nothing, and templates that call
// themselves, come to an end, and so does what runs them.
func TestEndlessTemplates(t *testing.T) {
	view := struct{ Items, None []int }{Items: make([]int, 1000)}
	for name, main := range map[string]string{
		"a large number":      `{{range 1000000000000}}{{end}}`,
		"loops in loops":      `{{range $a := .Items}}{{range $b := $.Items}}{{range $c := $.Items}}{{range $.Items}}{{if eq $a $b $c}}{{end}}{{end}}{{end}}{{end}}{{end}}`,
		"in a branch":         `{{if true}}{{with .Items}}{{range 1000000000000}}{{end}}{{end}}{{end}}`,
		"in an else":          `{{range .None}}{{else}}{{range 1000000000000}}{{end}}{{end}}`,
		"in a part":           `{{template "spin" .}}`,
		"calls of themselves": `{{template "self" .}}`,
		"a comment in a loop": `{{range 1000000000000}}{{/* nothing */}}{{$x := .}}{{end}}`,
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			err := render(t, 100*time.Millisecond, io.Discard, view,
				"parts/spin.html", `{{define "spin"}}{{range 1000000000000}}{{end}}{{end}}`,
				"parts/self.html", `{{define "self"}}{{template "again" .}}{{template "again" .}}{{end}}{{define "again"}}{{template "self" .}}{{template "self" .}}{{end}}`,
				"pages/home.html", `{{define "main"}}`+main+`{{end}}`)
			if err == nil || time.Since(began) > 10*time.Second {
				t.Errorf("%v after %v", err, time.Since(began))
			}
			// The library bounds how deep calls go, so that one may come first.
			if much, ok := errors.AsType[*TooMuch](err); name != "calls of themselves" && (!ok || much.Page != "home") {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestEndlessText: what grows without end is given up before it fills the memory.
func TestEndlessText(t *testing.T) {
	for name, tt := range map[string]struct{ main, want string }{
		"doubled":  {`{{$x := "0123456789"}}{{range 40}}{{$x = printf "%s%s" $x $x}}{{end}}{{$x}}`, "8 MiB"},
		"printed":  {`{{$x := "0123456789"}}{{range 40}}{{$x = print $x $x}}{{end}}{{$x}}`, "8 MiB"},
		"by lines": {`{{$x := "0123456789"}}{{range 40}}{{$x = println $x $x}}{{end}}{{$x}}`, "8 MiB"},
		"repeated": {`{{$x := "0123456789"}}{{range 16}}{{$x = print $x $x}}{{end}}{{range 1000000000000}}{{$x}}{{end}}`, "given up after"},
	} {
		var b strings.Builder
		err := render(t, maxTime, &b, nil, "pages/home.html", `{{define "main"}}`+tt.main+`{{end}}`)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if b.Len() > maxPage {
			t.Errorf("%s: %d bytes were written", name, b.Len())
		}
	}
}

// TestLargePage: the size is counted by itself, whatever the time.
func TestLargePage(t *testing.T) {
	b := &bounded{w: io.Discard, page: "home", left: maxPage}
	block := make([]byte, 1<<20)
	for range 64 {
		if _, err := b.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := b.Write([]byte("x")); err == nil || !strings.Contains(err.Error(), "64 MiB") {
		t.Errorf("%v", err)
	}
}

// TestGuardsAreUnseen: pages are as they were without the guards, and what print
// makes is what it made.
func TestGuardsAreUnseen(t *testing.T) {
	var b strings.Builder
	view := struct{ Names []string }{[]string{"a", "<b>"}}
	err := render(t, maxTime, &b, view, "parts/name.html", `{{define "name"}}<b title="{{.}}">{{.}}</b>{{end}}`,
		"pages/home.html", `{{define "main"}}{{range .Names}}<a href="/{{.}}"{{if .}} title="{{range $i, $r := $.Names}}{{$i}}{{end}}"{{end}}>{{template "name" .}}</a>{{end}}{{printf "%s-%d" "x" 1}}{{print 1 2 "x"}}{{end}}`)
	want := `<!doctype html><html lang="en"><body><a href="/a" title="01"><b title="a">a</b></a><a href="/%3cb%3e" title="01"><b title="&lt;b&gt;">&lt;b&gt;</b></a>x-11 2x</body></html>`
	if err != nil || b.String() != want {
		t.Errorf("%v\n%s\nwant\n%s", err, b.String(), want)
	}
}
