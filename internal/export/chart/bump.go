package chart

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"shortlist/internal/guide"
)

// Bump is one line per entry through the editions of a ranking, from the
// oldest on the left to the newest, where its name stands. A line begins where
// its entry joins and ends where it leaves.
type Bump struct {
	Head
	Editions []Edition // oldest first

	// Focus are the ids of the entries that the title is about. Without any,
	// they are those that moved farthest between the first and the last edition.
	Focus []string
}

// Edition is a frozen order, or another one to set beside it. A label stands
// where the date would; it may be as long as a date.
type Edition struct {
	Date   guide.Date
	Label  string
	Places []Spot
}

// Spot is an entry's place in an edition. Entries of equal rank stand in rows
// of their own, in the order of their ids.
type Spot struct {
	ID, Name string
	Rank     int
}

// Draw writes the chart.
func (c Bump) Draw(w io.Writer) error { return write(w, c.Head, c) }

// Where things stand across: ranks, the editions, names.
const (
	rankEnd   = 100
	plotFirst = 128
	plotLast  = 530
	nameStart = 565

	dateHeight  = 2*leading + 8
	nameLeading = 14
)

// line is one entry through the editions: its row in each, or -1.
type line struct {
	id, name string
	rows     []int
	ranks    []int    // 0 where it is not ranked
	labels   []string // its rank in words: "3", "2="
}

func (c Bump) draw(v *canvas) {
	v.under("track", "line", "stop", "focus", "focusstop")
	editions, lines, depth := len(c.Editions), c.lines(), 0
	pitch := leading + 10
	names := make([][]string, len(lines))
	for i, l := range lines {
		names[i] = wrap(l.name+l.tie(), narrow-pixels(nameStart), 2)
		if len(names[i]) > 1 {
			pitch = 2*nameLeading + 5
		}
		depth = max(depth, slices.Max(l.rows)+1)
	}
	y := func(row int) int { return dateHeight + row*pitch + pitch/2 }

	c.dates(v)
	for e := range editions {
		v.down("track", column(e, editions), dateHeight-4, depth*pitch+4)
	}
	focus := c.focus(lines)
	var left []line
	for i, l := range lines {
		stroke, ink := "line", ""
		if slices.Contains(focus, l.id) {
			stroke, ink = "focus", "fig"
		}
		l.trace(v, stroke, y)
		if row := l.rows[0]; row >= 0 {
			v.text(style{class: "dim", anchor: "end"}, rankEnd, 0, y(row)+4, l.labels[0])
		}
		row := l.rows[editions-1]
		if row < 0 {
			left = append(left, l)
			continue
		}
		first := y(row) + 4 - (len(names[i])-1)*nameLeading/2
		for j, text := range names[i] {
			at := first + j*nameLeading
			if name, ok := strings.CutSuffix(text, l.tie()); ok && j == len(names[i])-1 && l.tie() != "" {
				v.text(style{class: ink}, nameStart, 0, at, name, span{"dim", l.tie()})
				continue
			}
			v.text(style{class: ink}, nameStart, 0, at, text)
		}
	}
	exitLabels(v, left, y)
	v.height = dateHeight + depth*pitch + 10
}

// focus are the entries to stand out.
func (c Bump) focus(lines []line) []string {
	if len(c.Focus) > 0 {
		return c.Focus
	}
	var farthest []string
	most := 1
	for _, l := range lines {
		first, last := l.ranks[0], l.ranks[len(l.ranks)-1]
		if first == 0 || last == 0 {
			continue
		}
		switch by := max(first-last, last-first); {
		case by > most:
			most, farthest = by, []string{l.id}
		case by == most:
			farthest = append(farthest, l.id)
		}
	}
	return farthest
}

// column is where an edition stands across.
func column(e, editions int) int {
	if editions < 2 {
		return plotLast
	}
	return plotFirst + e*(plotLast-plotFirst)/(editions-1)
}

// lines follows each entry through the editions, in the order of the last one
// that has it, so that what is painted last is what stands lowest.
func (c Bump) lines() []line {
	var out []line
	for e := len(c.Editions) - 1; e >= 0; e-- {
		places := slices.SortedStableFunc(slices.Values(c.Editions[e].Places), func(a, b Spot) int {
			return cmp.Or(cmp.Compare(a.Rank, b.Rank), strings.Compare(a.ID, b.ID))
		})
		for row, p := range places {
			i := slices.IndexFunc(out, func(l line) bool { return l.id == p.ID })
			if i < 0 {
				i = len(out)
				out = append(out, line{id: p.ID, name: p.Name, rows: slices.Repeat([]int{-1}, len(c.Editions)),
					ranks: make([]int, len(c.Editions)), labels: make([]string, len(c.Editions))})
			}
			out[i].rows[e], out[i].ranks[e] = row, p.Rank
			out[i].labels[e] = strconv.Itoa(p.Rank)
			if row > 0 && places[row-1].Rank == p.Rank || row+1 < len(places) && places[row+1].Rank == p.Rank {
				out[i].labels[e] += "="
			}
		}
	}
	return out
}

// tie is what follows the name of an entry whose rank in the last edition is not
// that of its row.
func (l line) tie() string {
	e := len(l.rows) - 1
	if label := l.labels[e]; label != "" && label != strconv.Itoa(l.rows[e]+1) {
		return " " + label
	}
	return ""
}

// trace draws the line, broken where the entry is not ranked, and a dot for
// each edition.
func (l line) trace(v *canvas, class string, y func(int) int) {
	editions, stop := len(l.rows), "stop"
	if class == "focus" {
		stop = "focusstop"
	}
	drawn := -2 // the last edition that the line has reached
	for e, row := range l.rows {
		if row < 0 {
			continue
		}
		x := column(e, editions)
		switch {
		case drawn != e-1:
			v.path(class, "M", x, y(row))
		case l.rows[e-1] == row:
			v.path(class, "H", x)
		default:
			before, half := column(e-1, editions), (x-column(e-1, editions))/2
			v.path(class, "C", before+half, y(l.rows[e-1]), before+half, y(row), x, y(row))
		}
		drawn = e
		v.dot(stop, x, y(row))
	}
}
