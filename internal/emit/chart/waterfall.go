package chart

import "io"

// Waterfall leads from one entry's total to another's, criterion by criterion.
type Waterfall struct {
	Head
	From, To Level
	Steps    []Step
}

// Level is an entry with its total.
type Level struct {
	Name   string
	Total  int    // out of Full
	Figure string // as the page prints it
}

// Step is what one criterion adds to the lead, or takes from it.
type Step struct {
	Name   string
	Gap    int    // in the unit of the totals; negative where To is behind
	Figure string // with its sign: "+0.5", "−0.05"
}

// Draw writes the chart.
func (c Waterfall) Draw(w io.Writer) error { return write(w, c.Head, c) }

// margin is what is left free on both sides of the grid, so that the ticks at
// its ends are whole.
const margin = 10

func (c Waterfall) draw(v *canvas) {
	v.under("track", "pole", "ahead", "behind", "tick")
	low, high := min(c.From.Total, c.To.Total), max(c.From.Total, c.To.Total)
	at := c.From.Total
	for _, s := range c.Steps {
		at += s.Gap
		low, high = min(low, at), max(high, at)
	}
	place := func(total int) int {
		return margin + scale(total-low, high-low)*(unit-2*margin)/unit
	}

	// drop leads from one strip to the next. Where it would run through the
	// caption between them it is a stub.
	drop := func(from, to int, name, figure string) {
		x := place(at)
		if p := pixels(x); p < width(name)+4 || p > narrow-width(figure)-4 {
			to = from + stripGap
		}
		v.down("pole", x, from, to-from)
	}
	level := func(y int, l Level) {
		v.across("track", 0, unit, y+stripHeight/2)
		v.down("tick", place(l.Total), y, stripHeight)
	}
	at = c.From.Total
	y := v.caption(0, "", c.From.Name, c.From.Figure)
	level(y, c.From)
	for _, s := range c.Steps {
		bottom := y + stripHeight
		y = v.caption(bottom+stripGap, "", s.Name, s.Figure)
		drop(bottom, y, s.Name, s.Figure)
		class := "ahead"
		if s.Gap < 0 {
			class = "behind"
		}
		v.box(class, place(at), place(at+s.Gap), y, stripHeight)
		at += s.Gap
	}
	bottom := y + stripHeight
	y = v.caption(bottom+stripGap, "", c.To.Name, c.To.Figure)
	drop(bottom, y, c.To.Name, c.To.Figure)
	level(y, c.To)
	v.height = y + stripHeight + 2
}
