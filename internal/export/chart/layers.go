package chart

import "io"

// Layers are boxes that lie on each other, from the top down, with what each is
// and does in it.
type Layers struct {
	Head
	Layers []Layer
}

// Layer is one box.
type Layer struct{ Name, Text string }

// Draw writes the diagram.
func (c Layers) Draw(w io.Writer) error { return write(w, c.Head, c) }

const (
	layerInset = 10 // pixels from the edge of a box to its text
	layerLines = 4  // of a text
)

func (c Layers) draw(v *canvas) {
	v.under("layer")
	y := 1
	for _, l := range c.Layers {
		var lines []string
		if l.Text != "" {
			lines = wrap(l.Text, narrow-2*layerInset, layerLines)
		}
		height := (1+len(lines))*leading + layerInset
		v.box("layer", 2, unit-2, y, height)
		at := y + layerInset/2 + ascent
		v.text(style{class: "fig"}, 0, layerInset, at, clip(l.Name, narrow-2*layerInset))
		for i, line := range lines {
			v.text(style{}, 0, layerInset, at+(i+1)*leading, line)
		}
		y += height + 3
	}
	v.height = y
}
