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

// programs are drawings as programs write them: with metadata in namespaces of their
// own, entities, a part for the program alone, and fonts and pictures within.
var programs = map[string]string{
	"Illustrator": `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_sfw "http://ns.adobe.com/SaveForWeb/1.0/">
]>
<svg version="1.1" id="Layer_1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
	 x="0px" y="0px" viewBox="0 0 9 9" style="enable-background:new 0 0 9 9;" xml:space="preserve">
<metadata><sfw xmlns="&ns_sfw;"><slices></slices><sliceSourceBounds bottomLeftOrigin="true" height="9"></sliceSourceBounds></sfw></metadata>
<switch><foreignObject requiredExtensions="&ns_ai;" x="0" y="0" width="1" height="1"><i:aipgfRef xlink:href="#adobe_illustrator_pgf"/></foreignObject>
<g i:extraneous="self"><path class="st0" d="M0 0h9v9z"/></g></switch>
<i:aipgf id="adobe_illustrator_pgf" i:pgfEncoding="zstd/base64"><![CDATA[KLUv/QBY]]></i:aipgf>
</svg>`,
	"Inkscape": `<svg width="9mm" height="9mm" viewBox="0 0 9 9" version="1.1" id="svg5" inkscape:version="1.2" sodipodi:docname="plan.svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg"
  xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<sodipodi:namedview pagecolor="#ffffff" showgrid="false" inkscape:pageshadow="2"><inkscape:grid type="xygrid"/></sodipodi:namedview>
<metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
<defs><inkscape:path-effect effect="spiro" id="e"/><linearGradient id="g" gradientTransform="rotate(9)"/></defs>
<g inkscape:label="Ebene 1" inkscape:groupmode="layer"><text xml:space="preserve" style="font-family:sans-serif;-inkscape-font-specification:'sans-serif, Normal';fill:url(#g)" aria-label="Tür"><tspan sodipodi:role="line" x="1" y="2">Tür</tspan></text>
<svg:flowRoot><svg:flowRegion><svg:rect width="3" height="3"/></svg:flowRegion><svg:flowPara>weg</svg:flowPara></svg:flowRoot></g></svg>`,
	"Figma": `<svg width="9" height="9" viewBox="0 0 9 9" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g clip-path="url(#clip0)" filter="url(#f)"><rect width="9" height="9" fill="url(#pattern0)" style="mix-blend-mode:multiply"/></g>
<defs><pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.01)"/></pattern>
<filter id="f" x="0" y="0" width="9" height="9" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feBlend mode="normal" in="SourceGraphic" in2="BackgroundImageFix"/></filter>
<clipPath id="clip0"><path d="M0 0h9v9z"/></clipPath><image id="image0" data-name="door.png" width="9" height="9" preserveAspectRatio="none" xlink:href="data:image/png;base64,iVBORw0="/></defs></svg>`,
	"Excalidraw": `<svg version="1.1" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><!-- svg-source:excalidraw --><metadata/>
<defs><style class="style-fonts">@font-face { font-family: Excalifont; src: url(data:font/woff2;base64,d09GMgAB); }</style></defs>
<symbol id="i"><image width="100%" height="100%" href="data:image/jpeg;base64,/9j/"/></symbol><mask id="m"/><g mask="url(#m)" stroke-linecap="round"><path d="M0 0" stroke="#1e1e1e" fill="none"/></g><use href="#i" width="9"/>
<g><text x="0" y="9" font-family="Excalifont, Xiaolai, Segoe UI Emoji" font-size="20px" text-anchor="start" style="white-space: pre;" direction="ltr" dominant-baseline="alphabetic">Tür</text></g></svg>`,
	"draw.io": `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" style="background: #ffffff; color-scheme: light dark;" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="9px" height="9px" viewBox="-0.5 -0.5 9 9"
 content="&lt;mxfile host=&quot;app&quot;&gt;url(https://x.example/)&lt;/mxfile&gt;"><defs/><g><g data-cell-id="0"><rect x="0" y="0" width="9" height="9" fill="#fff" pointer-events="all"/>
<image x="1" y="1" width="3" height="3" xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/><text x="4" y="5" fill="#000" font-family="&quot;Helvetica&quot;" text-anchor="middle">Tür</text></g></g></svg>`,
}

func TestDrawingsOfPrograms(t *testing.T) {
	for name, source := range programs {
		var problems diag.List
		CheckDrawing("static/a.svg", []byte(source), &problems)
		for _, p := range problems {
			t.Errorf("%s: %s %s", name, at(p.Span), p.Message)
		}
	}
}

