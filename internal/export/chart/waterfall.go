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

// stripHeight is how thick a step is.
const stripHeight = 10

// aside is how far a figure stands from its mark, in pixels.
const aside = 6

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

	// strip writes a name and returns the y of the strip below it. The figure
	// stands beside the mark there, from x0 to x1, or behind the name where that
	// has no room.
	strip := func(y int, name, figure, class string, x0, x1 int) (at, behind int) {
		beside, x, dx := style{class: class}, x1, aside
		switch w := width(figure) + aside; {
		case w <= narrow-pixels(x1):
		case w <= pixels(x0):
			beside.anchor, x, dx = "end", x0, -aside
		default:
			return v.caption(y, "", name, figure), width(figure)
		}
		at = v.caption(y, "", name, "")
		v.text(beside, x, dx, at+stripHeight-1, figure)
		return at, 0
	}
	// drop leads from one strip to the next, as a stub where it would run through
	// the words between them.
	drop := func(from, to int, name string, behind int) {
		if p := pixels(place(at)); p < width(name)+4 || p > narrow-behind-4 && behind > 0 {
			to = from + stripGap
		}
		v.down("pole", place(at), from, to-from)
	}
	level := func(y int, l Level) (bottom, behind int) {
		x := place(l.Total)
		y, behind = strip(y, l.Name, l.Figure, "fig", x, x)
		v.across("track", 0, unit, y+stripHeight/2)
		v.down("tick", x, y, stripHeight)
		return y + stripHeight, behind
	}
	at = c.From.Total
	bottom, _ := level(0, c.From)
	for _, s := range c.Steps {
		x0, x1 := place(at), place(at+s.Gap)
		y, behind := strip(bottom+stripGap, s.Name, s.Figure, "", min(x0, x1), max(x0, x1))
		drop(bottom, y, s.Name, behind)
		class := "ahead"
		if s.Gap < 0 {
			class = "behind"
		}
		v.box(class, x0, x1, y, stripHeight)
		at += s.Gap
		bottom = y + stripHeight
	}
	end, behind := level(bottom+stripGap, c.To)
	drop(bottom, end-stripHeight, c.To.Name, behind)
	v.height = end + 2
}
