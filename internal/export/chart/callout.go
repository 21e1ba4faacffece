package chart

import "math"

// callout is the name of a mark in a row below the strip, and the line that leads
// down to it from a point of the mark.
type callout struct {
	mark   mark
	at     int  // where the line leaves the mark
	before bool // the name stands to the left of the line
	row    int
}

const calloutGap = 5 // pixels between a line and its name

func (c callout) text() string { return c.mark.name + " " + c.mark.ranks.String() }

// reach is from where to where the name stands in the narrowest column, in pixels.
func (c callout) reach() (from, to int) {
	at, wide := pixels(c.at), width(c.text())
	if c.before {
		return at - calloutGap - wide, at - calloutGap
	}
	return at + calloutGap, at + calloutGap + wide
}

// named writes the names of marks below their strip, and returns the y below
// them.
func (c *canvas) named(marks []mark, middle, y int) int {
	rows := 0
	for _, x := range arranged(marks) {
		rows = max(rows, x.row+1)
		baseline := y + x.row*leading + ascent - 4
		c.down("lead", x.at, middle+x.mark.height/2, baseline-middle-x.mark.height/2)
		s, dx := style{}, calloutGap
		if x.before {
			s.anchor, dx = "end", -calloutGap
		}
		c.text(s, x.at, dx, baseline, x.text())
	}
	return y + rows*leading + stripGap
}

// arranged finds the way to name marks in which the least is wrong: every one of
// both ends and the middle of each mark, of both sides of a line, and of the rows is
// tried. In a wider column lines and names only move apart.
func arranged(marks []mark) []callout {
	var best []callout
	least := math.MaxInt
	var try func(placed []callout)
	try = func(placed []callout) {
		wrong := faults(placed)
		if wrong >= least { // nor can more names make less of it
			return
		}
		if len(placed) == len(marks) {
			least, best = wrong, append([]callout(nil), placed...)
			return
		}
		m := marks[len(placed)]
		for row := range marks {
			for _, at := range []int{m.to, m.from, (m.from + m.to) / 2} {
				for _, before := range []bool{false, true} {
					try(append(placed, callout{m, at, before, row})) // where the way before stood
				}
			}
		}
	}
	try(make([]callout, 0, len(marks)))
	return best
}

// faults weighs what is wrong: a name that leaves the picture or stands on another,
// a line that runs through a name or along another line, a line that leaves a mark
// where a higher one covers it; and, by little, a row more than is needed.
func faults(placed []callout) int {
	sum := 0
	for _, a := range placed {
		from, to := a.reach()
		sum += a.row
		if from < 0 || to > narrow {
			sum += 1000
		}
		for _, b := range placed {
			if a.mark.class == b.mark.class {
				continue
			}
			if start, end := b.reach(); a.row == b.row && from < end+8 && start < to+8 {
				sum += 1000
			}
			if at := pixels(b.at); a.row <= b.row && from-3 < at && at < to+3 {
				sum += 100
			}
			if gap := pixels(a.at) - pixels(b.at); -8 < gap && gap < 8 {
				sum += 20
			}
			if a.mark.height < b.mark.height && b.mark.from <= a.at && a.at <= b.mark.to && a.mark.class == "never" {
				sum += 10
			}
		}
	}
	return sum
}
