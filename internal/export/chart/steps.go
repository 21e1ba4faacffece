package chart

import (
	"io"
	"strconv"
)

// Steps are the steps of a process, from the top down, each with its number. Beside
// them stand spans: what lasts from one step to another.
type Steps struct {
	Head
	Steps []string
	Spans []Span
}

// Span lasts from one step to another, both counted from 1.
type Span struct {
	Name     string
	From, To int
}

// Draw writes the diagram.
func (c Steps) Draw(w io.Writer) error { return write(w, c.Head, c) }

const (
	stepIndent = 24  // pixels from a step's number to its words
	spanRoom   = 190 // of the grid, for each span
	stepLines  = 3
)

func (c Steps) draw(v *canvas) {
	v.under("track", "likely")
	edge := unit - len(c.Spans)*spanRoom
	y, tops, bottoms := 0, make([]int, len(c.Steps)), make([]int, len(c.Steps))
	column := func(i int) int { return edge + i*spanRoom + spanRoom/2 }
	for i, s := range c.Spans {
		lines := wrap(s.Name, pixels(spanRoom)-4, 2)
		for k, line := range lines {
			v.text(style{class: "fig", anchor: "middle"}, column(i), 0, ascent+k*leading, line)
		}
		y = max(y, len(lines)*leading+4)
	}
	for i, step := range c.Steps {
		tops[i] = y
		v.across("track", 0, unit, y)
		v.text(style{class: "fig"}, 0, 0, y+4+ascent, strconv.Itoa(i+1))
		for k, line := range wrap(step, pixels(edge)-stepIndent-8, stepLines) {
			v.text(style{}, 0, stepIndent, y+4+ascent+k*leading, line)
			bottoms[i] = y + 8 + (k+1)*leading
		}
		y = bottoms[i]
	}
	for i, s := range c.Spans {
		from, to := s.From-1, s.To-1
		if from < 0 || to < from || to >= len(c.Steps) {
			continue
		}
		v.box("likely", column(i)-25, column(i)+25, tops[from]+3, bottoms[to]-tops[from]-6)
	}
	v.across("track", 0, unit, y)
	v.height = y + 2
}
