package chart

import (
	"io"
	"slices"
	"strconv"
)

// Contributions is one stacked bar per entry: what each criterion adds to its
// total. With one bar it is the picture of that entry, each segment with its
// name and figure; with several, of the field, where the first bar names the
// criteria and every segment that is wide enough has its figure.
type Contributions struct {
	Head
	Criteria []string // short names, from the heaviest criterion down
	Bars     []Bar    // in the order of the ranking
}

// Bar is one entry.
type Bar struct {
	Rank  string // "2nd", or empty
	Name  string // may be empty when there is one bar
	Total string // as the page prints it
	Parts []Part // one per criterion, in their order
}

// Part is what one criterion adds to a total.
type Part struct {
	Value  int    // out of Full
	Figure string // as the page prints it
	Open   bool   // its score is a range or not known: drawn hollow
}

// Draw writes the chart.
func (c Contributions) Draw(w io.Writer) error { return write(w, c.Head, c) }

const (
	barHeight = 16
	barGap    = 10 // below a bar, before the next
	barInset  = 4  // on both sides of a figure in a segment
)

func (c Contributions) draw(v *canvas) {
	v.under("pole")
	y := 0
	for i, b := range c.Bars {
		segments := c.segments(b)
		var f flags
		if i == 0 {
			f = flagged(c.labelled(b, segments))
			y += f.heightAbove()
		}
		foot := y
		if b.Name != "" {
			y = v.caption(y, b.Rank, b.Name, b.Total)
		}
		f.draw(v, foot, y, y+barHeight)
		c.bar(v, b, segments, y)
		y += barHeight + f.heightBelow() + barGap
	}
	v.height = max(y-barGap+2, 1)
}

// labelled are the segments as the flags of the first bar name them: without
// the figures in a picture of the field, where those stand in the segments.
func (c Contributions) labelled(b Bar, segments []segment) []segment {
	out := slices.Clone(segments)
	for i := range out {
		if len(c.Bars) == 1 {
			out[i].figure = b.Parts[i].Figure
		}
	}
	return out
}

// segments stands the parts of a bar end to end.
func (c Contributions) segments(b Bar) []segment {
	var out []segment
	sum := 0
	for i, p := range b.Parts[:min(len(b.Parts), len(c.Criteria))] {
		from := scale(sum, Full)
		sum += max(p.Value, 0)
		out = append(out, segment{from: from, to: scale(sum, Full), name: c.Criteria[i]})
	}
	return out
}

// bar draws the segments, on a line that runs on to ten. In a picture of the
// field the segments have the figures that fit; a bar without a caption has its
// total behind it.
func (c Contributions) bar(v *canvas, b Bar, segments []segment, y int) {
	v.across("track", 0, unit, y+barHeight)
	end := 0
	for i, s := range segments {
		v.box(shade(i, b.Parts[i].Open), s.from, s.to, y, barHeight)
		if figure := b.Parts[i].Figure; len(c.Bars) > 1 && width(figure)+2*barInset <= pixels(s.to-s.from) {
			v.text(style{class: "in"}, s.from, barInset, y+ascent, figure)
		}
		end = s.to
	}
	if b.Name != "" || b.Total == "" {
		return
	}
	if room := narrow - pixels(end) - 6; width(b.Total) <= room {
		v.text(style{class: "fig"}, end, 6, y+ascent, b.Total)
	}
}

// shade is the class of the criterion in a place of the order of weights: the
// heaviest is the darkest of the seven steps.
func shade(i int, open bool) string {
	if open {
		return "open"
	}
	return "s" + strconv.Itoa(max(6-i, 0))
}

// scale puts a value on the grid; what is outside stays at its end.
func scale(value, full int) int {
	if full <= 0 {
		return 0
	}
	value = min(max(value, 0), full)
	return (value*unit + full/2) / full
}
