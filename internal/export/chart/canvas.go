package chart

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// unit is the width of the grid on which marks and text are placed.
const unit = 1000

// canvas collects a drawing: marks by class, one path each, and text by style,
// one group each. Both are painted in the order in which they first came.
type canvas struct {
	height int // pixels
	marks  []layer
	texts  []layer
}

type layer struct {
	style style
	body  []byte
}

// style is how a text stands. Without a class it is in the page's ink.
type style struct {
	class  string
	anchor string // "", "middle" or "end": what of it stands at its x
}

// layered returns the body of a layer, at the end of the list if it is new.
func layered(list *[]layer, s style) *[]byte {
	for i := range *list {
		if (*list)[i].style == s {
			return &(*list)[i].body
		}
	}
	*list = append(*list, layer{style: s})
	return &(*list)[len(*list)-1].body
}

// under reserves the place of classes in the order of painting.
func (c *canvas) under(classes ...string) {
	for _, class := range classes {
		layered(&c.marks, style{class: class})
	}
}

// path appends steps to the path of a class: letters, and numbers after them.
func (c *canvas) path(class string, steps ...any) {
	body := layered(&c.marks, style{class: class})
	afterNumber := false
	for _, s := range steps {
		switch s := s.(type) {
		case string:
			*body = append(*body, s...)
			afterNumber = false
		case int:
			if afterNumber && s >= 0 {
				*body = append(*body, ' ')
			}
			*body = strconv.AppendInt(*body, int64(s), 10)
			afterNumber = true
		}
	}
}

func (c *canvas) box(class string, x0, x1, y, height int) {
	c.path(class, "M", x0, y, "H", x1, "v", height, "H", x0, "z")
}

func (c *canvas) down(class string, x, y, length int) { c.path(class, "M", x, y, "v", length) }

func (c *canvas) across(class string, x0, x1, y int) { c.path(class, "M", x0, y, "H", x1) }

// dot is a line of no length: its round ends make a circle that stays round
// when the picture is stretched.
func (c *canvas) dot(class string, x, y int) { c.path(class, "M", x, y, "h", 0) }

// text places a line of text with its baseline at y; dx is a step in pixels
// from x. A part of it may be set off by a second class.
func (c *canvas) text(s style, x, dx, y int, text string, more ...span) {
	body := layered(&c.texts, s)
	b := append(*body, `<text x="`...)
	b = append(b, percent(x)...)
	b = append(b, `" y="`...)
	b = strconv.AppendInt(b, int64(y), 10)
	if dx != 0 {
		b = append(b, `" dx="`...)
		b = strconv.AppendInt(b, int64(dx), 10)
	}
	b = append(b, `">`...)
	b = append(b, escape(text)...)
	for _, m := range more {
		b = append(b, `<tspan class="`+m.class+`">`...)
		b = append(b, escape(m.text)...)
		b = append(b, `</tspan>`...)
	}
	*body = append(b, `</text>`...)
}

type span struct{ class, text string }

// percent prints thousandths: "12.5%".
func percent(x int) string {
	whole, tenth := strconv.Itoa(x/10), x%10
	if tenth == 0 {
		return whole + "%"
	}
	return whole + "." + strconv.Itoa(tenth) + "%"
}

// escape makes text safe between tags and in attributes; what XML cannot hold
// becomes the replacement character.
func escape(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune("\"'&<>", r) }) {
		return s
	}
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer does not fail
	return b.String()
}

// svg is the finished picture. The attributes of the groups are what it looks
// like without a style sheet.
func (c *canvas) svg(h Head) []byte {
	var b bytes.Buffer
	add := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	id, height := escape(h.ID), strconv.Itoa(c.height)
	add(`<svg class="chart" role="img" aria-labelledby="`, id, `-title" aria-describedby="`, id, `-desc" width="100%" height="`, height, `" font-size="13">`,
		`<title id="`, id, `-title">`, escape(h.Title), `</title><desc id="`, id, `-desc">`, escape(h.Desc), `</desc>`)
	add(`<svg width="100%" height="`, height, `" viewBox="0 0 `, strconv.Itoa(unit), ` `, height,
		`" preserveAspectRatio="none" fill="none" stroke="currentColor" stroke-linecap="round" overflow="visible">`)
	for _, l := range c.marks {
		if len(l.body) > 0 {
			add(`<path class="`, l.style.class, `" d="`, string(l.body), `"/>`)
		}
	}
	add(`</svg>`)
	for _, l := range c.texts {
		add(`<g`)
		if l.style.class != "" {
			add(` class="`, l.style.class, `"`)
		}
		if l.style.anchor != "" {
			add(` text-anchor="`, l.style.anchor, `"`)
		}
		add(`>`, string(l.body), `</g>`)
	}
	add(`</svg>`)
	return b.Bytes()
}
