package theme

import (
	"fmt"
	"strings"
	"testing"

	"shortlist/internal/diag"
)

// exported is a drawing as drawing programs write it, with styles, metadata and
// entities of its own.
const exported = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: some program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg version="1.1" xmlns="&ns_svg;" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" style="enable-background:new 0 0 9 9;" xml:space="preserve">
<metadata><rdf:about xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="http://example.com/"/></metadata>
<style type="text/css">.st0{fill:url(#shade);}</style>
<linearGradient id="shade"><stop style="stop-color:#FF0000"/></linearGradient>
<image width="1" height="1" xlink:href="data:image/png;base64,AAAA"/>
<a xlink:href="https://example.com/"><path class="st0" d="M0 0h9v9z"/></a>
<use xlink:href="#shade" clip-path="url(#shade)"/>
</svg>
`

func TestDrawingsAsTheyAreExported(t *testing.T) {
	th, problems := Load(files("layout.html", layout), files("site.css", "", "a.svg", exported, "b.svg", `<svg xmlns="http://www.w3.org/2000/svg"> <!-- b --> </svg>`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got := string(th.asset("a.svg").Data); got != exported {
		t.Errorf("one with entities is changed:\n%s", got)
	}
	if got := string(th.asset("b.svg").Data); strings.Contains(got, "<!--") {
		t.Errorf("one without is not minified: %s", got)
	}
}

func TestDrawingsThatAPictureCannotShow(t *testing.T) {
	for _, tt := range []struct{ source, want string }{
		{"<svg>\n <script>x()</script></svg>", "2:2 the drawing has a script"},
		{`<svg onload="x()"/>`, "1:1 the drawing has the event handler onload on <svg>"},
		{`<svg><a href=" JavaScript:x()"/></svg>`, "1:6 the drawing has a script in href of <a>"},
		{`<svg><set attributeName="href" to="javascript:x()"/></svg>`, "1:6 the drawing has a script in to of <set>"},
		{`<svg><image href="photo.jpg"/></svg>`, `1:6 the drawing refers to "photo.jpg", which is not in it`},
		{`<svg><use xlink:href="https://x.example/a.svg#b"/></svg>`, `1:6 the drawing refers to "https://x.example/a.svg#b", which is not in it`},
		{`<svg><foreignObject><iframe src="//x.example/"/></foreignObject></svg>`, `1:21 the drawing refers to "//x.example/", which is not in it`},
		{`<svg><style>@import "a.css";</style></svg>`, `1:13 the drawing refers to "a.css", which is not in it`},
		{`<svg><style><![CDATA[@import url( 'a.css' );]]></style></svg>`, `1:13 the drawing refers to "a.css", which is not in it`},
		{`<svg><path style="fill:url(https://x.example/#p)"/></svg>`, `1:6 the drawing refers to "https://x.example/#p", which is not in it`},
		{`<svg><path filter="url('f.svg#p')"/></svg>`, `1:6 the drawing refers to "f.svg#p", which is not in it`},
		{`<?xml-stylesheet href="a.css"?><svg/>`, "1:1 the drawing asks for a style sheet"},
		{`<!DOCTYPE svg [<!ENTITY a SYSTEM "a.xml">]><svg/>`, "1:1 the drawing declares an entity that lies outside"},
	} {
		var problems diag.List
		CheckDrawing("static/a.svg", []byte(tt.source), &problems)
		var got []string
		for _, p := range problems {
			if p.Rule != badDrawing || p.Hint == "" || p.Span.Text == "" {
				t.Errorf("%s: %+v", tt.source, p)
			}
			got = append(got, fmt.Sprintf("%s %s", at(p.Span), p.Message))
		}
		if strings.Join(got, "\n") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.source, got, tt.want)
		}
	}
}

func FuzzPlainDrawing(f *testing.F) {
	f.Add(exported)
	f.Add("<svg><style>url(\n")
	f.Fuzz(func(t *testing.T, source string) {
		var problems diag.List
		CheckDrawing("static/a.svg", []byte(source), &problems)
		for _, p := range problems {
			if p.Span.Line < 1 || p.Span.Column < 1 {
				t.Fatalf("%q: %+v", source, p)
			}
		}
	})
}
