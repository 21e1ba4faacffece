package chart

import "io"

// Lollipop is a stem for each entry, as long as its figure on one measured
// criterion, with the figure at its end of the caption.
type Lollipop struct {
	Head
	Rows []Stem
}

// Stem is one entry. One without a figure says why in Figure.
type Stem struct {
	Rank, Name string
	Value      int // any unit, from zero on; they are drawn to one scale
	Figure     string
	Unknown    bool
}

// Draw writes the chart.
func (c Lollipop) Draw(w io.Writer) error { return write(w, c.Head, c) }

func (c Lollipop) draw(v *canvas) {
	v.under("track", "lead", "focusstop")
	longest := 1
	for _, r := range c.Rows {
		longest = max(longest, r.Value)
	}
	y := 0
	for _, r := range c.Rows {
		y = v.caption(y, r.Rank, r.Name, r.Figure)
		v.across("track", 0, unit, y+strip/2)
		if !r.Unknown {
			// A dot at the end would stand out of the picture by half of itself.
			end := scale(max(r.Value, 0), longest) * (unit - 20) / unit
			v.across("lead", 0, end, y+strip/2)
			v.dot("focusstop", end, y+strip/2)
		}
		y += strip + stripGap
	}
	v.height = max(y, 1)
}