// Of each fault the place is told, in its line: those without a beginning of their own
// stand in an SVG, on its second line.
func TestDrawingsThatAPictureCannotShow(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + "\n"
	for _, tt := range []struct{ source, want string }{
		{"<script>x()</script>", "2:1 the drawing has a script"},
		{`<g><rect onload="x()"/></g>`, "2:10 the drawing has the event handler onload on <rect>"},
		{`<a href=" JavaScript:x()"/>`, "2:11 the drawing has a script in href of <a>"},
		{`<a href="java&#10;script:x()"/>`, "2:1 the drawing has a script in href of <a>"},
		{`<a xlink:href="data:text/html,x"/>`, `2:16 the drawing refers to "data:text/html,x", which is not in it`},
		{`<set attributeName="href" to="javascript:x()"/>`, "2:6 the drawing changes href by <set>"},
		{`<animate attributeName="onclick" to="x"/>`, "2:10 the drawing changes onclick by <animate>"},
		{`<image href="photo.jpg"/>`, `2:14 the drawing refers to "photo.jpg", which is not in it`},
		{`<image href="data:text/html;base64,PGI+"/>`, `2:14 the drawing refers to "data:text/html;base64,PGI+", which is not in it`},
		{`<use xlink:href="https://x.example/a.svg#b"/>`, `2:18 the drawing refers to "https://x.example/a.svg#b", which is not in it`},
		{`<use href="data:image/svg+xml,x"/>`, `2:12 the drawing refers to "data:image/svg+xml,x", which is not in it`},
		{`<feImage href="//x.example/a.png"/>`, `2:16 the drawing refers to "//x.example/a.png", which is not in it`},
		{`<foreignObject><p>x</p></foreignObject>`, "2:1 the drawing has a <foreignObject>, which holds HTML\n2:16 the drawing has the element <p>, which no picture may have"},
		{`<foreignObject requiredExtensions="http://www.w3.org/1999/xhtml"/>`, "2:1 the drawing has a <foreignObject>, which holds HTML"},
		{`<x xmlns="http://www.w3.org/1999/xhtml"/>`, "2:1 the drawing has <x> in it, which is no drawing"},
		{`<metadata><h:script xmlns:h="http://www.w3.org/1999/xhtml"/></metadata>`, "2:11 the drawing has <script> in it, which is no drawing"},
		{`<i:a xmlns:i="urn:i"><script/></i:a>`, "2:22 the drawing has a script"},
		{`<iframe src="x"/>`, "2:1 the drawing has the element <iframe>, which no picture may have\n2:9 the drawing has the attribute src on <iframe>, which no picture may have"},
		{`<g xml:base="https://x.example/"/>`, "2:4 the drawing has xml:base, so that what it refers to lies elsewhere"},
		{`<style>@import "a.css";</style>`, `2:17 the drawing asks for a style sheet`},
		{`<style><![CDATA[ @IMPORT/**/url( 'a.css' );]]></style>`, `2:35 the drawing asks for a style sheet`},
		{`<style>a{fill:u\72l( "b.png")}</style>`, `2:23 the drawing refers to "b.png", which is not in it`},
		{`<style>a{background:image-set("https://x.example/b" 1x)}/* url(c) */</style>`, `2:32 the drawing refers to "https://x.example/b", which is not in it`},
		{`<style>@font-face{src:url(https://x.example/a.woff2)}</style>`, `2:27 the drawing refers to "https://x.example/a.woff2", which is not in it`},
		{`<path style="fill:url(https://x.example/#p)"/>`, `2:23 the drawing refers to "https://x.example/#p", which is not in it`},
		{`<path filter="url('f.svg#p')"/>`, `2:20 the drawing refers to "f.svg#p", which is not in it`},
		{`<use r:href="#a"/>`, "2:6 the drawing uses the prefix r, which it does not declare"},
		{`<r:use/>`, "2:1 the drawing uses the prefix r, which it does not declare"},
		{`<g id="a" id="b"/>`, "2:4 the drawing has id twice on <g>, so that browsers show nothing of it"},
		{`<g>`, "2:9 the drawing cannot be read as XML, so that browsers show nothing of it: element <g> closed by </svg>"},
		{`<g id=a/>`, "2:8 the drawing cannot be read as XML, so that browsers show nothing of it: unquoted or missing attribute value in element"},
		{`&nbsp;`, "2:7 the drawing cannot be read as XML, so that browsers show nothing of it: invalid character entity &nbsp;"},
		{"1<svg/>", `1:2 the drawing does not begin with <svg xmlns="http://www.w3.org/2000/svg">, without which browsers show nothing of it`},
		{"1", "1:1 the drawing has nothing in it"},
		{`1<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>`, "1:2 the drawing asks for a style sheet"},
		{`1<!DOCTYPE svg [<!ENTITY a SYSTEM "a.xml">]><svg xmlns="http://www.w3.org/2000/svg"/>`, "1:2 the drawing declares in its DOCTYPE what lies outside, or what a picture does not need"},
		{`1<!DOCTYPE svg [<!ENTITY % a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>`, "1:2 the drawing declares in its DOCTYPE what lies outside, or what a picture does not need"},
		{`1<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY c '<script/>'>]><svg xmlns="http://www.w3.org/2000/svg"/>`, "1:17 the drawing declares the entity a, which holds more than words\n1:37 the drawing declares the entity c, which holds more than words"},
		{`1<!DOCTYPE svg [<!ENTITY a "https://x.example/">]><svg xmlns="http://www.w3.org/2000/svg"><image href="&a;b.png"/></svg>`, `1:91 the drawing refers to "https://x.example/b.png", which is not in it`},
		{`1<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">` + strings.Repeat("&a;", 1001) + `</svg>`, "1:2 the drawing uses its entities more than 1000 times"},
	} {
		source, whole := strings.CutPrefix(tt.source, "1")
		if whole {
			source = " " + source
		} else {
			source = open + source + "</svg>"
		}
		if source == " " {
			source = ""
		}
		var problems diag.List
		CheckDrawing("static/a.svg", []byte(source), &problems)
		var got []string
		for _, p := range problems {
			if p.Rule != badDrawing || p.Hint == "" || p.Span.Text == "" && source != "" {
				t.Errorf("%s: %+v", source, p)
			}
			got = append(got, fmt.Sprintf("%s %s", at(p.Span), p.Message))
		}
		if strings.Join(got, "\n") != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.source, strings.Join(got, "\n"), tt.want)
		}
	}
}

func FuzzPlainDrawing(f *testing.F) {
	f.Add(exported)
	for _, source := range programs {
		f.Add(source)
	}
	f.Add("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='&a;'><style>a{b:u\\72l(&a;)}")
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
