package theme

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"shortlist/internal/diag"
)

var badDrawing = diag.Define(diag.Error, "theme-drawing", "A drawing has what no picture may have, such as a script, refers to what is not in it, or is no XML.")

// A drawing is shown by <img>, where a browser runs no script and loads nothing that
// the file does not hold; opened by itself it can do both. So it may have what is on
// the lists of drawinglist.go, and what drawing programs note in namespaces of their
// own, which browsers pass over.
type drawing struct {
	file     string
	source   []byte
	problems *diag.List
	found    int
	from, to int // of the token that is looked at
	open     []xml.Name
}

// mostInDrawing is how many faults of one drawing are told: each is counted from
// its beginning.
const mostInDrawing = 20

// CheckDrawing reports what a drawing may not have, at its place.
func CheckDrawing(file string, source []byte, problems *diag.List) {
	d := &drawing{file: file, source: source, problems: problems}
	in := xml.NewDecoder(bytes.NewReader(source))
	rooted := false
	for d.found < mostInDrawing {
		d.from = int(in.InputOffset())
		token, err := in.Token()
		d.to = int(in.InputOffset())
		if err != nil {
			if d.found == 0 {
				d.unread(err, rooted)
			}
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !rooted && t.Name != (xml.Name{Space: nsSVG, Local: "svg"}) {
				d.report("<"+t.Name.Local, `does not begin with <svg xmlns="`+nsSVG+`">, without which browsers show nothing of it`, "save it as SVG again, or write xmlns into its first element")
				return
			}
			rooted = true
			d.open = append(d.open, t.Name)
			d.element(t)
		case xml.EndElement:
			d.open = d.open[:len(d.open)-1]
		case xml.CharData:
			if n := len(d.open); n > 0 && d.open[n-1].Local == "style" {
				d.style(string(t))
			}
		case xml.ProcInst:
			if t.Target == "xml-stylesheet" {
				d.report("", "asks for a style sheet", "put the styles into the drawing")
			}
		case xml.Directive:
			in.Entity = d.entities(t)
		}
	}
}

// unread reports what is no XML. The end of the file is a fault only before the first
// element: the reader minds those that are not closed.
func (d *drawing) unread(err error, rooted bool) {
	if !errors.Is(err, io.EOF) {
		message := err.Error()
		if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
			message = syntax.Msg
		}
		d.from = max(0, min(d.to, len(d.source)-1))
		d.report("", "cannot be read as XML, so that browsers show nothing of it: "+strings.TrimPrefix(message, "xml: "), "save it again as SVG, in UTF-8")
	} else if !rooted {
		d.from = 0
		d.report("", "has nothing in it", "save it again as SVG")
	}
}

var (
	entity  = regexp.MustCompile(`<!ENTITY\s+([A-Za-z_][-.\w]*)\s+(?:"([^"]*)"|'([^']*)')\s*>`)
	subset  = regexp.MustCompile(`(?s)\[(.*)\]`)
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// mostEntities bounds how far entities can make a drawing grow: how often they are
// used, and how long each is.
const (
	mostEntities = 1000
	entityLength = 200
)

// entities are those that a DOCTYPE declares: Illustrator gives its namespaces short
// names by them. They are read as browsers read them, so that nothing is hidden in
// one; one that holds more than words is a fault, as is any other declaration.
func (d *drawing) entities(t xml.Directive) map[string]string {
	inner := subset.FindSubmatch(t)
	if inner == nil {
		return nil
	}
	known := map[string]string{}
	for _, m := range entity.FindAllSubmatch(inner[1], -1) {
		value := string(m[2]) + string(m[3])
		if len(value) > entityLength || strings.ContainsAny(value, "<&%") {
			d.report("<!ENTITY "+string(m[1]), fmt.Sprintf("declares the entity %s, which holds more than words", m[1]), "save it again without entities")
		}
		known[string(m[1])] = value
	}
	if rest := comment.ReplaceAll(entity.ReplaceAll(inner[1], nil), nil); len(bytes.TrimSpace(rest)) > 0 {
		d.report("", "declares in its DOCTYPE what lies outside, or what a picture does not need", "save it again without a DOCTYPE")
	}
	if len(known) > 0 && bytes.Count(d.source, []byte("&")) > mostEntities {
		d.report("", fmt.Sprintf("uses its entities more than %d times", mostEntities), "save it again without entities")
	}
	return known
}

// report reports a fault where a word of the token stands, or else where the token
// begins.
func (d *drawing) report(word, message, hint string) {
	d.found++
	at := d.from
	if word != "" {
		if i := bytes.Index(d.source[d.from:max(d.from, min(d.to, len(d.source)))], []byte(word)); i >= 0 {
			at += i
		}
	}
	d.problems.Add(badDrawing, spanIn(d.file, d.source, at, min(at+1, len(d.source))), "the drawing "+message, hint)
}

// mayBeMinified reports whether the minifier keeps a drawing whole: it takes the
// declarations of entities out, and not what uses them.
func mayBeMinified(source []byte) bool { return !bytes.Contains(source, []byte("<!ENTITY")) }
