package theme

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	takeOut = "a picture can do nothing with it: take it out"
	embed   = "a picture loads nothing: embed it in the drawing"
)

// element looks at an element and its attributes.
func (d *drawing) element(t xml.StartElement) {
	name, ours := t.Name.Local, t.Name.Space == nsSVG
	switch {
	case t.Name.Space == nsHTML || t.Name.Space == nsMath:
		d.report("", fmt.Sprintf("has <%s> in it, which is no drawing", name), "save its words as words of SVG, or as outlines")
		return
	case isPrefix(t.Name.Space):
		d.report("", fmt.Sprintf("uses the prefix %s, which it does not declare", t.Name.Space), "save it again as SVG")
		return
	case !ours:
		return
	case name == "foreignObject":
		if !d.passedOver(t) {
			d.report("", "has a <foreignObject>, which holds HTML", "save it with words in place of formatted text: in draw.io turn Text, Formatted Text off, in Figma take the background blur out")
		}
		return
	case strings.EqualFold(name, "script"):
		d.report("", "has a script", "a picture cannot run one: take it out")
	case !shown[name]:
		d.report("", fmt.Sprintf("has the element <%s>, which no picture may have", name), takeOut)
	}
	seen := map[xml.Name]bool{}
	for _, a := range t.Attr {
		if seen[a.Name] {
			d.report(a.Name.Local, fmt.Sprintf("has %s twice on <%s>, so that browsers show nothing of it", a.Name.Local, name), "take one of them out")
		}
		seen[a.Name] = true
		d.attribute(name, a)
	}
}

// passedOver reports whether a part is for programs that know an extension: browsers
// know no others than HTML and MathML.
func (d *drawing) passedOver(t xml.StartElement) bool {
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local == "requiredExtensions" {
			return strings.TrimSpace(a.Value) != "" && !strings.Contains(a.Value, nsHTML) && !strings.Contains(a.Value, nsMath)
		}
	}
	return false
}

// isPrefix reports whether a namespace is a prefix that nothing declares: the reader
// leaves it as it is.
func isPrefix(space string) bool {
	return space != "" && space != "xmlns" && !strings.ContainsAny(space, ":/.#")
}

func (d *drawing) attribute(on string, a xml.Attr) {
	key, value := a.Name.Local, strings.TrimSpace(a.Value)
	switch space := a.Name.Space; {
	case space == "xmlns" || space == "" && key == "xmlns":
		return
	case space == nsXML:
		if key == "base" {
			d.report("xml:base", "has xml:base, so that what it refers to lies elsewhere", takeOut)
		}
		return
	case isPrefix(space):
		d.report(space+":", fmt.Sprintf("uses the prefix %s, which it does not declare", space), `write xmlns:`+space+`="..." into its first element, or save it again as SVG`)
		return
	case space == nsXLink && key == "href", space == "" && key == "href":
		d.refers(on, value)
		return
	case space != "":
		return
	case len(key) > 2 && strings.EqualFold(key[:2], "on"):
		d.report(key, fmt.Sprintf("has the event handler %s on <%s>", key, on), "a picture cannot run one: take it out")
		return
	case !mayHave(key):
		d.report(key, fmt.Sprintf("has the attribute %s on <%s>, which no picture may have", key, on), takeOut)
		return
	case key == "attributeName" && (strings.HasPrefix(value, "on") || strings.HasSuffix(value, "href")):
		d.report(key, fmt.Sprintf("changes %s by <%s>", value, on), takeOut)
	}
	if strings.ContainsAny(value, `(\@`) && key != "content" { // draw.io keeps its own file in content
		d.style(value)
	}
}

// refers looks at where an element leads. A link leads anywhere but to a script, what
// shows a picture to one in the drawing, and all else to a part of the drawing.
func (d *drawing) refers(on, address string) {
	scheme, _, _ := strings.Cut(strings.ToLower(address), ":")
	switch {
	case address == "" || address[0] == '#':
	case strings.Contains(scheme, "script"):
		d.report(address, fmt.Sprintf("has a script in href of <%s>", on), "a picture cannot run one: take it out")
	case on == "a" && (scheme == "https" || scheme == "http" || scheme == "mailto"):
	case (on == "image" || on == "feImage") && holds(address, pictures):
	default:
		d.outside(address)
	}
}

func (d *drawing) outside(address string) {
	said := address
	if len(said) > 80 {
		said = strings.ToValidUTF8(said[:80], "") + "…"
	}
	d.report(address, fmt.Sprintf("refers to %q, which is not in it", said), embed)
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssEscape  = regexp.MustCompile(`\\([0-9A-Fa-f]{1,6})[ \t\r\n\f]?|\\([^\r\n\f0-9A-Fa-f])`)
	cssLoads   = regexp.MustCompile(`(?i)@import\s*(?:url\(\s*)?["']?([^"')\s;]*)|(?:url|src|image|image-set)\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))`)
)

// style looks at a style sheet, and at the value of any attribute that may be read as
// a style: whatever of it would be loaded has to be in the drawing.
func (d *drawing) style(text string) {
	plain := cssComment.ReplaceAllString(text, " ")
	if strings.Contains(plain, `\`) {
		plain = cssEscape.ReplaceAllStringFunc(plain, func(s string) string {
			if n, err := strconv.ParseUint(strings.TrimSpace(s[1:]), 16, 32); err == nil && n > 0 && n <= utf8.MaxRune {
				return string(rune(n))
			}
			return s[1:]
		})
	}
	for _, m := range cssLoads.FindAllStringSubmatch(plain, -1) {
		if strings.HasPrefix(m[0], "@") {
			d.report(m[1], "asks for a style sheet", "put the styles into the drawing")
			continue
		}
		address := strings.TrimSpace(m[2] + m[3] + m[4])
		if address != "" && address[0] != '#' && !holds(address, pictures, typefaces) {
			d.outside(address)
		}
	}
}
