package chart

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// picture is what a test reads back from a chart.
type picture struct {
	height int
	ids    []string
	title  string
	texts  []box
}

// box is a line of text in the narrowest column, in pixels.
type box struct {
	text           string
	x0, x1, y0, y1 int
}

var (
	inPercent = regexp.MustCompile(`^(\d{1,3})(?:\.(\d))?%$`)
	step      = regexp.MustCompile(`[MHvhCz]|-?\d+`)
	pathOnly  = regexp.MustCompile(`^[MHvhCz0-9 -]*$`)
)

// read parses a chart strictly and checks all that holds of every one: it is
// well-formed and named, has no style of its own, and lies within its bounds.
func read(svg string) (p picture, err error) {
	fail := func(format string, args ...any) {
		if err == nil {
			err = fmt.Errorf(format, args...)
		}
	}
	d := xml.NewDecoder(strings.NewReader(svg))
	depth, anchor, inText, inTitle := 0, "", false, false
	for {
		token, e := d.Token()
		if e == io.EOF {
			return p, err
		}
		if e != nil {
			return p, e
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			a := map[string]string{}
			for _, x := range t.Attr {
				a[x.Name.Local] = x.Value
			}
			if _, styled := a["style"]; styled || t.Name.Local == "style" {
				fail("has a style of its own")
			}
			switch t.Name.Local {
			case "svg":
				if depth == 1 {
					p.height, _ = strconv.Atoi(a["height"])
					if a["role"] != "img" || a["class"] != "chart" || p.height < 1 {
						fail("opens with %v", a)
					}
					p.ids = append(p.ids, a["aria-labelledby"], a["aria-describedby"])
				} else if a["viewBox"] != fmt.Sprintf("0 0 %d %d", unit, p.height) {
					fail("the grid is %q", a["viewBox"])
				}
			case "title", "desc":
				p.ids = append(p.ids, a["id"])
				inTitle = t.Name.Local == "title"
			case "path":
				if e := within(a["d"], p.height); e != nil {
					fail("path %q: %v", a["d"], e)
				}
			case "g":
				anchor = a["text-anchor"]
			case "text":
				inText = true
				b, e := placed(a, p.height)
				if e != nil {
					fail("text: %v", e)
				}
				p.texts = append(p.texts, b)
			}
		case xml.CharData:
			switch {
			case inTitle:
				p.title += string(t)
			case inText:
				p.texts[len(p.texts)-1].text += string(t)
			}
		case xml.EndElement:
			depth--
			inTitle = false
			if t.Name.Local == "text" {
				inText = false
				p.texts[len(p.texts)-1].stretch(anchor)
			}
		}
	}
}

// placed is where a text begins.
func placed(a map[string]string, height int) (box, error) {
	m := inPercent.FindStringSubmatch(a["x"])
	if m == nil {
		return box{}, fmt.Errorf("x is %q", a["x"])
	}
	whole, _ := strconv.Atoi(m[1])
	tenth, _ := strconv.Atoi(m[2])
	dx := 0
	if s, ok := a["dx"]; ok {
		var err error
		if dx, err = strconv.Atoi(s); err != nil {
			return box{}, err
		}
	}
	y, err := strconv.Atoi(a["y"])
	if err != nil || y < 0 || y > height || whole*10+tenth > unit {
		return box{}, fmt.Errorf("stands at %v, of %d", a, height)
	}
	x := pixels(whole*10+tenth) + dx
	return box{x0: x, x1: x, y0: y - 10, y1: y + 3}, nil
}

func (b *box) stretch(anchor string) {
	w := width(b.text)
	switch anchor {
	case "end":
		b.x0 -= w
	case "middle":
		b.x0, b.x1 = b.x0-w/2, b.x1+w/2
	default:
		b.x1 += w
	}
}

// within follows a path and reports a step outside of the grid.
func within(d string, height int) error {
	if !pathOnly.MatchString(d) {
		return fmt.Errorf("holds something that is no step or integer")
	}
	x, y := 0, 0
	steps := step.FindAllString(d, -1)
	next := func() int {
		if len(steps) == 0 {
			return -1 << 20
		}
		n, err := strconv.Atoi(steps[0])
		if err != nil {
			return -1 << 20
		}
		steps = steps[1:]
		return n
	}
	for len(steps) > 0 {
		s := steps[0]
		steps = steps[1:]
		switch s {
		case "M":
			x, y = next(), next()
		case "H":
			x = next()
		case "h":
			x += next()
		case "v":
			y += next()
		case "C":
			for range 3 {
				x, y = next(), next()
				if x < 0 || x > unit || y < 0 || y > height {
					return fmt.Errorf("bends through %d %d", x, y)
				}
			}
		case "z":
		default:
			return fmt.Errorf("has a number too many: %s", s)
		}
		if x < 0 || x > unit || y < 0 || y > height {
			return fmt.Errorf("reaches %d %d of %d %d", x, y, unit, height)
		}
	}
	return nil
}
