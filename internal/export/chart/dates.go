package chart

import (
	"strconv"
	"strings"

	"shortlist/internal/guide"
)

// dates writes the dates above the columns: always the first and the last, and
// between them as many as have room, evenly if the editions allow it. The year
// stands below the month or the day, where it is another than the one before.
func (c Bump) dates(v *canvas) {
	editions, shown := len(c.Editions), ""
	for _, e := range c.dated() {
		day, year := c.Editions[e].heading()
		if year == shown {
			year = ""
		} else {
			shown = year
		}
		x, dx, anchor := column(e, editions), 0, "middle"
		switch e {
		case 0:
			dx, anchor = -4, ""
		case editions - 1:
			dx, anchor = 4, "end"
		}
		for i, text := range []string{day, year} {
			if text != "" {
				v.text(style{class: "dim", anchor: anchor}, x, dx, i*leading+ascent, text)
			}
		}
	}
}

// dated are the editions whose dates are written.
func (c Bump) dated() []int {
	editions := len(c.Editions)
	if editions < 2 {
		return make([]int, editions)
	}
	widest := 0
	for _, e := range c.Editions {
		day, year := e.heading()
		widest = max(widest, width(day), width(year))
	}
	room := widest + widest/2 + 4 // the outer ones begin or end at their column
	gaps := editions - 1
	step := 1
	for step < gaps && pixels(plotLast-plotFirst)*step/gaps < room {
		step++
	}
	for even := step; even <= gaps/2; even++ {
		if gaps%even == 0 {
			step = even
			break
		}
	}
	var out []int
	for e := 0; e+step <= gaps; e += step {
		out = append(out, e)
	}
	return append(out, gaps)
}

// heading is what stands above an edition, in two lines: a date or its label.
func (e Edition) heading() (first, second string) {
	if e.Label == "" {
		return short(e.Date)
	}
	lines := append(wrap(e.Label, pixels(plotLast-plotFirst)/2, 2), "")
	return lines[0], lines[1]
}

// short prints a date in two parts: "Sep" and "2025", "12 Sep" and "2025".
func short(d guide.Date) (day, year string) {
	if !d.Valid() {
		return d.String(), ""
	}
	words := strings.Fields(guide.Date{Year: d.Year, Month: d.Month}.Words())
	day = words[0][:3]
	if d.Day > 0 {
		day = strconv.Itoa(d.Day) + " " + day
	}
	return day, words[1]
}
