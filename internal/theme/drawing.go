package theme

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"shortlist/internal/diag"
)

var badDrawing = diag.Define(diag.Error, "theme-drawing", "A drawing has a script, or refers to what is not in it.")

// A drawing is shown by <img>, where a browser runs no script and loads nothing
// that the file does not hold, so that a picture with either is not what its
// author sees. Style sheets and attributes of its own are as drawing programs
// write them, and stay.
type drawing struct {
	file     string
	source   []byte
	problems *diag.List
	found    int
}

// mostInDrawing is how many faults of one drawing are told: each is counted from
// its beginning.
const mostInDrawing = 20

var (
	inStyle  = regexp.MustCompile(`(?i)@import\s*(?:url\(\s*)?["']?([^"')\s;]*)|url\(\s*["']?([^"')\s]*)`)
	declared = regexp.MustCompile(`(?i)<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\s`)
)

// CheckDrawing reports what a drawing may not have, at its place. What cannot be
// read as XML is for browsers to judge: they are stricter.
func CheckDrawing(file string, source []byte, problems *diag.List) {
	d := drawing{file: file, source: source, problems: problems}
	in := xml.NewDecoder(bytes.NewReader(source))
	in.Strict, in.CharsetReader = false, nil
	within := ""
	for {
		from := int(in.InputOffset())
		token, err := in.RawToken()
		if err != nil || d.found >= mostInDrawing {
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			within = t.Name.Local
			d.element(t, from)
		case xml.EndElement:
			within = ""
		case xml.CharData:
			if within == "style" {
				d.style(string(t), from)
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				d.report(from, "asks for a style sheet", "put the styles into the drawing")
			}
		case xml.Directive:
			if declared.Match(source[from:in.InputOffset()]) {
				d.report(from, "declares an entity that lies outside", "save it again without")
			}
		}
	}
}

func (d *drawing) element(t xml.StartElement, at int) {
	name := t.Name.Local
	if strings.EqualFold(name, "script") {
		d.report(at, "has a script", "a picture cannot run one: take it out")
	}
	for _, a := range t.Attr {
		key, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case strings.HasPrefix(key, "on") && len(key) > 2 && a.Name.Space == "":
			d.report(at, fmt.Sprintf("has the event handler %s on <%s>", key, name), "a picture cannot run one: take it out")
		case strings.HasPrefix(strings.ToLower(value), "javascript:"):
			d.report(at, fmt.Sprintf("has a script in %s of <%s>", key, name), "a picture cannot run one: take it out")
		case slices.Contains([]string{"href", "src", "data"}, key) && !strings.EqualFold(name, "a"):
			d.refers(value, at)
		case strings.Contains(value, "("):
			d.style(value, at)
		}
	}
}

// style looks at a style sheet, and at the value of any attribute that may name a
// pattern or a gradient.
func (d *drawing) style(text string, at int) {
	for _, m := range inStyle.FindAllStringSubmatch(text, -1) {
		d.refers(m[1]+m[2], at)
	}
}

// refers reports an address that is none in the drawing itself.
func (d *drawing) refers(address string, at int) {
	if address != "" && !strings.HasPrefix(address, "#") && !strings.HasPrefix(strings.ToLower(address), "data:") {
		d.report(at, fmt.Sprintf("refers to %q, which is not in it", address), "a picture loads nothing: embed it in the drawing")
	}
}

func (d *drawing) report(from int, message, hint string) {
	d.found++
	d.problems.Add(badDrawing, spanIn(d.file, d.source, from, from+1), "the drawing "+message, hint)
}

// mayBeMinified reports whether the minifier keeps a drawing whole: it takes the
// declarations of entities out, and not what uses them.
func mayBeMinified(source []byte) bool { return !bytes.Contains(source, []byte("<!ENTITY")) }
