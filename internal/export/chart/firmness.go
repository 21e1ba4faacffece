package chart

import (
	"io"
	"strconv"
)

// Firmness is three marks inside each other for each entry: the ranks that it is
// never outside of, those that it likely has, and those that moved weight alone
// can take it to; and a dot at its rank. In the first row lines lead from the marks
// to their names, so that no legend is needed.
type Firmness struct {
	Head
	Weights, Likely, Never string // what the marks are called
	Rows                   []Firm // in the order of the ranking
}

// Firm is one entry. Where a range is not known its zero value leaves the mark out.
type Firm struct {
	Rank                   string // as it is printed: "2", "2=", "–"
	Name                   string
	At                     int // the rank, from 1
	Weights, Likely, Never Ranks
}

// Ranks are those from the best to the worst, counted from 1.
type Ranks struct{ Best, Worst int }

// Draw writes the chart.
func (c Firmness) Draw(w io.Writer) error { return write(w, c.Head, c) }

const (
	strip    = 12 // the height of the widest mark
	stripGap = 8  // below a strip, before the next
)

func (c Firmness) draw(v *canvas) {
	v.under("track", "never", "likely", "alone", "lead", "dot")
	last := 1
	for _, r := range c.Rows {
		last = max(last, r.At, r.Weights.Worst, r.Likely.Worst, r.Never.Worst)
	}
	y := 0
	for i, r := range c.Rows {
		figure := ""
		if i > 0 && r.Likely != (Ranks{}) {
			figure = c.Likely + " " + r.Likely.String()
		}
		y = v.caption(y, r.Rank, r.Name, figure)
		middle := y + strip/2
		v.across("track", 0, unit, middle)
		marks := []mark{
			{class: "alone", name: c.Weights, ranks: r.Weights, height: 4},
			{class: "likely", name: c.Likely, ranks: r.Likely, height: strip},
			{class: "never", name: c.Never, ranks: r.Never, height: 4},
		}
		var drawn []mark
		for _, m := range marks {
			if m.ranks == (Ranks{}) {
				continue
			}
			m.from, m.to = scale(clampRank(m.ranks.Best, last)-1, last), scale(clampRank(m.ranks.Worst, last), last)
			m.from, m.to = min(m.from, m.to), max(m.from, m.to)
			v.box(m.class, m.from, m.to, middle-m.height/2, m.height)
			drawn = append(drawn, m)
		}
		v.dot("dot", scale(2*clampRank(r.At, last)-1, 2*last), middle)
		y += strip + stripGap
		if i == 0 {
			y = v.named(drawn, middle, y)
		}
	}
	v.height = max(y, 1)
}

// mark is one of the three, from one place on the grid to another.
type mark struct {
	class, name string
	ranks       Ranks
	height      int
	from, to    int
}

func clampRank(r, last int) int { return min(max(r, 1), last) }

// String prints them: "2–4", or "1" where it is one rank.
func (r Ranks) String() string {
	if r.Best == r.Worst {
		return strconv.Itoa(r.Best)
	}
	return strconv.Itoa(r.Best) + "–" + strconv.Itoa(r.Worst)
}
