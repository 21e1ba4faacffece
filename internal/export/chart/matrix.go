package chart

import "io"

// Matrix is a row for each entry and a column for each of a few things, with a
// mark where the two meet. The columns are named above the first row.
type Matrix struct {
	Head
	Columns []Column
	Rows    []Marks   // in the order of the ranking
	Key     [3]string // what the marks mean, from the strongest to the weakest
}

// Column is one thing, with how many have the strongest mark in it.
type Column struct{ Name, Figure string }

// Marks is one entry. A cell has 3, 2 or 1, the strongest mark first, or none with 0.
type Marks struct {
	Rank, Name string
	Cells      []int // in step with the columns
}

// Draw writes the chart.
func (c Matrix) Draw(w io.Writer) error { return write(w, c.Head, c) }

// markClass is what each mark looks like: full, paler, an outline.
var markClass = [4]string{"", "open", "s3", "s5"}

func (c Matrix) draw(v *canvas) {
	v.under("pole", "track", "open", "s3", "s5")
	var heads []segment
	n := max(len(c.Columns), 1)
	for i, k := range c.Columns {
		heads = append(heads, segment{from: scale(i, n), to: scale(i+1, n), name: k.Name, figure: k.Figure})
	}
	f := flagged(heads)
	y := f.heightAbove()
	f.draw(v, y, y, y+4)
	v.across("track", 0, unit, y+2)
	y += 4 + f.heightBelow() + stripGap
	for _, r := range c.Rows {
		y = v.caption(y, r.Rank, r.Name, "")
		v.across("track", 0, unit, y+strip/2)
		for i := range n {
			if i < len(r.Cells) && r.Cells[i] > 0 {
				v.box(markClass[min(r.Cells[i], 3)], scale(i, n)+8, scale(i+1, n)-8, y, strip)
			}
		}
		y += strip + stripGap
	}
	for i, words := range c.Key {
		if words == "" {
			continue
		}
		v.box(markClass[3-i], 0, 70, y+1, strip)
		for _, line := range wrap(words, narrow-30, 2) {
			v.text(style{class: "dim"}, 0, 30, y+ascent, line)
			y += leading
		}
		y += 2
	}
	v.height = max(y+2, 1)
}
