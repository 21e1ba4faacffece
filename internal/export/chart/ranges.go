package chart

import (
	"io"
	"strconv"
)

// Ranges is a dot and a bar for each entry: its rank, and the ranks between
// which it stays.
type Ranges struct {
	Head
	Rows []Range // in the order of the ranking
}

// Range is one entry. Ranks count from 1; those that tie are marked: "2=".
type Range struct {
	Name        string
	Rank        int
	Best, Worst int
}

// Draw writes the chart.
func (c Ranges) Draw(w io.Writer) error { return write(w, c.Head, c) }

const (
	stripHeight = 10
	stripGap    = 8 // below a strip, before the next
)

func (c Ranges) draw(v *canvas) {
	v.under("track", "reach", "dot")
	last := 1
	for _, r := range c.Rows {
		last = max(last, r.Rank, r.Best, r.Worst)
	}
	y := 0
	for i, r := range c.Rows {
		rank := strconv.Itoa(r.Rank)
		if i > 0 && c.Rows[i-1].Rank == r.Rank || i+1 < len(c.Rows) && c.Rows[i+1].Rank == r.Rank {
			rank += "="
		}
		y = v.caption(y, rank, r.Name, between(r.Best, r.Worst))
		middle := y + stripHeight/2
		v.across("track", 0, unit, middle)
		v.box("reach", scale(clampRank(r.Best, last)-1, last), scale(clampRank(r.Worst, last), last), middle-3, 6)
		v.dot("dot", scale(2*clampRank(r.Rank, last)-1, 2*last), middle)
		y += stripHeight + stripGap
	}
	v.height = max(y, 1)
}

func clampRank(r, last int) int { return min(max(r, 1), last) }

// between prints a range of ranks: "2–4", or "1" where it is one rank.
func between(best, worst int) string {
	if best == worst {
		return strconv.Itoa(best)
	}
	return strconv.Itoa(best) + "–" + strconv.Itoa(worst)
}
