package chart

import (
	"slices"
	"strings"
)

// segment is a part of a bar, from one place on the grid to another.
type segment struct {
	from, to     int
	name, figure string
	lines        []string // of its flag
	width, rows  int      // of its flag
	row          int      // of its flag's last line, counted from the bar
}

const (
	flagGap = 5  // pixels between a pole and its text
	pole    = 4  // pixels that a pole stands off the nearest line of text
	apart   = 10 // pixels between two flags on one line
)

// flags labels the segments of a bar, each by a pole with its text. The text
// of a flag stands to the right of its pole, above the bar, from where its segment
// begins; one that has no room there stands to the left, below, from where its
// segment ends.
//
// Above, the segments are taken from the right, below from the left: so a new
// pole never stands behind a flag that is already up, and a row farther out is
// always free.
type flags struct {
	above, below []*segment
}

func flagged(segments []segment) (f flags) {
	for i := range segments {
		s := &segments[i]
		right := narrow - pixels(s.from) - flagGap
		left := pixels(s.to) - flagGap
		text := s.name + " " + s.figure
		switch w := width(text); {
		case w <= right:
			s.lines, f.above = []string{text}, append(f.above, s)
		case w <= left:
			s.lines, f.below = []string{text}, append(f.below, s)
		case right >= left:
			s.lines, f.above = s.wrapped(right), append(f.above, s)
		default:
			s.lines, f.below = s.wrapped(left), append(f.below, s)
		}
		s.width, s.rows = widest(s.lines), len(s.lines)
	}
	slices.Reverse(f.above)
	stack(f.above, func(s *segment) int { return pixels(s.from) })
	stack(f.below, func(s *segment) int { return narrow - pixels(s.to) })
	return f
}

// wrapped breaks a flag's text into two lines of about one width, of which the
// last keeps the figure whatever else is clipped.
func (s *segment) wrapped(room int) []string {
	text := s.name + " " + s.figure
	if lines := wrap(text, room, 2); !strings.HasSuffix(lines[len(lines)-1], " "+s.figure) && lines[len(lines)-1] != s.figure {
		return append(wrap(s.name, room, 1), clip(s.figure, room))
	}
	for room > 0 && strings.Join(wrap(text, room-1, 2), " ") == text {
		room--
	}
	return wrap(text, room, 2)
}

// stack gives each flag its row. They come in the order in which their poles
// stand, farthest from where the bar begins (or ends) first; at is the
// distance of a pole from there. A flag must stand beyond the tops of all
// poles that it reaches.
func stack(up []*segment, at func(*segment) int) {
	for i, s := range up {
		reach := at(s) + flagGap + s.width + apart
		for _, other := range up[:i] {
			if at(other) < reach {
				s.row = max(s.row, other.row+other.rows)
			}
		}
	}
}

// depth is how many rows a set of flags takes.
func depth(up []*segment) int {
	most := 0
	for _, s := range up {
		most = max(most, s.row+s.rows)
	}
	return most
}

// heightAbove and heightBelow are the pixels that the flags take.
func (f flags) heightAbove() int { return extent(f.above) }
func (f flags) heightBelow() int { return extent(f.below) }

func extent(up []*segment) int {
	if len(up) == 0 {
		return 0
	}
	return depth(up)*leading + pole
}

// draw draws the flags of a bar. Those above it stand on foot, which is the
// bar's top or higher by the bar's caption; the poles run on behind that, but
// for one at the edge, where the caption begins.
func (f flags) draw(c *canvas, foot, top, bottom int) {
	for _, s := range f.above {
		highest := foot - pole - (s.row+s.rows)*leading
		end := top
		if s.from == 0 {
			end = foot
		}
		c.down("pole", s.from, highest+2, end-highest-2)
		for i, line := range s.lines {
			s.write(c, style{}, s.from, flagGap, highest+i*leading+ascent, line)
		}
	}
	for _, s := range f.below {
		nearest := bottom + pole + s.row*leading
		c.down("pole", s.to, bottom, nearest+s.rows*leading-2-bottom)
		for i, line := range s.lines {
			s.write(c, style{anchor: "end"}, s.to, -flagGap, nearest+i*leading+ascent, line)
		}
	}
}

// write sets the figure at the end of a line off from the name.
func (s *segment) write(c *canvas, st style, x, dx, y int, line string) {
	name := strings.TrimSuffix(line, s.figure)
	if name == line {
		c.text(st, x, dx, y, line)
		return
	}
	c.text(st, x, dx, y, name, span{"fig", s.figure})
}
