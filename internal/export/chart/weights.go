package chart

import "io"

// Weights is one bar that is all of the weight, parted among the criteria.
type Weights struct {
	Head
	Criteria []Weight // from the heaviest down
}

// Weight is what one criterion counts for.
type Weight struct {
	Name   string
	Value  int    // any unit; the bar is their sum
	Figure string // "30 %"
}

// Draw writes the chart.
func (c Weights) Draw(w io.Writer) error { return write(w, c.Head, c) }

func (c Weights) draw(v *canvas) {
	v.under("pole")
	total := 0
	for _, k := range c.Criteria {
		total += max(k.Value, 0)
	}
	var segments []segment
	sum := 0
	for _, k := range c.Criteria {
		from := scale(sum, total)
		sum += max(k.Value, 0)
		segments = append(segments, segment{from: from, to: scale(sum, total), name: k.Name, figure: k.Figure})
	}
	f := flagged(segments)
	y := f.heightAbove()
	f.draw(v, y, y, y+barHeight)
	for i, s := range segments {
		v.box(shade(i, false), s.from, s.to, y, barHeight)
	}
	v.height = y + barHeight + f.heightBelow() + 2
}
